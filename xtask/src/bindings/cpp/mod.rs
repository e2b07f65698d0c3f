//! The C++17 header over the C one: owners, strings, views, and failures that cannot be overlooked. Classes and methods
//! are those of the other languages, by the same rule.

mod body;
mod handlers;
mod names;

use super::model::{Class, LibraryModel, Model, callbacks, has_objects, is_archives};
use crate::abi::{Function, Manifest, Struct};
use body::{Method, Place, knows_another};
use names::has_text;
use std::{collections::BTreeSet, fmt::Write};

const PREAMBLE: &str = include_str!("preamble.hpp");

/// The whole header.
pub fn text(manifest: &Manifest) -> String {
    let manifest = &super::classes::with_classes_alone(manifest);
    let mut out = PREAMBLE.to_owned();
    let model = Model::new(manifest);
    let libraries: Vec<Section> =
        model.libraries.iter().map(|library| Section::new(manifest, library)).collect();
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
    library: &'a LibraryModel<'a>,
    methods: Vec<Method<'a>>,
}

impl<'a> Section<'a> {
    fn new(manifest: &'a Manifest, library: &'a LibraryModel<'a>) -> Self {
        let mut methods = Vec::new();
        for class in &library.classes {
            for (member, maker) in class.members() {
                let place = if maker { Place::Maker(class, member) } else { Place::Method(class, member) };
                methods.push(Method::new(manifest, library, member.function, place));
            }
        }
        let in_classes: BTreeSet<&str> = methods.iter().map(|method| method.function.name.as_str()).collect();
        let frees: BTreeSet<&str> =
            library.classes.iter().filter_map(|class| Some(class.release?.name.as_str())).collect();
        let free = library.library.functions.iter().filter(|function| {
            let name = function.name.as_str();
            !in_classes.contains(name) && !frees.contains(name) && !releases_memory(function)
        });
        methods.extend(free.map(|function| Method::new(manifest, library, function, Place::Free)));
        Self { library, methods }
    }

    fn forward(&self, out: &mut String) {
        if self.library.classes.is_empty() {
            return;
        }
        let _ = writeln!(out, "\nnamespace {} {{", self.library.library.name);
        for class in &self.library.classes {
            let _ = writeln!(out, "class {}Ref;", class.name);
            if let Some(release) = owners_release(class) {
                let name = &class.name;
                let free = if self.ends_a_callback(release) { "end_by" } else { "free_by" };
                let _ =
                    writeln!(out, "class {name};\nusing {name}Free = detail::{free}<&::{}>;", release.name);
            }
        }
        for one in self.library.library.structs.iter().filter(|one| has_objects(one)) {
            let _ = writeln!(out, "struct {};", names::struct_name(&one.name));
        }
        out.push_str("}\n");
    }

    fn classes(&self, out: &mut String) {
        let _ = writeln!(out, "\nnamespace {} {{", self.library.library.name);
        let structs = &self.library.library.structs;
        structs.iter().filter(|one| has_text(one) && !has_objects(one)).for_each(|one| struct_of(out, one));
        for class in &self.library.classes {
            self.class(out, class);
        }
        structs.iter().filter(|one| has_objects(one)).for_each(|one| struct_of(out, one));
        out.push_str("}\n");
    }

    fn class(&self, out: &mut String, class: &Class) {
        let (name, kind) = (&class.name, class.kind);
        let base = if knows_another(class) { "child_ref" } else { "handle_ref" };
        let _ = writeln!(
            out,
            "\n/// A handle of kind \"{kind}\", without its ownership.\nclass {name}Ref : public {base} \
             {{\npublic:\n    using {base}::{base};"
        );
        let is_owner = owners_release(class).is_some();
        self.declarations(out, class, |place| match place {
            Place::Method(..) => true,
            Place::Maker(..) => !is_owner,
            Place::Free => false,
        });
        if let Some(release) = class.release {
            let handles = if class.key.len() == 2 { "parent_, handle_" } else { "handle_" };
            let free = match owners_release(class) {
                Some(_) => format!("{name}Free()(handle_);"),
                None => format!(
                    "const detail::quiet quiet;\n        static_cast<void>(::{}({handles}));",
                    release.name
                ),
            };
            let _ = writeln!(
                out,
                "    /// Frees the object; where that was done already, nothing.\n    void close() const noexcept {{\n        \
                 {free}\n    }}"
            );
        }
        out.push_str("};\n");
        if is_owner {
            let _ = writeln!(
                out,
                "\n/// Owns a handle of kind \"{kind}\".\nclass [[nodiscard]] {name} : public owner<{name}Ref, {name}Free> \
                 {{\npublic:\n    using owner::owner;"
            );
            self.declarations(out, class, |place| matches!(place, Place::Maker(..)));
            out.push_str("};\n");
        }
    }

    fn declarations(&self, out: &mut String, class: &Class, here: impl Fn(&Place) -> bool) {
        let of_class = |place: &Place| match place {
            Place::Maker(of, _) | Place::Method(of, _) => of.kind == class.kind,
            Place::Free => false,
        };
        for method in self.methods.iter().filter(|method| of_class(&method.place) && here(&method.place)) {
            doc(out, &method.function.doc, "    ");
            let _ = writeln!(out, "    {};", method.declaration());
            let function = method.function;
            if let Some(one) =
                callbacks(self.library.library).iter().find(|one| one.begins.name == function.name)
            {
                out.push_str(&handlers::told(method, one));
            }
        }
    }

    /// Tells whether what frees an object ends the program's functions that are called with it.
    fn ends_a_callback(&self, release: &Function) -> bool {
        callbacks(self.library.library).iter().any(|one| one.ends == release.name)
    }

    fn functions(&self, out: &mut String) {
        let _ = writeln!(out, "\nnamespace {} {{", self.library.library.name);
        let callbacks = callbacks(self.library.library);
        for method in &self.methods {
            out.push('\n');
            let is_free = matches!(method.place, Place::Free);
            if is_free {
                doc(out, &method.function.doc, "");
            }
            let begins = callbacks.iter().find(|one| one.begins.name == method.function.name);
            match callbacks.iter().find(|one| is_free && one.ends == method.function.name) {
                Some(one) => out.push_str(&handlers::ending(method, one)),
                None => out.push_str(&method.definition()),
            }
            if let Some(one) = begins.filter(|_| is_free) {
                out.push_str(&handlers::beginning(method, one));
            }
        }
        out.push_str("}\n");
    }
}

/// The function that frees an object which belongs to no other: such a class has owners.
fn owners_release<'a>(class: &Class<'a>) -> Option<&'a Function> {
    class.release.filter(|_| class.parent.is_none())
}

/// Texts and arrays release themselves here.
fn releases_memory(function: &Function) -> bool {
    function.params.iter().any(is_archives)
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
