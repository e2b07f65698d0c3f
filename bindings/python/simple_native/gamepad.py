"""Game pads, over the crate `gilrs`.

`hub` owns the process's one connection to the game-pad subsystem, `context` is what a handle stands for,
`exports` are the functions that C calls, in the contract's order."""
# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

import ctypes as _c
from array import array as _array
from typing import NamedTuple

from . import _runtime as _rt

_declare = _rt.declare
_take_text = _rt.take_text
_fail, _quietly = _rt.failure("rt_gamepad_get_last_error", "rt_gamepad_clear_error")


class GamepadPower(NamedTuple):
    """How a pad is powered."""

    status: int
    """Unknown 0, charging 1, discharging 2, full 3, empty 4, wired 5."""

    percentage: int
    """How full the battery is, 0 to 100; -1 where that is not known."""


class _GamepadPower(_c.Structure):
    _fields_ = [("status", _c.c_int64), ("percentage", _c.c_int64)]


class GamepadButton(NamedTuple):
    """A button's state."""

    is_pressed: bool
    """Whether it is held down; an analog button is from about three quarters of its way."""

    value: float
    """How far down it is: 0 to 1."""


class _GamepadButton(_c.Structure):
    _fields_ = [("is_pressed", _c.c_bool), ("value", _c.c_double)]


_rt_gamepad_init = _declare("rt_gamepad_init", _c.c_int64, [])


def rt_gamepad_init() -> int:
    """Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
    number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
    subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
    already gives no connected event.

    The context lives until `rt_gamepad_shutdown`."""
    return _rt_gamepad_init()


_rt_gamepad_shutdown = _declare("rt_gamepad_shutdown", _c.c_bool, [_c.c_int64])


def rt_gamepad_shutdown(context: int) -> bool:
    """Closes a context and frees those of its events that were not freed. A rumble goes on until its time is
    up.

    On failure: false."""
    return _rt_gamepad_shutdown(context if 0 <= context <= 9223372036854775807 else _rt.integer(context))


_rt_gamepad_update = _declare("rt_gamepad_update", _c.c_bool, [_c.c_int64])


def rt_gamepad_update(context: int) -> bool:
    """Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
    pads' states are those after it.

    On failure: false."""
    return _rt_gamepad_update(context if 0 <= context <= 9223372036854775807 else _rt.integer(context))


_rt_gamepad_count = _declare("rt_gamepad_count", _c.c_int64, [_c.c_int64])


def rt_gamepad_count(context: int) -> int:
    """How many pads are connected, as of the last update.

    On failure: -1."""
    return _rt_gamepad_count(context if 0 <= context <= 9223372036854775807 else _rt.integer(context))


_rt_gamepad_is_connected = _declare("rt_gamepad_is_connected", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_gamepad_is_connected(context: int, gamepad_id: int) -> bool:
    """Whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.

    On failure: false."""
    return _rt_gamepad_is_connected(context if 0 <= context <= 9223372036854775807 else _rt.integer(context), gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id))


_rt_gamepad_get_name = _declare("rt_gamepad_get_name", _c.c_void_p, [_c.c_int64, _c.c_int64])


def rt_gamepad_get_name(context: int, gamepad_id: int) -> str:
    """The name of a connected pad: its model's where that is known, else the one that its driver gives.

    On failure: ""."""
    return _take_text(_rt_gamepad_get_name(context if 0 <= context <= 9223372036854775807 else _rt.integer(context), gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id)))


_rt_gamepad_get_power_info = _declare("rt_gamepad_get_power_info", _GamepadPower, [_c.c_int64, _c.c_int64])


def rt_gamepad_get_power_info(context: int, gamepad_id: int) -> GamepadPower:
    """How a connected pad is powered, at this moment.

    On failure: status 0, percentage -1."""
    result = _rt_gamepad_get_power_info(context if 0 <= context <= 9223372036854775807 else _rt.integer(context), gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id))
    return GamepadPower(result.status, result.percentage)


_rt_gamepad_poll_event = _declare("rt_gamepad_poll_event", _c.c_int64, [_c.c_int64])


def rt_gamepad_poll_event(context: int) -> int:
    """The next event that an update took in, or 0 where there is none; where none waits it updates first. At
    most 4,096 events wait, and at most 4,096 stay alive unfreed: past that, the oldest goes.

    A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
    changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
    shutdown.

    On failure: 0."""
    return _rt_gamepad_poll_event(context if 0 <= context <= 9223372036854775807 else _rt.integer(context))


_rt_gamepad_event_free = _declare("rt_gamepad_event_free", _c.c_bool, [_c.c_int64])


def rt_gamepad_event_free(event: int) -> bool:
    """Frees an event.

    On failure: false."""
    return _rt_gamepad_event_free(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_gamepad_event_get_type = _declare("rt_gamepad_event_get_type", _c.c_int64, [_c.c_int64])


def rt_gamepad_event_get_type(event: int) -> int:
    """What kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
    10, disconnected 11, dropped 12.

    On failure: -1."""
    return _rt_gamepad_event_get_type(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_gamepad_event_get_gamepad_id = _declare("rt_gamepad_event_get_gamepad_id", _c.c_int64, [_c.c_int64])


def rt_gamepad_event_get_gamepad_id(event: int) -> int:
    """The id of the pad that it is about.

    On failure: -1."""
    return _rt_gamepad_event_get_gamepad_id(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_gamepad_event_get_button = _declare("rt_gamepad_event_get_button", _c.c_int64, [_c.c_int64])


def rt_gamepad_event_get_button(event: int) -> int:
    """The button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper
    6, RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14,
    Start 15, Mode 16; 255 for one that has no number, and where it is about none.

    On failure: -1."""
    return _rt_gamepad_event_get_button(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_gamepad_event_get_axis = _declare("rt_gamepad_event_get_axis", _c.c_int64, [_c.c_int64])


def rt_gamepad_event_get_axis(event: int) -> int:
    """The axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
    RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.

    On failure: -1."""
    return _rt_gamepad_event_get_axis(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_gamepad_event_get_value = _declare("rt_gamepad_event_get_value", _c.c_double, [_c.c_int64])


def rt_gamepad_event_get_value(event: int) -> float:
    """The button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1
    with up and right positive. 0 where the event is about neither.

    On failure: 0.0."""
    return _rt_gamepad_event_get_value(event if 0 <= event <= 9223372036854775807 else _rt.integer(event))


_rt_gamepad_button_is_pressed = _declare("rt_gamepad_button_is_pressed", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_gamepad_button_is_pressed(context: int, gamepad_id: int, button: int) -> bool:
    """Whether a button was held down at the last update.

    On failure: false."""
    return _rt_gamepad_button_is_pressed(context if 0 <= context <= 9223372036854775807 else _rt.integer(context), gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id), button if 0 <= button <= 9223372036854775807 else _rt.integer(button))


_rt_gamepad_button_data = _declare("rt_gamepad_button_data", _GamepadButton, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_gamepad_button_data(context: int, gamepad_id: int, button: int) -> GamepadButton:
    """A button's state at the last update.

    On failure: is_pressed false, value 0.0."""
    result = _rt_gamepad_button_data(context if 0 <= context <= 9223372036854775807 else _rt.integer(context), gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id), button if 0 <= button <= 9223372036854775807 else _rt.integer(button))
    return GamepadButton(result.is_pressed, result.value)


_rt_gamepad_axis_data = _declare("rt_gamepad_axis_data", _c.c_double, [_c.c_int64, _c.c_int64, _c.c_int64])


def rt_gamepad_axis_data(context: int, gamepad_id: int, axis: int) -> float:
    """An axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
    to 1. A stick near its middle, in its dead zone, is at 0.

    On failure: 0.0."""
    return _rt_gamepad_axis_data(context if 0 <= context <= 9223372036854775807 else _rt.integer(context), gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id), axis if 0 <= axis <= 9223372036854775807 else _rt.integer(axis))


_rt_gamepad_set_rumble = _declare("rt_gamepad_set_rumble", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_double, _c.c_double, _c.c_int64])


def rt_gamepad_set_rumble(context: int, gamepad_id: int, strong: float, weak: float, duration_ms: int) -> bool:
    """Makes a pad rumble, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
    clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000, in steps of 50 ms, rounded up.
    It starts within 50 ms. False where the pad cannot rumble.

    On failure: false."""
    return _rt_gamepad_set_rumble(context if 0 <= context <= 9223372036854775807 else _rt.integer(context), gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id), strong, weak, duration_ms if 0 <= duration_ms <= 9223372036854775807 else _rt.integer(duration_ms))


_rt_gamepad_stop_rumble = _declare("rt_gamepad_stop_rumble", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_gamepad_stop_rumble(context: int, gamepad_id: int) -> bool:
    """Ends a pad's rumble, within 50 ms. False where the pad cannot rumble.

    On failure: false."""
    return _rt_gamepad_stop_rumble(context if 0 <= context <= 9223372036854775807 else _rt.integer(context), gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id))


_rt_gamepad_get_last_error = _declare("rt_gamepad_get_last_error", _c.c_void_p, [])


def rt_gamepad_get_last_error() -> str:
    """Why this thread's last failed gamepad call failed: one sentence, `""` where none did. A call that succeeds leaves it alone."""
    return _take_text(_rt_gamepad_get_last_error())


_rt_gamepad_inject_event = _declare("rt_gamepad_inject_event", _c.c_bool, [_c.c_int64, _c.c_int64, _c.c_int64, _c.c_int64, _c.c_double])


def rt_gamepad_inject_event(context: int, gamepad_id: int, event_type: int, code: int, value: float) -> bool:
    """For tests and for replay: puts an event into the context, as though a pad had sent it, to be taken in by
    the next update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button
    of a button's event and the axis of an axis's, and is ignored for others. A pad that is not there is
    there from its first event on, a disconnected event removes it, and nobody but this context sees it.

    On failure: false."""
    return _rt_gamepad_inject_event(context if 0 <= context <= 9223372036854775807 else _rt.integer(context), gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id), event_type if 0 <= event_type <= 9223372036854775807 else _rt.integer(event_type), code if 0 <= code <= 9223372036854775807 else _rt.integer(code), value)


_rt_gamepad_ids = _declare("rt_gamepad_ids", _rt.I64Array, [_c.c_int64])


def rt_gamepad_ids(context: int) -> list[int]:
    """The ids of the pads that are connected, as of the last update, ascending.

    On failure: []."""
    return _rt_gamepad_ids(context if 0 <= context <= 9223372036854775807 else _rt.integer(context)).take()


_rt_gamepad_get_uuid = _declare("rt_gamepad_get_uuid", _c.c_void_p, [_c.c_int64, _c.c_int64])


def rt_gamepad_get_uuid(context: int, gamepad_id: int) -> str:
    """The identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.

    On failure: ""."""
    return _take_text(_rt_gamepad_get_uuid(context if 0 <= context <= 9223372036854775807 else _rt.integer(context), gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id)))


_rt_gamepad_can_rumble = _declare("rt_gamepad_can_rumble", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_gamepad_can_rumble(context: int, gamepad_id: int) -> bool:
    """Whether a connected pad can rumble.

    On failure: false."""
    return _rt_gamepad_can_rumble(context if 0 <= context <= 9223372036854775807 else _rt.integer(context), gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id))


_rt_gamepad_available = _declare("rt_gamepad_available", _c.c_bool, [])


def rt_gamepad_available() -> bool:
    """True where this build holds the gamepad library, as it does where this links."""
    return _rt_gamepad_available()


_rt_gamepad_clear_error = _declare("rt_gamepad_clear_error", None, [])


def rt_gamepad_clear_error() -> None:
    """Forgets why this thread's last failed gamepad call failed."""
    return _rt_gamepad_clear_error()


_rt_gamepad_version = _declare("rt_gamepad_version", _c.c_void_p, [])


def rt_gamepad_version() -> str:
    """The version of the wrapped library, the crate `gilrs`."""
    return _take_text(_rt_gamepad_version())


class GamepadContext(_rt.Owner):
    """A gamepad context: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_gamepad_shutdown, self._handle)

    @staticmethod
    def init() -> "GamepadContext | None":
        """Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
        number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
        subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
        already gives no connected event.

        The context lives until `rt_gamepad_shutdown`."""
        result = _rt_gamepad_init()
        return GamepadContext(result, None) if result else None

    def update(self) -> bool:
        """Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
        pads' states are those after it.

        On failure: false."""
        result = _rt_gamepad_update(self._handle)
        if not result:
            _fail()
        return result

    def count(self) -> int:
        """How many pads are connected, as of the last update.

        On failure: -1."""
        result = _rt_gamepad_count(self._handle)
        if result == -1:
            _fail()
        return result

    def is_connected(self, gamepad_id: int) -> bool:
        """Whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.

        On failure: false."""
        result = _rt_gamepad_is_connected(self._handle, gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id))
        if not result:
            _fail()
        return result

    def get_name(self, gamepad_id: int) -> str:
        """The name of a connected pad: its model's where that is known, else the one that its driver gives.

        On failure: ""."""
        result = _take_text(_rt_gamepad_get_name(self._handle, gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id)))
        if not result:
            _fail()
        return result

    def get_power_info(self, gamepad_id: int) -> GamepadPower:
        """How a connected pad is powered, at this moment.

        On failure: status 0, percentage -1."""
        result = _rt_gamepad_get_power_info(self._handle, gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id))
        result = GamepadPower(result.status, result.percentage)
        if result.status == 0 and result.percentage == -1:
            _fail()
        return result

    def poll_event(self) -> "GamepadEvent | None":
        """The next event that an update took in, or 0 where there is none; where none waits it updates first. At
        most 4,096 events wait, and at most 4,096 stay alive unfreed: past that, the oldest goes.

        A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
        changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
        shutdown.

        On failure: 0."""
        result = _rt_gamepad_poll_event(self._handle)
        if not result:
            _fail()
        return GamepadEvent(result, None) if result else None

    def button_is_pressed(self, gamepad_id: int, button: int) -> bool:
        """Whether a button was held down at the last update.

        On failure: false."""
        result = _rt_gamepad_button_is_pressed(self._handle, gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id), button if 0 <= button <= 9223372036854775807 else _rt.integer(button))
        if not result:
            _fail()
        return result

    def button_data(self, gamepad_id: int, button: int) -> GamepadButton:
        """A button's state at the last update.

        On failure: is_pressed false, value 0.0."""
        result = _rt_gamepad_button_data(self._handle, gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id), button if 0 <= button <= 9223372036854775807 else _rt.integer(button))
        result = GamepadButton(result.is_pressed, result.value)
        if result.is_pressed == False and result.value == 0.0:
            _fail()
        return result

    def axis_data(self, gamepad_id: int, axis: int) -> float:
        """An axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
        to 1. A stick near its middle, in its dead zone, is at 0.

        On failure: 0.0."""
        result = _rt_gamepad_axis_data(self._handle, gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id), axis if 0 <= axis <= 9223372036854775807 else _rt.integer(axis))
        if result == 0.0:
            _fail()
        return result

    def set_rumble(self, gamepad_id: int, strong: float, weak: float, duration_ms: int) -> bool:
        """Makes a pad rumble, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
        clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000, in steps of 50 ms, rounded up.
        It starts within 50 ms. False where the pad cannot rumble.

        On failure: false."""
        result = _rt_gamepad_set_rumble(self._handle, gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id), strong, weak, duration_ms if 0 <= duration_ms <= 9223372036854775807 else _rt.integer(duration_ms))
        if not result:
            _fail()
        return result

    def stop_rumble(self, gamepad_id: int) -> bool:
        """Ends a pad's rumble, within 50 ms. False where the pad cannot rumble.

        On failure: false."""
        result = _rt_gamepad_stop_rumble(self._handle, gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id))
        if not result:
            _fail()
        return result

    def inject_event(self, gamepad_id: int, event_type: int, code: int, value: float) -> bool:
        """For tests and for replay: puts an event into the context, as though a pad had sent it, to be taken in by
        the next update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button
        of a button's event and the axis of an axis's, and is ignored for others. A pad that is not there is
        there from its first event on, a disconnected event removes it, and nobody but this context sees it.

        On failure: false."""
        result = _rt_gamepad_inject_event(self._handle, gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id), event_type if 0 <= event_type <= 9223372036854775807 else _rt.integer(event_type), code if 0 <= code <= 9223372036854775807 else _rt.integer(code), value)
        if not result:
            _fail()
        return result

    def ids(self) -> list[int]:
        """The ids of the pads that are connected, as of the last update, ascending.

        On failure: []."""
        result = _rt_gamepad_ids(self._handle).take()
        if not result:
            _fail()
        return result

    def get_uuid(self, gamepad_id: int) -> str:
        """The identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.

        On failure: ""."""
        result = _take_text(_rt_gamepad_get_uuid(self._handle, gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id)))
        if not result:
            _fail()
        return result

    def can_rumble(self, gamepad_id: int) -> bool:
        """Whether a connected pad can rumble.

        On failure: false."""
        result = _rt_gamepad_can_rumble(self._handle, gamepad_id if 0 <= gamepad_id <= 9223372036854775807 else _rt.integer(gamepad_id))
        if not result:
            _fail()
        return result


class GamepadEvent(_rt.Owner):
    """A gamepad event: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_gamepad_event_free, self._handle)

    def get_type(self) -> int:
        """What kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
        10, disconnected 11, dropped 12.

        On failure: -1."""
        result = _rt_gamepad_event_get_type(self._handle)
        if result == -1:
            _fail()
        return result

    def get_gamepad_id(self) -> int:
        """The id of the pad that it is about.

        On failure: -1."""
        result = _rt_gamepad_event_get_gamepad_id(self._handle)
        if result == -1:
            _fail()
        return result

    def get_button(self) -> int:
        """The button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper
        6, RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14,
        Start 15, Mode 16; 255 for one that has no number, and where it is about none.

        On failure: -1."""
        result = _rt_gamepad_event_get_button(self._handle)
        if result == -1:
            _fail()
        return result

    def get_axis(self) -> int:
        """The axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
        RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.

        On failure: -1."""
        result = _rt_gamepad_event_get_axis(self._handle)
        if result == -1:
            _fail()
        return result

    def get_value(self) -> float:
        """The button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1
        with up and right positive. 0 where the event is about neither.

        On failure: 0.0."""
        result = _rt_gamepad_event_get_value(self._handle)
        if result == 0.0:
            _fail()
        return result
