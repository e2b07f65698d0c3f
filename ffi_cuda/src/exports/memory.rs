use crate::{
    bridge::{call, ffi},
    error::Result,
    memory,
};
use ffi_core::export;

/// Allocates `size` bytes on the calling thread's device: their address there, aligned to 256 bytes, for the
/// caller to give to `rt_cuda_free`. The bytes are not set.
#[export(fail = 0)]
fn rt_cuda_malloc(size: i64) -> Result<i64> {
    memory::allocate(size)
}

/// Frees an allocation, whichever device it is on, once no call uses it any more.
#[export]
fn rt_cuda_free(ptr: i64) -> Result<()> {
    memory::free(ptr)
}

/// Copies the first `size` bytes of `src_host` to the device. `dst_device` may point into an allocation;
/// nothing is copied where the bytes do not fit into it.
#[export]
fn rt_cuda_memcpy_h2d(dst_device: i64, src_host: &[u8], size: i64) -> Result<()> {
    memory::upload(dst_device, src_host, size)
}

/// Copies `size` bytes from the device into the caller's buffer, after all work queued before.
#[export(fills = "size")]
fn rt_cuda_memcpy_d2h(dst_host: &mut [u8], src_device: i64, size: i64) -> Result<()> {
    memory::download(dst_host, src_device, size)
}

/// Copies `size` bytes between allocations, of one GPU or of two. Within one allocation the ranges may
/// overlap on the CPU reference only.
#[export]
fn rt_cuda_memcpy_d2d(dst: i64, src: i64, size: i64) -> Result<()> {
    memory::copy(dst, src, size)
}

/// Sets `size` bytes from `ptr` on to `value`, 0 to 255.
#[export]
fn rt_cuda_memset(ptr: i64, value: i64, size: i64) -> Result<()> {
    memory::fill(ptr, value, size)
}

/// Waits for all work on the calling thread's device. Fails where something of it failed.
#[export(blocks)]
fn rt_cuda_synchronize() -> Result<()> {
    let device = memory::current()?;
    call(|status| ffi::device_synchronize(&device, status))
}
