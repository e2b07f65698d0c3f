//! The devices of this machine.

use crate::{
    bridge::{call, ffi},
    error::{CudaError, Result},
};
use cxx::SharedPtr;

/// How many GPUs this machine offers.
pub fn device_count() -> i32 {
    ffi::device_total()
}

/// The version of the CUDA runtime in this build, `cpu` where it has none.
pub fn runtime_version() -> String {
    ffi::version_text()
}

/// The device with this number.
pub(crate) fn open_device(id: i64) -> Result<SharedPtr<ffi::Device>> {
    let id = i32::try_from(id)
        .map_err(|_| CudaError::InvalidDevice(format!("`device` is {id}, which is no device's number")))?;
    call(|status| ffi::device_open(id, status))
}
