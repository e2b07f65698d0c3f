"""WebAssembly modules beside plain wasmtime and extism, from Python: rows of the bench's table.

Arguments: the shared object, and the folder with `peer.wasm`, `peer_large.wasm` and `peer_extism.wasm`. The peers are
the packages `wasmtime` and `extism` of PyPI. What is measured is the processor's time of the whole process, so that a busy
machine changes little.
"""

import ctypes
import json
import os
import statistics
import sys
import time

import extism
import wasmtime

library, folder = ctypes.CDLL(sys.argv[1]), sys.argv[2]
TURNS = 15


class Bytes(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("len", ctypes.c_int64)]


def declared(name, result, *arguments):
    function = library[name]
    function.restype, function.argtypes = result, arguments
    return function


i64, text = ctypes.c_int64, ctypes.c_char_p
load = declared("rt_module_load_with_options", i64, text, text)
unload = declared("rt_module_unload", i64, i64)
send = declared("rt_module_send_bytes", Bytes, i64, text, ctypes.c_char_p, i64, i64)
free = declared("rt_bytes_free", None, ctypes.c_void_p, i64)


def file(name):
    return os.path.join(folder, name)


def loaded(name):
    module = load(file(name).encode(), b'{"compile_ms": 600000, "time_ms": 600000}')
    assert module > 0, name
    return module


def ask(module, kind, data):
    answer = send(module, kind, data, len(data), -1)
    copy = ctypes.string_at(answer.data, answer.len)
    free(answer.data, answer.len)
    return copy


class Plain:
    """What a host does with wasmtime alone, by the same entry points."""

    engine = wasmtime.Engine()

    def __init__(self, name, module=None):
        module = module or wasmtime.Module.from_file(self.engine, file(name))
        self.store = wasmtime.Store(self.engine)
        exports = wasmtime.Instance(self.store, module, []).exports(self.store)
        self.memory = exports["memory"]
        self.handle, self.alloc, self.free = (exports[name] for name in ("handle_bytes", "alloc_bytes", "free_bytes"))
        self.instance = exports["create_module"](self.store)

    def ask(self, kind, data):
        store, memory = self.store, self.memory
        size = 16 + len(data) + len(kind) + 1
        block = self.alloc(store, size)
        memory.write(store, bytes(16) + data + kind + b"\0", block)
        assert self.handle(store, self.instance, block + 16 + len(data), block + 16, len(data), block) == 1
        head = memory.read(store, block, block + 16)
        start, length = (int.from_bytes(head[at:at + 8], "little") for at in (0, 8))
        answer = bytes(memory.read(store, start, start + length))
        self.free(store, start, length)
        self.free(store, block, size)
        return answer


def seconds(call, times):
    start = time.process_time()
    for _ in range(times):
        call()
    return (time.process_time() - start) / times


def compare(what, ours, theirs, times, goal, turns=TURNS):
    """Turn by turn, so that both have the same machine."""
    seconds(ours, 1), seconds(theirs, 1)
    all_turns = [(seconds(ours, times), seconds(theirs, times)) for _ in range(turns)]
    print(json.dumps({
        "what": what,
        "ours": statistics.median(turn[0] for turn in all_turns),
        "theirs": statistics.median(turn[1] for turn in all_turns),
        "ratio": statistics.median(turn[0] / turn[1] for turn in all_turns),
        "goal": goal,
    }), flush=True)


def extism_plugin(name):
    with open(file(name), "rb") as source:
        return extism.Plugin(source.read())


small, large = b"x" * 100, bytes(range(256)) * 4096
ours, plain, other = loaded("peer.wasm"), Plain("peer.wasm"), extism_plugin("peer_extism.wasm")
primes = (148933).to_bytes(8, "little")
assert ask(ours, b"command", large) == plain.ask(b"command", large) == bytes(other.call("echo", large)) == large
assert ask(ours, b"query", b"") == plain.ask(b"query", b"") == bytes(other.call("sieve", b"")) == primes

compare("a message of 100 bytes / extism", lambda: ask(ours, b"command", small), lambda: other.call("echo", small), 500, "at most 1")
compare("a message of 100 bytes / wasmtime", lambda: ask(ours, b"command", small), lambda: plain.ask(b"command", small), 500, "")
compare("1 MiB and back / extism", lambda: ask(ours, b"command", large), lambda: other.call("echo", large), 20, "at most 1.2")
compare("1 MiB and back / wasmtime", lambda: ask(ours, b"command", large), lambda: plain.ask(b"command", large), 20, "")
compare("a sieve to 2,000,000 / wasmtime", lambda: ask(ours, b"query", b""), lambda: plain.ask(b"query", b""), 3, "at most 1.1")

compiled = wasmtime.Module.from_file(Plain.engine, file("peer.wasm"))


def instances(make, drop):
    for one in [make() for _ in range(200)]:
        drop(one)


compare("200 instances of a small module / wasmtime",
        lambda: instances(lambda: loaded("peer.wasm"), unload),
        lambda: instances(lambda: Plain("", compiled), lambda _: None), 1, "at most 2")


def compile_theirs():
    """The package's own way to compile, in a new engine: no cache, all threads."""
    wasmtime.Module.from_file(wasmtime.Engine(), file("peer_large.wasm"))


compare("compiling a module of 500 functions / wasmtime", lambda: unload(loaded("peer_large.wasm")), compile_theirs, 1, "at most 1.2", 5)
