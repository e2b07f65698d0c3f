//! Queries: rays, points and shapes.

use crate::{
    Result,
    cast::Dispatcher,
    check,
    hit::CastHit,
    ids::{Body, Collider},
    moving::Moving,
    query::{Way, enabled, first_touched, queries, ray_hit, sorted},
    world::{World, freed},
};
use ffi_core::{Handle, export, ffi_struct};
use rapier2d_f64::{
    math::{Pose, Vector},
    parry::{
        query::{PointProjection, QueryDispatcher, Ray},
        shape::{Ball, Cuboid, Shape},
    },
    pipeline::QueryFilter,
    prelude as rapier,
};

/// What a ray hits.
#[ffi_struct]
pub struct RayHit {
    /// True where it hits something.
    pub hit: bool,
    /// The collider that it hits first, 0 where it hits none.
    #[handle = "collider"]
    pub collider: i64,
    /// The distance along the ray, in metres.
    pub distance: f64,
}

/// The collider closest to a point.
#[ffi_struct]
pub struct NearestCollider {
    /// True where one is near enough.
    pub found: bool,
    /// The collider, 0 for none.
    #[handle = "collider"]
    pub collider: i64,
    /// The distance to it in metres, 0 from inside.
    pub distance: f64,
    /// x of its point that is closest; the point itself from inside.
    pub x: f64,
    /// y of that point.
    pub y: f64,
    /// True where the point is inside.
    pub inside: bool,
}

/// Tells whether the two colliders overlap or touch as they are now, whatever their groups and whether or not they are
/// sensors.
#[export(computes)]
fn rt_rapier2d_world_intersection_test(
    world: &World,
    collider1: Handle<Collider>,
    collider2: Handle<Collider>,
) -> Result<bool> {
    let (key1, key2) = (world.key(collider1)?, world.key(collider2)?);
    let simulation = world.lock();
    let one = simulation.physics.colliders.get(key1).ok_or_else(|| freed(collider1))?;
    let other = simulation.physics.colliders.get(key2).ok_or_else(|| freed(collider2))?;
    let relative = one.position().inv_mul(other.position());
    let test = Dispatcher { moving: Moving::none() }.intersection_test(&relative, one.shape(), other.shape());
    Ok(test.is_ok_and(|hit| hit.intersecting))
}

/// Finds the first collider on a ray from a point along a direction of any length but 0, up to `max_dist` metres, which
/// may be infinite. Shapes are solid: from inside the distance is 0. Sensors are not hit. To hit nothing is no failure.
#[export(computes)]
fn rt_rapier2d_world_cast_ray(
    world: &World,
    origin_x: f64,
    origin_y: f64,
    dir_x: f64,
    dir_y: f64,
    max_dist: f64,
) -> Result<RayHit> {
    let origin = check::vector(origin_x, origin_y, ["origin_x", "origin_y"])?;
    let (direction, max_dist) = check::way(dir_x, dir_y, max_dist)?;
    let simulation = world.lock();
    let enabled = enabled(&simulation);
    let queries = queries(&simulation, QueryFilter::new().exclude_sensors().predicate(&enabled))?;
    let hit = queries.cast_ray(&Ray::new(origin, direction), max_dist, true);
    Ok(hit.map_or_else(RayHit::default, |(key, distance)| RayHit {
        hit: true,
        collider: simulation.collider_handle(key),
        distance,
    }))
}

/// Casts a ray as `rt_rapier2d_world_cast_ray` does, and also says where it hits; it is selective: it hits what the
/// groups of `memberships` and `filter` meet (4294967295 for all), sensors too where `sensors` is true, and no collider
/// of `exclude_body`, which may be 0.
#[export(zero(exclude_body))]
#[allow(clippy::too_many_arguments)]
fn rt_rapier2d_world_cast_ray_filtered(
    world: &World,
    origin_x: f64,
    origin_y: f64,
    dir_x: f64,
    dir_y: f64,
    max_dist: f64,
    memberships: i64,
    filter: i64,
    sensors: bool,
    exclude_body: Handle<Body>,
) -> Result<CastHit> {
    let origin = check::vector(origin_x, origin_y, ["origin_x", "origin_y"])?;
    let way = Way::new(world, [dir_x, dir_y, max_dist], [memberships, filter], sensors, exclude_body)?;
    let simulation = world.lock();
    let ray = Ray::new(origin, way.along);
    let enabled = enabled(&simulation);
    let queries = queries(&simulation, way.filter.predicate(&enabled))?;
    let hit = queries.cast_ray_and_get_normal(&ray, way.max_dist, true);
    Ok(hit.map_or_else(CastHit::default, |(key, hit)| ray_hit(&simulation, key, &ray, &hit)))
}

/// Finds the first collider that a circle touches on its way from a point along a direction, selective as in
/// `rt_rapier2d_world_cast_ray_filtered`. The distance is how far its centre goes: 0 where it touches or overlaps
/// something as it begins, whichever way it goes, and the normal then points from what it touches to its centre.
#[export(zero(exclude_body))]
#[allow(clippy::too_many_arguments)]
fn rt_rapier2d_world_cast_circle(
    world: &World,
    x: f64,
    y: f64,
    radius: f64,
    dir_x: f64,
    dir_y: f64,
    max_dist: f64,
    memberships: i64,
    filter: i64,
    sensors: bool,
    exclude_body: Handle<Body>,
) -> Result<CastHit> {
    let from = check::vector(x, y, ["x", "y"])?;
    let radius = check::positive(radius, "radius")?;
    let way = Way::new(world, [dir_x, dir_y, max_dist], [memberships, filter], sensors, exclude_body)?;
    let roomy = Ball::new(radius + 1e-12 * (radius + from.x.abs() + from.y.abs()));
    let moving = Moving::circle(radius);
    first_touched(&world.lock(), moving, (from, &roomy), way.along, way.max_dist, way.filter)
}

/// Finds the colliders that a point is in, sensors too.
#[export(computes, handles(result = "collider"), unowned)]
fn rt_rapier2d_world_query_point(world: &World, x: f64, y: f64) -> Result<Vec<i64>> {
    let point = check::vector(x, y, ["x", "y"])?;
    let simulation = world.lock();
    let enabled = enabled(&simulation);
    let solid = |key, collider: &rapier::Collider| !is_chain(collider) && enabled(key, collider);
    let filter = QueryFilter::new().predicate(&solid);
    let keys = queries(&simulation, filter)?.intersect_point(point).map(|(key, _)| key).collect();
    Ok(sorted(&simulation, keys))
}

/// Finds the collider closest to a point, no farther than `max_dist` metres, which may be infinite; sensors too.
#[export]
fn rt_rapier2d_world_query_nearest(world: &World, x: f64, y: f64, max_dist: f64) -> Result<NearestCollider> {
    let point = check::vector(x, y, ["x", "y"])?;
    let max_dist = check::reach(max_dist, "max_dist")?;
    let simulation = world.lock();
    let enabled = enabled(&simulation);
    let solids = |key, collider: &rapier::Collider| !is_chain(collider) && enabled(key, collider);
    let chains = |key, collider: &rapier::Collider| is_chain(collider) && enabled(key, collider);
    let distance = |projection: &PointProjection| (projection.point - point).length();
    let solid =
        queries(&simulation, QueryFilter::new().predicate(&solids))?.project_point(point, max_dist, true);
    let reach = solid.as_ref().map_or(max_dist, |(_, projection)| distance(projection));
    let chain =
        queries(&simulation, QueryFilter::new().predicate(&chains))?.project_point(point, reach, false);
    let inside = |projection: &PointProjection| chain.is_none() && projection.is_inside;
    Ok(chain.or(solid).map_or_else(NearestCollider::default, |(key, projection)| NearestCollider {
        found: true,
        collider: simulation.collider_handle(key),
        distance: distance(&projection),
        x: projection.point.x,
        y: projection.point.y,
        inside: inside(&projection),
    }))
}

/// Finds the colliders that overlap or touch a circle, sensors too.
#[export(handles(result = "collider"), unowned)]
fn rt_rapier2d_world_query_circle(world: &World, x: f64, y: f64, radius: f64) -> Result<Vec<i64>> {
    let pose = Pose::from_translation(check::vector(x, y, ["x", "y"])?);
    overlapping(world, pose, &Ball::new(check::positive(radius, "radius")?))
}

/// Finds the colliders that overlap or touch a box of twice these sizes about a point, turned by `rotation`; sensors
/// too.
#[export(handles(result = "collider"), unowned)]
fn rt_rapier2d_world_query_box(
    world: &World,
    x: f64,
    y: f64,
    half_width: f64,
    half_height: f64,
    rotation: f64,
) -> Result<Vec<i64>> {
    let pose = check::pose(x, y, rotation)?;
    let half_width = check::positive(half_width, "half_width")?;
    let half_height = check::positive(half_height, "half_height")?;
    overlapping(world, pose, &Cuboid::new(Vector::new(half_width, half_height)))
}

fn overlapping(world: &World, pose: Pose, shape: &dyn Shape) -> Result<Vec<i64>> {
    let simulation = world.lock();
    let enabled = enabled(&simulation);
    let filter = QueryFilter::new().predicate(&enabled);
    let mut queries = queries(&simulation, filter)?;
    let lines = Dispatcher { moving: Moving::none() };
    queries.dispatcher = &lines;
    let keys = queries.intersect_shape(pose, shape).map(|(key, _)| key).collect();
    Ok(sorted(&simulation, keys))
}

/// True of what is a line to queries, and has no inside.
fn is_chain(collider: &rapier::Collider) -> bool {
    collider.shape().as_polyline().is_some()
}
