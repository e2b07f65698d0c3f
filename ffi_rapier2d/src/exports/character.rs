//! Characters: kinematic bodies that walk, slide, climb steps and keep to the ground.

use crate::{Error, Result, character::Character, check, hit::CastHits, ids::Body, world::World};
use ffi_core::{Handle, New, export, ffi_struct};
use rapier2d_f64::{
    control::{CharacterAutostep, CharacterLength},
    math::Vector,
};
use std::f64::consts::FRAC_PI_2;

/// How far a character gets.
#[ffi_struct]
pub struct CharacterMovement {
    /// Metres along x that it moves.
    pub x: f64,
    /// Metres along y.
    pub y: f64,
    /// True where it stands on something then.
    pub grounded: bool,
    /// True where it slides along something.
    pub sliding: bool,
}

fn change(
    world: &World,
    handle: Handle<Body>,
    change: impl FnOnce(&mut Character) -> Result<()>,
) -> Result<()> {
    world.with_body(handle, |simulation, key| {
        change(simulation.body_record(key).character.get_or_insert_default())
    })
}

/// Moves a kinematic body as a character: by (x, y) metres, as far as it gets, in the next step, which takes `dt`
/// seconds. It slides along what it meets, climbs slopes and steps, and keeps to the ground, as the functions beside
/// this one say. The caller adds gravity to the way itself. Its one collider that is no sensor is its shape; it does not
/// turn. Call it once before each step; the returned way is what it goes. One-way colliders, ignored pairs and groups
/// count for it, sensors do not.
#[export]
fn rt_rapier2d_body_move_character(
    world: &World,
    handle: Handle<Body>,
    x: f64,
    y: f64,
    dt: f64,
) -> Result<CharacterMovement> {
    let wanted = check::vector(x, y, ["x", "y"])?;
    if !(dt > 0.0 && dt <= 1.0) {
        let rule = "and a step must be above 0 s and at most 1 s";
        return Err(Error::Number { name: "dt", value: dt, rule });
    }
    world.with_body(handle, |simulation, key| {
        if !simulation.physics.bodies[key].is_kinematic() {
            return Err(handle.refuse("a body that is not kinematic").into());
        }
        let movement = simulation.move_character(key, wanted, dt)?;
        simulation.body_record(key).hits = movement.hits;
        let Vector { x, y } = movement.made.translation;
        let (grounded, sliding) = (movement.made.grounded, movement.made.is_sliding_down_slope);
        Ok(CharacterMovement { x, y, grounded, sliding })
    })
}

/// Returns what the character met on its last way, in that order: an object that the caller frees with
/// `rt_rapier2d_cast_hits_free`. The distance of a hit is how far it had come.
#[export]
fn rt_rapier2d_body_get_character_hits(world: &World, handle: Handle<Body>) -> Result<New<CastHits>> {
    world.with_body(handle, |simulation, key| {
        Ok(New::new(CastHits(ffi_core::memory::copy(&simulation.body_record(key).hits)?)))
    })
}

/// Sets which direction is up to the character, of any length but 0: (0, 1) at first.
#[export(computes)]
fn rt_rapier2d_body_set_character_up(world: &World, handle: Handle<Body>, x: f64, y: f64) -> Result<()> {
    let up = check::direction(x, y, ["x", "y"])?;
    change(world, handle, |character| {
        character.controller.up = up;
        Ok(())
    })
}

/// Sets the steepest slope, in radians from 0 to π/2, that the character climbs, and the one from which on it slides
/// down when it is pushed down: π/4 both at first.
#[export]
fn rt_rapier2d_body_set_character_slopes(
    world: &World,
    handle: Handle<Body>,
    climb: f64,
    slide: f64,
) -> Result<()> {
    for (name, value) in [("climb", climb), ("slide", slide)] {
        if !(0.0..=FRAC_PI_2).contains(&value) {
            return Err(Error::Number { name, value, rule: "and a slope is 0 to π/2 radians" });
        }
    }
    change(world, handle, |character| {
        character.controller.max_slope_climb_angle = climb;
        character.controller.min_slope_slide_angle = slide;
        Ok(())
    })
}

/// Lets the character climb steps of up to `height` metres on which there is room for `width` metres of it; on dynamic
/// bodies too where `dynamic` is true. A height of 0, as at first, for none.
#[export]
fn rt_rapier2d_body_set_character_steps(
    world: &World,
    handle: Handle<Body>,
    height: f64,
    width: f64,
    dynamic: bool,
) -> Result<()> {
    let height = check::not_negative(height, "height")?;
    let width = check::not_negative(width, "width")?;
    change(world, handle, |character| {
        character.controller.autostep = (height > 0.0).then_some(CharacterAutostep {
            max_height: CharacterLength::Absolute(height),
            min_width: CharacterLength::Absolute(width),
            include_dynamic_bodies: dynamic,
        });
        Ok(())
    })
}

/// Keeps the character on the ground where that falls away by up to `distance` metres, as long as it does not move up:
/// a fifth of its height at first, 0 for not at all.
#[export]
fn rt_rapier2d_body_set_character_snap(world: &World, handle: Handle<Body>, distance: f64) -> Result<()> {
    let distance = check::not_negative(distance, "distance")?;
    change(world, handle, |character| {
        character.controller.snap_to_ground = (distance > 0.0).then_some(CharacterLength::Absolute(distance));
        Ok(())
    })
}

/// Sets the gap in metres that the character keeps to all it meets, above 0: a hundredth of its height at first.
#[export]
fn rt_rapier2d_body_set_character_gap(world: &World, handle: Handle<Body>, gap: f64) -> Result<()> {
    let gap = check::positive(gap, "gap")?;
    change(world, handle, |character| {
        character.controller.offset = CharacterLength::Absolute(gap);
        Ok(())
    })
}

/// Lets the character push dynamic bodies that it runs into as if it weighed `mass` kg; 0, as at first, for not at all.
#[export]
fn rt_rapier2d_body_set_character_mass(world: &World, handle: Handle<Body>, mass: f64) -> Result<()> {
    let mass = check::not_negative(mass, "mass")?;
    change(world, handle, |character| {
        character.mass = mass;
        Ok(())
    })
}
