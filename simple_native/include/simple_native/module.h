/*
 * Modules: code that is loaded at run time and speaks one protocol, a message type and a JSON payload in, a
 * JSON answer out; and the events of all libraries in one queue.
 *
 * A module is a shared library with the entry points of `simple_module.h`, a WebAssembly file with the same
 * ones (in builds that hold wasmtime), or `native`, which is built in and calls any function of this archive by
 * name. Message types are `init`, `command`, `query`, `mutation` and `event`. An answer is
 * `{"status":"success","data":…}` or `{"status":"error","error":"…"}`; whatever a module gives back instead
 * becomes an answer of the second shape, so what `rt_module_send` returns is always one of the two.
 *
 * A native module shares the process: what its answers look like is checked, and an exception or a panic that
 * leaves it is stopped (a panic stays allocated; a C++ exception too, on machines other than x86-64 and arm64 with
 * ELF), but one that crashes takes the host with it. A WebAssembly module cannot.
 *
 * A module handles one message at a time; others wait for their turn. `native` handles any number at once.
 */
#ifndef SIMPLE_NATIVE_MODULE_H
#define SIMPLE_NATIVE_MODULE_H

#include "native.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Listens to events from now on: of the kinds `window`, `gamepad`, `http`, `audio-ended` and `module`, or of
 * all of them where `kinds` is empty. They are queued in the order in which they happened, whatever their kind;
 * where 4096 wait, the oldest makes room and is counted.
 *
 * Returns an event subscription; free it with rt_events_unsubscribe. On failure: 0.
 */
int64_t rt_events_subscribe(const char *const *kinds, int64_t kinds_len);

/*
 * Does the same, and takes the events of windows and game pads: while such a subscription is there, they wait in no
 * queue besides those of subscriptions. `rt_winit_event_loop_poll_events` and `rt_gamepad_poll_event` find none of what
 * happens meanwhile; sizes, keys, buttons and axes are those of the last event all the same, those of pads without
 * `rt_gamepad_update` (a context has to be open). Of other kinds it is like `rt_events_subscribe`.
 *
 * Returns an event subscription; free it with rt_events_unsubscribe. On failure: 0.
 */
int64_t rt_events_subscribe_taking(const char *const *kinds, int64_t kinds_len);

/*
 * Takes the next event, as JSON: `{"kind":"http","sequence":17,"dropped":0,"data":{…}}`. `sequence` counts all events
 * of the process, `dropped` those that this subscription lost just before this one. Waits `timeout_ms` milliseconds
 * where there is none, without limit if it is -1; `""` when the time is over or another thread ends the subscription.
 *
 * The data of each kind has a `type`, and says what it is about, in the words of the functions that read the same
 * events one by one.
 *
 * A window's event has `window` (the number that `rt_winit_window_id` gives) and `modifiers`, and by `type`:
 * `resized`: `width`, `height`; `moved`: `x`, `y`; `close-requested`, `destroyed`, `focused`, `unfocused`,
 * `cursor-entered`, `cursor-left`, `redraw-requested`, `file-hover-cancelled`, `ime-enabled`, `ime-disabled`: nothing
 * else; `scale-factor-changed`: `scale_factor`; `theme-changed`: `theme`; `keyboard-input`: `scancode`, `keycode`, `pressed`, `repeat`;
 * `received-character`, `text-dropped`: `text`; `mouse-button`: `button`, `pressed`; `mouse-moved`: `x`, `y`;
 * `mouse-wheel`, `mouse-motion`: `delta_x`, `delta_y`; `touch`: `finger`, `phase`, `x`, `y`; `file-dropped`,
 * `file-hovered`: `path`; `ime-preedit`: `text`, `cursor_start`, `cursor_end`.
 *
 * A pad's event has `gamepad` (its id), `button` and `axis` (255 where it is about none) and `value`; its types are
 * `button-pressed`, `button-released`, `button-changed`, `axis-changed`, `connected`, `disconnected` and `dropped`.
 *
 * `http` tells of each `request` that reaches a server of this process (`port`,
 * `peer`, `method`, `path`) and of its `response` (also `status`), and of each `transfer` that has ended
 * (its handle, and a `status` or an `error`); answering is the server's matter.
 * `audio-ended` tells of a `playback`, by its handle, that came to its end by itself. A module is `loaded`,
 * `unloaded`, `unanswered` or `dead`, or gives `output`: a line of `text` that a WebAssembly module printed to the
 * `stream` `stdout` or `stderr`.
 *
 * `subscription` is an event subscription. Release what it returns with rt_text_free. On failure: "".
 * May wait; blocks its own thread only.
 */
char *rt_events_next(int64_t subscription, int64_t timeout_ms);

/*
 * Calls `function` with the subscription's handle and `user_data`, on a thread of the archive's own, when events
 * have arrived: take them with `rt_events_next(subscription, 0)` until it gives `""`. What the function returns
 * is not looked at; a panic, an exception of another language and `pthread_exit` end that call alone, and `longjmp` must
 * not leave it. It is called until the subscription ends; a second function is called besides the first.
 *
 * `subscription` is an event subscription. On failure: false.
 */
bool rt_events_notify(int64_t subscription, int64_t (*function)(int64_t handle, void *user_data), void *user_data);

/*
 * Ends a subscription; whoever waits for it gets `""`. Waits for calls of the functions of `rt_events_notify` that
 * run: after this returns they neither run nor are called. From inside such a function it does not wait, so that
 * what still runs then is that call, and another thread's.
 *
 * `subscription` is an event subscription, freed by this call. May wait; blocks its own thread only.
 */
void rt_events_unsubscribe(int64_t subscription);

/*
 * Gives a file descriptor that is readable while events of `subscription` wait, and once it has ended: for a host of
 * one thread, which waits in `poll`, `select` or `epoll` for this and all else, and then takes events with
 * `rt_events_next(subscription, 0)` until that is `""`. The descriptor is the subscription's: do not read, write or
 * close it, and poll it no longer once the subscription is ended. A child of fork does not have it. -1 where the system
 * gives none; not available on Windows.
 *
 * `subscription` is an event subscription. On failure: -1.
 */
int64_t rt_events_fd(int64_t subscription);

/*
 * Registers a function of the host's that modules call by `name` (1 to 255 bytes), in place of an earlier one, once that
 * one's calls have ended. A native module calls it by the table that `module_host` of `simple_module.h` gets, a
 * WebAssembly module by `simple_host_call`, where it was granted `functions` that hold the name.
 *
 * `function` gets a call and `user_data`. It takes what the module gave with `rt_module_call_data`, answers with
 * `rt_module_call_answer`, and returns 1. What it returns otherwise is 0, for a failure: what it answered is the reason
 * then, in UTF-8. The call is stale once the function returns. A panic, an exception of another language and
 * `pthread_exit` end that call alone, which fails; `longjmp` must not leave it.
 *
 * The function runs on the thread on which the module runs, within the time of its message, and on several at once where
 * several modules call. It may call this library; a message to the very module that calls fails.
 *
 * On failure: false.
 */
bool rt_module_register_function(const char *name, int64_t (*function)(int64_t handle, void *user_data), void *user_data);

/*
 * Takes a registered function away and waits for its calls to end, the caller's own excepted, and those that themselves
 * wait here; its `user_data` is not used any more. Modules that call it fail to. False where there is none of that name.
 *
 * On failure: false. May wait; blocks its own thread only.
 */
bool rt_module_unregister_function(const char *name);

/*
 * Returns the bytes that a module gave to the function of the host's which it calls.
 *
 * `call` is a module call. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_module_call_data(int64_t call);

/*
 * Answers a call of a module's, once. False where it was answered before.
 *
 * `call` is a module call. On failure: false.
 */
bool rt_module_call_answer(int64_t call, const uint8_t *data, int64_t data_len);

/*
 * Loads the module at `path`: a shared library with the entry points of `simple_module.h`, or a WebAssembly
 * file (`.wasm`) in a build that holds wasmtime. `native` loads the built-in module, which calls the functions
 * of this archive by name (see `rt_module_send`). 0 where it cannot be loaded; last error says why.
 *
 * A native module's own code runs while it is loaded; an exception that leaves a constructor of its global objects
 * in C++ ends the process. The system loads a file once, however often this is
 * called; each call makes an instance of its own. A file that was replaced since (by renaming a new one over it) is
 * loaded beside the older one; one that was overwritten in place while its code is in the process is refused.
 *
 * Returns a module; free it with rt_module_unload. On failure: 0. May wait; blocks its own thread
 * only.
 */
int64_t rt_module_load(const char *path);

/*
 * Loads a module like `rt_module_load`, with limits and grants for a WebAssembly module as JSON, all optional:
 * `{"memory_mib": 64, "time_ms": 5000, "table": 100000, "code_kib": 16384, "compile_ms": 30000, "restart": false,
 * "guard_pages": null, "cache": "", "grants": {"clock": false, "random": false, "environment": ["NAME"], "arguments":
 * ["text"], "files": ["/path"], "folders": [{"path": "/path", "name": "/data", "writable": false}], "functions": ["name"]}}`. `time_ms` is for each message, the table's size
 * for all tables together, `code_kib` for the file. A module reads the clock, variables and files (what is no file, a
 * pipe or a device, it does not) that it is granted, calls the host's functions that it is granted (`rt_module_register_function`), and has
 * nothing else of the world; one that imports what it is not
 * granted is not loaded, and last error names the grant that would allow it. A native module is held to nothing.
 *
 * A module's `_initialize` (or `__wasm_call_ctors`) is called once, before all else: what C and C++, Rust and Go
 * build as a library has it. AssemblyScript's `abort` ends the module with its message. A component is no module.
 *
 * Of WASI preview 1 a module has its arguments, the variables granted, clocks and random numbers where they are
 * granted, sleeping within its time, and standard streams: it reads nothing, and what it prints becomes events of
 * kind `module`. It has the `folders` granted, each by its `name` (its path where none is given), to read, and to write
 * where it is `writable`; neither `..` nor a symbolic link leads out of one. They are opened while the module is
 * loaded, which fails where one cannot be. A module opens regular files and folders alone, 256 at a time, makes no
 * links, and fills a writable folder as far as the system lets it. There are no sockets.
 *
 * A module is compiled while it is loaded, one at a time, within `compile_ms`, and once: while one that was loaded from
 * a file of the same bytes is loaded, another instance costs no compiling. A real module of 2.4 MiB, made of
 * Rust, took 7 s of one core's time and 190 MiB of memory. Up to four threads compile it, one where address space is limited. A
 * compiler that runs out of time is left behind on threads of its own, and the next load waits for it, within its own time. Modules that would keep a compiler busy out of
 * proportion (very many functions, or loops, blocks, calls or locals in one function) are refused, and so is one for whose
 * compiling there is no memory: 6 KiB for each function, 64 bytes for each byte of code and 800 for each of the longest
 * function's are asked for, and 136 MiB at least, for a thread's heap begins with so much address space.
 *
 * With `cache` what was compiled is kept on the disk too, and later processes compile nothing; by default nothing is
 * kept. It is a folder's path from the root, which is made for its owner alone (mode 0700) where it is not there, or
 * `user`: `simple_native/modules` in the user's cache folder. A file there is for the bytes of one module, this version,
 * these settings and a processor with the same features; one that is damaged or of another version is not used, and
 * compiling goes on where none can be read or written. A host can bring a folder that it filled. The load fails where the
 * folder or the file belongs to another user than root and the program's, or others may write to it. A program that has
 * more rights than whoever started it (set-user-ID, file capabilities) keeps and takes nothing. Files are at most 256 MiB,
 * and beyond 512 MiB in all the ones that were not used for longest go. `rt_module_info` says with `code` whether a module
 * was `compiled`, taken from the `cache`, or `shared` with one that is loaded.
 *
 * With `guard_pages` accesses to memory are not measured one by one: an instance takes 8 GiB of address space, which is no
 * memory, in memories that end in pages that nobody may touch, and handlers of SIGSEGV, SIGILL and SIGFPE (SIGBUS too on
 * some systems; macOS has a thread in their place) stay until the process ends. They pass on to those that were there
 * before what no module raised. Where a host sets handlers of its own later that do not call those, a module that leaves
 * its memory, or is stopped, ends the process. Without (`false`) there are no handlers, a memory takes the address space
 * that it uses, and tight loops take twice the time. `null`, and nothing said, is `true` on Linux where the process's
 * address space is not limited (`ulimit -v`) and there is room for the instance, and `false` elsewhere; `rt_module_info`
 * says which. Valgrind needs `--vex-iropt-register-updates=allregs-at-mem-access` with guard pages.
 *
 * Returns a module; free it with rt_module_unload. On failure: 0. May wait; blocks its own thread
 * only.
 */
int64_t rt_module_load_with_options(const char *path, const char *options_json);

/*
 * Finds the path of the module called `name`, for `rt_module_load`: `libNAME.so`, `NAME.so` or `NAME.wasm`, in the
 * folders that the environment variable `SIMPLE_MODULE_PATH` lists (separated as in `PATH`), then beside the
 * executable, then in the user's data folder (`~/.local/share/simple_native/modules`, or under `XDG_DATA_HOME`). `""`
 * where there is none, and last error lists the folders, or where the path is not UTF-8.
 *
 * Release what it returns with rt_text_free. On failure: "".
 */
char *rt_module_find(const char *name);

/*
 * Sends a message and returns the module's answer: `message_type` is `init`, `command`, `query`, `mutation` or
 * `event`, `payload` is JSON, to the rules of `rt_http_parse_json`: no number beyond a double's range, no escape of
 * half a surrogate pair, 127 levels. The answer is JSON too, to the same rules, `{"status":"success","data":…}` or
 * `{"status":"error","error":"…"}`. What a call fails with (a wrong argument, a module that misbehaves) comes as
 * an answer of the second shape, and is the last error besides; an error that the module itself answers is not.
 *
 * A module handles one message at a time; the call waits for those before it, and for the answer, however long
 * that takes. A WebAssembly module that takes longer than its time, traps, or gives back what is no memory of
 * its own is dead: every later message fails. A message that would wait for itself fails: one
 * from within the same module, and one over other modules, on whatever threads.
 *
 * A native module's code runs on the calling thread and with its signal mask: what it writes to a broken pipe raises
 * SIGPIPE as the host's own writes do. `rt_module_send_timeout` runs it on a thread that has signals blocked.
 *
 * The module `native` takes `{"call":"rt_regex_find","args":[…]}` in a message of any type but `init`, calls
 * the function, and its answer's data is what that returns; where the call fails, the answer is an error that
 * holds the reason, and the failure value as data. Arguments and results are as in JSON, one for each parameter
 * of the manifest; null is NULL; a struct is an object; bytes are `{"hex":"00ff"}`, or an array of numbers
 * going in; a text that is not UTF-8 is `{"bytes":"c328"}`; a float that JSON cannot write is `{"f64":"nan"}`,
 * `"inf"` or `"-inf"`; a buffer to fill is its size, and then the data is `{"result":…,"out":{"hex":…}}`.
 * Callbacks and memory can only be null. `init` gives the names of the functions. Any number of messages are
 * inside it at the same time.
 *
 * `module` is a module. Release what it returns with rt_text_free. On failure: "<reason>". May wait;
 * blocks its own thread only.
 */
char *rt_module_send(int64_t module, const char *message_type, const char *payload);

/*
 * Sends a message as `rt_module_send` does, within `ms` milliseconds. A native module's messages with a limit run on a
 * thread that is kept for them; one that takes longer is left behind there: until it ends, every further message to
 * that module fails at once and the module cannot be unloaded; after that it can be used again. A WebAssembly module
 * that takes longer is dead. A call of `native` that takes longer goes on, and its answer is lost. The host goes on.
 *
 * `module` is a module. Release what it returns with rt_text_free. On failure: "<reason>". May wait;
 * blocks its own thread only.
 */
char *rt_module_send_timeout(int64_t module, const char *message_type, const char *payload, int64_t ms);

/*
 * Sends a message of bytes, which are not looked at, and returns the bytes of the module's answer: for what would be
 * long as JSON. `message_type` is as in `rt_module_send`, `ms` the limit as in `rt_module_send_timeout`, or -1 for none.
 * A module that has `handle_bytes` of `simple_module.h` takes such messages; `native` does not. At most 64 MiB come back.
 * Where the module refuses the message there are no bytes, and last error has what it says; the twin returns false then,
 * which tells a refusal from an empty answer.
 *
 * `module` is a module. Release what it returns with rt_bytes_free. On failure: an empty array. May
 * wait; blocks its own thread only.
 */
RtBytes rt_module_send_bytes(int64_t module, const char *message_type, const uint8_t *data, int64_t data_len, int64_t ms);

/*
 * Gives up the message inside a module, from another thread, as if its time were over: its sender gets an error. A
 * native module takes no other message until that one ends; a WebAssembly module is dead. False where no message is
 * inside, and where a native module's was sent without a time limit: it runs on its sender's own thread then.
 *
 * `module` is a module. On failure: false.
 */
bool rt_module_cancel(int64_t module);

/*
 * Tells whether code that was loaded from the native module at `path` is still in the process: 1 or 0. After every
 * module of that file was unloaded it is where a thread keeps something of the module's that is destroyed when the
 * thread ends, where the file is linked with `-z nodelete`, or where other libraries use its symbols (STB_GNU_UNIQUE;
 * build with `-fno-gnu-unique`). Loading a file that was replaced meanwhile gives the new file's code all the same.
 *
 * On failure: -1.
 */
int64_t rt_module_code_stays(const char *path);

/*
 * Returns what a module is and how it is, as JSON: `name`, `path`, `kind` (`native`, `wasm`, `built-in`),
 * `abi_version`, `state` (`ready`, `busy`, `unanswered`: a message ran out of time and has not ended, `dead` with its
 * `reason`), how many `messages` it got and how many `failures` there were among them, and of a WebAssembly module where its `code`
 * came from (`compiled`, `cache`, `shared`) and its `limits`.
 *
 * `module` is a module. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_module_info(int64_t module);

/*
 * Returns what `rt_module_info` says of each loaded module, in the order of loading.
 *
 * Release what it returns with rt_text_array_free.
 */
RtTextArray rt_module_list(void);

/*
 * Unloads a module: its `destroy_module` runs, and its code leaves the process where nobody else uses it.
 * False while a message is inside it, or the thread of one that had a time limit has not ended (what the module
 * keeps for each thread may end slowly; it is waited for up to two seconds); try again when that has.
 *
 * `module` is a module, freed by this call. On failure: false. May wait; blocks its own thread only.
 */
bool rt_module_unload(int64_t module);

/*
 * Tells whether this build holds the module library, as it does where this links.
 */
bool rt_module_available(void);

/*
 * Forgets why this thread's last failed module call failed.
 */
void rt_module_clear_error(void);

/*
 * Returns why this thread's last failed module call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_module_get_last_error(void);

/*
 * Returns the category of this thread's last failed module call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
 */
int64_t rt_module_get_last_error_code(void);

/*
 * Returns the version of the wrapped library, the crate `libloading`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_module_version(void);

/* ---- The twins: each fills *out, and returns whether the call succeeded. ---- */

bool rt_module_call_data_into(int64_t call, RtBytes *out);
bool rt_module_send_bytes_into(int64_t module, const char *message_type, const uint8_t *data, int64_t data_len, int64_t ms, RtBytes *out);
bool rt_module_list_into(RtTextArray *out);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_MODULE_H */
