-- LuaJIT's classes: objects that own their handles, errors that are raised.

local native = require("simple_native")
local live = native.fn("rt_native_live_handles")
local before = live()

local date = native.regex.Regex.new("(\\d{4})-(\\d{2})")
assert(date:find("made in 2026-11") == "2026-11")
assert(date:find("never") == nil)
assert(date:is_match("never") == false and date:is_match("2026-11") == true)
-- An older failure of a function is not a later call's.
assert(native.regex.rt_regex_find_quick("(", "x") == "" and date:find("never") == nil)
local some = native.regex.Regex.new("(?P<a>a)?(b*)")
local groups = some:captures_array("b")
assert(groups.n == 3 and groups[1] == "b" and groups[2] == nil and groups[3] == "b")
local names = some:capture_names()
assert(names.n == 3 and names[1] == nil and names[2] == "a")
assert(some:find("") == "" and some:captures_name("b", "a") == nil and some:captures_name("a", "a") == "a")
local text = native.regex.RegexText.new("c")
assert(date:captures("never") == nil and date:find_in(text, 0) == nil)
text:close()
-- A name of the program's own stays on an object.
some.mine = 7
assert(some.mine == 7)
some:close()
local fine, reason = pcall(date.find_at, date, "2026-11", 99)
assert(not fine and reason:find("`start` is 99", 1, true))
date:close()
date:close()
assert(not pcall(date.find, date, "2026-11"))

native.regex.Regex.new("forgotten")
collectgarbage()
collectgarbage()
assert(live() == before)

local world = native.rapier2d.World.new(0, -9.81)
local body = world:body_new_dynamic(0, 10, 0)
local ball = world:collider_new_circle(body, 0.5)
assert(ball:get_body() == body and ball:get_body() ~= world:body_new_static(0, 0, 0))
for _ = 1, 10 do world:step(1 / 60) end
assert(body:get_position().y < 10)
body = nil
collectgarbage()
assert(world:body_count() == 2)
world:close()

-- What arrays and structs stand for are objects, which know their world; under its own name a function gives numbers.
world = native.rapier2d.World.new(0, 0)
local left, right = world:body_new_dynamic(0, 0, 0), world:body_new_dynamic(1, 0, 0)
local first, second = world:collider_new_circle(left, 1), world:collider_new_circle(right, 1)
local function same(objects, one, other)
    assert(#objects == (other and 2 or one and 1 or 0))
    assert(objects[1] == one and objects[2] == other or objects[1] == other and objects[2] == one)
end
same(world:get_bodies(), left, right)
same(world:get_colliders(), first, second)
same(left:get_colliders(), first)
same(world:get_joints())
local joint = world:joint_fixed(left, right)
same(world:get_joints(), joint)
world:step(1 / 60)
local hit = world:cast_ray(-10, 0, 1, 0, 100)
for _, one in ipairs({
    hit,
    world:cast_ray_filtered(-10, 0, 1, 0, 100, 0xFFFF, 0xFFFF, false, nil),
    world:cast_circle(-10, 0, 0.1, 1, 0, 100, 0xFFFF, 0xFFFF, false, nil),
    world:query_nearest(-10, 0, 100),
}) do
    assert(one.collider == first and one.collider:get_body() == left)
end
assert(native.rapier2d.rt_rapier2d_world_get_bodies(world.handle)[1] == left.handle)
assert(world:cast_ray(-10, 0, -1, 0, 100).collider == nil)
same(world:query_point(-0.5, 0), first)
same(world:query_circle(-0.9, 0, 0.05), first)
same(world:query_box(-0.9, 0, 0.05, 0.05, 0), first)
local contacts, events = world:get_contacts(), world:get_collision_events()
local touching, begun = contacts:get(0), events:get(0)
same(contacts:colliders(), touching.collider1, touching.collider2)
assert(begun.started)
same({ begun.collider1:get_body(), begun.collider2:get_body() }, left, right)
assert(not pcall(contacts.get, contacts, 99))
contacts:close()
events:close()
for _, one in ipairs(world:get_colliders()) do one:close() end
assert(world:collider_count() == 0 and not pcall(hit.collider.get_body, hit.collider))
world:close()

-- Where a function takes handles, a method takes objects, and handles too.
local canvas, dot = native.lyon.Canvas.new(3, 1), native.lyon.Canvas.new(1, 1)
local square = native.lyon.Path.rectangle(0, 0, 1, 1)
canvas:draw_many({ square, square.handle }, { 0, 0, 0, 1, 2, 0, 0, 1 }, { 0xff0000ff, 0x00ff00ff })
dot:clear(0x0000ffff)
canvas:draw_pictures({ dot }, { 1.5, 0.5, 0, 1 }, { 1 })
assert(canvas:get_pixels() == "\255\0\0\255\0\0\255\255\0\255\0\255")
assert(not pcall(canvas.draw_many, canvas, { dot }, { 0, 0, 0, 1 }, { 0 }))
for _, one in ipairs({ canvas, dot, square }) do one:close() end

local builder = native.lyon.PathBuilder.new()
builder:begin(0, 0)
builder:line_to(3, 4)
local path = builder:build()
assert(builder.handle == 0 and math.abs(path:length() - 5) < 1e-9)
path:close()

-- The collector knows of memory that is not its own: 400 MB of pictures, of which nobody holds one.
for _ = 1, 100 do
    native.lyon.Canvas.new(1000, 1000)
    assert(native.native.rt_native_bulk_memory() < 250e6)
end
collectgarbage()
collectgarbage()

-- A function of Lua's would be called on threads that LuaJIT does not know.
fine, reason = pcall(native.http.rt_http_register_handler, "answer", function() return 0 end)
assert(not fine and reason:find("one by one", 1, true))
assert(live() == before)
print("classes: fine")
