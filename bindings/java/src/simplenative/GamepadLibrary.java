package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

/**
 * Game pads, over the crate `gilrs`.
 *
 * `hub` owns the process's one connection to the game-pad subsystem, `context` is what a handle stands for,
 * `exports` are the functions that C calls, in the contract's order.
 */
public final class GamepadLibrary {
    private GamepadLibrary() {}

    /** Throws where a call failed; a call that only found nothing left no error. */
    private static void check() {
        Convert.check(rt_gamepad_get_last_error(), Raw::rt_gamepad_clear_error);
    }

    /** Calls what frees: what was freed already is no failure that a later call may take for its own. */
    private static void quietly(Runnable release) {
        boolean clear = rt_gamepad_get_last_error().isEmpty();
        release.run();
        if (clear) rt_gamepad_clear_error();
    }

    /**
     * How a pad is powered.
     */
    public record GamepadPower(long status, long percentage) {
        static GamepadPower of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new GamepadPower(memory.getLong(0), memory.getLong(8));
        }
    }

    /**
     * A button's state.
     */
    public record GamepadButton(boolean is_pressed, double value) {
        static GamepadButton of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new GamepadButton(memory.get(0) != 0, memory.getDouble(8));
        }
    }

    /**
     * Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
     * number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
     * subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
     * already gives no connected event.
     *
     * The context lives until `rt_gamepad_shutdown`.
     */
    public static long rt_gamepad_init() {
        return Raw.rt_gamepad_init();
    }

    /**
     * Closes a context and frees those of its events that were not freed. A rumble goes on until its time is
     * up.
     *
     * On failure: false.
     */
    public static boolean rt_gamepad_shutdown(long context) {
        return Raw.rt_gamepad_shutdown(context);
    }

    /**
     * Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
     * pads' states are those after it.
     *
     * On failure: false.
     */
    public static boolean rt_gamepad_update(long context) {
        return Raw.rt_gamepad_update(context);
    }

    /**
     * How many pads are connected, as of the last update.
     *
     * On failure: -1.
     */
    public static long rt_gamepad_count(long context) {
        return Raw.rt_gamepad_count(context);
    }

    /**
     * Whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
     *
     * On failure: false.
     */
    public static boolean rt_gamepad_is_connected(long context, long gamepad_id) {
        return Raw.rt_gamepad_is_connected(context, gamepad_id);
    }

    /**
     * The name of a connected pad: its model's where that is known, else the one that its driver gives.
     *
     * On failure: "".
     */
    public static String rt_gamepad_get_name(long context, long gamepad_id) {
        return Convert.text(Raw.rt_gamepad_get_name(context, gamepad_id));
    }

    /**
     * How a connected pad is powered, at this moment.
     *
     * On failure: status 0, percentage -1.
     */
    public static GamepadPower rt_gamepad_get_power_info(long context, long gamepad_id) {
        return GamepadPower.of(Raw.rt_gamepad_get_power_info(context, gamepad_id));
    }

    /**
     * The next event that an update took in, or 0 where there is none; where none waits it updates first. At
     * most 4,096 events wait, and at most 4,096 stay alive unfreed: past that, the oldest goes.
     *
     * A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
     * changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
     * shutdown.
     *
     * On failure: 0.
     */
    public static long rt_gamepad_poll_event(long context) {
        return Raw.rt_gamepad_poll_event(context);
    }

    /**
     * Frees an event.
     *
     * On failure: false.
     */
    public static boolean rt_gamepad_event_free(long event) {
        return Raw.rt_gamepad_event_free(event);
    }

    /**
     * What kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
     * 10, disconnected 11, dropped 12.
     *
     * On failure: -1.
     */
    public static long rt_gamepad_event_get_type(long event) {
        return Raw.rt_gamepad_event_get_type(event);
    }

    /**
     * The id of the pad that it is about.
     *
     * On failure: -1.
     */
    public static long rt_gamepad_event_get_gamepad_id(long event) {
        return Raw.rt_gamepad_event_get_gamepad_id(event);
    }

    /**
     * The button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper
     * 6, RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14,
     * Start 15, Mode 16; 255 for one that has no number, and where it is about none.
     *
     * On failure: -1.
     */
    public static long rt_gamepad_event_get_button(long event) {
        return Raw.rt_gamepad_event_get_button(event);
    }

    /**
     * The axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
     * RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
     *
     * On failure: -1.
     */
    public static long rt_gamepad_event_get_axis(long event) {
        return Raw.rt_gamepad_event_get_axis(event);
    }

    /**
     * The button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1
     * with up and right positive. 0 where the event is about neither.
     *
     * On failure: 0.0.
     */
    public static double rt_gamepad_event_get_value(long event) {
        return Raw.rt_gamepad_event_get_value(event);
    }

    /**
     * Whether a button was held down at the last update.
     *
     * On failure: false.
     */
    public static boolean rt_gamepad_button_is_pressed(long context, long gamepad_id, long button) {
        return Raw.rt_gamepad_button_is_pressed(context, gamepad_id, button);
    }

    /**
     * A button's state at the last update.
     *
     * On failure: is_pressed false, value 0.0.
     */
    public static GamepadButton rt_gamepad_button_data(long context, long gamepad_id, long button) {
        return GamepadButton.of(Raw.rt_gamepad_button_data(context, gamepad_id, button));
    }

    /**
     * An axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
     * to 1. A stick near its middle, in its dead zone, is at 0.
     *
     * On failure: 0.0.
     */
    public static double rt_gamepad_axis_data(long context, long gamepad_id, long axis) {
        return Raw.rt_gamepad_axis_data(context, gamepad_id, axis);
    }

    /**
     * Makes a pad rumble, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
     * clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000, in steps of 50 ms, rounded up.
     * It starts within 50 ms. False where the pad cannot rumble.
     *
     * On failure: false.
     */
    public static boolean rt_gamepad_set_rumble(long context, long gamepad_id, double strong, double weak, long duration_ms) {
        return Raw.rt_gamepad_set_rumble(context, gamepad_id, strong, weak, duration_ms);
    }

    /**
     * Ends a pad's rumble, within 50 ms. False where the pad cannot rumble.
     *
     * On failure: false.
     */
    public static boolean rt_gamepad_stop_rumble(long context, long gamepad_id) {
        return Raw.rt_gamepad_stop_rumble(context, gamepad_id);
    }

    /**
     * Why this thread's last failed gamepad call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
     */
    public static String rt_gamepad_get_last_error() {
        return Convert.text(Raw.rt_gamepad_get_last_error());
    }

    /**
     * For tests and for replay: puts an event into the context, as though a pad had sent it, to be taken in by
     * the next update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button
     * of a button's event and the axis of an axis's, and is ignored for others. A pad that is not there is
     * there from its first event on, a disconnected event removes it, and nobody but this context sees it.
     *
     * On failure: false.
     */
    public static boolean rt_gamepad_inject_event(long context, long gamepad_id, long event_type, long code, double value) {
        return Raw.rt_gamepad_inject_event(context, gamepad_id, event_type, code, value);
    }

    /**
     * The ids of the pads that are connected, as of the last update, ascending.
     *
     * On failure: [].
     */
    public static long[] rt_gamepad_ids(long context) {
        return Raw.rt_gamepad_ids(context);
    }

    /**
     * The identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
     *
     * On failure: "".
     */
    public static String rt_gamepad_get_uuid(long context, long gamepad_id) {
        return Convert.text(Raw.rt_gamepad_get_uuid(context, gamepad_id));
    }

    /**
     * Whether a connected pad can rumble.
     *
     * On failure: false.
     */
    public static boolean rt_gamepad_can_rumble(long context, long gamepad_id) {
        return Raw.rt_gamepad_can_rumble(context, gamepad_id);
    }

    /**
     * True where this build holds the gamepad library, as it does where this links.
     */
    public static boolean rt_gamepad_available() {
        return Raw.rt_gamepad_available();
    }

    /**
     * Forgets why this thread's last failed gamepad call failed.
     */
    public static void rt_gamepad_clear_error() {
        Raw.rt_gamepad_clear_error();
    }

    /**
     * The version of the wrapped library, the crate `gilrs`.
     */
    public static String rt_gamepad_version() {
        return Convert.text(Raw.rt_gamepad_version());
    }

    /**
     * A gamepad context: freed by `close()`, or when Java forgets it.
     */
    public static final class GamepadContext extends NativeObject {
        private GamepadContext(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_gamepad_shutdown(own)));
        }

        static GamepadContext wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new GamepadContext(handle, parent, owned);
        }

        /**
         * Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
         * number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
         * subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
         * already gives no connected event.
         *
         * The context lives until `rt_gamepad_shutdown`.
         */
        public static GamepadLibrary.GamepadContext init() {
            var result = Raw.rt_gamepad_init();
            return GamepadLibrary.GamepadContext.wrap(result, null, true);
        }

        /**
         * Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
         * pads' states are those after it.
         *
         * On failure: false.
         */
        public boolean update() {
            var result = Raw.rt_gamepad_update(handle());
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * How many pads are connected, as of the last update.
         *
         * On failure: -1.
         */
        public long count() {
            var result = Raw.rt_gamepad_count(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * Whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
         *
         * On failure: false.
         */
        public boolean isConnected(long gamepad_id) {
            var result = Raw.rt_gamepad_is_connected(handle(), gamepad_id);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The name of a connected pad: its model's where that is known, else the one that its driver gives.
         *
         * On failure: "".
         */
        public String getName(long gamepad_id) {
            var result = Convert.text(Raw.rt_gamepad_get_name(handle(), gamepad_id));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * How a connected pad is powered, at this moment.
         *
         * On failure: status 0, percentage -1.
         */
        public GamepadPower getPowerInfo(long gamepad_id) {
            var result = GamepadPower.of(Raw.rt_gamepad_get_power_info(handle(), gamepad_id));
            NativeObject.keep(this);
            if (result.status() == 0 && result.percentage() == -1) check();
            return result;
        }

        /**
         * The next event that an update took in, or 0 where there is none; where none waits it updates first. At
         * most 4,096 events wait, and at most 4,096 stay alive unfreed: past that, the oldest goes.
         *
         * A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
         * changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
         * shutdown.
         *
         * On failure: 0.
         */
        public GamepadLibrary.GamepadEvent pollEvent() {
            var result = Raw.rt_gamepad_poll_event(handle());
            NativeObject.keep(this);
            if (result == 0) check();
            return GamepadLibrary.GamepadEvent.wrap(result, null, true);
        }

        /**
         * Whether a button was held down at the last update.
         *
         * On failure: false.
         */
        public boolean buttonIsPressed(long gamepad_id, long button) {
            var result = Raw.rt_gamepad_button_is_pressed(handle(), gamepad_id, button);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * A button's state at the last update.
         *
         * On failure: is_pressed false, value 0.0.
         */
        public GamepadButton buttonData(long gamepad_id, long button) {
            var result = GamepadButton.of(Raw.rt_gamepad_button_data(handle(), gamepad_id, button));
            NativeObject.keep(this);
            if (result.is_pressed() == false && result.value() == 0.0) check();
            return result;
        }

        /**
         * An axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
         * to 1. A stick near its middle, in its dead zone, is at 0.
         *
         * On failure: 0.0.
         */
        public double axisData(long gamepad_id, long axis) {
            var result = Raw.rt_gamepad_axis_data(handle(), gamepad_id, axis);
            NativeObject.keep(this);
            if (result == 0.0) check();
            return result;
        }

        /**
         * Makes a pad rumble, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
         * clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000, in steps of 50 ms, rounded up.
         * It starts within 50 ms. False where the pad cannot rumble.
         *
         * On failure: false.
         */
        public boolean setRumble(long gamepad_id, double strong, double weak, long duration_ms) {
            var result = Raw.rt_gamepad_set_rumble(handle(), gamepad_id, strong, weak, duration_ms);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * Ends a pad's rumble, within 50 ms. False where the pad cannot rumble.
         *
         * On failure: false.
         */
        public boolean stopRumble(long gamepad_id) {
            var result = Raw.rt_gamepad_stop_rumble(handle(), gamepad_id);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * For tests and for replay: puts an event into the context, as though a pad had sent it, to be taken in by
         * the next update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button
         * of a button's event and the axis of an axis's, and is ignored for others. A pad that is not there is
         * there from its first event on, a disconnected event removes it, and nobody but this context sees it.
         *
         * On failure: false.
         */
        public boolean injectEvent(long gamepad_id, long event_type, long code, double value) {
            var result = Raw.rt_gamepad_inject_event(handle(), gamepad_id, event_type, code, value);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }

        /**
         * The ids of the pads that are connected, as of the last update, ascending.
         *
         * On failure: [].
         */
        public long[] ids() {
            var result = Raw.rt_gamepad_ids(handle());
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
         *
         * On failure: "".
         */
        public String getUuid(long gamepad_id) {
            var result = Convert.text(Raw.rt_gamepad_get_uuid(handle(), gamepad_id));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * Whether a connected pad can rumble.
         *
         * On failure: false.
         */
        public boolean canRumble(long gamepad_id) {
            var result = Raw.rt_gamepad_can_rumble(handle(), gamepad_id);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }

    /**
     * A gamepad event: freed by `close()`, or when Java forgets it.
     */
    public static final class GamepadEvent extends NativeObject {
        private GamepadEvent(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_gamepad_event_free(own)));
        }

        static GamepadEvent wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new GamepadEvent(handle, parent, owned);
        }

        /**
         * What kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
         * 10, disconnected 11, dropped 12.
         *
         * On failure: -1.
         */
        public long getType() {
            var result = Raw.rt_gamepad_event_get_type(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The id of the pad that it is about.
         *
         * On failure: -1.
         */
        public long getGamepadId() {
            var result = Raw.rt_gamepad_event_get_gamepad_id(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper
         * 6, RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14,
         * Start 15, Mode 16; 255 for one that has no number, and where it is about none.
         *
         * On failure: -1.
         */
        public long getButton() {
            var result = Raw.rt_gamepad_event_get_button(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
         * RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
         *
         * On failure: -1.
         */
        public long getAxis() {
            var result = Raw.rt_gamepad_event_get_axis(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1
         * with up and right positive. 0 where the event is about neither.
         *
         * On failure: 0.0.
         */
        public double getValue() {
            var result = Raw.rt_gamepad_event_get_value(handle());
            NativeObject.keep(this);
            if (result == 0.0) check();
            return result;
        }
    }
}
