//! `#[export]`, `#[ffi_struct]` and `library!`: see the documentation of each.

mod calls;
mod docs;
mod export;
mod facts;
mod ffi_enum;
mod ffi_struct;
mod library;
mod params;

use proc_macro::TokenStream;

/// Makes a function over safe types callable from C under its own name.
///
/// Parameters: `i64`, `f64`, `bool`, `&str`, `&[f64]`, `&[i64]`, `&[u8]`, `&[&str]`, `&mut [u8]` (the caller's
/// buffer), `&T` (an object by handle), `Shared<T>` (the same, to keep), `Consumed<T>` (the same, freed by the
/// call), `Handle<T>` (looked up by the function itself), or any other `ffi_core::from_c::Param`.
///
/// Returns: nothing, `i64`, `f64`, `bool`, `Text`, `String`, `Vec<f64>`, `Vec<i64>`, `Vec<u8>`, `Vec<Text>`,
/// `New<T>` (a new object's handle), `Borrowed<T>`, an `#[ffi_struct]`, or a `Result` of one of these whose
/// error is a `Failure`; `Result<()>` is a C `bool`. A struct or an array gets an `_into` twin.
///
/// Arguments of the attribute, all optional: `fail = VALUE` (what failure returns, where it is not the
/// type's), `fail(field = VALUE, …)` (the same for a struct; `reason` stands for the error's text),
/// `thread = "…"` (a rule other than "any thread"), `blocks` (the call may wait for the outside world),
/// `since = "…"`, `name = "…"` (a name in C other than the function's), `borrowed` (the handle returned has its
/// owner already), `frees(handle, …)` (objects taken as `Handle<T>` that the call frees where it succeeds),
/// `memory = N` (how many times the bytes of its texts and arrays the call may take, where that is not twice: it is
/// refused where there is no room; 0 for a call that works without any), `unnoticed` (after it, the call before is
/// still the last one that failed or did not), `computes` (the call makes no system call but for memory, so that a
/// thread's cancellation need not be set aside for it) and `light` (nor does it calculate with numbers that have a point, or
/// compare them, so that nothing of the host's is set aside): for calls of nanoseconds,
/// `takes(handle, …)` (the same where it frees them unless it refuses an argument, as `Consumed<T>` says by itself).
///
/// Facts for the manifest, which change nothing in C: `truth` (an `i64` that is 1 or 0, as a boolean would be), `offsets` (`start`,
/// where there is such a parameter, and all numbers that are returned count the bytes of `text`, a parameter too),
/// `none = VALUE` or `none(field = VALUE, …)` (what is returned where there is nothing, which is no failure),
/// `heavy` (the call takes long, though it waits for nothing: a runtime with a lock lets go of it), `consumer` (the call frees its
/// object, yet is not the destructor of that kind, of which there is one), `zero(handle, …)`
/// (handles that may be 0), `handles(name = "kind", …)` (arrays whose items are handles; `result` is what is
/// returned; a callback's name stands for what it is told first, the same with `_returns` for what it returns), `unowned` (handles in what is returned have their owners already), `numbers(name = "Enum", …)` (which
/// `#[ffi_enum]` a number is of), `fills = "result"` (how many bytes of the caller's buffer were written),
/// `ends = "rt_…"` (the function after which a callback is not called any more), `replaces` (so is it not after the
/// function itself was called again with the same name), `schema(name = "file")` (the JSON schema of
/// a text that is JSON: a file's path from the repository's root).
#[proc_macro_attribute]
pub fn export(arguments: TokenStream, item: TokenStream) -> TokenStream {
    export::expand(arguments.into(), item.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Makes a struct of `i64`, `f64`, `bool` and `String` fields a return type: `FooBar` is `RtFooBar` in C. A field may say
/// of what kind of object it is a handle, `#[handle = "body"]`, or of which `#[ffi_enum]` a number, `#[number = "PadPower"]`.
#[proc_macro_attribute]
pub fn ffi_struct(_arguments: TokenStream, item: TokenStream) -> TokenStream {
    ffi_struct::expand(item.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Puts an enum of numbers that the boundary promises into the header, the manifest and the bindings: C's
/// `SN_PAD_BUTTON_SOUTH` is `South` of `PadButton`. Each variant has its number in digits and a doc
/// comment. `#[ffi_enum("PadButton")]` gives it a name other than the enum's.
#[proc_macro_attribute]
pub fn ffi_enum(arguments: TokenStream, item: TokenStream) -> TokenStream {
    ffi_enum::expand(arguments.into(), item.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Declares the crate's library and exports what every library has: `library! { name: "regex", title:
/// "regular expressions", wraps: "regex", doc: "…" }` makes `LIBRARY` and `rt_regex_available`, `_version`, `_get_last_error`,
/// `_get_last_error_code`, `_clear_error`. `doc` is what the library's users read about it.
/// `title` and `wraps`, the names of crates, stand in README's table. The version is the one of the first crate of `wraps` in
/// the lock file; a library that wraps none has these functions from elsewhere.
#[proc_macro]
pub fn library(input: TokenStream) -> TokenStream {
    library::expand(input.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// The functions that a file of signatures lists, callable by name: `calls!("../abi/signatures.txt" { lyon =>
/// "graphics2d" })` is a `&[ffi_core::json_calls::Call]`, sorted by name, of those libraries whose cargo feature is on:
/// the one of the library's name, but for those that are named. The path is relative to the crate's folder.
#[proc_macro]
pub fn calls(input: TokenStream) -> TokenStream {
    calls::expand(input.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}
