//! Crates that are linked into the archive, by cargo's word.

use super::Plan;
use crate::workspace::{cargo, root, stdout};
use anyhow::{Context, Result};
use cargo_metadata::{Metadata, MetadataCommand, Package};
use std::collections::{BTreeMap, BTreeSet};

/// A crate as `cargo tree` and `Cargo.lock` name it.
pub type Key = (String, String);

/// The crates in the archive and what each uses.
pub struct Linked {
    /// Each crate with those that it uses, our own included.
    pub graph: BTreeMap<Key, BTreeSet<Key>>,
    /// The crates of others, by name and version.
    pub packages: Vec<Package>,
}

impl Linked {
    /// For this build: with its features, on its target, without what runs in the compiler alone.
    pub fn of(plan: &Plan) -> Result<Self> {
        let graph = graph(plan)?;
        let mut packages: Vec<Package> = metadata()?
            .packages
            .into_iter()
            .filter(|package| is_of_others(package) && graph.contains_key(&key(package)))
            .collect();
        packages.sort_by_key(key);
        Ok(Self { graph, packages })
    }
}

/// True for what comes from a registry, and for what `patches/` holds mended.
fn is_of_others(package: &Package) -> bool {
    package.source.is_some() || package.manifest_path.starts_with(root().join("patches"))
}

/// Name and version.
pub fn key(package: &Package) -> Key {
    (package.name.to_string(), package.version.to_string())
}

fn metadata() -> Result<Metadata> {
    Ok(MetadataCommand::new().current_dir(root()).other_options(vec!["--locked".into()]).exec()?)
}

/// `cargo tree` by depth: each line is a crate under the last line of a smaller depth.
fn graph(plan: &Plan) -> Result<BTreeMap<Key, BTreeSet<Key>>> {
    let mut tree = cargo();
    tree.args(["tree", "--locked", "--package", "simple_native", "--edges", "normal,no-proc-macro"]);
    tree.args(["--prefix", "depth", "--format", " {p}", "--target", plan.machine.triple]);
    tree.args(["--no-default-features", "--features", &plan.features.join(",")]);
    let mut graph: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
    let mut above: Vec<Key> = Vec::new();
    for line in stdout(&mut tree)?.lines() {
        let (depth, key) = parse(line).with_context(|| format!("cargo tree said: {line}"))?;
        above.truncate(depth);
        if let Some(user) = above.last() {
            graph.entry(user.clone()).or_default().insert(key.clone());
        }
        graph.entry(key.clone()).or_default();
        above.push(key);
    }
    Ok(graph)
}

/// `2 memchr v2.8.0 (*)`.
fn parse(line: &str) -> Option<(usize, Key)> {
    let mut words = line.split(' ');
    let depth = words.next()?.parse().ok()?;
    let name = words.next()?;
    let version = words.next()?.strip_prefix('v')?;
    Some((depth, (name.to_owned(), version.to_owned())))
}
