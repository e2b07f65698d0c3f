//! `library!`.

use crate::{docs, export::statics};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use std::path::{Path, PathBuf};
use syn::{
    Error, Ident, LitStr, Result, Token,
    parse::{Parse, ParseStream},
};

#[derive(Default)]
struct Declaration {
    name: String,
    title: String,
    wraps: String,
    doc: String,
}

impl Parse for Declaration {
    fn parse(input: ParseStream) -> Result<Self> {
        let mut declaration = Self::default();
        while !input.is_empty() {
            let key: Ident = input.parse()?;
            input.parse::<Token![:]>()?;
            match key.to_string().as_str() {
                "name" => declaration.name = input.parse::<LitStr>()?.value(),
                "title" => declaration.title = input.parse::<LitStr>()?.value(),
                "wraps" => declaration.wraps = input.parse::<LitStr>()?.value(),
                "doc" => declaration.doc = input.parse::<LitStr>()?.value(),
                _ => return Err(Error::new(key.span(), "unknown key of library!")),
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(declaration)
    }
}

pub fn expand(input: TokenStream) -> Result<TokenStream> {
    let Declaration { name, title, wraps, doc } = syn::parse2(input)?;
    let [title, all_wraps, doc] = [&title, &wraps, &doc].map(|text| docs::json(text));
    let about = format!("{{\"about\":\"{name}\",\"title\":{title},\"wraps\":{all_wraps},\"doc\":{doc}}}\n");
    let record = statics(&[quote!(#about)]);
    let library = quote! {
        #[allow(unsafe_code)]
        const _: () = {
            #record
        };

        /// The name that the functions of this library bear.
        pub const LIBRARY_NAME: &str = #name;

        ::std::thread_local! {
            static LAST_ERROR: ffi_core::last_error::LastError = const { ffi_core::last_error::LastError::none() };
        }

        /// This library, as the boundary knows it.
        pub static LIBRARY: ffi_core::Library = ffi_core::Library { name: #name, last_error: &LAST_ERROR };
    };
    let Some(wraps) = wraps.split(", ").next().filter(|name| !name.is_empty()) else { return Ok(library) };
    let function = |suffix: &str| format_ident!("rt_{name}_{suffix}");
    let (lock_file, version) = locked_version(wraps)?;
    let (available, version_of) = (function("available"), function("version"));
    let (last_error, clear_error) = (function("get_last_error"), function("clear_error"));
    let last_error_code = function("get_last_error_code");
    let available_doc =
        format!(" Tells whether this build holds the {name} library, as it does where this links.");
    let version_doc = format!(" Returns the version of the wrapped library, the crate `{wraps}`.");
    let last_doc = format!(
        " Returns why this thread's last failed {name} call failed: one sentence, `\"\"` where none did. A call that \
         succeeds leaves it alone."
    );
    let code_doc = format!(
        " Returns the category of this thread's last failed {name} call, by the same numbers in every library: 0 none failed \
         since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of \
         another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or \
         over a limit, 7 unsupported here, 8 internal error."
    );
    let clear_doc = format!(" Forgets why this thread's last failed {name} call failed.");
    Ok(quote! {
        #library

        // A new lock file compiles the version anew.
        const _: &[u8] = include_bytes!(#lock_file);

        #[doc = #available_doc]
        #[ffi_core::export(light)]
        fn #available() -> bool {
            true
        }

        #[doc = #version_doc]
        #[ffi_core::export(light)]
        fn #version_of() -> ffi_core::Text {
            ffi_core::Text::new(#version)
        }

        #[doc = #last_doc]
        #[ffi_core::export(light)]
        fn #last_error() -> ffi_core::Text {
            ffi_core::Text::new(&LIBRARY.last_error())
        }

        #[doc = #code_doc]
        #[ffi_core::export(light, numbers(result = "ErrorCategory"))]
        fn #last_error_code() -> i64 {
            LIBRARY.last_error_category()
        }

        #[doc = #clear_doc]
        #[ffi_core::export(light)]
        fn #clear_error() {
            LIBRARY.clear_error();
        }
    })
}

/// The lock file, and the version of `package` in it.
fn locked_version(package: &str) -> Result<(String, String)> {
    let fail = |text: String| Error::new(proc_macro2::Span::call_site(), text);
    let manifest = std::env::var("CARGO_MANIFEST_DIR").map_err(|error| fail(error.to_string()))?;
    let path =
        lock_file(Path::new(&manifest)).ok_or_else(|| fail("no Cargo.lock above this crate".into()))?;
    let text = std::fs::read_to_string(&path).map_err(|error| fail(error.to_string()))?;
    let header = format!("name = \"{package}\"");
    let version = text
        .split("[[package]]")
        .filter(|entry| entry.lines().any(|line| line == header))
        .find_map(|entry| entry.lines().find_map(|line| line.strip_prefix("version = ")))
        .ok_or_else(|| fail(format!("Cargo.lock has no package {package}")))?;
    Ok((path.to_string_lossy().into_owned(), version.trim_matches('"').to_owned()))
}

fn lock_file(from: &Path) -> Option<PathBuf> {
    from.ancestors().map(|folder| folder.join("Cargo.lock")).find(|path| path.is_file())
}
