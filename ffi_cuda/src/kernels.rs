//! Kernels of the host's own, and streams.

use crate::{
    bridge::{call, ffi},
    error::{CudaError, Result},
    memory,
};
use cxx::SharedPtr;
use ffi_core::{Borrowed, Kind, Locked, handle, object};
use std::{collections::HashMap, sync::Arc};

/// A PTX module that was loaded onto a device.
pub struct CudaModule {
    module: SharedPtr<ffi::Module>,
    functions: Functions,
}

object!(CudaModule, Kind::CudaModule);

/// The handles of a module's kernels, by the driver's numbers; `None` once the module is unloaded.
struct Functions(Locked<Option<HashMap<u64, i64>>>);

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
        if !begins_with_directive(ptx) {
            return Err(CudaError::parameter(
                "`ptx_source` is no PTX: it does not begin with a directive, such as `.version`",
            ));
        }
        let module = call(|status| ffi::module_compile(&device, ptx, status))?;
        Ok(Self { module, functions: Functions::default() })
    }

    /// The kernel's handle, always the same one.
    pub(crate) fn function(&self, name: &str) -> Result<Borrowed<CudaFunction>> {
        let function = call(|status| ffi::module_function(&self.module, name, status))?;
        self.functions.handle(function, || CudaFunction { module: self.module.clone(), function })
    }

    /// The module is unloaded: its kernels' handles are stale.
    pub(crate) fn close(&self) {
        handle::free_all::<CudaFunction>(self.functions.close());
    }
}

impl Default for Functions {
    fn default() -> Self {
        Self(Locked::new(Some(HashMap::new())))
    }
}

impl Functions {
    fn handle(&self, function: u64, make: impl FnOnce() -> CudaFunction) -> Result<Borrowed<CudaFunction>> {
        let mut functions = self.0.lock();
        let Some(handles) = functions.as_mut() else {
            return Err(CudaError::parameter("the module was unloaded while the call used it"));
        };
        if let Some(&known) = handles.get(&function) {
            return Ok(Borrowed::new(known));
        }
        let handle = handle::insert(Arc::new(make()));
        if handle != 0 {
            handles.insert(function, handle);
        }
        Ok(Borrowed::new(handle))
    }

    fn close(&self) -> Vec<i64> {
        self.0.lock().take().into_iter().flat_map(HashMap::into_values).collect()
    }
}

/// Tells whether PTX may begin so, behind white space and comments. The driver would also take a binary, and believes
/// what that says of its own length.
fn begins_with_directive(ptx: &str) -> bool {
    let mut rest = ptx;
    loop {
        rest = rest.trim_start();
        let behind_comment = if let Some(comment) = rest.strip_prefix("//") {
            comment.split_once('\n')
        } else if let Some(comment) = rest.strip_prefix("/*") {
            comment.split_once("*/")
        } else {
            return rest.starts_with('.');
        };
        rest = behind_comment.map_or("", |(_, behind)| behind);
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    fn kernel(function: u64) -> CudaFunction {
        CudaFunction { module: SharedPtr::null(), function }
    }

    #[test]
    fn a_kernel_has_one_handle_whoever_asks_how_often() {
        let (functions, others) = (Functions::default(), Functions::default());
        let of = |functions: &Functions, number| {
            functions.handle(number, || kernel(number)).map(|handle| handle.handle())
        };
        let before = handle::live();
        let first = of(&functions, 7).unwrap();
        let second = of(&functions, 8).unwrap();
        assert!(first > 0 && second > 0 && first != second);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for number in 0..100 {
                        let handle = of(&functions, number).unwrap();
                        assert_eq!(of(&functions, number).unwrap(), handle);
                    }
                });
            }
        });
        assert_eq!((of(&functions, 7).unwrap(), of(&functions, 8).unwrap()), (first, second));
        assert_eq!(handle::live() - before, 100);

        // Another module's kernel with the driver's same number is another, and goes alone.
        let other = of(&others, 7).unwrap();
        assert_ne!(other, first);
        assert_eq!(handle::free_all::<CudaFunction>(others.close()), 1);
        assert!(of(&others, 7).unwrap_err().to_string().contains("unloaded"));
        assert_eq!(of(&functions, 7).unwrap(), first);
        assert_eq!(handle::free_all::<CudaFunction>(functions.close()), 100);
        assert_eq!(handle::live(), before);
    }

    #[test]
    fn ptx_begins_with_a_directive() {
        for good in [".version 7.0", "\n\t .version", "// a\n.version", "/* a\n . */ // b\n /**/.version"] {
            assert!(begins_with_directive(good), "{good:?}");
        }
        for bad in
            ["\u{7f}ELF\u{2}\u{1}", " \u{7f}ELF", "version", "// .version", "/* .version", "/*/.version", "/"]
        {
            assert!(!begins_with_directive(bad), "{bad:?}");
        }
    }
}
