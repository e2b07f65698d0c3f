//! The library as C sees it.
#![allow(unsafe_code)]

use raw_window_handle::{
    DisplayHandle, HandleError, HasDisplayHandle, HasWindowHandle, WindowHandle, XlibDisplayHandle,
    XlibWindowHandle,
};
use std::{
    ffi::{CString, c_ulong, c_void},
    ops::Deref,
    ptr::NonNull,
};

// Links the functions in.
use ffi_window as _;

#[derive(Debug, PartialEq, Clone, Copy)]
pub struct Pair(pub i64, pub i64);

#[derive(Debug, PartialEq, Clone, Copy)]
pub struct PairF(pub f64, pub f64);

#[derive(Debug, PartialEq, Clone, Copy)]
pub struct RawHandle(RtWindowRawHandle);

impl Deref for RawHandle {
    type Target = RtWindowRawHandle;

    fn deref(&self) -> &RtWindowRawHandle {
        &self.0
    }
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

rigs::boundary!(rt_winit_get_last_error);

pub use simple_native_sys::{RtTouchInput as Touch, *};

/// Two numbers in the place of a struct of each kind.
macro_rules! pairs {
    ($($name:ident($handle:ident) -> $pair:ident($first:ident, $second:ident);)*) => {$(
        pub fn $name($handle: i64) -> $pair {
            let both = ::simple_native_sys::$name($handle);
            $pair(both.$first, both.$second)
        }
    )*};
}

pairs! {
    rt_winit_window_get_size(window) -> Pair(width, height);
    rt_winit_window_get_position(window) -> Pair(x, y);
    rt_winit_window_get_inner_size(window) -> Pair(width, height);
    rt_winit_window_get_outer_size(window) -> Pair(width, height);
    rt_winit_event_window_resized(event) -> Pair(width, height);
    rt_winit_event_window_moved(event) -> Pair(x, y);
    rt_winit_event_mouse_moved(event) -> PairF(x, y);
    rt_winit_window_cursor_position(window) -> PairF(x, y);
    rt_winit_event_mouse_wheel(event) -> PairF(delta_x, delta_y);
    rt_winit_event_mouse_motion(event) -> PairF(delta_x, delta_y);
    rt_winit_monitor_get_size(monitor) -> Pair(width, height);
    rt_winit_monitor_get_position(monitor) -> Pair(x, y);
}

pub fn rt_winit_window_raw_handle(window: i64) -> RawHandle {
    RawHandle(::simple_native_sys::rt_winit_window_raw_handle(window))
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

pub fn set_html(html: &str, text: &str) -> bool {
    // SAFETY: NUL-terminated texts.
    unsafe { rt_winit_clipboard_set_html(give(html).as_ptr(), give(text).as_ptr()) }
}

pub fn html() -> String {
    take(rt_winit_clipboard_get_html())
}

pub fn set_png(png: &[u8]) -> bool {
    // SAFETY: as many bytes as are there.
    unsafe { rt_winit_clipboard_set_png(png.as_ptr(), png.len() as i64) }
}

pub fn png() -> Vec<u8> {
    take_bytes(rt_winit_clipboard_get_png())
}

pub fn set_primary(text: &str) -> bool {
    // SAFETY: a NUL-terminated text.
    unsafe { rt_winit_clipboard_set_primary_text(give(text).as_ptr()) }
}

pub fn primary() -> String {
    take(rt_winit_clipboard_get_primary_text())
}

/// Texts as C passes them.
fn with_texts<R>(texts: &[&str], pass: impl FnOnce(*const *const std::ffi::c_char, i64) -> R) -> R {
    let texts: Vec<CString> = texts.iter().map(|text| give(text)).collect();
    let pointers: Vec<_> = texts.iter().map(|text| text.as_ptr()).collect();
    pass(pointers.as_ptr(), pointers.len() as i64)
}

pub fn open_files(window: i64, title: &str, multiple: bool, filters: &[&str]) -> Vec<String> {
    let title = give(title);
    // SAFETY: NUL-terminated texts, as many as are there.
    let found = with_texts(filters, |texts, count| unsafe {
        rt_winit_dialog_open_files(window, title.as_ptr(), multiple, texts, count)
    });
    if found.len == 0 {
        return Vec::new();
    }
    // SAFETY: an array of texts that the library has just handed over.
    unsafe {
        let texts = std::slice::from_raw_parts(found.data, found.len as usize);
        let copy =
            texts.iter().map(|&text| std::ffi::CStr::from_ptr(text).to_str().expect("UTF-8").to_owned());
        let copy = copy.collect();
        rt_text_array_free(found.data, found.len);
        copy
    }
}

pub fn open_folder(window: i64, title: &str) -> String {
    // SAFETY: a NUL-terminated text.
    take(unsafe { rt_winit_dialog_open_folder(window, give(title).as_ptr()) })
}

pub fn save_file(window: i64, title: &str, name: &str, filters: &[&str]) -> String {
    let (title, name) = (give(title), give(name));
    // SAFETY: NUL-terminated texts, as many as are there.
    take(with_texts(filters, |texts, count| unsafe {
        rt_winit_dialog_save_file(window, title.as_ptr(), name.as_ptr(), texts, count)
    }))
}

pub fn message(kind: i64, title: &str, text: &str, accept: &str, cancel: &str) -> i64 {
    let [title, text, accept, cancel] = [title, text, accept, cancel].map(give);
    // SAFETY: NUL-terminated texts.
    unsafe { rt_winit_dialog_message(kind, title.as_ptr(), text.as_ptr(), accept.as_ptr(), cancel.as_ptr()) }
}

pub fn set_variable(name: &str, value: &str) {
    // SAFETY: no other thread of the test reads the environment.
    unsafe { std::env::set_var(name, value) }
}

pub fn frame_text(window: i64) -> String {
    take(rt_winit_window_frame_text(window))
}

pub fn character(event: i64) -> String {
    take(rt_winit_event_received_character(event))
}

pub fn path(event: i64) -> String {
    take(rt_winit_event_file_path(event))
}

pub fn path_bytes(event: i64) -> Vec<u8> {
    take_bytes(rt_winit_event_file_path_bytes(event))
}

fn take_bytes(bytes: RtBytes) -> Vec<u8> {
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
