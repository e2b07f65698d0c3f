//! Bodies that fall asleep and bodies that do not, and worlds whose unit is not the metre.

use crate::common::*;

fn asleep(world: &World, body: i64) -> bool {
    rt_rapier2d_body_is_sleeping(world.0, body)
}

/// After how many steps the body sleeps, `most` where it does not.
fn steps_until_sleep(world: &World, body: i64, most: usize) -> usize {
    (0..most)
        .find(|_| {
            world.steps(1);
            asleep(world, body)
        })
        .unwrap_or(most)
}

#[test]
fn what_drifts_goes_on() {
    for speed in [0.001, 0.01, 0.05, 0.0999, 0.1, 0.2, 1.0] {
        let world = World::new(0.0, 0.0);
        let body = world.dynamic(0.0, 0.0);
        world.circle(body, 0.5);
        ok(rt_rapier2d_body_set_velocity(world.0, body, speed, 0.0, 0.0));
        world.steps(600);
        near(world.at(body).x, 10.0 * speed, 1e-9);
        assert!(!asleep(&world, body));
    }
    for spin in [0.01, 0.05, 0.2] {
        let world = World::new(0.0, 0.0);
        let body = world.dynamic(0.0, 0.0);
        world.rectangle(body, 1.0, 1.0);
        ok(rt_rapier2d_body_set_velocity(world.0, body, 0.0, 0.0, spin));
        world.steps(600);
        near(world.at(body).rotation, 10.0 * spin, 1e-6);
    }
    // Two that touch drift together.
    let world = World::new(0.0, 0.0);
    let pair = [0.0, 1.0].map(|x| {
        let body = world.dynamic(x, 0.0);
        world.circle(body, 0.5);
        ok(rt_rapier2d_body_set_velocity(world.0, body, 0.05, 0.0, 0.0));
        body
    });
    world.steps(600);
    near(world.at(pair[0]).x, 0.5, 1e-3);
    near(world.at(pair[1]).x, 1.5, 1e-3);
    // With nothing that moves it, it rests.
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    world.circle(body, 0.5);
    ok(rt_rapier2d_body_set_velocity(world.0, body, 1.0, 0.0, 0.0));
    ok(rt_rapier2d_body_set_linear_damping(world.0, body, 2.0));
    assert!(steps_until_sleep(&world, body, 600) < 600);
    near(world.at(body).x, (1.0 + 2.0 * DT) / 2.0, 1e-3);
}

#[test]
fn a_long_step_does_not_put_to_sleep_what_drifts() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    world.circle(body, 0.5);
    ok(rt_rapier2d_body_set_velocity(world.0, body, 0.05, 0.0, 0.0));
    for _ in 0..10 {
        ok(rt_rapier2d_world_step(world.0, 1.0));
    }
    near(world.at(body).x, 0.5, 1e-9);
}

#[test]
fn what_falls_slowly_falls_on() {
    for gravity in [0.0001, 0.001, 0.01, 0.05, 0.1] {
        let world = World::new(0.0, -gravity);
        let body = world.dynamic(0.0, 0.0);
        world.circle(body, 0.5);
        world.steps(1200);
        near(world.at(body).y / gravity, -200.0, 0.1);
    }
    // A pendulum of 1 m let go at 90° under a thousandth of Earth's gravity: after a quarter of its period,
    // 1.18034 · π/2 · √(l/g), it passes below.
    let gravity = 0.00981_f64;
    let world = World::new(0.0, -gravity);
    let bob = world.dynamic(1.0, 0.0);
    world.circle(bob, 0.01);
    made(rt_rapier2d_joint_revolute(world.0, world.fixed(0.0, 0.0), bob, 0.0, 0.0));
    let quarter = 1.180_34 * std::f64::consts::FRAC_PI_2 / gravity.sqrt();
    world.steps((quarter * 60.0).round() as usize);
    near(world.at(bob).x, 0.0, 0.02);
}

#[test]
fn what_a_motor_moves_goes_on() {
    let world = World::new(0.0, -G);
    world.floor();
    let anchor = world.fixed(0.0, 5.0);
    let in_the_air = world.dynamic(0.0, 5.0);
    let on_the_floor = world.dynamic(20.0, 0.5);
    let turning = world.dynamic(-20.0, 5.0);
    for body in [in_the_air, on_the_floor, turning] {
        world.rectangle(body, 0.5, 0.5);
        rt_rapier2d_collider_set_friction(
            world.0,
            rt_rapier2d_body_get_colliders(world.0, body).take()[0],
            0.0,
        );
    }
    let slides = [in_the_air, on_the_floor].map(|body| {
        let joint = made(rt_rapier2d_joint_prismatic(world.0, anchor, body, 1.0, 0.0));
        ok(rt_rapier2d_joint_set_motor(world.0, joint, 0.05, 1000.0));
        joint
    });
    let hinge = made(rt_rapier2d_joint_revolute(world.0, anchor, turning, -20.0, 5.0));
    ok(rt_rapier2d_joint_set_motor(world.0, hinge, 0.05, 1000.0));
    world.steps(600);
    for (body, from) in [(in_the_air, 0.0), (on_the_floor, 20.0)] {
        near(world.at(body).x - from, 0.5, 0.01);
        assert!(!asleep(&world, body));
    }
    near(world.at(turning).rotation, 0.5, 0.01);
    // At their limits they rest.
    for slide in slides {
        ok(rt_rapier2d_joint_set_limits(world.0, slide, 0.0, 0.6));
    }
    ok(rt_rapier2d_joint_set_limits(world.0, hinge, 0.0, 0.6));
    world.steps(900);
    assert!([in_the_air, on_the_floor, turning].into_iter().all(|body| asleep(&world, body)));
}

#[test]
fn what_rests_sleeps() {
    let world = World::new(0.0, -G);
    world.floor();
    let mut bodies = vec![];
    for row in 0..8 {
        for column in 0..8 - row {
            let body = world.dynamic(f64::from(column) * 1.02 + f64::from(row) * 0.51, 0.5 + f64::from(row));
            world.rectangle(body, 0.5, 0.5);
            bodies.push(body);
        }
    }
    // Shapes of all kinds that fall onto the floor, of which the circle may roll.
    let add = |x: f64| world.dynamic(x, 2.0);
    let (capsule, triangle) = (add(-10.0), add(-15.0));
    made(rt_rapier2d_collider_new_capsule(world.0, capsule, 0.4, 0.2));
    ok(rt_rapier2d_body_set_angular_damping(world.0, capsule, 1.0));
    world.polygon(triangle, &[-0.5, 0.0, 0.5, 0.0, 0.0, 0.8]);
    // A limb that hangs together and lies on the floor with one part in the air, and a weight on a rope.
    let (lower, upper) = (add(-20.0), world.dynamic(-19.5, 2.8));
    world.rectangle(lower, 0.5, 0.4);
    world.rectangle(upper, 0.3, 0.4);
    made(rt_rapier2d_joint_fixed(world.0, lower, upper));
    let weight = world.dynamic(30.0, 8.0);
    world.circle(weight, 0.5);
    made(rt_rapier2d_joint_distance(world.0, world.fixed(30.0, 10.0), weight, 0.0, 0.0, 0.0, 0.0, 2.0));
    bodies.extend([capsule, triangle, lower, upper, weight]);
    world.steps(900);
    let awake: Vec<_> = bodies.iter().filter(|&&body| !asleep(&world, body)).map(|&b| world.at(b)).collect();
    assert!(awake.is_empty(), "{awake:?}");
}

/// A stack of ten boxes of one unit each, and after how many steps it sleeps.
fn stack(unit: f64, told: bool) -> (World, i64, usize) {
    let world = World::new(0.0, -G * unit);
    if told {
        ok(rt_rapier2d_world_set_length_unit(world.0, unit));
        near(rt_rapier2d_world_get_length_unit(world.0), unit, 0.0);
    }
    world.rectangle(world.fixed(0.0, -0.5 * unit), 20.0 * unit, 0.5 * unit);
    let mut top = 0;
    for at in 0..10 {
        top = world.dynamic(0.0, (0.501 + f64::from(at)) * unit);
        world.rectangle(top, 0.5 * unit, 0.5 * unit);
    }
    let steps = steps_until_sleep(&world, top, 600);
    (world, top, steps)
}

#[test]
fn a_world_in_pixels_behaves_as_one_in_metres() {
    let (metres, top, steps) = stack(1.0, false);
    let expected = metres.at(top);
    assert!(steps < 600);
    near(expected.y, 9.5, 0.05);
    for unit in [100.0, 1000.0, 0.01] {
        let (world, top, found) = stack(unit, true);
        near(world.at(top).y / unit, expected.y, 1e-3);
        near(world.at(top).x / unit, expected.x, 1e-3);
        assert!(found.abs_diff(steps) < 20, "{found} steps with {unit}, {steps} in metres");
    }
    // Without a word about it the stack does neither.
    let (pixels, top, found) = stack(100.0, false);
    assert!(pixels.at(top).y < 940.0 || found == 600);
    // Speeds are the world's own: the limit grows with the unit until it is set.
    let world = World::new(0.0, 0.0);
    ok(rt_rapier2d_world_set_length_unit(world.0, 100.0));
    let body = world.dynamic(0.0, 0.0);
    world.circle(body, 50.0);
    for (limit, speed) in [(None, 30_000.0), (Some(500.0), 500.0), (Some(f64::INFINITY), 1e6)] {
        if let Some(limit) = limit {
            ok(rt_rapier2d_world_set_max_speed(world.0, limit));
        }
        ok(rt_rapier2d_body_set_velocity(
            world.0,
            body,
            if limit.is_some() { 1e6 } else { 30_000.0 },
            0.0,
            0.0,
        ));
        world.steps(1);
        near(world.velocity(body).vx, speed, 1e-6 * speed);
    }
    error();
    for unit in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(!rt_rapier2d_world_set_length_unit(world.0, unit));
        assert!(error().contains("`unit`"));
    }
}

/// A box on ice that moves at 0.08 m/s.
fn slider(world: &World, x: f64) -> i64 {
    let body = world.dynamic(x, 0.5);
    let collider = world.rectangle(body, 0.5, 0.5);
    ok(rt_rapier2d_collider_set_friction(world.0, collider, 0.0));
    ok(rt_rapier2d_body_set_velocity(world.0, body, 0.08, 0.0, 0.0));
    body
}

#[test]
fn the_speed_of_sleepers_can_be_chosen() {
    let world = World::new(0.0, -G);
    let ice = world.floor();
    ok(rt_rapier2d_collider_set_friction(world.0, ice, 0.0));
    let asleep_after = |body| steps_until_sleep(&world, body, 200);
    let usual = slider(&world, 0.0);
    assert!((25..60).contains(&asleep_after(usual)));
    let own = slider(&world, 10.0);
    ok(rt_rapier2d_body_set_sleep(world.0, own, 0.05, 0.5));
    assert_eq!(asleep_after(own), 200);
    ok(rt_rapier2d_body_set_sleep(world.0, own, 0.09, 2.0));
    assert!((115..150).contains(&asleep_after(own)));
    ok(rt_rapier2d_world_set_sleep(world.0, 0.05, 0.5));
    let of_the_world = slider(&world, 20.0);
    assert_eq!(asleep_after(of_the_world), 200);
    // What has its own keeps it, also through a snapshot, and through a time without sleep.
    ok(rt_rapier2d_body_set_velocity(world.0, own, 0.08, 0.0, 0.0));
    ok(rt_rapier2d_body_set_can_sleep(world.0, own, false));
    assert_eq!(asleep_after(own), 200);
    let mut bytes = rt_rapier2d_world_snapshot(world.0).take();
    // SAFETY: borrowed for the call.
    let restored = World(made(unsafe { rt_rapier2d_world_restore(bytes.as_mut_ptr(), bytes.len() as i64) }));
    let bodies = rt_rapier2d_world_get_bodies(restored.0).take();
    ok(rt_rapier2d_body_set_can_sleep(restored.0, bodies[2], true));
    assert!((115..150).contains(&steps_until_sleep(&restored, bodies[2], 200)));
    assert!(!asleep(&restored, bodies[3]));
    ok(rt_rapier2d_world_set_sleep(restored.0, 0.2, 0.5));
    assert!(steps_until_sleep(&restored, bodies[3], 200) < 60);
    // A speed of 0 lets nothing sleep.
    ok(rt_rapier2d_world_set_sleep(restored.0, 0.0, 0.5));
    let rests = restored.dynamic(50.0, 0.5);
    restored.rectangle(rests, 0.5, 0.5);
    assert_eq!(steps_until_sleep(&restored, rests, 200), 200);
    error();
    for (speed, seconds, name) in [(-1.0, 0.5, "speed"), (f64::NAN, 0.5, "speed"), (0.1, -1.0, "seconds")] {
        assert!(!rt_rapier2d_world_set_sleep(world.0, speed, seconds));
        assert!(error().contains(name));
        assert!(!rt_rapier2d_body_set_sleep(world.0, own, speed, seconds));
        assert!(error().contains(name));
    }
}

#[test]
fn large_heaps_fall_asleep_as_a_whole() {
    // Boxes that lie on balls rock there for long.
    for count in [300, 500, 1000] {
        heap_falls_asleep(count);
    }
}

fn heap_falls_asleep(count: i32) {
    let world = World::new(0.0, -G);
    world.floor();
    for side in [-15.5, 15.5] {
        world.rectangle(world.fixed(side, 40.0), 0.5, 40.0);
    }
    for at in 0..count {
        let (row, column) = (at / 25, at % 25);
        let x = (f64::from(column) - 12.5) * 1.15 + 0.3 * f64::from(row % 3 - 1);
        let body = world.dynamic(x, 0.6 + 1.1 * f64::from(row));
        if (row + column) % 2 == 1 {
            world.circle(body, 0.5);
        } else {
            world.rectangle(body, 0.5, 0.5);
        }
    }
    let bodies = rt_rapier2d_world_get_bodies(world.0).take();
    let awake = || bodies.iter().filter(|&&body| rt_rapier2d_body_get_type(world.0, body) == 0);
    let awake = || awake().filter(|&&body| !rt_rapier2d_body_is_sleeping(world.0, body)).count();
    let mut steps = 0;
    while awake() > 0 && steps < 1800 {
        world.steps(20);
        steps += 20;
    }
    assert_eq!(awake(), 0, "of {count}");
}
