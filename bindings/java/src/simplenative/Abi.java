package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

/** What these files were generated from. */
public final class Abi {
    public static final String VERSION = "0.1.0";
    static final long REVISION = 3L;
    static final long HASH = 6970104542123545776L;

    private Abi() {}
}
