//! Parameters of exported functions: their C types, and how they are converted.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Error, FnArg, GenericArgument, Ident, Pat, PathArguments, Result, Type};

/// One parameter, in all the shapes the shim needs.
pub struct Param {
    /// The parameter's name.
    pub name: Ident,
    /// Name and type of each of its C parameters.
    pub c: Vec<(Ident, TokenStream)>,
    /// A statement that makes the value, in a scope where `?` takes an argument error.
    pub convert: TokenStream,
    /// The argument to the safe function.
    pub pass: TokenStream,
    /// The `Abi` of the record.
    pub abi: TokenStream,
    /// True where the conversion takes the object out of its table: it goes last.
    pub takes: bool,
    /// An expression for how many bytes the caller passes, where that is not known.
    pub size: Option<TokenStream>,
    /// True where the conversion can refuse an argument.
    pub fallible: bool,
}

impl Param {
    pub fn parse(argument: &FnArg) -> Result<Self> {
        let FnArg::Typed(typed) = argument else {
            return Err(Error::new_spanned(argument, "an exported function has no self"));
        };
        let Pat::Ident(pattern) = &*typed.pat else {
            return Err(Error::new_spanned(&typed.pat, "an exported parameter has a plain name"));
        };
        let name = pattern.ident.clone();
        match &*typed.ty {
            Type::Reference(reference) => Self::reference(name, reference),
            other => Ok(Self::value(name, other)),
        }
    }

    fn reference(name: Ident, reference: &syn::TypeReference) -> Result<Self> {
        let text = name.to_string();
        let len = format_ident!("{name}_len");
        let mutable = reference.mutability.is_some();
        match &*reference.elem {
            Type::Path(path) if path.path.is_ident("str") => Ok(Self {
                c: vec![(name.clone(), quote!(*const ::std::ffi::c_char))],
                convert: quote!(let #name = ffi_core::from_c::text(#name, #text)?;),
                pass: quote!(#name),
                abi: quote!(ffi_core::from_c::TEXT),
                takes: false,
                size: Some(quote!(#name.len())),
                fallible: true,
                name,
            }),
            Type::Slice(slice) if mutable => {
                let item = &slice.elem;
                Ok(Self {
                    c: vec![(name.clone(), quote!(*mut #item)), (len.clone(), quote!(i64))],
                    convert: quote!(let #name = ffi_core::from_c::out(#name, #len, #text)?;),
                    pass: quote!(#name),
                    abi: quote!(ffi_core::from_c::OUT),
                    takes: false,
                    size: None,
                    fallible: true,
                    name,
                })
            }
            Type::Slice(slice) if matches!(&*slice.elem, Type::Reference(_)) => Ok(Self {
                c: vec![(name.clone(), quote!(*const *const ::std::ffi::c_char)), (len.clone(), quote!(i64))],
                convert: quote!(let #name = ffi_core::from_c::texts(#name, #len, #text)?;),
                pass: quote!(&#name),
                abi: quote!(ffi_core::from_c::TEXTS),
                takes: false,
                size: Some(quote!(ffi_core::memory::of_texts(&#name))),
                fallible: true,
                name,
            }),
            Type::Slice(slice) => {
                let item = &slice.elem;
                Ok(Self {
                    c: vec![(name.clone(), quote!(*const #item)), (len.clone(), quote!(i64))],
                    convert: quote!(let #name = ffi_core::from_c::array::<#item>(#name, #len, #text)?;),
                    pass: quote!(#name),
                    abi: quote!(<#item as ffi_core::from_c::Item>::ABI),
                    takes: false,
                    size: Some(quote!(::core::mem::size_of_val(#name))),
                    fallible: true,
                    name,
                })
            }
            object if !mutable => Ok(Self {
                c: vec![(name.clone(), quote!(i64))],
                convert: quote!(let #name = ffi_core::handle::get::<#object>(#name, #text)?;),
                pass: quote!(&#name),
                abi: quote!(ffi_core::record::Abi::handle(<#object as ffi_core::Object>::KIND)),
                takes: false,
                size: None,
                fallible: true,
                name,
            }),
            other => {
                Err(Error::new_spanned(other, "objects are shared by threads: take `&T`, and lock inside"))
            }
        }
    }

    fn value(name: Ident, ty: &Type) -> Self {
        let text = name.to_string();
        if let Some(item) = generic_of(ty, "OwnedArray") {
            let len = format_ident!("len");
            return Self {
                c: vec![(name.clone(), quote!(*mut #item)), (len.clone(), quote!(i64))],
                convert: quote!(let #name = ffi_core::from_c::owned_array::<#item>(#name, #len);),
                pass: quote!(#name),
                abi: quote!(<#item as ffi_core::from_c::OwnedItem>::ABI),
                takes: false,
                size: None,
                fallible: false,
                name,
            };
        }
        Self {
            c: vec![(name.clone(), quote!(<#ty as ffi_core::from_c::Param>::C))],
            convert: quote!(let #name = <#ty as ffi_core::from_c::Param>::from_c(#name, #text)?;),
            pass: quote!(#name),
            abi: quote!(<#ty as ffi_core::from_c::Param>::ABI),
            takes: generic_of(ty, "Consumed").is_some(),
            size: None,
            fallible: !["i64", "f64", "bool", "OwnedText", "Borrowed"]
                .iter()
                .any(|plain| is_named(ty, plain)),
            name,
        }
    }
}

/// `T` of `…::Outer<T>` (or of `Outer<T, …>`).
pub fn generic_of<'a>(ty: &'a Type, outer: &str) -> Option<&'a Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    if last.ident != outer {
        return None;
    }
    let PathArguments::AngleBracketed(generics) = &last.arguments else {
        return None;
    };
    generics.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

fn is_named(ty: &Type, name: &str) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == name))
}
