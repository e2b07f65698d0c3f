-- Finding and loading the shared object, converting what goes in and comes out, objects that own handles.

local ffi = require("ffi")
local abi = require("simple_native.abi")

local rt = {}

-- The shared object beside this file, or in the package that it came with; nil elsewhere.
local function packaged()
    local here = debug.getinfo(1, "S").source:match("^@(.*)runtime%.lua$")
    local names = { Windows = "simple_native.dll", OSX = "libsimple_native.dylib" }
    local name = names[ffi.os] or "libsimple_native.so"
    for _, place in ipairs({ name, "../../../lib/" .. name }) do
        local path = here and here .. place
        local file = path and io.open(path, "rb")
        if file then
            file:close()
            return path
        end
    end
end

local function load()
    local path = os.getenv("SIMPLE_NATIVE_LIBRARY") or packaged() or "simple_native"
    local library = ffi.load(path)
    local known, fits = pcall(function()
        return library.rt_native_check_abi(abi.revision, abi.hash)
    end)
    if not known then
        error("simple_native: " .. path .. " is older than this module: it knows no rt_native_check_abi", 0)
    elseif not fits then
        local reason = ffi.string(library.rt_native_get_last_error())
        error("simple_native: this module does not fit " .. path .. ": " .. reason, 0)
    end
    return library
end

local C = load()
rt.C = C

--- An integer as a Lua number where that is exact, as an int64_t where it is not.
function rt.integer(value)
    if value >= -9007199254740992LL and value <= 9007199254740992LL then
        return tonumber(value)
    end
    return value
end

--- What `read` gives of a returned text or array, which is released also where memory is short.
local function taken(release, array, read, ...)
    local fine, value = pcall(read, ...)
    release(array)
    if not fine then error(value, 0) end
    return value
end

--- Lua's strings hold less than 2 GiB, and `ffi.string` cuts what is longer.
local function string_of(data, len)
    if len >= 0x7fffff00LL then
        error("a result of " .. tostring(rt.integer(len)) .. " bytes is longer than a string can be", 0)
    end
    return ffi.string(data, len)
end

function rt.take_text(pointer)
    return taken(C.rt_text_free, pointer, string_of, pointer, C.rt_text_len(pointer))
end

local function numbers(array)
    local values = {}
    local integers = ffi.istype("RtI64Array", array)
    for i = 0, tonumber(array.len) - 1 do
        values[i + 1] = integers and rt.integer(array.data[i]) or array.data[i]
    end
    return values
end

local function texts(array)
    local values = {}
    for i = 0, tonumber(array.len) - 1 do
        local text = array.data[i]
        values[i + 1] = string_of(text, C.rt_text_len(text))
    end
    return values
end

--- A returned text, nil where there is nothing.
function rt.take_optional_text(text)
    if C.rt_text_is_none(text) then return nil end
    return rt.take_text(text)
end

local function optional_texts(array)
    local values = { n = tonumber(array.len) }
    for i = 0, values.n - 1 do
        local text = array.data[i]
        if not C.rt_text_is_none(text) then values[i + 1] = string_of(text, C.rt_text_len(text)) end
    end
    return values
end

function rt.take_numbers(array, free)
    return taken(function() free(array.data, array.len) end, nil, numbers, array)
end

function rt.take_bytes(array)
    local function free() C.rt_bytes_free(array.data, array.len) end
    return array.len > 0 and taken(free, nil, string_of, array.data, array.len) or free() or ""
end

function rt.take_texts(array)
    return taken(function() C.rt_text_array_free(array.data, array.len) end, nil, texts, array)
end

--- The same where some may be nothing: `n` says how many there are.
function rt.take_optional_texts(array)
    return taken(function() C.rt_text_array_free(array.data, array.len) end, nil, optional_texts, array)
end

ffi.cdef([[const void *simple_native_memchr(const void *, int, size_t) __asm__("memchr");]])

--- A text as C has it, which ends at the first NUL.
function rt.text(value)
    if type(value) == "string" and ffi.C.simple_native_memchr(value, 0, #value) ~= nil then
        error("a text holds no NUL", 3)
    end
    return value
end

--- An integer of at most 64 bits: LuaJIT would cut it.
function rt.to_integer(value)
    if type(value) == "number" then
        if value % 1 ~= 0 or value < -2 ^ 63 or value >= 2 ^ 63 then
            error(tostring(value) .. " is no integer of 64 bits", 3)
        end
    elseif ffi.istype("uint64_t", value) and value >= 2ULL ^ 63 then
        error(tostring(value) .. " does not fit into 64 bits", 3)
    end
    return value
end

--- How many items a table of texts has, where some may be nil: `n`, as `table.pack` writes it, or `#`.
local function count(values)
    return values.n or #values
end

function rt.floats(values)
    if values == nil then return nil, 0 end
    return ffi.new("double[?]", #values, values), #values
end

function rt.integers(values)
    if values == nil then return nil, 0 end
    local array = ffi.new("int64_t[?]", #values)
    for i = 1, #values do
        array[i - 1] = rt.to_integer(values[i])
    end
    return array, #values
end

function rt.bytes(values)
    if values == nil then return nil, 0 end
    return ffi.cast("const uint8_t *", values), #values
end

--- A buffer to be filled: `ffi.new("uint8_t[?]", n)`.
function rt.buffer(buffer)
    if buffer == nil then return nil, 0 end
    return buffer, ffi.sizeof(buffer)
end

function rt.texts(values)
    if values == nil then return nil, 0 end
    local n = count(values)
    local array = ffi.new("const char *[?]", n)
    for i = 1, n do
        array[i - 1] = rt.text(values[i])
    end
    return array, n
end

--- A function of C. One of Lua's would be called on threads that LuaJIT does not know, and end the process.
function rt.callback(value)
    if type(value) == "function" then
        error("no Lua function can be called on other threads: take requests and events one by one instead", 3)
    end
    return value
end

--- The number of an object, 0 for nil.
function rt.handle(object)
    return object and object.handle or 0LL
end

--- The numbers of objects, and how many; a number stands for itself.
function rt.handles(objects)
    if objects == nil then return nil, 0 end
    local numbers = {}
    for i = 1, #objects do
        local one = objects[i]
        numbers[i] = type(one) == "table" and one.handle or one
    end
    return rt.integers(numbers)
end

--- Each struct as a table, its texts released.
rt.structures = setmetatable({}, {
    __index = function(structures, name)
        local fields = abi.structures[name]
        local function convert(result)
            local out = {}
            for _, field in ipairs(fields) do
                local value = result[field[2]]
                if field[3] == "text" then
                    value = rt.take_text(value)
                elseif field[3] == "i64" then
                    value = rt.integer(value)
                end
                out[field[1]] = value
            end
            return out
        end
        rawset(structures, name, convert)
        return convert
    end,
})

--- What raises where this thread's last call failed, asked where its result may say so, and what calls a
--- function that frees: what was freed already is no failure of another call, and the collector comes between a
--- call and the question whether it failed, so nothing is said of this one.
function rt.failure(library)
    local get, clear = "rt_" .. library .. "_get_last_error", "rt_" .. library .. "_clear_error"
    local function check()
        if C.rt_native_last_call_failed() then
            local reason = rt.take_text(C[get]())
            C[clear]()
            error(reason, 3)
        end
    end
    local function quietly(release, ...)
        local quiet = C.rt_native_set_quiet(true)
        release(...)
        C.rt_native_set_quiet(quiet)
    end
    return check, quietly
end

-- The collector does not see the archive's memory: it runs when that has doubled. Asked at every so many objects.
local LEAST_MEMORY, OBJECTS = 64 * 1024 * 1024, 8
local objects, most_memory = 0, LEAST_MEMORY

local function made_object()
    objects = objects + 1
    if objects % OBJECTS ~= 0 or C.rt_native_bulk_memory() <= most_memory then return end
    collectgarbage()
    most_memory = math.max(LEAST_MEMORY, 2 * tonumber(C.rt_native_bulk_memory()))
end

--- A class whose objects own handles: `:close()` frees one, and so does the collector where no other object
--- owns it too.
function rt.class(name, collected)
    local class = { name = name }
    class.__index = class
    class.__tostring = function(self)
        return name .. " " .. tostring(self.handle)
    end
    -- Objects of one class that stand for one object of the archive.
    class.__eq = function(self, other)
        return self.handle == other.handle and self.handle ~= 0
    end

    function class:_release() end

    function class:close()
        if self.handle ~= 0 then
            self:_release()
            self.handle = 0LL
        end
    end

    --- Its number, which is the caller's to free from now on.
    function class:detach()
        local handle = self.handle
        self.handle = 0LL
        return handle
    end

    function class.wrap(handle, parent, owned)
        if handle == 0 then return nil end
        -- Out of arrays and structs it comes as a number.
        handle = handle + 0LL
        if not (collected and owned) then
            return setmetatable({ handle = handle, parent = parent }, class)
        end
        made_object()
        -- A table has no finaliser in Lua 5.1, a proxy that it holds has. That must not keep the object, so it
        -- keeps what both share.
        local shared = { handle = handle, parent = parent, _release = class._release, close = class.close }
        local proxy = newproxy(true)
        getmetatable(proxy).__gc = function() shared:close() end
        return setmetatable({ proxy = proxy, parent = parent }, {
            __index = function(_, key)
                if key == "handle" then return shared.handle end
                return class[key]
            end,
            __newindex = function(self, key, value)
                if key == "handle" then shared.handle = value else rawset(self, key, value) end
            end,
            __eq = class.__eq,
            __tostring = class.__tostring,
        })
    end

    return class
end

return rt
