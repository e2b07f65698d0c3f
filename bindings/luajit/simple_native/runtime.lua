-- Finding and loading the shared object, converting what goes in and comes out, objects that own handles.

local ffi = require("ffi")
local abi = require("simple_native.abi")

local rt = {}

-- The shared object of the package that this file came with; nil elsewhere.
local function packaged()
    local here = debug.getinfo(1, "S").source:match("^@(.*)runtime%.lua$")
    local path = here and here .. "../../../lib/libsimple_native.so"
    local file = path and io.open(path, "rb")
    return file and file:close() and path
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

function rt.take_text(pointer)
    local text = ffi.string(pointer, C.rt_text_len(pointer))
    C.rt_text_free(pointer)
    return text
end

function rt.take_numbers(array, release)
    local values = {}
    local integers = ffi.istype("RtI64Array", array)
    for i = 0, tonumber(array.len) - 1 do
        values[i + 1] = integers and rt.integer(array.data[i]) or array.data[i]
    end
    release(array.data, array.len)
    return values
end

function rt.take_bytes(array)
    local bytes = array.len > 0 and ffi.string(array.data, array.len) or ""
    C.rt_bytes_free(array.data, array.len)
    return bytes
end

function rt.take_texts(array)
    local texts = {}
    for i = 0, tonumber(array.len) - 1 do
        local text = array.data[i]
        texts[i + 1] = ffi.string(text, C.rt_text_len(text))
    end
    C.rt_text_array_free(array.data, array.len)
    return texts
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
    return ffi.new("int64_t[?]", #values, values), #values
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
        array[i - 1] = values[i]
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

--- What raises where a call of the library failed; a call that only found nothing left no error.
function rt.checker(library)
    local get, clear = "rt_" .. library .. "_get_last_error", "rt_" .. library .. "_clear_error"
    return function()
        local reason = rt.take_text(C[get]())
        if reason ~= "" then
            C[clear]()
            error(reason, 3)
        end
    end
end

--- A class whose objects own handles: `:close()` frees one, and so does the collector where no other object
--- owns it too.
function rt.class(name, collected)
    local class = { name = name }
    class.__index = class
    class.__tostring = function(self)
        return name .. " " .. tostring(self.handle)
    end

    function class:_release() end

    function class:close()
        if self.handle ~= 0 then
            self:_release()
            self.handle = 0LL
        end
    end

    function class.wrap(handle, parent, owned)
        if handle == 0 then return nil end
        if not (collected and owned) then
            return setmetatable({ handle = handle, parent = parent }, class)
        end
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
            __newindex = function(_, key, value)
                if key == "handle" then shared.handle = value end
            end,
            __tostring = class.__tostring,
        })
    end

    return class
end

return rt
