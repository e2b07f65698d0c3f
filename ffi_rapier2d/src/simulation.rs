//! The inside of a world: rapier's, and what we keep beside it.

use crate::{
    Error, Result,
    character::Character,
    contact_rules::Hooks,
    events::{Event, Party, Recorder},
    fluid::Fluid,
    hit::CastHit,
    ids::{Body, Child, Collider, Joint},
    room,
    sleep::{Sleep, Spot},
};
use ffi_core::{Borrowed, handle, memory};
use rapier2d_f64::prelude::*;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// Data of a body that rapier does not keep.
#[derive(Clone, Default)]
pub struct BodyRecord {
    /// The body's handle, 0 for none.
    pub handle: i64,
    /// The total mass it was given, whatever its colliders weigh.
    pub mass: Option<f64>,
    /// When it falls asleep, where that is not the world's.
    pub sleep: Option<Sleep>,
    /// How it moves as a character, and what it met on its last way as one.
    pub character: Option<Character>,
    pub hits: Vec<CastHit>,
    /// Where it was before the last step, where the world keeps that.
    pub previous: Option<Pose>,
    /// Where it has been for a while.
    pub spot: Option<Spot>,
}

/// Data of a joint that rapier does not keep.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
pub struct JointRecord {
    /// The joint's handle, 0 for none.
    #[serde(skip)]
    pub handle: i64,
    pub user_data: i64,
    /// The largest force and torque that it bears.
    pub strength: Option<[f64; 2]>,
}

/// A world's state. Records are kept by rapier's own index, which is reused.
pub struct Simulation {
    pub physics: PhysicsWorld,
    pub id: u64,
    pub bodies: Vec<BodyRecord>,
    pub colliders: Vec<i64>,
    pub joints: Vec<JointRecord>,
    /// Joints that broke in the last step, by handles that are stale.
    pub broken: Vec<i64>,
    /// The world's rule of when bodies fall asleep.
    pub sleep: Sleep,
    /// Joints that were freed since the last step, and bodies that had joints. They are disabled, and leave
    /// rapier's sets after the step, because a snapshot would forget that joints are to be unlinked.
    pub freed_joints: Vec<ImpulseJointHandle>,
    pub freed_bodies: Vec<RigidBodyHandle>,
    /// A joint was made, freed or changed since the last step.
    pub joints_changed: bool,
    /// Bodies with a force that ends with the next step.
    pub forced: Vec<RigidBodyHandle>,
    /// Colliders that were freed since the last step, for its events.
    pub gone: Vec<(ColliderHandle, Party)>,
    pub recorder: Recorder,
    pub hooks: Hooks,
    pub events: Vec<Event>,
    /// Pairs that pressed on each other harder than a threshold.
    pub force_events: Vec<Event>,
    /// Colliders that are fluids.
    pub fluids: BTreeMap<(u32, u32), Fluid>,
    /// Steps until bodies are looked at that tremble.
    pub until_look: u8,
    /// Whether the world keeps where bodies were before the last step.
    pub keeps_previous: bool,
    /// True after the world was freed: nothing may be added any more.
    pub closed: bool,
    /// True during a step, and ever after one that panicked.
    pub stepping: bool,
}

fn record_at<T: Clone + Default>(records: &mut Vec<T>, index: u32) -> &mut T {
    let index = index as usize;
    if records.len() <= index {
        records.resize(index + 1, T::default());
    }
    &mut records[index]
}

impl Simulation {
    /// A simulation of `physics`, whose children know their world as `id`.
    pub fn new(id: u64, physics: PhysicsWorld) -> Self {
        Self {
            physics,
            id,
            bodies: Vec::new(),
            colliders: Vec::new(),
            joints: Vec::new(),
            broken: Vec::new(),
            sleep: Sleep::default(),
            freed_joints: Vec::new(),
            freed_bodies: Vec::new(),
            joints_changed: false,
            forced: Vec::new(),
            gone: Vec::new(),
            recorder: Recorder::default(),
            hooks: Hooks::default(),
            events: Vec::new(),
            force_events: Vec::new(),
            fluids: BTreeMap::new(),
            until_look: 0,
            keeps_previous: false,
            closed: false,
            stepping: false,
        }
    }

    /// Fails where the world is being freed.
    pub fn open(&self) -> Result<()> {
        if self.closed { Err(Error::WorldFreed) } else { Ok(()) }
    }

    /// Fails where a step left off in the middle.
    pub fn sound(&self) -> Result<()> {
        if self.stepping { Err(Error::Damaged) } else { Ok(()) }
    }

    fn handle_for<T: Child>(&self, key: T::Key) -> Result<i64> {
        match handle::insert(Arc::new(T::new(self.id, key))) {
            0 => Err(Error::NoHandle(T::KIND.name())),
            handle => Ok(handle),
        }
    }

    /// Gives a body its handle.
    pub fn name_body(&mut self, key: RigidBodyHandle) -> Result<Borrowed<Body>> {
        memory::reserve(&mut self.bodies, 1)?;
        let handle = self.handle_for::<Body>(key)?;
        *record_at(&mut self.bodies, key.into_raw_parts().0) = BodyRecord { handle, ..BodyRecord::default() };
        Ok(Borrowed::new(handle))
    }

    /// Gives a collider its handle.
    pub fn name_collider(&mut self, key: ColliderHandle) -> Result<Borrowed<Collider>> {
        memory::reserve(&mut self.colliders, 1)?;
        let handle = self.handle_for::<Collider>(key)?;
        *record_at(&mut self.colliders, key.into_raw_parts().0) = handle;
        Ok(Borrowed::new(handle))
    }

    /// Gives a joint its handle.
    pub fn name_joint(&mut self, key: ImpulseJointHandle) -> Result<Borrowed<Joint>> {
        memory::reserve(&mut self.joints, 1)?;
        let handle = self.handle_for::<Joint>(key)?;
        *record_at(&mut self.joints, key.into_raw_parts().0) =
            JointRecord { handle, ..JointRecord::default() };
        Ok(Borrowed::new(handle))
    }

    /// Data of a body that rapier does not keep.
    pub fn body_record(&mut self, key: RigidBodyHandle) -> &mut BodyRecord {
        record_at(&mut self.bodies, key.into_raw_parts().0)
    }

    /// The handle of a body.
    pub fn body_handle(&self, key: RigidBodyHandle) -> i64 {
        self.bodies.get(key.into_raw_parts().0 as usize).map_or(0, |note| note.handle)
    }

    /// The handle of a collider that is in the world.
    pub fn collider_handle(&self, key: ColliderHandle) -> i64 {
        self.colliders.get(key.into_raw_parts().0 as usize).copied().unwrap_or(0)
    }

    /// The handle of a joint that was not freed, else 0.
    pub fn joint_handle(&self, key: ImpulseJointHandle) -> i64 {
        self.joints.get(key.into_raw_parts().0 as usize).map_or(0, |record| record.handle)
    }

    /// Data of a joint that rapier does not keep.
    pub fn joint_record(&mut self, key: ImpulseJointHandle) -> &mut JointRecord {
        record_at(&mut self.joints, key.into_raw_parts().0)
    }

    /// Notes that a collider leaves, and says which handle it had.
    pub fn forget_collider(&mut self, key: ColliderHandle) -> i64 {
        let party = self.present(key);
        self.gone.push((key, party));
        self.hooks.forget(key);
        self.fluids.remove(&key.into_raw_parts());
        std::mem::take(record_at(&mut self.colliders, key.into_raw_parts().0))
    }

    /// Takes a joint out of the simulation, and says which handle it had, 0 where it was out already.
    pub fn remove_joint_deferred(&mut self, key: ImpulseJointHandle) -> i64 {
        let handle = std::mem::take(self.joint_record(key)).handle;
        if handle == 0 {
            return 0;
        }
        if let Some(joint) = self.physics.impulse_joints.get_mut(key, true) {
            joint.data.set_enabled(false);
            joint.data.set_contacts_enabled(true);
        }
        self.freed_joints.push(key);
        self.joints_changed = true;
        handle
    }

    /// Takes a body out of the simulation, and says which handles its colliders and joints had.
    pub fn remove_body_deferred(&mut self, key: RigidBodyHandle) -> (Vec<i64>, Vec<i64>) {
        let colliders = self.physics.bodies[key].colliders().to_vec();
        let joints: Vec<_> = self.physics.impulse_joints.attached_joints(key).map(|joint| joint.2).collect();
        let has_joints = !joints.is_empty();
        let joints = joints.into_iter().map(|joint| self.remove_joint_deferred(joint)).collect();
        let handles = colliders.iter().map(|&collider| self.forget_collider(collider)).collect();
        *self.body_record(key) = BodyRecord::default();
        if has_joints {
            for collider in colliders {
                self.physics.remove_collider(collider);
            }
            self.physics.bodies[key].set_enabled(false);
            self.freed_bodies.push(key);
        } else {
            self.physics.remove_body(key);
        }
        (handles, joints)
    }

    /// The bodies that were not freed, in rapier's order.
    pub fn live_bodies(&self) -> impl Iterator<Item = (RigidBodyHandle, &RigidBody)> {
        let none_freed = self.freed_bodies.is_empty();
        self.physics.bodies.iter().filter(move |(key, _)| none_freed || !self.freed_bodies.contains(key))
    }

    /// Number of bodies.
    pub fn body_count(&self) -> usize {
        self.physics.bodies.len() - self.freed_bodies.len()
    }

    /// Enables a body's joints where both their bodies are enabled, else disables them. Rapier's own rule
    /// enables them with either body, and then fails to find the other one.
    pub fn settle_joints(&mut self, key: RigidBodyHandle) {
        let PhysicsWorld { bodies, impulse_joints, .. } = &mut self.physics;
        let enabled = |key| bodies.get(key).is_some_and(RigidBody::is_enabled);
        let wrong: Vec<_> = impulse_joints
            .attached_joints(key)
            .filter(|(_, _, joint, _)| !self.freed_joints.contains(joint))
            .map(|(one, other, joint, found)| (joint, enabled(one) && enabled(other), found))
            .filter(|(_, wanted, found)| found.data.is_enabled() != *wanted)
            .map(|(joint, wanted, _)| (joint, wanted))
            .collect();
        for (joint, wanted) in wrong {
            self.joints_changed = true;
            if let Some(found) = impulse_joints.get_mut(joint, true) {
                found.data.set_enabled(wanted);
            }
        }
    }

    /// Tells rapier again that a body is disabled, so that a collider it just got is disabled too.
    pub fn repeat_disabled(&mut self, key: RigidBodyHandle) {
        if let Some(body) = self.physics.bodies.get_mut(key).filter(|body| !body.is_enabled()) {
            body.set_enabled(true);
            body.set_enabled(false);
        }
    }

    /// Puts the colliders of a body that is enabled again back in at once: rapier would with the next step.
    pub fn enable_colliders(&mut self, key: RigidBodyHandle) {
        for handle in self.physics.bodies[key].colliders().to_vec() {
            let collider = &mut self.physics.colliders[handle];
            if !collider.is_enabled() {
                // What its body disabled, rapier enables after this only.
                collider.set_enabled(false);
                collider.set_enabled(true);
            }
        }
        self.settle_mass(key);
        self.move_colliders(key);
    }

    /// Has the next step look at all that touches a body anew, which rapier does for what has moved or changed,
    /// and wakes it.
    pub fn look_again(&mut self, key: RigidBodyHandle) {
        let PhysicsWorld { bodies, colliders, .. } = &mut self.physics;
        let Some(body) = bodies.get_mut(key) else { return };
        if !body.is_fixed() {
            body.wake_up(true);
        }
        for &handle in body.colliders() {
            let Some(collider) = colliders.get_mut(handle) else { continue };
            let groups = collider.collision_groups();
            let others = InteractionGroups { memberships: !groups.memberships, ..groups };
            collider.set_collision_groups(others);
            collider.set_collision_groups(groups);
        }
    }

    /// Says of a body's colliders whether ground may be made of them.
    pub fn settle_tiles(&mut self, key: RigidBodyHandle) {
        for collider in self.physics.bodies[key].colliders().to_vec() {
            self.hooks.settle(collider, &mut self.physics);
        }
    }

    /// Makes a body's colliders stand where the body is now, for queries before the next step.
    pub fn move_colliders(&mut self, key: RigidBodyHandle) {
        let PhysicsWorld { bodies, colliders, broad_phase, integration_parameters, .. } = &mut self.physics;
        let Some(body) = bodies.get(key) else { return };
        for &handle in body.colliders() {
            let Some(collider) = colliders.get_mut(handle) else { continue };
            if let Some(&offset) = collider.position_wrt_parent() {
                collider.set_position(*body.position() * offset);
            }
            let aabb = collider.compute_broad_phase_aabb(integration_parameters, bodies);
            if collider.is_enabled() && aabb.mins.is_finite() && aabb.maxs.is_finite() {
                broad_phase.set_aabb(integration_parameters, handle, aabb);
            }
        }
    }

    /// One step.
    pub fn step(&mut self, dt: f64) -> Result<()> {
        self.sound()?;
        room::for_a_step(&self.physics)?;
        self.float(dt)?;
        self.stepping = true;
        self.keep_previous();
        self.keep_awake(dt);
        self.settle_trembling(dt);
        self.choose_recycling();
        self.aim_motors(dt);
        self.hooks.prepare(&self.physics, dt);
        self.physics.integration_parameters.dt = dt;
        room::within(|| self.physics.step_with_events(&self.hooks, &self.recorder))?;
        self.stepping = false;
        self.end_forces();
        self.drop_freed();
        self.break_joints();
        for key in self.physics.quarantine().bodies().to_vec() {
            self.settle_joints(key);
        }
        self.collect_events();
        Ok(())
    }

    /// Forces act during one step; rapier would keep them.
    fn end_forces(&mut self) {
        for key in self.forced.drain(..) {
            if let Some(body) = self.physics.bodies.get_mut(key) {
                body.reset_forces(false);
                body.reset_torques(false);
            }
        }
    }

    fn drop_freed(&mut self) {
        for key in self.freed_joints.drain(..) {
            self.physics.impulse_joints.remove(key, false);
        }
        for key in self.freed_bodies.drain(..) {
            self.physics.remove_body(key);
        }
        self.joints_changed = false;
    }
}
