//! Gate before what no fork should find a thread in.

use super::registry::{Forks, Held, lock, register_outer};
use std::{
    cell::UnsafeCell,
    mem,
    sync::{
        Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// The longest that a fork waits for those inside: they may wait for the very thread that forks.
const PATIENCE: Duration = Duration::from_millis(200);

/// A gate before the system's own locks that no fork takes. Any number of threads is inside at once, and one that is
/// inside may come in again. A fork waits until the others are out and lets none in.
pub struct ForkGate {
    state: UnsafeCell<Mutex<State>>,
    changed: UnsafeCell<Condvar>,
    is_registered: AtomicBool,
}

struct State {
    /// The threads inside, each as often as it came in.
    inside: Vec<usize>,
    forks: bool,
}

// SAFETY: both cells are reached by shared references; they are replaced only in a child that has no other thread yet.
unsafe impl Sync for ForkGate {}

/// A thread's stay inside.
pub struct Passed(&'static ForkGate);

/// A number of the calling thread's own, also past its destructors.
pub(super) fn this_thread() -> usize {
    thread_local!(static HERE: u8 = const { 0 });
    HERE.with(|here| std::ptr::from_ref(here).addr())
}

impl ForkGate {
    /// A gate that is open.
    pub const fn new() -> Self {
        Self {
            state: UnsafeCell::new(Mutex::new(State { inside: Vec::new(), forks: false })),
            changed: UnsafeCell::new(Condvar::new()),
            is_registered: AtomicBool::new(false),
        }
    }

    /// Comes in, after a fork that is under way.
    pub fn pass(&'static self) -> Passed {
        if !self.is_registered.load(Ordering::Acquire) {
            register_outer(self);
            self.is_registered.store(true, Ordering::Release);
        }
        let this = this_thread();
        let mut state = lock(self.state());
        while state.forks && !state.inside.contains(&this) {
            state = self.changed().wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.inside.push(this);
        Passed(self)
    }

    fn state(&'static self) -> &'static Mutex<State> {
        // SAFETY: see `Sync`.
        unsafe { &*self.state.get() }
    }

    fn changed(&'static self) -> &'static Condvar {
        // SAFETY: see `Sync`.
        unsafe { &*self.changed.get() }
    }
}

impl Default for ForkGate {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Passed {
    fn drop(&mut self) {
        let this = this_thread();
        let mut state = lock(self.0.state());
        if let Some(place) = state.inside.iter().rposition(|inside| *inside == this) {
            state.inside.swap_remove(place);
        }
        self.0.changed().notify_all();
    }
}

impl Forks for ForkGate {
    fn hold(&'static self) -> Box<dyn Held> {
        let (this, deadline) = (this_thread(), Instant::now() + PATIENCE);
        let mut state = lock(self.state());
        state.forks = true;
        while state.inside.iter().any(|inside| *inside != this) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            let waited = self.changed().wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        Box::new(AtFork { gate: self, state: Some(state) })
    }
}

struct AtFork {
    gate: &'static ForkGate,
    state: Option<MutexGuard<'static, State>>,
}

impl Held for AtFork {
    fn in_child(&mut self, _used: &[*mut ()]) -> usize {
        let Some(mut state) = self.state.take() else { return 0 };
        let this = this_thread();
        let inside = mem::take(&mut state.inside).into_iter().filter(|inside| *inside == this).collect();
        mem::forget(state);
        // SAFETY: this is the child's only thread, and it has no reference to either.
        unsafe {
            self.gate.state.get().write(Mutex::new(State { inside, forks: false }));
            self.gate.changed.get().write(Condvar::new());
        }
        0
    }
}

impl Drop for AtFork {
    fn drop(&mut self) {
        if let Some(mut state) = self.state.take() {
            state.forks = false;
            drop(state);
            self.gate.changed().notify_all();
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::{sync::mpsc, thread};

    #[test]
    fn a_fork_waits_for_those_inside_and_lets_none_in() {
        static GATE: ForkGate = ForkGate::new();
        let (tell, told) = mpsc::channel();
        let (end, ended) = mpsc::channel::<()>();
        let inside = thread::spawn(move || {
            let _outer = GATE.pass();
            tell.send(()).unwrap();
            ended.recv().unwrap();
            // While the fork waits: who is inside comes in again.
            drop(GATE.pass());
            Instant::now()
        });
        told.recv().unwrap();
        let own = GATE.pass();
        let ender = thread::spawn(move || {
            while !lock(GATE.state()).forks {
                thread::yield_now();
            }
            end.send(()).unwrap();
        });
        let held = GATE.hold();
        assert!(inside.join().unwrap() <= Instant::now());
        let late = thread::spawn(|| drop(GATE.pass()));
        thread::sleep(Duration::from_millis(20));
        assert!(!late.is_finished());
        drop(held);
        late.join().unwrap();
        ender.join().unwrap();
        assert_eq!(lock(GATE.state()).inside.len(), 1);
        drop(own);
    }

    #[test]
    fn a_child_finds_nobody_else_inside() {
        static GATE: ForkGate = ForkGate::new();
        let (tell, told) = mpsc::channel();
        let (end, ended) = mpsc::channel::<()>();
        let inside = thread::spawn(move || {
            let _here = GATE.pass();
            tell.send(()).unwrap();
            ended.recv().unwrap();
        });
        told.recv().unwrap();
        // SAFETY: the child makes no other thread and ends at once.
        let child = unsafe { libc::fork() };
        if child == 0 {
            let alone = lock(GATE.state()).inside.is_empty();
            drop(GATE.pass());
            // SAFETY: ends the process.
            unsafe { libc::_exit(if alone { 0 } else { 1 }) };
        }
        let mut status = -1;
        // SAFETY: a child of ours, and room for its status.
        assert_eq!(unsafe { libc::waitpid(child, &raw mut status, 0) }, child);
        assert_eq!(status, 0);
        end.send(()).unwrap();
        inside.join().unwrap();
    }
}
