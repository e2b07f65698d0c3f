/**
 * Windows, input, monitors and the clipboard, over the crates `winit`, `softbuffer` and `arboard`.
 *
 * winit has one event loop in a process's life; it runs on a thread of ours (`display`, `app`). What C calls
 * an event loop (`event_loop`) is a queue with the windows that send to it; what C calls a window (`window`)
 * asks that thread. `exports` are the functions that C calls, in the contract's order.
 */
// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.
"use strict";

const rt = require("./runtime");
const { check, quietly } = rt.failure("winit");

/** A size in physical pixels. */
rt.structure("RtWindowSize", [["width", "i64"], ["height", "i64"]]);

/** A position on the desktop in physical pixels, from its upper left corner. */
rt.structure("RtWindowPosition", [["x", "i64"], ["y", "i64"]]);

/** A key that went down or up. */
rt.structure("RtKeyInput", [["scancode", "i64"], ["keycode", "i64"], ["pressed", "bool"]]);

/** A mouse button that went down or up. */
rt.structure("RtMouseButtonInput", [["button", "i64"], ["pressed", "bool"]]);

/** A place in a window in physical pixels, from its upper left corner. */
rt.structure("RtMousePosition", [["x", "f64"], ["y", "f64"]]);

/** How far a wheel turned. */
rt.structure("RtMouseWheelDelta", [["delta_x", "f64"], ["delta_y", "f64"]]);

/** A finger on a touch screen. */
rt.structure("RtTouchInput", [["finger", "i64"], ["phase", "i64"], ["x", "f64"], ["y", "f64"]]);

/** What a GPU library makes a surface of. */
rt.structure("RtWindowRawHandle", [["platform", "i64"], ["window", "i64"], ["display", "i64"], ["screen", "i64"], ["visual", "i64"]]);

/** What an input method is composing. */
rt.structure("RtImePreedit", [["text", "text"], ["cursor_start", "i64"], ["cursor_end", "i64"]]);

/** How far the mouse itself moved. */
rt.structure("RtMouseMotion", [["delta_x", "f64"], ["delta_y", "f64"]]);

const _rt_winit_event_loop_new = rt.declare("rt_winit_event_loop_new", "int64", []);

/**
 * Makes an event loop: a queue of events, and the windows that send to it. Any number can be open at a time
 * and one after another, on any thread; behind them works one thread of the process, started by the first.
 *
 * 0 where there is no display: none that WAYLAND_DISPLAY, WAYLAND_SOCKET or DISPLAY names answers. Once
 * there was one, the process keeps to it; where it goes away, its windows are gone, every call that needs
 * it fails, and the process goes on. The loop lives until `rt_winit_event_loop_free`.
 *
 * On failure: 0.
 */
exports.rt_winit_event_loop_new = () => _rt_winit_event_loop_new();

const _rt_winit_event_loop_free = rt.declare("rt_winit_event_loop_free", "bool", ["int64"]);

/**
 * Frees an event loop with its windows, whose handles are stale then. Calls that wait in it fail.
 *
 * On failure: false.
 */
exports.rt_winit_event_loop_free = (event_loop) => _rt_winit_event_loop_free(rt.integer(event_loop));

const _rt_winit_event_loop_run_return = rt.declare("rt_winit_event_loop_run_return", "bool", ["int64"]);

/**
 * Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
 * waits frees the window. Events go on to queue up, for another thread or for later. True at once where
 * there is no window; false where the loop is freed or the display lost.
 *
 * On failure: false.
 */
exports.rt_winit_event_loop_run_return = (event_loop) => _rt_winit_event_loop_run_return(rt.integer(event_loop));

const _rt_winit_event_loop_poll_events = rt.declare("rt_winit_event_loop_poll_events", "int64", ["int64", "int64"]);

/**
 * The next event's handle, or 0 where there is none. `max_events` is the most events that may be taken: 0
 * takes none.
 *
 * At most 65,536 events wait: past that, motion of the pointer or of a finger that a later motion outdates
 * goes first, then the oldest. The event lives until `rt_winit_event_free`, whatever becomes of its window.
 *
 * On failure: 0.
 */
exports.rt_winit_event_loop_poll_events = (event_loop, max_events) => _rt_winit_event_loop_poll_events(rt.integer(event_loop), rt.integer(max_events));

const _rt_winit_event_loop_wait_events = rt.declare("rt_winit_event_loop_wait_events", "int64", ["int64", "int64"]);

/**
 * The next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
 * where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.
 *
 * On failure: 0.
 */
exports.rt_winit_event_loop_wait_events = (event_loop, timeout_ms) => _rt_winit_event_loop_wait_events(rt.integer(event_loop), rt.integer(timeout_ms));

const _rt_winit_window_new = rt.declare("rt_winit_window_new", "int64", ["int64", "int64", "int64", "void *"]);

/**
 * Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
 * is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
 * `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
 *
 * On failure: 0.
 */
exports.rt_winit_window_new = (event_loop, width, height, title) => _rt_winit_window_new(rt.integer(event_loop), rt.integer(width), rt.integer(height), rt.text(title));

const _rt_winit_window_new_with_config = rt.declare("rt_winit_window_new_with_config", "int64", ["int64", "void *"]);

/**
 * Opens a window as a JSON object describes it: `width` (800), `height` (600), `title` (""), `resizable`
 * (true), `decorations` (true), `transparent` (false), `always_on_top` (false), `fullscreen` (false),
 * `maximized` (false), `visible` (true), `min_width`, `min_height`, `max_width`, `max_height` (0: none), `x` and
 * `y` (where its frame's upper left corner is to be), `app_id` (the name of the application's desktop entry, by
 * which a desktop groups windows and, on Wayland, finds their icon). An unknown key, and what the window system
 * cannot do, fails and is named.
 *
 * On failure: 0.
 */
exports.rt_winit_window_new_with_config = (event_loop, config_json) => _rt_winit_window_new_with_config(rt.integer(event_loop), rt.text(config_json));

const _rt_winit_window_free = rt.declare("rt_winit_window_free", "bool", ["int64"]);

/**
 * Closes a window. Its loop gets a destroyed event.
 *
 * On failure: false.
 */
exports.rt_winit_window_free = (window) => _rt_winit_window_free(rt.integer(window));

const _rt_winit_window_get_size = rt.declare("rt_winit_window_get_size", "RtWindowSize", ["int64"]);

/**
 * The inner size, as the window system last confirmed it.
 *
 * On failure: width 0, height 0.
 */
exports.rt_winit_window_get_size = (window) => rt.takeStructure("RtWindowSize", _rt_winit_window_get_size(rt.integer(window)));

const _rt_winit_window_set_size = rt.declare("rt_winit_window_set_size", "bool", ["int64", "int64", "int64"]);

/**
 * Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
 * a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_size = (window, width, height) => _rt_winit_window_set_size(rt.integer(window), rt.integer(width), rt.integer(height));

const _rt_winit_window_get_position = rt.declare("rt_winit_window_get_position", "RtWindowPosition", ["int64"]);

/**
 * The position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
 *
 * On failure: x 0, y 0.
 */
exports.rt_winit_window_get_position = (window) => rt.takeStructure("RtWindowPosition", _rt_winit_window_get_position(rt.integer(window)));

const _rt_winit_window_set_position = rt.declare("rt_winit_window_set_position", "bool", ["int64", "int64", "int64"]);

/**
 * Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
 * 200 ms for the window system to agree. Fails on Wayland, where the user places windows.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_position = (window, x, y) => _rt_winit_window_set_position(rt.integer(window), rt.integer(x), rt.integer(y));

const _rt_winit_window_get_inner_size = rt.declare("rt_winit_window_get_inner_size", "RtWindowSize", ["int64"]);

/**
 * The inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
 *
 * On failure: width 0, height 0.
 */
exports.rt_winit_window_get_inner_size = (window) => rt.takeStructure("RtWindowSize", _rt_winit_window_get_inner_size(rt.integer(window)));

const _rt_winit_window_get_outer_size = rt.declare("rt_winit_window_get_outer_size", "RtWindowSize", ["int64"]);

/**
 * The size with the frame that the window system draws around it.
 *
 * On failure: width 0, height 0.
 */
exports.rt_winit_window_get_outer_size = (window) => rt.takeStructure("RtWindowSize", _rt_winit_window_get_outer_size(rt.integer(window)));

const _rt_winit_window_set_min_size = rt.declare("rt_winit_window_set_min_size", "bool", ["int64", "int64", "int64"]);

/**
 * The least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_min_size = (window, width, height) => _rt_winit_window_set_min_size(rt.integer(window), rt.integer(width), rt.integer(height));

const _rt_winit_window_set_max_size = rt.declare("rt_winit_window_set_max_size", "bool", ["int64", "int64", "int64"]);

/**
 * The greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_max_size = (window, width, height) => _rt_winit_window_set_max_size(rt.integer(window), rt.integer(width), rt.integer(height));

const _rt_winit_window_set_title = rt.declare("rt_winit_window_set_title", "bool", ["int64", "void *"]);

/**
 * Sets the title, of at most 65,535 bytes.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_title = (window, title) => _rt_winit_window_set_title(rt.integer(window), rt.text(title));

const _rt_winit_window_set_visible = rt.declare("rt_winit_window_set_visible", "bool", ["int64", "bool"]);

/**
 * Shows or hides the window. Hiding fails on Wayland.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_visible = (window, visible) => _rt_winit_window_set_visible(rt.integer(window), visible);

const _rt_winit_window_is_visible = rt.declare("rt_winit_window_is_visible", "bool", ["int64"]);

/**
 * Whether the window is shown, if perhaps covered by others.
 *
 * On failure: false.
 */
exports.rt_winit_window_is_visible = (window) => _rt_winit_window_is_visible(rt.integer(window));

const _rt_winit_window_set_resizable = rt.declare("rt_winit_window_set_resizable", "bool", ["int64", "bool"]);

/**
 * Lets the user change the window's size, or not.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_resizable = (window, resizable) => _rt_winit_window_set_resizable(rt.integer(window), resizable);

const _rt_winit_window_set_minimized = rt.declare("rt_winit_window_set_minimized", "bool", ["int64", "bool"]);

/**
 * Minimises the window, or brings it back; bringing it back fails on Wayland.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_minimized = (window, minimized) => _rt_winit_window_set_minimized(rt.integer(window), minimized);

const _rt_winit_window_set_maximized = rt.declare("rt_winit_window_set_maximized", "bool", ["int64", "bool"]);

/**
 * Maximises the window, or brings it back to its size.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_maximized = (window, maximized) => _rt_winit_window_set_maximized(rt.integer(window), maximized);

const _rt_winit_window_is_maximized = rt.declare("rt_winit_window_is_maximized", "bool", ["int64"]);

/**
 * Whether the window is maximised, as the window system says.
 *
 * On failure: false.
 */
exports.rt_winit_window_is_maximized = (window) => _rt_winit_window_is_maximized(rt.integer(window));

const _rt_winit_window_set_fullscreen = rt.declare("rt_winit_window_set_fullscreen", "bool", ["int64", "bool"]);

/**
 * Makes the window fill its monitor, without a frame, or brings it back to its size.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_fullscreen = (window, fullscreen) => _rt_winit_window_set_fullscreen(rt.integer(window), fullscreen);

const _rt_winit_window_is_fullscreen = rt.declare("rt_winit_window_is_fullscreen", "bool", ["int64"]);

/**
 * Whether the window fills its monitor, as the window system says.
 *
 * On failure: false.
 */
exports.rt_winit_window_is_fullscreen = (window) => _rt_winit_window_is_fullscreen(rt.integer(window));

const _rt_winit_window_set_decorations = rt.declare("rt_winit_window_set_decorations", "bool", ["int64", "bool"]);

/**
 * Gives the window a frame with a title bar, or none.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_decorations = (window, decorations) => _rt_winit_window_set_decorations(rt.integer(window), decorations);

const _rt_winit_window_set_always_on_top = rt.declare("rt_winit_window_set_always_on_top", "bool", ["int64", "bool"]);

/**
 * Keeps the window above others, or lets it be covered. The former fails on Wayland.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_always_on_top = (window, on_top) => _rt_winit_window_set_always_on_top(rt.integer(window), on_top);

const _rt_winit_window_focus = rt.declare("rt_winit_window_focus", "bool", ["int64"]);

/**
 * Asks for the keyboard. Fails on Wayland, where the user gives it.
 *
 * On failure: false.
 */
exports.rt_winit_window_focus = (window) => _rt_winit_window_focus(rt.integer(window));

const _rt_winit_window_request_redraw = rt.declare("rt_winit_window_request_redraw", "bool", ["int64"]);

/**
 * Asks for a redraw-requested event.
 *
 * On failure: false.
 */
exports.rt_winit_window_request_redraw = (window) => _rt_winit_window_request_redraw(rt.integer(window));

const _rt_winit_window_id = rt.declare("rt_winit_window_id", "int64", ["int64"]);

/**
 * The window system's number for the window, which its events bear: on X11 its XID.
 *
 * On failure: -1.
 */
exports.rt_winit_window_id = (window) => _rt_winit_window_id(rt.integer(window));

const _rt_winit_window_scale_factor = rt.declare("rt_winit_window_scale_factor", "double", ["int64"]);

/**
 * Physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
 *
 * On failure: 0.0.
 */
exports.rt_winit_window_scale_factor = (window) => _rt_winit_window_scale_factor(rt.integer(window));

const _rt_winit_window_set_cursor_visible = rt.declare("rt_winit_window_set_cursor_visible", "bool", ["int64", "bool"]);

/**
 * Shows or hides the pointer over the window.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_cursor_visible = (window, visible) => _rt_winit_window_set_cursor_visible(rt.integer(window), visible);

const _rt_winit_window_set_cursor_grab = rt.declare("rt_winit_window_set_cursor_grab", "bool", ["int64", "bool"]);

/**
 * Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_cursor_grab = (window, grab) => _rt_winit_window_set_cursor_grab(rt.integer(window), grab);

const _rt_winit_window_set_cursor_position = rt.declare("rt_winit_window_set_cursor_position", "bool", ["int64", "int64", "int64"]);

/**
 * Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_cursor_position = (window, x, y) => _rt_winit_window_set_cursor_position(rt.integer(window), rt.integer(x), rt.integer(y));

const _rt_winit_event_get_type = rt.declare("rt_winit_event_get_type", "int64", ["int64"]);

/**
 * The type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
 * 7, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
 * entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
 * cancelled 52, input method enabled 60, its preedit 61, disabled 62.
 *
 * On failure: -1.
 */
exports.rt_winit_event_get_type = (event) => _rt_winit_event_get_type(rt.integer(event));

const _rt_winit_event_get_window_id = rt.declare("rt_winit_event_get_window_id", "int64", ["int64"]);

/**
 * The number of the window that it happened to, as `rt_winit_window_id` gives it.
 *
 * On failure: -1.
 */
exports.rt_winit_event_get_window_id = (event) => _rt_winit_event_get_window_id(rt.integer(event));

const _rt_winit_event_free = rt.declare("rt_winit_event_free", "bool", ["int64"]);

/**
 * Frees an event.
 *
 * On failure: false.
 */
exports.rt_winit_event_free = (event) => _rt_winit_event_free(rt.integer(event));

const _rt_winit_event_window_resized = rt.declare("rt_winit_event_window_resized", "RtWindowSize", ["int64"]);

/**
 * A resized window's new inner size.
 *
 * On failure: width 0, height 0.
 */
exports.rt_winit_event_window_resized = (event) => rt.takeStructure("RtWindowSize", _rt_winit_event_window_resized(rt.integer(event)));

const _rt_winit_event_window_moved = rt.declare("rt_winit_event_window_moved", "RtWindowPosition", ["int64"]);

/**
 * A moved window's new position.
 *
 * On failure: x 0, y 0.
 */
exports.rt_winit_event_window_moved = (event) => rt.takeStructure("RtWindowPosition", _rt_winit_event_window_moved(rt.integer(event)));

const _rt_winit_event_window_close_requested = rt.declare("rt_winit_event_window_close_requested", "bool", ["int64"]);

/**
 * Whether this is the user's wish to close the window.
 *
 * On failure: false.
 */
exports.rt_winit_event_window_close_requested = (event) => _rt_winit_event_window_close_requested(rt.integer(event));

const _rt_winit_event_window_focused = rt.declare("rt_winit_event_window_focused", "bool", ["int64"]);

/**
 * True where the window got the keyboard, false where it lost it.
 *
 * On failure: false.
 */
exports.rt_winit_event_window_focused = (event) => _rt_winit_event_window_focused(rt.integer(event));

const _rt_winit_event_window_scale_factor_changed = rt.declare("rt_winit_event_window_scale_factor_changed", "double", ["int64"]);

/**
 * The new scale factor.
 *
 * On failure: 0.0.
 */
exports.rt_winit_event_window_scale_factor_changed = (event) => _rt_winit_event_window_scale_factor_changed(rt.integer(event));

const _rt_winit_event_keyboard_input = rt.declare("rt_winit_event_keyboard_input", "RtKeyInput", ["int64"]);

/**
 * Which key went down or up. A key that is held repeats its going down.
 *
 * `scancode` is the number of the key's place: 30 is the key right of CapsLock whatever it bears; on Linux the
 * kernel's. `keycode` is the Windows virtual-key code of what the key bears in the layout that is set: A to
 * Z 65 to 90, digits 48 to 57, Escape 27, Enter 13, Space 32, Backspace 8, Tab 9, Left 37, Up 38, Right 39,
 * Down 40, F1 to F24 112 to 135, left and right Shift 160 and 161, Control 162 and 163, Alt 164 and 165; 0
 * where it has none. What is typed arrives as received characters.
 *
 * On failure: scancode 0, keycode 0, pressed false.
 */
exports.rt_winit_event_keyboard_input = (event) => rt.takeStructure("RtKeyInput", _rt_winit_event_keyboard_input(rt.integer(event)));

const _rt_winit_event_keyboard_scancode = rt.declare("rt_winit_event_keyboard_scancode", "int64", ["int64"]);

/**
 * The number of the key's place.
 *
 * On failure: -1.
 */
exports.rt_winit_event_keyboard_scancode = (event) => _rt_winit_event_keyboard_scancode(rt.integer(event));

const _rt_winit_event_keyboard_virtual_keycode = rt.declare("rt_winit_event_keyboard_virtual_keycode", "int64", ["int64"]);

/**
 * The key's Windows virtual-key code, 0 where it has none.
 *
 * On failure: -1.
 */
exports.rt_winit_event_keyboard_virtual_keycode = (event) => _rt_winit_event_keyboard_virtual_keycode(rt.integer(event));

const _rt_winit_event_keyboard_modifiers = rt.declare("rt_winit_event_keyboard_modifiers", "int64", ["int64"]);

/**
 * The modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
 * 2, Alt 4, Super 8, added up.
 *
 * On failure: -1.
 */
exports.rt_winit_event_keyboard_modifiers = (event) => _rt_winit_event_keyboard_modifiers(rt.integer(event));

const _rt_winit_event_received_character = rt.declare("rt_winit_event_received_character", "void *", ["int64"]);

/**
 * What was typed: mostly one character, composed where it was composed (dead keys, an input method), and
 * never a control character. Empty where this is another type of event.
 *
 * On failure: "".
 */
exports.rt_winit_event_received_character = (event) => rt.takeText(_rt_winit_event_received_character(rt.integer(event)));

const _rt_winit_event_mouse_button = rt.declare("rt_winit_event_mouse_button", "RtMouseButtonInput", ["int64"]);

/**
 * Which mouse button went down or up: left 0, right 1, middle 2, others from 3.
 *
 * On failure: button 0, pressed false.
 */
exports.rt_winit_event_mouse_button = (event) => rt.takeStructure("RtMouseButtonInput", _rt_winit_event_mouse_button(rt.integer(event)));

const _rt_winit_event_mouse_moved = rt.declare("rt_winit_event_mouse_moved", "RtMousePosition", ["int64"]);

/**
 * Where in the window the pointer is now.
 *
 * On failure: x 0.0, y 0.0.
 */
exports.rt_winit_event_mouse_moved = (event) => rt.takeStructure("RtMousePosition", _rt_winit_event_mouse_moved(rt.integer(event)));

const _rt_winit_event_mouse_wheel = rt.declare("rt_winit_event_mouse_wheel", "RtMouseWheelDelta", ["int64"]);

/**
 * How far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.
 *
 * On failure: delta_x 0.0, delta_y 0.0.
 */
exports.rt_winit_event_mouse_wheel = (event) => rt.takeStructure("RtMouseWheelDelta", _rt_winit_event_mouse_wheel(rt.integer(event)));

const _rt_winit_event_cursor_entered = rt.declare("rt_winit_event_cursor_entered", "bool", ["int64"]);

/**
 * Whether this is the pointer coming into the window.
 *
 * On failure: false.
 */
exports.rt_winit_event_cursor_entered = (event) => _rt_winit_event_cursor_entered(rt.integer(event));

const _rt_winit_event_cursor_left = rt.declare("rt_winit_event_cursor_left", "bool", ["int64"]);

/**
 * Whether this is the pointer leaving the window.
 *
 * On failure: false.
 */
exports.rt_winit_event_cursor_left = (event) => _rt_winit_event_cursor_left(rt.integer(event));

const _rt_winit_event_touch = rt.declare("rt_winit_event_touch", "RtTouchInput", ["int64"]);

/**
 * What a finger does on a touch screen.
 *
 * On failure: finger 0, phase 0, x 0.0, y 0.0.
 */
exports.rt_winit_event_touch = (event) => rt.takeStructure("RtTouchInput", _rt_winit_event_touch(rt.integer(event)));

const _rt_winit_monitor_count = rt.declare("rt_winit_monitor_count", "int64", []);

/**
 * How many monitors there are; 0 where there is no display.
 *
 * On failure: -1.
 */
exports.rt_winit_monitor_count = () => _rt_winit_monitor_count();

const _rt_winit_monitor_get_name = rt.declare("rt_winit_monitor_get_name", "void *", ["int64"]);

/**
 * A monitor's name, as the window system has it.
 *
 * On failure: "".
 */
exports.rt_winit_monitor_get_name = (monitor_id) => rt.takeText(_rt_winit_monitor_get_name(rt.integer(monitor_id)));

const _rt_winit_monitor_get_size = rt.declare("rt_winit_monitor_get_size", "RtWindowSize", ["int64"]);

/**
 * A monitor's size in physical pixels.
 *
 * On failure: width 0, height 0.
 */
exports.rt_winit_monitor_get_size = (monitor_id) => rt.takeStructure("RtWindowSize", _rt_winit_monitor_get_size(rt.integer(monitor_id)));

const _rt_winit_monitor_get_position = rt.declare("rt_winit_monitor_get_position", "RtWindowPosition", ["int64"]);

/**
 * The place of a monitor's upper left corner on the desktop, in physical pixels.
 *
 * On failure: x 0, y 0.
 */
exports.rt_winit_monitor_get_position = (monitor_id) => rt.takeStructure("RtWindowPosition", _rt_winit_monitor_get_position(rt.integer(monitor_id)));

const _rt_winit_monitor_get_scale_factor = rt.declare("rt_winit_monitor_get_scale_factor", "double", ["int64"]);

/**
 * A monitor's physical pixels for each logical one.
 *
 * On failure: 0.0.
 */
exports.rt_winit_monitor_get_scale_factor = (monitor_id) => _rt_winit_monitor_get_scale_factor(rt.integer(monitor_id));

const _rt_winit_clipboard_get_text = rt.declare("rt_winit_clipboard_get_text", "void *", []);

/**
 * The clipboard's text. `""` where it holds the empty text, and on failure: where it holds no text, where there
 * is no display, and where the program that offers the text does not answer for 2 seconds.
 *
 * On failure: "".
 */
exports.rt_winit_clipboard_get_text = () => rt.takeText(_rt_winit_clipboard_get_text());

const _rt_winit_clipboard_set_text = rt.declare("rt_winit_clipboard_set_text", "bool", ["void *"]);

/**
 * Puts a text into the clipboard, where it stays until another program or call puts something there, while
 * this process lives. X servers take some 16 million bytes; a longer text fails.
 *
 * On failure: false.
 */
exports.rt_winit_clipboard_set_text = (text) => _rt_winit_clipboard_set_text(rt.text(text));

const _rt_winit_get_last_error = rt.declare("rt_winit_get_last_error", "void *", []);

/**
 * Why this thread's last failed winit call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 */
exports.rt_winit_get_last_error = () => rt.takeText(_rt_winit_get_last_error());

const _rt_winit_event_loop_poll_all = rt.declare("rt_winit_event_loop_poll_all", "RtI64Array", ["int64", "int64"]);

/**
 * The handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each
 * is freed like that of a single one.
 *
 * On failure: [].
 */
exports.rt_winit_event_loop_poll_all = (event_loop, max_events) => rt.takeIntegers(_rt_winit_event_loop_poll_all(rt.integer(event_loop), rt.integer(max_events)));

const _rt_winit_event_free_all = rt.declare("rt_winit_event_free_all", "int64", ["void *", "int64"]);

/**
 * Frees many events at once; gives how many of them were alive.
 *
 * On failure: -1.
 */
exports.rt_winit_event_free_all = (events) => _rt_winit_event_free_all(...rt.integers(events));

const _rt_winit_event_keyboard_repeat = rt.declare("rt_winit_event_keyboard_repeat", "bool", ["int64"]);

/**
 * Whether this going down of a key is a repetition, because it is held, also where it was held already when the
 * window got the keyboard.
 *
 * On failure: false.
 */
exports.rt_winit_event_keyboard_repeat = (event) => _rt_winit_event_keyboard_repeat(rt.integer(event));

const _rt_winit_window_present_rgba = rt.declare("rt_winit_window_present_rgba", "bool", ["int64", "int64", "int64", "void *", "int64"]);

/**
 * Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
 * red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
 * pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. In a window
 * that was made `transparent`, on X11 with a compositor, what is behind it takes black's place. A
 * redraw-requested event says that it must be shown anew. Fails on X screens of fewer than 24 bits a pixel, and
 * on Wayland in windows of more than 268 million pixels.
 *
 * The call returns once the picture is on its way to the screen; nothing more is needed for it to arrive. While
 * two before it still are on theirs, it waits.
 *
 * On failure: false.
 */
exports.rt_winit_window_present_rgba = (window, width, height, pixels) => _rt_winit_window_present_rgba(rt.integer(window), rt.integer(width), rt.integer(height), ...rt.bytes(pixels));

const _rt_winit_event_loop_wake = rt.declare("rt_winit_event_loop_wake", "bool", ["int64"]);

/**
 * Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
 * one. May be called on any thread, to tell that there is something else to do.
 *
 * On failure: false.
 */
exports.rt_winit_event_loop_wake = (event_loop) => _rt_winit_event_loop_wake(rt.integer(event_loop));

const _rt_winit_window_has_focus = rt.declare("rt_winit_window_has_focus", "bool", ["int64"]);

/**
 * Whether the window has the keyboard.
 *
 * On failure: false.
 */
exports.rt_winit_window_has_focus = (window) => _rt_winit_window_has_focus(rt.integer(window));

const _rt_winit_window_request_attention = rt.declare("rt_winit_window_request_attention", "bool", ["int64", "bool"]);

/**
 * Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
 * or asks no longer. It ends by itself when the window gets the keyboard.
 *
 * On failure: false.
 */
exports.rt_winit_window_request_attention = (window, wanted) => _rt_winit_window_request_attention(rt.integer(window), wanted);

const _rt_winit_window_get_monitor = rt.declare("rt_winit_window_get_monitor", "int64", ["int64"]);

/**
 * The number of the monitor that most of the window is on.
 *
 * On failure: -1.
 */
exports.rt_winit_window_get_monitor = (window) => _rt_winit_window_get_monitor(rt.integer(window));

const _rt_winit_window_set_fullscreen_on = rt.declare("rt_winit_window_set_fullscreen_on", "bool", ["int64", "int64"]);

/**
 * Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
 * back to its size.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_fullscreen_on = (window, monitor_id) => _rt_winit_window_set_fullscreen_on(rt.integer(window), rt.integer(monitor_id));

const _rt_winit_monitor_primary = rt.declare("rt_winit_monitor_primary", "int64", []);

/**
 * The number of the desktop's main monitor. Fails on Wayland, which has none.
 *
 * On failure: -1.
 */
exports.rt_winit_monitor_primary = () => _rt_winit_monitor_primary();

const _rt_winit_monitor_get_refresh_rate = rt.declare("rt_winit_monitor_get_refresh_rate", "double", ["int64"]);

/**
 * How often a monitor shows a picture, in hertz; 0 where the window system does not tell.
 *
 * On failure: 0.0.
 */
exports.rt_winit_monitor_get_refresh_rate = (monitor_id) => _rt_winit_monitor_get_refresh_rate(rt.integer(monitor_id));

const _rt_winit_window_raw_handle = rt.declare("rt_winit_window_raw_handle", "RtWindowRawHandle", ["int64"]);

/**
 * What a GPU library makes a surface of. Valid until the window is freed.
 *
 * On failure: platform 0, window 0, display 0, screen 0, visual 0.
 */
exports.rt_winit_window_raw_handle = (window) => rt.takeStructure("RtWindowRawHandle", _rt_winit_window_raw_handle(rt.integer(window)));

const _rt_winit_window_set_icon = rt.declare("rt_winit_window_set_icon", "bool", ["int64", "int64", "int64", "void *", "int64"]);

/**
 * Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
 * bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_icon = (window, width, height, pixels) => _rt_winit_window_set_icon(rt.integer(window), rt.integer(width), rt.integer(height), ...rt.bytes(pixels));

const _rt_winit_event_file_path = rt.declare("rt_winit_event_file_path", "void *", ["int64"]);

/**
 * The path of a file that is dragged over the window or was dropped on it; each of several has its own event.
 *
 * On failure: "".
 */
exports.rt_winit_event_file_path = (event) => rt.takeText(_rt_winit_event_file_path(rt.integer(event)));

const _rt_winit_window_set_ime_allowed = rt.declare("rt_winit_window_set_ime_allowed", "bool", ["int64", "bool"]);

/**
 * Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
 * composes arrives as preedit events, what it has composed as received characters.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_ime_allowed = (window, allowed) => _rt_winit_window_set_ime_allowed(rt.integer(window), allowed);

const _rt_winit_window_set_ime_area = rt.declare("rt_winit_window_set_ime_area", "bool", ["int64", "int64", "int64", "int64", "int64"]);

/**
 * Where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
 * to 32,767, sides 0 to 32,767.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_ime_area = (window, x, y, width, height) => _rt_winit_window_set_ime_area(rt.integer(window), rt.integer(x), rt.integer(y), rt.integer(width), rt.integer(height));

const _rt_winit_event_ime_preedit = rt.declare("rt_winit_event_ime_preedit", "RtImePreedit", ["int64"]);

/**
 * What an input method is composing.
 *
 * On failure: text "", cursor_start -1, cursor_end -1.
 */
exports.rt_winit_event_ime_preedit = (event) => rt.takeStructure("RtImePreedit", _rt_winit_event_ime_preedit(rt.integer(event)));

const _rt_winit_event_window_scale_factor = rt.declare("rt_winit_event_window_scale_factor", "double", ["int64"]);

/**
 * The same as `rt_winit_event_window_scale_factor_changed`, under its older name.
 *
 * On failure: 0.0.
 */
exports.rt_winit_event_window_scale_factor = (event) => _rt_winit_event_window_scale_factor(rt.integer(event));

const _rt_winit_window_set_relative_mouse = rt.declare("rt_winit_window_set_relative_mouse", "bool", ["int64", "bool"]);

/**
 * Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
 * is hidden and stays in its place, and the mouse's motion arrives in mouse-motion events, which no edge ends,
 * and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
 * is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_relative_mouse = (window, relative) => _rt_winit_window_set_relative_mouse(rt.integer(window), relative);

const _rt_winit_event_mouse_motion = rt.declare("rt_winit_event_mouse_motion", "RtMouseMotion", ["int64"]);

/**
 * How far the mouse itself moved, of a mouse-motion event, which comes where
 * `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that
 * the pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell
 * them here too.
 *
 * On failure: delta_x 0.0, delta_y 0.0.
 */
exports.rt_winit_event_mouse_motion = (event) => rt.takeStructure("RtMouseMotion", _rt_winit_event_mouse_motion(rt.integer(event)));

const _rt_winit_window_set_cursor_icon = rt.declare("rt_winit_window_set_cursor_icon", "bool", ["int64", "void *"]);

/**
 * Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
 * `crosshair`, `wait`, `grab`, `ew-resize` and so on.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_cursor_icon = (window, icon) => _rt_winit_window_set_cursor_icon(rt.integer(window), rt.text(icon));

const _rt_winit_window_set_cursor_image = rt.declare("rt_winit_window_set_cursor_image", "bool", ["int64", "int64", "int64", "int64", "int64", "void *", "int64"]);

/**
 * Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
 * 1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.
 *
 * On failure: false.
 */
exports.rt_winit_window_set_cursor_image = (window, width, height, hot_x, hot_y, pixels) => _rt_winit_window_set_cursor_image(rt.integer(window), rt.integer(width), rt.integer(height), rt.integer(hot_x), rt.integer(hot_y), ...rt.bytes(pixels));

const _rt_winit_available = rt.declare("rt_winit_available", "bool", []);

/**
 * True where this build holds the winit library, as it does where this links.
 */
exports.rt_winit_available = () => _rt_winit_available();

const _rt_winit_clear_error = rt.declare("rt_winit_clear_error", "void", []);

/**
 * Forgets why this thread's last failed winit call failed.
 */
exports.rt_winit_clear_error = () => _rt_winit_clear_error();

const _rt_winit_version = rt.declare("rt_winit_version", "void *", []);

/**
 * The version of the wrapped library, the crate `winit`.
 */
exports.rt_winit_version = () => rt.takeText(_rt_winit_version());

/**
 * A event loop: freed by `close()`, or when JavaScript forgets it.
 */
class EventLoop extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_winit_event_loop_free, handle);
  }

  /**
   * Makes an event loop: a queue of events, and the windows that send to it. Any number can be open at a time
   * and one after another, on any thread; behind them works one thread of the process, started by the first.
   *
   * 0 where there is no display: none that WAYLAND_DISPLAY, WAYLAND_SOCKET or DISPLAY names answers. Once
   * there was one, the process keeps to it; where it goes away, its windows are gone, every call that needs
   * it fails, and the process goes on. The loop lives until `rt_winit_event_loop_free`.
   *
   * On failure: 0.
   */
  static new() {
    const result = _rt_winit_event_loop_new();
    if (result == 0) check();
    return EventLoop.wrap(result, null, true);
  }

  /**
   * Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
   * waits frees the window. Events go on to queue up, for another thread or for later. True at once where
   * there is no window; false where the loop is freed or the display lost.
   *
   * On failure: false.
   */
  runReturn() {
    const result = _rt_winit_event_loop_run_return(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * The next event's handle, or 0 where there is none. `max_events` is the most events that may be taken: 0
   * takes none.
   *
   * At most 65,536 events wait: past that, motion of the pointer or of a finger that a later motion outdates
   * goes first, then the oldest. The event lives until `rt_winit_event_free`, whatever becomes of its window.
   *
   * On failure: 0.
   */
  pollEvents(max_events) {
    const result = _rt_winit_event_loop_poll_events(this.handle, rt.integer(max_events));
    if (result == 0) check();
    return WindowEvent.wrap(result, null, true);
  }

  /**
   * The next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
   * where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.
   *
   * On failure: 0.
   */
  waitEvents(timeout_ms) {
    const result = _rt_winit_event_loop_wait_events(this.handle, rt.integer(timeout_ms));
    if (result == 0) check();
    return WindowEvent.wrap(result, null, true);
  }

  /**
   * Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
   * is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
   * `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
   *
   * On failure: 0.
   */
  windowNew(width, height, title) {
    const result = _rt_winit_window_new(this.handle, rt.integer(width), rt.integer(height), rt.text(title));
    if (result == 0) check();
    return Window.wrap(result, this, true);
  }

  /**
   * Opens a window as a JSON object describes it: `width` (800), `height` (600), `title` (""), `resizable`
   * (true), `decorations` (true), `transparent` (false), `always_on_top` (false), `fullscreen` (false),
   * `maximized` (false), `visible` (true), `min_width`, `min_height`, `max_width`, `max_height` (0: none), `x` and
   * `y` (where its frame's upper left corner is to be), `app_id` (the name of the application's desktop entry, by
   * which a desktop groups windows and, on Wayland, finds their icon). An unknown key, and what the window system
   * cannot do, fails and is named.
   *
   * On failure: 0.
   */
  windowNewWithConfig(config_json) {
    const result = _rt_winit_window_new_with_config(this.handle, rt.text(config_json));
    if (result == 0) check();
    return Window.wrap(result, this, true);
  }

  /**
   * The handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each
   * is freed like that of a single one.
   *
   * On failure: [].
   */
  pollAll(max_events) {
    const result = rt.takeIntegers(_rt_winit_event_loop_poll_all(this.handle, rt.integer(max_events)));
    if (result.length === 0) check();
    return result;
  }

  /**
   * Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
   * one. May be called on any thread, to tell that there is something else to do.
   *
   * On failure: false.
   */
  wake() {
    const result = _rt_winit_event_loop_wake(this.handle);
    if (!result) check();
    return result;
  }
}
exports.EventLoop = EventLoop;

/**
 * A window event: freed by `close()`, or when JavaScript forgets it.
 */
class WindowEvent extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_winit_event_free, handle);
  }

  /**
   * The type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
   * 7, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
   * entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
   * cancelled 52, input method enabled 60, its preedit 61, disabled 62.
   *
   * On failure: -1.
   */
  getType() {
    const result = _rt_winit_event_get_type(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * The number of the window that it happened to, as `rt_winit_window_id` gives it.
   *
   * On failure: -1.
   */
  getWindowId() {
    const result = _rt_winit_event_get_window_id(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * A resized window's new inner size.
   *
   * On failure: width 0, height 0.
   */
  windowResized() {
    const result = rt.takeStructure("RtWindowSize", _rt_winit_event_window_resized(this.handle));
    if (result.width == 0 && result.height == 0) check();
    return result;
  }

  /**
   * A moved window's new position.
   *
   * On failure: x 0, y 0.
   */
  windowMoved() {
    const result = rt.takeStructure("RtWindowPosition", _rt_winit_event_window_moved(this.handle));
    if (result.x == 0 && result.y == 0) check();
    return result;
  }

  /**
   * Whether this is the user's wish to close the window.
   *
   * On failure: false.
   */
  windowCloseRequested() {
    const result = _rt_winit_event_window_close_requested(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * True where the window got the keyboard, false where it lost it.
   *
   * On failure: false.
   */
  windowFocused() {
    const result = _rt_winit_event_window_focused(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * The new scale factor.
   *
   * On failure: 0.0.
   */
  windowScaleFactorChanged() {
    const result = _rt_winit_event_window_scale_factor_changed(this.handle);
    if (result == 0.0) check();
    return result;
  }

  /**
   * Which key went down or up. A key that is held repeats its going down.
   *
   * `scancode` is the number of the key's place: 30 is the key right of CapsLock whatever it bears; on Linux the
   * kernel's. `keycode` is the Windows virtual-key code of what the key bears in the layout that is set: A to
   * Z 65 to 90, digits 48 to 57, Escape 27, Enter 13, Space 32, Backspace 8, Tab 9, Left 37, Up 38, Right 39,
   * Down 40, F1 to F24 112 to 135, left and right Shift 160 and 161, Control 162 and 163, Alt 164 and 165; 0
   * where it has none. What is typed arrives as received characters.
   *
   * On failure: scancode 0, keycode 0, pressed false.
   */
  keyboardInput() {
    const result = rt.takeStructure("RtKeyInput", _rt_winit_event_keyboard_input(this.handle));
    if (result.scancode == 0 && result.keycode == 0 && result.pressed == false) check();
    return result;
  }

  /**
   * The number of the key's place.
   *
   * On failure: -1.
   */
  keyboardScancode() {
    const result = _rt_winit_event_keyboard_scancode(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * The key's Windows virtual-key code, 0 where it has none.
   *
   * On failure: -1.
   */
  keyboardVirtualKeycode() {
    const result = _rt_winit_event_keyboard_virtual_keycode(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * The modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
   * 2, Alt 4, Super 8, added up.
   *
   * On failure: -1.
   */
  keyboardModifiers() {
    const result = _rt_winit_event_keyboard_modifiers(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * What was typed: mostly one character, composed where it was composed (dead keys, an input method), and
   * never a control character. Empty where this is another type of event.
   *
   * On failure: "".
   */
  receivedCharacter() {
    const result = rt.takeText(_rt_winit_event_received_character(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * Which mouse button went down or up: left 0, right 1, middle 2, others from 3.
   *
   * On failure: button 0, pressed false.
   */
  mouseButton() {
    const result = rt.takeStructure("RtMouseButtonInput", _rt_winit_event_mouse_button(this.handle));
    if (result.button == 0 && result.pressed == false) check();
    return result;
  }

  /**
   * Where in the window the pointer is now.
   *
   * On failure: x 0.0, y 0.0.
   */
  mouseMoved() {
    const result = rt.takeStructure("RtMousePosition", _rt_winit_event_mouse_moved(this.handle));
    if (result.x == 0.0 && result.y == 0.0) check();
    return result;
  }

  /**
   * How far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.
   *
   * On failure: delta_x 0.0, delta_y 0.0.
   */
  mouseWheel() {
    const result = rt.takeStructure("RtMouseWheelDelta", _rt_winit_event_mouse_wheel(this.handle));
    if (result.delta_x == 0.0 && result.delta_y == 0.0) check();
    return result;
  }

  /**
   * Whether this is the pointer coming into the window.
   *
   * On failure: false.
   */
  cursorEntered() {
    const result = _rt_winit_event_cursor_entered(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Whether this is the pointer leaving the window.
   *
   * On failure: false.
   */
  cursorLeft() {
    const result = _rt_winit_event_cursor_left(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * What a finger does on a touch screen.
   *
   * On failure: finger 0, phase 0, x 0.0, y 0.0.
   */
  touch() {
    const result = rt.takeStructure("RtTouchInput", _rt_winit_event_touch(this.handle));
    if (result.finger == 0 && result.phase == 0 && result.x == 0.0 && result.y == 0.0) check();
    return result;
  }

  /**
   * Whether this going down of a key is a repetition, because it is held, also where it was held already when the
   * window got the keyboard.
   *
   * On failure: false.
   */
  keyboardRepeat() {
    const result = _rt_winit_event_keyboard_repeat(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * The path of a file that is dragged over the window or was dropped on it; each of several has its own event.
   *
   * On failure: "".
   */
  filePath() {
    const result = rt.takeText(_rt_winit_event_file_path(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * What an input method is composing.
   *
   * On failure: text "", cursor_start -1, cursor_end -1.
   */
  imePreedit() {
    const result = rt.takeStructure("RtImePreedit", _rt_winit_event_ime_preedit(this.handle));
    if (result.text == "" && result.cursor_start == -1 && result.cursor_end == -1) check();
    return result;
  }

  /**
   * The same as `rt_winit_event_window_scale_factor_changed`, under its older name.
   *
   * On failure: 0.0.
   */
  windowScaleFactor() {
    const result = _rt_winit_event_window_scale_factor(this.handle);
    if (result == 0.0) check();
    return result;
  }

  /**
   * How far the mouse itself moved, of a mouse-motion event, which comes where
   * `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that
   * the pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell
   * them here too.
   *
   * On failure: delta_x 0.0, delta_y 0.0.
   */
  mouseMotion() {
    const result = rt.takeStructure("RtMouseMotion", _rt_winit_event_mouse_motion(this.handle));
    if (result.delta_x == 0.0 && result.delta_y == 0.0) check();
    return result;
  }
}
exports.WindowEvent = WindowEvent;

/**
 * A window: it belongs to its event loop and is freed with it, or by `close()`.
 */
class Window extends rt.Owner {
  static collected = false;

  static release(handle, parent) {
    quietly(_rt_winit_window_free, handle);
  }

  /**
   * The inner size, as the window system last confirmed it.
   *
   * On failure: width 0, height 0.
   */
  getSize() {
    const result = rt.takeStructure("RtWindowSize", _rt_winit_window_get_size(this.handle));
    if (result.width == 0 && result.height == 0) check();
    return result;
  }

  /**
   * Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
   * a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
   *
   * On failure: false.
   */
  setSize(width, height) {
    const result = _rt_winit_window_set_size(this.handle, rt.integer(width), rt.integer(height));
    if (!result) check();
    return result;
  }

  /**
   * The position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
   *
   * On failure: x 0, y 0.
   */
  getPosition() {
    const result = rt.takeStructure("RtWindowPosition", _rt_winit_window_get_position(this.handle));
    if (result.x == 0 && result.y == 0) check();
    return result;
  }

  /**
   * Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
   * 200 ms for the window system to agree. Fails on Wayland, where the user places windows.
   *
   * On failure: false.
   */
  setPosition(x, y) {
    const result = _rt_winit_window_set_position(this.handle, rt.integer(x), rt.integer(y));
    if (!result) check();
    return result;
  }

  /**
   * The inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
   *
   * On failure: width 0, height 0.
   */
  getInnerSize() {
    const result = rt.takeStructure("RtWindowSize", _rt_winit_window_get_inner_size(this.handle));
    if (result.width == 0 && result.height == 0) check();
    return result;
  }

  /**
   * The size with the frame that the window system draws around it.
   *
   * On failure: width 0, height 0.
   */
  getOuterSize() {
    const result = rt.takeStructure("RtWindowSize", _rt_winit_window_get_outer_size(this.handle));
    if (result.width == 0 && result.height == 0) check();
    return result;
  }

  /**
   * The least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
   *
   * On failure: false.
   */
  setMinSize(width, height) {
    const result = _rt_winit_window_set_min_size(this.handle, rt.integer(width), rt.integer(height));
    if (!result) check();
    return result;
  }

  /**
   * The greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
   *
   * On failure: false.
   */
  setMaxSize(width, height) {
    const result = _rt_winit_window_set_max_size(this.handle, rt.integer(width), rt.integer(height));
    if (!result) check();
    return result;
  }

  /**
   * Sets the title, of at most 65,535 bytes.
   *
   * On failure: false.
   */
  setTitle(title) {
    const result = _rt_winit_window_set_title(this.handle, rt.text(title));
    if (!result) check();
    return result;
  }

  /**
   * Shows or hides the window. Hiding fails on Wayland.
   *
   * On failure: false.
   */
  setVisible(visible) {
    const result = _rt_winit_window_set_visible(this.handle, visible);
    if (!result) check();
    return result;
  }

  /**
   * Whether the window is shown, if perhaps covered by others.
   *
   * On failure: false.
   */
  isVisible() {
    const result = _rt_winit_window_is_visible(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Lets the user change the window's size, or not.
   *
   * On failure: false.
   */
  setResizable(resizable) {
    const result = _rt_winit_window_set_resizable(this.handle, resizable);
    if (!result) check();
    return result;
  }

  /**
   * Minimises the window, or brings it back; bringing it back fails on Wayland.
   *
   * On failure: false.
   */
  setMinimized(minimized) {
    const result = _rt_winit_window_set_minimized(this.handle, minimized);
    if (!result) check();
    return result;
  }

  /**
   * Maximises the window, or brings it back to its size.
   *
   * On failure: false.
   */
  setMaximized(maximized) {
    const result = _rt_winit_window_set_maximized(this.handle, maximized);
    if (!result) check();
    return result;
  }

  /**
   * Whether the window is maximised, as the window system says.
   *
   * On failure: false.
   */
  isMaximized() {
    const result = _rt_winit_window_is_maximized(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Makes the window fill its monitor, without a frame, or brings it back to its size.
   *
   * On failure: false.
   */
  setFullscreen(fullscreen) {
    const result = _rt_winit_window_set_fullscreen(this.handle, fullscreen);
    if (!result) check();
    return result;
  }

  /**
   * Whether the window fills its monitor, as the window system says.
   *
   * On failure: false.
   */
  isFullscreen() {
    const result = _rt_winit_window_is_fullscreen(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Gives the window a frame with a title bar, or none.
   *
   * On failure: false.
   */
  setDecorations(decorations) {
    const result = _rt_winit_window_set_decorations(this.handle, decorations);
    if (!result) check();
    return result;
  }

  /**
   * Keeps the window above others, or lets it be covered. The former fails on Wayland.
   *
   * On failure: false.
   */
  setAlwaysOnTop(on_top) {
    const result = _rt_winit_window_set_always_on_top(this.handle, on_top);
    if (!result) check();
    return result;
  }

  /**
   * Asks for the keyboard. Fails on Wayland, where the user gives it.
   *
   * On failure: false.
   */
  focus() {
    const result = _rt_winit_window_focus(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Asks for a redraw-requested event.
   *
   * On failure: false.
   */
  requestRedraw() {
    const result = _rt_winit_window_request_redraw(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * The window system's number for the window, which its events bear: on X11 its XID.
   *
   * On failure: -1.
   */
  id() {
    const result = _rt_winit_window_id(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * Physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
   *
   * On failure: 0.0.
   */
  scaleFactor() {
    const result = _rt_winit_window_scale_factor(this.handle);
    if (result == 0.0) check();
    return result;
  }

  /**
   * Shows or hides the pointer over the window.
   *
   * On failure: false.
   */
  setCursorVisible(visible) {
    const result = _rt_winit_window_set_cursor_visible(this.handle, visible);
    if (!result) check();
    return result;
  }

  /**
   * Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go.
   *
   * On failure: false.
   */
  setCursorGrab(grab) {
    const result = _rt_winit_window_set_cursor_grab(this.handle, grab);
    if (!result) check();
    return result;
  }

  /**
   * Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
   *
   * On failure: false.
   */
  setCursorPosition(x, y) {
    const result = _rt_winit_window_set_cursor_position(this.handle, rt.integer(x), rt.integer(y));
    if (!result) check();
    return result;
  }

  /**
   * Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
   * red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
   * pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. In a window
   * that was made `transparent`, on X11 with a compositor, what is behind it takes black's place. A
   * redraw-requested event says that it must be shown anew. Fails on X screens of fewer than 24 bits a pixel, and
   * on Wayland in windows of more than 268 million pixels.
   *
   * The call returns once the picture is on its way to the screen; nothing more is needed for it to arrive. While
   * two before it still are on theirs, it waits.
   *
   * On failure: false.
   */
  presentRgba(width, height, pixels) {
    const result = _rt_winit_window_present_rgba(this.handle, rt.integer(width), rt.integer(height), ...rt.bytes(pixels));
    if (!result) check();
    return result;
  }

  /**
   * Whether the window has the keyboard.
   *
   * On failure: false.
   */
  hasFocus() {
    const result = _rt_winit_window_has_focus(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
   * or asks no longer. It ends by itself when the window gets the keyboard.
   *
   * On failure: false.
   */
  requestAttention(wanted) {
    const result = _rt_winit_window_request_attention(this.handle, wanted);
    if (!result) check();
    return result;
  }

  /**
   * The number of the monitor that most of the window is on.
   *
   * On failure: -1.
   */
  getMonitor() {
    const result = _rt_winit_window_get_monitor(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
   * back to its size.
   *
   * On failure: false.
   */
  setFullscreenOn(monitor_id) {
    const result = _rt_winit_window_set_fullscreen_on(this.handle, rt.integer(monitor_id));
    if (!result) check();
    return result;
  }

  /**
   * What a GPU library makes a surface of. Valid until the window is freed.
   *
   * On failure: platform 0, window 0, display 0, screen 0, visual 0.
   */
  rawHandle() {
    const result = rt.takeStructure("RtWindowRawHandle", _rt_winit_window_raw_handle(this.handle));
    if (result.platform == 0 && result.window == 0 && result.display == 0 && result.screen == 0 && result.visual == 0) check();
    return result;
  }

  /**
   * Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
   * bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.
   *
   * On failure: false.
   */
  setIcon(width, height, pixels) {
    const result = _rt_winit_window_set_icon(this.handle, rt.integer(width), rt.integer(height), ...rt.bytes(pixels));
    if (!result) check();
    return result;
  }

  /**
   * Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
   * composes arrives as preedit events, what it has composed as received characters.
   *
   * On failure: false.
   */
  setImeAllowed(allowed) {
    const result = _rt_winit_window_set_ime_allowed(this.handle, allowed);
    if (!result) check();
    return result;
  }

  /**
   * Where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
   * to 32,767, sides 0 to 32,767.
   *
   * On failure: false.
   */
  setImeArea(x, y, width, height) {
    const result = _rt_winit_window_set_ime_area(this.handle, rt.integer(x), rt.integer(y), rt.integer(width), rt.integer(height));
    if (!result) check();
    return result;
  }

  /**
   * Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
   * is hidden and stays in its place, and the mouse's motion arrives in mouse-motion events, which no edge ends,
   * and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
   * is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.
   *
   * On failure: false.
   */
  setRelativeMouse(relative) {
    const result = _rt_winit_window_set_relative_mouse(this.handle, relative);
    if (!result) check();
    return result;
  }

  /**
   * Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
   * `crosshair`, `wait`, `grab`, `ew-resize` and so on.
   *
   * On failure: false.
   */
  setCursorIcon(icon) {
    const result = _rt_winit_window_set_cursor_icon(this.handle, rt.text(icon));
    if (!result) check();
    return result;
  }

  /**
   * Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
   * 1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.
   *
   * On failure: false.
   */
  setCursorImage(width, height, hot_x, hot_y, pixels) {
    const result = _rt_winit_window_set_cursor_image(this.handle, rt.integer(width), rt.integer(height), rt.integer(hot_x), rt.integer(hot_y), ...rt.bytes(pixels));
    if (!result) check();
    return result;
  }
}
exports.Window = Window;
