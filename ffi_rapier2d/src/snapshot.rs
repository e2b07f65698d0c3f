//! A whole world as bytes, and back.

use crate::{
    Error, Result,
    character::Character,
    fluid::Fluid,
    one_way::Key,
    simulation::{JointRecord, Simulation},
    sleep::{Sleep, Spot},
};
use ffi_core::memory::{self, OutOfMemory};
use postcard::ser_flavors::Flavor;
use rapier2d_f64::prelude::{ImpulseJointHandle, PhysicsWorld, Pose, RigidBodyHandle};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The first bytes, and the layout's number among them: it changes with rapier's version.
const MAGIC: &[u8; 16] = b"rapier2d 0.36 4\n";
/// Those of the layout before, which ended where [`Beside`] begins.
const OLDER: &[u8; 16] = b"rapier2d 0.36 3\n";
const DIGEST: usize = 32;
/// Memory that the world of a snapshot takes, as a multiple of the snapshot's size.
const READ: usize = 16;

/// Contents of a snapshot.
#[derive(Serialize, Deserialize)]
struct Contents<P> {
    physics: P,
    /// Masses given to bodies, by rapier's index.
    masses: Vec<Option<f64>>,
    /// When bodies fall asleep: those of the world, and of those that have their own.
    sleep: Sleep,
    sleeps: Vec<Option<Sleep>>,
    freed_joints: Vec<ImpulseJointHandle>,
    freed_bodies: Vec<RigidBodyHandle>,
    forced: Vec<RigidBodyHandle>,
    joints_changed: bool,
}

/// What a snapshot says after its contents.
#[derive(Serialize, Deserialize, Default)]
struct Beside {
    one_way: BTreeMap<Key, [f64; 2]>,
    ignored: BTreeSet<(Key, Key)>,
    fluids: BTreeMap<Key, Fluid>,
    /// Those of joints and bodies, by rapier's index.
    joints: Vec<JointRecord>,
    characters: Vec<Option<Character>>,
    /// Where bodies were before the last step, where the world keeps that.
    keeps_previous: bool,
    previous: Vec<Option<Pose>>,
    /// Where bodies have been for a while.
    spots: Vec<Option<Spot>>,
    until_look: u8,
}

impl Beside {
    fn of(simulation: &Simulation) -> Result<Self> {
        let (hooks, bodies) = (&simulation.hooks, &simulation.bodies);
        Ok(Self {
            one_way: hooks.one_way.sides.clone(),
            ignored: hooks.ignored.clone(),
            fluids: simulation.fluids.clone(),
            joints: memory::copy(&simulation.joints)?,
            characters: memory::collect(bodies.iter().map(|record| record.character))?,
            keeps_previous: simulation.keeps_previous,
            previous: memory::collect(bodies.iter().map(|record| record.previous))?,
            spots: memory::collect(bodies.iter().map(|record| record.spot))?,
            until_look: simulation.until_look,
        })
    }
}

/// A simulation as bytes.
pub fn write(simulation: &mut Simulation) -> Result<Vec<u8>> {
    simulation.sound()?;
    let contents = Contents {
        physics: &simulation.physics,
        masses: memory::collect(simulation.bodies.iter().map(|note| note.mass))?,
        sleep: simulation.sleep,
        sleeps: memory::collect(simulation.bodies.iter().map(|note| note.sleep))?,
        freed_joints: memory::copy(&simulation.freed_joints)?,
        freed_bodies: memory::copy(&simulation.freed_bodies)?,
        forced: memory::copy(&simulation.forced)?,
        joints_changed: simulation.joints_changed,
    };
    let beside = Beside::of(simulation)?;
    let mut bytes = vec![0; MAGIC.len() + DIGEST];
    let written = postcard::serialize_with_flavor(&contents, Growing(&mut bytes))
        .and_then(|()| postcard::serialize_with_flavor(&beside, Growing(&mut bytes)));
    written.map_err(|error| match error {
        postcard::Error::SerializeBufferFull => OutOfMemory { bytes: bytes.len() }.into(),
        error => Error::Write(error.to_string()),
    })?;
    let (head, body) = bytes.split_at_mut(MAGIC.len() + DIGEST);
    if simulation.joints_changed {
        // Rapier does not write down which joints are news to its islands, so both worlds are told of all
        // their joints in the same way.
        memory::room_for_input(body.len(), READ)?;
        simulation.physics = parse::<Contents<PhysicsWorld>>(body)?.0.physics;
        announce_joints(&mut simulation.physics);
    }
    head[..MAGIC.len()].copy_from_slice(MAGIC);
    head[MAGIC.len()..].copy_from_slice(&Sha256::digest(body));
    Ok(bytes)
}

/// Bytes being written, for which there may be no memory.
struct Growing<'a>(&'a mut Vec<u8>);

impl Flavor for Growing<'_> {
    type Output = ();

    fn try_extend(&mut self, data: &[u8]) -> postcard::Result<()> {
        memory::reserve(self.0, data.len()).map_err(|_| postcard::Error::SerializeBufferFull)?;
        self.0.extend_from_slice(data);
        Ok(())
    }

    fn try_push(&mut self, data: u8) -> postcard::Result<()> {
        self.try_extend(&[data])
    }

    fn finalize(self) -> postcard::Result<()> {
        Ok(())
    }
}

/// The simulation of a snapshot, with handles of its own, in the world numbered `id`.
pub fn read(id: u64, snapshot: &[u8]) -> Result<Simulation> {
    let body = check(snapshot)?;
    let (contents, rest) = parse(body)?;
    let beside = if snapshot.starts_with(OLDER) { Beside::default() } else { parse(rest)?.0 };
    named(id, contents, beside)
}

fn check(snapshot: &[u8]) -> Result<&[u8]> {
    let known = [MAGIC, OLDER].into_iter().find_map(|magic| snapshot.strip_prefix(magic));
    let rest = known.ok_or(Error::Snapshot("it begins differently"))?;
    let (digest, body) = rest.split_at_checked(DIGEST).ok_or(Error::Snapshot("it is too short"))?;
    if Sha256::digest(body).as_slice() != digest {
        return Err(Error::Snapshot("it was changed or cut short"));
    }
    Ok(body)
}

/// What the bytes say, and those after it.
fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<(T, &[u8])> {
    postcard::take_from_bytes(bytes).map_err(|_| Error::Snapshot("its contents cannot be read"))
}

fn announce_joints(physics: &mut PhysicsWorld) {
    physics.impulse_joints.iter_mut().for_each(drop);
}

/// A simulation of `contents` with handles for all that is in it.
fn named(id: u64, contents: Contents<PhysicsWorld>, beside: Beside) -> Result<Simulation> {
    let mut simulation = Simulation::new(id, contents.physics);
    simulation.hooks.one_way.sides = beside.one_way;
    simulation.hooks.ignored = beside.ignored;
    simulation.fluids = beside.fluids;
    simulation.keeps_previous = beside.keeps_previous;
    simulation.until_look = beside.until_look;
    if contents.joints_changed {
        announce_joints(&mut simulation.physics);
    }
    simulation.joints_changed = contents.joints_changed;
    simulation.sleep = contents.sleep;
    simulation.forced = contents.forced;
    simulation.freed_bodies = contents.freed_bodies;
    let bodies: Vec<_> = simulation.live_bodies().map(|(key, _)| key).collect();
    let colliders: Vec<_> = simulation.physics.colliders.iter().map(|(key, _)| key).collect();
    let joints: Vec<_> = simulation.physics.impulse_joints.iter().map(|(key, _)| key).collect();
    for key in bodies {
        simulation.name_body(key)?;
        simulation.settle_tiles(key);
        let index = key.into_raw_parts().0 as usize;
        let record = simulation.body_record(key);
        record.mass = contents.masses.get(index).copied().flatten();
        record.sleep = contents.sleeps.get(index).copied().flatten();
        record.character = beside.characters.get(index).copied().flatten();
        record.previous = beside.previous.get(index).copied().flatten();
        record.spot = beside.spots.get(index).copied().flatten();
    }
    for key in colliders {
        simulation.name_collider(key)?;
    }
    for key in joints.into_iter().filter(|key| !contents.freed_joints.contains(key)) {
        simulation.name_joint(key)?;
        let index = key.into_raw_parts().0 as usize;
        let record = simulation.joint_record(key);
        let handle = record.handle;
        *record = JointRecord { handle, ..beside.joints.get(index).copied().unwrap_or_default() };
    }
    simulation.freed_joints = contents.freed_joints;
    Ok(simulation)
}
