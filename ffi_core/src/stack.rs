//! Room on the calling thread's stack: a host may call from a thread with a small one, or from a fiber.

use crate::{cancellation, thread::Builder};
use std::{io, panic, thread};

/// Runs `body` where at least `bytes` of stack are left: here, or on a thread of its own.
pub fn with_room<R: Send>(bytes: usize, body: impl FnOnce() -> R + Send) -> io::Result<R> {
    if left().is_some_and(|left| left >= bytes) {
        return Ok(body());
    }
    elsewhere(bytes, body)
}

/// Like [`with_room`], for so few bytes that most threads have them: where it cannot be known, `body` runs here.
pub fn with_little_room<R: Send>(bytes: usize, body: impl FnOnce() -> R + Send) -> io::Result<R> {
    if is_short_of(bytes) { elsewhere(bytes, body) } else { Ok(body()) }
}

/// Tells whether it is known that less than `bytes` are left, or the thread is on a stack that is not its own.
pub fn is_short_of(bytes: usize) -> bool {
    bounds().is_some() && left().is_none_or(|left| left < bytes)
}

fn elsewhere<R: Send>(bytes: usize, body: impl FnOnce() -> R + Send) -> io::Result<R> {
    let waits = || {
        thread::scope(|scope| {
            let thread = Builder::new("simple_native").stack_size(2 * bytes).spawn_scoped(scope, body)?;
            Ok(thread.join().unwrap_or_else(|panicked| panic::resume_unwind(panicked)))
        })
    };
    cancellation::deferred(waits)
}

/// Returns the bytes left; None where that cannot be known, as on a fiber.
fn left() -> Option<usize> {
    let here = 0u8;
    let here = (&raw const here).addr();
    let (low, high) = bounds()?;
    (low..high).contains(&here).then(|| here - low)
}

/// The lowest address of the calling thread's stack that may be touched, and its end.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn bounds() -> Option<(usize, usize)> {
    use std::cell::Cell;
    thread_local!(static BOUNDS: Cell<Option<(usize, usize)>> = const { Cell::new(None) });
    BOUNDS.with(|known| {
        if known.get().is_none() {
            known.set(ask());
        }
        known.get()
    })
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn ask() -> Option<(usize, usize)> {
    use std::{mem::MaybeUninit, ptr};
    let mut attributes = MaybeUninit::<libc::pthread_attr_t>::uninit();
    // SAFETY: the calling thread is alive, and there is room for the attributes.
    if unsafe { libc::pthread_getattr_np(libc::pthread_self(), attributes.as_mut_ptr()) } != 0 {
        return None;
    }
    let (mut lowest, mut size, mut guard) = (ptr::null_mut(), 0, 0);
    // SAFETY: the call above filled the attributes, which are given up once.
    let known = unsafe {
        let known = libc::pthread_attr_getstack(attributes.as_ptr(), &mut lowest, &mut size) == 0
            && libc::pthread_attr_getguardsize(attributes.as_ptr(), &mut guard) == 0;
        libc::pthread_attr_destroy(attributes.as_mut_ptr());
        known
    };
    // Some systems count the guard pages in.
    known.then(|| (lowest.addr() + guard, lowest.addr() + size))
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn bounds() -> Option<(usize, usize)> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn where_it_runs(stack: usize, bytes: usize) -> bool {
        let body = move || {
            let outer = thread::current().id();
            with_room(bytes, move || thread::current().id() == outer).unwrap()
        };
        thread::Builder::new().stack_size(stack).spawn(body).unwrap().join().unwrap()
    }

    #[test]
    fn what_has_no_room_runs_on_another_thread() {
        assert!(!where_it_runs(128 << 10, 320 << 10));
        assert_eq!(where_it_runs(8 << 20, 320 << 10), cfg!(target_os = "linux"));
    }

    #[test]
    fn little_room_is_elsewhere_only_where_it_is_known_to_be_missing() {
        let is_here = |stack: usize| {
            let body = || {
                let outer = thread::current().id();
                let inside = with_little_room(320 << 10, move || thread::current().id() == outer).unwrap();
                (inside, is_short_of(320 << 10))
            };
            thread::Builder::new().stack_size(stack).spawn(body).unwrap().join().unwrap()
        };
        assert_eq!(is_here(8 << 20), (true, false));
        assert_eq!(is_here(128 << 10), if bounds().is_some() { (false, true) } else { (true, false) });
    }

    #[test]
    fn a_panic_comes_back() {
        let panicked = panic::catch_unwind(|| with_room(usize::MAX >> 40, || panic!("in there")));
        assert_eq!(crate::guard::describe(&*panicked.unwrap_err()), "in there");
        let body = || panic::catch_unwind(|| with_room(1 << 20, || panic!("out there"))).unwrap_err();
        let panicked = thread::Builder::new().stack_size(128 << 10).spawn(body).unwrap().join().unwrap();
        assert_eq!(crate::guard::describe(&*panicked), "out there");
    }
}
