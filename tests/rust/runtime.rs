//! A language runtime in Rust, as small as one can be: it calls the archive as generated code would.

use simple_native_sys as _;
use std::ffi::{CStr, c_char};

unsafe extern "C" {
    fn rt_regex_find_quick(pattern: *const c_char, text: *const c_char) -> *mut c_char;
    fn rt_text_free(text: *mut c_char);
}

fn main() {
    unsafe {
        let found = rt_regex_find_quick(c"\\d{4}-\\d{2}".as_ptr(), c"made in 2026-11".as_ptr());
        println!("{}", CStr::from_ptr(found).to_str().unwrap());
        rt_text_free(found);
    }
}
