//! Fluids, against what Archimedes says.

use crate::common::*;
use std::f64::consts::PI;

/// A sea whose surface is y = 0.
fn sea(world: &World, density: f64, drag: f64) -> i64 {
    let collider = world.rectangle(world.fixed(0.0, -50.0), 100.0, 50.0);
    ok(rt_rapier2d_collider_set_fluid(world.0, collider, density, drag, drag, 0.0, 0.0));
    collider
}

#[test]
fn what_is_lighter_floats_as_deep_as_it_weighs() {
    let world = World::new(0.0, -G);
    sea(&world, 1000.0, 3000.0);
    let (raft, buoy) = (world.dynamic(0.0, 0.3), world.dynamic(10.0, 0.0));
    let (plank, ball) = (world.rectangle(raft, 1.0, 0.25), world.circle(buoy, 0.5));
    ok(rt_rapier2d_collider_set_density(world.0, plank, 600.0));
    ok(rt_rapier2d_collider_set_density(world.0, ball, 500.0));
    world.steps(900);
    // 0.6 of the raft's height is under water.
    near(world.at(raft).y, 0.25 - 0.5 * 0.6, 1e-4);
    near(world.at(raft).rotation, 0.0, 1e-6);
    near(world.at(buoy).y, 0.0, 1e-4);
    let part = rt_rapier2d_body_get_submerged(world.0, buoy);
    near(part.area, PI * 0.125, 1e-4);
    near(part.x, world.at(buoy).x, 1e-9);
    near(part.y, -4.0 * 0.5 / (3.0 * PI), 1e-3);
    let part = rt_rapier2d_body_get_submerged(world.0, raft);
    near(part.area, 2.0 * 0.3, 1e-3);
    near(part.y, -0.15, 1e-3);
}

#[test]
fn what_is_heavier_sinks_with_what_is_left_of_its_weight() {
    let world = World::new(0.0, -G);
    sea(&world, 1.0, 0.0);
    let stone = world.dynamic(0.0, -20.0);
    let collider = made(rt_rapier2d_collider_new_capsule(world.0, stone, 0.3, 0.2));
    ok(rt_rapier2d_collider_set_density(world.0, collider, 4.0));
    world.steps(30);
    near(world.velocity(stone).vy, -G * 0.75 * 0.5, 1e-9);
    near(world.velocity(stone).angular, 0.0, 1e-9);
    // Drag: v(t) = u (1 − exp(−c t)) with c = drag / density, u = g·3/4 / c.
    let world = World::new(0.0, -G);
    sea(&world, 1.0, 8.0);
    let stone = world.dynamic(0.0, -20.0);
    let collider = world.circle(stone, 0.5);
    ok(rt_rapier2d_collider_set_density(world.0, collider, 4.0));
    world.steps(300);
    near(world.velocity(stone).vy, -G * 0.75 / 2.0, 0.1);
}

#[test]
fn a_raft_that_leans_rights_itself_and_a_river_carries_it() {
    let world = World::new(0.0, -G);
    let river = sea(&world, 1000.0, 2000.0);
    let raft = made(rt_rapier2d_body_new_dynamic(world.0, 0.0, 0.0, 0.3));
    let plank = world.rectangle(raft, 1.0, 0.25);
    ok(rt_rapier2d_collider_set_density(world.0, plank, 500.0));
    world.steps(900);
    near(world.at(raft).rotation, 0.0, 1e-4);
    ok(rt_rapier2d_collider_set_fluid(world.0, river, 1000.0, 2000.0, 2000.0, 2.0, 0.0));
    world.steps(900);
    near(world.velocity(raft).vx, 2.0, 1e-3);
    // No drag, however strong, throws it about.
    ok(rt_rapier2d_collider_set_fluid(world.0, river, 1000.0, 1e12, 1e12, 0.0, 0.0));
    world.steps(60);
    near(world.velocity(raft).vx, 0.0, 1e-2);
    // A plain sensor again: it falls.
    ok(rt_rapier2d_collider_set_fluid(world.0, river, 0.0, 0.0, 0.0, 0.0, 0.0));
    world.steps(60);
    near(world.velocity(raft).vy, -G, 0.2);
    let round = world.circle(world.fixed(0.0, 0.0), 1.0);
    assert!(!rt_rapier2d_collider_set_fluid(world.0, round, 1.0, 0.0, 0.0, 0.0, 0.0));
    assert_eq!(error(), "a fluid is a box or a polygon, and `handle` is a collider of another shape");
}

#[test]
fn a_snapshot_keeps_fluids() {
    let world = World::new(0.0, -G);
    sea(&world, 1000.0, 500.0);
    for at in 0..10 {
        let body = world.dynamic(f64::from(at) * 1.5, 1.0);
        let collider = world.rectangle(body, 0.5, 0.3);
        ok(rt_rapier2d_collider_set_density(world.0, collider, 300.0 + 60.0 * f64::from(at)));
    }
    world.steps(40);
    let bytes = rt_rapier2d_world_snapshot(world.0).take();
    // SAFETY: borrowed for the call.
    let twin = World(made(unsafe { rt_rapier2d_world_restore(bytes.as_ptr(), bytes.len() as i64) }));
    world.steps(200);
    twin.steps(200);
    assert_eq!(world.bits(), twin.bits());
}
