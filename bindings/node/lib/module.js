/**
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
// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.
"use strict";

const rt = require("./runtime");
const { check, quietly } = rt.failure("module");

const _rt_module_load = rt.declare("rt_module_load", "int64", ["void *"]);

/**
 * Loads the module at `path`: a shared library with the entry points of `simple_module.h`, or a WebAssembly
 * file (`.wasm`) in a build that holds wasmtime. `native` loads the built-in module, which calls the functions
 * of this archive by name (see `rt_module_send`). 0 where it cannot be loaded; last error says why.
 *
 * A native module's own code runs while it is loaded; an exception that leaves a constructor of its global objects
 * in C++ ends the process. The system loads a file once, however often this is
 * called; each call makes an instance of its own.
 *
 * On failure: 0.
 */
exports.rt_module_load = (path) => _rt_module_load(rt.text(path));

const _rt_module_load_with_options = rt.declare("rt_module_load_with_options", "int64", ["void *", "void *"]);

/**
 * The same with limits and grants for a WebAssembly module, as JSON, all optional:
 * `{"memory_mib": 64, "time_ms": 5000, "table": 10000, "code_kib": 16384, "compile_ms": 30000, "grants":
 * {"clock": false, "environment": ["NAME"], "files": ["/path"]}}`. `time_ms` is for each message, the table's size
 * for all tables together, `code_kib` for the file. A module reads the clock, variables and files (what is no file, a
 * pipe or a device, it does not) that it is granted, and nothing else of the world; one that imports what it is not
 * granted is not loaded. A native module is held to nothing.
 *
 * A module is compiled while it is loaded, one at a time, within `compile_ms`: a real module of 2.4 MiB, made of
 * Rust, took 7 s of one core's time and 190 MiB of memory. A compiler that runs out of time is left behind on a thread of its
 * own, and the next load waits for it, within its own time. Modules that would keep a compiler busy out of
 * proportion (very many functions, or loops, blocks, calls or locals in one function) are refused.
 *
 * On failure: 0.
 */
exports.rt_module_load_with_options = (path, options_json) => _rt_module_load_with_options(rt.text(path), rt.text(options_json));

const _rt_module_find = rt.declare("rt_module_find", "void *", ["void *"]);

/**
 * The path of the module called `name`, for `rt_module_load`: `libNAME.so`, `NAME.so` or `NAME.wasm`, in the
 * folders that the environment variable `SIMPLE_MODULE_PATH` lists (separated as in `PATH`), then beside the
 * executable, then in the user's data folder (`~/.local/share/simple_native/modules`, or under
 * `XDG_DATA_HOME`). `""` where there is none, and last error lists the folders, or where the path is not UTF-8.
 *
 * On failure: "".
 */
exports.rt_module_find = (name) => rt.takeText(_rt_module_find(rt.text(name)));

const _rt_module_send = rt.declare("rt_module_send", "void *", ["int64", "void *", "void *"]);

/**
 * Sends a message and returns the module's answer: `message_type` is `init`, `command`, `query`, `mutation` or
 * `event`, `payload` is JSON. The answer is JSON too, `{"status":"success","data":…}` or
 * `{"status":"error","error":"…"}`. What a call fails with (a wrong argument, a module that misbehaves) comes as
 * an answer of the second shape, and is the last error besides; an error that the module itself answers is not.
 *
 * A module handles one message at a time; the call waits for those before it, and for the answer, however long
 * that takes. A WebAssembly module that takes longer than its time, traps, or gives back what is no memory of
 * its own is dead: every later message fails. A module that sends itself a message from within one fails.
 *
 * The module `native` takes `{"call":"rt_regex_find","args":[…]}` in a message of any type but `init`, calls
 * the function, and its answer's data is what that returns; where the call fails, the answer is an error that
 * holds the reason, and the failure value as data. Arguments and results are as in JSON, one for each parameter
 * of the manifest; null is NULL; a struct is an object; bytes are `{"hex":"00ff"}`, or an array of numbers
 * going in; a text that is not UTF-8 is `{"bytes":"c328"}`; a float that JSON cannot write is `{"f64":"nan"}`,
 * `"inf"` or `"-inf"`; a buffer to fill is its size, and then the data is `{"result":…,"out":{"hex":…}}`.
 * Callbacks and memory can only be null. `init` gives the names of the functions. Any number of messages are
 * inside it at the same time.
 */
exports.rt_module_send = (module, message_type, payload) => rt.takeText(_rt_module_send(rt.integer(module), rt.text(message_type), rt.text(payload)));

const _rt_module_send_timeout = rt.declare("rt_module_send_timeout", "void *", ["int64", "void *", "void *", "int64"]);

/**
 * The same within `ms` milliseconds. A native module's message that takes longer is left behind on a thread of
 * its own: until it ends, every further message to that module fails at once and the module cannot be unloaded;
 * after that it can be used again. A WebAssembly module that takes longer is dead. A call of `native` that takes
 * longer goes on, and its answer is lost. The host goes on.
 */
exports.rt_module_send_timeout = (module, message_type, payload, ms) => rt.takeText(_rt_module_send_timeout(rt.integer(module), rt.text(message_type), rt.text(payload), rt.integer(ms)));

const _rt_module_info = rt.declare("rt_module_info", "void *", ["int64"]);

/**
 * What a module is and how it is, as JSON: `name`, `path`, `kind` (`native`, `wasm`, `built-in`),
 * `abi_version`, `state` (`ready`, `busy`, `unanswered`: a message ran out of time and has not ended, `dead`
 * with its `reason`), how many `messages` it got and how many `failures` there were among them, and `limits`.
 *
 * On failure: "".
 */
exports.rt_module_info = (module) => rt.takeText(_rt_module_info(rt.integer(module)));

const _rt_module_list = rt.declare("rt_module_list", "RtTextArray", []);

/**
 * What `rt_module_info` says of each loaded module, in the order of loading.
 */
exports.rt_module_list = () => rt.takeTexts(_rt_module_list());

const _rt_module_unload = rt.declare("rt_module_unload", "bool", ["int64"]);

/**
 * Unloads a module: its `destroy_module` runs, and its code leaves the process where nobody else uses it.
 * False while a message is inside it, or the thread of one that had a time limit has not ended (what the module
 * keeps for each thread may end slowly; it is waited for a tenth of a second); try again when that has.
 *
 * On failure: false.
 */
exports.rt_module_unload = (module) => _rt_module_unload(rt.integer(module));

const _rt_events_subscribe = rt.declare("rt_events_subscribe", "int64", ["void *", "int64"]);

/**
 * Listens to events from now on: of the kinds `window`, `gamepad`, `http`, `audio-ended` and `module`, or of
 * all of them where `kinds` is empty. They are queued in the order in which they happened, whatever their kind;
 * where 4096 wait, the oldest makes room and is counted.
 *
 * On failure: 0.
 */
exports.rt_events_subscribe = (kinds) => _rt_events_subscribe(...rt.texts(kinds));

const _rt_events_next = rt.declare("rt_events_next", "void *", ["int64", "int64"]);

/**
 * The next event, as JSON: `{"kind":"http","sequence":17,"dropped":0,"data":{…}}`. `sequence` counts all events
 * of the process, `dropped` those that this subscription lost just before this one. Waits `timeout_ms`
 * milliseconds where there is none, without limit if it is -1; `""` when the time is over or another thread
 * ends the subscription.
 *
 * The data of each kind has a `type`, and says what it is about. A `window` is the number that
 * `rt_winit_window_id` gives, a `gamepad` the pad's id, and the types are those of their own libraries, which
 * hand the events out as before. `http` tells of each `request` that reaches a server of this process (`port`,
 * `peer`, `method`, `path`) and of its `response` (also `status`); answering is the server's matter.
 * `audio-ended` tells of a `playback`, by its handle, that came to its end by itself. A module is `loaded`,
 * `unloaded`, `unanswered` or `dead`.
 *
 * On failure: "".
 */
exports.rt_events_next = (subscription, timeout_ms) => rt.takeText(_rt_events_next(rt.integer(subscription), rt.integer(timeout_ms)));

let _rt_events_notify = rt.declare("rt_events_notify", "bool", ["int64", "void *", "void *"]);

/**
 * Calls `function` with the subscription's handle and `user_data`, on a thread of the archive's own, when events
 * have arrived: take them with `rt_events_next(subscription, 0)` until it gives `""`. What the function returns
 * is not looked at. It is called until the subscription ends; a second function is called besides the first.
 *
 * On failure: false.
 */
exports.rt_events_notify = (subscription, function_, user_data) => _rt_events_notify(rt.integer(subscription), function_, user_data);

let _rt_events_unsubscribe = rt.declare("rt_events_unsubscribe", "void", ["int64"]);

/**
 * Ends a subscription; whoever waits for it gets `""`. Waits for calls of the functions of `rt_events_notify` that
 * run: after this returns they neither run nor are called. From inside such a function it does not wait, so that
 * what still runs then is that call, and another thread's.
 */
exports.rt_events_unsubscribe = (subscription) => _rt_events_unsubscribe(rt.integer(subscription));

const _rt_module_available = rt.declare("rt_module_available", "bool", []);

/**
 * True where this build holds the module library, as it does where this links.
 */
exports.rt_module_available = () => _rt_module_available();

const _rt_module_clear_error = rt.declare("rt_module_clear_error", "void", []);

/**
 * Forgets why this thread's last failed module call failed.
 */
exports.rt_module_clear_error = () => _rt_module_clear_error();

const _rt_module_get_last_error = rt.declare("rt_module_get_last_error", "void *", []);

/**
 * Why this thread's last failed module call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 */
exports.rt_module_get_last_error = () => rt.takeText(_rt_module_get_last_error());

const _rt_module_version = rt.declare("rt_module_version", "void *", []);

/**
 * The version of the wrapped library, the crate `libloading`.
 */
exports.rt_module_version = () => rt.takeText(_rt_module_version());

[_rt_events_notify, _rt_events_unsubscribe] = rt.callbacks(_rt_events_notify, _rt_events_unsubscribe, "int64", ["int64", "int64"], false);

/**
 * A module: freed by `close()`, or when JavaScript forgets it.
 */
class Module extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_module_unload, handle);
  }

  /**
   * Loads the module at `path`: a shared library with the entry points of `simple_module.h`, or a WebAssembly
   * file (`.wasm`) in a build that holds wasmtime. `native` loads the built-in module, which calls the functions
   * of this archive by name (see `rt_module_send`). 0 where it cannot be loaded; last error says why.
   *
   * A native module's own code runs while it is loaded; an exception that leaves a constructor of its global objects
   * in C++ ends the process. The system loads a file once, however often this is
   * called; each call makes an instance of its own.
   *
   * On failure: 0.
   */
  static load(path) {
    const result = _rt_module_load(rt.text(path));
    if (result == 0) check();
    return Module.wrap(result, null, true);
  }

  /**
   * The same with limits and grants for a WebAssembly module, as JSON, all optional:
   * `{"memory_mib": 64, "time_ms": 5000, "table": 10000, "code_kib": 16384, "compile_ms": 30000, "grants":
   * {"clock": false, "environment": ["NAME"], "files": ["/path"]}}`. `time_ms` is for each message, the table's size
   * for all tables together, `code_kib` for the file. A module reads the clock, variables and files (what is no file, a
   * pipe or a device, it does not) that it is granted, and nothing else of the world; one that imports what it is not
   * granted is not loaded. A native module is held to nothing.
   *
   * A module is compiled while it is loaded, one at a time, within `compile_ms`: a real module of 2.4 MiB, made of
   * Rust, took 7 s of one core's time and 190 MiB of memory. A compiler that runs out of time is left behind on a thread of its
   * own, and the next load waits for it, within its own time. Modules that would keep a compiler busy out of
   * proportion (very many functions, or loops, blocks, calls or locals in one function) are refused.
   *
   * On failure: 0.
   */
  static loadWithOptions(path, options_json) {
    const result = _rt_module_load_with_options(rt.text(path), rt.text(options_json));
    if (result == 0) check();
    return Module.wrap(result, null, true);
  }

  /**
   * Sends a message and returns the module's answer: `message_type` is `init`, `command`, `query`, `mutation` or
   * `event`, `payload` is JSON. The answer is JSON too, `{"status":"success","data":…}` or
   * `{"status":"error","error":"…"}`. What a call fails with (a wrong argument, a module that misbehaves) comes as
   * an answer of the second shape, and is the last error besides; an error that the module itself answers is not.
   *
   * A module handles one message at a time; the call waits for those before it, and for the answer, however long
   * that takes. A WebAssembly module that takes longer than its time, traps, or gives back what is no memory of
   * its own is dead: every later message fails. A module that sends itself a message from within one fails.
   *
   * The module `native` takes `{"call":"rt_regex_find","args":[…]}` in a message of any type but `init`, calls
   * the function, and its answer's data is what that returns; where the call fails, the answer is an error that
   * holds the reason, and the failure value as data. Arguments and results are as in JSON, one for each parameter
   * of the manifest; null is NULL; a struct is an object; bytes are `{"hex":"00ff"}`, or an array of numbers
   * going in; a text that is not UTF-8 is `{"bytes":"c328"}`; a float that JSON cannot write is `{"f64":"nan"}`,
   * `"inf"` or `"-inf"`; a buffer to fill is its size, and then the data is `{"result":…,"out":{"hex":…}}`.
   * Callbacks and memory can only be null. `init` gives the names of the functions. Any number of messages are
   * inside it at the same time.
   */
  send(message_type, payload) {
    const result = rt.takeText(_rt_module_send(this.handle, rt.text(message_type), rt.text(payload)));
    if (result == "<reason>") check();
    return result;
  }

  /**
   * The same within `ms` milliseconds. A native module's message that takes longer is left behind on a thread of
   * its own: until it ends, every further message to that module fails at once and the module cannot be unloaded;
   * after that it can be used again. A WebAssembly module that takes longer is dead. A call of `native` that takes
   * longer goes on, and its answer is lost. The host goes on.
   */
  sendTimeout(message_type, payload, ms) {
    const result = rt.takeText(_rt_module_send_timeout(this.handle, rt.text(message_type), rt.text(payload), rt.integer(ms)));
    if (result == "<reason>") check();
    return result;
  }

  /**
   * What a module is and how it is, as JSON: `name`, `path`, `kind` (`native`, `wasm`, `built-in`),
   * `abi_version`, `state` (`ready`, `busy`, `unanswered`: a message ran out of time and has not ended, `dead`
   * with its `reason`), how many `messages` it got and how many `failures` there were among them, and `limits`.
   *
   * On failure: "".
   */
  info() {
    const result = rt.takeText(_rt_module_info(this.handle));
    if (result == "") check();
    return result;
  }
}
exports.Module = Module;

/**
 * A event subscription: freed by `close()`, or when JavaScript forgets it.
 */
class EventSubscription extends rt.Owner {
  static collected = true;

  static release(handle, parent) {
    quietly(_rt_events_unsubscribe, handle);
  }

  /**
   * Listens to events from now on: of the kinds `window`, `gamepad`, `http`, `audio-ended` and `module`, or of
   * all of them where `kinds` is empty. They are queued in the order in which they happened, whatever their kind;
   * where 4096 wait, the oldest makes room and is counted.
   *
   * On failure: 0.
   */
  static subscribe(kinds) {
    const result = _rt_events_subscribe(...rt.texts(kinds));
    if (result == 0) check();
    return EventSubscription.wrap(result, null, true);
  }

  /**
   * The next event, as JSON: `{"kind":"http","sequence":17,"dropped":0,"data":{…}}`. `sequence` counts all events
   * of the process, `dropped` those that this subscription lost just before this one. Waits `timeout_ms`
   * milliseconds where there is none, without limit if it is -1; `""` when the time is over or another thread
   * ends the subscription.
   *
   * The data of each kind has a `type`, and says what it is about. A `window` is the number that
   * `rt_winit_window_id` gives, a `gamepad` the pad's id, and the types are those of their own libraries, which
   * hand the events out as before. `http` tells of each `request` that reaches a server of this process (`port`,
   * `peer`, `method`, `path`) and of its `response` (also `status`); answering is the server's matter.
   * `audio-ended` tells of a `playback`, by its handle, that came to its end by itself. A module is `loaded`,
   * `unloaded`, `unanswered` or `dead`.
   *
   * On failure: "".
   */
  next(timeout_ms) {
    const result = rt.takeText(_rt_events_next(this.handle, rt.integer(timeout_ms)));
    if (result == "") check();
    return result;
  }

  /**
   * Calls `function` with the subscription's handle and `user_data`, on a thread of the archive's own, when events
   * have arrived: take them with `rt_events_next(subscription, 0)` until it gives `""`. What the function returns
   * is not looked at. It is called until the subscription ends; a second function is called besides the first.
   *
   * On failure: false.
   */
  notify(function_, user_data) {
    const result = _rt_events_notify(this.handle, function_, user_data);
    if (!result) check();
    return result;
  }
}
exports.EventSubscription = EventSubscription;
