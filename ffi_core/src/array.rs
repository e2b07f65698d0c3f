//! Arrays that cross the boundary outwards: a struct by value with a pointer and a count.

use crate::{
    param::OwnedArray,
    record::Abi,
    ret::Return,
    text::{self, Text},
};
use std::{
    alloc::{Layout, alloc, dealloc},
    ffi::c_char,
    ptr,
};

/// Bytes before the items, which hold their count: what is freed does not depend on the caller's word.
const HEADER: usize = 16;

fn layout<T>(count: usize) -> Option<Layout> {
    let bytes = count.checked_mul(size_of::<T>())?.checked_add(HEADER)?;
    Layout::from_size_align(bytes, HEADER.max(align_of::<T>())).ok()
}

/// A copy of `items` in memory that [`free`] releases; NULL for none.
fn into_raw<T: Copy>(items: &[T]) -> *mut T {
    if items.is_empty() {
        return ptr::null_mut();
    }
    let layout = layout::<T>(items.len()).expect("an array smaller than the address space");
    // SAFETY: the layout is never empty; the block has room for the header and the items, which begin at a
    // multiple of their alignment.
    unsafe {
        let block = alloc(layout);
        assert!(!block.is_null(), "out of memory for an array of {} items", items.len());
        block.cast::<usize>().write(items.len());
        let data = block.add(HEADER).cast::<T>();
        ptr::copy_nonoverlapping(items.as_ptr(), data, items.len());
        data
    }
}

/// # Safety
/// `data` is NULL or was made by `into_raw::<T>` and is not used afterwards.
unsafe fn free<T>(data: *mut T) {
    if data.is_null() {
        return;
    }
    // SAFETY: by contract; the layout is the one it was allocated with.
    unsafe {
        let block = data.cast::<u8>().sub(HEADER);
        if let Some(layout) = layout::<T>(block.cast::<usize>().read()) {
            dealloc(block, layout);
        }
    }
}

macro_rules! arrays {
    ($($name:ident, $item:ty, $abi:literal, $doc:literal;)*) => {$(
        #[doc = $doc]
        #[repr(C)]
        #[derive(Clone, Copy)]
        pub struct $name {
            /// The items, NULL where there are none.
            pub data: *mut $item,
            /// How many there are.
            pub len: i64,
        }

        impl $name {
            /// No items.
            pub const EMPTY: Self = Self { data: ptr::null_mut(), len: 0 };
        }

        impl Return for Vec<$item> {
            type C = $name;
            const ABI: Abi = Abi::plain($abi);
            const BY_VALUE: bool = true;
            fn failure() -> $name {
                $name::EMPTY
            }
            fn into_c(self) -> $name {
                $name { data: into_raw(&self), len: self.len() as i64 }
            }
        }
    )*};
}

arrays! {
    RtF64Array, f64, "[f64]", "An array of 64-bit floats, owned by the caller.";
    RtI64Array, i64, "[i64]", "An array of 64-bit integers, owned by the caller.";
    RtBytes, u8, "[u8]", "Bytes, owned by the caller.";
}

/// An array of texts, owned by the caller.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct RtTextArray {
    /// The texts, NULL where there are none.
    pub data: *mut *mut c_char,
    /// How many there are.
    pub len: i64,
}

impl RtTextArray {
    /// No texts.
    pub const EMPTY: Self = Self { data: ptr::null_mut(), len: 0 };
}

impl Return for Vec<Text> {
    type C = RtTextArray;
    const ABI: Abi = Abi::plain("[text]");
    const BY_VALUE: bool = true;
    fn failure() -> RtTextArray {
        RtTextArray::EMPTY
    }
    fn into_c(self) -> RtTextArray {
        let raw: Vec<*mut c_char> = self.into_iter().map(Text::into_raw).collect();
        RtTextArray { data: into_raw(&raw), len: raw.len() as i64 }
    }
}

/// Releases an array that its owner gave back.
pub fn release<T>(array: OwnedArray<T>) {
    // SAFETY: an `OwnedArray` is NULL or an array of this archive, given up by its owner.
    unsafe { free(array.0) }
}

/// Releases an array of texts that its owner gave back, and the texts.
pub fn release_texts(array: OwnedArray<*mut c_char>) {
    if array.0.is_null() {
        return;
    }
    // SAFETY: as above; the header holds the true count, and each item is a text of ours.
    unsafe {
        let count = array.0.cast::<u8>().sub(HEADER).cast::<usize>().read();
        for i in 0..count {
            text::free(array.0.add(i).read());
        }
        free(array.0);
    }
}
