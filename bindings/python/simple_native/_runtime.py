"""Finding and loading the shared object, converting what goes in and comes out, objects that own handles."""

import atexit
import ctypes
import ctypes.util
import itertools
import operator
import os
import sys
import time
from array import array
from pathlib import Path
from typing import Any, TypeVar

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


_text_is_none = declare("rt_text_is_none", ctypes.c_bool, [ctypes.c_void_p])


def take_optional_text(pointer):
    """A returned text, None where there is nothing; released."""
    if _text_is_none(pointer):
        return None
    return take_text(pointer)


def _array_of(pointer, release) -> Any:
    release = declare(release, None, [ctypes.c_void_p, ctypes.c_int64])

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


class F64Array(_Numbers, _Floats):
    """A returned array of floats."""


class I64Array(_Numbers, _Integers):
    """A returned array of integers."""


class Bytes(_Data):
    """Returned bytes."""

    def take(self):
        try:
            return _string_at(self.data, self.len) if self.len else b""
        finally:
            self.released(self)


class TextArray(_Texts):
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


def handles(objects):
    """The same for the numbers of objects, and what keeps the objects too; an integer stands for itself."""
    if objects is None or isinstance(objects, (str, bytes, bytearray, array)):
        return items("q", objects)
    objects = list(objects)
    numbers = [one._handle if isinstance(one, Owner) else integer(one) for one in objects]
    address, count, kept = items("q", numbers)
    return address, count, (kept, objects)


def data(values):
    """Bytes and their count."""
    if values is None:
        return None, 0
    if type(values) is not bytes:
        values = bytes(memoryview(values))
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
    if isinstance(values, (str, bytes, bytearray)):
        # Its characters would be a text each.
        raise TypeError("texts come in a list or another iterable, not " + type(values).__name__)
    encoded = [text(value) for value in values]
    return (ctypes.c_char_p * len(encoded))(*encoded), len(encoded)


# Functions for the archive to call. It gets one function of C for each prototype, which is never freed, and a
# number for its user data, by which the function of Python is found.
_functions: "dict[int, Any]" = {}
_numbers = itertools.count(1)
_kinds: "list[Any]" = []
_ending = False
_inside: "list[int]" = []


def callbacks(begin, end, prototype, replaces):
    """`begin` and `end` for functions of Python: kept until `end`, or until another takes the place."""
    numbers = {}

    def called(handle, number):
        _inside.append(number)
        try:
            if _ending or number not in _functions:
                return 0
            function, user_data = _functions[number]
            result = function(handle, user_data)
            return result.detach() if isinstance(result, Owner) else integer(result or 0)
        except BaseException as error:
            sys.excepthook(type(error), error, error.__traceback__)  # Nobody is there to catch it.
            return 0
        finally:
            _inside.pop()

    called_by_c = prototype(called)
    address = ctypes.cast(called_by_c, ctypes.c_void_p).value

    def forget(key, known):
        kept = [number for number in numbers.pop(key, ()) if number not in known]
        if kept:
            numbers[key] = kept
        for number in known:
            _functions.pop(number, None)

    def begin_python(key, function, user_data):
        if not callable(function):
            return begin(key, function, user_data)
        # Whoever was there before this one began is out when it has.
        known = list(numbers.get(key, ())) if replaces else []
        number = next(_numbers)
        _functions[number] = function, user_data
        if not begin(key, address, number):
            del _functions[number]
            return False
        forget(key, known)
        numbers.setdefault(key, []).append(number)
        return True

    def end_python(key):
        known = list(numbers.get(key, ()))
        result = end(key)
        forget(key, known)
        return result

    _kinds.append((numbers, end_python, called_by_c))
    return begin_python, end_python


def told(function, kind):
    """`function` for what the archive tells it: an object in place of its number."""
    if not callable(function):
        return function
    return lambda handle, user_data: function(kind(handle, None, False), user_data)


def _forked():
    """The child of a fork has none of the threads that would call what its parent registered."""
    _inside.clear()
    for numbers, _, _ in _kinds:
        numbers.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)


@atexit.register
def _end():
    """A call that began before the interpreter's end and came to it after would end the process."""
    global _ending
    _ending = True
    for numbers, end, _ in _kinds:
        for key in list(numbers):
            end(key)
    while _inside:
        time.sleep(0.001)


_last_call_failed = declare("rt_native_last_call_failed", ctypes.c_bool, [])


_set_quiet = declare("rt_native_set_quiet", ctypes.c_bool, [ctypes.c_bool])


def quietly(release, *handles):
    """Calls a function that frees. What was freed already is no failure of another call, and the collector comes between
    a call and the question whether it failed: nothing is said of this one."""
    quiet = _set_quiet(True)
    try:
        release(*handles)
    finally:
        _set_quiet(quiet)


def failure(get_last_error, clear_error):
    """What raises where this thread's last call failed, asked where its result may say so."""
    get_last_error = declare(get_last_error, ctypes.c_void_p, [])
    clear_error = declare(clear_error, None, [])

    def fail():
        if _last_call_failed():
            reason = take_text(get_last_error())
            clear_error()
            raise Error(reason)

    return fail


_Any = TypeVar("_Any", bound="Owner")


class Owner:
    """An object of the archive."""

    __slots__ = ("_handle", "_parent", "_mine")
    _owned = True
    # What it belongs to, or what it came from; the methods of those that need it have it.
    _parent: Any

    def __init__(self, handle, parent=None, owned=True):
        self._handle = handle
        self._parent = parent
        self._mine = owned and self._owned

    @property
    def handle(self) -> int:
        """Its number, 0 once it was freed."""
        return self._handle

    def _release(self):
        """Some objects go with their parent alone."""

    def close(self) -> None:
        """Frees it; a second time does nothing."""
        if self._handle:
            self._release()
            self._handle = 0

    def detach(self) -> int:
        """Its number, which is the caller's to free from now on."""
        handle, self._handle = self._handle, 0
        return handle

    def __enter__(self: _Any) -> _Any:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self):
        if getattr(self, "_mine", False):
            self.close()

    def _refuse(self, *_):
        """A copy would be a second owner, and in another process the number is another object's or nobody's."""
        raise TypeError(
            f"a {type(self).__name__} is neither copied nor sent to another process: it stands for one object of the "
            "archive; make another one there"
        )

    __copy__ = __deepcopy__ = __reduce_ex__ = _refuse

    def __eq__(self, other):
        return type(other) is type(self) and other._handle == self._handle

    def __hash__(self):
        return hash(self._handle)

    def __repr__(self):
        return f"<{type(self).__name__} {self._handle:#x}>"
