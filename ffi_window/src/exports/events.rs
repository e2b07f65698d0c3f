//! Events of any type, and those of windows. A getter that is asked of another type of event fails.

use super::{WindowPosition, WindowSize};
use crate::{
    Result,
    event::{Event, EventKind},
};
use ffi_core::{Consumed, Text, export};
use std::path::Path;

/// Returns the type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
/// 7, theme changed 8, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
/// entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
/// cancelled 52, text dropped 53, input method enabled 60, its preedit 61, disabled 62, minimised 70, maximised 71,
/// restored (neither any more) 72, occluded 73, exposed 74. Wayland tells nobody that a window was minimised.
#[export(light, numbers(result = "Event"))]
fn rt_winit_event_get_type(event: &Event) -> i64 {
    event.kind.number_and_name().0
}

/// Returns the number of the window that it happened to, as `rt_winit_window_id` gives it.
#[export(light)]
fn rt_winit_event_get_window_id(event: &Event) -> i64 {
    event.window
}

/// Returns when it was received, in nanoseconds of the clock that only goes on: on Linux `CLOCK_MONOTONIC`, on Windows
/// `QueryPerformanceCounter`, which a language's monotonic clock mostly is as well. Events of game pads have the same.
#[export(light)]
fn rt_winit_event_get_timestamp(event: &Event) -> i64 {
    event.time
}

/// Frees an event.
#[export(light)]
fn rt_winit_event_free(event: Consumed<Event>) -> bool {
    drop(event);
    true
}

/// Frees many events at once; gives how many of them were alive.
#[export(light, handles(events = "window event"), memory = 0)]
fn rt_winit_event_free_all(events: &[i64]) -> i64 {
    ffi_core::handle::free_all::<Event>(events.iter().copied()) as i64
}

/// Returns a resized window's new inner size.
#[export(light)]
fn rt_winit_event_window_resized(event: &Event) -> Result<WindowSize> {
    match event.kind {
        EventKind::Resized { width, height } => Ok((width, height).into()),
        _ => event.wrong("a resized event"),
    }
}

/// Returns a moved window's new position.
#[export(light)]
fn rt_winit_event_window_moved(event: &Event) -> Result<WindowPosition> {
    match event.kind {
        EventKind::Moved { x, y } => Ok((x, y).into()),
        _ => event.wrong("a moved event"),
    }
}

/// Tells whether this is the user's wish to close the window.
#[export(light)]
fn rt_winit_event_window_close_requested(event: &Event) -> bool {
    event.kind == EventKind::CloseRequested
}

/// Tells whether the window got the keyboard, false where it lost it.
#[export(light)]
fn rt_winit_event_window_focused(event: &Event) -> Result<bool> {
    match event.kind {
        EventKind::Focused(focused) => Ok(focused),
        _ => event.wrong("a focused or unfocused event"),
    }
}

/// Returns the new scale factor.
#[export(light)]
fn rt_winit_event_window_scale_factor_changed(event: &Event) -> Result<f64> {
    match event.kind {
        EventKind::ScaleFactor(factor) => Ok(factor),
        _ => event.wrong("a scale-factor-changed event"),
    }
}

/// Returns the new scale factor, as `rt_winit_event_window_scale_factor_changed` does: the older name.
#[export(light)]
fn rt_winit_event_window_scale_factor(event: &Event) -> Result<f64> {
    rt_winit_event_window_scale_factor_changed(event)
}

/// Returns what the desktop became: light 1, dark 2, or 0 where the user prefers neither. Windows are told on Linux once
/// `rt_winit_get_theme` was asked, and on Windows.
#[export(numbers(result = "Theme"))]
fn rt_winit_event_theme(event: &Event) -> Result<i64> {
    match event.kind {
        EventKind::ThemeChanged(theme) => Ok(theme),
        _ => event.wrong("a theme-changed event"),
    }
}

/// Returns the path of a file that is dragged over the window or was dropped on it; each of several has its own event.
/// A link is not followed, and the file need not be there. Where a name is not UTF-8, what is not has U+FFFD in its
/// place: `rt_winit_event_file_path_bytes` has it as it is. The pointer's place is told by mouse-moved events before.
#[export]
fn rt_winit_event_file_path(event: &Event) -> Result<Text> {
    Ok(Text::new(&path(event)?.to_string_lossy()))
}

fn path(event: &Event) -> Result<&Path> {
    match &event.kind {
        EventKind::FileDropped(path) | EventKind::FileHovered(path) => Ok(path),
        _ => event.wrong("a file event"),
    }
}

/// Returns the same path as the file system has it, whatever bytes its names are of; empty where this is another type of
/// event.
#[export]
fn rt_winit_event_file_path_bytes(event: &Event) -> Result<Vec<u8>> {
    Ok(path(event)?.as_os_str().as_encoded_bytes().to_vec())
}

/// Returns the text that was dropped on the window. On X11 and Wayland; the pointer's place is told by mouse-moved events
/// before.
#[export]
fn rt_winit_event_dropped_text(event: &Event) -> Result<Text> {
    match &event.kind {
        EventKind::TextDropped(text) => Ok(Text::new(text)),
        _ => event.wrong("a text-dropped event"),
    }
}
