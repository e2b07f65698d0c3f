# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

module SimpleNative
  # Regular expressions, by the Rust crate regex.
  #
  # Every search takes time linear in the text, whatever the pattern. A compiled pattern never changes, so any
  # number of threads search with one at the same time. Offsets are in bytes.
  module Regex
    extend Library
    self.library = "regex"

    # Where a match lies in its text.
    RegexSpan = Runtime.structure(16, "@0q@8q", [:i64, :i64], :start, :end)

    RT_REGEX_NEW = declare("rt_regex_new", [PTR], I64)
    # Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
    # so that every search takes time linear in the text. A bad pattern's last error shows the place.
    #
    # On failure: 0.
    def self.rt_regex_new(pattern) = RT_REGEX_NEW.call(Runtime.text(pattern))

    RT_REGEX_DESTROY = declare("rt_regex_destroy", [I64], VOID)
    # Frees a compiled pattern.
    def self.rt_regex_destroy(handle) = RT_REGEX_DESTROY.call(Runtime.integer(handle))

    RT_REGEX_IS_MATCH = declare("rt_regex_is_match", [I64, PTR], I64)
    # Whether `handle` matches anywhere in `text`: 1 or 0.
    #
    # On failure: -1.
    def self.rt_regex_is_match(handle, text) = RT_REGEX_IS_MATCH.call(Runtime.integer(handle), Runtime.text(text))

    RT_REGEX_FIND = declare("rt_regex_find", [I64, PTR], PTR)
    # The first match in `text`, `""` where there is none.
    #
    # On failure: "".
    def self.rt_regex_find(handle, text) = Runtime.take_text(RT_REGEX_FIND.call(Runtime.integer(handle), Runtime.text(text)))

    RT_REGEX_FIND_ALL = declare("rt_regex_find_all", [I64, PTR], PTR)
    # All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
    # Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
    #
    # On failure: "".
    def self.rt_regex_find_all(handle, text) = Runtime.take_text(RT_REGEX_FIND_ALL.call(Runtime.integer(handle), Runtime.text(text)))

    RT_REGEX_CAPTURES = declare("rt_regex_captures", [I64, PTR], PTR)
    # The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
    # that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
    # pieces apart.
    #
    # On failure: "".
    def self.rt_regex_captures(handle, text) = Runtime.take_text(RT_REGEX_CAPTURES.call(Runtime.integer(handle), Runtime.text(text)))

    RT_REGEX_CAPTURES_LEN = declare("rt_regex_captures_len", [I64, PTR], I64)
    # How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
    # there is no match.
    #
    # On failure: -1.
    def self.rt_regex_captures_len(handle, text) = RT_REGEX_CAPTURES_LEN.call(Runtime.integer(handle), Runtime.text(text))

    RT_REGEX_REPLACE = declare("rt_regex_replace", [I64, PTR, PTR], PTR)
    # `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
    # and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without
    # braces a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.
    #
    # On failure: "".
    def self.rt_regex_replace(handle, text, replacement) = Runtime.take_text(RT_REGEX_REPLACE.call(Runtime.integer(handle), Runtime.text(text), Runtime.text(replacement)))

    RT_REGEX_REPLACE_ALL = declare("rt_regex_replace_all", [I64, PTR, PTR], PTR)
    # `text` with all matches replaced, as in `rt_regex_replace`.
    #
    # On failure: "".
    def self.rt_regex_replace_all(handle, text, replacement) = Runtime.take_text(RT_REGEX_REPLACE_ALL.call(Runtime.integer(handle), Runtime.text(text), Runtime.text(replacement)))

    RT_REGEX_SPLIT = declare("rt_regex_split", [I64, PTR], PTR)
    # The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
    #
    # On failure: "".
    def self.rt_regex_split(handle, text) = Runtime.take_text(RT_REGEX_SPLIT.call(Runtime.integer(handle), Runtime.text(text)))

    RT_REGEX_IS_MATCH_QUICK = declare("rt_regex_is_match_quick", [PTR, PTR], I64)
    # `rt_regex_is_match` with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64 patterns
    # that each thread used last compiled; of those that compile to more than 256 KiB, the last 4.
    #
    # On failure: -1.
    def self.rt_regex_is_match_quick(pattern, text) = RT_REGEX_IS_MATCH_QUICK.call(Runtime.text(pattern), Runtime.text(text))

    RT_REGEX_FIND_QUICK = declare("rt_regex_find_quick", [PTR, PTR], PTR)
    # `rt_regex_find` with a pattern instead of a handle.
    #
    # On failure: "".
    def self.rt_regex_find_quick(pattern, text) = Runtime.take_text(RT_REGEX_FIND_QUICK.call(Runtime.text(pattern), Runtime.text(text)))

    RT_REGEX_REPLACE_QUICK = declare("rt_regex_replace_quick", [PTR, PTR, PTR], PTR)
    # `rt_regex_replace` with a pattern instead of a handle.
    #
    # On failure: "".
    def self.rt_regex_replace_quick(pattern, text, replacement) = Runtime.take_text(RT_REGEX_REPLACE_QUICK.call(Runtime.text(pattern), Runtime.text(text), Runtime.text(replacement)))

    RT_REGEX_REPLACE_ALL_QUICK = declare("rt_regex_replace_all_quick", [PTR, PTR, PTR], PTR)
    # `rt_regex_replace_all` with a pattern instead of a handle.
    #
    # On failure: "".
    def self.rt_regex_replace_all_quick(pattern, text, replacement) = Runtime.take_text(RT_REGEX_REPLACE_ALL_QUICK.call(Runtime.text(pattern), Runtime.text(text), Runtime.text(replacement)))

    RT_REGEX_SPLIT_QUICK = declare("rt_regex_split_quick", [PTR, PTR], PTR)
    # `rt_regex_split` with a pattern instead of a handle.
    #
    # On failure: "".
    def self.rt_regex_split_quick(pattern, text) = Runtime.take_text(RT_REGEX_SPLIT_QUICK.call(Runtime.text(pattern), Runtime.text(text)))

    RT_REGEX_CAPTURES_ARRAY = declare("rt_regex_captures_array", [I64, PTR], :texts)
    # The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
    # `""`; the array is empty where there is no match.
    #
    # On failure: [].
    def self.rt_regex_captures_array(handle, text) = RT_REGEX_CAPTURES_ARRAY.call(Runtime.integer(handle), Runtime.text(text))

    RT_REGEX_CAPTURES_OFFSETS = declare("rt_regex_captures_offsets", [I64, PTR, I64], :integers)
    # Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
    # first, -1 and -1 for a group that took no part; empty where there is no match.
    #
    # On failure: [].
    def self.rt_regex_captures_offsets(handle, text, start) = RT_REGEX_CAPTURES_OFFSETS.call(Runtime.integer(handle), Runtime.text(text), Runtime.integer(start))

    RT_REGEX_CAPTURES_NAME = declare("rt_regex_captures_name", [I64, PTR, PTR], PTR)
    # The group called `name` of the first match in `text`; `""` where there is no match or the group took no
    # part. A name that the pattern does not have is a failure.
    #
    # On failure: "".
    def self.rt_regex_captures_name(handle, text, name) = Runtime.take_text(RT_REGEX_CAPTURES_NAME.call(Runtime.integer(handle), Runtime.text(text), Runtime.text(name)))

    RT_REGEX_CAPTURE_NAMES = declare("rt_regex_capture_names", [I64], :texts)
    # The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
    #
    # On failure: [].
    def self.rt_regex_capture_names(handle) = RT_REGEX_CAPTURE_NAMES.call(Runtime.integer(handle))

    RT_REGEX_AVAILABLE = declare("rt_regex_available", [], BOOL)
    # True where this build holds the regex library, as it does where this links.
    def self.rt_regex_available() = RT_REGEX_AVAILABLE.call() != 0

    RT_REGEX_CLEAR_ERROR = declare("rt_regex_clear_error", [], VOID)
    # Forgets why this thread's last failed regex call failed.
    def self.rt_regex_clear_error() = RT_REGEX_CLEAR_ERROR.call()

    RT_REGEX_GET_LAST_ERROR = declare("rt_regex_get_last_error", [], PTR)
    # Why this thread's last failed regex call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
    def self.rt_regex_get_last_error() = Runtime.take_text(RT_REGEX_GET_LAST_ERROR.call())

    RT_REGEX_VERSION = declare("rt_regex_version", [], PTR)
    # The version of the wrapped library, the crate `regex`.
    def self.rt_regex_version() = Runtime.take_text(RT_REGEX_VERSION.call())

    RT_REGEX_FIND_ALL_ARRAY = declare("rt_regex_find_all_array", [I64, PTR], :texts)
    # All matches in `text` that do not overlap, in order.
    #
    # On failure: [].
    def self.rt_regex_find_all_array(handle, text) = RT_REGEX_FIND_ALL_ARRAY.call(Runtime.integer(handle), Runtime.text(text))

    RT_REGEX_FIND_ALL_OFFSETS = declare("rt_regex_find_all_offsets", [I64, PTR], :integers)
    # All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
    # boundary for a whole text.
    #
    # On failure: [].
    def self.rt_regex_find_all_offsets(handle, text) = RT_REGEX_FIND_ALL_OFFSETS.call(Runtime.integer(handle), Runtime.text(text))

    RT_REGEX_COUNT = declare("rt_regex_count", [I64, PTR], I64)
    # How many matches that do not overlap `text` holds.
    #
    # On failure: -1.
    def self.rt_regex_count(handle, text) = RT_REGEX_COUNT.call(Runtime.integer(handle), Runtime.text(text))

    RT_REGEX_FIND_AT = declare("rt_regex_find_at", [I64, PTR, I64], RegexSpan)
    # Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
    # before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
    #
    # On failure: start -1, end -1.
    def self.rt_regex_find_at(handle, text, start) = RT_REGEX_FIND_AT.call(Runtime.integer(handle), Runtime.text(text), Runtime.integer(start))

    RT_REGEX_NEW_WITH_OPTIONS = declare("rt_regex_new_with_options", [PTR, PTR], I64)
    # Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
    #
    # - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
    #   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
    #   comments), `octal`: booleans, false if absent
    # - `unicode`: boolean, true if absent
    # - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
    # - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000
    #
    # On failure: 0.
    def self.rt_regex_new_with_options(pattern, options_json) = RT_REGEX_NEW_WITH_OPTIONS.call(Runtime.text(pattern), Runtime.text(options_json))

    RT_REGEX_ESCAPE = declare("rt_regex_escape", [PTR], PTR)
    # `text` with every character that means something in a pattern escaped: the pattern that matches just
    # `text`.
    #
    # On failure: "".
    def self.rt_regex_escape(text) = Runtime.take_text(RT_REGEX_ESCAPE.call(Runtime.text(text)))

    RT_REGEX_PATTERN = declare("rt_regex_pattern", [I64], PTR)
    # The pattern that `handle` was compiled from.
    #
    # On failure: "".
    def self.rt_regex_pattern(handle) = Runtime.take_text(RT_REGEX_PATTERN.call(Runtime.integer(handle)))

    RT_REGEX_REPLACE_N = declare("rt_regex_replace_n", [I64, PTR, PTR, I64], PTR)
    # `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
    #
    # On failure: "".
    def self.rt_regex_replace_n(handle, text, replacement, limit) = Runtime.take_text(RT_REGEX_REPLACE_N.call(Runtime.integer(handle), Runtime.text(text), Runtime.text(replacement), Runtime.integer(limit)))

    RT_REGEX_REPLACE_ALL_LITERAL = declare("rt_regex_replace_all_literal", [I64, PTR, PTR], PTR)
    # `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
    #
    # On failure: "".
    def self.rt_regex_replace_all_literal(handle, text, replacement) = Runtime.take_text(RT_REGEX_REPLACE_ALL_LITERAL.call(Runtime.integer(handle), Runtime.text(text), Runtime.text(replacement)))

    RT_REGEX_SET_NEW = declare("rt_regex_set_new", [PTR, I64], I64)
    # Compiles `patterns` into one set, which finds in one pass over a text which of them match.
    #
    # On failure: 0.
    def self.rt_regex_set_new(patterns) = RT_REGEX_SET_NEW.call(*Runtime.texts(patterns))

    RT_REGEX_SET_NEW_WITH_OPTIONS = declare("rt_regex_set_new_with_options", [PTR, I64, PTR], I64)
    # The same with options for all patterns, as in `rt_regex_new_with_options`.
    #
    # On failure: 0.
    def self.rt_regex_set_new_with_options(patterns, options_json) = RT_REGEX_SET_NEW_WITH_OPTIONS.call(*Runtime.texts(patterns), Runtime.text(options_json))

    RT_REGEX_SET_DESTROY = declare("rt_regex_set_destroy", [I64], VOID)
    # Frees a set.
    def self.rt_regex_set_destroy(handle) = RT_REGEX_SET_DESTROY.call(Runtime.integer(handle))

    RT_REGEX_SET_LEN = declare("rt_regex_set_len", [I64], I64)
    # How many patterns the set has.
    #
    # On failure: -1.
    def self.rt_regex_set_len(handle) = RT_REGEX_SET_LEN.call(Runtime.integer(handle))

    RT_REGEX_SET_IS_MATCH = declare("rt_regex_set_is_match", [I64, PTR], I64)
    # Whether any pattern of the set matches anywhere in `text`: 1 or 0.
    #
    # On failure: -1.
    def self.rt_regex_set_is_match(handle, text) = RT_REGEX_SET_IS_MATCH.call(Runtime.integer(handle), Runtime.text(text))

    RT_REGEX_SET_MATCHES = declare("rt_regex_set_matches", [I64, PTR], :integers)
    # The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
    # were given.
    #
    # On failure: [].
    def self.rt_regex_set_matches(handle, text) = RT_REGEX_SET_MATCHES.call(Runtime.integer(handle), Runtime.text(text))

    RT_REGEX_SPLIT_ARRAY = declare("rt_regex_split_array", [I64, PTR], :texts)
    # The pieces of `text` between matches; the whole text where there is none.
    #
    # On failure: [].
    def self.rt_regex_split_array(handle, text) = RT_REGEX_SPLIT_ARRAY.call(Runtime.integer(handle), Runtime.text(text))

    RT_REGEX_SPLIT_N_ARRAY = declare("rt_regex_split_n_array", [I64, PTR, I64], :texts)
    # The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
    #
    # On failure: [].
    def self.rt_regex_split_n_array(handle, text, limit) = RT_REGEX_SPLIT_N_ARRAY.call(Runtime.integer(handle), Runtime.text(text), Runtime.integer(limit))

    # A regex. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class Regex < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Regex.quietly(RT_REGEX_DESTROY, handle)
      end

      # Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
      # so that every search takes time linear in the text. A bad pattern's last error shows the place.
      #
      # On failure: 0.
      def self.new(pattern, &block)
        result = RT_REGEX_NEW.call(Runtime.text(pattern))
        SimpleNative::Regex.check if result == 0
        Regex.wrap(result, nil, true, &block)
      end

      # Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
      #
      # - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
      #   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
      #   comments), `octal`: booleans, false if absent
      # - `unicode`: boolean, true if absent
      # - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
      # - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000
      #
      # On failure: 0.
      def self.new_with_options(pattern, options_json, &block)
        result = RT_REGEX_NEW_WITH_OPTIONS.call(Runtime.text(pattern), Runtime.text(options_json))
        SimpleNative::Regex.check if result == 0
        Regex.wrap(result, nil, true, &block)
      end

      # Whether `handle` matches anywhere in `text`: 1 or 0.
      #
      # On failure: -1.
      def is_match(text)
        result = RT_REGEX_IS_MATCH.call(@handle, Runtime.text(text))
        SimpleNative::Regex.check if result == -1
        result
      end

      # The first match in `text`, `""` where there is none.
      #
      # On failure: "".
      def find(text)
        result = Runtime.take_text(RT_REGEX_FIND.call(@handle, Runtime.text(text)))
        SimpleNative::Regex.check if result == ""
        result
      end

      # All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
      # Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
      #
      # On failure: "".
      def find_all(text)
        result = Runtime.take_text(RT_REGEX_FIND_ALL.call(@handle, Runtime.text(text)))
        SimpleNative::Regex.check if result == ""
        result
      end

      # The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
      # that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
      # pieces apart.
      #
      # On failure: "".
      def captures(text)
        result = Runtime.take_text(RT_REGEX_CAPTURES.call(@handle, Runtime.text(text)))
        SimpleNative::Regex.check if result == ""
        result
      end

      # How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
      # there is no match.
      #
      # On failure: -1.
      def captures_len(text)
        result = RT_REGEX_CAPTURES_LEN.call(@handle, Runtime.text(text))
        SimpleNative::Regex.check if result == -1
        result
      end

      # `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
      # and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without
      # braces a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.
      #
      # On failure: "".
      def replace(text, replacement)
        result = Runtime.take_text(RT_REGEX_REPLACE.call(@handle, Runtime.text(text), Runtime.text(replacement)))
        SimpleNative::Regex.check if result == ""
        result
      end

      # `text` with all matches replaced, as in `rt_regex_replace`.
      #
      # On failure: "".
      def replace_all(text, replacement)
        result = Runtime.take_text(RT_REGEX_REPLACE_ALL.call(@handle, Runtime.text(text), Runtime.text(replacement)))
        SimpleNative::Regex.check if result == ""
        result
      end

      # The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
      #
      # On failure: "".
      def split(text)
        result = Runtime.take_text(RT_REGEX_SPLIT.call(@handle, Runtime.text(text)))
        SimpleNative::Regex.check if result == ""
        result
      end

      # The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
      # `""`; the array is empty where there is no match.
      #
      # On failure: [].
      def captures_array(text)
        result = RT_REGEX_CAPTURES_ARRAY.call(@handle, Runtime.text(text))
        SimpleNative::Regex.check if result.empty?
        result
      end

      # Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
      # first, -1 and -1 for a group that took no part; empty where there is no match.
      #
      # On failure: [].
      def captures_offsets(text, start)
        result = RT_REGEX_CAPTURES_OFFSETS.call(@handle, Runtime.text(text), Runtime.integer(start))
        SimpleNative::Regex.check if result.empty?
        result
      end

      # The group called `name` of the first match in `text`; `""` where there is no match or the group took no
      # part. A name that the pattern does not have is a failure.
      #
      # On failure: "".
      def captures_name(text, name)
        result = Runtime.take_text(RT_REGEX_CAPTURES_NAME.call(@handle, Runtime.text(text), Runtime.text(name)))
        SimpleNative::Regex.check if result == ""
        result
      end

      # The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
      #
      # On failure: [].
      def capture_names()
        result = RT_REGEX_CAPTURE_NAMES.call(@handle)
        SimpleNative::Regex.check if result.empty?
        result
      end

      # All matches in `text` that do not overlap, in order.
      #
      # On failure: [].
      def find_all_array(text)
        result = RT_REGEX_FIND_ALL_ARRAY.call(@handle, Runtime.text(text))
        SimpleNative::Regex.check if result.empty?
        result
      end

      # All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
      # boundary for a whole text.
      #
      # On failure: [].
      def find_all_offsets(text)
        result = RT_REGEX_FIND_ALL_OFFSETS.call(@handle, Runtime.text(text))
        SimpleNative::Regex.check if result.empty?
        result
      end

      # How many matches that do not overlap `text` holds.
      #
      # On failure: -1.
      def count(text)
        result = RT_REGEX_COUNT.call(@handle, Runtime.text(text))
        SimpleNative::Regex.check if result == -1
        result
      end

      # Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
      # before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
      #
      # On failure: start -1, end -1.
      def find_at(text, start)
        result = RT_REGEX_FIND_AT.call(@handle, Runtime.text(text), Runtime.integer(start))
        SimpleNative::Regex.check if result.start == -1 && result.end == -1
        result
      end

      # The pattern that `handle` was compiled from.
      #
      # On failure: "".
      def pattern()
        result = Runtime.take_text(RT_REGEX_PATTERN.call(@handle))
        SimpleNative::Regex.check if result == ""
        result
      end

      # `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
      #
      # On failure: "".
      def replace_n(text, replacement, limit)
        result = Runtime.take_text(RT_REGEX_REPLACE_N.call(@handle, Runtime.text(text), Runtime.text(replacement), Runtime.integer(limit)))
        SimpleNative::Regex.check if result == ""
        result
      end

      # `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
      #
      # On failure: "".
      def replace_all_literal(text, replacement)
        result = Runtime.take_text(RT_REGEX_REPLACE_ALL_LITERAL.call(@handle, Runtime.text(text), Runtime.text(replacement)))
        SimpleNative::Regex.check if result == ""
        result
      end

      # The pieces of `text` between matches; the whole text where there is none.
      #
      # On failure: [].
      def split_array(text)
        result = RT_REGEX_SPLIT_ARRAY.call(@handle, Runtime.text(text))
        SimpleNative::Regex.check if result.empty?
        result
      end

      # The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
      #
      # On failure: [].
      def split_n_array(text, limit)
        result = RT_REGEX_SPLIT_N_ARRAY.call(@handle, Runtime.text(text), Runtime.integer(limit))
        SimpleNative::Regex.check if result.empty?
        result
      end
    end

    # A regex set. It is freed by `close`, at the end of a block, or when Ruby forgets it.
    class RegexSet < Owner
      self.collected = true
      self.releaser = lambda do |handle, parent|
        SimpleNative::Regex.quietly(RT_REGEX_SET_DESTROY, handle)
      end

      # Compiles `patterns` into one set, which finds in one pass over a text which of them match.
      #
      # On failure: 0.
      def self.new(patterns, &block)
        result = RT_REGEX_SET_NEW.call(*Runtime.texts(patterns))
        SimpleNative::Regex.check if result == 0
        RegexSet.wrap(result, nil, true, &block)
      end

      # The same with options for all patterns, as in `rt_regex_new_with_options`.
      #
      # On failure: 0.
      def self.new_with_options(patterns, options_json, &block)
        result = RT_REGEX_SET_NEW_WITH_OPTIONS.call(*Runtime.texts(patterns), Runtime.text(options_json))
        SimpleNative::Regex.check if result == 0
        RegexSet.wrap(result, nil, true, &block)
      end

      # How many patterns the set has.
      #
      # On failure: -1.
      def len()
        result = RT_REGEX_SET_LEN.call(@handle)
        SimpleNative::Regex.check if result == -1
        result
      end

      # Whether any pattern of the set matches anywhere in `text`: 1 or 0.
      #
      # On failure: -1.
      def is_match(text)
        result = RT_REGEX_SET_IS_MATCH.call(@handle, Runtime.text(text))
        SimpleNative::Regex.check if result == -1
        result
      end

      # The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
      # were given.
      #
      # On failure: [].
      def matches(text)
        result = RT_REGEX_SET_MATCHES.call(@handle, Runtime.text(text))
        SimpleNative::Regex.check if result.empty?
        result
      end
    end
  end
end
