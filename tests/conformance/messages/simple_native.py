"""The archive's functions through its built-in module `native`, by messages in JSON: what run.py imports in place of
the binding. Loading that module and sending are the only functions called directly."""

import ctypes
import json
import os
from pathlib import Path
from types import SimpleNamespace

_ROOT = Path(__file__).resolve().parents[3]
_MANIFEST = json.loads((_ROOT / "simple_native/simple_native.json").read_text())
_FUNCTIONS = {f["name"]: f for library in _MANIFEST["libraries"] for f in library["functions"]}

_native = ctypes.CDLL(os.environ["SIMPLE_NATIVE_LIBRARY"])
_native.rt_module_load.restype = ctypes.c_int64
_native.rt_module_send.restype = ctypes.c_void_p
_native.rt_module_send.argtypes = [ctypes.c_int64, ctypes.c_char_p, ctypes.c_char_p]
_native.rt_text_len.restype = ctypes.c_int64
_native.rt_text_len.argtypes = _native.rt_text_free.argtypes = [ctypes.c_void_p]
_module = _native.rt_module_load(b"native")


def _send(payload):
    text = _native.rt_module_send(_module, b"command", json.dumps(payload).encode())
    answer = json.loads(ctypes.string_at(text, _native.rt_text_len(text)))
    _native.rt_text_free(text)
    return answer


def _argument(value, kind):
    """`value` as a message has it."""
    if isinstance(value, bytearray):
        return len(value)
    if isinstance(value, bytes):
        return {"hex": value.hex()} if kind == "[u8]" else {"bytes": value.hex()}
    if isinstance(value, list):
        return [_argument(item, kind.strip("[]")) for item in value]
    if isinstance(value, float) and value - value != 0:
        return {"f64": str(value)}
    return value


def _result(value):
    """What a message has for a result, as the binding hands it out."""
    if isinstance(value, list):
        return [_result(item) for item in value]
    if not isinstance(value, dict):
        return value
    match list(value):
        case ["hex"]:
            return bytes.fromhex(value["hex"])
        case ["f64"]:
            return float(value["f64"])
    return SimpleNamespace(**{name: _result(field) for name, field in value.items()})


def function(name):
    kinds = [param["type"] for param in _FUNCTIONS[name.removesuffix("_into")]["params"]]

    def call(*arguments):
        values = [_argument(value, kind) for value, kind in zip(arguments, kinds, strict=True)]
        answer = _send({"call": name, "args": values})
        if "data" not in answer:
            raise ValueError(answer["error"])
        data = answer["data"]
        buffers = [value for value in arguments if isinstance(value, bytearray)]
        if buffers:
            buffers[0][:] = _result(data["out"])
            data = data["result"]
        return _result(data)

    return call
