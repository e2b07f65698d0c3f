//! Joints that give: springs, ropes and wheels.

use crate::{
    Result, check,
    ids::{Body, Joint},
    joint::{Spring, WHEEL, framed, has_spring, rope_joint, spring_joint},
    world::World,
};
use ffi_core::{Borrowed, Handle, export};
use rapier2d_f64::prelude::{Pose, Rotation};

/// Ties two points, one of each body and in that body's coordinates, by a spring of `length` metres at rest, 0 or more:
/// it pulls and pushes with `stiffness` N/m, above 0, times what it is longer, and brakes with `damping` N·s/m times
/// its speed. It is integrated so that no stiffness makes it unstable, which fades a swing a little also without damping,
/// less the more iterations the world has. The world owns the joint.
#[export]
#[allow(clippy::too_many_arguments)]
fn rt_rapier2d_joint_spring(
    world: &World,
    body1: Handle<Body>,
    body2: Handle<Body>,
    anchor1_x: f64,
    anchor1_y: f64,
    anchor2_x: f64,
    anchor2_y: f64,
    length: f64,
    stiffness: f64,
    damping: f64,
) -> Result<Borrowed<Joint>> {
    let (anchor1, anchor2) = check::anchors([anchor1_x, anchor1_y, anchor2_x, anchor2_y])?;
    let spring = Spring::new(check::not_negative(length, "length")?, stiffness, damping)?;
    world.tie(body1, body2, |_, _| spring_joint(anchor1, anchor2, spring))
}

/// Keeps two points, one of each body and in that body's coordinates, no farther apart than `length` metres, above 0: a
/// massless rope. The world owns the joint.
#[export]
#[allow(clippy::too_many_arguments)]
fn rt_rapier2d_joint_rope(
    world: &World,
    body1: Handle<Body>,
    body2: Handle<Body>,
    anchor1_x: f64,
    anchor1_y: f64,
    anchor2_x: f64,
    anchor2_y: f64,
    length: f64,
) -> Result<Borrowed<Joint>> {
    let (anchor1, anchor2) = check::anchors([anchor1_x, anchor1_y, anchor2_x, anchor2_y])?;
    let length = check::positive(length, "length")?;
    world.tie(body1, body2, |_, _| rope_joint(anchor1, anchor2, length))
}

/// Hangs `body2`, a wheel, on `body1`, a vehicle, at a point of the world where both are now: it turns freely there, and
/// moves along the axis alone, given in `body1`'s coordinates with any length but 0, on a spring of `stiffness` N/m,
/// above 0, and `damping` N·s/m, whose rest is where it is now. `rt_rapier2d_joint_set_motor` drives its turning,
/// `rt_rapier2d_joint_set_limits` bounds how far it moves along the axis, and `rt_rapier2d_joint_set_spring` changes the
/// spring. A critically damped spring has the damping 2·√(stiffness·mass). The world owns the joint.
#[export]
#[allow(clippy::too_many_arguments)]
fn rt_rapier2d_joint_wheel(
    world: &World,
    body1: Handle<Body>,
    body2: Handle<Body>,
    anchor_x: f64,
    anchor_y: f64,
    axis_x: f64,
    axis_y: f64,
    stiffness: f64,
    damping: f64,
) -> Result<Borrowed<Joint>> {
    let anchor = check::vector(anchor_x, anchor_y, ["anchor_x", "anchor_y"])?;
    let axis = check::direction(axis_x, axis_y, ["axis_x", "axis_y"])?;
    let spring = Spring::new(0.0, stiffness, damping)?;
    world.tie(body1, body2, |pose1, pose2| {
        let along = Rotation::from_rotation_arc(rapier2d_f64::math::Vector::X, axis);
        let mut joint = framed(WHEEL, Pose::from_parts(anchor, pose1.rotation * along), pose1, pose2);
        spring.give(&mut joint);
        joint
    })
}

/// Changes the spring of a spring or a wheel: its `rest`, a length of 0 or more, or for a wheel the position along its
/// axis; its `stiffness` in N/m, above 0; its `damping` in N·s/m. Wakes the bodies.
#[export]
fn rt_rapier2d_joint_set_spring(
    world: &World,
    joint: Handle<Joint>,
    rest: f64,
    stiffness: f64,
    damping: f64,
) -> Result<()> {
    let rest = check::number(rest, "rest")?;
    let spring = Spring::new(rest, stiffness, damping)?;
    world.change_joint(joint, |found| {
        if !has_spring(&found.data) {
            return Err(joint.refuse("a joint that is neither a spring nor a wheel's").into());
        }
        if found.data.locked_axes != WHEEL {
            check::not_negative(rest, "rest")?;
        }
        spring.give(&mut found.data);
        Ok(())
    })
}
