//! Between steps, locked axes, and a world as lines.

use crate::common::*;

#[test]
fn a_body_is_between_where_it_was_and_where_it_is() {
    let world = World::new(0.0, 0.0);
    let body = made(rt_rapier2d_body_new_dynamic(world.0, 1.0, 2.0, 3.0));
    world.circle(body, 0.5);
    let none = rt_rapier2d_world_get_interpolated(world.0, 0.5).take();
    assert!(none.is_empty() && error().contains("rt_rapier2d_world_set_interpolation"));
    rt_rapier2d_world_set_interpolation(world.0, true);
    // Nothing to be between yet.
    assert_eq!(rt_rapier2d_world_get_interpolated(world.0, 0.5).take(), [1.0, 2.0, 3.0]);
    // Over the half turn, at 3 radians.
    ok(rt_rapier2d_body_set_velocity(world.0, body, 6.0, -12.0, 30.0));
    world.steps(1);
    let turn = {
        let now = world.at(body).rotation - 3.0;
        if now < 0.0 { now + std::f64::consts::TAU } else { now }
    };
    for part in [0.0, 0.25, 1.0] {
        let [x, y, rotation] = rt_rapier2d_world_get_interpolated(world.0, part).take()[..] else { panic!() };
        near(x, 1.0 + 0.1 * part, 1e-9);
        near(y, 2.0 - 0.2 * part, 1e-9);
        near((rotation - 3.0 - turn * part).sin(), 0.0, 1e-9);
        let at = rt_rapier2d_body_get_interpolated(world.0, body, part);
        assert_eq!((at.x, at.y, at.rotation), (x, y, rotation));
        let bytes = rt_rapier2d_world_get_interpolated_bytes(world.0, part).take();
        let float = |at: usize| f32::from_ne_bytes(bytes[4 * at..4 * at + 4].try_into().unwrap());
        assert_eq!((bytes.len(), float(0), float(1)), (16, x as f32, y as f32));
        near(f64::from(float(2)), rotation.cos(), 1e-6);
        near(f64::from(float(3)), rotation.sin(), 1e-6);
    }
    // Between the last two steps, also in a world that was restored.
    world.steps(1);
    near(rt_rapier2d_body_get_interpolated(world.0, body, 0.5).x, 1.15, 1e-9);
    let bytes = rt_rapier2d_world_snapshot(world.0).take();
    // SAFETY: borrowed for the call.
    let twin = World(made(unsafe { rt_rapier2d_world_restore(bytes.as_ptr(), bytes.len() as i64) }));
    assert_eq!(
        rt_rapier2d_world_get_interpolated(twin.0, 0.5).take(),
        rt_rapier2d_world_get_interpolated(world.0, 0.5).take()
    );
    // What is put elsewhere did not come from where it was.
    ok(rt_rapier2d_body_set_position(world.0, body, 50.0, 0.0, 0.0));
    assert_eq!(rt_rapier2d_body_get_interpolated(world.0, body, 0.5).x, 50.0);
    rt_rapier2d_world_get_interpolated(world.0, 1.5).take();
    assert_eq!(error(), "`part` is 1.5, and the part of a step goes from 0 to 1");
}

#[test]
fn a_locked_axis_is_not_moved_along() {
    let world = World::new(3.0, -G);
    let body = world.dynamic(0.0, 0.0);
    world.rectangle(body, 0.5, 0.5);
    ok(rt_rapier2d_body_set_velocity(world.0, body, 1.0, 5.0, 0.0));
    ok(rt_rapier2d_body_lock_translation(world.0, body, false, true));
    ok(rt_rapier2d_body_apply_impulse(world.0, body, 0.0, 100.0, true));
    world.steps(60);
    assert_eq!(world.at(body).y, 0.0);
    near(world.velocity(body).vx, 4.0, 1e-9);
    ok(rt_rapier2d_body_set_velocity(world.0, body, 0.0, 7.0, 0.0));
    assert_eq!(world.velocity(body).vy, 0.0);
    // What falls on it rests on it.
    let stone = world.dynamic(0.0, 3.0);
    world.rectangle(stone, 0.2, 0.2);
    world.steps(1);
    assert_eq!(world.at(body).y, 0.0);
    ok(rt_rapier2d_body_lock_translation(world.0, body, true, false));
    let x = world.at(body).x;
    world.steps(30);
    assert_eq!(world.at(body).x, x);
    near(world.velocity(body).vy, -G / 2.0, 1e-9);
    let bytes = rt_rapier2d_world_snapshot(world.0).take();
    // SAFETY: borrowed for the call.
    let twin = World(made(unsafe { rt_rapier2d_world_restore(bytes.as_ptr(), bytes.len() as i64) }));
    twin.steps(30);
    assert_eq!(twin.at(rt_rapier2d_world_get_bodies(twin.0).take()[0]).x, x);
}

#[test]
fn a_world_is_drawn_as_lines() {
    let world = World::new(0.0, -G);
    let floor = world.floor();
    let body = world.dynamic(2.0, 3.0);
    world.rectangle(body, 0.5, 0.25);
    let other = world.dynamic(2.0, 5.0);
    world.circle(other, 0.5);
    made(rt_rapier2d_joint_distance(world.0, body, other, 0.0, 0.0, 0.0, 0.0, 2.0));
    ok(rt_rapier2d_body_free(world.0, rt_rapier2d_collider_get_body(world.0, floor)));
    let lines = rt_rapier2d_world_get_debug_lines(world.0, 1).take();
    let ends = |line: &[f64]| [(line[0], line[1]), (line[2], line[3])];
    let (outline, circle) = lines.split_at(4 * 5);
    for line in outline.chunks(5) {
        for (x, y) in ends(line) {
            near((x - 2.0).abs(), 0.5, 1e-12);
            near((y - 3.0).abs(), 0.25, 1e-12);
        }
        // A dynamic body's: hue 340°, full saturation, a lightness of 0.3.
        assert_eq!(line[4], f64::from(0x99_00_33_ff_u32));
    }
    // A circle, and in it a mark of how it is turned.
    let distances: Vec<f64> =
        circle.chunks(5).flat_map(ends).map(|(x, y)| (x - 2.0).hypot(y - 5.0)).collect();
    assert!(distances.iter().filter(|distance| (*distance - 0.5).abs() < 1e-9).count() >= 32);
    assert!(distances.iter().all(|&distance| distance < 0.5 + 1e-9));
    let joints = rt_rapier2d_world_get_debug_lines(world.0, 4).take();
    assert!(joints.chunks(5).flat_map(ends).all(|(x, y)| x == 2.0 && (y == 3.0 || y == 5.0)));
    assert!(!joints.is_empty());
    let all = rt_rapier2d_world_get_debug_lines(world.0, 31).take();
    assert!(all.len() > lines.len() + joints.len());
    for what in [0, 32, -1, i64::MAX] {
        assert!(rt_rapier2d_world_get_debug_lines(world.0, what).take().is_empty());
        assert_eq!(error(), format!("`what` is {what}, and it is a sum of `DebugPart` numbers, 1 to 31"));
    }
    let text = rt_rapier2d_world_get_debug_svg(world.0, 1);
    // SAFETY: a text of the archive's, not released yet.
    let data = unsafe {
        let data = std::ffi::CStr::from_ptr(text).to_str().unwrap().to_owned();
        rt_text_free(text);
        data
    };
    // A path in as few pieces as there are strips.
    let strips = lines.chunks(5).zip(lines.chunks(5).skip(1)).filter(|(a, b)| a[2..4] != b[..2]).count();
    assert_eq!((data.matches('M').count(), data.matches('L').count()), (strips + 1, lines.len() / 5));
}

#[test]
fn a_snapshot_of_the_layout_before_is_still_read() {
    let world = World::new(0.0, -G);
    world.floor();
    let body = world.dynamic(0.0, 5.0);
    world.circle(body, 0.5);
    world.steps(10);
    let bytes = include_bytes!("snapshot-3.bin");
    // SAFETY: borrowed for the call.
    let twin = World(made(unsafe { rt_rapier2d_world_restore(bytes.as_ptr(), bytes.len() as i64) }));
    assert_eq!(world.bits(), twin.bits());
    world.steps(100);
    twin.steps(100);
    assert_eq!(world.bits(), twin.bits());
}
