"""Writes the vectors: python3 make.py [FOLDER]; beside itself where none is named. What is expected comes from
here: from Python's own modules, closed forms, and the boundary's rules as the manifest states them; no function of
the archive is called."""

import json
import math
import re
import struct
import sys
import urllib.parse
import zlib
from pathlib import Path

HERE = Path(__file__).parent
OUT = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
MANIFEST = json.loads((HERE / "../../simple_native/simple_native.json").read_text())
FUNCTIONS = {f["name"]: (f, lib["name"]) for lib in MANIFEST["libraries"] for f in lib["functions"]}
PI = math.pi
ANY = object()


def var(name):
    return {"var": name}


def near(x, by=1e-9):
    return {"near": x, "by": by}


def fields(**values):
    return {"fields": values}


def handle(name):
    return {"handle": name}


def contains(text):
    return {"contains": text}


def argument(value):
    """A name that was bound is written `"$name"`; a text that begins so is escaped by doubling."""
    if isinstance(value, str) and value.startswith("$"):
        return value[1:] if value.startswith("$$") else {"var": value[1:]}
    if isinstance(value, float) and not math.isfinite(value):
        return {"f64": "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"}
    if isinstance(value, bytes):
        return {"hex": value.hex()}
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 1 << 53:
        return {"i64": str(value)}
    return value


class File:
    def __init__(self, library):
        self.library = library
        self.sequences = []

    def sequence(self, name, source):
        self.sequences.append({"name": name, "source": source, "calls": []})

    def call(self, name, *args, gives=ANY, **more):
        full = name if name.startswith("rt_") else f"rt_{self.library}_{name}"
        assert full in FUNCTIONS, full
        assert len(args) == len(FUNCTIONS[full][0]["params"]), (full, args)
        call = {"call": full, "args": [argument(one) for one in args]}
        if gives is not ANY:
            call["gives"] = argument(gives) if isinstance(gives, (int, float, bytes)) else gives
        self.sequences[-1]["calls"].append(call | more)

    def ok(self, name, *args, **more):
        """A call that returns true."""
        self.call(name, *args, gives=True, **more)

    def no(self, name, *args, error=None, **more):
        """A call that returns false."""
        more |= {} if error is None else {"error": contains(error) if isinstance(error, str) else error}
        self.call(name, *args, gives=False, **more)

    def event(self, kind, *parts):
        """The next event of the subscription `$events`."""
        wanted = [{"starts": f'{{"kind":"{kind}","sequence":'}, contains('"dropped":0,"data":{"type":"')]
        self.call("rt_events_next", "$events", 10000, gives={"every": wanted + [contains(part) for part in parts]})

    def write(self):
        body = {"library": self.library, "sequences": self.sequences}
        lines = json.dumps(body, ensure_ascii=False, indent=1)
        # A call a line.
        lines = re.sub(
            r'^ {4}\{\n(.*?)^ {4}\}', lambda m: "    " + json.dumps(json.loads("{" + m[1] + "}"), ensure_ascii=False),
            lines, flags=re.M | re.S)
        (OUT / f"{self.library}.json").write_text(lines + "\n")
        return sum(len(one["calls"]) for one in self.sequences)


PLAIN = {"i64": 1, "f64": 1.0, "bool": True, "text": "a", "[f64]": [0.5], "[i64]": [1], "[u8]": b"a",
         "[u8 out]": {"out": 4}, "[text]": ["a"], "callback": None, "pointer": None}
BAD_HANDLES = [0, -1, 1, -(1 << 63), (1 << 63) - 1]
BAD_TEXTS = ["ff", "c328", "c080", "eda080", "f4908080"]


def failed(function, parameter):
    """What a call that refused `parameter` returns, by the boundary's rules."""
    failure = function["failure"]
    if isinstance(failure, dict):
        return {"fields": {key: contains(f"`{parameter}`") if value == "<reason>" else value
                           for key, value in failure.items()}}
    if failure == "<reason>":
        return contains(f"`{parameter}`")
    return None if function["returns"] == "" else b"" if function["returns"] == "[u8]" else failure


def hostile(file):
    """Each function with a handle that is none, and with texts that are NULL or no UTF-8."""
    file.sequence("numbers that are no handles", "the boundary's rules: the call fails and names the parameter")
    for name, (function, library) in FUNCTIONS.items():
        if library != file.library:
            continue
        at = next((i for i, p in enumerate(function["params"]) if p.get("handle")), None)
        if at is None or name == "rt_cuda_launch_kernel":
            continue
        for k, bad in enumerate(BAD_HANDLES):
            # Every function with 0, where that is no object's absence, and one more, in turn.
            if k not in (0, 1 + len(name) % 4) or (bad == 0 and function["params"][at].get("zero")):
                continue
            args = [PLAIN[p["type"]] for p in function["params"]]
            args[at] = bad
            if name == "rt_ws_close_with":
                args[1] = 1000
            parameter = function["params"][at]["name"]
            file.call(name, *args, gives=failed(function, parameter), error=contains(f"`{parameter}` is {bad}"))
    file.sequence("texts that are none", "the boundary's rules: the call fails and names the parameter")
    for name, (function, library) in FUNCTIONS.items():
        params = function["params"]
        if library != file.library or any(p.get("handle") or p.get("from_archive") for p in params):
            continue
        for at, param in enumerate(params):
            if param["type"] != "text":
                continue
            bad = {"bytes": BAD_TEXTS[(len(name) + at) % len(BAD_TEXTS)]}
            for value, why in ((None, f"`{param['name']}` is NULL"), (bad, f"`{param['name']}` is not UTF-8")):
                args = [PLAIN[p["type"]] for p in params]
                args[at] = value
                file.call(name, *args, gives=failed(function, param["name"]), error=contains(why))


def native():
    f = File("native")
    f.sequence("what the archive says of itself", "the manifest")
    f.call("abi_version", gives=MANIFEST["abi_version"])
    f.call("abi_revision", gives={"bind": "revision"})
    f.call("abi_hash", gives={"bind": "hash", "as": {"from": 1, "to": 2**53 - 1}})
    f.ok("check_abi", "$revision", "$hash")
    f.no("check_abi", 0, 1, error="the caller is older")
    f.no("check_abi", (1 << 63) - 1, 1, error="the archive is older")
    f.no("check_abi", "$revision", 1, error="neither is older")
    f.call("set_quiet", False, gives=False)
    f.call("version", gives=MANIFEST["version"])
    f.call("manifest", gives={"every": [{"starts": '{"name":"simple_native"'}, contains('"rt_native_manifest"')]})
    f.call("live_handles", gives={"from": 0})
    f.sequence("nothing to release", "the boundary's rules")
    f.call("rt_text_len", None, gives=0)
    for name in ("rt_text_free", "rt_f64_array_free", "rt_i64_array_free", "rt_bytes_free", "rt_text_array_free"):
        f.call(name, None, gives=None)
    f.sequence("panics are caught", "the boundary's rules")
    for message in ("from outside", "", "grün 🦜"):
        f.no("provoke_panic", message, error=f"internal error: {message}")
    f.call("get_last_error", gives=contains("grün 🦜"))
    f.call("copy_last_error", {"out": 16}, gives={"from": 16}, out={"hex": b"internal error:\0".hex()})
    f.call("clear_error", gives=None)
    f.call("copy_last_error", {"out": 4}, gives=0)
    f.call("get_last_error", gives="")
    hostile(f)
    return f


def common(f, version):
    f.sequence("the library", "the version in the lock file")
    f.ok("available")
    f.call("version", gives=version)
    f.call("clear_error", gives=None)
    f.call("get_last_error_code", gives=0)


def regex():
    f = File("regex")
    common(f, {"starts": "1."})
    f.call("get_last_error", gives="")
    texts = ["on 2024-02-29 and 1999-12-31", "no date", "", "7-77-777", "äöü 2000-01-01 🦜", "a=12km b=3", "x,y;z  ,w"]
    patterns = [r"(\d{4})-(\d{2})-(\d{2})", r"[a-z]+", r"(\w+)=(\d+)", r"[,;] *", r"^$", r"\bb\w*"]
    for pattern in patterns:
        f.sequence(f"pattern {pattern}", "Python's re, which agrees on these patterns")
        # In Python \d and \w are Unicode too.
        compiled = re.compile(pattern)
        f.call("new", pattern, gives=handle("it"))
        f.call("pattern", "$it", gives=pattern)
        f.call("capture_names", "$it", gives=[""] * (compiled.groups + 1))
        for text in texts:
            match = compiled.search(text)
            matches = list(compiled.finditer(text))
            offsets = [len(text[:at].encode()) for m in matches for at in m.span()]
            f.call("is_match", "$it", text, gives=int(match is not None))
            f.call("find", "$it", text, gives=match[0] if match else "")
            f.call("find_all", "$it", text, gives="\n".join(m[0] for m in matches))
            f.call("find_all_array", "$it", text, gives=[m[0] for m in matches])
            f.call("find_all_offsets", "$it", text, gives=offsets)
            f.call("count", "$it", text, gives=len(matches))
            start, end = offsets[:2] if match else (-1, -1)
            f.call("find_at", "$it", text, 0, gives=fields(start=start, end=end))
            groups = [match[0], *(g or "" for g in match.groups())] if match else []
            f.call("captures", "$it", text, gives="\n".join(groups))
            f.call("captures_array", "$it", text, gives=groups)
            f.call("captures_len", "$it", text, gives=compiled.groups + 1 if match else 0)
            spans = [len(text[:at].encode()) for g in range(compiled.groups + 1) for at in match.span(g)] if match else []
            f.call("captures_offsets", "$it", text, 0, gives=spans)
            f.call("replace", "$it", text, "<$0>", gives=compiled.sub(r"<\g<0>>", text, count=1))
            f.call("replace_all", "$it", text, "<$0>", gives=compiled.sub(r"<\g<0>>", text))
            f.call("replace_n", "$it", text, "-", 2, gives=compiled.sub("-", text, count=2))
            f.call("replace_all_literal", "$it", text, "$$1", gives=compiled.sub("$1", text))
            pieces = re.split(re.sub(r"\((?!\?)", "(?:", pattern), text)
            f.call("split", "$it", text, gives="\n".join(pieces))
            f.call("split_array", "$it", text, gives=pieces)
            f.call("split_n_array", "$it", text, 2,
                   gives=re.split(re.sub(r"\((?!\?)", "(?:", pattern), text, maxsplit=1))
        f.call("destroy", "$it", gives=None)
        f.call("is_match", "$it", "a", gives=-1, error=contains("`handle`"))
        f.call("destroy", "$it", gives=None, error=contains("freed"))
    f.sequence("without a handle", "Python's re")
    for pattern, text in ((r"^a+$", "aaa"), (r"^a+$", "aab"), (r"[0-9]+", "ab12cd34"), (r"[ß-ü]", "grün")):
        match = re.search(pattern, text)
        f.call("is_match_quick", pattern, text, gives=int(match is not None))
        f.call("find_quick", pattern, text, gives=match[0] if match else "")
        f.call("replace_quick", pattern, text, "<$0>", gives=re.sub(pattern, r"<\g<0>>", text, count=1))
        f.call("replace_all_quick", pattern, text, "<$0>", gives=re.sub(pattern, r"<\g<0>>", text))
        f.call("split_quick", pattern, text, gives="\n".join(re.split(pattern, text)))
    f.call("is_match_quick", "(", "", gives=-1, error=contains("unclosed group"))
    f.sequence("names, options, starts", "the syntax of the crate's documentation")
    f.call("new", r"(?P<key>\w+)=(\d+)?(?P<unit>[a-z]+)?", gives=handle("pair"))
    f.call("capture_names", "$pair", gives=["", "key", "", "unit"])
    f.call("capture_index", "$pair", "key", gives=1)
    f.call("capture_index", "$pair", "unit", gives=3)
    f.call("capture_index", "$pair", "", gives=-1, error=contains("names no group"))
    f.call("captures_name", "$pair", "a=12km", "unit", gives="km")
    f.call("captures_name", "$pair", "a=12", "unit", gives="", error="")
    f.call("captures_name", "$pair", "a=12", "size", gives="", error=contains("names no group"))
    f.call("captures_array", "$pair", "a=km", gives=["a=km", "a", "", "km"])
    f.call("captures_offsets", "$pair", "a=1 b=km", 1, gives=[4, 8, 4, 5, -1, -1, 6, 8])
    f.call("find_at", "$pair", "ä=1", 1, gives=fields(start=-1, end=-1), error=contains("inside a character"))
    f.call("find_at", "$pair", "a=1", 4, gives=fields(start=-1, end=-1),
           error="`start` is 4, outside the 3 bytes of `text`")
    f.call("find_at", "$pair", "a=1", -1, gives=fields(start=-1, end=-1), error=contains("`start` is -1"))
    f.call("replace_n", "$pair", "a=1", "x", -1, gives="", error="`limit` is -1, below 0")
    f.call("split_n_array", "$pair", "a", -5, gives=[], error="`limit` is -5, below 0")
    f.call("is_match", "$pair", None, gives=-1, error="`text` is NULL")
    f.call("is_match", "$pair", {"bytes": "61ff"}, gives=-1, error=contains("`text` is not UTF-8"))
    f.call("is_match", "$pair", {"text": "ab ", "times": 10000}, gives=0)
    f.call("set_matches", "$pair", "a", gives=[], error=contains("not of a regex set"))
    f.call("destroy", "$pair", gives=None)
    f.call("new_with_options", "^B$", '{"case_insensitive": true, "multi_line": true}', gives=handle("b"))
    f.call("count", "$b", "a\nb\nB", gives=2)
    f.call("destroy", "$b", gives=None)
    f.call("new_with_options", "b", '{"case": true}', gives=0, error=contains("`options_json`"))
    f.call("escape", "1+1=2 [a.b]", gives="1\\+1=2\\ \\[a\\.b\\]")
    f.call("escape", "[ä]", gives={"bind": "escaped", "as": {"every": ["\\[ä\\]", {"length": 6}]}}, repeat=2)
    f.call("escape", "[ä]", gives={"var": "escaped"})
    f.call("new", "$escaped", gives=handle("it"))
    f.call("find", "$it", {"text": ["ä[ä]", {"var": "escaped"}]}, gives="[ä]")
    f.call("destroy", "$it", gives=None)
    f.sequence("all groups, and a text that is checked once", "Python's re")
    pattern, text = r"([a-z]+)=([0-9]+)?", "ä=1 b= cc=23"
    found = list(re.finditer(pattern.encode(), text.encode()))
    offsets = [place for match in found for group in range(3) for place in match.span(group)]
    f.call("new", pattern, gives=handle("groups"))
    f.call("captures_all_offsets", "$groups", text, gives=offsets)
    f.call("captures_all_array", "$groups", text,
           gives=[(match[group] or b"").decode() for match in found for group in range(3)])
    f.call("text_new", text.encode(), gives=handle("held"))
    f.call("text_len", "$held", gives=len(text.encode()))
    for at, match in enumerate(found):
        f.call("find_in", "$groups", "$held", match.start(), gives=fields(start=match.start(), end=match.end()))
        f.call("captures_in", "$groups", "$held", match.start(), gives=offsets[6 * at:6 * at + 6])
    f.call("find_in", "$groups", "$held", 1, gives=fields(start=-1, end=-1), error=contains("inside a character"))
    f.call("captures_in", "$groups", "$held", 99, gives=[], error=contains("outside"))
    f.call("text_new", b"a\xff", gives=0, error=contains("`text` is not UTF-8"))
    f.call("text_destroy", "$held", gives=None)
    f.call("text_len", "$held", gives=-1, error=contains("freed"))
    f.call("destroy", "$groups", gives=None)
    f.call("purge", gives=near(0, 1e15))
    f.call("new_with_options", "a", "[true]", gives=0, error=contains("an array, where an object belongs"))
    f.call("new", "[z-a]", gives=0, error=contains("invalid character class range"))
    f.call("new", "(" * 300, gives=0, error=contains("("))
    f.sequence("sets", "by reading the patterns")
    f.call("set_new", ["a", "ü", "\\d"], gives=handle("set"))
    f.call("set_len", "$set", gives=3)
    f.call("set_is_match", "$set", "über", gives=1)
    f.call("set_is_match", "$set", "x", gives=0)
    f.call("set_matches", "$set", "1a", gives=[0, 2])
    f.call("set_matches", "$set", "", gives=[])
    f.call("is_match", "$set", "a", gives=-1, error=contains("regex set"))
    f.call("set_destroy", "$set", gives=None)
    f.call("set_new", [], gives=handle("none"))
    f.call("set_len", "$none", gives=0)
    f.call("set_destroy", "$none", gives=None)
    f.call("set_new", None, gives=handle("null"))
    f.call("set_destroy", "$null", gives=None)
    f.call("set_new", ["a", None], gives=0, error="item 1 of `patterns` is NULL")
    f.call("set_new", ["a", {"bytes": "ff"}], gives=0, error=contains("item 1 of `patterns` is not UTF-8"))
    f.call("set_new_with_options", ["A"], '{"case_insensitive": true}', gives=handle("any"))
    f.call("set_is_match", "$any", "a", gives=1)
    f.call("set_destroy", "$any", gives=None)
    hostile(f)
    return f


def rapier2d():
    f = File("rapier2d")
    g, dt = 9.81, 1 / 60
    common(f, {"starts": "0."})
    f.sequence("a fall", "Newton: v = g t, s = g t² / 2, integrated in steps of 1/60 s")
    f.call("world_new", 0.0, -g, gives=handle("world"))
    f.call("body_new_dynamic", "$world", 1.0, 100.0, 0.5, gives=handle("body"))
    f.call("collider_new_circle", "$world", "$body", 0.5, gives=handle("round"))
    f.call("body_get_mass", "$world", "$body", gives=near(PI / 4))
    f.call("body_get_inertia", "$world", "$body", gives=near(PI / 32))
    f.ok("world_step", "$world", dt, repeat=60)
    f.call("body_get_position", "$world", "$body",
           gives=fields(x=1.0, y=near(100 - g / 2, g / 480 + 1e-9), rotation=near(0.5)))
    f.call("body_get_velocity", "$world", "$body", gives=fields(vx=0.0, vy=near(-g), angular=near(0)))
    f.call("body_predict_position", "$world", "$body", 0.0, gives=fields(x=1.0))
    f.call("world_get_gravity", "$world", gives=fields(x=0.0, y=-g))
    f.ok("world_set_gravity", "$world", 0.0, 0.0)
    f.ok("body_set_mass", "$world", "$body", 2.0)
    f.call("body_get_mass", "$world", "$body", gives=2.0)
    f.ok("body_set_position", "$world", "$body", 3.0, 4.0, 0.0)
    f.ok("body_set_velocity", "$world", "$body", 0.0, 0.0, 0.0)
    f.call("body_get_center_of_mass", "$world", "$body", gives=fields(x=3.0, y=4.0))
    f.ok("body_apply_force", "$world", "$body", 6.0, 0.0, True)
    f.ok("world_step", "$world", dt, repeat=2)
    f.call("body_get_velocity", "$world", "$body", gives=fields(vx=near(3 * dt, 1e-12)))
    f.ok("body_apply_impulse", "$world", "$body", -6 * dt, 4.0, True)
    f.call("body_get_velocity", "$world", "$body", gives=fields(vx=near(0, 1e-12), vy=near(2, 1e-12)))
    f.ok("body_apply_torque", "$world", "$body", 1.0, True)
    f.ok("world_step", "$world", dt, repeat=2)
    f.call("body_get_velocity", "$world", "$body", gives=fields(angular=near(dt / 0.25, 1e-12)))
    f.ok("body_apply_angular_impulse", "$world", "$body", -dt, True)
    f.call("body_get_velocity", "$world", "$body", gives=fields(angular=near(0, 1e-12)))
    f.ok("body_set_velocity", "$world", "$body", 8.0, 0.0, 4.0)
    f.ok("body_set_linear_damping", "$world", "$body", 3.0)
    f.ok("body_set_angular_damping", "$world", "$body", 6.0)
    f.ok("world_step", "$world", dt)
    f.call("body_get_velocity", "$world", "$body",
           gives=fields(vx=near(8 / (1 + 3 * dt)), angular=near(4 / (1 + 6 * dt))))
    f.ok("body_set_velocity", "$world", "$body", 0.0, 0.0, 0.0)
    f.ok("body_apply_force_at", "$world", "$body", 0.0, 1.0, 9.0, 9.0, True)
    f.ok("body_apply_impulse_at", "$world", "$body", 0.0, 1.0, 9.0, 9.0, True)
    f.ok("body_set_velocity", "$world", "$body", 0.0, 0.0, 0.0)
    f.ok("body_wake_up", "$world", "$body")
    f.call("body_is_sleeping", "$world", "$body", gives=False)
    f.ok("world_step", "$world", dt, repeat=300)
    f.ok("body_is_sleeping", "$world", "$body")
    f.ok("body_wake_up", "$world", "$body")
    f.no("body_is_sleeping", "$world", "$body")
    f.call("world_get_length_unit", "$world", gives=1.0)
    f.ok("world_set_length_unit", "$world", 100.0)
    f.call("world_get_length_unit", "$world", gives=100.0)
    f.no("world_set_length_unit", "$world", 0.0, error="`unit` is 0")
    f.ok("world_set_length_unit", "$world", 1.0)
    f.ok("world_set_sleep", "$world", 0.2, 1.0)
    f.no("world_set_sleep", "$world", -1.0, 1.0, error="`speed` is -1")
    f.ok("body_set_sleep", "$world", "$body", 0.0, 0.5)
    f.no("body_set_sleep", "$world", "$body", 0.0, -1.0, error="`seconds` is -1")
    f.ok("body_set_can_sleep", "$world", "$body", False)
    f.ok("body_set_gravity_scale", "$world", "$body", 2.0)
    f.ok("body_lock_rotation", "$world", "$body", True)
    f.ok("body_set_ccd", "$world", "$body", True)
    f.ok("body_set_fast_rotation", "$world", "$body", True)
    f.ok("world_set_max_speed", "$world", 5.0)
    f.ok("body_set_linear_damping", "$world", "$body", 0.0)
    f.ok("body_set_velocity", "$world", "$body", 50.0, 0.0, 0.0)
    f.ok("world_step", "$world", dt)
    f.call("body_get_velocity", "$world", "$body", gives=fields(vx=near(5)))
    f.ok("world_set_iterations", "$world", 8)
    f.no("world_set_iterations", "$world", 0, error="`iterations` is 0")
    f.ok("body_is_enabled", "$world", "$body")
    f.ok("body_set_enabled", "$world", "$body", False)
    f.no("body_is_enabled", "$world", "$body")
    f.ok("body_set_enabled", "$world", "$body", True)
    f.call("body_get_type", "$world", "$body", gives=0)
    f.ok("body_set_type", "$world", "$body", 2)
    f.call("body_get_type", "$world", "$body", gives=2)
    f.ok("body_move_to", "$world", "$body", 1.0, 2.0, 0.25)
    f.ok("world_step", "$world", dt)
    f.call("body_get_position", "$world", "$body", gives=fields(x=near(1), y=near(2), rotation=near(0.25)))
    for value in (-(1 << 63), 0, 42, (1 << 63) - 1):
        f.ok("body_set_user_data", "$world", "$body", value)
        f.call("body_get_user_data", "$world", "$body", gives=value)
    for bad in (0.0, -1.0, 1.5, math.nan, math.inf):
        f.no("world_step", "$world", bad, error="`dt`")
    for bad in (math.nan, math.inf, -math.inf):
        f.no("body_set_position", "$world", "$body", bad, 0.0, 0.0, error="`x`")
        f.call("body_new_static", "$world", 0.0, bad, 0.0, gives=0, error=contains("`y`"))
        f.no("world_set_gravity", "$world", 0.0, bad, error="`y`")
    f.call("world_body_count", "$world", gives=1)
    f.ok("body_free", "$world", "$body")
    f.no("body_free", "$world", "$body", error="a body that was freed")
    f.no("collider_set_friction", "$world", "$round", 1.0, error="a collider that was freed")
    f.call("world_body_count", "$world", gives=0)
    f.ok("world_free", "$world")
    f.no("world_free", "$world", error="`world`")
    f.no("world_step", "$world", dt, error="a world that was freed")

    f.sequence("colliders and what they weigh", "areas: box 1, capsule 1/2 + π/16, an L of three unit squares 3")
    f.call("world_new", 0.0, 0.0, gives=handle("world"))
    f.call("body_new_dynamic", "$world", 0.0, 5.0, 0.0, gives=handle("body"))
    f.call("collider_new_box", "$world", "$body", 0.5, 0.5, gives=handle("box"))
    f.call("collider_new_capsule", "$world", "$body", 0.5, 0.25, gives=handle("capsule"))
    outline = [0, 0, 0, 2, 1, 2, 1, 1, 2, 1, 2, 0]
    f.call("collider_new_polygon", "$world", "$body", [float(x) for x in outline], gives=handle("l"))
    f.call("body_get_mass", "$world", "$body", gives=near(1 + 0.5 + PI / 16 + 3))
    f.ok("collider_free", "$world", "$capsule")
    f.no("collider_free", "$world", "$capsule", error="freed")
    f.ok("collider_set_density", "$world", "$l", 0.0)
    f.call("body_get_mass", "$world", "$body", gives=near(1))
    f.call("world_collider_count", "$world", gives=2)
    f.call("collider_get_body", "$world", "$box", gives=var("body"))
    f.call("body_get_colliders", "$world", "$body", gives=[var("box"), var("l")])
    f.call("world_get_colliders", "$world", gives=[var("box"), var("l")])
    f.call("world_get_bodies", "$world", gives=[var("body")])
    f.call("world_get_joints", "$world", gives=[])
    f.call("world_get_transforms", "$world", gives=[0.0, 5.0, 0.0])
    f.call("world_get_velocities", "$world", gives={"at": {"1": 0.0}})
    f.call("world_get_transform_bytes", "$world", gives={"hex": struct.pack("<4f", 0, 5, 1, 0).hex()})
    f.ok("collider_set_offset", "$world", "$box", 1.0, 0.0, 0.5)
    f.call("collider_get_position", "$world", "$box", gives=fields(x=near(1), y=near(5), rotation=near(0.5)))
    f.ok("collider_set_restitution", "$world", "$box", 1.0)
    f.ok("collider_set_friction", "$world", "$box", 0.0)
    f.no("collider_set_friction", "$world", "$box", -1.0, error="`coef`")
    f.ok("collider_set_user_data", "$world", "$box", 42)
    f.call("collider_get_user_data", "$world", "$box", gives=42)
    f.ok("collider_set_groups", "$world", "$box", 1, 2)
    f.ok("collider_set_sensor", "$world", "$box", True)
    f.call("collider_new_circle", "$world", "$body", -1.0, gives=0, error=contains("`radius` is -1"))
    f.call("collider_new_polygon", "$world", "$body", [0.0, 0.0, 1.0], gives=0, error=contains("`vertices`"))
    f.call("collider_new_polygon", "$world", "$body", None, gives=0, error=contains("`vertices`"))
    f.call("collider_new_chain", "$world", "$body", [4.0, 0.0, 2.0, 1.0, 0.0, 0.0], True, gives=handle("ridge"))
    f.ok("collider_free", "$world", "$ridge")
    f.call("collider_new_chain", "$world", "$body", [4.0, 0.0], False, gives=0, error=contains("`vertices` has 1"))
    f.call("collider_new_chain", "$world", "$body", None, False, gives=0, error=contains("`vertices`"))
    f.call("collider_new_box", "$world", "$box", 1.0, 1.0, gives=0, error=contains("`body`"))
    f.call("world_snapshot", "$world", gives={"every": [{"bind": "bytes"}, {"not": {"length": 0}}]})
    f.call("world_restore", "$bytes", gives=handle("again"))
    f.call("world_body_count", "$again", gives=1)
    f.call("world_collider_count", "$again", gives=2)
    f.ok("world_free", "$again")
    f.call("world_restore", b"\x00\x01\x02", gives=0, error=contains("`snapshot`"))
    f.ok("world_free", "$world")

    everything = (1 << 32) - 1
    f.sequence("questions", "distances by hand: a box from 4 to 6, a circle of radius 1 at 10")
    f.call("world_new", 0.0, 0.0, gives=handle("world"))
    f.call("body_new_static", "$world", 5.0, 0.0, 0.0, gives=handle("wall"))
    f.call("collider_new_box", "$world", "$wall", 1.0, 1.0, gives=handle("near"))
    f.call("body_new_dynamic", "$world", 10.0, 0.0, 0.0, gives=handle("body"))
    f.call("collider_new_circle", "$world", "$body", 1.0, gives=handle("far"))
    f.call("world_cast_ray", "$world", 0.0, 0.0, 20.0, 0.0, 100.0,
           gives=fields(hit=True, collider=var("near"), distance=near(4)))
    f.call("world_cast_ray", "$world", 0.0, 0.0, 0.0, 1.0, 100.0, gives=fields(hit=False, collider=0, distance=0.0))
    f.call("world_cast_ray", "$world", 0.0, 0.0, 0.0, 0.0, 100.0, gives=fields(hit=False), error=contains("dir"))
    f.call("world_cast_ray_filtered", "$world", 0.0, 0.5, 1.0, 0.0, 100.0, everything, everything, False, "$wall",
           gives=fields(hit=True, collider=var("far"), distance=near(10 - math.sqrt(0.75))))
    f.call("world_cast_circle", "$world", 0.0, 0.0, 0.5, 1.0, 0.0, 100.0, everything, everything, False, 0,
           gives=fields(hit=True, collider=var("near"), distance=near(3.5, 1e-6)))
    f.call("world_query_point", "$world", 5.5, 0.5, gives=[var("near")])
    f.call("world_query_point", "$world", 0.0, 0.0, gives=[])
    f.call("world_query_circle", "$world", 7.5, 0.0, 2.0, gives=[var("near"), var("far")])
    f.call("world_query_box", "$world", 10.0, 2.0, 1.0, 1.5, 0.0, gives=[var("far")])
    f.call("world_query_box", "$world", 10.0, 3.0, 1.0, 1.5, 0.0, gives=[])
    f.call("world_query_nearest", "$world", 5.0, 3.0, math.inf,
           gives=fields(found=True, collider=var("near"), distance=2.0, x=5.0, y=1.0, inside=False))
    f.call("world_query_nearest", "$world", 5.0, 3.0, 1.0, gives=fields(found=False))
    f.no("world_intersection_test", "$world", "$near", "$far")
    f.call("world_intersection_test", "$world", "$near", "$near", gives=ANY)
    f.ok("body_set_position", "$world", "$body", 5.0, 0.0, 0.0)
    f.ok("world_intersection_test", "$world", "$near", "$far")
    f.ok("world_step", "$world", dt)
    f.call("world_get_collision_events", "$world", gives=handle("events"))
    f.call("collision_events_count", "$events", gives=1)
    f.call("collision_events_get", "$events", 0, gives=fields(started=True, sensor=False))
    f.call("collision_events_get", "$events", 1, gives=fields(collider1=0, collider2=0), error=contains("`index` is 1"))
    f.ok("collision_events_free", "$events")
    f.call("world_get_contacts", "$world", gives=handle("contacts"))
    f.call("contacts_count", "$contacts", gives={"bind": "n", "as": {"from": 1}})
    f.call("contacts_get", "$contacts", 0, gives=fields(penetration={"from": 0}))
    f.call("contacts_get", "$contacts", -1, gives=fields(collider1=0, penetration=0.0), error=contains("`index` is -1"))
    f.call("contacts_values", "$contacts", gives={"not": {"length": 0}})
    f.call("contacts_colliders", "$contacts", gives={"not": {"length": 0}})
    f.call("contacts_bytes", "$contacts", gives={"not": {"length": 0}})
    f.ok("contacts_free", "$contacts")
    f.no("contacts_free", "$contacts", error="freed")
    f.ok("world_free", "$world")

    f.sequence("joints", "a rod keeps its length, a motor reaches its speed, a limit holds")
    f.call("world_new", 0.0, -g, gives=handle("world"))
    f.call("body_new_static", "$world", 0.0, 0.0, 0.0, gives=handle("wall"))
    for i in range(4):
        f.call("body_new_dynamic", "$world", 10.0 * i, -2.0, 0.0, gives=handle(f"b{i}"))
        f.call("collider_new_circle", "$world", f"$b{i}", 0.5, gives=handle(f"c{i}"))
        f.ok("body_set_can_sleep", "$world", f"$b{i}", False)
    f.call("joint_distance", "$world", "$wall", "$b0", 0.0, 0.0, 0.0, 0.0, 2.0, gives=handle("rod"))
    f.call("joint_revolute", "$world", "$wall", "$b1", 10.0, -2.0, gives=handle("hinge"))
    f.call("joint_prismatic", "$world", "$wall", "$b2", 0.0, 3.0, gives=handle("slider"))
    f.call("joint_fixed", "$world", "$wall", "$b3", gives=handle("weld"))
    f.call("world_joint_count", "$world", gives=4)
    f.ok("joint_set_contacts", "$world", "$rod", False)
    f.ok("joint_set_motor", "$world", "$hinge", 2.0, 100.0)
    f.ok("joint_set_limits", "$world", "$slider", -1.0, 1.0)
    f.no("joint_set_limits", "$world", "$weld", -1.0, 1.0, error="`joint`")
    f.no("joint_set_motor", "$world", "$rod", 1.0, 1.0, error="`joint`")
    f.ok("world_step", "$world", dt, repeat=240)
    f.call("joint_get_position", "$world", "$rod", gives=near(2, 1e-3))
    f.call("body_get_velocity", "$world", "$b1", gives=fields(angular=near(2, 1e-6)))
    f.call("joint_get_position", "$world", "$slider", gives=near(-1, 0.01))
    f.call("body_get_position", "$world", "$b3", gives=fields(x=near(30, 1e-3), y=near(-2, 1e-3)))
    f.call("joint_fixed", "$world", "$wall", "$wall", gives=0, error=contains("body"))
    f.ok("joint_free", "$world", "$weld")
    f.no("joint_free", "$world", "$weld", error="freed")
    f.ok("body_free", "$world", "$b0")
    f.call("world_joint_count", "$world", gives=2)
    f.call("world_new", 0.0, 0.0, gives=handle("other"))
    f.call("body_new_kinematic", "$other", 0.0, 50.0, 0.0, gives=handle("foreign"))
    f.no("body_free", "$world", "$foreign", error="of another world")
    f.ok("body_set_velocity", "$other", "$foreign", 0.0, 3.0, 0.0)
    f.ok("world_step", "$other", dt, repeat=60)
    f.call("body_get_position", "$other", "$foreign", gives=fields(y=near(53)))
    f.ok("world_free", "$other")
    f.ok("world_free", "$world")
    hostile(f)
    return f


def lyon():
    f = File("lyon")
    common(f, {"starts": "1.0."})

    f.sequence("colours", "CSS Color Module Level 4")
    for text, number in (
        ("red", 0xFF0000FF), ("RebeccaPurple", 0x663399FF), ("transparent", 0), ("#f80", 0xFF8800FF), ("#f80c", 0xFF8800CC),
        ("#ff8800", 0xFF8800FF), ("#FF880001", 0xFF880001), ("rgb(1 2 3)", 0x010203FF), ("rgba(1, 2, 3, 0.2)", 0x01020333),
        ("rgb(100% 0% 0% / 40%)", 0xFF000066), ("hsl(120 100% 50%)", 0x00FF00FF), ("hwb(240 0% 0%)", 0x0000FFFF),
        (" white ", 0xFFFFFFFF),
    ):
        f.call("color_from_text", text, gives=number)
    for text in ("", "redd", "#12345", "rgb(1 2", "#gggggg", "ä" * 100):
        f.call("color_from_text", text, gives=-1, error=contains("names no colour"))
    f.call("color_from_parts", 255, 136, 0, 204, gives=0xFF8800CC)
    f.call("color_from_parts", 0, 0, -1, 0, gives=-1, error=contains("`blue` is -1"))

    def outline(name, *args, bounds, inside, outside, length=None):
        f.sequence(name, "the shape's closed form")
        f.call(name, *args, gives=handle("path"))
        x0, y0, x1, y1 = bounds
        f.call("path_get_bounds", "$path", gives=fields(min_x=near(x0, 1e-6), min_y=near(y0, 1e-6),
                                                      max_x=near(x1, 1e-6), max_y=near(y1, 1e-6)))
        f.ok("path_contains_point", "$path", *inside)
        f.no("path_contains_point", "$path", *outside)
        f.ok("path_contains_point_with_rule", "$path", *inside, 0)
        f.no("path_contains_point_with_rule", "$path", *outside, 1)
        f.call("path_contains_point_with_rule", "$path", *inside, 7, gives=False, error=contains("`fill_rule` is 7"))
        if length is not None:
            f.call("path_length", "$path", gives=near(length, length * 1e-3))
        f.call("fill_tessellate", "$path", 0.01, gives=handle("tess"))
        f.ok("fill_tessellation_contains_point", "$tess", *inside)
        f.no("fill_tessellation_contains_point", "$tess", *outside)
        f.call("fill_tessellation_vertex_count", "$tess", gives={"bind": "vertices", "as": {"from": 3}})
        f.call("fill_tessellation_index_count", "$tess", gives={"bind": "indices", "as": {"from": 3}})
        f.call("fill_tessellation_get_vertices", "$tess", gives=handle("v"))
        f.call("fill_tessellation_get_indices", "$tess", gives=handle("i"))
        f.call("vertex_buffer_size", "$v", gives=var("vertices"))
        f.call("index_buffer_size", "$i", gives=var("indices"))
        f.call("vertex_buffer_get_normal", "$v", 0, gives=fields(x=0.0, y=0.0))
        f.call("vertex_buffer_get_position", "$v", -1, gives=fields(x=0.0, y=0.0), error=contains("`index` is -1"))
        f.call("index_buffer_get", "$i", 0, gives={"from": 0})
        f.call("index_buffer_get", "$i", 1 << 40, gives=-1, error=contains("`index` is 1099511627776"))
        f.call("vertex_buffer_to_array", "$v", gives={"not": {"length": 0}})
        f.call("index_buffer_to_array", "$i", gives={"each": {"from": 0}})
        f.call("vertex_buffer_bytes", "$v", gives={"not": {"length": 0}})
        f.call("index_buffer_bytes", "$i", gives={"not": {"length": 0}})
        f.call("vertex_buffer_write", "$v", {"out": 3}, gives=-1, error=contains("`out`"))
        f.call("index_buffer_write", "$i", {"out": 3}, gives=-1, error=contains("`out`"))
        f.call("index_buffer_write", "$i", {"out": 100000}, gives={"from": 12})
        f.ok("fill_tessellation_free", "$tess")
        f.no("fill_tessellation_free", "$tess", error="freed")
        f.ok("vertex_buffer_free", "$v")
        f.ok("index_buffer_free", "$i")
        f.ok("path_free", "$path")
        f.no("path_free", "$path", error="a path that was freed")

    outline("path_rectangle", 1.0, 2.0, 30.0, 40.0, bounds=(1, 2, 31, 42), inside=(2.0, 3.0), outside=(0.5, 3.0), length=140)
    outline("path_rounded_rectangle", 1.0, 2.0, 30.0, 40.0, 5.0, bounds=(1, 2, 31, 42), inside=(16.0, 20.0),
            outside=(1.5, 2.5), length=140 - 40 + 10 * PI)
    outline("path_circle", -3.0, 8.0, 10.0, bounds=(-13, -2, 7, 18), inside=(0.0, 8.0), outside=(6.5, 17.5), length=20 * PI)
    outline("path_ellipse", 0.0, 0.0, 20.0, 5.0, bounds=(-20, -5, 20, 5), inside=(19.0, 0.0), outside=(15.0, 4.5))
    outline("path_polygon", [0.0, 0.0, 30.0, 0.0, 0.0, 40.0], 3, bounds=(0, 0, 30, 40), inside=(5.0, 5.0),
            outside=(20.0, 20.0), length=120)

    f.sequence("refused shapes", "the rules: sizes below 0, and numbers that are none")
    f.call("path_circle", 0.0, 0.0, -1.0, gives=0, error="`radius` is -1.0, which is below 0")
    f.call("path_rectangle", math.nan, 0.0, 1.0, 1.0, gives=0, error=contains("`x`"))
    f.call("path_ellipse", 0.0, math.inf, 1.0, 1.0, gives=0, error=contains("`center_y`"))
    f.call("path_polygon", None, 3, gives=0, error=contains("points"))
    f.call("path_star", 0.0, 0.0, 1.0, 2.0, -3, gives=0, error=contains("`num_points` is -3"))
    f.call("path_from_svg", "M0 0L1", gives=0, error="`d` is wrong at byte 6: a number was expected")
    f.call("path_star", 5.0, 5.0, 10.0, 20.0, 5, gives=handle("star"))
    f.call("path_length", "$star", gives=near(10 * math.sqrt(100 + 400 - 400 * math.cos(PI / 5)), 1e-3))
    for tolerance in (0.0, -1.0, math.nan):
        f.call("fill_tessellate", "$star", tolerance, gives=0, error=contains("`tolerance`"))
        f.call("stroke_tessellate", "$star", 1.0, tolerance, gives=0, error=contains("`tolerance`"))
    f.call("fill_tessellate_with_rule", "$star", 0.1, 2, gives=0, error=contains("`fill_rule` is 2"))
    f.call("fill_tessellate_with_rule", "$star", 0.1, 1, gives=handle("tess"))
    f.ok("fill_tessellation_free", "$tess")
    f.ok("path_free", "$star")

    f.sequence("a path by hand", "a quarter of a pie: two radii and a quarter of the circle")
    f.call("path_builder_new", gives=handle("b"))
    f.no("path_builder_line_to", "$b", 1.0, 1.0, error="`builder` has no open subpath: begin comes first")
    f.ok("path_builder_begin", "$b", 0.0, 0.0)
    f.ok("path_builder_line_to", "$b", 10.0, 0.0)
    f.no("path_builder_line_to", "$b", math.nan, 0.0, error="`x`")
    f.ok("path_builder_arc_to", "$b", 0.0, 0.0, 10.0, 0.0, PI / 2)
    f.ok("path_builder_close", "$b")
    f.no("path_builder_close", "$b")
    f.call("path_builder_build", "$b", gives=handle("pie"))
    f.no("path_builder_free", "$b", error="a path builder that was freed")
    f.call("path_length", "$pie", gives=near(20 + 5 * PI, 1e-4))
    f.call("path_builder_new", gives=handle("c"))
    f.ok("path_builder_begin", "$c", 0.0, 0.0)
    f.ok("path_builder_quadratic_bezier_to", "$c", 1.0, 2.0, 2.0, 0.0)
    f.ok("path_builder_cubic_bezier_to", "$c", 2.0, -1.0, 0.0, -1.0, 0.0, 0.0)
    f.call("path_builder_add_path", "$c", "$pie", gives=None)
    f.call("path_builder_build", "$c", gives=handle("both"))
    f.call("path_get_bounds", "$both", gives=fields(min_x=0.0, min_y=near(-0.75), max_x=10.0, max_y=10.0))
    f.call("path_builder_new", gives=handle("d"))
    f.ok("path_builder_free", "$d")
    f.ok("path_free", "$both")
    f.ok("path_free", "$pie")

    f.sequence("transforms", "matrix products by hand")
    f.call("transform_identity", gives=handle("one"))
    f.call("transform_translate", 3.0, 4.0, gives=handle("shift"))
    f.call("transform_rotate", PI / 2, gives=handle("turn"))
    f.call("transform_scale", 2.0, 5.0, gives=handle("stretch"))
    f.call("transform_multiply", "$shift", "$stretch", gives=handle("both"))
    f.call("transform_new", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, gives=handle("six"))
    f.call("transform_inverse", "$both", gives=handle("undo"))
    f.call("transform_get", "$one", gives=fields(m11=1.0, m12=0.0, m21=0.0, m22=1.0, tx=0.0, ty=0.0))
    f.call("transform_get", "$both", gives=fields(m11=2.0, m12=0.0, m21=0.0, m22=5.0, tx=6.0, ty=20.0))
    f.call("transform_apply", "$turn", 1.0, 0.0, gives=fields(x=near(0), y=near(1)))
    f.call("transform_apply", "$undo", 8.0, 45.0, gives=fields(x=near(1), y=near(5)))
    f.call("transform_apply", "$undo", math.nan, 45.0, gives=fields(x=0.0, y=0.0), error=contains("`x`"))
    f.call("transform_scale", 0.0, 0.0, gives=handle("flat"))
    f.call("transform_inverse", "$flat", gives=0, error=contains("`transform`"))
    f.call("path_rectangle", 0.0, 0.0, 1.0, 1.0, gives=handle("square"))
    f.call("path_transform", "$square", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, gives=handle("moved"))
    f.call("path_apply_transform", "$square", "$six", gives=handle("same"))
    f.call("path_to_svg", "$moved", gives="M5 6L6 8L9 12L8 10Z")
    f.call("path_to_svg", "$same", gives="M5 6L6 8L9 12L8 10Z")
    for name in ("one", "shift", "turn", "stretch", "both", "six", "undo", "flat"):
        f.ok("transform_free", f"${name}")
        f.no("transform_free", f"${name}", error="freed")
    for name in ("square", "moved", "same"):
        f.ok("path_free", f"${name}")

    f.sequence("along a line", "lengths by hand")
    f.call("path_from_svg", "M0 0H10V10", gives=handle("line"))
    f.call("path_point_at", "$line", 13.0, gives=fields(x=10.0, y=3.0, tangent_x=0.0, tangent_y=1.0))
    f.call("path_point_at", "$line", 21.0, gives=fields(x=0.0, y=0.0), error=contains("`distance`"))
    f.call("path_dash", "$line", [4.0, 2.0], 1.0, gives=handle("dashes"))
    f.call("path_to_svg", "$dashes", gives="M0 0L3 0M5 0L9 0M10 1L10 5M10 7L10 10")
    f.call("path_dash", "$line", [-1.0], 0.0, gives=0, error=contains("`pattern`"))
    f.ok("path_stroke_contains_point", "$line", 4.0, "{}", 5.0, 1.9)
    f.no("path_stroke_contains_point", "$line", 4.0, "{}", 5.0, 2.1)
    f.call("stroke_tessellate", "$line", 4.0, 0.1, gives=handle("tess"))
    f.ok("stroke_tessellation_contains_point", "$tess", 5.0, 1.0)
    f.no("stroke_tessellation_contains_point", "$tess", 5.0, 3.0)
    f.call("stroke_tessellation_vertex_count", "$tess", gives={"from": 4})
    f.call("stroke_tessellation_index_count", "$tess", gives={"from": 6})
    f.call("stroke_tessellation_get_vertices", "$tess", gives=handle("v"))
    f.call("stroke_tessellation_get_indices", "$tess", gives=handle("i"))
    f.ok("vertex_buffer_free", "$v")
    f.ok("index_buffer_free", "$i")
    f.call("stroke_tessellate_with_options", "$line", 4.0, 0.1, '{"line_cap": "round"}', gives=handle("round"))
    f.ok("stroke_tessellation_free", "$round")
    f.call("stroke_tessellate_with_options", "$line", 4.0, 0.1, '{"cap": 1}', gives=0, error=contains("`cap`"))
    f.call("stroke_tessellate", "$line", -1.0, 0.1, gives=0, error=contains("`width` is -1"))
    f.ok("stroke_tessellation_free", "$tess")
    f.ok("path_free", "$dashes")
    f.ok("path_free", "$line")

    f.sequence("pictures", "a square covers whole pixels; PNG's signature and checksums")
    f.call("path_rectangle", 0.0, 0.0, 2.0, 2.0, gives=handle("square"))
    red = bytes.fromhex("ff0000ff")
    rows = (red * 2 + bytes(8)) * 2 + bytes(32)
    f.call("path_rasterize", "$square", 0, 0xFF0000FF, 4, 4, gives={"hex": rows.hex()})
    f.call("path_rasterize", "$square", 0, 0xFF0000FF, -1, 4, gives=b"", error=contains("`width` is -1"))
    f.call("fill_tessellate", "$square", 0.1, gives=handle("fill"))
    f.call("stroke_tessellate", "$square", 1.0, 0.1, gives=handle("stroke"))
    f.call("transform_translate", 1.0, 1.0, gives=handle("place"))
    f.call("fill_tessellation_draw", "$fill", "$place", 0x00FF00FF, {"out": 64}, 4, 4, gives=True,
           out={"at": {str((4 + 1) * 4 + 1): 255, "3": 0}})
    f.ok("stroke_tessellation_draw", "$stroke", "$place", 0x00FF00FF, {"out": 64}, 4, 4)
    f.no("stroke_tessellation_draw", "$stroke", 0, 0x00FF00FF, {"out": 64}, 4, 5, error="`pixels`")
    f.call("png_encode", rows, 4, 4, gives={"at": {str(i): b for i, b in enumerate(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")}})
    f.call("png_encode", rows, 4, 5, gives=b"", error=contains("`pixels`"))
    f.ok("png_save", {"text": [var("tmp"), "/a.png"]}, rows, 4, 4)
    f.no("png_save", {"text": [var("tmp"), "/no/a.png"]}, rows, 4, 4, error="`file`")
    f.call("animation_new", {"text": [var("tmp"), "/b.png"]}, 4, 4, 1, 100, gives=handle("film"))
    f.ok("animation_add_frame", "$film", rows)
    f.no("animation_add_frame", "$film", rows)
    f.ok("animation_finish", "$film")
    f.call("animation_new", {"text": [var("tmp"), "/c.png"]}, 4, 4, 1, 100, gives=handle("other"))
    f.ok("animation_free", "$other")
    for name in ("fill_tessellation_free", "stroke_tessellation_free", "transform_free", "path_free"):
        f.ok(name, {"fill_tessellation_free": "$fill", "stroke_tessellation_free": "$stroke",
                    "transform_free": "$place", "path_free": "$square"}[name])

    f.sequence("canvases", "squares cover whole pixels; what is drawn comes back")
    blue = bytes.fromhex("0000ffff")
    f.call("canvas_new", 4, 0, gives=0, error=contains("`height` is 0"))
    f.call("canvas_new", 4, 2, gives=handle("canvas"))
    f.call("canvas_get_size", "$canvas", gives=fields(width=4, height=2))
    f.ok("canvas_clear", "$canvas", 0x0000FFFF)
    f.no("canvas_clear", "$canvas", -1, error="`color` is -1")
    f.call("path_rectangle", -1.0, -1.0, 2.0, 2.0, gives=handle("square"))
    f.ok("canvas_draw", "$canvas", "$square", 1.0, 1.0, PI, 1.0, 0xFF0000FF)
    f.no("canvas_draw", "$canvas", "$square", math.nan, 1.0, 0.0, 1.0, 0xFF, error="`x`")
    row = red * 2 + blue * 2
    f.call("canvas_get_pixels", "$canvas", gives=row * 2)
    f.call("canvas_write_pixels", "$canvas", {"out": 32}, gives=32, out={"at": {"0": 255, "8": 0, "10": 255}})
    f.call("canvas_write_pixels", "$canvas", {"out": 31}, gives=-1, error=contains("`out`"))
    f.ok("canvas_draw_many", "$canvas", [], [], [])
    f.no("canvas_draw_many", "$canvas", [1], [0.0, 0.0, 0.0, 1.0], [255], error="`paths` is 1")
    f.no("canvas_draw_many", "$canvas", [], [0.0, 0.0, 0.0], [], error="`placements` holds 3 numbers")
    f.call("canvas_from_pixels", blue * 3, 3, 1, gives=handle("picture"))
    f.call("canvas_from_pixels", blue * 3, 3, 2, gives=0, error=contains("`pixels`"))
    f.ok("canvas_draw_picture", "$canvas", "$picture", 0, 1.0)
    f.no("canvas_draw_picture", "$canvas", "$picture", 0, 1.5, error="`opacity` is 1.5")
    f.call("canvas_get_pixels", "$canvas", gives=blue * 4 + row)
    f.ok("canvas_draw_pictures", "$canvas", [], [], [])
    f.no("canvas_draw_pictures", "$canvas", [1], [0.0, 0.0, 0.0, 1.0], [1.0], error="`pictures` is 1")
    f.ok("canvas_save", "$canvas", {"text": [var("tmp"), "/d.png"]})
    f.no("canvas_save", "$canvas", {"text": [var("tmp"), "/no/d.png"]}, error="`file`")
    f.call("canvas_load", {"text": [var("tmp"), "/d.png"]}, gives=handle("loaded"))
    f.call("canvas_load", {"text": [var("tmp"), "/no/d.png"]}, gives=0, error=contains("`file`"))
    f.call("canvas_get_pixels", "$loaded", gives=blue * 4 + row)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    png = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 8, 0, 0, 0, 0))
           + chunk(b"IDAT", zlib.compress(bytes([0, 7, 200]))) + chunk(b"IEND", b""))
    f.call("canvas_decode", png, gives=handle("gray"))
    f.call("canvas_get_pixels", "$gray", gives=bytes([7, 7, 7, 255, 200, 200, 200, 255]))
    f.call("canvas_decode", png[:-20], gives=0, error=contains("`bytes` is no picture"))
    f.call("canvas_decode", b"GIF89a", gives=0, error=contains("neither a PNG nor a JPEG"))
    f.call("path_stroke", "$square", 1.0, 0.1, '{"line_join": "bevel"}', gives=handle("outline"))
    f.call("path_get_bounds", "$outline", gives=fields(min_x=near(-1.5), min_y=near(-1.5), max_x=near(1.5), max_y=near(1.5)))
    f.call("path_stroke", "$square", 1.0, 0.1, '{"cap": 1}', gives=0, error=contains("`cap`"))
    for name in ("canvas", "picture", "loaded", "gray"):
        f.ok("canvas_free", f"${name}")
        f.no("canvas_free", f"${name}", error="a canvas that was freed")
    f.ok("path_free", "$outline")
    f.ok("path_free", "$square")

    f.sequence("text", "widths as HarfBuzz gives them, outlines as the font's tables have them")
    f.call("font_built_in", gives=handle("font"))
    f.call("font_get_metrics", "$font", 1024.0, gives=fields(ascent=950.0, descent=250.0, line_gap=0.0))
    f.call("font_get_metrics", "$font", 0.0, gives=fields(ascent=0.0), error=contains("`size` is 0"))
    f.call("font_measure", "$font", "AVATAR To Ty\nfi", 2048.0, gives=fields(width=12772.0, height=4800.0))
    f.ok("font_covers", "$font", "Zürich, 12 €")
    f.no("font_covers", "$font", "Привет")
    f.call("font_text", "$font", "I", 2048.0, gives=handle("path"))
    f.call("path_to_svg", "$path", gives="M376 -1456L376 0L183 0L183 -1456Z")
    f.call("font_text", "$font", "I", -1.0, gives=0, error=contains("`size` is -1"))
    f.call("canvas_new", 8, 8, gives=handle("canvas"))
    f.ok("canvas_draw_text", "$canvas", "$font", "I", 0.0, 8.0, 28.0, 0x00FF00FF)
    f.call("canvas_get_pixels", "$canvas", gives={"at": {"17": 255, "19": 255, "0": 0, "31": 0}})
    f.no("canvas_draw_text", "$canvas", "$font", "I", math.nan, 8.0, 28.0, 0x00FF00FF, error="`x`")
    f.call("font_decode", b"font", 0, gives=0, error=contains("`bytes` has no font 0"))
    f.call("font_load", {"text": [var("tmp"), "/no.ttf"]}, 0, gives=0, error=contains("`file`"))
    f.ok("font_free", "$font")
    f.no("font_free", "$font", error="a font that was freed")
    f.ok("path_free", "$path")
    f.ok("canvas_free", "$canvas")

    f.sequence("paints", "a gradient's closed form at the middles of pixels; the blend modes' formulas")
    ends = ([0.0, 1.0], [0x000000FF, 0xFF0000FF])
    f.call("paint_linear_gradient", 0.0, 0.0, 4.0, 0.0, *ends, 0, gives=handle("linear"))
    f.call("paint_linear_gradient", 1.0, 0.0, 1.0, 0.0, *ends, 0, gives=0, error=contains("begins where it ends"))
    f.call("paint_linear_gradient", 0.0, 0.0, 4.0, 0.0, *ends, 3, gives=0, error=contains("`spread` is 3"))
    f.call("paint_radial_gradient", 0.0, 0.0, 4.0, 0.0, 0.0, *ends, 2, gives=handle("radial"))
    f.call("paint_radial_gradient", 0.0, 0.0, 4.0, 5.0, 0.0, *ends, 2, gives=0, error=contains("focus"))
    f.call("paint_conic_gradient", 0.0, 0.0, 1.0, *ends, gives=handle("conic"))
    f.call("paint_conic_gradient", 0.0, 0.0, 1.0, [0.5, 0.4], [0, 0], gives=0, error=contains("item 1 of `offsets`"))
    f.call("paint_color", 0xFF0000FF, gives=handle("red"))
    f.call("paint_color", -1, gives=0, error=contains("`color` is -1"))
    f.call("canvas_new", 4, 1, gives=handle("canvas"))
    f.call("path_rectangle", 0.0, 0.0, 4.0, 1.0, gives=handle("row"))
    f.ok("canvas_fill", "$canvas", "$row", 0, "$linear", 0, "{}")
    f.call("canvas_get_pixels", "$canvas", gives=bytes([32, 0, 0, 255, 96, 0, 0, 255, 159, 0, 0, 255, 223, 0, 0, 255]))
    f.call("paint_picture", "$canvas", gives=handle("picture"))
    f.ok("canvas_fill", "$canvas", "$row", 0, "$red", 0, '{"blend": "difference"}')
    f.call("canvas_get_pixels", "$canvas", gives=bytes([223, 0, 0, 255, 159, 0, 0, 255, 96, 0, 0, 255, 32, 0, 0, 255]))
    f.no("canvas_fill", "$canvas", "$row", 0, "$red", 0, '{"blend": "mix"}', error="`blend`")
    f.no("canvas_fill", "$canvas", "$row", 0, "$red", 1, "{}", error="`clip` is 1")
    for name in ("linear", "radial", "conic", "red", "picture"):
        f.ok("paint_free", f"${name}")
        f.no("paint_free", f"${name}", error="a paint that was freed")
    f.ok("path_free", "$row")
    f.ok("canvas_free", "$canvas")
    hostile(f)
    return f


def wave(rate, values):
    data = b"".join(struct.pack("<h", value) for value in values)
    head = struct.pack("<4sI8sIHHIIHH4sI", b"RIFF", 36 + len(data), b"WAVEfmt ", 16, 1, 1, rate, 2 * rate, 2, 16,
                       b"data", len(data))
    return head + data


def audio():
    f = File("audio")
    rate = 48000
    common(f, {"starts": "0."})
    f.call("get_supported_formats", gives=["wav", "aiff", "au", "caf", "mp3", "mp2", "ogg", "opus",
                                          "flac", "m4a", "mp4", "aac", "webm", "mka", "mkv"])
    for bad in (1, -1, 0, 1 << 40):
        f.call("init_offline", bad, 2, gives=0, error=contains(f"`sample_rate` is {bad}"))
    for options, error in (
        ('{"sample_rate": 7999}', "`sample_rate` is 7999"),
        ('{"channels": 9}', "`channels` is 9"),
        ('{"buffer_ms": 0.5}', "`buffer_ms` is 0.5"),
        ('{"devices": []}', "unknown field `devices`"),
    ):
        f.call("init_with_options", options, gives=0, error=contains(error))
    f.call("init_offline", rate, 0, gives=0, error=contains("`channels` is 0"))

    def level(x):
        return {"each": near(x, 1e-6)}

    def heard(frames, x):
        f.call("render", "$e", frames, gives={"length": frames, **level(x)})

    f.sequence("a playback that ends by itself tells so", "by counting samples; one that is stopped tells nothing")
    f.call("rt_events_subscribe", ["audio-ended"], gives=handle("events"))
    f.call("init_offline", rate, 1, gives=handle("e"))
    f.call("load_from_samples", "$e", {"items": [0.5], "times": 4800}, rate, 1, gives=handle("s"))
    f.call("play_sound", "$e", "$s", gives=handle("p"))
    f.call("play_sound", "$e", "$s", gives=handle("q"))
    f.call("render", "$e", 2400, gives={"length": 2400})
    f.ok("playback_stop", "$q")
    f.call("rt_events_next", "$events", 0, gives="")
    f.call("render", "$e", 4800, gives={"length": 4800})
    f.event("audio-ended", '"type":"ended","playback":')
    f.call("rt_events_next", "$events", 0, gives="")
    f.call("rt_events_unsubscribe", "$events", gives=None)
    f.ok("shutdown", "$e")
    f.sequence("volumes, pauses, seeking", "amplitude = sample × volume × master")
    f.call("init_offline", rate, 1, gives=handle("e"))
    f.call("get_sample_rate", "$e", gives=rate)
    f.call("get_channels", "$e", gives=1)
    f.no("is_device_playing", "$e")
    f.call("take_device_error", "$e", gives="")
    f.call("load_from_samples", "$e", {"items": [0.5], "times": 4800}, rate, 1, gives=handle("s"))
    f.call("source_duration", "$s", gives=0.1)
    f.call("source_get_sample_rate", "$s", gives=rate)
    f.call("source_get_channels", "$s", gives=1)
    f.call("source_get_samples", "$s", gives={"length": 4800, "each": 0.5})
    f.call("play_sound", "$e", "$s", gives=handle("p"))
    f.ok("playback_is_playing", "$p")
    f.call("playback_get_duration", "$p", gives=near(0.1))
    heard(100, 0.5)
    f.ok("playback_set_volume", "$p", 0.5)
    f.call("playback_get_volume", "$p", gives=0.5)
    f.ok("set_master_volume", "$e", 0.5)
    f.call("get_master_volume", "$e", gives=0.5)
    f.call("render", "$e", 480, gives={"length": 480})
    heard(100, 0.125)
    f.ok("playback_pause", "$p")
    f.ok("playback_is_paused", "$p")
    f.no("playback_is_playing", "$p")
    f.call("render", "$e", 240, gives={"length": 240})
    heard(100, 0)
    f.ok("playback_resume", "$p")
    f.no("playback_is_paused", "$p")
    f.ok("pause_all", "$e")
    f.call("render", "$e", 240, gives={"length": 240})
    heard(100, 0)
    f.ok("resume_all", "$e")
    f.call("render", "$e", 240, gives={"length": 240})
    heard(100, 0.125)
    f.call("playback_get_time", "$p", gives=near(1500 / rate))
    f.call("get_engine_time", "$e", gives=near(1700 / rate))
    f.call("get_device_error_count", "$e", gives=0)
    f.call("playback_get_error", "$p", gives="")
    f.ok("playback_seek", "$p", 0.0999)
    f.call("render", "$e", 240, gives={"length": 240})
    f.no("playback_is_playing", "$p")
    f.ok("playback_stop", "$p")
    f.no("playback_stop", "$p", error="freed")
    f.call("playback_get_volume", "$p", gives=0.0, error=contains("`handle`"))
    f.call("play_sound_with_volume", "$e", "$s", 0.25, gives=handle("quiet"))
    f.call("play_sound_looped", "$e", "$s", gives=handle("loop"))
    heard(100, 0.5 * (0.125 + 0.5))
    f.ok("playback_stop", "$quiet")
    f.call("play", "$e", "$s", '{"volume": 0.5, "paused": true}', gives=handle("told"))
    f.ok("playback_is_paused", "$told")
    f.call("playback_get_volume", "$told", gives=0.5)
    f.call("play", "$e", "$s", '{"volum": 0.5}', gives=0, error=contains("volum"))
    f.call("play_music_with", "$e", "/no/such/file.wav", "{}", gives=0, error=contains("/no/such/file.wav"))
    f.ok("playback_set_speed", "$loop", 2.0)
    f.call("playback_get_speed", "$loop", gives=2.0)
    for bad in (0.0, 11.0, math.nan, -1.0):
        f.no("playback_set_speed", "$loop", bad, error="`speed`")
    for bad in (-1.0, math.nan, math.inf):
        f.no("playback_set_volume", "$loop", bad, error="`volume`")
    f.call("render", "$e", 9600, gives={"length": 9600})
    f.ok("playback_is_playing", "$loop")
    f.call("render", "$e", -1, gives=[], error=contains("`frames` is -1"))
    f.call("load_from_samples", "$e", [], 1, 1, gives=0, error=contains("`sample_rate` is 1"))
    f.call("load_from_memory", "$e", b"no sound", gives=0, error=contains("`data`"))
    f.call("load_from_file", "$e", "/no/such/file.wav", gives=0, error=contains("/no/such/file.wav"))
    f.call("play_music", "$e", "/no/such/file.wav", gives=0, error=contains("/no/such/file.wav"))
    f.call("play_music_looped", "$e", "/no/such/file.wav", gives=0, error=contains("/no/such/file.wav"))
    f.ok("source_free", "$s")
    f.no("source_free", "$s", error="freed")
    f.ok("shutdown", "$e")
    f.no("playback_stop", "$loop", error="freed")
    f.no("shutdown", "$e", error="freed")

    f.sequence("in space", "inverse distance and constant power: √½ in each ear from ahead")
    f.call("init_offline", rate, 2, gives=handle("e"))
    f.call("load_from_samples", "$e", {"items": [0.5], "times": 4800}, rate, 1, gives=handle("s"))
    f.call("play_sound_spatial", "$e", "$s", 2.0, 0.0, 0.0, gives=handle("p"))
    f.call("render", "$e", 100, gives={"length": 200, "at": {"0": near(0, 1e-6), "1": near(0.25, 1e-6), "199": near(0.25, 1e-6)}})
    f.ok("playback_set_position", "$p", 0.0, 0.0, -1.0)
    f.call("playback_get_position", "$p", gives=fields(x=0.0, y=0.0, z=-1.0))
    f.call("render", "$e", 480, gives={"length": 960})
    f.call("render", "$e", 100, gives={"length": 200, "each": near(0.5 * math.sqrt(0.5), 1e-6)})
    f.ok("set_listener_position", "$e", -4.0, 0.0, -1.0)
    f.call("get_listener_position", "$e", gives=fields(x=-4.0, y=0.0, z=-1.0))
    f.ok("set_listener_orientation", "$e", 0.0, 0.0, 1.0, 0.0, 1.0, 0.0)
    f.no("set_listener_orientation", "$e", 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, error="zero or parallel")
    f.no("set_listener_position", "$e", math.nan, 0.0, 0.0, error="`x`")
    f.call("render", "$e", 480, gives={"length": 960})
    f.call("render", "$e", 10, gives={"length": 20, "at": {"0": near(0.125, 1e-6), "1": near(0, 1e-6)}})
    f.ok("shutdown", "$e")

    f.sequence("fades and echoes", "linear ramps; out(t) = in(t) + decay · out(t − delay)")
    f.call("init_offline", rate, 1, gives=handle("e"))
    f.call("load_from_samples", "$e", {"items": [0.5], "times": 48000}, rate, 1, gives=handle("s"))
    f.call("play_sound", "$e", "$s", gives=handle("p"))
    f.ok("playback_fade_in", "$p", 10)
    f.call("render", "$e", 480, gives={"length": 480, "at": {str(i): near(0.5 * i / 480, 1e-6) for i in (0, 1, 240, 479)}})
    f.ok("playback_set_delay", "$p", 10, 0.5)
    heard(480, 0.5)
    # An echo begins over 5 ms.
    f.call("render", "$e", 240, gives={"length": 240, "at": {str(i): near(0.5 + 0.25 * i / 240, 1e-6) for i in (0, 1, 120, 239)}})
    heard(240, 0.75)
    f.no("playback_set_delay", "$p", 10, 1.0, error="`decay`")
    f.ok("playback_set_reverb", "$p", 0.5, 0.5)
    f.no("playback_set_reverb", "$p", math.nan, 0.5, error="`room_size`")
    f.ok("playback_clear_effects", "$p")
    f.call("render", "$e", 240, gives={"length": 240})
    heard(480, 0.5)
    f.no("playback_fade_out", "$p", -1, error="`duration_ms` is -1")
    f.ok("playback_fade_out", "$p", 10)
    f.call("render", "$e", 480, gives={"length": 480})
    f.no("playback_is_playing", "$p")
    f.call("free_ended", "$e", gives=1)
    f.ok("shutdown", "$e")

    f.sequence("a mixer, and files", "sums of samples; a WAVE file of -16,384 / 32,768 = -0.5")
    f.call("init_offline", rate, 1, gives=handle("e"))
    f.call("load_from_samples", "$e", {"items": [0.5], "times": 1000}, rate, 1, gives=handle("a"))
    f.call("load_from_samples", "$e", {"items": [0.25], "times": 500}, rate, 1, gives=handle("b"))
    f.call("mixer_create", "$e", gives=handle("m"))
    f.ok("mixer_add_source", "$m", "$a")
    f.ok("mixer_add_source", "$m", "$b")
    f.ok("mixer_set_volume", "$m", 2.0)
    f.call("mixer_play", "$m", gives=handle("p"))
    heard(500, 1.5)
    heard(500, 1.0)
    heard(100, 0.0)
    f.ok("mixer_free", "$m")
    f.call("mixer_play", "$m", gives=0, error=contains("freed"))
    f.call("load_from_memory", "$e", wave(rate, [-16384] * 200), gives=handle("w"))
    f.call("source_get_samples", "$w", gives={"length": 200, "each": -0.5})
    f.call("play_sound", "$e", "$w", gives=handle("q"))
    heard(200, -0.5)
    f.ok("stop_music", "$q")
    f.ok("shutdown", "$e")
    hostile(f)
    return f


def gamepad():
    f = File("gamepad")
    common(f, {"starts": "0."})
    f.sequence("mappings", "SDL's form: an identity of 32 digits, a name, bindings")
    f.call("add_mappings", "# a comment", gives=0)
    f.call("add_mappings", "03000000fffefefffdfcfbfa01000000,Nobody's,a:b0,", gives=1)
    f.sequence("a pad that is played", "what was injected")
    f.call("init", gives=handle("c"))
    f.ok("inject_event", "$c", 7, 10, 0, 0.0)
    f.ok("inject_event", "$c", 7, 1, 1, 1.0)
    f.ok("inject_event", "$c", 7, 4, 0, -0.5)
    f.ok("update", "$c")
    f.ok("is_connected", "$c", 7)
    f.no("is_connected", "$c", 8)
    f.ok("button_is_pressed", "$c", 7, 1)
    f.no("button_is_pressed", "$c", 7, 0)
    f.ok("button_was_pressed", "$c", 7, 1)
    f.no("button_was_released", "$c", 7, 1)
    f.no("button_was_pressed", "$c", 7, 23, error="`button` is 23, which is no button: buttons are 0 (South) to 22 (Touchpad)")
    for function in ("raw_button", "raw_axis", "raw_hat"):
        f.call(function, "$c", 7, 0, error=contains("injected events alone"))
    f.call("raw_counts", "$c", 7, gives=fields(buttons=0, axes=0, hats=0), error=contains("injected events alone"))
    f.call("button_data", "$c", 7, 1, gives=fields(is_pressed=True, value=1.0))
    f.call("axis_data", "$c", 7, 0, gives=-0.5)
    f.call("count", "$c", gives={"from": 1})
    f.call("ids", "$c", gives={"not": {"length": 0}})
    f.call("get_name", "$c", 7, gives={"not": ""})
    f.call("get_uuid", "$c", 7)
    f.call("get_power_info", "$c", 7, gives=fields(status=0, percentage=-1))
    f.no("can_rumble", "$c", 7)
    f.no("set_rumble", "$c", 7, 1.0, 1.0, 100, error="`gamepad_id` is 7, a pad that cannot rumble")
    f.no("stop_rumble", "$c", 7)
    for kind, button, axis, value in ((10, 255, 255, 0.0), (1, 1, 255, 1.0), (4, 255, 0, -0.5)):
        f.call("poll_event", "$c", gives=handle("e"))
        f.call("event_get_type", "$e", gives=kind)
        f.call("event_get_gamepad_id", "$e", gives=7)
        f.call("event_get_button", "$e", gives=button)
        f.call("event_get_axis", "$e", gives=axis)
        f.call("event_get_value", "$e", gives=value)
        f.call("event_get_timestamp", "$e", gives={"from": 1})
        f.ok("event_free", "$e")
        f.no("event_free", "$e", error="freed")
    f.call("poll_event", "$c", gives=0, error="")
    f.no("inject_event", "$c", 7, 99, 0, 0.0, error="`event_type` is 99")
    f.ok("shutdown", "$c")
    f.no("update", "$c", error="freed")
    f.sequence("a pad's events among those of all libraries", "what was injected")
    f.call("rt_events_subscribe", ["gamepad"], gives=handle("events"))
    f.call("init", gives=handle("c"))
    f.ok("inject_event", "$c", 7, 10, 0, 0.0)
    f.ok("inject_event", "$c", 7, 1, 1, 1.0)
    f.ok("inject_event", "$c", 7, 4, 0, -0.5)
    f.event("gamepad", '"type":"connected","gamepad":7')
    f.event("gamepad", '"type":"button-pressed","gamepad":7,"button":1', '"value":1.0')
    f.event("gamepad", '"type":"axis-changed","gamepad":7', '"axis":0,"value":-0.5')
    f.call("rt_events_unsubscribe", "$events", gives=None)
    f.ok("shutdown", "$c")
    f.sequence("a pad's events, taken", "what was injected, known without an update")
    f.call("rt_events_subscribe_taking", ["gamepad"], gives=handle("events"))
    f.call("init", gives=handle("c"))
    f.ok("inject_event", "$c", 9, 10, 0, 0.0)
    f.ok("inject_event", "$c", 9, 1, 2, 1.0)
    f.ok("button_is_pressed", "$c", 9, 2)
    f.call("poll_event", "$c", gives=0, error="")
    f.event("gamepad", '"type":"connected","gamepad":9')
    f.event("gamepad", '"type":"button-pressed","gamepad":9,"button":2')
    f.call("rt_events_unsubscribe", "$events", gives=None)
    f.ok("shutdown", "$c")
    hostile(f)
    return f


def http():
    f = File("http")
    common(f, {"not": ""})
    f.sequence("percent-encoding", "Python's urllib; RFC 3986's unreserved set stays")
    for text in ("", "a b/é~", "100%", "日本 🦜", "a+b&c=d?#[]", "-._~AZaz09"):
        f.call("url_encode", text, gives=urllib.parse.quote(text, safe=""))
        f.call("url_decode", urllib.parse.quote(text, safe=""), gives=text)
    for bad in ("%2", "%", "%zz"):
        f.call("url_decode", bad, gives="", error=contains("offset"))
    f.call("url_decode", "a%ff", gives="", error=contains("does not decode to UTF-8"))
    f.sequence("JSON", "Python's json, RFC 6901's pointers")
    value = {"a": "x\ny", "b": [True, None, -1.5], "c/d": {"e": 7}, "": "empty"}
    f.call("parse_json", json.dumps(value), gives=handle("j"))
    f.call("json_get", "$j", "/a", gives="x\ny")
    f.call("json_get", "$j", "/b", gives="[true,null,-1.5]")
    f.call("json_get", "$j", "/c~1d/e", gives="7")
    f.call("json_get", "$j", "/", gives="empty")
    f.call("json_get", "$j", "/none", gives="", error=contains("/none"))
    f.call("json_number", "$j", "/b/2", gives=-1.5)
    f.call("json_number", "$j", "/c~1d/e", gives=7.0)
    for pointer, kind in (("/a", "string"), ("/b", "array"), ("/b/0", "bool"), ("/b/1", "null"), ("/b/2", "number"), ("", "object")):
        f.call("json_type", "$j", pointer, gives=kind)
    f.call("json_length", "$j", "/b", gives=3)
    f.call("json_length", "$j", "", gives=4)
    f.call("json_length", "$j", "/a", gives=-1)
    f.call("json_keys", "$j", "", gives={"length": 4})
    f.call("json_free", "$j", gives=None)
    f.call("json_get", "$j", "/a", gives="", error=contains("freed"))
    for text in ("[1,2,3]", '"x"', "null", '{"k":[{}]}', json.dumps([2 ** 64, -(2 ** 63) - 1, 10 ** 40]).replace(" ", "")):
        f.call("parse_json", text, gives=handle("k"))
        f.call("stringify_json", "$k", gives=text)
        f.call("json_free", "$k", gives=None)
    for bad in ("{", "", "[1,]", "nul", '"\\x"', "1e400", '"\\ud800"'):
        f.call("parse_json", bad, gives=0, error=contains("`json`"))
    f.sequence("clients are set up", "the header's ranges")
    f.call("client_create", gives=handle("c"))
    f.ok("client_set_timeout", "$c", 20000)
    f.no("client_set_timeout", "$c", 0, error="`timeout_ms` is 0")
    f.ok("client_set_connect_timeout", "$c", 5000)
    f.ok("client_set_max_redirects", "$c", 3)
    f.no("client_set_max_redirects", "$c", -1, error="`count` is -1")
    f.ok("client_set_body_limit", "$c", 1 << 20)
    f.ok("client_set_header_limit", "$c", 8192, 384 << 10)
    f.no("client_set_header_limit", "$c", 1024, (384 << 10) + 1, error="`bytes` is 393217")
    f.ok("client_set_proxy", "$c", "")
    f.no("client_set_proxy", "$c", "gopher://x", error="`url`")
    f.ok("client_set_resolve", "$c", "host.invalid", "127.0.0.1")
    f.ok("client_set_resolve", "$c", "host.invalid", "")
    f.no("client_set_resolve", "$c", "a/b", "127.0.0.1", error="`host`")
    f.no("client_set_resolve", "$c", "host.invalid", "nowhere", error="`address`")
    f.ok("client_set_unix_socket", "$c", "")
    f.no("client_set_credentials", "$c", "http://a.test/", "ntlm", "", "", error="`scheme`")
    f.no("client_set_credentials", "$c", "http://a.test/", "basic", "a:b", "", error="`name`")
    f.ok("client_set_credentials", "$c", "http://a.test/", "basic", "a", "b")
    f.no("client_set_retries", "$c", '{"count":101}', error="`count`")
    f.ok("client_set_retries", "$c", "")
    f.no("client_set_local_address", "$c", "nowhere", error="`address`")
    f.ok("client_set_local_address", "$c", "")
    f.no("client_add_root_certificates", "$c", "no certificate", error="`pem`")
    f.ok("client_set_header", "$c", "X-Test", "client")
    f.no("client_set_header", "$c", "X-Test", "a\r\nInjected: b", error="`value`")
    f.call("get", "nowhere", gives=fields(status=0, body="", error=contains("`url` is \"nowhere\"")))
    f.call("client_request", "$c", "GET", "http://127.0.0.1:1/", [], "", gives=fields(status=0, error=contains("refused")))
    f.call("client_destroy", "$c", gives=None)
    f.sequence("a client keeps cookies", "RFC 6265 and the public suffix list")
    f.call("client_create", gives=handle("c"))
    f.no("client_set_cookie", "$c", "http://a.test/", "a=1", error="rt_http_client_set_cookies")
    f.call("client_set_cookies", "$c", True, gives=None)
    f.ok("client_set_cookie", "$c", "https://www.a.test/x/y", "a=1; Domain=a.test; Path=/")
    f.ok("client_set_cookie", "$c", "https://www.a.test/x/y", "b=2; Secure")
    f.no("client_set_cookie", "$c", "https://a.co.uk/", "c=3; Domain=co.uk", error="`cookie`")
    f.call("client_get_cookies", "$c", "https://www.a.test/x/z", gives="b=2; a=1")
    f.call("client_get_cookies", "$c", "http://www.a.test/x/z", gives="a=1")
    f.call("client_get_cookies", "$c", "https://b.test/", gives="", error="")
    f.ok("client_clear_cookies", "$c")
    f.call("client_list_cookies", "$c", gives="[]")
    f.call("client_load_cookies", "$c", "none/none", gives=-1, error=contains("cannot be read"))
    f.no("client_save_cookies", "$c", "none/none", error="cannot be written")
    f.call("client_fetch_form", "$c", "POST", "http://127.0.0.1:1/", [], "{}", gives=0, error=contains("`form_json`"))
    f.no("client_set_websocket_options", "$c", '{"read_buffer":1}', error="`read_buffer`")
    f.call("client_destroy", "$c", gives=None)
    f.sequence("responses are made", "the header")
    f.call("response_create", 200, "body", gives=handle("r"))
    f.ok("response_set_header", "$r", "X-A", "1")
    f.ok("response_add_header", "$r", "X-A", "2")
    f.no("response_set_header", "$r", "bad name", "1", error="`key`")
    f.ok("response_json", "$r", '{"n":1}')
    f.no("response_json", "$r", "{", error="`json`")
    f.no("response_json", "$r", '{"n":[1e400]}', error="`json`")
    f.call("response_free", "$r", gives=None)
    f.call("response_create", 99, "", gives=0, error=contains("`status` is 99"))
    f.call("response_create_bytes", 200, b"\x00\xff", "application/x", gives=handle("b"))
    f.call("response_free", "$b", gives=None)
    # Before all other servers: what becomes of their last requests is told a little later.
    f.sequence("a server's events among those of all libraries", "what the client asks for, and the 404 that it gets")
    f.call("rt_events_subscribe", ["http", "module"], gives=handle("events"))
    f.call("server_create", 0, gives=handle("s"))
    f.call("server_port", "$s", gives={"bind": "port", "as": {"from": 1, "to": 65535}})
    f.ok("server_start_background", "$s")
    f.call("head", {"text": ["http://127.0.0.1:", var("port"), "/a?b"]}, gives=fields(status=404, error=""))
    f.event("http", '"type":"request"', '"method":"HEAD"', '"path":"/a"', '"peer":"127.0.0.1:')
    f.event("http", '"type":"response"', '"method":"HEAD"', '"path":"/a"', '"status":404')
    f.call("rt_module_load", "native", gives=handle("m"))
    f.ok("rt_module_unload", "$m")
    f.event("module", '"type":"loaded"')
    f.event("module", '"type":"unloaded"')
    f.call("rt_events_unsubscribe", "$events", gives=None)
    f.ok("server_stop", "$s")
    f.call("server_destroy", "$s", gives=None)
    f.sequence("a local server of files", "what the program wrote: a picture, a 404")
    pixel = bytes.fromhex("ff0000ff")
    url = {"text": ["http://127.0.0.1:", var("port"), "/files/a.png"]}
    none = {"text": ["http://127.0.0.1:", var("port"), "/files/none"]}
    f.call("server_create", 0, gives=handle("s"))
    f.call("server_port", "$s", gives={"bind": "port", "as": {"from": 1, "to": 65535}})
    for name, value in (("body_limit", 1 << 20), ("header_limit", 1 << 14), ("header_timeout", 20000),
                        ("body_timeout", 20000), ("answer_timeout", 20000), ("write_timeout", 20000),
                        ("stop_timeout", 2000), ("max_connections", 100), ("compression", False), ("http2", True)):
        f.ok(f"server_set_{name}", "$s", value)
    f.no("server_set_header_limit", "$s", 100, error="`bytes` is 100")
    f.ok("server_set_tls", "$s", "")
    f.no("server_set_tls", "$s", '{"certificates":[]}', error="`options_json`")
    f.no("server_set_tls", "$s", '{"certificates":[{"chain":"AAAA","key":"AAAA"}]}', error="`key`")
    f.ok("rt_lyon_png_save", {"text": [var("tmp"), "/a.png"]}, pixel, 1, 1)
    f.ok("server_static", "$s", "/files", var("tmp"))
    f.no("server_static", "$s", "/x", "/no/such/folder", error="`dir`")
    f.ok("server_static_with_options", "$s", "/more", var("tmp"), '{"headers":["X-More: 1, 2"],"precompressed":true}')
    f.no("server_static_with_options", "$s", "/more", var("tmp"), '{"dotfile":true}', error="`options_json`")
    f.ok("server_route", "$s", "GET", "/held", "nobody")
    f.no("server_route", "$s", "GET", "no slash", "nobody", error="`path`")
    f.ok("server_websocket", "$s", "/ws", "nobody")
    f.no("server_stop", "$s")
    f.ok("server_start_background", "$s")
    f.call("server_next_request", "$s", 0, gives=0, error="")
    f.call("head", url, gives=fields(status=200, body="", error=""))
    f.call("get", none, gives=fields(status=404, error=""))
    f.call("post", url, "x", "text/plain", gives=fields(status=405, error=""))
    f.call("put", url, "x", "", gives=fields(status=405))
    f.call("patch", url, "x", "", gives=fields(status=405))
    f.call("delete", url, gives=fields(status=405))
    f.call("request", "GET", none, ["X-A: 1"], "", gives=fields(status=404))
    f.call("request", "GET", none, ["no colon"], "", gives=fields(status=0, error=contains("colon")))
    f.call("download", url, {"text": [var("tmp"), "/b.png"]}, gives=fields(status=200, bytes={"bind": "n", "as": {"from": 60}}, error=""))
    f.call("download", none, {"text": [var("tmp"), "/c.png"]}, gives=fields(status=404, bytes=0, error=""))
    f.call("client_create", gives=handle("c"))
    f.no("client_set_tls", "$c", '{"minimum_version":"1.1"}', error="`options_json`")
    f.ok("client_set_tls", "$c", '{"minimum_version":"1.3"}')
    f.ok("client_set_tls", "$c", "")
    f.call("client_fetch", "$c", "GET", url, [], "", gives=handle("f"))
    f.call("fetch_status", "$f", gives=200)
    f.call("fetch_version", "$f", gives="HTTP/1.1")
    f.call("fetch_url", "$f", gives=url)
    f.call("fetch_header", "$f", "CONTENT-TYPE", gives="image/png")
    f.call("fetch_header_bytes", "$f", "content-TYPE", gives=b"image/png")
    f.call("fetch_header_bytes", "$f", "none", gives=b"")
    f.call("fetch_headers", "$f", gives={"not": {"length": 0}})
    f.call("fetch_body_bytes", "$f", gives={"every": [{"length": var("n")}, {"at": {"0": 0x89, "1": 0x50}}]})
    f.call("fetch_free", "$f", gives=None)
    f.call("fetch_status", "$f", gives=-1, error=contains("freed"))
    f.call("client_fetch_bytes", "$c", "GET", none, [], b"", gives=handle("g"))
    f.call("fetch_status", "$g", gives=404)
    f.call("fetch_body", "$g", gives="Not Found\n")
    f.call("fetch_free", "$g", gives=None)
    f.call("client_download", "$c", url, [], {"text": [var("tmp"), "/d.png"]}, gives=fields(status=200, bytes=var("n")))
    f.call("client_destroy", "$c", gives=None)
    f.call("server_create", "$port", gives=0, error=contains("in use"))
    f.ok("server_stop", "$s")
    f.call("server_destroy", "$s", gives=None)
    f.no("server_stop", "$s", error="freed")
    f.sequence("one thread that serves and asks", "what it asks and what it answers")
    held = {"text": ["http://127.0.0.1:", var("port"), "/held?q=7"]}
    f.call("server_create", 0, gives=handle("s"))
    f.call("server_port", "$s", gives={"bind": "port", "as": {"from": 1, "to": 65535}})
    f.ok("server_route", "$s", "POST", "/held", "nobody")
    f.ok("server_start_background", "$s")
    f.call("client_create", gives=handle("c"))
    f.call("transfer_start", "$c", "POST", held, ["X-A: 1"], b"\x00\xff", gives=handle("t"))
    f.call("transfer_take", "$t", gives=0, error=contains("not ended"))
    f.call("transfer_is_done", "$t", gives=False)
    f.call("transfer_fd", "$t", gives={"from": 0})
    f.call("server_fd", "$s", gives={"from": 0})
    f.call("server_next_request", "$s", 20000, gives=handle("q"))
    f.call("request_query", "$q", "q", gives="7")
    f.call("request_version", "$q", gives="HTTP/1.1")
    f.call("request_query_all", "$q", "q", gives=["7"])
    f.call("request_query_all", "$q", "none", gives=[])
    f.call("request_form_all", "$q", "q", gives=[], error=contains("x-www-form-urlencoded"))
    f.call("request_part_count", "$q", gives=-1, error=contains("multipart/form-data"))
    f.call("request_part_name", "$q", 0, gives="", error=contains("multipart/form-data"))
    f.call("request_scheme", "$q", gives="http")
    f.call("request_header", "$q", "x-a", gives="1")
    f.call("request_body_bytes", "$q", gives=b"\x00\xff")
    f.call("transfer_wait", "$t", 0, gives=False, error="")
    f.call("response_create", 201, "taken", gives=handle("r"))
    f.ok("server_respond", "$q", "$r")
    f.ok("transfer_wait", "$t", 20000)
    f.ok("transfer_is_done", "$t")
    f.call("transfer_take", "$t", gives=handle("f"))
    f.call("fetch_status", "$f", gives=201)
    f.call("fetch_body", "$f", gives="taken")
    f.call("fetch_free", "$f", gives=None)
    f.call("transfer_take", "$t", gives=0, error=contains("taken already"))
    f.no("transfer_wait", "$t", -1, error="`timeout_ms` is -1")
    f.call("transfer_free", "$t", gives=None)
    f.no("transfer_is_done", "$t", error="freed")
    f.call("transfer_start", "$c", "GET", "ftp://x/", [], b"", gives=0, error=contains("`url`"))
    f.call("transfer_start", "$c", "POST", held, [], b"", gives=handle("m"))
    f.call("server_next_request", "$s", 20000, gives=handle("p"))
    f.call("response_create", 200, "first,", gives=handle("h"))
    f.call("response_stream_begin", "$p", "$h", '{"buffer":0}', gives=0, error=contains("`options_json`"))
    f.call("response_stream_begin", "$p", "$h", "", gives=handle("w"))
    f.call("response_stream_write", "$w", b"\x00\xff", 20000, gives=2)
    f.call("response_stream_write", "$w", b"x", -1, gives=-1, error=contains("`timeout_ms` is -1"))
    f.ok("response_stream_send_event", "$w", "tick", "a\nb", "7", 20000)
    f.no("response_stream_send_event", "$w", "a\nb", "", "", 0, error="`event`")
    f.ok("response_stream_finish", "$w")
    f.ok("transfer_wait", "$m", 20000)
    f.call("transfer_take", "$m", gives=handle("g"))
    f.call("fetch_body_bytes", "$g", gives=b"first,\x00\xffevent: tick\nid: 7\ndata: a\ndata: b\n\n")
    f.call("fetch_free", "$g", gives=None)
    f.call("transfer_free", "$m", gives=None)
    f.call("transfer_start", "$c", "POST", held, [], b"", gives=handle("v"))
    f.call("server_next_request", "$s", 20000, gives=handle("z"))
    f.call("response_create", 200, "", gives=handle("i"))
    f.call("response_stream_begin", "$z", "$i", "", gives=handle("x"))
    f.call("response_stream_free", "$x", gives=None)
    f.call("response_stream_write", "$x", b"x", 0, gives=-1, error=contains("freed"))
    f.ok("transfer_wait", "$v", 20000)
    f.call("transfer_take", "$v", gives=0, error={"not": ""})
    f.call("transfer_free", "$v", gives=None)
    f.call("transfer_start", "$c", "GET", "http://127.0.0.1:1/", [], b"", gives=handle("u"))
    f.ok("transfer_wait", "$u", 20000)
    f.call("transfer_take", "$u", gives=0, error=contains("refused"))
    f.call("transfer_free", "$u", gives=None)
    f.call("client_destroy", "$c", gives=None)
    f.ok("server_stop", "$s")
    f.call("server_next_request", "$s", 0, gives=0, error=contains("stopped"))
    f.call("server_destroy", "$s", gives=None)
    f.sequence("no callback", "the header")
    f.no("register_handler", "x", None, None, error="`function` is NULL")
    f.no("unregister_handler", "never registered", error="never registered")
    f.call("server_create_at", "no address", 0, gives=0, error=contains("`address`"))
    f.call("server_create_unix", "", gives=0, error=contains("`path`"))
    f.call("server_create", 70000, gives=0, error=contains("`port` is 70000"))
    hostile(f)
    return f


def cuda():
    f = File("cuda")
    f.sequence("the CPU reference", "the header: device -1")
    f.ok("available")
    f.call("version", gives={"not": ""})
    f.call("error_message", 0, gives="the call succeeded")
    f.call("error_name", 2, gives="VRAM_OOM")
    f.call("error_name", 1 << 32, gives="UNKNOWN")
    f.ok("error_is_retriable", 2)
    f.no("error_is_retriable", 8)
    f.no("set_device", -2, error="-2")
    f.ok("set_device", -1)
    f.call("get_device", gives=-1)
    f.call("device_count", gives={"from": 0})
    f.call("device_name", -1, gives="CPU reference")
    f.no("set_threads", -1, error="`threads` is -1")
    f.no("set_threads", 257, error="`threads` is 257")
    f.ok("set_threads", 2)
    f.ok("set_threads", 0)
    f.ok("set_exact", True)
    f.ok("set_exact", False)
    f.ok("set_mapping", False)
    f.ok("set_mapping", True)
    f.call("device_memory", -1, gives={"from": 1 << 20})
    f.call("device_free_memory", -1, gives={"from": 1})
    f.call("compute_capability", -1, gives=fields(major=0, minor=0), error=contains("compute capability"))
    f.call("malloc", 64, gives=handle("a"))
    f.call("malloc", 32, gives=handle("b"))
    f.ok("memset", "$a", 0xA5, 64)
    f.ok("memcpy_h2d", "$a", bytes(range(16)), 16)
    f.ok("memcpy_d2d", "$b", "$a", 32)
    f.call("memcpy_d2h", {"out": 32}, "$b", 32, gives=True, out={"hex": (bytes(range(16)) + b"\xa5" * 16).hex()})
    f.ok("synchronize")
    f.no("memcpy_h2d", "$a", b"12345678", 9, error="`src_host` has 8 bytes")
    f.no("memcpy_d2h", {"out": 8}, "$a", -1, error="`size` is -1")
    f.no("memset", "$a", 256, 1, error="`value` is 256")
    f.ok("free", "$a")
    f.ok("free", "$b")
    f.no("free", "$a", error="no live allocation begins")
    f.call("malloc", 0, gives=0, error=contains("`size` is 0"))
    f.call("compile_ptx", "", gives=0, error=contains("`ptx_source` is empty"))
    f.call("stream_create", gives=handle("s"))
    f.ok("stream_synchronize", "$s")
    f.ok("stream_destroy", "$s")
    f.no("stream_synchronize", "$s", error="freed")
    f.sequence("the parrot's model", "its training text; tokens come back as they went")
    f.call("init", -1, gives=handle("c"))
    f.ok("check_device_health", "$c")
    f.call("load_model", "$c", "/no/such/model.gguf", gives=0, error=contains("/no/such/model.gguf"))
    f.call("load_model", "$c", {"text": [var("root"), "/cuda/model/parrot.gguf"]}, gives=handle("m"))
    f.call("model_get_vram_usage", "$m", gives={"bind": "weights", "as": {"from": 100000, "to": 1000000}})
    f.call("get_process_vram_usage", "$c", gives=var("weights"))
    f.ok("check_vram_residency", "$m")
    f.call("model_info", "$m", gives=contains('"architecture":"llama"'))
    f.call("model_tokenize", "$m", "Figaro counts. 🦜", True, gives={"bind": "tokens"})
    f.call("model_detokenize", "$m", "$tokens", gives="Figaro counts. 🦜")
    f.call("model_detokenize", "$m", [400], gives="", error=contains("token 400"))
    f.call("model_token_text", "$m", -1, gives="", error=contains("token -1"))
    f.call("model_logits", "$m", "Every evening at six o'", gives={"length": 400})
    f.call("model_perplexity", "$m", "", gives=0.0, error=contains("at least 2"))
    f.call("inference_start", "$m", "The lamp turned and turned,", 2, 0.0, 1, gives=handle("i"))
    f.call("inference_next_token", "$i", gives=fields(has_token=True, index=0))
    f.call("inference_next_token", "$i", gives=fields(has_token=True, index=1))
    f.call("inference_next_token", "$i", gives=fields(has_token=False))
    f.call("inference_statistics", "$i", gives=fields(generated_tokens=2))
    f.ok("inference_free", "$i")
    f.no("inference_free", "$i", error="freed")
    chat = '[{"role": "user", "content": "a<|endoftext|>"}]'
    template = '{"template": "{% for m in messages %}<{{ m.role | upper }}>{{ m.content }}{% endfor %}"}'
    f.call("model_render_chat", "$m", chat, template, gives="<USER>a<|endoftext|>")
    f.call("model_render_chat", "$m", chat, "{}", gives="", error=contains("has no chat template"))
    f.call("model_render_chat", "$m", '[{"content": "a"}]', template, gives="", error=contains("message 0"))
    f.call("model_render_chat", "$m", chat, '{"template": "{{ raise_exception(1 ~ 2) }}"}', gives="", error=contains("12"))
    f.call("model_tokenize_chat", "$m", chat, template, gives={"bind": "chat"})
    f.call("model_tokenize_with_options", "$m", "<USER>a<|endoftext|>", '{"parse_control": false}', gives={"bind": "again"})
    f.call("model_tokenize_with_options", "$m", "a", '{"special": true}', gives=[], error=contains("special"))
    f.call("inference_start_with_tokens", "$m", "$chat", '{"max_tokens": 1, "temperature": 0}', gives=handle("t"))
    f.call("inference_end_reason", "$t", gives=0)
    f.call("inference_last_token", "$t", gives=fields(token=-1))
    f.call("inference_next_token", "$t", gives=fields(has_token=True, index=0))
    f.call("inference_end_reason", "$t", gives=3)
    f.call("inference_last_token", "$t", gives=fields(has_log_probability=False))
    f.ok("inference_feed", "$t", "$chat", 1)
    f.call("inference_next_token", "$t", gives=fields(has_token=True, index=1))
    f.no("inference_feed", "$t", [400], 1, error="token 400")
    f.ok("inference_free", "$t")
    f.call("inference_start_with_tokens", "$m", [400], "{}", gives=0, error=contains("token 400"))
    f.call("inference_start", "$m", "a", 0, 0.0, 1, gives=0, error=contains("`max_tokens` is 0"))
    f.call("inference_start_with_options", "$m", "a", '{"heat": 1}', gives=0, error=contains("heat"))
    f.ok("unload_model", "$m")
    f.ok("destroy", "$c")
    hostile(f)
    return f


def winit():
    f = File("winit")
    common(f, {"starts": "0.30."})
    hostile(f)
    return f


def module():
    f = File("module")
    common(f, {"starts": "0."})
    f.sequence("the built-in module", "the protocol as the manifest describes it")
    f.call("load", "native", gives=handle("m"))
    f.call("info", "$m", gives={"every": [contains('"kind":"built-in"'), contains('"state":"ready"')]})
    f.call("list", gives={"each": contains('"path":"native"')})
    f.call("send", "$m", "init", "null", gives=contains('"rt_regex_find_quick"'))
    call = '{"call":"rt_regex_find_quick","args":["[0-9]+","made in 2026"]}'
    for kind in ("command", "query", "mutation", "event"):
        f.call("send", "$m", kind, call, gives='{"status":"success","data":"2026"}')
    f.call("send_timeout", "$m", "query", call, 60000, gives='{"status":"success","data":"2026"}')
    error = {"starts": '{"status":"error","error":"'}
    f.call("send", "$m", "query", '{"call":"rt_regex_find_quick","args":["(","a"]}',
           gives={"every": [error, contains('"data":""')]})
    f.call("send", "$m", "query", '{"call":"rt_regex_find_quick","args":["a"]}', gives={"every": [error, contains("takes 2")]})
    f.call("send", "$m", "query", '{"call":"rt_nothing","args":[]}', gives={"every": [error, contains("rt_nothing")]})
    for bad in ("{", "1e400", '{"call":"rt_native_live_handles","args":[-1e999]}', '"\\ud800"', '["\\udc00\\u0041"]'):
        f.call("send", "$m", "query", bad, gives=error, error=contains("`payload` is not JSON"))
    f.call("send", "$m", "shout", "null", gives=error, error=contains("none of init, command, query"))
    f.call("send_timeout", "$m", "query", "null", -1, gives=error, error=contains("`ms` is -1"))
    f.call("send_bytes", "$m", "query", b"bytes", -1, gives=b"", error=contains("`handle_bytes`"))
    f.call("send_bytes", "$m", "query", b"bytes", -2, gives=b"", error=contains("`ms` is -2"))
    f.ok("unload", "$m")
    f.no("unload", "$m", error="freed")
    f.call("send", "$m", "query", "null", gives=error, error=contains("freed"))
    f.call("info", "$m", gives="", error=contains("freed"))
    f.sequence("what is no module", "an empty folder")
    f.call("load", {"text": [var("tmp"), "/none.so"]}, gives=0, error=contains("/none.so"))
    f.call("load", {"text": [var("tmp")]}, gives=0, error={"not": ""})
    for bad in ('{"memory": 1}', '{"time_ms": 1e400}', '{"grants": {"arguments": ["\\ud800"]}}'):
        f.call("load_with_options", "native", bad, gives=0, error=contains("`options_json`"))
    f.call("find", "no_module_is_called_so", gives="", error=contains("simple_native/modules"))
    f.call("find", "../up", gives="", error=contains("no module's name"))
    f.sequence("functions of the host's", "the boundary's rules")
    f.no("register_function", "name", None, None, error="`function` is NULL")
    f.no("unregister_function", "name", error="no function of that name")
    f.sequence("events", "what happens to modules, in its order")
    f.call("rt_events_subscribe", ["module"], gives=handle("e"))
    f.call("rt_events_next", "$e", 0, gives="")
    f.call("load", "native", gives=handle("m"))
    f.ok("unload", "$m")
    for kind in ("loaded", "unloaded"):
        f.call("rt_events_next", "$e", 1000, gives={"every": [
            {"starts": '{"kind":"module","sequence":'}, contains('"dropped":0'), contains(f'"type":"{kind}"')]})
    f.call("rt_events_next", "$e", 1, gives="")
    f.call("rt_events_next", "$e", -2, gives="", error=contains("-2"))
    f.no("rt_events_notify", "$e", None, None, error="`function` is NULL")
    f.call("rt_events_unsubscribe", "$e", gives=None)
    f.call("rt_events_next", "$e", 0, gives="", error=contains("freed"))
    f.call("rt_events_subscribe", ["weather"], gives=0, error=contains("weather"))
    f.call("rt_events_subscribe_taking", ["weather"], gives=0, error=contains("weather"))
    f.call("rt_events_subscribe", [], gives=handle("e"))
    f.call("rt_events_unsubscribe", "$e", gives=None)
    hostile(f)
    return f


def main():
    total = 0
    for library in MANIFEST["libraries"]:
        name = library["name"]
        if name not in globals():
            sys.exit(f"make.py has no function {name}(), which says what {name}'s functions give")
        count = globals()[name]().write()
        total += count
        print(f"{name:10} {count}")
    print(f"{'all':10} {total}")


main()
