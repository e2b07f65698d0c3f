//! Queries of what is in a world.

use crate::{Result, groups::groups, hit::CastHit, ids::Body, simulation::Simulation, world::World};
use ffi_core::Handle;
use rapier2d_f64::{
    math::Vector,
    pipeline::{QueryFilter, QueryPipeline},
    prelude::{self as rapier, ColliderHandle},
};

/// Filter for colliders of enabled bodies: rapier takes a disabled body's colliders out with the next step only.
pub fn enabled(simulation: &Simulation) -> impl Fn(ColliderHandle, &rapier::Collider) -> bool {
    let bodies = &simulation.physics.bodies;
    |_, collider| {
        collider.parent().and_then(|parent| bodies.get(parent)).is_none_or(rapier::RigidBody::is_enabled)
    }
}

pub fn queries<'a>(simulation: &'a Simulation, filter: QueryFilter<'a>) -> Result<QueryPipeline<'a>> {
    simulation.sound()?;
    let physics = &simulation.physics;
    let dispatcher = physics.narrow_phase.query_dispatcher();
    Ok(physics.broad_phase.as_query_pipeline(dispatcher, &physics.bodies, &physics.colliders, filter))
}

pub fn query_filter(
    world: &World,
    memberships: i64,
    filter: i64,
    sensors: bool,
    exclude_body: Handle<Body>,
) -> Result<QueryFilter<'static>> {
    let mut choice = QueryFilter::new().groups(groups(memberships, filter)?);
    if !sensors {
        choice = choice.exclude_sensors();
    }
    if exclude_body.number() != 0 {
        choice = choice.exclude_rigid_body(world.key(exclude_body)?);
    }
    Ok(choice)
}

/// Handles in the world's own order, whatever the tree's.
pub fn sorted(simulation: &Simulation, mut keys: Vec<ColliderHandle>) -> Vec<i64> {
    keys.sort_unstable_by_key(|key| key.into_raw_parts().0);
    keys.into_iter().map(|key| simulation.collider_handle(key)).collect()
}

/// A hit, with our handle.
pub fn cast_hit(
    simulation: &Simulation,
    key: ColliderHandle,
    distance: f64,
    point: Vector,
    normal: Vector,
) -> CastHit {
    CastHit {
        hit: true,
        collider: simulation.collider_handle(key),
        distance,
        x: point.x,
        y: point.y,
        normal_x: normal.x,
        normal_y: normal.y,
    }
}
