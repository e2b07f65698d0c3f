//! Windows, input, monitors and the clipboard, over the crates `winit`, `softbuffer` and `arboard`.
//!
//! winit has one event loop in a process's life; it runs on a thread of ours (`ui_thread`, `app`). What C calls
//! an event loop (`event_loop`) is a queue with the windows that send to it; what C calls a window (`window`)
//! asks that thread. `exports` are the functions that C calls, by topic.

mod app;
mod awake;
mod clipboard;
mod clipboard_content;
mod config;
pub mod constants;
#[cfg(target_os = "linux")]
mod dbus;
mod desktop;
mod dialogs;
mod display;
mod error;
mod event;
mod event_loop;
mod exports;
mod frame;
mod input_state;
pub mod key_codes;
mod keys;
mod layout_codes;
mod limits;
#[cfg(target_os = "linux")]
mod message_box;
mod monitor;
mod picture;
mod platform;
mod pointer;
#[cfg(target_os = "linux")]
mod portal;
mod queue;
mod size_limits;
mod surface_connection;
#[cfg(target_os = "linux")]
mod text_targets;
mod ui_thread;
mod virtual_keys;
#[cfg(target_os = "linux")]
mod wayland_inhibitor;
#[cfg(target_os = "linux")]
mod wayland_offers;
#[cfg(target_os = "linux")]
mod wayland_selection;
mod window;
mod window_state;
mod windows_layouts;
#[cfg(target_os = "linux")]
mod x11_clipboard;
#[cfg(target_os = "linux")]
mod x11_desktop;
#[cfg(target_os = "linux")]
mod x11_lock;
#[cfg(target_os = "linux")]
mod x11_selection;
#[cfg(target_os = "linux")]
mod x11_state;
#[cfg(target_os = "linux")]
mod xlib;

pub use error::Error;

type Result<T, E = Error> = std::result::Result<T, E>;

ffi_core::library! {
    name: "winit",
    title: "windows, clipboard",
    wraps: "winit, arboard, softbuffer",
    doc: "\
Windows, input, monitors and the clipboard, by the crates winit, softbuffer and arboard, on X11, Wayland and Windows.

An event loop is a queue and the windows that send to it; any number may be open, and each is asked with
rt_winit_event_loop_poll_events or awaited. The system's own loop has a thread of the archive's, so every call may come from
any thread, and windows answer the system while a host computes. Sizes and positions are pixels of the screen, from
its upper left corner; a window's position is its frame's, a pointer's is within the window. Key codes are Windows'
virtual keys; scan codes number the keys' places as the system does."
}
