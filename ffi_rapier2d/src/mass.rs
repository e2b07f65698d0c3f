//! Masses and moments of inertia of bodies.
//!
//! Traps: rapier takes a body's colliders out of its mass while the body is disabled; it gives a body its mass by
//! adding what is missing, which vanishes beside heavy colliders; and parry gives a capsule the moment of inertia
//! that its caps have as halves of a ball. So each collider gets its own share, and its density is kept beside.

use crate::simulation::Simulation;
use rapier2d_f64::prelude::{
    Collider, ColliderHandle, MassProperties, PhysicsWorld, RigidBody, RigidBodyHandle, SharedShape,
};
use std::f64::consts::PI;

/// The upper half of a collider's user data is its density; none there is that of a new one.
const NEW_DENSITY: u64 = 1f64.to_bits();

/// A collider's density in kg/m².
pub fn density(collider: &Collider) -> f64 {
    f64::from_bits((collider.user_data >> 64) as u64 ^ NEW_DENSITY)
}

/// Notes a collider's density, from which its body's mass follows when that is settled.
pub fn set_density(collider: &mut Collider, density: f64) {
    let noted = u128::from(density.to_bits() ^ NEW_DENSITY) << 64;
    collider.user_data = noted | u128::from(collider.user_data as u64);
}

/// Mass properties of a shape of this density.
pub fn of_shape(shape: &SharedShape, density: f64) -> MassProperties {
    let Some(capsule) = shape.as_capsule() else { return shape.mass_properties(density) };
    let (half, radius) = (capsule.half_height(), capsule.radius);
    let middle = 4.0 * half * radius * density;
    let caps = PI * radius * radius * density;
    let inertia = middle * (half * half + radius * radius) / 3.0
        + caps * (0.5 * radius * radius + half * half + 8.0 * half * radius / (3.0 * PI));
    MassProperties::new(capsule.segment.a.midpoint(capsule.segment.b), middle + caps, inertia)
}

/// `properties`, `factor` times as heavy.
fn scaled(properties: MassProperties, factor: f64) -> MassProperties {
    if factor == 1.0 {
        return properties;
    }
    let MassProperties { local_com, .. } = properties;
    MassProperties::new(local_com, properties.mass() * factor, properties.principal_inertia() * factor)
}

impl Simulation {
    /// Makes a body weigh what it should now, rather than from the next step on.
    pub fn settle_mass(&mut self, key: RigidBodyHandle) {
        let given = self.body_record(key).mass;
        let PhysicsWorld { bodies, colliders, .. } = &mut self.physics;
        let Some(body) = bodies.get_mut(key) else { return };
        let found = body.colliders().iter().filter_map(|&handle| Some((handle, colliders.get(handle)?)));
        let mut shares: Vec<(ColliderHandle, MassProperties)> =
            found.clone().map(|(handle, c)| (handle, of_shape(c.shared_shape(), density(c)))).collect();
        let weight =
            |shares: &[(_, MassProperties)]| shares.iter().map(|(_, share)| share.mass()).sum::<f64>();
        if given.is_some() && weight(&shares) == 0.0 {
            shares = found.map(|(handle, c)| (handle, of_shape(c.shared_shape(), 1.0))).collect();
        }
        let weight = weight(&shares);
        let factor = given.filter(|_| weight > 0.0).map_or(1.0, |mass| mass / weight);
        for (handle, share) in shares {
            let share = scaled(share, factor);
            if colliders[handle].mass_properties() != share {
                colliders[handle].set_mass_properties(share);
            }
        }
        match given.filter(|_| weight == 0.0) {
            Some(mass) => body.set_additional_mass(mass, false),
            None => body.set_additional_mass_properties(MassProperties::default(), false),
        }
        body.recompute_mass_properties_from_colliders(colliders);
    }

    /// Mass properties of a body, disabled or not, about its own origin.
    pub fn mass_of(&self, key: RigidBodyHandle) -> MassProperties {
        let body = &self.physics.bodies[key];
        if body.is_enabled() { body.mass_properties().local_mprops } else { self.sum(body) }
    }

    fn sum(&self, body: &RigidBody) -> MassProperties {
        let mut sum = MassProperties::default();
        for collider in body.colliders().iter().filter_map(|&handle| self.physics.colliders.get(handle)) {
            let offset = collider.position_wrt_parent().copied().unwrap_or_default();
            sum += collider.mass_properties().transform_by(&offset);
        }
        sum
    }
}
