//! The boundary itself: releasing the texts and arrays that calls return, and asking what the archive is.

use crate::{
    array, export,
    from_c::OwnedArray,
    last_error::{LastError, Library},
    text::{Borrowed, OwnedText},
};
use std::ffi::c_char;

thread_local!(static LAST_ERROR: LastError = const { LastError::none() });

/// The boundary itself, as a library of its own.
pub static LIBRARY: Library = Library { name: LIBRARY_NAME, last_error: &LAST_ERROR };

/// Name of this library.
pub const LIBRARY_NAME: &str = "native";

/// Returns the length in bytes of a text that this archive returned, in constant time, NUL bytes inside it included. 0
/// for NULL.
#[export(light)]
fn rt_text_len(text: Borrowed) -> i64 {
    text.length() as i64
}

/// Tells whether an empty text that this archive returned stands for "nothing there": no match, a group that took no
/// part, a header that was not sent. False for an empty one that was there, and for NULL.
#[export(light)]
fn rt_text_is_none(text: Borrowed) -> bool {
    text.is_none()
}

/// Releases a text that this archive returned. NULL does nothing.
#[export(light)]
fn rt_text_free(text: OwnedText) {
    text.release();
}

/// Releases an array of 64-bit floats that this archive returned. An empty array does nothing.
#[export(light)]
fn rt_f64_array_free(data: OwnedArray<f64>) {
    array::release(data);
}

/// Releases an array of 64-bit integers that this archive returned. An empty array does nothing.
#[export(light)]
fn rt_i64_array_free(data: OwnedArray<i64>) {
    array::release(data);
}

/// Releases bytes that this archive returned. An empty array does nothing.
#[export(light)]
fn rt_bytes_free(data: OwnedArray<u8>) {
    array::release(data);
}

/// Releases an array of texts that this archive returned, its texts included. An empty array does nothing.
#[export(light)]
fn rt_text_array_free(data: OwnedArray<*mut c_char>) {
    array::release_texts(data);
}
