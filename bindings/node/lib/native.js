/**
 * The boundary itself: releasing the texts and arrays that calls return, and asking what the archive is.
 */
// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.
"use strict";

const rt = require("./runtime");
const { check, quietly } = rt.failure("native");

const _rt_text_len = rt.declare("rt_text_len", "int64", ["void *"]);

/**
 * The length in bytes of a text that this archive returned, in constant time, NUL bytes inside it
 * included. 0 for NULL.
 */
exports.rt_text_len = (text) => _rt_text_len(text);

const _rt_text_free = rt.declare("rt_text_free", "void", ["void *"]);

/**
 * Releases a text that this archive returned. NULL does nothing.
 */
exports.rt_text_free = (text) => _rt_text_free(text);

const _rt_f64_array_free = rt.declare("rt_f64_array_free", "void", ["void *", "int64"]);

/**
 * Releases an array of 64-bit floats that this archive returned. An empty array does nothing.
 */
exports.rt_f64_array_free = (data) => _rt_f64_array_free(data, 0);

const _rt_i64_array_free = rt.declare("rt_i64_array_free", "void", ["void *", "int64"]);

/**
 * Releases an array of 64-bit integers that this archive returned. An empty array does nothing.
 */
exports.rt_i64_array_free = (data) => _rt_i64_array_free(data, 0);

const _rt_bytes_free = rt.declare("rt_bytes_free", "void", ["void *", "int64"]);

/**
 * Releases bytes that this archive returned. An empty array does nothing.
 */
exports.rt_bytes_free = (data) => _rt_bytes_free(data, 0);

const _rt_text_array_free = rt.declare("rt_text_array_free", "void", ["void *", "int64"]);

/**
 * Releases an array of texts that this archive returned, its texts included. An empty array does nothing.
 */
exports.rt_text_array_free = (data) => _rt_text_array_free(data, 0);

const _rt_native_abi_version = rt.declare("rt_native_abi_version", "int64", []);

/**
 * The version of the boundary's rules: how texts, arrays, handles and failure work. It changes only with
 * them, not with every new function.
 */
exports.rt_native_abi_version = () => _rt_native_abi_version();

const _rt_native_abi_hash = rt.declare("rt_native_abi_hash", "int64", []);

/**
 * A hash of every signature that this archive was built with. A host compares it with the
 * `SIMPLE_NATIVE_ABI_HASH` of the header it was compiled against: where they differ, one of the two is of
 * another version.
 */
exports.rt_native_abi_hash = () => _rt_native_abi_hash();

const _rt_native_abi_revision = rt.declare("rt_native_abi_revision", "int64", []);

/**
 * How often the interface has changed so far: of two archives, headers or manifests that differ, the one with
 * the smaller revision is the older.
 */
exports.rt_native_abi_revision = () => _rt_native_abi_revision();

const _rt_native_check_abi = rt.declare("rt_native_check_abi", "bool", ["int64", "int64"]);

/**
 * Whether a caller fits this archive: one that was compiled with a header of revision `abi_revision` and hash
 * `abi_hash`, or generated from such a manifest. Where it does not, the last error says which of the two is
 * older. In C, `SIMPLE_NATIVE_FITS()` asks this.
 *
 * On failure: false.
 */
exports.rt_native_check_abi = (abi_revision, abi_hash) => _rt_native_check_abi(rt.integer(abi_revision), rt.integer(abi_hash));

const _rt_native_version = rt.declare("rt_native_version", "void *", []);

/**
 * The version of this archive.
 */
exports.rt_native_version = () => rt.takeText(_rt_native_version());

const _rt_native_manifest = rt.declare("rt_native_manifest", "void *", []);

/**
 * The manifest of this build, as JSON: every function that it holds, with parameter names, types,
 * ownership, thread rule, failure value and meaning.
 */
exports.rt_native_manifest = () => rt.takeText(_rt_native_manifest());

const _rt_native_live_handles = rt.declare("rt_native_live_handles", "int64", []);

/**
 * How many objects are alive: handles that were given out and not freed. A host's tests assert with it that
 * they leak none.
 */
exports.rt_native_live_handles = () => _rt_native_live_handles();

const _rt_native_provoke_panic = rt.declare("rt_native_provoke_panic", "bool", ["void *"]);

/**
 * Panics inside the archive with `message`, so that a host can see for itself that its build catches panics:
 * the call fails, `rt_native_get_last_error` begins with `internal error:` and holds the message, and every
 * later call works. Never succeeds.
 *
 * On failure: false.
 */
exports.rt_native_provoke_panic = (message) => _rt_native_provoke_panic(rt.text(message));

const _rt_native_get_last_error = rt.declare("rt_native_get_last_error", "void *", []);

/**
 * Why this thread's last failed `rt_native_` call failed: one sentence, `""` where none did.
 */
exports.rt_native_get_last_error = () => rt.takeText(_rt_native_get_last_error());

const _rt_native_clear_error = rt.declare("rt_native_clear_error", "void", []);

/**
 * Forgets why this thread's last failed `rt_native_` call failed.
 */
exports.rt_native_clear_error = () => _rt_native_clear_error();
