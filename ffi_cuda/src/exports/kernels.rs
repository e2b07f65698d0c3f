use crate::{
    error::Result,
    kernels::{CudaFunction, CudaModule, CudaStream},
};
use ffi_core::{Borrowed, Consumed, New, export};

/// Compiles PTX for the calling thread's GPU and loads it. Last error holds the compiler's own words.
#[export(heavy)]
fn rt_cuda_compile_ptx(ptx_source: &str) -> Result<New<CudaModule>> {
    CudaModule::compile(ptx_source).map(New::new)
}

/// Finds a kernel of a module, by the name after `.entry`. It is stale once the module is unloaded.
#[export]
fn rt_cuda_get_function(module: &CudaModule, name: &str) -> Result<Borrowed<CudaFunction>> {
    module.function(name)
}

/// Starts a kernel with `gx` × `gy` × `gz` blocks of `blk_x` × `blk_y` × `blk_z` threads and `shared_mem`
/// bytes of dynamic shared memory (as much as the GPU lets one block have: 227 KiB on an H100), behind all work
/// queued before on its device, and does not wait for it.
///
/// `args` has one 64-bit slot for each of the kernel's parameters: an integer (its low bytes are taken where
/// the parameter is smaller), the bits of a float (a 32-bit float's in the low half) or a device address.
/// A count of slots that is not the kernel's, and a parameter larger than 8 bytes, are refused. What a
/// kernel does with the addresses is its own affair: one that writes outside its memory leaves the device
/// unusable for this process, as `rt_cuda_check_device_health` then says.
#[allow(clippy::too_many_arguments)]
#[export]
fn rt_cuda_launch_kernel(
    func: &CudaFunction,
    gx: i64,
    gy: i64,
    gz: i64,
    blk_x: i64,
    blk_y: i64,
    blk_z: i64,
    shared_mem: i64,
    args: &[i64],
) -> Result<()> {
    func.launch([gx, gy, gz], [blk_x, blk_y, blk_z], shared_mem, args)
}

/// Unloads a module; its functions are stale.
#[export]
fn rt_cuda_unload_module(module: Consumed<CudaModule>) -> Result<()> {
    module.close();
    Ok(())
}

/// Makes a new queue of work on the calling thread's device.
#[export]
fn rt_cuda_stream_create() -> Result<New<CudaStream>> {
    CudaStream::open().map(New::new)
}

/// Frees a stream; its work is finished first.
#[export]
fn rt_cuda_stream_destroy(stream: Consumed<CudaStream>) -> Result<()> {
    drop(stream);
    Ok(())
}

/// Waits for a stream's work. Fails where something of it failed.
#[export(blocks)]
fn rt_cuda_stream_synchronize(stream: &CudaStream) -> Result<()> {
    stream.synchronize()
}
