//! A whole world as bytes, and back.

use crate::{Result, snapshot, world::World};
use ffi_core::{New, export};

/// Returns the whole world as bytes: bodies, colliders, joints, contacts, settings and user data. A world restored from
/// them goes on exactly as this one does, bit for bit, also in another process of the same build on a machine of the
/// same kind.
#[export(heavy)]
fn rt_rapier2d_world_snapshot(world: &World) -> Result<Vec<u8>> {
    snapshot::write(&mut world.lock())
}

/// Makes a new world from a snapshot, with handles of its own: its bodies, colliders and joints are in the same order
/// in `rt_rapier2d_world_get_bodies` and its like. Damaged bytes are refused; bytes that were forged on purpose are not
/// recognised, so restore only what you wrote.
#[export(heavy, memory = 16)]
fn rt_rapier2d_world_restore(snapshot: &[u8]) -> Result<New<World>> {
    World::new(|id| snapshot::read(id, snapshot)).map(New::new)
}
