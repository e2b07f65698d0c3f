//! Events of a step: pairs of colliders that started or stopped touching, or press on each other hard.

use ffi_core::{Kind, Locked, object};
use rapier2d_f64::{
    pipeline::EventHandler,
    prelude::{
        Collider, ColliderHandle, ColliderSet, CollisionEvent as RapierEvent, ContactForceEvent, ContactPair,
        RigidBodySet, SoftBodySet, SoftBodyTearEvent,
    },
};

/// Who a collider was, as an event tells.
#[derive(Clone, Copy, Default)]
pub struct Party {
    pub collider: i64,
    pub body: i64,
    pub collider_data: i64,
    pub body_data: i64,
}

/// One event, with our handles.
#[derive(Clone, Copy)]
pub struct Event {
    pub parties: [Party; 2],
    pub started: bool,
    pub sensor: bool,
    /// Where they touch, and the unit vector from the first to the second there.
    pub point: [f64; 2],
    pub normal: [f64; 2],
    /// Sum of what the contacts' points pushed in the step, in N·s.
    pub impulse: f64,
    /// The speed at which they came together as the step began.
    pub speed: f64,
}

/// What rapier told during a step.
#[derive(Clone, Copy)]
pub struct Told {
    pub colliders: [ColliderHandle; 2],
    pub started: bool,
    pub sensor: bool,
    pub speed: f64,
}

/// Takes rapier's events in during a step.
#[derive(Default)]
pub struct Recorder {
    pub collisions: Locked<Vec<Told>>,
    pub forces: Locked<Vec<Told>>,
}

/// The speed at which a pair's surfaces come together where they are closest, 0 where they do not.
fn approach(bodies: &RigidBodySet, colliders: &ColliderSet, pair: &ContactPair) -> f64 {
    let (Some(one), Some(other)) = (colliders.get(pair.collider1), colliders.get(pair.collider2)) else {
        return 0.0;
    };
    let Some((manifold, contact)) = pair.find_deepest_contact() else { return 0.0 };
    let part = manifold.subshape_poses.as_deref().and_then(|poses| poses.pos1);
    let pose = part.map_or(*one.position(), |part| *one.position() * part);
    let (point, normal) = (pose * contact.local_p1, pose.rotation * manifold.local_n1);
    let velocity = |collider: &Collider| {
        let body = collider.parent().and_then(|parent| bodies.get(parent));
        body.map(|body| body.velocity_at_point(point)).unwrap_or_default()
    };
    (velocity(one) - velocity(other)).dot(normal).max(0.0)
}

impl EventHandler for Recorder {
    fn handle_collision_event(
        &self,
        bodies: &RigidBodySet,
        colliders: &ColliderSet,
        event: RapierEvent,
        pair: Option<&ContactPair>,
    ) {
        let met = pair.filter(|_| event.started());
        self.collisions.lock().push(Told {
            colliders: [event.collider1(), event.collider2()],
            started: event.started(),
            sensor: event.sensor(),
            speed: met.map_or(0.0, |pair| approach(bodies, colliders, pair)),
        });
    }

    fn handle_contact_force_event(
        &self,
        dt: f64,
        _: &RigidBodySet,
        _: &ColliderSet,
        pair: &ContactPair,
        force: f64,
    ) {
        self.forces.lock().push(Told {
            colliders: [pair.collider1, pair.collider2],
            started: ContactForceEvent::from_contact_pair(dt, pair, force).started,
            sensor: false,
            speed: 0.0,
        });
    }

    fn handle_soft_body_tear_event(&self, _: &SoftBodySet, _: &SoftBodyTearEvent) {}
}

/// Events of one step.
pub struct CollisionEvents(pub Vec<Event>);
object!(CollisionEvents, Kind::CollisionEvents);
