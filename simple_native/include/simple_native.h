/*
 * simple_native: the native layer under a programming language, as one static archive.
 *
 * Generated from the source by `cargo xtask abi`; not edited by hand.
 *
 * Headers. This one includes those of all libraries; each of them, simple_native/regex.h say, may be included
 * alone, and includes simple_native/native.h, which has the types of arrays, the version, and the functions that
 * release what others return. What a comment does not say otherwise is there since version 0.1.0.
 *
 * Types. A handle is an int64_t above 0 and below 2^53, so that a double holds it exactly, and so does an
 * integer with tag bits; 0 is "no object". A result of type bool fills the whole register with 0 or 1: a host
 * without C types may declare int64_t. A text parameter is UTF-8, NUL-terminated and borrowed for the call. A
 * returned text is never NULL; it belongs to the caller, who releases it with rt_text_free; rt_text_len gives
 * its length, NUL bytes inside it included. An array parameter is a pointer and a count, borrowed for the
 * call; NULL with count 0 is the empty array. A returned array or struct comes by value; what it points to
 * belongs to the caller. Each function that returns a struct or an array by value has a twin NAME_into that
 * fills *out instead and returns whether the call succeeded.
 *
 * Handles. Each call checks its handles: a freed one, one of another kind, or a number that never was a handle
 * makes the call fail and harms nothing. Freeing twice fails the second time. No number is given out twice:
 * one place holds 8,388,607 objects one after the other and is then given up, and there are 16,777,216 places
 * for each kind of object, after which a call that makes one fails. Where numbers begin is random in each
 * process and each copy of the archive, so that handles from elsewhere are refused as well. A child whose
 * parent was freed is freed too. An object freed while another thread is inside a call that uses it is
 * destroyed when that call ends.
 *
 * Failure. No input makes a call crash, hang or unwind: NULL, text that is not UTF-8, a negative count, NaN, a
 * stale handle, a second thread. A failed call returns what its comment says. Why it failed:
 * rt_<library>_get_last_error_code, a number of the same meaning in every library (cuda's, whose codes are
 * older, is rt_cuda_get_last_error_category); and rt_<library>_get_last_error, the reason of this thread's
 * last failed call in that library; a call that succeeds leaves it alone; rt_native_copy_last_error copies the
 * reason of whichever library's call failed last into a buffer of the caller's. A defect inside the archive is
 * caught too: the call fails and the last error begins with "internal error:". (A pointer that is neither NULL
 * nor valid is undefined, as in C.)
 *
 * Memory. Where the system gives none, calls fail with the category "out of memory or over a limit" and nothing
 * is harmed: memory that an input or a result decides is asked for before, and a reserve of 2 MiB serves what
 * a call has begun. Until the system gives memory again, calls that can fail are refused, but for those that
 * free.
 *
 * Threads. Any function may be called from any thread at the same time as any other, unless its comment says
 * otherwise. The archive's own threads have all asynchronous signals blocked: a host's handlers run on its own
 * threads only, and programs that a callback starts on a thread of the archive's inherit its mask. No write to
 * a peer that is gone raises SIGPIPE, whatever the host does with that signal. Two calls wait for each other
 * only where both change the same object.
 *
 * Stack. A thread that calls needs a stack of 256 KiB. What is nested deep (JSON, patterns) or takes more for
 * another reason runs on a thread of the archive's own where the caller's stack is short.
 *
 * Fork. A child of fork has one thread, the one that forked. What does not live from threads or devices goes
 * on in it as a copy: patterns, shapes, physics, JSON, HTTP clients (with connections of their own), and
 * whatever it makes anew of these, HTTP servers and event subscriptions too. The handles of servers, their
 * requests and responses, of WebSockets, HTTP streams, event subscriptions, modules, animations, windows, pads,
 * audio and CUDA are stale there: they stay with the parent, whose work goes on undisturbed. A process that has
 * used windows, pads, audio or a GPU must not use those in a child; fork before, or call exec. An object must
 * not be used in a child where another thread was inside a call that changed it at the fork. The child holds
 * its parent's sockets open until it ends or calls exec.
 */
#ifndef SIMPLE_NATIVE_H
#define SIMPLE_NATIVE_H

#include "simple_native/native.h"
#include "simple_native/audio.h"
#include "simple_native/cuda.h"
#include "simple_native/gamepad.h"
#include "simple_native/http.h"
#include "simple_native/lyon.h"
#include "simple_native/module.h"
#include "simple_native/rapier2d.h"
#include "simple_native/regex.h"
#include "simple_native/winit.h"

#endif /* SIMPLE_NATIVE_H */
