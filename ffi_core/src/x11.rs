//! Keeping the process alive when its X server goes away, which Xlib by itself answers with `exit(1)`; and
//! connections that are handed to other crates.

use as_raw_xcb_connection::AsRawXcbConnection;
use raw_window_handle::{DisplayHandle, RawDisplayHandle, XcbDisplayHandle};
use std::{
    ffi::{CStr, c_int, c_void},
    panic::catch_unwind,
    ptr::{self, NonNull},
    sync::{
        OnceLock,
        atomic::{AtomicPtr, Ordering},
    },
};

type Handler = unsafe extern "C" fn(display: *mut c_void) -> c_int;
type ExitHandler = unsafe extern "C" fn(display: *mut c_void, data: *mut c_void);
type SetHandler = unsafe extern "C" fn(handler: Handler) -> Option<Handler>;
type SetExitHandler = unsafe extern "C" fn(display: *mut c_void, handler: ExitHandler, data: *mut c_void);

struct Watch {
    lost: fn(),
    /// What was there before, for displays that are not ours.
    others: Option<Handler>,
}

static DISPLAY: AtomicPtr<c_void> = AtomicPtr::new(ptr::null_mut());
static WATCH: OnceLock<Watch> = OnceLock::new();

/// From now on, when the server behind `display` goes away, `lost` is called instead of the process's end, on
/// the thread that noticed; then the Xlib call that it was in fails, and so does every later one. `lost` takes
/// no lock that may be held during a call into Xlib, and waits for nothing. Other displays of the process go on
/// as they did.
///
/// It works for one display of a process, the first. False for any other, where this is no Xlib display, and
/// where Xlib is older than 1.7, which has no way to do it.
pub fn survive_lost_server(display: DisplayHandle<'_>, lost: fn()) -> bool {
    let RawDisplayHandle::Xlib(handle) = display.as_raw() else { return false };
    let Some(display) = handle.display else { return false };
    let (Some(set_handler), Some(set_exit_handler)) =
        (symbol(c"XSetIOErrorHandler"), symbol(c"XSetIOErrorExitHandler"))
    else {
        return false;
    };
    let first =
        DISPLAY.compare_exchange(ptr::null_mut(), display.as_ptr(), Ordering::SeqCst, Ordering::SeqCst);
    if first.is_err() {
        return false;
    }
    // SAFETY: these are the functions' types, says Xlib.h.
    let (set_handler, set_exit_handler) = unsafe {
        (
            std::mem::transmute::<*mut c_void, SetHandler>(set_handler),
            std::mem::transmute::<*mut c_void, SetExitHandler>(set_exit_handler),
        )
    };
    // SAFETY: the handlers have the types that Xlib asks for, and `display` is open, as its handle promises.
    let others = unsafe {
        set_exit_handler(display.as_ptr(), do_not_exit, ptr::null_mut());
        set_handler(on_lost_server)
    };
    WATCH.set(Watch { lost, others }).is_ok()
}

fn symbol(name: &CStr) -> Option<*mut c_void> {
    // SAFETY: names are NUL-terminated; the library stays open.
    let symbol = unsafe {
        let library = libc::dlopen(c"libX11.so.6".as_ptr(), libc::RTLD_LAZY | libc::RTLD_LOCAL);
        if library.is_null() {
            return None;
        }
        libc::dlsym(library, name.as_ptr())
    };
    (!symbol.is_null()).then_some(symbol)
}

unsafe extern "C" fn do_not_exit(_display: *mut c_void, _data: *mut c_void) {}

unsafe extern "C" fn on_lost_server(display: *mut c_void) -> c_int {
    let Some(watch) = WATCH.get() else { return 0 };
    if display == DISPLAY.load(Ordering::SeqCst) {
        let _ = catch_unwind(watch.lost);
        return 0;
    }
    match watch.others {
        // SAFETY: Xlib's own, or one that was given to it, with the argument that it gave us.
        Some(others) => unsafe { others(display) },
        None => 0,
    }
}

/// A connection to `screen` of a server, for crates that take displays.
pub fn display_handle(connection: &impl AsRawXcbConnection, screen: i32) -> DisplayHandle<'_> {
    let pointer = NonNull::new(connection.as_raw_xcb_connection()).map(NonNull::cast);
    // SAFETY: `AsRawXcbConnection` promises a connection that is open for as long as it is borrowed.
    unsafe { DisplayHandle::borrow_raw(XcbDisplayHandle::new(pointer, screen).into()) }
}
