//! Keeps this code in the process once a thread runs it that no host knows of: a shared object that is closed, or a
//! plug-in with the archive in it, would be taken from under such a thread.

use std::sync::atomic::{AtomicBool, Ordering};

static STAYS: AtomicBool = AtomicBool::new(false);

/// Has this code stay until the process ends. Call it before a thread is started that is not [`crate::thread`]'s.
#[inline]
pub fn stay() {
    if !STAYS.load(Ordering::Relaxed) && pin() {
        STAYS.store(true, Ordering::Relaxed);
    }
}

/// False where the system has no memory for it.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[cold]
fn pin() -> bool {
    use std::{
        ffi::{c_char, c_void},
        mem::MaybeUninit,
        ptr,
    };

    /// The beginning of `link_map`.
    #[repr(C)]
    struct Object {
        address: usize,
        name: *const c_char,
    }
    const RTLD_DL_LINKMAP: i32 = 2;

    let mut info = MaybeUninit::<libc::Dl_info>::uninit();
    let mut object: *mut Object = ptr::null_mut();
    // SAFETY: an address of this code, and room for both answers.
    let is_known = unsafe {
        let here = pin as *const () as *const c_void;
        libc::dladdr1(here, info.as_mut_ptr(), (&raw mut object).cast(), RTLD_DL_LINKMAP) != 0
    };
    if !is_known || object.is_null() {
        return true;
    }
    // SAFETY: the loader's own record of the object that this code is in.
    let name = unsafe { (*object).name };
    // SAFETY: a text of the loader's, where it is not NULL.
    if name.is_null() || unsafe { *name } == 0 {
        // The program itself.
        return true;
    }
    // SAFETY: nothing is loaded that is not there.
    let same = unsafe { libc::dlopen(name, libc::RTLD_LAZY | libc::RTLD_NOLOAD | libc::RTLD_NODELETE) };
    if !same.is_null() {
        // SAFETY: it was opened here, and stays all the same.
        unsafe { libc::dlclose(same) };
    }
    !same.is_null()
}

#[cfg(windows)]
#[cold]
fn pin() -> bool {
    use std::ffi::c_void;

    const PIN: u32 = 1;
    const FROM_ADDRESS: u32 = 4;
    #[link(name = "kernel32")]
    unsafe extern "system" {
        fn GetModuleHandleExW(flags: u32, address: *const c_void, module: *mut *mut c_void) -> i32;
    }
    let mut module = std::ptr::null_mut();
    // SAFETY: an address of this code, and room for the answer.
    unsafe { GetModuleHandleExW(PIN | FROM_ADDRESS, pin as *const () as *const c_void, &mut module) != 0 }
}

/// musl never takes code out, and Apple's loader none that has thread-local variables.
#[cfg(not(any(windows, all(target_os = "linux", target_env = "gnu"))))]
fn pin() -> bool {
    true
}
