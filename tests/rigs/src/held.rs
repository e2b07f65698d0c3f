//! Threads and descriptors that this process holds.

use std::{
    fs, thread,
    time::{Duration, Instant},
};

/// Threads and descriptors of this process.
pub type Held = (usize, usize);

/// Returns what this process holds, once that no longer changes: threads that were just started open their
/// descriptors a little later, and those that end stay in sight for a moment.
pub fn at_rest() -> Held {
    const REST: Duration = Duration::from_millis(500);
    let (mut held, mut since) = (now(), Instant::now());
    let start = since;
    while since.elapsed() < REST {
        assert!(
            start.elapsed() < Duration::from_secs(60),
            "threads and descriptors come and go without an end"
        );
        thread::sleep(Duration::from_millis(20));
        let seen = now();
        if seen != held {
            (held, since) = (seen, Instant::now());
        }
    }
    held
}

fn now() -> Held {
    let entries = |folder: &str| fs::read_dir(folder).expect("/proc").count();
    (entries("/proc/self/task"), entries("/proc/self/fd"))
}
