//! The panic guard that every exported function runs in.

use crate::{
    cancellation::{HostCancellation, deferred},
    depth,
    error::{ArgumentError, Category, Reason, UNKNOWN},
    floats::HostFloats,
    fork::ForkSafeLazy,
    into_c::Return,
    last_error::{Library, arrange_to_forget},
    memory::OutOfMemory,
};
use std::{
    any::Any,
    cell::Cell,
    hash::RandomState,
    io::Write,
    panic::{self, AssertUnwindSafe, Location},
};

thread_local! {
    static PANICKED_AT: Cell<Place> = const { Cell::new(Place { bytes: [0; _], len: 0 }) };
}

/// Where a panic was, cut after so many bytes. It takes no memory and has no destructor, for which there may be none.
#[derive(Clone, Copy)]
struct Place {
    bytes: [u8; 160],
    len: usize,
}

impl Place {
    fn of(location: &Location) -> Self {
        let mut place = Self { bytes: [0; _], len: 0 };
        let mut room = &mut place.bytes[..];
        let _ = write!(room, "{}:{}", location.file(), location.line());
        let left = room.len();
        place.len = place.bytes.len() - left;
        place
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes[..self.len]).into_owned()
    }
}

/// What an outermost call sets aside of the host's while it runs.
pub mod aside {
    /// Nothing: the call looks at memory, or changes it, and does not calculate with numbers that have a point.
    pub const NOTHING: u8 = 0;
    /// How the thread calculates: the call makes no system call.
    pub const FLOATS: u8 = 1;
    /// That, and the thread's cancellation.
    pub const ALL: u8 = 2;
}

/// Runs the body of an exported function. An error or a panic becomes this thread's last error in `library`
/// and the value that `failure` makes of the reason.
#[inline(always)]
pub fn call<R: Return, const ASIDE: u8>(
    library: &'static Library,
    failure: impl FnOnce(&str) -> R::C,
    body: impl FnOnce() -> Result<R, Reason>,
) -> R::C {
    guarded::<R, ASIDE>(library, failure, body, depth::leave)
}

/// Like [`call`], for a function that cannot fail, after which the call before is still the last one that
/// [`last_call_failed`](crate::depth::last_call_failed) speaks of: texts are released before anybody asks.
#[inline(always)]
pub fn infallible_call<R: Return, const ASIDE: u8>(
    library: &'static Library,
    failure: impl FnOnce(&str) -> R::C,
    body: impl FnOnce() -> Result<R, Reason>,
) -> R::C {
    guarded::<R, ASIDE>(library, failure, body, depth::leave_unnoticed)
}

#[inline(always)]
fn guarded<R: Return, const ASIDE: u8>(
    library: &'static Library,
    failure: impl FnOnce(&str) -> R::C,
    body: impl FnOnce() -> Result<R, Reason>,
    leave: fn(),
) -> R::C {
    let outermost = ASIDE == aside::ALL && depth::get() == 0;
    let cancellation = if outermost { HostCancellation::set_aside() } else { HostCancellation::NONE };
    let value = match panic::catch_unwind(AssertUnwindSafe(|| {
        let _inside = Inside::enter_with(leave, ASIDE != aside::NOTHING);
        body().map(R::into_c)
    })) {
        Ok(Ok(value)) => value,
        Ok(Err(reason)) => fail(library, failure, reason),
        Err(payload) => fail(library, failure, internal_error(payload)),
    };
    // The last thing of all, for the thread may end here.
    cancellation.put_back();
    value
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
    pub fn enter() -> Self {
        Self::enter_with(depth::leave, true)
    }

    #[inline(always)]
    fn enter_with(leave: fn(), calculates: bool) -> Self {
        let outermost = depth::get() == 0;
        if outermost && !depth::is_known() {
            get_to_know();
        }
        let floats = if outermost && calculates { HostFloats::set_aside() } else { HostFloats::NONE };
        depth::enter();
        Self { leave, _floats: floats }
    }

    /// For the whole life of a thread that is ours.
    pub fn forever() {
        std::mem::forget(Self::enter());
        let _for_good = HostCancellation::set_aside();
    }
}

impl Drop for Inside {
    #[inline(always)]
    fn drop(&mut self) {
        (self.leave)();
    }
}

static HOOK: ForkSafeLazy<()> = ForkSafeLazy::once();

/// What a thread's first call needs: the hook below, the random numbers of the thread's hash tables, which come from a
/// system call that a cancellation takes effect in, and an end for its last errors, which takes memory.
#[cold]
fn get_to_know() {
    install_hook();
    // Where the system has none, what needs them fails by itself.
    depth::enter();
    let _ = panic::catch_unwind(|| deferred(RandomState::new));
    arrange_to_forget();
    depth::leave_unnoticed();
    depth::mark_known();
}

/// A panic inside the archive is kept for the last error instead of being printed; any other goes to the
/// hook that was there.
fn install_hook() {
    HOOK.get_or_make(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if depth::get() == 0 {
                previous(info);
            } else if info.payload().is::<OutOfMemory>() {
                // It says all that there is to say.
            } else if let Some(location) = info.location() {
                PANICKED_AT.set(Place::of(location));
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
    let at = PANICKED_AT.get().text();
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
pub unsafe fn call_into<R: Return, const ASIDE: u8>(
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
    let value = call::<R, ASIDE>(
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
    use crate::last_error::{LastError, watch};

    thread_local!(static LAST_ERROR: LastError = const { LastError::none() });

    static ANY: Library = Library { name: "any", last_error: &LAST_ERROR };

    fn failing() -> i64 {
        call::<i64, { aside::ALL }>(
            &ANY,
            |_| -1,
            || Err(Reason::new("as asked".into(), Category::Internal, UNKNOWN)),
        )
    }

    fn goes_on() -> i64 {
        call::<i64, { aside::ALL }>(&ANY, |_| -1, || Ok(failing() + 8))
    }

    #[test]
    fn a_watched_call_answers_for_itself() {
        assert_eq!(watch(failing), (-1, Some("as asked".into())));
        assert_eq!(watch(goes_on), (7, None));
        let watched = || Ok(i64::from(watch(failing).1.is_some() && watch(goes_on).1.is_none()));
        assert_eq!(call::<i64, { aside::ALL }>(&ANY, |_| -1, watched), 1);
    }

    fn refused() -> Result<i64, Reason> {
        Err(ArgumentError::Null { name: "text" }.into())
    }

    #[test]
    fn the_last_call_that_can_fail_is_the_one_asked_about() {
        let asked = || {
            infallible_call::<i64, { aside::ALL }>(&ANY, |_| -1, || Ok(i64::from(depth::last_call_failed())))
        };
        assert_eq!((failing(), asked(), asked()), (-1, 1, 1));
        assert_eq!((call::<i64, { aside::ALL }>(&ANY, |_| 0, || Ok(-1)), asked()), (-1, 0));
        assert_eq!((call::<i64, { aside::ALL }>(&ANY, |_| 0, || Ok(failing())), asked()), (-1, 0));
        assert_eq!((call::<i64, { aside::ALL }>(&ANY, |_| -1, || panic!("as asked")), asked()), (-1, 1));
        let mut out = 0;
        // SAFETY: room for one, or NULL.
        unsafe {
            assert_eq!((call_into::<i64, { aside::ALL }>(&ANY, &mut out, |_| -1, || Ok(1)), asked()), (1, 0));
            assert_eq!((call_into::<i64, { aside::ALL }>(&ANY, &mut out, |_| -1, refused), asked()), (0, 1));
            assert_eq!(
                (call_into::<i64, { aside::ALL }>(&ANY, std::ptr::null_mut(), |_| -1, || Ok(1)), asked()),
                (0, 1)
            );
        }
    }

    #[test]
    fn quiet_calls_leave_what_others_said() {
        let asked = || (depth::last_call_failed(), ANY.last_error());
        let fine = || call::<i64, { aside::ALL }>(&ANY, |_| 0, || Ok(-1));
        let refused = || call::<i64, { aside::ALL }>(&ANY, |_| -1, refused);
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
        let nowhere = std::ptr::null_mut();
        // SAFETY: NULL is refused.
        let refused = unsafe { call_into::<i64, { aside::ALL }>(&ANY, nowhere, |_| -1, || Ok(1)) };
        assert_eq!(refused, 0);
        depth::set_quiet(false);
        assert_eq!((depth::last_call_failed(), failing(), depth::last_call_failed()), (false, -1, true));
    }
}
