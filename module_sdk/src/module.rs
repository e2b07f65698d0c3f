//! The trait of modules, and how a message reaches its methods.

use crate::message::{Answer, Error, Payload, error, success};
use serde_json::Value;

/// A module: it is made by `Default` when it is loaded, handles one message at a time, on any thread, and is
/// dropped when it is unloaded. A message whose method is not written is answered with an error.
pub trait Module: Default + Send {
    /// Sent once, before the others, by hosts that have settings to pass.
    fn init(&mut self, payload: &Payload) -> Answer {
        let _ = payload;
        Ok(Value::Null)
    }

    /// Something to do.
    fn command(&mut self, payload: &Payload) -> Answer {
        let _ = payload;
        Err(Error::unhandled("command"))
    }

    /// A question that changes nothing.
    fn query(&mut self, payload: &Payload) -> Answer {
        let _ = payload;
        Err(Error::unhandled("query"))
    }

    /// A change of what the module holds.
    fn mutation(&mut self, payload: &Payload) -> Answer {
        let _ = payload;
        Err(Error::unhandled("mutation"))
    }

    /// Something that happened.
    fn event(&mut self, payload: &Payload) -> Answer {
        let _ = payload;
        Ok(Value::Null)
    }

    /// A message of any type whose payload is bytes, and so is its answer.
    fn bytes(&mut self, message_type: &str, data: &[u8]) -> Result<Vec<u8>, Error> {
        let _ = (message_type, data);
        Err("this module takes JSON and no bytes".into())
    }
}

/// `module`'s answer to a message, as the host gets it: tests call this.
pub fn answer<M: Module>(module: &mut M, message_type: &str, payload: &str) -> String {
    let answer = Payload::parse(payload).and_then(|payload| match message_type {
        "init" => module.init(&payload),
        "command" => module.command(&payload),
        "query" => module.query(&payload),
        "mutation" => module.mutation(&payload),
        "event" => module.event(&payload),
        other => Err(Error::unhandled(other)),
    });
    match answer {
        Ok(data) => success(&data),
        Err(reason) => error(&reason.0),
    }
}
