# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

module SimpleNative
  # Game pads, over the crate `gilrs`.
  #
  # `hub` owns the process's one connection to the game-pad subsystem, `context` is what a handle stands for,
  # `exports` are the functions that C calls, in the contract's order.
  module Gamepad
    extend Library
    self.library = "gamepad"

    # How a pad is powered.
    GamepadPower = Runtime.structure(16, "@0q@8q", [:i64, :i64], :status, :percentage)

    # A button's state.
    GamepadButton = Runtime.structure(16, "@0C@8d", [:bool, :f64], :is_pressed, :value)

    RT_GAMEPAD_INIT = declare("rt_gamepad_init", [], I64)
    # Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
    # number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
    # subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
    # already gives no connected event.
    #
    # The context lives until `rt_gamepad_shutdown`.
    def self.rt_gamepad_init() = RT_GAMEPAD_INIT.call()

    RT_GAMEPAD_SHUTDOWN = declare("rt_gamepad_shutdown", [I64], BOOL)
    # Closes a context and frees those of its events that were not freed. A rumble goes on until its time is
    # up.
    #
    # On failure: false.
    def self.rt_gamepad_shutdown(context) = RT_GAMEPAD_SHUTDOWN.call(Runtime.integer(context)) != 0

    RT_GAMEPAD_UPDATE = declare("rt_gamepad_update", [I64], BOOL)
    # Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
    # pads' states are those after it.
    #
    # On failure: false.
    def self.rt_gamepad_update(context) = RT_GAMEPAD_UPDATE.call(Runtime.integer(context)) != 0

    RT_GAMEPAD_COUNT = declare("rt_gamepad_count", [I64], I64)
    # How many pads are connected, as of the last update.
    #
    # On failure: -1.
    def self.rt_gamepad_count(context) = RT_GAMEPAD_COUNT.call(Runtime.integer(context))

    RT_GAMEPAD_IS_CONNECTED = declare("rt_gamepad_is_connected", [I64, I64], BOOL)
    # Whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
    #
    # On failure: false.
    def self.rt_gamepad_is_connected(context, gamepad_id) = RT_GAMEPAD_IS_CONNECTED.call(Runtime.integer(context), Runtime.integer(gamepad_id)) != 0

    RT_GAMEPAD_GET_NAME = declare("rt_gamepad_get_name", [I64, I64], PTR)
    # The name of a connected pad: its model's where that is known, else the one that its driver gives.
    #
    # On failure: "".
    def self.rt_gamepad_get_name(context, gamepad_id) = Runtime.take_text(RT_GAMEPAD_GET_NAME.call(Runtime.integer(context), Runtime.integer(gamepad_id)))

    RT_GAMEPAD_GET_POWER_INFO = declare("rt_gamepad_get_power_info", [I64, I64], GamepadPower)
    # How a connected pad is powered, at this moment.
    #
    # On failure: status 0, percentage -1.
    def self.rt_gamepad_get_power_info(context, gamepad_id) = RT_GAMEPAD_GET_POWER_INFO.call(Runtime.integer(context), Runtime.integer(gamepad_id))

    RT_GAMEPAD_POLL_EVENT = declare("rt_gamepad_poll_event", [I64], I64)
    # The next event that an update took in, or 0 where there is none; where none waits it updates first. At
    # most 4,096 events wait, and at most 4,096 stay alive unfreed: past that, the oldest goes.
    #
    # A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
    # changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
    # shutdown.
    #
    # On failure: 0.
    def self.rt_gamepad_poll_event(context) = RT_GAMEPAD_POLL_EVENT.call(Runtime.integer(context))

    RT_GAMEPAD_EVENT_FREE = declare("rt_gamepad_event_free", [I64], BOOL)
    # Frees an event.
    #
    # On failure: false.
    def self.rt_gamepad_event_free(event) = RT_GAMEPAD_EVENT_FREE.call(Runtime.integer(event)) != 0

    RT_GAMEPAD_EVENT_GET_TYPE = declare("rt_gamepad_event_get_type", [I64], I64)
    # What kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
    # 10, disconnected 11, dropped 12.
    #
    # On failure: -1.
    def self.rt_gamepad_event_get_type(event) = RT_GAMEPAD_EVENT_GET_TYPE.call(Runtime.integer(event))

    RT_GAMEPAD_EVENT_GET_GAMEPAD_ID = declare("rt_gamepad_event_get_gamepad_id", [I64], I64)
    # The id of the pad that it is about.
    #
    # On failure: -1.
    def self.rt_gamepad_event_get_gamepad_id(event) = RT_GAMEPAD_EVENT_GET_GAMEPAD_ID.call(Runtime.integer(event))

    RT_GAMEPAD_EVENT_GET_BUTTON = declare("rt_gamepad_event_get_button", [I64], I64)
    # The button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper
    # 6, RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14,
    # Start 15, Mode 16; 255 for one that has no number, and where it is about none.
    #
    # On failure: -1.
    def self.rt_gamepad_event_get_button(event) = RT_GAMEPAD_EVENT_GET_BUTTON.call(Runtime.integer(event))

    RT_GAMEPAD_EVENT_GET_AXIS = declare("rt_gamepad_event_get_axis", [I64], I64)
    # The axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
    # RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
    #
    # On failure: -1.
    def self.rt_gamepad_event_get_axis(event) = RT_GAMEPAD_EVENT_GET_AXIS.call(Runtime.integer(event))

    RT_GAMEPAD_EVENT_GET_VALUE = declare("rt_gamepad_event_get_value", [I64], F64)
    # The button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1
    # with up and right positive. 0 where the event is about neither.
    #
    # On failure: 0.0.
    def self.rt_gamepad_event_get_value(event) = RT_GAMEPAD_EVENT_GET_VALUE.call(Runtime.integer(event))

    RT_GAMEPAD_BUTTON_IS_PRESSED = declare("rt_gamepad_button_is_pressed", [I64, I64, I64], BOOL)
    # Whether a button was held down at the last update.
    #
    # On failure: false.
    def self.rt_gamepad_button_is_pressed(context, gamepad_id, button) = RT_GAMEPAD_BUTTON_IS_PRESSED.call(Runtime.integer(context), Runtime.integer(gamepad_id), Runtime.integer(button)) != 0

    RT_GAMEPAD_BUTTON_DATA = declare("rt_gamepad_button_data", [I64, I64, I64], GamepadButton)
    # A button's state at the last update.
    #
    # On failure: is_pressed false, value 0.0.
    def self.rt_gamepad_button_data(context, gamepad_id, button) = RT_GAMEPAD_BUTTON_DATA.call(Runtime.integer(context), Runtime.integer(gamepad_id), Runtime.integer(button))

    RT_GAMEPAD_AXIS_DATA = declare("rt_gamepad_axis_data", [I64, I64, I64], F64)
    # An axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
    # to 1. A stick near its middle, in its dead zone, is at 0.
    #
    # On failure: 0.0.
    def self.rt_gamepad_axis_data(context, gamepad_id, axis) = RT_GAMEPAD_AXIS_DATA.call(Runtime.integer(context), Runtime.integer(gamepad_id), Runtime.integer(axis))

    RT_GAMEPAD_SET_RUMBLE = declare("rt_gamepad_set_rumble", [I64, I64, F64, F64, I64], BOOL)
    # Makes a pad rumble, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
    # clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000, in steps of 50 ms, rounded up.
    # It starts within 50 ms. False where the pad cannot rumble.
    #
    # On failure: false.
    def self.rt_gamepad_set_rumble(context, gamepad_id, strong, weak, duration_ms) = RT_GAMEPAD_SET_RUMBLE.call(Runtime.integer(context), Runtime.integer(gamepad_id), strong, weak, Runtime.integer(duration_ms)) != 0

    RT_GAMEPAD_STOP_RUMBLE = declare("rt_gamepad_stop_rumble", [I64, I64], BOOL)
    # Ends a pad's rumble, within 50 ms. False where the pad cannot rumble.
    #
    # On failure: false.
    def self.rt_gamepad_stop_rumble(context, gamepad_id) = RT_GAMEPAD_STOP_RUMBLE.call(Runtime.integer(context), Runtime.integer(gamepad_id)) != 0

    RT_GAMEPAD_GET_LAST_ERROR = declare("rt_gamepad_get_last_error", [], PTR)
    # Why this thread's last failed gamepad call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    def self.rt_gamepad_get_last_error() = Runtime.take_text(RT_GAMEPAD_GET_LAST_ERROR.call())

    RT_GAMEPAD_INJECT_EVENT = declare("rt_gamepad_inject_event", [I64, I64, I64, I64, F64], BOOL)
    # For tests and for replay: puts an event into the context, as though a pad had sent it, to be taken in by
    # the next update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button
    # of a button's event and the axis of an axis's, and is ignored for others. A pad that is not there is
    # there from its first event on, a disconnected event removes it, and nobody but this context sees it.
    #
    # On failure: false.
    def self.rt_gamepad_inject_event(context, gamepad_id, event_type, code, value) = RT_GAMEPAD_INJECT_EVENT.call(Runtime.integer(context), Runtime.integer(gamepad_id), Runtime.integer(event_type), Runtime.integer(code), value) != 0

    RT_GAMEPAD_IDS = declare("rt_gamepad_ids", [I64], :integers)
    # The ids of the pads that are connected, as of the last update, ascending.
    #
    # On failure: [].
    def self.rt_gamepad_ids(context) = RT_GAMEPAD_IDS.call(Runtime.integer(context))

    RT_GAMEPAD_GET_UUID = declare("rt_gamepad_get_uuid", [I64, I64], PTR)
    # The identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
    #
    # On failure: "".
    def self.rt_gamepad_get_uuid(context, gamepad_id) = Runtime.take_text(RT_GAMEPAD_GET_UUID.call(Runtime.integer(context), Runtime.integer(gamepad_id)))

    RT_GAMEPAD_CAN_RUMBLE = declare("rt_gamepad_can_rumble", [I64, I64], BOOL)
    # Whether a connected pad can rumble.
    #
    # On failure: false.
    def self.rt_gamepad_can_rumble(context, gamepad_id) = RT_GAMEPAD_CAN_RUMBLE.call(Runtime.integer(context), Runtime.integer(gamepad_id)) != 0

    RT_GAMEPAD_AVAILABLE = declare("rt_gamepad_available", [], BOOL)
    # True where this build holds the gamepad library, as it does where this links.
    def self.rt_gamepad_available() = RT_GAMEPAD_AVAILABLE.call() != 0

    RT_GAMEPAD_CLEAR_ERROR = declare("rt_gamepad_clear_error", [], VOID)
    # Forgets why this thread's last failed gamepad call failed.
    def self.rt_gamepad_clear_error() = RT_GAMEPAD_CLEAR_ERROR.call()

    RT_GAMEPAD_VERSION = declare("rt_gamepad_version", [], PTR)
    # The version of the wrapped library, the crate `gilrs`.
    def self.rt_gamepad_version() = Runtime.take_text(RT_GAMEPAD_VERSION.call())

    # A gamepad context. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class GamepadContext < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Gamepad.quietly(RT_GAMEPAD_SHUTDOWN, handle)
      end

      # Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
      # number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
      # subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
      # already gives no connected event.
      #
      # The context lives until `rt_gamepad_shutdown`.
      def self.init(&block)
        result = RT_GAMEPAD_INIT.call()
        GamepadContext.wrap(result, nil, true, &block)
      end

      # Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
      # pads' states are those after it.
      #
      # On failure: false.
      def update()
        result = RT_GAMEPAD_UPDATE.call(@handle) != 0
        SimpleNative::Gamepad.check if !result
        result
      end

      # How many pads are connected, as of the last update.
      #
      # On failure: -1.
      def count()
        result = RT_GAMEPAD_COUNT.call(@handle)
        SimpleNative::Gamepad.check if result == -1
        result
      end

      # Whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
      #
      # On failure: false.
      def is_connected(gamepad_id)
        result = RT_GAMEPAD_IS_CONNECTED.call(@handle, Runtime.integer(gamepad_id)) != 0
        SimpleNative::Gamepad.check if !result
        result
      end

      # The name of a connected pad: its model's where that is known, else the one that its driver gives.
      #
      # On failure: "".
      def get_name(gamepad_id)
        result = Runtime.take_text(RT_GAMEPAD_GET_NAME.call(@handle, Runtime.integer(gamepad_id)))
        SimpleNative::Gamepad.check if result == ""
        result
      end

      # How a connected pad is powered, at this moment.
      #
      # On failure: status 0, percentage -1.
      def get_power_info(gamepad_id)
        result = RT_GAMEPAD_GET_POWER_INFO.call(@handle, Runtime.integer(gamepad_id))
        SimpleNative::Gamepad.check if result.status == 0 && result.percentage == -1
        result
      end

      # The next event that an update took in, or 0 where there is none; where none waits it updates first. At
      # most 4,096 events wait, and at most 4,096 stay alive unfreed: past that, the oldest goes.
      #
      # A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
      # changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
      # shutdown.
      #
      # On failure: 0.
      def poll_event()
        result = RT_GAMEPAD_POLL_EVENT.call(@handle)
        SimpleNative::Gamepad.check if result == 0
        GamepadEvent.wrap(result, nil, true)
      end

      # Whether a button was held down at the last update.
      #
      # On failure: false.
      def button_is_pressed(gamepad_id, button)
        result = RT_GAMEPAD_BUTTON_IS_PRESSED.call(@handle, Runtime.integer(gamepad_id), Runtime.integer(button)) != 0
        SimpleNative::Gamepad.check if !result
        result
      end

      # A button's state at the last update.
      #
      # On failure: is_pressed false, value 0.0.
      def button_data(gamepad_id, button)
        result = RT_GAMEPAD_BUTTON_DATA.call(@handle, Runtime.integer(gamepad_id), Runtime.integer(button))
        SimpleNative::Gamepad.check if result.is_pressed == false && result.value == 0.0
        result
      end

      # An axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
      # to 1. A stick near its middle, in its dead zone, is at 0.
      #
      # On failure: 0.0.
      def axis_data(gamepad_id, axis)
        result = RT_GAMEPAD_AXIS_DATA.call(@handle, Runtime.integer(gamepad_id), Runtime.integer(axis))
        SimpleNative::Gamepad.check if result == 0.0
        result
      end

      # Makes a pad rumble, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
      # clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000, in steps of 50 ms, rounded up.
      # It starts within 50 ms. False where the pad cannot rumble.
      #
      # On failure: false.
      def set_rumble(gamepad_id, strong, weak, duration_ms)
        result = RT_GAMEPAD_SET_RUMBLE.call(@handle, Runtime.integer(gamepad_id), strong, weak, Runtime.integer(duration_ms)) != 0
        SimpleNative::Gamepad.check if !result
        result
      end

      # Ends a pad's rumble, within 50 ms. False where the pad cannot rumble.
      #
      # On failure: false.
      def stop_rumble(gamepad_id)
        result = RT_GAMEPAD_STOP_RUMBLE.call(@handle, Runtime.integer(gamepad_id)) != 0
        SimpleNative::Gamepad.check if !result
        result
      end

      # For tests and for replay: puts an event into the context, as though a pad had sent it, to be taken in by
      # the next update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button
      # of a button's event and the axis of an axis's, and is ignored for others. A pad that is not there is
      # there from its first event on, a disconnected event removes it, and nobody but this context sees it.
      #
      # On failure: false.
      def inject_event(gamepad_id, event_type, code, value)
        result = RT_GAMEPAD_INJECT_EVENT.call(@handle, Runtime.integer(gamepad_id), Runtime.integer(event_type), Runtime.integer(code), value) != 0
        SimpleNative::Gamepad.check if !result
        result
      end

      # The ids of the pads that are connected, as of the last update, ascending.
      #
      # On failure: [].
      def ids()
        result = RT_GAMEPAD_IDS.call(@handle)
        SimpleNative::Gamepad.check if result.empty?
        result
      end

      # The identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
      #
      # On failure: "".
      def get_uuid(gamepad_id)
        result = Runtime.take_text(RT_GAMEPAD_GET_UUID.call(@handle, Runtime.integer(gamepad_id)))
        SimpleNative::Gamepad.check if result == ""
        result
      end

      # Whether a connected pad can rumble.
      #
      # On failure: false.
      def can_rumble(gamepad_id)
        result = RT_GAMEPAD_CAN_RUMBLE.call(@handle, Runtime.integer(gamepad_id)) != 0
        SimpleNative::Gamepad.check if !result
        result
      end
    end

    # A gamepad event. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class GamepadEvent < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Gamepad.quietly(RT_GAMEPAD_EVENT_FREE, handle)
      end

      # What kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
      # 10, disconnected 11, dropped 12.
      #
      # On failure: -1.
      def get_type()
        result = RT_GAMEPAD_EVENT_GET_TYPE.call(@handle)
        SimpleNative::Gamepad.check if result == -1
        result
      end

      # The id of the pad that it is about.
      #
      # On failure: -1.
      def get_gamepad_id()
        result = RT_GAMEPAD_EVENT_GET_GAMEPAD_ID.call(@handle)
        SimpleNative::Gamepad.check if result == -1
        result
      end

      # The button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper
      # 6, RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14,
      # Start 15, Mode 16; 255 for one that has no number, and where it is about none.
      #
      # On failure: -1.
      def get_button()
        result = RT_GAMEPAD_EVENT_GET_BUTTON.call(@handle)
        SimpleNative::Gamepad.check if result == -1
        result
      end

      # The axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
      # RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
      #
      # On failure: -1.
      def get_axis()
        result = RT_GAMEPAD_EVENT_GET_AXIS.call(@handle)
        SimpleNative::Gamepad.check if result == -1
        result
      end

      # The button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1
      # with up and right positive. 0 where the event is about neither.
      #
      # On failure: 0.0.
      def get_value()
        result = RT_GAMEPAD_EVENT_GET_VALUE.call(@handle)
        SimpleNative::Gamepad.check if result == 0.0
        result
      end
    end
  end
end
