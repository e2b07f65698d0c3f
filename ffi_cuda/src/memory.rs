//! Raw device memory: every address that was handed out belongs to a live allocation, or is refused.

use crate::{
    bridge::{call, ffi},
    device::{device_count, open_device, runtime_version},
    error::{CudaError, Result},
};
use cxx::SharedPtr;
use ffi_core::fork::ForkSafeMutex;
use std::{cell::Cell, collections::BTreeMap, sync::Arc};

/// A live allocation; freed when the last call that uses it ends.
struct Allocation {
    device: SharedPtr<ffi::Device>,
    id: i64,
    start: u64,
    bytes: u64,
}

impl Drop for Allocation {
    fn drop(&mut self) {
        ffi::memory_release(&self.device, self.start);
    }
}

static LIVE: ForkSafeMutex<BTreeMap<u64, Arc<Allocation>>> = ForkSafeMutex::inherited(BTreeMap::new);
/// The CPU reference's memory is plain memory: two copies at once into one place would be a data race.
static CPU_COPIES: ForkSafeMutex<()> = ForkSafeMutex::inherited(|| ());

const CPU_REFERENCE: i64 = -1;

thread_local! {
    static CURRENT: Cell<Option<i64>> = const { Cell::new(None) };
}

/// The calling thread's device: the one it set, else GPU 0.
pub(crate) fn current_device() -> Result<i64> {
    match CURRENT.get() {
        Some(id) => Ok(id),
        None if device_count() > 0 => Ok(0),
        None => open_device(0).map(|_| 0),
    }
}

/// Makes the device the calling thread's.
pub(crate) fn set_device(id: i64) -> Result<()> {
    open_device(id)?;
    CURRENT.set(Some(id));
    Ok(())
}

/// The calling thread's device, opened.
pub(crate) fn current() -> Result<SharedPtr<ffi::Device>> {
    open_device(current_device()?)
}

/// `value` as a count of bytes.
pub(crate) fn size(value: i64, name: &str) -> Result<u64> {
    u64::try_from(value)
        .map_err(|_| CudaError::parameter(format!("`{name}` is {value}, and must not be negative")))
}

pub(crate) fn allocate(bytes: i64) -> Result<i64> {
    let id = current_device()?;
    let device = open_device(id)?;
    if bytes == 0 {
        return Err(CudaError::parameter("`size` is 0, and must be at least 1"));
    }
    let bytes = size(bytes, "size")?;
    let start = call(|status| ffi::memory_allocate(&device, bytes, status))?;
    LIVE.lock().insert(start, Arc::new(Allocation { device, id, start, bytes }));
    Ok(start as i64)
}

pub(crate) fn free(address: i64) -> Result<()> {
    let removed = LIVE.lock().remove(&(address as u64));
    // Dropped here, outside the lock: freeing may wait for the device.
    removed.map(drop).ok_or_else(|| {
        CudaError::parameter(format!("`ptr` is {address}, where no live allocation begins{}", hint()))
    })
}

/// Said of addresses where there can be none.
fn hint() -> String {
    if device_count() == 0 { format!(" (CUDA {}, no GPU)", runtime_version()) } else { String::new() }
}

/// The allocation in which `bytes` bytes from `address` on lie.
fn find(address: i64, bytes: u64, name: &str) -> Result<Arc<Allocation>> {
    let start = address as u64;
    let live = LIVE.lock();
    let found = live.range(..=start).next_back().map(|(_, allocation)| allocation);
    let found = found.filter(|one| start - one.start < one.bytes);
    let Some(allocation) = found else {
        return Err(CudaError::parameter(format!(
            "`{name}` is {address}, which lies in no live allocation{}",
            hint()
        )));
    };
    let room = allocation.bytes - (start - allocation.start);
    if bytes > room {
        return Err(CudaError::parameter(format!(
            "`{name}` is {address}, from where its allocation has {room} bytes, and `size` is {bytes}"
        )));
    }
    Ok(allocation.clone())
}

/// Runs a copy; one at a time on the CPU reference.
fn copying(id: i64, body: impl FnOnce(&mut ffi::Status)) -> Result<()> {
    let _alone = (id == CPU_REFERENCE).then(|| CPU_COPIES.lock());
    call(body)
}

/// `size` of a host buffer of `length` bytes.
fn host_size(bytes: i64, length: usize, name: &str) -> Result<usize> {
    match usize::try_from(size(bytes, "size")?) {
        Ok(count) if count <= length => Ok(count),
        _ => Err(CudaError::parameter(format!("`size` is {bytes}, and `{name}` has {length} bytes"))),
    }
}

pub(crate) fn upload(to: i64, from: &[u8], bytes: i64) -> Result<()> {
    let count = host_size(bytes, from.len(), "src_host")?;
    let target = find(to, count as u64, "dst_device")?;
    copying(target.id, |status| ffi::memory_upload(&target.device, to as u64, &from[..count], status))
}

pub(crate) fn download(to: &mut [u8], from: i64, bytes: i64) -> Result<()> {
    let count = host_size(bytes, to.len(), "dst_host")?;
    let source = find(from, count as u64, "src_device")?;
    copying(source.id, |status| ffi::memory_download(&source.device, &mut to[..count], from as u64, status))
}

pub(crate) fn copy(to: i64, from: i64, bytes: i64) -> Result<()> {
    let bytes = size(bytes, "size")?;
    let (target, source) = (find(to, bytes, "dst")?, find(from, bytes, "src")?);
    if (target.id == CPU_REFERENCE) != (source.id == CPU_REFERENCE) {
        return Err(CudaError::parameter(format!(
            "`dst` is on device {} and `src` on device {}, between which there is no copy",
            target.id, source.id
        )));
    }
    copying(target.id, |status| ffi::memory_copy(&target.device, to as u64, from as u64, bytes, status))
}

pub(crate) fn fill(address: i64, value: i64, bytes: i64) -> Result<()> {
    let byte = u8::try_from(value)
        .map_err(|_| CudaError::parameter(format!("`value` is {value}, and must be a byte, 0 to 255")))?;
    let bytes = size(bytes, "size")?;
    let target = find(address, bytes, "ptr")?;
    copying(target.id, |status| ffi::memory_fill(&target.device, address as u64, byte, bytes, status))
}
