# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

module SimpleNative
  # Windows, input, monitors and the clipboard, over the crates `winit`, `softbuffer` and `arboard`.
  #
  # winit has one event loop in a process's life; it runs on a thread of ours (`display`, `app`). What C calls
  # an event loop (`event_loop`) is a queue with the windows that send to it; what C calls a window (`window`)
  # asks that thread. `exports` are the functions that C calls, in the contract's order.
  module Winit
    extend Library
    self.library = "winit"

    # A size in physical pixels.
    WindowSize = Runtime.structure(16, "@0q@8q", [:i64, :i64], :width, :height)

    # A position on the desktop in physical pixels, from its upper left corner.
    WindowPosition = Runtime.structure(16, "@0q@8q", [:i64, :i64], :x, :y)

    # A key that went down or up.
    KeyInput = Runtime.structure(24, "@0q@8q@16C", [:i64, :i64, :bool], :scancode, :keycode, :pressed)

    # A mouse button that went down or up.
    MouseButtonInput = Runtime.structure(16, "@0q@8C", [:i64, :bool], :button, :pressed)

    # A place in a window in physical pixels, from its upper left corner.
    MousePosition = Runtime.structure(16, "@0d@8d", [:f64, :f64], :x, :y)

    # How far a wheel turned.
    MouseWheelDelta = Runtime.structure(16, "@0d@8d", [:f64, :f64], :delta_x, :delta_y)

    # A finger on a touch screen.
    TouchInput = Runtime.structure(32, "@0q@8q@16d@24d", [:i64, :i64, :f64, :f64], :finger, :phase, :x, :y)

    # What a GPU library makes a surface of.
    WindowRawHandle = Runtime.structure(40, "@0q@8q@16q@24q@32q", [:i64, :i64, :i64, :i64, :i64], :platform, :window, :display, :screen, :visual)

    # What an input method is composing.
    ImePreedit = Runtime.structure(24, "@0J@8q@16q", [:text, :i64, :i64], :text, :cursor_start, :cursor_end)

    # How far the mouse itself moved.
    MouseMotion = Runtime.structure(16, "@0d@8d", [:f64, :f64], :delta_x, :delta_y)

    RT_WINIT_EVENT_LOOP_NEW = declare("rt_winit_event_loop_new", [], I64)
    # Makes an event loop: a queue of events, and the windows that send to it. Any number can be open at a time
    # and one after another, on any thread; behind them works one thread of the process, started by the first.
    #
    # 0 where there is no display: none that WAYLAND_DISPLAY, WAYLAND_SOCKET or DISPLAY names answers. Once
    # there was one, the process keeps to it; where it goes away, its windows are gone, every call that needs
    # it fails, and the process goes on. The loop lives until `rt_winit_event_loop_free`.
    #
    # On failure: 0.
    def self.rt_winit_event_loop_new() = RT_WINIT_EVENT_LOOP_NEW.call()

    RT_WINIT_EVENT_LOOP_FREE = declare("rt_winit_event_loop_free", [I64], BOOL)
    # Frees an event loop with its windows, whose handles are stale then. Calls that wait in it fail.
    #
    # On failure: false.
    def self.rt_winit_event_loop_free(event_loop) = RT_WINIT_EVENT_LOOP_FREE.call(Runtime.integer(event_loop)) != 0

    RT_WINIT_EVENT_LOOP_RUN_RETURN = declare("rt_winit_event_loop_run_return", [I64], BOOL)
    # Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
    # waits frees the window. Events go on to queue up, for another thread or for later. True at once where
    # there is no window; false where the loop is freed or the display lost.
    #
    # On failure: false.
    def self.rt_winit_event_loop_run_return(event_loop) = RT_WINIT_EVENT_LOOP_RUN_RETURN.call(Runtime.integer(event_loop)) != 0

    RT_WINIT_EVENT_LOOP_POLL_EVENTS = declare("rt_winit_event_loop_poll_events", [I64, I64], I64)
    # The next event's handle, or 0 where there is none. `max_events` is the most events that may be taken: 0
    # takes none.
    #
    # At most 65,536 events wait: past that, motion of the pointer or of a finger that a later motion outdates
    # goes first, then the oldest. The event lives until `rt_winit_event_free`, whatever becomes of its window.
    #
    # On failure: 0.
    def self.rt_winit_event_loop_poll_events(event_loop, max_events) = RT_WINIT_EVENT_LOOP_POLL_EVENTS.call(Runtime.integer(event_loop), Runtime.integer(max_events))

    RT_WINIT_EVENT_LOOP_WAIT_EVENTS = declare("rt_winit_event_loop_wait_events", [I64, I64], I64)
    # The next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
    # where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.
    #
    # On failure: 0.
    def self.rt_winit_event_loop_wait_events(event_loop, timeout_ms) = RT_WINIT_EVENT_LOOP_WAIT_EVENTS.call(Runtime.integer(event_loop), Runtime.integer(timeout_ms))

    RT_WINIT_WINDOW_NEW = declare("rt_winit_window_new", [I64, I64, I64, PTR], I64)
    # Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
    # is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
    # `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
    #
    # On failure: 0.
    def self.rt_winit_window_new(event_loop, width, height, title) = RT_WINIT_WINDOW_NEW.call(Runtime.integer(event_loop), Runtime.integer(width), Runtime.integer(height), Runtime.text(title))

    RT_WINIT_WINDOW_NEW_WITH_CONFIG = declare("rt_winit_window_new_with_config", [I64, PTR], I64)
    # Opens a window as a JSON object describes it: `width` (800), `height` (600), `title` (""), `resizable`
    # (true), `decorations` (true), `transparent` (false), `always_on_top` (false), `fullscreen` (false),
    # `maximized` (false), `visible` (true), `min_width`, `min_height`, `max_width`, `max_height` (0: none), `x` and
    # `y` (where its frame's upper left corner is to be), `app_id` (the name of the application's desktop entry, by
    # which a desktop groups windows and, on Wayland, finds their icon). An unknown key, and what the window system
    # cannot do, fails and is named.
    #
    # On failure: 0.
    def self.rt_winit_window_new_with_config(event_loop, config_json) = RT_WINIT_WINDOW_NEW_WITH_CONFIG.call(Runtime.integer(event_loop), Runtime.text(config_json))

    RT_WINIT_WINDOW_FREE = declare("rt_winit_window_free", [I64], BOOL)
    # Closes a window. Its loop gets a destroyed event.
    #
    # On failure: false.
    def self.rt_winit_window_free(window) = RT_WINIT_WINDOW_FREE.call(Runtime.integer(window)) != 0

    RT_WINIT_WINDOW_GET_SIZE = declare("rt_winit_window_get_size", [I64], WindowSize)
    # The inner size, as the window system last confirmed it.
    #
    # On failure: width 0, height 0.
    def self.rt_winit_window_get_size(window) = RT_WINIT_WINDOW_GET_SIZE.call(Runtime.integer(window))

    RT_WINIT_WINDOW_SET_SIZE = declare("rt_winit_window_set_size", [I64, I64, I64], BOOL)
    # Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
    # a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
    #
    # On failure: false.
    def self.rt_winit_window_set_size(window, width, height) = RT_WINIT_WINDOW_SET_SIZE.call(Runtime.integer(window), Runtime.integer(width), Runtime.integer(height)) != 0

    RT_WINIT_WINDOW_GET_POSITION = declare("rt_winit_window_get_position", [I64], WindowPosition)
    # The position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
    #
    # On failure: x 0, y 0.
    def self.rt_winit_window_get_position(window) = RT_WINIT_WINDOW_GET_POSITION.call(Runtime.integer(window))

    RT_WINIT_WINDOW_SET_POSITION = declare("rt_winit_window_set_position", [I64, I64, I64], BOOL)
    # Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
    # 200 ms for the window system to agree. Fails on Wayland, where the user places windows.
    #
    # On failure: false.
    def self.rt_winit_window_set_position(window, x, y) = RT_WINIT_WINDOW_SET_POSITION.call(Runtime.integer(window), Runtime.integer(x), Runtime.integer(y)) != 0

    RT_WINIT_WINDOW_GET_INNER_SIZE = declare("rt_winit_window_get_inner_size", [I64], WindowSize)
    # The inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
    #
    # On failure: width 0, height 0.
    def self.rt_winit_window_get_inner_size(window) = RT_WINIT_WINDOW_GET_INNER_SIZE.call(Runtime.integer(window))

    RT_WINIT_WINDOW_GET_OUTER_SIZE = declare("rt_winit_window_get_outer_size", [I64], WindowSize)
    # The size with the frame that the window system draws around it.
    #
    # On failure: width 0, height 0.
    def self.rt_winit_window_get_outer_size(window) = RT_WINIT_WINDOW_GET_OUTER_SIZE.call(Runtime.integer(window))

    RT_WINIT_WINDOW_SET_MIN_SIZE = declare("rt_winit_window_set_min_size", [I64, I64, I64], BOOL)
    # The least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
    #
    # On failure: false.
    def self.rt_winit_window_set_min_size(window, width, height) = RT_WINIT_WINDOW_SET_MIN_SIZE.call(Runtime.integer(window), Runtime.integer(width), Runtime.integer(height)) != 0

    RT_WINIT_WINDOW_SET_MAX_SIZE = declare("rt_winit_window_set_max_size", [I64, I64, I64], BOOL)
    # The greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
    #
    # On failure: false.
    def self.rt_winit_window_set_max_size(window, width, height) = RT_WINIT_WINDOW_SET_MAX_SIZE.call(Runtime.integer(window), Runtime.integer(width), Runtime.integer(height)) != 0

    RT_WINIT_WINDOW_SET_TITLE = declare("rt_winit_window_set_title", [I64, PTR], BOOL)
    # Sets the title, of at most 65,535 bytes.
    #
    # On failure: false.
    def self.rt_winit_window_set_title(window, title) = RT_WINIT_WINDOW_SET_TITLE.call(Runtime.integer(window), Runtime.text(title)) != 0

    RT_WINIT_WINDOW_SET_VISIBLE = declare("rt_winit_window_set_visible", [I64, BOOL], BOOL)
    # Shows or hides the window. Hiding fails on Wayland.
    #
    # On failure: false.
    def self.rt_winit_window_set_visible(window, visible) = RT_WINIT_WINDOW_SET_VISIBLE.call(Runtime.integer(window), visible ? 1 : 0) != 0

    RT_WINIT_WINDOW_IS_VISIBLE = declare("rt_winit_window_is_visible", [I64], BOOL)
    # Whether the window is shown, if perhaps covered by others.
    #
    # On failure: false.
    def self.rt_winit_window_is_visible(window) = RT_WINIT_WINDOW_IS_VISIBLE.call(Runtime.integer(window)) != 0

    RT_WINIT_WINDOW_SET_RESIZABLE = declare("rt_winit_window_set_resizable", [I64, BOOL], BOOL)
    # Lets the user change the window's size, or not.
    #
    # On failure: false.
    def self.rt_winit_window_set_resizable(window, resizable) = RT_WINIT_WINDOW_SET_RESIZABLE.call(Runtime.integer(window), resizable ? 1 : 0) != 0

    RT_WINIT_WINDOW_SET_MINIMIZED = declare("rt_winit_window_set_minimized", [I64, BOOL], BOOL)
    # Minimises the window, or brings it back; bringing it back fails on Wayland.
    #
    # On failure: false.
    def self.rt_winit_window_set_minimized(window, minimized) = RT_WINIT_WINDOW_SET_MINIMIZED.call(Runtime.integer(window), minimized ? 1 : 0) != 0

    RT_WINIT_WINDOW_SET_MAXIMIZED = declare("rt_winit_window_set_maximized", [I64, BOOL], BOOL)
    # Maximises the window, or brings it back to its size.
    #
    # On failure: false.
    def self.rt_winit_window_set_maximized(window, maximized) = RT_WINIT_WINDOW_SET_MAXIMIZED.call(Runtime.integer(window), maximized ? 1 : 0) != 0

    RT_WINIT_WINDOW_IS_MAXIMIZED = declare("rt_winit_window_is_maximized", [I64], BOOL)
    # Whether the window is maximised, as the window system says.
    #
    # On failure: false.
    def self.rt_winit_window_is_maximized(window) = RT_WINIT_WINDOW_IS_MAXIMIZED.call(Runtime.integer(window)) != 0

    RT_WINIT_WINDOW_SET_FULLSCREEN = declare("rt_winit_window_set_fullscreen", [I64, BOOL], BOOL)
    # Makes the window fill its monitor, without a frame, or brings it back to its size.
    #
    # On failure: false.
    def self.rt_winit_window_set_fullscreen(window, fullscreen) = RT_WINIT_WINDOW_SET_FULLSCREEN.call(Runtime.integer(window), fullscreen ? 1 : 0) != 0

    RT_WINIT_WINDOW_IS_FULLSCREEN = declare("rt_winit_window_is_fullscreen", [I64], BOOL)
    # Whether the window fills its monitor, as the window system says.
    #
    # On failure: false.
    def self.rt_winit_window_is_fullscreen(window) = RT_WINIT_WINDOW_IS_FULLSCREEN.call(Runtime.integer(window)) != 0

    RT_WINIT_WINDOW_SET_DECORATIONS = declare("rt_winit_window_set_decorations", [I64, BOOL], BOOL)
    # Gives the window a frame with a title bar, or none.
    #
    # On failure: false.
    def self.rt_winit_window_set_decorations(window, decorations) = RT_WINIT_WINDOW_SET_DECORATIONS.call(Runtime.integer(window), decorations ? 1 : 0) != 0

    RT_WINIT_WINDOW_SET_ALWAYS_ON_TOP = declare("rt_winit_window_set_always_on_top", [I64, BOOL], BOOL)
    # Keeps the window above others, or lets it be covered. The former fails on Wayland.
    #
    # On failure: false.
    def self.rt_winit_window_set_always_on_top(window, on_top) = RT_WINIT_WINDOW_SET_ALWAYS_ON_TOP.call(Runtime.integer(window), on_top ? 1 : 0) != 0

    RT_WINIT_WINDOW_FOCUS = declare("rt_winit_window_focus", [I64], BOOL)
    # Asks for the keyboard. Fails on Wayland, where the user gives it.
    #
    # On failure: false.
    def self.rt_winit_window_focus(window) = RT_WINIT_WINDOW_FOCUS.call(Runtime.integer(window)) != 0

    RT_WINIT_WINDOW_REQUEST_REDRAW = declare("rt_winit_window_request_redraw", [I64], BOOL)
    # Asks for a redraw-requested event.
    #
    # On failure: false.
    def self.rt_winit_window_request_redraw(window) = RT_WINIT_WINDOW_REQUEST_REDRAW.call(Runtime.integer(window)) != 0

    RT_WINIT_WINDOW_ID = declare("rt_winit_window_id", [I64], I64)
    # The window system's number for the window, which its events bear: on X11 its XID.
    #
    # On failure: -1.
    def self.rt_winit_window_id(window) = RT_WINIT_WINDOW_ID.call(Runtime.integer(window))

    RT_WINIT_WINDOW_SCALE_FACTOR = declare("rt_winit_window_scale_factor", [I64], F64)
    # Physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
    #
    # On failure: 0.0.
    def self.rt_winit_window_scale_factor(window) = RT_WINIT_WINDOW_SCALE_FACTOR.call(Runtime.integer(window))

    RT_WINIT_WINDOW_SET_CURSOR_VISIBLE = declare("rt_winit_window_set_cursor_visible", [I64, BOOL], BOOL)
    # Shows or hides the pointer over the window.
    #
    # On failure: false.
    def self.rt_winit_window_set_cursor_visible(window, visible) = RT_WINIT_WINDOW_SET_CURSOR_VISIBLE.call(Runtime.integer(window), visible ? 1 : 0) != 0

    RT_WINIT_WINDOW_SET_CURSOR_GRAB = declare("rt_winit_window_set_cursor_grab", [I64, BOOL], BOOL)
    # Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go.
    #
    # On failure: false.
    def self.rt_winit_window_set_cursor_grab(window, grab) = RT_WINIT_WINDOW_SET_CURSOR_GRAB.call(Runtime.integer(window), grab ? 1 : 0) != 0

    RT_WINIT_WINDOW_SET_CURSOR_POSITION = declare("rt_winit_window_set_cursor_position", [I64, I64, I64], BOOL)
    # Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
    #
    # On failure: false.
    def self.rt_winit_window_set_cursor_position(window, x, y) = RT_WINIT_WINDOW_SET_CURSOR_POSITION.call(Runtime.integer(window), Runtime.integer(x), Runtime.integer(y)) != 0

    RT_WINIT_EVENT_GET_TYPE = declare("rt_winit_event_get_type", [I64], I64)
    # The type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
    # 7, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
    # entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
    # cancelled 52, input method enabled 60, its preedit 61, disabled 62.
    #
    # On failure: -1.
    def self.rt_winit_event_get_type(event) = RT_WINIT_EVENT_GET_TYPE.call(Runtime.integer(event))

    RT_WINIT_EVENT_GET_WINDOW_ID = declare("rt_winit_event_get_window_id", [I64], I64)
    # The number of the window that it happened to, as `rt_winit_window_id` gives it.
    #
    # On failure: -1.
    def self.rt_winit_event_get_window_id(event) = RT_WINIT_EVENT_GET_WINDOW_ID.call(Runtime.integer(event))

    RT_WINIT_EVENT_FREE = declare("rt_winit_event_free", [I64], BOOL)
    # Frees an event.
    #
    # On failure: false.
    def self.rt_winit_event_free(event) = RT_WINIT_EVENT_FREE.call(Runtime.integer(event)) != 0

    RT_WINIT_EVENT_WINDOW_RESIZED = declare("rt_winit_event_window_resized", [I64], WindowSize)
    # A resized window's new inner size.
    #
    # On failure: width 0, height 0.
    def self.rt_winit_event_window_resized(event) = RT_WINIT_EVENT_WINDOW_RESIZED.call(Runtime.integer(event))

    RT_WINIT_EVENT_WINDOW_MOVED = declare("rt_winit_event_window_moved", [I64], WindowPosition)
    # A moved window's new position.
    #
    # On failure: x 0, y 0.
    def self.rt_winit_event_window_moved(event) = RT_WINIT_EVENT_WINDOW_MOVED.call(Runtime.integer(event))

    RT_WINIT_EVENT_WINDOW_CLOSE_REQUESTED = declare("rt_winit_event_window_close_requested", [I64], BOOL)
    # Whether this is the user's wish to close the window.
    #
    # On failure: false.
    def self.rt_winit_event_window_close_requested(event) = RT_WINIT_EVENT_WINDOW_CLOSE_REQUESTED.call(Runtime.integer(event)) != 0

    RT_WINIT_EVENT_WINDOW_FOCUSED = declare("rt_winit_event_window_focused", [I64], BOOL)
    # True where the window got the keyboard, false where it lost it.
    #
    # On failure: false.
    def self.rt_winit_event_window_focused(event) = RT_WINIT_EVENT_WINDOW_FOCUSED.call(Runtime.integer(event)) != 0

    RT_WINIT_EVENT_WINDOW_SCALE_FACTOR_CHANGED = declare("rt_winit_event_window_scale_factor_changed", [I64], F64)
    # The new scale factor.
    #
    # On failure: 0.0.
    def self.rt_winit_event_window_scale_factor_changed(event) = RT_WINIT_EVENT_WINDOW_SCALE_FACTOR_CHANGED.call(Runtime.integer(event))

    RT_WINIT_EVENT_KEYBOARD_INPUT = declare("rt_winit_event_keyboard_input", [I64], KeyInput)
    # Which key went down or up. A key that is held repeats its going down.
    #
    # `scancode` is the number of the key's place: 30 is the key right of CapsLock whatever it bears; on Linux the
    # kernel's. `keycode` is the Windows virtual-key code of what the key bears in the layout that is set: A to
    # Z 65 to 90, digits 48 to 57, Escape 27, Enter 13, Space 32, Backspace 8, Tab 9, Left 37, Up 38, Right 39,
    # Down 40, F1 to F24 112 to 135, left and right Shift 160 and 161, Control 162 and 163, Alt 164 and 165; 0
    # where it has none. What is typed arrives as received characters.
    #
    # On failure: scancode 0, keycode 0, pressed false.
    def self.rt_winit_event_keyboard_input(event) = RT_WINIT_EVENT_KEYBOARD_INPUT.call(Runtime.integer(event))

    RT_WINIT_EVENT_KEYBOARD_SCANCODE = declare("rt_winit_event_keyboard_scancode", [I64], I64)
    # The number of the key's place.
    #
    # On failure: -1.
    def self.rt_winit_event_keyboard_scancode(event) = RT_WINIT_EVENT_KEYBOARD_SCANCODE.call(Runtime.integer(event))

    RT_WINIT_EVENT_KEYBOARD_VIRTUAL_KEYCODE = declare("rt_winit_event_keyboard_virtual_keycode", [I64], I64)
    # The key's Windows virtual-key code, 0 where it has none.
    #
    # On failure: -1.
    def self.rt_winit_event_keyboard_virtual_keycode(event) = RT_WINIT_EVENT_KEYBOARD_VIRTUAL_KEYCODE.call(Runtime.integer(event))

    RT_WINIT_EVENT_KEYBOARD_MODIFIERS = declare("rt_winit_event_keyboard_modifiers", [I64], I64)
    # The modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
    # 2, Alt 4, Super 8, added up.
    #
    # On failure: -1.
    def self.rt_winit_event_keyboard_modifiers(event) = RT_WINIT_EVENT_KEYBOARD_MODIFIERS.call(Runtime.integer(event))

    RT_WINIT_EVENT_RECEIVED_CHARACTER = declare("rt_winit_event_received_character", [I64], PTR)
    # What was typed: mostly one character, composed where it was composed (dead keys, an input method), and
    # never a control character. Empty where this is another type of event.
    #
    # On failure: "".
    def self.rt_winit_event_received_character(event) = Runtime.take_text(RT_WINIT_EVENT_RECEIVED_CHARACTER.call(Runtime.integer(event)))

    RT_WINIT_EVENT_MOUSE_BUTTON = declare("rt_winit_event_mouse_button", [I64], MouseButtonInput)
    # Which mouse button went down or up: left 0, right 1, middle 2, others from 3.
    #
    # On failure: button 0, pressed false.
    def self.rt_winit_event_mouse_button(event) = RT_WINIT_EVENT_MOUSE_BUTTON.call(Runtime.integer(event))

    RT_WINIT_EVENT_MOUSE_MOVED = declare("rt_winit_event_mouse_moved", [I64], MousePosition)
    # Where in the window the pointer is now.
    #
    # On failure: x 0.0, y 0.0.
    def self.rt_winit_event_mouse_moved(event) = RT_WINIT_EVENT_MOUSE_MOVED.call(Runtime.integer(event))

    RT_WINIT_EVENT_MOUSE_WHEEL = declare("rt_winit_event_mouse_wheel", [I64], MouseWheelDelta)
    # How far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.
    #
    # On failure: delta_x 0.0, delta_y 0.0.
    def self.rt_winit_event_mouse_wheel(event) = RT_WINIT_EVENT_MOUSE_WHEEL.call(Runtime.integer(event))

    RT_WINIT_EVENT_CURSOR_ENTERED = declare("rt_winit_event_cursor_entered", [I64], BOOL)
    # Whether this is the pointer coming into the window.
    #
    # On failure: false.
    def self.rt_winit_event_cursor_entered(event) = RT_WINIT_EVENT_CURSOR_ENTERED.call(Runtime.integer(event)) != 0

    RT_WINIT_EVENT_CURSOR_LEFT = declare("rt_winit_event_cursor_left", [I64], BOOL)
    # Whether this is the pointer leaving the window.
    #
    # On failure: false.
    def self.rt_winit_event_cursor_left(event) = RT_WINIT_EVENT_CURSOR_LEFT.call(Runtime.integer(event)) != 0

    RT_WINIT_EVENT_TOUCH = declare("rt_winit_event_touch", [I64], TouchInput)
    # What a finger does on a touch screen.
    #
    # On failure: finger 0, phase 0, x 0.0, y 0.0.
    def self.rt_winit_event_touch(event) = RT_WINIT_EVENT_TOUCH.call(Runtime.integer(event))

    RT_WINIT_MONITOR_COUNT = declare("rt_winit_monitor_count", [], I64)
    # How many monitors there are; 0 where there is no display.
    #
    # On failure: -1.
    def self.rt_winit_monitor_count() = RT_WINIT_MONITOR_COUNT.call()

    RT_WINIT_MONITOR_GET_NAME = declare("rt_winit_monitor_get_name", [I64], PTR)
    # A monitor's name, as the window system has it.
    #
    # On failure: "".
    def self.rt_winit_monitor_get_name(monitor_id) = Runtime.take_text(RT_WINIT_MONITOR_GET_NAME.call(Runtime.integer(monitor_id)))

    RT_WINIT_MONITOR_GET_SIZE = declare("rt_winit_monitor_get_size", [I64], WindowSize)
    # A monitor's size in physical pixels.
    #
    # On failure: width 0, height 0.
    def self.rt_winit_monitor_get_size(monitor_id) = RT_WINIT_MONITOR_GET_SIZE.call(Runtime.integer(monitor_id))

    RT_WINIT_MONITOR_GET_POSITION = declare("rt_winit_monitor_get_position", [I64], WindowPosition)
    # The place of a monitor's upper left corner on the desktop, in physical pixels.
    #
    # On failure: x 0, y 0.
    def self.rt_winit_monitor_get_position(monitor_id) = RT_WINIT_MONITOR_GET_POSITION.call(Runtime.integer(monitor_id))

    RT_WINIT_MONITOR_GET_SCALE_FACTOR = declare("rt_winit_monitor_get_scale_factor", [I64], F64)
    # A monitor's physical pixels for each logical one.
    #
    # On failure: 0.0.
    def self.rt_winit_monitor_get_scale_factor(monitor_id) = RT_WINIT_MONITOR_GET_SCALE_FACTOR.call(Runtime.integer(monitor_id))

    RT_WINIT_CLIPBOARD_GET_TEXT = declare("rt_winit_clipboard_get_text", [], PTR)
    # The clipboard's text. `""` where it holds the empty text, and on failure: where it holds no text, where there
    # is no display, and where the program that offers the text does not answer for 2 seconds.
    #
    # On failure: "".
    def self.rt_winit_clipboard_get_text() = Runtime.take_text(RT_WINIT_CLIPBOARD_GET_TEXT.call())

    RT_WINIT_CLIPBOARD_SET_TEXT = declare("rt_winit_clipboard_set_text", [PTR], BOOL)
    # Puts a text into the clipboard, where it stays until another program or call puts something there, while
    # this process lives. X servers take some 16 million bytes; a longer text fails.
    #
    # On failure: false.
    def self.rt_winit_clipboard_set_text(text) = RT_WINIT_CLIPBOARD_SET_TEXT.call(Runtime.text(text)) != 0

    RT_WINIT_GET_LAST_ERROR = declare("rt_winit_get_last_error", [], PTR)
    # Why this thread's last failed winit call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    def self.rt_winit_get_last_error() = Runtime.take_text(RT_WINIT_GET_LAST_ERROR.call())

    RT_WINIT_EVENT_LOOP_POLL_ALL = declare("rt_winit_event_loop_poll_all", [I64, I64], :integers)
    # The handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each
    # is freed like that of a single one.
    #
    # On failure: [].
    def self.rt_winit_event_loop_poll_all(event_loop, max_events) = RT_WINIT_EVENT_LOOP_POLL_ALL.call(Runtime.integer(event_loop), Runtime.integer(max_events))

    RT_WINIT_EVENT_FREE_ALL = declare("rt_winit_event_free_all", [PTR, I64], I64)
    # Frees many events at once; gives how many of them were alive.
    #
    # On failure: -1.
    def self.rt_winit_event_free_all(events) = RT_WINIT_EVENT_FREE_ALL.call(*Runtime.integers(events))

    RT_WINIT_EVENT_KEYBOARD_REPEAT = declare("rt_winit_event_keyboard_repeat", [I64], BOOL)
    # Whether this going down of a key is a repetition, because it is held, also where it was held already when the
    # window got the keyboard.
    #
    # On failure: false.
    def self.rt_winit_event_keyboard_repeat(event) = RT_WINIT_EVENT_KEYBOARD_REPEAT.call(Runtime.integer(event)) != 0

    RT_WINIT_WINDOW_PRESENT_RGBA = declare("rt_winit_window_present_rgba", [I64, I64, I64, PTR, I64], BOOL)
    # Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
    # red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
    # pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. In a window
    # that was made `transparent`, on X11 with a compositor, what is behind it takes black's place. A
    # redraw-requested event says that it must be shown anew. Fails on X screens of fewer than 24 bits a pixel, and
    # on Wayland in windows of more than 268 million pixels.
    #
    # The call returns once the picture is on its way to the screen; nothing more is needed for it to arrive. While
    # two before it still are on theirs, it waits.
    #
    # On failure: false.
    def self.rt_winit_window_present_rgba(window, width, height, pixels) = RT_WINIT_WINDOW_PRESENT_RGBA.call(Runtime.integer(window), Runtime.integer(width), Runtime.integer(height), *Runtime.bytes(pixels)) != 0

    RT_WINIT_EVENT_LOOP_WAKE = declare("rt_winit_event_loop_wake", [I64], BOOL)
    # Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
    # one. May be called on any thread, to tell that there is something else to do.
    #
    # On failure: false.
    def self.rt_winit_event_loop_wake(event_loop) = RT_WINIT_EVENT_LOOP_WAKE.call(Runtime.integer(event_loop)) != 0

    RT_WINIT_WINDOW_HAS_FOCUS = declare("rt_winit_window_has_focus", [I64], BOOL)
    # Whether the window has the keyboard.
    #
    # On failure: false.
    def self.rt_winit_window_has_focus(window) = RT_WINIT_WINDOW_HAS_FOCUS.call(Runtime.integer(window)) != 0

    RT_WINIT_WINDOW_REQUEST_ATTENTION = declare("rt_winit_window_request_attention", [I64, BOOL], BOOL)
    # Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
    # or asks no longer. It ends by itself when the window gets the keyboard.
    #
    # On failure: false.
    def self.rt_winit_window_request_attention(window, wanted) = RT_WINIT_WINDOW_REQUEST_ATTENTION.call(Runtime.integer(window), wanted ? 1 : 0) != 0

    RT_WINIT_WINDOW_GET_MONITOR = declare("rt_winit_window_get_monitor", [I64], I64)
    # The number of the monitor that most of the window is on.
    #
    # On failure: -1.
    def self.rt_winit_window_get_monitor(window) = RT_WINIT_WINDOW_GET_MONITOR.call(Runtime.integer(window))

    RT_WINIT_WINDOW_SET_FULLSCREEN_ON = declare("rt_winit_window_set_fullscreen_on", [I64, I64], BOOL)
    # Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
    # back to its size.
    #
    # On failure: false.
    def self.rt_winit_window_set_fullscreen_on(window, monitor_id) = RT_WINIT_WINDOW_SET_FULLSCREEN_ON.call(Runtime.integer(window), Runtime.integer(monitor_id)) != 0

    RT_WINIT_MONITOR_PRIMARY = declare("rt_winit_monitor_primary", [], I64)
    # The number of the desktop's main monitor. Fails on Wayland, which has none.
    #
    # On failure: -1.
    def self.rt_winit_monitor_primary() = RT_WINIT_MONITOR_PRIMARY.call()

    RT_WINIT_MONITOR_GET_REFRESH_RATE = declare("rt_winit_monitor_get_refresh_rate", [I64], F64)
    # How often a monitor shows a picture, in hertz; 0 where the window system does not tell.
    #
    # On failure: 0.0.
    def self.rt_winit_monitor_get_refresh_rate(monitor_id) = RT_WINIT_MONITOR_GET_REFRESH_RATE.call(Runtime.integer(monitor_id))

    RT_WINIT_WINDOW_RAW_HANDLE = declare("rt_winit_window_raw_handle", [I64], WindowRawHandle)
    # What a GPU library makes a surface of. Valid until the window is freed.
    #
    # On failure: platform 0, window 0, display 0, screen 0, visual 0.
    def self.rt_winit_window_raw_handle(window) = RT_WINIT_WINDOW_RAW_HANDLE.call(Runtime.integer(window))

    RT_WINIT_WINDOW_SET_ICON = declare("rt_winit_window_set_icon", [I64, I64, I64, PTR, I64], BOOL)
    # Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
    # bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.
    #
    # On failure: false.
    def self.rt_winit_window_set_icon(window, width, height, pixels) = RT_WINIT_WINDOW_SET_ICON.call(Runtime.integer(window), Runtime.integer(width), Runtime.integer(height), *Runtime.bytes(pixels)) != 0

    RT_WINIT_EVENT_FILE_PATH = declare("rt_winit_event_file_path", [I64], PTR)
    # The path of a file that is dragged over the window or was dropped on it; each of several has its own event.
    #
    # On failure: "".
    def self.rt_winit_event_file_path(event) = Runtime.take_text(RT_WINIT_EVENT_FILE_PATH.call(Runtime.integer(event)))

    RT_WINIT_WINDOW_SET_IME_ALLOWED = declare("rt_winit_window_set_ime_allowed", [I64, BOOL], BOOL)
    # Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
    # composes arrives as preedit events, what it has composed as received characters.
    #
    # On failure: false.
    def self.rt_winit_window_set_ime_allowed(window, allowed) = RT_WINIT_WINDOW_SET_IME_ALLOWED.call(Runtime.integer(window), allowed ? 1 : 0) != 0

    RT_WINIT_WINDOW_SET_IME_AREA = declare("rt_winit_window_set_ime_area", [I64, I64, I64, I64, I64], BOOL)
    # Where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
    # to 32,767, sides 0 to 32,767.
    #
    # On failure: false.
    def self.rt_winit_window_set_ime_area(window, x, y, width, height) = RT_WINIT_WINDOW_SET_IME_AREA.call(Runtime.integer(window), Runtime.integer(x), Runtime.integer(y), Runtime.integer(width), Runtime.integer(height)) != 0

    RT_WINIT_EVENT_IME_PREEDIT = declare("rt_winit_event_ime_preedit", [I64], ImePreedit)
    # What an input method is composing.
    #
    # On failure: text "", cursor_start -1, cursor_end -1.
    def self.rt_winit_event_ime_preedit(event) = RT_WINIT_EVENT_IME_PREEDIT.call(Runtime.integer(event))

    RT_WINIT_EVENT_WINDOW_SCALE_FACTOR = declare("rt_winit_event_window_scale_factor", [I64], F64)
    # The same as `rt_winit_event_window_scale_factor_changed`, under its older name.
    #
    # On failure: 0.0.
    def self.rt_winit_event_window_scale_factor(event) = RT_WINIT_EVENT_WINDOW_SCALE_FACTOR.call(Runtime.integer(event))

    RT_WINIT_WINDOW_SET_RELATIVE_MOUSE = declare("rt_winit_window_set_relative_mouse", [I64, BOOL], BOOL)
    # Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
    # is hidden and stays in its place, and the mouse's motion arrives in mouse-motion events, which no edge ends,
    # and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
    # is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.
    #
    # On failure: false.
    def self.rt_winit_window_set_relative_mouse(window, relative) = RT_WINIT_WINDOW_SET_RELATIVE_MOUSE.call(Runtime.integer(window), relative ? 1 : 0) != 0

    RT_WINIT_EVENT_MOUSE_MOTION = declare("rt_winit_event_mouse_motion", [I64], MouseMotion)
    # How far the mouse itself moved, of a mouse-motion event, which comes where
    # `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that
    # the pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell
    # them here too.
    #
    # On failure: delta_x 0.0, delta_y 0.0.
    def self.rt_winit_event_mouse_motion(event) = RT_WINIT_EVENT_MOUSE_MOTION.call(Runtime.integer(event))

    RT_WINIT_WINDOW_SET_CURSOR_ICON = declare("rt_winit_window_set_cursor_icon", [I64, PTR], BOOL)
    # Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
    # `crosshair`, `wait`, `grab`, `ew-resize` and so on.
    #
    # On failure: false.
    def self.rt_winit_window_set_cursor_icon(window, icon) = RT_WINIT_WINDOW_SET_CURSOR_ICON.call(Runtime.integer(window), Runtime.text(icon)) != 0

    RT_WINIT_WINDOW_SET_CURSOR_IMAGE = declare("rt_winit_window_set_cursor_image", [I64, I64, I64, I64, I64, PTR, I64], BOOL)
    # Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
    # 1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.
    #
    # On failure: false.
    def self.rt_winit_window_set_cursor_image(window, width, height, hot_x, hot_y, pixels) = RT_WINIT_WINDOW_SET_CURSOR_IMAGE.call(Runtime.integer(window), Runtime.integer(width), Runtime.integer(height), Runtime.integer(hot_x), Runtime.integer(hot_y), *Runtime.bytes(pixels)) != 0

    RT_WINIT_AVAILABLE = declare("rt_winit_available", [], BOOL)
    # True where this build holds the winit library, as it does where this links.
    def self.rt_winit_available() = RT_WINIT_AVAILABLE.call() != 0

    RT_WINIT_CLEAR_ERROR = declare("rt_winit_clear_error", [], VOID)
    # Forgets why this thread's last failed winit call failed.
    def self.rt_winit_clear_error() = RT_WINIT_CLEAR_ERROR.call()

    RT_WINIT_VERSION = declare("rt_winit_version", [], PTR)
    # The version of the wrapped library, the crate `winit`.
    def self.rt_winit_version() = Runtime.take_text(RT_WINIT_VERSION.call())

    # A event loop. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class EventLoop < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Winit.quietly(RT_WINIT_EVENT_LOOP_FREE, handle)
      end

      # Makes an event loop: a queue of events, and the windows that send to it. Any number can be open at a time
      # and one after another, on any thread; behind them works one thread of the process, started by the first.
      #
      # 0 where there is no display: none that WAYLAND_DISPLAY, WAYLAND_SOCKET or DISPLAY names answers. Once
      # there was one, the process keeps to it; where it goes away, its windows are gone, every call that needs
      # it fails, and the process goes on. The loop lives until `rt_winit_event_loop_free`.
      #
      # On failure: 0.
      def self.new(&block)
        result = RT_WINIT_EVENT_LOOP_NEW.call()
        SimpleNative::Winit.check if result == 0
        EventLoop.wrap(result, nil, true, &block)
      end

      # Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
      # waits frees the window. Events go on to queue up, for another thread or for later. True at once where
      # there is no window; false where the loop is freed or the display lost.
      #
      # On failure: false.
      def run_return()
        result = RT_WINIT_EVENT_LOOP_RUN_RETURN.call(@handle) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # The next event's handle, or 0 where there is none. `max_events` is the most events that may be taken: 0
      # takes none.
      #
      # At most 65,536 events wait: past that, motion of the pointer or of a finger that a later motion outdates
      # goes first, then the oldest. The event lives until `rt_winit_event_free`, whatever becomes of its window.
      #
      # On failure: 0.
      def poll_events(max_events)
        result = RT_WINIT_EVENT_LOOP_POLL_EVENTS.call(@handle, Runtime.integer(max_events))
        SimpleNative::Winit.check if result == 0
        WindowEvent.wrap(result, nil, true)
      end

      # The next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
      # where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.
      #
      # On failure: 0.
      def wait_events(timeout_ms)
        result = RT_WINIT_EVENT_LOOP_WAIT_EVENTS.call(@handle, Runtime.integer(timeout_ms))
        SimpleNative::Winit.check if result == 0
        WindowEvent.wrap(result, nil, true)
      end

      # Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
      # is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
      # `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
      #
      # On failure: 0.
      def window_new(width, height, title)
        result = RT_WINIT_WINDOW_NEW.call(@handle, Runtime.integer(width), Runtime.integer(height), Runtime.text(title))
        SimpleNative::Winit.check if result == 0
        Window.wrap(result, self, true)
      end

      # Opens a window as a JSON object describes it: `width` (800), `height` (600), `title` (""), `resizable`
      # (true), `decorations` (true), `transparent` (false), `always_on_top` (false), `fullscreen` (false),
      # `maximized` (false), `visible` (true), `min_width`, `min_height`, `max_width`, `max_height` (0: none), `x` and
      # `y` (where its frame's upper left corner is to be), `app_id` (the name of the application's desktop entry, by
      # which a desktop groups windows and, on Wayland, finds their icon). An unknown key, and what the window system
      # cannot do, fails and is named.
      #
      # On failure: 0.
      def window_new_with_config(config_json)
        result = RT_WINIT_WINDOW_NEW_WITH_CONFIG.call(@handle, Runtime.text(config_json))
        SimpleNative::Winit.check if result == 0
        Window.wrap(result, self, true)
      end

      # The handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each
      # is freed like that of a single one.
      #
      # On failure: [].
      def poll_all(max_events)
        result = RT_WINIT_EVENT_LOOP_POLL_ALL.call(@handle, Runtime.integer(max_events))
        SimpleNative::Winit.check if result.empty?
        result
      end

      # Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
      # one. May be called on any thread, to tell that there is something else to do.
      #
      # On failure: false.
      def wake()
        result = RT_WINIT_EVENT_LOOP_WAKE.call(@handle) != 0
        SimpleNative::Winit.check if !result
        result
      end
    end

    # A window event. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class WindowEvent < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Winit.quietly(RT_WINIT_EVENT_FREE, handle)
      end

      # The type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
      # 7, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
      # entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
      # cancelled 52, input method enabled 60, its preedit 61, disabled 62.
      #
      # On failure: -1.
      def get_type()
        result = RT_WINIT_EVENT_GET_TYPE.call(@handle)
        SimpleNative::Winit.check if result == -1
        result
      end

      # The number of the window that it happened to, as `rt_winit_window_id` gives it.
      #
      # On failure: -1.
      def get_window_id()
        result = RT_WINIT_EVENT_GET_WINDOW_ID.call(@handle)
        SimpleNative::Winit.check if result == -1
        result
      end

      # A resized window's new inner size.
      #
      # On failure: width 0, height 0.
      def window_resized()
        result = RT_WINIT_EVENT_WINDOW_RESIZED.call(@handle)
        SimpleNative::Winit.check if result.width == 0 && result.height == 0
        result
      end

      # A moved window's new position.
      #
      # On failure: x 0, y 0.
      def window_moved()
        result = RT_WINIT_EVENT_WINDOW_MOVED.call(@handle)
        SimpleNative::Winit.check if result.x == 0 && result.y == 0
        result
      end

      # Whether this is the user's wish to close the window.
      #
      # On failure: false.
      def window_close_requested()
        result = RT_WINIT_EVENT_WINDOW_CLOSE_REQUESTED.call(@handle) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # True where the window got the keyboard, false where it lost it.
      #
      # On failure: false.
      def window_focused()
        result = RT_WINIT_EVENT_WINDOW_FOCUSED.call(@handle) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # The new scale factor.
      #
      # On failure: 0.0.
      def window_scale_factor_changed()
        result = RT_WINIT_EVENT_WINDOW_SCALE_FACTOR_CHANGED.call(@handle)
        SimpleNative::Winit.check if result == 0.0
        result
      end

      # Which key went down or up. A key that is held repeats its going down.
      #
      # `scancode` is the number of the key's place: 30 is the key right of CapsLock whatever it bears; on Linux the
      # kernel's. `keycode` is the Windows virtual-key code of what the key bears in the layout that is set: A to
      # Z 65 to 90, digits 48 to 57, Escape 27, Enter 13, Space 32, Backspace 8, Tab 9, Left 37, Up 38, Right 39,
      # Down 40, F1 to F24 112 to 135, left and right Shift 160 and 161, Control 162 and 163, Alt 164 and 165; 0
      # where it has none. What is typed arrives as received characters.
      #
      # On failure: scancode 0, keycode 0, pressed false.
      def keyboard_input()
        result = RT_WINIT_EVENT_KEYBOARD_INPUT.call(@handle)
        SimpleNative::Winit.check if result.scancode == 0 && result.keycode == 0 && result.pressed == false
        result
      end

      # The number of the key's place.
      #
      # On failure: -1.
      def keyboard_scancode()
        result = RT_WINIT_EVENT_KEYBOARD_SCANCODE.call(@handle)
        SimpleNative::Winit.check if result == -1
        result
      end

      # The key's Windows virtual-key code, 0 where it has none.
      #
      # On failure: -1.
      def keyboard_virtual_keycode()
        result = RT_WINIT_EVENT_KEYBOARD_VIRTUAL_KEYCODE.call(@handle)
        SimpleNative::Winit.check if result == -1
        result
      end

      # The modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
      # 2, Alt 4, Super 8, added up.
      #
      # On failure: -1.
      def keyboard_modifiers()
        result = RT_WINIT_EVENT_KEYBOARD_MODIFIERS.call(@handle)
        SimpleNative::Winit.check if result == -1
        result
      end

      # What was typed: mostly one character, composed where it was composed (dead keys, an input method), and
      # never a control character. Empty where this is another type of event.
      #
      # On failure: "".
      def received_character()
        result = Runtime.take_text(RT_WINIT_EVENT_RECEIVED_CHARACTER.call(@handle))
        SimpleNative::Winit.check if result == ""
        result
      end

      # Which mouse button went down or up: left 0, right 1, middle 2, others from 3.
      #
      # On failure: button 0, pressed false.
      def mouse_button()
        result = RT_WINIT_EVENT_MOUSE_BUTTON.call(@handle)
        SimpleNative::Winit.check if result.button == 0 && result.pressed == false
        result
      end

      # Where in the window the pointer is now.
      #
      # On failure: x 0.0, y 0.0.
      def mouse_moved()
        result = RT_WINIT_EVENT_MOUSE_MOVED.call(@handle)
        SimpleNative::Winit.check if result.x == 0.0 && result.y == 0.0
        result
      end

      # How far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.
      #
      # On failure: delta_x 0.0, delta_y 0.0.
      def mouse_wheel()
        result = RT_WINIT_EVENT_MOUSE_WHEEL.call(@handle)
        SimpleNative::Winit.check if result.delta_x == 0.0 && result.delta_y == 0.0
        result
      end

      # Whether this is the pointer coming into the window.
      #
      # On failure: false.
      def cursor_entered()
        result = RT_WINIT_EVENT_CURSOR_ENTERED.call(@handle) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Whether this is the pointer leaving the window.
      #
      # On failure: false.
      def cursor_left()
        result = RT_WINIT_EVENT_CURSOR_LEFT.call(@handle) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # What a finger does on a touch screen.
      #
      # On failure: finger 0, phase 0, x 0.0, y 0.0.
      def touch()
        result = RT_WINIT_EVENT_TOUCH.call(@handle)
        SimpleNative::Winit.check if result.finger == 0 && result.phase == 0 && result.x == 0.0 && result.y == 0.0
        result
      end

      # Whether this going down of a key is a repetition, because it is held, also where it was held already when the
      # window got the keyboard.
      #
      # On failure: false.
      def keyboard_repeat()
        result = RT_WINIT_EVENT_KEYBOARD_REPEAT.call(@handle) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # The path of a file that is dragged over the window or was dropped on it; each of several has its own event.
      #
      # On failure: "".
      def file_path()
        result = Runtime.take_text(RT_WINIT_EVENT_FILE_PATH.call(@handle))
        SimpleNative::Winit.check if result == ""
        result
      end

      # What an input method is composing.
      #
      # On failure: text "", cursor_start -1, cursor_end -1.
      def ime_preedit()
        result = RT_WINIT_EVENT_IME_PREEDIT.call(@handle)
        SimpleNative::Winit.check if result.text == "" && result.cursor_start == -1 && result.cursor_end == -1
        result
      end

      # The same as `rt_winit_event_window_scale_factor_changed`, under its older name.
      #
      # On failure: 0.0.
      def window_scale_factor()
        result = RT_WINIT_EVENT_WINDOW_SCALE_FACTOR.call(@handle)
        SimpleNative::Winit.check if result == 0.0
        result
      end

      # How far the mouse itself moved, of a mouse-motion event, which comes where
      # `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that
      # the pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell
      # them here too.
      #
      # On failure: delta_x 0.0, delta_y 0.0.
      def mouse_motion()
        result = RT_WINIT_EVENT_MOUSE_MOTION.call(@handle)
        SimpleNative::Winit.check if result.delta_x == 0.0 && result.delta_y == 0.0
        result
      end
    end

    # A window. It belongs to its event loop and is freed with it, or by `close`.
    class Window < Owner
      self.collected = false
      self.releaser = lambda do |handle, parent|
        SimpleNative::Winit.quietly(RT_WINIT_WINDOW_FREE, handle)
      end

      # The inner size, as the window system last confirmed it.
      #
      # On failure: width 0, height 0.
      def get_size()
        result = RT_WINIT_WINDOW_GET_SIZE.call(@handle)
        SimpleNative::Winit.check if result.width == 0 && result.height == 0
        result
      end

      # Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
      # a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
      #
      # On failure: false.
      def set_size(width, height)
        result = RT_WINIT_WINDOW_SET_SIZE.call(@handle, Runtime.integer(width), Runtime.integer(height)) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # The position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
      #
      # On failure: x 0, y 0.
      def get_position()
        result = RT_WINIT_WINDOW_GET_POSITION.call(@handle)
        SimpleNative::Winit.check if result.x == 0 && result.y == 0
        result
      end

      # Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
      # 200 ms for the window system to agree. Fails on Wayland, where the user places windows.
      #
      # On failure: false.
      def set_position(x, y)
        result = RT_WINIT_WINDOW_SET_POSITION.call(@handle, Runtime.integer(x), Runtime.integer(y)) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # The inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
      #
      # On failure: width 0, height 0.
      def get_inner_size()
        result = RT_WINIT_WINDOW_GET_INNER_SIZE.call(@handle)
        SimpleNative::Winit.check if result.width == 0 && result.height == 0
        result
      end

      # The size with the frame that the window system draws around it.
      #
      # On failure: width 0, height 0.
      def get_outer_size()
        result = RT_WINIT_WINDOW_GET_OUTER_SIZE.call(@handle)
        SimpleNative::Winit.check if result.width == 0 && result.height == 0
        result
      end

      # The least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
      #
      # On failure: false.
      def set_min_size(width, height)
        result = RT_WINIT_WINDOW_SET_MIN_SIZE.call(@handle, Runtime.integer(width), Runtime.integer(height)) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # The greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
      #
      # On failure: false.
      def set_max_size(width, height)
        result = RT_WINIT_WINDOW_SET_MAX_SIZE.call(@handle, Runtime.integer(width), Runtime.integer(height)) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Sets the title, of at most 65,535 bytes.
      #
      # On failure: false.
      def set_title(title)
        result = RT_WINIT_WINDOW_SET_TITLE.call(@handle, Runtime.text(title)) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Shows or hides the window. Hiding fails on Wayland.
      #
      # On failure: false.
      def set_visible(visible)
        result = RT_WINIT_WINDOW_SET_VISIBLE.call(@handle, visible ? 1 : 0) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Whether the window is shown, if perhaps covered by others.
      #
      # On failure: false.
      def is_visible()
        result = RT_WINIT_WINDOW_IS_VISIBLE.call(@handle) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Lets the user change the window's size, or not.
      #
      # On failure: false.
      def set_resizable(resizable)
        result = RT_WINIT_WINDOW_SET_RESIZABLE.call(@handle, resizable ? 1 : 0) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Minimises the window, or brings it back; bringing it back fails on Wayland.
      #
      # On failure: false.
      def set_minimized(minimized)
        result = RT_WINIT_WINDOW_SET_MINIMIZED.call(@handle, minimized ? 1 : 0) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Maximises the window, or brings it back to its size.
      #
      # On failure: false.
      def set_maximized(maximized)
        result = RT_WINIT_WINDOW_SET_MAXIMIZED.call(@handle, maximized ? 1 : 0) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Whether the window is maximised, as the window system says.
      #
      # On failure: false.
      def is_maximized()
        result = RT_WINIT_WINDOW_IS_MAXIMIZED.call(@handle) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Makes the window fill its monitor, without a frame, or brings it back to its size.
      #
      # On failure: false.
      def set_fullscreen(fullscreen)
        result = RT_WINIT_WINDOW_SET_FULLSCREEN.call(@handle, fullscreen ? 1 : 0) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Whether the window fills its monitor, as the window system says.
      #
      # On failure: false.
      def is_fullscreen()
        result = RT_WINIT_WINDOW_IS_FULLSCREEN.call(@handle) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Gives the window a frame with a title bar, or none.
      #
      # On failure: false.
      def set_decorations(decorations)
        result = RT_WINIT_WINDOW_SET_DECORATIONS.call(@handle, decorations ? 1 : 0) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Keeps the window above others, or lets it be covered. The former fails on Wayland.
      #
      # On failure: false.
      def set_always_on_top(on_top)
        result = RT_WINIT_WINDOW_SET_ALWAYS_ON_TOP.call(@handle, on_top ? 1 : 0) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Asks for the keyboard. Fails on Wayland, where the user gives it.
      #
      # On failure: false.
      def focus()
        result = RT_WINIT_WINDOW_FOCUS.call(@handle) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Asks for a redraw-requested event.
      #
      # On failure: false.
      def request_redraw()
        result = RT_WINIT_WINDOW_REQUEST_REDRAW.call(@handle) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # The window system's number for the window, which its events bear: on X11 its XID.
      #
      # On failure: -1.
      def id()
        result = RT_WINIT_WINDOW_ID.call(@handle)
        SimpleNative::Winit.check if result == -1
        result
      end

      # Physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
      #
      # On failure: 0.0.
      def scale_factor()
        result = RT_WINIT_WINDOW_SCALE_FACTOR.call(@handle)
        SimpleNative::Winit.check if result == 0.0
        result
      end

      # Shows or hides the pointer over the window.
      #
      # On failure: false.
      def set_cursor_visible(visible)
        result = RT_WINIT_WINDOW_SET_CURSOR_VISIBLE.call(@handle, visible ? 1 : 0) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go.
      #
      # On failure: false.
      def set_cursor_grab(grab)
        result = RT_WINIT_WINDOW_SET_CURSOR_GRAB.call(@handle, grab ? 1 : 0) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
      #
      # On failure: false.
      def set_cursor_position(x, y)
        result = RT_WINIT_WINDOW_SET_CURSOR_POSITION.call(@handle, Runtime.integer(x), Runtime.integer(y)) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
      # red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
      # pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. In a window
      # that was made `transparent`, on X11 with a compositor, what is behind it takes black's place. A
      # redraw-requested event says that it must be shown anew. Fails on X screens of fewer than 24 bits a pixel, and
      # on Wayland in windows of more than 268 million pixels.
      #
      # The call returns once the picture is on its way to the screen; nothing more is needed for it to arrive. While
      # two before it still are on theirs, it waits.
      #
      # On failure: false.
      def present_rgba(width, height, pixels)
        result = RT_WINIT_WINDOW_PRESENT_RGBA.call(@handle, Runtime.integer(width), Runtime.integer(height), *Runtime.bytes(pixels)) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Whether the window has the keyboard.
      #
      # On failure: false.
      def has_focus()
        result = RT_WINIT_WINDOW_HAS_FOCUS.call(@handle) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
      # or asks no longer. It ends by itself when the window gets the keyboard.
      #
      # On failure: false.
      def request_attention(wanted)
        result = RT_WINIT_WINDOW_REQUEST_ATTENTION.call(@handle, wanted ? 1 : 0) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # The number of the monitor that most of the window is on.
      #
      # On failure: -1.
      def get_monitor()
        result = RT_WINIT_WINDOW_GET_MONITOR.call(@handle)
        SimpleNative::Winit.check if result == -1
        result
      end

      # Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
      # back to its size.
      #
      # On failure: false.
      def set_fullscreen_on(monitor_id)
        result = RT_WINIT_WINDOW_SET_FULLSCREEN_ON.call(@handle, Runtime.integer(monitor_id)) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # What a GPU library makes a surface of. Valid until the window is freed.
      #
      # On failure: platform 0, window 0, display 0, screen 0, visual 0.
      def raw_handle()
        result = RT_WINIT_WINDOW_RAW_HANDLE.call(@handle)
        SimpleNative::Winit.check if result.platform == 0 && result.window == 0 && result.display == 0 && result.screen == 0 && result.visual == 0
        result
      end

      # Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
      # bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.
      #
      # On failure: false.
      def set_icon(width, height, pixels)
        result = RT_WINIT_WINDOW_SET_ICON.call(@handle, Runtime.integer(width), Runtime.integer(height), *Runtime.bytes(pixels)) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
      # composes arrives as preedit events, what it has composed as received characters.
      #
      # On failure: false.
      def set_ime_allowed(allowed)
        result = RT_WINIT_WINDOW_SET_IME_ALLOWED.call(@handle, allowed ? 1 : 0) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
      # to 32,767, sides 0 to 32,767.
      #
      # On failure: false.
      def set_ime_area(x, y, width, height)
        result = RT_WINIT_WINDOW_SET_IME_AREA.call(@handle, Runtime.integer(x), Runtime.integer(y), Runtime.integer(width), Runtime.integer(height)) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
      # is hidden and stays in its place, and the mouse's motion arrives in mouse-motion events, which no edge ends,
      # and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
      # is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.
      #
      # On failure: false.
      def set_relative_mouse(relative)
        result = RT_WINIT_WINDOW_SET_RELATIVE_MOUSE.call(@handle, relative ? 1 : 0) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
      # `crosshair`, `wait`, `grab`, `ew-resize` and so on.
      #
      # On failure: false.
      def set_cursor_icon(icon)
        result = RT_WINIT_WINDOW_SET_CURSOR_ICON.call(@handle, Runtime.text(icon)) != 0
        SimpleNative::Winit.check if !result
        result
      end

      # Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
      # 1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.
      #
      # On failure: false.
      def set_cursor_image(width, height, hot_x, hot_y, pixels)
        result = RT_WINIT_WINDOW_SET_CURSOR_IMAGE.call(@handle, Runtime.integer(width), Runtime.integer(height), Runtime.integer(hot_x), Runtime.integer(hot_y), *Runtime.bytes(pixels)) != 0
        SimpleNative::Winit.check if !result
        result
      end
    end
  end
end
