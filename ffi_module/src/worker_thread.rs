//! The thread that a module's messages with time limits run on, kept from one to the next. It is in the module's code
//! until it has ended: what the module keeps for each thread is given up last.

use ffi_core::{
    Locked,
    fork::{self, ForkSafeLazy},
    thread::Builder,
};
use std::{
    hint, io, mem,
    sync::mpsc::{Receiver, RecvError, RecvTimeoutError, SyncSender, TryRecvError, sync_channel},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// How long who waits looks again and again before it sleeps: waking a thread takes about as long.
const SPIN: Duration = Duration::from_micros(20);

/// What comes within a moment, or that nothing will; none where it has to be waited for.
pub fn soon<T>(from: &Receiver<T>) -> Option<Result<T, RecvError>> {
    static SEVERAL: ForkSafeLazy<bool> = ForkSafeLazy::once();
    let several = *SEVERAL.get_or_make(|| thread::available_parallelism().is_ok_and(|count| count.get() > 1));
    let start = Instant::now();
    loop {
        for _ in 0..16 {
            match from.try_recv() {
                Ok(value) => return Some(Ok(value)),
                Err(TryRecvError::Disconnected) => return Some(Err(RecvError)),
                Err(TryRecvError::Empty) => hint::spin_loop(),
            }
        }
        // On one processor nothing comes while this runs.
        if !several || start.elapsed() > SPIN {
            return None;
        }
    }
}

type Job = Box<dyn FnOnce() + Send>;

enum State {
    /// It waits for the next message, or is about to.
    Kept {
        jobs: SyncSender<Job>,
        thread: JoinHandle<()>,
        process: u32,
    },
    /// It was told to end; another thread waits for that, and tells.
    Ending {
        watcher: JoinHandle<()>,
        ended: Receiver<()>,
    },
    None,
}

/// A module's thread for messages.
pub struct WorkerThread(Locked<State>);

impl Default for WorkerThread {
    fn default() -> Self {
        Self(Locked::new(State::None))
    }
}

impl WorkerThread {
    /// Runs `job`, after those before it.
    pub fn run(&self, job: impl FnOnce() + Send + 'static) -> io::Result<()> {
        let mut state = self.0.lock();
        let mut job: Job = Box::new(job);
        let before = match mem::replace(&mut *state, State::None) {
            State::Kept { jobs, thread, process } if process == fork::generation() => match jobs.send(job) {
                Ok(()) => {
                    *state = State::Kept { jobs, thread, process };
                    return Ok(());
                }
                // It ended by a panic that it did not survive.
                Err(unsent) => {
                    job = unsent.0;
                    None
                }
            },
            // A child of fork has none of its parent's threads, and cannot wait for them.
            State::Kept { jobs, thread, .. } => {
                mem::forget((jobs, thread));
                None
            }
            State::Ending { watcher, .. } => Some(watcher),
            State::None => None,
        };
        let (jobs, work) = sync_channel::<Job>(1);
        jobs.send(job).expect("the receiver is here");
        let body = move || {
            before.map(JoinHandle::join);
            while let Ok(job) = soon(&work).unwrap_or_else(|| work.recv()) {
                job();
            }
        };
        let thread = Builder::new("simple_native").spawn(body)?;
        *state = State::Kept { jobs, thread, process: fork::generation() };
        Ok(())
    }

    /// Ends the thread: whether it has, after waiting for that.
    pub fn has_ended(&self, within: Duration) -> bool {
        let mut state = self.0.lock();
        let (watcher, ended) = match mem::replace(&mut *state, State::None) {
            State::None => return true,
            State::Kept { jobs, thread, process } if process != fork::generation() => {
                mem::forget((jobs, thread));
                return true;
            }
            State::Kept { jobs, thread, process } => {
                let (give, ended) = sync_channel(1);
                let (hand, take) = sync_channel::<JoinHandle<()>>(1);
                let watch = move || {
                    let _ = take.recv().map(JoinHandle::join);
                    let _ = give.send(());
                };
                match Builder::new("simple_native").spawn(watch) {
                    Ok(watcher) => {
                        drop(jobs);
                        let _ = hand.send(thread);
                        (watcher, ended)
                    }
                    Err(_) => {
                        *state = State::Kept { jobs, thread, process };
                        return false;
                    }
                }
            }
            State::Ending { watcher, ended } => (watcher, ended),
        };
        if ended.recv_timeout(within) == Err(RecvTimeoutError::Timeout) {
            *state = State::Ending { watcher, ended };
            return false;
        }
        let _ = watcher.join();
        true
    }
}

/// Runs `job` on a thread that is for it alone.
pub fn run_once(job: impl FnOnce() + Send + 'static) -> io::Result<()> {
    Builder::new("simple_native").spawn(job).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{sync::mpsc, thread};

    fn thread_of(worker: &WorkerThread) -> thread::ThreadId {
        let (give, take) = mpsc::channel();
        worker.run(move || give.send(thread::current().id()).unwrap()).unwrap();
        take.recv().unwrap()
    }

    #[test]
    fn the_thread_is_kept_and_ends_when_it_is_told() {
        let worker = WorkerThread::default();
        assert!(worker.has_ended(Duration::ZERO), "there is none");
        let first = thread_of(&worker);
        assert_eq!(thread_of(&worker), first);
        assert!(worker.has_ended(Duration::from_secs(10)));
        assert_ne!(thread_of(&worker), first);
    }

    #[test]
    fn one_that_does_not_end_is_followed_by_another() {
        let worker = WorkerThread::default();
        let (end, wait) = mpsc::channel::<()>();
        worker
            .run(move || {
                let _ = wait.recv();
            })
            .unwrap();
        assert!(!worker.has_ended(Duration::from_millis(1)));
        assert!(!worker.has_ended(Duration::from_millis(1)));
        let (give, take) = mpsc::channel();
        worker.run(move || give.send(()).unwrap()).unwrap();
        assert!(take.recv_timeout(Duration::from_millis(20)).is_err(), "the first is not over");
        drop(end);
        take.recv_timeout(Duration::from_secs(10)).unwrap();
        assert!(worker.has_ended(Duration::from_secs(10)));
    }
}
