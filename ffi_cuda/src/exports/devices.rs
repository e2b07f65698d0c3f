use crate::{
    bridge::{call, ffi},
    device::{device_count, open_device, runtime_version, set_exact, set_mapping, set_threads},
    error::{CudaError, Result},
    memory,
};
use ffi_core::{Text, export, ffi_struct};

/// Tells whether this build holds the cuda library, as it does where this links. Whether there is a GPU says
/// `rt_cuda_is_available`.
#[export]
fn rt_cuda_available() -> bool {
    true
}

/// Returns the version of the CUDA runtime inside (`13.0`), `cpu` for a build without GPU code.
#[export]
fn rt_cuda_version() -> Text {
    Text::new(&runtime_version())
}

/// Tells whether at least one GPU can be used: the build has GPU code, and a driver offers a device.
#[export]
fn rt_cuda_is_available() -> bool {
    device_count() > 0
}

/// Returns how many GPUs there are; 0 without a driver. The CPU reference (-1) is not counted.
#[export]
fn rt_cuda_device_count() -> i64 {
    device_count().into()
}

/// Makes a device the calling thread's, for all calls that name none: 0, 1, … is a GPU, -1 the CPU
/// reference. Until it is called, a thread's device is GPU 0.
#[export]
fn rt_cuda_set_device(id: i64) -> Result<()> {
    memory::set_device(id)
}

/// Returns the calling thread's device. -1 is the CPU reference where the thread has set it, and else failure: no GPU,
/// as last error then says.
#[export]
fn rt_cuda_get_device() -> Result<i64> {
    memory::current_device()
}

/// Sets how many threads compute together for one call on the CPU reference (-1), the calling thread among them: 1 to
/// 256, or 0 for all cores that this process may use, as it is until this is called. Results are the same with any
/// number. While one inference computes with them, another computes on its caller's thread alone. `false` for a number
/// outside the range.
#[export]
fn rt_cuda_set_threads(threads: i64) -> Result<()> {
    set_threads(threads)
}

/// Sets whether the CPU reference (-1) multiplies quantised weights with exact activations (`true`) or with rounded ones
/// (`false`, as it is until this is called), in this process and from the next operation on. Rounded, each 256 activations are
/// integers from -16383 to 16383 in proportion, which takes about half the time for a token and changes logits by
/// up to about 1e-5 of their sum of squares. Activations for F32, F16 and BF16 weights are always exact, and so are all on a
/// processor without AVX2 or NEON. `true`.
#[export]
fn rt_cuda_set_exact(exact: bool) -> Result<()> {
    set_exact(exact);
    Ok(())
}

/// Sets whether the CPU reference (-1) reads the weights of models that are loaded from now on where their files have them
/// (`true`, as it is until this is called): loading copies nothing, and processes with one file share its memory. Such a
/// file may be removed, or replaced by renaming another; one that was written to since fails every call of the model with
/// code 3, and one that is made shorter in the midst of a call ends the process. `false`: weights are copied, and the file
/// is free once the model is loaded. Results are the same. `true`.
#[export]
fn rt_cuda_set_mapping(maps: bool) -> Result<()> {
    set_mapping(maps);
    Ok(())
}

/// Returns what a device is called: `NVIDIA H100`, or `CPU reference` for -1.
#[export]
fn rt_cuda_device_name(id: i64) -> Result<String> {
    let device = open_device(id)?;
    call(|status| ffi::device_name(&device, status))
}

/// Returns a device's memory in bytes; the host's for the CPU reference.
#[export]
fn rt_cuda_device_memory(id: i64) -> Result<i64> {
    let device = open_device(id)?;
    call(|status| ffi::device_total_memory(&device, status)).map(|bytes| bytes as i64)
}

/// Returns the bytes of a device's memory that are free now; the host's for the CPU reference.
#[export]
fn rt_cuda_device_free_memory(id: i64) -> Result<i64> {
    let device = open_device(id)?;
    call(|status| ffi::device_free_memory(&device, status)).map(|bytes| bytes as i64)
}

/// What a GPU's generation can do, as NVIDIA numbers it.
#[ffi_struct]
pub struct ComputeCapability {
    /// 9 for Hopper.
    pub major: i64,
    /// The revision within it.
    pub minor: i64,
}

/// Returns a GPU's compute capability; the CPU reference has none.
#[export]
fn rt_cuda_compute_capability(id: i64) -> Result<ComputeCapability> {
    let device = open_device(id)?;
    let both = i64::from(call(|status| ffi::device_capability(&device, status))?);
    if both <= 0 {
        return Err(CudaError::Unknown(format!("device {id} has no compute capability")));
    }
    Ok(ComputeCapability { major: both / 100, minor: both % 100 })
}
