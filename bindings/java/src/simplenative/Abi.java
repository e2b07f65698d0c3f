package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

/** What these files were generated from. */
public final class Abi {
    public static final String VERSION = "0.1.0";
    static final long REVISION = 2L;
    static final long HASH = 4372641708155869409L;

    private Abi() {}
}
