package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

/** What these files were generated from. */
public final class Abi {
    public static final String VERSION = "0.1.0";
    static final long REVISION = 4L;
    static final long HASH = 432060318808704637L;

    private Abi() {}
}
