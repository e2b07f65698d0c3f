"""Windows, input, monitors and the clipboard, over the crates `winit`, `softbuffer` and `arboard`.

winit has one event loop in a process's life; it runs on a thread of ours (`display`, `app`). What C calls
an event loop (`event_loop`) is a queue with the windows that send to it; what C calls a window (`window`)
asks that thread. `exports` are the functions that C calls, in the contract's order."""
# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

import ctypes as _c
from array import array as _array
from typing import NamedTuple

from . import _runtime as _rt

_declare = _rt.declare
_take_text = _rt.take_text
_fail, _quietly = _rt.failure("rt_winit_get_last_error", "rt_winit_clear_error")


class WindowSize(NamedTuple):
    """A size in physical pixels."""

    width: int
    """From left to right."""

    height: int
    """From top to bottom."""


class _WindowSize(_c.Structure):
    _fields_ = [("width", _c.c_int64), ("height", _c.c_int64)]


class WindowPosition(NamedTuple):
    """A position on the desktop in physical pixels, from its upper left corner."""

    x: int
    """To the right."""

    y: int
    """Down."""


class _WindowPosition(_c.Structure):
    _fields_ = [("x", _c.c_int64), ("y", _c.c_int64)]


class KeyInput(NamedTuple):
    """A key that went down or up."""

    scancode: int
    """The number that the key's place has."""

    keycode: int
    """The key's Windows virtual-key code."""

    pressed: bool
    """Down or up."""


class _KeyInput(_c.Structure):
    _fields_ = [("scancode", _c.c_int64), ("keycode", _c.c_int64), ("pressed", _c.c_bool)]


class MouseButtonInput(NamedTuple):
    """A mouse button that went down or up."""

    button: int
    """Left 0, right 1, middle 2, others from 3."""

    pressed: bool
    """Down or up."""


class _MouseButtonInput(_c.Structure):
    _fields_ = [("button", _c.c_int64), ("pressed", _c.c_bool)]


class MousePosition(NamedTuple):
    """A place in a window in physical pixels, from its upper left corner."""

    x: float
    """To the right."""

    y: float
    """Down."""


class _MousePosition(_c.Structure):
    _fields_ = [("x", _c.c_double), ("y", _c.c_double)]


class MouseWheelDelta(NamedTuple):
    """How far a wheel turned."""

    delta_x: float
    """Clicks, positive where what is seen moves to the right."""

    delta_y: float
    """Clicks, positive where what is seen moves down: the wheel turned away from the user."""


class _MouseWheelDelta(_c.Structure):
    _fields_ = [("delta_x", _c.c_double), ("delta_y", _c.c_double)]


class TouchInput(NamedTuple):
    """A finger on a touch screen."""

    finger: int
    """Which finger, from its touch to its end."""

    phase: int
    """Started 0, moved 1, ended 2, cancelled 3."""

    x: float
    """To the right, in physical pixels."""

    y: float
    """Down, in physical pixels."""


class _TouchInput(_c.Structure):
    _fields_ = [("finger", _c.c_int64), ("phase", _c.c_int64), ("x", _c.c_double), ("y", _c.c_double)]


class WindowRawHandle(NamedTuple):
    """What a GPU library makes a surface of."""

    platform: int
    """Xlib 1, Wayland 2, Win32 3, AppKit 4."""

    window: int
    """The window: an XID, or the address of a `wl_surface`, `HWND` or `NSView`."""

    display: int
    """The display: the address of a `Display` or `wl_display`, or the `HINSTANCE`."""

    screen: int
    """On X11, the number of the screen."""

    visual: int
    """On X11, the number of the visual."""


class _WindowRawHandle(_c.Structure):
    _fields_ = [("platform", _c.c_int64), ("window", _c.c_int64), ("display", _c.c_int64), ("screen", _c.c_int64), ("visual", _c.c_int64)]


class ImePreedit(NamedTuple):
    """What an input method is composing."""

    text: str
    """The text so far; empty where there is none."""

    cursor_start: int
    """Where the cursor in it begins, in bytes; -1 where none is to be shown."""

    cursor_end: int
    """Where it ends."""


class _ImePreedit(_c.Structure):
    _fields_ = [("text", _c.c_void_p), ("cursor_start", _c.c_int64), ("cursor_end", _c.c_int64)]


class MouseMotion(NamedTuple):
    """How far the mouse itself moved."""

    delta_x: float
    """To the right."""

    delta_y: float
    """Towards the user."""


class _MouseMotion(_c.Structure):
    _fields_ = [("delta_x", _c.c_double), ("delta_y", _c.c_double)]


_rt_winit_event_loop_new = _declare("rt_winit_event_loop_new", _c.c_int64, [])


def rt_winit_event_loop_new() -> int:
    """Makes an event loop: a queue of events, and the windows that send to it. Any number can be open at a time
    and one after another, on any thread; behind them works one thread of the process, started by the first.

    0 where there is no display: none that WAYLAND_DISPLAY, WAYLAND_SOCKET or DISPLAY names answers. Once
    there was one, the process keeps to it; where it goes away, its windows are gone, every call that needs
    it fails, and the process goes on. The loop lives until `rt_winit_event_loop_free`.

    On failure: 0."""
    return _rt_winit_event_loop_new()


_rt_winit_event_loop_free = _declare("rt_winit_event_loop_free", _c.c_bool, [_c.c_int64])


def rt_winit_event_loop_free(event_loop: int) -> bool:
    """Frees an event loop with its windows, whose handles are stale then. Calls that wait in it fail.

    On failure: false."""
    return _rt_winit_event_loop_free(event_loop if 0 <= event_loop <= 9223372036854775807 else _rt.integer(event_loop))


_rt_winit_event_loop_run_return = _declare("rt_winit_event_loop_run_return", _c.c_bool, [_c.c_int64])


def rt_winit_event_loop_run_return(event_loop: int) -> bool:
    """Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
    waits frees the window. Events go on to queue up, for another thread or for later. True at once where
    there is no window; false where the loop is freed or the display lost.

    On failure: false."""
    return _rt_winit_event_loop_run_return(event_loop if 0 <= event_loop <= 9223372036854775807 else _rt.integer(event_loop))


_rt_winit_event_loop_poll_events = _declare("rt_winit_event_loop_poll_events", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_winit_event_loop_poll_events(event_loop: int, max_events: int) -> int:
    """The next event's handle, or 0 where there is none. `max_events` is the most events that may be taken: 0
    takes none.

    At most 65,536 events wait: past that, motion of the pointer or of a finger that a later motion outdates
    goes first, then the oldest. The event lives until `rt_winit_event_free`, whatever becomes of its window.

    On failure: 0."""
    return _rt_winit_event_loop_poll_events(event_loop if 0 <= event_loop <= 9223372036854775807 else _rt.integer(event_loop), max_events if 0 <= max_events <= 9223372036854775807 else _rt.integer(max_events))


_rt_winit_event_loop_wait_events = _declare("rt_winit_event_loop_wait_events", _c.c_int64, [_c.c_int64, _c.c_int64])


def rt_winit_event_loop_wait_events(event_loop: int, timeout_ms: int) -> int:
    """The next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
    where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.

    On failure: 0."""
    return _rt_winit_event_loop_wait_events(event_loop if 0 <= event_loop <= 9223372036854775807 else _rt.integer(event_loop), timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))


_rt_winit_window_new = _declare("rt_winit_window_new", _c.c_int64, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_char_p])


def rt_winit_window_new(event_loop: int, width: int, height: int, title: str | bytes | None) -> int:
    """Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
    is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
    `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.

    On failure: 0."""
    return _rt_winit_window_new(event_loop if 0 <= event_loop <= 9223372036854775807 else _rt.integer(event_loop), width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height), title.encode() if type(title) is str and "\0" not in title else _rt.text(title))


_rt_winit_window_new_with_config = _declare("rt_winit_window_new_with_config", _c.c_int64, [_c.c_int64, _c.c_char_p])


def rt_winit_window_new_with_config(event_loop: int, config_json: str | bytes | None) -> int:
    """Opens a window as a JSON object describes it: `width` (800), `height` (600), `title` (""), `resizable`
    (true), `decorations` (true), `transparent` (false), `always_on_top` (false), `fullscreen` (false),
    `maximized` (false), `visible` (true), `min_width`, `min_height`, `max_width`, `max_height` (0: none), `x` and
    `y` (where its frame's upper left corner is to be), `app_id` (the name of the application's desktop entry, by
    which a desktop groups windows and, on Wayland, finds their icon). An unknown key, and what the window system
    cannot do, fails and is named.

    On failure: 0."""
    return _rt_winit_window_new_with_config(event_loop if 0 <= event_loop <= 9223372036854775807 else _rt.integer(event_loop), config_json.encode() if type(config_json) is str and "\0" not in config_json else _rt.text(config_json))


_rt_winit_window_free = _declare("rt_winit_window_free", _c.c_bool, [_c.c_int64])


def rt_winit_window_free(window: int) -> bool:
    """Closes a window. Its loop gets a destroyed event.

    On failure: false."""
    return _rt_winit_window_free(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))


_rt_winit_window_get_size = _declare("rt_winit_window_get_size", _WindowSize, [_c.c_int64])


def rt_winit_window_get_size(window: int) -> WindowSize:
    """The inner size, as the window system last confirmed it.

    On failure: width 0, height 0."""
    result = _rt_winit_window_get_size(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))
    return WindowSize(result.width, result.height)


_rt_winit_window_set_size = _declare("rt_winit_window_set_size", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_winit_window_set_size(window: int, width: int, height: int) -> bool:
    """Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
    a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.

    On failure: false."""
    return _rt_winit_window_set_size(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height))


_rt_winit_window_get_position = _declare("rt_winit_window_get_position", _WindowPosition, [_c.c_int64])


def rt_winit_window_get_position(window: int) -> WindowPosition:
    """The position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.

    On failure: x 0, y 0."""
    result = _rt_winit_window_get_position(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))
    return WindowPosition(result.x, result.y)


_rt_winit_window_set_position = _declare("rt_winit_window_set_position", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_winit_window_set_position(window: int, x: int, y: int) -> bool:
    """Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
    200 ms for the window system to agree. Fails on Wayland, where the user places windows.

    On failure: false."""
    return _rt_winit_window_set_position(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), x if 0 <= x <= 9223372036854775807 else _rt.integer(x), y if 0 <= y <= 9223372036854775807 else _rt.integer(y))


_rt_winit_window_get_inner_size = _declare("rt_winit_window_get_inner_size", _WindowSize, [_c.c_int64])


def rt_winit_window_get_inner_size(window: int) -> WindowSize:
    """The inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.

    On failure: width 0, height 0."""
    result = _rt_winit_window_get_inner_size(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))
    return WindowSize(result.width, result.height)


_rt_winit_window_get_outer_size = _declare("rt_winit_window_get_outer_size", _WindowSize, [_c.c_int64])


def rt_winit_window_get_outer_size(window: int) -> WindowSize:
    """The size with the frame that the window system draws around it.

    On failure: width 0, height 0."""
    result = _rt_winit_window_get_outer_size(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))
    return WindowSize(result.width, result.height)


_rt_winit_window_set_min_size = _declare("rt_winit_window_set_min_size", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_winit_window_set_min_size(window: int, width: int, height: int) -> bool:
    """The least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.

    On failure: false."""
    return _rt_winit_window_set_min_size(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height))


_rt_winit_window_set_max_size = _declare("rt_winit_window_set_max_size", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_winit_window_set_max_size(window: int, width: int, height: int) -> bool:
    """The greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.

    On failure: false."""
    return _rt_winit_window_set_max_size(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height))


_rt_winit_window_set_title = _declare("rt_winit_window_set_title", _c.c_bool, [_c.c_int64, _c.c_char_p])


def rt_winit_window_set_title(window: int, title: str | bytes | None) -> bool:
    """Sets the title, of at most 65,535 bytes.

    On failure: false."""
    return _rt_winit_window_set_title(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), title.encode() if type(title) is str and "\0" not in title else _rt.text(title))


_rt_winit_window_set_visible = _declare("rt_winit_window_set_visible", _c.c_bool, [_c.c_int64, _c.c_bool])


def rt_winit_window_set_visible(window: int, visible: bool) -> bool:
    """Shows or hides the window. Hiding fails on Wayland.

    On failure: false."""
    return _rt_winit_window_set_visible(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), visible)


_rt_winit_window_is_visible = _declare("rt_winit_window_is_visible", _c.c_bool, [_c.c_int64])


def rt_winit_window_is_visible(window: int) -> bool:
    """Whether the window is shown, if perhaps covered by others.

    On failure: false."""
    return _rt_winit_window_is_visible(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))


_rt_winit_window_set_resizable = _declare("rt_winit_window_set_resizable", _c.c_bool, [_c.c_int64, _c.c_bool])


def rt_winit_window_set_resizable(window: int, resizable: bool) -> bool:
    """Lets the user change the window's size, or not.

    On failure: false."""
    return _rt_winit_window_set_resizable(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), resizable)


_rt_winit_window_set_minimized = _declare("rt_winit_window_set_minimized", _c.c_bool, [_c.c_int64, _c.c_bool])


def rt_winit_window_set_minimized(window: int, minimized: bool) -> bool:
    """Minimises the window, or brings it back; bringing it back fails on Wayland.

    On failure: false."""
    return _rt_winit_window_set_minimized(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), minimized)


_rt_winit_window_set_maximized = _declare("rt_winit_window_set_maximized", _c.c_bool, [_c.c_int64, _c.c_bool])


def rt_winit_window_set_maximized(window: int, maximized: bool) -> bool:
    """Maximises the window, or brings it back to its size.

    On failure: false."""
    return _rt_winit_window_set_maximized(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), maximized)


_rt_winit_window_is_maximized = _declare("rt_winit_window_is_maximized", _c.c_bool, [_c.c_int64])


def rt_winit_window_is_maximized(window: int) -> bool:
    """Whether the window is maximised, as the window system says.

    On failure: false."""
    return _rt_winit_window_is_maximized(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))


_rt_winit_window_set_fullscreen = _declare("rt_winit_window_set_fullscreen", _c.c_bool, [_c.c_int64, _c.c_bool])


def rt_winit_window_set_fullscreen(window: int, fullscreen: bool) -> bool:
    """Makes the window fill its monitor, without a frame, or brings it back to its size.

    On failure: false."""
    return _rt_winit_window_set_fullscreen(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), fullscreen)


_rt_winit_window_is_fullscreen = _declare("rt_winit_window_is_fullscreen", _c.c_bool, [_c.c_int64])


def rt_winit_window_is_fullscreen(window: int) -> bool:
    """Whether the window fills its monitor, as the window system says.

    On failure: false."""
    return _rt_winit_window_is_fullscreen(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))


_rt_winit_window_set_decorations = _declare("rt_winit_window_set_decorations", _c.c_bool, [_c.c_int64, _c.c_bool])


def rt_winit_window_set_decorations(window: int, decorations: bool) -> bool:
    """Gives the window a frame with a title bar, or none.

    On failure: false."""
    return _rt_winit_window_set_decorations(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), decorations)


_rt_winit_window_set_always_on_top = _declare("rt_winit_window_set_always_on_top", _c.c_bool, [_c.c_int64, _c.c_bool])


def rt_winit_window_set_always_on_top(window: int, on_top: bool) -> bool:
    """Keeps the window above others, or lets it be covered. The former fails on Wayland.

    On failure: false."""
    return _rt_winit_window_set_always_on_top(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), on_top)


_rt_winit_window_focus = _declare("rt_winit_window_focus", _c.c_bool, [_c.c_int64])


def rt_winit_window_focus(window: int) -> bool:
    """Asks for the keyboard. Fails on Wayland, where the user gives it.

    On failure: false."""
    return _rt_winit_window_focus(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))


_rt_winit_window_request_redraw = _declare("rt_winit_window_request_redraw", _c.c_bool, [_c.c_int64])


def rt_winit_window_request_redraw(window: int) -> bool:
    """Asks for a redraw-requested event.

    On failure: false."""
    return _rt_winit_window_request_redraw(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))


_rt_winit_window_id = _declare("rt_winit_window_id", _c.c_int64, [_c.c_int64])


def rt_winit_window_id(window: int) -> int:
    """The window system's number for the window, which its events bear: on X11 its XID.

    On failure: -1."""
    return _rt_winit_window_id(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))


_rt_winit_window_scale_factor = _declare("rt_winit_window_scale_factor", _c.c_double, [_c.c_int64])


def rt_winit_window_scale_factor(window: int) -> float:
    """Physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.

    On failure: 0.0."""
    return _rt_winit_window_scale_factor(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))


_rt_winit_window_set_cursor_visible = _declare("rt_winit_window_set_cursor_visible", _c.c_bool, [_c.c_int64, _c.c_bool])


def rt_winit_window_set_cursor_visible(window: int, visible: bool) -> bool:
    """Shows or hides the pointer over the window.

    On failure: false."""
    return _rt_winit_window_set_cursor_visible(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), visible)


_rt_winit_window_set_cursor_grab = _declare("rt_winit_window_set_cursor_grab", _c.c_bool, [_c.c_int64, _c.c_bool])


def rt_winit_window_set_cursor_grab(window: int, grab: bool) -> bool:
    """Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go.

    On failure: false."""
    return _rt_winit_window_set_cursor_grab(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), grab)


_rt_winit_window_set_cursor_position = _declare("rt_winit_window_set_cursor_position", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_winit_window_set_cursor_position(window: int, x: int, y: int) -> bool:
    """Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.

    On failure: false."""
    return _rt_winit_window_set_cursor_position(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), x if 0 <= x <= 9223372036854775807 else _rt.integer(x), y if 0 <= y <= 9223372036854775807 else _rt.integer(y))


_rt_winit_event_get_type = _declare("rt_winit_event_get_type", _c.c_int64, [_c.c_int64])


def rt_winit_event_get_type(event: int) -> int:
    """The type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
    7, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
    entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
    cancelled 52, input method enabled 60, its preedit 61, disabled 62.

    On failure: -1."""
    return _rt_winit_event_get_type(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_winit_event_get_window_id = _declare("rt_winit_event_get_window_id", _c.c_int64, [_c.c_int64])


def rt_winit_event_get_window_id(event: int) -> int:
    """The number of the window that it happened to, as `rt_winit_window_id` gives it.

    On failure: -1."""
    return _rt_winit_event_get_window_id(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_winit_event_free = _declare("rt_winit_event_free", _c.c_bool, [_c.c_int64])


def rt_winit_event_free(event: int) -> bool:
    """Frees an event.

    On failure: false."""
    return _rt_winit_event_free(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_winit_event_window_resized = _declare("rt_winit_event_window_resized", _WindowSize, [_c.c_int64])


def rt_winit_event_window_resized(event: int) -> WindowSize:
    """A resized window's new inner size.

    On failure: width 0, height 0."""
    result = _rt_winit_event_window_resized(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))
    return WindowSize(result.width, result.height)


_rt_winit_event_window_moved = _declare("rt_winit_event_window_moved", _WindowPosition, [_c.c_int64])


def rt_winit_event_window_moved(event: int) -> WindowPosition:
    """A moved window's new position.

    On failure: x 0, y 0."""
    result = _rt_winit_event_window_moved(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))
    return WindowPosition(result.x, result.y)


_rt_winit_event_window_close_requested = _declare("rt_winit_event_window_close_requested", _c.c_bool, [_c.c_int64])


def rt_winit_event_window_close_requested(event: int) -> bool:
    """Whether this is the user's wish to close the window.

    On failure: false."""
    return _rt_winit_event_window_close_requested(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_winit_event_window_focused = _declare("rt_winit_event_window_focused", _c.c_bool, [_c.c_int64])


def rt_winit_event_window_focused(event: int) -> bool:
    """True where the window got the keyboard, false where it lost it.

    On failure: false."""
    return _rt_winit_event_window_focused(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_winit_event_window_scale_factor_changed = _declare("rt_winit_event_window_scale_factor_changed", _c.c_double, [_c.c_int64])


def rt_winit_event_window_scale_factor_changed(event: int) -> float:
    """The new scale factor.

    On failure: 0.0."""
    return _rt_winit_event_window_scale_factor_changed(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_winit_event_keyboard_input = _declare("rt_winit_event_keyboard_input", _KeyInput, [_c.c_int64])


def rt_winit_event_keyboard_input(event: int) -> KeyInput:
    """Which key went down or up. A key that is held repeats its going down.

    `scancode` is the number of the key's place: 30 is the key right of CapsLock whatever it bears; on Linux the
    kernel's. `keycode` is the Windows virtual-key code of what the key bears in the layout that is set: A to
    Z 65 to 90, digits 48 to 57, Escape 27, Enter 13, Space 32, Backspace 8, Tab 9, Left 37, Up 38, Right 39,
    Down 40, F1 to F24 112 to 135, left and right Shift 160 and 161, Control 162 and 163, Alt 164 and 165; 0
    where it has none. What is typed arrives as received characters.

    On failure: scancode 0, keycode 0, pressed false."""
    result = _rt_winit_event_keyboard_input(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))
    return KeyInput(result.scancode, result.keycode, result.pressed)


_rt_winit_event_keyboard_scancode = _declare("rt_winit_event_keyboard_scancode", _c.c_int64, [_c.c_int64])


def rt_winit_event_keyboard_scancode(event: int) -> int:
    """The number of the key's place.

    On failure: -1."""
    return _rt_winit_event_keyboard_scancode(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_winit_event_keyboard_virtual_keycode = _declare("rt_winit_event_keyboard_virtual_keycode", _c.c_int64, [_c.c_int64])


def rt_winit_event_keyboard_virtual_keycode(event: int) -> int:
    """The key's Windows virtual-key code, 0 where it has none.

    On failure: -1."""
    return _rt_winit_event_keyboard_virtual_keycode(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_winit_event_keyboard_modifiers = _declare("rt_winit_event_keyboard_modifiers", _c.c_int64, [_c.c_int64])


def rt_winit_event_keyboard_modifiers(event: int) -> int:
    """The modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
    2, Alt 4, Super 8, added up.

    On failure: -1."""
    return _rt_winit_event_keyboard_modifiers(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_winit_event_received_character = _declare("rt_winit_event_received_character", _c.c_void_p, [_c.c_int64])


def rt_winit_event_received_character(event: int) -> str:
    """What was typed: mostly one character, composed where it was composed (dead keys, an input method), and
    never a control character. Empty where this is another type of event.

    On failure: ""."""
    return _take_text(_rt_winit_event_received_character(event if 0 <= event <= 9223372036854775807 else _rt.integer(event)))


_rt_winit_event_mouse_button = _declare("rt_winit_event_mouse_button", _MouseButtonInput, [_c.c_int64])


def rt_winit_event_mouse_button(event: int) -> MouseButtonInput:
    """Which mouse button went down or up: left 0, right 1, middle 2, others from 3.

    On failure: button 0, pressed false."""
    result = _rt_winit_event_mouse_button(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))
    return MouseButtonInput(result.button, result.pressed)


_rt_winit_event_mouse_moved = _declare("rt_winit_event_mouse_moved", _MousePosition, [_c.c_int64])


def rt_winit_event_mouse_moved(event: int) -> MousePosition:
    """Where in the window the pointer is now.

    On failure: x 0.0, y 0.0."""
    result = _rt_winit_event_mouse_moved(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))
    return MousePosition(result.x, result.y)


_rt_winit_event_mouse_wheel = _declare("rt_winit_event_mouse_wheel", _MouseWheelDelta, [_c.c_int64])


def rt_winit_event_mouse_wheel(event: int) -> MouseWheelDelta:
    """How far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.

    On failure: delta_x 0.0, delta_y 0.0."""
    result = _rt_winit_event_mouse_wheel(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))
    return MouseWheelDelta(result.delta_x, result.delta_y)


_rt_winit_event_cursor_entered = _declare("rt_winit_event_cursor_entered", _c.c_bool, [_c.c_int64])


def rt_winit_event_cursor_entered(event: int) -> bool:
    """Whether this is the pointer coming into the window.

    On failure: false."""
    return _rt_winit_event_cursor_entered(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_winit_event_cursor_left = _declare("rt_winit_event_cursor_left", _c.c_bool, [_c.c_int64])


def rt_winit_event_cursor_left(event: int) -> bool:
    """Whether this is the pointer leaving the window.

    On failure: false."""
    return _rt_winit_event_cursor_left(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_winit_event_touch = _declare("rt_winit_event_touch", _TouchInput, [_c.c_int64])


def rt_winit_event_touch(event: int) -> TouchInput:
    """What a finger does on a touch screen.

    On failure: finger 0, phase 0, x 0.0, y 0.0."""
    result = _rt_winit_event_touch(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))
    return TouchInput(result.finger, result.phase, result.x, result.y)


_rt_winit_monitor_count = _declare("rt_winit_monitor_count", _c.c_int64, [])


def rt_winit_monitor_count() -> int:
    """How many monitors there are; 0 where there is no display.

    On failure: -1."""
    return _rt_winit_monitor_count()


_rt_winit_monitor_get_name = _declare("rt_winit_monitor_get_name", _c.c_void_p, [_c.c_int64])


def rt_winit_monitor_get_name(monitor_id: int) -> str:
    """A monitor's name, as the window system has it.

    On failure: ""."""
    return _take_text(_rt_winit_monitor_get_name(monitor_id if 0 <= monitor_id <= 9223372036854775807 else _rt.integer(monitor_id)))


_rt_winit_monitor_get_size = _declare("rt_winit_monitor_get_size", _WindowSize, [_c.c_int64])


def rt_winit_monitor_get_size(monitor_id: int) -> WindowSize:
    """A monitor's size in physical pixels.

    On failure: width 0, height 0."""
    result = _rt_winit_monitor_get_size(monitor_id if 0 <= monitor_id <= 9223372036854775807 else _rt.integer(monitor_id))
    return WindowSize(result.width, result.height)


_rt_winit_monitor_get_position = _declare("rt_winit_monitor_get_position", _WindowPosition, [_c.c_int64])


def rt_winit_monitor_get_position(monitor_id: int) -> WindowPosition:
    """The place of a monitor's upper left corner on the desktop, in physical pixels.

    On failure: x 0, y 0."""
    result = _rt_winit_monitor_get_position(monitor_id if 0 <= monitor_id <= 9223372036854775807 else _rt.integer(monitor_id))
    return WindowPosition(result.x, result.y)


_rt_winit_monitor_get_scale_factor = _declare("rt_winit_monitor_get_scale_factor", _c.c_double, [_c.c_int64])


def rt_winit_monitor_get_scale_factor(monitor_id: int) -> float:
    """A monitor's physical pixels for each logical one.

    On failure: 0.0."""
    return _rt_winit_monitor_get_scale_factor(monitor_id if 0 <= monitor_id <= 9223372036854775807 else _rt.integer(monitor_id))


_rt_winit_clipboard_get_text = _declare("rt_winit_clipboard_get_text", _c.c_void_p, [])


def rt_winit_clipboard_get_text() -> str:
    """The clipboard's text. `""` where it holds the empty text, and on failure: where it holds no text, where there
    is no display, and where the program that offers the text does not answer for 2 seconds.

    On failure: ""."""
    return _take_text(_rt_winit_clipboard_get_text())


_rt_winit_clipboard_set_text = _declare("rt_winit_clipboard_set_text", _c.c_bool, [_c.c_char_p])


def rt_winit_clipboard_set_text(text: str | bytes | None) -> bool:
    """Puts a text into the clipboard, where it stays until another program or call puts something there, while
    this process lives. X servers take some 16 million bytes; a longer text fails.

    On failure: false."""
    return _rt_winit_clipboard_set_text(text.encode() if type(text) is str and "\0" not in text else _rt.text(text))


_rt_winit_get_last_error = _declare("rt_winit_get_last_error", _c.c_void_p, [])


def rt_winit_get_last_error() -> str:
    """Why this thread's last failed winit call failed: one sentence, `""` where none did. A call that succeeds leaves it alone."""
    return _take_text(_rt_winit_get_last_error())


_rt_winit_event_loop_poll_all = _declare("rt_winit_event_loop_poll_all", _rt.I64Array, [_c.c_int64, _c.c_int64])


def rt_winit_event_loop_poll_all(event_loop: int, max_events: int) -> list[int]:
    """The handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each
    is freed like that of a single one.

    On failure: []."""
    return _rt_winit_event_loop_poll_all(event_loop if 0 <= event_loop <= 9223372036854775807 else _rt.integer(event_loop), max_events if 0 <= max_events <= 9223372036854775807 else _rt.integer(max_events)).take()


_rt_winit_event_free_all = _declare("rt_winit_event_free_all", _c.c_int64, [_c.c_void_p, _c.c_int64])


def rt_winit_event_free_all(events: list[int] | None) -> int:
    """Frees many events at once; gives how many of them were alive.

    On failure: -1."""
    events_data, events_len, events_kept = _rt.items("q", events)
    return _rt_winit_event_free_all(events_data, events_len)


_rt_winit_event_keyboard_repeat = _declare("rt_winit_event_keyboard_repeat", _c.c_bool, [_c.c_int64])


def rt_winit_event_keyboard_repeat(event: int) -> bool:
    """Whether this going down of a key is a repetition, because it is held, also where it was held already when the
    window got the keyboard.

    On failure: false."""
    return _rt_winit_event_keyboard_repeat(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_winit_window_present_rgba = _declare("rt_winit_window_present_rgba", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_char_p, _c.c_int64])


def rt_winit_window_present_rgba(window: int, width: int, height: int, pixels: bytes | bytearray | memoryview | None) -> bool:
    """Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
    red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
    pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. In a window
    that was made `transparent`, on X11 with a compositor, what is behind it takes black's place. A
    redraw-requested event says that it must be shown anew. Fails on X screens of fewer than 24 bits a pixel, and
    on Wayland in windows of more than 268 million pixels.

    The call returns once the picture is on its way to the screen; nothing more is needed for it to arrive. While
    two before it still are on theirs, it waits.

    On failure: false."""
    pixels_data, pixels_len = _rt.data(pixels)
    return _rt_winit_window_present_rgba(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height), pixels_data, pixels_len)


_rt_winit_event_loop_wake = _declare("rt_winit_event_loop_wake", _c.c_bool, [_c.c_int64])


def rt_winit_event_loop_wake(event_loop: int) -> bool:
    """Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
    one. May be called on any thread, to tell that there is something else to do.

    On failure: false."""
    return _rt_winit_event_loop_wake(event_loop if 0 <= event_loop <= 9223372036854775807 else _rt.integer(event_loop))


_rt_winit_window_has_focus = _declare("rt_winit_window_has_focus", _c.c_bool, [_c.c_int64])


def rt_winit_window_has_focus(window: int) -> bool:
    """Whether the window has the keyboard.

    On failure: false."""
    return _rt_winit_window_has_focus(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))


_rt_winit_window_request_attention = _declare("rt_winit_window_request_attention", _c.c_bool, [_c.c_int64, _c.c_bool])


def rt_winit_window_request_attention(window: int, wanted: bool) -> bool:
    """Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
    or asks no longer. It ends by itself when the window gets the keyboard.

    On failure: false."""
    return _rt_winit_window_request_attention(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), wanted)


_rt_winit_window_get_monitor = _declare("rt_winit_window_get_monitor", _c.c_int64, [_c.c_int64])


def rt_winit_window_get_monitor(window: int) -> int:
    """The number of the monitor that most of the window is on.

    On failure: -1."""
    return _rt_winit_window_get_monitor(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))


_rt_winit_window_set_fullscreen_on = _declare("rt_winit_window_set_fullscreen_on", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_winit_window_set_fullscreen_on(window: int, monitor_id: int) -> bool:
    """Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
    back to its size.

    On failure: false."""
    return _rt_winit_window_set_fullscreen_on(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), monitor_id if 0 <= monitor_id <= 9223372036854775807 else _rt.integer(monitor_id))


_rt_winit_monitor_primary = _declare("rt_winit_monitor_primary", _c.c_int64, [])


def rt_winit_monitor_primary() -> int:
    """The number of the desktop's main monitor. Fails on Wayland, which has none.

    On failure: -1."""
    return _rt_winit_monitor_primary()


_rt_winit_monitor_get_refresh_rate = _declare("rt_winit_monitor_get_refresh_rate", _c.c_double, [_c.c_int64])


def rt_winit_monitor_get_refresh_rate(monitor_id: int) -> float:
    """How often a monitor shows a picture, in hertz; 0 where the window system does not tell.

    On failure: 0.0."""
    return _rt_winit_monitor_get_refresh_rate(monitor_id if 0 <= monitor_id <= 9223372036854775807 else _rt.integer(monitor_id))


_rt_winit_window_raw_handle = _declare("rt_winit_window_raw_handle", _WindowRawHandle, [_c.c_int64])


def rt_winit_window_raw_handle(window: int) -> WindowRawHandle:
    """What a GPU library makes a surface of. Valid until the window is freed.

    On failure: platform 0, window 0, display 0, screen 0, visual 0."""
    result = _rt_winit_window_raw_handle(window if 0 <= window <= 9223372036854775807 else _rt.integer(window))
    return WindowRawHandle(result.platform, result.window, result.display, result.screen, result.visual)


_rt_winit_window_set_icon = _declare("rt_winit_window_set_icon", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_char_p, _c.c_int64])


def rt_winit_window_set_icon(window: int, width: int, height: int, pixels: bytes | bytearray | memoryview | None) -> bool:
    """Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
    bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.

    On failure: false."""
    pixels_data, pixels_len = _rt.data(pixels)
    return _rt_winit_window_set_icon(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height), pixels_data, pixels_len)


_rt_winit_event_file_path = _declare("rt_winit_event_file_path", _c.c_void_p, [_c.c_int64])


def rt_winit_event_file_path(event: int) -> str:
    """The path of a file that is dragged over the window or was dropped on it; each of several has its own event.

    On failure: ""."""
    return _take_text(_rt_winit_event_file_path(event if 0 <= event <= 9223372036854775807 else _rt.integer(event)))


_rt_winit_window_set_ime_allowed = _declare("rt_winit_window_set_ime_allowed", _c.c_bool, [_c.c_int64, _c.c_bool])


def rt_winit_window_set_ime_allowed(window: int, allowed: bool) -> bool:
    """Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
    composes arrives as preedit events, what it has composed as received characters.

    On failure: false."""
    return _rt_winit_window_set_ime_allowed(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), allowed)


_rt_winit_window_set_ime_area = _declare("rt_winit_window_set_ime_area", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64])


def rt_winit_window_set_ime_area(window: int, x: int, y: int, width: int, height: int) -> bool:
    """Where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
    to 32,767, sides 0 to 32,767.

    On failure: false."""
    return _rt_winit_window_set_ime_area(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), x if 0 <= x <= 9223372036854775807 else _rt.integer(x), y if 0 <= y <= 9223372036854775807 else _rt.integer(y), width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height))


_rt_winit_event_ime_preedit = _declare("rt_winit_event_ime_preedit", _ImePreedit, [_c.c_int64])


def rt_winit_event_ime_preedit(event: int) -> ImePreedit:
    """What an input method is composing.

    On failure: text "", cursor_start -1, cursor_end -1."""
    result = _rt_winit_event_ime_preedit(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))
    return ImePreedit(_take_text(result.text), result.cursor_start, result.cursor_end)


_rt_winit_event_window_scale_factor = _declare("rt_winit_event_window_scale_factor", _c.c_double, [_c.c_int64])


def rt_winit_event_window_scale_factor(event: int) -> float:
    """The same as `rt_winit_event_window_scale_factor_changed`, under its older name.

    On failure: 0.0."""
    return _rt_winit_event_window_scale_factor(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_winit_window_set_relative_mouse = _declare("rt_winit_window_set_relative_mouse", _c.c_bool, [_c.c_int64, _c.c_bool])


def rt_winit_window_set_relative_mouse(window: int, relative: bool) -> bool:
    """Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
    is hidden and stays in its place, and the mouse's motion arrives in mouse-motion events, which no edge ends,
    and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
    is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.

    On failure: false."""
    return _rt_winit_window_set_relative_mouse(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), relative)


_rt_winit_event_mouse_motion = _declare("rt_winit_event_mouse_motion", _MouseMotion, [_c.c_int64])


def rt_winit_event_mouse_motion(event: int) -> MouseMotion:
    """How far the mouse itself moved, of a mouse-motion event, which comes where
    `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that
    the pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell
    them here too.

    On failure: delta_x 0.0, delta_y 0.0."""
    result = _rt_winit_event_mouse_motion(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))
    return MouseMotion(result.delta_x, result.delta_y)


_rt_winit_window_set_cursor_icon = _declare("rt_winit_window_set_cursor_icon", _c.c_bool, [_c.c_int64, _c.c_char_p])


def rt_winit_window_set_cursor_icon(window: int, icon: str | bytes | None) -> bool:
    """Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
    `crosshair`, `wait`, `grab`, `ew-resize` and so on.

    On failure: false."""
    return _rt_winit_window_set_cursor_icon(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), icon.encode() if type(icon) is str and "\0" not in icon else _rt.text(icon))


_rt_winit_window_set_cursor_image = _declare("rt_winit_window_set_cursor_image", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64, _c.c_char_p, _c.c_int64])


def rt_winit_window_set_cursor_image(window: int, width: int, height: int, hot_x: int, hot_y: int, pixels: bytes | bytearray | memoryview | None) -> bool:
    """Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
    1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.

    On failure: false."""
    pixels_data, pixels_len = _rt.data(pixels)
    return _rt_winit_window_set_cursor_image(window if 0 <= window <= 9223372036854775807 else _rt.integer(window), width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height), hot_x if 0 <= hot_x <= 9223372036854775807 else _rt.integer(hot_x), hot_y if 0 <= hot_y <= 9223372036854775807 else _rt.integer(hot_y), pixels_data, pixels_len)


_rt_winit_available = _declare("rt_winit_available", _c.c_bool, [])


def rt_winit_available() -> bool:
    """True where this build holds the winit library, as it does where this links."""
    return _rt_winit_available()


_rt_winit_clear_error = _declare("rt_winit_clear_error", None, [])


def rt_winit_clear_error() -> None:
    """Forgets why this thread's last failed winit call failed."""
    return _rt_winit_clear_error()


_rt_winit_version = _declare("rt_winit_version", _c.c_void_p, [])


def rt_winit_version() -> str:
    """The version of the wrapped library, the crate `winit`."""
    return _take_text(_rt_winit_version())


class EventLoop(_rt.Owner):
    """A event loop: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_winit_event_loop_free, self._handle)

    @staticmethod
    def new() -> "EventLoop | None":
        """Makes an event loop: a queue of events, and the windows that send to it. Any number can be open at a time
        and one after another, on any thread; behind them works one thread of the process, started by the first.

        0 where there is no display: none that WAYLAND_DISPLAY, WAYLAND_SOCKET or DISPLAY names answers. Once
        there was one, the process keeps to it; where it goes away, its windows are gone, every call that needs
        it fails, and the process goes on. The loop lives until `rt_winit_event_loop_free`.

        On failure: 0."""
        result = _rt_winit_event_loop_new()
        if not result:
            _fail()
        return EventLoop(result, None) if result else None

    def run_return(self) -> bool:
        """Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
        waits frees the window. Events go on to queue up, for another thread or for later. True at once where
        there is no window; false where the loop is freed or the display lost.

        On failure: false."""
        result = _rt_winit_event_loop_run_return(self._handle)
        if not result:
            _fail()
        return result

    def poll_events(self, max_events: int) -> "WindowEvent | None":
        """The next event's handle, or 0 where there is none. `max_events` is the most events that may be taken: 0
        takes none.

        At most 65,536 events wait: past that, motion of the pointer or of a finger that a later motion outdates
        goes first, then the oldest. The event lives until `rt_winit_event_free`, whatever becomes of its window.

        On failure: 0."""
        result = _rt_winit_event_loop_poll_events(self._handle, max_events if 0 <= max_events <= 9223372036854775807 else _rt.integer(max_events))
        if not result:
            _fail()
        return WindowEvent(result, None) if result else None

    def wait_events(self, timeout_ms: int) -> "WindowEvent | None":
        """The next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
        where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.

        On failure: 0."""
        result = _rt_winit_event_loop_wait_events(self._handle, timeout_ms if 0 <= timeout_ms <= 9223372036854775807 else _rt.integer(timeout_ms))
        if not result:
            _fail()
        return WindowEvent(result, None) if result else None

    def window_new(self, width: int, height: int, title: str | bytes | None) -> "Window | None":
        """Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
        is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
        `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.

        On failure: 0."""
        result = _rt_winit_window_new(self._handle, width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height), title.encode() if type(title) is str and "\0" not in title else _rt.text(title))
        if not result:
            _fail()
        return Window(result, self) if result else None

    def window_new_with_config(self, config_json: str | bytes | None) -> "Window | None":
        """Opens a window as a JSON object describes it: `width` (800), `height` (600), `title` (""), `resizable`
        (true), `decorations` (true), `transparent` (false), `always_on_top` (false), `fullscreen` (false),
        `maximized` (false), `visible` (true), `min_width`, `min_height`, `max_width`, `max_height` (0: none), `x` and
        `y` (where its frame's upper left corner is to be), `app_id` (the name of the application's desktop entry, by
        which a desktop groups windows and, on Wayland, finds their icon). An unknown key, and what the window system
        cannot do, fails and is named.

        On failure: 0."""
        result = _rt_winit_window_new_with_config(self._handle, config_json.encode() if type(config_json) is str and "\0" not in config_json else _rt.text(config_json))
        if not result:
            _fail()
        return Window(result, self) if result else None

    def poll_all(self, max_events: int) -> list[int]:
        """The handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each
        is freed like that of a single one.

        On failure: []."""
        result = _rt_winit_event_loop_poll_all(self._handle, max_events if 0 <= max_events <= 9223372036854775807 else _rt.integer(max_events)).take()
        if not result:
            _fail()
        return result

    def wake(self) -> bool:
        """Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
        one. May be called on any thread, to tell that there is something else to do.

        On failure: false."""
        result = _rt_winit_event_loop_wake(self._handle)
        if not result:
            _fail()
        return result


class WindowEvent(_rt.Owner):
    """A window event: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_winit_event_free, self._handle)

    def get_type(self) -> int:
        """The type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
        7, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
        entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
        cancelled 52, input method enabled 60, its preedit 61, disabled 62.

        On failure: -1."""
        result = _rt_winit_event_get_type(self._handle)
        if result == -1:
            _fail()
        return result

    def get_window_id(self) -> int:
        """The number of the window that it happened to, as `rt_winit_window_id` gives it.

        On failure: -1."""
        result = _rt_winit_event_get_window_id(self._handle)
        if result == -1:
            _fail()
        return result

    def window_resized(self) -> WindowSize:
        """A resized window's new inner size.

        On failure: width 0, height 0."""
        result = _rt_winit_event_window_resized(self._handle)
        result = WindowSize(result.width, result.height)
        if result.width == 0 and result.height == 0:
            _fail()
        return result

    def window_moved(self) -> WindowPosition:
        """A moved window's new position.

        On failure: x 0, y 0."""
        result = _rt_winit_event_window_moved(self._handle)
        result = WindowPosition(result.x, result.y)
        if result.x == 0 and result.y == 0:
            _fail()
        return result

    def window_close_requested(self) -> bool:
        """Whether this is the user's wish to close the window.

        On failure: false."""
        result = _rt_winit_event_window_close_requested(self._handle)
        if not result:
            _fail()
        return result

    def window_focused(self) -> bool:
        """True where the window got the keyboard, false where it lost it.

        On failure: false."""
        result = _rt_winit_event_window_focused(self._handle)
        if not result:
            _fail()
        return result

    def window_scale_factor_changed(self) -> float:
        """The new scale factor.

        On failure: 0.0."""
        result = _rt_winit_event_window_scale_factor_changed(self._handle)
        if result == 0.0:
            _fail()
        return result

    def keyboard_input(self) -> KeyInput:
        """Which key went down or up. A key that is held repeats its going down.

        `scancode` is the number of the key's place: 30 is the key right of CapsLock whatever it bears; on Linux the
        kernel's. `keycode` is the Windows virtual-key code of what the key bears in the layout that is set: A to
        Z 65 to 90, digits 48 to 57, Escape 27, Enter 13, Space 32, Backspace 8, Tab 9, Left 37, Up 38, Right 39,
        Down 40, F1 to F24 112 to 135, left and right Shift 160 and 161, Control 162 and 163, Alt 164 and 165; 0
        where it has none. What is typed arrives as received characters.

        On failure: scancode 0, keycode 0, pressed false."""
        result = _rt_winit_event_keyboard_input(self._handle)
        result = KeyInput(result.scancode, result.keycode, result.pressed)
        if result.scancode == 0 and result.keycode == 0 and result.pressed == False:
            _fail()
        return result

    def keyboard_scancode(self) -> int:
        """The number of the key's place.

        On failure: -1."""
        result = _rt_winit_event_keyboard_scancode(self._handle)
        if result == -1:
            _fail()
        return result

    def keyboard_virtual_keycode(self) -> int:
        """The key's Windows virtual-key code, 0 where it has none.

        On failure: -1."""
        result = _rt_winit_event_keyboard_virtual_keycode(self._handle)
        if result == -1:
            _fail()
        return result

    def keyboard_modifiers(self) -> int:
        """The modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
        2, Alt 4, Super 8, added up.

        On failure: -1."""
        result = _rt_winit_event_keyboard_modifiers(self._handle)
        if result == -1:
            _fail()
        return result

    def received_character(self) -> str:
        """What was typed: mostly one character, composed where it was composed (dead keys, an input method), and
        never a control character. Empty where this is another type of event.

        On failure: ""."""
        result = _take_text(_rt_winit_event_received_character(self._handle))
        if not result:
            _fail()
        return result

    def mouse_button(self) -> MouseButtonInput:
        """Which mouse button went down or up: left 0, right 1, middle 2, others from 3.

        On failure: button 0, pressed false."""
        result = _rt_winit_event_mouse_button(self._handle)
        result = MouseButtonInput(result.button, result.pressed)
        if result.button == 0 and result.pressed == False:
            _fail()
        return result

    def mouse_moved(self) -> MousePosition:
        """Where in the window the pointer is now.

        On failure: x 0.0, y 0.0."""
        result = _rt_winit_event_mouse_moved(self._handle)
        result = MousePosition(result.x, result.y)
        if result.x == 0.0 and result.y == 0.0:
            _fail()
        return result

    def mouse_wheel(self) -> MouseWheelDelta:
        """How far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.

        On failure: delta_x 0.0, delta_y 0.0."""
        result = _rt_winit_event_mouse_wheel(self._handle)
        result = MouseWheelDelta(result.delta_x, result.delta_y)
        if result.delta_x == 0.0 and result.delta_y == 0.0:
            _fail()
        return result

    def cursor_entered(self) -> bool:
        """Whether this is the pointer coming into the window.

        On failure: false."""
        result = _rt_winit_event_cursor_entered(self._handle)
        if not result:
            _fail()
        return result

    def cursor_left(self) -> bool:
        """Whether this is the pointer leaving the window.

        On failure: false."""
        result = _rt_winit_event_cursor_left(self._handle)
        if not result:
            _fail()
        return result

    def touch(self) -> TouchInput:
        """What a finger does on a touch screen.

        On failure: finger 0, phase 0, x 0.0, y 0.0."""
        result = _rt_winit_event_touch(self._handle)
        result = TouchInput(result.finger, result.phase, result.x, result.y)
        if result.finger == 0 and result.phase == 0 and result.x == 0.0 and result.y == 0.0:
            _fail()
        return result

    def keyboard_repeat(self) -> bool:
        """Whether this going down of a key is a repetition, because it is held, also where it was held already when the
        window got the keyboard.

        On failure: false."""
        result = _rt_winit_event_keyboard_repeat(self._handle)
        if not result:
            _fail()
        return result

    def file_path(self) -> str:
        """The path of a file that is dragged over the window or was dropped on it; each of several has its own event.

        On failure: ""."""
        result = _take_text(_rt_winit_event_file_path(self._handle))
        if not result:
            _fail()
        return result

    def ime_preedit(self) -> ImePreedit:
        """What an input method is composing.

        On failure: text "", cursor_start -1, cursor_end -1."""
        result = _rt_winit_event_ime_preedit(self._handle)
        result = ImePreedit(_take_text(result.text), result.cursor_start, result.cursor_end)
        if result.text == "" and result.cursor_start == -1 and result.cursor_end == -1:
            _fail()
        return result

    def window_scale_factor(self) -> float:
        """The same as `rt_winit_event_window_scale_factor_changed`, under its older name.

        On failure: 0.0."""
        result = _rt_winit_event_window_scale_factor(self._handle)
        if result == 0.0:
            _fail()
        return result

    def mouse_motion(self) -> MouseMotion:
        """How far the mouse itself moved, of a mouse-motion event, which comes where
        `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that
        the pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell
        them here too.

        On failure: delta_x 0.0, delta_y 0.0."""
        result = _rt_winit_event_mouse_motion(self._handle)
        result = MouseMotion(result.delta_x, result.delta_y)
        if result.delta_x == 0.0 and result.delta_y == 0.0:
            _fail()
        return result


class Window(_rt.Owner):
    """A window, which belongs to its event loop and is freed with it, or by `close()`; not when Python forgets it."""

    __slots__ = ()
    _owned = False

    def _release(self):
        _quietly(_rt_winit_window_free, self._handle)

    def get_size(self) -> WindowSize:
        """The inner size, as the window system last confirmed it.

        On failure: width 0, height 0."""
        result = _rt_winit_window_get_size(self._handle)
        result = WindowSize(result.width, result.height)
        if result.width == 0 and result.height == 0:
            _fail()
        return result

    def set_size(self, width: int, height: int) -> bool:
        """Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
        a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.

        On failure: false."""
        result = _rt_winit_window_set_size(self._handle, width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height))
        if not result:
            _fail()
        return result

    def get_position(self) -> WindowPosition:
        """The position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.

        On failure: x 0, y 0."""
        result = _rt_winit_window_get_position(self._handle)
        result = WindowPosition(result.x, result.y)
        if result.x == 0 and result.y == 0:
            _fail()
        return result

    def set_position(self, x: int, y: int) -> bool:
        """Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
        200 ms for the window system to agree. Fails on Wayland, where the user places windows.

        On failure: false."""
        result = _rt_winit_window_set_position(self._handle, x if 0 <= x <= 9223372036854775807 else _rt.integer(x), y if 0 <= y <= 9223372036854775807 else _rt.integer(y))
        if not result:
            _fail()
        return result

    def get_inner_size(self) -> WindowSize:
        """The inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.

        On failure: width 0, height 0."""
        result = _rt_winit_window_get_inner_size(self._handle)
        result = WindowSize(result.width, result.height)
        if result.width == 0 and result.height == 0:
            _fail()
        return result

    def get_outer_size(self) -> WindowSize:
        """The size with the frame that the window system draws around it.

        On failure: width 0, height 0."""
        result = _rt_winit_window_get_outer_size(self._handle)
        result = WindowSize(result.width, result.height)
        if result.width == 0 and result.height == 0:
            _fail()
        return result

    def set_min_size(self, width: int, height: int) -> bool:
        """The least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.

        On failure: false."""
        result = _rt_winit_window_set_min_size(self._handle, width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height))
        if not result:
            _fail()
        return result

    def set_max_size(self, width: int, height: int) -> bool:
        """The greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.

        On failure: false."""
        result = _rt_winit_window_set_max_size(self._handle, width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height))
        if not result:
            _fail()
        return result

    def set_title(self, title: str | bytes | None) -> bool:
        """Sets the title, of at most 65,535 bytes.

        On failure: false."""
        result = _rt_winit_window_set_title(self._handle, title.encode() if type(title) is str and "\0" not in title else _rt.text(title))
        if not result:
            _fail()
        return result

    def set_visible(self, visible: bool) -> bool:
        """Shows or hides the window. Hiding fails on Wayland.

        On failure: false."""
        result = _rt_winit_window_set_visible(self._handle, visible)
        if not result:
            _fail()
        return result

    def is_visible(self) -> bool:
        """Whether the window is shown, if perhaps covered by others.

        On failure: false."""
        result = _rt_winit_window_is_visible(self._handle)
        if not result:
            _fail()
        return result

    def set_resizable(self, resizable: bool) -> bool:
        """Lets the user change the window's size, or not.

        On failure: false."""
        result = _rt_winit_window_set_resizable(self._handle, resizable)
        if not result:
            _fail()
        return result

    def set_minimized(self, minimized: bool) -> bool:
        """Minimises the window, or brings it back; bringing it back fails on Wayland.

        On failure: false."""
        result = _rt_winit_window_set_minimized(self._handle, minimized)
        if not result:
            _fail()
        return result

    def set_maximized(self, maximized: bool) -> bool:
        """Maximises the window, or brings it back to its size.

        On failure: false."""
        result = _rt_winit_window_set_maximized(self._handle, maximized)
        if not result:
            _fail()
        return result

    def is_maximized(self) -> bool:
        """Whether the window is maximised, as the window system says.

        On failure: false."""
        result = _rt_winit_window_is_maximized(self._handle)
        if not result:
            _fail()
        return result

    def set_fullscreen(self, fullscreen: bool) -> bool:
        """Makes the window fill its monitor, without a frame, or brings it back to its size.

        On failure: false."""
        result = _rt_winit_window_set_fullscreen(self._handle, fullscreen)
        if not result:
            _fail()
        return result

    def is_fullscreen(self) -> bool:
        """Whether the window fills its monitor, as the window system says.

        On failure: false."""
        result = _rt_winit_window_is_fullscreen(self._handle)
        if not result:
            _fail()
        return result

    def set_decorations(self, decorations: bool) -> bool:
        """Gives the window a frame with a title bar, or none.

        On failure: false."""
        result = _rt_winit_window_set_decorations(self._handle, decorations)
        if not result:
            _fail()
        return result

    def set_always_on_top(self, on_top: bool) -> bool:
        """Keeps the window above others, or lets it be covered. The former fails on Wayland.

        On failure: false."""
        result = _rt_winit_window_set_always_on_top(self._handle, on_top)
        if not result:
            _fail()
        return result

    def focus(self) -> bool:
        """Asks for the keyboard. Fails on Wayland, where the user gives it.

        On failure: false."""
        result = _rt_winit_window_focus(self._handle)
        if not result:
            _fail()
        return result

    def request_redraw(self) -> bool:
        """Asks for a redraw-requested event.

        On failure: false."""
        result = _rt_winit_window_request_redraw(self._handle)
        if not result:
            _fail()
        return result

    def id(self) -> int:
        """The window system's number for the window, which its events bear: on X11 its XID.

        On failure: -1."""
        result = _rt_winit_window_id(self._handle)
        if result == -1:
            _fail()
        return result

    def scale_factor(self) -> float:
        """Physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.

        On failure: 0.0."""
        result = _rt_winit_window_scale_factor(self._handle)
        if result == 0.0:
            _fail()
        return result

    def set_cursor_visible(self, visible: bool) -> bool:
        """Shows or hides the pointer over the window.

        On failure: false."""
        result = _rt_winit_window_set_cursor_visible(self._handle, visible)
        if not result:
            _fail()
        return result

    def set_cursor_grab(self, grab: bool) -> bool:
        """Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go.

        On failure: false."""
        result = _rt_winit_window_set_cursor_grab(self._handle, grab)
        if not result:
            _fail()
        return result

    def set_cursor_position(self, x: int, y: int) -> bool:
        """Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.

        On failure: false."""
        result = _rt_winit_window_set_cursor_position(self._handle, x if 0 <= x <= 9223372036854775807 else _rt.integer(x), y if 0 <= y <= 9223372036854775807 else _rt.integer(y))
        if not result:
            _fail()
        return result

    def present_rgba(self, width: int, height: int, pixels: bytes | bytearray | memoryview | None) -> bool:
        """Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
        red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
        pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. In a window
        that was made `transparent`, on X11 with a compositor, what is behind it takes black's place. A
        redraw-requested event says that it must be shown anew. Fails on X screens of fewer than 24 bits a pixel, and
        on Wayland in windows of more than 268 million pixels.

        The call returns once the picture is on its way to the screen; nothing more is needed for it to arrive. While
        two before it still are on theirs, it waits.

        On failure: false."""
        pixels_data, pixels_len = _rt.data(pixels)
        result = _rt_winit_window_present_rgba(self._handle, width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height), pixels_data, pixels_len)
        if not result:
            _fail()
        return result

    def has_focus(self) -> bool:
        """Whether the window has the keyboard.

        On failure: false."""
        result = _rt_winit_window_has_focus(self._handle)
        if not result:
            _fail()
        return result

    def request_attention(self, wanted: bool) -> bool:
        """Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
        or asks no longer. It ends by itself when the window gets the keyboard.

        On failure: false."""
        result = _rt_winit_window_request_attention(self._handle, wanted)
        if not result:
            _fail()
        return result

    def get_monitor(self) -> int:
        """The number of the monitor that most of the window is on.

        On failure: -1."""
        result = _rt_winit_window_get_monitor(self._handle)
        if result == -1:
            _fail()
        return result

    def set_fullscreen_on(self, monitor_id: int) -> bool:
        """Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
        back to its size.

        On failure: false."""
        result = _rt_winit_window_set_fullscreen_on(self._handle, monitor_id if 0 <= monitor_id <= 9223372036854775807 else _rt.integer(monitor_id))
        if not result:
            _fail()
        return result

    def raw_handle(self) -> WindowRawHandle:
        """What a GPU library makes a surface of. Valid until the window is freed.

        On failure: platform 0, window 0, display 0, screen 0, visual 0."""
        result = _rt_winit_window_raw_handle(self._handle)
        result = WindowRawHandle(result.platform, result.window, result.display, result.screen, result.visual)
        if result.platform == 0 and result.window == 0 and result.display == 0 and result.screen == 0 and result.visual == 0:
            _fail()
        return result

    def set_icon(self, width: int, height: int, pixels: bytes | bytearray | memoryview | None) -> bool:
        """Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
        bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.

        On failure: false."""
        pixels_data, pixels_len = _rt.data(pixels)
        result = _rt_winit_window_set_icon(self._handle, width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height), pixels_data, pixels_len)
        if not result:
            _fail()
        return result

    def set_ime_allowed(self, allowed: bool) -> bool:
        """Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
        composes arrives as preedit events, what it has composed as received characters.

        On failure: false."""
        result = _rt_winit_window_set_ime_allowed(self._handle, allowed)
        if not result:
            _fail()
        return result

    def set_ime_area(self, x: int, y: int, width: int, height: int) -> bool:
        """Where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
        to 32,767, sides 0 to 32,767.

        On failure: false."""
        result = _rt_winit_window_set_ime_area(self._handle, x if 0 <= x <= 9223372036854775807 else _rt.integer(x), y if 0 <= y <= 9223372036854775807 else _rt.integer(y), width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height))
        if not result:
            _fail()
        return result

    def set_relative_mouse(self, relative: bool) -> bool:
        """Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
        is hidden and stays in its place, and the mouse's motion arrives in mouse-motion events, which no edge ends,
        and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
        is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.

        On failure: false."""
        result = _rt_winit_window_set_relative_mouse(self._handle, relative)
        if not result:
            _fail()
        return result

    def set_cursor_icon(self, icon: str | bytes | None) -> bool:
        """Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
        `crosshair`, `wait`, `grab`, `ew-resize` and so on.

        On failure: false."""
        result = _rt_winit_window_set_cursor_icon(self._handle, icon.encode() if type(icon) is str and "\0" not in icon else _rt.text(icon))
        if not result:
            _fail()
        return result

    def set_cursor_image(self, width: int, height: int, hot_x: int, hot_y: int, pixels: bytes | bytearray | memoryview | None) -> bool:
        """Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
        1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.

        On failure: false."""
        pixels_data, pixels_len = _rt.data(pixels)
        result = _rt_winit_window_set_cursor_image(self._handle, width if 0 <= width <= 9223372036854775807 else _rt.integer(width), height if 0 <= height <= 9223372036854775807 else _rt.integer(height), hot_x if 0 <= hot_x <= 9223372036854775807 else _rt.integer(hot_x), hot_y if 0 <= hot_y <= 9223372036854775807 else _rt.integer(hot_y), pixels_data, pixels_len)
        if not result:
            _fail()
        return result
