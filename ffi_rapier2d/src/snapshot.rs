//! A whole world as bytes, and back.

use crate::{Error, Result, ids::World, simulation::Sim};
use ffi_core::{New, export};
use rapier2d_f64::prelude::{ImpulseJointHandle, PhysicsWorld, RigidBodyHandle};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The first bytes, and the layout's number among them: it changes with rapier's version.
const MAGIC: &[u8; 16] = b"rapier2d 0.36 2\n";
const DIGEST: usize = 32;

/// What a snapshot holds.
#[derive(Serialize, Deserialize)]
struct Contents<P> {
    physics: P,
    /// Masses given to bodies, by rapier's index.
    masses: Vec<Option<f64>>,
    freed_joints: Vec<ImpulseJointHandle>,
    freed_bodies: Vec<RigidBodyHandle>,
    forced: Vec<RigidBodyHandle>,
    joints_changed: bool,
}

/// The whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored
/// from them goes on exactly as this one does, bit for bit, also in another process of the same build on a
/// machine of the same kind.
#[export(heavy)]
fn rt_rapier2d_world_snapshot(world: &World) -> Result<Vec<u8>> {
    let mut sim = world.lock();
    sim.sound()?;
    let contents = Contents {
        physics: &sim.physics,
        masses: sim.bodies.iter().map(|note| note.mass).collect(),
        freed_joints: sim.freed_joints.clone(),
        freed_bodies: sim.freed_bodies.clone(),
        forced: sim.forced.clone(),
        joints_changed: sim.joints_changed,
    };
    let body = postcard::to_stdvec(&contents).map_err(|error| Error::Write(error.to_string()))?;
    if sim.joints_changed {
        // Rapier does not write down which joints are news to its islands, so both worlds are told of all
        // their joints in the same way.
        sim.physics = parse(&body)?.physics;
        announce_joints(&mut sim.physics);
    }
    drop(sim);
    let mut bytes = Vec::with_capacity(MAGIC.len() + DIGEST + body.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&Sha256::digest(&body));
    bytes.extend_from_slice(&body);
    Ok(bytes)
}

/// A new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same
/// order in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on
/// purpose are not recognised, so restore only what you wrote.
#[export(heavy)]
fn rt_rapier2d_world_restore(snapshot: &[u8]) -> Result<New<World>> {
    let contents = check(snapshot).and_then(parse)?;
    World::new(|id| named(id, contents)).map(New::new)
}

fn check(snapshot: &[u8]) -> Result<&[u8]> {
    let rest = snapshot.strip_prefix(MAGIC).ok_or(Error::Snapshot("it begins differently"))?;
    let (digest, body) = rest.split_at_checked(DIGEST).ok_or(Error::Snapshot("it is too short"))?;
    if Sha256::digest(body).as_slice() != digest {
        return Err(Error::Snapshot("it was changed or cut short"));
    }
    Ok(body)
}

fn parse(body: &[u8]) -> Result<Contents<PhysicsWorld>> {
    postcard::from_bytes(body).map_err(|_| Error::Snapshot("its contents cannot be read"))
}

fn announce_joints(physics: &mut PhysicsWorld) {
    physics.impulse_joints.iter_mut().for_each(drop);
}

/// A simulation of `contents` with handles for all that is in it.
fn named(id: u64, contents: Contents<PhysicsWorld>) -> Result<Sim> {
    let mut sim = Sim::new(id, contents.physics);
    if contents.joints_changed {
        announce_joints(&mut sim.physics);
    }
    sim.joints_changed = contents.joints_changed;
    sim.forced = contents.forced;
    sim.freed_bodies = contents.freed_bodies;
    let bodies: Vec<_> = sim.live_bodies().map(|(key, _)| key).collect();
    let colliders: Vec<_> = sim.physics.colliders.iter().map(|(key, _)| key).collect();
    let joints: Vec<_> = sim.physics.impulse_joints.iter().map(|(key, _)| key).collect();
    for key in bodies {
        sim.name_body(key)?;
        let index = key.into_raw_parts().0 as usize;
        sim.body_note(key).mass = contents.masses.get(index).copied().flatten();
    }
    for key in colliders {
        sim.name_collider(key)?;
    }
    for key in joints.into_iter().filter(|key| !contents.freed_joints.contains(key)) {
        sim.name_joint(key)?;
    }
    sim.freed_joints = contents.freed_joints;
    Ok(sim)
}
