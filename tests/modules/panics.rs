//! A module in Rust, with a standard library of its own, that lets panics out of its functions.

use std::ffi::{c_char, c_void};

#[unsafe(no_mangle)]
extern "C" fn module_abi_version() -> i32 {
    1
}

#[unsafe(no_mangle)]
extern "C" fn create_module() -> *mut c_void {
    std::panic::set_hook(Box::new(|_| ()));
    std::ptr::dangling_mut::<u64>().cast()
}

#[unsafe(no_mangle)]
extern "C-unwind" fn handle_message(_: *mut c_void, kind: *const c_char, _: *const c_char) -> *mut c_char {
    // SAFETY: the host's text.
    if unsafe { *kind } as u8 == b'c' {
        panic!("out of a module");
    }
    c"{\"status\":\"success\",\"data\":\"still here\"}".as_ptr().cast_mut()
}

#[unsafe(no_mangle)]
extern "C" fn free_string(_: *mut c_char) {}

#[unsafe(no_mangle)]
extern "C" fn destroy_module(_: *mut c_void) {}
