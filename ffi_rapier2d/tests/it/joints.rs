//! Joints: against the formulas of mechanics.

use crate::common::*;
use std::f64::consts::{PI, TAU};

/// The time of one swing there and back, from the moments when the angle crosses 0.
fn period(world: &World, bob: i64, pivot: (f64, f64)) -> f64 {
    let angle = || {
        let at = world.at(bob);
        (at.x - pivot.0).atan2(pivot.1 - at.y)
    };
    let (mut before, mut crossings) = (angle(), Vec::new());
    for step in 0..2400 {
        world.steps(1);
        let now = angle();
        if before < 0.0 && now >= 0.0 {
            crossings.push((step as f64 + -before / (now - before)) * DT);
        }
        before = now;
    }
    (crossings[crossings.len() - 1] - crossings[0]) / (crossings.len() - 1) as f64
}

#[test]
fn pendulum_period_on_a_hinge() {
    let world = World::new(0.0, -G);
    let pivot = world.fixed(1.0, 10.0);
    let (length, angle): (f64, f64) = (2.0, 0.2);
    let bob = made(rt_rapier2d_body_new_dynamic(
        world.0,
        1.0 + length * angle.sin(),
        10.0 - length * angle.cos(),
        angle,
    ));
    world.rectangle(bob, 0.3, 0.1);
    made(rt_rapier2d_joint_revolute(world.0, pivot, bob, 1.0, 10.0));
    // A physical pendulum: I of the box about its centre, and Steiner.
    let inertia_by_mass = (0.6_f64.powi(2) + 0.2_f64.powi(2)) / 12.0 + length * length;
    let small = TAU * (inertia_by_mass / (G * length)).sqrt();
    let expected = small * (1.0 + angle * angle / 16.0 + 11.0 * angle.powi(4) / 3072.0);
    near(period(&world, bob, (1.0, 10.0)), expected, 0.005 * expected);
}

/// A ball of 0.1 m that swings 90° to each side on a hinge a metre away, at rest where it is highest.
fn wide_pendulum(world: &World) -> i64 {
    let bob = world.dynamic(1.0, 0.0);
    world.circle(bob, 0.1);
    made(rt_rapier2d_joint_revolute(world.0, world.fixed(0.0, 0.0), bob, 0.0, 0.0));
    ok(rt_rapier2d_body_set_can_sleep(world.0, bob, false));
    bob
}

#[test]
fn a_pendulum_on_a_hinge_swings_on() {
    let world = World::new(0.0, -G);
    let bob = wide_pendulum(&world);
    // T = 4 K(sin 45°) √(I / m·g·l), with K the complete elliptic integral of the first kind.
    let expected = 4.0 * 1.854_074_677_301_372 * ((1.0 + 0.1 * 0.1 / 2.0) / G).sqrt();
    near(period(&world, bob, (0.0, 0.0)), expected, 0.002 * expected);
    // What it has to lose is m·g·l; Box2D 3 loses a hundredth of it in a minute.
    let all = rt_rapier2d_body_get_mass(world.0, bob) * G;
    for _ in 0..6 {
        world.steps(600);
        near(world.energy(), 0.0, 0.01 * all);
    }
}

#[test]
fn a_double_pendulum_swings_on() {
    let world = World::new(0.0, -G);
    let mut last = world.fixed(0.0, 0.0);
    let bobs = [1, 2].map(|link| {
        let bob = world.dynamic(f64::from(link), 0.0);
        world.circle(bob, 0.1);
        made(rt_rapier2d_joint_revolute(world.0, last, bob, f64::from(link - 1), 0.0));
        ok(rt_rapier2d_body_set_can_sleep(world.0, bob, false));
        last = bob;
        bob
    });
    // The bobs may meet at the hinge's other side, and would lose what they had against each other.
    for bob in bobs {
        let collider = rt_rapier2d_body_get_colliders(world.0, bob).take()[0];
        ok(rt_rapier2d_collider_set_groups(world.0, collider, 1, 0));
    }
    let all = rt_rapier2d_body_get_mass(world.0, last) * G * 3.0;
    for _ in 0..20 {
        world.steps(90);
        near(world.energy(), 0.0, 0.05 * all);
        let at = world.at(bobs[0]);
        near(at.x.hypot(at.y), 1.0, 2e-3);
    }
}

#[test]
fn a_heavy_ball_on_a_chain_of_rods_gains_nothing() {
    for mass in [1.0, 100.0, 1000.0] {
        let world = World::new(0.0, -G);
        let mut last = world.fixed(-0.5, 0.0);
        for link in 0..=10 {
            let body = world.dynamic(f64::from(link) + 0.5, 0.0);
            world.circle(body, if link < 10 { 0.05 } else { 0.5 });
            ok(rt_rapier2d_body_set_mass(world.0, body, if link < 10 { 1.0 } else { mass }));
            let joint = made(rt_rapier2d_joint_distance(world.0, last, body, 0.0, 0.0, 0.0, 0.0, 1.0));
            ok(rt_rapier2d_joint_set_contacts(world.0, joint, false));
            last = body;
        }
        for _ in 0..600 {
            world.steps(1);
            assert!(world.energy() < 1e-3 * mass * G, "{mass} kg: {} J", world.energy());
        }
    }
}

#[test]
fn what_is_tied_together_turns_on() {
    let tied = |tie: &dyn Fn(&World, i64, i64) -> i64| {
        let world = World::new(0.0, 0.0);
        // Two balls that turn about their middle at 6 rad/s.
        let balls = [-1.0, 1.0].map(|x| {
            let ball = world.dynamic(x, 0.0);
            world.circle(ball, 0.2);
            ok(rt_rapier2d_body_set_can_sleep(world.0, ball, false));
            ok(rt_rapier2d_body_set_velocity(world.0, ball, 0.0, 6.0 * x, 6.0));
            ball
        });
        made(tie(&world, balls[0], balls[1]));
        let before = world.energy();
        world.steps(1800);
        near(world.energy(), before, 0.01 * before);
        let [one, other] = balls.map(|ball| world.at(ball));
        near((one.x - other.x).hypot(one.y - other.y), 2.0, 0.01);
    };
    tied(&|world, one, other| rt_rapier2d_joint_fixed(world.0, one, other));
    tied(&|world, one, other| rt_rapier2d_joint_revolute(world.0, one, other, 0.0, 0.0));
    tied(&|world, one, other| rt_rapier2d_joint_distance(world.0, one, other, 0.0, 0.0, 0.0, 0.0, 2.0));
    tied(&|world, one, other| {
        let joint = made(rt_rapier2d_joint_prismatic(world.0, one, other, 1.0, 0.0));
        ok(rt_rapier2d_joint_set_limits(world.0, joint, 0.0, 0.0));
        joint
    });
}

#[test]
fn pendulum_period_and_energy_on_a_rod() {
    let world = World::new(0.0, -G);
    let pivot = world.fixed(0.0, 0.0);
    let (length, angle): (f64, f64) = (1.5, 0.3);
    let bob = world.dynamic(length * angle.sin(), -length * angle.cos());
    world.circle(bob, 0.05);
    let joint = made(rt_rapier2d_joint_distance(world.0, pivot, bob, 0.0, 0.0, 0.0, 0.0, length));
    ok(rt_rapier2d_body_set_can_sleep(world.0, bob, false));
    let before = world.energy();
    let small = TAU * (length / G).sqrt();
    let expected = small * (1.0 + angle * angle / 16.0 + 11.0 * angle.powi(4) / 3072.0);
    near(period(&world, bob, (0.0, 0.0)), expected, 0.005 * expected);
    near(rt_rapier2d_joint_get_position(world.0, joint), length, 1e-3);
    let lowest = rt_rapier2d_body_get_mass(world.0, bob) * G * -length;
    assert!(world.energy() <= before + 0.01 * (before - lowest), "{before} J became {} J", world.energy());
}

#[test]
fn a_rod_keeps_its_length_pulled_and_pressed() {
    for (gravity, load) in [(-G, 1.0), (-G, 1000.0), (G, 1.0)] {
        let world = World::new(0.0, gravity);
        let hook = world.fixed(0.0, 0.0);
        let weight = world.dynamic(0.0, -3.0);
        world.circle(weight, 0.5);
        ok(rt_rapier2d_body_set_mass(world.0, weight, load));
        let joint = made(rt_rapier2d_joint_distance(world.0, hook, weight, 0.0, 0.0, 0.0, 0.5, 2.5));
        // Pressed upwards it stands like a rod on end, were it not for the least push.
        world.steps(if gravity < 0.0 { 600 } else { 30 });
        near(rt_rapier2d_joint_get_position(world.0, joint), 2.5, 1e-3);
        near(world.at(weight).y, -3.0, 1e-3);
    }
}

#[test]
fn a_chain_of_rods_under_load() {
    let world = World::new(0.0, -G);
    let mut last = world.fixed(0.0, 0.0);
    let mut joints = Vec::new();
    for link in 1..=10 {
        let body = world.dynamic(0.0, -f64::from(link));
        world.circle(body, 0.1);
        if link == 10 {
            ok(rt_rapier2d_body_set_mass(world.0, body, 0.3));
        }
        joints.push(made(rt_rapier2d_joint_distance(world.0, last, body, 0.0, 0.0, 0.0, 0.0, 1.0)));
        last = body;
    }
    world.steps(300);
    for joint in joints {
        near(rt_rapier2d_joint_get_position(world.0, joint), 1.0, 5e-3);
    }
    assert_eq!(rt_rapier2d_world_joint_count(world.0), 10);
}

#[test]
fn a_rod_pulls_in_what_is_too_far() {
    let world = World::new(0.0, 0.0);
    let hook = world.fixed(0.0, 0.0);
    let body = world.dynamic(5.0, 0.0);
    world.circle(body, 0.5);
    let joint = made(rt_rapier2d_joint_distance(world.0, hook, body, 0.0, 0.0, 0.0, 0.0, 2.0));
    world.steps(600);
    near(rt_rapier2d_joint_get_position(world.0, joint), 2.0, 1e-3);
    assert!(world.velocity(body).vx.abs() < 1e-3, "{:?}", world.velocity(body));
}

/// A wheel on an axle that stands still.
fn wheel(world: &World) -> (i64, i64, f64) {
    let axle = world.fixed(0.0, 0.0);
    let wheel = world.dynamic(0.0, 0.0);
    world.circle(wheel, 1.0);
    let joint = made(rt_rapier2d_joint_revolute(world.0, axle, wheel, 0.0, 0.0));
    (wheel, joint, PI / 2.0) // I = m r²/2 with m = π
}

#[test]
fn motor_speed_and_torque() {
    let world = World::new(0.0, -G);
    let (body, joint, inertia) = wheel(&world);
    ok(rt_rapier2d_joint_set_motor(world.0, joint, 5.0, f64::INFINITY));
    world.steps(2);
    near(world.velocity(body).angular, 5.0, 1e-6);
    ok(rt_rapier2d_joint_set_motor(world.0, joint, -50.0, 3.0));
    world.steps(60);
    near(world.velocity(body).angular, 5.0 - 3.0 / inertia, 1e-3);
    ok(rt_rapier2d_joint_set_motor(world.0, joint, -2.0, 100.0));
    world.steps(60);
    near(world.velocity(body).angular, -2.0, 1e-6);
    // With no force it runs on freely.
    ok(rt_rapier2d_joint_set_motor(world.0, joint, 0.0, 0.0));
    world.steps(60);
    near(world.velocity(body).angular, -2.0, 1e-3);
    near(world.at(body).x, 0.0, 1e-6);
    near(world.at(body).y, 0.0, 1e-3);
}

#[test]
fn hinge_limits() {
    let world = World::new(0.0, 0.0);
    let (body, joint, _) = wheel(&world);
    ok(rt_rapier2d_joint_set_limits(world.0, joint, -0.5, 1.25));
    ok(rt_rapier2d_joint_set_motor(world.0, joint, 3.0, 10.0));
    world.steps(120);
    near(world.at(body).rotation, 1.25, 0.01);
    near(rt_rapier2d_joint_get_position(world.0, joint), world.at(body).rotation, 1e-12);
    ok(rt_rapier2d_joint_set_motor(world.0, joint, -3.0, 10.0));
    world.steps(120);
    near(world.at(body).rotation, -0.5, 0.01);
}

#[test]
fn a_hinge_counts_from_where_the_bodies_are() {
    let world = World::new(0.0, 0.0);
    let base = made(rt_rapier2d_body_new_static(world.0, 0.0, 0.0, 0.5));
    let arm = made(rt_rapier2d_body_new_dynamic(world.0, 1.0, 0.0, 1.5));
    world.rectangle(arm, 0.5, 0.1);
    let joint = made(rt_rapier2d_joint_revolute(world.0, base, arm, 0.5, 0.0));
    near(rt_rapier2d_joint_get_position(world.0, joint), 0.0, 1e-12);
    world.steps(30);
    near(world.at(arm).rotation, 1.5, 1e-9);
    ok(rt_rapier2d_joint_set_limits(world.0, joint, 0.25, 1.0));
    world.steps(120);
    near(world.at(arm).rotation, 1.75, 0.01);
}

#[test]
fn a_slider_slides_along_its_axis_only() {
    let world = World::new(0.0, -G);
    let angle: f64 = 0.6;
    let rail = made(rt_rapier2d_body_new_static(world.0, 2.0, 3.0, 0.2));
    let cart = made(rt_rapier2d_body_new_dynamic(world.0, 4.0, 5.0, 0.9));
    world.circle(cart, 0.2);
    // In the rail's own coordinates, any length.
    let (axis_x, axis_y) = (7.0 * (angle - 0.2).cos(), 7.0 * (angle - 0.2).sin());
    let joint = made(rt_rapier2d_joint_prismatic(world.0, rail, cart, axis_x, axis_y));
    near(rt_rapier2d_joint_get_position(world.0, joint), 0.0, 1e-12);
    world.steps(60);
    let (dx, dy) = (world.at(cart).x - 4.0, world.at(cart).y - 5.0);
    let expected = -G * angle.sin() / 2.0;
    near(dx * angle.cos() + dy * angle.sin(), expected, 0.02 * expected.abs());
    near(-dx * angle.sin() + dy * angle.cos(), 0.0, 1e-3);
    near(world.at(cart).rotation, 0.9, 1e-6);
    near(rt_rapier2d_joint_get_position(world.0, joint), dx * angle.cos() + dy * angle.sin(), 1e-9);
    ok(rt_rapier2d_joint_set_limits(world.0, joint, -3.0, -1.0));
    world.steps(300);
    near(rt_rapier2d_joint_get_position(world.0, joint), -3.0, 0.01);
    ok(rt_rapier2d_joint_set_motor(world.0, joint, 0.5, 1000.0));
    world.steps(60);
    let position = rt_rapier2d_joint_get_position(world.0, joint);
    near(position, -2.5, 0.02);
    world.steps(300);
    near(rt_rapier2d_joint_get_position(world.0, joint), -1.0, 0.01);
}

#[test]
fn a_motor_lifts_no_more_than_its_force() {
    let lifted = |force: f64| {
        let world = World::new(0.0, -G);
        let rail = world.fixed(0.0, 0.0);
        let cart = world.dynamic(0.0, 0.0);
        world.circle(cart, 0.5);
        ok(rt_rapier2d_body_set_mass(world.0, cart, 10.0));
        let joint = made(rt_rapier2d_joint_prismatic(world.0, rail, cart, 0.0, 1.0));
        ok(rt_rapier2d_joint_set_motor(world.0, joint, 1000.0, force));
        world.steps(60);
        world.velocity(cart).vy
    };
    near(lifted(98.1), 0.0, 1e-6);
    near(lifted(150.0), 15.0 - G, 1e-3);
    near(lifted(50.0), 5.0 - G, 1e-3);
}

#[test]
fn a_fixed_joint_keeps_the_pose() {
    let world = World::new(0.0, -G);
    let wall = made(rt_rapier2d_body_new_static(world.0, 0.0, 0.0, 0.3));
    let shelf = made(rt_rapier2d_body_new_dynamic(world.0, 1.0, 0.4, -0.2));
    world.rectangle(shelf, 0.5, 0.1);
    let joint = made(rt_rapier2d_joint_fixed(world.0, wall, shelf));
    world.steps(300);
    near(world.at(shelf).x, 1.0, 1e-3);
    near(world.at(shelf).y, 0.4, 1e-3);
    near(world.at(shelf).rotation, -0.2, 1e-3);
    assert_eq!(rt_rapier2d_joint_get_position(world.0, joint), 0.0);
    assert!(error().contains("a fixed joint"));
    ok(rt_rapier2d_joint_free(world.0, joint));
    assert_eq!(rt_rapier2d_world_joint_count(world.0), 0);
    world.steps(60);
    assert!(world.at(shelf).y < -3.0);
}

#[test]
fn the_freed_joint_of_sleepers_lets_them_go() {
    let world = World::new(0.0, -G);
    let hook = world.fixed(0.0, 0.0);
    let weight = world.dynamic(0.0, -2.0);
    world.circle(weight, 0.5);
    let joint = made(rt_rapier2d_joint_distance(world.0, hook, weight, 0.0, 0.0, 0.0, 0.0, 2.0));
    world.steps(400);
    assert!(rt_rapier2d_body_is_sleeping(world.0, weight));
    ok(rt_rapier2d_joint_free(world.0, joint));
    world.steps(60);
    assert!(world.at(weight).y < -5.0, "{:?}", world.at(weight));
}

#[test]
fn bodies_of_a_joint_collide_unless_told_not_to() {
    let apart = |contacts: bool| {
        let world = World::new(0.0, 0.0);
        let one = world.fixed(0.0, 0.0);
        world.circle(one, 1.0);
        let other = world.dynamic(1.0, 0.0);
        world.circle(other, 1.0);
        let joint = made(rt_rapier2d_joint_prismatic(world.0, one, other, 1.0, 0.0));
        ok(rt_rapier2d_joint_set_contacts(world.0, joint, contacts));
        world.steps(300);
        world.at(other).x
    };
    near(apart(true), 2.0, 0.02);
    assert_eq!(apart(false), 1.0);
}

#[test]
fn what_joints_refuse() {
    let world = World::new(0.0, 0.0);
    let (one, other) = (world.dynamic(0.0, 0.0), world.dynamic(2.0, 0.0));
    world.circle(one, 0.5);
    world.circle(other, 0.5);
    let rod = made(rt_rapier2d_joint_distance(world.0, one, other, 0.0, 0.0, 0.0, 0.0, 2.0));
    let fixed = made(rt_rapier2d_joint_fixed(world.0, one, other));
    let hinge = made(rt_rapier2d_joint_revolute(world.0, one, other, 1.0, 0.0));
    for joint in [rod, fixed] {
        let refused =
            format!("`joint` is {joint}, a joint that is neither revolute nor prismatic nor a wheel's");
        assert!(!rt_rapier2d_joint_set_limits(world.0, joint, 0.0, 1.0));
        assert_eq!(error(), refused);
        assert!(!rt_rapier2d_joint_set_motor(world.0, joint, 1.0, 1.0));
        assert_eq!(error(), refused);
    }
    assert!(!rt_rapier2d_joint_set_limits(world.0, hinge, 1.0, 0.5));
    assert_eq!(error(), "`min` is 1, above `max`, which is 0.5");
    assert!(!rt_rapier2d_joint_set_limits(world.0, hinge, -PI, PI));
    assert!(error().contains("full turn"));
    assert!(!rt_rapier2d_joint_set_motor(world.0, hinge, f64::NAN, 1.0));
    assert_eq!(error(), "`target_vel` is NaN, which is not a finite number");
    assert!(!rt_rapier2d_joint_set_motor(world.0, hinge, 1.0, -1.0));
    assert_eq!(error(), "`max_force` is -1, and it must not be below 0");
    assert_eq!(rt_rapier2d_joint_fixed(world.0, one, one), 0);
    assert!(error().contains("two different bodies"));
    assert_eq!(rt_rapier2d_joint_prismatic(world.0, one, other, 0.0, -0.0), 0);
    assert_eq!(error(), "`axis_x` and `axis_y` are both 0, which is no direction");
    assert_eq!(rt_rapier2d_joint_distance(world.0, one, other, 0.0, 0.0, 0.0, 0.0, 0.0), 0);
    assert_eq!(error(), "`distance` is 0, and it must be above 0");
}

#[test]
fn bodies_that_touch_already_stop_colliding_and_begin_again() {
    for rest in [5, 600] {
        let world = World::new(0.0, -G);
        let floor = world.fixed(0.0, -1.0);
        world.rectangle(floor, 10.0, 1.0);
        let body = world.dynamic(0.0, 0.5);
        world.rectangle(body, 0.5, 0.5);
        let joint = made(rt_rapier2d_joint_prismatic(world.0, floor, body, 0.0, 1.0));
        world.steps(rest);
        near(world.at(body).y, 0.5, 0.01);
        ok(rt_rapier2d_joint_set_contacts(world.0, joint, false));
        world.steps(12);
        let fallen = world.at(body).y;
        assert!(fallen < 0.4, "at {fallen}");
        assert!(world.contacts().is_empty());
        ok(rt_rapier2d_joint_set_contacts(world.0, joint, true));
        world.steps(1);
        assert!(!world.contacts().is_empty());
    }
}

#[test]
fn a_joint_made_with_a_disabled_body_holds_once_it_is_enabled() {
    let world = World::new(0.0, -G);
    let (hub, body) = (world.fixed(0.0, 0.0), world.dynamic(0.0, -1.0));
    world.circle(body, 0.1);
    ok(rt_rapier2d_body_set_enabled(world.0, body, false));
    made(rt_rapier2d_joint_fixed(world.0, hub, body));
    world.steps(3);
    ok(rt_rapier2d_body_set_enabled(world.0, body, true));
    world.steps(60);
    near(world.at(body).y, -1.0, 0.01);
}
