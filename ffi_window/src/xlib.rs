//! Keeping the process alive when its X server goes away, which Xlib by itself answers with `exit(1)`; and
//! connections that are handed to other crates.

#![allow(unsafe_code)] // Xlib is C.

use as_raw_xcb_connection::AsRawXcbConnection;
use ffi_core::fork::ForkSafeLazy;
use raw_window_handle::{DisplayHandle, RawDisplayHandle, XcbDisplayHandle};
use std::{
    ffi::{CStr, c_char, c_int, c_void},
    panic::catch_unwind,
    ptr::{self, NonNull},
    sync::atomic::{AtomicPtr, Ordering},
};

type Handler = unsafe extern "C" fn(display: *mut c_void) -> c_int;
type ExitHandler = unsafe extern "C" fn(display: *mut c_void, data: *mut c_void);
type SetHandler = unsafe extern "C" fn(handler: Handler) -> Option<Handler>;
type OpenDisplay = unsafe extern "C" fn(name: *const c_char) -> *mut c_void;
type DefaultScreen = unsafe extern "C" fn(display: *mut c_void) -> c_int;
type SetExitHandler = unsafe extern "C" fn(display: *mut c_void, handler: ExitHandler, data: *mut c_void);

struct Watch {
    lost: fn(),
    /// The handler that was there before, for displays that are not ours.
    others: Option<Handler>,
}

/// The event loop's, and the one that a host draws through.
static DISPLAYS: [AtomicPtr<c_void>; 2] = [const { AtomicPtr::new(ptr::null_mut()) }; 2];
static WATCH: ForkSafeLazy<Watch> = ForkSafeLazy::once();

/// From now on, when the server behind `display` goes away, `lost` is called instead of the process's end, on
/// the thread that noticed; then the Xlib call that it was in fails, and so does every later one. `lost` takes
/// no lock that may be held during a call into Xlib, and waits for nothing. Other displays of the process go on
/// as they did.
///
/// Works for one display of a process, the first, and for the one that `open` opens. False for any other, where this
/// is no Xlib display, and where Xlib is older than 1.7, which has no way to do it.
pub fn survive_lost_server(display: DisplayHandle<'_>, lost: fn()) -> bool {
    let RawDisplayHandle::Xlib(handle) = display.as_raw() else { return false };
    handle.display.is_some_and(|display| watch(&DISPLAYS[0], display, lost))
}

/// A display of Xlib's that stays open while the process lives.
#[derive(Clone, Copy, Debug)]
pub struct XlibDisplay {
    /// The address of its `Display`.
    pub address: usize,
    /// The number of its screen.
    pub screen: i32,
}

/// Opens another connection to the X server called `name`, for a host that draws through Xlib: whoever waits for an
/// answer on the event loop's would take events in that it then does not learn of. `lost` is as for
/// `survive_lost_server`. None where it cannot be opened. To be called once.
pub fn open(name: Option<&CStr>, lost: fn()) -> Option<XlibDisplay> {
    let (open, screen) = (symbol(c"XOpenDisplay")?, symbol(c"XDefaultScreen")?);
    // SAFETY: these are the functions' types, says Xlib.h.
    let (open, screen) = unsafe {
        (
            std::mem::transmute::<*mut c_void, OpenDisplay>(open),
            std::mem::transmute::<*mut c_void, DefaultScreen>(screen),
        )
    };
    // SAFETY: a NUL-terminated name or none.
    let display = NonNull::new(unsafe { open(name.map_or(ptr::null(), CStr::as_ptr)) })?;
    watch(&DISPLAYS[1], display, lost);
    // SAFETY: the display was just opened.
    let screen = unsafe { screen(display.as_ptr()) };
    Some(XlibDisplay { address: display.as_ptr() as usize, screen })
}

fn watch(slot: &AtomicPtr<c_void>, display: NonNull<c_void>, lost: fn()) -> bool {
    let (Some(set_handler), Some(set_exit_handler)) =
        (symbol(c"XSetIOErrorHandler"), symbol(c"XSetIOErrorExitHandler"))
    else {
        return false;
    };
    let first = slot.compare_exchange(ptr::null_mut(), display.as_ptr(), Ordering::SeqCst, Ordering::SeqCst);
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
    // SAFETY: the handler has the type that Xlib asks for, and `display` is open, as its owner promises.
    unsafe { set_exit_handler(display.as_ptr(), do_not_exit, ptr::null_mut()) };
    WATCH.get_or_make(|| {
        // SAFETY: the handler has the type that Xlib asks for.
        let others = unsafe { set_handler(on_lost_server) };
        Watch { lost, others }
    });
    true
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
    if DISPLAYS.iter().any(|ours| display == ours.load(Ordering::SeqCst)) {
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
