//! Names and numbers of WASI preview 1.

use std::io::{self, ErrorKind};

/// The name that its imports bear.
pub const MODULE: &str = "wasi_snapshot_preview1";

/// Result of a function of WASI's, whose error is a number.
pub type Done<T = ()> = Result<T, i32>;

/// Rights of a descriptor: reading and writing.
pub const READ: u64 = 1 << 1;
pub const WRITE: u64 = 1 << 6;
/// The flag of a descriptor that writes at its end.
pub const APPEND: i32 = 1;

pub const ACCESS: i32 = 2;
pub const BAD_DESCRIPTOR: i32 = 8;
pub const QUOTA: i32 = 19;
pub const EXISTS: i32 = 20;
pub const FAULT: i32 = 21;
pub const TOO_BIG: i32 = 22;
pub const INVALID: i32 = 28;
pub const IO: i32 = 29;
pub const IS_A_FOLDER: i32 = 31;
pub const LOOP: i32 = 32;
pub const TOO_MANY_OPEN: i32 = 33;
pub const TOO_MANY_LINKS: i32 = 34;
pub const LONG_NAME: i32 = 37;
pub const NOT_FOUND: i32 = 44;
pub const NO_MEMORY: i32 = 48;
pub const NO_SPACE: i32 = 51;
pub const NOT_A_FOLDER: i32 = 54;
pub const NOT_EMPTY: i32 = 55;
pub const UNSUPPORTED: i32 = 58;
pub const OVERFLOW: i32 = 61;
pub const READ_ONLY: i32 = 69;
pub const NOT_SEEKABLE: i32 = 70;
pub const BUSY_TEXT: i32 = 74;
pub const OTHER_DEVICE: i32 = 75;

/// The number that says the same.
pub fn of(error: &io::Error) -> i32 {
    match error.kind() {
        ErrorKind::NotFound => NOT_FOUND,
        ErrorKind::PermissionDenied => ACCESS,
        ErrorKind::AlreadyExists => EXISTS,
        ErrorKind::NotADirectory => NOT_A_FOLDER,
        ErrorKind::IsADirectory => IS_A_FOLDER,
        ErrorKind::DirectoryNotEmpty => NOT_EMPTY,
        ErrorKind::InvalidInput => INVALID,
        ErrorKind::InvalidFilename => LONG_NAME,
        ErrorKind::StorageFull => NO_SPACE,
        ErrorKind::QuotaExceeded => QUOTA,
        ErrorKind::FileTooLarge => TOO_BIG,
        ErrorKind::ReadOnlyFilesystem => READ_ONLY,
        ErrorKind::CrossesDevices => OTHER_DEVICE,
        ErrorKind::TooManyLinks => TOO_MANY_LINKS,
        ErrorKind::ExecutableFileBusy => BUSY_TEXT,
        ErrorKind::NotSeekable => NOT_SEEKABLE,
        ErrorKind::OutOfMemory => NO_MEMORY,
        ErrorKind::Unsupported => UNSUPPORTED,
        _ => of_system(error),
    }
}

#[cfg(unix)]
fn of_system(error: &io::Error) -> i32 {
    match error.raw_os_error() {
        Some(libc::ELOOP) => LOOP,
        Some(libc::EMFILE | libc::ENFILE) => TOO_MANY_OPEN,
        Some(libc::EPERM) => ACCESS,
        _ => IO,
    }
}

#[cfg(not(unix))]
fn of_system(_: &io::Error) -> i32 {
    IO
}
