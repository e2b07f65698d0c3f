"""Finding and loading the shared object, converting what goes in and comes out, objects that own handles."""

import ctypes
import ctypes.util
import os
from array import array
from pathlib import Path

from . import _abi


class Error(Exception):
    """A call failed; the text says why."""


class LoadError(ImportError):
    """The shared object is missing, or of another version than these modules."""


def _find():
    named = os.environ.get("SIMPLE_NATIVE_LIBRARY")
    if named:
        return named
    here = Path(__file__).resolve()
    # Beside these files, or in the package that they came with.
    for place in (here.with_name("libsimple_native.so"), here.parents[3] / "lib/libsimple_native.so"):
        if place.exists():
            return str(place)
    return ctypes.util.find_library("simple_native") or "libsimple_native.so"


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


def declare(name, result, arguments):
    """The exported function `name`; where this build lacks its library, one that says so."""
    try:
        function = library[name]
    except AttributeError:

        def function(*_):
            raise Error(f"this build of simple_native has no {name}")

        return function
    function.restype = result
    function.argtypes = arguments
    return function


_text_len = declare("rt_text_len", ctypes.c_int64, [ctypes.c_void_p])
_text_free = declare("rt_text_free", None, [ctypes.c_void_p])
_string_at = ctypes.string_at


def take_text(pointer):
    """A returned text; released."""
    text = _string_at(pointer, _text_len(pointer))
    _text_free(pointer)
    return text.decode()


def _array_of(pointer, release):
    class Array(ctypes.Structure):
        _fields_ = [("data", pointer), ("len", ctypes.c_int64)]

    release = declare(release, None, [ctypes.c_void_p, ctypes.c_int64])
    Array.released = staticmethod(lambda one: release(ctypes.cast(one.data, ctypes.c_void_p), one.len))
    return Array


class _Numbers:
    def take(self):
        values = self.data[: self.len] if self.len else []
        self.released(self)
        return values


class F64Array(_Numbers, _array_of(ctypes.POINTER(ctypes.c_double), "rt_f64_array_free")):
    """A returned array of floats."""


class I64Array(_Numbers, _array_of(ctypes.POINTER(ctypes.c_int64), "rt_i64_array_free")):
    """A returned array of integers."""


class Bytes(_array_of(ctypes.c_void_p, "rt_bytes_free")):
    """Returned bytes."""

    def take(self):
        values = _string_at(self.data, self.len) if self.len else b""
        self.released(self)
        return values


class TextArray(_array_of(ctypes.POINTER(ctypes.c_void_p), "rt_text_array_free")):
    """A returned array of texts."""

    def take(self):
        texts = [_string_at(one, _text_len(one)).decode() for one in self.data[: self.len]] if self.len else []
        self.released(self)
        return texts


def items(code, values):
    """The address and the count of numbers, and what keeps them there."""
    if values is None:
        return None, 0, None
    if not (isinstance(values, array) and values.typecode == code):
        values = array(code, values)
    address, count = values.buffer_info()
    return address, count, values


def data(values):
    """Bytes and their count."""
    if values is None:
        return None, 0
    values = bytes(values)
    return values, len(values)


def buffer(writable):
    """A buffer to be filled and its size."""
    if writable is None:
        return None, 0
    view = memoryview(writable).cast("B")
    return (ctypes.c_uint8 * len(view)).from_buffer(view), len(view)


def texts(values):
    """Texts as C has them, and their count."""
    if values is None:
        return None, 0
    encoded = [value.encode() if isinstance(value, str) else value for value in values]
    return (ctypes.c_char_p * len(encoded))(*encoded), len(encoded)


_callbacks = []


def callback(prototype, function):
    """A function for the archive to call, kept for good: nobody says when the last call of it is over."""
    if function is None:
        return None
    made = prototype(function)
    _callbacks.append(made)
    return ctypes.cast(made, ctypes.c_void_p)


def failure(get_last_error, clear_error):
    """What raises where a call failed; a call that only found nothing left no error."""
    get_last_error = declare(get_last_error, ctypes.c_void_p, [])
    clear_error = declare(clear_error, None, [])

    def fail():
        reason = take_text(get_last_error())
        if reason:
            clear_error()
            raise Error(reason)

    return fail


class Owner:
    """An object of the archive."""

    __slots__ = ("_handle", "_parent", "_mine")
    _owned = True

    def __init__(self, handle, parent=None, owned=True):
        self._handle = handle
        self._parent = parent
        self._mine = owned and self._owned

    @property
    def handle(self):
        """Its number, 0 once it was freed."""
        return self._handle

    def _release(self):
        """Some objects go with their parent alone."""

    def close(self):
        """Frees it; a second time does nothing."""
        if self._handle:
            self._release()
            self._handle = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __del__(self):
        if getattr(self, "_mine", False):
            self.close()

    def __eq__(self, other):
        return type(other) is type(self) and other._handle == self._handle

    def __hash__(self):
        return hash(self._handle)

    def __repr__(self):
        return f"<{type(self).__name__} {self._handle:#x}>"
