"""Runs the vectors through the Python binding: run.py FOLDER ROOT; prints how many calls each library had."""

import json
import math
import sys
import tempfile
import time
from pathlib import Path

import simple_native


class Mismatch(Exception):
    pass


class Runner:
    def __init__(self, manifest):
        functions = [f for library in manifest["libraries"] for f in library["functions"]]
        self.params = {f["name"]: [p["type"] for p in f["params"]] for f in functions}
        self.live = simple_native.function("rt_native_live_handles")

    def joined(self, pieces):
        return "".join(piece if isinstance(piece, str) else str(self.bound[piece["var"]]) for piece in pieces)

    def argument(self, value, kind):
        if isinstance(value, dict):
            if "i64" in value:
                return int(value["i64"])
            if "f64" in value:
                return float(value["f64"])
            if "bytes" in value or "hex" in value:
                return bytes.fromhex(value.get("bytes", value.get("hex")))
            if "text" in value:
                text = value["text"]
                return (text if isinstance(text, str) else self.joined(text)) * value.get("times", 1)
            if "items" in value:
                return self.argument(value["items"], kind) * value["times"]
            if "out" in value:
                return bytearray(value["out"])
            return self.bound[value["var"]]
        if isinstance(value, list):
            return [self.argument(item, kind) for item in value]
        return value

    def expect(self, seen, wanted):
        if not self.matches(seen, wanted):
            shown = repr(seen)
            raise Mismatch(f"gave {shown[:300]}, not {json.dumps(wanted, ensure_ascii=False)[:300]}")

    def matches(self, seen, wanted):
        if isinstance(wanted, list):
            return len(seen) == len(wanted) and all(map(self.matches, seen, wanted))
        if not isinstance(wanted, dict):
            return seen == wanted and isinstance(seen, bool) == isinstance(wanted, bool)
        return all(self.operator(seen, key, value, wanted) for key, value in wanted.items())

    def operator(self, seen, key, value, wanted):
        match key:
            case "i64":
                return seen == int(value)
            case "f64":
                return math.isnan(seen) if value == "nan" else seen == float(value)
            case "handle":
                self.bound[value] = seen
                return seen > 0
            case "bind":
                self.bound[value] = seen
                return True
            case "as":
                return self.matches(seen, value)
            case "var":
                return seen == self.bound[value]
            case "text":
                return seen == self.joined(value)
            case "near":
                return abs(seen - value) <= wanted["by"]
            case "by":
                return True
            case "from":
                return seen >= value
            case "to":
                return seen <= value
            case "contains":
                return value in seen
            case "starts":
                return seen.startswith(value)
            case "hex":
                return (seen.encode() if isinstance(seen, str) else bytes(seen)) == bytes.fromhex(value)
            case "length":
                return self.matches(len(seen.encode() if isinstance(seen, str) else seen), value)
            case "each":
                return all(self.matches(item, value) for item in seen)
            case "at":
                return all(self.matches(seen[int(at)], item) for at, item in value.items())
            case "fields":
                return all(self.matches(getattr(seen, name), item) for name, item in value.items())
            case "not":
                return not self.matches(seen, value)
            case "every":
                return all(self.matches(seen, item) for item in value)
        raise ValueError(key)

    def call(self, call, library):
        name = call["call"]
        function = simple_native.function(name)
        for _ in range(call.get("repeat", 1)):
            arguments = [self.argument(*pair) for pair in zip(call["args"], self.params[name], strict=True)]
            if "error" in call:
                simple_native.function(f"rt_{library}_clear_error")()
            seen = function(*arguments)
            if "gives" in call:
                self.expect(seen, call["gives"])
            if "error" in call:
                self.expect(simple_native.function(f"rt_{library}_get_last_error")(), call["error"])
            if "out" in call:
                self.expect(next(one for one in arguments if isinstance(one, bytearray)), call["out"])

    def sequence(self, sequence, library, root):
        before = self.live()
        with tempfile.TemporaryDirectory() as folder:
            self.bound = {"tmp": folder, "root": root}
            for at, call in enumerate(sequence["calls"]):
                try:
                    self.call(call, library)
                except Exception as error:
                    line = json.dumps(call, ensure_ascii=False)[:300]
                    raise Mismatch(f"{library}: {sequence['name']}: call {at}: {line}: {error}") from error
        end = time.monotonic() + 5
        while self.live() != before:
            if time.monotonic() > end:
                raise Mismatch(f"{library}: {sequence['name']} leaves {self.live() - before} objects")
            time.sleep(0.01)
        return len(sequence["calls"])


def main(folder, root):
    runner = Runner(json.loads(Path(root, "simple_native/simple_native.json").read_text()))
    failures = 0
    for path in sorted(Path(folder).glob("*.json")):
        file = json.loads(path.read_text())
        calls = 0
        for sequence in file["sequences"]:
            try:
                calls += runner.sequence(sequence, file["library"], root)
            except Mismatch as mismatch:
                failures += 1
                print(mismatch, file=sys.stderr)
        print(f"calls {file['library']} {calls}")
    sys.stdout.flush()
    sys.exit(failures > 0)


main(*sys.argv[1:])
