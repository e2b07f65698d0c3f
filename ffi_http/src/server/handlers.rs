//! The host's callbacks by name, for all servers of the process.

use crate::error::{Error, Result};
use ffi_core::{Callback, UserData};
use parking_lot::{Condvar, Mutex, RwLock};
use std::{
    cell::RefCell,
    collections::HashMap,
    sync::{Arc, LazyLock, atomic::AtomicU32},
};

static HANDLERS: LazyLock<RwLock<HashMap<String, Arc<Handler>>>> = LazyLock::new(RwLock::default);

/// A callback with its data.
pub struct Handler {
    function: Callback,
    user_data: UserData,
    calls: Mutex<Calls>,
    ended: Condvar,
    /// How much it is trusted to be quick: see [`inline`](super::inline).
    pub pace: AtomicU32,
}

#[derive(Default)]
struct Calls {
    running: usize,
    /// No call begins any more.
    closed: bool,
}

thread_local! {
    /// The handlers that this thread is inside of.
    static INSIDE: RefCell<Vec<*const Handler>> = const { RefCell::new(Vec::new()) };
}

/// Registers `function` under `name`; replaces the one that was there once its calls have ended.
pub fn register(name: &str, function: Callback, user_data: UserData) {
    let handler = Handler {
        function,
        user_data,
        calls: Mutex::default(),
        ended: Condvar::new(),
        pace: AtomicU32::new(super::inline::UNKNOWN),
    };
    let replaced = HANDLERS.write().insert(name.to_owned(), Arc::new(handler));
    if let Some(replaced) = replaced {
        replaced.close();
    }
}

/// Takes the callback `name` away and waits for its calls to end.
pub fn unregister(name: &str) -> Result<()> {
    let removed = HANDLERS.write().remove(name);
    let handler = removed.ok_or_else(|| Error::text("name", name, "which is no registered handler"))?;
    handler.close();
    Ok(())
}

/// The callback `name`.
pub fn find(name: &str) -> Option<Arc<Handler>> {
    HANDLERS.read().get(name).cloned()
}

impl Handler {
    /// Calls it; what it said where it panicked, nothing where it was taken away meanwhile.
    pub fn call(&self, request: i64) -> Option<Result<i64, String>> {
        {
            let mut calls = self.calls.lock();
            if calls.closed {
                return None;
            }
            calls.running += 1;
        }
        INSIDE.with_borrow_mut(|inside| inside.push(self));
        let returned = self.function.call(request, self.user_data);
        INSIDE.with_borrow_mut(|inside| inside.pop());
        let mut calls = self.calls.lock();
        calls.running -= 1;
        if calls.closed {
            self.ended.notify_all();
        }
        Some(returned)
    }

    /// Lets no call begin and waits for those that run, but not for the calling thread's own.
    fn close(&self) {
        let own = INSIDE
            .with_borrow(|inside| inside.iter().filter(|handler| std::ptr::eq(**handler, self)).count());
        super::inline::blocking(|| {
            let mut calls = self.calls.lock();
            calls.closed = true;
            while calls.running > own {
                self.ended.wait(&mut calls);
            }
        });
    }
}

/// Whether this thread is inside a callback.
pub fn is_inside() -> bool {
    INSIDE.with_borrow(|inside| !inside.is_empty())
}
