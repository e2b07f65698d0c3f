-- The boundary itself: releasing the texts and arrays that calls return, and asking what the archive is.
--
-- Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

local rt = require("simple_native.runtime")
local C, M = rt.C, {}
local check, quietly = rt.failure("native")


--- The length in bytes of a text that this archive returned, in constant time, NUL bytes inside it
--- included. 0 for NULL.
function M.rt_text_len(text)
    return rt.integer(C.rt_text_len(text))
end

--- Releases a text that this archive returned. NULL does nothing.
function M.rt_text_free(text)
    C.rt_text_free(text)
end

--- Releases an array of 64-bit floats that this archive returned. An empty array does nothing.
function M.rt_f64_array_free(data)
    C.rt_f64_array_free(data, 0)
end

--- Releases an array of 64-bit integers that this archive returned. An empty array does nothing.
function M.rt_i64_array_free(data)
    C.rt_i64_array_free(data, 0)
end

--- Releases bytes that this archive returned. An empty array does nothing.
function M.rt_bytes_free(data)
    C.rt_bytes_free(data, 0)
end

--- Releases an array of texts that this archive returned, its texts included. An empty array does nothing.
function M.rt_text_array_free(data)
    C.rt_text_array_free(data, 0)
end

--- The version of the boundary's rules: how texts, arrays, handles and failure work. It changes only with
--- them, not with every new function.
function M.rt_native_abi_version()
    return rt.integer(C.rt_native_abi_version())
end

--- A hash of every signature that this archive was built with. A host compares it with the
--- `SIMPLE_NATIVE_ABI_HASH` of the header it was compiled against: where they differ, one of the two is of
--- another version.
function M.rt_native_abi_hash()
    return rt.integer(C.rt_native_abi_hash())
end

--- How often the interface has changed so far: of two archives, headers or manifests that differ, the one with
--- the smaller revision is the older.
function M.rt_native_abi_revision()
    return rt.integer(C.rt_native_abi_revision())
end

--- Whether a caller fits this archive: one that was compiled with a header of revision `abi_revision` and hash
--- `abi_hash`, or generated from such a manifest. Where it does not, the last error says which of the two is
--- older. In C, `SIMPLE_NATIVE_FITS()` asks this.
---
--- On failure: false.
function M.rt_native_check_abi(abi_revision, abi_hash)
    return C.rt_native_check_abi(rt.to_integer(abi_revision), rt.to_integer(abi_hash))
end

--- The version of this archive.
function M.rt_native_version()
    return rt.take_text(C.rt_native_version())
end

--- The manifest of this build, as JSON: every function that it holds, with parameter names, types,
--- ownership, thread rule, failure value and meaning.
function M.rt_native_manifest()
    return rt.take_text(C.rt_native_manifest())
end

--- How many objects are alive: handles that were given out and not freed. A host's tests assert with it that
--- they leak none.
function M.rt_native_live_handles()
    return rt.integer(C.rt_native_live_handles())
end

--- Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
--- the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
--- later call works. Never succeeds.
---
--- On failure: false.
function M.rt_native_provoke_panic(message)
    return C.rt_native_provoke_panic(rt.text(message))
end

--- Why this thread's last failed `rt_native_` call failed: one sentence, `""` where none did.
function M.rt_native_get_last_error()
    return rt.take_text(C.rt_native_get_last_error())
end

--- Forgets why this thread's last failed `rt_native_` call failed.
function M.rt_native_clear_error()
    C.rt_native_clear_error()
end

return M
