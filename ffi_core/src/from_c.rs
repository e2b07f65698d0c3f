//! Parameters: how a C argument becomes a safe Rust value, or an error that names it.

use crate::{error::ArgumentError, memory, record::Abi};
use std::{ffi::c_char, slice};

/// A parameter that is one C argument and no borrow.
pub trait Param: Sized {
    /// The C type.
    type C;
    /// The type in the record.
    const ABI: Abi;
    /// # Safety
    /// `argument` is what the header says of the parameter called `name`.
    unsafe fn from_c(argument: Self::C, name: &'static str) -> Result<Self, ArgumentError>;
}

macro_rules! scalars {
    ($($type:ty, $abi:literal;)*) => {$(
        impl Param for $type {
            type C = $type;
            const ABI: Abi = Abi::plain($abi);
            #[inline(always)]
            unsafe fn from_c(argument: $type, _name: &'static str) -> Result<Self, ArgumentError> {
                Ok(argument)
            }
        }
    )*};
}

scalars! {
    i64, "i64";
    f64, "f64";
}

/// A byte rather than a Rust `bool`: any value but 0 is true, and none is undefined behaviour.
impl Param for bool {
    type C = u8;
    const ABI: Abi = Abi::plain("bool");
    #[inline(always)]
    unsafe fn from_c(argument: u8, _name: &'static str) -> Result<Self, ArgumentError> {
        Ok(argument != 0)
    }
}

/// # Safety
/// `text` is NULL or a NUL-terminated string that nobody changes for as long as `'a`.
#[inline(always)]
pub unsafe fn text<'a>(text: *const c_char, name: &'static str) -> Result<&'a str, ArgumentError> {
    if text.is_null() {
        return Err(ArgumentError::Null { name });
    }
    // SAFETY: not NULL, and NUL-terminated by contract.
    unsafe { utf8(text) }.map_err(|offset| ArgumentError::NotUtf8 { name, offset })
}

/// Bytes that are looked at twice, for their end and for their being ASCII, while they are in the cache.
const BLOCK: usize = 16 << 10;

/// The string as text, or the offset of the first byte that is no part of any.
///
/// # Safety
/// `string` is NUL-terminated.
#[inline(always)]
unsafe fn utf8<'a>(string: *const c_char) -> Result<&'a str, usize> {
    // SAFETY: `strnlen` does not look beyond the NUL, and what it counted is there.
    unsafe {
        let length = libc::strnlen(string, BLOCK);
        let bytes = slice::from_raw_parts(string.cast::<u8>(), length);
        if length < BLOCK && bytes.is_ascii() {
            return Ok(str::from_utf8_unchecked(bytes));
        }
        long_or_beyond_ascii(string)
    }
}

/// # Safety
/// `string` is NUL-terminated.
unsafe fn long_or_beyond_ascii<'a>(string: *const c_char) -> Result<&'a str, usize> {
    let mut length = 0;
    let mut ascii = true;
    loop {
        // SAFETY: `length` bytes were counted so far, all before the NUL; as in `utf8`.
        let block = unsafe {
            let next = string.add(length);
            slice::from_raw_parts(next.cast::<u8>(), libc::strnlen(next, BLOCK))
        };
        ascii = ascii && block.is_ascii();
        length += block.len();
        if block.len() < BLOCK {
            break;
        }
    }
    // SAFETY: so many bytes were counted.
    let bytes = unsafe { slice::from_raw_parts(string.cast::<u8>(), length) };
    if ascii {
        // SAFETY: ASCII is UTF-8.
        return Ok(unsafe { str::from_utf8_unchecked(bytes) });
    }
    simdutf8::compat::from_utf8(bytes).map_err(|error| error.valid_up_to())
}

/// The length of an array argument, checked against its pointer and the address space.
fn count<T>(data: *const T, count: i64, name: &'static str) -> Result<usize, ArgumentError> {
    let most = isize::MAX as usize / size_of::<T>();
    match usize::try_from(count) {
        Ok(0) => Ok(0),
        Ok(_) if data.is_null() => Err(ArgumentError::Null { name }),
        Ok(count) if count <= most => Ok(count),
        _ => Err(ArgumentError::BadCount { name, count }),
    }
}

/// An item type of array parameters.
pub trait Item: Copy {
    /// The type of an array of these items in the record.
    const ABI: Abi;
}

impl Item for f64 {
    const ABI: Abi = Abi::plain("[f64]");
}
impl Item for i64 {
    const ABI: Abi = Abi::plain("[i64]");
}
impl Item for u8 {
    const ABI: Abi = Abi::plain("[u8]");
}

/// # Safety
/// `data` has `len` items, or `len` is 0, or it is NULL; nobody changes them for as long as `'a`.
pub unsafe fn array<'a, T: Item>(
    data: *const T,
    len: i64,
    name: &'static str,
) -> Result<&'a [T], ArgumentError> {
    let count = count(data, len, name)?;
    if count == 0 {
        return Ok(&[]);
    }
    if !data.is_aligned() {
        return Err(ArgumentError::Unaligned { name, align: align_of::<T>() });
    }
    // SAFETY: not NULL, aligned, and `count` items by contract.
    Ok(unsafe { slice::from_raw_parts(data, count) })
}

/// The record's name for a buffer that the call fills.
pub const OUT: Abi = Abi::plain("[u8 out]");
/// The record's name for a text parameter.
pub const TEXT: Abi = Abi::plain("text");
/// The record's name for an array of texts.
pub const TEXTS: Abi = Abi::plain("[text]");

/// # Safety
/// `data` has room for `len` bytes, or `len` is 0, or it is NULL; nobody else uses them for as long as `'a`.
pub unsafe fn out<'a>(data: *mut u8, len: i64, name: &'static str) -> Result<&'a mut [u8], ArgumentError> {
    let count = count(data, len, name)?;
    if count == 0 {
        return Ok(&mut []);
    }
    // SAFETY: not NULL, and `count` bytes by contract.
    Ok(unsafe { slice::from_raw_parts_mut(data, count) })
}

/// # Safety
/// `data` has `len` pointers, or `len` is 0, or it is NULL; each is NULL or a NUL-terminated string; nobody
/// changes them for as long as `'a`.
pub unsafe fn texts<'a>(
    data: *const *const c_char,
    len: i64,
    name: &'static str,
) -> Result<Vec<&'a str>, ArgumentError> {
    let count = count(data, len, name)?;
    let mut texts = Vec::new();
    memory::reserve(&mut texts, count).map_err(|_| ArgumentError::TooMany { name, count })?;
    for index in 0..count {
        // SAFETY: below the count, by contract.
        let item = unsafe { data.add(index).read_unaligned() };
        if item.is_null() {
            return Err(ArgumentError::NullItem { name, index });
        }
        // SAFETY: not NULL, and NUL-terminated by contract.
        let text = unsafe { utf8(item) };
        texts.push(text.map_err(|offset| ArgumentError::ItemNotUtf8 { name, index, offset })?);
    }
    Ok(texts)
}

/// An array of this archive that the call releases: two C arguments, of which the count is not needed.
pub struct OwnedArray<T>(pub(crate) *mut T);

/// # Safety
/// `data` is NULL or an array of this archive that was not released.
pub unsafe fn owned_array<T>(data: *mut T, _len: i64) -> OwnedArray<T> {
    OwnedArray(data)
}

/// An item type of arrays that a call releases.
pub trait OwnedItem {
    /// The type of an array of these items in the record.
    const ABI: Abi;
}

impl<T: Item> OwnedItem for T {
    const ABI: Abi = T::ABI.consumed();
}
impl OwnedItem for *mut c_char {
    const ABI: Abi = TEXTS.consumed();
}
