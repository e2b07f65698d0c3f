//! `calls!`.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use std::path::Path;
use syn::{
    Error, Ident, LitStr, Result, Token, braced,
    parse::{Parse, ParseStream},
};

struct Input {
    path: LitStr,
    /// Libraries that are behind a cargo feature of another name.
    libraries: Vec<(String, String)>,
}

impl Parse for Input {
    fn parse(input: ParseStream) -> Result<Self> {
        let path = input.parse()?;
        let list;
        braced!(list in input);
        let mut libraries = Vec::new();
        while !list.is_empty() {
            let name: Ident = list.parse()?;
            list.parse::<Token![=>]>()?;
            libraries.push((name.to_string(), list.parse::<LitStr>()?.value()));
            if !list.is_empty() {
                list.parse::<Token![,]>()?;
            }
        }
        Ok(Self { path, libraries })
    }
}

pub fn expand(input: TokenStream) -> Result<TokenStream> {
    let Input { path, libraries } = syn::parse2(input)?;
    let fail = |text: String| Error::new(path.span(), text);
    let folder = std::env::var("CARGO_MANIFEST_DIR").map_err(|error| fail(error.to_string()))?;
    let file = Path::new(&folder).join(path.value()).to_string_lossy().into_owned();
    let text = std::fs::read_to_string(&file).map_err(|error| fail(format!("{file}: {error}")))?;
    let declared = std::fs::read_to_string(Path::new(&folder).join("Cargo.toml")).unwrap_or_default();
    let mut feature = "";
    let mut lines = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("# ").map(|head| head.split_once(':')) {
            Some(None) => {}
            Some(Some((library, _))) => {
                let other = libraries.iter().find(|(name, _)| name == library);
                feature = other.map_or(library, |(_, feature)| feature);
                if !declared.lines().any(|line| line == format!("{feature} = []")) {
                    return Err(fail(format!(
                        "Cargo.toml has no feature `{feature}`, for the library {library}"
                    )));
                }
            }
            None => lines.push((line, feature)),
        }
    }
    lines.sort_unstable();
    let calls: Vec<TokenStream> =
        lines.iter().map(|(line, feature)| call(line, feature).map_err(fail)).collect::<Result<_>>()?;
    Ok(quote! {{
        // Other signatures compile the table anew.
        const _: &[u8] = include_bytes!(#file);
        const CALLS: &[ffi_core::json_calls::Call] = &[#(#calls),*];
        CALLS
    }})
}

/// `name: type` pairs, whatever brackets the types hold.
fn pairs(list: &str) -> impl Iterator<Item = std::result::Result<(&str, &str), String>> {
    let mut depth = 0;
    let parts = list.split(move |c| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    });
    parts
        .filter(|part| !part.is_empty())
        .map(|part| part.trim().split_once(": ").ok_or_else(|| format!("`{part}` is no name and type")))
}

/// The pieces of one parameter.
struct Param {
    c: TokenStream,
    convert: TokenStream,
    pass: TokenStream,
    out: Option<Ident>,
}

fn param(place: usize, name: &str, r#type: &str, released: bool) -> Param {
    let value = format_ident!("a{place}");
    let count = format_ident!("a{place}_count");
    let convert = |mutable: TokenStream, ty: TokenStream| quote!(let #mutable #value = ffi_core::json_calls::argument::<#ty>(arguments, #place, #name)?;);
    let plain = |ty: TokenStream| Param {
        c: quote!(#value: #ty),
        convert: convert(quote!(), ty),
        pass: quote!(#value),
        out: None,
    };
    let array = |ty: TokenStream, c: TokenStream| Param {
        c: quote!(#value: #c, #count: i64),
        convert: convert(quote!(), ty),
        pass: quote!(#value.pointer(), #value.count()),
        out: None,
    };
    match r#type {
        "i64" => plain(quote!(i64)),
        "f64" => plain(quote!(f64)),
        "bool" => plain(quote!(bool)),
        _ if released && r#type.starts_with('[') => Param {
            c: quote!(#value: ffi_core::json_calls::Pointer, #count: i64),
            convert: convert(quote!(), quote!(ffi_core::json_calls::NullArgument)),
            pass: quote!(#value.pointer(), 0),
            out: None,
        },
        "text" if !released => Param {
            c: quote!(#value: *const ::std::ffi::c_char),
            convert: convert(quote!(), quote!(ffi_core::json_calls::TextArgument)),
            pass: quote!(#value.pointer()),
            out: None,
        },
        "[f64]" => array(quote!(ffi_core::json_calls::ArrayArgument<f64>), quote!(*const f64)),
        "[i64]" => array(quote!(ffi_core::json_calls::ArrayArgument<i64>), quote!(*const i64)),
        "[u8]" => array(quote!(ffi_core::json_calls::ArrayArgument<u8>), quote!(*const u8)),
        "[text]" => {
            array(quote!(ffi_core::json_calls::TextsArgument), quote!(*const *const ::std::ffi::c_char))
        }
        "[u8 out]" => Param {
            c: quote!(#value: *mut u8, #count: i64),
            convert: convert(quote!(mut), quote!(ffi_core::json_calls::OutArgument)),
            pass: quote!(#value.pointer(), #value.count()),
            out: Some(value),
        },
        // A callback, its data, or memory that the call releases.
        _ => Param {
            c: quote!(#value: ffi_core::json_calls::Pointer),
            convert: convert(quote!(), quote!(ffi_core::json_calls::NullArgument)),
            pass: quote!(#value.pointer()),
            out: None,
        },
    }
}

/// The C type of a returned value that is no struct.
fn returned(notation: &str) -> std::result::Result<TokenStream, String> {
    Ok(match notation {
        "" => quote!(()),
        "i64" => quote!(i64),
        "f64" => quote!(f64),
        "bool" => quote!(bool),
        "text" => quote!(*mut ::std::ffi::c_char),
        "[f64]" => quote!(ffi_core::array::RtF64Array),
        "[i64]" => quote!(ffi_core::array::RtI64Array),
        "[u8]" => quote!(ffi_core::array::RtBytes),
        "[text]" => quote!(ffi_core::array::RtTextArray),
        other => return Err(format!("`{other}` is no type that a function returns")),
    })
}

/// The table entry of one line.
fn call(line: &str, feature: &str) -> std::result::Result<TokenStream, String> {
    let (signature, returns) = line.split_once(" -> ").unwrap_or((line, ""));
    let (name, list) = signature.split_once('(').ok_or_else(|| format!("`{line}` is no signature"))?;
    let list = list.strip_suffix(')').ok_or_else(|| format!("`{line}` is no signature"))?;
    let function = Ident::new(name, Span::call_site());
    // These take what another call returned; what they do for NULL is all that JSON can ask of them.
    let released = ["rt_text_len", "rt_text_free"].contains(&name)
        || name.ends_with("array_free")
        || name == "rt_bytes_free";
    let params: Vec<Param> = pairs(list)
        .enumerate()
        .map(|(place, pair)| pair.map(|(name, ty)| param(place, name, ty, released)))
        .collect::<std::result::Result<_, _>>()?;
    let (c, convert, pass) = (
        params.iter().map(|param| &param.c),
        params.iter().map(|param| &param.convert),
        params.iter().map(|param| &param.pass),
    );
    let arity = params.len();
    let (define, ty, value) = result(returns)?;
    let outs: Vec<&Ident> = params.iter().filter_map(|param| param.out.as_ref()).collect();
    let answer = match outs[..] {
        [] => quote!(value),
        [out] => quote!(ffi_core::json_calls::fields([("result", value), ("out", #out.into_json())])),
        _ => return Err(format!("`{line}` fills two buffers")),
    };
    Ok(quote! {
        #[cfg(feature = #feature)]
        {
            #define
            #[allow(unsafe_code)]
            fn thunk(arguments: &[::serde_json::Value]) -> ::std::result::Result<::serde_json::Value, ffi_core::json_calls::CallError> {
                unsafe extern "C" {
                    fn #function(#(#c),*) -> #ty;
                }
                let _ = arguments;
                #(#convert)*
                // SAFETY: declared as the archive's own signatures have it; every pointer is NULL or to memory
                // that outlives the call; what comes back is released once.
                let value = unsafe {
                    use ffi_core::json_calls::Returned;
                    let result = #function(#(#pass),*);
                    #value
                };
                Ok(#answer)
            }
            ffi_core::json_calls::Call { name: #name, arity: #arity, thunk }
        }
    })
}

/// Returns the definition of `returns`' C type, that type, and an expression for the JSON of `result`.
fn result(returns: &str) -> std::result::Result<(TokenStream, TokenStream, TokenStream), String> {
    let Some(list) = returns.strip_prefix('(').and_then(|list| list.strip_suffix(')')) else {
        return Ok((quote!(), returned(returns)?, quote!(result.into_json())));
    };
    let mut names = Vec::new();
    let mut types = Vec::new();
    for pair in pairs(list) {
        let (name, ty) = pair?;
        names.push(Ident::new(name, Span::call_site()));
        types.push(returned(ty)?);
    }
    let texts: Vec<String> = names.iter().map(ToString::to_string).collect();
    let define = quote! {
        #[repr(C)]
        struct Fields { #(#names: #types),* }
    };
    let value = quote!(ffi_core::json_calls::fields([#((#texts, result.#names.into_json())),*]));
    Ok((define, quote!(Fields), value))
}
