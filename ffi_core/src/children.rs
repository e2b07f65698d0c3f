//! Objects that belong to another: freeing the parent makes their handles stale too.

use crate::{
    error::{Category, Failure},
    handle::{self, Object},
    into_c::Borrowed,
    locked::Locked,
};
use std::{collections::HashSet, sync::Arc};

/// The handles of a parent's children of one kind. A child's destructor must not call into the same `Children`.
pub struct Children<T> {
    /// None once the parent is freed.
    handles: Locked<Option<HashSet<i64>>>,
    kind: std::marker::PhantomData<fn() -> T>,
}

/// Why a parent did not take a child in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AdoptError {
    /// The parent was freed meanwhile.
    #[error("the {0} was freed during the call")]
    Closed(&'static str),
    /// No number is left, or no memory for it.
    #[error("all numbers of {0} handles are in use")]
    NoHandle(&'static str),
}

impl Failure for AdoptError {
    fn category(&self) -> Category {
        match self {
            Self::Closed(_) => Category::StaleHandle,
            Self::NoHandle(_) => Category::Limit,
        }
    }
}

impl<T: Object> Default for Children<T> {
    fn default() -> Self {
        Self { handles: Locked::new(Some(HashSet::new())), kind: std::marker::PhantomData }
    }
}

impl<T: Object> Children<T> {
    /// Gives a child its handle, which `make` gets beforehand to keep in it; `make` takes no lock that is held while
    /// the parent is freed. Fails where the parent was freed meanwhile.
    pub fn adopt(&self, make: impl FnOnce(i64) -> Arc<T>) -> Result<Borrowed<T>, AdoptError> {
        let mut handles = self.handles.lock();
        let parent = T::KIND.parent().map_or("parent", |parent| parent.name());
        let handles = handles.as_mut().ok_or(AdoptError::Closed(parent))?;
        handles.try_reserve(1).map_err(|_| AdoptError::NoHandle(T::KIND.name()))?;
        match handle::insert_with(make) {
            0 => Err(AdoptError::NoHandle(T::KIND.name())),
            handle => {
                handles.insert(handle);
                Ok(Borrowed::new(handle))
            }
        }
    }

    /// Forgets a child that was freed by itself.
    pub fn forget(&self, handle: i64) {
        if let Some(handles) = self.handles.lock().as_mut() {
            handles.remove(&handle);
        }
    }

    /// The handles there are now.
    pub fn handles(&self) -> Vec<i64> {
        self.handles.lock().iter().flatten().copied().collect()
    }

    /// Frees the children of which `is_over` is true; says how many.
    pub fn free_if(&self, is_over: impl Fn(&T) -> bool) -> usize {
        let mut over = Vec::new();
        if let Some(handles) = self.handles.lock().as_mut() {
            over.extend(
                handles.extract_if(|handle| {
                    handle::get::<T>(*handle, "handle").is_ok_and(|child| is_over(&child))
                }),
            );
        }
        handle::free_all::<T>(over)
    }

    /// Frees all children, and takes no more; says how many there were. For when the parent is freed.
    pub fn close(&self) -> usize {
        let handles = self.handles.lock().take();
        handle::free_all::<T>(handles.into_iter().flatten())
    }
}
