//! Collision events: pairs of colliders that started or stopped touching.

use ffi_core::{Kind, Locked, object};
use rapier2d_f64::{
    pipeline::EventHandler,
    prelude::{
        ColliderHandle, ColliderSet, CollisionEvent as RapierEvent, ContactPair, RigidBodySet, SoftBodySet,
        SoftBodyTearEvent,
    },
};

/// One event, with our handles.
#[derive(Clone, Copy)]
pub struct Event {
    pub collider1: i64,
    pub collider2: i64,
    pub started: bool,
    pub sensor: bool,
}

impl Event {
    pub fn new(event: RapierEvent, handle: impl Fn(ColliderHandle) -> i64) -> Self {
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

/// The collision events of one step.
pub struct CollisionEvents(pub Vec<Event>);
object!(CollisionEvents, Kind::CollisionEvents);
