-- The native layer under a programming language, for LuaJIT: each library is a field, loaded when first used.
--
--     local native = require("simple_native")
--     local date = native.regex.Regex.new("(\\d{4})-(\\d{2})")
--     print(date:find("made in 2026-11"))
--     date:close()
--
-- Classes own their handles and raise errors; functions are the exported ones by their own names, over plain
-- integers, and return what failure returns. SIMPLE_NATIVE_LIBRARY names the shared object.

local abi = require("simple_native.abi")

local names = {}
for _, name in ipairs(abi.libraries) do
    names[name] = true
end

local native = { version = abi.version }

--- The exported function of this name, with Lua's types.
function native.fn(name)
    return native[abi.prefixes[name:match("^rt_([^_]+)_")] or "native"][name]
end

return setmetatable(native, {
    __index = function(self, name)
        if not names[name] then return nil end
        local module = require("simple_native." .. name)
        rawset(self, name, module)
        return module
    end,
})
