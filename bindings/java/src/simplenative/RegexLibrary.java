package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

/**
 * Regular expressions, by the Rust crate regex.
 *
 * Every search takes time linear in the text, whatever the pattern. A compiled pattern never changes, so any
 * number of threads search with one at the same time. Offsets are in bytes.
 */
public final class RegexLibrary {
    private RegexLibrary() {}

    /** Throws where a call failed; a call that only found nothing left no error. */
    private static void check() {
        Convert.check(rt_regex_get_last_error(), Raw::rt_regex_clear_error);
    }

    /** Calls what frees: what was freed already is no failure that a later call may take for its own. */
    private static void quietly(Runnable release) {
        boolean clear = rt_regex_get_last_error().isEmpty();
        release.run();
        if (clear) rt_regex_clear_error();
    }

    /**
     * Where a match lies in its text.
     */
    public record RegexSpan(long start, long end) {
        static RegexSpan of(byte[] bytes) {
            var memory = Convert.memory(bytes);
            return new RegexSpan(memory.getLong(0), memory.getLong(8));
        }
    }

    /**
     * Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
     * so that every search takes time linear in the text. A bad pattern's last error shows the place.
     *
     * On failure: 0.
     */
    public static long rt_regex_new(String pattern) {
        return Raw.rt_regex_new(Convert.utf8(pattern));
    }

    /**
     * Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
     * so that every search takes time linear in the text. A bad pattern's last error shows the place.
     *
     * On failure: 0.
     */
    public static long rt_regex_new(byte[] pattern) {
        return Raw.rt_regex_new(pattern);
    }

    /**
     * Frees a compiled pattern.
     */
    public static void rt_regex_destroy(long handle) {
        Raw.rt_regex_destroy(handle);
    }

    /**
     * Whether `handle` matches anywhere in `text`: 1 or 0.
     *
     * On failure: -1.
     */
    public static long rt_regex_is_match(long handle, String text) {
        return Raw.rt_regex_is_match(handle, Convert.utf8(text));
    }

    /**
     * Whether `handle` matches anywhere in `text`: 1 or 0.
     *
     * On failure: -1.
     */
    public static long rt_regex_is_match(long handle, byte[] text) {
        return Raw.rt_regex_is_match(handle, text);
    }

    /**
     * The first match in `text`, `""` where there is none.
     *
     * On failure: "".
     */
    public static String rt_regex_find(long handle, String text) {
        return Convert.text(Raw.rt_regex_find(handle, Convert.utf8(text)));
    }

    /**
     * The first match in `text`, `""` where there is none.
     *
     * On failure: "".
     */
    public static String rt_regex_find(long handle, byte[] text) {
        return Convert.text(Raw.rt_regex_find(handle, text));
    }

    /**
     * All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
     * Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
     *
     * On failure: "".
     */
    public static String rt_regex_find_all(long handle, String text) {
        return Convert.text(Raw.rt_regex_find_all(handle, Convert.utf8(text)));
    }

    /**
     * All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
     * Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
     *
     * On failure: "".
     */
    public static String rt_regex_find_all(long handle, byte[] text) {
        return Convert.text(Raw.rt_regex_find_all(handle, text));
    }

    /**
     * The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
     * that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
     * pieces apart.
     *
     * On failure: "".
     */
    public static String rt_regex_captures(long handle, String text) {
        return Convert.text(Raw.rt_regex_captures(handle, Convert.utf8(text)));
    }

    /**
     * The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
     * that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
     * pieces apart.
     *
     * On failure: "".
     */
    public static String rt_regex_captures(long handle, byte[] text) {
        return Convert.text(Raw.rt_regex_captures(handle, text));
    }

    /**
     * How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
     * there is no match.
     *
     * On failure: -1.
     */
    public static long rt_regex_captures_len(long handle, String text) {
        return Raw.rt_regex_captures_len(handle, Convert.utf8(text));
    }

    /**
     * How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
     * there is no match.
     *
     * On failure: -1.
     */
    public static long rt_regex_captures_len(long handle, byte[] text) {
        return Raw.rt_regex_captures_len(handle, text);
    }

    /**
     * `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
     * and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without
     * braces a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.
     *
     * On failure: "".
     */
    public static String rt_regex_replace(long handle, String text, String replacement) {
        return Convert.text(Raw.rt_regex_replace(handle, Convert.utf8(text), Convert.utf8(replacement)));
    }

    /**
     * `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
     * and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without
     * braces a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.
     *
     * On failure: "".
     */
    public static String rt_regex_replace(long handle, byte[] text, byte[] replacement) {
        return Convert.text(Raw.rt_regex_replace(handle, text, replacement));
    }

    /**
     * `text` with all matches replaced, as in `rt_regex_replace`.
     *
     * On failure: "".
     */
    public static String rt_regex_replace_all(long handle, String text, String replacement) {
        return Convert.text(Raw.rt_regex_replace_all(handle, Convert.utf8(text), Convert.utf8(replacement)));
    }

    /**
     * `text` with all matches replaced, as in `rt_regex_replace`.
     *
     * On failure: "".
     */
    public static String rt_regex_replace_all(long handle, byte[] text, byte[] replacement) {
        return Convert.text(Raw.rt_regex_replace_all(handle, text, replacement));
    }

    /**
     * The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
     *
     * On failure: "".
     */
    public static String rt_regex_split(long handle, String text) {
        return Convert.text(Raw.rt_regex_split(handle, Convert.utf8(text)));
    }

    /**
     * The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
     *
     * On failure: "".
     */
    public static String rt_regex_split(long handle, byte[] text) {
        return Convert.text(Raw.rt_regex_split(handle, text));
    }

    /**
     * `rt_regex_is_match` with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64 patterns
     * that each thread used last compiled; of those that compile to more than 256 KiB, the last 4.
     *
     * On failure: -1.
     */
    public static long rt_regex_is_match_quick(String pattern, String text) {
        return Raw.rt_regex_is_match_quick(Convert.utf8(pattern), Convert.utf8(text));
    }

    /**
     * `rt_regex_is_match` with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64 patterns
     * that each thread used last compiled; of those that compile to more than 256 KiB, the last 4.
     *
     * On failure: -1.
     */
    public static long rt_regex_is_match_quick(byte[] pattern, byte[] text) {
        return Raw.rt_regex_is_match_quick(pattern, text);
    }

    /**
     * `rt_regex_find` with a pattern instead of a handle.
     *
     * On failure: "".
     */
    public static String rt_regex_find_quick(String pattern, String text) {
        return Convert.text(Raw.rt_regex_find_quick(Convert.utf8(pattern), Convert.utf8(text)));
    }

    /**
     * `rt_regex_find` with a pattern instead of a handle.
     *
     * On failure: "".
     */
    public static String rt_regex_find_quick(byte[] pattern, byte[] text) {
        return Convert.text(Raw.rt_regex_find_quick(pattern, text));
    }

    /**
     * `rt_regex_replace` with a pattern instead of a handle.
     *
     * On failure: "".
     */
    public static String rt_regex_replace_quick(String pattern, String text, String replacement) {
        return Convert.text(Raw.rt_regex_replace_quick(Convert.utf8(pattern), Convert.utf8(text), Convert.utf8(replacement)));
    }

    /**
     * `rt_regex_replace` with a pattern instead of a handle.
     *
     * On failure: "".
     */
    public static String rt_regex_replace_quick(byte[] pattern, byte[] text, byte[] replacement) {
        return Convert.text(Raw.rt_regex_replace_quick(pattern, text, replacement));
    }

    /**
     * `rt_regex_replace_all` with a pattern instead of a handle.
     *
     * On failure: "".
     */
    public static String rt_regex_replace_all_quick(String pattern, String text, String replacement) {
        return Convert.text(Raw.rt_regex_replace_all_quick(Convert.utf8(pattern), Convert.utf8(text), Convert.utf8(replacement)));
    }

    /**
     * `rt_regex_replace_all` with a pattern instead of a handle.
     *
     * On failure: "".
     */
    public static String rt_regex_replace_all_quick(byte[] pattern, byte[] text, byte[] replacement) {
        return Convert.text(Raw.rt_regex_replace_all_quick(pattern, text, replacement));
    }

    /**
     * `rt_regex_split` with a pattern instead of a handle.
     *
     * On failure: "".
     */
    public static String rt_regex_split_quick(String pattern, String text) {
        return Convert.text(Raw.rt_regex_split_quick(Convert.utf8(pattern), Convert.utf8(text)));
    }

    /**
     * `rt_regex_split` with a pattern instead of a handle.
     *
     * On failure: "".
     */
    public static String rt_regex_split_quick(byte[] pattern, byte[] text) {
        return Convert.text(Raw.rt_regex_split_quick(pattern, text));
    }

    /**
     * The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
     * `""`; the array is empty where there is no match.
     *
     * On failure: [].
     */
    public static String[] rt_regex_captures_array(long handle, String text) {
        return Convert.texts(Raw.rt_regex_captures_array(handle, Convert.utf8(text)));
    }

    /**
     * The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
     * `""`; the array is empty where there is no match.
     *
     * On failure: [].
     */
    public static String[] rt_regex_captures_array(long handle, byte[] text) {
        return Convert.texts(Raw.rt_regex_captures_array(handle, text));
    }

    /**
     * Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
     * first, -1 and -1 for a group that took no part; empty where there is no match.
     *
     * On failure: [].
     */
    public static long[] rt_regex_captures_offsets(long handle, String text, long start) {
        return Raw.rt_regex_captures_offsets(handle, Convert.utf8(text), start);
    }

    /**
     * Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
     * first, -1 and -1 for a group that took no part; empty where there is no match.
     *
     * On failure: [].
     */
    public static long[] rt_regex_captures_offsets(long handle, byte[] text, long start) {
        return Raw.rt_regex_captures_offsets(handle, text, start);
    }

    /**
     * The group called `name` of the first match in `text`; `""` where there is no match or the group took no
     * part. A name that the pattern does not have is a failure.
     *
     * On failure: "".
     */
    public static String rt_regex_captures_name(long handle, String text, String name) {
        return Convert.text(Raw.rt_regex_captures_name(handle, Convert.utf8(text), Convert.utf8(name)));
    }

    /**
     * The group called `name` of the first match in `text`; `""` where there is no match or the group took no
     * part. A name that the pattern does not have is a failure.
     *
     * On failure: "".
     */
    public static String rt_regex_captures_name(long handle, byte[] text, byte[] name) {
        return Convert.text(Raw.rt_regex_captures_name(handle, text, name));
    }

    /**
     * The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
     *
     * On failure: [].
     */
    public static String[] rt_regex_capture_names(long handle) {
        return Convert.texts(Raw.rt_regex_capture_names(handle));
    }

    /**
     * True where this build holds the regex library, as it does where this links.
     */
    public static boolean rt_regex_available() {
        return Raw.rt_regex_available();
    }

    /**
     * Forgets why this thread's last failed regex call failed.
     */
    public static void rt_regex_clear_error() {
        Raw.rt_regex_clear_error();
    }

    /**
     * Why this thread's last failed regex call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
     */
    public static String rt_regex_get_last_error() {
        return Convert.text(Raw.rt_regex_get_last_error());
    }

    /**
     * The version of the wrapped library, the crate `regex`.
     */
    public static String rt_regex_version() {
        return Convert.text(Raw.rt_regex_version());
    }

    /**
     * All matches in `text` that do not overlap, in order.
     *
     * On failure: [].
     */
    public static String[] rt_regex_find_all_array(long handle, String text) {
        return Convert.texts(Raw.rt_regex_find_all_array(handle, Convert.utf8(text)));
    }

    /**
     * All matches in `text` that do not overlap, in order.
     *
     * On failure: [].
     */
    public static String[] rt_regex_find_all_array(long handle, byte[] text) {
        return Convert.texts(Raw.rt_regex_find_all_array(handle, text));
    }

    /**
     * All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
     * boundary for a whole text.
     *
     * On failure: [].
     */
    public static long[] rt_regex_find_all_offsets(long handle, String text) {
        return Raw.rt_regex_find_all_offsets(handle, Convert.utf8(text));
    }

    /**
     * All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
     * boundary for a whole text.
     *
     * On failure: [].
     */
    public static long[] rt_regex_find_all_offsets(long handle, byte[] text) {
        return Raw.rt_regex_find_all_offsets(handle, text);
    }

    /**
     * How many matches that do not overlap `text` holds.
     *
     * On failure: -1.
     */
    public static long rt_regex_count(long handle, String text) {
        return Raw.rt_regex_count(handle, Convert.utf8(text));
    }

    /**
     * How many matches that do not overlap `text` holds.
     *
     * On failure: -1.
     */
    public static long rt_regex_count(long handle, byte[] text) {
        return Raw.rt_regex_count(handle, text);
    }

    /**
     * Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
     * before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
     *
     * On failure: start -1, end -1.
     */
    public static RegexSpan rt_regex_find_at(long handle, String text, long start) {
        return RegexSpan.of(Raw.rt_regex_find_at(handle, Convert.utf8(text), start));
    }

    /**
     * Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
     * before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
     *
     * On failure: start -1, end -1.
     */
    public static RegexSpan rt_regex_find_at(long handle, byte[] text, long start) {
        return RegexSpan.of(Raw.rt_regex_find_at(handle, text, start));
    }

    /**
     * Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
     *
     * - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
     *   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
     *   comments), `octal`: booleans, false if absent
     * - `unicode`: boolean, true if absent
     * - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
     * - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000
     *
     * On failure: 0.
     */
    public static long rt_regex_new_with_options(String pattern, String options_json) {
        return Raw.rt_regex_new_with_options(Convert.utf8(pattern), Convert.utf8(options_json));
    }

    /**
     * Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
     *
     * - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
     *   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
     *   comments), `octal`: booleans, false if absent
     * - `unicode`: boolean, true if absent
     * - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
     * - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000
     *
     * On failure: 0.
     */
    public static long rt_regex_new_with_options(byte[] pattern, byte[] options_json) {
        return Raw.rt_regex_new_with_options(pattern, options_json);
    }

    /**
     * `text` with every character that means something in a pattern escaped: the pattern that matches just
     * `text`.
     *
     * On failure: "".
     */
    public static String rt_regex_escape(String text) {
        return Convert.text(Raw.rt_regex_escape(Convert.utf8(text)));
    }

    /**
     * `text` with every character that means something in a pattern escaped: the pattern that matches just
     * `text`.
     *
     * On failure: "".
     */
    public static String rt_regex_escape(byte[] text) {
        return Convert.text(Raw.rt_regex_escape(text));
    }

    /**
     * The pattern that `handle` was compiled from.
     *
     * On failure: "".
     */
    public static String rt_regex_pattern(long handle) {
        return Convert.text(Raw.rt_regex_pattern(handle));
    }

    /**
     * `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
     *
     * On failure: "".
     */
    public static String rt_regex_replace_n(long handle, String text, String replacement, long limit) {
        return Convert.text(Raw.rt_regex_replace_n(handle, Convert.utf8(text), Convert.utf8(replacement), limit));
    }

    /**
     * `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
     *
     * On failure: "".
     */
    public static String rt_regex_replace_n(long handle, byte[] text, byte[] replacement, long limit) {
        return Convert.text(Raw.rt_regex_replace_n(handle, text, replacement, limit));
    }

    /**
     * `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
     *
     * On failure: "".
     */
    public static String rt_regex_replace_all_literal(long handle, String text, String replacement) {
        return Convert.text(Raw.rt_regex_replace_all_literal(handle, Convert.utf8(text), Convert.utf8(replacement)));
    }

    /**
     * `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
     *
     * On failure: "".
     */
    public static String rt_regex_replace_all_literal(long handle, byte[] text, byte[] replacement) {
        return Convert.text(Raw.rt_regex_replace_all_literal(handle, text, replacement));
    }

    /**
     * Compiles `patterns` into one set, which finds in one pass over a text which of them match.
     *
     * On failure: 0.
     */
    public static long rt_regex_set_new(String[] patterns) {
        return Raw.rt_regex_set_new(Convert.utf8(patterns));
    }

    /**
     * Compiles `patterns` into one set, which finds in one pass over a text which of them match.
     *
     * On failure: 0.
     */
    public static long rt_regex_set_new(byte[][] patterns) {
        return Raw.rt_regex_set_new(patterns);
    }

    /**
     * The same with options for all patterns, as in `rt_regex_new_with_options`.
     *
     * On failure: 0.
     */
    public static long rt_regex_set_new_with_options(String[] patterns, String options_json) {
        return Raw.rt_regex_set_new_with_options(Convert.utf8(patterns), Convert.utf8(options_json));
    }

    /**
     * The same with options for all patterns, as in `rt_regex_new_with_options`.
     *
     * On failure: 0.
     */
    public static long rt_regex_set_new_with_options(byte[][] patterns, byte[] options_json) {
        return Raw.rt_regex_set_new_with_options(patterns, options_json);
    }

    /**
     * Frees a set.
     */
    public static void rt_regex_set_destroy(long handle) {
        Raw.rt_regex_set_destroy(handle);
    }

    /**
     * How many patterns the set has.
     *
     * On failure: -1.
     */
    public static long rt_regex_set_len(long handle) {
        return Raw.rt_regex_set_len(handle);
    }

    /**
     * Whether any pattern of the set matches anywhere in `text`: 1 or 0.
     *
     * On failure: -1.
     */
    public static long rt_regex_set_is_match(long handle, String text) {
        return Raw.rt_regex_set_is_match(handle, Convert.utf8(text));
    }

    /**
     * Whether any pattern of the set matches anywhere in `text`: 1 or 0.
     *
     * On failure: -1.
     */
    public static long rt_regex_set_is_match(long handle, byte[] text) {
        return Raw.rt_regex_set_is_match(handle, text);
    }

    /**
     * The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
     * were given.
     *
     * On failure: [].
     */
    public static long[] rt_regex_set_matches(long handle, String text) {
        return Raw.rt_regex_set_matches(handle, Convert.utf8(text));
    }

    /**
     * The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
     * were given.
     *
     * On failure: [].
     */
    public static long[] rt_regex_set_matches(long handle, byte[] text) {
        return Raw.rt_regex_set_matches(handle, text);
    }

    /**
     * The pieces of `text` between matches; the whole text where there is none.
     *
     * On failure: [].
     */
    public static String[] rt_regex_split_array(long handle, String text) {
        return Convert.texts(Raw.rt_regex_split_array(handle, Convert.utf8(text)));
    }

    /**
     * The pieces of `text` between matches; the whole text where there is none.
     *
     * On failure: [].
     */
    public static String[] rt_regex_split_array(long handle, byte[] text) {
        return Convert.texts(Raw.rt_regex_split_array(handle, text));
    }

    /**
     * The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
     *
     * On failure: [].
     */
    public static String[] rt_regex_split_n_array(long handle, String text, long limit) {
        return Convert.texts(Raw.rt_regex_split_n_array(handle, Convert.utf8(text), limit));
    }

    /**
     * The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
     *
     * On failure: [].
     */
    public static String[] rt_regex_split_n_array(long handle, byte[] text, long limit) {
        return Convert.texts(Raw.rt_regex_split_n_array(handle, text, limit));
    }

    /**
     * A regex: freed by `close()`, or when Java forgets it.
     */
    public static final class Regex extends NativeObject {
        private Regex(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_regex_destroy(own)));
        }

        static Regex wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new Regex(handle, parent, owned);
        }

        /**
         * Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
         * so that every search takes time linear in the text. A bad pattern's last error shows the place.
         *
         * On failure: 0.
         */
        public static RegexLibrary.Regex create(String pattern) {
            var result = Raw.rt_regex_new(Convert.utf8(pattern));
            if (result == 0) check();
            return RegexLibrary.Regex.wrap(result, null, true);
        }

        /**
         * Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
         *
         * - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
         *   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
         *   comments), `octal`: booleans, false if absent
         * - `unicode`: boolean, true if absent
         * - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
         * - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000
         *
         * On failure: 0.
         */
        public static RegexLibrary.Regex newWithOptions(String pattern, String options_json) {
            var result = Raw.rt_regex_new_with_options(Convert.utf8(pattern), Convert.utf8(options_json));
            if (result == 0) check();
            return RegexLibrary.Regex.wrap(result, null, true);
        }

        /**
         * Whether `handle` matches anywhere in `text`: 1 or 0.
         *
         * On failure: -1.
         */
        public long isMatch(String text) {
            var result = Raw.rt_regex_is_match(handle(), Convert.utf8(text));
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The first match in `text`, `""` where there is none.
         *
         * On failure: "".
         */
        public String find(String text) {
            var result = Convert.text(Raw.rt_regex_find(handle(), Convert.utf8(text)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
         * Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
         *
         * On failure: "".
         */
        public String findAll(String text) {
            var result = Convert.text(Raw.rt_regex_find_all(handle(), Convert.utf8(text)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
         * that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
         * pieces apart.
         *
         * On failure: "".
         */
        public String captures(String text) {
            var result = Convert.text(Raw.rt_regex_captures(handle(), Convert.utf8(text)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
         * there is no match.
         *
         * On failure: -1.
         */
        public long capturesLen(String text) {
            var result = Raw.rt_regex_captures_len(handle(), Convert.utf8(text));
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
         * and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without
         * braces a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.
         *
         * On failure: "".
         */
        public String replace(String text, String replacement) {
            var result = Convert.text(Raw.rt_regex_replace(handle(), Convert.utf8(text), Convert.utf8(replacement)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * `text` with all matches replaced, as in `rt_regex_replace`.
         *
         * On failure: "".
         */
        public String replaceAll(String text, String replacement) {
            var result = Convert.text(Raw.rt_regex_replace_all(handle(), Convert.utf8(text), Convert.utf8(replacement)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
         *
         * On failure: "".
         */
        public String split(String text) {
            var result = Convert.text(Raw.rt_regex_split(handle(), Convert.utf8(text)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
         * `""`; the array is empty where there is no match.
         *
         * On failure: [].
         */
        public String[] capturesArray(String text) {
            var result = Convert.texts(Raw.rt_regex_captures_array(handle(), Convert.utf8(text)));
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
         * first, -1 and -1 for a group that took no part; empty where there is no match.
         *
         * On failure: [].
         */
        public long[] capturesOffsets(String text, long start) {
            var result = Raw.rt_regex_captures_offsets(handle(), Convert.utf8(text), start);
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The group called `name` of the first match in `text`; `""` where there is no match or the group took no
         * part. A name that the pattern does not have is a failure.
         *
         * On failure: "".
         */
        public String capturesName(String text, String name) {
            var result = Convert.text(Raw.rt_regex_captures_name(handle(), Convert.utf8(text), Convert.utf8(name)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
         *
         * On failure: [].
         */
        public String[] captureNames() {
            var result = Convert.texts(Raw.rt_regex_capture_names(handle()));
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * All matches in `text` that do not overlap, in order.
         *
         * On failure: [].
         */
        public String[] findAllArray(String text) {
            var result = Convert.texts(Raw.rt_regex_find_all_array(handle(), Convert.utf8(text)));
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
         * boundary for a whole text.
         *
         * On failure: [].
         */
        public long[] findAllOffsets(String text) {
            var result = Raw.rt_regex_find_all_offsets(handle(), Convert.utf8(text));
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * How many matches that do not overlap `text` holds.
         *
         * On failure: -1.
         */
        public long count(String text) {
            var result = Raw.rt_regex_count(handle(), Convert.utf8(text));
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
         * before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
         *
         * On failure: start -1, end -1.
         */
        public RegexSpan findAt(String text, long start) {
            var result = RegexSpan.of(Raw.rt_regex_find_at(handle(), Convert.utf8(text), start));
            NativeObject.keep(this);
            if (result.start() == -1 && result.end() == -1) check();
            return result;
        }

        /**
         * The pattern that `handle` was compiled from.
         *
         * On failure: "".
         */
        public String pattern() {
            var result = Convert.text(Raw.rt_regex_pattern(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
         *
         * On failure: "".
         */
        public String replaceN(String text, String replacement, long limit) {
            var result = Convert.text(Raw.rt_regex_replace_n(handle(), Convert.utf8(text), Convert.utf8(replacement), limit));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
         *
         * On failure: "".
         */
        public String replaceAllLiteral(String text, String replacement) {
            var result = Convert.text(Raw.rt_regex_replace_all_literal(handle(), Convert.utf8(text), Convert.utf8(replacement)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The pieces of `text` between matches; the whole text where there is none.
         *
         * On failure: [].
         */
        public String[] splitArray(String text) {
            var result = Convert.texts(Raw.rt_regex_split_array(handle(), Convert.utf8(text)));
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }

        /**
         * The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
         *
         * On failure: [].
         */
        public String[] splitNArray(String text, long limit) {
            var result = Convert.texts(Raw.rt_regex_split_n_array(handle(), Convert.utf8(text), limit));
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }
    }

    /**
     * A regex set: freed by `close()`, or when Java forgets it.
     */
    public static final class RegexSet extends NativeObject {
        private RegexSet(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_regex_set_destroy(own)));
        }

        static RegexSet wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new RegexSet(handle, parent, owned);
        }

        /**
         * Compiles `patterns` into one set, which finds in one pass over a text which of them match.
         *
         * On failure: 0.
         */
        public static RegexLibrary.RegexSet create(String[] patterns) {
            var result = Raw.rt_regex_set_new(Convert.utf8(patterns));
            if (result == 0) check();
            return RegexLibrary.RegexSet.wrap(result, null, true);
        }

        /**
         * The same with options for all patterns, as in `rt_regex_new_with_options`.
         *
         * On failure: 0.
         */
        public static RegexLibrary.RegexSet newWithOptions(String[] patterns, String options_json) {
            var result = Raw.rt_regex_set_new_with_options(Convert.utf8(patterns), Convert.utf8(options_json));
            if (result == 0) check();
            return RegexLibrary.RegexSet.wrap(result, null, true);
        }

        /**
         * How many patterns the set has.
         *
         * On failure: -1.
         */
        public long len() {
            var result = Raw.rt_regex_set_len(handle());
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * Whether any pattern of the set matches anywhere in `text`: 1 or 0.
         *
         * On failure: -1.
         */
        public long isMatch(String text) {
            var result = Raw.rt_regex_set_is_match(handle(), Convert.utf8(text));
            NativeObject.keep(this);
            if (result == -1) check();
            return result;
        }

        /**
         * The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
         * were given.
         *
         * On failure: [].
         */
        public long[] matches(String text) {
            var result = Raw.rt_regex_set_matches(handle(), Convert.utf8(text));
            NativeObject.keep(this);
            if (result.length == 0) check();
            return result;
        }
    }
}
