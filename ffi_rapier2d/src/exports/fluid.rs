//! Fluids.

use crate::{
    Error, Result, check,
    fluid::Fluid,
    fluid_forces::center,
    ids::{Body, Collider},
    submerged,
    world::World,
};
use ffi_core::{Handle, export, ffi_struct};
use rapier2d_f64::prelude::ActiveCollisionTypes;

/// The part of a body that is in fluids.
#[ffi_struct]
pub struct SubmergedPart {
    /// Its area in m².
    pub area: f64,
    /// x of its centre, 0 where there is none.
    pub x: f64,
    /// y of its centre.
    pub y: f64,
}

/// Makes a box or a polygon, convex or not, a fluid of `density` kg/m²: it becomes a sensor, and what dynamic bodies have
/// in it is lifted by the weight of the fluid whose place it takes, at the middle of that place: exactly, circles and
/// capsules too. `drag`, in N·s/m for each m², brakes its speed relative to the fluid's own, (flow_x, flow_y) m/s, and
/// `angular_drag`, in N·m·s for each m², its spin; neither by more than that speed in a step. A density of 0 makes it a
/// plain sensor again. What floats does not sleep. The fluid acts on what its groups meet.
#[export]
#[allow(clippy::too_many_arguments)]
fn rt_rapier2d_collider_set_fluid(
    world: &World,
    handle: Handle<Collider>,
    density: f64,
    drag: f64,
    angular_drag: f64,
    flow_x: f64,
    flow_y: f64,
) -> Result<()> {
    let fluid = Fluid {
        density: check::not_negative(density, "density")?,
        drag: check::not_negative(drag, "drag")?,
        angular_drag: check::not_negative(angular_drag, "angular_drag")?,
        flow: check::vector(flow_x, flow_y, ["flow_x", "flow_y"])?,
    };
    world.with_collider(handle, |simulation, key| {
        let collider = &mut simulation.physics.colliders[key];
        if submerged::polygons(collider.shape(), collider.position()).is_none() {
            return Err(Error::FluidShape);
        }
        if fluid.density > 0.0 {
            simulation.fluids.insert(key.into_raw_parts(), fluid);
            collider.set_sensor(true);
            collider
                .set_active_collision_types(ActiveCollisionTypes::all() - ActiveCollisionTypes::FIXED_FIXED);
        } else {
            simulation.fluids.remove(&key.into_raw_parts());
        }
        simulation.physics.wake_up_all(true);
        Ok(())
    })?
}

/// Returns how much of the body is in fluids now, and where the middle of that is.
#[export(computes)]
fn rt_rapier2d_body_get_submerged(world: &World, handle: Handle<Body>) -> Result<SubmergedPart> {
    world.with_body(handle, |simulation, key| {
        let part = simulation.submerged(key);
        let middle = center(&part);
        Ok(SubmergedPart { area: part.area, x: middle.x, y: middle.y })
    })
}
