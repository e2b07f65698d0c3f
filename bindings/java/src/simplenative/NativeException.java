package simplenative;

/** A call failed; the message says why. */
public final class NativeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NativeException(String reason) {
        super(reason);
    }
}
