//! Colliders.

use crate::{
    Result, chain, check,
    exports::body_motion::BodyPosition,
    groups::groups,
    ids::{Body, Collider},
    mass, polygon, room,
    world::World,
};
use ffi_core::{Borrowed, Handle, export};
use rapier2d_f64::{
    math::Pose,
    parry::shape::SharedShape,
    prelude::{ActiveCollisionTypes, ActiveEvents, ColliderBuilder},
};

fn new_collider(world: &World, body: Handle<Body>, shape: SharedShape) -> Result<Borrowed<Collider>> {
    let properties = mass::of_shape(&shape, 1.0);
    let collider =
        ColliderBuilder::new(shape).mass_properties(properties).active_events(ActiveEvents::COLLISION_EVENTS);
    world.with_body(body, |simulation, parent| {
        simulation.open()?;
        let key = room::within(|| simulation.physics.insert_collider(collider, Some(parent)))?;
        let named = simulation.name_collider(key).inspect_err(|_| {
            simulation.physics.remove_collider(key);
        });
        simulation.settle_mass(parent);
        simulation.hooks.settle(key, &mut simulation.physics);
        simulation.move_colliders(parent);
        simulation.repeat_disabled(parent);
        named
    })
}

/// Makes a circle about the body's origin. A new collider has density 1 kg/m², friction 0.5, restitution 0, no offset,
/// is solid, and belongs to and meets all groups.
#[export]
fn rt_rapier2d_collider_new_circle(
    world: &World,
    body: Handle<Body>,
    radius: f64,
) -> Result<Borrowed<Collider>> {
    new_collider(world, body, SharedShape::ball(check::positive(radius, "radius")?))
}

/// Makes a box of twice these sizes about the body's origin. Static boxes and convex polygons side by side make ground
/// without seams where they are flush to 0.005 length units: what stands, slides or rolls on one of them does not feel
/// the corners of the next. What falls right onto a seam still does, and seams between bodies that move are felt; one
/// polygon or one chain has none at all.
#[export]
fn rt_rapier2d_collider_new_box(
    world: &World,
    body: Handle<Body>,
    half_width: f64,
    half_height: f64,
) -> Result<Borrowed<Collider>> {
    let half_width = check::positive(half_width, "half_width")?;
    let half_height = check::positive(half_height, "half_height")?;
    new_collider(world, body, SharedShape::cuboid(half_width, half_height))
}

/// Makes a capsule about the body's origin: all points no farther than `radius` from the segment that goes from
/// `half_height` below to `half_height` above it, along the body's y axis.
#[export]
fn rt_rapier2d_collider_new_capsule(
    world: &World,
    body: Handle<Body>,
    half_height: f64,
    radius: f64,
) -> Result<Borrowed<Collider>> {
    let half_height = check::positive(half_height, "half_height")?;
    let radius = check::positive(radius, "radius")?;
    new_collider(world, body, SharedShape::capsule_y(half_height, radius))
}

/// Makes a polygon whose outline is `vertices`, x, y pairs in the body's coordinates, in either winding, at least 3
/// points, which does not cross or touch itself. A convex one, of up to 16,384 points, is taken as it is; another, of
/// up to 2,048, is cut into convex pieces that together are exactly it, and is one collider all the same.
#[export(memory = 32)]
fn rt_rapier2d_collider_new_polygon(
    world: &World,
    body: Handle<Body>,
    vertices: &[f64],
) -> Result<Borrowed<Collider>> {
    new_collider(world, body, polygon::shape(vertices)?)
}

/// Makes a chain of edges through `vertices`, x, y pairs in the body's coordinates, at least 2 points, or 3 where
/// `closed` leads from the last back to the first: ground of any shape, without seams. What slides over its points
/// feels none, where boxes side by side push at what crosses their seams. Its right side is its outside, seen along it:
/// only what comes from there is stopped. So ground goes from right to left, a height field is such a chain whose x
/// falls, a solid outline goes counter-clockwise, and a room clockwise. It weighs nothing and has no inside: queries
/// see lines. For static bodies, mostly; two chains do not meet.
#[export(memory = 32)]
fn rt_rapier2d_collider_new_chain(
    world: &World,
    body: Handle<Body>,
    vertices: &[f64],
    closed: bool,
) -> Result<Borrowed<Collider>> {
    new_collider(world, body, chain::shape(vertices, closed)?)
}

/// Frees the collider. Its body stays, and weighs less by it unless it was given a mass.
#[export(frees(handle))]
fn rt_rapier2d_collider_free(world: &World, handle: Handle<Collider>) -> Result<()> {
    world.with_collider(handle, |simulation, key| {
        let taken = handle.take()?;
        simulation.forget_collider(key);
        let removed = simulation.physics.remove_collider(key);
        if let Some(parent) = removed.and_then(|collider| collider.parent()) {
            simulation.settle_mass(parent);
        }
        drop(taken);
        Ok(())
    })?
}

/// Moves and turns the collider relative to its body.
#[export(computes)]
fn rt_rapier2d_collider_set_offset(
    world: &World,
    handle: Handle<Collider>,
    x: f64,
    y: f64,
    rotation: f64,
) -> Result<()> {
    let pose: Pose = check::pose(x, y, rotation)?;
    world.with_collider(handle, |simulation, key| {
        let collider = &mut simulation.physics.colliders[key];
        collider.set_position_wrt_parent(pose);
        if let Some(parent) = collider.parent() {
            simulation.settle_mass(parent);
            simulation.move_colliders(parent);
        }
    })
}

/// Sets how much of its speed a bounce gives back: 0 none, 1 all. Two colliders that meet use the average of theirs.
/// What lands flat on two corners at once comes back slower, a box to three quarters of the height: the solver works
/// through the corners one after the other.
#[export]
fn rt_rapier2d_collider_set_restitution(world: &World, handle: Handle<Collider>, coef: f64) -> Result<()> {
    let coef = check::not_negative(coef, "coef")?;
    world.change_collider(handle, |collider| collider.set_restitution(coef))
}

/// Sets the coefficient of friction. Two colliders that meet use the average of theirs. A change wakes no body: wake
/// what rests there.
#[export]
fn rt_rapier2d_collider_set_friction(world: &World, handle: Handle<Collider>, coef: f64) -> Result<()> {
    let coef = check::not_negative(coef, "coef")?;
    world.change_collider(handle, |collider| collider.set_friction(coef))
}

/// Sets the density in kg/m², from which its body's mass follows at once. 0 for a collider without mass.
#[export]
fn rt_rapier2d_collider_set_density(world: &World, handle: Handle<Collider>, density: f64) -> Result<()> {
    let density = check::not_negative(density, "density")?;
    world.with_collider(handle, |simulation, key| {
        let collider = &mut simulation.physics.colliders[key];
        mass::set_density(collider, density);
        if let Some(parent) = collider.parent() {
            simulation.settle_mass(parent);
        }
    })
}

/// Makes a collider a sensor, or a plain one again. A sensor feels what touches it
/// (`rt_rapier2d_world_intersection_test`, collision events) without stopping it: it makes no contacts, and rays pass
/// through. It still weighs what its density says.
#[export]
fn rt_rapier2d_collider_set_sensor(world: &World, handle: Handle<Collider>, is_sensor: bool) -> Result<()> {
    world.change_collider(handle, |collider| {
        collider.set_sensor(is_sensor);
        // A sensor of a door must feel a kinematic character too.
        let static_pairs = ActiveCollisionTypes::FIXED_FIXED;
        let types = ActiveCollisionTypes::all() - static_pairs;
        collider.set_active_collision_types(if is_sensor { types } else { ActiveCollisionTypes::default() });
    })
}

/// Sets which colliders this one meets: `memberships` are the groups that it belongs to and `filter` those it meets, 32
/// of them, a bit each. Two colliders meet where each one's filter has a group of the other.
#[export]
fn rt_rapier2d_collider_set_groups(
    world: &World,
    handle: Handle<Collider>,
    memberships: i64,
    filter: i64,
) -> Result<()> {
    let groups = groups(memberships, filter)?;
    world.change_collider(handle, |collider| collider.set_collision_groups(groups))
}

/// Returns where the collider is in the world.
#[export(computes)]
fn rt_rapier2d_collider_get_position(world: &World, handle: Handle<Collider>) -> Result<BodyPosition> {
    world.read_collider(handle, |_, collider| collider.position().into())
}

/// Returns the handle of the body that the collider belongs to.
#[export(light, borrowed)]
fn rt_rapier2d_collider_get_body(world: &World, handle: Handle<Collider>) -> Result<Borrowed<Body>> {
    world.read_collider(handle, |simulation, collider| {
        Borrowed::new(collider.parent().map_or(0, |parent| simulation.body_handle(parent)))
    })
}

/// Sets a number of the host's own, kept with the collider and in snapshots; 0 in a new collider.
#[export(light)]
fn rt_rapier2d_collider_set_user_data(world: &World, handle: Handle<Collider>, user_data: i64) -> Result<()> {
    world.change_collider(handle, |collider| {
        let density = collider.user_data >> 64 << 64;
        collider.user_data = density | u128::from(user_data.cast_unsigned());
    })
}

/// Returns the number that `rt_rapier2d_collider_set_user_data` left; 0 on failure.
#[export(light, fail = 0)]
fn rt_rapier2d_collider_get_user_data(world: &World, handle: Handle<Collider>) -> Result<i64> {
    world.read_collider(handle, |_, collider| (collider.user_data as u64).cast_signed())
}
