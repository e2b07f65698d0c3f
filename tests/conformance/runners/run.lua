-- Runs the vectors through the LuaJIT binding: run.lua FOLDER ROOT; prints how many calls each library had.

local ffi = require("ffi")
local json = require("cjson")
local native = require("simple_native")

local folder, root = arg[1], arg[2]

local function read(path)
    local file = assert(io.open(path, "rb"))
    local text = file:read("*a")
    file:close()
    return text
end

local function unhex(text)
    return (text:gsub("..", function(pair) return string.char(tonumber(pair, 16)) end))
end

local params = {}
for _, library in ipairs(json.decode(read(root .. "/simple_native/simple_native.json")).libraries) do
    for _, fn in ipairs(library.functions) do
        params[fn.name] = fn.params
    end
end

ffi.cdef([[int usleep(unsigned int); long long strtoll(const char *, char **, int);]])
local function integer(text) return ffi.C.strtoll(text, nil, 10) end

local bound

local function joined(pieces)
    local out = {}
    for i, piece in ipairs(pieces) do
        out[i] = type(piece) == "string" and piece or tostring(bound[piece.var])
    end
    return table.concat(out)
end

local function is_list(value) return type(value) == "table" and (value[1] ~= nil or next(value) == nil) end

local function argument(value)
    if value == json.null then return nil end
    if type(value) ~= "table" then return value end
    if is_list(value) then
        local list = { n = #value }
        for i = 1, #value do list[i] = argument(value[i]) end
        return list
    end
    if value.i64 then return integer(value.i64) end
    if value.f64 then return value.f64 == "nan" and 0 / 0 or value.f64 == "inf" and 1 / 0 or value.f64 == "-0" and -0.0 or -1 / 0 end
    if value.bytes or value.hex then return unhex(value.bytes or value.hex) end
    if value.text then
        local text = type(value.text) == "string" and value.text or joined(value.text)
        return text:rep(value.times or 1)
    end
    if value.items then
        local list, items = { n = #value.items * value.times }, argument(value.items)
        for i = 0, list.n - 1 do list[i + 1] = items[i % items.n + 1] end
        return list
    end
    if value.out then return ffi.new("uint8_t[?]", value.out) end
    return bound[value.var]
end

local matches
local operators = {
    i64 = function(seen, value) return seen == integer(value) end,
    f64 = function(seen, value) if value == "nan" then return seen ~= seen end return seen == argument({ f64 = value }) end,
    handle = function(seen, name) bound[name] = seen return seen > 0 end,
    bind = function(seen, name) bound[name] = seen return true end,
    as = function(seen, value) return matches(seen, value) end,
    var = function(seen, name) return seen == bound[name] end,
    text = function(seen, value) return seen == joined(value) end,
    near = function(seen, value, wanted) return math.abs(seen - value) <= wanted.by end,
    by = function() return true end,
    from = function(seen, value) return seen >= value end,
    to = function(seen, value) return seen <= value end,
    contains = function(seen, value) return seen:find(value, 1, true) ~= nil end,
    starts = function(seen, value) return seen:sub(1, #value) == value end,
    hex = function(seen, value)
        if type(seen) == "cdata" then seen = ffi.string(seen, ffi.sizeof(seen)) end
        return seen == unhex(value)
    end,
    length = function(seen, value) return matches(#seen, value) end,
    each = function(seen, value)
        for _, item in ipairs(seen) do
            if not matches(item, value) then return false end
        end
        return true
    end,
    at = function(seen, value)
        for at, item in pairs(value) do
            local i = tonumber(at)
            local found = type(seen) == "string" and seen:byte(i + 1) or type(seen) == "cdata" and seen[i] or type(seen) == "table" and seen[i + 1]
            if not matches(found, item) then return false end
        end
        return true
    end,
    fields = function(seen, value)
        for name, item in pairs(value) do
            if not matches(seen[name], item) then return false end
        end
        return true
    end,
    ["not"] = function(seen, value) return not matches(seen, value) end,
    every = function(seen, value)
        for _, item in ipairs(value) do
            if not matches(seen, item) then return false end
        end
        return true
    end,
}

function matches(seen, wanted)
    if wanted == json.null then return seen == nil end
    if type(wanted) ~= "table" then return seen == wanted end
    if is_list(wanted) then
        if type(seen) ~= "table" or #seen ~= #wanted then return false end
        for i = 1, #wanted do
            if not matches(seen[i], wanted[i]) then return false end
        end
        return true
    end
    -- `by` belongs to `near`; names are bound before `as` is looked at.
    for key, value in pairs(wanted) do
        if not operators[key](seen, value, wanted) then return false end
    end
    return true
end

local function expect(seen, wanted)
    if not matches(seen, wanted) then
        error("gave " .. tostring(seen):sub(1, 300) .. ", not " .. json.encode(wanted):sub(1, 300), 0)
    end
end

local function run_call(call, library)
    for _ = 1, call["repeat"] or 1 do
        local arguments, buffer = {}, nil
        for i = 1, #params[call.call] do
            arguments[i] = argument(call.args[i])
            if params[call.call][i].type == "[u8 out]" then buffer = arguments[i] end
        end
        if call.error then native.fn("rt_" .. library .. "_clear_error")() end
        local seen = native.fn(call.call)(unpack(arguments, 1, #params[call.call]))
        if call.gives ~= nil then expect(seen, call.gives) end
        if call.error then expect(native.fn("rt_" .. library .. "_get_last_error")(), call.error) end
        if call.out then expect(buffer, call.out) end
    end
end

local live = native.fn("rt_native_live_handles")
local failures = 0

local function sequence(one, library)
    local before, folder = live(), os.tmpname()
    os.remove(folder)
    assert(os.execute("mkdir '" .. folder .. "'"))
    bound = { tmp = folder, root = root }
    local done = true
    for at, call in ipairs(one.calls) do
        local fine, message = pcall(run_call, call, library)
        if not fine then
            io.stderr:write(library, ": ", one.name, ": call ", at - 1, ": ", json.encode(call):sub(1, 300), ": ", tostring(message), "\n")
            failures, done = failures + 1, false
            break
        end
    end
    os.execute("rm -r '" .. folder .. "'")
    for _ = 1, 500 do
        if live() == before then break end
        ffi.C.usleep(10000)
    end
    if done and live() ~= before then
        io.stderr:write(library, ": ", one.name, " leaves objects\n")
        failures = failures + 1
    end
    return done and #one.calls or 0
end

local listing = io.popen("ls '" .. folder .. "'/*.json")
for path in listing:lines() do
    local file = json.decode(read(path))
    local calls = 0
    for _, one in ipairs(file.sequences) do calls = calls + sequence(one, file.library) end
    print("calls " .. file.library .. " " .. calls)
end
os.exit(failures == 0 and 0 or 1)
