-- Windows, input, monitors and the clipboard, over the crates `winit`, `softbuffer` and `arboard`.
--
-- winit has one event loop in a process's life; it runs on a thread of ours (`display`, `app`). What C calls
-- an event loop (`event_loop`) is a queue with the windows that send to it; what C calls a window (`window`)
-- asks that thread. `exports` are the functions that C calls, in the contract's order.
--
-- Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

local rt = require("simple_native.runtime")
local C, M = rt.C, {}
local check, quietly = rt.failure("winit")

M.EventLoop = rt.class("EventLoop", true)
M.WindowEvent = rt.class("WindowEvent", true)
M.Window = rt.class("Window", false)

--- Makes an event loop: a queue of events, and the windows that send to it. Any number can be open at a time
--- and one after another, on any thread; behind them works one thread of the process, started by the first.
---
--- 0 where there is no display: none that WAYLAND_DISPLAY, WAYLAND_SOCKET or DISPLAY names answers. Once
--- there was one, the process keeps to it; where it goes away, its windows are gone, every call that needs
--- it fails, and the process goes on. The loop lives until `rt_winit_event_loop_free`.
---
--- On failure: 0.
function M.rt_winit_event_loop_new()
    return C.rt_winit_event_loop_new()
end

--- Frees an event loop with its windows, whose handles are stale then. Calls that wait in it fail.
---
--- On failure: false.
function M.rt_winit_event_loop_free(event_loop)
    return C.rt_winit_event_loop_free(rt.to_integer(event_loop))
end

--- Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
--- waits frees the window. Events go on to queue up, for another thread or for later. True at once where
--- there is no window; false where the loop is freed or the display lost.
---
--- On failure: false.
function M.rt_winit_event_loop_run_return(event_loop)
    return C.rt_winit_event_loop_run_return(rt.to_integer(event_loop))
end

--- The next event's handle, or 0 where there is none. `max_events` is the most events that may be taken: 0
--- takes none.
---
--- At most 65,536 events wait: past that, motion of the pointer or of a finger that a later motion outdates
--- goes first, then the oldest. The event lives until `rt_winit_event_free`, whatever becomes of its window.
---
--- On failure: 0.
function M.rt_winit_event_loop_poll_events(event_loop, max_events)
    return C.rt_winit_event_loop_poll_events(rt.to_integer(event_loop), rt.to_integer(max_events))
end

--- The next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
--- where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.
---
--- On failure: 0.
function M.rt_winit_event_loop_wait_events(event_loop, timeout_ms)
    return C.rt_winit_event_loop_wait_events(rt.to_integer(event_loop), rt.to_integer(timeout_ms))
end

--- Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
--- is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
--- `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
---
--- On failure: 0.
function M.rt_winit_window_new(event_loop, width, height, title)
    return C.rt_winit_window_new(rt.to_integer(event_loop), rt.to_integer(width), rt.to_integer(height), rt.text(title))
end

--- Opens a window as a JSON object describes it: `width` (800), `height` (600), `title` (""), `resizable`
--- (true), `decorations` (true), `transparent` (false), `always_on_top` (false), `fullscreen` (false),
--- `maximized` (false), `visible` (true), `min_width`, `min_height`, `max_width`, `max_height` (0: none), `x` and
--- `y` (where its frame's upper left corner is to be), `app_id` (the name of the application's desktop entry, by
--- which a desktop groups windows and, on Wayland, finds their icon). An unknown key, and what the window system
--- cannot do, fails and is named.
---
--- On failure: 0.
function M.rt_winit_window_new_with_config(event_loop, config_json)
    return C.rt_winit_window_new_with_config(rt.to_integer(event_loop), rt.text(config_json))
end

--- Closes a window. Its loop gets a destroyed event.
---
--- On failure: false.
function M.rt_winit_window_free(window)
    return C.rt_winit_window_free(rt.to_integer(window))
end

--- The inner size, as the window system last confirmed it.
---
--- On failure: width 0, height 0.
function M.rt_winit_window_get_size(window)
    return rt.structures.RtWindowSize(C.rt_winit_window_get_size(rt.to_integer(window)))
end

--- Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
--- a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
---
--- On failure: false.
function M.rt_winit_window_set_size(window, width, height)
    return C.rt_winit_window_set_size(rt.to_integer(window), rt.to_integer(width), rt.to_integer(height))
end

--- The position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
---
--- On failure: x 0, y 0.
function M.rt_winit_window_get_position(window)
    return rt.structures.RtWindowPosition(C.rt_winit_window_get_position(rt.to_integer(window)))
end

--- Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
--- 200 ms for the window system to agree. Fails on Wayland, where the user places windows.
---
--- On failure: false.
function M.rt_winit_window_set_position(window, x, y)
    return C.rt_winit_window_set_position(rt.to_integer(window), rt.to_integer(x), rt.to_integer(y))
end

--- The inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
---
--- On failure: width 0, height 0.
function M.rt_winit_window_get_inner_size(window)
    return rt.structures.RtWindowSize(C.rt_winit_window_get_inner_size(rt.to_integer(window)))
end

--- The size with the frame that the window system draws around it.
---
--- On failure: width 0, height 0.
function M.rt_winit_window_get_outer_size(window)
    return rt.structures.RtWindowSize(C.rt_winit_window_get_outer_size(rt.to_integer(window)))
end

--- The least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
---
--- On failure: false.
function M.rt_winit_window_set_min_size(window, width, height)
    return C.rt_winit_window_set_min_size(rt.to_integer(window), rt.to_integer(width), rt.to_integer(height))
end

--- The greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
---
--- On failure: false.
function M.rt_winit_window_set_max_size(window, width, height)
    return C.rt_winit_window_set_max_size(rt.to_integer(window), rt.to_integer(width), rt.to_integer(height))
end

--- Sets the title, of at most 65,535 bytes.
---
--- On failure: false.
function M.rt_winit_window_set_title(window, title)
    return C.rt_winit_window_set_title(rt.to_integer(window), rt.text(title))
end

--- Shows or hides the window. Hiding fails on Wayland.
---
--- On failure: false.
function M.rt_winit_window_set_visible(window, visible)
    return C.rt_winit_window_set_visible(rt.to_integer(window), visible)
end

--- Whether the window is shown, if perhaps covered by others.
---
--- On failure: false.
function M.rt_winit_window_is_visible(window)
    return C.rt_winit_window_is_visible(rt.to_integer(window))
end

--- Lets the user change the window's size, or not.
---
--- On failure: false.
function M.rt_winit_window_set_resizable(window, resizable)
    return C.rt_winit_window_set_resizable(rt.to_integer(window), resizable)
end

--- Minimises the window, or brings it back; bringing it back fails on Wayland.
---
--- On failure: false.
function M.rt_winit_window_set_minimized(window, minimized)
    return C.rt_winit_window_set_minimized(rt.to_integer(window), minimized)
end

--- Maximises the window, or brings it back to its size.
---
--- On failure: false.
function M.rt_winit_window_set_maximized(window, maximized)
    return C.rt_winit_window_set_maximized(rt.to_integer(window), maximized)
end

--- Whether the window is maximised, as the window system says.
---
--- On failure: false.
function M.rt_winit_window_is_maximized(window)
    return C.rt_winit_window_is_maximized(rt.to_integer(window))
end

--- Makes the window fill its monitor, without a frame, or brings it back to its size.
---
--- On failure: false.
function M.rt_winit_window_set_fullscreen(window, fullscreen)
    return C.rt_winit_window_set_fullscreen(rt.to_integer(window), fullscreen)
end

--- Whether the window fills its monitor, as the window system says.
---
--- On failure: false.
function M.rt_winit_window_is_fullscreen(window)
    return C.rt_winit_window_is_fullscreen(rt.to_integer(window))
end

--- Gives the window a frame with a title bar, or none.
---
--- On failure: false.
function M.rt_winit_window_set_decorations(window, decorations)
    return C.rt_winit_window_set_decorations(rt.to_integer(window), decorations)
end

--- Keeps the window above others, or lets it be covered. The former fails on Wayland.
---
--- On failure: false.
function M.rt_winit_window_set_always_on_top(window, on_top)
    return C.rt_winit_window_set_always_on_top(rt.to_integer(window), on_top)
end

--- Asks for the keyboard. Fails on Wayland, where the user gives it.
---
--- On failure: false.
function M.rt_winit_window_focus(window)
    return C.rt_winit_window_focus(rt.to_integer(window))
end

--- Asks for a redraw-requested event.
---
--- On failure: false.
function M.rt_winit_window_request_redraw(window)
    return C.rt_winit_window_request_redraw(rt.to_integer(window))
end

--- The window system's number for the window, which its events bear: on X11 its XID.
---
--- On failure: -1.
function M.rt_winit_window_id(window)
    return rt.integer(C.rt_winit_window_id(rt.to_integer(window)))
end

--- Physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
---
--- On failure: 0.0.
function M.rt_winit_window_scale_factor(window)
    return C.rt_winit_window_scale_factor(rt.to_integer(window))
end

--- Shows or hides the pointer over the window.
---
--- On failure: false.
function M.rt_winit_window_set_cursor_visible(window, visible)
    return C.rt_winit_window_set_cursor_visible(rt.to_integer(window), visible)
end

--- Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go.
---
--- On failure: false.
function M.rt_winit_window_set_cursor_grab(window, grab)
    return C.rt_winit_window_set_cursor_grab(rt.to_integer(window), grab)
end

--- Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
---
--- On failure: false.
function M.rt_winit_window_set_cursor_position(window, x, y)
    return C.rt_winit_window_set_cursor_position(rt.to_integer(window), rt.to_integer(x), rt.to_integer(y))
end

--- The type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
--- 7, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
--- entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
--- cancelled 52, input method enabled 60, its preedit 61, disabled 62.
---
--- On failure: -1.
function M.rt_winit_event_get_type(event)
    return rt.integer(C.rt_winit_event_get_type(rt.to_integer(event)))
end

--- The number of the window that it happened to, as `rt_winit_window_id` gives it.
---
--- On failure: -1.
function M.rt_winit_event_get_window_id(event)
    return rt.integer(C.rt_winit_event_get_window_id(rt.to_integer(event)))
end

--- Frees an event.
---
--- On failure: false.
function M.rt_winit_event_free(event)
    return C.rt_winit_event_free(rt.to_integer(event))
end

--- A resized window's new inner size.
---
--- On failure: width 0, height 0.
function M.rt_winit_event_window_resized(event)
    return rt.structures.RtWindowSize(C.rt_winit_event_window_resized(rt.to_integer(event)))
end

--- A moved window's new position.
---
--- On failure: x 0, y 0.
function M.rt_winit_event_window_moved(event)
    return rt.structures.RtWindowPosition(C.rt_winit_event_window_moved(rt.to_integer(event)))
end

--- Whether this is the user's wish to close the window.
---
--- On failure: false.
function M.rt_winit_event_window_close_requested(event)
    return C.rt_winit_event_window_close_requested(rt.to_integer(event))
end

--- True where the window got the keyboard, false where it lost it.
---
--- On failure: false.
function M.rt_winit_event_window_focused(event)
    return C.rt_winit_event_window_focused(rt.to_integer(event))
end

--- The new scale factor.
---
--- On failure: 0.0.
function M.rt_winit_event_window_scale_factor_changed(event)
    return C.rt_winit_event_window_scale_factor_changed(rt.to_integer(event))
end

--- Which key went down or up. A key that is held repeats its going down.
---
--- `scancode` is the number of the key's place: 30 is the key right of CapsLock whatever it bears; on Linux the
--- kernel's. `keycode` is the Windows virtual-key code of what the key bears in the layout that is set: A to
--- Z 65 to 90, digits 48 to 57, Escape 27, Enter 13, Space 32, Backspace 8, Tab 9, Left 37, Up 38, Right 39,
--- Down 40, F1 to F24 112 to 135, left and right Shift 160 and 161, Control 162 and 163, Alt 164 and 165; 0
--- where it has none. What is typed arrives as received characters.
---
--- On failure: scancode 0, keycode 0, pressed false.
function M.rt_winit_event_keyboard_input(event)
    return rt.structures.RtKeyInput(C.rt_winit_event_keyboard_input(rt.to_integer(event)))
end

--- The number of the key's place.
---
--- On failure: -1.
function M.rt_winit_event_keyboard_scancode(event)
    return rt.integer(C.rt_winit_event_keyboard_scancode(rt.to_integer(event)))
end

--- The key's Windows virtual-key code, 0 where it has none.
---
--- On failure: -1.
function M.rt_winit_event_keyboard_virtual_keycode(event)
    return rt.integer(C.rt_winit_event_keyboard_virtual_keycode(rt.to_integer(event)))
end

--- The modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
--- 2, Alt 4, Super 8, added up.
---
--- On failure: -1.
function M.rt_winit_event_keyboard_modifiers(event)
    return rt.integer(C.rt_winit_event_keyboard_modifiers(rt.to_integer(event)))
end

--- What was typed: mostly one character, composed where it was composed (dead keys, an input method), and
--- never a control character. Empty where this is another type of event.
---
--- On failure: "".
function M.rt_winit_event_received_character(event)
    return rt.take_text(C.rt_winit_event_received_character(rt.to_integer(event)))
end

--- Which mouse button went down or up: left 0, right 1, middle 2, others from 3.
---
--- On failure: button 0, pressed false.
function M.rt_winit_event_mouse_button(event)
    return rt.structures.RtMouseButtonInput(C.rt_winit_event_mouse_button(rt.to_integer(event)))
end

--- Where in the window the pointer is now.
---
--- On failure: x 0.0, y 0.0.
function M.rt_winit_event_mouse_moved(event)
    return rt.structures.RtMousePosition(C.rt_winit_event_mouse_moved(rt.to_integer(event)))
end

--- How far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.
---
--- On failure: delta_x 0.0, delta_y 0.0.
function M.rt_winit_event_mouse_wheel(event)
    return rt.structures.RtMouseWheelDelta(C.rt_winit_event_mouse_wheel(rt.to_integer(event)))
end

--- Whether this is the pointer coming into the window.
---
--- On failure: false.
function M.rt_winit_event_cursor_entered(event)
    return C.rt_winit_event_cursor_entered(rt.to_integer(event))
end

--- Whether this is the pointer leaving the window.
---
--- On failure: false.
function M.rt_winit_event_cursor_left(event)
    return C.rt_winit_event_cursor_left(rt.to_integer(event))
end

--- What a finger does on a touch screen.
---
--- On failure: finger 0, phase 0, x 0.0, y 0.0.
function M.rt_winit_event_touch(event)
    return rt.structures.RtTouchInput(C.rt_winit_event_touch(rt.to_integer(event)))
end

--- How many monitors there are; 0 where there is no display.
---
--- On failure: -1.
function M.rt_winit_monitor_count()
    return rt.integer(C.rt_winit_monitor_count())
end

--- A monitor's name, as the window system has it.
---
--- On failure: "".
function M.rt_winit_monitor_get_name(monitor_id)
    return rt.take_text(C.rt_winit_monitor_get_name(rt.to_integer(monitor_id)))
end

--- A monitor's size in physical pixels.
---
--- On failure: width 0, height 0.
function M.rt_winit_monitor_get_size(monitor_id)
    return rt.structures.RtWindowSize(C.rt_winit_monitor_get_size(rt.to_integer(monitor_id)))
end

--- The place of a monitor's upper left corner on the desktop, in physical pixels.
---
--- On failure: x 0, y 0.
function M.rt_winit_monitor_get_position(monitor_id)
    return rt.structures.RtWindowPosition(C.rt_winit_monitor_get_position(rt.to_integer(monitor_id)))
end

--- A monitor's physical pixels for each logical one.
---
--- On failure: 0.0.
function M.rt_winit_monitor_get_scale_factor(monitor_id)
    return C.rt_winit_monitor_get_scale_factor(rt.to_integer(monitor_id))
end

--- The clipboard's text. `""` where it holds the empty text, and on failure: where it holds no text, where there
--- is no display, and where the program that offers the text does not answer for 2 seconds.
---
--- On failure: "".
function M.rt_winit_clipboard_get_text()
    return rt.take_text(C.rt_winit_clipboard_get_text())
end

--- Puts a text into the clipboard, where it stays until another program or call puts something there, while
--- this process lives. X servers take some 16 million bytes; a longer text fails.
---
--- On failure: false.
function M.rt_winit_clipboard_set_text(text)
    return C.rt_winit_clipboard_set_text(rt.text(text))
end

--- Why this thread's last failed winit call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
function M.rt_winit_get_last_error()
    return rt.take_text(C.rt_winit_get_last_error())
end

--- The handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each
--- is freed like that of a single one.
---
--- On failure: [].
function M.rt_winit_event_loop_poll_all(event_loop, max_events)
    return rt.take_numbers(C.rt_winit_event_loop_poll_all(rt.to_integer(event_loop), rt.to_integer(max_events)), C.rt_i64_array_free)
end

--- Frees many events at once; gives how many of them were alive.
---
--- On failure: -1.
function M.rt_winit_event_free_all(events)
    local events_data, events_len = rt.integers(events)
    return rt.integer(C.rt_winit_event_free_all(events_data, events_len))
end

--- Whether this going down of a key is a repetition, because it is held, also where it was held already when the
--- window got the keyboard.
---
--- On failure: false.
function M.rt_winit_event_keyboard_repeat(event)
    return C.rt_winit_event_keyboard_repeat(rt.to_integer(event))
end

--- Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
--- red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
--- pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. In a window
--- that was made `transparent`, on X11 with a compositor, what is behind it takes black's place. A
--- redraw-requested event says that it must be shown anew. Fails on X screens of fewer than 24 bits a pixel, and
--- on Wayland in windows of more than 268 million pixels.
---
--- The call returns once the picture is on its way to the screen; nothing more is needed for it to arrive. While
--- two before it still are on theirs, it waits.
---
--- On failure: false.
function M.rt_winit_window_present_rgba(window, width, height, pixels)
    local pixels_data, pixels_len = rt.bytes(pixels)
    return C.rt_winit_window_present_rgba(rt.to_integer(window), rt.to_integer(width), rt.to_integer(height), pixels_data, pixels_len)
end

--- Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
--- one. May be called on any thread, to tell that there is something else to do.
---
--- On failure: false.
function M.rt_winit_event_loop_wake(event_loop)
    return C.rt_winit_event_loop_wake(rt.to_integer(event_loop))
end

--- Whether the window has the keyboard.
---
--- On failure: false.
function M.rt_winit_window_has_focus(window)
    return C.rt_winit_window_has_focus(rt.to_integer(window))
end

--- Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
--- or asks no longer. It ends by itself when the window gets the keyboard.
---
--- On failure: false.
function M.rt_winit_window_request_attention(window, wanted)
    return C.rt_winit_window_request_attention(rt.to_integer(window), wanted)
end

--- The number of the monitor that most of the window is on.
---
--- On failure: -1.
function M.rt_winit_window_get_monitor(window)
    return rt.integer(C.rt_winit_window_get_monitor(rt.to_integer(window)))
end

--- Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
--- back to its size.
---
--- On failure: false.
function M.rt_winit_window_set_fullscreen_on(window, monitor_id)
    return C.rt_winit_window_set_fullscreen_on(rt.to_integer(window), rt.to_integer(monitor_id))
end

--- The number of the desktop's main monitor. Fails on Wayland, which has none.
---
--- On failure: -1.
function M.rt_winit_monitor_primary()
    return rt.integer(C.rt_winit_monitor_primary())
end

--- How often a monitor shows a picture, in hertz; 0 where the window system does not tell.
---
--- On failure: 0.0.
function M.rt_winit_monitor_get_refresh_rate(monitor_id)
    return C.rt_winit_monitor_get_refresh_rate(rt.to_integer(monitor_id))
end

--- What a GPU library makes a surface of. Valid until the window is freed.
---
--- On failure: platform 0, window 0, display 0, screen 0, visual 0.
function M.rt_winit_window_raw_handle(window)
    return rt.structures.RtWindowRawHandle(C.rt_winit_window_raw_handle(rt.to_integer(window)))
end

--- Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
--- bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.
---
--- On failure: false.
function M.rt_winit_window_set_icon(window, width, height, pixels)
    local pixels_data, pixels_len = rt.bytes(pixels)
    return C.rt_winit_window_set_icon(rt.to_integer(window), rt.to_integer(width), rt.to_integer(height), pixels_data, pixels_len)
end

--- The path of a file that is dragged over the window or was dropped on it; each of several has its own event.
---
--- On failure: "".
function M.rt_winit_event_file_path(event)
    return rt.take_text(C.rt_winit_event_file_path(rt.to_integer(event)))
end

--- Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
--- composes arrives as preedit events, what it has composed as received characters.
---
--- On failure: false.
function M.rt_winit_window_set_ime_allowed(window, allowed)
    return C.rt_winit_window_set_ime_allowed(rt.to_integer(window), allowed)
end

--- Where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
--- to 32,767, sides 0 to 32,767.
---
--- On failure: false.
function M.rt_winit_window_set_ime_area(window, x, y, width, height)
    return C.rt_winit_window_set_ime_area(rt.to_integer(window), rt.to_integer(x), rt.to_integer(y), rt.to_integer(width), rt.to_integer(height))
end

--- What an input method is composing.
---
--- On failure: text "", cursor_start -1, cursor_end -1.
function M.rt_winit_event_ime_preedit(event)
    return rt.structures.RtImePreedit(C.rt_winit_event_ime_preedit(rt.to_integer(event)))
end

--- The same as `rt_winit_event_window_scale_factor_changed`, under its older name.
---
--- On failure: 0.0.
function M.rt_winit_event_window_scale_factor(event)
    return C.rt_winit_event_window_scale_factor(rt.to_integer(event))
end

--- Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
--- is hidden and stays in its place, and the mouse's motion arrives in mouse-motion events, which no edge ends,
--- and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
--- is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.
---
--- On failure: false.
function M.rt_winit_window_set_relative_mouse(window, relative)
    return C.rt_winit_window_set_relative_mouse(rt.to_integer(window), relative)
end

--- How far the mouse itself moved, of a mouse-motion event, which comes where
--- `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that
--- the pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell
--- them here too.
---
--- On failure: delta_x 0.0, delta_y 0.0.
function M.rt_winit_event_mouse_motion(event)
    return rt.structures.RtMouseMotion(C.rt_winit_event_mouse_motion(rt.to_integer(event)))
end

--- Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
--- `crosshair`, `wait`, `grab`, `ew-resize` and so on.
---
--- On failure: false.
function M.rt_winit_window_set_cursor_icon(window, icon)
    return C.rt_winit_window_set_cursor_icon(rt.to_integer(window), rt.text(icon))
end

--- Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
--- 1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.
---
--- On failure: false.
function M.rt_winit_window_set_cursor_image(window, width, height, hot_x, hot_y, pixels)
    local pixels_data, pixels_len = rt.bytes(pixels)
    return C.rt_winit_window_set_cursor_image(rt.to_integer(window), rt.to_integer(width), rt.to_integer(height), rt.to_integer(hot_x), rt.to_integer(hot_y), pixels_data, pixels_len)
end

--- True where this build holds the winit library, as it does where this links.
function M.rt_winit_available()
    return C.rt_winit_available()
end

--- Forgets why this thread's last failed winit call failed.
function M.rt_winit_clear_error()
    C.rt_winit_clear_error()
end

--- The version of the wrapped library, the crate `winit`.
function M.rt_winit_version()
    return rt.take_text(C.rt_winit_version())
end

--- Frees it; a second time does nothing.
function M.EventLoop:_release()
    quietly(C.rt_winit_event_loop_free, self.handle)
end

--- Makes an event loop: a queue of events, and the windows that send to it. Any number can be open at a time
--- and one after another, on any thread; behind them works one thread of the process, started by the first.
---
--- 0 where there is no display: none that WAYLAND_DISPLAY, WAYLAND_SOCKET or DISPLAY names answers. Once
--- there was one, the process keeps to it; where it goes away, its windows are gone, every call that needs
--- it fails, and the process goes on. The loop lives until `rt_winit_event_loop_free`.
---
--- On failure: 0.
function M.EventLoop.new()
    local result = C.rt_winit_event_loop_new()
    if result == 0 then check() end
    return M.EventLoop.wrap(result, nil, true)
end

--- Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
--- waits frees the window. Events go on to queue up, for another thread or for later. True at once where
--- there is no window; false where the loop is freed or the display lost.
---
--- On failure: false.
function M.EventLoop:run_return()
    local result = C.rt_winit_event_loop_run_return(self.handle)
    if result == false then check() end
    return result
end

--- The next event's handle, or 0 where there is none. `max_events` is the most events that may be taken: 0
--- takes none.
---
--- At most 65,536 events wait: past that, motion of the pointer or of a finger that a later motion outdates
--- goes first, then the oldest. The event lives until `rt_winit_event_free`, whatever becomes of its window.
---
--- On failure: 0.
function M.EventLoop:poll_events(max_events)
    local result = C.rt_winit_event_loop_poll_events(self.handle, rt.to_integer(max_events))
    if result == 0 then check() end
    return M.WindowEvent.wrap(result, nil, true)
end

--- The next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
--- where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.
---
--- On failure: 0.
function M.EventLoop:wait_events(timeout_ms)
    local result = C.rt_winit_event_loop_wait_events(self.handle, rt.to_integer(timeout_ms))
    if result == 0 then check() end
    return M.WindowEvent.wrap(result, nil, true)
end

--- Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
--- is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
--- `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
---
--- On failure: 0.
function M.EventLoop:window_new(width, height, title)
    local result = C.rt_winit_window_new(self.handle, rt.to_integer(width), rt.to_integer(height), rt.text(title))
    if result == 0 then check() end
    return M.Window.wrap(result, self, true)
end

--- Opens a window as a JSON object describes it: `width` (800), `height` (600), `title` (""), `resizable`
--- (true), `decorations` (true), `transparent` (false), `always_on_top` (false), `fullscreen` (false),
--- `maximized` (false), `visible` (true), `min_width`, `min_height`, `max_width`, `max_height` (0: none), `x` and
--- `y` (where its frame's upper left corner is to be), `app_id` (the name of the application's desktop entry, by
--- which a desktop groups windows and, on Wayland, finds their icon). An unknown key, and what the window system
--- cannot do, fails and is named.
---
--- On failure: 0.
function M.EventLoop:window_new_with_config(config_json)
    local result = C.rt_winit_window_new_with_config(self.handle, rt.text(config_json))
    if result == 0 then check() end
    return M.Window.wrap(result, self, true)
end

--- The handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each
--- is freed like that of a single one.
---
--- On failure: [].
function M.EventLoop:poll_all(max_events)
    local result = rt.take_numbers(C.rt_winit_event_loop_poll_all(self.handle, rt.to_integer(max_events)), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
--- one. May be called on any thread, to tell that there is something else to do.
---
--- On failure: false.
function M.EventLoop:wake()
    local result = C.rt_winit_event_loop_wake(self.handle)
    if result == false then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.WindowEvent:_release()
    quietly(C.rt_winit_event_free, self.handle)
end

--- The type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
--- 7, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
--- entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
--- cancelled 52, input method enabled 60, its preedit 61, disabled 62.
---
--- On failure: -1.
function M.WindowEvent:get_type()
    local result = rt.integer(C.rt_winit_event_get_type(self.handle))
    if result == -1 then check() end
    return result
end

--- The number of the window that it happened to, as `rt_winit_window_id` gives it.
---
--- On failure: -1.
function M.WindowEvent:get_window_id()
    local result = rt.integer(C.rt_winit_event_get_window_id(self.handle))
    if result == -1 then check() end
    return result
end

--- A resized window's new inner size.
---
--- On failure: width 0, height 0.
function M.WindowEvent:window_resized()
    local result = rt.structures.RtWindowSize(C.rt_winit_event_window_resized(self.handle))
    if result["width"] == 0 and result["height"] == 0 then check() end
    return result
end

--- A moved window's new position.
---
--- On failure: x 0, y 0.
function M.WindowEvent:window_moved()
    local result = rt.structures.RtWindowPosition(C.rt_winit_event_window_moved(self.handle))
    if result["x"] == 0 and result["y"] == 0 then check() end
    return result
end

--- Whether this is the user's wish to close the window.
---
--- On failure: false.
function M.WindowEvent:window_close_requested()
    local result = C.rt_winit_event_window_close_requested(self.handle)
    if result == false then check() end
    return result
end

--- True where the window got the keyboard, false where it lost it.
---
--- On failure: false.
function M.WindowEvent:window_focused()
    local result = C.rt_winit_event_window_focused(self.handle)
    if result == false then check() end
    return result
end

--- The new scale factor.
---
--- On failure: 0.0.
function M.WindowEvent:window_scale_factor_changed()
    local result = C.rt_winit_event_window_scale_factor_changed(self.handle)
    if result == 0.0 then check() end
    return result
end

--- Which key went down or up. A key that is held repeats its going down.
---
--- `scancode` is the number of the key's place: 30 is the key right of CapsLock whatever it bears; on Linux the
--- kernel's. `keycode` is the Windows virtual-key code of what the key bears in the layout that is set: A to
--- Z 65 to 90, digits 48 to 57, Escape 27, Enter 13, Space 32, Backspace 8, Tab 9, Left 37, Up 38, Right 39,
--- Down 40, F1 to F24 112 to 135, left and right Shift 160 and 161, Control 162 and 163, Alt 164 and 165; 0
--- where it has none. What is typed arrives as received characters.
---
--- On failure: scancode 0, keycode 0, pressed false.
function M.WindowEvent:keyboard_input()
    local result = rt.structures.RtKeyInput(C.rt_winit_event_keyboard_input(self.handle))
    if result["scancode"] == 0 and result["keycode"] == 0 and result["pressed"] == false then check() end
    return result
end

--- The number of the key's place.
---
--- On failure: -1.
function M.WindowEvent:keyboard_scancode()
    local result = rt.integer(C.rt_winit_event_keyboard_scancode(self.handle))
    if result == -1 then check() end
    return result
end

--- The key's Windows virtual-key code, 0 where it has none.
---
--- On failure: -1.
function M.WindowEvent:keyboard_virtual_keycode()
    local result = rt.integer(C.rt_winit_event_keyboard_virtual_keycode(self.handle))
    if result == -1 then check() end
    return result
end

--- The modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
--- 2, Alt 4, Super 8, added up.
---
--- On failure: -1.
function M.WindowEvent:keyboard_modifiers()
    local result = rt.integer(C.rt_winit_event_keyboard_modifiers(self.handle))
    if result == -1 then check() end
    return result
end

--- What was typed: mostly one character, composed where it was composed (dead keys, an input method), and
--- never a control character. Empty where this is another type of event.
---
--- On failure: "".
function M.WindowEvent:received_character()
    local result = rt.take_text(C.rt_winit_event_received_character(self.handle))
    if result == "" then check() end
    return result
end

--- Which mouse button went down or up: left 0, right 1, middle 2, others from 3.
---
--- On failure: button 0, pressed false.
function M.WindowEvent:mouse_button()
    local result = rt.structures.RtMouseButtonInput(C.rt_winit_event_mouse_button(self.handle))
    if result["button"] == 0 and result["pressed"] == false then check() end
    return result
end

--- Where in the window the pointer is now.
---
--- On failure: x 0.0, y 0.0.
function M.WindowEvent:mouse_moved()
    local result = rt.structures.RtMousePosition(C.rt_winit_event_mouse_moved(self.handle))
    if result["x"] == 0.0 and result["y"] == 0.0 then check() end
    return result
end

--- How far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.
---
--- On failure: delta_x 0.0, delta_y 0.0.
function M.WindowEvent:mouse_wheel()
    local result = rt.structures.RtMouseWheelDelta(C.rt_winit_event_mouse_wheel(self.handle))
    if result["delta_x"] == 0.0 and result["delta_y"] == 0.0 then check() end
    return result
end

--- Whether this is the pointer coming into the window.
---
--- On failure: false.
function M.WindowEvent:cursor_entered()
    local result = C.rt_winit_event_cursor_entered(self.handle)
    if result == false then check() end
    return result
end

--- Whether this is the pointer leaving the window.
---
--- On failure: false.
function M.WindowEvent:cursor_left()
    local result = C.rt_winit_event_cursor_left(self.handle)
    if result == false then check() end
    return result
end

--- What a finger does on a touch screen.
---
--- On failure: finger 0, phase 0, x 0.0, y 0.0.
function M.WindowEvent:touch()
    local result = rt.structures.RtTouchInput(C.rt_winit_event_touch(self.handle))
    if result["finger"] == 0 and result["phase"] == 0 and result["x"] == 0.0 and result["y"] == 0.0 then check() end
    return result
end

--- Whether this going down of a key is a repetition, because it is held, also where it was held already when the
--- window got the keyboard.
---
--- On failure: false.
function M.WindowEvent:keyboard_repeat()
    local result = C.rt_winit_event_keyboard_repeat(self.handle)
    if result == false then check() end
    return result
end

--- The path of a file that is dragged over the window or was dropped on it; each of several has its own event.
---
--- On failure: "".
function M.WindowEvent:file_path()
    local result = rt.take_text(C.rt_winit_event_file_path(self.handle))
    if result == "" then check() end
    return result
end

--- What an input method is composing.
---
--- On failure: text "", cursor_start -1, cursor_end -1.
function M.WindowEvent:ime_preedit()
    local result = rt.structures.RtImePreedit(C.rt_winit_event_ime_preedit(self.handle))
    if result["text"] == "" and result["cursor_start"] == -1 and result["cursor_end"] == -1 then check() end
    return result
end

--- The same as `rt_winit_event_window_scale_factor_changed`, under its older name.
---
--- On failure: 0.0.
function M.WindowEvent:window_scale_factor()
    local result = C.rt_winit_event_window_scale_factor(self.handle)
    if result == 0.0 then check() end
    return result
end

--- How far the mouse itself moved, of a mouse-motion event, which comes where
--- `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that
--- the pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell
--- them here too.
---
--- On failure: delta_x 0.0, delta_y 0.0.
function M.WindowEvent:mouse_motion()
    local result = rt.structures.RtMouseMotion(C.rt_winit_event_mouse_motion(self.handle))
    if result["delta_x"] == 0.0 and result["delta_y"] == 0.0 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.Window:_release()
    quietly(C.rt_winit_window_free, self.handle)
end

--- The inner size, as the window system last confirmed it.
---
--- On failure: width 0, height 0.
function M.Window:get_size()
    local result = rt.structures.RtWindowSize(C.rt_winit_window_get_size(self.handle))
    if result["width"] == 0 and result["height"] == 0 then check() end
    return result
end

--- Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
--- a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
---
--- On failure: false.
function M.Window:set_size(width, height)
    local result = C.rt_winit_window_set_size(self.handle, rt.to_integer(width), rt.to_integer(height))
    if result == false then check() end
    return result
end

--- The position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
---
--- On failure: x 0, y 0.
function M.Window:get_position()
    local result = rt.structures.RtWindowPosition(C.rt_winit_window_get_position(self.handle))
    if result["x"] == 0 and result["y"] == 0 then check() end
    return result
end

--- Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
--- 200 ms for the window system to agree. Fails on Wayland, where the user places windows.
---
--- On failure: false.
function M.Window:set_position(x, y)
    local result = C.rt_winit_window_set_position(self.handle, rt.to_integer(x), rt.to_integer(y))
    if result == false then check() end
    return result
end

--- The inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
---
--- On failure: width 0, height 0.
function M.Window:get_inner_size()
    local result = rt.structures.RtWindowSize(C.rt_winit_window_get_inner_size(self.handle))
    if result["width"] == 0 and result["height"] == 0 then check() end
    return result
end

--- The size with the frame that the window system draws around it.
---
--- On failure: width 0, height 0.
function M.Window:get_outer_size()
    local result = rt.structures.RtWindowSize(C.rt_winit_window_get_outer_size(self.handle))
    if result["width"] == 0 and result["height"] == 0 then check() end
    return result
end

--- The least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
---
--- On failure: false.
function M.Window:set_min_size(width, height)
    local result = C.rt_winit_window_set_min_size(self.handle, rt.to_integer(width), rt.to_integer(height))
    if result == false then check() end
    return result
end

--- The greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
---
--- On failure: false.
function M.Window:set_max_size(width, height)
    local result = C.rt_winit_window_set_max_size(self.handle, rt.to_integer(width), rt.to_integer(height))
    if result == false then check() end
    return result
end

--- Sets the title, of at most 65,535 bytes.
---
--- On failure: false.
function M.Window:set_title(title)
    local result = C.rt_winit_window_set_title(self.handle, rt.text(title))
    if result == false then check() end
    return result
end

--- Shows or hides the window. Hiding fails on Wayland.
---
--- On failure: false.
function M.Window:set_visible(visible)
    local result = C.rt_winit_window_set_visible(self.handle, visible)
    if result == false then check() end
    return result
end

--- Whether the window is shown, if perhaps covered by others.
---
--- On failure: false.
function M.Window:is_visible()
    local result = C.rt_winit_window_is_visible(self.handle)
    if result == false then check() end
    return result
end

--- Lets the user change the window's size, or not.
---
--- On failure: false.
function M.Window:set_resizable(resizable)
    local result = C.rt_winit_window_set_resizable(self.handle, resizable)
    if result == false then check() end
    return result
end

--- Minimises the window, or brings it back; bringing it back fails on Wayland.
---
--- On failure: false.
function M.Window:set_minimized(minimized)
    local result = C.rt_winit_window_set_minimized(self.handle, minimized)
    if result == false then check() end
    return result
end

--- Maximises the window, or brings it back to its size.
---
--- On failure: false.
function M.Window:set_maximized(maximized)
    local result = C.rt_winit_window_set_maximized(self.handle, maximized)
    if result == false then check() end
    return result
end

--- Whether the window is maximised, as the window system says.
---
--- On failure: false.
function M.Window:is_maximized()
    local result = C.rt_winit_window_is_maximized(self.handle)
    if result == false then check() end
    return result
end

--- Makes the window fill its monitor, without a frame, or brings it back to its size.
---
--- On failure: false.
function M.Window:set_fullscreen(fullscreen)
    local result = C.rt_winit_window_set_fullscreen(self.handle, fullscreen)
    if result == false then check() end
    return result
end

--- Whether the window fills its monitor, as the window system says.
---
--- On failure: false.
function M.Window:is_fullscreen()
    local result = C.rt_winit_window_is_fullscreen(self.handle)
    if result == false then check() end
    return result
end

--- Gives the window a frame with a title bar, or none.
---
--- On failure: false.
function M.Window:set_decorations(decorations)
    local result = C.rt_winit_window_set_decorations(self.handle, decorations)
    if result == false then check() end
    return result
end

--- Keeps the window above others, or lets it be covered. The former fails on Wayland.
---
--- On failure: false.
function M.Window:set_always_on_top(on_top)
    local result = C.rt_winit_window_set_always_on_top(self.handle, on_top)
    if result == false then check() end
    return result
end

--- Asks for the keyboard. Fails on Wayland, where the user gives it.
---
--- On failure: false.
function M.Window:focus()
    local result = C.rt_winit_window_focus(self.handle)
    if result == false then check() end
    return result
end

--- Asks for a redraw-requested event.
---
--- On failure: false.
function M.Window:request_redraw()
    local result = C.rt_winit_window_request_redraw(self.handle)
    if result == false then check() end
    return result
end

--- The window system's number for the window, which its events bear: on X11 its XID.
---
--- On failure: -1.
function M.Window:id()
    local result = rt.integer(C.rt_winit_window_id(self.handle))
    if result == -1 then check() end
    return result
end

--- Physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
---
--- On failure: 0.0.
function M.Window:scale_factor()
    local result = C.rt_winit_window_scale_factor(self.handle)
    if result == 0.0 then check() end
    return result
end

--- Shows or hides the pointer over the window.
---
--- On failure: false.
function M.Window:set_cursor_visible(visible)
    local result = C.rt_winit_window_set_cursor_visible(self.handle, visible)
    if result == false then check() end
    return result
end

--- Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go.
---
--- On failure: false.
function M.Window:set_cursor_grab(grab)
    local result = C.rt_winit_window_set_cursor_grab(self.handle, grab)
    if result == false then check() end
    return result
end

--- Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
---
--- On failure: false.
function M.Window:set_cursor_position(x, y)
    local result = C.rt_winit_window_set_cursor_position(self.handle, rt.to_integer(x), rt.to_integer(y))
    if result == false then check() end
    return result
end

--- Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
--- red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
--- pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. In a window
--- that was made `transparent`, on X11 with a compositor, what is behind it takes black's place. A
--- redraw-requested event says that it must be shown anew. Fails on X screens of fewer than 24 bits a pixel, and
--- on Wayland in windows of more than 268 million pixels.
---
--- The call returns once the picture is on its way to the screen; nothing more is needed for it to arrive. While
--- two before it still are on theirs, it waits.
---
--- On failure: false.
function M.Window:present_rgba(width, height, pixels)
    local pixels_data, pixels_len = rt.bytes(pixels)
    local result = C.rt_winit_window_present_rgba(self.handle, rt.to_integer(width), rt.to_integer(height), pixels_data, pixels_len)
    if result == false then check() end
    return result
end

--- Whether the window has the keyboard.
---
--- On failure: false.
function M.Window:has_focus()
    local result = C.rt_winit_window_has_focus(self.handle)
    if result == false then check() end
    return result
end

--- Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
--- or asks no longer. It ends by itself when the window gets the keyboard.
---
--- On failure: false.
function M.Window:request_attention(wanted)
    local result = C.rt_winit_window_request_attention(self.handle, wanted)
    if result == false then check() end
    return result
end

--- The number of the monitor that most of the window is on.
---
--- On failure: -1.
function M.Window:get_monitor()
    local result = rt.integer(C.rt_winit_window_get_monitor(self.handle))
    if result == -1 then check() end
    return result
end

--- Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
--- back to its size.
---
--- On failure: false.
function M.Window:set_fullscreen_on(monitor_id)
    local result = C.rt_winit_window_set_fullscreen_on(self.handle, rt.to_integer(monitor_id))
    if result == false then check() end
    return result
end

--- What a GPU library makes a surface of. Valid until the window is freed.
---
--- On failure: platform 0, window 0, display 0, screen 0, visual 0.
function M.Window:raw_handle()
    local result = rt.structures.RtWindowRawHandle(C.rt_winit_window_raw_handle(self.handle))
    if result["platform"] == 0 and result["window"] == 0 and result["display"] == 0 and result["screen"] == 0 and result["visual"] == 0 then check() end
    return result
end

--- Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
--- bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.
---
--- On failure: false.
function M.Window:set_icon(width, height, pixels)
    local pixels_data, pixels_len = rt.bytes(pixels)
    local result = C.rt_winit_window_set_icon(self.handle, rt.to_integer(width), rt.to_integer(height), pixels_data, pixels_len)
    if result == false then check() end
    return result
end

--- Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
--- composes arrives as preedit events, what it has composed as received characters.
---
--- On failure: false.
function M.Window:set_ime_allowed(allowed)
    local result = C.rt_winit_window_set_ime_allowed(self.handle, allowed)
    if result == false then check() end
    return result
end

--- Where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
--- to 32,767, sides 0 to 32,767.
---
--- On failure: false.
function M.Window:set_ime_area(x, y, width, height)
    local result = C.rt_winit_window_set_ime_area(self.handle, rt.to_integer(x), rt.to_integer(y), rt.to_integer(width), rt.to_integer(height))
    if result == false then check() end
    return result
end

--- Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
--- is hidden and stays in its place, and the mouse's motion arrives in mouse-motion events, which no edge ends,
--- and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
--- is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.
---
--- On failure: false.
function M.Window:set_relative_mouse(relative)
    local result = C.rt_winit_window_set_relative_mouse(self.handle, relative)
    if result == false then check() end
    return result
end

--- Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
--- `crosshair`, `wait`, `grab`, `ew-resize` and so on.
---
--- On failure: false.
function M.Window:set_cursor_icon(icon)
    local result = C.rt_winit_window_set_cursor_icon(self.handle, rt.text(icon))
    if result == false then check() end
    return result
end

--- Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
--- 1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.
---
--- On failure: false.
function M.Window:set_cursor_image(width, height, hot_x, hot_y, pixels)
    local pixels_data, pixels_len = rt.bytes(pixels)
    local result = C.rt_winit_window_set_cursor_image(self.handle, rt.to_integer(width), rt.to_integer(height), rt.to_integer(hot_x), rt.to_integer(hot_y), pixels_data, pixels_len)
    if result == false then check() end
    return result
end

return M
