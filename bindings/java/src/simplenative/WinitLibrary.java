package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

/**
 * Windows, input, monitors and the clipboard, over the crates `winit`, `softbuffer` and `arboard`.
 *
 * winit has one event loop in a process's life; it runs on a thread of ours (`display`, `app`). What C calls
 * an event loop (`event_loop`) is a queue with the windows that send to it; what C calls a window (`window`)
 * asks that thread. `exports` are the functions that C calls, in the contract's order.
 */
public final class WinitLibrary {
    private WinitLibrary() {}

    /** Throws where a call failed; a call that only found nothing left no error. */
    private static void check() {
        Convert.check(rt_winit_get_last_error(), Raw::rt_winit_clear_error);
    }

    /** Calls what frees: what was freed already is no failure that a later call may take for its own. */
    private static void quietly(Runnable release) {
        boolean clear = rt_winit_get_last_error().isEmpty();
        release.run();
        if (clear) rt_winit_clear_error();
    }

    /**
     * A size in physical pixels.
     */
    public record WindowSize(long width, long height) {
        static WindowSize of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new WindowSize(memory.getLong(0), memory.getLong(8));
        }
    }

    /**
     * A position on the desktop in physical pixels, from its upper left corner.
     */
    public record WindowPosition(long x, long y) {
        static WindowPosition of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new WindowPosition(memory.getLong(0), memory.getLong(8));
        }
    }

    /**
     * A key that went down or up.
     */
    public record KeyInput(long scancode, long keycode, boolean pressed) {
        static KeyInput of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new KeyInput(memory.getLong(0), memory.getLong(8), memory.get(16) != 0);
        }
    }

    /**
     * A mouse button that went down or up.
     */
    public record MouseButtonInput(long button, boolean pressed) {
        static MouseButtonInput of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new MouseButtonInput(memory.getLong(0), memory.get(8) != 0);
        }
    }

    /**
     * A place in a window in physical pixels, from its upper left corner.
     */
    public record MousePosition(double x, double y) {
        static MousePosition of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new MousePosition(memory.getDouble(0), memory.getDouble(8));
        }
    }

    /**
     * How far a wheel turned.
     */
    public record MouseWheelDelta(double delta_x, double delta_y) {
        static MouseWheelDelta of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new MouseWheelDelta(memory.getDouble(0), memory.getDouble(8));
        }
    }

    /**
     * A finger on a touch screen.
     */
    public record TouchInput(long finger, long phase, double x, double y) {
        static TouchInput of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new TouchInput(memory.getLong(0), memory.getLong(8), memory.getDouble(16), memory.getDouble(24));
        }
    }

    /**
     * What a GPU library makes a surface of.
     */
    public record WindowRawHandle(long platform, long window, long display, long screen, long visual) {
        static WindowRawHandle of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new WindowRawHandle(memory.getLong(0), memory.getLong(8), memory.getLong(16), memory.getLong(24), memory.getLong(32));
        }
    }

    /**
     * What an input method is composing.
     */
    public record ImePreedit(String text, long cursor_start, long cursor_end) {
        static ImePreedit of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new ImePreedit(Convert.text(Raw.takeText(memory.getLong(0))), memory.getLong(8), memory.getLong(16));
        }
    }

    /**
     * How far the mouse itself moved.
     */
    public record MouseMotion(double delta_x, double delta_y) {
        static MouseMotion of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new MouseMotion(memory.getDouble(0), memory.getDouble(8));
        }
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
    public static long rt_winit_event_loop_new() {
        return Raw.rt_winit_event_loop_new();
    }

    /**
     * Frees an event loop with its windows, whose handles are stale then. Calls that wait in it fail.
     *
     * On failure: false.
     */
    public static boolean rt_winit_event_loop_free(long event_loop) {
        return Raw.rt_winit_event_loop_free(event_loop);
    }

    /**
     * Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
     * waits frees the window. Events go on to queue up, for another thread or for later. True at once where
     * there is no window; false where the loop is freed or the display lost.
     *
     * On failure: false.
     */
    public static boolean rt_winit_event_loop_run_return(long event_loop) {
        return Raw.rt_winit_event_loop_run_return(event_loop);
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
    public static long rt_winit_event_loop_poll_events(long event_loop, long max_events) {
        return Raw.rt_winit_event_loop_poll_events(event_loop, max_events);
    }

    /**
     * The next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
     * where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.
     *
     * On failure: 0.
     */
    public static long rt_winit_event_loop_wait_events(long event_loop, long timeout_ms) {
        return Raw.rt_winit_event_loop_wait_events(event_loop, timeout_ms);
    }

    /**
     * Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
     * is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
     * `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
     *
     * On failure: 0.
     */
    public static long rt_winit_window_new(long event_loop, long width, long height, String title) {
        return Raw.rt_winit_window_new(event_loop, width, height, Convert.utf8(title));
    }

    /**
     * Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
     * is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
     * `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
     *
     * On failure: 0.
     */
    public static long rt_winit_window_new(long event_loop, long width, long height, byte[] title) {
        return Raw.rt_winit_window_new(event_loop, width, height, title);
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
    public static long rt_winit_window_new_with_config(long event_loop, String config_json) {
        return Raw.rt_winit_window_new_with_config(event_loop, Convert.utf8(config_json));
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
    public static long rt_winit_window_new_with_config(long event_loop, byte[] config_json) {
        return Raw.rt_winit_window_new_with_config(event_loop, config_json);
    }

    /**
     * Closes a window. Its loop gets a destroyed event.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_free(long window) {
        return Raw.rt_winit_window_free(window);
    }

    /**
     * The inner size, as the window system last confirmed it.
     *
     * On failure: width 0, height 0.
     */
    public static WindowSize rt_winit_window_get_size(long window) {
        return WindowSize.of(Raw.rt_winit_window_get_size(window));
    }

    /**
     * Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
     * a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_size(long window, long width, long height) {
        return Raw.rt_winit_window_set_size(window, width, height);
    }

    /**
     * The position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
     *
     * On failure: x 0, y 0.
     */
    public static WindowPosition rt_winit_window_get_position(long window) {
        return WindowPosition.of(Raw.rt_winit_window_get_position(window));
    }

    /**
     * Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
     * 200 ms for the window system to agree. Fails on Wayland, where the user places windows.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_position(long window, long x, long y) {
        return Raw.rt_winit_window_set_position(window, x, y);
    }

    /**
     * The inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
     *
     * On failure: width 0, height 0.
     */
    public static WindowSize rt_winit_window_get_inner_size(long window) {
        return WindowSize.of(Raw.rt_winit_window_get_inner_size(window));
    }

    /**
     * The size with the frame that the window system draws around it.
     *
     * On failure: width 0, height 0.
     */
    public static WindowSize rt_winit_window_get_outer_size(long window) {
        return WindowSize.of(Raw.rt_winit_window_get_outer_size(window));
    }

    /**
     * The least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_min_size(long window, long width, long height) {
        return Raw.rt_winit_window_set_min_size(window, width, height);
    }

    /**
     * The greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_max_size(long window, long width, long height) {
        return Raw.rt_winit_window_set_max_size(window, width, height);
    }

    /**
     * Sets the title, of at most 65,535 bytes.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_title(long window, String title) {
        return Raw.rt_winit_window_set_title(window, Convert.utf8(title));
    }

    /**
     * Sets the title, of at most 65,535 bytes.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_title(long window, byte[] title) {
        return Raw.rt_winit_window_set_title(window, title);
    }

    /**
     * Shows or hides the window. Hiding fails on Wayland.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_visible(long window, boolean visible) {
        return Raw.rt_winit_window_set_visible(window, visible);
    }

    /**
     * Whether the window is shown, if perhaps covered by others.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_is_visible(long window) {
        return Raw.rt_winit_window_is_visible(window);
    }

    /**
     * Lets the user change the window's size, or not.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_resizable(long window, boolean resizable) {
        return Raw.rt_winit_window_set_resizable(window, resizable);
    }

    /**
     * Minimises the window, or brings it back; bringing it back fails on Wayland.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_minimized(long window, boolean minimized) {
        return Raw.rt_winit_window_set_minimized(window, minimized);
    }

    /**
     * Maximises the window, or brings it back to its size.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_maximized(long window, boolean maximized) {
        return Raw.rt_winit_window_set_maximized(window, maximized);
    }

    /**
     * Whether the window is maximised, as the window system says.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_is_maximized(long window) {
        return Raw.rt_winit_window_is_maximized(window);
    }

    /**
     * Makes the window fill its monitor, without a frame, or brings it back to its size.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_fullscreen(long window, boolean fullscreen) {
        return Raw.rt_winit_window_set_fullscreen(window, fullscreen);
    }

    /**
     * Whether the window fills its monitor, as the window system says.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_is_fullscreen(long window) {
        return Raw.rt_winit_window_is_fullscreen(window);
    }

    /**
     * Gives the window a frame with a title bar, or none.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_decorations(long window, boolean decorations) {
        return Raw.rt_winit_window_set_decorations(window, decorations);
    }

    /**
     * Keeps the window above others, or lets it be covered. The former fails on Wayland.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_always_on_top(long window, boolean on_top) {
        return Raw.rt_winit_window_set_always_on_top(window, on_top);
    }

    /**
     * Asks for the keyboard. Fails on Wayland, where the user gives it.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_focus(long window) {
        return Raw.rt_winit_window_focus(window);
    }

    /**
     * Asks for a redraw-requested event.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_request_redraw(long window) {
        return Raw.rt_winit_window_request_redraw(window);
    }

    /**
     * The window system's number for the window, which its events bear: on X11 its XID.
     *
     * On failure: -1.
     */
    public static long rt_winit_window_id(long window) {
        return Raw.rt_winit_window_id(window);
    }

    /**
     * Physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
     *
     * On failure: 0.0.
     */
    public static double rt_winit_window_scale_factor(long window) {
        return Raw.rt_winit_window_scale_factor(window);
    }

    /**
     * Shows or hides the pointer over the window.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_cursor_visible(long window, boolean visible) {
        return Raw.rt_winit_window_set_cursor_visible(window, visible);
    }

    /**
     * Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_cursor_grab(long window, boolean grab) {
        return Raw.rt_winit_window_set_cursor_grab(window, grab);
    }

    /**
     * Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_cursor_position(long window, long x, long y) {
        return Raw.rt_winit_window_set_cursor_position(window, x, y);
    }

    /**
     * The type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
     * 7, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
     * entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
     * cancelled 52, input method enabled 60, its preedit 61, disabled 62.
     *
     * On failure: -1.
     */
    public static long rt_winit_event_get_type(long event) {
        return Raw.rt_winit_event_get_type(event);
    }

    /**
     * The number of the window that it happened to, as `rt_winit_window_id` gives it.
     *
     * On failure: -1.
     */
    public static long rt_winit_event_get_window_id(long event) {
        return Raw.rt_winit_event_get_window_id(event);
    }

    /**
     * Frees an event.
     *
     * On failure: false.
     */
    public static boolean rt_winit_event_free(long event) {
        return Raw.rt_winit_event_free(event);
    }

    /**
     * A resized window's new inner size.
     *
     * On failure: width 0, height 0.
     */
    public static WindowSize rt_winit_event_window_resized(long event) {
        return WindowSize.of(Raw.rt_winit_event_window_resized(event));
    }

    /**
     * A moved window's new position.
     *
     * On failure: x 0, y 0.
     */
    public static WindowPosition rt_winit_event_window_moved(long event) {
        return WindowPosition.of(Raw.rt_winit_event_window_moved(event));
    }

    /**
     * Whether this is the user's wish to close the window.
     *
     * On failure: false.
     */
    public static boolean rt_winit_event_window_close_requested(long event) {
        return Raw.rt_winit_event_window_close_requested(event);
    }

    /**
     * True where the window got the keyboard, false where it lost it.
     *
     * On failure: false.
     */
    public static boolean rt_winit_event_window_focused(long event) {
        return Raw.rt_winit_event_window_focused(event);
    }

    /**
     * The new scale factor.
     *
     * On failure: 0.0.
     */
    public static double rt_winit_event_window_scale_factor_changed(long event) {
        return Raw.rt_winit_event_window_scale_factor_changed(event);
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
    public static KeyInput rt_winit_event_keyboard_input(long event) {
        return KeyInput.of(Raw.rt_winit_event_keyboard_input(event));
    }

    /**
     * The number of the key's place.
     *
     * On failure: -1.
     */
    public static long rt_winit_event_keyboard_scancode(long event) {
        return Raw.rt_winit_event_keyboard_scancode(event);
    }

    /**
     * The key's Windows virtual-key code, 0 where it has none.
     *
     * On failure: -1.
     */
    public static long rt_winit_event_keyboard_virtual_keycode(long event) {
        return Raw.rt_winit_event_keyboard_virtual_keycode(event);
    }

    /**
     * The modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
     * 2, Alt 4, Super 8, added up.
     *
     * On failure: -1.
     */
    public static long rt_winit_event_keyboard_modifiers(long event) {
        return Raw.rt_winit_event_keyboard_modifiers(event);
    }

    /**
     * What was typed: mostly one character, composed where it was composed (dead keys, an input method), and
     * never a control character. Empty where this is another type of event.
     *
     * On failure: "".
     */
    public static String rt_winit_event_received_character(long event) {
        return Convert.text(Raw.rt_winit_event_received_character(event));
    }

    /**
     * Which mouse button went down or up: left 0, right 1, middle 2, others from 3.
     *
     * On failure: button 0, pressed false.
     */
    public static MouseButtonInput rt_winit_event_mouse_button(long event) {
        return MouseButtonInput.of(Raw.rt_winit_event_mouse_button(event));
    }

    /**
     * Where in the window the pointer is now.
     *
     * On failure: x 0.0, y 0.0.
     */
    public static MousePosition rt_winit_event_mouse_moved(long event) {
        return MousePosition.of(Raw.rt_winit_event_mouse_moved(event));
    }

    /**
     * How far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.
     *
     * On failure: delta_x 0.0, delta_y 0.0.
     */
    public static MouseWheelDelta rt_winit_event_mouse_wheel(long event) {
        return MouseWheelDelta.of(Raw.rt_winit_event_mouse_wheel(event));
    }

    /**
     * Whether this is the pointer coming into the window.
     *
     * On failure: false.
     */
    public static boolean rt_winit_event_cursor_entered(long event) {
        return Raw.rt_winit_event_cursor_entered(event);
    }

    /**
     * Whether this is the pointer leaving the window.
     *
     * On failure: false.
     */
    public static boolean rt_winit_event_cursor_left(long event) {
        return Raw.rt_winit_event_cursor_left(event);
    }

    /**
     * What a finger does on a touch screen.
     *
     * On failure: finger 0, phase 0, x 0.0, y 0.0.
     */
    public static TouchInput rt_winit_event_touch(long event) {
        return TouchInput.of(Raw.rt_winit_event_touch(event));
    }

    /**
     * How many monitors there are; 0 where there is no display.
     *
     * On failure: -1.
     */
    public static long rt_winit_monitor_count() {
        return Raw.rt_winit_monitor_count();
    }

    /**
     * A monitor's name, as the window system has it.
     *
     * On failure: "".
     */
    public static String rt_winit_monitor_get_name(long monitor_id) {
        return Convert.text(Raw.rt_winit_monitor_get_name(monitor_id));
    }

    /**
     * A monitor's size in physical pixels.
     *
     * On failure: width 0, height 0.
     */
    public static WindowSize rt_winit_monitor_get_size(long monitor_id) {
        return WindowSize.of(Raw.rt_winit_monitor_get_size(monitor_id));
    }

    /**
     * The place of a monitor's upper left corner on the desktop, in physical pixels.
     *
     * On failure: x 0, y 0.
     */
    public static WindowPosition rt_winit_monitor_get_position(long monitor_id) {
        return WindowPosition.of(Raw.rt_winit_monitor_get_position(monitor_id));
    }

    /**
     * A monitor's physical pixels for each logical one.
     *
     * On failure: 0.0.
     */
    public static double rt_winit_monitor_get_scale_factor(long monitor_id) {
        return Raw.rt_winit_monitor_get_scale_factor(monitor_id);
    }

    /**
     * The clipboard's text. `""` where it holds the empty text, and on failure: where it holds no text, where there
     * is no display, and where the program that offers the text does not answer for 2 seconds.
     *
     * On failure: "".
     */
    public static String rt_winit_clipboard_get_text() {
        return Convert.text(Raw.rt_winit_clipboard_get_text());
    }

    /**
     * Puts a text into the clipboard, where it stays until another program or call puts something there, while
     * this process lives. X servers take some 16 million bytes; a longer text fails.
     *
     * On failure: false.
     */
    public static boolean rt_winit_clipboard_set_text(String text) {
        return Raw.rt_winit_clipboard_set_text(Convert.utf8(text));
    }

    /**
     * Puts a text into the clipboard, where it stays until another program or call puts something there, while
     * this process lives. X servers take some 16 million bytes; a longer text fails.
     *
     * On failure: false.
     */
    public static boolean rt_winit_clipboard_set_text(byte[] text) {
        return Raw.rt_winit_clipboard_set_text(text);
    }

    /**
     * Why this thread's last failed winit call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
     */
    public static String rt_winit_get_last_error() {
        return Convert.text(Raw.rt_winit_get_last_error());
    }

    /**
     * The handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each
     * is freed like that of a single one.
     *
     * On failure: [].
     */
    public static long[] rt_winit_event_loop_poll_all(long event_loop, long max_events) {
        return Raw.rt_winit_event_loop_poll_all(event_loop, max_events);
    }

    /**
     * Frees many events at once; gives how many of them were alive.
     *
     * On failure: -1.
     */
    public static long rt_winit_event_free_all(long[] events) {
        return Raw.rt_winit_event_free_all(events);
    }

    /**
     * Whether this going down of a key is a repetition, because it is held, also where it was held already when the
     * window got the keyboard.
     *
     * On failure: false.
     */
    public static boolean rt_winit_event_keyboard_repeat(long event) {
        return Raw.rt_winit_event_keyboard_repeat(event);
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
    public static boolean rt_winit_window_present_rgba(long window, long width, long height, byte[] pixels) {
        return Raw.rt_winit_window_present_rgba(window, width, height, pixels);
    }

    /**
     * Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
     * one. May be called on any thread, to tell that there is something else to do.
     *
     * On failure: false.
     */
    public static boolean rt_winit_event_loop_wake(long event_loop) {
        return Raw.rt_winit_event_loop_wake(event_loop);
    }

    /**
     * Whether the window has the keyboard.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_has_focus(long window) {
        return Raw.rt_winit_window_has_focus(window);
    }

    /**
     * Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
     * or asks no longer. It ends by itself when the window gets the keyboard.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_request_attention(long window, boolean wanted) {
        return Raw.rt_winit_window_request_attention(window, wanted);
    }

    /**
     * The number of the monitor that most of the window is on.
     *
     * On failure: -1.
     */
    public static long rt_winit_window_get_monitor(long window) {
        return Raw.rt_winit_window_get_monitor(window);
    }

    /**
     * Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
     * back to its size.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_fullscreen_on(long window, long monitor_id) {
        return Raw.rt_winit_window_set_fullscreen_on(window, monitor_id);
    }

    /**
     * The number of the desktop's main monitor. Fails on Wayland, which has none.
     *
     * On failure: -1.
     */
    public static long rt_winit_monitor_primary() {
        return Raw.rt_winit_monitor_primary();
    }

    /**
     * How often a monitor shows a picture, in hertz; 0 where the window system does not tell.
     *
     * On failure: 0.0.
     */
    public static double rt_winit_monitor_get_refresh_rate(long monitor_id) {
        return Raw.rt_winit_monitor_get_refresh_rate(monitor_id);
    }

    /**
     * What a GPU library makes a surface of. Valid until the window is freed.
     *
     * On failure: platform 0, window 0, display 0, screen 0, visual 0.
     */
    public static WindowRawHandle rt_winit_window_raw_handle(long window) {
        return WindowRawHandle.of(Raw.rt_winit_window_raw_handle(window));
    }

    /**
     * Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
     * bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_icon(long window, long width, long height, byte[] pixels) {
        return Raw.rt_winit_window_set_icon(window, width, height, pixels);
    }

    /**
     * The path of a file that is dragged over the window or was dropped on it; each of several has its own event.
     *
     * On failure: "".
     */
    public static String rt_winit_event_file_path(long event) {
        return Convert.text(Raw.rt_winit_event_file_path(event));
    }

    /**
     * Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
     * composes arrives as preedit events, what it has composed as received characters.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_ime_allowed(long window, boolean allowed) {
        return Raw.rt_winit_window_set_ime_allowed(window, allowed);
    }

    /**
     * Where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
     * to 32,767, sides 0 to 32,767.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_ime_area(long window, long x, long y, long width, long height) {
        return Raw.rt_winit_window_set_ime_area(window, x, y, width, height);
    }

    /**
     * What an input method is composing.
     *
     * On failure: text "", cursor_start -1, cursor_end -1.
     */
    public static ImePreedit rt_winit_event_ime_preedit(long event) {
        return ImePreedit.of(Raw.rt_winit_event_ime_preedit(event));
    }

    /**
     * The same as `rt_winit_event_window_scale_factor_changed`, under its older name.
     *
     * On failure: 0.0.
     */
    public static double rt_winit_event_window_scale_factor(long event) {
        return Raw.rt_winit_event_window_scale_factor(event);
    }

    /**
     * Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
     * is hidden and stays in its place, and the mouse's motion arrives in mouse-motion events, which no edge ends,
     * and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
     * is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_relative_mouse(long window, boolean relative) {
        return Raw.rt_winit_window_set_relative_mouse(window, relative);
    }

    /**
     * How far the mouse itself moved, of a mouse-motion event, which comes where
     * `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that
     * the pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell
     * them here too.
     *
     * On failure: delta_x 0.0, delta_y 0.0.
     */
    public static MouseMotion rt_winit_event_mouse_motion(long event) {
        return MouseMotion.of(Raw.rt_winit_event_mouse_motion(event));
    }

    /**
     * Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
     * `crosshair`, `wait`, `grab`, `ew-resize` and so on.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_cursor_icon(long window, String icon) {
        return Raw.rt_winit_window_set_cursor_icon(window, Convert.utf8(icon));
    }

    /**
     * Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
     * `crosshair`, `wait`, `grab`, `ew-resize` and so on.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_cursor_icon(long window, byte[] icon) {
        return Raw.rt_winit_window_set_cursor_icon(window, icon);
    }

    /**
     * Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
     * 1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.
     *
     * On failure: false.
     */
    public static boolean rt_winit_window_set_cursor_image(long window, long width, long height, long hot_x, long hot_y, byte[] pixels) {
        return Raw.rt_winit_window_set_cursor_image(window, width, height, hot_x, hot_y, pixels);
    }

    /**
     * True where this build holds the winit library, as it does where this links.
     */
    public static boolean rt_winit_available() {
        return Raw.rt_winit_available();
    }

    /**
     * Forgets why this thread's last failed winit call failed.
     */
    public static void rt_winit_clear_error() {
        Raw.rt_winit_clear_error();
    }

    /**
     * The version of the wrapped library, the crate `winit`.
     */
    public static String rt_winit_version() {
        return Convert.text(Raw.rt_winit_version());
    }

    /**
     * A event loop: freed by `close()`, or when Java forgets it.
     */
    public static final class EventLoop extends NativeObject {
        private EventLoop(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_winit_event_loop_free(own)));
        }

        static EventLoop wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new EventLoop(handle, parent, owned);
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
        public static WinitLibrary.EventLoop create() {
            var result = Raw.rt_winit_event_loop_new();
            if (result == 0) check();
            return WinitLibrary.EventLoop.wrap(result, null, true);
        }

        /**
         * Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
         * waits frees the window. Events go on to queue up, for another thread or for later. True at once where
         * there is no window; false where the loop is freed or the display lost.
         *
         * On failure: false.
         */
        public boolean runReturn() {
            var result = Raw.rt_winit_event_loop_run_return(handle());
            NativeObject.keep(this);
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
        public WinitLibrary.WindowEvent pollEvents(long max_events) {
            var result = Raw.rt_winit_event_loop_poll_events(handle(), max_events);
            NativeObject.keep(this);
            if (result == 0) check();
            return WinitLibrary.WindowEvent.wrap(result, null, true);
        }

        /**
         * The next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
         * where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.
         *
         * On failure: 0.
         */
        public WinitLibrary.WindowEvent waitEvents(long timeout_ms) {
            var result = Raw.rt_winit_event_loop_wait_events(handle(), timeout_ms);
            NativeObject.keep(this);
            if (result == 0) check();
            return WinitLibrary.WindowEvent.wrap(result, null, true);
        }

        /**
         * Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
         * is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
         * `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
         *
         * On failure: 0.
         */
        public WinitLibrary.Window windowNew(long width, long height, String title) {
            var result = Raw.rt_winit_window_new(handle(), width, height, Convert.utf8(title));
            NativeObject.keep(this);
            if (result == 0) check();
            return WinitLibrary.Window.wrap(result, this, true);
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
        public WinitLibrary.Window windowNewWithConfig(String config_json) {
            var result = Raw.rt_winit_window_new_with_config(handle(), Convert.utf8(config_json));
            NativeObject.keep(this);
            if (result == 0) check();
            return WinitLibrary.Window.wrap(result, this, true);
        }

        /**
         * The handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each
         * is freed like that of a single one.
         *
         * On failure: [].
         */
        public long[] pollAll(long max_events) {
            var result = Raw.rt_winit_event_loop_poll_all(handle(), max_events);
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
         * one. May be called on any thread, to tell that there is something else to do.
         *
         * On failure: false.
         */
        public boolean wake() {
            var result = Raw.rt_winit_event_loop_wake(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }

    /**
     * A window event: freed by `close()`, or when Java forgets it.
     */
    public static final class WindowEvent extends NativeObject {
        private WindowEvent(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_winit_event_free(own)));
        }

        static WindowEvent wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new WindowEvent(handle, parent, owned);
        }

        /**
         * The type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
         * 7, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
         * entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
         * cancelled 52, input method enabled 60, its preedit 61, disabled 62.
         *
         * On failure: -1.
         */
        public long getType() {
            var result = Raw.rt_winit_event_get_type(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The number of the window that it happened to, as `rt_winit_window_id` gives it.
         *
         * On failure: -1.
         */
        public long getWindowId() {
            var result = Raw.rt_winit_event_get_window_id(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * A resized window's new inner size.
         *
         * On failure: width 0, height 0.
         */
        public WindowSize windowResized() {
            var result = WindowSize.of(Raw.rt_winit_event_window_resized(handle()));
            NativeObject.keep(this);
            if (result.width() == 0 && result.height() == 0) check();
            return result;
        }

        /**
         * A moved window's new position.
         *
         * On failure: x 0, y 0.
         */
        public WindowPosition windowMoved() {
            var result = WindowPosition.of(Raw.rt_winit_event_window_moved(handle()));
            NativeObject.keep(this);
            if (result.x() == 0 && result.y() == 0) check();
            return result;
        }

        /**
         * Whether this is the user's wish to close the window.
         *
         * On failure: false.
         */
        public boolean windowCloseRequested() {
            var result = Raw.rt_winit_event_window_close_requested(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * True where the window got the keyboard, false where it lost it.
         *
         * On failure: false.
         */
        public boolean windowFocused() {
            var result = Raw.rt_winit_event_window_focused(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The new scale factor.
         *
         * On failure: 0.0.
         */
        public double windowScaleFactorChanged() {
            var result = Raw.rt_winit_event_window_scale_factor_changed(handle());
            NativeObject.keep(this);
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
        public KeyInput keyboardInput() {
            var result = KeyInput.of(Raw.rt_winit_event_keyboard_input(handle()));
            NativeObject.keep(this);
            if (result.scancode() == 0 && result.keycode() == 0 && result.pressed() == false) check();
            return result;
        }

        /**
         * The number of the key's place.
         *
         * On failure: -1.
         */
        public long keyboardScancode() {
            var result = Raw.rt_winit_event_keyboard_scancode(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The key's Windows virtual-key code, 0 where it has none.
         *
         * On failure: -1.
         */
        public long keyboardVirtualKeycode() {
            var result = Raw.rt_winit_event_keyboard_virtual_keycode(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
         * 2, Alt 4, Super 8, added up.
         *
         * On failure: -1.
         */
        public long keyboardModifiers() {
            var result = Raw.rt_winit_event_keyboard_modifiers(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * What was typed: mostly one character, composed where it was composed (dead keys, an input method), and
         * never a control character. Empty where this is another type of event.
         *
         * On failure: "".
         */
        public String receivedCharacter() {
            var result = Convert.text(Raw.rt_winit_event_received_character(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * Which mouse button went down or up: left 0, right 1, middle 2, others from 3.
         *
         * On failure: button 0, pressed false.
         */
        public MouseButtonInput mouseButton() {
            var result = MouseButtonInput.of(Raw.rt_winit_event_mouse_button(handle()));
            NativeObject.keep(this);
            if (result.button() == 0 && result.pressed() == false) check();
            return result;
        }

        /**
         * Where in the window the pointer is now.
         *
         * On failure: x 0.0, y 0.0.
         */
        public MousePosition mouseMoved() {
            var result = MousePosition.of(Raw.rt_winit_event_mouse_moved(handle()));
            NativeObject.keep(this);
            if (result.x() == 0.0 && result.y() == 0.0) check();
            return result;
        }

        /**
         * How far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.
         *
         * On failure: delta_x 0.0, delta_y 0.0.
         */
        public MouseWheelDelta mouseWheel() {
            var result = MouseWheelDelta.of(Raw.rt_winit_event_mouse_wheel(handle()));
            NativeObject.keep(this);
            if (result.delta_x() == 0.0 && result.delta_y() == 0.0) check();
            return result;
        }

        /**
         * Whether this is the pointer coming into the window.
         *
         * On failure: false.
         */
        public boolean cursorEntered() {
            var result = Raw.rt_winit_event_cursor_entered(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Whether this is the pointer leaving the window.
         *
         * On failure: false.
         */
        public boolean cursorLeft() {
            var result = Raw.rt_winit_event_cursor_left(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * What a finger does on a touch screen.
         *
         * On failure: finger 0, phase 0, x 0.0, y 0.0.
         */
        public TouchInput touch() {
            var result = TouchInput.of(Raw.rt_winit_event_touch(handle()));
            NativeObject.keep(this);
            if (result.finger() == 0 && result.phase() == 0 && result.x() == 0.0 && result.y() == 0.0) check();
            return result;
        }

        /**
         * Whether this going down of a key is a repetition, because it is held, also where it was held already when the
         * window got the keyboard.
         *
         * On failure: false.
         */
        public boolean keyboardRepeat() {
            var result = Raw.rt_winit_event_keyboard_repeat(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The path of a file that is dragged over the window or was dropped on it; each of several has its own event.
         *
         * On failure: "".
         */
        public String filePath() {
            var result = Convert.text(Raw.rt_winit_event_file_path(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * What an input method is composing.
         *
         * On failure: text "", cursor_start -1, cursor_end -1.
         */
        public ImePreedit imePreedit() {
            var result = ImePreedit.of(Raw.rt_winit_event_ime_preedit(handle()));
            NativeObject.keep(this);
            if (result.text().isEmpty() && result.cursor_start() == -1 && result.cursor_end() == -1) check();
            return result;
        }

        /**
         * The same as `rt_winit_event_window_scale_factor_changed`, under its older name.
         *
         * On failure: 0.0.
         */
        public double windowScaleFactor() {
            var result = Raw.rt_winit_event_window_scale_factor(handle());
            NativeObject.keep(this);
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
        public MouseMotion mouseMotion() {
            var result = MouseMotion.of(Raw.rt_winit_event_mouse_motion(handle()));
            NativeObject.keep(this);
            if (result.delta_x() == 0.0 && result.delta_y() == 0.0) check();
            return result;
        }
    }

    /**
     * A window: it belongs to its event loop and is freed with it, or by `close()`.
     */
    public static final class Window extends NativeObject {
        private Window(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && false, (own, of) -> quietly(() -> Raw.rt_winit_window_free(own)));
        }

        static Window wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new Window(handle, parent, owned);
        }

        /**
         * The inner size, as the window system last confirmed it.
         *
         * On failure: width 0, height 0.
         */
        public WindowSize getSize() {
            var result = WindowSize.of(Raw.rt_winit_window_get_size(handle()));
            NativeObject.keep(this);
            if (result.width() == 0 && result.height() == 0) check();
            return result;
        }

        /**
         * Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
         * a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
         *
         * On failure: false.
         */
        public boolean setSize(long width, long height) {
            var result = Raw.rt_winit_window_set_size(handle(), width, height);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
         *
         * On failure: x 0, y 0.
         */
        public WindowPosition getPosition() {
            var result = WindowPosition.of(Raw.rt_winit_window_get_position(handle()));
            NativeObject.keep(this);
            if (result.x() == 0 && result.y() == 0) check();
            return result;
        }

        /**
         * Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
         * 200 ms for the window system to agree. Fails on Wayland, where the user places windows.
         *
         * On failure: false.
         */
        public boolean setPosition(long x, long y) {
            var result = Raw.rt_winit_window_set_position(handle(), x, y);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
         *
         * On failure: width 0, height 0.
         */
        public WindowSize getInnerSize() {
            var result = WindowSize.of(Raw.rt_winit_window_get_inner_size(handle()));
            NativeObject.keep(this);
            if (result.width() == 0 && result.height() == 0) check();
            return result;
        }

        /**
         * The size with the frame that the window system draws around it.
         *
         * On failure: width 0, height 0.
         */
        public WindowSize getOuterSize() {
            var result = WindowSize.of(Raw.rt_winit_window_get_outer_size(handle()));
            NativeObject.keep(this);
            if (result.width() == 0 && result.height() == 0) check();
            return result;
        }

        /**
         * The least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
         *
         * On failure: false.
         */
        public boolean setMinSize(long width, long height) {
            var result = Raw.rt_winit_window_set_min_size(handle(), width, height);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
         *
         * On failure: false.
         */
        public boolean setMaxSize(long width, long height) {
            var result = Raw.rt_winit_window_set_max_size(handle(), width, height);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Sets the title, of at most 65,535 bytes.
         *
         * On failure: false.
         */
        public boolean setTitle(String title) {
            var result = Raw.rt_winit_window_set_title(handle(), Convert.utf8(title));
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Shows or hides the window. Hiding fails on Wayland.
         *
         * On failure: false.
         */
        public boolean setVisible(boolean visible) {
            var result = Raw.rt_winit_window_set_visible(handle(), visible);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Whether the window is shown, if perhaps covered by others.
         *
         * On failure: false.
         */
        public boolean isVisible() {
            var result = Raw.rt_winit_window_is_visible(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Lets the user change the window's size, or not.
         *
         * On failure: false.
         */
        public boolean setResizable(boolean resizable) {
            var result = Raw.rt_winit_window_set_resizable(handle(), resizable);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Minimises the window, or brings it back; bringing it back fails on Wayland.
         *
         * On failure: false.
         */
        public boolean setMinimized(boolean minimized) {
            var result = Raw.rt_winit_window_set_minimized(handle(), minimized);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Maximises the window, or brings it back to its size.
         *
         * On failure: false.
         */
        public boolean setMaximized(boolean maximized) {
            var result = Raw.rt_winit_window_set_maximized(handle(), maximized);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Whether the window is maximised, as the window system says.
         *
         * On failure: false.
         */
        public boolean isMaximized() {
            var result = Raw.rt_winit_window_is_maximized(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Makes the window fill its monitor, without a frame, or brings it back to its size.
         *
         * On failure: false.
         */
        public boolean setFullscreen(boolean fullscreen) {
            var result = Raw.rt_winit_window_set_fullscreen(handle(), fullscreen);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Whether the window fills its monitor, as the window system says.
         *
         * On failure: false.
         */
        public boolean isFullscreen() {
            var result = Raw.rt_winit_window_is_fullscreen(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Gives the window a frame with a title bar, or none.
         *
         * On failure: false.
         */
        public boolean setDecorations(boolean decorations) {
            var result = Raw.rt_winit_window_set_decorations(handle(), decorations);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Keeps the window above others, or lets it be covered. The former fails on Wayland.
         *
         * On failure: false.
         */
        public boolean setAlwaysOnTop(boolean on_top) {
            var result = Raw.rt_winit_window_set_always_on_top(handle(), on_top);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Asks for the keyboard. Fails on Wayland, where the user gives it.
         *
         * On failure: false.
         */
        public boolean focus() {
            var result = Raw.rt_winit_window_focus(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Asks for a redraw-requested event.
         *
         * On failure: false.
         */
        public boolean requestRedraw() {
            var result = Raw.rt_winit_window_request_redraw(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The window system's number for the window, which its events bear: on X11 its XID.
         *
         * On failure: -1.
         */
        public long id() {
            var result = Raw.rt_winit_window_id(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * Physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
         *
         * On failure: 0.0.
         */
        public double scaleFactor() {
            var result = Raw.rt_winit_window_scale_factor(handle());
            NativeObject.keep(this);
            if (result == 0.0) check();
            return result;
        }

        /**
         * Shows or hides the pointer over the window.
         *
         * On failure: false.
         */
        public boolean setCursorVisible(boolean visible) {
            var result = Raw.rt_winit_window_set_cursor_visible(handle(), visible);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go.
         *
         * On failure: false.
         */
        public boolean setCursorGrab(boolean grab) {
            var result = Raw.rt_winit_window_set_cursor_grab(handle(), grab);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
         *
         * On failure: false.
         */
        public boolean setCursorPosition(long x, long y) {
            var result = Raw.rt_winit_window_set_cursor_position(handle(), x, y);
            NativeObject.keep(this);
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
        public boolean presentRgba(long width, long height, byte[] pixels) {
            var result = Raw.rt_winit_window_present_rgba(handle(), width, height, pixels);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Whether the window has the keyboard.
         *
         * On failure: false.
         */
        public boolean hasFocus() {
            var result = Raw.rt_winit_window_has_focus(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
         * or asks no longer. It ends by itself when the window gets the keyboard.
         *
         * On failure: false.
         */
        public boolean requestAttention(boolean wanted) {
            var result = Raw.rt_winit_window_request_attention(handle(), wanted);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The number of the monitor that most of the window is on.
         *
         * On failure: -1.
         */
        public long getMonitor() {
            var result = Raw.rt_winit_window_get_monitor(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
         * back to its size.
         *
         * On failure: false.
         */
        public boolean setFullscreenOn(long monitor_id) {
            var result = Raw.rt_winit_window_set_fullscreen_on(handle(), monitor_id);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * What a GPU library makes a surface of. Valid until the window is freed.
         *
         * On failure: platform 0, window 0, display 0, screen 0, visual 0.
         */
        public WindowRawHandle rawHandle() {
            var result = WindowRawHandle.of(Raw.rt_winit_window_raw_handle(handle()));
            NativeObject.keep(this);
            if (result.platform() == 0 && result.window() == 0 && result.display() == 0 && result.screen() == 0 && result.visual() == 0) check();
            return result;
        }

        /**
         * Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
         * bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.
         *
         * On failure: false.
         */
        public boolean setIcon(long width, long height, byte[] pixels) {
            var result = Raw.rt_winit_window_set_icon(handle(), width, height, pixels);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
         * composes arrives as preedit events, what it has composed as received characters.
         *
         * On failure: false.
         */
        public boolean setImeAllowed(boolean allowed) {
            var result = Raw.rt_winit_window_set_ime_allowed(handle(), allowed);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
         * to 32,767, sides 0 to 32,767.
         *
         * On failure: false.
         */
        public boolean setImeArea(long x, long y, long width, long height) {
            var result = Raw.rt_winit_window_set_ime_area(handle(), x, y, width, height);
            NativeObject.keep(this);
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
        public boolean setRelativeMouse(boolean relative) {
            var result = Raw.rt_winit_window_set_relative_mouse(handle(), relative);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
         * `crosshair`, `wait`, `grab`, `ew-resize` and so on.
         *
         * On failure: false.
         */
        public boolean setCursorIcon(String icon) {
            var result = Raw.rt_winit_window_set_cursor_icon(handle(), Convert.utf8(icon));
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
         * 1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.
         *
         * On failure: false.
         */
        public boolean setCursorImage(long width, long height, long hot_x, long hot_y, byte[] pixels) {
            var result = Raw.rt_winit_window_set_cursor_image(handle(), width, height, hot_x, hot_y, pixels);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }
}
