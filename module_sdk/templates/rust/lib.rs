//! NAME: a module for simple_native. It counts, and greets.

use module_sdk::{Answer, Module, Payload, export_module, json};

#[derive(Default)]
struct Counter {
    count: i64,
}

impl Module for Counter {
    /// `{"add": 2}`: the count, after adding.
    fn command(&mut self, payload: &Payload) -> Answer {
        self.count += payload.get("add").unwrap_or(1);
        Ok(json!(self.count))
    }

    /// `{"name": "Ada"}`: a greeting.
    fn query(&mut self, payload: &Payload) -> Answer {
        let name: String = payload.get("name")?;
        Ok(json!(format!("hello, {name}")))
    }
}

export_module!(Counter);

#[cfg(test)]
mod tests {
    use super::*;
    use module_sdk::answer;

    #[test]
    fn it_counts_and_greets() {
        let mut module = Counter::default();
        assert_eq!(answer(&mut module, "command", r#"{"add": 2}"#), r#"{"status":"success","data":2}"#);
        assert_eq!(answer(&mut module, "command", "{}"), r#"{"status":"success","data":3}"#);
        let greeting = answer(&mut module, "query", r#"{"name": "Ada"}"#);
        assert_eq!(greeting, r#"{"status":"success","data":"hello, Ada"}"#);
        let refused = answer(&mut module, "query", "{}");
        assert_eq!(refused, r#"{"status":"error","error":"the payload has no `name`"}"#);
    }
}
