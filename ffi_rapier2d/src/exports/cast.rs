//! Shapes that move through a world, and all that a ray hits.

use crate::{
    Result, check,
    hit::{CastHit, CastHits},
    ids::{Body, Collider},
    moving::Moving,
    polygon,
    query::{Way, enabled, first_touched, queries, ray_hit},
    simulation::Simulation,
    world::{World, freed},
};
use ffi_core::{Consumed, Handle, New, export, memory};
use rapier2d_f64::{
    math::{Pose, Vector},
    parry::{
        query::Ray,
        shape::{Cuboid, Shape, SharedShape},
    },
    pipeline::QueryFilter,
};

/// How far shapes go until one of them touches something.
fn cast(
    simulation: &Simulation,
    shapes: &[(Pose, &dyn Shape)],
    along: Vector,
    max_dist: f64,
    filter: QueryFilter,
) -> Result<CastHit> {
    let (moving, bounds) = Moving::of(shapes, simulation.physics.integration_parameters.length_unit)?;
    let (center, half) = (bounds.center(), bounds.half_extents());
    let margin = 1e-12 * (half.length() + center.length());
    let roomy = Cuboid::new(half + Vector::splat(margin));
    first_touched(simulation, moving, (center, &roomy), along, max_dist, filter)
}

/// How far one shape goes.
fn go(way: Way, world: &World, shape: &dyn Shape, pose: Pose) -> Result<CastHit> {
    cast(&world.lock(), &[(pose, shape)], way.along, way.max_dist, way.filter)
}

/// Finds the first collider that a box of twice these sizes touches on its way from a place along a direction, without
/// turning, selective as in `rt_rapier2d_world_cast_ray_filtered`. The distance is how far it goes; x and y are the middle
/// of where it then touches the collider. What it overlaps as it begins by more than 0.01 length units stops it at once,
/// with a normal of 0, 0; what it overlaps by less, or touches, stops it only where it goes deeper: what stands on the
/// ground can look along it.
#[export(zero(exclude_body))]
#[allow(clippy::too_many_arguments)]
fn rt_rapier2d_world_cast_box(
    world: &World,
    x: f64,
    y: f64,
    rotation: f64,
    half_width: f64,
    half_height: f64,
    dir_x: f64,
    dir_y: f64,
    max_dist: f64,
    memberships: i64,
    filter: i64,
    sensors: bool,
    exclude_body: Handle<Body>,
) -> Result<CastHit> {
    let pose = check::pose(x, y, rotation)?;
    let half_width = check::positive(half_width, "half_width")?;
    let half_height = check::positive(half_height, "half_height")?;
    let shape = Cuboid::new(Vector::new(half_width, half_height));
    let way = Way::new(world, [dir_x, dir_y, max_dist], [memberships, filter], sensors, exclude_body)?;
    go(way, world, &shape, pose)
}

/// Finds the first collider that a capsule touches on its way, as `rt_rapier2d_world_cast_box` does: all points no
/// farther than `radius` from the segment that goes from `half_height` below to `half_height` above a place, turned by
/// `rotation`.
#[export(zero(exclude_body))]
#[allow(clippy::too_many_arguments)]
fn rt_rapier2d_world_cast_capsule(
    world: &World,
    x: f64,
    y: f64,
    rotation: f64,
    half_height: f64,
    radius: f64,
    dir_x: f64,
    dir_y: f64,
    max_dist: f64,
    memberships: i64,
    filter: i64,
    sensors: bool,
    exclude_body: Handle<Body>,
) -> Result<CastHit> {
    let pose = check::pose(x, y, rotation)?;
    let half_height = check::positive(half_height, "half_height")?;
    let shape = SharedShape::capsule_y(half_height, check::positive(radius, "radius")?);
    let way = Way::new(world, [dir_x, dir_y, max_dist], [memberships, filter], sensors, exclude_body)?;
    go(way, world, &*shape, pose)
}

/// Finds the first collider that a polygon touches on its way, as `rt_rapier2d_world_cast_box` does. Its outline is
/// `vertices`, as that of `rt_rapier2d_collider_new_polygon`, about a place and turned by `rotation`.
#[export(zero(exclude_body), memory = 32)]
#[allow(clippy::too_many_arguments)]
fn rt_rapier2d_world_cast_polygon(
    world: &World,
    vertices: &[f64],
    x: f64,
    y: f64,
    rotation: f64,
    dir_x: f64,
    dir_y: f64,
    max_dist: f64,
    memberships: i64,
    filter: i64,
    sensors: bool,
    exclude_body: Handle<Body>,
) -> Result<CastHit> {
    let pose = check::pose(x, y, rotation)?;
    let shape = polygon::shape(vertices)?;
    let way = Way::new(world, [dir_x, dir_y, max_dist], [memberships, filter], sensors, exclude_body)?;
    go(way, world, &*shape, pose)
}

/// Finds the first collider that this one would touch if it moved along a direction from where it is, without turning, as
/// `rt_rapier2d_world_cast_box` does: of other bodies, of those its groups meet, and no sensors.
#[export]
fn rt_rapier2d_collider_cast(
    world: &World,
    handle: Handle<Collider>,
    dir_x: f64,
    dir_y: f64,
    max_dist: f64,
) -> Result<CastHit> {
    let (along, max_dist) = check::way(dir_x, dir_y, max_dist)?;
    world.read_collider(handle, |simulation, collider| {
        let mut filter = QueryFilter::new().groups(collider.collision_groups()).exclude_sensors();
        filter.exclude_rigid_body = collider.parent();
        cast(simulation, &[(*collider.position(), collider.shape())], along, max_dist, filter)
    })?
}

/// Finds the first collider that the body would touch with any of its colliders if it moved along a direction from where
/// it is, without turning, as `rt_rapier2d_collider_cast` does for one of them. Its sensors do not count; a body without
/// other colliders hits nothing.
#[export]
fn rt_rapier2d_body_cast(
    world: &World,
    handle: Handle<Body>,
    dir_x: f64,
    dir_y: f64,
    max_dist: f64,
) -> Result<CastHit> {
    let (along, max_dist) = check::way(dir_x, dir_y, max_dist)?;
    let key = world.key(handle)?;
    let simulation = world.lock();
    let physics = &simulation.physics;
    let body = physics.bodies.get(key).ok_or_else(|| freed(handle))?;
    let mut first = CastHit::default();
    // One by one: each has its own groups.
    for collider in body.colliders().iter().filter_map(|&key| physics.colliders.get(key)) {
        if collider.is_sensor() {
            continue;
        }
        let filter =
            QueryFilter::new().groups(collider.collision_groups()).exclude_sensors().exclude_rigid_body(key);
        let hit = cast(&simulation, &[(*collider.position(), collider.shape())], along, max_dist, filter)?;
        if hit.hit && (!first.hit || hit.distance < first.distance) {
            first = hit;
        }
    }
    Ok(first)
}

/// Finds all colliders on a ray, each where the ray meets it first, in the order of their distances: an object that the
/// caller frees with `rt_rapier2d_cast_hits_free`. Selective as in `rt_rapier2d_world_cast_ray_filtered`.
#[export(zero(exclude_body))]
#[allow(clippy::too_many_arguments)]
fn rt_rapier2d_world_cast_ray_all(
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
) -> Result<New<CastHits>> {
    let origin = check::vector(origin_x, origin_y, ["origin_x", "origin_y"])?;
    let way = Way::new(world, [dir_x, dir_y, max_dist], [memberships, filter], sensors, exclude_body)?;
    let simulation = world.lock();
    let enabled = enabled(&simulation);
    let queries = queries(&simulation, way.filter.predicate(&enabled))?;
    let ray = Ray::new(origin, way.along);
    let mut found = memory::collect(queries.intersect_ray(ray, way.max_dist, true))?;
    // What is equally far in the world's own order, whatever the tree's.
    found.sort_by(|(key, _, hit), (other, _, other_hit)| {
        let keys = || key.into_raw_parts().cmp(&other.into_raw_parts());
        hit.time_of_impact.total_cmp(&other_hit.time_of_impact).then_with(keys)
    });
    let hits = found.into_iter().map(|(key, _, hit)| ray_hit(&simulation, key, &ray, &hit));
    Ok(New::new(CastHits(memory::collect(hits)?)))
}

/// Returns how many hits there are.
#[export(light)]
fn rt_rapier2d_cast_hits_count(hits: &CastHits) -> i64 {
    hits.0.len() as i64
}

/// Returns the hit at `index`, from 0.
#[export(light)]
fn rt_rapier2d_cast_hits_get(hits: &CastHits, index: i64) -> Result<CastHit> {
    Ok(hits.0[check::index(index, hits.0.len(), "index")?])
}

/// Returns the collider of each hit.
#[export(handles(result = "collider"), unowned)]
fn rt_rapier2d_cast_hits_colliders(hits: &CastHits) -> Result<Vec<i64>> {
    Ok(memory::collect(hits.0.iter().map(|hit| hit.collider))?)
}

/// Returns five numbers of each hit: its distance, x and y of the place, x and y of the normal.
#[export(computes)]
fn rt_rapier2d_cast_hits_values(hits: &CastHits) -> Result<Vec<f64>> {
    let mut values = Vec::new();
    memory::reserve(&mut values, 5 * hits.0.len())?;
    values.extend(hits.0.iter().flat_map(|hit| [hit.distance, hit.x, hit.y, hit.normal_x, hit.normal_y]));
    Ok(values)
}

/// Frees the hits.
#[export(light)]
fn rt_rapier2d_cast_hits_free(hits: Consumed<CastHits>) -> Result<()> {
    drop(hits);
    Ok(())
}
