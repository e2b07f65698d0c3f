/*
 * Game pads, by the crate gilrs-core: which are there, what is pressed on them, events, rumble.
 *
 * Whatever a pad's maker wired, its buttons and axes come in one layout, an Xbox pad's, by the mappings of SDL's
 * database. A context is a view of all pads with a queue and a state of its own: rt_gamepad_update, or
 * rt_gamepad_poll_event where nothing waits, takes in what happened since, and states are those of that moment. A
 * pad is known by its id, which it keeps while the process lives, also when it was unplugged and returns. Buttons
 * and triggers go from 0 to 1, sticks and the D-pad from -1 to 1 with up and right positive.
 */
#ifndef SIMPLE_NATIVE_GAMEPAD_H
#define SIMPLE_NATIVE_GAMEPAD_H

#include "native.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Axes.
 */
enum SnPadAxis {
    /* The left stick, rightwards. */
    SN_PAD_AXIS_LEFT_STICK_X = 0,
    /* The left stick, upwards. */
    SN_PAD_AXIS_LEFT_STICK_Y = 1,
    /* The right stick, rightwards. */
    SN_PAD_AXIS_RIGHT_STICK_X = 2,
    /* The right stick, upwards. */
    SN_PAD_AXIS_RIGHT_STICK_Y = 3,
    /* The left trigger. */
    SN_PAD_AXIS_LEFT_TRIGGER = 4,
    /* The right trigger. */
    SN_PAD_AXIS_RIGHT_TRIGGER = 5,
    /* The D-pad, rightwards. */
    SN_PAD_AXIS_DPAD_X = 6,
    /* The D-pad, upwards. */
    SN_PAD_AXIS_DPAD_Y = 7,
    /* None that has a number. */
    SN_PAD_AXIS_UNKNOWN = 255
};

/*
 * Buttons, by where they lie.
 */
enum SnPadButton {
    /* A on Xbox pads, cross on PlayStation pads. */
    SN_PAD_BUTTON_SOUTH = 0,
    /* B, circle. */
    SN_PAD_BUTTON_EAST = 1,
    /* Y, triangle. */
    SN_PAD_BUTTON_NORTH = 2,
    /* X, square. */
    SN_PAD_BUTTON_WEST = 3,
    /* The left trigger. */
    SN_PAD_BUTTON_LEFT_TRIGGER = 4,
    /* The right trigger. */
    SN_PAD_BUTTON_RIGHT_TRIGGER = 5,
    /* The left shoulder button. */
    SN_PAD_BUTTON_LEFT_BUMPER = 6,
    /* The right shoulder button. */
    SN_PAD_BUTTON_RIGHT_BUMPER = 7,
    /* The D-pad, upwards. */
    SN_PAD_BUTTON_DPAD_UP = 8,
    /* The D-pad, downwards. */
    SN_PAD_BUTTON_DPAD_DOWN = 9,
    /* The D-pad, to the left. */
    SN_PAD_BUTTON_DPAD_LEFT = 10,
    /* The D-pad, to the right. */
    SN_PAD_BUTTON_DPAD_RIGHT = 11,
    /* A press of the left stick. */
    SN_PAD_BUTTON_LEFT_STICK = 12,
    /* A press of the right stick. */
    SN_PAD_BUTTON_RIGHT_STICK = 13,
    /* Back, share, minus. */
    SN_PAD_BUTTON_SELECT = 14,
    /* Menu, options, plus. */
    SN_PAD_BUTTON_START = 15,
    /* The button with the maker's sign. */
    SN_PAD_BUTTON_MODE = 16,
    /* Share on newer Xbox pads, capture on Nintendo's, microphone on the DualSense. */
    SN_PAD_BUTTON_MISC = 17,
    /* The upper paddle on the back, under the right hand (P1). */
    SN_PAD_BUTTON_PADDLE1 = 18,
    /* The upper paddle under the left hand (P3). */
    SN_PAD_BUTTON_PADDLE2 = 19,
    /* The lower paddle under the right hand (P2). */
    SN_PAD_BUTTON_PADDLE3 = 20,
    /* The lower paddle under the left hand (P4). */
    SN_PAD_BUTTON_PADDLE4 = 21,
    /* A press of the touchpad. */
    SN_PAD_BUTTON_TOUCHPAD = 22,
    /* None that has a number. */
    SN_PAD_BUTTON_UNKNOWN = 255
};

/*
 * Types of game pad events.
 */
enum SnPadEvent {
    /* A button went down. */
    SN_PAD_EVENT_BUTTON_PRESSED = 1,
    /* A button came up. */
    SN_PAD_EVENT_BUTTON_RELEASED = 2,
    /* The value of a button changed. */
    SN_PAD_EVENT_BUTTON_CHANGED = 3,
    /* An axis moved. */
    SN_PAD_EVENT_AXIS_CHANGED = 4,
    /* A pad was connected. */
    SN_PAD_EVENT_CONNECTED = 10,
    /* A pad was disconnected. */
    SN_PAD_EVENT_DISCONNECTED = 11,
    /* Events were lost. */
    SN_PAD_EVENT_DROPPED = 12
};

/*
 * How a pad is powered.
 */
enum SnPadPower {
    /* It does not say. */
    SN_PAD_POWER_UNKNOWN = 0,
    /* Its battery is charged. */
    SN_PAD_POWER_CHARGING = 1,
    /* It runs on its battery. */
    SN_PAD_POWER_DISCHARGING = 2,
    /* Its battery is full. */
    SN_PAD_POWER_FULL = 3,
    /* Its battery is empty. */
    SN_PAD_POWER_EMPTY = 4,
    /* It has no battery. */
    SN_PAD_POWER_WIRED = 5
};

/*
 * How a pad is powered.
 */
typedef struct RtGamepadPower {
    /* Unknown 0, charging 1, discharging 2, full 3, empty 4, wired 5. */
    int64_t status;
    /* How full the battery is, 0 to 100; -1 where that is not known. */
    int64_t percentage;
} RtGamepadPower;

/*
 * A button's state.
 */
typedef struct RtGamepadButton {
    /* Whether it is held down; an analog button is from about three quarters of its way. */
    bool is_pressed;
    /* How far down it is: 0 to 1. */
    double value;
} RtGamepadButton;

/*
 * How a pad is moved.
 */
typedef struct RtGamepadMotion {
    /* Acceleration to the right, in metres a second each second. At rest the pad is held against gravity: 9.8 up. */
    double acceleration_x;
    /* Up. */
    double acceleration_y;
    /* Towards the player. */
    double acceleration_z;
    /* How fast it is turned about the axis to the right, in radians a second. */
    double rotation_x;
    /* About the axis upwards. */
    double rotation_y;
    /* About the axis towards the player. */
    double rotation_z;
} RtGamepadMotion;

/*
 * A finger on a pad's touchpad.
 */
typedef struct RtGamepadTouch {
    /* It touches. */
    bool touches;
    /* Where, from the left edge, 0, to the right one, 1. */
    double x;
    /* Where, from the upper edge, 0, to the lower one, 1. */
    double y;
} RtGamepadTouch;

/*
 * How much a pad or another joystick has.
 */
typedef struct RtGamepadRawCounts {
    /* Buttons. */
    int64_t buttons;
    /* Axes that belong to no hat. */
    int64_t axes;
    /* Hats. */
    int64_t hats;
} RtGamepadRawCounts;

/*
 * Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
 * number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
 * subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
 * already gives no connected event; what is held on it is pressed from the start, with events of its own.
 *
 * The context lives until `rt_gamepad_shutdown`.
 *
 * Returns a gamepad context; free it with rt_gamepad_shutdown. On failure: 0.
 */
int64_t rt_gamepad_init(void);

/*
 * Closes a context and frees those of its events that were not freed. A rumble goes on until its time is
 * up.
 *
 * `context` is a gamepad context, freed by this call. On failure: false.
 */
bool rt_gamepad_shutdown(int64_t context);

/*
 * Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
 * pads' states are those after it.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_update(int64_t context);

/*
 * Returns how many pads are connected, as of the last update.
 *
 * `context` is a gamepad context. On failure: -1.
 */
int64_t rt_gamepad_count(int64_t context);

/*
 * Tells whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_is_connected(int64_t context, int64_t gamepad_id);

/*
 * Returns the name of a connected pad: its model's where that is known, else the one that its driver gives.
 *
 * `context` is a gamepad context. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_gamepad_get_name(int64_t context, int64_t gamepad_id);

/*
 * Returns how a connected pad is powered, at this moment.
 *
 * `context` is a gamepad context. On failure: status 0, percentage -1.
 */
RtGamepadPower rt_gamepad_get_power_info(int64_t context, int64_t gamepad_id);

/*
 * Takes the next event that an update took in, or 0 where there is none; where none waits it updates first. At most
 * 4,096 events wait, and at most 4,096 stay alive outstanding: past that, the oldest goes.
 *
 * A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
 * changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
 * shutdown.
 *
 * `context` is a gamepad context. Returns a gamepad event; free it with rt_gamepad_event_free. On
 * failure: 0.
 */
int64_t rt_gamepad_poll_event(int64_t context);

/*
 * Frees an event.
 *
 * `event` is a gamepad event, freed by this call. On failure: false.
 */
bool rt_gamepad_event_free(int64_t event);

/*
 * Returns what kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
 * 10, disconnected 11, dropped 12.
 *
 * `event` is a gamepad event. On failure: -1.
 */
int64_t rt_gamepad_event_get_type(int64_t event);

/*
 * Returns the id of the pad that it is about.
 *
 * `event` is a gamepad event. On failure: -1.
 */
int64_t rt_gamepad_event_get_gamepad_id(int64_t event);

/*
 * Returns the button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper 6,
 * RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14, Start 15,
 * Mode 16, Misc (share, capture, microphone) 17, Paddle1 to Paddle4 18 to 21, Touchpad 22; 255 for one that has no number, and where it is about none.
 *
 * `event` is a gamepad event. On failure: -1.
 */
int64_t rt_gamepad_event_get_button(int64_t event);

/*
 * Returns the axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
 * RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
 *
 * `event` is a gamepad event. On failure: -1.
 */
int64_t rt_gamepad_event_get_axis(int64_t event);

/*
 * Returns the button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1 with
 * up and right positive. 0 where the event is about neither.
 *
 * `event` is a gamepad event. On failure: 0.0.
 */
double rt_gamepad_event_get_value(int64_t event);

/*
 * Tells whether a button was held down at the last update.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_button_is_pressed(int64_t context, int64_t gamepad_id, int64_t button);

/*
 * Returns a button's state at the last update.
 *
 * `context` is a gamepad context. On failure: is_pressed false, value 0.0.
 */
RtGamepadButton rt_gamepad_button_data(int64_t context, int64_t gamepad_id, int64_t button);

/*
 * Returns an axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
 * to 1. A stick near its middle, in its dead zone, is at 0.
 *
 * `context` is a gamepad context. On failure: 0.0.
 */
double rt_gamepad_axis_data(int64_t context, int64_t gamepad_id, int64_t axis);

/*
 * Makes a pad rumble at once, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
 * clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000.
 * False where the pad cannot rumble.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_set_rumble(int64_t context, int64_t gamepad_id, double strong, double weak, int64_t duration_ms);

/*
 * Ends a pad's rumble. False where the pad cannot rumble.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_stop_rumble(int64_t context, int64_t gamepad_id);

/*
 * Returns why this thread's last failed gamepad call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_gamepad_get_last_error(void);

/*
 * Adds mappings to those that come with the library, for all contexts of the process: lines in the form of SDL's
 * `gamecontrollerdb.txt`. A mapping for a model that has one takes its place. Comments, mappings for other systems
 * and what is no mapping are passed over. Pads that are connected are read by them from now on: what was held is let
 * go of, and what is held is pressed, with events. A pad has its name in a new mapping from when it next connects.
 *
 * How many mappings were added; 0 where no line is one.
 *
 * On failure: -1.
 */
int64_t rt_gamepad_add_mappings(const char *mappings);

/*
 * Returns the ids of the pads that are connected, as of the last update, ascending.
 *
 * `context` is a gamepad context. Release what it returns with rt_i64_array_free. On failure: an empty
 * array.
 */
RtI64Array rt_gamepad_ids(int64_t context);

/*
 * Returns the identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
 *
 * `context` is a gamepad context. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_gamepad_get_uuid(int64_t context, int64_t gamepad_id);

/*
 * Returns when it happened, in nanoseconds of the clock that only goes on: on Linux `CLOCK_MONOTONIC`, on Windows
 * `QueryPerformanceCounter`. On Linux that is what the pad's driver says, to the microsecond; elsewhere, and of what is
 * held when a pad or a context appears, when it was received. Events of windows have the same clock.
 *
 * `event` is a gamepad event. On failure: -1.
 */
int64_t rt_gamepad_event_get_timestamp(int64_t event);

/*
 * Puts, for tests and for replay, an event into the context, as though a pad had sent it, to be taken in by the next
 * update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button of a button's
 * event and the axis of an axis's, and is ignored for others. A pad that is not there is there from its first event
 * on, a disconnected event removes it, and nobody but this context sees it.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_inject_event(int64_t context, int64_t gamepad_id, int64_t event_type, int64_t code, double value);

/*
 * Returns how a connected pad is moved at this moment, as its driver tells it: on Linux that of PlayStation 4 and 5 and of
 * Nintendo's pads. Fails where a pad has no such sensors, where its driver tells of none, where this process may not read
 * them, and on other systems.
 *
 * `context` is a gamepad context. On failure: acceleration_x 0.0, acceleration_y 0.0, acceleration_z
 * 0.0, rotation_x 0.0, rotation_y 0.0, rotation_z 0.0.
 */
RtGamepadMotion rt_gamepad_get_motion(int64_t context, int64_t gamepad_id);

/*
 * Returns how many fingers a connected pad's touchpad tells apart. Fails as `rt_gamepad_get_motion` does.
 *
 * `context` is a gamepad context. On failure: -1.
 */
int64_t rt_gamepad_touch_count(int64_t context, int64_t gamepad_id);

/*
 * Returns what a finger (from 0) does on a connected pad's touchpad at this moment.
 *
 * `context` is a gamepad context. On failure: touches false, x 0.0, y 0.0.
 */
RtGamepadTouch rt_gamepad_get_touch(int64_t context, int64_t gamepad_id, int64_t finger);

/*
 * Tells whether a connected pad's touchpad is pressed down at this moment. Some drivers tell it as the button Touchpad
 * instead.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_touchpad_is_pressed(int64_t context, int64_t gamepad_id);

/*
 * Gives a connected pad's light a colour, each part 0 to 255; all 0 puts it out. Fails where a pad has no light of three
 * colours, where this process may not write to it (on Linux that takes a rule of udev's), and on other systems.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_set_light(int64_t context, int64_t gamepad_id, int64_t red, int64_t green, int64_t blue);

/*
 * Returns how many buttons, axes and hats a connected pad has, whatever its mapping says of them: a wheel, a flight
 * stick or a throttle has what no pad has. They are numbered from 0 as SDL numbers them. Fails for a pad that is there
 * by injected events alone.
 *
 * `context` is a gamepad context. On failure: buttons 0, axes 0, hats 0.
 */
RtGamepadRawCounts rt_gamepad_raw_counts(int64_t context, int64_t gamepad_id);

/*
 * Tells whether a connected pad's button of this number is down at this moment.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_raw_button(int64_t context, int64_t gamepad_id, int64_t number);

/*
 * Returns where a connected pad's axis of this number is at this moment: from -1 to 1, the ends that its driver names,
 * without a dead zone, and with the driver's sign (a stick's down is mostly positive, a pedal rests at one of its ends).
 * On other systems than Linux it is 0 until it first moves.
 *
 * `context` is a gamepad context. On failure: 0.0.
 */
double rt_gamepad_raw_axis(int64_t context, int64_t gamepad_id, int64_t number);

/*
 * Returns where a connected pad's hat of this number points at this moment: up 1, right 2, down 4, left 8, added up; 0 in
 * its middle.
 *
 * `context` is a gamepad context. On failure: -1.
 */
int64_t rt_gamepad_raw_hat(int64_t context, int64_t gamepad_id, int64_t number);

/*
 * Tells whether a connected pad can rumble.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_can_rumble(int64_t context, int64_t gamepad_id);

/*
 * Tells whether a button went down between the last update and the one before, also where it came up again in between: for
 * what a press begins, in a loop that updates once a turn.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_button_was_pressed(int64_t context, int64_t gamepad_id, int64_t button);

/*
 * Tells whether a button came up between the last update and the one before.
 *
 * `context` is a gamepad context. On failure: false.
 */
bool rt_gamepad_button_was_released(int64_t context, int64_t gamepad_id, int64_t button);

/*
 * Tells whether this build holds the gamepad library, as it does where this links.
 */
bool rt_gamepad_available(void);

/*
 * Forgets why this thread's last failed gamepad call failed.
 */
void rt_gamepad_clear_error(void);

/*
 * Returns the category of this thread's last failed gamepad call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
 */
int64_t rt_gamepad_get_last_error_code(void);

/*
 * Returns the version of the wrapped library, the crate `gilrs-core`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_gamepad_version(void);

/* ---- The twins: each fills *out, and returns whether the call succeeded. ---- */

bool rt_gamepad_get_power_info_into(int64_t context, int64_t gamepad_id, RtGamepadPower *out);
bool rt_gamepad_button_data_into(int64_t context, int64_t gamepad_id, int64_t button, RtGamepadButton *out);
bool rt_gamepad_ids_into(int64_t context, RtI64Array *out);
bool rt_gamepad_get_motion_into(int64_t context, int64_t gamepad_id, RtGamepadMotion *out);
bool rt_gamepad_get_touch_into(int64_t context, int64_t gamepad_id, int64_t finger, RtGamepadTouch *out);
bool rt_gamepad_raw_counts_into(int64_t context, int64_t gamepad_id, RtGamepadRawCounts *out);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_GAMEPAD_H */
