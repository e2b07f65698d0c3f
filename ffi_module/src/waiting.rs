//! Which threads wait for which others, so that a circle of them is seen when it would close.

use ffi_core::fork::ForkSafeMutex;
use std::{
    cell::Cell,
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

/// The thread that a message runs on, by its number; 0 where none does. It changes while others wait for it.
#[derive(Clone, Default)]
pub struct Runner(Arc<AtomicU64>);

/// Threads that wait, and the runner that each waits for.
static WAITING: ForkSafeMutex<BTreeMap<u64, Runner>> = ForkSafeMutex::inherited(BTreeMap::new);

thread_local!(static OWN: Cell<u64> = const { Cell::new(0) });

/// The calling thread's number, or that of the one that it stands for.
pub fn own_number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    if OWN.get() == 0 {
        OWN.set(NEXT.fetch_add(1, Ordering::Relaxed));
    }
    OWN.get()
}

/// Runs `body` in the name of the thread of that number, which does nothing else meanwhile.
#[cfg_attr(not(feature = "wasm"), allow(dead_code))]
pub fn standing_for<R>(number: u64, body: impl FnOnce() -> R) -> R {
    let before = OWN.replace(number);
    let result = body();
    OWN.set(before);
    result
}

impl Runner {
    /// Notes that it runs on the calling thread.
    pub fn set(&self) {
        self.0.store(own_number(), Ordering::SeqCst);
    }

    /// Notes that it runs no more.
    pub fn clear(&self) {
        self.0.store(0, Ordering::SeqCst);
    }

    /// Tells whether it runs on the calling thread.
    pub fn is_own(&self) -> bool {
        self.0.load(Ordering::SeqCst) == own_number()
    }

    /// Notes that the calling thread waits for it, until the value is dropped. None where it waits, over others, for
    /// the calling thread.
    pub fn wait(&self) -> Option<Wait> {
        let own = own_number();
        let mut waiting = WAITING.lock();
        let mut next = self.clone();
        // No chain is longer than there are threads that wait.
        for _ in 0..=waiting.len() {
            let runs_on = next.0.load(Ordering::SeqCst);
            if runs_on == own {
                return None;
            }
            match waiting.get(&runs_on) {
                Some(further) => next = further.clone(),
                None => break,
            }
        }
        Some(Wait { own, before: waiting.insert(own, self.clone()) })
    }

    /// Notes the same where the calling thread has handed over what runs.
    pub fn wait_for_own(&self) -> Wait {
        let own = own_number();
        Wait { own, before: WAITING.lock().insert(own, self.clone()) }
    }
}

/// That a thread waits: for one thing at a time, and then again for what it waited for before.
pub struct Wait {
    own: u64,
    before: Option<Runner>,
}

impl Drop for Wait {
    fn drop(&mut self) {
        let mut waiting = WAITING.lock();
        match self.before.take() {
            Some(before) => waiting.insert(self.own, before),
            None => waiting.remove(&self.own),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{sync::Barrier, thread};

    #[test]
    fn a_circle_of_three_is_seen_by_who_would_close_it() {
        let runners = [(); 3].map(|()| Runner::default());
        let (set, waited, seen) = (Barrier::new(3), Barrier::new(3), Barrier::new(3));
        let step = |number: usize| {
            runners[number].set();
            set.wait();
            let wait = (number < 2).then(|| runners[number + 1].wait());
            assert!(wait.as_ref().is_none_or(Option::is_some));
            waited.wait();
            if number == 2 {
                assert!(runners[0].wait().is_none(), "0 waits for 1, and 1 for 2");
                assert!(runners[2].wait().is_none(), "itself");
            }
            seen.wait();
            drop(wait);
        };
        let step = &step;
        thread::scope(|scope| (0..3).for_each(|number| drop(scope.spawn(move || step(number)))));
        assert!(runners[0].wait().is_some());
    }
}
