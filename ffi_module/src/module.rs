//! A loaded module: who is inside, and what runs it.

use crate::{
    Error, Result,
    admission::Admission,
    backend::{Backend, Native},
    builtin::{self, Builtin},
    error::ProtocolError,
    find,
    message::Message,
    options::Options,
    reply::Answer,
    worker_thread::{self, Patience, WorkerThread},
};
use ffi_core::{
    Kind, Locked,
    events::{EventKind, publish},
    fork::ForkSafeMutex,
    object,
};
use serde_json::{Value, json};
use std::{
    io,
    path::Path,
    sync::{
        Arc, Weak,
        atomic::{AtomicU64, Ordering},
        mpsc::{self, RecvTimeoutError, SyncSender},
    },
    time::{Duration, Instant},
};

/// Time that an unload waits for the thread of the last message.
const THREAD_END: Duration = Duration::from_secs(2);

/// A loaded module.
pub struct Module {
    name: String,
    path: String,
    admission: Admission,
    backend: Box<dyn Backend>,
    worker: WorkerThread,
    /// Patience of those who wait for the worker.
    patience: Patience,
    /// The channel on which the one who waits for the message on the worker's thread hears of its end.
    waiting: Locked<Option<SyncSender<Outcome>>>,
    messages: AtomicU64,
    failures: AtomicU64,
}

object!(Module, Kind::Module);

/// Outcome of a message on the worker's thread.
enum Outcome {
    Answered(Result<Answer>),
    Cancelled,
}

/// Every module that is loaded.
static LOADED: ForkSafeMutex<Vec<Weak<Module>>> = ForkSafeMutex::by_each_process(Vec::new);

impl Module {
    /// Loads the module at `path`.
    pub fn load(path: &str, options: &Options) -> Result<Arc<Self>> {
        let backend = backend(path, options)?;
        let module = Arc::new(Self {
            name: find::name_of(Path::new(path)),
            path: path.to_owned(),
            admission: Admission::new(backend.takes_many()),
            backend,
            worker: WorkerThread::default(),
            patience: Patience::default(),
            waiting: Locked::new(None),
            messages: AtomicU64::new(0),
            failures: AtomicU64::new(0),
        });
        let mut loaded = LOADED.lock();
        loaded.retain(|module| module.strong_count() > 0);
        loaded.push(Arc::downgrade(&module));
        drop(loaded);
        module.publish("loaded");
        Ok(module)
    }

    /// Every module that is loaded, in the order of loading.
    pub fn all() -> Vec<Arc<Self>> {
        let modules: Vec<Arc<Self>> = LOADED.lock().iter().filter_map(Weak::upgrade).collect();
        modules.into_iter().filter(|module| module.admission.describe() != "unloaded").collect()
    }

    /// Sends a message and returns its answer, however long that takes.
    pub fn send(&self, message: &Message) -> Result<Answer> {
        // Without a deadline it always comes in.
        let number = self.admission.enter(None)?.unwrap_or_default();
        self.deliver_and_leave(message, number, None)
    }

    /// Like [`send`](Self::send), within `ms` milliseconds. A message that takes longer is left behind on a thread of
    /// its own.
    pub fn send_timeout(self: Arc<Self>, message: Message<'static>, ms: i64) -> Result<Answer> {
        let wait = Duration::from_millis(u64::try_from(ms).map_err(|_| Error::NegativeTime(ms))?);
        let deadline = Instant::now().checked_add(wait);
        let Some(number) = self.admission.enter(deadline)? else { return Err(Error::Busy(ms)) };
        if self.backend.keeps_time() {
            return self.deliver_and_leave(&message, number, deadline);
        }
        // Room for an answer and for being cancelled: neither waits for the other.
        let (give, take) = mpsc::sync_channel(2);
        let many = self.backend.takes_many();
        if !many {
            *self.waiting.lock() = Some(give.clone());
        }
        let module = self.clone();
        let body = move || {
            let leave = Leave { module: &module, is_waited_for: !many };
            if many || module.admission.hand_over() {
                let answer = module.count(module.deliver(&message, number, None));
                // Whoever has the answer finds the module free.
                drop(leave);
                let _ = give.send(Outcome::Answered(answer));
            }
        };
        // Noted before the other thread runs: it may close a circle at once.
        let _wait = (!many).then(|| self.admission.wait());
        if let Err(error) = self.run_aside(body) {
            self.admission.leave();
            return Err(Error::NoThread(error));
        }
        let left = || deadline.map_or(wait, |deadline| deadline.saturating_duration_since(Instant::now()));
        let first = match self.patience.soon(&take) {
            Some(first) => first.map_err(RecvTimeoutError::from),
            None => take.recv_timeout(left()),
        };
        match first {
            Ok(Outcome::Answered(answer)) => answer,
            Err(RecvTimeoutError::Timeout) if many => Err(Error::Lost(ms)),
            Err(RecvTimeoutError::Disconnected) => lost(),
            unanswered => {
                if self.admission.abandon(number) {
                    self.publish("unanswered");
                    let cancelled = matches!(unanswered, Ok(Outcome::Cancelled));
                    return Err(if cancelled { Error::Cancelled } else { Error::TimedOut(ms) });
                }
                // It came out in this very moment, and its answer is on the way.
                loop {
                    match take.recv() {
                        Ok(Outcome::Answered(answer)) => return answer,
                        Ok(Outcome::Cancelled) => {}
                        Err(_) => lost(),
                    }
                }
            }
        }
    }

    /// Ends the message inside, where that can be.
    pub fn cancel(&self) -> Result<()> {
        let ended = self.admission.cancel(|number| {
            if self.backend.cancel(number) {
                return true;
            }
            let waiting = self.waiting.lock();
            waiting.as_ref().is_some_and(|waiting| waiting.try_send(Outcome::Cancelled).is_ok())
        });
        match ended {
            Some(true) => Ok(()),
            Some(false) => Err(Error::NotCancelled),
            None => Err(Error::NothingInside),
        }
    }

    /// Runs the message inside on a thread of its own.
    fn run_aside(&self, body: impl FnOnce() + Send + 'static) -> io::Result<()> {
        if !self.backend.takes_many() {
            return self.worker.run(body);
        }
        worker_thread::run_once(body)
    }

    fn deliver_and_leave(&self, message: &Message, number: u64, deadline: Option<Instant>) -> Result<Answer> {
        let leave = Leave { module: self, is_waited_for: false };
        let answer = self.count(self.deliver(message, number, deadline));
        drop(leave);
        // Whoever hears of it can unload the module.
        if matches!(answer, Err(Error::Misbehaved(ProtocolError::Trapped(_)))) {
            self.publish("dead");
        }
        answer
    }

    fn deliver(&self, message: &Message, number: u64, deadline: Option<Instant>) -> Result<Answer> {
        match self.backend.dead() {
            Some(reason) => Err(Error::Dead(reason)),
            None => self.backend.deliver(message, number, deadline),
        }
    }

    fn count(&self, answer: Result<Answer>) -> Result<Answer> {
        self.messages.fetch_add(1, Ordering::Relaxed);
        if answer.is_err() {
            self.failures.fetch_add(1, Ordering::Relaxed);
        }
        answer
    }

    /// Ends it, where no message is inside.
    pub fn unload(&self) -> Result<()> {
        self.admission.close(|| self.worker.has_ended(THREAD_END))?;
        self.backend.close();
        Ok(())
    }

    /// Tells that it is unloaded.
    pub fn publish_unloaded(&self) {
        let code_stays = self.code_stays();
        publish(EventKind::Module, || {
            json!({ "type": "unloaded", "name": self.name, "path": self.path, "code_stays": code_stays })
                .to_string()
        });
    }

    /// Description and state of the module, as JSON.
    pub fn info(&self) -> Value {
        let dead = self.backend.dead();
        let mut info = json!({
            "name": self.name,
            "path": self.path,
            "kind": self.backend.kind(),
            "abi_version": plugin_host::ABI_VERSION,
            "state": if dead.is_some() { "dead" } else { self.admission.describe() },
            "messages": self.messages.load(Ordering::Relaxed),
            "failures": self.failures.load(Ordering::Relaxed),
        });
        if let Some(reason) = dead {
            info["reason"] = reason.into();
        }
        if let Some(code) = self.backend.code() {
            info["code"] = code.into();
        }
        let limits = self.backend.limits();
        if !limits.is_null() {
            info["limits"] = limits;
        }
        info
    }

    fn code_stays(&self) -> bool {
        self.backend.kind() == "native" && code_stays(&self.path)
    }

    fn publish(&self, what: &str) {
        publish(EventKind::Module, || {
            json!({ "type": what, "name": self.name, "path": self.path }).to_string()
        });
    }
}

/// Ends what the host freed without unloading: there is no such way today, but a destructor must not leak.
impl Drop for Module {
    fn drop(&mut self) {
        if self.admission.close(|| self.worker.has_ended(THREAD_END)).is_ok() {
            self.backend.close();
        }
    }
}

fn lost() -> ! {
    panic!("a panic in the thread of a message")
}

/// Leaves the module, also past a panic.
struct Leave<'a> {
    module: &'a Module,
    /// True where `waiting` has somebody.
    is_waited_for: bool,
}

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        // Nobody cancels what is over.
        if self.is_waited_for {
            *self.module.waiting.lock() = None;
        }
        self.module.admission.leave();
    }
}

/// Tells whether code that was loaded from the native module at `path` is still in the process.
pub fn code_stays(path: &str) -> bool {
    std::path::absolute(path).is_ok_and(|path| plugin_host::code_stays(&path))
}

fn backend(path: &str, options: &Options) -> Result<Box<dyn Backend>> {
    if path == builtin::NAME {
        return Ok(Box::new(Builtin));
    }
    let not_loaded = |reason: String| Error::NotLoaded { path: path.to_owned(), reason };
    // A bare name would be looked for in the system's folders.
    let file = std::path::absolute(path).map_err(|error| not_loaded(error.to_string()))?;
    if !find::is_wasm(&file).map_err(not_loaded)? {
        return match Native::open(&file) {
            Ok(native) => Ok(Box::new(native)),
            Err(error) => Err(not_loaded(error.to_string())),
        };
    }
    #[cfg(feature = "wasm")]
    return Ok(Box::new(crate::wasm::Wasm::open(&file, options).map_err(not_loaded)?));
    #[cfg(not(feature = "wasm"))]
    {
        let _ = options;
        Err(Error::NoWasm(path.to_owned()))
    }
}
