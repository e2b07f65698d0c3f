//! Collision events: pairs of colliders that started or stopped touching.

use crate::{
    Result, check,
    events::{CollisionEvents, Event},
    world::World,
};
use ffi_core::{Consumed, New, export, ffi_struct};

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

/// Returns what started and stopped touching during the last step, sensors included: an object that the caller frees
/// with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies that are both
/// static, or a static and a kinematic one, or two kinematic ones, make none unless one of the two colliders is a
/// sensor; two static bodies make none at all.
#[export]
fn rt_rapier2d_world_get_collision_events(world: &World) -> New<CollisionEvents> {
    New::new(CollisionEvents(world.lock().events.clone()))
}

/// Returns how many events there are.
#[export(light)]
fn rt_rapier2d_collision_events_count(events: &CollisionEvents) -> i64 {
    events.0.len() as i64
}

/// Returns the event at `index`, in the order they happened.
#[export(light)]
fn rt_rapier2d_collision_events_get(events: &CollisionEvents, index: i64) -> Result<CollisionEvent> {
    let Event { collider1, collider2, started, sensor } =
        events.0[check::index(index, events.0.len(), "index")?];
    Ok(CollisionEvent { collider1, collider2, started, sensor })
}

/// Frees the events.
#[export(light)]
fn rt_rapier2d_collision_events_free(events: Consumed<CollisionEvents>) -> Result<()> {
    drop(events);
    Ok(())
}
