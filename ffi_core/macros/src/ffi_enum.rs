//! `#[ffi_enum]`.

use crate::{docs, export::statics};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, Expr, ItemEnum, LitStr, Result};

/// The enum as it is, and its record.
pub fn expand(arguments: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let item: ItemEnum = syn::parse2(item)?;
    let name = match syn::parse2::<Option<LitStr>>(arguments)? {
        Some(name) => name.value(),
        None => item.ident.to_string(),
    };
    let mut values = Vec::new();
    for variant in &item.variants {
        let Some((_, value)) = &variant.discriminant else {
            return Err(Error::new_spanned(variant, "a number that the boundary promises is written out"));
        };
        values.push(format!(
            "{{\"name\":\"{}\",\"value\":{},\"doc\":{}}}",
            variant.ident,
            number(value)?,
            docs::json(&docs::text(&variant.attrs))
        ));
    }
    let head = format!("{{\"enum\":\"{name}\",\"library\":\"");
    let tail =
        format!("\",\"doc\":{},\"values\":[{}]}}\n", docs::json(&docs::text(&item.attrs)), values.join(","));
    let record = statics(&[quote!(#head), quote!(crate::LIBRARY_NAME), quote!(#tail)]);
    Ok(quote! {
        #item

        #[allow(unsafe_code)]
        const _: () = {
            #record
        };
    })
}

fn number(value: &Expr) -> Result<String> {
    let text = quote!(#value).to_string().replace([' ', '_'], "");
    match text.parse::<i64>() {
        Ok(number) => Ok(number.to_string()),
        Err(_) => Err(Error::new_spanned(value, "a number in decimal digits")),
    }
}
