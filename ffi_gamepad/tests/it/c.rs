//! The library as C sees it.
#![allow(unsafe_code)]

use std::ffi::c_char;

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

rigs::boundary!(rt_gamepad_get_last_error);

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
    pub safe fn rt_gamepad_clear_error();
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
