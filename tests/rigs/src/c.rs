//! Helpers for results of the boundary, shared by every library's tests: texts and arrays of handles.

/// Defines, in a module that links the archive, `take` for texts, `take_i64s` for arrays, and `last_error`
/// over the library's function of this name.
#[macro_export]
macro_rules! boundary {
    ($last_error:ident) => {
        #[allow(unused_imports)]
        use ::simple_native_sys::{RtI64Array as I64Array, rt_i64_array_free, rt_text_free, $last_error};

        fn take(text: *mut ::std::ffi::c_char) -> String {
            // SAFETY: a text that the library has just handed over.
            unsafe {
                let copy = ::std::ffi::CStr::from_ptr(text).to_str().expect("UTF-8").to_owned();
                rt_text_free(text);
                copy
            }
        }

        fn take_i64s(array: I64Array) -> Vec<i64> {
            if array.len == 0 {
                return Vec::new();
            }
            // SAFETY: an array that the library has just handed over.
            unsafe {
                let copy = ::std::slice::from_raw_parts(array.data, array.len as usize).to_vec();
                rt_i64_array_free(array.data, array.len);
                copy
            }
        }

        pub fn last_error() -> String {
            take($last_error())
        }
    };
}
