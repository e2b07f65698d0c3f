//! The library as C sees it.
#![allow(unsafe_code)]

use raw_window_handle::{
    DisplayHandle, HandleError, HasDisplayHandle, HasWindowHandle, WindowHandle, XlibDisplayHandle,
    XlibWindowHandle,
};
use std::{
    ffi::{CString, c_char, c_ulong, c_void},
    ptr::NonNull,
};

// Links the functions in.
use ffi_window as _;

#[repr(C)]
#[derive(Debug, PartialEq, Clone, Copy)]
pub struct Pair(pub i64, pub i64);

#[repr(C)]
#[derive(Debug, PartialEq, Clone, Copy)]
pub struct PairF(pub f64, pub f64);

#[repr(C)]
#[derive(Debug, PartialEq, Clone, Copy)]
pub struct Key {
    pub scancode: i64,
    pub keycode: i64,
    pub pressed: bool,
}

#[repr(C)]
#[derive(Debug, PartialEq, Clone, Copy)]
pub struct MouseButton {
    pub button: i64,
    pub pressed: bool,
}

#[repr(C)]
#[derive(Debug, PartialEq, Clone, Copy)]
pub struct Touch {
    pub finger: i64,
    pub phase: i64,
    pub x: f64,
    pub y: f64,
}

#[repr(C)]
#[derive(Debug, PartialEq, Clone, Copy)]
pub struct RawHandle {
    pub platform: i64,
    pub window: i64,
    pub display: i64,
    pub screen: i64,
    pub visual: i64,
}

/// X11's, as a library that draws takes it.
impl HasWindowHandle for RawHandle {
    fn window_handle(&self) -> Result<WindowHandle<'_>, HandleError> {
        let mut handle = XlibWindowHandle::new(self.window as c_ulong);
        handle.visual_id = self.visual as c_ulong;
        // SAFETY: the tests use it while the window is there.
        Ok(unsafe { WindowHandle::borrow_raw(handle.into()) })
    }
}

impl HasDisplayHandle for RawHandle {
    fn display_handle(&self) -> Result<DisplayHandle<'_>, HandleError> {
        let display = NonNull::new(self.display as *mut c_void);
        let handle = XlibDisplayHandle::new(display, self.screen as i32);
        // SAFETY: the display lives as long as the process.
        Ok(unsafe { DisplayHandle::borrow_raw(handle.into()) })
    }
}

#[repr(C)]
struct Bytes {
    data: *mut u8,
    len: i64,
}

#[repr(C)]
struct Preedit {
    text: *mut c_char,
    cursor_start: i64,
    cursor_end: i64,
}

rigs::boundary!(rt_winit_get_last_error);

unsafe extern "C" {
    pub safe fn rt_winit_event_loop_new() -> i64;
    pub safe fn rt_winit_event_loop_free(event_loop: i64) -> bool;
    pub safe fn rt_winit_event_loop_run_return(event_loop: i64) -> bool;
    pub safe fn rt_winit_event_loop_poll_events(event_loop: i64, max_events: i64) -> i64;
    pub safe fn rt_winit_event_loop_wait_events(event_loop: i64, timeout_ms: i64) -> i64;
    safe fn rt_winit_event_loop_poll_all(event_loop: i64, max_events: i64) -> I64Array;
    fn rt_winit_event_free_all(events: *const i64, len: i64) -> i64;
    fn rt_winit_window_new(event_loop: i64, width: i64, height: i64, title: *const c_char) -> i64;
    fn rt_winit_window_new_with_config(event_loop: i64, config: *const c_char) -> i64;
    pub safe fn rt_winit_window_free(window: i64) -> bool;
    pub safe fn rt_winit_window_get_size(window: i64) -> Pair;
    pub safe fn rt_winit_window_set_size(window: i64, width: i64, height: i64) -> bool;
    pub safe fn rt_winit_window_get_position(window: i64) -> Pair;
    pub safe fn rt_winit_window_set_position(window: i64, x: i64, y: i64) -> bool;
    pub safe fn rt_winit_window_get_inner_size(window: i64) -> Pair;
    pub safe fn rt_winit_window_get_outer_size(window: i64) -> Pair;
    pub safe fn rt_winit_window_set_min_size(window: i64, width: i64, height: i64) -> bool;
    pub safe fn rt_winit_window_set_max_size(window: i64, width: i64, height: i64) -> bool;
    fn rt_winit_window_set_title(window: i64, title: *const c_char) -> bool;
    pub safe fn rt_winit_window_set_visible(window: i64, visible: bool) -> bool;
    pub safe fn rt_winit_window_is_visible(window: i64) -> bool;
    pub safe fn rt_winit_window_set_resizable(window: i64, resizable: bool) -> bool;
    pub safe fn rt_winit_window_set_minimized(window: i64, minimized: bool) -> bool;
    pub safe fn rt_winit_window_set_maximized(window: i64, maximized: bool) -> bool;
    pub safe fn rt_winit_window_is_maximized(window: i64) -> bool;
    pub safe fn rt_winit_window_set_fullscreen(window: i64, fullscreen: bool) -> bool;
    pub safe fn rt_winit_window_is_fullscreen(window: i64) -> bool;
    pub safe fn rt_winit_window_set_decorations(window: i64, decorations: bool) -> bool;
    pub safe fn rt_winit_window_set_always_on_top(window: i64, on_top: bool) -> bool;
    pub safe fn rt_winit_window_focus(window: i64) -> bool;
    pub safe fn rt_winit_window_request_redraw(window: i64) -> bool;
    pub safe fn rt_winit_window_id(window: i64) -> i64;
    pub safe fn rt_winit_window_scale_factor(window: i64) -> f64;
    pub safe fn rt_winit_window_set_cursor_visible(window: i64, visible: bool) -> bool;
    pub safe fn rt_winit_window_set_cursor_grab(window: i64, grab: bool) -> bool;
    pub safe fn rt_winit_window_set_cursor_position(window: i64, x: i64, y: i64) -> bool;
    pub safe fn rt_winit_event_get_type(event: i64) -> i64;
    pub safe fn rt_winit_event_get_window_id(event: i64) -> i64;
    pub safe fn rt_winit_event_free(event: i64) -> bool;
    pub safe fn rt_winit_event_window_resized(event: i64) -> Pair;
    pub safe fn rt_winit_event_window_moved(event: i64) -> Pair;
    pub safe fn rt_winit_event_window_close_requested(event: i64) -> bool;
    pub safe fn rt_winit_event_window_focused(event: i64) -> bool;
    pub safe fn rt_winit_event_window_scale_factor_changed(event: i64) -> f64;
    pub safe fn rt_winit_event_window_scale_factor(event: i64) -> f64;
    pub safe fn rt_winit_event_keyboard_input(event: i64) -> Key;
    pub safe fn rt_winit_event_keyboard_scancode(event: i64) -> i64;
    pub safe fn rt_winit_event_keyboard_virtual_keycode(event: i64) -> i64;
    pub safe fn rt_winit_event_keyboard_modifiers(event: i64) -> i64;
    pub safe fn rt_winit_event_keyboard_repeat(event: i64) -> bool;
    safe fn rt_winit_event_received_character(event: i64) -> *mut c_char;
    pub safe fn rt_winit_event_mouse_button(event: i64) -> MouseButton;
    pub safe fn rt_winit_event_mouse_moved(event: i64) -> PairF;
    pub safe fn rt_winit_event_mouse_wheel(event: i64) -> PairF;
    pub safe fn rt_winit_event_mouse_motion(event: i64) -> PairF;
    pub safe fn rt_winit_event_loop_wake(event_loop: i64) -> bool;
    pub safe fn rt_winit_window_has_focus(window: i64) -> bool;
    pub safe fn rt_winit_window_request_attention(window: i64, wanted: bool) -> bool;
    pub safe fn rt_winit_window_get_monitor(window: i64) -> i64;
    pub safe fn rt_winit_window_set_fullscreen_on(window: i64, monitor_id: i64) -> bool;
    pub safe fn rt_winit_monitor_primary() -> i64;
    pub safe fn rt_winit_monitor_get_refresh_rate(monitor_id: i64) -> f64;
    fn rt_winit_window_set_cursor_image(
        window: i64,
        width: i64,
        height: i64,
        hot_x: i64,
        hot_y: i64,
        pixels: *const u8,
        len: i64,
    ) -> bool;
    pub safe fn rt_winit_window_set_relative_mouse(window: i64, relative: bool) -> bool;
    pub safe fn rt_winit_event_cursor_entered(event: i64) -> bool;
    pub safe fn rt_winit_event_cursor_left(event: i64) -> bool;
    pub safe fn rt_winit_event_touch(event: i64) -> Touch;
    pub safe fn rt_winit_monitor_count() -> i64;
    safe fn rt_winit_monitor_get_name(monitor: i64) -> *mut c_char;
    pub safe fn rt_winit_monitor_get_size(monitor: i64) -> Pair;
    pub safe fn rt_winit_monitor_get_position(monitor: i64) -> Pair;
    pub safe fn rt_winit_monitor_get_scale_factor(monitor: i64) -> f64;
    safe fn rt_winit_clipboard_get_text() -> *mut c_char;
    fn rt_winit_clipboard_set_text(text: *const c_char) -> bool;
    fn rt_winit_window_present_rgba(
        window: i64,
        width: i64,
        height: i64,
        pixels: *const u8,
        len: i64,
    ) -> bool;
    pub safe fn rt_winit_window_raw_handle(window: i64) -> RawHandle;
    fn rt_winit_window_set_cursor_icon(window: i64, icon: *const c_char) -> bool;
    fn rt_winit_window_set_icon(window: i64, width: i64, height: i64, pixels: *const u8, len: i64) -> bool;
    safe fn rt_winit_event_file_path(event: i64) -> *mut c_char;
    safe fn rt_winit_event_file_path_bytes(event: i64) -> Bytes;
    safe fn rt_winit_event_dropped_text(event: i64) -> *mut c_char;
    fn rt_bytes_free(data: *mut u8, len: i64);
    pub safe fn rt_winit_window_set_ime_allowed(window: i64, allowed: bool) -> bool;
    pub safe fn rt_winit_window_set_ime_area(window: i64, x: i64, y: i64, width: i64, height: i64) -> bool;
    safe fn rt_winit_event_ime_preedit(event: i64) -> Preedit;
}

fn give(text: &str) -> CString {
    CString::new(text).expect("no NUL")
}

pub fn window(event_loop: i64, width: i64, height: i64, title: &str) -> i64 {
    // SAFETY: a NUL-terminated text.
    unsafe { rt_winit_window_new(event_loop, width, height, give(title).as_ptr()) }
}

pub fn window_with(event_loop: i64, config: &str) -> i64 {
    // SAFETY: a NUL-terminated text.
    unsafe { rt_winit_window_new_with_config(event_loop, give(config).as_ptr()) }
}

pub fn set_title(window: i64, title: &str) -> bool {
    // SAFETY: a NUL-terminated text.
    unsafe { rt_winit_window_set_title(window, give(title).as_ptr()) }
}

pub fn set_cursor_icon(window: i64, icon: &str) -> bool {
    // SAFETY: a NUL-terminated text.
    unsafe { rt_winit_window_set_cursor_icon(window, give(icon).as_ptr()) }
}

pub fn present(window: i64, width: i64, height: i64, pixels: &[u8]) -> bool {
    // SAFETY: as many bytes as are there.
    unsafe { rt_winit_window_present_rgba(window, width, height, pixels.as_ptr(), pixels.len() as i64) }
}

pub fn set_cursor_image(window: i64, (width, height): (i64, i64), hot: (i64, i64), pixels: &[u8]) -> bool {
    let (data, len) = (pixels.as_ptr(), pixels.len() as i64);
    // SAFETY: as many bytes as are there.
    unsafe { rt_winit_window_set_cursor_image(window, width, height, hot.0, hot.1, data, len) }
}

pub fn set_icon(window: i64, width: i64, height: i64, pixels: &[u8]) -> bool {
    // SAFETY: as many bytes as are there.
    unsafe { rt_winit_window_set_icon(window, width, height, pixels.as_ptr(), pixels.len() as i64) }
}

pub fn poll_all(event_loop: i64, most: i64) -> Vec<i64> {
    take_i64s(rt_winit_event_loop_poll_all(event_loop, most))
}

pub fn free_all(events: &[i64]) -> i64 {
    // SAFETY: as many handles as are there.
    unsafe { rt_winit_event_free_all(events.as_ptr(), events.len() as i64) }
}

pub fn character(event: i64) -> String {
    take(rt_winit_event_received_character(event))
}

pub fn path(event: i64) -> String {
    take(rt_winit_event_file_path(event))
}

pub fn path_bytes(event: i64) -> Vec<u8> {
    let bytes = rt_winit_event_file_path_bytes(event);
    if bytes.len == 0 {
        return Vec::new();
    }
    // SAFETY: an array that the library has just handed over.
    unsafe {
        let copy = std::slice::from_raw_parts(bytes.data, bytes.len as usize).to_vec();
        rt_bytes_free(bytes.data, bytes.len);
        copy
    }
}

pub fn dropped_text(event: i64) -> String {
    take(rt_winit_event_dropped_text(event))
}

pub fn preedit(event: i64) -> (String, i64, i64) {
    let preedit = rt_winit_event_ime_preedit(event);
    (take(preedit.text), preedit.cursor_start, preedit.cursor_end)
}

pub fn monitor_name(monitor: i64) -> String {
    take(rt_winit_monitor_get_name(monitor))
}

pub fn clipboard() -> String {
    take(rt_winit_clipboard_get_text())
}

pub fn set_clipboard(text: &str) -> bool {
    // SAFETY: a NUL-terminated text.
    unsafe { rt_winit_clipboard_set_text(give(text).as_ptr()) }
}
