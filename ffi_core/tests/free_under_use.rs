//! Objects freed by one thread while another looks them up: every look-up finds the object or fails.

use ffi_core::{Kind, handle, object};
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicI64, Ordering},
};

struct Pair(i64, i64);
object!(Pair, Kind::Test);

#[test]
fn a_lookup_during_a_free_finds_all_or_nothing() {
    let (current, stop) = (AtomicI64::new(0), AtomicBool::new(false));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    if let Ok(pair) = handle::get::<Pair>(current.load(Ordering::Relaxed), "pair") {
                        assert_eq!(pair.0, !pair.1);
                    }
                }
            });
        }
        for value in 0..30_000 {
            let handle = handle::insert(Arc::new(Pair(value, !value)));
            current.store(handle, Ordering::Relaxed);
            // Long enough for the others to be at it when it goes.
            (0..500).for_each(|_| std::hint::spin_loop());
            assert_eq!(handle::free_all::<Pair>([handle]), 1);
        }
        stop.store(true, Ordering::Relaxed);
    });
}
