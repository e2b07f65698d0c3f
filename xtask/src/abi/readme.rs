//! README's table of libraries, from the manifest.

use super::{Library, Manifest};
use anyhow::{Context, Result};
use std::collections::BTreeSet;

const HEAD: &str = "| library | wraps | functions begin with |\n|---|---|---|\n";

/// README's text with the table of `manifest` in the place of the one that it has.
pub fn text(readme: &str, manifest: &Manifest) -> Result<String> {
    let (before, rest) = readme.split_once(HEAD).context("README.md has no table of libraries")?;
    let old: usize = rest.split_inclusive('\n').take_while(|line| line.starts_with('|')).map(str::len).sum();
    // The boundary itself has no title: it is no library.
    let mut libraries: Vec<&Library> =
        manifest.libraries.iter().filter(|library| !library.title.is_empty()).collect();
    libraries.sort_by_key(|library| library.title.to_lowercase());
    let rows: String = libraries.into_iter().map(row).collect();
    Ok(format!("{before}{HEAD}{rows}{}", &rest[old..]))
}

fn row(library: &Library) -> String {
    let first_words = library.functions.iter().filter_map(|function| function.name.split('_').nth(1));
    let prefixes: BTreeSet<String> = first_words.map(|word| format!("`rt_{word}_`")).collect();
    let prefixes: Vec<String> = prefixes.into_iter().collect();
    let wraps = if library.wraps.is_empty() { "none" } else { &library.wraps };
    format!("| {} | {wraps} | {} |\n", library.title, prefixes.join(", "))
}
