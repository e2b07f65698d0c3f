"""Runs the conformance vectors through the built-in module `native`: messages in JSON, and nothing else."""

import ctypes
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time


class Host:
    """The one native function that is called directly is the one that sends."""

    def __init__(self, path):
        self.library = ctypes.CDLL(path)
        load, send = self.library.rt_module_load, self.library.rt_module_send
        load.restype, load.argtypes = ctypes.c_int64, [ctypes.c_char_p]
        send.restype, send.argtypes = ctypes.c_void_p, [ctypes.c_int64, ctypes.c_char_p, ctypes.c_char_p]
        self.library.rt_text_free.argtypes = [ctypes.c_void_p]
        self.library.rt_text_len.argtypes, self.library.rt_text_len.restype = [ctypes.c_void_p], ctypes.c_int64
        self.module = load(b"native")
        assert self.module > 0
        self.calls = 0

    def call(self, function, arguments):
        payload = json.dumps({"call": function, "args": arguments}).encode()
        text = self.library.rt_module_send(self.module, b"command", payload)
        answer = json.loads(ctypes.string_at(text, self.library.rt_text_len(text)))
        self.library.rt_text_free(text)
        assert answer["status"] in ("success", "error"), answer
        if "data" not in answer:
            raise AssertionError(f"{function}{arguments}: {answer['error']}")
        self.calls += 1
        return answer["data"]


def pieces(value, bound):
    if isinstance(value, str):
        return value
    return "".join(str(bound[piece["var"]]) if isinstance(piece, dict) else piece for piece in value)


def argument(value, bound):
    """A vector's argument as the module takes it."""
    if isinstance(value, list):
        return [argument(item, bound) for item in value]
    if not isinstance(value, dict):
        return value
    times = value.get("times", 1)
    if "var" in value:
        return bound[value["var"]]
    if "text" in value:
        return pieces(value["text"], bound) * times
    if "hex" in value:
        return {"hex": value["hex"] * times}
    if "bytes" in value:
        return {"bytes": value["bytes"] * times}
    if "f64" in value and value["f64"] == "-0":
        return -0.0
    return value


def plain(value):
    """A result, bytes and special floats as Python has them."""
    if isinstance(value, dict) and set(value) == {"hex"}:
        return bytes.fromhex(value["hex"])
    if isinstance(value, dict) and set(value) == {"f64"}:
        return float(value["f64"])
    return value


def same(actual, expected):
    if isinstance(expected, bool) or isinstance(actual, bool):
        return isinstance(actual, bool) and actual == expected
    if isinstance(expected, float) and expected != expected:
        return actual != actual
    return type(actual) in (int, float) and actual == expected


def size(value):
    return len(value.encode()) if isinstance(value, str) else len(value)


def meets(actual, expected, bound):
    actual = plain(actual)
    if expected is None or isinstance(expected, str):
        return actual == expected
    if isinstance(expected, (bool, int, float)):
        return same(actual, expected)
    if isinstance(expected, list):
        items = list(actual)
        return len(items) == len(expected) and all(meets(a, e, bound) for a, e in zip(items, expected))
    if "handle" in expected:
        bound[expected["handle"]] = actual
        return actual > 0
    if "bind" in expected:
        bound[expected["bind"]] = actual
        return "as" not in expected or meets(actual, expected["as"], bound)
    checks = {
        "i64": lambda e: same(actual, int(e)),
        "f64": lambda e: same(float(actual), float(e)),
        "var": lambda e: actual == bound[e],
        "text": lambda e: actual == pieces(e, bound) * expected.get("times", 1),
        "near": lambda e: abs(actual - e) <= expected["by"],
        "from": lambda e: actual >= e,
        "to": lambda e: actual <= e,
        "contains": lambda e: e in actual,
        "starts": lambda e: actual.startswith(e),
        "hex": lambda e: (actual.encode() if isinstance(actual, str) else bytes(actual)) == bytes.fromhex(e) * expected.get("times", 1),
        "length": lambda e: meets(size(actual), e, bound),
        "each": lambda e: all(meets(item, e, bound) for item in actual),
        "at": lambda e: all(meets(actual[int(i)], item, bound) for i, item in e.items()),
        "fields": lambda e: all(meets(actual[name], item, bound) for name, item in e.items()),
        "not": lambda e: not meets(actual, e, bound),
        "every": lambda e: all(meets(actual, one, bound) for one in e),
    }
    assert set(expected) <= set(checks) | {"by", "times"}, f"an unknown result {expected}"
    return all(check(expected[key]) for key, check in checks.items() if key in expected)


def one_call(host, library, call, bound):
    arguments = [argument(value, bound) for value in call.get("args", [])]
    for _ in range(call.get("repeat", 1)):
        deadline = time.monotonic() + 10
        while True:
            if "error" in call:
                host.call(f"rt_{library}_clear_error", [])
            given = host.call(call["call"], arguments)
            out = None
            if isinstance(given, dict) and set(given) == {"result", "out"}:
                given, out = given["result"], given["out"]
            good = "gives" not in call or meets(given, call["gives"], bound)
            if good or not call.get("until") or time.monotonic() > deadline:
                break
            time.sleep(0.01)
        assert good, f"{call} gives {str(given)[:500]}"
        if "out" in call:
            assert meets(out, call["out"], bound), f"{call} leaves {out}"
        if "error" in call:
            error = host.call(f"rt_{library}_get_last_error", [])
            assert meets(error, call["error"], bound), f"{call}: {error}"


def one_sequence(host, library, sequence, root, echo):
    before = host.call("rt_native_live_handles", [])
    with tempfile.TemporaryDirectory() as folder:
        bound = {"tmp": folder, "root": root, "echo": echo}
        for call in sequence["calls"]:
            one_call(host, library, call, bound)
    deadline = time.monotonic() + 5
    while host.call("rt_native_live_handles", []) != before:
        assert time.monotonic() < deadline, "objects are left behind"
        time.sleep(0.01)


def main():
    shared, folder, root = sys.argv[1:4]
    host, failures, sequences = Host(shared), [], 0
    server = pathlib.Path(folder) / "echo_server.py"
    with subprocess.Popen([sys.executable, server], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as echo:
        address = echo.stdout.readline().strip().split()[-1]
        for path in sorted(pathlib.Path(folder).glob("*.json")):
            vectors = json.loads(path.read_text())
            for sequence in vectors["sequences"]:
                sequences += 1
                try:
                    one_sequence(host, vectors["library"], sequence, root, address)
                except (AssertionError, KeyError, TypeError, AttributeError) as error:
                    failures.append(f"{path.name}: {sequence['name']}: {error!r}"[:1000])
        echo.kill()
    print("\n".join(failures))
    print(f"{sequences} sequences, {host.calls} calls, {len(failures)} failures")
    return bool(failures) or host.calls == 0


if __name__ == "__main__":
    os.environ.pop("http_proxy", None)
    sys.exit(main())
