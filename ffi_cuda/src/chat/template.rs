//! Templates in Jinja's language, as models' files have them: programs of strangers, which run on fuel.

use super::python::{JsonStyle, JsonWriter, refusal, strftime};
use ffi_core::fork::ForkSafeLazy;
use minijinja::{Environment, Error, State, Value, syntax::SyntaxConfig, value::Kwargs};
use minijinja_contrib::pycompat;
use regex::Regex;
use std::borrow::Cow;

/// Messages and errors call it so.
const NAME: &str = "chat_template";
/// More columns for each level of JSON than anybody reads.
const WIDEST_INDENT: i64 = 64;

/// Renders a template as `transformers` does, which sets `trim_blocks` and `lstrip_blocks` and adds what is added here.
pub(super) fn render(
    template: &str,
    variables: Vec<(String, Value)>,
    unix_seconds: i64,
    fuel: u64,
) -> Result<String, Error> {
    make_tables();
    let mut environment = Environment::new();
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_fuel(Some(fuel));
    environment.set_unknown_method_callback(call_method);
    environment.add_filter("tojson", to_json);
    environment.add_function("raise_exception", |why: String| -> Result<Value, Error> { Err(refusal(why)) });
    environment.add_function("strftime_now", move |format: &str| strftime(format, unix_seconds));
    environment.render_named_str(NAME, &without_generation(template), Value::from_pairs(variables))
}

/// Methods of Python's values. `count` looks at all that a list contains, which has to be paid for.
fn call_method(state: &mut State, value: &Value, method: &str, arguments: &[Value]) -> Result<Value, Error> {
    if method == "count" && value.as_str().is_none() {
        state.charge_value(value)?;
    }
    pycompat::unknown_method_callback(state, value, method, arguments)
}

/// minijinja makes tables for all templates under locks of its own, when they are first needed: a child that is forked
/// meanwhile would wait for them for ever. Here no fork comes between.
fn make_tables() {
    static MADE: ForkSafeLazy<()> = ForkSafeLazy::once();
    MADE.get_or_make(|| {
        drop(Environment::empty());
        let _ = SyntaxConfig::builder().build();
        let _ = Environment::new().render_str("{{ 1 }}{{ '<' | escape }}", ());
    });
}

/// `generation` marks what an assistant says, for training: it writes nothing.
fn without_generation(template: &str) -> Cow<'_, str> {
    if !template.contains("generation") {
        return Cow::Borrowed(template);
    }
    let tag = Regex::new(r"\{%([-+]?)\s*(end)?generation\s*([-+]?)%\}").expect("a pattern of ours");
    tag.replace_all(template, |found: &regex::Captures| {
        let word = if found.get(2).is_some() { "endif" } else { "if true" };
        format!("{{%{} {word} {}%}}", &found[1], &found[3])
    })
}

/// The filter `tojson` of `transformers`, which is `json.dumps` without escapes for HTML.
fn to_json(state: &State, value: &Value, ascii: Option<Value>, named: Kwargs) -> Result<Value, Error> {
    let asked = |name: &str| named.get::<Option<Value>>(name);
    let ascii = ascii.or(asked("ensure_ascii")?);
    let indent = indent(asked("indent")?)?;
    let (item_separator, key_separator) = match asked("separators")? {
        Some(pair) if !pair.is_none() => separators(&pair)?,
        _ => (if indent.is_some() { "," } else { ", " }.to_owned(), ": ".to_owned()),
    };
    let sort_keys = asked("sort_keys")?.is_some_and(|sort| sort.is_true());
    named.assert_all_used()?;
    let ascii = ascii.is_some_and(|ascii| ascii.is_true());
    let style = JsonStyle { indent, item_separator, key_separator, sort_keys, ascii };
    JsonWriter::write(state, &style, value).map(Value::from)
}

fn indent(asked: Option<Value>) -> Result<Option<String>, Error> {
    let Some(asked) = asked.filter(|asked| !asked.is_none()) else { return Ok(None) };
    let indent = match asked.as_str() {
        Some(text) => text.to_owned(),
        None => {
            let columns = i64::try_from(asked)?.max(0);
            " ".repeat(columns.min(WIDEST_INDENT + 1) as usize)
        }
    };
    if indent.len() as i64 > WIDEST_INDENT {
        return Err(refusal(format!("JSON is indented by more than {WIDEST_INDENT} bytes")));
    }
    Ok(Some(indent))
}

fn separators(pair: &Value) -> Result<(String, String), Error> {
    let both: Option<Vec<String>> = pair.try_iter()?.map(|text| text.as_str().map(str::to_owned)).collect();
    match <[String; 2]>::try_from(both.unwrap_or_default()) {
        Ok([item, key]) if item.len() + key.len() <= 16 => Ok((item, key)),
        _ => Err(refusal("`separators` of tojson are no two short texts".into())),
    }
}
