//! A process of its own, whose allocator is the archive's: under a limit of memory calls fail, and nothing ends.

#![cfg(target_os = "linux")]
#![allow(unsafe_code)]

use ffi_core::{
    Library,
    error::{Category, Reason},
    guard,
    last_error::LastError,
    memory::{self, OutOfMemory},
    reserve,
};

#[global_allocator]
static ALLOCATOR: reserve::Allocator = reserve::Allocator;

thread_local!(static LAST_ERROR: LastError = const { LastError::none() });

static ANY: Library = Library { name: "any", last_error: &LAST_ERROR };

fn limit(bytes: libc::rlim_t) {
    let limit = libc::rlimit { rlim_cur: bytes, rlim_max: libc::RLIM_INFINITY };
    // SAFETY: the limit is there to be read.
    assert_eq!(unsafe { libc::setrlimit(libc::RLIMIT_AS, &limit) }, 0);
}

/// Takes all the memory that the system gives, in ever smaller pieces.
fn hoard() -> Vec<Vec<u8>> {
    let mut hoard = Vec::with_capacity(1 << 12);
    for size in [1 << 20, 64 << 10, 4 << 10] {
        while hoard.len() < hoard.capacity() {
            let mut piece = Vec::<u8>::new();
            if piece.try_reserve_exact(size).is_err() || reserve::check().is_err() {
                break;
            }
            hoard.push(piece);
        }
    }
    hoard
}

fn call() -> i64 {
    guard::call::<i64, { guard::aside::ALL }>(
        &ANY,
        |_| -1,
        || {
            reserve::check()?;
            Ok(1)
        },
    )
}

#[test]
fn small_pieces_are_there_and_calls_are_refused_until_there_is_memory_again() {
    assert_eq!(call(), 1);
    limit(1 << 20);
    let hoard = hoard();
    // Each would end the process.
    let pieces: Vec<Box<[u8; 900]>> = (0..500).map(|_| Box::new([7; 900])).collect();
    assert!(pieces.iter().all(|piece| **piece == [7; 900]));
    assert_eq!(memory::room_for(1 << 20), Err(OutOfMemory { bytes: 1 << 20 }));
    assert!(reserve::check().is_err());
    assert_eq!((call(), ANY.last_error_category()), (-1, Category::Limit as i64));
    assert!(ANY.last_error().starts_with("out of memory"));
    let reason = || Err(Reason::new("x".repeat(900), Category::Internal, 1));
    assert_eq!(guard::call::<i64, { guard::aside::ALL }>(&ANY, |_| -2, reason), -2);
    // A result without an error of its own for it.
    assert_eq!(guard::call::<i64, { guard::aside::ALL }>(&ANY, |_| -3, || memory::fail(77)), -3);
    assert_eq!(ANY.last_error_category(), Category::Limit as i64);
    assert!(ANY.last_error().contains("77 bytes"));
    drop((pieces, hoard));
    limit(libc::RLIM_INFINITY);
    assert_eq!(call(), 1);
}
