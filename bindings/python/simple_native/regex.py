"""Regular expressions, by the Rust crate regex.

Every search takes time linear in the text, whatever the pattern. A compiled pattern never changes, so any
number of threads search with one at the same time. Offsets are in bytes."""
# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

import ctypes as _c
from array import array as _array
from typing import NamedTuple

from . import _runtime as _rt

_declare = _rt.declare
_take_text = _rt.take_text
_fail, _quietly = _rt.failure("rt_regex_get_last_error", "rt_regex_clear_error")


class RegexSpan(NamedTuple):
    """Where a match lies in its text."""

    start: int
    """The offset of its first byte; -1 where there is no match."""

    end: int
    """The offset after its last byte; -1 where there is no match."""


class _RegexSpan(_c.Structure):
    _fields_ = [("start", _c.c_int64), ("end", _c.c_int64)]


_rt_regex_new = _declare("rt_regex_new", _c.c_int64, [_c.c_char_p])


def rt_regex_new(pattern: str | bytes | None) -> int:
    """Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
    so that every search takes time linear in the text. A bad pattern's last error shows the place.

    On failure: 0."""
    return _rt_regex_new(pattern.encode() if type(pattern) is str and "\0" not in pattern else _rt.text(pattern))


_rt_regex_destroy = _declare("rt_regex_destroy", None, [_c.c_int64])


def rt_regex_destroy(handle: int) -> None:
    """Frees a compiled pattern."""
    return _rt_regex_destroy(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_regex_is_match = _declare("rt_regex_is_match", _c.c_int64, [_c.c_int64, _c.c_char_p])


def rt_regex_is_match(handle: int, text: str | bytes | None) -> int:
    """Whether `handle` matches anywhere in `text`: 1 or 0.

    On failure: -1."""
    return _rt_regex_is_match(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text))


_rt_regex_find = _declare("rt_regex_find", _c.c_void_p, [_c.c_int64, _c.c_char_p])


def rt_regex_find(handle: int, text: str | bytes | None) -> str:
    """The first match in `text`, `""` where there is none.

    On failure: ""."""
    return _take_text(_rt_regex_find(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text)))


_rt_regex_find_all = _declare("rt_regex_find_all", _c.c_void_p, [_c.c_int64, _c.c_char_p])


def rt_regex_find_all(handle: int, text: str | bytes | None) -> str:
    """All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
    Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.

    On failure: ""."""
    return _take_text(_rt_regex_find_all(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text)))


_rt_regex_captures = _declare("rt_regex_captures", _c.c_void_p, [_c.c_int64, _c.c_char_p])


def rt_regex_captures(handle: int, text: str | bytes | None) -> str:
    """The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
    that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
    pieces apart.

    On failure: ""."""
    return _take_text(_rt_regex_captures(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text)))


_rt_regex_captures_len = _declare("rt_regex_captures_len", _c.c_int64, [_c.c_int64, _c.c_char_p])


def rt_regex_captures_len(handle: int, text: str | bytes | None) -> int:
    """How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
    there is no match.

    On failure: -1."""
    return _rt_regex_captures_len(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text))


_rt_regex_replace = _declare("rt_regex_replace", _c.c_void_p, [_c.c_int64, _c.c_char_p, _c.c_char_p])


def rt_regex_replace(handle: int, text: str | bytes | None, replacement: str | bytes | None) -> str:
    """`text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
    and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without
    braces a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.

    On failure: ""."""
    return _take_text(_rt_regex_replace(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text), replacement.encode() if type(replacement) is str and "\0" not in replacement else _rt.text(replacement)))


_rt_regex_replace_all = _declare("rt_regex_replace_all", _c.c_void_p, [_c.c_int64, _c.c_char_p, _c.c_char_p])


def rt_regex_replace_all(handle: int, text: str | bytes | None, replacement: str | bytes | None) -> str:
    """`text` with all matches replaced, as in `rt_regex_replace`.

    On failure: ""."""
    return _take_text(_rt_regex_replace_all(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text), replacement.encode() if type(replacement) is str and "\0" not in replacement else _rt.text(replacement)))


_rt_regex_split = _declare("rt_regex_split", _c.c_void_p, [_c.c_int64, _c.c_char_p])


def rt_regex_split(handle: int, text: str | bytes | None) -> str:
    """The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.

    On failure: ""."""
    return _take_text(_rt_regex_split(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text)))


_rt_regex_is_match_quick = _declare("rt_regex_is_match_quick", _c.c_int64, [_c.c_char_p, _c.c_char_p])


def rt_regex_is_match_quick(pattern: str | bytes | None, text: str | bytes | None) -> int:
    """`rt_regex_is_match` with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64 patterns
    that each thread used last compiled; of those that compile to more than 256 KiB, the last 4.

    On failure: -1."""
    return _rt_regex_is_match_quick(pattern.encode() if type(pattern) is str and "\0" not in pattern else _rt.text(pattern), text.encode() if type(text) is str and "\0" not in text else _rt.text(text))


_rt_regex_find_quick = _declare("rt_regex_find_quick", _c.c_void_p, [_c.c_char_p, _c.c_char_p])


def rt_regex_find_quick(pattern: str | bytes | None, text: str | bytes | None) -> str:
    """`rt_regex_find` with a pattern instead of a handle.

    On failure: ""."""
    return _take_text(_rt_regex_find_quick(pattern.encode() if type(pattern) is str and "\0" not in pattern else _rt.text(pattern), text.encode() if type(text) is str and "\0" not in text else _rt.text(text)))


_rt_regex_replace_quick = _declare("rt_regex_replace_quick", _c.c_void_p, [_c.c_char_p, _c.c_char_p, _c.c_char_p])


def rt_regex_replace_quick(pattern: str | bytes | None, text: str | bytes | None, replacement: str | bytes | None) -> str:
    """`rt_regex_replace` with a pattern instead of a handle.

    On failure: ""."""
    return _take_text(_rt_regex_replace_quick(pattern.encode() if type(pattern) is str and "\0" not in pattern else _rt.text(pattern), text.encode() if type(text) is str and "\0" not in text else _rt.text(text), replacement.encode() if type(replacement) is str and "\0" not in replacement else _rt.text(replacement)))


_rt_regex_replace_all_quick = _declare("rt_regex_replace_all_quick", _c.c_void_p, [_c.c_char_p, _c.c_char_p, _c.c_char_p])


def rt_regex_replace_all_quick(pattern: str | bytes | None, text: str | bytes | None, replacement: str | bytes | None) -> str:
    """`rt_regex_replace_all` with a pattern instead of a handle.

    On failure: ""."""
    return _take_text(_rt_regex_replace_all_quick(pattern.encode() if type(pattern) is str and "\0" not in pattern else _rt.text(pattern), text.encode() if type(text) is str and "\0" not in text else _rt.text(text), replacement.encode() if type(replacement) is str and "\0" not in replacement else _rt.text(replacement)))


_rt_regex_split_quick = _declare("rt_regex_split_quick", _c.c_void_p, [_c.c_char_p, _c.c_char_p])


def rt_regex_split_quick(pattern: str | bytes | None, text: str | bytes | None) -> str:
    """`rt_regex_split` with a pattern instead of a handle.

    On failure: ""."""
    return _take_text(_rt_regex_split_quick(pattern.encode() if type(pattern) is str and "\0" not in pattern else _rt.text(pattern), text.encode() if type(text) is str and "\0" not in text else _rt.text(text)))


_rt_regex_captures_array = _declare("rt_regex_captures_array", _rt.TextArray, [_c.c_int64, _c.c_char_p])


def rt_regex_captures_array(handle: int, text: str | bytes | None) -> list[str]:
    """The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
    `""`; the array is empty where there is no match.

    On failure: []."""
    return _rt_regex_captures_array(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text)).take()


_rt_regex_captures_offsets = _declare("rt_regex_captures_offsets", _rt.I64Array, [_c.c_int64, _c.c_char_p, _c.c_int64])


def rt_regex_captures_offsets(handle: int, text: str | bytes | None, start: int) -> list[int]:
    """Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
    first, -1 and -1 for a group that took no part; empty where there is no match.

    On failure: []."""
    return _rt_regex_captures_offsets(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text), start if 0 <= start <= 9223372036854775807 else _rt.integer(start)).take()


_rt_regex_captures_name = _declare("rt_regex_captures_name", _c.c_void_p, [_c.c_int64, _c.c_char_p, _c.c_char_p])


def rt_regex_captures_name(handle: int, text: str | bytes | None, name: str | bytes | None) -> str:
    """The group called `name` of the first match in `text`; `""` where there is no match or the group took no
    part. A name that the pattern does not have is a failure.

    On failure: ""."""
    return _take_text(_rt_regex_captures_name(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text), name.encode() if type(name) is str and "\0" not in name else _rt.text(name)))


_rt_regex_capture_names = _declare("rt_regex_capture_names", _rt.TextArray, [_c.c_int64])


def rt_regex_capture_names(handle: int) -> list[str]:
    """The names of the pattern's groups by number, group 0 first; `""` for a group without a name.

    On failure: []."""
    return _rt_regex_capture_names(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle)).take()


_rt_regex_available = _declare("rt_regex_available", _c.c_bool, [])


def rt_regex_available() -> bool:
    """True where this build holds the regex library, as it does where this links."""
    return _rt_regex_available()


_rt_regex_clear_error = _declare("rt_regex_clear_error", None, [])


def rt_regex_clear_error() -> None:
    """Forgets why this thread's last failed regex call failed."""
    return _rt_regex_clear_error()


_rt_regex_get_last_error = _declare("rt_regex_get_last_error", _c.c_void_p, [])


def rt_regex_get_last_error() -> str:
    """Why this thread's last failed regex call failed: one sentence, `""` where none did. A call that succeeds leaves it alone."""
    return _take_text(_rt_regex_get_last_error())


_rt_regex_version = _declare("rt_regex_version", _c.c_void_p, [])


def rt_regex_version() -> str:
    """The version of the wrapped library, the crate `regex`."""
    return _take_text(_rt_regex_version())


_rt_regex_find_all_array = _declare("rt_regex_find_all_array", _rt.TextArray, [_c.c_int64, _c.c_char_p])


def rt_regex_find_all_array(handle: int, text: str | bytes | None) -> list[str]:
    """All matches in `text` that do not overlap, in order.

    On failure: []."""
    return _rt_regex_find_all_array(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text)).take()


_rt_regex_find_all_offsets = _declare("rt_regex_find_all_offsets", _rt.I64Array, [_c.c_int64, _c.c_char_p])


def rt_regex_find_all_offsets(handle: int, text: str | bytes | None) -> list[int]:
    """All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
    boundary for a whole text.

    On failure: []."""
    return _rt_regex_find_all_offsets(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text)).take()


_rt_regex_count = _declare("rt_regex_count", _c.c_int64, [_c.c_int64, _c.c_char_p])


def rt_regex_count(handle: int, text: str | bytes | None) -> int:
    """How many matches that do not overlap `text` holds.

    On failure: -1."""
    return _rt_regex_count(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text))


_rt_regex_find_at = _declare("rt_regex_find_at", _RegexSpan, [_c.c_int64, _c.c_char_p, _c.c_int64])


def rt_regex_find_at(handle: int, text: str | bytes | None, start: int) -> RegexSpan:
    """Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
    before `start` counts as context for `^`, `$` and `\\b`. Allocates nothing.

    On failure: start -1, end -1."""
    result = _rt_regex_find_at(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text), start if 0 <= start <= 9223372036854775807 else _rt.integer(start))
    return RegexSpan(result.start, result.end)


_rt_regex_new_with_options = _declare("rt_regex_new_with_options", _c.c_int64, [_c.c_char_p, _c.c_char_p])


def rt_regex_new_with_options(pattern: str | bytes | None, options_json: str | bytes | None) -> int:
    """Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:

    - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
      line break is `\\r\\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
      comments), `octal`: booleans, false if absent
    - `unicode`: boolean, true if absent
    - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
    - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000

    On failure: 0."""
    return _rt_regex_new_with_options(pattern.encode() if type(pattern) is str and "\0" not in pattern else _rt.text(pattern), options_json.encode() if type(options_json) is str and "\0" not in options_json else _rt.text(options_json))


_rt_regex_escape = _declare("rt_regex_escape", _c.c_void_p, [_c.c_char_p])


def rt_regex_escape(text: str | bytes | None) -> str:
    """`text` with every character that means something in a pattern escaped: the pattern that matches just
    `text`.

    On failure: ""."""
    return _take_text(_rt_regex_escape(text.encode() if type(text) is str and "\0" not in text else _rt.text(text)))


_rt_regex_pattern = _declare("rt_regex_pattern", _c.c_void_p, [_c.c_int64])


def rt_regex_pattern(handle: int) -> str:
    """The pattern that `handle` was compiled from.

    On failure: ""."""
    return _take_text(_rt_regex_pattern(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle)))


_rt_regex_replace_n = _declare("rt_regex_replace_n", _c.c_void_p, [_c.c_int64, _c.c_char_p, _c.c_char_p, _c.c_int64])


def rt_regex_replace_n(handle: int, text: str | bytes | None, replacement: str | bytes | None, limit: int) -> str:
    """`text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.

    On failure: ""."""
    return _take_text(_rt_regex_replace_n(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text), replacement.encode() if type(replacement) is str and "\0" not in replacement else _rt.text(replacement), limit if 0 <= limit <= 9223372036854775807 else _rt.integer(limit)))


_rt_regex_replace_all_literal = _declare("rt_regex_replace_all_literal", _c.c_void_p, [_c.c_int64, _c.c_char_p, _c.c_char_p])


def rt_regex_replace_all_literal(handle: int, text: str | bytes | None, replacement: str | bytes | None) -> str:
    """`text` with all matches replaced by `replacement` as it stands: `$` means nothing.

    On failure: ""."""
    return _take_text(_rt_regex_replace_all_literal(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text), replacement.encode() if type(replacement) is str and "\0" not in replacement else _rt.text(replacement)))


_rt_regex_set_new = _declare("rt_regex_set_new", _c.c_int64, [_c.c_void_p, _c.c_int64])


def rt_regex_set_new(patterns: list[str] | None) -> int:
    """Compiles `patterns` into one set, which finds in one pass over a text which of them match.

    On failure: 0."""
    patterns_data, patterns_len = _rt.texts(patterns)
    return _rt_regex_set_new(patterns_data, patterns_len)


_rt_regex_set_new_with_options = _declare("rt_regex_set_new_with_options", _c.c_int64, [_c.c_void_p, _c.c_int64, _c.c_char_p])


def rt_regex_set_new_with_options(patterns: list[str] | None, options_json: str | bytes | None) -> int:
    """The same with options for all patterns, as in `rt_regex_new_with_options`.

    On failure: 0."""
    patterns_data, patterns_len = _rt.texts(patterns)
    return _rt_regex_set_new_with_options(patterns_data, patterns_len, options_json.encode() if type(options_json) is str and "\0" not in options_json else _rt.text(options_json))


_rt_regex_set_destroy = _declare("rt_regex_set_destroy", None, [_c.c_int64])


def rt_regex_set_destroy(handle: int) -> None:
    """Frees a set."""
    return _rt_regex_set_destroy(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_regex_set_len = _declare("rt_regex_set_len", _c.c_int64, [_c.c_int64])


def rt_regex_set_len(handle: int) -> int:
    """How many patterns the set has.

    On failure: -1."""
    return _rt_regex_set_len(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle))


_rt_regex_set_is_match = _declare("rt_regex_set_is_match", _c.c_int64, [_c.c_int64, _c.c_char_p])


def rt_regex_set_is_match(handle: int, text: str | bytes | None) -> int:
    """Whether any pattern of the set matches anywhere in `text`: 1 or 0.

    On failure: -1."""
    return _rt_regex_set_is_match(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text))


_rt_regex_set_matches = _declare("rt_regex_set_matches", _rt.I64Array, [_c.c_int64, _c.c_char_p])


def rt_regex_set_matches(handle: int, text: str | bytes | None) -> list[int]:
    """The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
    were given.

    On failure: []."""
    return _rt_regex_set_matches(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text)).take()


_rt_regex_split_array = _declare("rt_regex_split_array", _rt.TextArray, [_c.c_int64, _c.c_char_p])


def rt_regex_split_array(handle: int, text: str | bytes | None) -> list[str]:
    """The pieces of `text` between matches; the whole text where there is none.

    On failure: []."""
    return _rt_regex_split_array(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text)).take()


_rt_regex_split_n_array = _declare("rt_regex_split_n_array", _rt.TextArray, [_c.c_int64, _c.c_char_p, _c.c_int64])


def rt_regex_split_n_array(handle: int, text: str | bytes | None, limit: int) -> list[str]:
    """The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.

    On failure: []."""
    return _rt_regex_split_n_array(handle if 0 <= handle <= 9223372036854775807 else _rt.integer(handle), text.encode() if type(text) is str and "\0" not in text else _rt.text(text), limit if 0 <= limit <= 9223372036854775807 else _rt.integer(limit)).take()


class Regex(_rt.Owner):
    """A regex: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_regex_destroy, self._handle)

    @staticmethod
    def new(pattern: str | bytes | None) -> "Regex | None":
        """Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
        so that every search takes time linear in the text. A bad pattern's last error shows the place.

        On failure: 0."""
        result = _rt_regex_new(pattern.encode() if type(pattern) is str and "\0" not in pattern else _rt.text(pattern))
        if not result:
            _fail()
        return Regex(result, None) if result else None

    @staticmethod
    def new_with_options(pattern: str | bytes | None, options_json: str | bytes | None) -> "Regex | None":
        """Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:

        - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
          line break is `\\r\\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
          comments), `octal`: booleans, false if absent
        - `unicode`: boolean, true if absent
        - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
        - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000

        On failure: 0."""
        result = _rt_regex_new_with_options(pattern.encode() if type(pattern) is str and "\0" not in pattern else _rt.text(pattern), options_json.encode() if type(options_json) is str and "\0" not in options_json else _rt.text(options_json))
        if not result:
            _fail()
        return Regex(result, None) if result else None

    def is_match(self, text: str | bytes | None) -> int:
        """Whether `handle` matches anywhere in `text`: 1 or 0.

        On failure: -1."""
        result = _rt_regex_is_match(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text))
        if result == -1:
            _fail()
        return result

    def find(self, text: str | bytes | None) -> str:
        """The first match in `text`, `""` where there is none.

        On failure: ""."""
        result = _take_text(_rt_regex_find(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text)))
        if not result:
            _fail()
        return result

    def find_all(self, text: str | bytes | None) -> str:
        """All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
        Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.

        On failure: ""."""
        result = _take_text(_rt_regex_find_all(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text)))
        if not result:
            _fail()
        return result

    def captures(self, text: str | bytes | None) -> str:
        """The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
        that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
        pieces apart.

        On failure: ""."""
        result = _take_text(_rt_regex_captures(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text)))
        if not result:
            _fail()
        return result

    def captures_len(self, text: str | bytes | None) -> int:
        """How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
        there is no match.

        On failure: -1."""
        result = _rt_regex_captures_len(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text))
        if result == -1:
            _fail()
        return result

    def replace(self, text: str | bytes | None, replacement: str | bytes | None) -> str:
        """`text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
        and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without
        braces a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.

        On failure: ""."""
        result = _take_text(_rt_regex_replace(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text), replacement.encode() if type(replacement) is str and "\0" not in replacement else _rt.text(replacement)))
        if not result:
            _fail()
        return result

    def replace_all(self, text: str | bytes | None, replacement: str | bytes | None) -> str:
        """`text` with all matches replaced, as in `rt_regex_replace`.

        On failure: ""."""
        result = _take_text(_rt_regex_replace_all(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text), replacement.encode() if type(replacement) is str and "\0" not in replacement else _rt.text(replacement)))
        if not result:
            _fail()
        return result

    def split(self, text: str | bytes | None) -> str:
        """The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.

        On failure: ""."""
        result = _take_text(_rt_regex_split(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text)))
        if not result:
            _fail()
        return result

    def captures_array(self, text: str | bytes | None) -> list[str]:
        """The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
        `""`; the array is empty where there is no match.

        On failure: []."""
        result = _rt_regex_captures_array(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text)).take()
        if not result:
            _fail()
        return result

    def captures_offsets(self, text: str | bytes | None, start: int) -> list[int]:
        """Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
        first, -1 and -1 for a group that took no part; empty where there is no match.

        On failure: []."""
        result = _rt_regex_captures_offsets(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text), start if 0 <= start <= 9223372036854775807 else _rt.integer(start)).take()
        if not result:
            _fail()
        return result

    def captures_name(self, text: str | bytes | None, name: str | bytes | None) -> str:
        """The group called `name` of the first match in `text`; `""` where there is no match or the group took no
        part. A name that the pattern does not have is a failure.

        On failure: ""."""
        result = _take_text(_rt_regex_captures_name(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text), name.encode() if type(name) is str and "\0" not in name else _rt.text(name)))
        if not result:
            _fail()
        return result

    def capture_names(self) -> list[str]:
        """The names of the pattern's groups by number, group 0 first; `""` for a group without a name.

        On failure: []."""
        result = _rt_regex_capture_names(self._handle).take()
        if not result:
            _fail()
        return result

    def find_all_array(self, text: str | bytes | None) -> list[str]:
        """All matches in `text` that do not overlap, in order.

        On failure: []."""
        result = _rt_regex_find_all_array(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text)).take()
        if not result:
            _fail()
        return result

    def find_all_offsets(self, text: str | bytes | None) -> list[int]:
        """All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
        boundary for a whole text.

        On failure: []."""
        result = _rt_regex_find_all_offsets(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text)).take()
        if not result:
            _fail()
        return result

    def count(self, text: str | bytes | None) -> int:
        """How many matches that do not overlap `text` holds.

        On failure: -1."""
        result = _rt_regex_count(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text))
        if result == -1:
            _fail()
        return result

    def find_at(self, text: str | bytes | None, start: int) -> RegexSpan:
        """Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
        before `start` counts as context for `^`, `$` and `\\b`. Allocates nothing.

        On failure: start -1, end -1."""
        result = _rt_regex_find_at(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text), start if 0 <= start <= 9223372036854775807 else _rt.integer(start))
        result = RegexSpan(result.start, result.end)
        if result.start == -1 and result.end == -1:
            _fail()
        return result

    def pattern(self) -> str:
        """The pattern that `handle` was compiled from.

        On failure: ""."""
        result = _take_text(_rt_regex_pattern(self._handle))
        if not result:
            _fail()
        return result

    def replace_n(self, text: str | bytes | None, replacement: str | bytes | None, limit: int) -> str:
        """`text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.

        On failure: ""."""
        result = _take_text(_rt_regex_replace_n(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text), replacement.encode() if type(replacement) is str and "\0" not in replacement else _rt.text(replacement), limit if 0 <= limit <= 9223372036854775807 else _rt.integer(limit)))
        if not result:
            _fail()
        return result

    def replace_all_literal(self, text: str | bytes | None, replacement: str | bytes | None) -> str:
        """`text` with all matches replaced by `replacement` as it stands: `$` means nothing.

        On failure: ""."""
        result = _take_text(_rt_regex_replace_all_literal(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text), replacement.encode() if type(replacement) is str and "\0" not in replacement else _rt.text(replacement)))
        if not result:
            _fail()
        return result

    def split_array(self, text: str | bytes | None) -> list[str]:
        """The pieces of `text` between matches; the whole text where there is none.

        On failure: []."""
        result = _rt_regex_split_array(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text)).take()
        if not result:
            _fail()
        return result

    def split_n_array(self, text: str | bytes | None, limit: int) -> list[str]:
        """The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.

        On failure: []."""
        result = _rt_regex_split_n_array(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text), limit if 0 <= limit <= 9223372036854775807 else _rt.integer(limit)).take()
        if not result:
            _fail()
        return result


class RegexSet(_rt.Owner):
    """A regex set: freed by `close()`, at the end of a `with`, or when Python forgets it."""

    __slots__ = ()
    _owned = True

    def _release(self):
        _quietly(_rt_regex_set_destroy, self._handle)

    @staticmethod
    def new(patterns: list[str] | None) -> "RegexSet | None":
        """Compiles `patterns` into one set, which finds in one pass over a text which of them match.

        On failure: 0."""
        patterns_data, patterns_len = _rt.texts(patterns)
        result = _rt_regex_set_new(patterns_data, patterns_len)
        if not result:
            _fail()
        return RegexSet(result, None) if result else None

    @staticmethod
    def new_with_options(patterns: list[str] | None, options_json: str | bytes | None) -> "RegexSet | None":
        """The same with options for all patterns, as in `rt_regex_new_with_options`.

        On failure: 0."""
        patterns_data, patterns_len = _rt.texts(patterns)
        result = _rt_regex_set_new_with_options(patterns_data, patterns_len, options_json.encode() if type(options_json) is str and "\0" not in options_json else _rt.text(options_json))
        if not result:
            _fail()
        return RegexSet(result, None) if result else None

    def len(self) -> int:
        """How many patterns the set has.

        On failure: -1."""
        result = _rt_regex_set_len(self._handle)
        if result == -1:
            _fail()
        return result

    def is_match(self, text: str | bytes | None) -> int:
        """Whether any pattern of the set matches anywhere in `text`: 1 or 0.

        On failure: -1."""
        result = _rt_regex_set_is_match(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text))
        if result == -1:
            _fail()
        return result

    def matches(self, text: str | bytes | None) -> list[int]:
        """The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
        were given.

        On failure: []."""
        result = _rt_regex_set_matches(self._handle, text.encode() if type(text) is str and "\0" not in text else _rt.text(text)).take()
        if not result:
            _fail()
        return result
