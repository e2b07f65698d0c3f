//! The exported functions of modules.

use crate::{Error, Module, Result, find, message::Message, module, options::Options, reply};
use ffi_core::{Handle, New, Shared, Text, array::Bytes, export};

/// Loads the module at `path`: a shared library with the entry points of `simple_module.h`, or a WebAssembly
/// file (`.wasm`) in a build that holds wasmtime. `native` loads the built-in module, which calls the functions
/// of this archive by name (see `rt_module_send`). 0 where it cannot be loaded; last error says why.
///
/// A native module's own code runs while it is loaded; an exception that leaves a constructor of its global objects
/// in C++ ends the process. The system loads a file once, however often this is
/// called; each call makes an instance of its own. A file that was replaced since (by renaming a new one over it) is
/// loaded beside the older one; one that was overwritten in place while its code is in the process is refused.
#[export(blocks)]
fn rt_module_load(path: &str) -> Result<New<Module>> {
    Ok(New(Module::load(path, &Options::default())?))
}

/// Loads a module like `rt_module_load`, with limits and grants for a WebAssembly module as JSON, all optional:
/// `{"memory_mib": 64, "time_ms": 5000, "table": 100000, "code_kib": 16384, "compile_ms": 30000, "restart": false,
/// "guard_pages": null, "cache": "", "grants": {"clock": false, "random": false, "environment": ["NAME"], "arguments":
/// ["text"], "files": ["/path"], "folders": [{"path": "/path", "name": "/data", "writable": false}], "functions": ["name"]}}`. `time_ms` is for each message, the table's size
/// for all tables together, `code_kib` for the file. A module reads the clock, variables and files (what is no file, a
/// pipe or a device, it does not) that it is granted, calls the host's functions that it is granted (`rt_module_register_function`), and has
/// nothing else of the world; one that imports what it is not
/// granted is not loaded, and last error names the grant that would allow it. A native module is held to nothing.
///
/// A module's `_initialize` (or `__wasm_call_ctors`) is called once, before all else: what C and C++, Rust and Go
/// build as a library has it. AssemblyScript's `abort` ends the module with its message. A component is no module.
///
/// Of WASI preview 1 a module has its arguments, the variables granted, clocks and random numbers where they are
/// granted, sleeping within its time, and standard streams: it reads nothing, and what it prints becomes events of
/// kind `module`. It has the `folders` granted, each by its `name` (its path where none is given), to read, and to write
/// where it is `writable`; neither `..` nor a symbolic link leads out of one. They are opened while the module is
/// loaded, which fails where one cannot be. A module opens regular files and folders alone, 256 at a time, makes no
/// links, and fills a writable folder as far as the system lets it. There are no sockets.
///
/// A module is compiled while it is loaded, one at a time, within `compile_ms`, and once: while one that was loaded from
/// a file of the same bytes is loaded, another instance costs no compiling. A real module of 2.4 MiB, made of
/// Rust, took 7 s of one core's time and 190 MiB of memory. Up to four threads compile it, one where address space is limited. A
/// compiler that runs out of time is left behind on threads of its own, and the next load waits for it, within its own time. Modules that would keep a compiler busy out of
/// proportion (very many functions, or loops, blocks, calls or locals in one function) are refused, and so is one for whose
/// compiling there is no memory: 6 KiB for each function, 64 bytes for each byte of code and 800 for each of the longest
/// function's are asked for, and 136 MiB at least, for a thread's heap begins with so much address space.
///
/// With `cache` what was compiled is kept on the disk too, and later processes compile nothing; by default nothing is
/// kept. It is a folder's path from the root, which is made for its owner alone (mode 0700) where it is not there, or
/// `user`: `simple_native/modules` in the user's cache folder. A file there is for the bytes of one module, this version,
/// these settings and a processor with the same features; one that is damaged or of another version is not used, and
/// compiling goes on where none can be read or written. A host can bring a folder that it filled. The load fails where the
/// folder or the file belongs to another user than root and the program's, or others may write to it. A program that has
/// more rights than whoever started it (set-user-ID, file capabilities) keeps and takes nothing. Files are at most 256 MiB,
/// and beyond 512 MiB in all the ones that were not used for longest go. `rt_module_info` says with `code` whether a module
/// was `compiled`, taken from the `cache`, or `shared` with one that is loaded.
///
/// With `guard_pages` accesses to memory are not measured one by one: an instance takes 8 GiB of address space, which is no
/// memory, in memories that end in pages that nobody may touch, and handlers of SIGSEGV, SIGILL and SIGFPE (SIGBUS too on
/// some systems; macOS has a thread in their place) stay until the process ends. They pass on to those that were there
/// before what no module raised. Where a host sets handlers of its own later that do not call those, a module that leaves
/// its memory, or is stopped, ends the process. Without (`false`) there are no handlers, a memory takes the address space
/// that it uses, and tight loops take twice the time. `null`, and nothing said, is `true` on Linux where the process's
/// address space is not limited (`ulimit -v`) and there is room for the instance, and `false` elsewhere; `rt_module_info`
/// says which. Valgrind needs `--vex-iropt-register-updates=allregs-at-mem-access` with guard pages.
#[export(blocks, schema(options_json = "ffi_module/src/options.schema.json"))]
fn rt_module_load_with_options(path: &str, options_json: &str) -> Result<New<Module>> {
    Ok(New(Module::load(path, &Options::parse(options_json)?)?))
}

/// Finds the path of the module called `name`, for `rt_module_load`: `libNAME.so`, `NAME.so` or `NAME.wasm`, in the
/// folders that the environment variable `SIMPLE_MODULE_PATH` lists (separated as in `PATH`), then beside the
/// executable, then in the user's data folder (`~/.local/share/simple_native/modules`, or under `XDG_DATA_HOME`). `""`
/// where there is none, and last error lists the folders, or where the path is not UTF-8.
#[export]
fn rt_module_find(name: &str) -> Result<Text> {
    Ok(Text::new(&find::find(name)?))
}

/// Sends a message and returns the module's answer: `message_type` is `init`, `command`, `query`, `mutation` or
/// `event`, `payload` is JSON, to the rules of `rt_http_parse_json`: no number beyond a double's range, no escape of
/// half a surrogate pair, 127 levels. The answer is JSON too, to the same rules, `{"status":"success","data":…}` or
/// `{"status":"error","error":"…"}`. What a call fails with (a wrong argument, a module that misbehaves) comes as
/// an answer of the second shape, and is the last error besides; an error that the module itself answers is not.
///
/// A module handles one message at a time; the call waits for those before it, and for the answer, however long
/// that takes. A WebAssembly module that takes longer than its time, traps, or gives back what is no memory of
/// its own is dead: every later message fails. A message that would wait for itself fails: one
/// from within the same module, and one over other modules, on whatever threads.
///
/// A native module's code runs on the calling thread and with its signal mask: what it writes to a broken pipe raises
/// SIGPIPE as the host's own writes do. `rt_module_send_timeout` runs it on a thread that has signals blocked.
///
/// The module `native` takes `{"call":"rt_regex_find","args":[…]}` in a message of any type but `init`, calls
/// the function, and its answer's data is what that returns; where the call fails, the answer is an error that
/// holds the reason, and the failure value as data. Arguments and results are as in JSON, one for each parameter
/// of the manifest; null is NULL; a struct is an object; bytes are `{"hex":"00ff"}`, or an array of numbers
/// going in; a text that is not UTF-8 is `{"bytes":"c328"}`; a float that JSON cannot write is `{"f64":"nan"}`,
/// `"inf"` or `"-inf"`; a buffer to fill is its size, and then the data is `{"result":…,"out":{"hex":…}}`.
/// Callbacks and memory can only be null. `init` gives the names of the functions. Any number of messages are
/// inside it at the same time.
#[export(blocks, fail = reply::failed(reason))]
fn rt_module_send(module: Shared<Module>, message_type: &str, payload: &str) -> Result<Text> {
    Ok(module.send(&Message::new(message_type, payload)?)?.into_text())
}

/// Sends a message as `rt_module_send` does, within `ms` milliseconds. A native module's messages with a limit run on a
/// thread that is kept for them; one that takes longer is left behind there: until it ends, every further message to
/// that module fails at once and the module cannot be unloaded; after that it can be used again. A WebAssembly module
/// that takes longer is dead. A call of `native` that takes longer goes on, and its answer is lost. The host goes on.
#[export(blocks, fail = reply::failed(reason))]
fn rt_module_send_timeout(
    module: Shared<Module>,
    message_type: &str,
    payload: &str,
    ms: i64,
) -> Result<Text> {
    Ok(module.into_arc().send_timeout(Message::new(message_type, payload)?, ms)?.into_text())
}

/// Sends a message of bytes, which are not looked at, and returns the bytes of the module's answer: for what would be
/// long as JSON. `message_type` is as in `rt_module_send`, `ms` the limit as in `rt_module_send_timeout`, or -1 for none.
/// A module that has `handle_bytes` of `simple_module.h` takes such messages; `native` does not. At most 64 MiB come back.
/// Where the module refuses the message there are no bytes, and last error has what it says; the twin returns false then,
/// which tells a refusal from an empty answer.
#[export(blocks)]
fn rt_module_send_bytes(module: Shared<Module>, message_type: &str, data: &[u8], ms: i64) -> Result<Bytes> {
    let message = Message::of_bytes(message_type, data)?;
    let answer = match ms {
        -1 => module.send(&message)?,
        0.. => module.into_arc().send_timeout(message.into_owned()?, ms)?,
        _ => return Err(Error::MessageTime(ms)),
    };
    Ok(answer.into_bytes())
}

/// Gives up the message inside a module, from another thread, as if its time were over: its sender gets an error. A
/// native module takes no other message until that one ends; a WebAssembly module is dead. False where no message is
/// inside, and where a native module's was sent without a time limit: it runs on its sender's own thread then.
#[export]
fn rt_module_cancel(module: &Module) -> Result<()> {
    module.cancel()
}

/// Tells whether code that was loaded from the native module at `path` is still in the process: 1 or 0. After every
/// module of that file was unloaded it is where a thread keeps something of the module's that is destroyed when the
/// thread ends, where the file is linked with `-z nodelete`, or where other libraries use its symbols (STB_GNU_UNIQUE;
/// build with `-fno-gnu-unique`). Loading a file that was replaced meanwhile gives the new file's code all the same.
#[export(truth)]
fn rt_module_code_stays(path: &str) -> i64 {
    i64::from(module::code_stays(path))
}

/// Returns what a module is and how it is, as JSON: `name`, `path`, `kind` (`native`, `wasm`, `built-in`),
/// `abi_version`, `state` (`ready`, `busy`, `unanswered`: a message ran out of time and has not ended, `dead` with its
/// `reason`), how many `messages` it got and how many `failures` there were among them, and of a WebAssembly module where its `code`
/// came from (`compiled`, `cache`, `shared`) and its `limits`.
#[export]
fn rt_module_info(module: &Module) -> Text {
    Text::new(&module.info().to_string())
}

/// Returns what `rt_module_info` says of each loaded module, in the order of loading.
#[export]
fn rt_module_list() -> Vec<Text> {
    Module::all().iter().map(|module| Text::new(&module.info().to_string())).collect()
}

/// Unloads a module: its `destroy_module` runs, and its code leaves the process where nobody else uses it.
/// False while a message is inside it, or the thread of one that had a time limit has not ended (what the module
/// keeps for each thread may end slowly; it is waited for up to two seconds); try again when that has.
#[export(blocks, frees(module))]
fn rt_module_unload(module: Handle<Module>) -> Result<()> {
    let unloaded = module.get()?.to_arc();
    unloaded.unload()?;
    module.take()?;
    unloaded.publish_unloaded();
    Ok(())
}
