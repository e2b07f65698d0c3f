//! A Rust program that is linked with the archive, as a runtime written in Rust is.

use simple_native_sys::{rt_native_get_last_error, rt_native_provoke_panic, rt_text_free};
use std::{
    ffi::{CStr, CString},
    panic,
};

fn main() {
    let own = || panic::catch_unwind(|| panic!("the host's own")).is_err();
    panic::set_hook(Box::new(|info| println!("host hook: {info}")));
    for _ in 0..3 {
        assert!(own());
        let message = CString::new("inside").unwrap();
        unsafe {
            assert!(!rt_native_provoke_panic(message.as_ptr()));
            let error = rt_native_get_last_error();
            let text = CStr::from_ptr(error).to_str().unwrap();
            assert!(text.starts_with("internal error: inside"), "{text}");
            rt_text_free(error);
        }
    }
    println!("done");
}
