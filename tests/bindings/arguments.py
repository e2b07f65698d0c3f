"""What Python's binding refuses and keeps: arguments that C would cut, memory that must not move under a call, objects
that functions called by the archive give back, errors that are no other call's."""

import array
import ctypes
import enum
import gc
import threading
import urllib.error
import urllib.request

from simple_native import Error, http, lyon, native, regex

before = native.rt_native_live_handles()


def fails(kind, call):
    try:
        call()
    except kind:
        return
    raise AssertionError(f"no {kind.__name__}")


# Texts: C would read them up to a NUL.
pattern = regex.Regex.new("a+")
for cut in ("a\0b", b"a\0b"):
    fails(ValueError, lambda: pattern.find(cut))
    fails(ValueError, lambda: regex.rt_regex_is_match(pattern.handle, cut))
    fails(ValueError, lambda: regex.RegexSet.new(["a", cut]))


class Letters(str, enum.Enum):
    SOME = "aa"


assert pattern.find(Letters.SOME) == "aa"
assert regex.RegexSet.new([Letters.SOME]).matches("aa") == [0]
for other in (5, bytearray(b"a"), ["a"]):
    fails(TypeError, lambda: pattern.find(other))

# One text is not a list of its characters, bytes are not numbers as they lie in memory.
for other in ("ab", b"ab", bytearray(b"ab")):
    fails(TypeError, lambda: regex.RegexSet.new(other))
for other in (b"12345678" * 6, bytearray(48), "12345678"):
    fails(TypeError, lambda: lyon.rt_lyon_path_polygon(other, 3))
# What has numbers in its memory is taken as a whole, other numbers one by one.
corners = [0.0, 0.0, 3.0, 0.0, 3.0, 4.0]
for same in ((ctypes.c_double * 6)(*corners), memoryview(array.array("d", corners)), array.array("f", corners),
             memoryview(array.array("d", [x for corner in corners for x in (corner, 9)]))[::2], tuple(corners)):
    assert lyon.Path.polygon(same, 3).length() == 12, same
assert regex.RegexSet.new(text for text in ("a", "b")).matches("b") == [1]

# Integers of more than 64 bits.
for big in (2**63, 2**64, 2**64 + 3, -(2**63) - 1):
    fails(OverflowError, lambda: pattern.find_at("aaa", big))
    fails(OverflowError, lambda: regex.rt_regex_is_match(big, "a"))
fails(OverflowError, lambda: regex.rt_regex_is_match(pattern.handle + 2**64, "a"))
fails(TypeError, lambda: pattern.find_at("aaa", 1.0))
for edge in (-(2**63), 2**63 - 1):
    fails(Error, lambda: pattern.find_at("aaa", edge))

# Bytes are bytes, not so many zeroes.
fails(TypeError, lambda: http.rt_http_response_create_bytes(200, 5, "a/b"))
for some in (b"ab", bytearray(b"ab"), memoryview(b"ab")):
    http.rt_http_response_free(http.rt_http_response_create_bytes(200, some, "a/b"))

# Numbers cannot be resized while a call reads them: for most of its time the other thread gets an error.
numbers = array.array("d", range(4_000_000))
refused = threading.Event()


def drop():
    while not refused.is_set():
        try:
            numbers.append(0.0)
            numbers.pop()
        except BufferError:
            refused.set()


dropping = threading.Thread(target=drop, daemon=True)
dropping.start()
for _ in range(200):
    # Too few for so many: refused, but only when all were looked at.
    path = lyon.rt_lyon_path_polygon(numbers, len(numbers) // 2)
    if path:
        lyon.rt_lyon_path_free(path)
    if refused.is_set():
        break
assert refused.is_set()
dropping.join()
lyon.rt_lyon_clear_error()

# A function that the archive calls gives back an object, which is the archive's from then on.
seen = []


def answer(request, data):
    seen.append(data)
    return http.HttpResponse.create(200, "an object")


def detached(request, _):
    return http.HttpResponse.create(200, "a number").detach()


def raises(request, _):
    raise ValueError("which is reported")


def get(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answered:
            return answered.read().decode()
    except urllib.error.HTTPError as error:
        return error.code


with http.HttpServer.create(0) as server:
    server.route("GET", "/", "answer")
    server.start_background()
    port = server.port()
    assert http.rt_http_register_handler("answer", answer, 77)
    assert get(port) == "an object" and seen == [77]
    # The second takes the first's place, which is kept no longer.
    from simple_native import _runtime

    for _ in range(100):
        assert http.rt_http_register_handler("answer", detached, None)
    assert len(_runtime._functions) == 1
    assert get(port) == "a number"
    assert http.rt_http_register_handler("answer", raises, None)
    assert get(port) == 500
    server.stop()
assert http.rt_http_unregister_handler("answer") and not _runtime._functions
assert not http.rt_http_unregister_handler("answer")
http.rt_http_clear_error()

# What the server freed already is no failure when Python forgets it, and no other call's.
with http.HttpServer.create(0) as server:
    server.route("GET", "/", "pulled")
    server.start_background()
    answered = []
    client = threading.Thread(target=lambda: answered.append(get(server.port())))
    server.set_answer_timeout(50)
    client.start()
    request = server.next_request(5000)
    client.join()
    assert answered == [503]
    del request
    gc.collect()
    assert http.rt_http_get_last_error() == ""
    document = http.JsonValue.parse_json('{"a":""}')
    assert document.get("/a") == ""
    server.stop()
    # A reason that stood there before stays.
    assert http.rt_http_json_free(12345) is None
    reason = http.rt_http_get_last_error()
    assert reason
    document.close()
    assert http.rt_http_get_last_error() == reason
    http.rt_http_clear_error()

# A text of more than 2 GiB is whole.
replaced = pattern.replace_all_literal("ab" * 1024, "c" * 2**21)
assert len(replaced) == 2**31 + 1024 and replaced.endswith("cb")
del replaced

pattern.close()
del document, path
gc.collect()
assert native.rt_native_live_handles() == before
print("arguments: fine")
