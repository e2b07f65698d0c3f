"""Python's classes: objects that own their handles, errors that are raised."""

import copy
import gc
import pickle
import re
import re

from simple_native import Error, audio, http, lyon, native, rapier2d, regex

before = native.rt_native_live_handles()

with regex.Regex.new(r"(\d{4})-(\d{2})") as date:
    assert date.find("made in 2026-11") == "2026-11"
    assert date.captures_array("2026-11") == ["2026-11", "2026", "11"]
    assert date.find_at("2026-11", 0) == regex.RegexSpan(0, 7)
    # Nothing found is no failure.
    assert date.find("never") is None and date.find_at("never", 0) is None
    assert date.is_match("never") is False and date.is_match("2026-11") is True
    # An older failure of a function is not a later call's.
    assert regex.rt_regex_find_quick("(", "x") == "" and date.find("never") is None
    # A copy would be a second owner.
    for copied in (copy.copy, copy.deepcopy, pickle.dumps):
        try:
            copied(date)
        except TypeError as error:
            assert "neither copied" in str(error)
        else:
            raise AssertionError("copied")
    # Offsets count characters as Python does, and bytes of bytes.
    own, wide = re.compile(r"(\d{4})-(\d{2})|(x)"), "größe 2026-11 🦜 x"
    spans = [span for found in own.finditer(wide) for group in range(4) for span in found.span(group)]
    with regex.Regex.new(own.pattern) as either:
        assert either.captures_all_offsets(wide) == spans
        assert either.captures_offsets(wide, 7) == list(spans[8:])
        assert either.find_all_offsets(wide) == [6, 13, 16, 17]
        assert tuple(either.find_at(wide, 14)) == (16, 17) and tuple(either.find_at(wide.encode(), 14)) == (21, 22)
        assert regex.rt_regex_find_at(either.handle, wide, 15)[:] == (21, 22)
        assert either.find_at(wide, len(wide)) is None
        try:
            either.find_at(wide, len(wide) + 1)
        except Error as error:
            assert "outside" in str(error), error
        else:
            raise AssertionError("an offset beyond the end")
    try:
        date.find_at("2026-11", 99)
    except Error as error:
        assert "`start` is 99" in str(error)
    else:
        raise AssertionError("no error")
assert date.handle == 0
date.close()
try:
    date.find("2026-11")
except Error as error:
    assert "`handle` is 0" in str(error)
else:
    raise AssertionError("no error")

# No match is told from an empty one, and a group that took no part from an empty group.
with regex.Regex.new(r"(?P<a>a)?(b*)") as some, regex.RegexText.new("b".encode()) as text:
    assert some.find("") == "" and some.captures("") is not None
    assert some.captures_array("b") == ["b", None, "b"] and some.captures_array("a") == ["a", "a", ""]
    assert some.captures_all_array("ba") == ["b", None, "b", "a", "a", ""]
    assert some.captures_name("b", "a") is None and some.captures_name("a", "a") == "a"
    assert some.capture_names() == [None, "a", None]
    assert some.find_in(text, 1) == regex.RegexSpan(1, 1)
with regex.Regex.new("x") as other, regex.RegexText.new(b"b") as text:
    assert other.captures("b") is None and other.captures_array("b") == [] and other.find_in(text, 0) is None

# The collector frees between a call and the question whether it failed.
class Knot:
    def __init__(self):
        self.one, self.self = regex.Regex.new("x"), self


with regex.Regex.new("a") as one:
    gc.set_threshold(1)
    for _ in range(100):
        Knot()
        try:
            one.find_at("a", 99)
        except Error:
            pass
        else:
            raise AssertionError("no error")
    gc.set_threshold(700, 10, 10)

# A set that nobody frees is freed with its last name.
names = regex.RegexSet.new(["a", "b"])
assert names.matches("b") == [1]
del names
gc.collect()
assert native.rt_native_live_handles() == before

# A body belongs to its world: forgetting its name frees nothing.
with rapier2d.World.new(0.0, -9.81) as world:
    body = world.body_new_dynamic(0.0, 10.0, 0.0)
    ball = world.collider_new_circle(body, 0.5)
    assert ball.get_body() == body
    del body
    gc.collect()
    assert world.body_count() == 1
    body = ball.get_body()
    for _ in range(10):
        assert world.step(1 / 60)
    assert body.get_position().y < 10
    body.close()
    assert world.body_count() == 0

# What arrays and structs stand for are objects, which know their world; under its own name a function gives numbers.
with rapier2d.World.new(0.0, 0.0) as world:
    left, right = world.body_new_dynamic(0.0, 0.0, 0.0), world.body_new_dynamic(1.0, 0.0, 0.0)
    first, second = world.collider_new_circle(left, 1.0), world.collider_new_circle(right, 1.0)
    assert world.get_bodies() == [left, right] and left.get_colliders() == [first]
    assert set(world.get_colliders()) == {first, second} and world.get_joints() == []
    assert world.joint_fixed(left, right) in world.get_joints()
    world.step(1 / 60)
    for hit in (
        world.cast_ray(-10.0, 0.0, 1.0, 0.0, 100.0),
        world.cast_ray_filtered(-10.0, 0.0, 1.0, 0.0, 100.0, 0xFFFF, 0xFFFF, False, None),
        world.cast_circle(-10.0, 0.0, 0.1, 1.0, 0.0, 100.0, 0xFFFF, 0xFFFF, False, None),
        world.query_nearest(-10.0, 0.0, 100.0),
    ):
        assert hit.collider == first and hit.collider.get_body() == left, hit
    assert rapier2d.rt_rapier2d_world_cast_ray(world.handle, -10.0, 0.0, 1.0, 0.0, 100.0).collider == first.handle
    assert rapier2d.rt_rapier2d_world_get_bodies(world.handle) == [left.handle, right.handle]
    missed = world.cast_ray(-10.0, 0.0, -1.0, 0.0, 100.0)
    assert not missed.hit and missed.collider is None and world.query_nearest(50.0, 0.0, 1.0).collider is None
    assert world.query_point(-0.5, 0.0) == world.query_circle(-0.9, 0.0, 0.05) == [first]
    assert world.query_box(-0.9, 0.0, 0.05, 0.05, 0.0) == [first] and world.query_point(9.0, 9.0) == []
    with world.get_contacts() as contacts, world.get_collision_events() as events:
        touching = contacts.get(0)
        assert {touching.collider1, touching.collider2} == set(contacts.colliders()) == {first, second}
        assert touching.collider1.get_body() in (left, right)
        begun = events.get(0)
        assert begun.started and {begun.collider1.get_body(), begun.collider2.get_body()} == {left, right}
        try:
            contacts.get(99)
        except Error:
            pass
        else:
            raise AssertionError("no error")
    # To forget them frees nothing, and what was freed is stale for whoever names it.
    for collider in world.get_colliders():
        collider.close()
    gc.collect()
    assert world.collider_count() == 0 and world.body_count() == 2
    try:
        hit.collider.get_body()
    except Error:
        pass
    else:
        raise AssertionError("no error")
# Contacts keep their world until they are forgotten, too.
contacts = rapier2d.World.new(0.0, 0.0).get_contacts()
gc.collect()
assert contacts.count() == 0
del contacts

# `build` consumes its builder.
# Where a function takes handles, a method takes objects, and handles too.
with lyon.Canvas.new(3, 1) as canvas, lyon.Path.rectangle(0, 0, 1, 1) as square, lyon.Canvas.new(1, 1) as dot:
    canvas.draw_many((one for one in (square, square.handle)), [0, 0, 0, 1, 2, 0, 0, 1], [0xFF0000FF, 0x00FF00FF])
    dot.clear(0x0000FFFF)
    canvas.draw_pictures([dot], [1.5, 0.5, 0, 1], [1])
    assert canvas.get_pixels() == bytes.fromhex("ff0000ff0000ffff00ff00ff")
    for wrong in ([dot], [None], "ab", 5):
        try:
            canvas.draw_many(wrong, [0, 0, 0, 1], [0])
        except (Error, TypeError):
            pass
        else:
            raise AssertionError(wrong)

builder = lyon.PathBuilder.new()
builder.begin(0.0, 0.0)
builder.line_to(3.0, 4.0)
path = builder.build()
assert builder.handle == 0
assert abs(path.length() - 5) < 1e-9
path.close()

with audio.AudioEngine.init_offline(48000, 1) as engine:
    source = engine.load_from_samples([0.5] * 100, 48000, 1)
    playback = engine.play_sound(source)
    del playback
    gc.collect()
    assert engine.render(100) == [0.5] * 100

try:
    http.HttpClient.create().request("GET", "nowhere", [], "")
except Error as error:
    assert "nowhere" in str(error)
else:
    raise AssertionError("no error")
gc.collect()

# A function of Python's answers a request that the archive's own client makes: with numbers, and with objects.
def answer(request, _):
    assert http.rt_http_request_path(request) == "/hello"
    return http.rt_http_response_create(200, "from Python")


def hello(request, greeting):
    assert request.query("empty") == "" and request.query("none") is None and request.header("none") is None
    return http.HttpResponse.create(200, greeting + request.path())


with http.HttpServer.create(0) as server:
    assert http.rt_http_register_handler("answer", answer, None)
    server.route("GET", "/hello", "answer")
    server.start_background()
    assert http.rt_http_get(f"http://127.0.0.1:{server.port()}/hello").body == "from Python"
    http.register_handler("answer", hello, "objects at ")
    assert http.rt_http_get(f"http://127.0.0.1:{server.port()}/hello?empty=").body == "objects at /hello"
    server.stop()
assert http.unregister_handler("answer") and not http.unregister_handler("answer")
http.rt_http_clear_error()
try:
    http.register_handler("", None)
except Error:
    pass
else:
    raise AssertionError("no error")
assert native.rt_native_live_handles() == before
print("classes: fine")
