package simplenative;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Between Java's values and the archive's. */
final class Convert {
    private Convert() {}

    static byte[] utf8(String text) {
        if (text == null) return null;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // Half of a surrogate pair has no UTF-8: Java writes a question mark instead.
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) continue;
            if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                throw new IllegalArgumentException("a text holds half of a surrogate pair");
            }
            i++;
        }
        return bytes;
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

    /** Null where there is nothing. */
    static String optionalText(byte[] utf8) {
        return utf8 == null ? null : text(utf8);
    }

    static String[] optionalTexts(byte[][] texts) {
        return Arrays.stream(texts).map(Convert::optionalText).toArray(String[]::new);
    }

    static String textOrEmpty(byte[] utf8) {
        return utf8 == null ? "" : text(utf8);
    }

    static String[] textsOrEmpty(byte[][] texts) {
        return Arrays.stream(texts).map(Convert::textOrEmpty).toArray(String[]::new);
    }

    static ByteBuffer memory(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    static void fail(String reason, Runnable clear) {
        clear.run();
        throw new NativeException(reason);
    }
}
