//! The host's callbacks by name, for all servers of the process.

use super::latency::Latency;
use crate::{
    blocking::blocking,
    error::{Error, Result},
};
use ffi_core::{
    Callback, UserData,
    fork::{self, ForkSafeLazy, Forks, Held},
};
use std::{
    cell::RefCell,
    collections::HashMap,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock, RwLockWriteGuard,
        atomic::{AtomicUsize, Ordering},
    },
};

/// The names are the host's own: nobody chooses them to collide.
type HandlersByName = HashMap<String, Arc<Handler>, foldhash::fast::RandomState>;

/// The standard library's locks: those of parking_lot are handed on to threads that wait, which a child does not
/// have.
#[derive(Default)]
struct Registry(RwLock<HandlersByName>);

impl Registry {
    fn write(&self) -> RwLockWriteGuard<'_, HandlersByName> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

fn waiting() -> MutexGuard<'static, Vec<usize>> {
    WAITING.lock().unwrap_or_else(PoisonError::into_inner)
}

static HANDLERS: ForkSafeLazy<Registry> = ForkSafeLazy::once();

fn handlers() -> &'static Registry {
    HANDLERS.get_or_make(Registry::default)
}

/// Sees to it that a child of `fork` can use the handlers; to be called before anything else here.
pub fn survive_forks() {
    fork::register(handlers());
}

impl Forks for Registry {
    fn hold(&'static self) -> Box<dyn Held> {
        Box::new(Still { known: self.write(), waiting: waiting() })
    }
}

/// The handlers while the process forks.
struct Still {
    known: RwLockWriteGuard<'static, HandlersByName>,
    waiting: MutexGuard<'static, Vec<usize>>,
}

impl Held for Still {
    fn in_child(&mut self, _used: &[*mut ()]) -> usize {
        self.waiting.clear();
        // Calls of threads that the child does not have never end.
        for handler in self.known.values() {
            let own = inside(|inside| {
                inside.iter().filter(|inside| std::ptr::eq(**inside, &raw const **handler)).count()
            });
            handler.calls.store(own, Ordering::Release);
        }
        0
    }
}

/// A callback with its data.
pub struct Handler {
    /// The name that the host gave it.
    pub name: Box<str>,
    function: Callback,
    user_data: UserData,
    /// Number of calls that run, and [`CLOSED`].
    calls: AtomicUsize,
    /// Trust that it is quick: see [`inline`](super::inline).
    pub latency: Latency,
}

/// The bit that says that no call begins any more.
const CLOSED: usize = 1 << (usize::BITS - 1);

/// The handlers, by address, that threads are inside of while they wait for calls to end: nobody waits for these
/// calls, or two handlers that take each other away would wait for ever.
static WAITING: Mutex<Vec<usize>> = Mutex::new(Vec::new());
/// A call ended, or began to wait.
static ENDED: Condvar = Condvar::new();

thread_local! {
    /// The handlers that this thread is inside of.
    static INSIDE: RefCell<Vec<*const Handler>> = const { RefCell::new(Vec::new()) };
}

/// Looks at the handlers that this thread is inside of: none where it is past its destructors.
fn inside<R>(look: impl Fn(&[*const Handler]) -> R) -> R {
    INSIDE.try_with(|inside| look(&inside.borrow())).unwrap_or_else(|_| look(&[]))
}

/// Registers `function` under `name`; replaces the one that was there once its calls have ended.
pub fn register(name: &str, function: Callback, user_data: UserData) {
    survive_forks();
    let handler = Handler {
        name: name.into(),
        function,
        user_data,
        calls: AtomicUsize::new(0),
        latency: Latency::default(),
    };
    let replaced = handlers().write().insert(name.to_owned(), Arc::new(handler));
    if let Some(replaced) = replaced {
        replaced.close();
    }
}

/// Takes the callback `name` away and waits for its calls to end.
pub fn unregister(name: &str) -> Result<()> {
    let removed = handlers().write().remove(name);
    let handler = removed.ok_or_else(|| Error::text("name", name, "which is no registered handler"))?;
    handler.close();
    Ok(())
}

/// The callback `name`.
pub fn find(name: &str) -> Option<Arc<Handler>> {
    handlers().0.read().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
}

impl Handler {
    /// Calls it; what it said where it panicked, nothing where it was taken away meanwhile.
    pub fn call(&self, request: i64) -> Option<Result<i64, String>> {
        if self.calls.fetch_add(1, Ordering::AcqRel) & CLOSED != 0 {
            self.leave();
            return None;
        }
        INSIDE.with_borrow_mut(|inside| inside.push(self));
        let returned = self.function.call(request, self.user_data);
        INSIDE.with_borrow_mut(|inside| inside.pop());
        self.leave();
        Some(returned)
    }

    fn leave(&self) {
        if self.calls.fetch_sub(1, Ordering::AcqRel) & CLOSED != 0 {
            let _waiting = waiting();
            ENDED.notify_all();
        }
    }

    /// Lets no call begin and waits for those that run, but not for those that wait here, the calling thread's own
    /// among them.
    fn close(&self) {
        let own: Vec<usize> = inside(|inside| inside.iter().map(|handler| handler.addr()).collect());
        blocking(|| {
            self.calls.fetch_or(CLOSED, Ordering::AcqRel);
            let mut waiting = self::waiting();
            waiting.extend(&own);
            ENDED.notify_all();
            let this = std::ptr::from_ref(self).addr();
            let waits = |waiting: &[usize]| waiting.iter().filter(|handler| **handler == this).count();
            while self.calls.load(Ordering::Acquire) & !CLOSED > waits(&waiting) {
                waiting = ENDED.wait(waiting).unwrap_or_else(PoisonError::into_inner);
            }
            for handler in own {
                if let Some(at) = waiting.iter().position(|waiting| *waiting == handler) {
                    waiting.swap_remove(at);
                }
            }
        });
    }
}

/// Tells whether this thread is inside a callback.
pub fn is_inside() -> bool {
    inside(|inside| !inside.is_empty())
}
