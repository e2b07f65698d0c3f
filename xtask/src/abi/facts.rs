//! Checks of the manifest's facts beyond signatures, against the manifest itself: a name that nothing bears is an
//! error where it is written, not in somebody's generator.

use super::manifest::{Function, Manifest};
use anyhow::{Result, bail};
use std::collections::BTreeSet;

/// Fails where a fact names an enum, a kind, a function or a parameter that there is not, or two enums share a name.
pub fn check(manifest: &Manifest) -> Result<()> {
    let mut enums = BTreeSet::new();
    for one in manifest.libraries.iter().flat_map(|library| &library.enums) {
        if !enums.insert(one.name.as_str()) {
            bail!("two enums are called {}", one.name);
        }
    }
    let kinds: BTreeSet<&str> = manifest
        .libraries
        .iter()
        .flat_map(|library| library.objects.iter().map(|object| object.kind.as_str()))
        .collect();
    let functions: BTreeSet<&str> = manifest.functions().map(|function| function.name.as_str()).collect();
    for function in manifest.functions() {
        let name = &function.name;
        let named = function.params.iter().filter_map(|param| param.r#enum.as_deref());
        if let Some(gone) = named.chain(function.returns_enum.as_deref()).find(|one| !enums.contains(one)) {
            bail!("{name}: there is no enum {gone}");
        }
        let held = function.params.iter().filter_map(|param| param.handles.as_deref());
        if let Some(gone) = held.chain(function.returns_handles.as_deref()).find(|one| !kinds.contains(one)) {
            bail!("{name}: there is no kind of object \"{gone}\"");
        }
        for callback in function.params.iter().filter_map(|param| param.callback.as_ref()) {
            if !functions.contains(callback.ends.as_str()) {
                bail!(
                    "{name}: `ends` has to name the function after which its callback is not called any more"
                );
            }
        }
        consistent(function)?;
    }
    let fields =
        || manifest.libraries.iter().flat_map(|library| &library.structs).flat_map(|one| &one.fields);
    let named = fields().filter_map(|field| field.r#enum.as_deref());
    if let Some(gone) = named.into_iter().find(|one| !enums.contains(one)) {
        bail!("a field's number is of no enum {gone}");
    }
    if let Some(field) =
        fields().find(|field| field.handle.as_deref().is_some_and(|kind| !kinds.contains(kind)))
    {
        bail!("field {}: there is no kind of object {:?}", field.name, field.handle);
    }
    Ok(())
}

fn consistent(function: &Function) -> Result<()> {
    let name = &function.name;
    if function.truth && function.returns != "i64" {
        bail!("{name}: a truth value is an i64");
    }
    for param in &function.params {
        let count = param.fills.as_deref().unwrap_or("all");
        let known =
            count == "all" || count == "result" || function.params.iter().any(|one| one.name == count);
        if !known {
            bail!("{name}: `{count}` is none of its parameters");
        }
        if param.zero && param.handle.is_none() {
            bail!("{name}: `{}` is no handle", param.name);
        }
    }
    Ok(())
}
