//! The library as C sees it.
#![allow(unsafe_code)]

// Links the functions in.
use ffi_gamepad as _;

pub use simple_native_sys::*;

rigs::boundary!(rt_gamepad_get_last_error);

pub fn add_mappings(mappings: &str) -> i64 {
    let mappings = std::ffi::CString::new(mappings).expect("no NUL");
    // SAFETY: a text for the call.
    unsafe { rt_gamepad_add_mappings(mappings.as_ptr()) }
}

pub fn name(context: i64, pad: i64) -> String {
    take(rt_gamepad_get_name(context, pad))
}

pub fn uuid(context: i64, pad: i64) -> String {
    take(rt_gamepad_get_uuid(context, pad))
}

pub fn ids(context: i64) -> Vec<i64> {
    take_i64s(rt_gamepad_ids(context))
}
