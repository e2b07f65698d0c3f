//! The handles of what was made from an object, so that freeing it makes them stale too.

use crate::error::{CudaError, Result};
use ffi_core::{Borrowed, Locked, Object, handle};
use std::{collections::HashMap, sync::Arc};

/// By where each child lies, which is its own while it lives; `None` once the parent is freed.
pub(crate) struct Children(Locked<Option<HashMap<usize, i64>>>);

impl Default for Children {
    fn default() -> Self {
        Self(Locked::new(Some(HashMap::new())))
    }
}

impl Children {
    /// Gives `child` a handle, unless the parent was freed meanwhile.
    pub(crate) fn adopt<T: Object>(&self, child: T, parent: &str) -> Result<Borrowed<T>> {
        let mut children = self.0.lock();
        let Some(handles) = children.as_mut() else {
            return Err(CudaError::parameter(format!("the {parent} was freed while the call used it")));
        };
        let child = Arc::new(child);
        let place = place(&*child);
        let handle = handle::insert(child);
        if handle != 0 {
            handles.insert(place, handle);
        }
        Ok(Borrowed::new(handle))
    }

    /// The child was freed by itself.
    pub(crate) fn forget<T>(&self, child: &T) {
        if let Some(handles) = self.0.lock().as_mut() {
            handles.remove(&place(child));
        }
    }

    /// The parent is freed: no more children, and the handles of those there are.
    pub(crate) fn close(&self) -> Vec<i64> {
        self.0.lock().take().into_iter().flat_map(HashMap::into_values).collect()
    }
}

fn place<T>(child: &T) -> usize {
    std::ptr::from_ref(child).addr()
}
