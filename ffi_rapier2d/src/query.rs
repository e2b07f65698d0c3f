//! Queries of what is in a world.

use crate::{
    Result, cast::Dispatcher, check, groups::groups, hit::CastHit, ids::Body, moving::Moving,
    simulation::Simulation, world::World,
};
use ffi_core::Handle;
use rapier2d_f64::{
    math::{Pose, Vector},
    parry::{
        query::{Ray, RayIntersection, details::ShapeCastOptions},
        shape::Shape,
    },
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

fn query_filter(
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

/// A way through a world, and what is met on it.
pub struct Way {
    pub along: Vector,
    pub max_dist: f64,
    pub filter: QueryFilter<'static>,
}

impl Way {
    pub fn new(
        world: &World,
        [dir_x, dir_y, max_dist]: [f64; 3],
        [memberships, filter]: [i64; 2],
        sensors: bool,
        exclude_body: Handle<Body>,
    ) -> Result<Self> {
        let (along, max_dist) = check::way(dir_x, dir_y, max_dist)?;
        let filter = query_filter(world, memberships, filter, sensors, exclude_body)?;
        Ok(Self { along, max_dist, filter })
    }
}

/// What a shape touches first on its way from a place; `roomy` is a little more than it, for the search by boxes, so that
/// rounding leaves out none that it touches.
pub fn first_touched(
    simulation: &Simulation,
    moving: Moving,
    (from, roomy): (Vector, &dyn Shape),
    along: Vector,
    max_dist: f64,
    filter: QueryFilter,
) -> Result<CastHit> {
    let enabled = enabled(simulation);
    let mut queries = queries(simulation, filter.predicate(&enabled))?;
    let dispatcher = Dispatcher { moving };
    queries.dispatcher = &dispatcher;
    let options = ShapeCastOptions { max_time_of_impact: max_dist, ..ShapeCastOptions::default() };
    let hit = queries.cast_shape(&Pose::from_translation(from), along, roomy, options);
    Ok(hit.map_or_else(CastHit::default, |(key, hit)| {
        cast_hit(simulation, key, hit.time_of_impact, hit.witness1, hit.normal1)
    }))
}

/// Where a ray hits; from inside there is no normal.
pub fn ray_hit(simulation: &Simulation, key: ColliderHandle, ray: &Ray, hit: &RayIntersection) -> CastHit {
    let normal = if hit.time_of_impact > 0.0 { hit.normal } else { Vector::ZERO };
    cast_hit(simulation, key, hit.time_of_impact, ray.point_at(hit.time_of_impact), normal)
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
