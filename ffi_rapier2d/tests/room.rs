//! A process of its own, because its allocator counts: what a step takes never exceeds what it asked for before, and
//! where that is refused the call fails.

// Calling through the boundary is what these tests are for.
#![allow(unsafe_code, dead_code, missing_docs)]

extern crate ffi_rapier2d;

#[path = "it/common.rs"]
mod common;
use common::*;

use std::{
    alloc::{GlobalAlloc, Layout, System},
    ptr,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicI64, Ordering::Relaxed},
    },
};

/// Counts what is allocated, a piece that moves twice, and knows what only asks whether there is memory: large, and of bytes.
struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

/// From here on a step asks.
const ASKS: usize = 64 << 10;

/// Bytes that a call takes in pieces that are not worth asking for.
const BESIDE: i64 = 256 << 10;

static LIVE: AtomicI64 = AtomicI64::new(0);
/// The most that is known to be there: what was live at a question, and what was asked for.
static KNOWN: AtomicI64 = AtomicI64::new(0);
/// Largest excess of live memory over [`KNOWN`].
static TOO_MUCH: AtomicI64 = AtomicI64::new(0);
/// Number of questions that are still answered with yes; below 0 for all.
static ANSWERED: AtomicI64 = AtomicI64::new(-1);
static REFUSED: AtomicBool = AtomicBool::new(false);
/// The tests take turns.
static TURN: Mutex<()> = Mutex::new(());

fn is_a_question(layout: Layout) -> bool {
    layout.align() == 1 && layout.size() >= ASKS
}

// SAFETY: the system's allocator, with numbers beside; what only asks gets memory that nobody touches.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if is_a_question(layout) {
            KNOWN.fetch_max(LIVE.load(Relaxed) + layout.size() as i64, Relaxed);
            return match ANSWERED.load(Relaxed) {
                0 => {
                    REFUSED.store(true, Relaxed);
                    ptr::null_mut()
                }
                answered => {
                    ANSWERED.store(answered - i64::from(answered > 0), Relaxed);
                    ptr::dangling_mut()
                }
            };
        }
        let live = LIVE.fetch_add(layout.size() as i64, Relaxed) + layout.size() as i64;
        TOO_MUCH.fetch_max(live - KNOWN.load(Relaxed), Relaxed);
        // SAFETY: by contract.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, piece: *mut u8, layout: Layout) {
        if !is_a_question(layout) {
            LIVE.fetch_sub(layout.size() as i64, Relaxed);
            // SAFETY: by contract.
            unsafe { System.dealloc(piece, layout) }
        }
    }
}

struct World(i64);

impl World {
    fn new() -> Self {
        Self(rt_rapier2d_world_new(0.0, -10.0))
    }

    fn body(&self, x: f64, y: f64) -> i64 {
        rt_rapier2d_body_new_dynamic(self.0, x, y, 0.0)
    }

    fn circle(&self, x: f64, y: f64) -> i64 {
        let body = self.body(x, y);
        assert!(rt_rapier2d_collider_new_circle(self.0, body, 0.5) != 0);
        body
    }

    fn square(&self, x: f64, y: f64) -> i64 {
        let body = self.body(x, y);
        assert!(rt_rapier2d_collider_new_box(self.0, body, 0.5, 0.5) != 0);
        body
    }

    /// A polygon of many corners that is not convex: a comb.
    fn comb(&self, x: f64, y: f64, teeth: i32) {
        let body = self.body(x, y);
        let tops = (0..teeth).flat_map(|i| [f64::from(i), 10.0, f64::from(i) + 0.5, 1.0]);
        let points: Vec<f64> =
            tops.chain([f64::from(teeth), 10.0, f64::from(teeth), 0.0, 0.0, 0.0]).collect();
        // SAFETY: an array with its length.
        let made =
            unsafe { rt_rapier2d_collider_new_polygon(self.0, body, points.as_ptr(), points.len() as i64) };
        assert!(made != 0, "{}", error());
    }

    /// A chain of many edges along the ground, from the origin on.
    fn chain(&self, edges: i32, length: f64) {
        let body = rt_rapier2d_body_new_static(self.0, 0.0, 0.0, 0.0);
        let points: Vec<f64> =
            (0..=edges).flat_map(|i| [f64::from(i) * length, f64::from(i % 3) * length]).collect();
        // SAFETY: an array with its length.
        let made = unsafe {
            rt_rapier2d_collider_new_chain(self.0, body, points.as_ptr(), points.len() as i64, false)
        };
        assert!(made != 0, "{}", error());
    }
}

impl Drop for World {
    fn drop(&mut self) {
        rt_rapier2d_world_free(self.0);
    }
}

fn grid(count: i32, apart: f64) -> impl Iterator<Item = (f64, f64)> {
    let side = f64::from(count).sqrt() as i32;
    (0..count).map(move |i| (f64::from(i % side) * apart, f64::from(i / side) * apart))
}

fn crowd(count: i32, apart: f64, add: fn(&World, f64, f64) -> i64) -> World {
    let world = World::new();
    for (x, y) in grid(count, apart) {
        add(&world, x, y);
    }
    world
}

fn in_one_place() -> World {
    crowd(300, 0.0, World::circle)
}

/// Name of a crowd, and the function that makes it.
type Crowd = (&'static str, fn() -> World);

/// Worlds in which very many things begin to touch at once.
const CROWDS: &[Crowd] = &[
    ("circles in one place", in_one_place),
    // A few more pairs than a table has that doubles.
    ("squares in one place", || crowd(182, 0.0, World::square)),
    ("circles in a heap", || crowd(1500, 0.3, World::circle)),
    ("squares that touch", || crowd(2500, 0.99, World::square)),
    ("circles that touch nothing", || crowd(3000, 3.0, World::circle)),
    ("squares on a chain of many edges", || {
        let world = crowd(64, 3.0, World::square);
        world.chain(40_000, 0.0005);
        world
    }),
    ("combs in one place", || {
        let world = World::new();
        (0..3).for_each(|i| world.comb(f64::from(i) * 0.1, 0.0, 150));
        world
    }),
    ("a rope and fast bodies", || {
        let world = crowd(400, 1.1, World::circle);
        let rope: Vec<i64> = (0..1500).map(|i| world.circle(f64::from(i) * 1.5, 90.0)).collect();
        for pair in rope.windows(2) {
            assert!(rt_rapier2d_joint_fixed(world.0, pair[0], pair[1]) != 0);
        }
        for &body in rope.iter().step_by(3) {
            ok(rt_rapier2d_body_set_ccd(world.0, body, true));
            ok(rt_rapier2d_body_set_velocity(world.0, body, 0.0, -300.0, 0.0));
        }
        world
    }),
];

#[test]
fn a_step_takes_no_more_than_it_asked_for() {
    let _turn = TURN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    for (name, make) in CROWDS {
        let world = make();
        for step in 0..4 {
            // What is not worth asking for.
            KNOWN.store(LIVE.load(Relaxed) + BESIDE, Relaxed);
            TOO_MUCH.store(0, Relaxed);
            let stepped = rt_rapier2d_world_step(world.0, 1.0 / 60.0);
            let too_much = TOO_MUCH.load(Relaxed);
            ok(stepped);
            assert_eq!(too_much, 0, "{name}, step {step}: so many bytes were not asked for");
        }
    }
}

#[test]
fn a_step_that_memory_does_not_suffice_for_fails() {
    let _turn = TURN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    for answered in 0.. {
        let world = in_one_place();
        REFUSED.store(false, Relaxed);
        ANSWERED.store(answered, Relaxed);
        let stepped = rt_rapier2d_world_step(world.0, 1.0 / 60.0);
        ANSWERED.store(-1, Relaxed);
        let refused = REFUSED.load(Relaxed);
        assert_eq!(stepped, !refused, "{answered} questions answered");
        if !refused {
            assert!(answered > 3);
            break;
        }
        assert!(error().starts_with("out of memory"), "{answered} questions answered");
        // What was refused at once changed nothing.
        assert_eq!(rt_rapier2d_world_step(world.0, 1.0 / 60.0), answered == 0, "{answered}");
        assert_eq!(error().contains("damaged"), answered > 0);
    }
}

#[test]
fn bodies_that_memory_does_not_suffice_for_are_refused() {
    let _turn = TURN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let world = World::new();
    let last = world.circle(0.0, 0.0);
    ANSWERED.store(0, Relaxed);
    let made = (0..10_000).take_while(|_| rt_rapier2d_body_new_dynamic(world.0, 0.0, 0.0, 0.0) != 0).count();
    let because = error();
    let colliders =
        (0..10_000).take_while(|_| rt_rapier2d_collider_new_circle(world.0, last, 0.5) != 0).count();
    let of_colliders = error();
    ANSWERED.store(-1, Relaxed);
    assert!(made < 1000 && because.starts_with("out of memory"), "{made}: {because}");
    assert!(colliders < 1000 && of_colliders.starts_with("out of memory"), "{colliders}: {of_colliders}");
    assert_eq!(rt_rapier2d_world_body_count(world.0), made as i64 + 1);
    world.circle(1.0, 1.0);
    ok(rt_rapier2d_world_step(world.0, 1.0 / 60.0));
}
