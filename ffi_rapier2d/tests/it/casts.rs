//! Casts of shapes against closed forms and against what overlaps, and all hits of a ray.

use crate::common::*;
use std::f64::consts::PI;

const ALL: i64 = 0xffff_ffff;

struct Shape<'a> {
    world: &'a World,
    at: [f64; 3],
}

impl Shape<'_> {
    fn boxed(&self, half: [f64; 2], dir: [f64; 2], max: f64) -> RtCastHit {
        let [x, y, turn] = self.at;
        rt_rapier2d_world_cast_box(
            self.world.0,
            x,
            y,
            turn,
            half[0],
            half[1],
            dir[0],
            dir[1],
            max,
            ALL,
            ALL,
            false,
            0,
        )
    }
    fn capsule(&self, half: f64, radius: f64, dir: [f64; 2], max: f64) -> RtCastHit {
        let [x, y, turn] = self.at;
        rt_rapier2d_world_cast_capsule(
            self.world.0,
            x,
            y,
            turn,
            half,
            radius,
            dir[0],
            dir[1],
            max,
            ALL,
            ALL,
            false,
            0,
        )
    }
    fn polygon(&self, vertices: &[f64], dir: [f64; 2], max: f64) -> RtCastHit {
        let [x, y, turn] = self.at;
        // SAFETY: borrowed for the call.
        unsafe {
            rt_rapier2d_world_cast_polygon(
                self.world.0,
                vertices.as_ptr(),
                vertices.len() as i64,
                x,
                y,
                turn,
                dir[0],
                dir[1],
                max,
                ALL,
                ALL,
                false,
                0,
            )
        }
    }
}

#[test]
fn a_box_goes_until_it_touches() {
    let world = World::new(0.0, 0.0);
    let wall = world.rectangle(world.fixed(10.0, 0.0), 1.0, 5.0);
    let hit = Shape { world: &world, at: [0.0, 1.0, 0.0] }.boxed([0.5, 0.25], [3.0, 0.0], 100.0);
    assert!(hit.hit && hit.collider == wall);
    near(hit.distance, 8.5, 1e-12);
    // Face to face: the middle of what they share.
    near(hit.x, 9.0, 1e-12);
    near(hit.y, 1.0, 1e-12);
    near(hit.normal_x, -1.0, 1e-12);
    // With a corner ahead.
    let hit = Shape { world: &world, at: [0.0, 1.0, PI / 4.0] }.boxed([0.5, 0.5], [1.0, 0.0], 100.0);
    near(hit.distance, 9.0 - 0.5_f64.sqrt(), 1e-12);
    near(hit.y, 1.0, 1e-12);
    let miss = Shape { world: &world, at: [0.0, 5.3, 0.0] }.boxed([0.5, 0.25], [1.0, 0.0], 100.0);
    assert!(!miss.hit && miss.collider == 0 && miss.distance == 0.0);
    let short = Shape { world: &world, at: [0.0, 1.0, 0.0] }.boxed([0.5, 0.25], [1.0, 0.0], 8.49);
    assert!(!short.hit);
    assert!(Shape { world: &world, at: [0.0, 1.0, 0.0] }.boxed([0.5, 0.25], [1.0, 0.0], 8.5).hit);
}

#[test]
fn round_shapes_meet_by_their_radii() {
    let world = World::new(0.0, 0.0);
    world.circle(world.fixed(5.0, 0.0), 1.0);
    // Capsule upright, beside the circle's middle: (5 − x)² + 0.6² = 1.5².
    let hit = Shape { world: &world, at: [0.0, -1.6, 0.0] }.capsule(1.0, 0.5, [1.0, 0.0], 100.0);
    let expected = 5.0 - (1.5_f64 * 1.5 - 0.36).sqrt();
    near(hit.distance, expected, 1e-12);
    near(hit.normal_y, -0.6 / 1.5, 1e-12);
    near(hit.x, 5.0 + hit.normal_x, 1e-12);
    near(hit.y, hit.normal_y, 1e-12);
    let hit = Shape { world: &world, at: [0.0, 0.0, PI / 2.0] }.capsule(1.0, 0.5, [1.0, 0.0], 100.0);
    near(hit.distance, 5.0 - 1.0 - 0.5 - 1.0, 1e-12);
}

/// Where nothing is known in closed form: just short of the distance the shapes are apart, and just beyond they overlap.
#[test]
fn a_cast_ends_where_overlap_begins() {
    let world = World::new(0.0, 0.0);
    let targets = [
        world.rectangle(made(rt_rapier2d_body_new_static(world.0, 6.0, 0.5, 0.7)), 1.0, 0.5),
        world.polygon(world.fixed(0.0, 7.0), &[-1.0, 0.0, 2.0, 0.3, 1.0, 1.5, -0.5, 1.0]),
        world.polygon(world.fixed(-7.0, 0.0), &[0.0, 0.0, 2.0, 0.0, 2.0, 0.5, 0.5, 0.5, 0.5, 2.0, 0.0, 2.0]),
        world.chain(world.fixed(0.0, -6.0), &[3.0, 0.0, 1.0, 0.7, -1.0, 0.2, -4.0, 0.0], false),
        made(rt_rapier2d_collider_new_capsule(world.0, world.fixed(5.0, 5.0), 1.0, 0.3)),
    ];
    let ell = [-0.5, -0.5, 0.5, -0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 0.5, -0.5, 0.5];
    let mut met = std::collections::BTreeSet::new();
    for turn in 0..90 {
        let angle = f64::from(turn) * PI / 45.0;
        let dir = [angle.cos(), angle.sin()];
        let pose = [0.1, -0.2, 0.37 * f64::from(turn)];
        let from = Shape { world: &world, at: pose };
        let hits = [
            from.boxed([0.4, 0.7], dir, 50.0),
            from.capsule(0.6, 0.2, dir, 50.0),
            from.polygon(&ell, dir, 50.0),
        ];
        for (kind, hit) in hits.into_iter().enumerate().filter(|(_, hit)| hit.hit) {
            met.insert((kind, hit.collider));
            near(hit.normal_x.hypot(hit.normal_y), 1.0, 1e-12);
            assert!(hit.normal_x * dir[0] + hit.normal_y * dir[1] < 0.0);
            for (by, overlaps) in [(-1e-7, false), (1e-7, true)] {
                let way = hit.distance + by;
                let probe = made(rt_rapier2d_body_new_static(
                    world.0,
                    pose[0] + dir[0] * way,
                    pose[1] + dir[1] * way,
                    pose[2],
                ));
                let shape = match kind {
                    0 => world.rectangle(probe, 0.4, 0.7),
                    1 => made(rt_rapier2d_collider_new_capsule(world.0, probe, 0.6, 0.2)),
                    _ => world.polygon(probe, &ell),
                };
                let found = rt_rapier2d_world_intersection_test(world.0, shape, hit.collider);
                assert_eq!(found, overlaps, "{kind} {turn} {by}: {hit:?}");
                if overlaps {
                    // The place is on both.
                    let at = rt_rapier2d_world_query_circle(world.0, hit.x, hit.y, 1e-6).take();
                    assert!(at.contains(&shape) && at.contains(&hit.collider), "{kind} {turn}: {hit:?}");
                }
                ok(rt_rapier2d_body_free(world.0, probe));
            }
        }
    }
    assert_eq!(met.len(), 3 * targets.len(), "every shape met every target");
}

#[test]
fn what_stands_can_look_along_the_ground() {
    let world = World::new(0.0, -G);
    let floor = world.floor();
    let wall = world.rectangle(world.fixed(8.0, 1.0), 0.5, 1.0);
    let body = world.dynamic(0.0, 0.5);
    let own = world.rectangle(body, 0.5, 0.5);
    let sensor = world.circle(world.fixed(3.0, 0.5), 0.5);
    ok(rt_rapier2d_collider_set_sensor(world.0, sensor, true));
    world.steps(60);
    for hit in [
        rt_rapier2d_body_cast(world.0, body, 1.0, 0.0, 100.0),
        rt_rapier2d_collider_cast(world.0, own, 1.0, 0.0, 100.0),
    ] {
        assert!(hit.hit && hit.collider == wall, "{hit:?}");
        near(hit.distance, 7.0 - world.at(body).x, 1e-9);
    }
    let down = rt_rapier2d_body_cast(world.0, body, 0.0, -1.0, 1.0);
    assert!(down.hit && down.collider == floor && down.distance < 0.01);
    near(down.normal_y, 1.0, 1e-9);
    assert!(!rt_rapier2d_body_cast(world.0, body, 0.0, 1.0, 100.0).hit);
    // Deep in something it goes nowhere.
    let deep = Shape { world: &world, at: [8.0, 1.0, 0.0] }.boxed([0.1, 0.1], [1.0, 0.0], 9.0);
    assert!(deep.hit && deep.collider == wall);
    assert_eq!((deep.distance, deep.normal_x, deep.normal_y), (0.0, 0.0, 0.0));
    // Of several colliders the first to touch; none of them is one's own.
    let ahead = world.rectangle(body, 0.1, 0.1);
    ok(rt_rapier2d_collider_set_offset(world.0, ahead, 2.0, 0.5, 0.0));
    let hit = rt_rapier2d_body_cast(world.0, body, 1.0, 0.0, 100.0);
    near(hit.distance, 7.5 - 2.1 - world.at(body).x, 1e-9);
    let empty = world.dynamic(0.0, 5.0);
    let none = rt_rapier2d_body_cast(world.0, empty, 0.0, -1.0, 100.0);
    assert!(!none.hit && error().is_empty());
    // Groups count.
    ok(rt_rapier2d_collider_set_groups(world.0, own, 1, 2));
    ok(rt_rapier2d_collider_set_groups(world.0, wall, 4, ALL));
    assert!(!rt_rapier2d_collider_cast(world.0, own, 1.0, 0.0, 100.0).hit);
}

#[test]
fn a_ray_tells_of_all_it_hits_in_order() {
    let world = World::new(0.0, 0.0);
    let mut expected = Vec::new();
    for at in [9.0, 3.0, 6.0, 12.0] {
        expected.push((at, world.circle(world.fixed(at, 0.0), 1.0)));
    }
    world.circle(world.fixed(5.0, 3.0), 1.0);
    let inside = world.rectangle(world.fixed(0.0, 0.0), 1.0, 1.0);
    expected.sort_by(|one, other| one.0.total_cmp(&other.0));
    let hits = made(rt_rapier2d_world_cast_ray_all(world.0, 0.0, 0.0, 2.0, 0.0, 11.5, ALL, ALL, false, 0));
    let count = rt_rapier2d_cast_hits_count(hits);
    let colliders = rt_rapier2d_cast_hits_colliders(hits).take();
    let order: Vec<i64> = [inside].into_iter().chain(expected.iter().map(|one| one.1)).collect();
    assert_eq!(colliders, order);
    assert_eq!(count, 5);
    let values = rt_rapier2d_cast_hits_values(hits).take();
    for (at, &(x, collider)) in expected.iter().enumerate() {
        let hit = rt_rapier2d_cast_hits_get(hits, at as i64 + 1);
        assert_eq!(hit.collider, collider);
        let five = [hit.distance, hit.x, hit.y, hit.normal_x, hit.normal_y];
        assert_eq!(values[5 * at + 5..5 * at + 10], five);
        near(hit.distance, x - 1.0, 1e-9);
        near(hit.normal_x, -1.0, 1e-9);
    }
    let first = rt_rapier2d_cast_hits_get(hits, 0);
    assert_eq!((first.distance, first.normal_x), (0.0, 0.0));
    assert!(!rt_rapier2d_cast_hits_get(hits, 5).hit);
    assert_eq!(error(), "`index` is 5, and the indices here go from 0 to below 5");
    ok(rt_rapier2d_cast_hits_free(hits));
    assert!(!rt_rapier2d_cast_hits_free(hits));
    error();
}
