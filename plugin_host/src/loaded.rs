//! Registry of the files whose code is in the process. The system knows a library by the name that it was opened by,
//! and by its inode: asked for a file that was replaced, or overwritten, it gives the code that it has already.

use crate::error::PluginError;
use ffi_core::fork::{ForkSafeGuard, ForkSafeMutex};
use libloading::os::unix::{Library, RTLD_LOCAL, RTLD_NOW};
use std::{
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

/// glibc's and musl's RTLD_NOLOAD.
const NO_LOAD: i32 = libc::RTLD_NOLOAD;

#[derive(Clone, Copy, PartialEq, Eq)]
struct Identity {
    device: u64,
    inode: u64,
}

/// Time at which a file was written, and its size.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Written {
    seconds: i64,
    nanoseconds: i64,
    size: u64,
}

struct Entry {
    path: PathBuf,
    /// The name by which the system knows it: the path, spelled so that no other file of that path was opened by it.
    /// Such spellings are the same as paths, and differ as texts.
    name: PathBuf,
    identity: Identity,
    written: Written,
    has_unique_symbols: bool,
    open: usize,
}

static LOADED: ForkSafeMutex<Vec<Entry>> = ForkSafeMutex::inherited(Vec::new);

/// A library that is counted.
pub struct Counted {
    library: Option<Library>,
    name: PathBuf,
}

/// Opens the file that lies at `path` now.
///
/// # Safety
/// The library's initialisers, which run when it is loaded, harm nobody.
pub unsafe fn open(path: &Path, has_unique_symbols: bool) -> Result<Counted, PluginError> {
    let failed = |text: String| PluginError::NotLoaded(text);
    let mut loaded = lock();
    loaded.retain(|entry| entry.open > 0 || is_mapped(&entry.name));
    let meta = fs::metadata(path).map_err(|error| failed(error.to_string()))?;
    let identity = Identity { device: meta.dev(), inode: meta.ino() };
    let written = Written { seconds: meta.mtime(), nanoseconds: meta.mtime_nsec(), size: meta.size() };
    let same = loaded.iter_mut().find(|entry| entry.identity == identity);
    if let Some(entry) = same {
        if entry.written != written {
            return Err(PluginError::Overwritten);
        }
        // SAFETY: by contract.
        let library = unsafe { open_by(&entry.name) }?;
        entry.open += 1;
        return Ok(Counted { library: Some(library), name: entry.name.clone() });
    }
    let older = loaded.iter().filter(|entry| entry.path == path);
    if has_unique_symbols && older.clone().any(|entry| entry.has_unique_symbols) {
        return Err(PluginError::SharedWithOlder);
    }
    let spelled = |times: usize| spell(path, times);
    let name =
        (0..).map(spelled).find(|name| loaded.iter().all(|entry| entry.name.as_os_str() != name.as_os_str()));
    let name = name.unwrap_or_else(|| path.to_owned());
    // SAFETY: by contract.
    let library = unsafe { open_by(&name) }?;
    let path = path.to_owned();
    loaded.push(Entry { path, name: name.clone(), identity, written, has_unique_symbols, open: 1 });
    Ok(Counted { library: Some(library), name })
}

/// `/folder/./file`, with so many `./`.
fn spell(path: &Path, times: usize) -> PathBuf {
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(file)) if times > 0 => folder.join("./".repeat(times)).join(file),
        _ => path.to_owned(),
    }
}

/// # Safety
/// As [`open`].
unsafe fn open_by(name: &Path) -> Result<Library, PluginError> {
    // One that lacks a symbol is refused here, not when it is called.
    // SAFETY: by contract.
    let library = unsafe { Library::open(Some(name), RTLD_NOW | RTLD_LOCAL) };
    library.map_err(|error| PluginError::NotLoaded(error.to_string()))
}

/// Tells whether the code that was opened by this name is in the process.
fn is_mapped(name: &Path) -> bool {
    // SAFETY: nothing is loaded that is not there, and so nothing of it runs.
    unsafe { Library::open(Some(name), RTLD_NOW | RTLD_LOCAL | NO_LOAD) }.is_ok()
}

/// Tells whether code that was loaded from `path` is still in the process.
pub fn stays(path: &Path) -> bool {
    lock().iter().any(|entry| entry.path == path && (entry.open > 0 || is_mapped(&entry.name)))
}

fn lock() -> ForkSafeGuard<Vec<Entry>> {
    LOADED.lock()
}

impl Counted {
    /// The library.
    pub fn library(&self) -> &Library {
        self.library.as_ref().expect("open until it is dropped")
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        // Its destructors run here, and may load modules themselves.
        self.library = None;
        if let Some(entry) = lock().iter_mut().find(|entry| entry.name.as_os_str() == self.name.as_os_str()) {
            entry.open -= 1;
        }
    }
}
