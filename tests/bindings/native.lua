-- lua-native: objects that own their handles, errors that are raised, nil where there is nothing.

local live = native.plain.rt_native_live_handles
local before = live()

local date = native.regex.new("(\\d{4})-(\\d{2})")
assert(date:find("made in 2026-11") == "2026-11" and native.regex.find(date, "2026-11") == "2026-11")
assert(native.regex.find(date:handle(), "2026-11") == "2026-11", "an integer does as well")
assert(date:is_match("never") == false and date:is_match("2026-11") == true)
local some = native.regex.new("(?P<a>a)?(b*)")
local groups = some:captures_array("b")
assert(groups.n == 3 and groups[1] == "b" and groups[2] == nil and groups[3] == "b")
assert(some:find("") == "" and date:find("never") == nil and some:captures_name("b", "a") == nil)
assert(native.plain.rt_regex_captures_array(some:handle(), "b")[2] == "")
assert(native.plain.rt_regex_find(date:handle(), "never") == "")
some:close()
local span = date:find_at("in 2026-11", 0)
assert(span.start == 3 and span["end"] == 10 and date:find_at("never", 0) == nil)
local fine, reason = pcall(date.find_at, date, "2026-11", 99)
assert(not fine and reason:find("`start` is 99", 1, true), reason)
assert(native.regex.get_last_error() == "", "an error that was raised is over")
fine, reason = pcall(native.regex.new, "(")
assert(not fine and reason:find("(", 1, true))

-- What is no text, no integer, no truth value or no such object is refused before the call.
assert(not pcall(date.find, date, "a\0b") and not pcall(date.find, date, 5) and not pcall(date.find_at, date, "a", 0.5))
local builder = native.lyon.path_builder_new()
fine, reason = pcall(native.regex.find, builder, "a")
assert(not fine and reason:find("regex expected, got path builder", 1, true), reason)
assert(not pcall(native.lyon.path_polygon, { 1, 2, "x" }, 3) and not pcall(native.lyon.path_polygon, { n = -1 }, 3))
assert(not pcall(native.regex.set_new, { "a", {} }) and not pcall(native.regex.set_new, "a"))
date:close()
date:close()
fine, reason = pcall(date.find, date, "2026-11")
assert(not fine and reason:find("closed", 1, true), reason)

-- The collector frees, and so does the end of a block; a failed free is nobody's error.
native.regex.new("forgotten")
do
    local scoped <close> = native.regex.new("scoped")
    native.regex.destroy(native.regex.new("freed"))
    assert(live() == before + 3, "builder, forgotten, scoped")
end
collectgarbage()
collectgarbage()
assert(live() == before + 1)

-- What a world owns is kept by it, and keeps it.
local world = native.rapier2d.world_new(0, -9.81)
local body = world:body_new_dynamic(0, 10, 0)
local ball = world:collider_new_circle(body, 0.5)
assert(ball:get_body() == body and tostring(body):find("^body %d+$"))
world, ball = nil, nil
collectgarbage()
collectgarbage()
assert(body:get_position().y == 10)
local other = native.rapier2d.world_new(0, 0)
assert(not pcall(native.rapier2d.body_get_position, other, body))
local bodies = native.rapier2d.world_get_bodies(other)
assert(#bodies == 0)
local static = other:body_new_static(1, 2, 0)
bodies = other:get_bodies()
assert(#bodies == 1 and bodies[1] == static and bodies[1]:get_position().x == 1)
static:close()
assert(other:body_count() == 0)
static:close()
assert(native.rapier2d.get_last_error() == "")
other:close()
body = nil
collectgarbage()
collectgarbage()
assert(live() == before + 1)

-- What goes with another at the latest keeps that one, and is freed by the collector all the same.
local pads = native.gamepad.init()
pads:inject_event(4711, native.gamepad.PadEvent.CONNECTED, 0, 0)
pads:update()
local event = pads:poll_event()
pads = nil
collectgarbage()
collectgarbage()
assert(event:get_type() == native.gamepad.PadEvent.CONNECTED)
event = nil
collectgarbage()
collectgarbage()
assert(live() == before + 1)

-- A consumed object is closed; texts and bytes with any content come whole; nil is none.
builder:begin(0, 0)
builder:line_to(3, 4)
local path = builder:build()
assert(builder:handle() == 0 and math.abs(path:length() - 5) < 1e-9)
path:close()
local pixels = ("\0"):rep(4 * 4 * 4)
local square = native.lyon.path_rectangle(0, 0, 4, 4)
local filled = square:fill_tessellate(0.1)
local drawn, after = filled:draw(nil, 0xff0000ff, pixels, 4, 4)
assert(drawn and #after == #pixels and after:sub(1, 4) == "\xff\0\0\xff")
assert(native.lyon.png_encode(after, 4, 4):sub(2, 4) == "PNG")
filled:close()
square:close()

-- Requests and events are pulled; nothing of Lua's is called on another thread.
fine, reason = pcall(native.http.register_handler, "answer", function() return 0 end, nil)
assert(not fine and reason:find("one by one", 1, true), reason)
local server = native.http.server_create(0)
server:start_background()
assert(server:next_request(0) == nil)
server:close()
assert(live() == before, live() - before)
print("native: fine")
