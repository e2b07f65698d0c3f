"""The boundary itself: releasing the texts and arrays that calls return, and asking what the archive is."""
# Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

import ctypes as _c
from array import array as _array
from typing import NamedTuple

from . import _runtime as _rt

_declare = _rt.declare
_take_text = _rt.take_text
_fail, _quietly = _rt.failure("rt_native_get_last_error", "rt_native_clear_error")


_rt_text_len = _declare("rt_text_len", _c.c_int64, [_c.c_void_p])


def rt_text_len(text: None) -> int:
    """The length in bytes of a text that this archive returned, in constant time, NUL bytes inside it
    included. 0 for NULL."""
    return _rt_text_len(text)


_rt_text_free = _declare("rt_text_free", None, [_c.c_void_p])


def rt_text_free(text: None) -> None:
    """Releases a text that this archive returned. NULL does nothing."""
    return _rt_text_free(text)


_rt_f64_array_free = _declare("rt_f64_array_free", None, [_c.c_void_p, _c.c_int64])


def rt_f64_array_free(data: None) -> None:
    """Releases an array of 64-bit floats that this archive returned. An empty array does nothing."""
    return _rt_f64_array_free(data, 0 if data is None else len(data))


_rt_i64_array_free = _declare("rt_i64_array_free", None, [_c.c_void_p, _c.c_int64])


def rt_i64_array_free(data: None) -> None:
    """Releases an array of 64-bit integers that this archive returned. An empty array does nothing."""
    return _rt_i64_array_free(data, 0 if data is None else len(data))


_rt_bytes_free = _declare("rt_bytes_free", None, [_c.c_void_p, _c.c_int64])


def rt_bytes_free(data: None) -> None:
    """Releases bytes that this archive returned. An empty array does nothing."""
    return _rt_bytes_free(data, 0 if data is None else len(data))


_rt_text_array_free = _declare("rt_text_array_free", None, [_c.c_void_p, _c.c_int64])


def rt_text_array_free(data: None) -> None:
    """Releases an array of texts that this archive returned, its texts included. An empty array does nothing."""
    return _rt_text_array_free(data, 0 if data is None else len(data))


_rt_native_abi_version = _declare("rt_native_abi_version", _c.c_int64, [])


def rt_native_abi_version() -> int:
    """The version of the boundary's rules: how texts, arrays, handles and failure work. It changes only with
    them, not with every new function."""
    return _rt_native_abi_version()


_rt_native_abi_hash = _declare("rt_native_abi_hash", _c.c_int64, [])


def rt_native_abi_hash() -> int:
    """A hash of every signature that this archive was built with. A host compares it with the
    `SIMPLE_NATIVE_ABI_HASH` of the header it was compiled against: where they differ, one of the two is of
    another version."""
    return _rt_native_abi_hash()


_rt_native_abi_revision = _declare("rt_native_abi_revision", _c.c_int64, [])


def rt_native_abi_revision() -> int:
    """How often the interface has changed so far: of two archives, headers or manifests that differ, the one with
    the smaller revision is the older."""
    return _rt_native_abi_revision()


_rt_native_check_abi = _declare("rt_native_check_abi", _c.c_bool, [_c.c_int64, _c.c_int64])


def rt_native_check_abi(abi_revision: int, abi_hash: int) -> bool:
    """Whether a caller fits this archive: one that was compiled with a header of revision `abi_revision` and hash
    `abi_hash`, or generated from such a manifest. Where it does not, the last error says which of the two is
    older. In C, `SIMPLE_NATIVE_FITS()` asks this.

    On failure: false."""
    return _rt_native_check_abi(abi_revision if 0 <= abi_revision <= 9223372036854775807 else _rt.integer(abi_revision), abi_hash if 0 <= abi_hash <= 9223372036854775807 else _rt.integer(abi_hash))


_rt_native_version = _declare("rt_native_version", _c.c_void_p, [])


def rt_native_version() -> str:
    """The version of this archive."""
    return _take_text(_rt_native_version())


_rt_native_manifest = _declare("rt_native_manifest", _c.c_void_p, [])


def rt_native_manifest() -> str:
    """The manifest of this build, as JSON: every function that it holds, with parameter names, types,
    ownership, thread rule, failure value and meaning."""
    return _take_text(_rt_native_manifest())


_rt_native_live_handles = _declare("rt_native_live_handles", _c.c_int64, [])


def rt_native_live_handles() -> int:
    """How many objects are alive: handles that were given out and not freed. A host's tests assert with it that
    they leak none."""
    return _rt_native_live_handles()


_rt_native_provoke_panic = _declare("rt_native_provoke_panic", _c.c_bool, [_c.c_char_p])


def rt_native_provoke_panic(message: str | bytes | None) -> bool:
    """Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
    the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
    later call works. Never succeeds.

    On failure: false."""
    return _rt_native_provoke_panic(message.encode() if type(message) is str and "\0" not in message else _rt.text(message))


_rt_native_get_last_error = _declare("rt_native_get_last_error", _c.c_void_p, [])


def rt_native_get_last_error() -> str:
    """Why this thread's last failed `rt_native_` call failed: one sentence, `""` where none did."""
    return _take_text(_rt_native_get_last_error())


_rt_native_clear_error = _declare("rt_native_clear_error", None, [])


def rt_native_clear_error() -> None:
    """Forgets why this thread's last failed `rt_native_` call failed."""
    return _rt_native_clear_error()
