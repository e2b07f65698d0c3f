//! The devices of this machine.

use crate::{
    bridge::{call, ffi},
    error::{CudaError, Result},
};
use cxx::SharedPtr;
use ffi_core::{
    fork::{ForkSafeLazy, ForkSafeMutex},
    residence,
};
use std::{num::NonZero, thread};

/// The most threads that compute for one call on the CPU reference: `most_threads` in `cpu_pool.h`.
const MOST_THREADS: i64 = 256;

/// Number of GPUs that this machine offers.
pub fn device_count() -> i32 {
    ffi::device_total()
}

/// The version of the CUDA runtime in this build, `cpu` where it has none.
pub fn runtime_version() -> String {
    ffi::version_text()
}

/// All cores that this process may use, which C++ does not know of itself.
fn use_all_cores() {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    ffi::cpu_set_threads(cores.min(MOST_THREADS as usize) as u32);
}

/// Once in a process, before the first use of a device or the first choice.
fn begin() {
    static BEGUN: ForkSafeLazy<()> = ForkSafeLazy::once();
    BEGUN.get_or_make(use_all_cores);
}

/// Sets the number of threads that compute together for one call on the CPU reference: 1 to 256, or 0 for all cores.
pub fn set_threads(threads: i64) -> Result<()> {
    begin();
    match threads {
        0 => use_all_cores(),
        1..=MOST_THREADS => ffi::cpu_set_threads(threads as u32),
        _ => {
            return Err(CudaError::parameter(format!(
                "`threads` is {threads}, and must be 1 to {MOST_THREADS}, or 0 for all cores"
            )));
        }
    }
    Ok(())
}

/// Sets whether activations stay exact where the CPU reference (-1) rounds them, from the next operation on.
pub fn set_exact(exact: bool) {
    ffi::cpu_set_exact_activations(exact);
}

/// Sets whether the CPU reference (-1) maps the files of models that are loaded from now on.
pub fn set_mapping(maps: bool) {
    ffi::cpu_set_mapping(maps);
}

/// The device with this number.
pub(crate) fn open_device(id: i64) -> Result<SharedPtr<ffi::Device>> {
    begin();
    // The bridge's own lock, which a child of fork would find locked.
    static OPENING: ForkSafeMutex<()> = ForkSafeMutex::inherited(|| ());
    let id = i32::try_from(id)
        .map_err(|_| CudaError::InvalidDevice(format!("`device` is {id}, which is no device's number")))?;
    let _opening = OPENING.lock();
    // The reference starts threads in C++.
    residence::stay();
    call(|status| ffi::device_open(id, status))
}
