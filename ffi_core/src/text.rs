//! Texts that cross the boundary outwards: UTF-8 with a NUL after it and its length before it.

use crate::{
    error::ArgumentError,
    from_c::Param,
    memory::{self, OutOfMemory},
    record::Abi,
};
use std::{
    alloc::{Layout, alloc, dealloc},
    ffi::c_char,
    ptr,
};

const HEADER: usize = size_of::<usize>();

#[repr(C)]
struct Empty {
    length: usize,
    nul: c_char,
}

/// The one empty text; it is never freed.
static EMPTY: Empty = Empty { length: 0, nul: 0 };

/// The empty text that stands for "nothing there": to C's readers as empty as the other one. It is never freed either.
static NONE: Empty = Empty { length: 0, nul: 0 };

fn empty() -> *mut c_char {
    ptr::from_ref(&EMPTY.nul).cast_mut()
}

fn none() -> *mut c_char {
    ptr::from_ref(&NONE.nul).cast_mut()
}

/// Hands a text over to the caller, or the one that stands for nothing.
pub(crate) fn into_raw(text: Option<Text>) -> *mut c_char {
    text.map_or_else(none, Text::into_raw)
}

/// A text owned by the caller once returned.
pub struct Text(*mut c_char);

// SAFETY: a block of its own, or the one empty text, which nobody changes.
unsafe impl Send for Text {}

impl Text {
    /// A copy of `text`.
    pub fn new(text: &str) -> Self {
        Self::from_pieces(&[text])
    }

    /// The pieces, one after the other.
    pub fn from_pieces(pieces: &[&str]) -> Self {
        Self::try_from_pieces(pieces).unwrap_or_else(|error| memory::fail(error.bytes))
    }

    /// Like [`from_pieces`](Self::from_pieces), for texts whose length the input decides.
    pub fn try_from_pieces(pieces: &[&str]) -> Result<Self, OutOfMemory> {
        let mut builder = TextBuilder::with_length(pieces.iter().map(|piece| piece.len()).sum())?;
        pieces.iter().for_each(|piece| builder.push(piece));
        Ok(builder.finish())
    }

    /// `pieces` with `separator` between them.
    pub fn joined<'a>(pieces: impl Iterator<Item = &'a str> + Clone, separator: &str) -> Self {
        Self::try_joined(pieces, separator).unwrap_or_else(|error| memory::fail(error.bytes))
    }

    /// Like [`joined`](Self::joined), for texts whose length the input decides.
    pub fn try_joined<'a>(
        pieces: impl Iterator<Item = &'a str> + Clone,
        separator: &str,
    ) -> Result<Self, OutOfMemory> {
        let (count, sum) = pieces.clone().fold((0, 0), |(n, sum), piece| (n + 1, sum + piece.len()));
        let mut builder = TextBuilder::with_length(sum + separator.len() * usize::saturating_sub(count, 1))?;
        for (i, piece) in pieces.enumerate() {
            if i > 0 {
                builder.push(separator);
            }
            builder.push(piece);
        }
        Ok(builder.finish())
    }

    /// Hands the text over to the caller.
    pub fn into_raw(self) -> *mut c_char {
        let raw = self.0;
        std::mem::forget(self);
        raw
    }
}

impl Default for Text {
    /// The empty text.
    fn default() -> Self {
        Self(empty())
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        // SAFETY: made by a builder and not handed over.
        unsafe { free(self.0) }
    }
}

/// Writes a text of known length without a second copy.
struct TextBuilder {
    start: *mut c_char,
    written: usize,
    length: usize,
}

impl TextBuilder {
    fn with_length(length: usize) -> Result<Self, OutOfMemory> {
        if length == 0 {
            return Ok(Self { start: empty(), written: 0, length });
        }
        let layout = layout(length).ok_or(OutOfMemory { bytes: length })?;
        // SAFETY: the layout is never empty.
        let block = unsafe { alloc(layout) };
        if block.is_null() {
            return Err(OutOfMemory { bytes: length });
        }
        // SAFETY: the block has room for the header, `length` bytes and the NUL.
        unsafe {
            block.cast::<usize>().write(length);
            block.add(HEADER + length).write(0);
            Ok(Self { start: block.add(HEADER).cast(), written: 0, length })
        }
    }

    fn push(&mut self, piece: &str) {
        assert!(piece.len() <= self.length - self.written, "a piece that was not counted");
        // SAFETY: checked to lie inside the block; a fresh block overlaps no borrowed text.
        unsafe {
            ptr::copy_nonoverlapping(piece.as_ptr(), self.start.cast::<u8>().add(self.written), piece.len());
        }
        self.written += piece.len();
    }

    fn finish(self) -> Text {
        assert!(self.written == self.length, "a text with a hole in it");
        Text(self.start)
    }
}

fn layout(length: usize) -> Option<Layout> {
    Layout::from_size_align(HEADER.checked_add(length)?.checked_add(1)?, align_of::<usize>()).ok()
}

/// # Safety
/// `text` is NULL or a text of this archive that was not freed.
unsafe fn length(text: *const c_char) -> usize {
    if text.is_null() {
        return 0;
    }
    // SAFETY: the length stands in front of every text of ours.
    unsafe { text.cast::<u8>().sub(HEADER).cast::<usize>().read() }
}

/// # Safety
/// `text` is NULL or a text of this archive that was not freed; it is not used afterwards.
pub(crate) unsafe fn free(text: *mut c_char) {
    if text.is_null() || text == empty() || text == none() {
        return;
    }
    // SAFETY: by contract; the block was allocated with this very layout.
    unsafe {
        if let Some(layout) = layout(length(text)) {
            dealloc(text.cast::<u8>().sub(HEADER), layout);
        }
    }
}

/// A copy of a text that this archive returned, which is freed.
///
/// # Safety
/// `text` is a text of this archive that was not freed; it is not used afterwards.
#[cfg(feature = "dynamic")]
pub(crate) unsafe fn take(text: *mut c_char) -> String {
    // SAFETY: every text of ours is UTF-8 of the length in front of it.
    unsafe {
        let bytes = std::slice::from_raw_parts(text.cast::<u8>(), length(text));
        let copy = str::from_utf8_unchecked(bytes).to_owned();
        free(text);
        copy
    }
}

/// A text of this archive that its owner shows to the call: a parameter type.
pub struct Borrowed(*const c_char);

impl Borrowed {
    /// Tells whether the text stands for "nothing there".
    pub fn is_none(&self) -> bool {
        self.0 == none().cast_const()
    }

    /// Length of the text in bytes; 0 for NULL.
    pub fn length(&self) -> usize {
        // SAFETY: promised to `from_c`.
        unsafe { length(self.0) }
    }
}

impl Param for Borrowed {
    type C = *const c_char;
    const ABI: Abi = Abi::plain("text").of_the_archive();
    #[inline(always)]
    unsafe fn from_c(argument: *const c_char, _name: &'static str) -> Result<Self, ArgumentError> {
        Ok(Self(argument))
    }
}

/// A text of this archive that its owner gives back: a parameter type.
pub struct OwnedText(*mut c_char);

impl OwnedText {
    /// Frees it.
    pub fn release(self) {
        // SAFETY: promised to `from_c`; `self` is consumed.
        unsafe { free(self.0) }
    }
}

impl Param for OwnedText {
    type C = *mut c_char;
    const ABI: Abi = Abi::plain("text").consumed().of_the_archive();
    #[inline(always)]
    unsafe fn from_c(argument: *mut c_char, _name: &'static str) -> Result<Self, ArgumentError> {
        Ok(Self(argument))
    }
}
