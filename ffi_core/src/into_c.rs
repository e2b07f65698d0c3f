//! Return values: how a Rust value becomes a C one, and what failure looks like.

use crate::{
    handle::{self, Object},
    memory,
    record::Abi,
    text::{self, Text},
};
use std::{ffi::c_char, sync::Arc};

/// A type that an exported function can return.
pub trait Return {
    /// The C type.
    type C;
    /// The type in the record.
    const ABI: Abi;
    /// True for structs, whose functions have an `_into` twin.
    const BY_VALUE: bool = false;
    /// Returns the C value of a failed call, where the function's attribute gives no other.
    fn failure() -> Self::C;
    /// Hands the value over.
    fn into_c(self) -> Self::C;
}

macro_rules! scalars {
    ($($type:ty, $abi:literal, $failure:expr;)*) => {$(
        impl Return for $type {
            type C = $type;
            const ABI: Abi = Abi::plain($abi);
            #[inline(always)]
            fn failure() -> $type {
                $failure
            }
            #[inline(always)]
            fn into_c(self) -> $type {
                self
            }
        }
    )*};
}

scalars! {
    i64, "i64", -1;
    f64, "f64", 0.0;
    (), "", ();
}

/// A C `bool` leaves most of the register that it is returned in undefined, and hosts without C types look at all of
/// it: what is returned is 64 bits wide, and so a `bool` as well wherever integers are returned in one register (the
/// calling conventions of x86-64, both System V's and Windows's, and of AArch64) or lowest bytes first.
impl Return for bool {
    type C = i64;
    const ABI: Abi = Abi::plain("bool");
    #[inline(always)]
    fn failure() -> i64 {
        0
    }
    #[inline(always)]
    fn into_c(self) -> i64 {
        i64::from(self)
    }
}

impl Return for Text {
    type C = *mut c_char;
    const ABI: Abi = Abi::plain("text");
    fn failure() -> *mut c_char {
        Text::new("").into_raw()
    }
    fn into_c(self) -> *mut c_char {
        self.into_raw()
    }
}

/// Nothing is told from an empty text by `rt_text_is_none`.
impl Return for Option<Text> {
    type C = *mut c_char;
    const ABI: Abi = Text::ABI.optional();
    fn failure() -> *mut c_char {
        Text::failure()
    }
    fn into_c(self) -> *mut c_char {
        text::into_raw(self)
    }
}

impl Return for String {
    type C = *mut c_char;
    const ABI: Abi = Text::ABI;
    fn failure() -> *mut c_char {
        Text::failure()
    }
    fn into_c(self) -> *mut c_char {
        Text::new(&self).into_raw()
    }
}

/// Return type for functions that return `Result<()>`: C gets true where they succeed.
pub struct Success;

impl Return for Success {
    type C = i64;
    const ABI: Abi = bool::ABI;
    #[inline(always)]
    fn failure() -> i64 {
        bool::failure()
    }
    #[inline(always)]
    fn into_c(self) -> i64 {
        true.into_c()
    }
}

/// A new object: C gets its handle, which the caller frees. 0 where the call failed.
pub struct New<T>(pub Arc<T>);

impl<T> New<T> {
    /// An object nobody else holds.
    #[allow(clippy::self_named_constructors)]
    pub fn new(object: T) -> Self {
        Self(Arc::new(object))
    }
}

impl<T: Object> Return for New<T> {
    type C = i64;
    const ABI: Abi = Abi::handle(T::KIND);
    fn failure() -> i64 {
        0
    }
    fn into_c(self) -> i64 {
        match handle::insert(self.0) {
            // No memory, or no number: 2²⁴ objects of this kind are alive.
            0 => memory::fail(size_of::<T>()),
            handle => handle,
        }
    }
}

/// A handle that was made earlier, handed out again or made by the function itself. 0 for none.
pub struct Borrowed<T> {
    handle: i64,
    kind: std::marker::PhantomData<fn() -> T>,
}

impl<T: Object> Borrowed<T> {
    /// The handle `handle`, or 0.
    pub fn new(handle: i64) -> Self {
        Self { handle, kind: std::marker::PhantomData }
    }

    /// The handle, 0 for none.
    pub fn handle(&self) -> i64 {
        self.handle
    }
}

impl<T: Object> Return for Borrowed<T> {
    type C = i64;
    const ABI: Abi = Abi::handle(T::KIND);
    fn failure() -> i64 {
        0
    }
    fn into_c(self) -> i64 {
        self.handle
    }
}
