package simplenative;

/** Loads the native part, and refuses one of another version. */
final class Loader {
    private static boolean loaded;

    private Loader() {}

    static synchronized void load() {
        if (loaded) return;
        loaded = true;
        String path = System.getProperty("simplenative.library");
        if (path != null) System.load(path);
        else System.loadLibrary("simple_native_jni");
        if (!Raw.rt_native_check_abi(Abi.REVISION, Abi.HASH)) {
            throw new LinkageError(
                    "simple_native: these classes do not fit the archive: "
                            + Convert.text(Raw.rt_native_get_last_error()));
        }
    }
}
