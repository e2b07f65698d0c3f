//! Kernels of the host's own, and streams.

use crate::{
    bridge::{call, ffi},
    children::Children,
    error::{CudaError, Result},
    memory,
};
use cxx::SharedPtr;
use ffi_core::{Kind, object};
use std::sync::Arc;

/// A PTX module that was loaded onto a device.
pub struct CudaModule {
    module: SharedPtr<ffi::Module>,
    pub(crate) functions: Arc<Children>,
}

object!(CudaModule, Kind::CudaModule);

/// A kernel of a module.
pub struct CudaFunction {
    module: SharedPtr<ffi::Module>,
    function: u64,
}

object!(CudaFunction, Kind::CudaFunction);

/// A queue of work on a device.
pub struct CudaStream(SharedPtr<ffi::Stream>);

object!(CudaStream, Kind::CudaStream);

impl CudaModule {
    /// Compiles PTX for the calling thread's device.
    pub(crate) fn compile(ptx: &str) -> Result<Self> {
        let device = memory::current()?;
        if ptx.trim().is_empty() {
            return Err(CudaError::parameter("`ptx_source` is empty"));
        }
        let module = call(|status| ffi::module_compile(&device, ptx, status))?;
        Ok(Self { module, functions: Arc::default() })
    }

    pub(crate) fn function(&self, name: &str) -> Result<CudaFunction> {
        let function = call(|status| ffi::module_function(&self.module, name, status))?;
        Ok(CudaFunction { module: self.module.clone(), function })
    }
}

impl CudaFunction {
    pub(crate) fn launch(
        &self,
        grid: [i64; 3],
        block: [i64; 3],
        shared: i64,
        arguments: &[i64],
    ) -> Result<()> {
        let sizes = |values: [i64; 3], names: [&str; 3]| -> Result<[u32; 3]> {
            let mut sizes = [0; 3];
            for ((size, value), name) in sizes.iter_mut().zip(values).zip(names) {
                *size = u32::try_from(value)
                    .ok()
                    .filter(|&size| size > 0 && size <= i32::MAX as u32)
                    .ok_or_else(|| {
                        CudaError::parameter(format!("`{name}` is {value}, and must be 1 to 2147483647"))
                    })?;
            }
            Ok(sizes)
        };
        let grid = sizes(grid, ["gx", "gy", "gz"])?;
        let block = sizes(block, ["blk_x", "blk_y", "blk_z"])?;
        let shared = u32::try_from(shared).map_err(|_| {
            CudaError::parameter(format!("`shared_mem` is {shared}, which is no number of bytes"))
        })?;
        call(|status| {
            ffi::module_launch(&self.module, self.function, &grid, &block, shared, arguments, status);
        })
    }
}

impl CudaStream {
    /// On the calling thread's device.
    pub(crate) fn open() -> Result<Self> {
        let device = memory::current()?;
        call(|status| ffi::stream_open(&device, status)).map(Self)
    }

    pub(crate) fn synchronize(&self) -> Result<()> {
        call(|status| ffi::stream_wait(&self.0, status))
    }
}
