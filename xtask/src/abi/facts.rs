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
    for one in manifest.libraries.iter().flat_map(|library| &library.structs) {
        one.fields.iter().try_for_each(|field| writable(&one.name, &field.name))?;
    }
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

/// Words of C, C++, Java, Python and Rust, none of which has another way to write a parameter or a field of that name.
/// The generators for the other languages rename what is a word there.
const RESERVED: &str = "abstract and as asm assert async auto await become bool boolean box break byte case catch char \
    class const continue crate def default del delete do double dyn elif else enum except explicit \
    export extends extern false final finally float fn for friend from global goto if impl \
    implements import in inline instanceof int interface is lambda let long loop macro match mod \
    move mut mutable namespace native new noexcept nonlocal not operator or override package pass \
    private protected pub public raise ref register return self short signed sizeof static struct \
    super switch synchronized template this throw throws trait transient true try type typedef \
    typename union unsafe unsigned unsized use using virtual void volatile where while with xor \
    yield";

/// Fails where a name cannot be written in one of the languages.
fn writable(of: &str, name: &str) -> Result<()> {
    if RESERVED.split_whitespace().any(|word| word == name) {
        bail!("{of}: `{name}` is a word of C, C++, Java, Python or Rust: another name");
    }
    Ok(())
}

fn consistent(function: &Function) -> Result<()> {
    let name = &function.name;
    for param in &function.params {
        writable(name, &param.name)?;
    }
    if function.truth && function.returns != "i64" {
        bail!("{name}: a truth value is an i64");
    }
    if function.offsets && !function.params.iter().any(|one| one.name == "text" && one.r#type == "text") {
        bail!("{name}: offsets into a text that is no parameter");
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
