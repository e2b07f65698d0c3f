/**
 * Game pads, over the crate `gilrs`.
 *
 * `hub` owns the process's one connection to the game-pad subsystem, `context` is what a handle stands for,
 * `exports` are the functions that C calls, in the contract's order.
 */
// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.
"use strict";

const rt = require("./runtime");
const { check, quietly } = rt.failure("gamepad");

/** How a pad is powered. */
rt.structure("RtGamepadPower", [["status", "i64"], ["percentage", "i64"]]);

/** A button's state. */
rt.structure("RtGamepadButton", [["is_pressed", "bool"], ["value", "f64"]]);

const _rt_gamepad_init = rt.declare("rt_gamepad_init", "int64", []);

/**
 * Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
 * number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
 * subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
 * already gives no connected event.
 *
 * The context lives until `rt_gamepad_shutdown`.
 */
exports.rt_gamepad_init = () => _rt_gamepad_init();

const _rt_gamepad_shutdown = rt.declare("rt_gamepad_shutdown", "bool", ["int64"]);

/**
 * Closes a context and frees those of its events that were not freed. A rumble goes on until its time is
 * up.
 *
 * On failure: false.
 */
exports.rt_gamepad_shutdown = (context) => _rt_gamepad_shutdown(rt.integer(context));

const _rt_gamepad_update = rt.declare("rt_gamepad_update", "bool", ["int64"]);

/**
 * Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
 * pads' states are those after it.
 *
 * On failure: false.
 */
exports.rt_gamepad_update = (context) => _rt_gamepad_update(rt.integer(context));

const _rt_gamepad_count = rt.declare("rt_gamepad_count", "int64", ["int64"]);

/**
 * How many pads are connected, as of the last update.
 *
 * On failure: -1.
 */
exports.rt_gamepad_count = (context) => _rt_gamepad_count(rt.integer(context));

const _rt_gamepad_is_connected = rt.declare("rt_gamepad_is_connected", "bool", ["int64", "int64"]);

/**
 * Whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
 *
 * On failure: false.
 */
exports.rt_gamepad_is_connected = (context, gamepad_id) => _rt_gamepad_is_connected(rt.integer(context), rt.integer(gamepad_id));

const _rt_gamepad_get_name = rt.declare("rt_gamepad_get_name", "void *", ["int64", "int64"]);

/**
 * The name of a connected pad: its model's where that is known, else the one that its driver gives.
 *
 * On failure: "".
 */
exports.rt_gamepad_get_name = (context, gamepad_id) => rt.takeText(_rt_gamepad_get_name(rt.integer(context), rt.integer(gamepad_id)));

const _rt_gamepad_get_power_info = rt.declare("rt_gamepad_get_power_info", "RtGamepadPower", ["int64", "int64"]);

/**
 * How a connected pad is powered, at this moment.
 *
 * On failure: status 0, percentage -1.
 */
exports.rt_gamepad_get_power_info = (context, gamepad_id) => rt.takeStructure("RtGamepadPower", _rt_gamepad_get_power_info(rt.integer(context), rt.integer(gamepad_id)));

const _rt_gamepad_poll_event = rt.declare("rt_gamepad_poll_event", "int64", ["int64"]);

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
exports.rt_gamepad_poll_event = (context) => _rt_gamepad_poll_event(rt.integer(context));

const _rt_gamepad_event_free = rt.declare("rt_gamepad_event_free", "bool", ["int64"]);

/**
 * Frees an event.
 *
 * On failure: false.
 */
exports.rt_gamepad_event_free = (event) => _rt_gamepad_event_free(rt.integer(event));

const _rt_gamepad_event_get_type = rt.declare("rt_gamepad_event_get_type", "int64", ["int64"]);

/**
 * What kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
 * 10, disconnected 11, dropped 12.
 *
 * On failure: -1.
 */
exports.rt_gamepad_event_get_type = (event) => _rt_gamepad_event_get_type(rt.integer(event));

const _rt_gamepad_event_get_gamepad_id = rt.declare("rt_gamepad_event_get_gamepad_id", "int64", ["int64"]);

/**
 * The id of the pad that it is about.
 *
 * On failure: -1.
 */
exports.rt_gamepad_event_get_gamepad_id = (event) => _rt_gamepad_event_get_gamepad_id(rt.integer(event));

const _rt_gamepad_event_get_button = rt.declare("rt_gamepad_event_get_button", "int64", ["int64"]);

/**
 * The button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper
 * 6, RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14,
 * Start 15, Mode 16; 255 for one that has no number, and where it is about none.
 *
 * On failure: -1.
 */
exports.rt_gamepad_event_get_button = (event) => _rt_gamepad_event_get_button(rt.integer(event));

const _rt_gamepad_event_get_axis = rt.declare("rt_gamepad_event_get_axis", "int64", ["int64"]);

/**
 * The axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
 * RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
 *
 * On failure: -1.
 */
exports.rt_gamepad_event_get_axis = (event) => _rt_gamepad_event_get_axis(rt.integer(event));

const _rt_gamepad_event_get_value = rt.declare("rt_gamepad_event_get_value", "double", ["int64"]);

/**
 * The button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1
 * with up and right positive. 0 where the event is about neither.
 *
 * On failure: 0.0.
 */
exports.rt_gamepad_event_get_value = (event) => _rt_gamepad_event_get_value(rt.integer(event));

const _rt_gamepad_button_is_pressed = rt.declare("rt_gamepad_button_is_pressed", "bool", ["int64", "int64", "int64"]);

/**
 * Whether a button was held down at the last update.
 *
 * On failure: false.
 */
exports.rt_gamepad_button_is_pressed = (context, gamepad_id, button) => _rt_gamepad_button_is_pressed(rt.integer(context), rt.integer(gamepad_id), rt.integer(button));

const _rt_gamepad_button_data = rt.declare("rt_gamepad_button_data", "RtGamepadButton", ["int64", "int64", "int64"]);

/**
 * A button's state at the last update.
 *
 * On failure: is_pressed false, value 0.0.
 */
exports.rt_gamepad_button_data = (context, gamepad_id, button) => rt.takeStructure("RtGamepadButton", _rt_gamepad_button_data(rt.integer(context), rt.integer(gamepad_id), rt.integer(button)));

const _rt_gamepad_axis_data = rt.declare("rt_gamepad_axis_data", "double", ["int64", "int64", "int64"]);

/**
 * An axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
 * to 1. A stick near its middle, in its dead zone, is at 0.
 *
 * On failure: 0.0.
 */
exports.rt_gamepad_axis_data = (context, gamepad_id, axis) => _rt_gamepad_axis_data(rt.integer(context), rt.integer(gamepad_id), rt.integer(axis));

const _rt_gamepad_set_rumble = rt.declare("rt_gamepad_set_rumble", "bool", ["int64", "int64", "double", "double", "int64"]);

/**
 * Makes a pad rumble, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
 * clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000, in steps of 50 ms, rounded up.
 * It starts within 50 ms. False where the pad cannot rumble.
 *
 * On failure: false.
 */
exports.rt_gamepad_set_rumble = (context, gamepad_id, strong, weak, duration_ms) => _rt_gamepad_set_rumble(rt.integer(context), rt.integer(gamepad_id), strong, weak, rt.integer(duration_ms));

const _rt_gamepad_stop_rumble = rt.declare("rt_gamepad_stop_rumble", "bool", ["int64", "int64"]);

/**
 * Ends a pad's rumble, within 50 ms. False where the pad cannot rumble.
 *
 * On failure: false.
 */
exports.rt_gamepad_stop_rumble = (context, gamepad_id) => _rt_gamepad_stop_rumble(rt.integer(context), rt.integer(gamepad_id));

const _rt_gamepad_get_last_error = rt.declare("rt_gamepad_get_last_error", "void *", []);

/**
 * Why this thread's last failed gamepad call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 */
exports.rt_gamepad_get_last_error = () => rt.takeText(_rt_gamepad_get_last_error());

const _rt_gamepad_inject_event = rt.declare("rt_gamepad_inject_event", "bool", ["int64", "int64", "int64", "int64", "double"]);

/**
 * For tests and for replay: puts an event into the context, as though a pad had sent it, to be taken in by
 * the next update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button
 * of a button's event and the axis of an axis's, and is ignored for others. A pad that is not there is
 * there from its first event on, a disconnected event removes it, and nobody but this context sees it.
 *
 * On failure: false.
 */
exports.rt_gamepad_inject_event = (context, gamepad_id, event_type, code, value) => _rt_gamepad_inject_event(rt.integer(context), rt.integer(gamepad_id), rt.integer(event_type), rt.integer(code), value);

const _rt_gamepad_ids = rt.declare("rt_gamepad_ids", "RtI64Array", ["int64"]);

/**
 * The ids of the pads that are connected, as of the last update, ascending.
 *
 * On failure: [].
 */
exports.rt_gamepad_ids = (context) => rt.takeIntegers(_rt_gamepad_ids(rt.integer(context)));

const _rt_gamepad_get_uuid = rt.declare("rt_gamepad_get_uuid", "void *", ["int64", "int64"]);

/**
 * The identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
 *
 * On failure: "".
 */
exports.rt_gamepad_get_uuid = (context, gamepad_id) => rt.takeText(_rt_gamepad_get_uuid(rt.integer(context), rt.integer(gamepad_id)));

const _rt_gamepad_can_rumble = rt.declare("rt_gamepad_can_rumble", "bool", ["int64", "int64"]);

/**
 * Whether a connected pad can rumble.
 *
 * On failure: false.
 */
exports.rt_gamepad_can_rumble = (context, gamepad_id) => _rt_gamepad_can_rumble(rt.integer(context), rt.integer(gamepad_id));

const _rt_gamepad_available = rt.declare("rt_gamepad_available", "bool", []);

/**
 * True where this build holds the gamepad library, as it does where this links.
 */
exports.rt_gamepad_available = () => _rt_gamepad_available();

const _rt_gamepad_clear_error = rt.declare("rt_gamepad_clear_error", "void", []);

/**
 * Forgets why this thread's last failed gamepad call failed.
 */
exports.rt_gamepad_clear_error = () => _rt_gamepad_clear_error();

const _rt_gamepad_version = rt.declare("rt_gamepad_version", "void *", []);

/**
 * The version of the wrapped library, the crate `gilrs`.
 */
exports.rt_gamepad_version = () => rt.takeText(_rt_gamepad_version());

/**
 * A gamepad context: freed by `close()`, or when JavaScript forgets it.
 */
class GamepadContext extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_gamepad_shutdown, handle);
  }

  /**
   * Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
   * number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
   * subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
   * already gives no connected event.
   *
   * The context lives until `rt_gamepad_shutdown`.
   */
  static init() {
    const result = _rt_gamepad_init();
    return GamepadContext.wrap(result, null, true);
  }

  /**
   * Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
   * pads' states are those after it.
   *
   * On failure: false.
   */
  update() {
    const result = _rt_gamepad_update(this.handle);
    if (!result) check();
    return result;
  }

  /**
   * How many pads are connected, as of the last update.
   *
   * On failure: -1.
   */
  count() {
    const result = _rt_gamepad_count(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * Whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
   *
   * On failure: false.
   */
  isConnected(gamepad_id) {
    const result = _rt_gamepad_is_connected(this.handle, rt.integer(gamepad_id));
    if (!result) check();
    return result;
  }

  /**
   * The name of a connected pad: its model's where that is known, else the one that its driver gives.
   *
   * On failure: "".
   */
  getName(gamepad_id) {
    const result = rt.takeText(_rt_gamepad_get_name(this.handle, rt.integer(gamepad_id)));
    if (result == "") check();
    return result;
  }

  /**
   * How a connected pad is powered, at this moment.
   *
   * On failure: status 0, percentage -1.
   */
  getPowerInfo(gamepad_id) {
    const result = rt.takeStructure("RtGamepadPower", _rt_gamepad_get_power_info(this.handle, rt.integer(gamepad_id)));
    if (result.status == 0 && result.percentage == -1) check();
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
  pollEvent() {
    const result = _rt_gamepad_poll_event(this.handle);
    if (result == 0) check();
    return GamepadEvent.wrap(result, null, true);
  }

  /**
   * Whether a button was held down at the last update.
   *
   * On failure: false.
   */
  buttonIsPressed(gamepad_id, button) {
    const result = _rt_gamepad_button_is_pressed(this.handle, rt.integer(gamepad_id), rt.integer(button));
    if (!result) check();
    return result;
  }

  /**
   * A button's state at the last update.
   *
   * On failure: is_pressed false, value 0.0.
   */
  buttonData(gamepad_id, button) {
    const result = rt.takeStructure("RtGamepadButton", _rt_gamepad_button_data(this.handle, rt.integer(gamepad_id), rt.integer(button)));
    if (result.is_pressed == false && result.value == 0.0) check();
    return result;
  }

  /**
   * An axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
   * to 1. A stick near its middle, in its dead zone, is at 0.
   *
   * On failure: 0.0.
   */
  axisData(gamepad_id, axis) {
    const result = _rt_gamepad_axis_data(this.handle, rt.integer(gamepad_id), rt.integer(axis));
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
  setRumble(gamepad_id, strong, weak, duration_ms) {
    const result = _rt_gamepad_set_rumble(this.handle, rt.integer(gamepad_id), strong, weak, rt.integer(duration_ms));
    if (!result) check();
    return result;
  }

  /**
   * Ends a pad's rumble, within 50 ms. False where the pad cannot rumble.
   *
   * On failure: false.
   */
  stopRumble(gamepad_id) {
    const result = _rt_gamepad_stop_rumble(this.handle, rt.integer(gamepad_id));
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
  injectEvent(gamepad_id, event_type, code, value) {
    const result = _rt_gamepad_inject_event(this.handle, rt.integer(gamepad_id), rt.integer(event_type), rt.integer(code), value);
    if (!result) check();
    return result;
  }

  /**
   * The ids of the pads that are connected, as of the last update, ascending.
   *
   * On failure: [].
   */
  ids() {
    const result = rt.takeIntegers(_rt_gamepad_ids(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
   *
   * On failure: "".
   */
  getUuid(gamepad_id) {
    const result = rt.takeText(_rt_gamepad_get_uuid(this.handle, rt.integer(gamepad_id)));
    if (result == "") check();
    return result;
  }

  /**
   * Whether a connected pad can rumble.
   *
   * On failure: false.
   */
  canRumble(gamepad_id) {
    const result = _rt_gamepad_can_rumble(this.handle, rt.integer(gamepad_id));
    if (!result) check();
    return result;
  }
}
exports.GamepadContext = GamepadContext;

/**
 * A gamepad event: freed by `close()`, or when JavaScript forgets it.
 */
class GamepadEvent extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_gamepad_event_free, handle);
  }

  /**
   * What kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
   * 10, disconnected 11, dropped 12.
   *
   * On failure: -1.
   */
  getType() {
    const result = _rt_gamepad_event_get_type(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * The id of the pad that it is about.
   *
   * On failure: -1.
   */
  getGamepadId() {
    const result = _rt_gamepad_event_get_gamepad_id(this.handle);
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
  getButton() {
    const result = _rt_gamepad_event_get_button(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * The axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
   * RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
   *
   * On failure: -1.
   */
  getAxis() {
    const result = _rt_gamepad_event_get_axis(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * The button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1
   * with up and right positive. 0 where the event is about neither.
   *
   * On failure: 0.0.
   */
  getValue() {
    const result = _rt_gamepad_event_get_value(this.handle);
    if (result == 0.0) check();
    return result;
  }
}
exports.GamepadEvent = GamepadEvent;
