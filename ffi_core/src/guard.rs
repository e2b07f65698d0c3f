//! The panic guard that every exported function runs in.

use crate::{
    depth,
    error::{ArgumentError, Category, Library, Reason, UNKNOWN},
    floats::HostFloats,
    fork::ForkSafeLazy,
    into_c::Return,
    memory::OutOfMemory,
};
use std::{
    any::Any,
    cell::RefCell,
    panic::{self, AssertUnwindSafe},
};

thread_local! {
    static PANICKED_AT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs the body of an exported function. An error or a panic becomes this thread's last error in `library`
/// and the value that `failure` makes of the reason.
#[inline(always)]
pub fn call<R: Return>(
    library: &'static Library,
    failure: impl FnOnce(&str) -> R::C,
    body: impl FnOnce() -> Result<R, Reason>,
) -> R::C {
    guarded(library, failure, body, Inside::enter)
}

/// Like [`call`], for a function that cannot fail, after which the call before is still the last one that
/// [`last_call_failed`](crate::depth::last_call_failed) speaks of: texts are released before anybody asks.
#[inline(always)]
pub fn infallible_call<R: Return>(
    library: &'static Library,
    failure: impl FnOnce(&str) -> R::C,
    body: impl FnOnce() -> Result<R, Reason>,
) -> R::C {
    guarded(library, failure, body, Inside::enter_unnoticed)
}

#[inline(always)]
fn guarded<R: Return>(
    library: &'static Library,
    failure: impl FnOnce(&str) -> R::C,
    body: impl FnOnce() -> Result<R, Reason>,
    enter: impl FnOnce() -> Inside,
) -> R::C {
    let reason = match panic::catch_unwind(AssertUnwindSafe(|| {
        let _inside = enter();
        body().map(R::into_c)
    })) {
        Ok(Ok(value)) => return value,
        Ok(Err(reason)) => reason,
        Err(payload) => internal_error(payload),
    };
    fail(library, failure, reason)
}

#[cold]
fn fail<C>(library: &'static Library, failure: impl FnOnce(&str) -> C, reason: Reason) -> C {
    let value = failure(reason.text());
    leave_word(library, reason);
    value
}

/// Notes that the call failed, and why, for the functions that ask for that afterwards.
fn leave_word(library: &'static Library, reason: Reason) {
    if !depth::is_quiet() {
        library.set_last_error(reason);
        depth::mark_failed();
    }
}

/// Marks the thread as inside the archive, where a panic is caught and must not be printed.
pub struct Inside {
    leave: fn(),
    /// Of the outermost call.
    _floats: HostFloats,
}

impl Inside {
    /// Until the value is dropped.
    #[inline(always)]
    pub fn enter() -> Self {
        let floats = if depth::get() == 0 {
            install_hook();
            HostFloats::set_aside()
        } else {
            HostFloats::NONE
        };
        depth::enter();
        Self { leave: depth::leave, _floats: floats }
    }

    /// Like [`enter`](Self::enter), for a call that leaves `last_call_failed` alone.
    #[inline(always)]
    fn enter_unnoticed() -> Self {
        let mut inside = Self::enter();
        inside.leave = depth::leave_unnoticed;
        inside
    }

    /// For the whole life of a thread that is ours.
    pub fn forever() {
        std::mem::forget(Self::enter());
    }
}

impl Drop for Inside {
    #[inline(always)]
    fn drop(&mut self) {
        (self.leave)();
    }
}

static HOOK: ForkSafeLazy<()> = ForkSafeLazy::once();

/// A panic inside the archive is kept for the last error instead of being printed; any other goes to the
/// hook that was there.
#[inline(always)]
fn install_hook() {
    if HOOK.get().is_none() {
        install_hook_once();
    }
}

#[cold]
fn install_hook_once() {
    HOOK.get_or_make(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if depth::get() == 0 {
                previous(info);
            } else if let Some(location) = info.location() {
                let _ = PANICKED_AT.try_with(|at| {
                    *at.borrow_mut() = format!("{}:{}", location.file(), location.line());
                });
            }
        }));
    });
}

#[cold]
fn internal_error(payload: Box<dyn Any + Send>) -> Reason {
    if let Some(error) = payload.downcast_ref::<OutOfMemory>() {
        return (*error).into();
    }
    let message = describe(&*payload).to_owned();
    let at = PANICKED_AT.try_with(|at| std::mem::take(&mut *at.borrow_mut())).unwrap_or_default();
    // A payload's own destructor may panic too; it is not ours to trust.
    let _ = panic::catch_unwind(AssertUnwindSafe(|| drop(payload)));
    Reason::new(format!("internal error: {message} ({at})"), Category::Internal, UNKNOWN)
}

/// Returns a panic's message.
pub fn describe(payload: &(dyn Any + Send)) -> &str {
    match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
        (Some(text), _) => text,
        (None, Some(text)) => text,
        (None, None) => "a panic without a message",
    }
}

/// The `_into` twin of [`call`]: fills `out` and says whether the call succeeded.
///
/// # Safety
/// `out` is NULL or points to room for the value.
#[inline(always)]
pub unsafe fn call_into<R: Return>(
    library: &'static Library,
    out: *mut R::C,
    failure: impl FnOnce(&str) -> R::C,
    body: impl FnOnce() -> Result<R, Reason>,
) -> i64 {
    if out.is_null() {
        leave_word(library, ArgumentError::Null { name: "out" }.into());
        return bool::failure();
    }
    let mut succeeded = true;
    let value = call::<R>(
        library,
        |reason| {
            succeeded = false;
            failure(reason)
        },
        body,
    );
    // SAFETY: not NULL, and room for the value by contract; it need not be aligned or initialised.
    unsafe { out.write_unaligned(value) };
    succeeded.into_c()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{LIBRARIES, watch};

    static ANY: Library = Library { name: "any", index: LIBRARIES - 1 };

    fn failing() -> i64 {
        call::<i64>(&ANY, |_| -1, || Err(Reason::new("as asked".into(), Category::Internal, UNKNOWN)))
    }

    fn goes_on() -> i64 {
        call::<i64>(&ANY, |_| -1, || Ok(failing() + 8))
    }

    #[test]
    fn a_watched_call_answers_for_itself() {
        assert_eq!(watch(failing), (-1, Some("as asked".into())));
        assert_eq!(watch(goes_on), (7, None));
        let watched = || Ok(i64::from(watch(failing).1.is_some() && watch(goes_on).1.is_none()));
        assert_eq!(call::<i64>(&ANY, |_| -1, watched), 1);
    }

    fn refused() -> Result<i64, Reason> {
        Err(ArgumentError::Null { name: "text" }.into())
    }

    #[test]
    fn the_last_call_that_can_fail_is_the_one_asked_about() {
        let asked = || infallible_call::<i64>(&ANY, |_| -1, || Ok(i64::from(depth::last_call_failed())));
        assert_eq!((failing(), asked(), asked()), (-1, 1, 1));
        assert_eq!((call::<i64>(&ANY, |_| 0, || Ok(-1)), asked()), (-1, 0));
        assert_eq!((call::<i64>(&ANY, |_| 0, || Ok(failing())), asked()), (-1, 0));
        assert_eq!((call::<i64>(&ANY, |_| -1, || panic!("as asked")), asked()), (-1, 1));
        let mut out = 0;
        // SAFETY: room for one, or NULL.
        unsafe {
            assert_eq!((call_into::<i64>(&ANY, &mut out, |_| -1, || Ok(1)), asked()), (1, 0));
            assert_eq!((call_into::<i64>(&ANY, &mut out, |_| -1, refused), asked()), (0, 1));
            assert_eq!((call_into::<i64>(&ANY, std::ptr::null_mut(), |_| -1, || Ok(1)), asked()), (0, 1));
        }
    }

    #[test]
    fn quiet_calls_leave_what_others_said() {
        let asked = || (depth::last_call_failed(), ANY.last_error());
        let fine = || call::<i64>(&ANY, |_| 0, || Ok(-1));
        let refused = || call::<i64>(&ANY, |_| -1, refused);
        refused();
        let before = asked();
        assert!(before.0 && before.1.contains("text"));
        assert!(!depth::set_quiet(true));
        assert_eq!((fine(), failing(), asked()), (-1, -1, before));
        assert!(depth::set_quiet(true) && depth::set_quiet(false));
        fine();
        let before = asked();
        depth::set_quiet(true);
        assert_eq!((failing(), asked()), (-1, before));
        // SAFETY: NULL is refused.
        assert_eq!(unsafe { call_into::<i64>(&ANY, std::ptr::null_mut(), |_| -1, || Ok(1)) }, 0);
        depth::set_quiet(false);
        assert_eq!((depth::last_call_failed(), failing(), depth::last_call_failed()), (false, -1, true));
    }
}
