//! What started and stopped touching.

use crate::{
    Result, check,
    ids::{CollisionEvents, World},
};
use ffi_core::{Consumed, Locked, New, export, ffi_struct};
use rapier2d_f64::{
    pipeline::EventHandler,
    prelude::{
        ColliderSet, CollisionEvent as RapierEvent, ContactPair, RigidBodySet, SoftBodySet, SoftBodyTearEvent,
    },
};

/// One event, with our handles.
#[derive(Clone, Copy)]
pub struct Event {
    collider1: i64,
    collider2: i64,
    started: bool,
    sensor: bool,
}

impl Event {
    pub fn new(event: RapierEvent, handle: impl Fn(rapier2d_f64::prelude::ColliderHandle) -> i64) -> Self {
        Self {
            collider1: handle(event.collider1()),
            collider2: handle(event.collider2()),
            started: event.started(),
            sensor: event.sensor(),
        }
    }
}

/// Takes rapier's events in during a step.
#[derive(Default)]
pub struct Recorder(Locked<Vec<RapierEvent>>);

impl Recorder {
    /// The events of the step.
    pub fn drain(&self) -> Vec<RapierEvent> {
        std::mem::take(&mut *self.0.lock())
    }
}

impl EventHandler for Recorder {
    fn handle_collision_event(
        &self,
        _: &RigidBodySet,
        _: &ColliderSet,
        event: RapierEvent,
        _: Option<&ContactPair>,
    ) {
        self.0.lock().push(event);
    }

    fn handle_contact_force_event(&self, _: f64, _: &RigidBodySet, _: &ColliderSet, _: &ContactPair, _: f64) {
    }

    fn handle_soft_body_tear_event(&self, _: &SoftBodySet, _: &SoftBodyTearEvent) {}
}

/// Two colliders that started or stopped touching.
#[ffi_struct]
pub struct CollisionEvent {
    /// The one collider. To be freed is to stop touching: its handle is stale then, and 0 where that was before
    /// the snapshot that this world was restored from.
    #[handle = "collider"]
    pub collider1: i64,
    /// The other.
    #[handle = "collider"]
    pub collider2: i64,
    /// True where they started touching, false where they stopped.
    pub started: bool,
    /// True where one of them is a sensor.
    pub sensor: bool,
}

/// What started and stopped touching during the last step, sensors included: an object that the caller
/// frees with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies
/// that are both static, or a static and a kinematic one, or two kinematic ones, make none unless one of the
/// two colliders is a sensor; two static bodies make none at all.
#[export]
fn rt_rapier2d_world_get_collision_events(world: &World) -> New<CollisionEvents> {
    New::new(CollisionEvents(world.lock().events.clone()))
}

/// How many events there are.
#[export]
fn rt_rapier2d_collision_events_count(events: &CollisionEvents) -> i64 {
    events.0.len() as i64
}

/// The event at `index`, in the order they happened.
#[export]
fn rt_rapier2d_collision_events_get(events: &CollisionEvents, index: i64) -> Result<CollisionEvent> {
    let Event { collider1, collider2, started, sensor } =
        events.0[check::index(index, events.0.len(), "index")?];
    Ok(CollisionEvent { collider1, collider2, started, sensor })
}

/// Frees the events.
#[export]
fn rt_rapier2d_collision_events_free(events: Consumed<CollisionEvents>) -> Result<()> {
    drop(events);
    Ok(())
}
