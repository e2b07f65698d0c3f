//! `#[ffi_struct]`.

use crate::{docs, export::statics};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Error, Expr, ExprLit, Fields, ItemStruct, Lit, Meta, Result, Type};

pub fn expand(item: TokenStream) -> Result<TokenStream> {
    let mut item: ItemStruct = syn::parse2(item)?;
    let handles: Vec<String> = item.fields.iter_mut().map(|field| take(field, "handle")).collect();
    let enums: Vec<String> = item.fields.iter_mut().map(|field| take(field, "number")).collect();
    let Fields::Named(fields) = &item.fields else {
        return Err(Error::new_spanned(&item, "a struct with named fields"));
    };
    let safe = &item.ident;
    let c = format_ident!("Rt{safe}");
    let c_name = c.to_string();
    let visibility = &item.vis;
    let doc = format!("`{safe}` as C sees it.");
    let names: Vec<_> = fields.named.iter().map(|field| &field.ident).collect();
    let types: Vec<_> = fields.named.iter().map(|field| &field.ty).collect();
    // A truth value takes a byte in a struct, and a register where it is returned.
    let is_bool = |ty: &Type| matches!(ty, Type::Path(path) if path.path.is_ident("bool"));
    let c_types = types.iter().map(|ty| match ty {
        ty if is_bool(ty) => quote!(bool),
        ty => quote!(<#ty as ffi_core::into_c::Return>::C),
    });
    let values = types.iter().zip(&names).map(|(ty, name)| match ty {
        ty if is_bool(ty) => quote!(self.#name),
        _ => quote!(ffi_core::into_c::Return::into_c(self.#name)),
    });
    let docs: Vec<String> = fields.named.iter().map(|field| docs::text(&field.attrs)).collect();

    let mut pieces = vec![];
    let head =
        format!("{{\"struct\":\"{c_name}\",\"doc\":{},\"fields\":[", docs::json(&docs::text(&item.attrs)));
    pieces.push(quote!(#head));
    for (i, ((name, ty), doc)) in names.iter().zip(&types).zip(&docs).enumerate() {
        let open = format!(
            "{}{{\"name\":\"{}\",\"type\":\"",
            if i > 0 { "," } else { "" },
            name.as_ref().map(ToString::to_string).unwrap_or_default()
        );
        let [handle, number, doc] = [&handles[i], &enums[i], doc].map(|text| docs::json(text));
        let close = format!(",\"handle\":{handle},\"enum\":{number},\"doc\":{doc}}}");
        pieces.extend([
            quote!(#open),
            quote!(<#ty as ffi_core::into_c::Return>::ABI.name),
            quote!("\",\"optional\":"),
            quote!(<#ty as ffi_core::into_c::Return>::ABI.optional),
            quote!(#close),
        ]);
    }
    pieces.push(quote!("]}\n"));
    let record = statics(&pieces);

    Ok(quote! {
        #[derive(Default)]
        #item

        #[doc = #doc]
        #[repr(C)]
        #visibility struct #c {
            #(#[doc = #docs] pub #names: #c_types,)*
        }

        impl ffi_core::into_c::Return for #safe {
            type C = #c;
            const ABI: ffi_core::record::Abi = ffi_core::record::Abi::plain(#c_name);
            const BY_VALUE: bool = true;
            fn failure() -> #c {
                ffi_core::into_c::Return::into_c(Self::default())
            }
            fn into_c(self) -> #c {
                #c { #(#names: #values,)* }
            }
        }

        #[allow(unsafe_code)]
        const _: () = {
            #record
        };
    })
}

/// The text of a field's attribute, `#[handle = "body"]` or `#[number = "PadPower"]`, which is taken off; empty where
/// there is none.
fn take(field: &mut syn::Field, name: &str) -> String {
    let mut taken = String::new();
    field.attrs.retain(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident(name) => {
            if let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = &pair.value {
                taken = text.value();
            }
            false
        }
        _ => true,
    });
    taken
}
