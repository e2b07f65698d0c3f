//! What is asked of the system: closing the page that a module looks at, and whether there is address space.

#![allow(unsafe_code)] // `mprotect` and `getrlimit` have no safe form.

use std::{
    io,
    sync::atomic::{AtomicBool, Ordering},
};
use wasmtime::{AsContext, Memory};

/// True where pages can be closed.
pub const CLOSES: bool = cfg!(unix);

/// A page of WebAssembly.
const SIZE: usize = 64 << 10;

/// The memory that a module looks at in each function and loop. It is the store's, and there for as long as a message is
/// inside: only then it is closed or opened.
pub struct StopPage {
    start: usize,
    is_closed: AtomicBool,
}

impl StopPage {
    /// The page, where `memory` is one that no host reads.
    pub fn of(memory: Memory, store: impl AsContext) -> Option<Self> {
        let is_it = memory.data_size(&store) == SIZE;
        is_it.then(|| Self { start: memory.data_ptr(&store).addr(), is_closed: AtomicBool::new(false) })
    }

    /// True where the module that looks is stopped.
    pub fn is_closed(&self) -> bool {
        self.is_closed.load(Ordering::SeqCst)
    }

    /// Stops the module at its next look.
    pub fn close(&self) -> io::Result<()> {
        if !self.is_closed() {
            self.protect(false)?;
            self.is_closed.store(true, Ordering::SeqCst);
        }
        Ok(())
    }

    /// Lets the module look again.
    pub fn open(&self) -> io::Result<()> {
        if self.is_closed() {
            self.protect(true)?;
            self.is_closed.store(false, Ordering::SeqCst);
        }
        Ok(())
    }

    #[cfg(unix)]
    fn protect(&self, is_open: bool) -> io::Result<()> {
        let access = if is_open { libc::PROT_READ | libc::PROT_WRITE } else { libc::PROT_NONE };
        let start = std::ptr::without_provenance_mut(self.start);
        // SAFETY: the whole memory, which is there (the clock closes it while a message is inside, the machine opens it), and
        // which no Rust code reads: the module has no other name for it, and wasmtime reads memories for their names alone.
        match unsafe { libc::mprotect(start, SIZE, access) } {
            0 => Ok(()),
            _ => Err(io::Error::last_os_error()),
        }
    }

    #[cfg(not(unix))]
    fn protect(&self, _: bool) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Tells whether guard pages are had without a host's asking: where the address space is large and nothing limits it. On
/// other systems than Linux nobody tried.
#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
pub fn has_address_space() -> bool {
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: there is room for the limit.
    let is_known = unsafe { libc::getrlimit(libc::RLIMIT_AS, &mut limit) } == 0;
    is_known && limit.rlim_cur == libc::RLIM_INFINITY
}

#[cfg(not(all(target_os = "linux", target_pointer_width = "64")))]
pub fn has_address_space() -> bool {
    false
}
