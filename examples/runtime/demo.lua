-- All libraries of the archive at work together, on the interpreter's one thread.
-- lua-native demo.lua FOLDER MODEL MODULE: pictures and sounds go to FOLDER.
local folder, model_path, module_path = arg[1], arg[2], arg[3]
local regex, http, lyon, rapier2d, audio = native.regex, native.http, native.lyon, native.rapier2d, native.audio
local WIDTH, HEIGHT, METRE = 640, 360, 40

-- What a host with threads is called back for, this one takes piece by piece.
local function pulled(take, object, timeout_ms)
    return function() return take(object, timeout_ms) end
end

local events <close> = native.module.events_subscribe({ "window", "gamepad", "http", "audio-ended", "module" })

-- http, regex: a server gives a drawing to another process of this interpreter, and the shape is read out of it.
local drawing = '<svg viewBox="-1 -1 2 2"><path fill="orange" d="M0-1 L.3-.3 L1 0 L.3.3 L0 1 L-.3.3 L-1 0 L-.3-.3Z"/></svg>'
local handlers = { drawing = function() return http.response_create(200, drawing) end }
local server <close> = http.server_create(0)
server:route("GET", "/drawing.svg", "drawing")
server:start_background()
local visit = 'io.write(native.http.get("http://127.0.0.1:%d/drawing.svg").body)'
local visitor = io.popen(("'%s' -e '%s'"):format(arg[-1], visit:format(server:port())))
for request in pulled(server.next_request, server, 20000) do
    http.server_respond(request, handlers[request:handler()](request))
    break
end
local svg = visitor:read("a")
visitor:close()
local shape = regex.new([[<path[^>]*\bd="([^"]+)"]]):captures_array(svg)[2]
print(("http, regex: %d bytes came over the wire, the path in them is %s"):format(#svg, shape))

-- gamepad: a stick that is held to the right says how hard the shape is thrown.
local pads, PAD = native.gamepad.init(), 7
pads:inject_event(PAD, native.gamepad.PadEvent.CONNECTED, 0, 0)
pads:inject_event(PAD, native.gamepad.PadEvent.AXIS_CHANGED, native.gamepad.PadAxis.LEFT_STICK_X, 0.75)
pads:update()
local stick = pads:axis_data(PAD, native.gamepad.PadAxis.LEFT_STICK_X)
print(("gamepad: %s, its stick at %.2f"):format(pads:get_name(PAD), stick))

-- rapier2d, lyon: it flies and falls; every sixth step is drawn.
local world <close> = rapier2d.world_new(0, 9.81)
world:collider_new_box(world:body_new_static(8, 9, 0), 8, 0.25)
local body = world:body_new_dynamic(1.5, 6, 0)
world:collider_new_circle(body, 0.8)
local mass = body:get_mass()
body:apply_impulse(6.5 * stick * mass, -9 * mass, true)
body:apply_angular_impulse(1.5, true)
local filled = lyon.path_from_svg(shape):fill_tessellate(0.01)
local ground = lyon.path_rectangle(0, 8.75 * METRE, WIDTH, 0.25 * METRE):fill_tessellate(0.1)
local _, pixels = ground:draw(nil, 0x577590ff, string.rep("\x18\x20\x2c\xff", WIDTH * HEIGHT), WIDTH, HEIGHT)
local heights = {}
for step = 1, 150 do
    world:step(1 / 60)
    local at = body:get_position()
    heights[step] = 9 - at.y
    if step % 6 == 0 then
        local cos, sin = METRE * math.cos(at.rotation), METRE * math.sin(at.rotation)
        local placed <close> = lyon.transform_new(cos, sin, -sin, cos, at.x * METRE, at.y * METRE)
        _, pixels = filled:draw(placed, 0xe9c46a60 + step, pixels, WIDTH, HEIGHT)
    end
end
lyon.png_save(folder .. "/runtime.png", pixels, WIDTH, HEIGHT)
print(("rapier2d, lyon: flew %.1f m high, drawn in %s/runtime.png"):format(math.max(table.unpack(heights)), folder))

-- winit: the picture in a window, where there is a display.
local display, made = pcall(native.winit.event_loop_new)
if display then
    local loop <close> = made
    local window <close> = loop:window_new(WIDTH, HEIGHT, "lua-native")
    window:present_rgba(WIDTH, HEIGHT, pixels)
    local size = window:get_size()
    print(("winit: shown in a window of %d x %d"):format(size.width, size.height))
end

-- audio: the height is heard, rendered without a device.
local RATE, samples, phase = 24000, {}, 0
for i = 1, RATE * 2 do
    phase = phase + 2 * math.pi * (220 + 110 * heights[i * #heights // (RATE * 2) + 1 - i // (RATE * 2)]) / RATE
    samples[i] = 0.4 * math.sin(phase)
end
local engine <close> = audio.init_offline(RATE, 1)
local playing = engine:play_sound(engine:load_from_samples(samples, RATE, 1))
playing:fade_in(200)
local sound, loudest = engine:render(#samples + RATE // 10), 0
local bytes = {}
for i, sample in ipairs(sound) do
    bytes[i], loudest = string.pack("<i2", math.floor(sample * 32767)), math.max(loudest, math.abs(sample))
end
local data = table.concat(bytes)
local format = string.pack("<I2I2I4I4I2I2", 1, 1, RATE, RATE * 2, 2, 16)
local file <close> = assert(io.open(folder .. "/runtime.wav", "wb"))
file:write("RIFF", string.pack("<I4", 36 + #data), "WAVEfmt ", string.pack("<s4", format), "data", string.pack("<s4", data))
print(("audio: %.1f s, at most %.2f loud, in %s/runtime.wav"):format(#sound / RATE, loudest, folder))

-- module: code that was loaded a moment ago adds up.
local module = native.module.load(module_path)
module:send("init", "{}")
local answer
for _, height in ipairs(heights) do
    answer = module:send("command", ('{"add": %d}'):format(math.floor(height * 100)))
end
print("module: the sum of all heights in centimetres, " .. answer)

-- cuda: the smallest model says something, on the processor.
local PROMPT = "At the end of a long stone pier,"
local model = native.cuda.init(-1):load_model(model_path)
local inference, said = model:inference_start(PROMPT, 32, 0, 1), {}
for token in pulled(inference.next_token, inference) do
    if not token.has_token then break end
    said[#said + 1] = token.token
end
print("cuda: " .. PROMPT .. table.concat(said))

-- Errors are raised, and what happened meanwhile waits.
local _, reason = pcall(world.step, world, -1)
print("an error: " .. reason)
local count = {}
for event in pulled(events.next, events, 0) do
    local kind = event:match('"kind":"([^"]+)"')
    if not kind then break end
    count[kind] = (count[kind] or 0) + 1
end
print(("events: http %d, gamepad %d, audio-ended %d, module %d"):format(
    count.http or 0, count.gamepad or 0, count["audio-ended"] or 0, count.module or 0))
