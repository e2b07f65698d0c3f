-- Regular expressions, by the Rust crate regex.
--
-- Every search takes time linear in the text, whatever the pattern. A compiled pattern never changes, so any
-- number of threads search with one at the same time. Offsets are in bytes.
--
-- Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

local rt = require("simple_native.runtime")
local C, M = rt.C, {}
local check, quietly = rt.failure("regex")

M.Regex = rt.class("Regex", true)
M.RegexSet = rt.class("RegexSet", true)

--- Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
--- so that every search takes time linear in the text. A bad pattern's last error shows the place.
---
--- On failure: 0.
function M.rt_regex_new(pattern)
    return C.rt_regex_new(rt.text(pattern))
end

--- Frees a compiled pattern.
function M.rt_regex_destroy(handle)
    C.rt_regex_destroy(rt.to_integer(handle))
end

--- Whether `handle` matches anywhere in `text`: 1 or 0.
---
--- On failure: -1.
function M.rt_regex_is_match(handle, text)
    return rt.integer(C.rt_regex_is_match(rt.to_integer(handle), rt.text(text)))
end

--- The first match in `text`, `""` where there is none.
---
--- On failure: "".
function M.rt_regex_find(handle, text)
    return rt.take_text(C.rt_regex_find(rt.to_integer(handle), rt.text(text)))
end

--- All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
--- Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
---
--- On failure: "".
function M.rt_regex_find_all(handle, text)
    return rt.take_text(C.rt_regex_find_all(rt.to_integer(handle), rt.text(text)))
end

--- The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
--- that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
--- pieces apart.
---
--- On failure: "".
function M.rt_regex_captures(handle, text)
    return rt.take_text(C.rt_regex_captures(rt.to_integer(handle), rt.text(text)))
end

--- How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
--- there is no match.
---
--- On failure: -1.
function M.rt_regex_captures_len(handle, text)
    return rt.integer(C.rt_regex_captures_len(rt.to_integer(handle), rt.text(text)))
end

--- `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
--- and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without
--- braces a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.
---
--- On failure: "".
function M.rt_regex_replace(handle, text, replacement)
    return rt.take_text(C.rt_regex_replace(rt.to_integer(handle), rt.text(text), rt.text(replacement)))
end

--- `text` with all matches replaced, as in `rt_regex_replace`.
---
--- On failure: "".
function M.rt_regex_replace_all(handle, text, replacement)
    return rt.take_text(C.rt_regex_replace_all(rt.to_integer(handle), rt.text(text), rt.text(replacement)))
end

--- The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
---
--- On failure: "".
function M.rt_regex_split(handle, text)
    return rt.take_text(C.rt_regex_split(rt.to_integer(handle), rt.text(text)))
end

--- `rt_regex_is_match` with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64 patterns
--- that each thread used last compiled; of those that compile to more than 256 KiB, the last 4.
---
--- On failure: -1.
function M.rt_regex_is_match_quick(pattern, text)
    return rt.integer(C.rt_regex_is_match_quick(rt.text(pattern), rt.text(text)))
end

--- `rt_regex_find` with a pattern instead of a handle.
---
--- On failure: "".
function M.rt_regex_find_quick(pattern, text)
    return rt.take_text(C.rt_regex_find_quick(rt.text(pattern), rt.text(text)))
end

--- `rt_regex_replace` with a pattern instead of a handle.
---
--- On failure: "".
function M.rt_regex_replace_quick(pattern, text, replacement)
    return rt.take_text(C.rt_regex_replace_quick(rt.text(pattern), rt.text(text), rt.text(replacement)))
end

--- `rt_regex_replace_all` with a pattern instead of a handle.
---
--- On failure: "".
function M.rt_regex_replace_all_quick(pattern, text, replacement)
    return rt.take_text(C.rt_regex_replace_all_quick(rt.text(pattern), rt.text(text), rt.text(replacement)))
end

--- `rt_regex_split` with a pattern instead of a handle.
---
--- On failure: "".
function M.rt_regex_split_quick(pattern, text)
    return rt.take_text(C.rt_regex_split_quick(rt.text(pattern), rt.text(text)))
end

--- The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
--- `""`; the array is empty where there is no match.
---
--- On failure: [].
function M.rt_regex_captures_array(handle, text)
    return rt.take_texts(C.rt_regex_captures_array(rt.to_integer(handle), rt.text(text)))
end

--- Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
--- first, -1 and -1 for a group that took no part; empty where there is no match.
---
--- On failure: [].
function M.rt_regex_captures_offsets(handle, text, start)
    return rt.take_numbers(C.rt_regex_captures_offsets(rt.to_integer(handle), rt.text(text), rt.to_integer(start)), C.rt_i64_array_free)
end

--- The group called `name` of the first match in `text`; `""` where there is no match or the group took no
--- part. A name that the pattern does not have is a failure.
---
--- On failure: "".
function M.rt_regex_captures_name(handle, text, name)
    return rt.take_text(C.rt_regex_captures_name(rt.to_integer(handle), rt.text(text), rt.text(name)))
end

--- The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
---
--- On failure: [].
function M.rt_regex_capture_names(handle)
    return rt.take_texts(C.rt_regex_capture_names(rt.to_integer(handle)))
end

--- True where this build holds the regex library, as it does where this links.
function M.rt_regex_available()
    return C.rt_regex_available()
end

--- Forgets why this thread's last failed regex call failed.
function M.rt_regex_clear_error()
    C.rt_regex_clear_error()
end

--- Why this thread's last failed regex call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
function M.rt_regex_get_last_error()
    return rt.take_text(C.rt_regex_get_last_error())
end

--- The version of the wrapped library, the crate `regex`.
function M.rt_regex_version()
    return rt.take_text(C.rt_regex_version())
end

--- All matches in `text` that do not overlap, in order.
---
--- On failure: [].
function M.rt_regex_find_all_array(handle, text)
    return rt.take_texts(C.rt_regex_find_all_array(rt.to_integer(handle), rt.text(text)))
end

--- All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
--- boundary for a whole text.
---
--- On failure: [].
function M.rt_regex_find_all_offsets(handle, text)
    return rt.take_numbers(C.rt_regex_find_all_offsets(rt.to_integer(handle), rt.text(text)), C.rt_i64_array_free)
end

--- How many matches that do not overlap `text` holds.
---
--- On failure: -1.
function M.rt_regex_count(handle, text)
    return rt.integer(C.rt_regex_count(rt.to_integer(handle), rt.text(text)))
end

--- Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
--- before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
---
--- On failure: start -1, end -1.
function M.rt_regex_find_at(handle, text, start)
    return rt.structures.RtRegexSpan(C.rt_regex_find_at(rt.to_integer(handle), rt.text(text), rt.to_integer(start)))
end

--- Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
---
--- - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
---   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
---   comments), `octal`: booleans, false if absent
--- - `unicode`: boolean, true if absent
--- - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
--- - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000
---
--- On failure: 0.
function M.rt_regex_new_with_options(pattern, options_json)
    return C.rt_regex_new_with_options(rt.text(pattern), rt.text(options_json))
end

--- `text` with every character that means something in a pattern escaped: the pattern that matches just
--- `text`.
---
--- On failure: "".
function M.rt_regex_escape(text)
    return rt.take_text(C.rt_regex_escape(rt.text(text)))
end

--- The pattern that `handle` was compiled from.
---
--- On failure: "".
function M.rt_regex_pattern(handle)
    return rt.take_text(C.rt_regex_pattern(rt.to_integer(handle)))
end

--- `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
---
--- On failure: "".
function M.rt_regex_replace_n(handle, text, replacement, limit)
    return rt.take_text(C.rt_regex_replace_n(rt.to_integer(handle), rt.text(text), rt.text(replacement), rt.to_integer(limit)))
end

--- `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
---
--- On failure: "".
function M.rt_regex_replace_all_literal(handle, text, replacement)
    return rt.take_text(C.rt_regex_replace_all_literal(rt.to_integer(handle), rt.text(text), rt.text(replacement)))
end

--- Compiles `patterns` into one set, which finds in one pass over a text which of them match.
---
--- On failure: 0.
function M.rt_regex_set_new(patterns)
    local patterns_data, patterns_len = rt.texts(patterns)
    return C.rt_regex_set_new(patterns_data, patterns_len)
end

--- The same with options for all patterns, as in `rt_regex_new_with_options`.
---
--- On failure: 0.
function M.rt_regex_set_new_with_options(patterns, options_json)
    local patterns_data, patterns_len = rt.texts(patterns)
    return C.rt_regex_set_new_with_options(patterns_data, patterns_len, rt.text(options_json))
end

--- Frees a set.
function M.rt_regex_set_destroy(handle)
    C.rt_regex_set_destroy(rt.to_integer(handle))
end

--- How many patterns the set has.
---
--- On failure: -1.
function M.rt_regex_set_len(handle)
    return rt.integer(C.rt_regex_set_len(rt.to_integer(handle)))
end

--- Whether any pattern of the set matches anywhere in `text`: 1 or 0.
---
--- On failure: -1.
function M.rt_regex_set_is_match(handle, text)
    return rt.integer(C.rt_regex_set_is_match(rt.to_integer(handle), rt.text(text)))
end

--- The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
--- were given.
---
--- On failure: [].
function M.rt_regex_set_matches(handle, text)
    return rt.take_numbers(C.rt_regex_set_matches(rt.to_integer(handle), rt.text(text)), C.rt_i64_array_free)
end

--- The pieces of `text` between matches; the whole text where there is none.
---
--- On failure: [].
function M.rt_regex_split_array(handle, text)
    return rt.take_texts(C.rt_regex_split_array(rt.to_integer(handle), rt.text(text)))
end

--- The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
---
--- On failure: [].
function M.rt_regex_split_n_array(handle, text, limit)
    return rt.take_texts(C.rt_regex_split_n_array(rt.to_integer(handle), rt.text(text), rt.to_integer(limit)))
end

--- Frees it; a second time does nothing.
function M.Regex:_release()
    quietly(C.rt_regex_destroy, self.handle)
end

--- Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
--- so that every search takes time linear in the text. A bad pattern's last error shows the place.
---
--- On failure: 0.
function M.Regex.new(pattern)
    local result = C.rt_regex_new(rt.text(pattern))
    if result == 0 then check() end
    return M.Regex.wrap(result, nil, true)
end

--- Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
---
--- - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
---   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
---   comments), `octal`: booleans, false if absent
--- - `unicode`: boolean, true if absent
--- - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
--- - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000
---
--- On failure: 0.
function M.Regex.new_with_options(pattern, options_json)
    local result = C.rt_regex_new_with_options(rt.text(pattern), rt.text(options_json))
    if result == 0 then check() end
    return M.Regex.wrap(result, nil, true)
end

--- Whether `handle` matches anywhere in `text`: 1 or 0.
---
--- On failure: -1.
function M.Regex:is_match(text)
    local result = rt.integer(C.rt_regex_is_match(self.handle, rt.text(text)))
    if result == -1 then check() end
    return result
end

--- The first match in `text`, `""` where there is none.
---
--- On failure: "".
function M.Regex:find(text)
    local result = rt.take_text(C.rt_regex_find(self.handle, rt.text(text)))
    if result == "" then check() end
    return result
end

--- All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
--- Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
---
--- On failure: "".
function M.Regex:find_all(text)
    local result = rt.take_text(C.rt_regex_find_all(self.handle, rt.text(text)))
    if result == "" then check() end
    return result
end

--- The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
--- that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
--- pieces apart.
---
--- On failure: "".
function M.Regex:captures(text)
    local result = rt.take_text(C.rt_regex_captures(self.handle, rt.text(text)))
    if result == "" then check() end
    return result
end

--- How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
--- there is no match.
---
--- On failure: -1.
function M.Regex:captures_len(text)
    local result = rt.integer(C.rt_regex_captures_len(self.handle, rt.text(text)))
    if result == -1 then check() end
    return result
end

--- `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
--- and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without
--- braces a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.
---
--- On failure: "".
function M.Regex:replace(text, replacement)
    local result = rt.take_text(C.rt_regex_replace(self.handle, rt.text(text), rt.text(replacement)))
    if result == "" then check() end
    return result
end

--- `text` with all matches replaced, as in `rt_regex_replace`.
---
--- On failure: "".
function M.Regex:replace_all(text, replacement)
    local result = rt.take_text(C.rt_regex_replace_all(self.handle, rt.text(text), rt.text(replacement)))
    if result == "" then check() end
    return result
end

--- The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
---
--- On failure: "".
function M.Regex:split(text)
    local result = rt.take_text(C.rt_regex_split(self.handle, rt.text(text)))
    if result == "" then check() end
    return result
end

--- The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
--- `""`; the array is empty where there is no match.
---
--- On failure: [].
function M.Regex:captures_array(text)
    local result = rt.take_texts(C.rt_regex_captures_array(self.handle, rt.text(text)))
    if #result == 0 then check() end
    return result
end

--- Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
--- first, -1 and -1 for a group that took no part; empty where there is no match.
---
--- On failure: [].
function M.Regex:captures_offsets(text, start)
    local result = rt.take_numbers(C.rt_regex_captures_offsets(self.handle, rt.text(text), rt.to_integer(start)), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- The group called `name` of the first match in `text`; `""` where there is no match or the group took no
--- part. A name that the pattern does not have is a failure.
---
--- On failure: "".
function M.Regex:captures_name(text, name)
    local result = rt.take_text(C.rt_regex_captures_name(self.handle, rt.text(text), rt.text(name)))
    if result == "" then check() end
    return result
end

--- The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
---
--- On failure: [].
function M.Regex:capture_names()
    local result = rt.take_texts(C.rt_regex_capture_names(self.handle))
    if #result == 0 then check() end
    return result
end

--- All matches in `text` that do not overlap, in order.
---
--- On failure: [].
function M.Regex:find_all_array(text)
    local result = rt.take_texts(C.rt_regex_find_all_array(self.handle, rt.text(text)))
    if #result == 0 then check() end
    return result
end

--- All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
--- boundary for a whole text.
---
--- On failure: [].
function M.Regex:find_all_offsets(text)
    local result = rt.take_numbers(C.rt_regex_find_all_offsets(self.handle, rt.text(text)), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

--- How many matches that do not overlap `text` holds.
---
--- On failure: -1.
function M.Regex:count(text)
    local result = rt.integer(C.rt_regex_count(self.handle, rt.text(text)))
    if result == -1 then check() end
    return result
end

--- Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
--- before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
---
--- On failure: start -1, end -1.
function M.Regex:find_at(text, start)
    local result = rt.structures.RtRegexSpan(C.rt_regex_find_at(self.handle, rt.text(text), rt.to_integer(start)))
    if result["start"] == -1 and result["end"] == -1 then check() end
    return result
end

--- The pattern that `handle` was compiled from.
---
--- On failure: "".
function M.Regex:pattern()
    local result = rt.take_text(C.rt_regex_pattern(self.handle))
    if result == "" then check() end
    return result
end

--- `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
---
--- On failure: "".
function M.Regex:replace_n(text, replacement, limit)
    local result = rt.take_text(C.rt_regex_replace_n(self.handle, rt.text(text), rt.text(replacement), rt.to_integer(limit)))
    if result == "" then check() end
    return result
end

--- `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
---
--- On failure: "".
function M.Regex:replace_all_literal(text, replacement)
    local result = rt.take_text(C.rt_regex_replace_all_literal(self.handle, rt.text(text), rt.text(replacement)))
    if result == "" then check() end
    return result
end

--- The pieces of `text` between matches; the whole text where there is none.
---
--- On failure: [].
function M.Regex:split_array(text)
    local result = rt.take_texts(C.rt_regex_split_array(self.handle, rt.text(text)))
    if #result == 0 then check() end
    return result
end

--- The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
---
--- On failure: [].
function M.Regex:split_n_array(text, limit)
    local result = rt.take_texts(C.rt_regex_split_n_array(self.handle, rt.text(text), rt.to_integer(limit)))
    if #result == 0 then check() end
    return result
end

--- Frees it; a second time does nothing.
function M.RegexSet:_release()
    quietly(C.rt_regex_set_destroy, self.handle)
end

--- Compiles `patterns` into one set, which finds in one pass over a text which of them match.
---
--- On failure: 0.
function M.RegexSet.new(patterns)
    local patterns_data, patterns_len = rt.texts(patterns)
    local result = C.rt_regex_set_new(patterns_data, patterns_len)
    if result == 0 then check() end
    return M.RegexSet.wrap(result, nil, true)
end

--- The same with options for all patterns, as in `rt_regex_new_with_options`.
---
--- On failure: 0.
function M.RegexSet.new_with_options(patterns, options_json)
    local patterns_data, patterns_len = rt.texts(patterns)
    local result = C.rt_regex_set_new_with_options(patterns_data, patterns_len, rt.text(options_json))
    if result == 0 then check() end
    return M.RegexSet.wrap(result, nil, true)
end

--- How many patterns the set has.
---
--- On failure: -1.
function M.RegexSet:len()
    local result = rt.integer(C.rt_regex_set_len(self.handle))
    if result == -1 then check() end
    return result
end

--- Whether any pattern of the set matches anywhere in `text`: 1 or 0.
---
--- On failure: -1.
function M.RegexSet:is_match(text)
    local result = rt.integer(C.rt_regex_set_is_match(self.handle, rt.text(text)))
    if result == -1 then check() end
    return result
end

--- The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
--- were given.
---
--- On failure: [].
function M.RegexSet:matches(text)
    local result = rt.take_numbers(C.rt_regex_set_matches(self.handle, rt.text(text)), C.rt_i64_array_free)
    if #result == 0 then check() end
    return result
end

return M
