"""Calls through the Python binding beside the raw ctypes calls of the same functions, and with its extension beside
Python's own expressions: rows of the bench's table."""

import ctypes
import json
import re
import statistics
import time

from simple_native import _library, rapier2d, regex

CALLS, TURNS = 20_000, 31
library = _library.library


def raw(name, result, *arguments):
    """A function of its own, declared as one would by hand."""
    function = library[name]
    function.restype = result
    function.argtypes = arguments
    return function


def seconds(call, arguments):
    # A loop of its own for each number of arguments: spreading a tuple would be measured too.
    loop = {1: one, 2: two, 3: three}[len(arguments)]
    start = time.process_time()
    loop(call, *arguments)
    return time.process_time() - start


def one(call, a):
    for _ in range(CALLS):
        call(a)


def two(call, a, b):
    for _ in range(CALLS):
        call(a, b)


def three(call, a, b, c):
    for _ in range(CALLS):
        call(a, b, c)


def compare(what, ours, theirs, aim=1.3):
    seconds(*ours), seconds(*theirs)
    turns = [(seconds(*ours), seconds(*theirs)) for _ in range(TURNS)]
    print(json.dumps({
        "what": what,
        "ours": statistics.median(turn[0] for turn in turns) / CALLS,
        "theirs": statistics.median(turn[1] for turn in turns) / CALLS,
        "ratio": statistics.median(turn[0] / turn[1] for turn in turns),
        "aim": aim,
    }))


world = rapier2d.World.new(0.0, -9.81)
body = world.body_new_dynamic(0.0, 0.0, 0.0)
w, b = world.handle, body.handle
count = raw("rt_rapier2d_world_body_count", ctypes.c_int64, ctypes.c_int64)
compare("a number by function / ctypes", (rapier2d.rt_rapier2d_world_body_count, (w,)), (count, (w,)))


def count_method(world):
    return world.body_count()


def count_raw(handle):
    return count(handle)


compare("a number by method / ctypes in a function", (count_method, (world,)), (count_raw, (w,)))
asleep = raw("rt_rapier2d_body_wake_up", ctypes.c_bool, ctypes.c_int64, ctypes.c_int64)
compare("a truth by function / ctypes", (rapier2d.rt_rapier2d_body_wake_up, (w, b)), (asleep, (w, b)))

pattern = regex.Regex.new("[0-9]+")
text = "the year 2026 and the next"
is_match = raw("rt_regex_is_match", ctypes.c_int64, ctypes.c_int64, ctypes.c_char_p)


def is_match_raw(handle, text):
    return is_match(handle, text.encode())


compare("a text in, by function / ctypes with encode", (regex.rt_regex_is_match, (pattern.handle, text)),
        (is_match_raw, (pattern.handle, text)))
compare("a text in, by method / ctypes with encode", (regex.Regex.is_match, (pattern, text)),
        (is_match_raw, (pattern.handle, text)))

find = raw("rt_regex_find", ctypes.c_void_p, ctypes.c_int64, ctypes.c_char_p)
text_len = raw("rt_text_len", ctypes.c_int64, ctypes.c_void_p)
text_free = raw("rt_text_free", None, ctypes.c_void_p)


def find_raw(handle, text):
    found = find(handle, text.encode())
    value = ctypes.string_at(found, text_len(found)).decode()
    text_free(found)
    return value


compare("a text in and one out, by function / ctypes with the release", (regex.rt_regex_find, (pattern.handle, text)),
        (find_raw, (pattern.handle, text)))
compare("a text in and one out, by method / ctypes with the release", (regex.Regex.find, (pattern, text)),
        (find_raw, (pattern.handle, text)))

if _library._calls:
    own = re.compile("[0-9]+")
    none = "the year and the next"
    for what, ours, theirs, subject in (
        ("a match told / re", regex.Regex.is_match, lambda own, text: own.search(text) is not None, text),
        ("a match / re", regex.Regex.find, lambda own, text: own.search(text).group(), text),
        ("no match / re", regex.Regex.find, lambda own, text: own.search(text), none),
        ("all matches / re", regex.Regex.find_all_array, lambda own, text: own.findall(text), text),
    ):
        compare(what, (ours, (pattern, subject)), (theirs, (own, subject)), 2.0)
    compare("matches replaced / re", (regex.Regex.replace_all, (pattern, text, "x")),
            (lambda own, text, by: own.sub(by, text), (own, text, "x")), 2.0)
