//! `#[export]`.

use crate::{
    docs,
    facts::Facts,
    params::{Param, generic_of},
};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Error, Expr, Ident, ItemFn, LitInt, LitStr, Result, ReturnType, Token, Type, parenthesized,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

/// The arguments of the attribute.
#[derive(Default)]
struct Options {
    fail: Option<Expr>,
    fail_fields: Option<Vec<(Ident, Expr)>>,
    thread: Option<String>,
    blocks: bool,
    since: Option<String>,
    name: Option<String>,
    /// True where the call leaves `last_call_failed` alone and is to work without any memory.
    unnoticed: bool,
    /// True where the call makes no system call and does not calculate with numbers that have a point.
    light: bool,
    /// True where it makes no system call.
    computes: bool,
    /// Memory that the call may take, as a multiple of the size of its texts and arrays.
    memory: Option<LitInt>,
    /// True where the handle returned is one that its owner has already.
    borrowed: bool,
    /// Parameters of type `Handle` whose objects the call frees.
    frees: Vec<Ident>,
    /// Parameters of type `Handle` whose objects the call frees, unless it refuses an argument.
    takes: Vec<Ident>,
    facts: Facts,
}

struct Field(Ident, Expr);

impl Parse for Field {
    fn parse(input: ParseStream) -> Result<Self> {
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        Ok(Self(name, input.parse()?))
    }
}

fn names(input: ParseStream) -> Result<Vec<Ident>> {
    let names;
    parenthesized!(names in input);
    Ok(Punctuated::<Ident, Token![,]>::parse_terminated(&names)?.into_iter().collect())
}

impl Parse for Options {
    fn parse(input: ParseStream) -> Result<Self> {
        let mut options = Self::default();
        while !input.is_empty() {
            let key: Ident = input.parse()?;
            match key.to_string().as_str() {
                "fail" if input.peek(Token![=]) => {
                    input.parse::<Token![=]>()?;
                    options.fail = Some(input.parse()?);
                }
                "fail" => {
                    let fields;
                    parenthesized!(fields in input);
                    let fields = Punctuated::<Field, Token![,]>::parse_terminated(&fields)?;
                    options.fail_fields =
                        Some(fields.into_iter().map(|Field(name, value)| (name, value)).collect());
                }
                "blocks" => options.blocks = true,
                "borrowed" => options.borrowed = true,
                "unnoticed" => options.unnoticed = true,
                "light" => options.light = true,
                "computes" => options.computes = true,
                "memory" => {
                    input.parse::<Token![=]>()?;
                    options.memory = Some(input.parse()?);
                }
                "frees" => options.frees = names(input)?,
                "takes" => options.takes = names(input)?,
                "thread" | "since" | "name" => {
                    input.parse::<Token![=]>()?;
                    let value = Some(input.parse::<LitStr>()?.value());
                    match key.to_string().as_str() {
                        "thread" => options.thread = value,
                        "since" => options.since = value,
                        _ => options.name = value,
                    }
                }
                _ if options.facts.parse(&key, input)? => {}
                _ => return Err(Error::new(key.span(), "unknown argument of #[export]")),
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(options)
    }
}

/// The function's return value, as the shim sees it.
struct Output {
    /// The type that implements `Return`.
    ty: TokenStream,
    /// The call's value made a `Result<ty, Reason>`.
    wrap: fn(TokenStream) -> TokenStream,
    by_value: bool,
    /// Whether it can fail: where it says so, and where it makes an object, for which memory may be short.
    fallible: bool,
}

impl Output {
    fn parse(output: &ReturnType) -> Self {
        let plain: fn(TokenStream) -> TokenStream = |call| quote!(Ok(#call));
        let ReturnType::Type(_, ty) = output else {
            return Self { ty: quote!(()), wrap: plain, by_value: false, fallible: false };
        };
        let Some(value) = generic_of(ty, "Result") else {
            let fallible = generic_of(ty, "New").is_some();
            return Self { ty: quote!(#ty), wrap: plain, by_value: is_struct(ty), fallible };
        };
        if matches!(value, Type::Tuple(unit) if unit.elems.is_empty()) {
            return Self {
                ty: quote!(ffi_core::into_c::Success),
                wrap: |call| quote!(#call.map(|()| ffi_core::into_c::Success).map_err(ffi_core::error::Reason::from)),
                by_value: false,
                fallible: true,
            };
        }
        Self {
            ty: quote!(#value),
            wrap: |call| quote!(#call.map_err(ffi_core::error::Reason::from)),
            by_value: is_struct(value),
            fallible: true,
        }
    }
}

/// Tells whether C gets `ty` as a struct by value. A constant beside each shim checks the guess.
fn is_struct(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    !["i64", "f64", "bool", "Text", "String", "New", "Borrowed", "Option"]
        .contains(&last.ident.to_string().as_str())
}

pub fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let options: Options = syn::parse2(arguments)?;
    let function: ItemFn = syn::parse2(item)?;
    let params = function.sig.inputs.iter().map(Param::parse).collect::<Result<Vec<_>>>()?;
    let output = Output::parse(&function.sig.output);
    let name = options.name.clone().unwrap_or_else(|| function.sig.ident.to_string());

    let shim = shim(&name, &function, &params, &output, &options);
    let record = record(&name, &function, &params, &output, &options);
    let ty = &output.ty;
    let by_value = output.by_value;
    Ok(quote! {
        #function
        #[allow(unsafe_code, unused_unsafe, clippy::unused_unit, clippy::needless_update)]
        const _: () = {
            #shim
            #record
            assert!(<#ty as ffi_core::into_c::Return>::BY_VALUE == #by_value);
        };
    })
}

fn shim(name: &str, function: &ItemFn, params: &[Param], output: &Output, options: &Options) -> TokenStream {
    let ty = &output.ty;
    let notices = fallible(params, output) && !options.unnoticed;
    let guard = if notices { quote!(call) } else { quote!(infallible_call) };
    let aside = match (options.light, options.computes) {
        (true, _) => quote!({ ffi_core::guard::aside::NOTHING }),
        (false, true) => quote!({ ffi_core::guard::aside::FLOATS }),
        (false, false) => quote!({ ffi_core::guard::aside::ALL }),
    };
    let c: Vec<TokenStream> =
        params.iter().flat_map(|param| &param.c).map(|(name, ty)| quote!(#name: #ty)).collect();
    // An object leaves its table only once every other argument was found good, and memory for the call.
    let (taking, others): (Vec<_>, Vec<_>) = params.iter().partition(|param| param.takes);
    let [others, taking] =
        [others, taking].map(|params| params.into_iter().map(|param| &param.convert).collect::<Vec<_>>());
    let pass = params.iter().map(|param| &param.pass);
    let callee = &function.sig.ident;
    let (check, room) = memory(params, notices, options);
    let call = (output.wrap)(quote!(#callee(#(#pass),*)));
    let failure = failure(ty, options);
    let body = quote! {{
        #check
        // SAFETY: what the header asks of the caller is what each conversion asks of its argument.
        unsafe {
            #(#others)*
            #room
            #(#taking)*
            #call
        }
    }};
    let into = output.by_value.then(|| {
        let export = format!("{name}_into");
        quote! {
            #[unsafe(export_name = #export)]
            unsafe extern "C-unwind" fn into(
                #(#c,)*
                out: *mut <#ty as ffi_core::into_c::Return>::C,
            ) -> i64 {
                ffi_core::guard::call_into::<#ty, #aside>(&crate::LIBRARY, out, |reason| #failure, || #body)
            }
        }
    });
    // "C-unwind", for a host's thread that can be cancelled at any time ends where the call puts that back.
    quote! {
        #[unsafe(export_name = #name)]
        unsafe extern "C-unwind" fn shim(#(#c),*) -> <#ty as ffi_core::into_c::Return>::C {
            ffi_core::guard::#guard::<#ty, #aside>(&crate::LIBRARY, |reason| #failure, || #body)
        }
        #into
    }
}

/// Returns the statements that ask for memory: before the arguments, and once their size is known. A function that
/// frees something has none of the first, for it is to work without any memory.
fn memory(params: &[Param], notices: bool, options: &Options) -> (Option<TokenStream>, Option<TokenStream>) {
    let times = match &options.memory {
        None => quote!(ffi_core::memory::TIMES),
        Some(times) if times.base10_digits() == "0" => return (None, None),
        Some(times) => quote!(#times),
    };
    let frees =
        params.iter().any(|param| param.takes) || !options.frees.is_empty() || !options.takes.is_empty();
    let check = (notices && !frees).then(|| quote!(ffi_core::reserve::check()?;));
    let sizes: Vec<_> = params.iter().filter_map(|param| param.size.as_ref()).collect();
    let room =
        (!sizes.is_empty()).then(|| quote!(ffi_core::memory::room_for_input(0 #(+ #sizes)*, #times)?;));
    (check, room)
}

/// Tells whether an argument can be refused, or the function itself can fail.
fn fallible(params: &[Param], output: &Output) -> bool {
    output.fallible || params.iter().any(|param| param.fallible)
}

/// The C value of a failed call.
fn failure(ty: &TokenStream, options: &Options) -> TokenStream {
    if let Some(value) = &options.fail {
        return quote!({ let _: &str = reason; #value });
    }
    if let Some(fields) = &options.fail_fields {
        let names = fields.iter().map(|(name, _)| name);
        let values = fields.iter().map(|(_, value)| value);
        return quote! {{
            let _ = reason;
            // The safe struct, so that a text field takes any text.
            let failed = #ty { #(#names: (#values).into(),)* ..::core::default::Default::default() };
            ffi_core::into_c::Return::into_c(failed)
        }};
    }
    quote!({ let _ = reason; <#ty as ffi_core::into_c::Return>::failure() })
}

/// The signature record: JSON in pieces, joined when compiled because a type's name is known to its trait only.
fn record(
    name: &str,
    function: &ItemFn,
    params: &[Param],
    output: &Output,
    options: &Options,
) -> TokenStream {
    let doc = docs::json(&docs::text(&function.attrs));
    let thread = docs::json(options.thread.as_deref().unwrap_or("any"));
    let since = docs::json(options.since.as_deref().unwrap_or("0.1.0"));
    let blocks = options.blocks;
    let failure = failure_json(options);
    let fallible = fallible(params, output);
    let head = format!("{{\"function\":{},\"library\":\"", docs::json(name));
    let borrowed = options.borrowed;
    let facts = options.facts.object();
    let tail = format!(
        ",\"borrowed\":{borrowed}}},\"facts\":{facts},\"fallible\":{fallible},\"failure\":{failure},\"thread\":{thread},\"blocks\":{blocks},\"since\":{since},\"doc\":{doc}}}\n"
    );
    let mut pieces = vec![
        quote!(#head),
        quote!(crate::LIBRARY_NAME),
        quote!(::core::concat!("\",\"file\":\"", ::core::file!(), "\",\"line\":", ::core::line!())),
        quote!(",\"params\":["),
    ];
    for (i, param) in params.iter().enumerate() {
        let open = format!("{}{{\"name\":\"{}\",\"type\":\"", if i > 0 { "," } else { "" }, param.name);
        let abi = &param.abi;
        let consumes = match (options.frees.contains(&param.name), options.takes.contains(&param.name)) {
            (true, _) => quote!("\"success\""),
            (false, true) => quote!("true"),
            (false, false) => quote!(#abi.consumes),
        };
        pieces.extend([
            quote!(#open),
            quote!(#abi.name),
            quote!("\",\"handle\":\""),
            quote!(#abi.handle),
            quote!("\",\"consumes\":"),
            consumes,
            quote!(",\"archives\":"),
            quote!(#abi.archives),
            quote!("}"),
        ]);
    }
    let ty = &output.ty;
    pieces.extend([
        quote!("],\"returns\":{\"type\":\""),
        quote!(<#ty as ffi_core::into_c::Return>::ABI.name),
        quote!("\",\"handle\":\""),
        quote!(<#ty as ffi_core::into_c::Return>::ABI.handle),
        quote!("\",\"parent\":\""),
        quote!(<#ty as ffi_core::into_c::Return>::ABI.parent),
        quote!("\",\"freed_with\":\""),
        quote!(<#ty as ffi_core::into_c::Return>::ABI.freed_with),
        quote!("\",\"optional\":"),
        quote!(<#ty as ffi_core::into_c::Return>::ABI.optional),
        quote!(#tail),
    ]);
    statics(&pieces)
}

/// A static that holds the pieces in the record's section.
pub fn statics(pieces: &[TokenStream]) -> TokenStream {
    let parts = format_ident!("PARTS");
    quote! {
        const #parts: &[&str] = &[#(#pieces),*];
        #[used]
        #[unsafe(link_section = ".rt_abi")]
        static RECORD: [u8; ffi_core::record::length(#parts)] = ffi_core::record::join(#parts);
    }
}

fn failure_json(options: &Options) -> String {
    let literal = |value: &Expr| {
        let text = quote!(#value).to_string().replace(' ', "");
        // What is made of the reason holds it.
        if text == "reason" || text.ends_with("(reason)") { "\"<reason>\"".to_owned() } else { text }
    };
    if let Some(value) = &options.fail {
        return literal(value);
    }
    let Some(fields) = &options.fail_fields else {
        return "null".to_owned();
    };
    let fields: Vec<String> =
        fields.iter().map(|(name, value)| format!("\"{name}\":{}", literal(value))).collect();
    format!("{{{}}}", fields.join(","))
}
