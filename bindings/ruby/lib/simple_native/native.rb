# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

module SimpleNative
  # The boundary itself: releasing the texts and arrays that calls return, and asking what the archive is.
  module Native
    extend Library
    self.library = "native"

    RT_TEXT_LEN = declare("rt_text_len", [PTR], I64)
    # The length in bytes of a text that this archive returned, in constant time, NUL bytes inside it
    # included. 0 for NULL.
    def self.rt_text_len(text) = RT_TEXT_LEN.call(text)

    RT_TEXT_FREE = declare("rt_text_free", [PTR], VOID)
    # Releases a text that this archive returned. NULL does nothing.
    def self.rt_text_free(text) = RT_TEXT_FREE.call(text)

    RT_F64_ARRAY_FREE = declare("rt_f64_array_free", [PTR, I64], VOID)
    # Releases an array of 64-bit floats that this archive returned. An empty array does nothing.
    def self.rt_f64_array_free(data) = RT_F64_ARRAY_FREE.call(data, 0)

    RT_I64_ARRAY_FREE = declare("rt_i64_array_free", [PTR, I64], VOID)
    # Releases an array of 64-bit integers that this archive returned. An empty array does nothing.
    def self.rt_i64_array_free(data) = RT_I64_ARRAY_FREE.call(data, 0)

    RT_BYTES_FREE = declare("rt_bytes_free", [PTR, I64], VOID)
    # Releases bytes that this archive returned. An empty array does nothing.
    def self.rt_bytes_free(data) = RT_BYTES_FREE.call(data, 0)

    RT_TEXT_ARRAY_FREE = declare("rt_text_array_free", [PTR, I64], VOID)
    # Releases an array of texts that this archive returned, its texts included. An empty array does nothing.
    def self.rt_text_array_free(data) = RT_TEXT_ARRAY_FREE.call(data, 0)

    RT_NATIVE_ABI_VERSION = declare("rt_native_abi_version", [], I64)
    # The version of the boundary's rules: how texts, arrays, handles and failure work. It changes only with
    # them, not with every new function.
    def self.rt_native_abi_version() = RT_NATIVE_ABI_VERSION.call()

    RT_NATIVE_ABI_HASH = declare("rt_native_abi_hash", [], I64)
    # A hash of every signature that this archive was built with. A host compares it with the
    # `SIMPLE_NATIVE_ABI_HASH` of the header it was compiled against: where they differ, one of the two is of
    # another version.
    def self.rt_native_abi_hash() = RT_NATIVE_ABI_HASH.call()

    RT_NATIVE_ABI_REVISION = declare("rt_native_abi_revision", [], I64)
    # How often the interface has changed so far: of two archives, headers or manifests that differ, the one with
    # the smaller revision is the older.
    def self.rt_native_abi_revision() = RT_NATIVE_ABI_REVISION.call()

    RT_NATIVE_CHECK_ABI = declare("rt_native_check_abi", [I64, I64], BOOL)
    # Whether a caller fits this archive: one that was compiled with a header of revision `abi_revision` and hash
    # `abi_hash`, or generated from such a manifest. Where it does not, the last error says which of the two is
    # older. In C, `SIMPLE_NATIVE_FITS()` asks this.
    #
    # On failure: false.
    def self.rt_native_check_abi(abi_revision, abi_hash) = RT_NATIVE_CHECK_ABI.call(Runtime.integer(abi_revision), Runtime.integer(abi_hash)) != 0

    RT_NATIVE_VERSION = declare("rt_native_version", [], PTR)
    # The version of this archive.
    def self.rt_native_version() = Runtime.take_text(RT_NATIVE_VERSION.call())

    RT_NATIVE_MANIFEST = declare("rt_native_manifest", [], PTR)
    # The manifest of this build, as JSON: every function that it holds, with parameter names, types,
    # ownership, thread rule, failure value and meaning.
    def self.rt_native_manifest() = Runtime.take_text(RT_NATIVE_MANIFEST.call())

    RT_NATIVE_LIVE_HANDLES = declare("rt_native_live_handles", [], I64)
    # How many objects are alive: handles that were given out and not freed. A host's tests assert with it that
    # they leak none.
    def self.rt_native_live_handles() = RT_NATIVE_LIVE_HANDLES.call()

    RT_NATIVE_PROVOKE_PANIC = declare("rt_native_provoke_panic", [PTR], BOOL)
    # Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
    # the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
    # later call works. Never succeeds.
    #
    # On failure: false.
    def self.rt_native_provoke_panic(message) = RT_NATIVE_PROVOKE_PANIC.call(Runtime.text(message)) != 0

    RT_NATIVE_GET_LAST_ERROR = declare("rt_native_get_last_error", [], PTR)
    # Why this thread's last failed `rt_native_` call failed: one sentence, `""` where none did.
    def self.rt_native_get_last_error() = Runtime.take_text(RT_NATIVE_GET_LAST_ERROR.call())

    RT_NATIVE_CLEAR_ERROR = declare("rt_native_clear_error", [], VOID)
    # Forgets why this thread's last failed `rt_native_` call failed.
    def self.rt_native_clear_error() = RT_NATIVE_CLEAR_ERROR.call()
  end
end
