//! When bodies rest.
//!
//! Trap: to rapier all rests that is slow for half a second, also what drifts, is driven, or has just begun to fall.

use crate::{
    motor,
    simulation::Simulation,
    sleep::{Sleep, Spot},
};
use rapier2d_f64::prelude::*;
use std::collections::HashMap;

/// A body that nothing holds up rests below this part of the speed at which others may sleep.
const FREE: f64 = 1e-3;
/// A motor that gets less than this part of its speed done is stalled.
const STALLED: f64 = 1e-2;
/// Seconds for which a body that is on its way is not looked at again.
const PAUSE: f64 = 0.2;
/// How many times as long as others a body that trembles has to stay where it is.
const TREMBLING: f64 = 2.0;
/// Steps from one look at what trembles to the next: each takes as long as a fiftieth of a step of a large heap.
const LOOK: u8 = 4;
/// How far two colliders move relative to each other, in length units, until rapier works their contacts out anew, where
/// heaps are to come to rest: at a fifth of rapier's own value one of 2,000 bodies trembles at a twentieth of the speed.
const RECYCLED: f64 = 0.01;
/// The same where nothing may sleep, rapier's own: 1,000 bodies take 5 % less of a step, 5,000 that fall 20 %.
const RECYCLED_AWAKE: f64 = 0.05;

impl Simulation {
    /// When a body falls asleep, where it may.
    pub fn sleep_of(&mut self, key: RigidBodyHandle) -> Sleep {
        self.body_record(key).sleep.unwrap_or(self.sleep)
    }

    /// Tells rapier of the world's rule for all bodies that have none of their own.
    pub fn apply_sleep(&mut self) {
        let keys: Vec<_> = self.live_bodies().map(|(key, _)| key).collect();
        for key in keys {
            let sleep = self.sleep_of(key);
            let body = &mut self.physics.bodies[key];
            if Sleep::allowed(body.activation()) {
                sleep.apply(body.activation_mut());
            }
        }
    }

    /// Keeps bodies awake that are slow, but on their way.
    pub fn keep_awake(&mut self, dt: f64) {
        let bodies = &self.physics.bodies;
        let near_sleep = |key: &RigidBodyHandle| {
            bodies.get(*key).is_some_and(|body| {
                let activation = body.activation();
                let drowsy = activation.time_since_can_sleep + dt > 0.0;
                drowsy
                    && body.is_dynamic()
                    && body.is_enabled()
                    && !activation.sleeping
                    && Sleep::allowed(activation)
            })
        };
        let mut holds = Holds { physics: &self.physics, known: HashMap::new() };
        let on_its_way = |key: &RigidBodyHandle| near_sleep(key) && holds.on_its_way(*key);
        // A new body is in no island yet, and a long step would have it asleep before anyone looks.
        let moving: Vec<_> = if dt > PAUSE {
            bodies.iter().map(|(key, _)| key).filter(on_its_way).collect()
        } else {
            self.physics.islands.active_bodies().filter(on_its_way).collect()
        };
        for key in moving {
            self.physics.bodies[key].activation_mut().time_since_can_sleep = -dt.max(PAUSE);
        }
    }

    /// Chooses how exact contacts are kept in the next step.
    pub fn choose_recycling(&mut self) {
        let bodies = &self.physics.bodies;
        let may_sleep =
            |key| bodies.get(key).is_some_and(|body| body.is_dynamic() && Sleep::allowed(body.activation()));
        let distance =
            if self.physics.islands.active_bodies().any(may_sleep) { RECYCLED } else { RECYCLED_AWAKE };
        self.physics.integration_parameters.normalized_contact_recycle_distance = distance;
    }

    /// Lets bodies rest that tremble, but stay where they are. A box that rocks between a ball and a wall does so for ever
    /// in rapier, too fast to rest, and keeps a whole heap awake.
    pub fn settle_trembling(&mut self, dt: f64) {
        self.until_look = (self.until_look + LOOK - 1) % LOOK;
        if self.until_look > 0 {
            return;
        }
        let dt = f64::from(LOOK) * dt;
        let Self { physics, bodies: records, .. } = self;
        let unit = physics.integration_parameters.length_unit;
        let holds = Holds { physics, known: HashMap::new() };
        let mut settled = Vec::new();
        for key in physics.islands.active_bodies() {
            let Some(body) = physics.bodies.get(key) else { continue };
            let record = records.get_mut(key.into_raw_parts().0 as usize);
            // One that was freed leaves with the step.
            let Some(record) = record.filter(|record| record.handle != 0) else { continue };
            let activation = body.activation();
            let may =
                body.is_dynamic() && Sleep::allowed(activation) && activation.time_since_can_sleep >= 0.0;
            if !may || activation.is_eligible_for_sleep() {
                continue;
            }
            // As far as what rests may go at most in that time.
            let room =
                TREMBLING * 2.0 * activation.normalized_linear_threshold * unit * activation.time_until_sleep;
            let pose = *body.position();
            match &mut record.spot {
                Some(spot) if spot.is_near(&pose, body.mass_properties().max_extent(), room) => {
                    spot.seconds += dt;
                    if spot.seconds >= TREMBLING * activation.time_until_sleep && holds.is_pressed(body) {
                        settled.push(key);
                    }
                }
                spot => *spot = Some(Spot { pose, seconds: 0.0 }),
            }
        }
        for key in settled {
            // Where it is slow in this step too, it may sleep after it.
            let activation = self.physics.bodies[key].activation_mut();
            activation.time_since_can_sleep = activation.time_until_sleep;
        }
    }
}

/// Search for what holds bodies up.
struct Holds<'a> {
    physics: &'a PhysicsWorld,
    /// Of bodies with joints: whether one of all that hang together is held up.
    known: HashMap<RigidBodyHandle, bool>,
}

impl Holds<'_> {
    fn on_its_way(&mut self, key: RigidBodyHandle) -> bool {
        let body = &self.physics.bodies[key];
        let activation = body.activation();
        let unit = self.physics.integration_parameters.length_unit;
        let rest = 2.0 * activation.normalized_linear_threshold * unit;
        let speed = body.linvel().length() + body.angvel().abs() * body.mass_properties().max_extent();
        if speed > 2.0 * rest {
            // Rapier, which looks at what it moved, sees that itself.
            return false;
        }
        if let Some(moves) = self.motor_moves(key) {
            return moves;
        }
        if self.is_pressed(body) {
            return false;
        }
        let joints = self.physics.impulse_joints.attached_enabled_joints(key).next().is_some();
        if joints {
            speed > FREE * rest && !self.hangs_on_held(key)
        } else {
            self.falls(body) || speed > FREE * rest
        }
    }

    /// True where a contact pushed the body in the last step.
    fn is_pressed(&self, body: &RigidBody) -> bool {
        let pairs = body
            .colliders()
            .iter()
            .flat_map(|&collider| self.physics.narrow_phase.contact_pairs_with(collider));
        pairs
            .flat_map(|pair| pair.manifolds())
            .any(|manifold| manifold.points.iter().any(|p| p.data.impulse > 0.0))
    }

    fn falls(&self, body: &RigidBody) -> bool {
        let pull = self.physics.gravity * body.gravity_scale() * body.mass_properties().effective_inv_mass;
        pull != Vector::ZERO
    }

    /// True where a contact pushes a body that this one hangs together with by joints.
    fn hangs_on_held(&mut self, key: RigidBodyHandle) -> bool {
        if let Some(&known) = self.known.get(&key) {
            return known;
        }
        let (mut found, mut at) = (vec![key], 0);
        self.known.insert(key, false);
        while let Some(&next) = found.get(at) {
            at += 1;
            for (one, other, _, _) in self.physics.impulse_joints.attached_enabled_joints(next) {
                let tied = if one == next { other } else { one };
                let dynamic = self.physics.bodies.get(tied).is_some_and(RigidBody::is_dynamic);
                if dynamic && self.known.insert(tied, false).is_none() {
                    found.push(tied);
                }
            }
        }
        let held = found.iter().any(|&key| self.is_pressed(&self.physics.bodies[key]));
        if held {
            self.known.extend(found.into_iter().map(|key| (key, true)));
        }
        held
    }

    /// Tells whether a motor moves the body, or holds it; none where it has no motor.
    fn motor_moves(&self, key: RigidBodyHandle) -> Option<bool> {
        let bodies = &self.physics.bodies;
        let joints = self.physics.impulse_joints.attached_enabled_joints(key);
        let motors = joints.filter_map(|(_, _, _, joint)| Some((joint, motor::driven(&joint.data)?)));
        let moves = motors.map(|(joint, (axis, target))| {
            let (Some(one), Some(other)) = (bodies.get(joint.body1()), bodies.get(joint.body2())) else {
                return false;
            };
            let done = |axis| match axis {
                JointAxis::AngX => other.angvel() - one.angvel(),
                _ => {
                    let frame1 = *one.position() * joint.data.local_frame1;
                    let point = *other.position() * joint.data.local_frame2.translation;
                    let speed = other.velocity_at_point(point) - one.velocity_at_point(point);
                    speed.dot(frame1.rotation * Vector::X)
                }
            };
            target != 0.0 && done(axis) / target >= STALLED
        });
        moves.reduce(|one, other| one || other)
    }
}
