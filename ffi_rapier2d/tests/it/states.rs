//! Handles, snapshots, threads, and what is refused.

use crate::common::*;
use std::sync::atomic::{AtomicBool, Ordering};

#[test]
fn a_freed_world_makes_everything_stale() {
    let world = World::new(0.0, -G);
    let body = world.dynamic(0.0, 0.0);
    let collider = world.circle(body, 1.0);
    let other = world.fixed(0.0, 2.0);
    let joint = made(rt_rapier2d_joint_distance(world.0, other, body, 0.0, 0.0, 0.0, 0.0, 2.0));
    let second = World::new(0.0, 0.0);
    ok(rt_rapier2d_world_free(world.0));
    error();
    assert!(!rt_rapier2d_world_free(world.0));
    assert_eq!(error(), format!("`world` is {}, a world that was freed", world.0));
    assert_eq!(world.at(body).x, 0.0);
    assert_eq!(error(), format!("`world` is {}, a world that was freed", world.0));
    // Stale by themselves, not only through their world.
    assert!(!rt_rapier2d_body_wake_up(second.0, body));
    assert_eq!(error(), format!("`handle` is {body}, a body that was freed"));
    assert!(!rt_rapier2d_collider_set_friction(second.0, collider, 1.0));
    assert_eq!(error(), format!("`handle` is {collider}, a collider that was freed"));
    assert!(!rt_rapier2d_joint_free(second.0, joint));
    assert_eq!(error(), format!("`handle` is {joint}, a joint that was freed"));
}

#[test]
fn a_freed_body_takes_its_colliders_and_joints() {
    let world = World::new(0.0, -G);
    let (body, other) = (world.dynamic(0.0, 0.0), world.dynamic(3.0, 0.0));
    let (collider, kept) = (world.circle(body, 1.0), world.circle(other, 1.0));
    let joint = made(rt_rapier2d_joint_fixed(world.0, other, body));
    for stepped in [false, true] {
        let count = || {
            (
                rt_rapier2d_world_body_count(world.0),
                rt_rapier2d_world_collider_count(world.0),
                rt_rapier2d_world_joint_count(world.0),
            )
        };
        if stepped {
            world.steps(1);
            assert_eq!(count(), (1, 1, 0));
            continue;
        }
        assert_eq!(count(), (2, 2, 1));
        let second = made(rt_rapier2d_joint_revolute(world.0, other, body, 1.0, 0.0));
        ok(rt_rapier2d_joint_free(world.0, second));
        assert_eq!(count(), (2, 2, 1));
        ok(rt_rapier2d_body_free(world.0, body));
        assert_eq!(count(), (1, 1, 0));
    }
    error();
    assert!(!rt_rapier2d_collider_set_density(world.0, collider, 1.0));
    assert_eq!(error(), format!("`handle` is {collider}, a collider that was freed"));
    assert!(!rt_rapier2d_joint_set_contacts(world.0, joint, false));
    assert_eq!(error(), format!("`joint` is {joint}, a joint that was freed"));
    assert!(!rt_rapier2d_body_free(world.0, body));
    assert_eq!(error(), format!("`handle` is {body}, a body that was freed"));
    ok(rt_rapier2d_collider_set_density(world.0, kept, 2.0));
    assert_eq!(rt_rapier2d_world_get_joints(world.0).take(), [0; 0]);
}

#[test]
fn worlds_do_not_mix() {
    let (world, other) = (World::new(0.0, 0.0), World::new(0.0, 0.0));
    let mine = world.dynamic(0.0, 0.0);
    let theirs = other.dynamic(0.0, 0.0);
    let collider = other.circle(theirs, 1.0);
    let own = world.circle(mine, 1.0);
    let fixed = other.fixed(0.0, 0.0);
    let joint = made(rt_rapier2d_joint_fixed(other.0, theirs, fixed));
    assert!(!rt_rapier2d_body_set_velocity(world.0, theirs, 1.0, 0.0, 0.0));
    assert_eq!(error(), format!("`handle` is {theirs}, a body of another world"));
    assert_eq!(rt_rapier2d_collider_new_circle(world.0, theirs, 1.0), 0);
    assert_eq!(error(), format!("`body` is {theirs}, a body of another world"));
    assert_eq!(rt_rapier2d_joint_fixed(world.0, mine, theirs), 0);
    assert_eq!(error(), format!("`body2` is {theirs}, a body of another world"));
    assert!(!rt_rapier2d_world_intersection_test(world.0, own, collider));
    assert_eq!(error(), format!("`collider2` is {collider}, a collider of another world"));
    assert!(!rt_rapier2d_joint_set_motor(world.0, joint, 0.0, 0.0));
    assert_eq!(error(), format!("`joint` is {joint}, a joint of another world"));
    assert!(!rt_rapier2d_body_free(world.0, theirs));
    assert!(!rt_rapier2d_collider_free(world.0, collider));
    assert!(!rt_rapier2d_joint_free(world.0, joint));
    ok(rt_rapier2d_body_wake_up(other.0, theirs));
    assert!(!rt_rapier2d_body_wake_up(other.0, collider));
    assert!(error().ends_with("the handle of a collider and not of a body"));
}

#[test]
fn numbers_that_are_refused() {
    let world = World::new(0.0, -G);
    let body = world.dynamic(0.0, 0.0);
    let collider = world.circle(body, 1.0);
    for dt in [0.0, -0.1, f64::NAN, f64::INFINITY, 1.0001] {
        assert!(!rt_rapier2d_world_step(world.0, dt));
        assert_eq!(error(), format!("`dt` is {dt}, and a step must be above 0 s and at most 1 s"));
    }
    ok(rt_rapier2d_world_step(world.0, 1.0));
    ok(rt_rapier2d_world_step(world.0, 1e-9));
    ok(rt_rapier2d_body_set_position(world.0, body, 1.0, 2.0, 3.0));
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e16] {
        assert!(!rt_rapier2d_body_set_position(world.0, body, 0.0, bad, 0.0));
        assert!(error().starts_with("`y` is "));
        assert!(!rt_rapier2d_body_set_velocity(world.0, body, 0.0, 0.0, bad));
        assert!(error().starts_with("`angular` is "));
        assert!(!rt_rapier2d_body_apply_force(world.0, body, bad, 0.0, true));
        assert!(error().starts_with("`fx` is "));
        assert_eq!(rt_rapier2d_world_new(0.0, bad), 0);
        assert!(error().starts_with("`gravity_y` is "));
        assert_eq!(rt_rapier2d_collider_new_circle(world.0, body, bad), 0);
        assert!(error().starts_with("`radius` is "));
    }
    for bad in [0.0, -1.0, 1e-300] {
        assert_eq!(rt_rapier2d_collider_new_capsule(world.0, body, bad, 1.0), 0);
        assert!(error().starts_with("`half_height` is "));
        assert!(!rt_rapier2d_body_set_mass(world.0, body, bad));
        assert!(error().starts_with("`mass` is "));
    }
    assert!(!rt_rapier2d_collider_set_density(world.0, collider, -1.0));
    assert_eq!(error(), "`density` is -1, and it must not be below 0");
    let at = world.at(body);
    assert_eq!((at.x, at.y), (1.0, 2.0));
    let floor = world.fixed(0.0, 0.0);
    assert!(!rt_rapier2d_body_set_velocity(world.0, floor, 1.0, 0.0, 0.0));
    assert_eq!(error(), format!("`handle` is {floor}, a static body, which has no velocity"));
    assert!(!rt_rapier2d_body_apply_impulse(world.0, floor, 1.0, 0.0, true));
    assert!(error().contains("not dynamic"));
    let contacts = made(rt_rapier2d_world_get_contacts(world.0));
    assert_eq!(rt_rapier2d_contacts_get(contacts, 0).collider1, 0);
    assert_eq!(error(), "`index` is 0, and the indices here go from 0 to below 0");
    ok(rt_rapier2d_contacts_free(contacts));
    assert!(!rt_rapier2d_world_set_iterations(world.0, 0));
    assert!(!rt_rapier2d_body_set_type(world.0, body, 3));
    assert!(!rt_rapier2d_body_move_to(world.0, body, 0.0, 0.0, 0.0));
    assert!(error().contains("not kinematic"));
}

/// A world with all kinds of things in it.
fn scene() -> World {
    scene_with(&[-0.5, -0.4, 0.5, -0.4, 0.5, 0.0, 0.0, 0.0, 0.0, 0.5, -0.5, 0.5])
}

fn scene_with(outline: &[f64]) -> World {
    let world = World::new(0.0, -G);
    world.floor();
    let mut last = world.fixed(0.0, 12.0);
    for i in 0..40 {
        let (x, y) = (f64::from(i % 8) - 4.0, 1.0 + f64::from(i / 8) * 1.3);
        let body = world.dynamic(x * 1.05, y);
        match i % 4 {
            0 => world.circle(body, 0.5),
            1 => world.rectangle(body, 0.5, 0.4),
            2 => made(rt_rapier2d_collider_new_capsule(world.0, body, 0.2, 0.3)),
            _ => made(world.polygon(body, outline)),
        };
        if i % 5 == 0 {
            ok(rt_rapier2d_body_set_mass(world.0, body, 3.0));
        }
        ok(rt_rapier2d_body_set_user_data(world.0, body, i64::from(i)));
    }
    for i in 0..12 {
        let body = world.dynamic(f64::from(i) * 0.5 + 0.5, 12.0);
        world.circle(body, 0.1);
        made(rt_rapier2d_joint_revolute(world.0, last, body, f64::from(i) * 0.5 + 0.25, 12.0));
        last = body;
    }
    world
}

fn restored(world: &World) -> World {
    let bytes = rt_rapier2d_world_snapshot(world.0).take();
    assert!(!bytes.is_empty(), "{}", error());
    // SAFETY: borrowed for the call.
    World(made(unsafe { rt_rapier2d_world_restore(bytes.as_ptr(), bytes.len() as i64) }))
}

/// Both go on to the same bits.
fn assert_alike(one: &World, other: &World, steps: usize) {
    assert_eq!(one.bits(), other.bits());
    for step in 0..steps {
        one.steps(1);
        other.steps(1);
        assert_eq!(one.bits(), other.bits(), "step {step}");
    }
    let (first, second) =
        (rt_rapier2d_world_snapshot(one.0).take(), rt_rapier2d_world_snapshot(other.0).take());
    assert_eq!(first.len(), second.len());
}

#[test]
fn a_restored_world_goes_on_bit_for_bit() {
    for before in [0, 1, 30, 200, 600] {
        let world = scene();
        world.steps(before);
        let copy = restored(&world);
        assert_alike(&world, &copy, 200);
    }
}

#[test]
fn the_same_state_is_the_same_snapshot() {
    // Of composite shapes rapier writes a hash map down in no fixed order, so these are convex.
    let world = scene_with(&[-0.5, -0.4, 0.5, -0.4, 0.0, 0.5]);
    world.steps(20);
    let copy = restored(&world);
    world.steps(100);
    copy.steps(100);
    let bytes = |world: &World| rt_rapier2d_world_snapshot(world.0).take();
    assert!(bytes(&world) == bytes(&copy), "the snapshots differ");
}

#[test]
fn a_snapshot_between_changes() {
    let world = scene();
    world.steps(50);
    let body = |at: usize| rt_rapier2d_world_get_bodies(world.0).take()[at];
    let joint = |at: usize| rt_rapier2d_world_get_joints(world.0).take()[at];
    // Just before the snapshot: freed joints, new ones, changed ones, freed bodies, new bodies, forces.
    ok(rt_rapier2d_joint_free(world.0, joint(3)));
    made(rt_rapier2d_joint_distance(world.0, body(4), body(6), 0.0, 0.0, 0.0, 0.0, 3.0));
    ok(rt_rapier2d_joint_set_motor(world.0, joint(0), 2.0, 5.0));
    ok(rt_rapier2d_body_free(world.0, body(10)));
    ok(rt_rapier2d_body_free(world.0, body(45)));
    world.circle(world.dynamic(0.0, 20.0), 0.5);
    ok(rt_rapier2d_body_apply_force(world.0, body(7), 100.0, 0.0, true));
    ok(rt_rapier2d_body_set_position(world.0, body(8), 3.0, 9.0, 0.4));
    let copy = restored(&world);
    assert_eq!(rt_rapier2d_world_joint_count(world.0), rt_rapier2d_world_joint_count(copy.0));
    assert_alike(&world, &copy, 300);
    // A copy of a copy, and the same things done to both.
    let third = restored(&copy);
    for one in [&copy, &third] {
        let bodies = rt_rapier2d_world_get_bodies(one.0).take();
        ok(rt_rapier2d_body_set_mass(one.0, bodies[5], 9.0));
        ok(rt_rapier2d_body_free(one.0, bodies[12]));
        one.circle(one.dynamic(1.0, 15.0), 0.3);
        ok(rt_rapier2d_joint_free(one.0, rt_rapier2d_world_get_joints(one.0).take()[2]));
    }
    assert_alike(&copy, &third, 200);
}

#[test]
fn a_restored_world_has_what_the_first_had() {
    let world = scene();
    let copy = restored(&world);
    let (old, new) =
        (rt_rapier2d_world_get_bodies(world.0).take(), rt_rapier2d_world_get_bodies(copy.0).take());
    assert_eq!(old.len(), new.len());
    for (&old, &new) in old.iter().zip(&new) {
        assert_eq!(rt_rapier2d_body_get_user_data(world.0, old), rt_rapier2d_body_get_user_data(copy.0, new));
        assert_eq!(rt_rapier2d_body_get_mass(world.0, old), rt_rapier2d_body_get_mass(copy.0, new));
        assert_eq!(world.at(old), copy.at(new));
    }
    // A given mass stays given.
    let heavy = new[2];
    assert_eq!(rt_rapier2d_body_get_mass(copy.0, heavy), 3.0);
    copy.circle(heavy, 2.0);
    assert_eq!(rt_rapier2d_body_get_mass(copy.0, heavy), 3.0);
    // Queries work at once, and the worlds are apart.
    assert!(copy.ray(0.0, 50.0, 0.0, -1.0, 100.0).hit);
    assert!(!rt_rapier2d_body_wake_up(copy.0, old[2]));
    assert_eq!(rt_rapier2d_world_joint_count(copy.0), 12);
}

#[test]
fn damaged_snapshots_are_refused() {
    let world = scene();
    world.steps(5);
    let bytes = rt_rapier2d_world_snapshot(world.0).take();
    let refused = |bytes: &[u8]| {
        // SAFETY: borrowed for the call.
        assert_eq!(unsafe { rt_rapier2d_world_restore(bytes.as_ptr(), bytes.len() as i64) }, 0);
        let text = error();
        assert!(text.starts_with("`snapshot` is no snapshot of a world: "), "{text}");
    };
    refused(&[]);
    refused(b"not a snapshot at all");
    for length in [1, 15, 16, 20, 47, 48, 49, bytes.len() / 2, bytes.len() - 1] {
        refused(&bytes[..length]);
    }
    for at in (0..bytes.len()).step_by(bytes.len() / 200) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x10;
        refused(&damaged);
    }
}

#[test]
fn threads_share_a_world_and_free_it_under_each_other() {
    for _ in 0..20 {
        let world = rt_rapier2d_world_new(0.0, -G);
        let bodies: Vec<i64> =
            (0..20).map(|i| rt_rapier2d_body_new_dynamic(world, f64::from(i), 0.0, 0.0)).collect();
        for &body in &bodies {
            rt_rapier2d_collider_new_circle(world, body, 0.6);
        }
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| while rt_rapier2d_world_step(world, DT) {});
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let body = rt_rapier2d_body_new_dynamic(world, 0.0, 5.0, 0.0);
                    rt_rapier2d_collider_new_box(world, body, 0.5, 0.5);
                    rt_rapier2d_joint_revolute(world, body, bodies[3], 0.0, 0.0);
                    rt_rapier2d_body_free(world, body);
                }
            });
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    for &body in &bodies {
                        rt_rapier2d_body_get_position(world, body);
                        rt_rapier2d_world_cast_ray(world, 0.0, 9.0, 0.0, -1.0, 20.0);
                    }
                }
            });
            for &body in &bodies[10..] {
                rt_rapier2d_body_free(world, body);
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
            assert!(rt_rapier2d_world_free(world));
            stop.store(true, Ordering::Relaxed);
        });
        assert!(!rt_rapier2d_body_wake_up(world, bodies[0]));
    }
}
