package simplenative;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the native part, and refuses one of another version. */
final class Loader {
    private static boolean loaded;

    private Loader() {}

    static synchronized void load() {
        if (loaded) return;
        String path = System.getProperty("simplenative.library");
        if (path != null) System.load(path);
        else if (!loadPacked()) System.loadLibrary("simple_native_jni");
        if (!Raw.rt_native_check_abi(Abi.REVISION, Abi.HASH)) {
            throw new LinkageError(
                    "simple_native: these classes do not fit the archive: "
                            + Convert.text(Raw.rt_native_get_last_error()));
        }
        loaded = true;
    }

    /** Loads the native part that lies beside these classes in a jar; false where there is none for this machine. */
    private static boolean loadPacked() {
        String architecture = System.getProperty("os.arch").replace("amd64", "x86_64");
        String folder = "linux-" + architecture + "/";
        // The second finds the first by its SONAME.
        String[] names = {"libsimple_native.so", "libsimple_native_jni.so"};
        if (!System.getProperty("os.name").equals("Linux") || Loader.class.getResource(folder + names[1]) == null) {
            return false;
        }
        try {
            Path unpacked = Files.createTempDirectory("simple_native").toAbsolutePath();
            try {
                for (String name : names) {
                    Path file = unpacked.resolve(name);
                    try (InputStream packed = Loader.class.getResourceAsStream(folder + name)) {
                        Files.copy(packed, file);
                        System.load(file.toString());
                    } finally {
                        // What is loaded stays.
                        Files.deleteIfExists(file);
                    }
                }
            } finally {
                Files.deleteIfExists(unpacked);
            }
        } catch (IOException error) {
            throw new LinkageError(
                    "simple_native: the native part could not be unpacked into java.io.tmpdir ("
                            + error
                            + "); -Dsimplenative.library names one that lies elsewhere",
                    error);
        }
        return true;
    }
}
