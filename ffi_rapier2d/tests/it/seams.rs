//! Bodies that slide over ground made of many pieces.

use crate::common::*;

/// Lengths of ground from x = −1 to 41, whose top is y = 0, without friction.
fn ground(world: &World, kind: &str) {
    let body = world.fixed(0.0, 0.0);
    let ice = |collider: i64| ok(rt_rapier2d_collider_set_friction(world.0, made(collider), 0.0));
    match kind {
        "one box" => ice(world.rectangle(world.fixed(20.0, -0.5), 21.0, 0.5)),
        "boxes" => (-1..42).for_each(|x| ice(world.rectangle(world.fixed(f64::from(x), -0.5), 0.5, 0.5))),
        "polygon" => {
            let teeth = (0..40).flat_map(|x| {
                let x = f64::from(x);
                [[x + 0.2, -1.0], [x + 0.5, -0.5], [x + 0.8, -1.0]]
            });
            let outline: Vec<f64> = [[-1.0, 0.0], [-1.0, -1.0]]
                .into_iter()
                .chain(teeth)
                .chain([[41.0, -1.0], [41.0, 0.0]])
                .flatten()
                .collect();
            ice(world.polygon(body, &outline));
        }
        "chain" => {
            let points: Vec<f64> = (-1..=41).rev().flat_map(|x| [f64::from(x), 0.0]).collect();
            ice(world.chain(body, &points, false));
        }
        _ => {
            let mut points: Vec<f64> = (-1..=41).rev().flat_map(|x| [f64::from(x), 0.0]).collect();
            points.extend([-1.0, -1.0, 41.0, -1.0]);
            ice(world.chain(body, &points, true));
        }
    }
}

/// The least speed along x, and the greatest along y and of turning, of something that slides at 5 m/s.
fn slide(kind: &str, shape: &str) -> (f64, f64, f64) {
    let world = World::new(0.0, -G);
    ground(&world, kind);
    let body = world.dynamic(1.3, 0.5);
    let collider = match shape {
        "box" => world.rectangle(body, 0.5, 0.5),
        "ball" => world.circle(body, 0.5),
        "small ball" => {
            ok(rt_rapier2d_body_set_position(world.0, body, 1.3, 0.1, 0.0));
            world.circle(body, 0.1)
        }
        "polygon" => world.polygon(body, &[-0.3, -0.5, 0.3, -0.5, 0.5, 0.2, 0.0, 0.5, -0.5, 0.2]),
        _ => made(rt_rapier2d_collider_new_capsule(world.0, body, 0.2, 0.3)),
    };
    ok(rt_rapier2d_collider_set_friction(world.0, collider, 0.0));
    ok(rt_rapier2d_body_set_can_sleep(world.0, body, false));
    world.steps(30);
    ok(rt_rapier2d_body_set_velocity(world.0, body, 5.0, 0.0, 0.0));
    let mut found = (5.0, 0.0, 0.0);
    while world.at(body).x < 37.0 {
        world.steps(1);
        let velocity = world.velocity(body);
        found.0 = f64::min(found.0, velocity.vx);
        found.1 = f64::max(found.1, velocity.vy.abs());
        found.2 = f64::max(found.2, velocity.angular.abs());
        if velocity.vx < 1.0 {
            break;
        }
    }
    found
}

#[test]
fn nothing_feels_seams() {
    for shape in ["box", "ball", "small ball", "polygon"] {
        for kind in ["one box", "boxes", "polygon", "chain", "closed chain"] {
            let (along, up, turning) = slide(kind, shape);
            let slower = 5.0 - along;
            // A new tile takes over its part of the weight within a few steps.
            let most = if kind == "boxes" { 2e-3 } else { 1e-6 };
            assert!(
                slower.abs() < most && up < most && turning < most,
                "{kind} {shape}: {slower} {up} {turning}"
            );
        }
    }
}

/// A ball that rolls along a hundred tiles of that width, or along one.
fn rolls(tiles: bool, speed: f64, radius: f64, width: f64) -> Vec<(f64, f64, f64)> {
    let world = World::new(0.0, -G);
    if tiles {
        for tile in 0..101 {
            let body = world.fixed(f64::from(tile) * width, -0.5);
            // Polygons are tiles as boxes are.
            let (x, y) = (width / 2.0, 0.5);
            made(match tile % 2 {
                0 => world.rectangle(body, x, y),
                _ => world.polygon(body, &[-x, -y, x, -y, x, y, -x, y]),
            });
        }
    } else {
        world.rectangle(world.fixed(50.0 * width, -0.5), 50.5 * width, 0.5);
    }
    let ball = world.dynamic(0.1 * width, radius);
    world.circle(ball, radius);
    ok(rt_rapier2d_body_set_can_sleep(world.0, ball, false));
    world.steps(60);
    ok(rt_rapier2d_body_set_velocity(world.0, ball, speed, 0.0, -speed / radius));
    let mut places = vec![];
    while world.at(ball).x < 100.0 * width && places.len() < 20_000 {
        world.steps(1);
        places.push((world.at(ball).x, world.at(ball).y, world.velocity(ball).vx));
    }
    places
}

#[test]
fn a_ball_rolls_over_tiles() {
    // Rolling without slip keeps its speed, whatever the friction.
    for (speed, radius, width) in [(0.5, 0.5, 1.0), (5.0, 0.5, 1.0), (3.0, 0.2, 0.5), (2.0, 0.1, 0.3)] {
        let (tiles, whole) = (rolls(true, speed, radius, width), rolls(false, speed, radius, width));
        assert_eq!(tiles.len(), whole.len());
        for (step, (one, other)) in tiles.iter().zip(&whole).enumerate() {
            let apart = (one.0 - other.0).abs().max((one.1 - other.1).abs());
            assert!(apart < 1e-4, "{speed} m/s, step {step}: {one:?} and not {other:?}");
            assert!((one.2 - speed).abs() < 0.01 * speed, "{speed} m/s, step {step}: {one:?}");
        }
    }
}

#[test]
fn what_is_no_seam_is_felt() {
    let roll = |put: &dyn Fn(&World)| {
        let world = World::new(0.0, -G);
        world.rectangle(world.fixed(0.0, -0.5), 5.0, 0.5);
        put(&world);
        let ball = world.dynamic(3.0, 0.3);
        world.circle(ball, 0.3);
        ok(rt_rapier2d_body_set_velocity(world.0, ball, 3.0, 0.0, -10.0));
        world.steps(90);
        world.at(ball)
    };
    // A step of a tenth of the radius, and one up to its middle.
    let low = roll(&|world| assert_ne!(0, world.rectangle(world.fixed(10.0, -0.47), 5.0, 0.5)));
    assert!(low.x < 7.45 && low.y > 0.32, "{low:?}");
    let high = roll(&|world| assert_ne!(0, world.rectangle(world.fixed(10.0, -0.2), 5.0, 0.5)));
    assert!(high.x < 5.0, "{high:?}");
    // A ramp, a gap, and an edge.
    let ramp =
        roll(&|world| assert_ne!(0, world.polygon(world.fixed(5.0, 0.0), &[0.0, 0.0, 3.0, 0.0, 3.0, 3.0])));
    assert!(ramp.x < 7.0, "{ramp:?}");
    let gap = roll(&|world| assert_ne!(0, world.rectangle(world.fixed(10.4, -0.5), 5.0, 0.5)));
    assert!(gap.x < 7.4, "{gap:?}");
    let edge = roll(&|_| ());
    assert!(edge.y < -1.0, "{edge:?}");
}

#[test]
fn a_chain_stops_what_comes_from_its_right() {
    let world = World::new(0.0, 0.0);
    let wall = made(world.chain(world.fixed(0.0, 0.0), &[0.0, -5.0, 0.0, 5.0], false));
    // Upwards along y: its right is at x > 0.
    let [from_right, from_left] = [2.0, -2.0].map(|x: f64| {
        let body = world.dynamic(x, x);
        world.circle(body, 0.5);
        ok(rt_rapier2d_body_set_velocity(world.0, body, -x, 0.0, 0.0));
        body
    });
    world.steps(120);
    assert!(world.at(from_right).x > 0.45, "{:?}", world.at(from_right));
    assert!(world.at(from_left).x > 1.5, "{:?}", world.at(from_left));
    assert_eq!(rt_rapier2d_body_get_mass(world.0, rt_rapier2d_collider_get_body(world.0, wall)), 0.0);
}

#[test]
fn hills_carry_and_rooms_hold() {
    let world = World::new(0.0, -G);
    let height = |x: f64| (x / 3.0).sin();
    let hills: Vec<f64> =
        (-100..=100).rev().flat_map(|at| [f64::from(at) / 4.0, height(f64::from(at) / 4.0)]).collect();
    made(world.chain(world.fixed(0.0, 0.0), &hills, false));
    let room = [-2.0, 18.0, -2.0, 22.0, 2.0, 22.0, 2.0, 18.0];
    made(world.chain(world.fixed(0.0, 0.0), &room, true));
    let balls: Vec<i64> = (-8..8)
        .map(|at| {
            let body = world.dynamic(f64::from(at) * 2.0 + 0.3, 4.0);
            world.circle(body, 0.3);
            body
        })
        .collect();
    let inside = world.dynamic(0.0, 20.0);
    world.rectangle(inside, 0.3, 0.3);
    ok(rt_rapier2d_body_set_velocity(world.0, inside, 60.0, 35.0, 3.0));
    for _ in 0..600 {
        world.steps(1);
        for &ball in &balls {
            let at = world.at(ball);
            assert!(at.x.abs() > 24.0 || at.y > height(at.x), "{at:?}");
        }
        let at = world.at(inside);
        assert!(at.x.abs() < 1.8 && (at.y - 20.0).abs() < 1.8, "{at:?}");
    }
    // A restored world has the same chains.
    let bytes = rt_rapier2d_world_snapshot(world.0).take();
    // SAFETY: borrowed for the call.
    let restored = World(made(unsafe { rt_rapier2d_world_restore(bytes.as_ptr(), bytes.len() as i64) }));
    world.steps(100);
    restored.steps(100);
    assert_eq!(world.bits(), restored.bits());
}

#[test]
fn queries_see_a_chain_as_a_line() {
    let world = World::new(0.0, 0.0);
    let valley = made(world.chain(world.fixed(0.0, 0.0), &[4.0, 4.0, 0.0, 0.0, -4.0, 4.0], false));
    let all = 4_294_967_295;
    // From above and from below.
    near(world.ray(2.0, 10.0, 0.0, -1.0, 100.0).distance, 8.0, 1e-12);
    near(world.ray(2.0, -10.0, 0.0, 1.0, 100.0).distance, 12.0, 1e-12);
    let cast = rt_rapier2d_world_cast_circle(world.0, 0.0, 10.0, 1.0, 0.0, -1.0, 100.0, all, all, true, 0);
    assert_eq!(cast.collider, valley);
    near(cast.distance, 10.0 - std::f64::consts::SQRT_2, 1e-12);
    // Nothing is inside, neither above nor below.
    for y in [1.0, 3.9, -1.0, -100.0] {
        assert_eq!(rt_rapier2d_world_query_point(world.0, 0.5, y).take(), [0; 0]);
        let nearest = rt_rapier2d_world_query_nearest(world.0, 0.0, y, 1000.0);
        let distance = if y < 0.0 { -y } else { y / std::f64::consts::SQRT_2 };
        assert_eq!((nearest.found, nearest.collider, nearest.inside), (true, valley, false));
        near(nearest.distance, distance, 1e-9);
    }
    let seen = |y: f64, radius: f64| rt_rapier2d_world_query_circle(world.0, 0.0, y, radius).take();
    assert_eq!((seen(2.0, 1.0), seen(2.0, 1.5)), (vec![], vec![valley]));
    assert_eq!((seen(-1.0, 0.9), seen(-1.0, 1.1)), (vec![], vec![valley]));
    // What is solid and nearer goes first, and what is solid and around the point before all.
    let ball = world.circle(world.fixed(0.0, 2.0), 0.7);
    let nearest = rt_rapier2d_world_query_nearest(world.0, 0.0, 2.1, 1000.0);
    assert_eq!((nearest.collider, nearest.inside, nearest.distance), (ball, true, 0.0));
    assert!(!rt_rapier2d_world_intersection_test(world.0, ball, valley));
    let low = world.circle(world.fixed(3.0, 1.0), 1.0);
    assert!(!rt_rapier2d_world_intersection_test(world.0, low, valley));
    let across = world.circle(world.fixed(-3.0, 2.5), 1.0);
    assert!(rt_rapier2d_world_intersection_test(world.0, across, valley));
}

#[test]
fn what_is_no_chain() {
    let world = World::new(0.0, 0.0);
    let body = world.fixed(0.0, 0.0);
    let refused = |vertices: &[f64], closed: bool| {
        error();
        assert_eq!(world.chain(body, vertices, closed), 0);
        error()
    };
    assert!(refused(&[0.0, 0.0], false).contains("has 1 different points, and a chain needs at least 2"));
    assert!(refused(&[1.0, 2.0, 1.0, 2.0], false).contains("at least 2"));
    assert!(refused(&[0.0, 0.0, 1.0, 0.0, 0.0, 0.0], true).contains("at least 3"));
    assert!(refused(&[], true).contains("at least 3"));
    assert!(refused(&[0.0, 0.0, 1.0], false).contains("3"));
    assert!(refused(&[0.0, 0.0, f64::NAN, 1.0], false).contains("number 2 of `vertices`"));
    assert!(refused(&[0.0, 0.0, 1e16, 1.0], false).contains("larger than 1e15"));
}
