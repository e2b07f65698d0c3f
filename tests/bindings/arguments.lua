-- What LuaJIT's binding refuses: arguments that C would cut, results that no string can hold. Errors that are no other
-- call's.

local ffi = require("ffi")
local native = require("simple_native")
local regex, http = native.regex, native.http
local live = native.fn("rt_native_live_handles")
local before = live()

local function fails(part, call, ...)
    local fine, reason = pcall(call, ...)
    assert(not fine and tostring(reason):find(part, 1, true), tostring(reason))
end

local pattern = regex.Regex.new("a+")
fails("NUL", pattern.find, pattern, "a\0b")
fails("NUL", regex.rt_regex_is_match, pattern.handle, "a\0b")
fails("NUL", regex.RegexSet.new, { "a", "a\0b" })

for _, cut in ipairs({ 2 ^ 64, 2 ^ 63, 1e300, 0 / 0, 1 / 0, 2.9, -0.5 }) do
    fails("integer", pattern.find_at, pattern, "aaa", cut)
    fails("integer", regex.rt_regex_is_match, cut, "aaa")
end
fails("64 bits", pattern.find_at, pattern, "aaa", ffi.new("uint64_t", -1))
fails("convert", pattern.find_at, pattern, "aaa", "2")
fails("`start`", pattern.find_at, pattern, "aaa", 0x7fffffffffffffffLL)
assert(pattern:find_at("aaa", 1).start == 1)
assert(pattern:find_at("aaa", 1LL).start == 1)

-- What the server freed already is no failure of another call; a reason that stood there before stays.
local document = http.JsonValue.parse_json('{"a":""}')
local response = http.HttpResponse.create(200, "x")
http.rt_http_response_free(response.handle)
response:close()
assert(http.rt_http_get_last_error() == "")
assert(document:get("/a") == "")
http.rt_http_json_free(12345)
local reason = http.rt_http_get_last_error()
document:close()
assert(reason ~= "" and http.rt_http_get_last_error() == reason)
http.rt_http_clear_error()

local handle = regex.Regex.new("a"):detach()
collectgarbage()
assert(regex.rt_regex_is_match(handle, "a") == 1)
regex.rt_regex_destroy(handle)

-- A text of 2 GiB is refused and freed.
local function resident()
    local file = io.open("/proc/self/statm")
    local _, pages = file:read("*n", "*n")
    file:close()
    return pages * 4096
end
local start = resident()
for _ = 1, 2 do
    fails("longer", regex.rt_regex_replace_all_literal, pattern.handle, ("ab"):rep(1024), ("c"):rep(2 ^ 21))
end
assert(resident() - start < 2 ^ 30)

pattern:close()
assert(live() == before)
print("arguments: fine")
