package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

/**
 * The boundary itself: releasing the texts and arrays that calls return, and asking what the archive is.
 */
public final class NativeLibrary {
    private NativeLibrary() {}

    /** Throws where a call failed; a call that only found nothing left no error. */
    private static void check() {
        Convert.check(rt_native_get_last_error(), Raw::rt_native_clear_error);
    }

    /** Calls what frees: what was freed already is no failure that a later call may take for its own. */
    private static void quietly(Runnable release) {
        boolean clear = rt_native_get_last_error().isEmpty();
        release.run();
        if (clear) rt_native_clear_error();
    }

    /**
     * The length in bytes of a text that this archive returned, in constant time, NUL bytes inside it
     * included. 0 for NULL.
     */
    public static long rt_text_len(byte[] text) {
        return Raw.rt_text_len(text);
    }

    /**
     * Releases a text that this archive returned. NULL does nothing.
     */
    public static void rt_text_free(byte[] text) {
        Raw.rt_text_free(text);
    }

    /**
     * Releases an array of 64-bit floats that this archive returned. An empty array does nothing.
     */
    public static void rt_f64_array_free(double[] data) {
        Raw.rt_f64_array_free(data);
    }

    /**
     * Releases an array of 64-bit integers that this archive returned. An empty array does nothing.
     */
    public static void rt_i64_array_free(long[] data) {
        Raw.rt_i64_array_free(data);
    }

    /**
     * Releases bytes that this archive returned. An empty array does nothing.
     */
    public static void rt_bytes_free(byte[] data) {
        Raw.rt_bytes_free(data);
    }

    /**
     * Releases an array of texts that this archive returned, its texts included. An empty array does nothing.
     */
    public static void rt_text_array_free(byte[][] data) {
        Raw.rt_text_array_free(data);
    }

    /**
     * The version of the boundary's rules: how texts, arrays, handles and failure work. It changes only with
     * them, not with every new function.
     */
    public static long rt_native_abi_version() {
        return Raw.rt_native_abi_version();
    }

    /**
     * A hash of every signature that this archive was built with. A host compares it with the
     * `SIMPLE_NATIVE_ABI_HASH` of the header it was compiled against: where they differ, one of the two is of
     * another version.
     */
    public static long rt_native_abi_hash() {
        return Raw.rt_native_abi_hash();
    }

    /**
     * How often the interface has changed so far: of two archives, headers or manifests that differ, the one with
     * the smaller revision is the older.
     */
    public static long rt_native_abi_revision() {
        return Raw.rt_native_abi_revision();
    }

    /**
     * Whether a caller fits this archive: one that was compiled with a header of revision `abi_revision` and hash
     * `abi_hash`, or generated from such a manifest. Where it does not, the last error says which of the two is
     * older. In C, `SIMPLE_NATIVE_FITS()` asks this.
     *
     * On failure: false.
     */
    public static boolean rt_native_check_abi(long abi_revision, long abi_hash) {
        return Raw.rt_native_check_abi(abi_revision, abi_hash);
    }

    /**
     * The version of this archive.
     */
    public static String rt_native_version() {
        return Convert.text(Raw.rt_native_version());
    }

    /**
     * The manifest of this build, as JSON: every function that it holds, with parameter names, types,
     * ownership, thread rule, failure value and meaning.
     */
    public static String rt_native_manifest() {
        return Convert.text(Raw.rt_native_manifest());
    }

    /**
     * How many objects are alive: handles that were given out and not freed. A host's tests assert with it that
     * they leak none.
     */
    public static long rt_native_live_handles() {
        return Raw.rt_native_live_handles();
    }

    /**
     * Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
     * the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
     * later call works. Never succeeds.
     *
     * On failure: false.
     */
    public static boolean rt_native_provoke_panic(String message) {
        return Raw.rt_native_provoke_panic(Convert.utf8(message));
    }

    /**
     * Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
     * the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
     * later call works. Never succeeds.
     *
     * On failure: false.
     */
    public static boolean rt_native_provoke_panic(byte[] message) {
        return Raw.rt_native_provoke_panic(message);
    }

    /**
     * Why this thread's last failed `rt_native_` call failed: one sentence, `""` where none did.
     */
    public static String rt_native_get_last_error() {
        return Convert.text(Raw.rt_native_get_last_error());
    }

    /**
     * Forgets why this thread's last failed `rt_native_` call failed.
     */
    public static void rt_native_clear_error() {
        Raw.rt_native_clear_error();
    }
}
