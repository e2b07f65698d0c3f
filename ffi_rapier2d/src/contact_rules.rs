//! What rapier asks during a step: which pairs meet at all, and which of their contacts count.

use crate::{
    one_way::{Key, OneWay},
    seam::{self, Seams},
};
use rapier2d_f64::prelude::{
    ActiveHooks, ColliderHandle, ContactModificationContext, PairFilterContext, PhysicsHooks, PhysicsWorld,
    SolverFlags,
};
use std::collections::BTreeSet;

/// Rules for pairs of colliders beyond their groups.
#[derive(Default)]
pub struct Hooks {
    seams: Seams,
    pub one_way: OneWay,
    /// Pairs that do not meet, each with the smaller key first.
    pub ignored: BTreeSet<(Key, Key)>,
}

/// A pair as it is kept.
fn pair(one: ColliderHandle, other: ColliderHandle) -> (Key, Key) {
    let (one, other) = (one.into_raw_parts(), other.into_raw_parts());
    (one.min(other), one.max(other))
}

impl Hooks {
    /// Says of a pair whether it meets.
    pub fn set_ignored(&mut self, one: ColliderHandle, other: ColliderHandle, ignored: bool) {
        if ignored {
            self.ignored.insert(pair(one, other));
        } else {
            self.ignored.remove(&pair(one, other));
        }
    }

    /// Tells whether two colliders pass through each other.
    pub fn is_ignored(&self, one: ColliderHandle, other: ColliderHandle) -> bool {
        self.ignored.contains(&pair(one, other))
    }

    /// Forgets a collider that leaves the world.
    pub fn forget(&mut self, key: ColliderHandle) {
        let key = key.into_raw_parts();
        self.seams.tiles_changed = true;
        self.one_way.sides.remove(&key);
        self.ignored.retain(|&(one, other)| one != key && other != key);
    }

    /// Tells rapier for what of a collider it has to ask.
    pub fn settle(&mut self, handle: ColliderHandle, physics: &mut PhysicsWorld) {
        let PhysicsWorld { bodies, colliders, .. } = physics;
        let Some(collider) = colliders.get_mut(handle) else { return };
        let key = handle.into_raw_parts();
        let is_tile = seam::is_tile(bodies, collider);
        let mut hooks = ActiveHooks::empty();
        if is_tile || self.one_way.sides.contains_key(&key) {
            hooks |= ActiveHooks::MODIFY_SOLVER_CONTACTS;
        }
        if self.ignored.iter().any(|&(one, other)| one == key || other == key) {
            hooks |= ActiveHooks::FILTER_CONTACT_PAIRS | ActiveHooks::FILTER_INTERSECTION_PAIR;
        }
        if collider.active_hooks() != hooks {
            collider.set_active_hooks(hooks);
        }
        if is_tile {
            self.seams.add(handle);
        }
        self.seams.tiles_changed = true;
    }

    /// Gets ready for a step.
    pub fn prepare(&mut self, physics: &PhysicsWorld, dt: f64) {
        self.seams.find_faces(physics);
        self.one_way.dt = dt;
        self.one_way.unit = physics.integration_parameters.length_unit;
    }

    fn meets(&self, context: &PairFilterContext) -> bool {
        !self.is_ignored(context.collider1, context.collider2)
    }
}

impl PhysicsHooks for Hooks {
    fn filter_contact_pair(&self, context: &PairFilterContext) -> Option<SolverFlags> {
        self.meets(context).then(SolverFlags::default)
    }

    fn filter_intersection_pair(&self, context: &PairFilterContext) -> bool {
        self.meets(context)
    }

    fn modify_solver_contacts(&self, context: &mut ContactModificationContext) {
        self.one_way.open(context);
        self.seams.smooth(context);
    }
}
