//! A module's memory, as its calls of WASI name places in it.

use super::{
    host::Host,
    preview1::{Done, FAULT, INVALID, LONG_NAME},
};
use wasmtime::{Caller, Extern};

/// At most this many pieces are taken of one call.
const MOST_PIECES: i32 = 1024;
/// The longest path, in bytes.
const LONGEST_PATH: usize = 4096;

/// Hands the module's memory to `body`: 0, or its error number.
pub fn with(caller: &mut Caller<'_, Host>, body: impl FnOnce(&mut [u8], &mut Host) -> Done) -> i32 {
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return INVALID };
    let (data, host) = memory.data_and_store_mut(caller);
    body(data, host).err().unwrap_or(0)
}

/// Address of item `index` of a list of things of this size.
pub fn offset(start: i32, index: i32, size: i32) -> i32 {
    start.wrapping_add(index.wrapping_mul(size))
}

pub fn slice(data: &[u8], start: i32, size: usize) -> Done<&[u8]> {
    let start = start as u32 as usize;
    start.checked_add(size).and_then(|end| data.get(start..end)).ok_or(FAULT)
}

pub fn slice_mut(data: &mut [u8], start: i32, size: usize) -> Done<&mut [u8]> {
    let start = start as u32 as usize;
    start.checked_add(size).and_then(|end| data.get_mut(start..end)).ok_or(FAULT)
}

pub fn number(data: &[u8], place: i32) -> Done<u32> {
    slice(data, place, 4)?.try_into().map(u32::from_le_bytes).map_err(|_| FAULT)
}

pub fn put(data: &mut [u8], place: i32, bytes: &[u8]) -> Done {
    slice_mut(data, place, bytes.len())?.copy_from_slice(bytes);
    Ok(())
}

/// The size of `SimpleBytes` of the header: where bytes lie, and at 8 how many there are.
pub const BYTES: usize = 16;

/// Writes a `SimpleBytes` at `place`.
pub fn put_bytes(data: &mut [u8], place: i32, start: i32, size: usize) -> Done {
    let room = slice_mut(data, place, BYTES)?;
    room[..8].copy_from_slice(&u64::from(start as u32).to_le_bytes());
    room[8..].copy_from_slice(&(size as u64).to_le_bytes());
    Ok(())
}

/// Reads the `SimpleBytes` at `place`: address and number of bytes.
pub fn bytes_at(data: &[u8], place: i32) -> Done<(i32, usize)> {
    let start = number(data, place)? as i32;
    let size = slice(data, place.wrapping_add(8), 8)?.try_into().map(i64::from_le_bytes);
    let size = size.ok().and_then(|size| usize::try_from(size).ok()).ok_or(FAULT)?;
    Ok((start, size))
}

/// The text at `place`, its NUL among its `longest` first bytes.
pub fn text(data: &[u8], place: i32, longest: usize) -> Option<&str> {
    let rest = data.get(place as u32 as usize..)?;
    let end = rest.iter().take(longest).position(|&byte| byte == 0)?;
    str::from_utf8(&rest[..end]).ok()
}

/// A path of that many bytes.
pub fn path(data: &[u8], start: i32, size: i32) -> Done<&str> {
    let bytes = slice(data, start, size as u32 as usize)?;
    if bytes.len() > LONGEST_PATH {
        return Err(LONG_NAME);
    }
    str::from_utf8(bytes).map_err(|_| INVALID)
}

/// Address and length of each piece of memory that a list at `pieces` names, `most` bytes in all.
pub fn pieces(data: &[u8], pieces: i32, count: i32, most: usize) -> Done<Vec<(i32, usize)>> {
    let mut rest = most;
    let mut found = Vec::new();
    for i in 0..count.clamp(0, MOST_PIECES) {
        let start = number(data, offset(pieces, i, 8))? as i32;
        let size = number(data, offset(pieces, i, 8).wrapping_add(4))? as usize;
        slice(data, start, size)?;
        found.push((start, size.min(rest)));
        rest -= size.min(rest);
    }
    Ok(found)
}
