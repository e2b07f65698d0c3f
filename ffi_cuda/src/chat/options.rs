//! Options of a rendering.

use super::python::DATES;
use crate::{
    error::{CudaError, Result},
    options,
};
use ffi_core::json;
use minijinja::{Value, value::ValueKind};
use serde::Deserialize;

/// Options of rendering a conversation.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ChatOptions {
    /// True where it ends with what begins the assistant's next turn.
    pub(crate) add_generation_prompt: bool,
    /// True where the model's begin token stands before it; as the model's file says where this is absent.
    pub(crate) add_bos: Option<bool>,
    /// In place of the file's.
    pub(crate) template: Option<String>,
    /// Name of one of the file's others.
    pub(crate) template_name: Option<String>,
    /// Seconds since 1970, UTC, which a template takes for now.
    pub(crate) now: Option<i64>,
    tools: Option<Value>,
    documents: Option<Value>,
    variables: Option<Value>,
}

impl Default for ChatOptions {
    fn default() -> Self {
        Self {
            add_generation_prompt: true,
            add_bos: None,
            template: None,
            template_name: None,
            now: None,
            tools: None,
            documents: None,
            variables: None,
        }
    }
}

impl ChatOptions {
    /// Parses the options in a JSON object.
    pub(super) fn parse(text: &str) -> Result<Self> {
        options::check_keys::<Self>(text)?;
        // From the text itself: objects keep the order of their keys, in which templates write tools.
        let options: Self =
            json::object(text).map_err(|error| CudaError::unusable_json("options_json", &error))?;
        for (name, list) in [("tools", &options.tools), ("documents", &options.documents)] {
            if list.as_ref().is_some_and(|list| !is_list_of_objects(list)) {
                return Err(CudaError::parameter(format!(
                    "`options_json` is not usable: `{name}` is no array of objects"
                )));
            }
        }
        if options.variables.as_ref().is_some_and(|variables| variables.kind() != ValueKind::Map) {
            return Err(CudaError::parameter("`options_json` is not usable: `variables` is no object"));
        }
        if let Some(now) = options.now.filter(|now| !DATES.contains(now)) {
            return Err(CudaError::parameter(format!(
                "`now` is {now}, and must lie in the years 1000 to 9999"
            )));
        }
        Ok(options)
    }

    /// True where there is at least one tool.
    pub(super) fn has_tools(&self) -> bool {
        self.tools.as_ref().is_some_and(|tools| tools.len().is_some_and(|count| count > 0))
    }

    /// Values in which users have their say, by the names that templates know.
    pub(super) fn users_values(&self, messages: &Value) -> Vec<(String, Value)> {
        let mut values = Vec::new();
        if let Some(variables) = &self.variables {
            for name in variables.try_iter().into_iter().flatten() {
                let value = variables.get_item(&name).unwrap_or_default();
                values.push((name.to_string(), value));
            }
        }
        // None, and not undefined, where there are none: as `transformers` has it.
        let none = || Value::from(());
        values.push(("tools".into(), self.tools.clone().unwrap_or_else(none)));
        values.push(("documents".into(), self.documents.clone().unwrap_or_else(none)));
        values.push(("messages".into(), messages.clone()));
        values
    }
}

fn is_list_of_objects(value: &Value) -> bool {
    value.kind() == ValueKind::Seq
        && value.try_iter().into_iter().flatten().all(|item| item.kind() == ValueKind::Map)
}
