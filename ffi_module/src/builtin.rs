//! The built-in module `native`: any function of the archive, called by its name.

use crate::{
    Error, Result,
    backend::Backend,
    message::{Message, Payload},
    reply::Answer,
};
use ffi_core::{Text, json, json_calls::Call, last_error::watch};
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Instant;

/// The name by which it is loaded, in place of a path.
pub const NAME: &str = "native";

/// A unit test is linked with this library alone.
#[cfg(test)]
static CALLS: &[Call] = &[];

/// Reached through this module alone: a program that loads none keeps none of the functions alive.
#[cfg(not(test))]
static CALLS: &[Call] = ffi_core::calls!("../simple_native/abi/signatures.txt" {
    lyon => "graphics2d",
    module => "native",
    winit => "window",
});

/// The payload of a message.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    call: String,
    #[serde(default)]
    args: Vec<Value>,
}

/// The module.
pub struct Builtin;

impl Backend for Builtin {
    fn kind(&self) -> &'static str {
        "built-in"
    }

    fn takes_many(&self) -> bool {
        true
    }

    fn deliver(&self, message: &Message, _: u64, _: Option<Instant>) -> Result<Answer> {
        let Payload::Json(payload) = &message.payload else { return Err(Error::NoBytes) };
        let payload = payload.to_str().unwrap_or_default();
        let answer = if message.kind == c"init" {
            json!({ "status": "success", "data": CALLS.iter().map(|call| call.name).collect::<Vec<_>>() })
        } else {
            let request = json::object(payload).map_err(Error::Call)?;
            let answer = answer(&request);
            json::free(request, payload);
            answer
        };
        Ok(Answer::Json(Text::new(&answer.to_string())))
    }

    fn close(&self) {}
}

fn answer(request: &Request) -> Value {
    let error = |text: String| json!({ "status": "error", "error": text });
    let Ok(place) = CALLS.binary_search_by_key(&&*request.call, |call| call.name) else {
        return error(format!("`call` is \"{}\", which is no function of this archive", request.call));
    };
    let call = &CALLS[place];
    if request.args.len() != call.arity {
        return error(format!(
            "`args` holds {} values, and {} takes {}",
            request.args.len(),
            call.name,
            call.arity
        ));
    }
    match watch(|| (call.thunk)(&request.args)) {
        (Err(refused), _) => error(refused.to_string()),
        (Ok(data), None) => json!({ "status": "success", "data": data }),
        (Ok(data), Some(reason)) => json!({ "status": "error", "error": reason, "data": data }),
    }
}
