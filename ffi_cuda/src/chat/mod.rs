//! Conversations as the text that a model was taught: messages, rendered by the template of its file.

mod options;
mod python;
mod template;

pub(crate) use options::ChatOptions;

use crate::{
    error::{CudaError, Result},
    marks::Marks,
    session::LoadedModel,
};
use ffi_core::{json, memory, stack};
use minijinja::{ErrorKind, Value, value::ValueKind};
use std::{
    collections::HashSet,
    time::{SystemTime, UNIX_EPOCH},
};

/// Name of the template that is for tools, as `transformers` has it.
const FOR_TOOLS: &str = "tool_use";
/// The longest template.
const LONGEST_TEMPLATE: usize = 1 << 20;
/// Most stack that the engine takes: its limits on nesting and on chains bound it.
const STACK: usize = if cfg!(debug_assertions) { 6 << 20 } else { 4 << 20 };
/// Fuel that every rendering may use: 64 bytes or a step each. A message takes some hundred.
const FUEL: u64 = 1_000_000;
/// Fuel that it may use for each byte of messages and template.
const FUEL_OF_A_BYTE: u64 = 8;
/// The bytes that a unit of fuel may allocate.
const OF_FUEL: usize = 64;
/// Bytes that values take for each byte of JSON.
const OF_JSON: usize = 8;

/// A rendered conversation, in which users' texts are marked.
pub(crate) struct Chat {
    pub(crate) text: String,
    pub(crate) marks: Marks,
}

/// Renders a conversation.
pub(crate) fn render(
    model: &LoadedModel,
    messages_json: &str,
    options_json: &str,
) -> Result<(Chat, ChatOptions)> {
    let rendered = stack::with_room(STACK, || {
        let options = ChatOptions::parse(options_json)?;
        let messages = read_messages(messages_json)?;
        let input = messages_json.len() + options_json.len();
        render_values(model, &messages, &options, input).map(|chat| (chat, options))
    });
    rendered
        .map_err(|error| CudaError::OutOfMemory(format!("there is no stack for the template: {error}")))?
}

fn read_messages(messages_json: &str) -> Result<Value> {
    let refuse = |error: serde_json::Error| CudaError::unusable_json("messages_json", &error);
    let messages: Value = json::with_room(messages_json, || serde_json::from_str(messages_json))
        .map_err(refuse)?
        .map_err(refuse)?;
    if messages.kind() != ValueKind::Seq {
        return Err(CudaError::parameter("`messages_json` is no array"));
    }
    for (place, message) in messages.try_iter().map_err(failure)?.enumerate() {
        let role = message.get_attr("role").ok().filter(|role| role.kind() == ValueKind::String);
        if message.kind() != ValueKind::Map || role.is_none() {
            return Err(CudaError::parameter(format!(
                "`messages_json`: message {place} is no object with a text `role`"
            )));
        }
    }
    Ok(messages)
}

/// The template by the options: one given, one named, the file's for tools where there are some, or its usual one.
fn template_of<'a>(model: &'a LoadedModel, options: &'a ChatOptions) -> Result<&'a str> {
    if let Some(template) = &options.template {
        return Ok(template);
    }
    let named = |name: &str| model.named_templates.iter().find(|(known, _)| known == name);
    if let Some(name) = &options.template_name {
        let names = Vec::from_iter(model.named_templates.iter().map(|(name, _)| name.as_str()));
        return named(name).map(|(_, template)| template.as_str()).ok_or_else(|| {
            CudaError::parameter(format!(
                "`options_json` is not usable: `template_name` is {name:?}, and the model's file has {}",
                if names.is_empty() { "no named templates".to_owned() } else { names.join(", ") }
            ))
        });
    }
    let for_tools = named(FOR_TOOLS).filter(|_| options.has_tools());
    Ok(for_tools.map_or(&model.chat_template, |(_, template)| template))
}

fn render_values(model: &LoadedModel, messages: &Value, options: &ChatOptions, input: usize) -> Result<Chat> {
    let template = template_of(model, options)?;
    if template.is_empty() {
        return Err(CudaError::parameter(
            "the model's file has no chat template, and `options_json` has no `template`",
        ));
    }
    if template.len() > LONGEST_TEMPLATE {
        return Err(CudaError::parameter(format!(
            "the chat template has {} bytes, and may have {LONGEST_TEMPLATE}",
            template.len()
        )));
    }
    let fuel = FUEL + FUEL_OF_A_BYTE * (input + template.len()) as u64;
    memory::room_for(fuel as usize * OF_FUEL + input * OF_JSON)?;
    let mut used: HashSet<char> =
        template.chars().filter(|&character| Marks::is_private(character)).collect();
    let users = options.users_values(messages);
    for (_, value) in &users {
        find_private(value, &mut used)?;
    }
    let keys = model.tokenizer.as_ref().map_or(&[][..], |tokenizer| tokenizer.key_characters());
    let marks = Marks::new(keys, &used)?;
    let mut variables = model_variables(model);
    for (name, value) in users {
        variables.push((name, marked(&value, &marks)?));
    }
    variables.push(("add_generation_prompt".into(), options.add_generation_prompt.into()));
    let now = options.now.unwrap_or_else(unix_seconds);
    let text = template::render(template, variables, now, fuel).map_err(failure)?;
    Ok(Chat { text, marks })
}

/// The texts of the tokens that templates write.
fn model_variables(model: &LoadedModel) -> Vec<(String, Value)> {
    let Some(tokenizer) = &model.tokenizer else { return Vec::new() };
    let (begin, end) = tokenizer.begin_and_end();
    let tokens = [("bos_token", begin), ("eos_token", end), ("unk_token", tokenizer.unknown())];
    let known = tokens.into_iter().filter_map(|(name, token)| Some((name, token?)));
    known.map(|(name, token)| (name.to_owned(), Value::from(tokenizer.token_text(token)))).collect()
}

fn unix_seconds() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64)
}

fn find_private(value: &Value, used: &mut HashSet<char>) -> Result<()> {
    if let Some(text) = value.as_str() {
        used.extend(text.chars().filter(|&character| Marks::is_private(character)));
        return Ok(());
    }
    if !matches!(value.kind(), ValueKind::Seq | ValueKind::Map) {
        return Ok(());
    }
    for item in value.try_iter().map_err(failure)? {
        find_private(&item, used)?;
        if value.kind() == ValueKind::Map {
            find_private(&value.get_item(&item).map_err(failure)?, used)?;
        }
    }
    Ok(())
}

/// A copy of `value` with all its texts marked.
fn marked(value: &Value, marks: &Marks) -> Result<Value> {
    match value.kind() {
        ValueKind::String => Ok(value.as_str().map_or_else(|| value.clone(), |text| marks.mark(text).into())),
        ValueKind::Seq => {
            let items = value.try_iter().map_err(failure)?;
            items.map(|item| marked(&item, marks)).collect::<Result<Vec<_>>>().map(Value::from)
        }
        ValueKind::Map => {
            let mut pairs = Vec::new();
            for key in value.try_iter().map_err(failure)? {
                let item = value.get_item(&key).map_err(failure)?;
                pairs.push((marked(&key, marks)?, marked(&item, marks)?));
            }
            Ok(Value::from_pairs(pairs))
        }
        _ => Ok(value.clone()),
    }
}

fn failure(error: minijinja::Error) -> CudaError {
    match error.kind() {
        ErrorKind::OutOfFuel => CudaError::InferenceFailed(
            "the chat template takes more steps or memory than a conversation of this size may".into(),
        ),
        _ => CudaError::parameter(format!("the chat template fails: {error}")),
    }
}
