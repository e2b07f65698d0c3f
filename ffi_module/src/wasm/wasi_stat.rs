//! WASI preview 1: what is known of a file, as it lies in memory, and the times that a module sets.

use super::{
    files::Stat,
    guest_memory::put,
    preview1::{Done, INVALID},
};
use std::time::{Duration, SystemTime};

/// Flags of times: one that is given, or now; of reading, and of writing.
const READ: i32 = 1;
const READ_NOW: i32 = 2;
const WRITTEN: i32 = 4;
const WRITTEN_NOW: i32 = 8;

/// Writes what is known to `out`.
pub fn put_stat(data: &mut [u8], out: i32, stat: &Stat) -> Done {
    let mut bytes = [0; 64];
    bytes[..8].copy_from_slice(&stat.device.to_le_bytes());
    bytes[8..16].copy_from_slice(&stat.inode.to_le_bytes());
    bytes[16] = stat.kind as u8;
    bytes[24..32].copy_from_slice(&stat.links.to_le_bytes());
    bytes[32..40].copy_from_slice(&stat.size.to_le_bytes());
    for (i, time) in stat.times.iter().enumerate() {
        bytes[40 + 8 * i..48 + 8 * i].copy_from_slice(&time.to_le_bytes());
    }
    put(data, out, &bytes)
}

/// The times that are to be set, of reading and of writing; none where one stays.
pub fn times(read: i64, written: i64, flags: i32) -> Done<(Option<SystemTime>, Option<SystemTime>)> {
    let time = |nanoseconds: i64, given: i32, now: i32| match (flags & given != 0, flags & now != 0) {
        (true, true) => Err(INVALID),
        (true, false) => Ok(SystemTime::UNIX_EPOCH.checked_add(Duration::from_nanos(nanoseconds as u64))),
        (false, true) => Ok(Some(SystemTime::now())),
        (false, false) => Ok(None),
    };
    Ok((time(read, READ, READ_NOW)?, time(written, WRITTEN, WRITTEN_NOW)?))
}
