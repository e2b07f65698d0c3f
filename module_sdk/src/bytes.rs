//! Bytes that go between a module and its host.

use std::{ptr, slice};

/// `SimpleBytes` of the header.
#[repr(C)]
pub struct Bytes {
    /// The first byte; NULL where there are none.
    pub data: *mut u8,
    /// Number of bytes.
    pub size: i64,
}

impl Bytes {
    /// None.
    pub const NONE: Self = Self { data: ptr::null_mut(), size: 0 };

    /// Hands bytes out, which [`free_bytes`] takes back.
    pub fn hand_out(bytes: Vec<u8>) -> Self {
        if bytes.is_empty() {
            return Self::NONE;
        }
        let size = bytes.len() as i64;
        Self { data: Box::into_raw(bytes.into_boxed_slice()).cast(), size }
    }
}

/// The bytes that were handed in.
///
/// # Safety
/// `data` is NULL or has `size` bytes, for as long as the result is used.
pub unsafe fn handed_in<'a>(data: *const u8, size: i64) -> &'a [u8] {
    match usize::try_from(size) {
        // SAFETY: by contract.
        Ok(size) if !data.is_null() => unsafe { slice::from_raw_parts(data, size) },
        _ => &[],
    }
}

/// Room for `size` bytes that [`free_bytes`] takes back; NULL where there is none.
pub fn alloc_bytes(size: i64) -> *mut u8 {
    let Ok(size) = usize::try_from(size) else { return ptr::null_mut() };
    let mut room = Vec::new();
    if size == 0 || room.try_reserve_exact(size).is_err() {
        return ptr::null_mut();
    }
    room.resize(size, 0);
    Bytes::hand_out(room).data
}

/// # Safety
/// `data` is NULL or from here, with its size, and not used afterwards.
pub unsafe fn free_bytes(data: *mut u8, size: i64) {
    if !data.is_null() {
        // SAFETY: by contract.
        drop(unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(data, size as usize)) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_handed_out_and_taken_back() {
        let Bytes { data, size } = Bytes::hand_out(b"abc".to_vec());
        // SAFETY: bytes of ours, freed once.
        unsafe {
            assert_eq!(handed_in(data, size), b"abc");
            free_bytes(data, size);
            let room = alloc_bytes(7);
            assert_eq!(handed_in(room, 7), [0; 7]);
            free_bytes(room, 7);
            assert_eq!(handed_in(ptr::null(), 3), b"");
            free_bytes(Bytes::hand_out(Vec::new()).data, 0);
        }
        assert!(alloc_bytes(0).is_null() && alloc_bytes(-1).is_null());
    }
}
