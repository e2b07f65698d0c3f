//! Conditions on a call's result, in a language's words.

use super::model::failure_fields;
use crate::abi::Function;
use serde_json::Value;

/// Words of a language without types for values, in which a result is called `result`.
pub struct Conditions {
    /// What stands before and after a field's name.
    pub field: [&'static str; 2],
    /// What stands between two conditions that both hold.
    pub and: &'static str,
    /// The condition under which a boolean is false.
    pub is_false: &'static str,
    /// The condition under which an array is empty.
    pub is_empty: &'static str,
}

impl Conditions {
    /// The condition under which the call may have failed.
    pub fn failed(&self, function: &Function) -> Option<String> {
        self.is(function, &function.failure)
    }

    /// The condition under which the result is `value`.
    pub fn is(&self, function: &Function, value: &Value) -> Option<String> {
        Some(match value {
            Value::Null => return None,
            _ if function.returns.is_empty() => return None,
            Value::Object(_) => {
                let [before, after] = self.field;
                let fields = failure_fields(value).into_iter();
                let fields = fields.map(|(name, value)| format!("{before}{name}{after} == {value}"));
                fields.collect::<Vec<_>>().join(self.and)
            }
            Value::Bool(false) => self.is_false.into(),
            Value::Array(_) => self.is_empty.into(),
            value => format!("result == {value}"),
        })
    }
}
