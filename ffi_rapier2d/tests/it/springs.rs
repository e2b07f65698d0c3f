//! Springs, ropes, wheels, motors that hold a place, and what joints bear.

use crate::common::*;
use std::f64::consts::{PI, TAU};

/// A ball of this mass that can turn and does not sleep.
fn ball(world: &World, x: f64, y: f64, mass: f64) -> i64 {
    let body = world.dynamic(x, y);
    let round = world.circle(body, 0.2);
    ok(rt_rapier2d_collider_set_groups(world.0, round, 1, 0));
    ok(rt_rapier2d_body_set_mass(world.0, body, mass));
    ok(rt_rapier2d_body_set_can_sleep(world.0, body, false));
    body
}

#[test]
fn a_spring_swings_with_its_period_and_hangs_where_it_holds() {
    let world = World::new(0.0, -G);
    ok(rt_rapier2d_world_set_iterations(world.0, 20));
    let (mass, stiffness) = (2.0, 50.0);
    let nail = world.fixed(0.0, 0.0);
    let body = ball(&world, 0.0, -2.0, mass);
    let spring = made(rt_rapier2d_joint_spring(world.0, nail, body, 0.0, 0.0, 0.0, 0.0, 2.0, stiffness, 0.0));
    near(rt_rapier2d_joint_get_position(world.0, spring), 2.0, 1e-12);
    let middle = -2.0 - mass * G / stiffness;
    let (mut crossings, mut lowest, mut before) = (Vec::new(), 0.0_f64, world.at(body).y);
    for step in 1..600 {
        world.steps(1);
        let now = world.at(body).y;
        if before > middle && now <= middle {
            crossings.push(f64::from(step) - (middle - now) / (before - now));
        }
        lowest = lowest.min(now);
        before = now;
    }
    let last = crossings.len() - 1;
    let period = (crossings[last] - crossings[0]) / last as f64 * DT;
    near(period, TAU * (mass / stiffness).sqrt(), 0.01);
    near(lowest, -2.0 - 2.0 * mass * G / stiffness, 0.02);
    // With damping it comes to hang there, and bears the weight.
    ok(rt_rapier2d_joint_set_spring(world.0, spring, 2.0, stiffness, 20.0));
    world.steps(600);
    near(world.at(body).y, middle, 1e-3);
    let force = rt_rapier2d_joint_get_force(world.0, spring);
    near(force.y, mass * G, 0.01);
    near(force.x, 0.0, 1e-9);
    assert!(!rt_rapier2d_joint_set_spring(world.0, spring, -1.0, 1.0, 1.0));
    assert_eq!(error(), "`rest` is -1, and it must not be below 0");
    let made_none = rt_rapier2d_joint_spring(world.0, nail, body, 0.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0);
    assert_eq!((made_none, error().as_str()), (0, "`stiffness` is 0, and it must be above 0"));
    let weld = made(rt_rapier2d_joint_fixed(world.0, nail, body));
    assert!(!rt_rapier2d_joint_set_spring(world.0, weld, 1.0, 1.0, 1.0));
    assert_eq!(error(), format!("`joint` is {weld}, a joint that is neither a spring nor a wheel's"));
}

#[test]
fn a_rope_is_slack_until_it_is_taut() {
    let world = World::new(0.0, -G);
    let nail = world.fixed(0.0, 0.0);
    let body = ball(&world, 0.0, -0.5, 3.0);
    let rope = made(rt_rapier2d_joint_rope(world.0, nail, body, 0.0, 0.0, 0.0, 0.0, 2.0));
    world.steps(12);
    near(world.at(body).y, -0.5 - G * 0.2 * 0.2 / 2.0, 0.04);
    near(rt_rapier2d_joint_get_force(world.0, rope).y, 0.0, 1e-9);
    world.steps(300);
    near(rt_rapier2d_joint_get_position(world.0, rope), 2.0, 0.02);
    near(rt_rapier2d_joint_get_force(world.0, rope).y, 3.0 * G, 0.05);
    // It does not push.
    ok(rt_rapier2d_body_set_velocity(world.0, body, 0.0, 3.0, 0.0));
    world.steps(6);
    assert!(world.at(body).y > -1.8);
}

#[test]
fn a_wheel_gives_along_its_axis_turns_and_is_driven() {
    let world = World::new(0.0, -G);
    let (mass, stiffness) = (4.0, 400.0);
    let car = world.fixed(0.0, 3.0);
    let wheel = ball(&world, 1.0, 2.0, mass);
    let hub = made(rt_rapier2d_joint_wheel(
        world.0,
        car,
        wheel,
        1.0,
        2.0,
        0.0,
        2.0,
        stiffness,
        2.0 * (stiffness * mass).sqrt(),
    ));
    ok(rt_rapier2d_body_set_velocity(world.0, wheel, 0.0, 0.0, 5.0));
    world.steps(240);
    near(rt_rapier2d_joint_get_position(world.0, hub), -mass * G / stiffness, 1e-3);
    near(world.at(wheel).x, 1.0, 1e-3);
    near(world.velocity(wheel).angular, 5.0, 1e-6);
    ok(rt_rapier2d_joint_set_limits(world.0, hub, -0.05, 0.05));
    world.steps(120);
    near(rt_rapier2d_joint_get_position(world.0, hub), -0.05, 2e-3);
    near(rt_rapier2d_joint_get_force(world.0, hub).y, mass * G, 0.1);
    ok(rt_rapier2d_joint_set_motor(world.0, hub, -3.0, f64::INFINITY));
    world.steps(60);
    near(world.velocity(wheel).angular, -3.0, 1e-3);
    ok(rt_rapier2d_joint_set_spring(world.0, hub, 0.02, stiffness, 100.0));
}

#[test]
fn a_motor_holds_a_place_like_a_spring() {
    let world = World::new(0.0, -G);
    let (mass, stiffness) = (2.0, 200.0);
    let wall = world.fixed(0.0, 0.0);
    let lift = ball(&world, 0.0, 0.0, mass);
    let slider = made(rt_rapier2d_joint_prismatic(world.0, wall, lift, 0.0, 1.0));
    ok(rt_rapier2d_joint_set_motor_position(world.0, slider, 1.5, stiffness, 30.0, f64::INFINITY));
    world.steps(300);
    near(rt_rapier2d_joint_get_position(world.0, slider), 1.5 - mass * G / stiffness, 1e-3);
    // Too weak to lift it.
    ok(rt_rapier2d_joint_set_motor_position(world.0, slider, 1.5, stiffness, 30.0, mass * G / 2.0));
    world.steps(30);
    assert!(rt_rapier2d_joint_get_position(world.0, slider) < 1.0);
    // A velocity takes its place, and the other way round.
    ok(rt_rapier2d_joint_set_motor(world.0, slider, 1.0, f64::INFINITY));
    world.steps(60);
    near(world.velocity(lift).vy, 1.0, 1e-3);

    let arm = ball(&world, 5.0, 0.0, 1.0);
    let hinge = made(rt_rapier2d_joint_revolute(world.0, wall, arm, 5.0, 0.0));
    ok(rt_rapier2d_joint_set_motor_position(world.0, hinge, PI / 2.0, 5.0, 1.0, f64::INFINITY));
    world.steps(300);
    near(rt_rapier2d_joint_get_position(world.0, hinge), PI / 2.0, 1e-6);
    // The short way round: from π/2 over π to −3π/4.
    ok(rt_rapier2d_joint_set_motor_position(world.0, hinge, -0.75 * PI, 5.0, 1.0, f64::INFINITY));
    world.steps(5);
    assert!(world.velocity(arm).angular > 0.0);
    world.steps(300);
    near(rt_rapier2d_joint_get_position(world.0, hinge), -0.75 * PI, 1e-6);
    let rope = made(rt_rapier2d_joint_rope(world.0, wall, arm, 0.0, 0.0, 0.0, 0.0, 20.0));
    assert!(!rt_rapier2d_joint_set_motor_position(world.0, rope, 0.0, 1.0, 1.0, 1.0));
    assert!(error().contains("neither revolute nor prismatic nor a wheel's"));
}

#[test]
fn joints_bear_what_statics_says() {
    let world = World::new(0.0, -G);
    let wall = world.fixed(0.0, 0.0);
    let (mass, arm) = (2.0, 1.5);
    // Welded at the wall, its weight at a distance: force m g, torque m g l.
    let beam = ball(&world, arm, 0.0, mass);
    let weld = made(rt_rapier2d_joint_fixed(world.0, wall, beam));
    // A rod and a hinge at the end of an arm.
    let hung = ball(&world, 10.0, -1.0, mass);
    let rod = made(rt_rapier2d_joint_distance(world.0, wall, hung, 10.0, 0.0, 0.0, 0.0, 1.0));
    let swing = ball(&world, 20.0, -1.0, mass);
    let hinge = made(rt_rapier2d_joint_revolute(world.0, wall, swing, 20.0, 0.0));
    let pushed = ball(&world, 30.0, 0.0, mass);
    let rail = made(rt_rapier2d_joint_prismatic(world.0, wall, pushed, 1.0, 0.0));
    ok(rt_rapier2d_joint_set_limits(world.0, rail, -0.5, 0.5));
    assert_eq!(rt_rapier2d_joint_get_force(world.0, weld), RtJointForce::default());
    for _ in 0..240 {
        ok(rt_rapier2d_body_apply_force(world.0, pushed, 7.0, 0.0, true));
        world.steps(1);
    }
    let tolerance = 0.02 * mass * G;
    for joint in [weld, rod, hinge] {
        let force = rt_rapier2d_joint_get_force(world.0, joint);
        near(force.x, 0.0, tolerance);
        near(force.y, mass * G, tolerance);
    }
    // About the weld's point of the beam, its own centre.
    near(rt_rapier2d_joint_get_force(world.0, weld).torque, 0.0, tolerance);
    let stop = rt_rapier2d_joint_get_force(world.0, rail);
    near(stop.x, -7.0, tolerance);
    near(stop.y, mass * G, tolerance);
    // On a turning arm the hinge pulls with m v²/r more.
    ok(rt_rapier2d_body_set_velocity(world.0, swing, 3.0, 0.0, 3.0));
    world.steps(1);
    near(rt_rapier2d_joint_get_force(world.0, hinge).y, mass * (G + 9.0), 0.05 * mass * (G + 9.0));
}

#[test]
fn a_torque_about_the_joint_is_told() {
    let world = World::new(0.0, 0.0);
    let wall = world.fixed(0.0, 0.0);
    let body = ball(&world, 0.0, 0.0, 1.0);
    let weld = made(rt_rapier2d_joint_fixed(world.0, wall, body));
    for _ in 0..60 {
        ok(rt_rapier2d_body_apply_torque(world.0, body, 4.0, true));
        world.steps(1);
    }
    near(rt_rapier2d_joint_get_force(world.0, weld).torque, -4.0, 0.05);
    // A force that acts beside the joint's point: from off its centre.
    for _ in 0..60 {
        ok(rt_rapier2d_body_apply_force_at(world.0, body, 0.0, 2.0, 1.5, 0.0, true));
        world.steps(1);
    }
    let load = rt_rapier2d_joint_get_force(world.0, weld);
    near(load.torque, -3.0, 0.05);
    near(load.y, -2.0, 0.05);
}

#[test]
fn a_joint_breaks_above_its_strength_and_is_told() {
    let world = World::new(0.0, -G);
    let nail = world.fixed(0.0, 0.0);
    let body = ball(&world, 0.0, -1.0, 2.0);
    let rod = made(rt_rapier2d_joint_distance(world.0, nail, body, 0.0, 0.0, 0.0, 0.0, 1.0));
    ok(rt_rapier2d_joint_set_user_data(world.0, rod, -3));
    assert_eq!(rt_rapier2d_joint_get_user_data(world.0, rod), -3);
    world.steps(60);
    ok(rt_rapier2d_joint_set_strength(world.0, rod, 2.0 * G * 1.5, f64::INFINITY));
    world.steps(30);
    assert!(rt_rapier2d_world_get_broken_joints(world.0).take().is_empty());
    // A snapshot keeps what it bears.
    let bytes = rt_rapier2d_world_snapshot(world.0).take();
    // SAFETY: borrowed for the call.
    let twin = World(made(unsafe { rt_rapier2d_world_restore(bytes.as_ptr(), bytes.len() as i64) }));
    let twin_rod = rt_rapier2d_world_get_joints(twin.0).take()[0];
    assert_eq!(rt_rapier2d_joint_get_user_data(twin.0, twin_rod), -3);
    assert_eq!(rt_rapier2d_joint_get_force(twin.0, twin_rod), rt_rapier2d_joint_get_force(world.0, rod));
    for (world, rod) in [(&world, rod), (&twin, twin_rod)] {
        let body = rt_rapier2d_world_get_bodies(world.0).take()[1];
        ok(rt_rapier2d_body_apply_force(world.0, body, 0.0, -2.0 * G, true));
        world.steps(1);
        assert_eq!(rt_rapier2d_world_get_broken_joints(world.0).take(), [rod]);
        assert!(!rt_rapier2d_joint_set_strength(world.0, rod, 1.0, 1.0));
        assert_eq!(error(), format!("`joint` is {rod}, a joint that was freed"));
        assert_eq!(rt_rapier2d_world_joint_count(world.0), 0);
        world.steps(30);
        assert!(rt_rapier2d_world_get_broken_joints(world.0).take().is_empty());
        assert!(world.at(body).y < -2.0);
    }
    assert_eq!(world.bits(), twin.bits());
}
