//! Failure: what an exported function can go wrong with, and this thread's last error of each library.

use crate::{
    depth,
    memory::{self, OutOfMemory},
    reserve::has_room_for_destructor,
};
use std::{
    cell::{Cell, RefCell},
    fmt::{self, Write},
    io,
    mem::ManuallyDrop,
};

/// What sort of failure it is, in every library by the same number: for hosts that decide without reading.
#[crate::ffi_enum("ErrorCategory")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i64)]
pub enum Category {
    /// No failure.
    None = 0,
    /// An argument outside what the function takes, or a call out of order.
    InvalidArgument = 1,
    /// A handle that never was, was freed, or is of another kind.
    StaleHandle = 2,
    /// Nothing there: a file, a name, an item, a host.
    NotFound = 3,
    /// A peer, a device or the system said no, or broke off.
    Refused = 4,
    /// A time limit passed before it was done.
    TimedOut = 5,
    /// No memory, or more than a limit allows.
    Limit = 6,
    /// Not to be had on this platform, or in this build.
    Unsupported = 7,
    /// A fault inside the archive or a library that it wraps.
    Internal = 8,
}

impl Category {
    /// The category of what the system said.
    pub fn of_io(error: &io::Error) -> Self {
        use io::ErrorKind::*;
        match error.kind() {
            NotFound | NotADirectory => Self::NotFound,
            TimedOut => Self::TimedOut,
            OutOfMemory | StorageFull | QuotaExceeded | FileTooLarge => Self::Limit,
            Unsupported => Self::Unsupported,
            InvalidInput | InvalidFilename | IsADirectory => Self::InvalidArgument,
            _ => Self::Refused,
        }
    }
}

/// An error that can cross the boundary: its `Display` is one sentence, and some libraries number theirs.
pub trait Failure: fmt::Display {
    /// The category of this failure.
    fn category(&self) -> Category;

    /// The library's code for it; 99 is "unknown".
    fn code(&self) -> i64 {
        UNKNOWN
    }
}

/// Success.
pub const SUCCESS: i64 = 0;
/// The code of an argument that the boundary refused.
pub const INVALID_ARGUMENT: i64 = 5;
/// The code of an error that has none of its own.
pub const UNKNOWN: i64 = 99;

/// An argument that the boundary refuses, before the function proper is reached.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum ArgumentError {
    #[error("`{name}` is NULL")]
    Null { name: &'static str },
    #[error("`{name}` is not UTF-8: the byte at offset {offset} starts no valid character")]
    NotUtf8 { name: &'static str, offset: usize },
    #[error("item {index} of `{name}` is NULL")]
    NullItem { name: &'static str, index: usize },
    #[error("item {index} of `{name}` is not UTF-8: the byte at offset {offset} starts no valid character")]
    ItemNotUtf8 { name: &'static str, index: usize, offset: usize },
    #[error("the count of `{name}` is {count}, which no array has")]
    BadCount { name: &'static str, count: i64 },
    #[error("`{name}` has {count} items, for which there is no memory")]
    TooMany { name: &'static str, count: usize },
    #[error("`{name}` does not begin at a multiple of {align} bytes")]
    Unaligned { name: &'static str, align: usize },
    #[error("`{name}` is {handle}, which was never the handle of a {expected}")]
    NoHandle { name: &'static str, handle: i64, expected: &'static str },
    #[error("`{name}` is {handle}, a {expected} that was freed")]
    FreedHandle { name: &'static str, handle: i64, expected: &'static str },
    #[error("`{name}` is {handle}, the handle of a {found} and not of a {expected}")]
    ForeignHandle { name: &'static str, handle: i64, expected: &'static str, found: &'static str },
    #[error("`{name}` is {handle}, {reason}")]
    Unsuitable { name: &'static str, handle: i64, reason: &'static str },
}

impl Failure for ArgumentError {
    fn category(&self) -> Category {
        match self {
            Self::NoHandle { .. } | Self::FreedHandle { .. } | Self::ForeignHandle { .. } => {
                Category::StaleHandle
            }
            Self::TooMany { .. } => Category::Limit,
            _ => Category::InvalidArgument,
        }
    }

    fn code(&self) -> i64 {
        INVALID_ARGUMENT
    }
}

impl Failure for OutOfMemory {
    fn category(&self) -> Category {
        Category::Limit
    }
}

/// Why a call failed: a sentence, a category and the library's own code. Thin, so that it costs a call that
/// succeeds nothing.
pub struct Reason(Box<Last>);

impl Reason {
    /// A reason of these parts.
    pub fn new(text: String, category: Category, code: i64) -> Self {
        Self(Box::new(Last { text, category, code }))
    }

    /// The sentence.
    pub fn text(&self) -> &str {
        &self.0.text
    }
}

impl<E: Failure> From<E> for Reason {
    #[cold]
    fn from(error: E) -> Self {
        let mut text = Sentence(String::new());
        let _ = write!(text, "{error}");
        Self::new(text.0, error.category(), error.code())
    }
}

/// An error's sentence, cut where it repeats an argument that is long.
struct Sentence(String);

/// The longest in bytes, without what says that it is cut.
const LONGEST: usize = 8 << 10;

impl Write for Sentence {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = text.floor_char_boundary(LONGEST.saturating_sub(self.0.len()));
        let is_cut = end < text.len();
        let (text, cut) = (&text[..end], if is_cut { "…" } else { "" });
        memory::reserve_text(&mut self.0, text.len() + cut.len()).map_err(|_| fmt::Error)?;
        self.0.extend([text, cut]);
        if is_cut { Err(fmt::Error) } else { Ok(()) }
    }
}

/// Returns an error's sentence, followed by those of its causes that it does not contain.
pub fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let next = error.to_string();
        if !text.contains(&next) {
            text = format!("{text}: {next}");
        }
        cause = error.source();
    }
    text
}

/// A library of the archive, as far as the boundary knows it. Made with [`library!`](crate::library).
pub struct Library {
    /// The prefix that its functions bear.
    pub name: &'static str,
    /// The library's place among the last errors, below [`LIBRARIES`].
    pub index: usize,
}

/// Number of libraries that keep a last error.
pub const LIBRARIES: usize = 10;

struct Last {
    text: String,
    category: Category,
    code: i64,
}

impl Last {
    const NONE: Self = Self { text: String::new(), category: Category::None, code: SUCCESS };
}

/// Empties a thread's last errors at its end.
struct Forget;

impl Drop for Forget {
    fn drop(&mut self) {
        LAST.with(|all| all.borrow_mut().fill_with(|| Last::NONE));
    }
}

thread_local! {
    // Without a destructor: what fails after those of the thread is told too. Its texts are never freed.
    static LAST: RefCell<ManuallyDrop<[Last; LIBRARIES]>> =
        const { RefCell::new(ManuallyDrop::new([Last::NONE; LIBRARIES])) };
    static FORGET: Forget = const { Forget };
    static ARRANGED: Cell<bool> = const { Cell::new(false) };
    static FAILED: Cell<Failed> = const { Cell::new(Failed { count: 0, library: 0, depth: 0 }) };
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
    library: usize,
    depth: u32,
}

/// Does `call`, and says with its result why a call of the archive that it made failed, where one did. What
/// failed inside of such a call is that one's own affair.
pub fn watch<R>(call: impl FnOnce() -> R) -> (R, Option<String>) {
    let before = FAILED.get().count;
    let result = call();
    let last = FAILED.get();
    let failed = last.count != before && last.depth == depth::get();
    let reason = failed.then(|| LAST.with(|all| all.borrow()[last.library].text.clone()));
    (result, reason)
}

/// Copies this thread's last error, of the library whose call failed last, into `buffer`: whole characters with a NUL
/// after them. The length of all of it in bytes; 0 where there is none.
pub fn copy_last(buffer: &mut [u8]) -> usize {
    LAST.with(|all| {
        let text = &all.borrow()[FAILED.get().library].text;
        if let Some(room) = buffer.len().checked_sub(1) {
            let end = text.floor_char_boundary(room);
            buffer[..end].copy_from_slice(&text.as_bytes()[..end]);
            buffer[end] = 0;
        }
        text.len()
    })
}

impl Library {
    /// Remembers why this thread's call failed.
    #[cold]
    pub fn set_last_error(&self, reason: Reason) {
        let count = FAILED.get().count + 1;
        FAILED.set(Failed { count, library: self.index, depth: depth::get() });
        arrange_to_forget();
        self.with_last(|last| *last = *reason.0);
    }

    /// This thread's last error: the sentence, empty where none failed since the last clear.
    pub fn last_error(&self) -> String {
        self.with_last(|last| last.text.clone())
    }

    /// This thread's last error: the code, 0 where none failed since the last clear.
    pub fn last_error_code(&self) -> i64 {
        self.with_last(|last| last.code)
    }

    /// The category of this thread's last error as a number, 0 where none failed since the last clear.
    pub fn last_error_category(&self) -> i64 {
        self.with_last(|last| last.category as i64)
    }

    /// Forgets this thread's last error.
    pub fn clear_error(&self) {
        self.with_last(|last| *last = Last::NONE);
    }

    fn with_last<R>(&self, use_last: impl FnOnce(&mut Last) -> R) -> R {
        LAST.with(|last| use_last(&mut last.borrow_mut()[self.index]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::{Sender, channel};

    static ANY: Library = Library { name: "any", index: LIBRARIES - 1 };

    struct Late(Sender<String>);

    impl Drop for Late {
        fn drop(&mut self) {
            ANY.set_last_error(Reason::new("late".into(), Category::Internal, UNKNOWN));
            let _ = self.0.send(ANY.last_error());
        }
    }

    #[test]
    fn what_fails_at_a_threads_end_is_told() {
        thread_local!(static LATE: RefCell<Option<Late>> = const { RefCell::new(None) });
        let (give, take) = channel();
        let body = move || {
            // Destroyed after what is first used later.
            LATE.set(Some(Late(give)));
            ANY.set_last_error(Reason::new("before".into(), Category::Internal, UNKNOWN));
        };
        std::thread::spawn(body).join().unwrap();
        assert_eq!(take.recv().unwrap(), "late");
    }

    #[test]
    fn a_sentence_that_repeats_a_long_argument_is_cut() {
        struct Long(usize);
        impl fmt::Display for Long {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "`text` is {}, which is long", "é".repeat(self.0))
            }
        }
        impl Failure for Long {
            fn category(&self) -> Category {
                Category::InvalidArgument
            }
        }
        assert_eq!(Reason::from(Long(100)).text(), Long(100).to_string());
        let cut = Reason::from(Long(1 << 20));
        assert!(cut.text().ends_with("é…") && cut.text().len() <= LONGEST + "…".len());
    }

    #[test]
    fn the_last_error_is_copied_as_far_as_there_is_room() {
        ANY.set_last_error(Reason::new("aé".into(), Category::Internal, UNKNOWN));
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
