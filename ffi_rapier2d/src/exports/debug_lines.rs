//! A world as lines, to look at.

use crate::{Error, Result, simulation::Simulation, world::World};
use ffi_core::{export, memory};
use rapier2d_f64::{
    math::Vector,
    pipeline::{DebugColor, DebugRenderBackend, DebugRenderMode, DebugRenderObject, DebugRenderPipeline},
};

/// Lines as they come, as far as there is memory for them.
struct Lines {
    numbers: Vec<f64>,
    short: Option<memory::OutOfMemory>,
}

impl DebugRenderBackend for Lines {
    fn draw_line(&mut self, _: DebugRenderObject, a: Vector, b: Vector, color: DebugColor) {
        match memory::reserve(&mut self.numbers, 5) {
            Ok(()) => self.numbers.extend([a.x, a.y, b.x, b.y, f64::from(rgba(color))]),
            Err(error) => self.short = Some(error),
        }
    }
}

/// A colour of hue, saturation, lightness and alpha as 0xRRGGBBAA.
fn rgba([hue, saturation, lightness, alpha]: DebugColor) -> u32 {
    let spread = saturation * lightness.min(1.0 - lightness);
    let channel = |at: f32| {
        let place = (at + hue / 30.0).rem_euclid(12.0);
        lightness - spread * (place - 3.0).min(9.0 - place).clamp(-1.0, 1.0)
    };
    let byte = |value: f32| u32::from((value.clamp(0.0, 1.0) * 255.0).round() as u8);
    [channel(0.0), channel(8.0), channel(4.0), alpha]
        .into_iter()
        .fold(0, |color, part| color << 8 | byte(part))
}

fn lines(simulation: &Simulation, what: i64) -> Result<Vec<f64>> {
    simulation.sound()?;
    let parts = [
        DebugRenderMode::COLLIDER_SHAPES,
        DebugRenderMode::RIGID_BODY_AXES,
        DebugRenderMode::JOINTS,
        DebugRenderMode::CONTACTS,
        DebugRenderMode::COLLIDER_AABBS,
    ];
    if !(1..1 << parts.len()).contains(&what) {
        let rule = "and it is a sum of `DebugPart` numbers, 1 to 31";
        return Err(Error::Integer { name: "what", value: what, rule });
    }
    let chosen = parts.into_iter().enumerate().filter(|(at, _)| what & 1 << at != 0);
    let mode = chosen.fold(DebugRenderMode::empty(), |mode, (_, part)| mode | part);
    let mut pipeline = DebugRenderPipeline::new(Default::default(), mode);
    let unit = simulation.physics.integration_parameters.length_unit;
    pipeline.style.rigid_body_axes_length *= unit;
    pipeline.style.contact_normal_length *= unit;
    let mut lines = Lines { numbers: Vec::new(), short: None };
    let physics = &simulation.physics;
    pipeline.render(
        &mut lines,
        &physics.bodies,
        &physics.colliders,
        &physics.impulse_joints,
        &physics.multibody_joints,
        &physics.narrow_phase,
        &physics.soft_bodies,
    );
    match lines.short {
        Some(error) => Err(error.into()),
        None => Ok(lines.numbers),
    }
}

/// Returns the world as lines to look at, five numbers each: x and y of one end, x and y of the other, and the colour as
/// 0xRRGGBBAA. `what` is a sum of `DebugPart` numbers. The colours tell what moves a body, and which sleep or are
/// disabled: rapier's own. Draw them as they are, or as a path by `rt_rapier2d_world_get_debug_svg`.
#[export]
fn rt_rapier2d_world_get_debug_lines(world: &World, what: i64) -> Result<Vec<f64>> {
    lines(&world.lock(), what)
}

/// Returns the lines of `rt_rapier2d_world_get_debug_lines` without their colours as the path data of SVG, for
/// `rt_lyon_path_from_svg`: stroke it to see the world.
#[export]
fn rt_rapier2d_world_get_debug_svg(world: &World, what: i64) -> Result<String> {
    let numbers = lines(&world.lock(), what)?;
    let mut data = String::new();
    let mut last = None;
    for line in numbers.chunks_exact(5) {
        let [x1, y1, x2, y2] = [line[0], line[1], line[2], line[3]];
        let mut piece = String::with_capacity(96);
        if last != Some([x1, y1]) {
            piece.push_str(&format!("M{x1} {y1}"));
        }
        piece.push_str(&format!("L{x2} {y2}"));
        memory::reserve_text(&mut data, piece.len())?;
        data.push_str(&piece);
        last = Some([x2, y2]);
    }
    Ok(data)
}
