package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

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
public final class ModuleLibrary {
    private ModuleLibrary() {}

    /** Throws where a call failed; a call that only found nothing left no error. */
    private static void check() {
        Convert.check(rt_module_get_last_error(), Raw::rt_module_clear_error);
    }

    /** Calls what frees: what was freed already is no failure that a later call may take for its own. */
    private static void quietly(Runnable release) {
        boolean clear = rt_module_get_last_error().isEmpty();
        release.run();
        if (clear) rt_module_clear_error();
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
    public static long rt_module_load(String path) {
        return Raw.rt_module_load(Convert.utf8(path));
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
    public static long rt_module_load(byte[] path) {
        return Raw.rt_module_load(path);
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
    public static long rt_module_load_with_options(String path, String options_json) {
        return Raw.rt_module_load_with_options(Convert.utf8(path), Convert.utf8(options_json));
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
    public static long rt_module_load_with_options(byte[] path, byte[] options_json) {
        return Raw.rt_module_load_with_options(path, options_json);
    }

    /**
     * The path of the module called `name`, for `rt_module_load`: `libNAME.so`, `NAME.so` or `NAME.wasm`, in the
     * folders that the environment variable `SIMPLE_MODULE_PATH` lists (separated as in `PATH`), then beside the
     * executable, then in the user's data folder (`~/.local/share/simple_native/modules`, or under
     * `XDG_DATA_HOME`). `""` where there is none, and last error lists the folders, or where the path is not UTF-8.
     *
     * On failure: "".
     */
    public static String rt_module_find(String name) {
        return Convert.text(Raw.rt_module_find(Convert.utf8(name)));
    }

    /**
     * The path of the module called `name`, for `rt_module_load`: `libNAME.so`, `NAME.so` or `NAME.wasm`, in the
     * folders that the environment variable `SIMPLE_MODULE_PATH` lists (separated as in `PATH`), then beside the
     * executable, then in the user's data folder (`~/.local/share/simple_native/modules`, or under
     * `XDG_DATA_HOME`). `""` where there is none, and last error lists the folders, or where the path is not UTF-8.
     *
     * On failure: "".
     */
    public static String rt_module_find(byte[] name) {
        return Convert.text(Raw.rt_module_find(name));
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
    public static String rt_module_send(long module, String message_type, String payload) {
        return Convert.text(Raw.rt_module_send(module, Convert.utf8(message_type), Convert.utf8(payload)));
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
    public static String rt_module_send(long module, byte[] message_type, byte[] payload) {
        return Convert.text(Raw.rt_module_send(module, message_type, payload));
    }

    /**
     * The same within `ms` milliseconds. A native module's message that takes longer is left behind on a thread of
     * its own: until it ends, every further message to that module fails at once and the module cannot be unloaded;
     * after that it can be used again. A WebAssembly module that takes longer is dead. A call of `native` that takes
     * longer goes on, and its answer is lost. The host goes on.
     */
    public static String rt_module_send_timeout(long module, String message_type, String payload, long ms) {
        return Convert.text(Raw.rt_module_send_timeout(module, Convert.utf8(message_type), Convert.utf8(payload), ms));
    }

    /**
     * The same within `ms` milliseconds. A native module's message that takes longer is left behind on a thread of
     * its own: until it ends, every further message to that module fails at once and the module cannot be unloaded;
     * after that it can be used again. A WebAssembly module that takes longer is dead. A call of `native` that takes
     * longer goes on, and its answer is lost. The host goes on.
     */
    public static String rt_module_send_timeout(long module, byte[] message_type, byte[] payload, long ms) {
        return Convert.text(Raw.rt_module_send_timeout(module, message_type, payload, ms));
    }

    /**
     * What a module is and how it is, as JSON: `name`, `path`, `kind` (`native`, `wasm`, `built-in`),
     * `abi_version`, `state` (`ready`, `busy`, `unanswered`: a message ran out of time and has not ended, `dead`
     * with its `reason`), how many `messages` it got and how many `failures` there were among them, and `limits`.
     *
     * On failure: "".
     */
    public static String rt_module_info(long module) {
        return Convert.text(Raw.rt_module_info(module));
    }

    /**
     * What `rt_module_info` says of each loaded module, in the order of loading.
     */
    public static String[] rt_module_list() {
        return Convert.texts(Raw.rt_module_list());
    }

    /**
     * Unloads a module: its `destroy_module` runs, and its code leaves the process where nobody else uses it.
     * False while a message is inside it, or the thread of one that had a time limit has not ended (what the module
     * keeps for each thread may end slowly; it is waited for a tenth of a second); try again when that has.
     *
     * On failure: false.
     */
    public static boolean rt_module_unload(long module) {
        return Raw.rt_module_unload(module);
    }

    /**
     * Listens to events from now on: of the kinds `window`, `gamepad`, `http`, `audio-ended` and `module`, or of
     * all of them where `kinds` is empty. They are queued in the order in which they happened, whatever their kind;
     * where 4096 wait, the oldest makes room and is counted.
     *
     * On failure: 0.
     */
    public static long rt_events_subscribe(String[] kinds) {
        return Raw.rt_events_subscribe(Convert.utf8(kinds));
    }

    /**
     * Listens to events from now on: of the kinds `window`, `gamepad`, `http`, `audio-ended` and `module`, or of
     * all of them where `kinds` is empty. They are queued in the order in which they happened, whatever their kind;
     * where 4096 wait, the oldest makes room and is counted.
     *
     * On failure: 0.
     */
    public static long rt_events_subscribe(byte[][] kinds) {
        return Raw.rt_events_subscribe(kinds);
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
    public static String rt_events_next(long subscription, long timeout_ms) {
        return Convert.text(Raw.rt_events_next(subscription, timeout_ms));
    }

    /**
     * Calls `function` with the subscription's handle and `user_data`, on a thread of the archive's own, when events
     * have arrived: take them with `rt_events_next(subscription, 0)` until it gives `""`. What the function returns
     * is not looked at. It is called until the subscription ends; a second function is called besides the first.
     *
     * On failure: false.
     */
    public static boolean rt_events_notify(long subscription, java.util.function.LongUnaryOperator function) {
        return Raw.rt_events_notify(subscription, function);
    }

    /**
     * Ends a subscription; whoever waits for it gets `""`. Waits for calls of the functions of `rt_events_notify` that
     * run: after this returns they neither run nor are called. From inside such a function it does not wait, so that
     * what still runs then is that call, and another thread's.
     */
    public static void rt_events_unsubscribe(long subscription) {
        Raw.rt_events_unsubscribe(subscription);
    }

    /**
     * True where this build holds the module library, as it does where this links.
     */
    public static boolean rt_module_available() {
        return Raw.rt_module_available();
    }

    /**
     * Forgets why this thread's last failed module call failed.
     */
    public static void rt_module_clear_error() {
        Raw.rt_module_clear_error();
    }

    /**
     * Why this thread's last failed module call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
     */
    public static String rt_module_get_last_error() {
        return Convert.text(Raw.rt_module_get_last_error());
    }

    /**
     * The version of the wrapped library, the crate `libloading`.
     */
    public static String rt_module_version() {
        return Convert.text(Raw.rt_module_version());
    }

    /**
     * A module: freed by `close()`, or when Java forgets it.
     */
    public static final class Module extends NativeObject {
        private Module(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_module_unload(own)));
        }

        static Module wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new Module(handle, parent, owned);
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
        public static ModuleLibrary.Module load(String path) {
            var result = Raw.rt_module_load(Convert.utf8(path));
            if (result == 0) check();
            return ModuleLibrary.Module.wrap(result, null, true);
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
        public static ModuleLibrary.Module loadWithOptions(String path, String options_json) {
            var result = Raw.rt_module_load_with_options(Convert.utf8(path), Convert.utf8(options_json));
            if (result == 0) check();
            return ModuleLibrary.Module.wrap(result, null, true);
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
        public String send(String message_type, String payload) {
            var result = Convert.text(Raw.rt_module_send(handle(), Convert.utf8(message_type), Convert.utf8(payload)));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * The same within `ms` milliseconds. A native module's message that takes longer is left behind on a thread of
         * its own: until it ends, every further message to that module fails at once and the module cannot be unloaded;
         * after that it can be used again. A WebAssembly module that takes longer is dead. A call of `native` that takes
         * longer goes on, and its answer is lost. The host goes on.
         */
        public String sendTimeout(String message_type, String payload, long ms) {
            var result = Convert.text(Raw.rt_module_send_timeout(handle(), Convert.utf8(message_type), Convert.utf8(payload), ms));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * What a module is and how it is, as JSON: `name`, `path`, `kind` (`native`, `wasm`, `built-in`),
         * `abi_version`, `state` (`ready`, `busy`, `unanswered`: a message ran out of time and has not ended, `dead`
         * with its `reason`), how many `messages` it got and how many `failures` there were among them, and `limits`.
         *
         * On failure: "".
         */
        public String info() {
            var result = Convert.text(Raw.rt_module_info(handle()));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }
    }

    /**
     * A event subscription: freed by `close()`, or when Java forgets it.
     */
    public static final class EventSubscription extends NativeObject {
        private EventSubscription(long handle, NativeObject parent, boolean owned) {
            super(handle, parent, owned && true, (own, of) -> quietly(() -> Raw.rt_events_unsubscribe(own)));
        }

        static EventSubscription wrap(long handle, NativeObject parent, boolean owned) {
            return handle == 0 ? null : new EventSubscription(handle, parent, owned);
        }

        /**
         * Listens to events from now on: of the kinds `window`, `gamepad`, `http`, `audio-ended` and `module`, or of
         * all of them where `kinds` is empty. They are queued in the order in which they happened, whatever their kind;
         * where 4096 wait, the oldest makes room and is counted.
         *
         * On failure: 0.
         */
        public static ModuleLibrary.EventSubscription subscribe(String[] kinds) {
            var result = Raw.rt_events_subscribe(Convert.utf8(kinds));
            if (result == 0) check();
            return ModuleLibrary.EventSubscription.wrap(result, null, true);
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
        public String next(long timeout_ms) {
            var result = Convert.text(Raw.rt_events_next(handle(), timeout_ms));
            NativeObject.keep(this);
            if (result.isEmpty()) check();
            return result;
        }

        /**
         * Calls `function` with the subscription's handle and `user_data`, on a thread of the archive's own, when events
         * have arrived: take them with `rt_events_next(subscription, 0)` until it gives `""`. What the function returns
         * is not looked at. It is called until the subscription ends; a second function is called besides the first.
         *
         * On failure: false.
         */
        public boolean notify(java.util.function.LongUnaryOperator function) {
            var result = Raw.rt_events_notify(handle(), function);
            NativeObject.keep(this);
            if (!result) check();
            return result;
        }
    }
}
