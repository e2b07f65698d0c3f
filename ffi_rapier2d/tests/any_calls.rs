//! A process of its own, because it counts all live handles at its end: calls in any order with any numbers, each of
//! which works or says why not, and none panics inside.

// Calling through the boundary is what these tests are for.
#![allow(unsafe_code, dead_code, missing_docs)]

extern crate ffi_rapier2d;

#[path = "it/common.rs"]
mod common;
use common::*;

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        // xorshift64*, Vigna 2016
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
    /// A number as hosts pass them: mostly sensible, sometimes anything.
    fn number(&mut self) -> f64 {
        const ODD: [f64; 18] = [
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            0.0,
            -0.0,
            5e-324,
            -1e-310,
            1e-15,
            1e-9,
            1e9,
            -1e12,
            1e15,
            -1e15,
            1e16,
            1e150,
            f64::MAX,
            f64::MIN,
            std::f64::consts::PI,
        ];
        match self.below(20) {
            0 => ODD[self.below(ODD.len())],
            1 => f64::from_bits(self.next()),
            2 => (self.unit() * 60.0 - 30.0).exp2(),
            _ => self.unit() * 20.0 - 10.0,
        }
    }
    fn size(&mut self) -> f64 {
        if self.below(10) == 0 { self.number() } else { 0.05 + self.unit() * 2.0 }
    }
    fn flag(&mut self) -> bool {
        self.below(2) == 0
    }
    fn of(&mut self, handles: &[i64]) -> i64 {
        match self.below(50) {
            0 => self.next().cast_signed(),
            1 => 0,
            _ if handles.is_empty() => 0,
            _ => handles[self.below(handles.len())],
        }
    }
}

/// Freed handles stay in the lists and are used again.
#[derive(Default)]
struct Handles {
    worlds: Vec<i64>,
    bodies: Vec<i64>,
    colliders: Vec<i64>,
    joints: Vec<i64>,
    contacts: Vec<i64>,
    events: Vec<i64>,
    snapshots: Vec<Vec<u8>>,
}

/// Drops the result of a call, which here may be anything.
fn done<T>(_: T) {}

fn keep(handles: &mut Vec<i64>, handle: i64) {
    assert!(handle >= 0);
    if handle > 0 {
        handles.push(handle);
    }
}

fn call(r: &mut Random, h: &mut Handles) {
    let w = r.of(&h.worlds);
    let (b, b2) = (r.of(&h.bodies), r.of(&h.bodies));
    let (c, c2) = (r.of(&h.colliders), r.of(&h.colliders));
    let j = r.of(&h.joints);
    let (x, y, z) = (r.number(), r.number(), r.number());
    let (s, t) = (r.size(), r.size());
    match r.below(108) {
        0 if h.worlds.len() < 40 => keep(&mut h.worlds, rt_rapier2d_world_new(x, y)),
        1 if r.below(40) == 0 => done(rt_rapier2d_world_free(w)),
        2..=13 => {
            let dt = if r.below(20) == 0 { x } else { DT };
            rt_rapier2d_world_step(w, dt);
        }
        14 => done(rt_rapier2d_world_set_gravity(w, x, y)),
        15..=18 => keep(&mut h.bodies, rt_rapier2d_body_new_dynamic(w, x, y, z)),
        19 => keep(&mut h.bodies, rt_rapier2d_body_new_static(w, x, y, z)),
        20 => keep(&mut h.bodies, rt_rapier2d_body_new_kinematic(w, x, y, z)),
        21 => done(rt_rapier2d_body_free(w, b)),
        22 => {
            let at = rt_rapier2d_body_get_position(w, b);
            assert!(at.x.is_finite() && at.y.is_finite() && at.rotation.is_finite(), "{at:?}");
        }
        23 => done(rt_rapier2d_body_set_position(w, b, x, y, z)),
        24 => done(rt_rapier2d_body_get_velocity(w, b)),
        25 => done(rt_rapier2d_body_set_velocity(w, b, x, y, z)),
        26 => done(rt_rapier2d_body_apply_force(w, b, x, y, r.flag())),
        27 => done(rt_rapier2d_body_apply_impulse(w, b, x, y, r.flag())),
        28 => done(rt_rapier2d_body_apply_torque(w, b, x, r.flag())),
        29 => done(rt_rapier2d_body_set_mass(w, b, s)),
        30 => done(rt_rapier2d_body_get_mass(w, b)),
        31 => done(rt_rapier2d_body_set_linear_damping(w, b, s)),
        32 => done(rt_rapier2d_body_set_angular_damping(w, b, s)),
        33 => done(rt_rapier2d_body_is_sleeping(w, b)),
        34 => done(rt_rapier2d_body_wake_up(w, b)),
        35..=37 => keep(&mut h.colliders, rt_rapier2d_collider_new_circle(w, b, s)),
        38..=39 => keep(&mut h.colliders, rt_rapier2d_collider_new_box(w, b, s, t)),
        40 => keep(&mut h.colliders, rt_rapier2d_collider_new_capsule(w, b, s, t)),
        41..=42 => {
            let vertices: Vec<f64> = (0..r.below(14)).map(|_| r.number()).collect();
            let len = vertices.len() as i64;
            // SAFETY: borrowed for the call.
            keep(&mut h.colliders, unsafe { rt_rapier2d_collider_new_polygon(w, b, vertices.as_ptr(), len) });
        }
        43 => done(rt_rapier2d_collider_free(w, c)),
        44 => done(rt_rapier2d_collider_set_offset(w, c, x, y, z)),
        45 => done(rt_rapier2d_collider_set_restitution(w, c, s)),
        46 => done(rt_rapier2d_collider_set_friction(w, c, s)),
        47 => done(rt_rapier2d_collider_set_density(w, c, s)),
        48 => done(rt_rapier2d_collider_set_sensor(w, c, r.flag())),
        49 => keep(&mut h.contacts, rt_rapier2d_world_get_contacts(w)),
        50 => {
            let contacts = r.of(&h.contacts);
            rt_rapier2d_contacts_count(contacts);
            rt_rapier2d_contacts_get(contacts, r.below(4) as i64 - 1);
            rt_rapier2d_contacts_values(contacts).take();
            rt_rapier2d_contacts_colliders(contacts).take();
            rt_rapier2d_contacts_bytes(contacts).take();
        }
        51 => done(rt_rapier2d_contacts_free(r.of(&h.contacts))),
        52 => done(rt_rapier2d_world_intersection_test(w, c, c2)),
        53 => {
            let hit = rt_rapier2d_world_cast_ray(w, x, y, z, s, t * 10.0);
            assert!(!hit.distance.is_nan());
        }
        54 => keep(&mut h.joints, rt_rapier2d_joint_distance(w, b, b2, x, y, z, s, t)),
        55 => keep(&mut h.joints, rt_rapier2d_joint_revolute(w, b, b2, x, y)),
        56 => keep(&mut h.joints, rt_rapier2d_joint_prismatic(w, b, b2, x, y)),
        57 => keep(&mut h.joints, rt_rapier2d_joint_fixed(w, b, b2)),
        58 => done(rt_rapier2d_joint_free(w, j)),
        59 => done(rt_rapier2d_joint_set_limits(w, j, x, y)),
        60 => done(rt_rapier2d_joint_set_motor(w, j, x, y)),
        61 => done(rt_rapier2d_joint_set_contacts(w, j, r.flag())),
        62 => done(rt_rapier2d_joint_get_position(w, j)),
        63 => {
            let counts = (
                rt_rapier2d_world_body_count(w),
                rt_rapier2d_world_collider_count(w),
                rt_rapier2d_world_joint_count(w),
            );
            let lists = (
                rt_rapier2d_world_get_bodies(w).take().len() as i64,
                rt_rapier2d_world_get_colliders(w).take().len() as i64,
                rt_rapier2d_world_get_joints(w).take().len() as i64,
            );
            assert!(counts == lists || counts == (-1, -1, -1), "{counts:?} {lists:?}");
        }
        64 => {
            rt_rapier2d_world_get_transforms(w).take();
            rt_rapier2d_world_get_velocities(w).take();
            rt_rapier2d_world_get_transform_bytes(w).take();
        }
        65 => done(rt_rapier2d_body_set_type(w, b, r.below(4) as i64)),
        66 => done(rt_rapier2d_body_move_to(w, b, x, y, z)),
        67 => done(rt_rapier2d_body_apply_force_at(w, b, x, y, z, s, r.flag())),
        68 => done(rt_rapier2d_body_apply_impulse_at(w, b, x, y, z, s, r.flag())),
        69 => done(rt_rapier2d_body_set_ccd(w, b, r.flag())),
        70 => done(rt_rapier2d_body_set_fast_rotation(w, b, r.flag())),
        71 => done(rt_rapier2d_body_set_gravity_scale(w, b, x)),
        72 => done(rt_rapier2d_body_lock_rotation(w, b, r.flag())),
        73 => done(rt_rapier2d_body_set_can_sleep(w, b, r.flag())),
        74 => done(rt_rapier2d_world_set_iterations(w, r.below(12) as i64)),
        75 => done(rt_rapier2d_world_set_max_speed(w, s * 100.0)),
        76 => {
            let all = 0xffff_ffff;
            rt_rapier2d_world_cast_ray_filtered(w, x, y, z, s, t, all, all, r.flag(), b);
            rt_rapier2d_world_cast_circle(w, x, y, s, z, t, t, all, all, r.flag(), b);
        }
        77 => {
            rt_rapier2d_world_query_point(w, x, y).take();
            rt_rapier2d_world_query_nearest(w, x, y, s);
            rt_rapier2d_world_query_circle(w, x, y, s).take();
            rt_rapier2d_world_query_box(w, x, y, s, t, z).take();
        }
        78 => done(rt_rapier2d_collider_set_groups(w, c, r.next() as i64 & 3, r.next() as i64 & 3)),
        79 => keep(&mut h.events, rt_rapier2d_world_get_collision_events(w)),
        80 => {
            let events = r.of(&h.events);
            for at in 0..rt_rapier2d_collision_events_count(events) {
                let event = rt_rapier2d_collision_events_get(events, at);
                // One that was freed before the snapshot of its world has no handle here.
                assert!(!event.started || (event.collider1 > 0 && event.collider2 > 0));
            }
            rt_rapier2d_collision_events_free(events);
        }
        81 if r.below(4) == 0 => {
            let bytes = rt_rapier2d_world_snapshot(w).take();
            if !bytes.is_empty() && h.snapshots.len() < 10 {
                h.snapshots.push(bytes);
            }
        }
        82 if r.below(4) == 0 && h.worlds.len() < 60 && !h.snapshots.is_empty() => {
            let bytes = &h.snapshots[r.below(h.snapshots.len())];
            // SAFETY: borrowed for the call.
            let world = unsafe { rt_rapier2d_world_restore(bytes.as_ptr(), bytes.len() as i64) };
            assert!(world > 0);
            h.worlds.push(world);
            h.bodies.extend(rt_rapier2d_world_get_bodies(world).take());
            h.colliders.extend(rt_rapier2d_world_get_colliders(world).take());
            h.joints.extend(rt_rapier2d_world_get_joints(world).take());
        }
        83 => done(rt_rapier2d_world_set_length_unit(w, if r.below(4) > 0 { 1.0 } else { s })),
        84 => done(rt_rapier2d_world_set_sleep(w, s, t)),
        85 => done(rt_rapier2d_body_set_sleep(w, b, s, t)),
        86 => {
            let vertices: Vec<f64> = (0..r.below(14)).map(|_| r.number()).collect();
            let len = vertices.len() as i64;
            // SAFETY: borrowed for the call.
            keep(&mut h.colliders, unsafe {
                rt_rapier2d_collider_new_chain(w, b, vertices.as_ptr(), len, r.flag())
            });
        }
        88 => done(rt_rapier2d_collider_set_one_way(w, c, x, if r.flag() { 0.0 } else { y })),
        89 => {
            rt_rapier2d_world_ignore_pair(w, c, c2, r.flag());
            rt_rapier2d_world_ignore_bodies(w, b, b2, r.below(4) == 0);
        }
        90 => {
            rt_rapier2d_collider_set_force_threshold(w, c, s);
            rt_rapier2d_collider_set_combine_rules(w, c, r.below(7) as i64, r.below(7) as i64);
            rt_rapier2d_collider_set_solver_groups(w, c, r.next() as i64 & 3, r.next() as i64 & 3);
        }
        91 => keep(&mut h.events, rt_rapier2d_world_get_force_events(w)),
        92 => {
            let events = r.of(&h.events);
            for at in 0..rt_rapier2d_collision_events_count(events) {
                let found = rt_rapier2d_collision_events_get_details(events, at);
                let numbers = [found.x, found.y, found.normal_x, found.normal_y, found.impulse, found.speed];
                assert!(numbers.iter().all(|number| number.is_finite()), "{found:?}");
            }
            rt_rapier2d_collision_events_bytes(events).take();
        }
        93 => keep(&mut h.joints, rt_rapier2d_joint_spring(w, b, b2, x, y, z, s, t, s * 50.0, t)),
        94 => keep(&mut h.joints, rt_rapier2d_joint_rope(w, b, b2, x, y, z, s, t)),
        95 => keep(&mut h.joints, rt_rapier2d_joint_wheel(w, b, b2, x, y, z, s, t * 100.0, s)),
        96 => done(rt_rapier2d_joint_set_spring(w, j, x, s * 50.0, t)),
        97 => done(rt_rapier2d_joint_set_motor_position(w, j, x, s * 50.0, t, y)),
        98 => {
            rt_rapier2d_joint_set_strength(w, j, x * 100.0, y * 100.0);
            rt_rapier2d_world_get_broken_joints(w).take();
        }
        99 => {
            let load = rt_rapier2d_joint_get_force(w, j);
            assert!(!load.x.is_nan() && !load.y.is_nan() && !load.torque.is_nan(), "{load:?}");
        }
        100 => done(rt_rapier2d_body_lock_translation(w, b, r.flag(), r.flag())),
        101 => {
            let all = 0xffff_ffff;
            rt_rapier2d_world_cast_box(w, x, y, z, s, t, z, x, t * 9.0, all, all, r.flag(), b);
            rt_rapier2d_world_cast_capsule(w, x, y, z, s, t, y, x, t * 9.0, all, all, r.flag(), 0);
            rt_rapier2d_collider_cast(w, c, x, y, s * 9.0);
            rt_rapier2d_body_cast(w, b, y, x, s * 9.0);
            let vertices: Vec<f64> = (0..r.below(10)).map(|_| r.number()).collect();
            let count = vertices.len() as i64;
            // SAFETY: borrowed for the call.
            done(unsafe {
                rt_rapier2d_world_cast_polygon(
                    w,
                    vertices.as_ptr(),
                    count,
                    x,
                    y,
                    z,
                    s,
                    t,
                    9.0,
                    all,
                    all,
                    false,
                    0,
                )
            });
        }
        102 => {
            let hits = rt_rapier2d_world_cast_ray_all(w, x, y, z, s, t * 9.0, 3, 3, r.flag(), b);
            rt_rapier2d_cast_hits_values(hits).take();
            rt_rapier2d_cast_hits_free(hits);
        }
        103..=104 => {
            let moved = rt_rapier2d_body_move_character(w, b, x / 20.0, y / 20.0, DT);
            assert!(moved.x.is_finite() && moved.y.is_finite());
            rt_rapier2d_cast_hits_free(rt_rapier2d_body_get_character_hits(w, b));
        }
        105 => {
            rt_rapier2d_body_set_character_up(w, b, x, y);
            rt_rapier2d_body_set_character_steps(w, b, s, t, r.flag());
            rt_rapier2d_body_set_character_snap(w, b, s);
            rt_rapier2d_body_set_character_slopes(w, b, s, t);
            rt_rapier2d_body_set_character_gap(w, b, t / 20.0);
            rt_rapier2d_body_set_character_mass(w, b, s);
        }
        106 => {
            rt_rapier2d_collider_set_fluid(w, c, s * 10.0, t, s, x, y);
            let part = rt_rapier2d_body_get_submerged(w, b);
            assert!(!part.area.is_nan());
        }
        107 => {
            rt_rapier2d_world_set_interpolation(w, r.below(4) > 0);
            rt_rapier2d_world_get_interpolated(w, r.unit()).take();
            rt_rapier2d_world_get_debug_lines(w, r.below(33) as i64).take();
        }
        _ => {
            rt_rapier2d_body_set_enabled(w, b, r.below(4) > 0);
            rt_rapier2d_body_is_enabled(w, b);
            rt_rapier2d_body_get_inertia(w, b);
            rt_rapier2d_body_get_center_of_mass(w, b);
            rt_rapier2d_body_predict_position(w, b, s);
            rt_rapier2d_collider_get_position(w, c);
            rt_rapier2d_collider_get_body(w, c);
        }
    }
}

fn play(seed: u64, calls: usize) {
    let mut random = Random(seed | 1);
    let mut handles = Handles::default();
    // One or two worlds at a time, so that things meet.
    keep(&mut handles.worlds, rt_rapier2d_world_new(0.0, -G));
    for at in 0..calls {
        call(&mut random, &mut handles);
        let text = error();
        assert!(!text.contains("internal error"), "seed {seed}, call {at}: {text}");
    }
    let Handles { worlds, contacts, events, .. } = handles;
    worlds.into_iter().for_each(|world| done(rt_rapier2d_world_free(world)));
    contacts.into_iter().for_each(|contacts| done(rt_rapier2d_contacts_free(contacts)));
    events.into_iter().for_each(|events| done(rt_rapier2d_collision_events_free(events)));
}

#[test]
fn any_calls_with_any_numbers() {
    let (first, count): (u64, u64) = match std::env::var("SEEDS") {
        Ok(range) => {
            let (first, count) = range.split_once('+').expect("FIRST+COUNT");
            (first.parse().expect("a number"), count.parse().expect("a number"))
        }
        Err(_) => (1, 60),
    };
    for seed in first..first + count {
        play(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15), 3000);
    }
    // Nothing was left behind.
    assert_eq!(ffi_core::handle::live(), 0);
}
