//! The table of the host's functions that a plug-in gets when it is made.

use std::{
    ffi::{CStr, c_char},
    marker::PhantomData,
    panic::{AssertUnwindSafe, catch_unwind},
    ptr, slice,
};

/// The host's functions, as plug-ins call them: on any thread, several at once.
pub trait HostFunctions {
    /// Returns the answer of the function `name`, or why there is none.
    fn call(name: &str, data: &[u8]) -> Result<Vec<u8>, String>;
}

/// `SimpleBytes` of the header.
#[repr(C)]
pub struct Bytes {
    pub data: *mut u8,
    pub size: i64,
}

impl Bytes {
    pub const NONE: Self = Self { data: ptr::null_mut(), size: 0 };
}

/// `SimpleHost` of the header.
#[repr(C)]
pub struct HostTable {
    call: unsafe extern "C-unwind" fn(*const c_char, *const u8, i64, *mut Bytes) -> i32,
    free_bytes: unsafe extern "C-unwind" fn(*mut u8, i64),
}

struct TableOf<H>(PhantomData<H>);

impl<H: HostFunctions> TableOf<H> {
    const TABLE: HostTable = HostTable { call: call::<H>, free_bytes };
}

/// The table of these functions, for as long as the process lives.
pub fn table<H: HostFunctions>() -> &'static HostTable {
    &TableOf::<H>::TABLE
}

/// # Safety
/// As the header says: `name` is NULL or NUL-terminated, `data` is NULL or has `size` bytes, `answer` is NULL or room.
unsafe extern "C-unwind" fn call<H: HostFunctions>(
    name: *const c_char,
    data: *const u8,
    size: i64,
    answer: *mut Bytes,
) -> i32 {
    let answered = catch_unwind(AssertUnwindSafe(|| {
        let _inside = ffi_core::guard::Inside::enter();
        // SAFETY: by contract.
        let (name, data) = unsafe { arguments(name, data, size) }?;
        H::call(name, data)
    }));
    let (is_given, bytes) = match answered {
        Ok(Ok(bytes)) => (1, bytes),
        Ok(Err(reason)) => (0, reason.into_bytes()),
        Err(payload) => {
            std::mem::forget(payload);
            (0, b"the host panicked".to_vec())
        }
    };
    // SAFETY: by contract.
    if let Some(answer) = unsafe { answer.as_mut() } {
        *answer = hand_out(bytes);
    }
    is_given
}

/// # Safety
/// As [`call`].
unsafe fn arguments<'a>(
    name: *const c_char,
    data: *const u8,
    size: i64,
) -> Result<(&'a str, &'a [u8]), String> {
    if name.is_null() {
        return Err("the function's name is NULL".into());
    }
    // SAFETY: by contract.
    let name = unsafe { CStr::from_ptr(name) }.to_str();
    let name = name.map_err(|_| "the function's name is not UTF-8")?;
    let size = usize::try_from(size).ok().filter(|&size| isize::try_from(size).is_ok());
    let size = size.ok_or_else(|| format!("the data for the host's function {name} has no such size"))?;
    if data.is_null() {
        return match size {
            0 => Ok((name, &[])),
            _ => Err(format!("the data for the host's function {name} is NULL")),
        };
    }
    // SAFETY: by contract.
    Ok((name, unsafe { slice::from_raw_parts(data, size) }))
}

/// Hands bytes out with a size that is their room, so that the two are enough to free them.
fn hand_out(bytes: Vec<u8>) -> Bytes {
    if bytes.is_empty() {
        return Bytes::NONE;
    }
    let size = bytes.len() as i64;
    Bytes { data: Box::into_raw(bytes.into_boxed_slice()).cast(), size }
}

/// # Safety
/// An answer of [`call`], with its size, not used afterwards.
unsafe extern "C-unwind" fn free_bytes(data: *mut u8, size: i64) {
    if !data.is_null() {
        // SAFETY: by contract, as `hand_out` made it.
        drop(unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(data, size as usize)) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Sample;

    impl HostFunctions for Sample {
        fn call(name: &str, data: &[u8]) -> Result<Vec<u8>, String> {
            match name {
                "twice" => Ok(data.repeat(2)),
                "panics" => panic!("on purpose"),
                _ => Err(format!("no {name}")),
            }
        }
    }

    fn asked(name: *const c_char, data: *const u8, size: i64) -> (i32, Vec<u8>) {
        let table = table::<Sample>();
        let mut answer = Bytes::NONE;
        // SAFETY: what the table takes; the answer is freed once.
        unsafe {
            let given = (table.call)(name, data, size, &mut answer);
            let copy = if answer.data.is_null() {
                Vec::new()
            } else {
                slice::from_raw_parts(answer.data, answer.size as usize).to_vec()
            };
            (table.free_bytes)(answer.data, answer.size);
            (given, copy)
        }
    }

    #[test]
    fn what_a_plug_in_asks_is_answered_or_refused() {
        assert_eq!(asked(c"twice".as_ptr(), b"ab".as_ptr(), 2), (1, b"abab".to_vec()));
        assert_eq!(asked(c"twice".as_ptr(), ptr::null(), 0), (1, Vec::new()));
        let refused = |name: *const c_char, data: *const u8, size: i64, reason: &str| {
            let (given, said) = asked(name, data, size);
            assert_eq!(given, 0);
            let said = String::from_utf8(said).unwrap();
            assert!(said.contains(reason), "{said}");
        };
        refused(c"other".as_ptr(), ptr::null(), 0, "no other");
        refused(c"panics".as_ptr(), ptr::null(), 0, "the host panicked");
        refused(c"twice".as_ptr(), ptr::null(), 1, "is NULL");
        refused(c"twice".as_ptr(), b"a".as_ptr(), -1, "no such size");
        refused(c"\xff".as_ptr(), ptr::null(), 0, "not UTF-8");
        refused(ptr::null(), ptr::null(), 0, "name is NULL");
    }

    #[test]
    fn an_answer_that_nobody_wants_is_dropped() {
        // SAFETY: NULL is no room.
        let answered =
            unsafe { (table::<Sample>().call)(c"twice".as_ptr(), b"a".as_ptr(), 1, ptr::null_mut()) };
        assert_eq!(answered, 1);
    }
}
