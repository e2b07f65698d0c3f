//! The thread that a module's messages with time limits run on, kept from one to the next. It is in the module's code
//! until it has ended: what the module keeps for each thread is given up last.

use ffi_core::{Locked, fork, thread::Builder};
use std::{
    hint, io, mem,
    sync::{
        atomic::{AtomicU32, Ordering},
        mpsc::{Receiver, RecvError, RecvTimeoutError, SyncSender, TryRecvError, sync_channel},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

/// Time for which who waits looks again and again before it sleeps: waking a thread takes about as long.
const SPIN: Duration = Duration::from_micros(20);
/// After how many failures in a row the pauses between two tries grow no longer.
const MOST_FAILURES: u32 = 8;

/// Decides whether it pays to look again and again before sleeping. It does not where both threads share a processor,
/// nor where what is waited for takes long: then it is tried ever more seldom.
#[derive(Default)]
pub struct Patience {
    failures: AtomicU32,
    /// Number of times that it is not tried.
    pause: AtomicU32,
}

impl Patience {
    /// Returns what comes within a moment, or that nothing will; none where it has to be waited for.
    pub fn soon<T>(&self, from: &Receiver<T>) -> Option<Result<T, RecvError>> {
        let pause = self.pause.load(Ordering::Relaxed);
        if pause > 0 {
            self.pause.store(pause - 1, Ordering::Relaxed);
            return None;
        }
        let start = Instant::now();
        loop {
            for _ in 0..16 {
                let come = match from.try_recv() {
                    Ok(value) => Ok(value),
                    Err(TryRecvError::Disconnected) => Err(RecvError),
                    Err(TryRecvError::Empty) => {
                        hint::spin_loop();
                        continue;
                    }
                };
                self.failures.store(0, Ordering::Relaxed);
                return Some(come);
            }
            if start.elapsed() > SPIN {
                let failures = (self.failures.load(Ordering::Relaxed) + 1).min(MOST_FAILURES);
                self.failures.store(failures, Ordering::Relaxed);
                self.pause.store(1 << failures, Ordering::Relaxed);
                return None;
            }
        }
    }
}

type Job = Box<dyn FnOnce() + Send>;

enum WorkerState {
    /// The thread waits for the next message, or is about to.
    Kept {
        jobs: SyncSender<Job>,
        thread: JoinHandle<()>,
        process: u32,
    },
    /// The thread was told to end; another one waits for that, and tells.
    Ending {
        watcher: JoinHandle<()>,
        ended: Receiver<()>,
    },
    None,
}

/// A module's thread for messages.
pub struct WorkerThread(Locked<WorkerState>);

impl Default for WorkerThread {
    fn default() -> Self {
        Self(Locked::new(WorkerState::None))
    }
}

impl WorkerThread {
    /// Runs `job`, after those before it.
    pub fn run(&self, job: impl FnOnce() + Send + 'static) -> io::Result<()> {
        let mut state = self.0.lock();
        let mut job: Job = Box::new(job);
        let before = match mem::replace(&mut *state, WorkerState::None) {
            WorkerState::Kept { jobs, thread, process } if process == fork::generation() => {
                match jobs.send(job) {
                    Ok(()) => {
                        *state = WorkerState::Kept { jobs, thread, process };
                        return Ok(());
                    }
                    // It ended by a panic that it did not survive.
                    Err(unsent) => {
                        job = unsent.0;
                        None
                    }
                }
            }
            // A child of fork has none of its parent's threads, and cannot wait for them.
            WorkerState::Kept { jobs, thread, .. } => {
                mem::forget((jobs, thread));
                None
            }
            WorkerState::Ending { watcher, .. } => Some(watcher),
            WorkerState::None => None,
        };
        let (jobs, work) = sync_channel::<Job>(1);
        jobs.send(job).expect("the receiver is here");
        let body = move || {
            before.map(JoinHandle::join);
            let patience = Patience::default();
            while let Ok(job) = patience.soon(&work).unwrap_or_else(|| work.recv()) {
                job();
            }
        };
        let thread = Builder::new("simple_native").spawn(body)?;
        *state = WorkerState::Kept { jobs, thread, process: fork::generation() };
        Ok(())
    }

    /// Ends the thread: whether it has, after waiting for that.
    pub fn has_ended(&self, within: Duration) -> bool {
        let mut state = self.0.lock();
        let (watcher, ended) = match mem::replace(&mut *state, WorkerState::None) {
            WorkerState::None => return true,
            WorkerState::Kept { jobs, thread, process } if process != fork::generation() => {
                mem::forget((jobs, thread));
                return true;
            }
            WorkerState::Kept { jobs, thread, process } => {
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
                        *state = WorkerState::Kept { jobs, thread, process };
                        return false;
                    }
                }
            }
            WorkerState::Ending { watcher, ended } => (watcher, ended),
        };
        if ended.recv_timeout(within) == Err(RecvTimeoutError::Timeout) {
            *state = WorkerState::Ending { watcher, ended };
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
    fn who_waits_in_vain_looks_ever_more_seldom_until_something_comes() {
        let patience = Patience::default();
        let (give, take) = mpsc::channel();
        for pause in [2, 4, 8] {
            assert!(patience.soon(&take).is_none());
            assert_eq!(patience.pause.load(Ordering::Relaxed), pause);
            (0..pause).for_each(|_| assert!(patience.soon(&take).is_none()));
        }
        give.send(7).unwrap();
        assert_eq!(patience.soon(&take), Some(Ok(7)));
        assert!(patience.soon(&take).is_none());
        assert_eq!(patience.pause.load(Ordering::Relaxed), 2);
        drop(give);
        let last = (0..3).find_map(|_| patience.soon(&take));
        assert_eq!(last, Some(Err(RecvError)));
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
