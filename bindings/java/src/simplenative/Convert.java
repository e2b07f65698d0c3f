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

    /** An offset into a text in bytes of UTF-8, of one in its chars; beyond the end by as much. */
    static long byteOffset(String text, long offset) {
        if (text == null || offset < 0) return offset;
        int chars = (int) Math.min(offset, text.length());
        return text.substring(0, chars).getBytes(StandardCharsets.UTF_8).length + (offset - chars);
    }

    /** The other way; -1 stands for none. */
    static long[] charOffsets(String text, long... offsets) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length == text.length()) return offsets;
        long[] sorted = Arrays.stream(offsets).filter(offset -> offset >= 0).sorted().distinct().toArray();
        long[] chars = new long[sorted.length];
        int before = 0;
        long counted = 0;
        for (int i = 0; i < sorted.length; i++) {
            counted += new String(utf8, before, (int) sorted[i] - before, StandardCharsets.UTF_8).length();
            chars[i] = counted;
            before = (int) sorted[i];
        }
        return Arrays.stream(offsets).map(one -> one < 0 ? one : chars[Arrays.binarySearch(sorted, one)]).toArray();
    }

    static ByteBuffer memory(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    static void fail(String reason, Runnable clear) {
        clear.run();
        throw new NativeException(reason);
    }
}
