-- Runs the vectors in lua-native, where the archive is a part of the interpreter: run_native.lua FOLDER ROOT; prints how
-- many calls each library had. Lua 5.4 brings no JSON.

local folder, root = arg[1], arg[2]
local plain = native.plain
local null = setmetatable({}, { __tostring = function() return "null" end })

local function read(path)
    local file = assert(io.open(path, "rb"))
    local text = file:read("a")
    file:close()
    return text
end

local escapes = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" }

local function unescape(text)
    text = text:gsub("\\u(d[89ab]%x%x)\\u(d[c-f]%x%x)", function(high, low)
        return utf8.char((tonumber(high, 16) - 0xd800) * 0x400 + tonumber(low, 16) - 0xdc00 + 0x10000)
    end)
    return (text:gsub("\\(.)(%x?%x?%x?%x?)", function(letter, digits)
        if letter == "u" then return utf8.char(tonumber(digits, 16)) end
        return (escapes[letter] or letter) .. digits
    end))
end

local value

-- The items up to `last`, each after what `key` reads, and where the text goes on.
local function items(text, at, last, key)
    local out = {}
    at = text:find("%S", at)
    while text:sub(at, at) ~= last do
        local name
        name, at = key(text, at, #out + 1)
        out[name], at = value(text, at)
        at = text:find("[^%s,]", at)
    end
    return out, at + 1
end

local function text_at(text, at)
    local last, before = at, nil
    repeat
        last = text:find('"', last + 1, true)
        before = text:sub(at + 1, last - 1):match("\\*$")
    until #before % 2 == 0
    return unescape(text:sub(at + 1, last - 1)), last + 1
end

function value(text, at)
    at = text:find("%S", at)
    local first = text:sub(at, at)
    if first == "{" then
        return items(text, at + 1, "}", function(_, place)
            local name, after = text_at(text, place)
            return name, text:find(":", after, true) + 1
        end)
    elseif first == "[" then
        return items(text, at + 1, "]", function(_, place, count) return count, place end)
    elseif first == '"' then
        return text_at(text, at)
    end
    local word = text:match("^[%w+.-]+", at)
    local known = { ["true"] = true, ["false"] = false, null = null }
    if known[word] ~= nil then return known[word], at + #word end
    return tonumber(word), at + #word
end

local function unhex(text)
    return (text:gsub("..", function(pair) return string.char(tonumber(pair, 16)) end))
end

local params = {}
for _, library in ipairs(value(read(root .. "/simple_native/simple_native.json"), 1).libraries) do
    for _, fn in ipairs(library.functions) do params[fn.name] = fn.params end
end

local bound

local function joined(pieces)
    local out = {}
    for i, piece in ipairs(pieces) do
        out[i] = type(piece) == "string" and piece or tostring(bound[piece.var])
    end
    return table.concat(out)
end

local function is_list(one) return type(one) == "table" and one ~= null and (one[1] ~= nil or next(one) == nil) end

local function argument(one)
    if one == null then return nil end
    if type(one) ~= "table" then return one end
    if is_list(one) then
        local list = { n = #one }
        for i = 1, #one do list[i] = argument(one[i]) end
        return list
    end
    if one.i64 then return math.tointeger(one.i64) end
    if one.f64 then
        return ({ nan = 0 / 0, inf = 1 / 0, ["-inf"] = -1 / 0, ["-0"] = -0.0 })[one.f64] or tonumber(one.f64)
    end
    if one.bytes or one.hex then return unhex(one.bytes or one.hex) end
    if one.text then
        local text = type(one.text) == "string" and one.text or joined(one.text)
        return text:rep(one.times or 1)
    end
    if one.items then
        local list, piece = { n = #one.items * one.times }, argument(one.items)
        for i = 0, list.n - 1 do list[i + 1] = piece[i % piece.n + 1] end
        return list
    end
    if one.out then return one.out end
    return bound[one.var]
end

local matches
local operators = {
    i64 = function(seen, wanted) return seen == math.tointeger(wanted) end,
    f64 = function(seen, wanted)
        if wanted == "nan" then return seen ~= seen end
        return seen == argument({ f64 = wanted })
    end,
    handle = function(seen, name)
        bound[name] = seen
        return math.type(seen) == "integer" and seen > 0
    end,
    bind = function(seen, name)
        bound[name] = seen
        return true
    end,
    as = function(seen, wanted) return matches(seen, wanted) end,
    var = function(seen, name) return seen == bound[name] end,
    text = function(seen, wanted) return seen == joined(wanted) end,
    near = function(seen, wanted, all) return math.abs(seen - wanted) <= all.by end,
    by = function() return true end,
    from = function(seen, wanted) return seen >= wanted end,
    to = function(seen, wanted) return seen <= wanted end,
    contains = function(seen, wanted) return seen:find(wanted, 1, true) ~= nil end,
    starts = function(seen, wanted) return seen:sub(1, #wanted) == wanted end,
    hex = function(seen, wanted) return seen == unhex(wanted) end,
    length = function(seen, wanted) return matches(#seen, wanted) end,
    each = function(seen, wanted)
        for _, item in ipairs(seen) do
            if not matches(item, wanted) then return false end
        end
        return true
    end,
    at = function(seen, wanted)
        for at, item in pairs(wanted) do
            local i = math.tointeger(at) + 1
            if not matches(type(seen) == "string" and seen:byte(i) or type(seen) == "table" and seen[i], item) then return false end
        end
        return true
    end,
    fields = function(seen, wanted)
        for name, item in pairs(wanted) do
            if not matches(seen[name], item) then return false end
        end
        return true
    end,
    ["not"] = function(seen, wanted) return not matches(seen, wanted) end,
    every = function(seen, wanted)
        for _, item in ipairs(wanted) do
            if not matches(seen, item) then return false end
        end
        return true
    end,
}

function matches(seen, wanted)
    if wanted == null then return seen == nil end
    if type(wanted) ~= "table" then return seen == wanted end
    if is_list(wanted) then
        if type(seen) ~= "table" or #seen ~= #wanted then return false end
        for i = 1, #wanted do
            if not matches(seen[i], wanted[i]) then return false end
        end
        return true
    end
    -- `by` belongs to `near`; names are bound before `as` is looked at.
    for key, one in pairs(wanted) do
        if not operators[key](seen, one, wanted) then return false end
    end
    return true
end

local function shown(one)
    if type(one) ~= "table" or one == null then return tostring(one) end
    local out = {}
    for key, item in pairs(one) do out[#out + 1] = tostring(key) .. ": " .. shown(item) end
    return ("{" .. table.concat(out, ", ") .. "}"):sub(1, 300)
end

local function expect(seen, wanted)
    if not matches(seen, wanted) then error("gave " .. shown(seen) .. ", not " .. shown(wanted), 0) end
end

local function run_call(call, library)
    local count = #params[call.call]
    for _ = 1, call["repeat"] or 1 do
        local arguments = {}
        for i = 1, count do arguments[i] = argument(call.args[i]) end
        if call.error then plain["rt_" .. library .. "_clear_error"]() end
        -- What a buffer holds afterwards is the last result.
        local results = table.pack(plain[call.call](table.unpack(arguments, 1, count)))
        if call.gives ~= nil then expect(results[1], call.gives) end
        if call.error then expect(plain["rt_" .. library .. "_get_last_error"](), call.error) end
        if call.out then expect(results[results.n], call.out) end
    end
end

local live = plain.rt_native_live_handles
local failures = 0

local function sequence(one, library)
    local before, work = live(), os.tmpname()
    os.remove(work)
    assert(os.execute("mkdir '" .. work .. "'"))
    bound = { tmp = work, root = root }
    local done = true
    for at, call in ipairs(one.calls) do
        local fine, message = pcall(run_call, call, library)
        if not fine then
            io.stderr:write(library, ": ", one.name, ": call ", at - 1, ": ", shown(call), ": ", tostring(message), "\n")
            failures, done = failures + 1, false
            break
        end
    end
    os.execute("rm -r '" .. work .. "'")
    for _ = 1, 500 do
        if live() == before then break end
        os.execute("sleep 0.01")
    end
    if done and live() ~= before then
        io.stderr:write(library, ": ", one.name, " leaves objects\n")
        failures = failures + 1
    end
    return done and #one.calls or 0
end

for path in io.popen("ls '" .. folder .. "'/*.json"):lines() do
    local file = value(read(path), 1)
    local calls = 0
    for _, one in ipairs(file.sequences) do calls = calls + sequence(one, file.library) end
    print("calls " .. file.library .. " " .. calls)
end
os.exit(failures == 0, true)
