//! What fluids do to bodies in a step.

use crate::{
    Result,
    query::{enabled, queries},
    simulation::Simulation,
    submerged::{self, Area},
};
use ffi_core::memory;
use rapier2d_f64::{
    math::Vector,
    pipeline::QueryFilter,
    prelude::{Collider, ColliderHandle, RigidBodyHandle},
};

/// A collider of a body, and how much of it is in a fluid.
struct Submerged {
    body: RigidBodyHandle,
    area: Area,
}

impl Simulation {
    /// What of bodies that can move is in a fluid.
    fn in_fluid(&self, key: ColliderHandle) -> Result<Vec<Submerged>> {
        let physics = &self.physics;
        let Some(fluid) = physics.colliders.get(key).filter(|fluid| fluid.is_enabled()) else {
            return Ok(Vec::new());
        };
        let regions = submerged::polygons(fluid.shape(), fluid.position()).unwrap_or_default();
        let enabled = enabled(self);
        if !enabled(key, fluid) {
            return Ok(Vec::new());
        }
        let moves = |other: ColliderHandle, found: &Collider| {
            let body = found.parent().and_then(|parent| physics.bodies.get(parent));
            enabled(other, found) && body.is_some_and(|body| body.is_dynamic() && !body.is_sleeping())
        };
        let mut filter =
            QueryFilter::new().groups(fluid.collision_groups()).exclude_sensors().predicate(&moves);
        filter.exclude_rigid_body = fluid.parent();
        let queries = queries(self, filter)?;
        let found = queries.intersect_aabb_conservative(fluid.compute_aabb());
        let mut found = memory::collect(found)?;
        // In the world's own order, whatever the tree's.
        found.sort_unstable_by_key(|(key, _)| key.into_raw_parts());
        let parts = found.into_iter().filter_map(|(_, collider)| {
            let mut area = Area::default();
            for region in &regions {
                let part = submerged::within(collider.shape(), collider.position(), region);
                area.area += part.area;
                area.moment += part.moment;
            }
            let body = collider.parent().filter(|_| area.area > 0.0 && area.area.is_finite())?;
            Some(Submerged { body, area })
        });
        Ok(memory::collect(parts)?)
    }

    /// Pushes what is in fluids for a step of `dt`: up by the weight of what it takes the place of, and along with the
    /// fluid, as far as that goes in the step.
    pub fn float(&mut self, dt: f64) -> Result<()> {
        let keys: Vec<_> = self.fluids.iter().map(|(&key, &fluid)| (key, fluid)).collect();
        for ((index, generation), fluid) in keys {
            for Submerged { body, area } in
                self.in_fluid(ColliderHandle::from_raw_parts(index, generation))?
            {
                memory::reserve(&mut self.forced, 1)?;
                let lift = self.physics.gravity * (-fluid.density * area.area);
                let found = &mut self.physics.bodies[body];
                let center = area.center();
                let behind = fluid.flow - found.velocity_at_point(center);
                let drag = behind * kept(found.mass(), fluid.drag * area.area, dt);
                let inertia = found.mass_properties().local_mprops.principal_inertia();
                let spin = -found.angvel() * kept(inertia, fluid.angular_drag * area.area, dt);
                let force = lift + drag;
                if force.is_finite() && center.is_finite() && spin.is_finite() {
                    found.add_force_at_point(force, center, false);
                    found.add_torque(spin, false);
                    self.forced.push(body);
                }
            }
        }
        Ok(())
    }

    /// How much of a body is in fluids, and where.
    pub fn submerged(&self, key: RigidBodyHandle) -> Area {
        let mut sum = Area::default();
        let physics = &self.physics;
        let Some(body) = physics.bodies.get(key) else { return sum };
        for &(index, generation) in self.fluids.keys() {
            let handle = ColliderHandle::from_raw_parts(index, generation);
            let Some(fluid) = physics.colliders.get(handle).filter(|fluid| fluid.parent() != Some(key))
            else {
                continue;
            };
            for region in submerged::polygons(fluid.shape(), fluid.position()).unwrap_or_default() {
                let own = body.colliders().iter().filter_map(|&key| physics.colliders.get(key));
                let solid = own
                    .filter(|own| !own.is_sensor() && own.collision_groups().test(fluid.collision_groups()));
                for part in solid.map(|own| submerged::within(own.shape(), own.position(), &region)) {
                    sum.area += part.area;
                    sum.moment += part.moment;
                }
            }
        }
        sum
    }
}

/// What a drag comes to in a step, per speed: no more than stops what has this mass.
fn kept(mass: f64, drag: f64, dt: f64) -> f64 {
    if mass > 0.0 { -(-drag * dt / mass).exp_m1() * mass / dt } else { 0.0 }
}

/// The centre of an area, the origin of none.
pub fn center(area: &Area) -> Vector {
    if area.area > 0.0 { area.center() } else { Vector::ZERO }
}
