//! The handles of what was made from an object, so that freeing it makes them stale too.

use crate::error::{CudaError, Result};
use ffi_core::{Existing, Locked, Object, handle};
use std::{collections::HashSet, sync::Arc};

/// `None` once the parent is freed.
pub(crate) struct Children(Locked<Option<HashSet<i64>>>);

impl Default for Children {
    fn default() -> Self {
        Self(Locked::new(Some(HashSet::new())))
    }
}

impl Children {
    /// Gives `child` a handle, unless the parent was freed meanwhile.
    pub(crate) fn adopt<T: Object>(&self, child: T, parent: &str) -> Result<Existing<T>> {
        let mut children = self.0.lock();
        let Some(handles) = children.as_mut() else {
            return Err(CudaError::parameter(format!("the {parent} was freed while the call used it")));
        };
        let handle = handle::insert(Arc::new(child));
        if handle != 0 {
            handles.insert(handle);
        }
        Ok(Existing::new(handle))
    }

    /// The child with this handle was freed by itself.
    pub(crate) fn forget(&self, handle: i64) {
        if let Some(handles) = self.0.lock().as_mut() {
            handles.remove(&handle);
        }
    }

    /// The parent is freed: no more children, and the handles of those there are.
    pub(crate) fn close(&self) -> Vec<i64> {
        self.0.lock().take().into_iter().flatten().collect()
    }
}
