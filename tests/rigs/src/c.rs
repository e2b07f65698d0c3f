//! What every library's tests declare of the boundary: texts and arrays of handles that it hands over.

/// Declares, in a module that links the archive, `take` for texts, `take_i64s` for arrays, and `last_error`
/// over the library's function of this name.
#[macro_export]
macro_rules! boundary {
    ($last_error:ident) => {
        #[repr(C)]
        struct I64Array {
            data: *mut i64,
            len: i64,
        }

        unsafe extern "C" {
            safe fn $last_error() -> *mut ::std::ffi::c_char;
            fn rt_text_free(text: *mut ::std::ffi::c_char);
            fn rt_i64_array_free(data: *mut i64, len: i64);
        }

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
