//! The exported functions for the host's functions that modules call.

use crate::{
    Result,
    host_functions::{self, Call},
    reply,
};
use ffi_core::{Callback, UserData, export};

/// Registers a function of the host's that modules call by `name` (1 to 255 bytes), in place of an earlier one, once that
/// one's calls have ended. A native module calls it by the table that `module_host` of `simple_module.h` gets, a
/// WebAssembly module by `simple_host_call`, where it was granted `functions` that hold the name.
///
/// `function` gets a call and `user_data`. It takes what the module gave with `rt_module_call_data`, answers with
/// `rt_module_call_answer`, and returns 1. What it returns otherwise is 0, for a failure: what it answered is the reason
/// then, in UTF-8. The call is stale once the function returns. A panic, an exception of another language and
/// `pthread_exit` end that call alone, which fails; `longjmp` must not leave it.
///
/// The function runs on the thread on which the module runs, within the time of its message, and on several at once where
/// several modules call. It may call this library; a message to the very module that calls fails.
#[export(ends = "rt_module_unregister_function", replaces, handles(function = "module call"))]
fn rt_module_register_function(name: &str, function: Callback, user_data: UserData) -> Result<()> {
    host_functions::register(name, function, user_data)
}

/// Takes a registered function away and waits for its calls to end, the caller's own excepted, and those that themselves
/// wait here; its `user_data` is not used any more. Modules that call it fail to. False where there is none of that name.
#[export(blocks)]
fn rt_module_unregister_function(name: &str) -> Result<()> {
    host_functions::unregister(name)
}

/// Returns the bytes that a module gave to the function of the host's which it calls.
#[export(light)]
fn rt_module_call_data(call: &Call) -> Result<Vec<u8>> {
    Ok(reply::copy(&call.data)?)
}

/// Answers a call of a module's, once. False where it was answered before.
#[export]
fn rt_module_call_answer(call: &Call, data: &[u8]) -> Result<()> {
    call.answer(data)
}
