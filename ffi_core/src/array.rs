//! Arrays that cross the boundary outwards: a struct by value with a pointer and a count.

use crate::{
    from_c::OwnedArray,
    into_c::Return,
    large_block::{self, ALIGN},
    memory::{self, OutOfMemory, reserve},
    record::Abi,
    text::{self, Text},
};
use std::{ffi::c_char, mem::ManuallyDrop, ops::Deref, ptr, slice};

/// Bytes before the items: the size of the block and the count of the items, so that what is freed does not
/// depend on the caller's word.
pub(crate) const HEADER: usize = 2 * size_of::<usize>();

/// A copy of `items` in memory that [`free`] releases; NULL for none.
fn copy<T: Copy>(items: &[T]) -> Result<*mut T, OutOfMemory> {
    const { assert!(align_of::<T>() <= ALIGN) };
    if items.is_empty() {
        return Ok(ptr::null_mut());
    }
    let block = large_block::take(HEADER + size_of_val(items))?;
    // SAFETY: the block has room for the header, of which it has the first half, and for the items, which begin at a
    // multiple of their alignment.
    unsafe {
        block.add(1).write(items.len());
        let data = block.cast::<u8>().add(HEADER).cast::<T>();
        ptr::copy_nonoverlapping(items.as_ptr(), data, items.len());
        Ok(data)
    }
}

/// Like `copy`, for types that have no error for want of memory.
fn into_raw<T: Copy>(items: &[T]) -> *mut T {
    copy(items).unwrap_or_else(|error| memory::fail(error.bytes))
}

/// # Safety
/// `data` is NULL or an array of this module's, and is not used afterwards.
unsafe fn free<T>(data: *mut T) {
    if data.is_null() {
        return;
    }
    // SAFETY: by contract; the header holds the size that the block was allocated with.
    unsafe { large_block::give_back(data.cast::<u8>().sub(HEADER).cast()) };
}

/// Returns the number of items of the array at `data`.
///
/// # Safety
/// `data` is an array of this module's.
unsafe fn count<T>(data: *mut T) -> usize {
    // SAFETY: by contract.
    unsafe { data.cast::<u8>().sub(HEADER).cast::<[usize; 2]>().read()[1] }
}

/// Integers on their way out, collected where they will stay: for results so long that a copy would count.
pub struct I64s(Vec<i64>);

impl I64s {
    /// An empty array.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        const { assert!(HEADER == 2 * size_of::<i64>() && ALIGN == align_of::<i64>()) };
        // The header's place.
        Self(vec![0, 0])
    }

    /// Appends an item.
    #[inline]
    pub fn push(&mut self, item: i64) -> Result<(), OutOfMemory> {
        reserve(&mut self.0, 1)?;
        self.0.push(item);
        Ok(())
    }
}

impl Return for I64s {
    type C = RtI64Array;
    const ABI: Abi = <Vec<i64> as Return>::ABI;
    const BY_VALUE: bool = true;
    fn failure() -> RtI64Array {
        RtI64Array::EMPTY
    }
    fn into_c(self) -> RtI64Array {
        let len = self.0.len() - 2;
        if len == 0 {
            return RtI64Array::EMPTY;
        }
        let mut items = ManuallyDrop::new(self.0);
        items[0] = (items.capacity() * size_of::<i64>()) as i64;
        items[1] = len as i64;
        // SAFETY: the vector begins with the two numbers of the header.
        RtI64Array { data: unsafe { items.as_mut_ptr().add(2) }, len: len as i64 }
    }
}

/// Bytes on their way out, copied once to where they will stay.
pub struct Bytes(RtBytes);

// SAFETY: it owns its block, as a vector would.
unsafe impl Send for Bytes {}

impl Bytes {
    /// A copy, where there is room for it.
    pub fn copy(bytes: &[u8]) -> Result<Self, OutOfMemory> {
        Ok(Self(RtBytes { data: copy(bytes)?, len: bytes.len() as i64 }))
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        if self.0.data.is_null() {
            return &[];
        }
        // SAFETY: an array of so many bytes.
        unsafe { slice::from_raw_parts(self.0.data, self.0.len as usize) }
    }
}

impl Drop for Bytes {
    fn drop(&mut self) {
        // SAFETY: nobody else has it.
        unsafe { free(self.0.data) }
    }
}

impl Return for Bytes {
    type C = RtBytes;
    const ABI: Abi = <Vec<u8> as Return>::ABI;
    const BY_VALUE: bool = true;
    fn failure() -> RtBytes {
        RtBytes::EMPTY
    }
    fn into_c(self) -> RtBytes {
        ManuallyDrop::new(self).0
    }
}

/// Defines `take`, which takes back an array that was handed out, with its items.
macro_rules! taking {
    ($item:ty) => {
        /// # Safety
        /// An array of this archive that was not released; it is not used afterwards.
        #[cfg(feature = "dynamic")]
        pub(crate) unsafe fn take(self) -> Vec<$item> {
            if self.data.is_null() {
                return Vec::new();
            }
            // SAFETY: by contract.
            unsafe {
                let items = slice::from_raw_parts(self.data, count(self.data)).to_vec();
                free(self.data);
                items
            }
        }
    };
}

macro_rules! arrays {
    ($($name:ident, $item:ty, $abi:literal, $doc:literal;)*) => {$(
        #[doc = $doc]
        #[repr(C)]
        #[derive(Clone, Copy)]
        pub struct $name {
            /// The items, NULL where there are none.
            pub data: *mut $item,
            /// Number of items.
            pub len: i64,
        }

        impl $name {
            /// No items.
            pub const EMPTY: Self = Self { data: ptr::null_mut(), len: 0 };

            taking!($item);
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
    /// Number of texts.
    pub len: i64,
}

impl RtTextArray {
    /// No texts.
    pub const EMPTY: Self = Self { data: ptr::null_mut(), len: 0 };

    taking!(*mut c_char);
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

/// Those that are nothing are told from empty ones by `rt_text_is_none`.
impl Return for Vec<Option<Text>> {
    type C = RtTextArray;
    const ABI: Abi = <Vec<Text> as Return>::ABI.optional();
    const BY_VALUE: bool = true;
    fn failure() -> RtTextArray {
        RtTextArray::EMPTY
    }
    fn into_c(self) -> RtTextArray {
        let raw: Vec<*mut c_char> = self.into_iter().map(text::into_raw).collect();
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
    // SAFETY: as above; each item is a text of ours.
    unsafe {
        for i in 0..count(array.0) {
            text::free(array.0.add(i).read());
        }
        free(array.0);
    }
}
