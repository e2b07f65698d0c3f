//! The host's functions.

use crate::{
    bytes::{Bytes, handed_in},
    message::Error,
};
use std::ffi::{CString, c_char};

#[cfg(not(target_family = "wasm"))]
use std::{
    ptr,
    sync::atomic::{AtomicPtr, Ordering},
};

type Call = unsafe extern "C" fn(*const c_char, *const u8, i64, *mut Bytes) -> i32;
type FreeBytes = unsafe extern "C" fn(*mut u8, i64);

/// `SimpleHost` of the header.
#[repr(C)]
pub struct Host {
    call: Call,
    free_bytes: FreeBytes,
}

#[cfg(not(target_family = "wasm"))]
static HOST: AtomicPtr<Host> = AtomicPtr::new(ptr::null_mut());

/// Keeps what the host gave.
#[cfg(not(target_family = "wasm"))]
pub fn keep(host: *const Host) {
    HOST.store(host.cast_mut(), Ordering::Release);
}

#[cfg(not(target_family = "wasm"))]
fn host() -> Option<(Call, FreeBytes)> {
    // SAFETY: NULL, or a table that stays for as long as the process lives.
    let host = unsafe { HOST.load(Ordering::Acquire).as_ref() }?;
    Some((host.call, host.free_bytes))
}

#[cfg(target_family = "wasm")]
fn host() -> Option<(Call, FreeBytes)> {
    #[link(wasm_import_module = "simple")]
    unsafe extern "C" {
        #[link_name = "call"]
        fn call_host(name: *const c_char, data: *const u8, size: i64, answer: *mut Bytes) -> i32;
    }
    unsafe extern "C" fn free(data: *mut u8, size: i64) {
        // SAFETY: an answer, for which `alloc_bytes` gave the room.
        unsafe { crate::bytes::free_bytes(data, size) };
    }
    Some((call_host, free))
}

/// Calls the host's function `name` with `data` and returns its answer. An error where it fails, where there is none
/// of that name, and where the host gave no functions; in WebAssembly a module that calls this is loaded only where
/// it is granted `functions`.
pub fn call(name: &str, data: &[u8]) -> Result<Vec<u8>, Error> {
    let (call, free) = host().ok_or("the host gave no functions")?;
    let name = CString::new(name).map_err(|_| "no function's name has a NUL")?;
    let mut answer = Bytes::NONE;
    // SAFETY: a text, bytes and room that outlive the call; what is answered is freed once.
    let (is_given, bytes) = unsafe {
        let is_given = call(name.as_ptr(), data.as_ptr(), data.len() as i64, &mut answer) != 0;
        let copy = handed_in(answer.data, answer.size).to_vec();
        free(answer.data, answer.size);
        (is_given, copy)
    };
    match is_given {
        true => Ok(bytes),
        false => Err(Error(String::from_utf8_lossy(&bytes).into_owned())),
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::*;
    use crate::bytes::free_bytes;

    unsafe extern "C" fn sample(name: *const c_char, data: *const u8, size: i64, answer: *mut Bytes) -> i32 {
        // SAFETY: what `call` passes.
        unsafe {
            let is_twice = *name == b't' as c_char;
            let given = if is_twice { handed_in(data, size).repeat(2) } else { b"no such".to_vec() };
            *answer = Bytes::hand_out(given);
            i32::from(is_twice)
        }
    }

    unsafe extern "C" fn free(data: *mut u8, size: i64) {
        // SAFETY: an answer of `sample`.
        unsafe { free_bytes(data, size) };
    }

    #[test]
    fn the_host_is_asked() {
        static TABLE: Host = Host { call: sample, free_bytes: free };
        assert_eq!(call("twice", b"a").unwrap_err().0, "the host gave no functions");
        keep(&TABLE);
        assert_eq!(call("twice", b"ab").unwrap(), b"abab");
        assert_eq!(call("other", b"ab").unwrap_err().0, "no such");
        assert!(call("a\0b", b"").is_err());
        keep(ptr::null());
    }
}
