//! A language runtime in Rust, as small as one can be: it calls the archive as generated code would.

use simple_native_sys::{rt_regex_find_quick, rt_text_free};
use std::ffi::CStr;

fn main() {
    unsafe {
        let found = rt_regex_find_quick(c"\\d{4}-\\d{2}".as_ptr(), c"made in 2026-11".as_ptr());
        println!("{}", CStr::from_ptr(found).to_str().unwrap());
        rt_text_free(found);
    }
}
