//! What joints bear, and how they break.
//!
//! Trap: rapier solves a joint's rows made independent of each other, and notes what each of those pushed, so that what a
//! row notes is no force along an axis. The rows are made again here in the same way, and what all of them pushed is
//! added up.

use crate::{ids::Joint, simulation::Simulation};
use ffi_core::handle::free_all;
use rapier2d_f64::prelude::*;

/// A row of the solver: what a unit of impulse does to the first body, and the opposite to the second.
#[derive(Clone, Copy)]
struct Row {
    linear: Vector,
    angular: [f64; 2],
    impulse: f64,
}

/// What a joint does to its second body.
#[derive(Clone, Copy, Default)]
pub struct Load {
    pub force: Vector,
    pub torque: f64,
}

/// Inverse masses and moments of inertia that the solver reckons with, and centres of mass.
struct Side {
    inverse_mass: Vector,
    inverse_inertia: f64,
    center: Vector,
}

impl Side {
    fn of(body: &RigidBody) -> Self {
        let properties = body.mass_properties();
        let moves = if body.is_dynamic() { 1.0 } else { 0.0 };
        Self {
            inverse_mass: properties.effective_inv_mass * moves,
            inverse_inertia: properties.effective_world_inv_inertia * moves,
            center: properties.world_com,
        }
    }
}

struct Rows {
    apart: Vector,
    arms: [Vector; 2],
    rows: Vec<Row>,
}

impl Rows {
    fn along(&mut self, axis: Vector, impulse: f64) {
        let angular = self.arms.map(|arm| arm.perp_dot(axis));
        self.rows.push(Row { linear: axis, angular, impulse });
    }

    fn about(&mut self, impulse: f64) {
        self.rows.push(Row { linear: Vector::ZERO, angular: [1.0; 2], impulse });
    }

    /// The line between the two anchors.
    fn between(&mut self, impulse: f64) {
        let axis = self.apart.try_normalize().unwrap_or(Vector::ZERO);
        self.along(axis, impulse);
    }
}

/// Makes each of the first `locks` rows independent of those after it.
fn separate(rows: &mut [Row], locks: usize, sides: &[Side; 2]) {
    let masses = sides[0].inverse_mass + sides[1].inverse_mass;
    let dot = |a: &Row, b: &Row| {
        a.linear.dot(masses * b.linear)
            + a.angular[0] * sides[0].inverse_inertia * b.angular[0]
            + a.angular[1] * sides[1].inverse_inertia * b.angular[1]
    };
    for at in 0..locks {
        let (before, after) = rows.split_at_mut(at + 1);
        let row = before[at];
        let own = dot(&row, &row);
        if own == 0.0 {
            continue;
        }
        for other in after {
            let part = dot(other, &row) / own;
            other.linear -= row.linear * part;
            other.angular[0] -= row.angular[0] * part;
            other.angular[1] -= row.angular[1] * part;
        }
    }
}

/// Returns what a joint did to its second body in the last substep of a step, whose length is `substep`.
pub fn load(joint: &ImpulseJoint, bodies: &RigidBodySet, substep: f64) -> Option<Load> {
    let (one, other) = (bodies.get(joint.body1())?, bodies.get(joint.body2())?);
    let data = &joint.data;
    if !data.is_enabled() {
        return Some(Load::default());
    }
    let frame1 = *one.position() * data.local_frame1;
    let frame2 = *other.position() * data.local_frame2;
    let sides = [Side::of(one), Side::of(other)];
    let basis = [frame1.rotation * Vector::X, frame1.rotation * Vector::Y];
    let apart = frame2.translation - frame1.translation;
    let locked = data.locked_axes;
    let mut anchor = frame2.translation;
    for (axis, lock) in basis.into_iter().zip([JointAxesMask::LIN_X, JointAxesMask::LIN_Y]) {
        if locked.contains(lock) {
            anchor -= axis * apart.dot(axis);
        }
    }
    let arms = [anchor - sides[0].center, frame2.translation - sides[1].center];
    let mut rows = Rows { apart, arms, rows: Vec::with_capacity(6) };
    let has = |axes: JointAxesMask, axis: usize| axes.bits() & (1 << axis) != 0;
    let coupled = data.coupled_axes.contains(JointAxesMask::LIN_AXES);
    // Motors first; none of them is made independent of others.
    let motors = data.motor_axes & !locked;
    if has(motors, 2) {
        rows.about(data.motors[2].impulse);
    }
    if coupled && has(motors, 0) {
        rows.between(data.motors[0].impulse);
    } else {
        (0..2).filter(|&at| has(motors, at)).for_each(|at| rows.along(basis[at], data.motors[at].impulse));
    }
    let first = rows.rows.len();
    if has(locked, 2) {
        rows.about(joint.impulses[2]);
    }
    (0..2).filter(|&at| has(locked, at)).for_each(|at| rows.along(basis[at], joint.impulses[at]));
    let locks = rows.rows.len() - first;
    let limits = data.limit_axes & !locked;
    if has(limits, 2) {
        rows.about(data.limits[2].impulse);
    }
    if coupled && has(limits, 0) {
        rows.between(data.limits[0].impulse);
    } else {
        (0..2).filter(|&at| has(limits, at)).for_each(|at| rows.along(basis[at], data.limits[at].impulse));
    }
    separate(&mut rows.rows[first..], locks, &sides);
    let mut load = Load::default();
    for row in &rows.rows {
        let pushed = -row.impulse / substep;
        load.force += row.linear * pushed;
        load.torque += row.angular[1] * pushed;
    }
    // About the anchor rather than the centre of mass.
    load.torque -= rows.arms[1].perp_dot(load.force);
    Some(load)
}

impl Simulation {
    /// Returns the length of the last step's substeps.
    pub fn substep(&self) -> f64 {
        let parameters = &self.physics.integration_parameters;
        parameters.dt / parameters.num_solver_iterations as f64
    }

    /// Takes out joints that bore more in the last step than they can.
    pub fn break_joints(&mut self) {
        self.broken.clear();
        if self.joints.iter().all(|record| record.strength.is_none()) {
            return;
        }
        let (substep, physics) = (self.substep(), &self.physics);
        let strength = |key: ImpulseJointHandle| {
            self.joints.get(key.into_raw_parts().0 as usize).and_then(|record| record.strength)
        };
        let overloaded: Vec<_> = physics
            .impulse_joints
            .iter()
            .filter(|(key, joint)| {
                strength(*key).zip(load(joint, &physics.bodies, substep)).is_some_and(
                    |([force, torque], load)| load.force.length() > force || load.torque.abs() > torque,
                )
            })
            .map(|(key, _)| key)
            .collect();
        for key in overloaded {
            let handle = self.remove_joint_deferred(key);
            if handle != 0 {
                self.broken.push(handle);
            }
        }
        free_all::<Joint>(self.broken.iter().copied());
    }
}
