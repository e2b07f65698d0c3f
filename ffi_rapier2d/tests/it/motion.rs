//! Bodies by themselves: against the formulas of mechanics.

use crate::common::*;

/// Distance that a body falls from rest over `steps` steps by the solver's scheme, semi-implicit Euler.
fn fallen(steps: f64) -> f64 {
    let (h, n) = (DT / SUBSTEPS, steps * SUBSTEPS);
    G * h * h * n * (n + 1.0) / 2.0
}

#[test]
fn free_fall() {
    let world = World::new(0.0, -G);
    let body = world.dynamic(3.0, 1000.0);
    world.circle(body, 0.5);
    world.steps(600);
    let (at, time) = (world.at(body), 10.0);
    near(world.velocity(body).vy, -G * time, 1e-9);
    near(at.y, 1000.0 - fallen(600.0), 1e-9);
    // Against the continuous fall the scheme is off by half a substep of the final speed.
    near(at.y, 1000.0 - G * time * time / 2.0, G * time * DT / SUBSTEPS / 2.0 + 1e-9);
    assert_eq!((at.x, at.rotation), (3.0, 0.0));
}

#[test]
fn what_is_set_is_read_back() {
    let world = World::new(0.0, -G);
    let body = world.dynamic(0.1, -0.7);
    assert_eq!((world.at(body).x, world.at(body).y), (0.1, -0.7));
    ok(rt_rapier2d_body_set_position(world.0, body, 123456.789, 1e-9, 3.0));
    let at = world.at(body);
    assert_eq!((at.x, at.y), (123456.789, 1e-9));
    near(at.rotation, 3.0, 1e-15);
    ok(rt_rapier2d_body_set_position(world.0, body, 0.0, 0.0, 7.0));
    near(world.at(body).rotation, 7.0 - std::f64::consts::TAU, 1e-15);
    ok(rt_rapier2d_body_set_velocity(world.0, body, 0.3, -0.1, 0.7));
    assert_eq!(world.velocity(body), RtBodyVelocity { vx: 0.3, vy: -0.1, angular: 0.7 });
}

#[test]
fn a_force_acts_during_one_step() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    world.rectangle(body, 1.0, 0.5); // 2 kg
    ok(rt_rapier2d_body_apply_force(world.0, body, 12.0, 0.0, true));
    ok(rt_rapier2d_body_apply_force(world.0, body, 0.0, 6.0, true));
    world.steps(1);
    near(world.velocity(body).vx, 12.0 / 2.0 * DT, 1e-15);
    near(world.velocity(body).vy, 6.0 / 2.0 * DT, 1e-15);
    world.steps(9);
    near(world.velocity(body).vx, 12.0 / 2.0 * DT, 1e-15);
    for _ in 0..60 {
        ok(rt_rapier2d_body_apply_force(world.0, body, 12.0, 0.0, true));
        world.steps(1);
    }
    near(world.velocity(body).vx, 12.0 / 2.0 * (61.0 * DT), 1e-12);
}

#[test]
fn a_force_on_a_sleeping_body_that_is_not_woken_is_gone() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    world.circle(body, 1.0);
    world.steps(200);
    assert!(rt_rapier2d_body_is_sleeping(world.0, body));
    ok(rt_rapier2d_body_apply_force(world.0, body, 100.0, 0.0, false));
    world.steps(1);
    ok(rt_rapier2d_body_wake_up(world.0, body));
    assert!(!rt_rapier2d_body_is_sleeping(world.0, body));
    world.steps(2);
    assert_eq!(world.at(body).x, 0.0);
    world.steps(200);
    ok(rt_rapier2d_body_apply_force(world.0, body, 100.0, 0.0, true));
    world.steps(1);
    near(world.velocity(body).vx, 100.0 * DT / std::f64::consts::PI, 1e-12);
}

#[test]
fn impulses_and_torques() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    world.rectangle(body, 1.0, 0.5);
    let inertia = 2.0 * (2.0_f64.powi(2) + 1.0) / 12.0;
    near(rt_rapier2d_body_get_inertia(world.0, body), inertia, 1e-12);
    ok(rt_rapier2d_body_apply_impulse(world.0, body, 3.0, -5.0, true));
    near(world.velocity(body).vx, 1.5, 1e-15);
    near(world.velocity(body).vy, -2.5, 1e-15);
    ok(rt_rapier2d_body_apply_torque(world.0, body, 4.0, true));
    world.steps(5);
    near(world.velocity(body).angular, 4.0 / inertia * DT, 1e-12);
    ok(rt_rapier2d_body_apply_angular_impulse(world.0, body, -1.0, true));
    near(world.velocity(body).angular, 4.0 / inertia * DT - 1.0 / inertia, 1e-12);

    let other = world.dynamic(10.0, 0.0);
    world.rectangle(other, 1.0, 0.5);
    // At the right end, upwards: the arm is 1 m.
    ok(rt_rapier2d_body_apply_impulse_at(world.0, other, 0.0, 2.0, 11.0, 0.0, true));
    near(world.velocity(other).vy, 1.0, 1e-15);
    near(world.velocity(other).angular, 2.0 / inertia, 1e-12);
    let third = world.dynamic(20.0, 0.0);
    world.rectangle(third, 1.0, 0.5);
    ok(rt_rapier2d_body_apply_force_at(world.0, third, 0.0, 2.0, 21.0, 0.0, true));
    world.steps(3);
    near(world.velocity(third).vy, DT, 1e-12);
    near(world.velocity(third).angular, 2.0 / inertia * DT, 1e-12);
}

#[test]
fn a_constant_spin_turns_as_far_as_it_should() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    world.circle(body, 1.0);
    ok(rt_rapier2d_body_set_velocity(world.0, body, 1.0, 2.0, 1.0));
    world.steps(60);
    near(world.at(body).rotation, 1.0, 1e-4);
    near(world.at(body).x, 1.0, 1e-12);
    near(world.at(body).y, 2.0, 1e-12);
    let ahead = rt_rapier2d_body_predict_position(world.0, body, 0.5);
    near(ahead.x, 1.5, 1e-12);
    near(ahead.rotation, 1.5, 1e-3);
}

#[test]
fn damping() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    world.circle(body, 1.0);
    ok(rt_rapier2d_body_set_linear_damping(world.0, body, 2.0));
    ok(rt_rapier2d_body_set_angular_damping(world.0, body, 1.0));
    ok(rt_rapier2d_body_set_velocity(world.0, body, 10.0, 0.0, 3.0));
    world.steps(30);
    near(world.velocity(body).vx, 10.0 * (1.0 + 2.0 * DT).powi(-30), 1e-9);
    near(world.velocity(body).angular, 3.0 * (1.0 + DT).powi(-30), 1e-9);
    // Which is e^(−2·½) and e^(−½) but for what the implicit scheme is off.
    near(world.velocity(body).vx, 10.0 * (-1.0_f64).exp(), 0.07);
}

#[test]
fn mass_at_once() {
    let world = World::new(0.0, -G);
    let body = world.dynamic(0.0, 0.0);
    assert_eq!(rt_rapier2d_body_get_mass(world.0, body), 0.0);
    let first = world.rectangle(body, 1.0, 1.0);
    near(rt_rapier2d_body_get_mass(world.0, body), 4.0, 1e-12);
    ok(rt_rapier2d_collider_set_density(world.0, first, 3.0));
    near(rt_rapier2d_body_get_mass(world.0, body), 12.0, 1e-12);
    let capsule = made(rt_rapier2d_collider_new_capsule(world.0, body, 1.0, 0.5));
    let capsule_mass = 2.0 * 1.0 + std::f64::consts::PI * 0.25;
    near(rt_rapier2d_body_get_mass(world.0, body), 12.0 + capsule_mass, 1e-12);
    ok(rt_rapier2d_collider_free(world.0, capsule));
    near(rt_rapier2d_body_get_mass(world.0, body), 12.0, 1e-12);
    // Lighter and heavier than the colliders, before, after and between colliders.
    for mass in [5.0, 0.1, 49.0, 1e6] {
        ok(rt_rapier2d_body_set_mass(world.0, body, mass));
        assert_eq!(rt_rapier2d_body_get_mass(world.0, body), mass);
        let more = world.circle(body, 0.7);
        assert_eq!(rt_rapier2d_body_get_mass(world.0, body), mass);
        ok(rt_rapier2d_body_set_velocity(world.0, body, 0.0, 0.0, 0.0));
        ok(rt_rapier2d_body_apply_impulse(world.0, body, mass * 2.0, 0.0, true));
        near(world.velocity(body).vx, 2.0, 1e-9);
        ok(rt_rapier2d_collider_free(world.0, more));
        ok(rt_rapier2d_body_set_velocity(world.0, body, 0.0, 0.0, 0.0));
        ok(rt_rapier2d_body_apply_force(world.0, body, mass * 6.0, 0.0, true));
        world.steps(1);
        near(world.velocity(body).vx, 6.0 * DT, 1e-9);
        assert_eq!(rt_rapier2d_body_get_mass(world.0, body), mass);
    }
    // The moment of inertia goes with the mass.
    near(rt_rapier2d_body_get_inertia(world.0, body), 1e6 * 8.0 / 12.0, 1e-3);
    let bare = world.dynamic(9.0, 0.0);
    ok(rt_rapier2d_body_set_mass(world.0, bare, 7.0));
    world.steps(1);
    near(world.velocity(bare).vy, -G * DT, 1e-12);
}

#[test]
fn center_of_mass_of_an_offset_collider() {
    let world = World::new(0.0, 0.0);
    let body = made(rt_rapier2d_body_new_dynamic(world.0, 1.0, 2.0, std::f64::consts::FRAC_PI_2));
    let collider = world.rectangle(body, 0.5, 0.5);
    ok(rt_rapier2d_collider_set_offset(world.0, collider, 3.0, 0.0, 0.25));
    let center = rt_rapier2d_body_get_center_of_mass(world.0, body);
    near(center.x, 1.0, 1e-12);
    near(center.y, 5.0, 1e-12);
    let at = rt_rapier2d_collider_get_position(world.0, collider);
    near(at.y, 5.0, 1e-12);
    near(at.rotation, std::f64::consts::FRAC_PI_2 + 0.25, 1e-12);
}

#[test]
fn kinematic_bodies_push_and_are_not_pushed() {
    let world = World::new(0.0, -G);
    world.floor();
    let pusher = made(rt_rapier2d_body_new_kinematic(world.0, -2.0, 0.6, 0.0));
    world.rectangle(pusher, 0.5, 0.5);
    let pushed = world.dynamic(0.0, 0.6);
    world.rectangle(pushed, 0.5, 0.5);
    ok(rt_rapier2d_body_set_velocity(world.0, pusher, 1.0, 0.0, 0.0));
    world.steps(180);
    near(world.at(pusher).x, 1.0, 1e-9);
    assert_eq!(world.at(pusher).y, 0.6);
    near(world.at(pushed).x, 2.0, 0.03);
    ok(rt_rapier2d_body_move_to(world.0, pusher, 1.5, 0.6, 0.0));
    world.steps(1);
    near(world.at(pusher).x, 1.5, 1e-12);
    assert!(world.velocity(pushed).vx > 1.0, "{:?}", world.velocity(pushed));
    world.steps(1);
    assert_eq!(world.at(pusher).x, 1.5);
    near(world.velocity(pusher).vx, 0.0, 1e-12);
    ok(rt_rapier2d_body_set_velocity(world.0, pusher, -1.0, 0.0, 0.0));
    world.steps(60);
    near(world.at(pusher).x, 0.5, 1e-9);
}

#[test]
fn types() {
    let world = World::new(0.0, -G);
    let body = world.fixed(0.0, 5.0);
    world.circle(body, 0.5);
    world.steps(30);
    assert_eq!(rt_rapier2d_body_get_type(world.0, body), 1);
    assert_eq!(world.at(body).y, 5.0);
    ok(rt_rapier2d_body_set_type(world.0, body, 0));
    assert_eq!(rt_rapier2d_body_get_type(world.0, body), 0);
    world.steps(60);
    near(world.at(body).y, 5.0 - fallen(60.0), 1e-9);
    ok(rt_rapier2d_body_set_type(world.0, body, 2));
    ok(rt_rapier2d_body_set_velocity(world.0, body, 0.0, 1.0, 0.0));
    let before = world.at(body).y;
    world.steps(60);
    near(world.at(body).y, before + 1.0, 1e-9);
}

#[test]
fn gravity_changes_and_scales() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    world.circle(body, 0.5);
    let rising = world.dynamic(5.0, 0.0);
    world.circle(rising, 0.5);
    ok(rt_rapier2d_body_set_gravity_scale(world.0, rising, -0.5));
    world.steps(200);
    assert!(rt_rapier2d_body_is_sleeping(world.0, body));
    ok(rt_rapier2d_world_set_gravity(world.0, 1.0, -2.0));
    let gravity = rt_rapier2d_world_get_gravity(world.0);
    assert_eq!((gravity.x, gravity.y), (1.0, -2.0));
    assert!(!rt_rapier2d_body_is_sleeping(world.0, body));
    world.steps(60);
    near(world.velocity(body).vx, 1.0, 1e-9);
    near(world.velocity(body).vy, -2.0, 1e-9);
    near(world.velocity(rising).vy, 1.0, 1e-9);
}

#[test]
fn speed_limits_are_the_hosts_to_lift() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    world.circle(body, 0.5);
    let launch = |angular: f64| {
        ok(rt_rapier2d_body_set_position(world.0, body, 0.0, 0.0, 0.0));
        ok(rt_rapier2d_body_set_velocity(world.0, body, 1000.0, 0.0, angular));
        world.steps(6);
        (world.at(body).x, world.velocity(body).angular)
    };
    near(launch(0.0).0, 40.0, 1e-6);
    ok(rt_rapier2d_world_set_max_speed(world.0, f64::INFINITY));
    near(launch(0.0).0, 100.0, 1e-6);
    assert!(launch(1000.0).1 < 999.0);
    ok(rt_rapier2d_body_set_fast_rotation(world.0, body, true));
    near(launch(1000.0).1, 1000.0, 1e-9);
}

#[test]
fn a_locked_rotation_stays() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    world.circle(body, 0.5);
    ok(rt_rapier2d_body_lock_rotation(world.0, body, true));
    ok(rt_rapier2d_body_apply_torque(world.0, body, 100.0, true));
    world.steps(10);
    assert_eq!(world.at(body).rotation, 0.0);
    ok(rt_rapier2d_body_lock_rotation(world.0, body, false));
    ok(rt_rapier2d_body_apply_torque(world.0, body, 100.0, true));
    world.steps(10);
    assert!(world.at(body).rotation > 0.1);
}

#[test]
fn sleeping_can_be_forbidden_and_allowed() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    world.circle(body, 0.5);
    ok(rt_rapier2d_body_set_can_sleep(world.0, body, false));
    world.steps(300);
    assert!(!rt_rapier2d_body_is_sleeping(world.0, body));
    ok(rt_rapier2d_body_set_can_sleep(world.0, body, true));
    world.steps(300);
    assert!(rt_rapier2d_body_is_sleeping(world.0, body));
    ok(rt_rapier2d_body_set_can_sleep(world.0, body, false));
    world.steps(5);
    assert!(!rt_rapier2d_body_is_sleeping(world.0, body));
}

#[test]
fn user_data() {
    let world = World::new(0.0, 0.0);
    let body = world.dynamic(0.0, 0.0);
    let collider = world.circle(body, 0.5);
    assert_eq!(rt_rapier2d_body_get_user_data(world.0, body), 0);
    for value in [1, -1, i64::MIN, i64::MAX] {
        ok(rt_rapier2d_body_set_user_data(world.0, body, value));
        ok(rt_rapier2d_collider_set_user_data(world.0, collider, !value));
        assert_eq!(rt_rapier2d_body_get_user_data(world.0, body), value);
        assert_eq!(rt_rapier2d_collider_get_user_data(world.0, collider), !value);
    }
}

#[test]
fn disabled_bodies() {
    let world = World::new(0.0, -G);
    let body = world.dynamic(0.0, 0.0);
    world.circle(body, 1.0);
    ok(rt_rapier2d_body_set_enabled(world.0, body, false));
    assert!(!rt_rapier2d_body_is_enabled(world.0, body));
    let other = world.dynamic(0.0, 5.0);
    world.steps(1);
    // What is attached meanwhile is out of the simulation with it.
    made(rt_rapier2d_joint_distance(world.0, body, other, 0.0, 0.0, 0.0, 0.0, 5.0));
    let hook = world.fixed(0.0, 9.0);
    made(rt_rapier2d_joint_revolute(world.0, hook, body, 0.0, 9.0));
    world.circle(body, 2.0);
    ok(rt_rapier2d_body_set_mass(world.0, other, 1.0));
    let hit = world.dynamic(0.0, 30.0);
    world.circle(hit, 0.5);
    world.steps(240);
    assert_eq!(world.at(body).y, 0.0);
    near(world.velocity(hit).vy, -G * 4.0, 1e-9);
    near(world.velocity(other).vy, -G * 4.0, 1e-9);
    ok(rt_rapier2d_body_set_enabled(world.0, body, true));
    ok(rt_rapier2d_body_set_position(world.0, other, 3.0, 4.0, 0.0));
    ok(rt_rapier2d_body_set_velocity(world.0, other, 0.0, 0.0, 0.0));
    world.steps(120);
    let (a, b) = (world.at(body), world.at(other));
    near((a.x - b.x).hypot(a.y - b.y), 5.0, 0.01);
    near(a.x.hypot(a.y - 9.0), 9.0, 0.02);
}

#[test]
fn a_new_gravity_scale_wakes() {
    let world = World::new(0.0, -G);
    world.floor();
    let body = world.dynamic(0.0, 0.5);
    world.rectangle(body, 0.5, 0.5);
    world.steps(600);
    assert!(rt_rapier2d_body_is_sleeping(world.0, body));
    ok(rt_rapier2d_body_set_gravity_scale(world.0, body, -1.0));
    world.steps(60);
    near(world.at(body).y, 0.5 + fallen(60.0), 0.01);
}

/// The moment of inertia about the middle, from the strips across it.
fn capsule_inertia(half: f64, radius: f64) -> f64 {
    let (strips, top) = (1_000_000, half + radius);
    let strip = top / f64::from(strips);
    let one = |i: i32| {
        let y = (f64::from(i) + 0.5) * strip;
        let width = (radius * radius - (y - half).max(0.0).powi(2)).max(0.0).sqrt();
        2.0 * strip * (2.0 * width * y * y + 2.0 / 3.0 * width.powi(3))
    };
    (0..strips).map(one).sum()
}

#[test]
fn moments_of_inertia_of_capsules() {
    let world = World::new(0.0, 0.0);
    for (half, radius) in [(0.5, 0.5), (3.0, 0.1), (0.01, 2.0)] {
        let body = world.dynamic(0.0, 0.0);
        let collider = made(rt_rapier2d_collider_new_capsule(world.0, body, half, radius));
        let area = 4.0 * half * radius + std::f64::consts::PI * radius * radius;
        let inertia = capsule_inertia(half, radius);
        for stepped in [0, 1] {
            world.steps(stepped);
            near(rt_rapier2d_body_get_mass(world.0, body), area, 1e-12 * area);
            near(rt_rapier2d_body_get_inertia(world.0, body), inertia, 1e-6 * inertia);
        }
        ok(rt_rapier2d_collider_set_density(world.0, collider, 3.0));
        near(rt_rapier2d_body_get_inertia(world.0, body), 3.0 * inertia, 3e-6 * inertia);
        ok(rt_rapier2d_body_set_mass(world.0, body, 7.0));
        near(rt_rapier2d_body_get_inertia(world.0, body), 7.0 / area * inertia, 1e-5 / area * inertia);
    }
}

#[test]
fn mass_of_a_disabled_body() {
    let world = World::new(0.0, 0.0);
    for given in [None, Some(5.0)] {
        let body = world.dynamic(0.0, 0.0);
        let collider = world.rectangle(body, 0.5, 0.5);
        let weighs = |mass: f64, size: f64| {
            let mass = given.unwrap_or(mass);
            near(rt_rapier2d_body_get_mass(world.0, body), mass, 1e-12);
            near(rt_rapier2d_body_get_inertia(world.0, body), mass * size, 1e-12);
        };
        if let Some(mass) = given {
            ok(rt_rapier2d_body_set_mass(world.0, body, mass));
        }
        ok(rt_rapier2d_body_set_enabled(world.0, body, false));
        weighs(1.0, 1.0 / 6.0);
        world.steps(1);
        weighs(1.0, 1.0 / 6.0);
        ok(rt_rapier2d_collider_set_density(world.0, collider, 3.0));
        weighs(3.0, 1.0 / 6.0);
        world.rectangle(body, 0.5, 0.5);
        weighs(4.0, 1.0 / 6.0);
        world.steps(1);
        weighs(4.0, 1.0 / 6.0);
        ok(rt_rapier2d_body_set_enabled(world.0, body, true));
        for _ in 0..2 {
            weighs(4.0, 1.0 / 6.0);
            ok(rt_rapier2d_body_set_velocity(world.0, body, 0.0, 0.0, 0.0));
            ok(rt_rapier2d_body_apply_impulse(world.0, body, 2.0, 0.0, true));
            near(world.velocity(body).vx, 2.0 / given.unwrap_or(4.0), 1e-12);
            world.steps(1);
        }
        ok(rt_rapier2d_body_free(world.0, body));
    }
}

#[test]
fn a_small_mass_of_large_colliders() {
    let world = World::new(0.0, 0.0);
    for half in [1.0, 1e3, 1e5, 1e7] {
        let body = world.dynamic(0.0, 0.0);
        world.rectangle(body, half, half);
        ok(rt_rapier2d_body_set_mass(world.0, body, 1e-3));
        world.circle(body, half);
        ok(rt_rapier2d_body_apply_impulse(world.0, body, 1e-3, 0.0, true));
        near(world.velocity(body).vx, 1.0, 1e-12);
        ok(rt_rapier2d_body_free(world.0, body));
    }
}
