//! Classes mean the same in C++ and in Python: the same names, and the same owner of what a call makes, alone, in an
//! array or in a struct.

use std::{collections::BTreeMap, path::Path};
use xtask::bindings;

/// Library, class or struct, and member; and of what it makes or holds, the class, and whether that is the caller's to free.
type Members = BTreeMap<(String, String, String), Option<(String, bool)>>;

fn word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())]
}

fn python(library: &str, text: &str, members: &mut Members) {
    let mut owned = BTreeMap::new();
    let mut class = "";
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("class ") {
            class = if line.contains("(_rt.Owner)") { word(rest) } else { "" };
        } else if let Some(value) = line.strip_prefix("    _owned = ") {
            owned.insert(class, value == "True");
        }
    }
    let mut key = None;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("class ") {
            class = word(rest);
        } else if let Some((name, kind)) = line.trim_start().split_once(": \"")
            && let Some(kind) = kind.strip_suffix(" | None\"").filter(|kind| owned.contains_key(kind))
        {
            members.insert((library.into(), class.into(), name.into()), Some((kind.to_owned(), false)));
        } else if let Some(rest) = line.strip_prefix("    def ").filter(|_| owned.contains_key(class)) {
            let name = word(rest);
            key = (!name.starts_with('_')).then(|| (library.to_owned(), class.to_owned(), name.to_owned()));
            members.extend(key.clone().map(|key| (key, None)));
        } else if let (Some(key), Some(made)) = (&key, line.strip_prefix("        return ")) {
            let made = made.trim_start_matches('[');
            let class = word(made);
            let is_struct = members.keys().any(|key| key.0 == library && key.1 == class);
            let of_handle = made.contains("(result, ") || made.contains("(one, ");
            match owned.get(class).filter(|_| of_handle) {
                Some(of) => {
                    let is_owner = *of && !made.contains("owned=False");
                    members.insert(key.clone(), Some((class.to_owned(), is_owner)));
                }
                // A struct with objects, whose fields stand before.
                None if is_struct && made.contains("(result.") => {
                    members.insert(key.clone(), Some((class.to_owned(), true)));
                }
                None => {}
            }
        }
    }
}

fn cpp(text: &str, python: &Members) -> Members {
    let mut members = Members::new();
    let (mut library, mut class) = (String::new(), String::new());
    let known = |library: &str, class: &str| python.keys().any(|key| key.0 == library && key.1 == class);
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("namespace ") {
            (library, class) = (word(rest).to_owned(), String::new());
        } else if let Some(rest) = line.strip_prefix("class ").or(line.strip_prefix("struct ")) {
            let name = word(rest.trim_start_matches("[[nodiscard]] "));
            class = name.strip_suffix("Ref").unwrap_or(name).to_owned();
        } else if let Some((of, name)) = line.trim_start().split_once("Ref ")
            && let Some(name) = name.strip_suffix(';').filter(|_| known(&library, of))
        {
            let made = Some((of.to_owned(), false));
            members.insert((library.clone(), class.clone(), name.to_owned()), made);
        } else if let Some(rest) = line.strip_prefix("    ").filter(|_| line.ends_with(';'))
            && let Some(head) =
                rest.split('(').next().filter(|_| rest.contains('(') && !rest.starts_with([' ', '/']))
            && let Some((r#type, name)) = head.trim_start_matches("static ").rsplit_once(' ')
            && known(&library, &class)
            && r#type != "return"
        {
            let made = r#type.trim_start_matches("outcome<").trim_start_matches("std::vector<");
            let made = made.trim_end_matches('>');
            let (of, owned) = made.strip_suffix("Ref").map_or((made, true), |of| (of, false));
            let name = if name == "create"
                && !python.contains_key(&(library.clone(), class.clone(), name.to_owned()))
            {
                "new"
            } else {
                name.trim_end_matches('_')
            };
            let made = known(&library, of).then(|| (of.to_owned(), owned));
            members.insert((library.clone(), class.clone(), name.to_owned()), made);
        }
    }
    members
}

/// No handle in an array or a struct is a number in classes.
fn assert_objects(manifest: &xtask::abi::Manifest, members: &Members) {
    let of = |library: &str, kind: &str| {
        let class: String = kind.split(' ').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
        members
            .iter()
            .filter(|(key, made)| key.0 == library && made.as_ref().is_some_and(|one| one.0 == class))
            .count()
    };
    let mut kinds: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for library in &manifest.libraries {
        let fields = library.structs.iter().flat_map(|one| &one.fields).map(|field| &field.handle);
        let results = library.functions.iter().flat_map(|one| [&one.returns_handle, &one.returns_handles]);
        for kind in fields.chain(results).flatten() {
            *kinds.entry((&library.name, kind)).or_default() += 1;
        }
    }
    for ((library, kind), count) in kinds {
        assert_eq!(of(library, kind), count, "objects of kind {kind} in {library}");
    }
}

#[test]
fn classes_are_the_same_in_cpp_as_in_python() {
    let manifest = bindings::manifest().unwrap();
    let mut wanted = Members::new();
    for file in bindings::generate(&manifest, Path::new("")) {
        if let Ok(name) = file.path.strip_prefix("python/simple_native")
            && let Some(library) = name.to_str().and_then(|name| name.strip_suffix(".py"))
        {
            python(library, &file.text, &mut wanted);
        }
    }
    let made = |members: &Members| members.values().flatten().filter(|(_, owned)| *owned).count();
    assert!(wanted.len() > 300 && made(&wanted) > 30, "{} members, {} owners", wanted.len(), made(&wanted));
    assert_objects(&manifest, &wanted);
    let seen = cpp(&bindings::cpp::text(&manifest), &wanted);
    let differences: Vec<_> = wanted
        .keys()
        .chain(seen.keys())
        .filter(|key| wanted.get(*key) != seen.get(*key))
        .map(|key| format!("{key:?}: {:?} in Python, {:?} in C++\n", wanted.get(key), seen.get(key)))
        .collect();
    assert!(differences.is_empty(), "{}", differences.concat());
}
