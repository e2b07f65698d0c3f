package simplenative;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Between Java's values and the archive's. */
final class Convert {
    private Convert() {}

    static byte[] utf8(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[][] utf8(String[] texts) {
        return texts == null ? null : Arrays.stream(texts).map(Convert::utf8).toArray(byte[][]::new);
    }

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    static String[] texts(byte[][] texts) {
        return Arrays.stream(texts).map(Convert::text).toArray(String[]::new);
    }

    static ByteBuffer memory(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    static void check(String reason, Runnable clear) {
        if (reason.isEmpty()) return;
        clear.run();
        throw new NativeException(reason);
    }
}
