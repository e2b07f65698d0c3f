local native = require("simple_native")

local date = native.regex.Regex.new("\\d{4}-\\d{2}")
print("found", date:find("made in 2026-11"))
print("found", date:find("made long ago"))
date:close()

local fine, why = pcall(native.regex.Regex.new, "(")
print("refused", fine, why:match("[^\n]+$"))

local world = native.rapier2d.World.new(0, -9.81)
local ball = world:body_new_dynamic(0, 10, 0)
world:collider_new_circle(ball, 0.5)
for _ = 1, 60 do world:step(1 / 60) end
print(("after a second the ball is at %.1f"):format(ball:get_position().y))
world:close()

-- Prints:
-- found	2026-11
-- found	nil
-- refused	false	error: unclosed group
-- after a second the ball is at 5.1
