//! Queries, and polygons.

use crate::common::*;
use std::f64::consts::{FRAC_PI_2, PI, SQRT_2};

#[test]
fn rays_before_any_step() {
    let world = World::new(0.0, -G);
    let ball = world.circle(world.dynamic(10.0, 0.0), 2.0);
    let wall = world.rectangle(world.fixed(20.0, 0.0), 0.5, 5.0);
    let hit = world.ray(0.0, 0.0, 1.0, 0.0, 100.0);
    assert_eq!((hit.hit, hit.collider), (true, ball));
    near(hit.distance, 8.0, 1e-12);
    // Any length of the direction, metres all the same.
    for length in [1e-300, 1e-9, 17.0, 1e15] {
        near(world.ray(0.0, 0.0, length, 0.0, 100.0).distance, 8.0, 1e-9);
    }
    let above = world.ray(0.0, 3.0, 1.0, 0.0, f64::INFINITY);
    assert_eq!(above.collider, wall);
    near(above.distance, 19.5, 1e-12);
    let slanted = world.ray(0.0, -20.0, 1.0, 1.0, 100.0);
    assert_eq!(slanted.collider, wall);
    near(slanted.distance, 19.5 * SQRT_2, 1e-9);
    let chord = world.ray(0.0, 1.0, 1.0, 0.0, 100.0);
    near(chord.distance, 10.0 - 3.0_f64.sqrt(), 1e-9);
    assert!(!world.ray(0.0, 0.0, 1.0, 0.0, 7.99).hit);
    assert!(world.ray(0.0, 0.0, 1.0, 0.0, 8.01).hit);
    assert!(!world.ray(0.0, 0.0, -1.0, 0.0, 100.0).hit);
    let inside = world.ray(10.5, 0.5, 1.0, 0.0, 0.0);
    assert_eq!((inside.hit, inside.collider, inside.distance), (true, ball, 0.0));
    error();
    assert!(!world.ray(0.0, 0.0, 0.0, 0.0, 1.0).hit);
    assert_eq!(error(), "`dir_x` and `dir_y` are both 0, which is no direction");
    assert!(!world.ray(0.0, 0.0, 1.0, 0.0, -1.0).hit);
    assert_eq!(error(), "`max_dist` is -1, and it must not be below 0");
    assert!(!world.ray(-50.0, 0.0, -1.0, 0.0, 1.0).hit);
    assert_eq!(error(), "");
}

#[test]
fn queries_follow_every_change() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(10.0, 0.0);
    let collider = world.circle(body, 1.0);
    let distance = || world.ray(0.0, 0.0, 1.0, 0.0, 1000.0);
    for stepped in [false, true] {
        if stepped {
            world.steps(1);
        }
        near(distance().distance, 9.0, 1e-9);
        ok(rt_rapier2d_body_set_position(world.0, body, 50.0, 0.0, FRAC_PI_2));
        near(distance().distance, 49.0, 1e-9);
        ok(rt_rapier2d_collider_set_offset(world.0, collider, 0.0, 7.0, 0.0));
        near(distance().distance, 42.0, 1e-9);
        ok(rt_rapier2d_collider_set_sensor(world.0, collider, true));
        assert!(!distance().hit);
        ok(rt_rapier2d_collider_set_sensor(world.0, collider, false));
        let nearer = world.circle(body, 2.0);
        ok(rt_rapier2d_collider_set_offset(world.0, nearer, 0.0, 20.0, 0.0));
        assert_eq!(distance().collider, nearer);
        near(distance().distance, 28.0, 1e-9);
        ok(rt_rapier2d_collider_free(world.0, nearer));
        assert_eq!(distance().collider, collider);
        let again = world.rectangle(world.fixed(5.0, 0.0), 1.0, 1.0);
        assert_eq!(distance().collider, again);
        near(distance().distance, 4.0, 1e-9);
        ok(rt_rapier2d_body_free(world.0, rt_rapier2d_collider_get_body(world.0, again)));
        assert_eq!(distance().collider, collider);
        assert_eq!(rt_rapier2d_world_query_point(world.0, 43.0, 0.0).take(), [collider]);
        ok(rt_rapier2d_collider_set_offset(world.0, collider, 0.0, 0.0, 0.0));
        ok(rt_rapier2d_body_set_position(world.0, body, 10.0, 0.0, 0.0));
    }
    assert_eq!(rt_rapier2d_world_collider_count(world.0), 1);
    assert_eq!(rt_rapier2d_world_body_count(world.0), 1);
}

#[test]
fn many_colliders_before_any_step_agree_with_trying_each() {
    let world = World::new(0.0, 0.0);
    let mut circles = Vec::new();
    let mut state = 7_u64;
    let mut random = || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    for _ in 0..300 {
        let (x, y, r) = (random() * 100.0, random() * 100.0, 0.1 + random());
        circles.push((world.circle(world.fixed(x, y), r), x, y, r));
    }
    for _ in 0..300 {
        let (x, y, angle) = (random() * 100.0, random() * 100.0, random() * 2.0 * PI);
        let (dx, dy) = (angle.cos(), angle.sin());
        let mut expected: Option<(f64, i64)> = None;
        for &(handle, cx, cy, r) in &circles {
            let (ox, oy) = (x - cx, y - cy);
            let (along, outside) = (ox * dx + oy * dy, ox * ox + oy * oy - r * r);
            let root = along * along - outside;
            let distance = if outside <= 0.0 {
                0.0
            } else if root < 0.0 || along > 0.0 {
                continue;
            } else {
                -along - root.sqrt()
            };
            if distance <= 40.0 && expected.is_none_or(|(nearest, _)| distance < nearest) {
                expected = Some((distance, handle));
            }
        }
        let hit = world.ray(x, y, dx, dy, 40.0);
        assert_eq!(hit.hit, expected.is_some());
        if let Some((distance, handle)) = expected {
            near(hit.distance, distance, 1e-9);
            assert!(hit.collider == handle || distance == 0.0);
        }
        let mut inside: Vec<i64> =
            circles.iter().filter(|c| (c.1 - x).hypot(c.2 - y) <= c.3).map(|c| c.0).collect();
        inside.sort_unstable();
        let mut found = rt_rapier2d_world_query_point(world.0, x, y).take();
        found.sort_unstable();
        assert_eq!(found, inside);
        let nearest = rt_rapier2d_world_query_nearest(world.0, x, y, f64::INFINITY);
        let expected = circles.iter().map(|c| ((c.1 - x).hypot(c.2 - y) - c.3).max(0.0));
        near(nearest.distance, expected.fold(f64::INFINITY, f64::min), 1e-9);
    }
}

#[test]
fn overlap_as_things_are_now() {
    let world = World::new(0.0, 0.0);
    let (one, other) = (world.dynamic(0.0, 0.0), world.dynamic(3.0, 0.0));
    let (a, b) = (world.circle(one, 1.0), world.rectangle(other, 1.0, 1.0));
    let overlap = || rt_rapier2d_world_intersection_test(world.0, a, b);
    assert!(!overlap());
    ok(rt_rapier2d_body_set_position(world.0, other, 1.9, 0.0, 0.0));
    assert!(overlap());
    ok(rt_rapier2d_body_set_position(world.0, other, 2.1, 0.0, 0.0));
    assert!(!overlap());
    // A corner reaches farther than a side.
    ok(rt_rapier2d_body_set_position(world.0, other, 2.1, 0.0, PI / 4.0));
    assert!(overlap());
    ok(rt_rapier2d_collider_set_groups(world.0, a, 0, 0));
    assert!(overlap());
    error();
    ok(rt_rapier2d_body_free(world.0, other));
    assert!(!overlap());
    assert!(error().contains("collider2"));
}

#[test]
fn shapes_and_choosy_casts() {
    let world = World::new(0.0, 0.0);
    let near_body = world.fixed(5.0, 0.0);
    let near_one = world.rectangle(near_body, 1.0, 1.0);
    let far = world.circle(world.fixed(10.0, 0.0), 1.0);
    let all = 0xffff_ffff;
    let cast = |memberships, filter, sensors, exclude| {
        rt_rapier2d_world_cast_ray_filtered(
            world.0,
            0.0,
            0.5,
            1.0,
            0.0,
            100.0,
            memberships,
            filter,
            sensors,
            exclude,
        )
    };
    let hit = cast(all, all, false, 0);
    assert_eq!(hit.collider, near_one);
    assert_eq!((hit.distance, hit.x, hit.y, hit.normal_x, hit.normal_y), (4.0, 4.0, 0.5, -1.0, 0.0));
    assert_eq!(cast(all, all, false, near_body).collider, far);
    ok(rt_rapier2d_collider_set_groups(world.0, near_one, 0b100, all));
    assert_eq!(cast(all, 0b011, false, 0).collider, far);
    assert_eq!(cast(all, 0b100, false, 0).collider, near_one);
    ok(rt_rapier2d_collider_set_sensor(world.0, near_one, true));
    assert_eq!(cast(all, all, false, 0).collider, far);
    assert_eq!(cast(all, all, true, 0).collider, near_one);
    error();
    assert!(!cast(-1, all, true, 0).hit);
    assert_eq!(error(), "`memberships` is -1, and a set of groups has 32 bits, 0 to 4294967295");
    assert!(!cast(all, all, true, 12345).hit);
    assert!(error().contains("exclude_body"));

    let ball = rt_rapier2d_world_cast_circle(world.0, 0.0, 0.0, 0.5, 2.0, 0.0, 100.0, all, all, false, 0);
    assert_eq!(ball.collider, far);
    near(ball.distance, 8.5, 1e-6);
    near(ball.x, 9.0, 1e-6);
    near(ball.normal_x, -1.0, 1e-6);
    assert!(!rt_rapier2d_world_cast_circle(world.0, 0.0, 0.0, 0.5, 1.0, 0.0, 8.4, all, all, false, 0).hit);

    assert_eq!(rt_rapier2d_world_query_circle(world.0, 7.5, 0.0, 1.4).take(), [0; 0]);
    assert_eq!(rt_rapier2d_world_query_circle(world.0, 7.5, 0.0, 1.6).take(), [near_one, far]);
    assert_eq!(rt_rapier2d_world_query_box(world.0, 7.5, 0.0, 1.4, 9.0, 0.0).take(), [0; 0]);
    assert_eq!(rt_rapier2d_world_query_box(world.0, 7.5, 0.0, 1.4, 9.0, FRAC_PI_2).take(), [near_one, far]);
    let nearest = rt_rapier2d_world_query_nearest(world.0, 5.0, 3.0, 10.0);
    assert_eq!(
        nearest,
        RtNearestCollider { found: true, collider: near_one, distance: 2.0, x: 5.0, y: 1.0, inside: false }
    );
    assert!(!rt_rapier2d_world_query_nearest(world.0, 5.0, 3.0, 1.9).found);
    assert!(rt_rapier2d_world_query_nearest(world.0, 5.5, 0.5, 1.0).inside);
}

#[test]
fn bulk_agrees_with_one_by_one() {
    let world = World::new(0.0, -G);
    let mut colliders = Vec::new();
    for i in 0..50 {
        let body =
            made(rt_rapier2d_body_new_dynamic(world.0, f64::from(i), 2.0 * f64::from(i), 0.1 * f64::from(i)));
        colliders.push(world.circle(body, 0.4));
        ok(rt_rapier2d_body_set_velocity(world.0, body, 0.0, 1.0, f64::from(i)));
    }
    let freed = rt_rapier2d_world_get_bodies(world.0).take()[20];
    ok(rt_rapier2d_body_free(world.0, freed));
    colliders.remove(20);
    world.steps(10);
    let bodies = rt_rapier2d_world_get_bodies(world.0).take();
    assert_eq!(bodies.len(), 49);
    assert_eq!(rt_rapier2d_world_get_colliders(world.0).take(), colliders);
    let transforms = rt_rapier2d_world_get_transforms(world.0).take();
    let velocities = rt_rapier2d_world_get_velocities(world.0).take();
    let bytes = rt_rapier2d_world_get_transform_bytes(world.0).take();
    assert_eq!((transforms.len(), velocities.len(), bytes.len()), (147, 147, 49 * 16));
    for (i, &body) in bodies.iter().enumerate() {
        let (at, velocity) = (world.at(body), world.velocity(body));
        assert_eq!(transforms[3 * i..3 * i + 3], [at.x, at.y, at.rotation]);
        assert_eq!(velocities[3 * i..3 * i + 3], [velocity.vx, velocity.vy, velocity.angular]);
        for (j, value) in [at.x, at.y, at.rotation.cos(), at.rotation.sin()].into_iter().enumerate() {
            let at = 16 * i + 4 * j;
            let packed = f32::from_ne_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
            near(f64::from(packed), value, 1e-6 * value.abs().max(1.0));
        }
        assert_eq!(rt_rapier2d_body_get_colliders(world.0, body).take(), [colliders[i]]);
    }
}

fn area(vertices: &[f64]) -> f64 {
    let points: Vec<_> = vertices.chunks(2).map(|pair| (pair[0], pair[1])).collect();
    let next = points.iter().cycle().skip(1);
    points.iter().zip(next).map(|(a, b)| a.0 * b.1 - a.1 * b.0).sum::<f64>().abs() / 2.0
}

fn inside(vertices: &[f64], x: f64, y: f64) -> bool {
    let points: Vec<_> = vertices.chunks(2).map(|pair| (pair[0], pair[1])).collect();
    let next = points.iter().cycle().skip(1);
    let crossed = points
        .iter()
        .zip(next)
        .filter(|(a, b)| (a.1 > y) != (b.1 > y) && x < a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0));
    crossed.count() % 2 == 1
}

/// A star of `points` tips, which is not convex.
fn star(points: usize) -> Vec<f64> {
    (0..2 * points)
        .flat_map(|i| {
            let (angle, r) = (PI * i as f64 / points as f64, if i % 2 == 0 { 3.0 } else { 1.0 });
            [r * angle.cos(), r * angle.sin()]
        })
        .collect()
}

#[test]
fn polygons_are_exactly_their_outline() {
    let circle: Vec<f64> = (0..1000)
        .flat_map(|i| {
            let angle = 2.0 * PI * f64::from(i) / 1000.0;
            [2.0 * angle.cos(), 2.0 * angle.sin()]
        })
        .collect();
    let comb: Vec<f64> = {
        let mut points = vec![20.0, 0.0, 20.0, 1.0];
        for tooth in (0..10).rev() {
            let x = 2.0 * f64::from(tooth);
            points.extend([x + 1.0, 1.0, x + 1.0, 4.0, x, 4.0, x, 1.0]);
        }
        points.extend([0.0, 0.0]);
        points
    };
    let outlines: Vec<Vec<f64>> = vec![
        vec![0.0, 0.0, 4.0, 0.0, 0.0, 3.0],
        // Points on straight lines, repeated ones and the first one again.
        vec![0.0, 0.0, 1.0, 0.0, 2.0, 0.0, 2.0, 0.0, 2.0, 2.0, 0.0, 2.0, 0.0, 0.0],
        vec![0.0, 0.0, 2.0, 0.0, 2.0, 1.0, 1.0, 1.0, 1.0, 2.0, 0.0, 2.0],
        vec![0.0, 0.0, 4.0, 0.0, 4.0, 4.0, 2.0, 1.0, 0.0, 4.0],
        star(5),
        star(40),
        circle,
        comb,
    ];
    for outline in outlines {
        let backwards: Vec<f64> = outline.chunks(2).rev().flatten().copied().collect();
        for vertices in [&outline, &backwards] {
            let world = World::new(0.0, 0.0);
            let body = world.dynamic(100.0, 50.0);
            let collider = made(world.polygon(body, vertices));
            near(rt_rapier2d_body_get_mass(world.0, body), area(vertices), 1e-9 * area(vertices));
            assert_eq!(rt_rapier2d_world_collider_count(world.0), 1);
            for i in 0..60 {
                for j in 0..60 {
                    let (x, y) = (-3.0312 + 0.4137 * f64::from(i), -3.0723 + 0.1319 * f64::from(j));
                    let found = rt_rapier2d_world_query_point(world.0, 100.0 + x, 50.0 + y).take();
                    let expected: &[i64] = if inside(vertices, x, y) { &[collider] } else { &[] };
                    assert_eq!(found, expected, "{x}, {y} of {vertices:?}");
                }
            }
        }
    }
}

#[test]
fn a_ball_falls_into_the_notch_that_a_hull_would_close() {
    let world = World::new(0.0, -G);
    let cup = world.fixed(0.0, 0.0);
    made(
        world.polygon(
            cup,
            &[-3.0, 0.0, 3.0, 0.0, 3.0, 4.0, 2.0, 4.0, 2.0, 1.0, -2.0, 1.0, -2.0, 4.0, -3.0, 4.0],
        ),
    );
    let ball = world.dynamic(0.5, 6.0);
    world.circle(ball, 0.5);
    world.steps(300);
    near(world.at(ball).y, 1.5, 0.01);
}

#[test]
fn outlines_that_are_none() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    let refused = |vertices: &[f64]| {
        assert_eq!(world.polygon(body, vertices), 0, "{vertices:?}");
        error()
    };
    assert_eq!(refused(&[0.0, 0.0, 1.0]), "`vertices` holds 3 numbers, which is no list of x, y pairs");
    assert!(refused(&[]).contains("at least 3"));
    assert!(refused(&[0.0, 0.0, 1.0, 0.0]).contains("at least 3"));
    assert!(refused(&[0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0]).contains("`vertices`"));
    assert!(refused(&[0.0, 0.0, 1.0, 1.0, 2.0, 2.0]).contains("`vertices`"));
    assert_eq!(
        refused(&[0.0, 0.0, 1.0, f64::NAN, 2.0, 2.0]),
        "number 3 of `vertices` is NaN, which is not a finite number"
    );
    assert!(refused(&[0.0, 0.0, 1e16, 0.0, 2.0, 2.0]).contains("larger than 1e15"));
    // A bow tie, a five-pointed star drawn in one line, and an outline that touches itself.
    assert!(refused(&[0.0, 0.0, 1.0, 1.0, 1.0, 0.0, 0.0, 1.5]).contains("crosses"));
    let pentagram: Vec<f64> = (0..5)
        .flat_map(|i| {
            let angle = 4.0 * PI * f64::from(i) / 5.0;
            [angle.cos(), angle.sin()]
        })
        .collect();
    assert!(refused(&pentagram).contains("crosses"));
    assert!(refused(&[0.0, 0.0, 4.0, 0.0, 4.0, 4.0, 2.0, 0.0, 0.0, 4.0]).contains("touches"));
    let many: Vec<f64> = (0..1_000_000).map(f64::from).collect();
    assert!(refused(&many).contains("at most"));
    assert_eq!(rt_rapier2d_world_collider_count(world.0), 0);
}

#[test]
fn queries_see_at_once_what_is_enabled() {
    let world = World::new(0.0, 0.0);
    let body = world.fixed(0.0, 0.0);
    let collider = world.rectangle(body, 1.0, 1.0);
    let all = 4_294_967_295;
    let seen = |expected: bool| {
        let list = if expected { vec![collider] } else { vec![] };
        assert_eq!(world.ray(-5.0, 0.0, 1.0, 0.0, 10.0).hit, expected);
        let filtered =
            rt_rapier2d_world_cast_ray_filtered(world.0, -5.0, 0.0, 1.0, 0.0, 10.0, all, all, true, 0);
        assert_eq!(filtered.hit, expected);
        let cast = rt_rapier2d_world_cast_circle(world.0, -5.0, 0.0, 0.5, 1.0, 0.0, 10.0, all, all, true, 0);
        assert_eq!(cast.hit, expected);
        assert_eq!(rt_rapier2d_world_query_nearest(world.0, 3.0, 0.0, 10.0).found, expected);
        assert_eq!(rt_rapier2d_world_query_point(world.0, 0.0, 0.0).take(), list);
        assert_eq!(rt_rapier2d_world_query_circle(world.0, 0.0, 0.0, 1.0).take(), list);
        assert_eq!(rt_rapier2d_world_query_box(world.0, 0.0, 0.0, 1.0, 1.0, 0.0).take(), list);
    };
    for steps in [0, 1] {
        seen(true);
        ok(rt_rapier2d_body_set_enabled(world.0, body, false));
        seen(false);
        world.steps(steps);
        seen(false);
        ok(rt_rapier2d_body_set_enabled(world.0, body, true));
        seen(true);
        world.steps(steps);
        seen(true);
    }
}

type Outline<'a> = &'a [(f64, f64)];

/// One collider of each shape whose left side is at x = −1, at y from −0.2 to 0.2 at least.
fn walls(world: &World) -> Vec<(&'static str, i64, bool)> {
    let outline = |x: f64, points: Outline| {
        let body = world.fixed(x, 0.0);
        world.polygon(body, &points.iter().flat_map(|&(x, y)| [x, y]).collect::<Vec<_>>())
    };
    let concave = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (0.0, 0.5), (-1.0, 1.0)];
    let far = |at: usize| 100.0 * at as f64;
    vec![
        ("box", world.rectangle(world.fixed(far(0), 0.0), 1.0, 1.0), true),
        ("thin box", world.rectangle(world.fixed(far(1), 0.0), 1.0, 0.3), true),
        ("circle", world.circle(world.fixed(far(2), 0.0), 1.0), false),
        (
            "capsule",
            made(rt_rapier2d_collider_new_capsule(world.0, world.fixed(far(3), 0.0), 1.0, 1.0)),
            true,
        ),
        ("convex", outline(far(4), &[(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]), true),
        ("concave", outline(far(5), &concave), true),
    ]
}

fn circle_cast(world: &World, x: f64, y: f64, radius: f64, dir_x: f64, dir_y: f64) -> RtCastHit {
    let all = 4_294_967_295;
    rt_rapier2d_world_cast_circle(world.0, x, y, radius, dir_x, dir_y, 10.0, all, all, true, 0)
}

#[test]
fn a_circle_that_touches_as_it_begins_goes_no_farther() {
    let world = World::new(0.0, 0.0);
    for (at, (name, collider, flat)) in walls(&world).into_iter().enumerate() {
        let left = 100.0 * at as f64 - 1.0;
        let heights: &[f64] = if flat { &[0.0, 0.01, 0.1, 0.125, 0.25, 0.29, 0.3, -0.25] } else { &[0.0] };
        for &y in heights {
            for gap in [1e-3, 1e-6, 1e-9, 1e-12, 1e-15, 0.0, -1e-15, -1e-12, -1e-9, -1e-6, -1e-3, -0.4] {
                let hit = circle_cast(&world, left - 0.5 - gap, y, 0.5, 3.0, 0.0);
                assert_eq!((hit.hit, hit.collider), (true, collider), "{name} at {y} from {gap}");
                near(hit.distance, gap.max(0.0), 1e-12);
                near(hit.x, left, 1e-12);
                near(hit.normal_x, -1.0, 1e-9);
                // Touching is touching, whichever way it goes; what is farther away is not.
                let away = circle_cast(&world, left - 0.5 - gap, y, 0.5, -1.0, 0.0);
                if gap < -1e-12 {
                    assert_eq!((away.collider, away.distance), (collider, 0.0), "{name} at {y} from {gap}");
                } else if gap > 1e-12 {
                    assert_ne!(away.collider, collider, "{name} at {y} from {gap}");
                }
            }
        }
    }
}

#[test]
fn a_circle_meets_corners_and_sides_where_geometry_says() {
    let world = World::new(0.0, 0.0);
    let square = world.rectangle(world.fixed(0.0, 0.0), 1.0, 1.0);
    // Past the corner (−1, 1): the centre stops 0.5 from it.
    for y in [1.0, 1.1, 1.3, 1.499] {
        let hit = circle_cast(&world, -4.0, y, 0.5, 1.0, 0.0);
        let rise: f64 = y - 1.0;
        assert_eq!(hit.collider, square);
        near(hit.distance, 3.0 - (0.25 - rise * rise).sqrt(), 1e-12);
        near(hit.normal_y, rise / 0.5, 1e-9);
        near(hit.x, -1.0, 1e-12);
        near(hit.y, 1.0, 1e-12);
    }
    assert!(!circle_cast(&world, -4.0, 1.501, 0.5, 1.0, 0.0).hit);
    // At 45° onto the top, and at 45° onto a corner.
    let slanted = circle_cast(&world, -3.0, 4.5, 0.5, 1.0, -1.0);
    near(slanted.distance, 3.0 * SQRT_2, 1e-12);
    assert_eq!((slanted.normal_x, slanted.normal_y), (0.0, 1.0));
    let corner = circle_cast(&world, -3.0, 3.0, 0.5, 1.0, -1.0);
    near(corner.distance, 2.0 * SQRT_2 - 0.5, 1e-12);
    near(corner.normal_x, -1.0 / SQRT_2, 1e-12);
    // A box turned by 45°, and a circle a kilometre off.
    let turned = made(rt_rapier2d_body_new_static(world.0, 1000.0, 0.0, PI / 4.0));
    let diamond = world.rectangle(turned, 1.0, 1.0);
    let hit = circle_cast(&world, 1000.0 - 5.0, 0.0, 0.5, 1.0, 0.0);
    assert_eq!(hit.collider, diamond);
    near(hit.distance, 5.0 - SQRT_2 - 0.5, 1e-9);
}

#[test]
fn what_rests_on_the_ground_feels_it() {
    let world = World::new(0.0, -G);
    let floor = world.rectangle(world.fixed(0.0, -0.5), 10.0, 0.5);
    let body = world.dynamic(3.25, 0.5);
    world.circle(body, 0.5);
    let all = 4_294_967_295;
    for _ in 0..100 {
        world.steps(1);
        let at = world.at(body);
        let hit =
            rt_rapier2d_world_cast_circle(world.0, at.x, at.y, 0.5, 0.0, -1.0, 0.1, all, all, false, body);
        assert_eq!((hit.hit, hit.collider), (true, floor));
        assert!(hit.distance < 0.01, "{hit:?}");
        near(hit.normal_y, 1.0, 1e-9);
    }
}

#[test]
fn what_begins_inside_has_no_normal() {
    let world = World::new(0.0, 0.0);
    let all = 4_294_967_295;
    for (at, (name, collider, _)) in walls(&world).into_iter().enumerate() {
        let x = 100.0 * at as f64;
        for (dx, dy) in [(0.0, 0.0), (0.3, 0.1), (-0.9, 0.2), (0.5, -0.2)] {
            let circle = circle_cast(&world, x + dx, dy, 0.5, 1.0, 0.0);
            let (x, all) = (x + dx, all);
            let ray = rt_rapier2d_world_cast_ray_filtered(world.0, x, dy, 1.0, 0.0, 9.0, all, all, true, 0);
            for hit in [circle, ray] {
                assert_eq!((hit.hit, hit.collider, hit.distance), (true, collider, 0.0), "{name} {dx} {dy}");
                assert_eq!((hit.normal_x, hit.normal_y), (0.0, 0.0), "{name} {dx} {dy}");
                assert_eq!((hit.x, hit.y), (x, dy), "{name} {dx} {dy}");
            }
        }
    }
}
