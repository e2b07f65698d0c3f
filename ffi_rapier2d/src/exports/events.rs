//! Events: pairs of colliders that started or stopped touching, or pressed on each other hard.

use crate::{
    Result, check,
    events::{CollisionEvents, Event},
    world::World,
};
use ffi_core::{Consumed, New, export, ffi_struct, memory};

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

/// Who met in an event, where and how hard.
#[ffi_struct]
pub struct CollisionDetails {
    /// The body of the one collider, stale where it was freed.
    #[handle = "body"]
    pub body1: i64,
    /// The body of the other.
    #[handle = "body"]
    pub body2: i64,
    /// The one body's user data.
    pub body1_data: i64,
    /// The other body's.
    pub body2_data: i64,
    /// The one collider's user data.
    pub collider1_data: i64,
    /// The other collider's.
    pub collider2_data: i64,
    /// x of the middle of where they touch, weighed by what each point pushes, after the step; 0 as all that follows
    /// where they stopped touching or one is a sensor.
    pub x: f64,
    /// y of that place.
    pub y: f64,
    /// x of the unit vector that points from the one collider to the other there.
    pub normal_x: f64,
    /// y of that vector.
    pub normal_y: f64,
    /// The sum of what their points pushed along the normal in the step, in N·s; divided by the step's length, the force.
    pub impulse: f64,
    /// The speed in m/s at which they came together as the step began, where they were closest: how hard the hit was.
    /// 0 in force events.
    pub speed: f64,
}

/// Returns what started and stopped touching during the last step, sensors included: an object that the caller frees
/// with `rt_rapier2d_collision_events_free`. The next step forgets them, so ask after each. Two bodies that are both
/// static, or a static and a kinematic one, or two kinematic ones, make none unless one of the two colliders is a
/// sensor; two static bodies make none at all.
#[export]
fn rt_rapier2d_world_get_collision_events(world: &World) -> Result<New<CollisionEvents>> {
    Ok(New::new(CollisionEvents(memory::copy(&world.lock().events)?)))
}

/// Returns the pairs of colliders that pressed on each other during the last step with a force above the threshold that
/// `rt_rapier2d_collider_set_force_threshold` gave one of them, as an object like that of
/// `rt_rapier2d_world_get_collision_events`, which the caller frees with `rt_rapier2d_collision_events_free`. Here
/// `started` is true where they did not in the step before, and the force is the details' impulse divided by the
/// step's length.
#[export]
fn rt_rapier2d_world_get_force_events(world: &World) -> Result<New<CollisionEvents>> {
    Ok(New::new(CollisionEvents(memory::copy(&world.lock().force_events)?)))
}

/// Returns how many events there are.
#[export(light)]
fn rt_rapier2d_collision_events_count(events: &CollisionEvents) -> i64 {
    events.0.len() as i64
}

/// Returns the event at `index`, in the order they happened.
#[export(light)]
fn rt_rapier2d_collision_events_get(events: &CollisionEvents, index: i64) -> Result<CollisionEvent> {
    let Event { parties: [one, other], started, sensor, .. } =
        events.0[check::index(index, events.0.len(), "index")?];
    Ok(CollisionEvent { collider1: one.collider, collider2: other.collider, started, sensor })
}

/// Returns which bodies met in the event at `index`, where and how hard.
#[export(light)]
fn rt_rapier2d_collision_events_get_details(
    events: &CollisionEvents,
    index: i64,
) -> Result<CollisionDetails> {
    let Event { parties: [one, other], point, normal, impulse, speed, .. } =
        events.0[check::index(index, events.0.len(), "index")?];
    Ok(CollisionDetails {
        body1: one.body,
        body2: other.body,
        body1_data: one.body_data,
        body2_data: other.body_data,
        collider1_data: one.collider_data,
        collider2_data: other.collider_data,
        x: point[0],
        y: point[1],
        normal_x: normal[0],
        normal_y: normal[1],
        impulse,
        speed,
    })
}

/// Returns the two colliders of each event.
#[export(handles(result = "collider"), unowned)]
fn rt_rapier2d_collision_events_colliders(events: &CollisionEvents) -> Result<Vec<i64>> {
    all(events, |event| event.parties.map(|party| party.collider))
}

/// Returns the two bodies of each event, in the same order.
#[export(handles(result = "body"), unowned)]
fn rt_rapier2d_collision_events_bodies(events: &CollisionEvents) -> Result<Vec<i64>> {
    all(events, |event| event.parties.map(|party| party.body))
}

/// Returns the host's own numbers of each event: those of the two bodies, then those of the two colliders.
#[export]
fn rt_rapier2d_collision_events_user_data(events: &CollisionEvents) -> Result<Vec<i64>> {
    all(events, |Event { parties: [one, other], .. }| {
        [one.body_data, other.body_data, one.collider_data, other.collider_data]
    })
}

/// Returns eight numbers of each event: 1 where it started, else 0; 1 where one is a sensor, else 0; x and y of the
/// place; x and y of the normal; the impulse and the speed, all as in `rt_rapier2d_collision_events_get_details`.
#[export(computes)]
fn rt_rapier2d_collision_events_values(events: &CollisionEvents) -> Result<Vec<f64>> {
    all(events, values)
}

fn values(event: &Event) -> [f64; 8] {
    let flag = |set: bool| if set { 1.0 } else { 0.0 };
    let ([x, y], [normal_x, normal_y]) = (event.point, event.normal);
    [flag(event.started), flag(event.sensor), x, y, normal_x, normal_y, event.impulse, event.speed]
}

fn all<T, const N: usize>(events: &CollisionEvents, read: impl Fn(&Event) -> [T; N]) -> Result<Vec<T>> {
    let mut found = Vec::new();
    memory::reserve(&mut found, N * events.0.len())?;
    found.extend(events.0.iter().flat_map(read));
    Ok(found)
}

/// Returns all events as records of 128 bytes in the machine's byte order: as 64-bit integers the two colliders, the two
/// bodies, the bodies' and the colliders' user data, two each; then as 64-bit floats the eight numbers of
/// `rt_rapier2d_collision_events_values`.
#[export(computes)]
fn rt_rapier2d_collision_events_bytes(events: &CollisionEvents) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    memory::reserve(&mut bytes, 128 * events.0.len())?;
    for event in &events.0 {
        let [one, other] = event.parties;
        let numbers = [
            one.collider,
            other.collider,
            one.body,
            other.body,
            one.body_data,
            other.body_data,
            one.collider_data,
            other.collider_data,
        ];
        bytes.extend(numbers.into_iter().flat_map(i64::to_ne_bytes));
        bytes.extend(values(event).into_iter().flat_map(f64::to_ne_bytes));
    }
    Ok(bytes)
}

/// Frees the events.
#[export(light)]
fn rt_rapier2d_collision_events_free(events: Consumed<CollisionEvents>) -> Result<()> {
    drop(events);
    Ok(())
}
