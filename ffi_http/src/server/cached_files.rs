//! Files that the kernel has in memory: opened and read without waiting for a disk, so on the thread that asks. Where
//! something would have to be waited for, or the kernel cannot tell, there is none here, and another thread waits.

#[cfg(target_os = "linux")]
mod linux {
    use cap_std::fs::Dir;
    use rustix::{
        fs::{Mode, OFlags, ResolveFlags, SeekFrom, openat2, seek},
        io::{ReadWriteFlags, preadv2},
    };
    use std::{
        fs::{File, Metadata},
        io::{self, IoSliceMut},
        path::Path,
    };

    /// Where a file is read first.
    pub const BEGINNING: Option<u64> = Some(0);

    fn open_with(folder: &Dir, path: &Path, flags: OFlags) -> Option<File> {
        let inside = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS | ResolveFlags::CACHED;
        openat2(folder, path, flags | OFlags::CLOEXEC, Mode::empty(), inside).ok().map(File::from)
    }

    /// What lies at `path` in the folder.
    pub fn metadata(folder: &Dir, path: &Path) -> Option<Metadata> {
        open_with(folder, path, OFlags::PATH)?.metadata().ok()
    }

    /// Opens a regular file in the folder.
    pub fn open(folder: &Dir, path: &Path) -> Option<(File, Metadata)> {
        if !metadata(folder, path)?.is_file() {
            return None;
        }
        // Another may lie there by now: one that is waited for when it is opened.
        let file = open_with(folder, path, OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY)?;
        let metadata = file.metadata().ok().filter(Metadata::is_file)?;
        Some((file, metadata))
    }

    /// Reads from a place in a file; 0 at its end.
    pub fn read(file: &tokio::fs::File, at: u64, to: &mut [u8]) -> Option<usize> {
        preadv2(file, &mut [IoSliceMut::new(to)], at, ReadWriteFlags::NOWAIT).ok()
    }

    /// Has all that reads from here on begin at a place.
    pub fn go_on_at(file: &tokio::fs::File, at: u64) -> io::Result<()> {
        Ok(seek(file, SeekFrom::Start(at)).map(drop)?)
    }
}

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use cap_std::fs::Dir;
    use std::{
        fs::{File, Metadata},
        io,
        path::Path,
    };

    pub const BEGINNING: Option<u64> = None;

    pub fn metadata(_: &Dir, _: &Path) -> Option<Metadata> {
        None
    }

    pub fn open(_: &Dir, _: &Path) -> Option<(File, Metadata)> {
        None
    }

    pub fn read(_: &tokio::fs::File, _: u64, _: &mut [u8]) -> Option<usize> {
        None
    }

    pub fn go_on_at(_: &tokio::fs::File, _: u64) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

#[cfg(not(target_os = "linux"))]
pub use elsewhere::{BEGINNING, go_on_at, metadata, open, read};
#[cfg(target_os = "linux")]
pub use linux::{BEGINNING, go_on_at, metadata, open, read};
