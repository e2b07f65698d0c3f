-- Game pads, over the crate `gilrs`.
--
-- `hub` owns the process's one connection to the game-pad subsystem, `context` is what a handle stands for,
-- `exports` are the functions that C calls, in the contract's order.
--
-- Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

local rt = require("simple_native.runtime")
local C, M = rt.C, {}
local check, quietly = rt.failure("gamepad")

M.GamepadContext = rt.class("GamepadContext", true)
M.GamepadEvent = rt.class("GamepadEvent", true)

--- Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
--- number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
--- subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
--- already gives no connected event.
---
--- The context lives until `rt_gamepad_shutdown`.
function M.rt_gamepad_init()
    return C.rt_gamepad_init()
end

--- Closes a context and frees those of its events that were not freed. A rumble goes on until its time is
--- up.
---
--- On failure: false.
function M.rt_gamepad_shutdown(context)
    return C.rt_gamepad_shutdown(rt.to_integer(context))
end

--- Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
--- pads' states are those after it.
---
--- On failure: false.
function M.rt_gamepad_update(context)
    return C.rt_gamepad_update(rt.to_integer(context))
end

--- How many pads are connected, as of the last update.
---
--- On failure: -1.
function M.rt_gamepad_count(context)
    return rt.integer(C.rt_gamepad_count(rt.to_integer(context)))
end

--- Whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
---
--- On failure: false.
function M.rt_gamepad_is_connected(context, gamepad_id)
    return C.rt_gamepad_is_connected(rt.to_integer(context), rt.to_integer(gamepad_id))
end

--- The name of a connected pad: its model's where that is known, else the one that its driver gives.
---
--- On failure: "".
function M.rt_gamepad_get_name(context, gamepad_id)
    return rt.take_text(C.rt_gamepad_get_name(rt.to_integer(context), rt.to_integer(gamepad_id)))
end

--- How a connected pad is powered, at this moment.
---
--- On failure: status 0, percentage -1.
function M.rt_gamepad_get_power_info(context, gamepad_id)
    return rt.structures.RtGamepadPower(C.rt_gamepad_get_power_info(rt.to_integer(context), rt.to_integer(gamepad_id)))
end

--- The next event that an update took in, or 0 where there is none; where none waits it updates first. At
--- most 4,096 events wait, and at most 4,096 stay alive unfreed: past that, the oldest goes.
---
--- A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
--- changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
--- shutdown.
---
--- On failure: 0.
function M.rt_gamepad_poll_event(context)
    return C.rt_gamepad_poll_event(rt.to_integer(context))
end

--- Frees an event.
---
--- On failure: false.
function M.rt_gamepad_event_free(event)
    return C.rt_gamepad_event_free(rt.to_integer(event))
end

--- What kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
--- 10, disconnected 11, dropped 12.
---
--- On failure: -1.
function M.rt_gamepad_event_get_type(event)
    return rt.integer(C.rt_gamepad_event_get_type(rt.to_integer(event)))
end

--- The id of the pad that it is about.
---
--- On failure: -1.
function M.rt_gamepad_event_get_gamepad_id(event)
    return rt.integer(C.rt_gamepad_event_get_gamepad_id(rt.to_integer(event)))
end

--- The button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper
--- 6, RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14,
--- Start 15, Mode 16; 255 for one that has no number, and where it is about none.
---
--- On failure: -1.
function M.rt_gamepad_event_get_button(event)
    return rt.integer(C.rt_gamepad_event_get_button(rt.to_integer(event)))
end

--- The axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
--- RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
---
--- On failure: -1.
function M.rt_gamepad_event_get_axis(event)
    return rt.integer(C.rt_gamepad_event_get_axis(rt.to_integer(event)))
end

--- The button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1
--- with up and right positive. 0 where the event is about neither.
---
--- On failure: 0.0.
function M.rt_gamepad_event_get_value(event)
    return C.rt_gamepad_event_get_value(rt.to_integer(event))
end

--- Whether a button was held down at the last update.
---
--- On failure: false.
function M.rt_gamepad_button_is_pressed(context, gamepad_id, button)
    return C.rt_gamepad_button_is_pressed(rt.to_integer(context), rt.to_integer(gamepad_id), rt.to_integer(button))
end

--- A button's state at the last update.
---
--- On failure: is_pressed false, value 0.0.
function M.rt_gamepad_button_data(context, gamepad_id, button)
    return rt.structures.RtGamepadButton(C.rt_gamepad_button_data(rt.to_integer(context), rt.to_integer(gamepad_id), rt.to_integer(button)))
end

--- An axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
--- to 1. A stick near its middle, in its dead zone, is at 0.
---
--- On failure: 0.0.
function M.rt_gamepad_axis_data(context, gamepad_id, axis)
    return C.rt_gamepad_axis_data(rt.to_integer(context), rt.to_integer(gamepad_id), rt.to_integer(axis))
end

--- Makes a pad rumble, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
--- clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000, in steps of 50 ms, rounded up.
--- It starts within 50 ms. False where the pad cannot rumble.
---
--- On failure: false.
function M.rt_gamepad_set_rumble(context, gamepad_id, strong, weak, duration_ms)
    return C.rt_gamepad_set_rumble(rt.to_integer(context), rt.to_integer(gamepad_id), strong, weak, rt.to_integer(duration_ms))
end

--- Ends a pad's rumble, within 50 ms. False where the pad cannot rumble.
---
--- On failure: false.
function M.rt_gamepad_stop_rumble(context, gamepad_id)
    return C.rt_gamepad_stop_rumble(rt.to_integer(context), rt.to_integer(gamepad_id))
end

--- Why this thread's last failed gamepad call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
function M.rt_gamepad_get_last_error()
    return rt.take_text(C.rt_gamepad_get_last_error())
end

--- For tests and for replay: puts an event into the context, as though a pad had sent it, to be taken in by
--- the next update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button
--- of a button's event and the axis of an axis's, and is ignored for others. A pad that is not there is
--- there from its first event on, a disconnected event removes it, and nobody but this context sees it.
---
--- On failure: false.
function M.rt_gamepad_inject_event(context, gamepad_id, event_type, code, value)
    return C.rt_gamepad_inject_event(rt.to_integer(context), rt.to_integer(gamepad_id), rt.to_integer(event_type), rt.to_integer(code), value)
end

--- The ids of the pads that are connected, as of the last update, ascending.
---
--- On failure: [].
function M.rt_gamepad_ids(context)
    return rt.take_numbers(C.rt_gamepad_ids(rt.to_integer(context)), C.rt_i64_array_free)
end

--- The identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
---
--- On failure: "".
function M.rt_gamepad_get_uuid(context, gamepad_id)
    return rt.take_text(C.rt_gamepad_get_uuid(rt.to_integer(context), rt.to_integer(gamepad_id)))
end

--- Whether a connected pad can rumble.
---
--- On failure: false.
function M.rt_gamepad_can_rumble(context, gamepad_id)
    return C.rt_gamepad_can_rumble(rt.to_integer(context), rt.to_integer(gamepad_id))
end

--- True where this build holds the gamepad library, as it does where this links.
function M.rt_gamepad_available()
    return C.rt_gamepad_available()
end

--- Forgets why this thread's last failed gamepad call failed.
function M.rt_gamepad_clear_error()
    C.rt_gamepad_clear_error()
end

--- The version of the wrapped library, the crate `gilrs`.
function M.rt_gamepad_version()
    return rt.take_text(C.rt_gamepad_version())
end

--- Frees it; a second time does nothing.
function M.GamepadContext:_release()
    quietly(C.rt_gamepad_shutdown, self.handle)
end

--- Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
--- number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
--- subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
--- already gives no connected event.
---
--- The context lives until `rt_gamepad_shutdown`.
function M.GamepadContext.init()
    local result = C.rt_gamepad_init()
    return M.GamepadContext.wrap(result, nil, true)
end

--- Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
--- pads' states are those after it.
---
--- On failure: false.
function M.GamepadContext:update()
    local result = C.rt_gamepad_update(self.handle)
    if result == false then check() end
    return result
end

--- How many pads are connected, as of the last update.
---
--- On failure: -1.
function M.GamepadContext:count()
    local result = rt.integer(C.rt_gamepad_count(self.handle))
    if result == -1 then check() end
    return result
end

--- Whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
---
--- On failure: false.
function M.GamepadContext:is_connected(gamepad_id)
    local result = C.rt_gamepad_is_connected(self.handle, rt.to_integer(gamepad_id))
    if result == false then check() end
    return result
end

--- The name of a connected pad: its model's where that is known, else the one that its driver gives.
---
--- On failure: "".
function M.GamepadContext:get_name(gamepad_id)
    local result = rt.take_text(C.rt_gamepad_get_name(self.handle, rt.to_integer(gamepad_id)))
    if result == "" then check() end
    return result
end

--- How a connected pad is powered, at this moment.
---
--- On failure: status 0, percentage -1.
function M.GamepadContext:get_power_info(gamepad_id)
    local result = rt.structures.RtGamepadPower(C.rt_gamepad_get_power_info(self.handle, rt.to_integer(gamepad_id)))
    if result["status"] == 0 and result["percentage"] == -1 then check() end
    return result
end

--- The next event that an update took in, or 0 where there is none; where none waits it updates first. At
--- most 4,096 events wait, and at most 4,096 stay alive unfreed: past that, the oldest goes.
---
--- A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
--- changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
--- shutdown.
---
--- On failure: 0.
function M.GamepadContext:poll_event()
    local result = C.rt_gamepad_poll_event(self.handle)
    if result == 0 then check() end
    return M.GamepadEvent.wrap(result, nil, true)
end

--- Whether a button was held down at the last update.
---
--- On failure: false.
function M.GamepadContext:button_is_pressed(gamepad_id, button)
    local result = C.rt_gamepad_button_is_pressed(self.handle, rt.to_integer(gamepad_id), rt.to_integer(button))
    if result == false then check() end
    return result
end

--- A button's state at the last update.
---
--- On failure: is_pressed false, value 0.0.
function M.GamepadContext:button_data(gamepad_id, button)
    local result = rt.structures.RtGamepadButton(C.rt_gamepad_button_data(self.handle, rt.to_integer(gamepad_id), rt.to_integer(button)))
    if result["is_pressed"] == false and result["value"] == 0.0 then check() end
    return result
end

--- An axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
--- to 1. A stick near its middle, in its dead zone, is at 0.
---
--- On failure: 0.0.
function M.GamepadContext:axis_data(gamepad_id, axis)
    local result = C.rt_gamepad_axis_data(self.handle, rt.to_integer(gamepad_id), rt.to_integer(axis))
    if result == 0.0 then check() end
    return result
end

--- Makes a pad rumble, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
--- clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000, in steps of 50 ms, rounded up.
--- It starts within 50 ms. False where the pad cannot rumble.
---
--- On failure: false.
function M.GamepadContext:set_rumble(gamepad_id, strong, weak, duration_ms)
    local result = C.rt_gamepad_set_rumble(self.handle, rt.to_integer(gamepad_id), strong, weak, rt.to_integer(duration_ms))
    if result == false then check() end
    return result
end

--- Ends a pad's rumble, within 50 ms. False where the pad cannot rumble.
---
--- On failure: false.
function M.GamepadContext:stop_rumble(gamepad_id)
    local result = C.rt_gamepad_stop_rumble(self.handle, rt.to_integer(gamepad_id))
    if result == false then check() end
    return result
end

--- For tests and for replay: puts an event into the context, as though a pad had sent it, to be taken in by
--- the next update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button
--- of a button's event and the axis of an axis's, and is ignored for others. A pad that is not there is
--- there from its first event on, a disconnected event removes it, and nobody but this context sees it.
---
--- On failure: false.
function M.GamepadContext:inject_event(gamepad_id, event_type, code, value)
    local result = C.rt_gamepad_inject_event(self.handle, rt.to_integer(gamepad_id), rt.to_integer(event_type), rt.to_integer(code), value)
    if result == false then check() end
    return result
end

--- The ids of the pads that are connected, as of the last update, ascending.
---
--- On failure: [].
function M.GamepadContext:ids()
    local result = rt.take_numbers(C.rt_gamepad_ids(self.handle), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- The identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
---
--- On failure: "".
function M.GamepadContext:get_uuid(gamepad_id)
    local result = rt.take_text(C.rt_gamepad_get_uuid(self.handle, rt.to_integer(gamepad_id)))
    if result == "" then check() end
    return result
end

--- Whether a connected pad can rumble.
---
--- On failure: false.
function M.GamepadContext:can_rumble(gamepad_id)
    local result = C.rt_gamepad_can_rumble(self.handle, rt.to_integer(gamepad_id))
    if result == false then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.GamepadEvent:_release()
    quietly(C.rt_gamepad_event_free, self.handle)
end

--- What kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
--- 10, disconnected 11, dropped 12.
---
--- On failure: -1.
function M.GamepadEvent:get_type()
    local result = rt.integer(C.rt_gamepad_event_get_type(self.handle))
    if result == -1 then check() end
    return result
end

--- The id of the pad that it is about.
---
--- On failure: -1.
function M.GamepadEvent:get_gamepad_id()
    local result = rt.integer(C.rt_gamepad_event_get_gamepad_id(self.handle))
    if result == -1 then check() end
    return result
end

--- The button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper
--- 6, RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14,
--- Start 15, Mode 16; 255 for one that has no number, and where it is about none.
---
--- On failure: -1.
function M.GamepadEvent:get_button()
    local result = rt.integer(C.rt_gamepad_event_get_button(self.handle))
    if result == -1 then check() end
    return result
end

--- The axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
--- RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
---
--- On failure: -1.
function M.GamepadEvent:get_axis()
    local result = rt.integer(C.rt_gamepad_event_get_axis(self.handle))
    if result == -1 then check() end
    return result
end

--- The button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1
--- with up and right positive. 0 where the event is about neither.
---
--- On failure: 0.0.
function M.GamepadEvent:get_value()
    local result = C.rt_gamepad_event_get_value(self.handle)
    if result == 0.0 then check() end
    return result
end

return M
