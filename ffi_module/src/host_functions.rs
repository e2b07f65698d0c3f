//! The host's functions that modules call, by name, for all modules of the process.

use crate::{Error, Result, reply, waiting::own_number};
use ffi_core::{
    Callback, Kind, Locked, UserData,
    fork::{self, ForkSafeMutex},
    handle::{self, Object},
    object,
};
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

/// The longest name, in bytes.
pub const LONGEST_NAME: usize = 255;

/// A call of a module's, for as long as the host's function runs.
pub struct Call {
    /// Bytes that the module passed.
    pub data: Vec<u8>,
    answer: Locked<Option<Vec<u8>>>,
}

object!(Call, Kind::ModuleCall);

impl Call {
    /// Answers it, once.
    pub fn answer(&self, data: &[u8]) -> Result<()> {
        let copy = reply::copy(data)?;
        let mut answer = self.answer.lock();
        if answer.is_some() {
            return Err(Error::Answered);
        }
        *answer = Some(copy);
        Ok(())
    }
}

#[derive(Clone, Copy)]
struct Function {
    number: u64,
    function: Callback,
    user_data: UserData,
}

/// A call that runs.
struct Running {
    call: u64,
    function: u64,
    thread: u64,
    /// A child of fork has none of its parent's threads.
    process: u32,
    /// True where its thread waits for calls to end: nobody waits for it, or two functions that take each other away
    /// would wait for ever.
    waits: bool,
}

#[derive(Default)]
struct HostFunctions {
    functions: BTreeMap<String, Function>,
    running: Vec<Running>,
}

static REGISTERED: ForkSafeMutex<HostFunctions> = ForkSafeMutex::inherited(HostFunctions::default);

fn next_number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// Registers a function, in place of one of that name, once its calls have ended.
pub fn register(name: &str, function: Callback, user_data: UserData) -> Result<()> {
    if name.is_empty() || name.len() > LONGEST_NAME || name.contains('\0') {
        return Err(Error::FunctionName(name.to_owned()));
    }
    let function = Function { number: next_number(), function, user_data };
    let replaced = REGISTERED.lock().functions.insert(name.to_owned(), function);
    if let Some(replaced) = replaced {
        wait_for_calls(replaced.number);
    }
    Ok(())
}

/// Takes a function away and waits for its calls to end.
pub fn unregister(name: &str) -> Result<()> {
    let removed = REGISTERED.lock().functions.remove(name);
    let removed = removed.ok_or_else(|| Error::NoFunction(name.to_owned()))?;
    wait_for_calls(removed.number);
    Ok(())
}

/// Waits for the calls that run, but not for the calling thread's own, nor for those that wait here.
fn wait_for_calls(function: u64) {
    let thread = own_number();
    let mut state = REGISTERED.lock();
    let set = |state: &mut HostFunctions, waits| {
        state.running.iter_mut().filter(|one| one.thread == thread).for_each(|one| one.waits = waits);
    };
    set(&mut state, true);
    REGISTERED.notify_all();
    let process = fork::generation();
    let counts = |one: &Running| one.function == function && !one.waits && one.process == process;
    while state.running.iter().any(counts) {
        state.wait(None);
    }
    set(&mut state, false);
}

/// That a call runs, until it is dropped.
struct Entered(u64);

impl Drop for Entered {
    fn drop(&mut self) {
        REGISTERED.lock().running.retain(|one| one.call != self.0);
        REGISTERED.notify_all();
    }
}

fn enter(name: &str) -> Option<(Function, Entered)> {
    let mut state = REGISTERED.lock();
    let function = *state.functions.get(name)?;
    let call = next_number();
    let (thread, process) = (own_number(), fork::generation());
    state.running.push(Running { call, function: function.number, thread, process, waits: false });
    Some((function, Entered(call)))
}

/// A handle that is stale once this is dropped.
struct Lent(i64);

impl Drop for Lent {
    fn drop(&mut self) {
        drop(handle::take::<Call>(self.0));
    }
}

/// Calls the host's function `name` with `data` and returns its answer, or why there is none.
pub fn call(name: &str, data: &[u8]) -> Result<Vec<u8>, String> {
    let (function, _entered) = enter(name).ok_or_else(|| format!("the host has no function \"{name}\""))?;
    let data = reply::copy(data).map_err(|error| error.to_string())?;
    let call = Arc::new(Call { data, answer: Locked::new(None) });
    let lent = Lent(handle::insert(call.clone()));
    if lent.0 == 0 {
        return Err(format!("all handles of a {} are in use", Call::KIND.name()));
    }
    let returned = function.function.call(lent.0, function.user_data);
    drop(lent);
    let answer = call.answer.lock().take().unwrap_or_default();
    match returned {
        Err(said) => Err(format!("the host's function \"{name}\" did not return: {said}")),
        Ok(0) => Err(format!("the host's function \"{name}\" failed: {}", reply::reason(&answer))),
        Ok(_) => Ok(answer),
    }
}
