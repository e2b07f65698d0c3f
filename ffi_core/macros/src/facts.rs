//! Facts about a function beyond its signature, as its attribute gives them, for whoever generates bindings from the
//! manifest.

use crate::docs;
use quote::quote;
use syn::{
    Error, Expr, Ident, LitStr, Result, Token, parenthesized,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

/// JSON members, in the order in which they were written.
#[derive(Default)]
pub struct Facts(Vec<(String, String)>);

/// `name = value`, or `name` alone.
struct Pair(Ident, Option<Expr>);

impl Parse for Pair {
    fn parse(input: ParseStream) -> Result<Self> {
        let name = input.parse()?;
        let value = input.peek(Token![=]).then(|| input.parse::<Token![=]>().and_then(|_| input.parse()));
        Ok(Self(name, value.transpose()?))
    }
}

fn pairs(input: ParseStream) -> Result<Punctuated<Pair, Token![,]>> {
    let list;
    parenthesized!(list in input);
    Punctuated::parse_terminated(&list)
}

/// A literal as JSON has it.
fn json(value: &Expr) -> String {
    quote!(#value).to_string().replace(' ', "")
}

impl Facts {
    /// Takes the value of the fact `key` from `input`; false where `key` names no fact.
    pub fn parse(&mut self, key: &Ident, input: ParseStream) -> Result<bool> {
        let name = key.to_string();
        let value = match name.as_str() {
            "truth" | "offsets" | "heavy" | "replaces" | "unowned" | "consumer" => "true".to_owned(),
            "none" if input.peek(Token![=]) => {
                input.parse::<Token![=]>()?;
                json(&input.parse()?)
            }
            "fills" | "ends" => {
                input.parse::<Token![=]>()?;
                docs::json(&input.parse::<LitStr>()?.value())
            }
            "none" | "handles" | "numbers" | "schema" => {
                let members = pairs(input)?.into_iter().map(|Pair(name, value)| match value {
                    Some(value) => Ok(format!("\"{name}\":{}", json_text(&value))),
                    None => Err(Error::new(name.span(), "a name and its value")),
                });
                format!("{{{}}}", members.collect::<Result<Vec<_>>>()?.join(","))
            }
            "zero" => {
                let names = pairs(input)?.into_iter().map(|Pair(name, _)| format!("\"{name}\""));
                format!("[{}]", names.collect::<Vec<_>>().join(","))
            }
            _ => return Ok(false),
        };
        self.0.push((name, value));
        Ok(true)
    }

    /// The JSON object.
    pub fn object(&self) -> String {
        let members: Vec<String> = self.0.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        format!("{{{}}}", members.join(","))
    }
}

/// A string's spaces are its own.
fn json_text(value: &Expr) -> String {
    match value {
        Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => docs::json(&text.value()),
        other => json(other),
    }
}
