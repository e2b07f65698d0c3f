//! The C++17 header over the C one: owners, strings, views, and failures that cannot be overlooked.

mod body;
mod names;

use crate::abi::manifest::{Function, Library, Manifest, Struct};
use body::Method;
use names::{class, has_text, kinds};
use std::fmt::Write;

const PREAMBLE: &str = include_str!("preamble.hpp");

/// The whole header.
pub fn text(manifest: &Manifest) -> String {
    let mut out = PREAMBLE.to_owned();
    let libraries: Vec<Section> =
        manifest.libraries.iter().map(|library| Section::new(manifest, library)).collect();
    // Every class is complete before the first body needs one.
    for section in &libraries {
        section.forward(&mut out);
    }
    for section in &libraries {
        section.classes(&mut out);
    }
    for section in &libraries {
        section.functions(&mut out);
    }
    out.push_str("\n} // inline namespace\n} // namespace simple_native\n\n#endif // SIMPLE_NATIVE_HPP\n");
    out
}

/// One library's part of the header.
struct Section<'a> {
    library: &'a Library,
    kinds: Vec<&'a str>,
    methods: Vec<Method<'a>>,
}

impl<'a> Section<'a> {
    fn new(manifest: &'a Manifest, library: &'a Library) -> Self {
        let wrapped = library.functions.iter().filter(|function| !releases_memory(function));
        let mut methods: Vec<Method> = Vec::new();
        for function in wrapped {
            let mut method = Method::new(manifest, library, function);
            // Two functions of one class that would bear one name: the later keeps its own.
            if methods.iter().any(|other| other.class == method.class && other.name == method.name) {
                method.name = function.name.trim_start_matches("rt_").to_owned();
            }
            methods.push(method);
        }
        Self { library, kinds: kinds(library), methods }
    }

    fn forward(&self, out: &mut String) {
        if self.kinds.is_empty() {
            return;
        }
        let _ = writeln!(out, "\nnamespace {} {{", self.library.name);
        for kind in &self.kinds {
            let class = class(self.library, kind);
            let _ = writeln!(out, "class {class}Ref;");
            if let Some(free) = self.free(kind) {
                let _ = writeln!(out, "class {class};");
                let _ = writeln!(out, "using {class}Free = detail::{free};");
            }
        }
        out.push_str("}\n");
    }

    /// The function that frees this kind: none for objects that their parents keep.
    fn free(&self, kind: &str) -> Option<String> {
        let functions = &self.library.functions;
        let maker = functions.iter().find(|one| one.returns_handle.as_deref() == Some(kind))?;
        let name = maker.release.as_deref()?;
        let free = functions.iter().find(|function| function.name == name)?;
        let policy = if free.params.len() > 1 { "free_in_parent" } else { "free_alone" };
        Some(format!("{policy}<&{name}>"))
    }

    fn classes(&self, out: &mut String) {
        let _ = writeln!(out, "\nnamespace {} {{", self.library.name);
        for one in self.library.structs.iter().filter(|one| has_text(one)) {
            struct_of(out, one);
        }
        for kind in &self.kinds {
            let class = class(self.library, kind);
            let _ = writeln!(
                out,
                "\n/// A handle of kind \"{kind}\", without its ownership.\nclass {class}Ref : public handle_ref \
                 {{\npublic:\n    using handle_ref::handle_ref;"
            );
            self.declarations(out, &format!("{class}Ref"));
            out.push_str("};\n");
            if self.free(kind).is_some() {
                let _ = writeln!(
                    out,
                    "\n/// Owns a handle of kind \"{kind}\".\nclass {class} : public owner<{class}Ref, \
                     {class}Free> {{\npublic:\n    using owner::owner;\n}};"
                );
            }
        }
        out.push_str("}\n");
    }

    fn declarations(&self, out: &mut String, class: &str) {
        for method in self.methods.iter().filter(|method| method.class.as_deref() == Some(class)) {
            doc(out, &method.function.doc, "    ");
            let _ = writeln!(out, "    {};", method.declaration());
        }
    }

    fn functions(&self, out: &mut String) {
        let _ = writeln!(out, "\nnamespace {} {{", self.library.name);
        for method in &self.methods {
            out.push('\n');
            if method.class.is_none() {
                doc(out, &method.function.doc, "");
            }
            out.push_str(&method.definition());
        }
        out.push_str("}\n");
    }
}

/// Texts and arrays release themselves here.
fn releases_memory(function: &Function) -> bool {
    function
        .params
        .iter()
        .any(|param| param.handle.is_none() && param.ownership.as_deref() == Some("consumed"))
        || function.params.iter().any(|param| param.from_archive)
}

fn struct_of(out: &mut String, one: &Struct) {
    let name = names::struct_name(&one.name);
    out.push('\n');
    doc(out, &one.doc, "");
    let _ = writeln!(out, "struct {name} {{");
    for field in &one.fields {
        doc(out, &field.doc, "    ");
        let _ = writeln!(out, "    {};", body::field(field));
    }
    out.push_str("};\n");
}

fn doc(out: &mut String, text: &str, indent: &str) {
    for line in text.trim_end().lines() {
        let _ = writeln!(out, "{}", format!("{indent}/// {line}").trim_end());
    }
}
