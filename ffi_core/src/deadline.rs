//! Moments until which a call may wait.

use std::time::{Duration, Instant};

/// The moment so many milliseconds from now; none where that is never: below 0, or later than the clock counts.
pub fn in_ms(ms: i64) -> Option<Instant> {
    Instant::now().checked_add(Duration::from_millis(u64::try_from(ms).ok()?))
}

/// Returns the milliseconds left until `deadline`, rounded up and at least 0; -1 where there is no deadline, as
/// `poll(2)` takes it.
pub fn ms_left(deadline: Option<Instant>) -> i32 {
    let Some(deadline) = deadline else { return -1 };
    let left = deadline.saturating_duration_since(Instant::now());
    i32::try_from(left.as_nanos().div_ceil(1_000_000)).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_is_no_deadline() {
        assert_eq!((in_ms(-1), in_ms(i64::MIN)), (None, None));
        assert!(in_ms(0).is_some_and(|at| at <= Instant::now()));
        assert_eq!(
            (ms_left(None), ms_left(in_ms(0)), ms_left(in_ms(i64::from(i32::MAX) * 2))),
            (-1, 0, i32::MAX)
        );
        assert!((59_000..=60_000).contains(&ms_left(in_ms(60_000))));
    }
}
