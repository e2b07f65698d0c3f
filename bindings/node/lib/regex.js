/**
 * Regular expressions, by the Rust crate regex.
 *
 * Every search takes time linear in the text, whatever the pattern. A compiled pattern never changes, so any
 * number of threads search with one at the same time. Offsets are in bytes.
 */
// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.
"use strict";

const rt = require("./runtime");
const { check, quietly } = rt.failure("regex");

/** Where a match lies in its text. */
rt.structure("RtRegexSpan", [["start", "i64"], ["end", "i64"]]);

const _rt_regex_new = rt.declare("rt_regex_new", "int64", ["void *"]);

/**
 * Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
 * so that every search takes time linear in the text. A bad pattern's last error shows the place.
 *
 * On failure: 0.
 */
exports.rt_regex_new = (pattern) => _rt_regex_new(rt.text(pattern));

const _rt_regex_destroy = rt.declare("rt_regex_destroy", "void", ["int64"]);

/**
 * Frees a compiled pattern.
 */
exports.rt_regex_destroy = (handle) => _rt_regex_destroy(rt.integer(handle));

const _rt_regex_is_match = rt.declare("rt_regex_is_match", "int64", ["int64", "void *"]);

/**
 * Whether `handle` matches anywhere in `text`: 1 or 0.
 *
 * On failure: -1.
 */
exports.rt_regex_is_match = (handle, text) => _rt_regex_is_match(rt.integer(handle), rt.text(text));

const _rt_regex_find = rt.declare("rt_regex_find", "void *", ["int64", "void *"]);

/**
 * The first match in `text`, `""` where there is none.
 *
 * On failure: "".
 */
exports.rt_regex_find = (handle, text) => rt.takeText(_rt_regex_find(rt.integer(handle), rt.text(text)));

const _rt_regex_find_all = rt.declare("rt_regex_find_all", "void *", ["int64", "void *"]);

/**
 * All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
 * Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
 *
 * On failure: "".
 */
exports.rt_regex_find_all = (handle, text) => rt.takeText(_rt_regex_find_all(rt.integer(handle), rt.text(text)));

const _rt_regex_captures = rt.declare("rt_regex_captures", "void *", ["int64", "void *"]);

/**
 * The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
 * that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
 * pieces apart.
 *
 * On failure: "".
 */
exports.rt_regex_captures = (handle, text) => rt.takeText(_rt_regex_captures(rt.integer(handle), rt.text(text)));

const _rt_regex_captures_len = rt.declare("rt_regex_captures_len", "int64", ["int64", "void *"]);

/**
 * How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
 * there is no match.
 *
 * On failure: -1.
 */
exports.rt_regex_captures_len = (handle, text) => _rt_regex_captures_len(rt.integer(handle), rt.text(text));

const _rt_regex_replace = rt.declare("rt_regex_replace", "void *", ["int64", "void *", "void *"]);

/**
 * `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
 * and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without
 * braces a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.
 *
 * On failure: "".
 */
exports.rt_regex_replace = (handle, text, replacement) => rt.takeText(_rt_regex_replace(rt.integer(handle), rt.text(text), rt.text(replacement)));

const _rt_regex_replace_all = rt.declare("rt_regex_replace_all", "void *", ["int64", "void *", "void *"]);

/**
 * `text` with all matches replaced, as in `rt_regex_replace`.
 *
 * On failure: "".
 */
exports.rt_regex_replace_all = (handle, text, replacement) => rt.takeText(_rt_regex_replace_all(rt.integer(handle), rt.text(text), rt.text(replacement)));

const _rt_regex_split = rt.declare("rt_regex_split", "void *", ["int64", "void *"]);

/**
 * The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
 *
 * On failure: "".
 */
exports.rt_regex_split = (handle, text) => rt.takeText(_rt_regex_split(rt.integer(handle), rt.text(text)));

const _rt_regex_is_match_quick = rt.declare("rt_regex_is_match_quick", "int64", ["void *", "void *"]);

/**
 * `rt_regex_is_match` with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64 patterns
 * that each thread used last compiled; of those that compile to more than 256 KiB, the last 4.
 *
 * On failure: -1.
 */
exports.rt_regex_is_match_quick = (pattern, text) => _rt_regex_is_match_quick(rt.text(pattern), rt.text(text));

const _rt_regex_find_quick = rt.declare("rt_regex_find_quick", "void *", ["void *", "void *"]);

/**
 * `rt_regex_find` with a pattern instead of a handle.
 *
 * On failure: "".
 */
exports.rt_regex_find_quick = (pattern, text) => rt.takeText(_rt_regex_find_quick(rt.text(pattern), rt.text(text)));

const _rt_regex_replace_quick = rt.declare("rt_regex_replace_quick", "void *", ["void *", "void *", "void *"]);

/**
 * `rt_regex_replace` with a pattern instead of a handle.
 *
 * On failure: "".
 */
exports.rt_regex_replace_quick = (pattern, text, replacement) => rt.takeText(_rt_regex_replace_quick(rt.text(pattern), rt.text(text), rt.text(replacement)));

const _rt_regex_replace_all_quick = rt.declare("rt_regex_replace_all_quick", "void *", ["void *", "void *", "void *"]);

/**
 * `rt_regex_replace_all` with a pattern instead of a handle.
 *
 * On failure: "".
 */
exports.rt_regex_replace_all_quick = (pattern, text, replacement) => rt.takeText(_rt_regex_replace_all_quick(rt.text(pattern), rt.text(text), rt.text(replacement)));

const _rt_regex_split_quick = rt.declare("rt_regex_split_quick", "void *", ["void *", "void *"]);

/**
 * `rt_regex_split` with a pattern instead of a handle.
 *
 * On failure: "".
 */
exports.rt_regex_split_quick = (pattern, text) => rt.takeText(_rt_regex_split_quick(rt.text(pattern), rt.text(text)));

const _rt_regex_captures_array = rt.declare("rt_regex_captures_array", "RtTextArray", ["int64", "void *"]);

/**
 * The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
 * `""`; the array is empty where there is no match.
 *
 * On failure: [].
 */
exports.rt_regex_captures_array = (handle, text) => rt.takeTexts(_rt_regex_captures_array(rt.integer(handle), rt.text(text)));

const _rt_regex_captures_offsets = rt.declare("rt_regex_captures_offsets", "RtI64Array", ["int64", "void *", "int64"]);

/**
 * Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
 * first, -1 and -1 for a group that took no part; empty where there is no match.
 *
 * On failure: [].
 */
exports.rt_regex_captures_offsets = (handle, text, start) => rt.takeIntegers(_rt_regex_captures_offsets(rt.integer(handle), rt.text(text), rt.integer(start)));

const _rt_regex_captures_name = rt.declare("rt_regex_captures_name", "void *", ["int64", "void *", "void *"]);

/**
 * The group called `name` of the first match in `text`; `""` where there is no match or the group took no
 * part. A name that the pattern does not have is a failure.
 *
 * On failure: "".
 */
exports.rt_regex_captures_name = (handle, text, name) => rt.takeText(_rt_regex_captures_name(rt.integer(handle), rt.text(text), rt.text(name)));

const _rt_regex_capture_names = rt.declare("rt_regex_capture_names", "RtTextArray", ["int64"]);

/**
 * The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
 *
 * On failure: [].
 */
exports.rt_regex_capture_names = (handle) => rt.takeTexts(_rt_regex_capture_names(rt.integer(handle)));

const _rt_regex_available = rt.declare("rt_regex_available", "bool", []);

/**
 * True where this build holds the regex library, as it does where this links.
 */
exports.rt_regex_available = () => _rt_regex_available();

const _rt_regex_clear_error = rt.declare("rt_regex_clear_error", "void", []);

/**
 * Forgets why this thread's last failed regex call failed.
 */
exports.rt_regex_clear_error = () => _rt_regex_clear_error();

const _rt_regex_get_last_error = rt.declare("rt_regex_get_last_error", "void *", []);

/**
 * Why this thread's last failed regex call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 */
exports.rt_regex_get_last_error = () => rt.takeText(_rt_regex_get_last_error());

const _rt_regex_version = rt.declare("rt_regex_version", "void *", []);

/**
 * The version of the wrapped library, the crate `regex`.
 */
exports.rt_regex_version = () => rt.takeText(_rt_regex_version());

const _rt_regex_find_all_array = rt.declare("rt_regex_find_all_array", "RtTextArray", ["int64", "void *"]);

/**
 * All matches in `text` that do not overlap, in order.
 *
 * On failure: [].
 */
exports.rt_regex_find_all_array = (handle, text) => rt.takeTexts(_rt_regex_find_all_array(rt.integer(handle), rt.text(text)));

const _rt_regex_find_all_offsets = rt.declare("rt_regex_find_all_offsets", "RtI64Array", ["int64", "void *"]);

/**
 * All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
 * boundary for a whole text.
 *
 * On failure: [].
 */
exports.rt_regex_find_all_offsets = (handle, text) => rt.takeIntegers(_rt_regex_find_all_offsets(rt.integer(handle), rt.text(text)));

const _rt_regex_count = rt.declare("rt_regex_count", "int64", ["int64", "void *"]);

/**
 * How many matches that do not overlap `text` holds.
 *
 * On failure: -1.
 */
exports.rt_regex_count = (handle, text) => _rt_regex_count(rt.integer(handle), rt.text(text));

const _rt_regex_find_at = rt.declare("rt_regex_find_at", "RtRegexSpan", ["int64", "void *", "int64"]);

/**
 * Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
 * before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
 *
 * On failure: start -1, end -1.
 */
exports.rt_regex_find_at = (handle, text, start) => rt.takeStructure("RtRegexSpan", _rt_regex_find_at(rt.integer(handle), rt.text(text), rt.integer(start)));

const _rt_regex_new_with_options = rt.declare("rt_regex_new_with_options", "int64", ["void *", "void *"]);

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
exports.rt_regex_new_with_options = (pattern, options_json) => _rt_regex_new_with_options(rt.text(pattern), rt.text(options_json));

const _rt_regex_escape = rt.declare("rt_regex_escape", "void *", ["void *"]);

/**
 * `text` with every character that means something in a pattern escaped: the pattern that matches just
 * `text`.
 *
 * On failure: "".
 */
exports.rt_regex_escape = (text) => rt.takeText(_rt_regex_escape(rt.text(text)));

const _rt_regex_pattern = rt.declare("rt_regex_pattern", "void *", ["int64"]);

/**
 * The pattern that `handle` was compiled from.
 *
 * On failure: "".
 */
exports.rt_regex_pattern = (handle) => rt.takeText(_rt_regex_pattern(rt.integer(handle)));

const _rt_regex_replace_n = rt.declare("rt_regex_replace_n", "void *", ["int64", "void *", "void *", "int64"]);

/**
 * `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
 *
 * On failure: "".
 */
exports.rt_regex_replace_n = (handle, text, replacement, limit) => rt.takeText(_rt_regex_replace_n(rt.integer(handle), rt.text(text), rt.text(replacement), rt.integer(limit)));

const _rt_regex_replace_all_literal = rt.declare("rt_regex_replace_all_literal", "void *", ["int64", "void *", "void *"]);

/**
 * `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
 *
 * On failure: "".
 */
exports.rt_regex_replace_all_literal = (handle, text, replacement) => rt.takeText(_rt_regex_replace_all_literal(rt.integer(handle), rt.text(text), rt.text(replacement)));

const _rt_regex_set_new = rt.declare("rt_regex_set_new", "int64", ["void *", "int64"]);

/**
 * Compiles `patterns` into one set, which finds in one pass over a text which of them match.
 *
 * On failure: 0.
 */
exports.rt_regex_set_new = (patterns) => _rt_regex_set_new(...rt.texts(patterns));

const _rt_regex_set_new_with_options = rt.declare("rt_regex_set_new_with_options", "int64", ["void *", "int64", "void *"]);

/**
 * The same with options for all patterns, as in `rt_regex_new_with_options`.
 *
 * On failure: 0.
 */
exports.rt_regex_set_new_with_options = (patterns, options_json) => _rt_regex_set_new_with_options(...rt.texts(patterns), rt.text(options_json));

const _rt_regex_set_destroy = rt.declare("rt_regex_set_destroy", "void", ["int64"]);

/**
 * Frees a set.
 */
exports.rt_regex_set_destroy = (handle) => _rt_regex_set_destroy(rt.integer(handle));

const _rt_regex_set_len = rt.declare("rt_regex_set_len", "int64", ["int64"]);

/**
 * How many patterns the set has.
 *
 * On failure: -1.
 */
exports.rt_regex_set_len = (handle) => _rt_regex_set_len(rt.integer(handle));

const _rt_regex_set_is_match = rt.declare("rt_regex_set_is_match", "int64", ["int64", "void *"]);

/**
 * Whether any pattern of the set matches anywhere in `text`: 1 or 0.
 *
 * On failure: -1.
 */
exports.rt_regex_set_is_match = (handle, text) => _rt_regex_set_is_match(rt.integer(handle), rt.text(text));

const _rt_regex_set_matches = rt.declare("rt_regex_set_matches", "RtI64Array", ["int64", "void *"]);

/**
 * The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
 * were given.
 *
 * On failure: [].
 */
exports.rt_regex_set_matches = (handle, text) => rt.takeIntegers(_rt_regex_set_matches(rt.integer(handle), rt.text(text)));

const _rt_regex_split_array = rt.declare("rt_regex_split_array", "RtTextArray", ["int64", "void *"]);

/**
 * The pieces of `text` between matches; the whole text where there is none.
 *
 * On failure: [].
 */
exports.rt_regex_split_array = (handle, text) => rt.takeTexts(_rt_regex_split_array(rt.integer(handle), rt.text(text)));

const _rt_regex_split_n_array = rt.declare("rt_regex_split_n_array", "RtTextArray", ["int64", "void *", "int64"]);

/**
 * The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
 *
 * On failure: [].
 */
exports.rt_regex_split_n_array = (handle, text, limit) => rt.takeTexts(_rt_regex_split_n_array(rt.integer(handle), rt.text(text), rt.integer(limit)));

/**
 * A regex: freed by `close()`, or when JavaScript forgets it.
 */
class Regex extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_regex_destroy, handle);
  }

  /**
   * Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
   * so that every search takes time linear in the text. A bad pattern's last error shows the place.
   *
   * On failure: 0.
   */
  static new(pattern) {
    const result = _rt_regex_new(rt.text(pattern));
    if (result == 0) check();
    return Regex.wrap(result, null, true);
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
  static newWithOptions(pattern, options_json) {
    const result = _rt_regex_new_with_options(rt.text(pattern), rt.text(options_json));
    if (result == 0) check();
    return Regex.wrap(result, null, true);
  }

  /**
   * Whether `handle` matches anywhere in `text`: 1 or 0.
   *
   * On failure: -1.
   */
  isMatch(text) {
    const result = _rt_regex_is_match(this.handle, rt.text(text));
    if (result == -1) check();
    return result;
  }

  /**
   * The first match in `text`, `""` where there is none.
   *
   * On failure: "".
   */
  find(text) {
    const result = rt.takeText(_rt_regex_find(this.handle, rt.text(text)));
    if (result == "") check();
    return result;
  }

  /**
   * All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
   * Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
   *
   * On failure: "".
   */
  findAll(text) {
    const result = rt.takeText(_rt_regex_find_all(this.handle, rt.text(text)));
    if (result == "") check();
    return result;
  }

  /**
   * The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
   * that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
   * pieces apart.
   *
   * On failure: "".
   */
  captures(text) {
    const result = rt.takeText(_rt_regex_captures(this.handle, rt.text(text)));
    if (result == "") check();
    return result;
  }

  /**
   * How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
   * there is no match.
   *
   * On failure: -1.
   */
  capturesLen(text) {
    const result = _rt_regex_captures_len(this.handle, rt.text(text));
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
  replace(text, replacement) {
    const result = rt.takeText(_rt_regex_replace(this.handle, rt.text(text), rt.text(replacement)));
    if (result == "") check();
    return result;
  }

  /**
   * `text` with all matches replaced, as in `rt_regex_replace`.
   *
   * On failure: "".
   */
  replaceAll(text, replacement) {
    const result = rt.takeText(_rt_regex_replace_all(this.handle, rt.text(text), rt.text(replacement)));
    if (result == "") check();
    return result;
  }

  /**
   * The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
   *
   * On failure: "".
   */
  split(text) {
    const result = rt.takeText(_rt_regex_split(this.handle, rt.text(text)));
    if (result == "") check();
    return result;
  }

  /**
   * The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
   * `""`; the array is empty where there is no match.
   *
   * On failure: [].
   */
  capturesArray(text) {
    const result = rt.takeTexts(_rt_regex_captures_array(this.handle, rt.text(text)));
    if (result.length === 0) check();
    return result;
  }

  /**
   * Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
   * first, -1 and -1 for a group that took no part; empty where there is no match.
   *
   * On failure: [].
   */
  capturesOffsets(text, start) {
    const result = rt.takeIntegers(_rt_regex_captures_offsets(this.handle, rt.text(text), rt.integer(start)));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The group called `name` of the first match in `text`; `""` where there is no match or the group took no
   * part. A name that the pattern does not have is a failure.
   *
   * On failure: "".
   */
  capturesName(text, name) {
    const result = rt.takeText(_rt_regex_captures_name(this.handle, rt.text(text), rt.text(name)));
    if (result == "") check();
    return result;
  }

  /**
   * The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
   *
   * On failure: [].
   */
  captureNames() {
    const result = rt.takeTexts(_rt_regex_capture_names(this.handle));
    if (result.length === 0) check();
    return result;
  }

  /**
   * All matches in `text` that do not overlap, in order.
   *
   * On failure: [].
   */
  findAllArray(text) {
    const result = rt.takeTexts(_rt_regex_find_all_array(this.handle, rt.text(text)));
    if (result.length === 0) check();
    return result;
  }

  /**
   * All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
   * boundary for a whole text.
   *
   * On failure: [].
   */
  findAllOffsets(text) {
    const result = rt.takeIntegers(_rt_regex_find_all_offsets(this.handle, rt.text(text)));
    if (result.length === 0) check();
    return result;
  }

  /**
   * How many matches that do not overlap `text` holds.
   *
   * On failure: -1.
   */
  count(text) {
    const result = _rt_regex_count(this.handle, rt.text(text));
    if (result == -1) check();
    return result;
  }

  /**
   * Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
   * before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
   *
   * On failure: start -1, end -1.
   */
  findAt(text, start) {
    const result = rt.takeStructure("RtRegexSpan", _rt_regex_find_at(this.handle, rt.text(text), rt.integer(start)));
    if (result.start == -1 && result.end == -1) check();
    return result;
  }

  /**
   * The pattern that `handle` was compiled from.
   *
   * On failure: "".
   */
  pattern() {
    const result = rt.takeText(_rt_regex_pattern(this.handle));
    if (result == "") check();
    return result;
  }

  /**
   * `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
   *
   * On failure: "".
   */
  replaceN(text, replacement, limit) {
    const result = rt.takeText(_rt_regex_replace_n(this.handle, rt.text(text), rt.text(replacement), rt.integer(limit)));
    if (result == "") check();
    return result;
  }

  /**
   * `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
   *
   * On failure: "".
   */
  replaceAllLiteral(text, replacement) {
    const result = rt.takeText(_rt_regex_replace_all_literal(this.handle, rt.text(text), rt.text(replacement)));
    if (result == "") check();
    return result;
  }

  /**
   * The pieces of `text` between matches; the whole text where there is none.
   *
   * On failure: [].
   */
  splitArray(text) {
    const result = rt.takeTexts(_rt_regex_split_array(this.handle, rt.text(text)));
    if (result.length === 0) check();
    return result;
  }

  /**
   * The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
   *
   * On failure: [].
   */
  splitNArray(text, limit) {
    const result = rt.takeTexts(_rt_regex_split_n_array(this.handle, rt.text(text), rt.integer(limit)));
    if (result.length === 0) check();
    return result;
  }
}
exports.Regex = Regex;

/**
 * A regex set: freed by `close()`, or when JavaScript forgets it.
 */
class RegexSet extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_regex_set_destroy, handle);
  }

  /**
   * Compiles `patterns` into one set, which finds in one pass over a text which of them match.
   *
   * On failure: 0.
   */
  static new(patterns) {
    const result = _rt_regex_set_new(...rt.texts(patterns));
    if (result == 0) check();
    return RegexSet.wrap(result, null, true);
  }

  /**
   * The same with options for all patterns, as in `rt_regex_new_with_options`.
   *
   * On failure: 0.
   */
  static newWithOptions(patterns, options_json) {
    const result = _rt_regex_set_new_with_options(...rt.texts(patterns), rt.text(options_json));
    if (result == 0) check();
    return RegexSet.wrap(result, null, true);
  }

  /**
   * How many patterns the set has.
   *
   * On failure: -1.
   */
  len() {
    const result = _rt_regex_set_len(this.handle);
    if (result == -1) check();
    return result;
  }

  /**
   * Whether any pattern of the set matches anywhere in `text`: 1 or 0.
   *
   * On failure: -1.
   */
  isMatch(text) {
    const result = _rt_regex_set_is_match(this.handle, rt.text(text));
    if (result == -1) check();
    return result;
  }

  /**
   * The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
   * were given.
   *
   * On failure: [].
   */
  matches(text) {
    const result = rt.takeIntegers(_rt_regex_set_matches(this.handle, rt.text(text)));
    if (result.length === 0) check();
    return result;
  }
}
exports.RegexSet = RegexSet;
