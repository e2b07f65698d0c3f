"""Finding and loading the shared object, and its functions as functions of Python: through the extension `_calls`
where it is there, else through ctypes."""

import ctypes
import ctypes.util
import functools
import importlib
import operator
import os
import sys
from array import array
from pathlib import Path
from typing import Any

from . import _abi

_calls: Any = None
if sys.implementation.name == "cpython" and sys.version_info >= (3, 10):
    try:
        _calls = importlib.import_module("._calls", __package__)
    except ImportError:
        pass


class Error(Exception):
    """A call failed; the text says why."""


class LoadError(ImportError):
    """The shared object is missing, or of another version than these modules."""


def _find():
    named = os.environ.get("SIMPLE_NATIVE_LIBRARY")
    if named:
        return named
    here = Path(__file__).resolve()
    names = {"win32": "simple_native.dll", "darwin": "libsimple_native.dylib"}
    name = names.get(sys.platform, "libsimple_native.so")
    # Beside these files, or in the package that they came with.
    for place in (here.with_name(name), here.parents[3] / "lib" / name):
        if place.exists():
            return str(place)
    return ctypes.util.find_library("simple_native") or name


def _load(path):
    try:
        library = ctypes.CDLL(path)
    except OSError as error:
        raise LoadError(f"simple_native: {error}; SIMPLE_NATIVE_LIBRARY names the file to load") from None
    try:
        check = library.rt_native_check_abi
    except AttributeError:
        raise LoadError(
            f"simple_native: {path} is older than these modules, which are of revision {_abi.REVISION}: "
            "it knows no rt_native_check_abi"
        ) from None
    check.restype = ctypes.c_bool
    check.argtypes = [ctypes.c_int64, ctypes.c_int64]
    if not check(_abi.REVISION, _abi.HASH):
        reason = library.rt_native_get_last_error
        reason.restype = ctypes.c_char_p
        raise LoadError(f"simple_native: these modules do not fit {path}: {reason().decode()}")
    return library


library = _load(_find())


def _raw(name, result, *arguments):
    """The exported function `name` as ctypes has it."""
    function = library[name]
    function.restype = result
    function.argtypes = arguments
    return function


_text_len = _raw("rt_text_len", ctypes.c_int64, ctypes.c_void_p)
_text_free = _raw("rt_text_free", None, ctypes.c_void_p)
_small_string_at = ctypes.string_at


def _string_at(address, length):
    if length < 1 << 31:
        return _small_string_at(address, length)
    return (ctypes.c_char * length).from_address(address).raw  # The other one counts in 32 bits.


def take_text(pointer):
    """A returned text; released."""
    try:
        text = _string_at(pointer, _text_len(pointer))
    finally:
        _text_free(pointer)
    return text.decode()


_text_is_none = _raw("rt_text_is_none", ctypes.c_bool, ctypes.c_void_p)


def take_optional_text(pointer):
    """A returned text, None where there is nothing; released."""
    if _text_is_none(pointer):
        return None
    return take_text(pointer)


def _array_of(pointer, release) -> Any:
    release = _raw(release, None, ctypes.c_void_p, ctypes.c_int64)

    class Array(ctypes.Structure):
        _fields_ = [("data", pointer), ("len", ctypes.c_int64)]

        @staticmethod
        def released(one):
            release(ctypes.cast(one.data, ctypes.c_void_p), one.len)

    return Array


class _Numbers:
    data: Any
    len: int
    released: Any

    def take(self):
        try:
            return self.data[: self.len] if self.len else []
        finally:
            self.released(self)


_Floats: Any = _array_of(ctypes.POINTER(ctypes.c_double), "rt_f64_array_free")
_Integers: Any = _array_of(ctypes.POINTER(ctypes.c_int64), "rt_i64_array_free")
_Data: Any = _array_of(ctypes.c_void_p, "rt_bytes_free")
_Texts: Any = _array_of(ctypes.POINTER(ctypes.c_void_p), "rt_text_array_free")


class _F64Array(_Numbers, _Floats):
    """A returned array of floats."""


class _I64Array(_Numbers, _Integers):
    """A returned array of integers."""


class _Bytes(_Data):
    """Returned bytes."""

    def take(self):
        try:
            return _string_at(self.data, self.len) if self.len else b""
        finally:
            self.released(self)


class _TextArray(_Texts):
    """A returned array of texts."""

    def take(self):
        try:
            return [_string_at(one, _text_len(one)).decode() for one in self.data[: self.len]] if self.len else []
        finally:
            self.released(self)

    def take_optional(self):
        try:
            texts = self.data[: self.len] if self.len else []
            return [None if _text_is_none(one) else _string_at(one, _text_len(one)).decode() for one in texts]
        finally:
            self.released(self)


def integer(value):
    """An integer that C can hold, and that is not one of the usual ones."""
    value = operator.index(value)
    if not -1 << 63 <= value < 1 << 63:
        raise OverflowError(f"{value} does not fit into 64 bits")
    return value


def text(value):
    """A text as C has it, where it is not a plain string."""
    if value is None:
        return None
    if isinstance(value, str):
        value = value.encode()
    elif not isinstance(value, bytes):
        raise TypeError(f"a text is a str or bytes, not {type(value).__name__}")
    if b"\0" in value:
        raise ValueError("embedded null character")
    return value


def _array(code, values):
    """An array of numbers; whatever has such numbers in its memory (NumPy's arrays do) is copied as a whole."""
    try:
        view = memoryview(values)
    except TypeError:
        return array(code, values)
    if view.c_contiguous and view.itemsize == 8 and view.format.lstrip("@=<") in ("d" if code == "d" else "ql"):
        whole = array(code)
        whole.frombytes(view.cast("B"))
        return whole
    return array(code, values)


def items(code, values):
    """The address and the count of numbers, and what keeps them there: what is exported cannot be resized."""
    if values is None:
        return None, 0, None
    if isinstance(values, (str, bytes, bytearray)):
        # An array would take their memory for numbers.
        raise TypeError("numbers come in a list or another iterable, not " + type(values).__name__)
    if not (isinstance(values, array) and values.typecode == code):
        values = _array(code, values)
    if not values:
        return None, 0, None
    kept = ctypes.c_char.from_buffer(values)
    return ctypes.addressof(kept), len(values), kept


def data(values):
    """Bytes and their count."""
    if values is None:
        return None, 0
    if type(values) is not bytes:
        values = bytes(memoryview(values))
    return values, len(values)


def buffer(writable):
    """The address of a buffer to be filled, its size, and what keeps it there."""
    if writable is None:
        return None, 0, None
    view = memoryview(writable).cast("B")
    kept = (ctypes.c_uint8 * len(view)).from_buffer(view)
    return ctypes.addressof(kept), len(view), kept


def texts(values):
    """The address of texts as C has them, their count, and what keeps them there."""
    if values is None:
        return None, 0, None
    if isinstance(values, (str, bytes, bytearray)):
        # Its characters would be a text each.
        raise TypeError("texts come in a list or another iterable, not " + type(values).__name__)
    encoded = [text(value) for value in values]
    kept = (ctypes.c_char_p * len(encoded))(*encoded)
    return ctypes.addressof(kept), len(encoded), kept


# By the letters of shapes: ctypes' types, what makes the arguments of one, what makes the result of what is returned.
_PARAMETERS = {
    "i": ([ctypes.c_int64], "{0} if type({0}) is int and 0 <= {0} <= 0x7FFFFFFFFFFFFFFF else integer({0})"),
    "d": ([ctypes.c_double], "{0}"),
    "b": ([ctypes.c_bool], "{0}"),
    "t": ([ctypes.c_char_p], "{0}.encode() if type({0}) is str and '\\0' not in {0} else text({0})"),
    "a": ([ctypes.c_void_p], "{0}"),
    "B": ([ctypes.c_char_p, ctypes.c_int64], "*data({0})"),
}
_RESULTS = {
    "v": (None, "{}"),
    "i": (ctypes.c_int64, "{}"),
    "d": (ctypes.c_double, "{}"),
    "b": (ctypes.c_bool, "{}"),
    "t": (ctypes.c_void_p, "take_text({})"),
    "o": (ctypes.c_void_p, "take_optional_text({})"),
    "F": (_F64Array, "{}.take()"),
    "I": (_I64Array, "{}.take()"),
    "B": (_Bytes, "{}.take()"),
    "T": (_TextArray, "{}.take()"),
    "O": (_TextArray, "{}.take_optional()"),
}


@functools.lru_cache(maxsize=None)
def _converting(taken, parameters):
    """What makes, of a function of C, one whose arguments and result are Python's."""
    names = [f"a{at}" for at in range(len(parameters))]
    arguments = [_PARAMETERS[code][1].format(name) for code, name in zip(parameters, names)]
    call = taken.format(f"function({', '.join(arguments)})")
    # A loop over the arguments would take longer than the call.
    return eval(f"lambda function: lambda {', '.join(names)}: {call}", globals())


def _by_ctypes(function, result, parameters):
    """An exported function for arguments of Python; its result is a letter, or ctypes' class of a struct."""
    function.restype, taken = _RESULTS[result] if isinstance(result, str) else (result, "{}")
    function.argtypes = [one for code in parameters for one in _PARAMETERS[code][0]]
    return _converting(taken, parameters)(function)


def _address(name):
    return ctypes.cast(library[name], ctypes.c_void_p).value


if _calls:
    _calls.use(*map(_address, (
        "rt_text_len", "rt_text_is_none", "rt_text_free", "rt_f64_array_free", "rt_i64_array_free", "rt_bytes_free",
        "rt_text_array_free",
    )))


def declare(name, result, parameters) -> Any:
    """The exported function `name` for arguments of Python, by the letters of its shape; where this build lacks its
    library, one that says so."""
    try:
        function = library[name]
    except AttributeError:

        def function(*_):
            raise Error(f"this build of simple_native has no {name}")

        return function
    if _calls and isinstance(result, str):
        return _calls.define(_address(name), name, result, parameters)
    return _by_ctypes(function, result, parameters)
