//! Motors against their load.

use crate::common::*;
use std::f64::consts::TAU;

/// A rod of 2 m and 1 kg, held level at its end in the origin by a motor: 9.81 N·m hold it there.
fn rod(world: &World, speed: f64, torque: f64) -> (i64, i64) {
    let body = world.dynamic(1.0, 0.0);
    world.rectangle(body, 1.0, 0.05);
    ok(rt_rapier2d_body_set_mass(world.0, body, 1.0));
    let joint = made(rt_rapier2d_joint_revolute(world.0, world.fixed(0.0, 0.0), body, 0.0, 0.0));
    ok(rt_rapier2d_joint_set_motor(world.0, joint, speed, torque));
    (body, joint)
}

#[test]
fn a_brake_holds() {
    for torque in [9.9, 12.0, 1000.0, f64::INFINITY] {
        let world = World::new(0.0, -G);
        let (body, joint) = rod(&world, 0.0, torque);
        for second in 0..10 {
            world.steps(60);
            let angle = rt_rapier2d_joint_get_position(world.0, joint);
            near(angle, 0.0, if torque < 10.0 { 0.03 } else { 0.005 });
            assert!(second < 5 || torque < 10.0 || rt_rapier2d_body_is_sleeping(world.0, body));
        }
    }
    // With half of what it takes the rod falls as Newton says, but for a tenth: (m·g − T)/I at first.
    let world = World::new(0.0, -G);
    let (_, joint) = rod(&world, 0.0, G / 2.0);
    world.steps(12);
    let inertia = (4.0 + 0.01) / 12.0 + 1.0;
    let expected = -(G / 2.0) / inertia * 0.04 / 2.0;
    near(rt_rapier2d_joint_get_position(world.0, joint), expected, 0.1 * expected.abs());
}

#[test]
fn a_motor_turns_as_far_as_it_should() {
    for speed in [-1.0, 0.1, 1.0, 3.0] {
        let world = World::new(0.0, -G);
        let (_, joint) = rod(&world, speed, f64::INFINITY);
        for second in 1..=8 {
            world.steps(60);
            let behind = speed * f64::from(second) - rt_rapier2d_joint_get_position(world.0, joint);
            near(behind - TAU * (behind / TAU).round(), 0.0, 0.02);
        }
    }
    // A restored world drives on in the same way.
    let world = World::new(0.0, -G);
    let (_, joint) = rod(&world, 1.0, 20.0);
    world.steps(30);
    let bytes = rt_rapier2d_world_snapshot(world.0).take();
    // SAFETY: borrowed for the call.
    let restored = World(made(unsafe { rt_rapier2d_world_restore(bytes.as_ptr(), bytes.len() as i64) }));
    world.steps(60);
    restored.steps(60);
    assert_eq!(world.bits(), restored.bits());
    // It takes ω²/2a to get to its speed: 0.065 rad.
    near(rt_rapier2d_joint_get_position(world.0, joint), 1.5, 0.07);
}

#[test]
fn a_lift_goes_as_far_as_it_should() {
    let world = World::new(0.0, -G);
    let lift = world.dynamic(0.0, 0.0);
    world.rectangle(lift, 2.0, 0.1);
    ok(rt_rapier2d_body_set_mass(world.0, lift, 100.0));
    let joint = made(rt_rapier2d_joint_prismatic(world.0, world.fixed(0.0, 0.0), lift, 0.0, 1.0));
    // 150 kg, of which 50 stand at the edge.
    let load = world.dynamic(1.5, 0.6);
    world.rectangle(load, 0.5, 0.5);
    ok(rt_rapier2d_body_set_mass(world.0, load, 50.0));
    ok(rt_rapier2d_joint_set_motor(world.0, joint, 0.5, 150.0 * G * 1.5));
    world.steps(600);
    near(rt_rapier2d_joint_get_position(world.0, joint), 5.0, 0.02);
    near(world.at(load).y, 5.6, 0.03);
}

#[test]
fn a_motor_that_was_held_back_does_not_hurry() {
    let world = World::new(0.0, 0.0);
    let (body, joint) = rod(&world, 1.0, 50.0);
    ok(rt_rapier2d_joint_set_limits(world.0, joint, -0.1, 0.5));
    world.steps(300);
    near(rt_rapier2d_joint_get_position(world.0, joint), 0.5, 0.02);
    ok(rt_rapier2d_joint_set_limits(world.0, joint, -0.1, 3.0));
    for _ in 0..60 {
        world.steps(1);
        assert!(world.velocity(body).angular < 1.7);
    }
    near(rt_rapier2d_joint_get_position(world.0, joint), 1.5, 0.03);
}
