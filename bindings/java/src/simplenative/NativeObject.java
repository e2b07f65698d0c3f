package simplenative;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicLong;

/** An object of the archive: freed once, by {@link #close}, or when Java forgets it. */
public abstract class NativeObject implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    interface Release {
        void free(long handle, long parent);
    }

    private final AtomicLong handle;
    private final long number;
    private final NativeObject parent;
    private final Release release;

    NativeObject(long handle, NativeObject parent, boolean collected, Release release) {
        AtomicLong number = new AtomicLong(handle);
        this.handle = number;
        this.number = handle;
        this.parent = parent;
        this.release = release;
        if (collected) {
            CLEANER.register(this, () -> free(number, 0, release));
            collect();
        }
    }

    private static final long LEAST_MEMORY = 64L << 20;
    private static final AtomicLong MOST_MEMORY = new AtomicLong(LEAST_MEMORY);

    /** The collector does not see the archive's memory: it is asked to run when that has doubled. */
    private static void collect() {
        long most = MOST_MEMORY.get();
        if (Raw.rt_native_bulk_memory() <= most || !MOST_MEMORY.compareAndSet(most, Long.MAX_VALUE)) return;
        System.gc();
        // What was found is freed on another thread.
        for (int i = 0; i < 20 && Raw.rt_native_bulk_memory() > most / 2; i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
        MOST_MEMORY.set(Math.max(LEAST_MEMORY, 2 * Raw.rt_native_bulk_memory()));
    }

    private static void free(AtomicLong number, long parent, Release release) {
        long handle = number.getAndSet(0);
        if (handle != 0) release.free(handle, parent);
    }

    /** Its number, 0 once it was freed. */
    public final long handle() {
        return handle.get();
    }

    final NativeObject parent() {
        return parent;
    }

    /** Up to here the object is not forgotten. */
    static void keep(NativeObject object) {
        Reference.reachabilityFence(object);
    }

    /** The same for objects in an array. */
    static void keep(NativeObject[] objects) {
        Reference.reachabilityFence(objects);
    }

    static long number(NativeObject object) {
        return object == null ? 0 : object.handle();
    }

    static long[] numbers(NativeObject[] objects) {
        if (objects == null) return null;
        long[] numbers = new long[objects.length];
        for (int i = 0; i < numbers.length; i++) numbers[i] = number(objects[i]);
        return numbers;
    }

    /** Its number, which is the caller's to free from now on: what a function that the archive calls returns. */
    public final long detach() {
        return handle.getAndSet(0);
    }

    /** Whether both stand for one object of the archive. */
    @Override
    public final boolean equals(Object other) {
        return this == other
                || other != null
                        && other.getClass() == getClass()
                        && handle() != 0
                        && ((NativeObject) other).handle() == handle();
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(number);
    }

    /** It is freed already. */
    final void forget() {
        handle.set(0);
    }

    /** Frees it; a second time does nothing. */
    @Override
    public final void close() {
        free(handle, number(parent), release);
    }
}
