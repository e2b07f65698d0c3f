//! Bodies of the entry points that `export_module!` defines.

use crate::{
    bytes::{Bytes, handed_in},
    message::{Error, error},
    module::{Module, answer},
};
use std::{
    any::Any,
    ffi::{CStr, CString, c_char, c_void},
    panic::{AssertUnwindSafe, catch_unwind},
    ptr,
};

/// The version of the entry points.
pub const ABI_VERSION: i32 = 1;

/// A new module; NULL where making it panics.
pub fn create<M: Module>() -> *mut c_void {
    let made = catch_unwind(|| Box::into_raw(Box::new(M::default())).cast());
    made.unwrap_or(ptr::null_mut())
}

/// # Safety
/// `module` is from [`create`] with the same type, and no other message is inside it; the texts are
/// NUL-terminated.
pub unsafe fn handle<M: Module>(
    module: *mut c_void,
    message_type: *const c_char,
    payload: *const c_char,
) -> *mut c_char {
    // SAFETY: by contract.
    let (module, message_type, payload) =
        unsafe { (&mut *module.cast::<M>(), CStr::from_ptr(message_type), CStr::from_ptr(payload)) };
    let answered = catch_unwind(AssertUnwindSafe(|| match (message_type.to_str(), payload.to_str()) {
        (Ok(message_type), Ok(payload)) => answer(module, message_type, payload),
        _ => error("the message is not UTF-8"),
    }));
    let text = answered.unwrap_or_else(|payload| error(&format!("the module panicked: {}", said(&*payload))));
    // JSON holds no NUL as it is.
    CString::new(text).map_or(ptr::null_mut(), CString::into_raw)
}

/// # Safety
/// As [`handle`], and `data` has `size` bytes, `answer` is room for one.
pub unsafe fn handle_bytes<M: Module>(
    module: *mut c_void,
    message_type: *const c_char,
    data: *const u8,
    size: i64,
    answer: *mut Bytes,
) -> i32 {
    // SAFETY: by contract.
    let (module, message_type, data) =
        unsafe { (&mut *module.cast::<M>(), CStr::from_ptr(message_type), handed_in(data, size)) };
    let answered = catch_unwind(AssertUnwindSafe(|| match message_type.to_str() {
        Ok(message_type) => module.bytes(message_type, data),
        Err(_) => Err(Error::from("the message's type is not UTF-8")),
    }));
    let answered =
        answered.unwrap_or_else(|payload| Err(Error(format!("the module panicked: {}", said(&*payload)))));
    let (is_given, bytes) = match answered {
        Ok(bytes) => (1, bytes),
        Err(error) => (0, error.0.into_bytes()),
    };
    // SAFETY: by contract.
    unsafe { answer.write(Bytes::hand_out(bytes)) };
    is_given
}

fn said(payload: &(dyn Any + Send)) -> &str {
    match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
        (Some(text), _) => text,
        (None, Some(text)) => text,
        (None, None) => "without a message",
    }
}

/// Room for a text of `size` bytes, its NUL among them, that [`free_string`] takes back; NULL where there is none.
pub fn alloc_string(size: i32) -> *mut c_char {
    let Some(length) = usize::try_from(size).ok().and_then(|size| size.checked_sub(1)) else {
        return ptr::null_mut();
    };
    let mut room = Vec::new();
    if room.try_reserve_exact(length + 1).is_err() {
        return ptr::null_mut();
    }
    // Whoever frees it counts to the NUL.
    room.resize(length, b' ');
    CString::new(room).map_or(ptr::null_mut(), CString::into_raw)
}

/// # Safety
/// `text` is NULL or from [`handle`] or [`alloc_string`], still as long, and not used afterwards.
pub unsafe fn free_string(text: *mut c_char) {
    if !text.is_null() {
        // SAFETY: by contract.
        drop(unsafe { CString::from_raw(text) });
    }
}

/// # Safety
/// `module` is from [`create`] with the same type, and not used afterwards.
pub unsafe fn destroy<M: Module>(module: *mut c_void) {
    // SAFETY: by contract.
    let module = unsafe { Box::from_raw(module.cast::<M>()) };
    let _ = catch_unwind(AssertUnwindSafe(|| drop(module)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bytes::free_bytes,
        message::{Answer, Payload},
    };
    use serde_json::json;

    #[derive(Default)]
    struct Sample(i64);

    impl Module for Sample {
        fn command(&mut self, payload: &Payload) -> Answer {
            self.0 += payload.get::<i64>("add")?;
            Ok(json!(self.0))
        }
        fn mutation(&mut self, _: &Payload) -> Answer {
            panic!("on purpose")
        }
        fn bytes(&mut self, message_type: &str, data: &[u8]) -> Result<Vec<u8>, Error> {
            match message_type {
                "command" => Ok(data.repeat(2)),
                "mutation" => panic!("on purpose"),
                _ => Err(format!("no {message_type}").into()),
            }
        }
    }

    fn send_bytes(module: *mut c_void, message_type: &CStr, data: &[u8]) -> (i32, Vec<u8>) {
        let mut answer = Bytes::NONE;
        // SAFETY: a module of ours, a text and bytes; the answer is freed once.
        unsafe {
            let (start, size) = (data.as_ptr(), data.len() as i64);
            let given = handle_bytes::<Sample>(module, message_type.as_ptr(), start, size, &mut answer);
            let copy = handed_in(answer.data, answer.size).to_vec();
            free_bytes(answer.data, answer.size);
            (given, copy)
        }
    }

    #[test]
    fn bytes_go_in_and_come_out() {
        let module = create::<Sample>();
        assert_eq!(send_bytes(module, c"command", b"a\0"), (1, b"a\0a\0".to_vec()));
        assert_eq!(send_bytes(module, c"command", b""), (1, Vec::new()));
        assert_eq!(send_bytes(module, c"query", b"a"), (0, b"no query".to_vec()));
        assert_eq!(send_bytes(module, c"mutation", b"a"), (0, b"the module panicked: on purpose".to_vec()));
        // SAFETY: ours, and the last use.
        unsafe { destroy::<Sample>(module) };
    }

    fn send(module: *mut c_void, message_type: &CStr, payload: &CStr) -> String {
        // SAFETY: a module of ours, and texts.
        unsafe {
            let text = handle::<Sample>(module, message_type.as_ptr(), payload.as_ptr());
            let copy = CStr::from_ptr(text).to_str().unwrap().to_owned();
            free_string(text);
            copy
        }
    }

    #[test]
    fn a_message_goes_in_and_an_answer_comes_out() {
        let module = create::<Sample>();
        assert_eq!(send(module, c"command", c"{\"add\":2}"), "{\"status\":\"success\",\"data\":2}");
        assert_eq!(send(module, c"command", c"{\"add\":3}"), "{\"status\":\"success\",\"data\":5}");
        assert!(send(module, c"command", c"{}").contains("the payload has no `add`"));
        assert!(send(module, c"command", c"{\"add\":\"x\"}").contains("`add` is \\\"x\\\""));
        assert!(send(module, c"command", c"{").contains("the payload is not JSON"));
        assert!(send(module, c"query", c"{}").contains("no message of the type query"));
        assert!(send(module, c"query", c"\xff").contains("not UTF-8"));
        assert!(send(module, c"mutation", c"{}").contains("the module panicked: on purpose"));
        assert_eq!(send(module, c"init", c"{}"), "{\"status\":\"success\",\"data\":null}");
        // SAFETY: ours, and the last use.
        unsafe { destroy::<Sample>(module) };
    }

    #[test]
    fn room_for_a_text_is_given_and_taken_back() {
        for size in [1, 2, 1000] {
            let room = alloc_string(size);
            // SAFETY: a text of ours, that ends where its room does.
            unsafe {
                assert_eq!(CStr::from_ptr(room).count_bytes(), size as usize - 1);
                free_string(room);
            }
        }
        assert!(alloc_string(0).is_null() && alloc_string(-1).is_null());
    }
}
