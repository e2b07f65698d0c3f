//! Imports between the files of a crate run one way: no circle of files, in any crate of ours.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use syn::{Item, UseTree, Visibility};
use xtask::workspace::{root, sources};

/// A name that a `use` brings into a module, and the path that it stands for.
type Imports = BTreeMap<String, Vec<String>>;

#[derive(Default)]
struct Module {
    file: PathBuf,
    imports: Imports,
    globs: Vec<Vec<String>>,
    /// Paths that the module uses, `pub use` apart: a name that is handed on is no use of it.
    uses: Vec<Vec<String>>,
}

/// A crate's modules by their paths from its root.
#[derive(Default)]
struct Crate(BTreeMap<Vec<String>, Module>);

impl Crate {
    fn read(entry: &Path) -> Self {
        let mut all = Self::default();
        let source = fs::read_to_string(entry).unwrap();
        let items =
            syn::parse_file(&source).unwrap_or_else(|error| panic!("{}: {error}", entry.display())).items;
        let folder = entry.parent().unwrap().to_path_buf();
        all.module(Vec::new(), entry.to_path_buf(), &folder, items);
        all
    }

    fn module(&mut self, path: Vec<String>, file: PathBuf, folder: &Path, items: Vec<Item>) {
        let mut module = Module { file: file.clone(), ..Module::default() };
        for item in items {
            match item {
                Item::Mod(inner) if is_test(&inner.attrs) => {}
                Item::Mod(inner) => {
                    let name = inner.ident.to_string();
                    let path = [path.as_slice(), std::slice::from_ref(&name)].concat();
                    let folder = folder.join(&name);
                    if let Some((_, items)) = inner.content {
                        self.module(path, file.clone(), &folder, items);
                        continue;
                    }
                    let here = folder.with_extension("rs");
                    let child = if here.is_file() { here } else { folder.join("mod.rs") };
                    let source = fs::read_to_string(&child)
                        .unwrap_or_else(|error| panic!("{} of {}: {error}", child.display(), file.display()));
                    self.module(path, child, &folder, syn::parse_file(&source).unwrap().items);
                }
                Item::Use(import) => {
                    let mut paths = Vec::new();
                    flatten(&import.tree, &mut Vec::new(), &mut paths);
                    for (name, path) in paths {
                        if matches!(import.vis, Visibility::Inherited) {
                            module.uses.push(path.clone());
                        }
                        match name {
                            Some(name) => drop(module.imports.insert(name, path)),
                            None => module.globs.push(path),
                        }
                    }
                }
                other => paths_in(other.to_token_stream(), &mut module.uses),
            }
        }
        self.0.insert(path, module);
    }

    /// The file that defines what `path` names in the module `at`; none where it is no module or item of this crate.
    fn file_of(&self, at: &[String], path: &[String], depth: u32) -> Option<PathBuf> {
        let (first, rest) = path.split_first()?;
        if depth > 16 {
            return None;
        }
        let mut here = match first.as_str() {
            "crate" => Vec::new(),
            "self" => at.to_vec(),
            "super" => at.split_last()?.1.to_vec(),
            name => {
                let child = [at, &[name.to_owned()]].concat();
                let Some(import) = self.0.get(at)?.imports.get(name) else {
                    return self.0.contains_key(&child).then(|| self.walk(child, rest, depth)).flatten();
                };
                return self.file_of(at, &[import.as_slice(), rest].concat(), depth + 1);
            }
        };
        let mut rest = rest;
        while rest.first().is_some_and(|name| name == "super") {
            here.pop();
            rest = &rest[1..];
        }
        self.walk(here, rest, depth)
    }

    fn walk(&self, mut here: Vec<String>, mut rest: &[String], depth: u32) -> Option<PathBuf> {
        loop {
            // A module alone is no use of what is in it.
            let (name, after) = rest.split_first()?;
            let module = self.0.get(&here)?;
            here.push(name.clone());
            if self.0.contains_key(&here) {
                rest = after;
                continue;
            }
            here.pop();
            if let Some(import) = module.imports.get(name) {
                return self.file_of(&here, &[import.as_slice(), after].concat(), depth + 1);
            }
            let file = module.file.clone();
            let through = module.globs.iter().find_map(|glob| {
                let path = [glob.as_slice(), rest].concat();
                let found = self.file_of(&here, &path, depth + 1)?;
                let text = fs::read_to_string(&found).ok()?;
                text.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
                    .any(|word| word == name)
                    .then_some(found)
            });
            return Some(through.unwrap_or(file));
        }
    }

    /// Which file uses what of which other.
    fn edges(&self) -> Edges {
        let mut edges = Edges::new();
        for (at, module) in &self.0 {
            let from = edges.entry(module.file.clone()).or_default();
            for path in &module.uses {
                if let Some(to) = self.file_of(at, path, 0).filter(|to| *to != module.file) {
                    from.entry(to).or_insert_with(|| path.join("::"));
                }
            }
        }
        edges
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.to_token_stream().to_string().replace(' ', "") == "#[cfg(test)]")
}

/// Each name that a `use` brings, with its path; no name for a `*`.
fn flatten(tree: &UseTree, before: &mut Vec<String>, paths: &mut Vec<(Option<String>, Vec<String>)>) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            flatten(&path.tree, before, paths);
            before.pop();
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| flatten(tree, before, paths)),
        UseTree::Glob(_) => paths.push((None, before.clone())),
        UseTree::Name(name) => {
            let name = name.ident.to_string();
            let path = if name == "self" { before.clone() } else { [&before[..], &[name]].concat() };
            paths.push((path.last().cloned(), path));
        }
        UseTree::Rename(rename) => {
            let path = [&before[..], &[rename.ident.to_string()]].concat();
            paths.push((Some(rename.rename.to_string()), path));
        }
    }
}

/// Every path of two or more names in code.
fn paths_in(code: TokenStream, paths: &mut Vec<Vec<String>>) {
    let mut path: Vec<String> = Vec::new();
    let mut colons = 0;
    let mut quoted = false;
    let mut end = |path: &mut Vec<String>| {
        let whole = std::mem::take(path);
        if whole.len() > 1 {
            paths.push(whole);
        }
    };
    let mut groups = Vec::new();
    for tree in code {
        match tree {
            TokenTree::Ident(ident) => {
                if colons != 2 {
                    end(&mut path);
                }
                path.push(ident.to_string());
                colons = 0;
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
            // What is quoted is code of another crate.
            TokenTree::Punct(punct)
                if punct.as_char() == '!' && path.last().is_some_and(|name| name == "quote") =>
            {
                quoted = true;
            }
            other => {
                end(&mut path);
                colons = 0;
                if let TokenTree::Group(group) = other
                    && !std::mem::take(&mut quoted)
                {
                    groups.push(group.stream());
                }
            }
        }
    }
    end(&mut path);
    groups.into_iter().for_each(|group| paths_in(group, paths));
}

type Edges = BTreeMap<PathBuf, BTreeMap<PathBuf, String>>;

/// All files that `from` uses, and what they use.
fn reached<'a>(edges: &'a Edges, from: &Path) -> BTreeSet<&'a Path> {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        for next in edges.get(file).into_iter().flat_map(BTreeMap::keys) {
            if seen.insert(next.as_path()) {
                open.push(next);
            }
        }
    }
    seen
}

/// The imports that close a circle: what each leads to leads back.
fn circles(edges: &Edges) -> Vec<String> {
    let name = |path: &Path| path.strip_prefix(root()).unwrap_or(path).display().to_string();
    let all = edges.iter().flat_map(|(from, uses)| uses.iter().map(move |(to, what)| (from, to, what)));
    all.filter(|(from, to, _)| reached(edges, to).contains(from.as_path()))
        .map(|(from, to, what)| format!("{} -> {}: {what}", name(from), name(to)))
        .collect()
}

#[test]
fn imports_between_the_files_of_a_crate_run_one_way() {
    let mut entries = Vec::new();
    // What is patched stays as its authors laid it out.
    let ours = |manifest: &PathBuf| !manifest.starts_with("patches");
    for manifest in sources("*Cargo.toml").unwrap().into_iter().filter(ours) {
        let source = root().join(manifest).with_file_name("src");
        entries.extend(
            ["lib.rs", "main.rs"].map(|name| source.join(name)).into_iter().find(|entry| entry.is_file()),
        );
    }
    assert!(entries.len() > 12, "{entries:?}");
    let found: Vec<String> = entries.iter().flat_map(|entry| circles(&Crate::read(entry).edges())).collect();
    assert!(found.is_empty(), "files import each other in a circle:\n{}", found.join("\n"));
}

#[test]
fn a_circle_is_found_through_names_that_are_handed_on() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    write("lib.rs", "mod a; mod b; mod c; pub use c::deep::Deep; pub struct Root;");
    write("a.rs", "use crate::{Deep, b};\nfn f() { b::g(Deep) }");
    write("b.rs", "pub fn g(_: crate::Root) {}");
    write("c/mod.rs", "pub mod deep;");
    write("c/deep.rs", "pub struct Deep;\n#[cfg(test)] mod tests { use crate::a; fn t() { a::f() } }");
    let entry = folder.path().join("lib.rs");
    assert_eq!(circles(&Crate::read(&entry).edges()), Vec::<String>::new());
    write("c/deep.rs", "pub struct Deep;\nfn h() { vec![super::super::a::f()]; }");
    let found = circles(&Crate::read(&entry).edges());
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].ends_with("c/deep.rs: crate::Deep"), "{found:?}");
}
