//! Colliders that stop only what comes from one side.
//!
//! Trap: rapier's own helper decides by the direction of the contact alone, so what passes through a platform of
//! several pieces is caught half-way by the next one. Here a contact counts from the beginning only where the thing was
//! outside a step before.

use rapier2d_f64::{
    parry::shape::Shape,
    prelude::{
        Collider, ColliderHandle, ContactManifold, ContactModificationContext, Pose, RigidBodySet, Rotation,
        Vector,
    },
};
use std::collections::BTreeMap;

/// The smallest cosine of the angle between a contact's normal and the open side for which it is stopped: 45°.
const WITHIN: f64 = std::f64::consts::FRAC_1_SQRT_2 - 1e-9;
/// How deep something may be, in length units, that is taken to have stood on it.
const SLOP: f64 = 0.01;

/// What a manifold's number says of it.
const UNKNOWN: u32 = 0;
const STOPPED: u32 = 1;
const LET_THROUGH: u32 = 2;

/// A key of a collider, as it is kept and sorted.
pub type Key = (u32, u32);

/// True of contacts that count for nothing, as what makes them passes through.
pub fn is_let_through(manifold: &ContactManifold) -> bool {
    manifold.data.user_data == LET_THROUGH
}

/// The sides from which colliders stop what comes.
#[derive(Default)]
pub struct OneWay {
    /// Unit vectors, in the colliders' own coordinates.
    pub sides: BTreeMap<Key, [f64; 2]>,
    /// Length of the step, and of a thing of ordinary size.
    pub dt: f64,
    pub unit: f64,
}

fn velocity(bodies: &RigidBodySet, collider: &Collider, point: Vector) -> Vector {
    let body = collider.parent().and_then(|parent| bodies.get(parent));
    body.map(|body| body.velocity_at_point(point)).unwrap_or_default()
}

impl OneWay {
    /// The side from which a collider stops what comes, in the world, where it is one that does.
    fn side(&self, key: ColliderHandle, rotation: Rotation) -> Option<Vector> {
        let &[x, y] = self.sides.get(&key.into_raw_parts())?;
        Some(rotation * Vector::new(x, y))
    }

    /// Tells whether a collider stops a shape at `pose`: it does not where it is open to one that is not beyond it yet.
    pub fn stops(&self, key: ColliderHandle, collider: &Collider, shape: &dyn Shape, pose: &Pose) -> bool {
        let Some(side) = self.side(key, collider.position().rotation) else { return true };
        // In coordinates whose y points to the open side.
        let turn = Pose::from_parts(Vector::ZERO, Rotation::from_rotation_arc(side, Vector::Y));
        let lowest = shape.compute_aabb(&(turn * *pose)).mins.y;
        let top = collider.shape().compute_aabb(&(turn * *collider.position())).maxs.y;
        lowest >= top - SLOP * self.unit
    }

    /// Leaves contacts out with what comes from the other side.
    pub fn open(&self, context: &mut ContactModificationContext) {
        if self.sides.is_empty() {
            return;
        }
        let (first, second) = (context.collider1, context.collider2);
        let (Some(one), Some(other)) = (context.colliders.get(first), context.colliders.get(second)) else {
            return;
        };
        let sides = [
            (self.side(first, one.position().rotation), 1.0),
            (self.side(second, other.position().rotation), -1.0),
        ];
        let bodies = context.bodies;
        let Some(rigid) = context.rigid() else { return };
        let normal = *rigid.normal;
        let faces = |&(side, outwards): &(Option<Vector>, f64)| {
            side.is_none_or(|side| (normal * outwards).dot(side) >= WITHIN)
        };
        if sides.iter().all(|(side, _)| side.is_none()) {
            return;
        }
        let faces = sides.iter().all(faces);
        let was_outside = rigid.solver_contacts.iter().all(|contact| {
            let at = |collider| velocity(bodies, collider, contact.anchor1);
            let approach = (at(one) - at(other)).dot(normal).max(0.0);
            contact.dist >= -(approach * self.dt + SLOP * self.unit)
        });
        let apart = rigid.solver_contacts.iter().all(|contact| contact.dist > 0.0);
        let empty = rigid.solver_contacts.is_empty();
        let Some(rigid) = context.rigid_mut() else { return };
        *rigid.user_data = match *rigid.user_data {
            _ if empty => UNKNOWN,
            STOPPED => STOPPED,
            LET_THROUGH if faces && apart => STOPPED,
            LET_THROUGH => LET_THROUGH,
            _ if faces && was_outside => STOPPED,
            _ => LET_THROUGH,
        };
        if *rigid.user_data == LET_THROUGH {
            rigid.solver_contacts.clear();
        }
    }
}
