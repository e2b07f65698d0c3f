//! The manifest of a compiled archive, put together from its records.

use super::{
    facts,
    manifest::{
        ARRAYS, Callback, CallbackParameter, Enum, EnumValue, Errors, Field, Function, Library, Manifest,
        Object, Parameter, Struct,
    },
    record::{AboutRecord, Facts, FunctionRecord, ParameterRecord, Record, StructRecord},
    signatures,
};
use crate::workspace::root;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs};

/// From the records of a compiled archive. The functions that `contract` lists come first, in its order;
/// the others follow as they are written. The revision is that of the `committed` signatures, or the next
/// where these are others.
pub fn manifest(records: &[Record], contract: &[String], version: &str, committed: &str) -> Result<Manifest> {
    let structs: BTreeMap<&str, &StructRecord> = records
        .iter()
        .filter_map(|record| match record {
            Record::Struct(one) => Some((one.r#struct.as_str(), one)),
            _ => None,
        })
        .collect();
    let mut functions: Vec<&FunctionRecord> = records
        .iter()
        .filter_map(|record| match record {
            Record::Function(one) => Some(&**one),
            _ => None,
        })
        .collect();
    let place: BTreeMap<&str, usize> =
        contract.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
    functions.sort_by_key(|function| {
        let place = place.get(function.function.as_str()).copied().unwrap_or(usize::MAX);
        (place, &function.file, function.line, &function.function)
    });
    let releases = releases(&functions)?;
    let mut libraries: BTreeMap<(bool, &str), Vec<&FunctionRecord>> = BTreeMap::new();
    for function in functions {
        libraries.entry((function.library != "native", &function.library)).or_default().push(function);
    }
    let libraries = libraries
        .into_iter()
        .map(|((_, name), functions)| library(name, &functions, &structs, &releases, records))
        .collect::<Result<_>>()?;
    let mut manifest = Manifest {
        name: "simple_native".into(),
        version: version.into(),
        abi_version: 1,
        abi_revision: signatures::revision(committed),
        prefix: None,
        without: Vec::new(),
        abi_hash: 0,
        libraries,
    };
    facts::check(&manifest)?;
    manifest.abi_hash = signatures::hash(&signatures::text(&manifest));
    if manifest.abi_hash != signatures::hash(committed) {
        manifest.abi_revision += 1;
    }
    Ok(manifest)
}

/// The destructor of each kind of handle: the one function that consumes a handle of it and nothing else, makes
/// nothing of it, and does not say that it is a consumer alone.
fn releases<'a>(functions: &[&'a FunctionRecord]) -> Result<BTreeMap<&'a str, &'a str>> {
    let mut found: BTreeMap<&str, &str> = BTreeMap::new();
    let mut others: BTreeMap<&str, &str> = BTreeMap::new();
    for function in functions {
        let consumes = |param: &&ParameterRecord| param.consumes != false && !param.handle.is_empty();
        let consumed: Vec<_> = function.params.iter().filter(consumes).collect();
        let [handle] = consumed[..] else { continue };
        let (kind, name) = (handle.handle.as_str(), function.function.as_str());
        if function.facts.consumer {
            continue;
        }
        if !["", "bool"].contains(&&*function.returns.r#type) {
            others.insert(kind, name);
            continue;
        }
        if let Some(other) = found.insert(kind, name) {
            bail!(
                "{other} and {name} both free a {kind}: mark the one that is not its destructor, `#[export(consumer)]`"
            );
        }
    }
    if let Some((kind, name)) = others.iter().find(|(kind, _)| !found.contains_key(*kind)) {
        bail!("{name} frees a {kind}, and a destructor returns nothing or whether it freed it, a bool");
    }
    Ok(found)
}

fn library(
    name: &str,
    functions: &[&FunctionRecord],
    structs: &BTreeMap<&str, &StructRecord>,
    releases: &BTreeMap<&str, &str>,
    records: &[Record],
) -> Result<Library> {
    let mut used: Vec<Struct> = Vec::new();
    for function in functions {
        let name = &function.returns.r#type;
        if name.starts_with("Rt") && !used.iter().any(|one| one.name == *name) {
            let record = structs.get(name.as_str()).with_context(|| format!("no record of {name}"))?;
            used.push(struct_of(record));
        }
    }
    let objects = objects(functions, releases);
    let available = format!("rt_{name}_available");
    let record = functions.iter().find(|one| one.function == available).or(functions.first());
    let record = record.context("a library without functions")?;
    let functions: Vec<Function> = functions
        .iter()
        .map(|record| function_of(record, &used, releases))
        .collect::<Result<_>>()
        .with_context(|| format!("library {name}"))?;
    let about = records.iter().find_map(|record| match record {
        Record::About(one) if one.about == name => Some(one.clone()),
        _ => None,
    });
    let AboutRecord { title, wraps, doc, .. } = about.unwrap_or_default();
    let doc = if doc.is_empty() { crate_doc(&record.file)? } else { doc };
    let errors = errors(name, &functions);
    let enums = enums(name, records);
    Ok(Library { name: name.into(), title, wraps, doc, errors, enums, objects, structs: used, functions })
}

/// The functions that every library with failures has. Where reading forgets (as `cudaGetLastError` does) there is one
/// that does not.
fn errors(library: &str, functions: &[Function]) -> Option<Errors> {
    let find = |suffix: &str| {
        let name = format!("rt_{library}_{suffix}");
        functions.iter().any(|function| function.name == name).then_some(name)
    };
    Some(Errors {
        get: find("peek_last_error").or_else(|| find("get_last_error"))?,
        clear: find("clear_error")?,
        code: find("get_last_error_code"),
    })
}

/// The enums of a library, in the order of their names.
fn enums(library: &str, records: &[Record]) -> Vec<Enum> {
    let found = records.iter().filter_map(|record| match record {
        Record::Enum(one) if one.library == library => Some(one),
        _ => None,
    });
    let mut all: Vec<Enum> = found
        .map(|one| Enum {
            name: one.r#enum.clone(),
            doc: one.doc.clone(),
            values: one
                .values
                .iter()
                .map(|value| EnumValue {
                    name: value.name.clone(),
                    value: value.value,
                    doc: value.doc.clone(),
                })
                .collect(),
        })
        .collect();
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all
}

/// The kinds that these functions make, in the order in which they first do.
fn objects(functions: &[&FunctionRecord], releases: &BTreeMap<&str, &str>) -> Vec<Object> {
    let mut objects: Vec<Object> = Vec::new();
    for made in functions.iter().map(|function| &function.returns).filter(|made| !made.handle.is_empty()) {
        if !objects.iter().any(|one| one.kind == made.handle) {
            objects.push(Object {
                kind: made.handle.clone(),
                release: releases.get(made.handle.as_str()).map(|&name| name.to_owned()),
                parent: (!made.parent.is_empty()).then(|| made.parent.clone()),
                freed_with: (!made.freed_with.is_empty()).then(|| made.freed_with.clone()),
            });
        }
    }
    objects
}

/// The `//!` lines at the head of a source file.
fn crate_doc(file: &str) -> Result<String> {
    let text = fs::read_to_string(root().join(file)).with_context(|| file.to_owned())?;
    let lines: Vec<&str> = text
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    Ok(lines.join("\n").trim().to_owned())
}

fn struct_of(record: &StructRecord) -> Struct {
    Struct {
        name: record.r#struct.clone(),
        doc: record.doc.clone(),
        fields: record
            .fields
            .iter()
            .map(|field| Field {
                name: field.name.clone(),
                r#type: field.r#type.clone(),
                handle: (!field.handle.is_empty()).then(|| field.handle.clone()),
                r#enum: (!field.r#enum.is_empty()).then(|| field.r#enum.clone()),
                optional: field.optional,
                doc: field.doc.clone(),
            })
            .collect(),
    }
}

fn function_of(
    record: &FunctionRecord,
    structs: &[Struct],
    releases: &BTreeMap<&str, &str>,
) -> Result<Function> {
    if record.doc.is_empty() {
        bail!("{} has no documentation", record.function);
    }
    let returns = &record.returns.r#type;
    let handle = (!record.returns.handle.is_empty()).then(|| record.returns.handle.clone());
    let facts = &record.facts;
    let items = facts.handles.get("result").cloned();
    let array = ARRAYS.iter().find(|array| array.0 == returns);
    let by_value = array.is_some() || returns.starts_with("Rt");
    let release = match (&handle, array) {
        (Some(_), _) if record.returns.borrowed => None,
        (Some(kind), _) => releases.get(kind.as_str()).map(|&name| name.to_owned()),
        (None, Some(array)) => Some(array.3.to_owned()),
        (None, None) if returns == "text" => Some("rt_text_free".to_owned()),
        (None, None) => None,
    };
    Ok(Function {
        name: record.function.clone(),
        summary: summary(&record.doc),
        doc: record.doc.clone(),
        params: record.params.iter().map(|param| parameter_of(param, facts)).collect::<Result<_>>()?,
        returns: returns.clone(),
        owner: release.is_some().then(|| "caller".to_owned()),
        release,
        fails: record.fallible,
        failure: failure(record, structs),
        none: facts.none.clone(),
        optional: record.returns.optional,
        truth: facts.truth,
        offsets: facts.offsets,
        returns_enum: facts.numbers.get("result").cloned(),
        items_owner: items.as_ref().map(|_| if facts.unowned { "parent" } else { "caller" }.to_owned()),
        returns_handles: items,
        returns_handle: handle,
        into: by_value.then(|| format!("{}_into", record.function)),
        thread: record.thread.clone(),
        blocks: record.blocks,
        heavy: facts.heavy,
        since: record.since.clone(),
    })
}

fn parameter_of(record: &ParameterRecord, facts: &Facts) -> Result<Parameter> {
    let callback = callback_of(&record.name, &record.r#type, facts);
    let r#type = match (&callback, record.r#type.as_str()) {
        (Some(_), _) => "callback",
        (None, "void *{name}") => "pointer",
        (None, plain) => plain,
    };
    let points = !record.handle.is_empty() || !["i64", "f64", "bool"].contains(&r#type);
    let consumes = record.consumes != false;
    let ownership = if consumes { "consumed" } else { "borrowed" };
    let when = if record.consumes == true { "always" } else { "success" };
    let is_buffer = r#type == "[u8 out]";
    let schema = facts.schema.get(&record.name).map(|file| schema(file)).transpose()?;
    Ok(Parameter {
        name: record.name.clone(),
        r#type: r#type.to_owned(),
        callback,
        from_archive: record.archives,
        handle: (!record.handle.is_empty()).then(|| record.handle.clone()),
        ownership: points.then(|| ownership.to_owned()),
        consumed: consumes.then(|| when.to_owned()),
        zero: facts.zero.contains(&record.name),
        handles: facts.handles.get(&record.name).filter(|_| r#type.starts_with('[')).cloned(),
        r#enum: facts.numbers.get(&record.name).cloned(),
        fills: is_buffer.then(|| facts.fills.clone().unwrap_or_else(|| "all".into())),
        schema: schema.unwrap_or_default(),
    })
}

/// The schema in a file.
fn schema(file: &str) -> Result<Value> {
    let text = fs::read_to_string(root().join(file)).with_context(|| file.to_owned())?;
    serde_json::from_str(&text).with_context(|| file.to_owned())
}

/// A callback, from its C declaration: `int64_t (*{name})(int64_t handle, void *user_data)`.
fn callback_of(name_of_it: &str, declaration: &str, facts: &Facts) -> Option<Callback> {
    let (returns, params) = declaration.strip_suffix(')')?.split_once(" (*{name})(")?;
    let notation = |c: &str| match c.trim() {
        "int64_t" => "i64",
        "double" => "f64",
        "const char *" => "text",
        "void *" => "pointer",
        "void" => "",
        other => panic!("a callback with a {other}: teach `callback_of` to say it"),
    };
    let params = params.split(", ").enumerate().map(|(place, param)| {
        let name = param.rfind([' ', '*']).map_or(0, |end| end + 1);
        CallbackParameter {
            name: param[name..].to_owned(),
            r#type: notation(&param[..name]).to_owned(),
            handle: (place == 0).then(|| facts.handles.get(name_of_it).cloned()).flatten(),
        }
    });
    Some(Callback {
        threads: "any".into(),
        concurrent: true,
        ends: facts.ends.clone().unwrap_or_default(),
        replaces: facts.replaces,
        returns: notation(returns).to_owned(),
        returns_handle: facts.handles.get(&format!("{name_of_it}_returns")).cloned(),
        params: params.collect(),
    })
}

/// The first sentence, on one line.
fn summary(doc: &str) -> String {
    let paragraph = doc.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    match paragraph.find(". ") {
        Some(end) => paragraph[..=end].to_owned(),
        None => paragraph,
    }
}

/// The result of a failed call, spelled out.
fn failure(record: &FunctionRecord, structs: &[Struct]) -> Value {
    if !record.fallible {
        return Value::Null;
    }
    let given = &record.failure;
    let default = |r#type: &str| match r#type {
        "bool" => json!(false),
        "f64" => json!(0.0),
        "text" => json!(""),
        "" => Value::Null,
        _ => json!(0),
    };
    let returns = record.returns.r#type.as_str();
    if let Some(one) = structs.iter().find(|one| one.name == returns) {
        let fields = one.fields.iter().map(|field| {
            let value = given.get(&field.name).cloned().unwrap_or_else(|| default(&field.r#type));
            (field.name.clone(), value)
        });
        return Value::Object(fields.collect());
    }
    match returns {
        _ if !given.is_null() => given.clone(),
        "i64" if record.returns.handle.is_empty() => json!(-1),
        _ if returns.starts_with('[') => json!([]),
        _ => default(returns),
    }
}
