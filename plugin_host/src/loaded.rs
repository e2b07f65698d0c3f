//! Registry of the files whose code is in the process. The system knows a library by the name that it was opened by,
//! and by its inode: asked for a file that was replaced, or overwritten, it gives the code that it has already.

use crate::error::PluginError;
use ffi_core::{
    fork::{self, ForkGate, ForkSafeLazy, ForkSafeMutex},
    thread::Builder,
};
use libloading::os::unix::{Library, RTLD_LOCAL, RTLD_NOW};
use std::{
    ffi::c_void,
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    ptr,
    sync::mpsc,
    time::Duration,
};

/// glibc's and musl's RTLD_NOLOAD.
const NO_LOAD: i32 = libc::RTLD_NOLOAD;
/// Time that the loader's locks take at most to be passed.
const PATIENCE: Duration = Duration::from_secs(5);

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
    /// Libraries of it that are open, or being opened.
    open: usize,
    /// Times that it was opened.
    opened: u64,
}

static LOADED: ForkSafeMutex<Vec<Entry>> = ForkSafeMutex::inherited(Vec::new);

/// Before the system's loader, one lock of which stays locked in a child of a fork that found a thread in it. No lock of
/// ours is held there: a library's own code, which runs as it comes and goes, may load and unload others.
static LOADER: ForkGate = ForkGate::new();

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
    check_loader()?;
    let _loading = LOADER.pass();
    forget_the_gone();
    let name = reserve(path, has_unique_symbols)?;
    // SAFETY: by contract.
    match unsafe { open_by(&name) } {
        Ok(library) => Ok(Counted { library: Some(library), name }),
        Err(error) => {
            release(&name);
            Err(error)
        }
    }
}

/// Forgets the files whose code has left the process.
fn forget_the_gone() {
    let closed = |entry: &&Entry| entry.open == 0;
    let closed: Vec<_> =
        LOADED.lock().iter().filter(closed).map(|entry| (entry.name.clone(), entry.opened)).collect();
    for (name, opened) in closed {
        if !is_mapped(&name) {
            // One that was opened meanwhile stays.
            LOADED.lock().retain(|entry| {
                entry.open > 0 || entry.opened != opened || entry.name.as_os_str() != name.as_os_str()
            });
        }
    }
}

/// The name by which the file at `path` is opened, counted as open.
fn reserve(path: &Path, has_unique_symbols: bool) -> Result<PathBuf, PluginError> {
    let meta = fs::metadata(path).map_err(|error| PluginError::NotLoaded(error.to_string()))?;
    let identity = Identity { device: meta.dev(), inode: meta.ino() };
    let written = Written { seconds: meta.mtime(), nanoseconds: meta.mtime_nsec(), size: meta.size() };
    let mut loaded = LOADED.lock();
    if let Some(entry) = loaded.iter_mut().find(|entry| entry.identity == identity) {
        if entry.written != written {
            return Err(PluginError::Overwritten);
        }
        entry.open += 1;
        entry.opened += 1;
        return Ok(entry.name.clone());
    }
    let mut older = loaded.iter().filter(|entry| entry.path == path);
    if has_unique_symbols && older.any(|entry| entry.has_unique_symbols) {
        return Err(PluginError::SharedWithOlder);
    }
    let spelled = |times: usize| spell(path, times);
    let name =
        (0..).map(spelled).find(|name| loaded.iter().all(|entry| entry.name.as_os_str() != name.as_os_str()));
    let name = name.unwrap_or_else(|| path.to_owned());
    let path = path.to_owned();
    loaded.push(Entry {
        path,
        name: name.clone(),
        identity,
        written,
        has_unique_symbols,
        open: 1,
        opened: 1,
    });
    Ok(name)
}

fn release(name: &Path) {
    if let Some(entry) = LOADED.lock().iter_mut().find(|entry| entry.name.as_os_str() == name.as_os_str()) {
        entry.open -= 1;
    }
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
    if check_loader().is_err() {
        return false;
    }
    let _looking = LOADER.pass();
    let of_path = |entry: &&Entry| entry.path == path;
    let known: Vec<_> =
        LOADED.lock().iter().filter(of_path).map(|entry| (entry.name.clone(), entry.open > 0)).collect();
    known.iter().any(|(name, is_open)| *is_open || is_mapped(name))
}

/// Fails in a child of a fork that found the system's loader at work for the host: what it locked stays locked, and what
/// it was changing stays half done. A thread finds that out.
fn check_loader() -> Result<(), PluginError> {
    static IS_FREE: ForkSafeLazy<bool> = ForkSafeLazy::by_each_process();
    if fork::generation() == 0 {
        return Ok(());
    }
    let is_free = IS_FREE.get_or_try_make(|| {
        let (give, take) = mpsc::sync_channel(1);
        let body = move || {
            let _ = give.send(pass_the_loader());
        };
        Builder::new("simple_native").spawn(body)?;
        Ok::<_, io::Error>(take.recv_timeout(PATIENCE).unwrap_or(false))
    });
    match is_free {
        Ok(true) => Ok(()),
        Ok(false) => Err(PluginError::LoaderLocked),
        Err(error) => Err(PluginError::NotLoaded(format!("the system gave no thread: {error}"))),
    }
}

/// Takes and releases the loader's locks, and tells whether its list of libraries is whole.
#[cfg(not(target_vendor = "apple"))]
fn pass_the_loader() -> bool {
    /// The beginning of glibc's `r_debug`, which debuggers read.
    #[repr(C)]
    struct Debug {
        version: i32,
        map: *const c_void,
        brk: usize,
        state: i32,
    }
    extern "C" fn enough(_: *mut libc::dl_phdr_info, _: usize, _: *mut c_void) -> i32 {
        1
    }
    // SAFETY: the function looks at nothing and ends the walk.
    unsafe { libc::dl_iterate_phdr(Some(enough), ptr::null_mut()) };
    // SAFETY: where there is a variable of that name, it is this, and stays.
    unsafe {
        let debug = libc::dlsym(libc::RTLD_DEFAULT, c"_r_debug".as_ptr()).cast::<Debug>();
        debug.is_null() || (&raw const (*debug).state).read_volatile() == 0
    }
}

#[cfg(target_vendor = "apple")]
fn pass_the_loader() -> bool {
    true
}

impl Counted {
    /// The library.
    pub fn library(&self) -> &Library {
        self.library.as_ref().expect("open until it is dropped")
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let _unloading = LOADER.pass();
        // Its destructors run here.
        self.library = None;
        release(&self.name);
    }
}
