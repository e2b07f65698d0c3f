//! The library as C sees it.
#![allow(unsafe_code)]

use std::ffi::{CStr, c_char};

// Links the functions in.
use ffi_gamepad as _;

#[repr(C)]
#[derive(Debug, PartialEq)]
pub struct Power {
    pub status: i64,
    pub percentage: i64,
}

#[repr(C)]
#[derive(Debug, PartialEq)]
pub struct Button {
    pub is_pressed: bool,
    pub value: f64,
}

#[repr(C)]
struct I64Array {
    data: *mut i64,
    len: i64,
}

unsafe extern "C" {
    pub safe fn rt_gamepad_init() -> i64;
    pub safe fn rt_gamepad_shutdown(context: i64) -> bool;
    pub safe fn rt_gamepad_update(context: i64) -> bool;
    pub safe fn rt_gamepad_count(context: i64) -> i64;
    pub safe fn rt_gamepad_is_connected(context: i64, gamepad_id: i64) -> bool;
    safe fn rt_gamepad_get_name(context: i64, gamepad_id: i64) -> *mut c_char;
    pub safe fn rt_gamepad_get_power_info(context: i64, gamepad_id: i64) -> Power;
    pub safe fn rt_gamepad_poll_event(context: i64) -> i64;
    pub safe fn rt_gamepad_event_free(event: i64) -> bool;
    pub safe fn rt_gamepad_event_get_type(event: i64) -> i64;
    pub safe fn rt_gamepad_event_get_gamepad_id(event: i64) -> i64;
    pub safe fn rt_gamepad_event_get_button(event: i64) -> i64;
    pub safe fn rt_gamepad_event_get_axis(event: i64) -> i64;
    pub safe fn rt_gamepad_event_get_value(event: i64) -> f64;
    pub safe fn rt_gamepad_button_is_pressed(context: i64, gamepad_id: i64, button: i64) -> bool;
    pub safe fn rt_gamepad_button_data(context: i64, gamepad_id: i64, button: i64) -> Button;
    pub safe fn rt_gamepad_axis_data(context: i64, gamepad_id: i64, axis: i64) -> f64;
    pub safe fn rt_gamepad_set_rumble(context: i64, pad: i64, strong: f64, weak: f64, ms: i64) -> bool;
    pub safe fn rt_gamepad_stop_rumble(context: i64, gamepad_id: i64) -> bool;
    pub safe fn rt_gamepad_inject_event(context: i64, pad: i64, kind: i64, code: i64, value: f64) -> bool;
    safe fn rt_gamepad_ids(context: i64) -> I64Array;
    safe fn rt_gamepad_get_uuid(context: i64, gamepad_id: i64) -> *mut c_char;
    pub safe fn rt_gamepad_can_rumble(context: i64, gamepad_id: i64) -> bool;
    safe fn rt_gamepad_get_last_error() -> *mut c_char;
    pub safe fn rt_gamepad_clear_error();
    fn rt_text_free(text: *mut c_char);
    fn rt_i64_array_free(data: *mut i64, len: i64);
}

fn take(text: *mut c_char) -> String {
    // SAFETY: a text that the library has just handed over.
    unsafe {
        let copy = CStr::from_ptr(text).to_str().expect("UTF-8").to_owned();
        rt_text_free(text);
        copy
    }
}

pub fn last_error() -> String {
    take(rt_gamepad_get_last_error())
}

pub fn name(context: i64, pad: i64) -> String {
    take(rt_gamepad_get_name(context, pad))
}

pub fn uuid(context: i64, pad: i64) -> String {
    take(rt_gamepad_get_uuid(context, pad))
}

pub fn ids(context: i64) -> Vec<i64> {
    let array = rt_gamepad_ids(context);
    if array.len == 0 {
        return Vec::new();
    }
    // SAFETY: an array that the library has just handed over.
    unsafe {
        let copy = std::slice::from_raw_parts(array.data, array.len as usize).to_vec();
        rt_i64_array_free(array.data, array.len);
        copy
    }
}
