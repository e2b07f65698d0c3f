//! A value that stays with its process.

use super::registry::{count_forks, generation};
use std::mem::ManuallyDrop;

/// A value that is of no use to a child: there it is not found, and not destroyed either.
pub struct ProcessLocal<T> {
    value: ManuallyDrop<T>,
    generation: u32,
}

impl<T> ProcessLocal<T> {
    /// A value of this process.
    pub fn new(value: T) -> Self {
        count_forks();
        Self { value: ManuallyDrop::new(value), generation: generation() }
    }

    /// The value, in the process that made it.
    pub fn get(&self) -> Option<&T> {
        (self.generation == generation()).then_some(&self.value)
    }
}

impl<T> Drop for ProcessLocal<T> {
    fn drop(&mut self) {
        if self.generation == generation() {
            // SAFETY: dropped once, here.
            unsafe { ManuallyDrop::drop(&mut self.value) }
        }
    }
}
