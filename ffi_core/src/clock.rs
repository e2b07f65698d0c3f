//! The clock by which events say when they happened: the system's that is never set and only goes on.

use std::time::{Duration, SystemTime};

/// The largest age of a moment for which the calendar's clock is believed.
const CREDIBLE: Duration = Duration::from_secs(60);

/// Nanoseconds, as `clock_gettime` counts them for `CLOCK_MONOTONIC`.
#[cfg(unix)]
pub fn now() -> i64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: it writes the one structure.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &raw mut time) };
    // Their types are as wide as the system is.
    #[allow(clippy::useless_conversion)]
    let (seconds, rest) = (i64::from(time.tv_sec), i64::from(time.tv_nsec));
    seconds * 1_000_000_000 + rest
}

/// Nanoseconds, as `QueryPerformanceCounter` counts them.
#[cfg(windows)]
pub fn now() -> i64 {
    #[link(name = "kernel32")]
    unsafe extern "system" {
        fn QueryPerformanceCounter(count: *mut i64) -> i32;
        fn QueryPerformanceFrequency(frequency: *mut i64) -> i32;
    }
    let (mut count, mut frequency) = (0, 1);
    // SAFETY: each writes its one number.
    unsafe {
        QueryPerformanceCounter(&raw mut count);
        QueryPerformanceFrequency(&raw mut frequency);
    }
    // Whole seconds apart, so that nothing overflows.
    count / frequency * 1_000_000_000 + count % frequency * 1_000_000_000 / frequency
}

/// The moment at which the calendar's clock told `time`; now where that was not in the last minute: that clock can be
/// set.
pub fn at(time: SystemTime) -> i64 {
    let age = SystemTime::now().duration_since(time).ok().filter(|age| *age <= CREDIBLE).unwrap_or_default();
    now() - age.as_nanos() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_by_either_clock() {
        let before = now();
        let calendar = SystemTime::now();
        let after = now();
        assert!(0 < before && before <= after);
        // What passes between looks at the two clocks goes either way.
        assert!((now() - at(calendar)).abs() < 5_000_000_000);
        assert!(at(calendar - Duration::from_secs(30)) < before);
        let incredible = [calendar - Duration::from_secs(3600), calendar + Duration::from_secs(3600)];
        assert!(incredible.into_iter().all(|time| at(time) >= after));
    }
}
