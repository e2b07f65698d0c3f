//! Plug-ins: shared libraries with the C entry points of `simple_module.h`, behind a safe type.
//!
//! A plug-in shares the process. What its answers look like is checked; that it touches no memory but its own
//! is its own affair.

#![allow(unsafe_code)] // The entry points are C.

#[cfg(all(unix, feature = "wasm"))]
mod code_cache;
#[cfg(all(unix, not(target_vendor = "apple")))]
mod elf;
mod error;
mod float_state;
mod host_table;
#[cfg(unix)]
mod loaded;

#[cfg(all(unix, feature = "wasm"))]
pub use code_cache::{CodeCache, Distrust};
pub use error::{ABI_VERSION, LONGEST_ANSWER, PluginError};
pub use host_table::HostFunctions;

use ffi_core::foreign::{self, Handlers};
use float_state::FloatState;
use host_table::{Bytes, HostTable, table};
use std::{
    ffi::{CStr, c_char, c_void},
    path::Path,
    slice,
};

#[cfg(not(unix))]
use libloading::Library;
#[cfg(unix)]
use libloading::os::unix::Library;
#[cfg(unix)]
use loaded::Counted as Loaded;

type Create = unsafe extern "C-unwind" fn() -> *mut c_void;
type Handle = unsafe extern "C-unwind" fn(*mut c_void, *const c_char, *const c_char) -> *mut c_char;
type FreeString = unsafe extern "C-unwind" fn(*mut c_char);
type Destroy = unsafe extern "C-unwind" fn(*mut c_void);
type Version = unsafe extern "C-unwind" fn() -> i32;
type TakeHost = unsafe extern "C-unwind" fn(*const HostTable);
type HandleBytes = unsafe extern "C-unwind" fn(*mut c_void, *const c_char, *const u8, i64, *mut Bytes) -> i32;
type FreeBytes = unsafe extern "C-unwind" fn(*mut u8, i64);

#[derive(Clone, Copy)]
struct Entries {
    create: Create,
    handle: Handle,
    free_string: FreeString,
    destroy: Destroy,
    /// The functions of plug-ins that take bytes.
    bytes: Option<(HandleBytes, FreeBytes)>,
}

/// A loaded plug-in with its one instance. Dropping it destroys the instance and unloads the library.
pub struct Plugin {
    instance: *mut c_void,
    entries: Entries,
    handlers: Handlers,
    /// Dropped last: the entries lie in it.
    _library: Loaded,
}

// SAFETY: the protocol says that an instance is used by any thread, one at a time.
unsafe impl Send for Plugin {}

impl Plugin {
    /// Loads the library at `path` and makes its instance, which may call the host's functions.
    pub fn open<H: HostFunctions>(path: &Path) -> Result<Self, PluginError> {
        let _kept = FloatState::keep();
        // SAFETY: whoever loads a plug-in lets it run in this process, as the header says.
        let loaded = unsafe { load(path) }?;
        let library = loaded.library();
        // SAFETY: the header gives the entry points these types.
        let (entries, version) = unsafe {
            let entries = Entries {
                create: symbol::<Create>(library, "create_module")?,
                handle: symbol::<Handle>(library, "handle_message")?,
                free_string: symbol::<FreeString>(library, "free_string")?,
                destroy: symbol::<Destroy>(library, "destroy_module")?,
                bytes: match symbol::<HandleBytes>(library, "handle_bytes") {
                    Ok(handle) => Some((handle, symbol::<FreeBytes>(library, "free_bytes")?)),
                    Err(_) => None,
                },
            };
            (entries, symbol::<Version>(library, "module_abi_version")?)
        };
        // SAFETY: as above.
        let take_host = unsafe { symbol::<TakeHost>(library, "module_host") };
        // SAFETY: the C++ ABI gives both these types.
        let handlers = unsafe {
            Handlers {
                begin: symbol(library, "__cxa_begin_catch").ok(),
                end: symbol(library, "__cxa_end_catch").ok(),
            }
        };
        // SAFETY: takes nothing.
        let version = contained(handlers, "module_abi_version", || unsafe { version() })?;
        if version != ABI_VERSION {
            return Err(PluginError::Version(version));
        }
        if let Ok(take_host) = take_host {
            // SAFETY: the table stays.
            contained(handlers, "module_host", || unsafe { take_host(table::<H>()) })?;
        }
        // SAFETY: takes nothing.
        let instance = contained(handlers, "create_module", || unsafe { (entries.create)() })?;
        if instance.is_null() {
            return Err(PluginError::NotCreated);
        }
        Ok(Self { instance, entries, handlers, _library: loaded })
    }

    /// Hands a message in and the bytes of the answer to `read`, before they are given back.
    pub fn handle<R>(
        &mut self,
        message_type: &CStr,
        payload: &CStr,
        read: impl FnOnce(&[u8]) -> R,
    ) -> Result<R, PluginError> {
        let Entries { handle, free_string, .. } = self.entries;
        let instance = self.instance;
        let (message_type, payload) = (message_type.as_ptr(), payload.as_ptr());
        // SAFETY: the plug-in's own instance, and two strings that outlive the call.
        let answer = contained(self.handlers, "handle_message", || unsafe {
            handle(instance, message_type, payload)
        })?;
        if answer.is_null() {
            return Err(PluginError::NoAnswer);
        }
        // SAFETY: not NULL, and NUL-terminated by the header's word; no byte beyond the limit is read.
        let bytes =
            unsafe { slice::from_raw_parts(answer.cast::<u8>(), libc::strnlen(answer, LONGEST_ANSWER + 1)) };
        let result =
            if bytes.len() > LONGEST_ANSWER { Err(PluginError::LongAnswer) } else { Ok(read(bytes)) };
        // SAFETY: what `handle_message` returned, given back once.
        contained(self.handlers, "free_string", || unsafe { free_string(answer) })?;
        result
    }

    /// Hands bytes in, and those of the answer to `read` before they are given back: whether they are what was asked for,
    /// and not why there is nothing.
    pub fn handle_bytes<R>(
        &mut self,
        message_type: &CStr,
        data: &[u8],
        read: impl FnOnce(bool, &[u8]) -> R,
    ) -> Result<R, PluginError> {
        let (handle, free_bytes) = self.entries.bytes.ok_or(PluginError::Missing("handle_bytes"))?;
        let (instance, message_type) = (self.instance, message_type.as_ptr());
        let (start, size) = (data.as_ptr(), data.len() as i64);
        let mut answer = Bytes::NONE;
        let place = &raw mut answer;
        // SAFETY: the plug-in's own instance, a string and bytes that outlive the call, and room for an answer.
        let given = contained(self.handlers, "handle_bytes", || unsafe {
            handle(instance, message_type, start, size, place)
        })?;
        let Bytes { data: start, size } = answer;
        let result = match usize::try_from(size) {
            Ok(0) => Ok(read(given != 0, &[])),
            Ok(_) if start.is_null() => Err(PluginError::BadBytes),
            Ok(size) if size > LONGEST_ANSWER => Err(PluginError::LongAnswer),
            // SAFETY: by the header's word, so many bytes of the plug-in's.
            Ok(size) => Ok(read(given != 0, unsafe { slice::from_raw_parts(start, size) })),
            Err(_) => return Err(PluginError::BadBytes),
        };
        if !start.is_null() {
            // SAFETY: what `handle_bytes` gave, given back once.
            contained(self.handlers, "free_bytes", || unsafe { free_bytes(start, size) })?;
        }
        result
    }
}

impl Drop for Plugin {
    fn drop(&mut self) {
        let (destroy, instance) = (self.entries.destroy, self.instance);
        // SAFETY: the plug-in's own instance, not used afterwards. It has no one to complain to.
        let _ = contained(self.handlers, "destroy_module", || unsafe { destroy(instance) });
    }
}

/// # Safety
/// The library's initialisers, which run when it is loaded, harm nobody.
#[cfg(unix)]
unsafe fn load(path: &Path) -> Result<Loaded, PluginError> {
    #[cfg(not(target_vendor = "apple"))]
    let has_unique_symbols = elf::look(path)?.has_unique_symbols;
    #[cfg(target_vendor = "apple")]
    let has_unique_symbols = false;
    // SAFETY: by contract.
    unsafe { loaded::open(path, has_unique_symbols) }
}

/// # Safety
/// The library's initialisers, which run when it is loaded, harm nobody.
#[cfg(not(unix))]
unsafe fn load(path: &Path) -> Result<Loaded, PluginError> {
    // Windows finds a file in the current folder by its whole path alone, with backslashes.
    let path = std::path::absolute(path).map_err(|error| PluginError::NotLoaded(error.to_string()))?;
    // SAFETY: by contract.
    let library = unsafe { Library::new(path) };
    library.map(Loaded).map_err(|error| PluginError::NotLoaded(error.to_string()))
}

#[cfg(not(unix))]
struct Loaded(Library);

#[cfg(not(unix))]
impl Loaded {
    fn library(&self) -> &Library {
        &self.0
    }
}

/// Tells whether code that was loaded from `path` is still in the process, after every plug-in of it was dropped:
/// where a thread keeps something of it that is destroyed when the thread ends, or its symbols are shared with other
/// libraries.
pub fn code_stays(path: &Path) -> bool {
    #[cfg(unix)]
    return loaded::stays(path);
    #[cfg(windows)]
    return std::path::absolute(path)
        .is_ok_and(|path| libloading::os::windows::Library::open_already_loaded(path).is_ok());
    #[cfg(not(any(unix, windows)))]
    {
        let _ = path;
        false
    }
}

/// # Safety
/// The symbol is a function, and `T` is the pointer to it.
unsafe fn symbol<T: Copy>(library: &Library, name: &'static str) -> Result<T, PluginError> {
    // SAFETY: by contract; without a pointer, a function's address 0 is None.
    let found = unsafe { library.get::<Option<T>>(name.as_bytes()) };
    found.ok().and_then(|symbol| *symbol).ok_or(PluginError::Missing(name))
}

/// Calls foreign code; an error where it was left by unwinding. Nothing that `call` holds needs dropping, so
/// that its frame can be jumped over.
fn contained<F: Fn() -> R + Copy, R: Copy>(
    handlers: Handlers,
    entry: &'static str,
    call: F,
) -> Result<R, PluginError> {
    let _kept = FloatState::keep();
    foreign::contained(handlers, call).ok_or(PluginError::Threw(entry))
}
