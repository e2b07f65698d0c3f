//! The last error of each library, which each thread keeps for itself.

use crate::{
    depth,
    error::{Category, Reason, SUCCESS},
    reserve::has_room_for_destructor,
};
use std::{
    cell::{Cell, RefCell},
    mem::ManuallyDrop,
    thread::LocalKey,
};

/// A library of the archive, as far as the boundary knows it. Made with [`library!`](crate::library).
pub struct Library {
    /// The prefix that its functions bear.
    pub name: &'static str,
    /// Where each thread keeps why its last call of this library failed.
    pub last_error: &'static LocalKey<LastError>,
}

/// A thread's last error of one library.
pub struct LastError {
    // Without a destructor: what fails after those of the thread is told too.
    reason: RefCell<ManuallyDrop<Option<Reason>>>,
    is_listed: Cell<bool>,
    next: Cell<Option<&'static Library>>,
}

impl LastError {
    /// No error.
    pub const fn none() -> Self {
        Self {
            reason: RefCell::new(ManuallyDrop::new(None)),
            is_listed: Cell::new(false),
            next: Cell::new(None),
        }
    }

    fn set(&self, reason: Option<Reason>) {
        **self.reason.borrow_mut() = reason;
    }
}

thread_local! {
    /// The libraries of which the thread has had an error, the latest newcomer first.
    static FAILED_LIBRARIES: Cell<Option<&'static Library>> = const { Cell::new(None) };
    static FORGET: Forget = const { Forget };
    static ARRANGED: Cell<bool> = const { Cell::new(false) };
    static FAILED: Cell<Failed> = const { Cell::new(Failed { count: 0, library: None, depth: 0 }) };
}

/// Frees a thread's last errors at its end.
struct Forget;

impl Drop for Forget {
    fn drop(&mut self) {
        let mut next = FAILED_LIBRARIES.get();
        while let Some(library) = next {
            next = library.last_error.with(|last| {
                last.set(None);
                last.next.get()
            });
        }
    }
}

/// Arranges for the destructor above, where there is memory for that.
pub(crate) fn arrange_to_forget() {
    if !ARRANGED.get() && has_room_for_destructor() {
        let _ = FORGET.try_with(|_| ());
        ARRANGED.set(true);
    }
}

/// Failed calls of this thread: how many, which library's was the last, and how many calls that one was inside.
#[derive(Clone, Copy)]
struct Failed {
    count: u64,
    library: Option<&'static Library>,
    depth: u32,
}

/// Does `call`, and says with its result why a call of the archive that it made failed, where one did. What
/// failed inside of such a call is that one's own affair.
pub fn watch<R>(call: impl FnOnce() -> R) -> (R, Option<String>) {
    let before = FAILED.get().count;
    let result = call();
    let last = FAILED.get();
    let failed = last.count != before && last.depth == depth::get();
    let reason = last.library.filter(|_| failed).map(Library::last_error);
    (result, reason)
}

/// Copies this thread's last error, of the library whose call failed last, into `buffer`: whole characters with a NUL
/// after them. Returns the length of all of it in bytes; 0 where there is none.
pub fn copy_last(buffer: &mut [u8]) -> usize {
    let mut copy = |text: &str| {
        if let Some(room) = buffer.len().checked_sub(1) {
            let end = text.floor_char_boundary(room);
            buffer[..end].copy_from_slice(&text.as_bytes()[..end]);
            buffer[end] = 0;
        }
        text.len()
    };
    match FAILED.get().library {
        Some(library) => library.with_reason(|reason| copy(reason.map_or("", Reason::text))),
        None => copy(""),
    }
}

impl Library {
    /// Remembers why this thread's call failed.
    #[cold]
    pub fn set_last_error(&'static self, reason: Reason) {
        let count = FAILED.get().count + 1;
        FAILED.set(Failed { count, library: Some(self), depth: depth::get() });
        arrange_to_forget();
        self.last_error.with(|last| {
            if !last.is_listed.replace(true) {
                last.next.set(FAILED_LIBRARIES.replace(Some(self)));
            }
            last.set(Some(reason));
        });
    }

    /// This thread's last error: the sentence, empty where none failed since the last clear.
    pub fn last_error(&self) -> String {
        self.with_reason(|reason| reason.map_or("", Reason::text).to_owned())
    }

    /// This thread's last error: the code, 0 where none failed since the last clear.
    pub fn last_error_code(&self) -> i64 {
        self.with_reason(|reason| reason.map_or(SUCCESS, Reason::code))
    }

    /// The category of this thread's last error as a number, 0 where none failed since the last clear.
    pub fn last_error_category(&self) -> i64 {
        self.with_reason(|reason| reason.map_or(Category::None, Reason::category) as i64)
    }

    /// Forgets this thread's last error.
    pub fn clear_error(&self) {
        self.last_error.with(|last| last.set(None));
    }

    fn with_reason<R>(&self, ask: impl FnOnce(Option<&Reason>) -> R) -> R {
        self.last_error.with(|last| ask(last.reason.borrow().as_ref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::UNKNOWN;
    use std::sync::mpsc::{Sender, channel};

    thread_local!(static LAST_ERROR: LastError = const { LastError::none() });
    thread_local!(static OTHER_LAST_ERROR: LastError = const { LastError::none() });

    static ANY: Library = Library { name: "any", last_error: &LAST_ERROR };
    static OTHER: Library = Library { name: "other", last_error: &OTHER_LAST_ERROR };

    fn internal(text: &str) -> Reason {
        Reason::new(text.into(), Category::Internal, UNKNOWN)
    }

    struct Late(Sender<[String; 2]>);

    impl Drop for Late {
        fn drop(&mut self) {
            let before = ANY.last_error();
            ANY.set_last_error(internal("late"));
            let _ = self.0.send([before, ANY.last_error()]);
        }
    }

    #[test]
    fn what_fails_at_a_threads_end_is_told() {
        thread_local!(static LATE: RefCell<Option<Late>> = const { RefCell::new(None) });
        let (give, take) = channel();
        let body = move || {
            // Destroyed after what is first used later.
            LATE.set(Some(Late(give)));
            OTHER.set_last_error(internal("of another"));
            ANY.set_last_error(internal("before"));
            OTHER.set_last_error(internal("of another, again"));
        };
        std::thread::spawn(body).join().unwrap();
        assert_eq!(take.recv().unwrap(), ["", "late"]);
    }

    #[test]
    fn each_library_has_its_own() {
        ANY.set_last_error(internal("of any"));
        OTHER.set_last_error(Reason::new("of another".into(), Category::NotFound, 7));
        assert_eq!((ANY.last_error(), ANY.last_error_code()), ("of any".into(), UNKNOWN));
        assert_eq!((OTHER.last_error(), OTHER.last_error_code()), ("of another".into(), 7));
        OTHER.clear_error();
        assert_eq!((OTHER.last_error(), OTHER.last_error_code()), (String::new(), SUCCESS));
        assert_eq!(ANY.last_error_category(), Category::Internal as i64);
    }

    #[test]
    fn the_last_error_is_copied_as_far_as_there_is_room() {
        ANY.set_last_error(internal("aé"));
        for (room, copied) in
            [(0, &b""[..]), (1, b"\0"), (2, b"a\0"), (3, b"a\0"), (4, b"a\xc3\xa9\0"), (9, b"a\xc3\xa9\0")]
        {
            let mut buffer = [7; 9];
            assert_eq!(copy_last(&mut buffer[..room]), 3);
            assert!(buffer.starts_with(copied) && buffer[copied.len()..].iter().all(|byte| *byte == 7));
        }
        ANY.clear_error();
        assert_eq!(copy_last(&mut [0; 9]), 0);
    }
}
