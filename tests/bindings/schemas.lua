-- Calls functions that take JSON with what a file says: schemas.lua CASES FOLDER MODEL. A line of CASES is a function, a
-- tab, the JSON; for each, a line comes out: `fine`, or why it failed.
local folder = arg[2]
local n = native

local music = folder .. "/silence.wav"
local file <close> = assert(io.open(music, "wb"))
local format = string.pack("<I2I2I4I4I2I2", 1, 1, 8000, 16000, 2, 16)
file:write("RIFF", string.pack("<I4", 36 + 1600), "WAVEfmt ", string.pack("<s4", format), "data", string.pack("<s4", ("\0"):rep(1600)))
file:flush()

local whole <close> = assert(io.open(music, "rb"))
local sound = whole:read("a")
local engine = n.audio.init_offline(8000, 1)
local source = n.audio.load_from_file(engine, music)
local model = n.cuda.load_model(n.cuda.init(-1), arg[3])
local inference = n.cuda.inference_start(model, "a", 1, 0, 0)
local server = n.http.server_create(0)
local path = n.lyon.path_circle(0, 0, 1)
local canvas, paint = n.lyon.canvas_new(1, 1), n.lyon.paint_color(255)
local loop = n.winit.event_loop_new()

local client = n.http.client_create()

local serving = n.http.server_create(0)
n.http.server_route(serving, "GET", "/", "pulled")
n.http.server_start_background(serving)
local url = "http://127.0.0.1:" .. n.http.server_port(serving) .. "/"

-- The model has no template: options without one are fine as far as they go.
local function chat(render, json)
    local fine, result = pcall(render, model, "[]", json)
    if not fine and not tostring(result):find("no chat template", 1, true) then error(result, 0) end
end

local calls = {
    rt_audio_init_with_options = function(json) return n.audio.init_with_options(json) end,
    rt_audio_play = function(json) return n.audio.play(engine, source, json) end,
    rt_audio_play_live = function(json)
        local fine, result = pcall(n.audio.play_live, engine, 8000, 1, 100, json)
        if not fine and not tostring(result):find("live samples", 1, true) then error(result, 0) end
    end,
    rt_audio_capture_start = function(json)
        local fine, result = pcall(n.audio.capture_start, json)
        if not fine and not tostring(result):find("no audio input", 1, true) then error(result, 0) end
    end,
    rt_audio_play_music_from_memory = function(json) return n.audio.play_music_from_memory(engine, sound, json) end,
    rt_audio_play_music_with = function(json) return n.audio.play_music_with(engine, music, json) end,
    rt_cuda_inference_set_options = function(json) return n.cuda.inference_set_options(inference, json) end,
    rt_cuda_inference_start_with_options = function(json)
        return n.cuda.inference_start_with_options(model, "a", json)
    end,
    rt_cuda_inference_start_with_tokens = function(json)
        return n.cuda.inference_start_with_tokens(model, { 65 }, json)
    end,
    rt_cuda_model_render_chat = function(json) return chat(n.cuda.model_render_chat, json) end,
    rt_cuda_model_tokenize_chat = function(json) return chat(n.cuda.model_tokenize_chat, json) end,
    rt_cuda_model_tokenize_with_options = function(json) return n.cuda.model_tokenize_with_options(model, "a", json) end,
    rt_http_client_fetch_form = function(json) return n.http.client_fetch_form(client, "POST", url, {}, json) end,
    rt_http_client_set_retries = function(json) return n.http.client_set_retries(client, json) end,
    rt_http_client_set_websocket_options = function(json)
        return n.http.client_set_websocket_options(client, json)
    end,
    rt_http_client_set_tls = function(json) return n.http.client_set_tls(client, json) end,
    rt_http_response_stream_begin = function(json)
        local transfer <close> = n.http.transfer_start(client, "GET", url, {}, "")
        local request = n.http.server_next_request(serving, 60000)
        return n.http.response_stream_begin(request, n.http.response_create(200, ""), json)
    end,
    rt_http_server_route_with_options = function(json)
        return n.http.server_route_with_options(server, "GET", "/", "handler", json)
    end,
    rt_http_server_set_websocket_options = function(json)
        return n.http.server_set_websocket_options(server, json)
    end,
    rt_http_server_set_tls = function(json) return n.http.server_set_tls(server, json) end,
    rt_http_server_static_with_options = function(json)
        return n.http.server_static_with_options(server, "/", folder, json)
    end,
    rt_lyon_canvas_fill = function(json) return n.lyon.canvas_fill(canvas, path, 0, paint, 0, json) end,
    rt_lyon_path_offset = function(json) return n.lyon.path_offset(path, 0.1, 1, 0.1, json) end,
    rt_lyon_path_stroke = function(json) return n.lyon.path_stroke(path, 1, 0.1, json) end,
    rt_lyon_stroke_tessellate_with_options = function(json)
        return n.lyon.stroke_tessellate_with_options(path, 0.1, 0.1, json)
    end,
    rt_lyon_path_stroke_contains_point = function(json)
        return n.lyon.path_stroke_contains_point(path, 0.1, json, 0, 0)
    end,
    rt_module_load_with_options = function(json) return n.module.load_with_options("native", json) end,
    rt_regex_new_with_options = function(json) return n.regex.new_with_options("a", json) end,
    rt_regex_set_new_with_options = function(json) return n.regex.set_new_with_options({ "a" }, json) end,
    rt_winit_window_new_with_config = function(json) return n.winit.window_new_with_config(loop, json) end,
}

for line in io.lines(arg[1]) do
    local name, json = line:match("^(.-)\t(.*)$")
    local made <close> = setmetatable({}, { __close = function(self) if self.close then self.close:close() end end })
    local fine, result = pcall(calls[name], json)
    if fine and type(result) == "userdata" then made.close = result end
    print(((fine and "fine" or result):gsub("\n", " ")))
end
