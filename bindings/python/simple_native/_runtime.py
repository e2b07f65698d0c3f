"""Functions of Python that the archive calls, failures, objects that own handles."""

import atexit
import ctypes
import itertools
import os
import sys
import time
from array import array
from typing import Any, TypeVar

from ._library import Error, LoadError, buffer, declare, integer, items, library, take_text, texts

__all__ = ["Error", "LoadError", "Owner", "buffer", "declare", "items", "library", "take_text", "texts"]

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


def handles(objects):
    """The same as `items` for the numbers of objects, and what keeps the objects too; an integer stands for itself."""
    if objects is None or isinstance(objects, (str, bytes, bytearray, array)):
        return items("q", objects)
    objects = list(objects)
    numbers = [one._handle if isinstance(one, Owner) else integer(one) for one in objects]
    address, count, kept = items("q", numbers)
    return address, count, (kept, objects)


_is_ascii = getattr(str, "isascii", lambda text: len(text.encode()) == len(text))


def byte_offset(text, offset):
    """An offset into a text in bytes, of one in characters where the text is a str."""
    offset = integer(offset)
    if not isinstance(text, str) or offset < 0 or _is_ascii(text):
        return offset
    # Beyond the end by as much.
    return len(text[:offset].encode()) + max(offset - len(text), 0)


def character_offsets(text, offsets):
    """The other way; -1 stands for none."""
    if not isinstance(text, str) or _is_ascii(text):
        return list(offsets)
    encoded = text.encode()
    found = {-1: -1}
    before = characters = 0
    for offset in sorted(set(offsets)):
        if offset >= 0:
            characters += len(encoded[before:offset].decode())
            found[offset] = characters
            before = offset
    return [found[offset] for offset in offsets]


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


_last_call_failed = declare("rt_native_last_call_failed", "b", "")


_set_quiet = declare("rt_native_set_quiet", "b", "b")


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
    get_last_error = declare(get_last_error, "t", "")
    clear_error = declare(clear_error, "v", "")

    def fail():
        if _last_call_failed():
            reason = get_last_error()
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

    def __init__(self, handle: int, parent: Any = None, owned: bool = True) -> None:
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
