//! Physics: beside the crate rapier2d in Rust, and beside Box2D from C++.
#![allow(unsafe_code)]

use anyhow::{Context, Result};
use bench::{compare, median, nanoseconds, row, seconds, table};
use rapier2d_f64::prelude::*;
use std::{collections::BTreeMap, process::Command};
use xtask::{
    build::{Options, build, include_folder},
    cc::LINK_FLAGS,
    workspace::{root, run, stdout},
};

// Links the exported functions into this program.
use simple_native as _;
use simple_native_sys as c;

const DT: f64 = 1.0 / 60.0;
const COLUMNS: usize = 25;
const ROWS: usize = 40;
/// Walls and floor: x, y and half sizes.
const WALLS: [[f64; 4]; 3] = [[0.0, -0.5, 100.0, 0.5], [-15.5, 20.0, 0.5, 20.0], [15.5, 20.0, 0.5, 20.0]];

/// Start of each body of the pile, and whether it is round.
fn places() -> impl Iterator<Item = (f64, f64, bool)> {
    (0..ROWS * COLUMNS).map(place)
}

fn place(i: usize) -> (f64, f64, bool) {
    let (row, column) = (i / COLUMNS, i % COLUMNS);
    let shift = 0.3 * ((row % 3) as f64 - 1.0);
    let x = (column as f64 - COLUMNS as f64 / 2.0) * 1.15 + shift;
    (x, 0.6 + 1.1 * row as f64, (row + column) % 2 == 1)
}

/// The pile through the boundary: the world and its dynamic bodies.
fn ours() -> (i64, Vec<i64>) {
    let world = c::rt_rapier2d_world_new(0.0, -9.81);
    for [x, y, half_width, half_height] in WALLS {
        let body = c::rt_rapier2d_body_new_static(world, x, y, 0.0);
        c::rt_rapier2d_collider_new_box(world, body, half_width, half_height);
    }
    let bodies = places().map(|(x, y, round)| {
        let body = c::rt_rapier2d_body_new_dynamic(world, x, y, 0.0);
        c::rt_rapier2d_body_set_can_sleep(world, body, false);
        match round {
            true => c::rt_rapier2d_collider_new_circle(world, body, 0.5),
            false => c::rt_rapier2d_collider_new_box(world, body, 0.5, 0.5),
        };
        body
    });
    let bodies = bodies.collect();
    (world, bodies)
}

/// The same pile, of rapier's own.
fn theirs() -> (PhysicsWorld, Vec<RigidBodyHandle>) {
    let mut world = PhysicsWorld::new();
    world.gravity = Vector::new(0.0, -9.81);
    world.integration_parameters.dt = DT;
    for [x, y, half_width, half_height] in WALLS {
        let body = RigidBodyBuilder::fixed().translation(Vector::new(x, y));
        world.insert(body, ColliderBuilder::cuboid(half_width, half_height));
    }
    let mut bodies = Vec::new();
    for (x, y, round) in places() {
        let body = RigidBodyBuilder::dynamic().translation(Vector::new(x, y)).can_sleep(false);
        let shape = if round { ColliderBuilder::ball(0.5) } else { ColliderBuilder::cuboid(0.5, 0.5) };
        bodies.push(world.insert(body, shape).0);
    }
    (world, bodies)
}

fn main() -> Result<()> {
    table();
    stepping();
    reading();
    box2d()?;
    piles()
}

/// Seconds that a tall pile takes for so many steps.
fn pile_of_ours(count: usize, steps: usize, sleep: bool) -> f64 {
    let world = c::rt_rapier2d_world_new(0.0, -9.81);
    for [x, y, half_width, half_height] in
        [[0.0, -0.5, 100.0, 0.5], [-15.5, 40.0, 0.5, 40.0], [15.5, 40.0, 0.5, 40.0]]
    {
        let body = c::rt_rapier2d_body_new_static(world, x, y, 0.0);
        c::rt_rapier2d_collider_new_box(world, body, half_width, half_height);
    }
    for (x, y, round) in (0..count).map(place) {
        let body = c::rt_rapier2d_body_new_dynamic(world, x, y, 0.0);
        c::rt_rapier2d_body_set_can_sleep(world, body, sleep);
        match round {
            true => c::rt_rapier2d_collider_new_circle(world, body, 0.5),
            false => c::rt_rapier2d_collider_new_box(world, body, 0.5, 0.5),
        };
    }
    let taken = seconds(|| (0..steps).for_each(|_| assert!(c::rt_rapier2d_world_step(world, DT))));
    assert!(c::rt_rapier2d_world_free(world));
    taken
}

/// Piles from their fall to their rest, beside what of Box2D 3 (`bench/c/box2d3.c`, where its headers are installed) and
/// pymunk (where python3 has it) is here.
fn piles() -> Result<()> {
    const TURNS: usize = 3;
    let folder = tempfile::tempdir()?;
    let program = folder.path().join("box2d3");
    let mut compiler = Command::new("cc");
    compiler.args(["-O2", "-o"]).arg(&program).arg(root().join("bench/c/box2d3.c"));
    let built = compiler.args(["-lbox2d", "-lm", "-lpthread"]).output()?.status.success();
    let python = Command::new("python3").args(["-c", "import pymunk"]).output()?.status.success();
    let script = root().join("bench/python/pile.py");
    let peers = [
        ("Box2D 3 (single precision)", built, vec![program.into_os_string()]),
        ("pymunk (double precision)", python, vec!["python3".into(), script.into_os_string()]),
    ];
    for (name, here, command) in peers {
        if !here {
            println!("\n{name} is not installed here.\n");
            continue;
        }
        for (count, steps, sleep, aim) in
            [(2000, 900, true, "below 1.00"), (1000, 300, false, "at most 1.20")]
        {
            let peer = || -> Result<f64> {
                let arguments = [count.to_string(), steps.to_string(), i32::from(sleep).to_string()];
                let text = stdout(Command::new(&command[0]).args(&command[1..]).args(arguments))?;
                Ok(text.trim().parse()?)
            };
            let mut turns = Vec::new();
            for _ in 0..TURNS {
                turns.push((pile_of_ours(count, steps, sleep), peer()?));
            }
            let of = |pick: fn(&(f64, f64)) -> f64| median(&mut turns.iter().map(pick).collect::<Vec<_>>());
            let per_step = |seconds: f64| format!("{:.3} ms", seconds * 1e3 / steps as f64);
            let rest = if sleep { "with sleep" } else { "without sleep" };
            let what = format!("a step of a {count}-body pile, {steps} steps {rest} / {name}");
            row(
                &what,
                &per_step(of(|turn| turn.0)),
                &per_step(of(|turn| turn.1)),
                of(|turn| turn.0 / turn.1),
                aim,
            );
        }
    }
    Ok(())
}

/// Both piles fall and settle, a few steps in turn.
fn stepping() {
    const STEPS: usize = 20;
    let (world, _) = ours();
    let (mut direct, _) = theirs();
    let result = compare(
        || (0..STEPS).for_each(|_| assert!(c::rt_rapier2d_world_step(world, DT))),
        || (0..STEPS).for_each(|_| direct.step()),
    );
    let per_step = |seconds: f64| format!("{:.3} ms", seconds * 1e3 / STEPS as f64);
    let what = "a step of a 1,000-body pile / rapier directly";
    row(what, &per_step(result.ours), &per_step(result.theirs), result.ratio, "at most 1.02");
}

fn reading() {
    let (world, bodies) = ours();
    let (direct, keys) = theirs();
    let loop_of_rapier = || {
        keys.iter()
            .map(|&key| {
                let pose = direct.bodies[key].position();
                pose.translation.x + pose.translation.y + pose.rotation.angle()
            })
            .sum::<f64>()
    };
    let one_by_one = compare(
        || {
            bodies
                .iter()
                .map(|&body| {
                    let at = c::rt_rapier2d_body_get_position(world, body);
                    at.x + at.y + at.rotation
                })
                .sum::<f64>()
        },
        loop_of_rapier,
    );
    let bulk = compare(
        || {
            let array = c::rt_rapier2d_world_get_transforms(world);
            // SAFETY: the archive's, freed once.
            unsafe { c::rt_f64_array_free(array.data, array.len) };
            array.len
        },
        loop_of_rapier,
    );
    for (what, result) in [
        ("a transform of 1,000, read one by one / a loop over rapier's bodies", one_by_one),
        ("a transform of 1,000, read in bulk / a loop over rapier's bodies", bulk),
    ] {
        let (ours, theirs) =
            (nanoseconds(result.ours, bodies.len()), nanoseconds(result.theirs, bodies.len()));
        row(what, &ours, &theirs, result.ratio, "");
    }
}

fn box2d() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let built = build(&Options { release: true, ..Options::default() })?;
    let program = folder.path().join("rapier2d");
    let mut compiler = Command::new("g++");
    compiler.args(["-O2", "-I"]).arg(include_folder()).arg(root().join("bench/c/rapier2d.cpp"));
    compiler.arg("-o").arg(&program).arg(&built.archive).arg("-lbox2d");
    run(compiler.args(LINK_FLAGS).args(&built.system_libraries))?;
    let text = stdout(&mut Command::new(program))?;
    let mut turns: BTreeMap<String, Vec<(f64, f64, usize)>> = BTreeMap::new();
    for line in text.lines() {
        let [name, ours, theirs, calls] = line.split(' ').collect::<Vec<_>>()[..] else { continue };
        turns.entry(name.into()).or_default().push((ours.parse()?, theirs.parse()?, calls.parse()?));
    }
    let show = |what: &str, name: &str, text: fn(f64, usize) -> String| -> Result<()> {
        let turns = turns.get(name).with_context(|| format!("no figures for {name}"))?;
        let of =
            |pick: fn(&(f64, f64, usize)) -> f64| median(&mut turns.iter().map(pick).collect::<Vec<_>>());
        let (ours, theirs) = (text(of(|turn| turn.0), turns[0].2), text(of(|turn| turn.1), turns[0].2));
        row(what, &ours, &theirs, of(|turn| turn.0 / turn.1), "");
        Ok(())
    };
    let per_step = |seconds: f64, steps: usize| format!("{:.3} ms", seconds * 1e3 / steps as f64);
    show("a step of a 1,000-body pile, 4 iterations / Box2D 2.4 (single precision)", "pile_4", per_step)?;
    show("a step of a 1,000-body pile, 8 iterations / Box2D 2.4 (single precision)", "pile_8", per_step)?;
    show("a transform of 1,000 from C++, one by one / Box2D's getters", "single", nanoseconds)?;
    show("a transform of 1,000 from C++, in bulk / Box2D's getters", "bulk", nanoseconds)
}
