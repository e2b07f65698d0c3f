//! One wrapped function: its C++ parameters, result and body.

use super::names::{self, identifier, is_own};
use crate::{
    abi::{
        header,
        manifest::{ARRAYS, Field, Function, Library, Manifest, Parameter, Struct},
    },
    bindings::model::{Class, LibraryModel, Member, Outcome, Parent, camel, several},
};
use serde_json::Value;

/// A function as a member of a class, or on its own.
pub struct Method<'a> {
    pub function: &'a Function,
    pub place: Place<'a>,
    pub name: String,
    manifest: &'a Manifest,
    library: &'a LibraryModel<'a>,
}

/// The place of a function: a class, or none.
pub enum Place<'a> {
    /// In no class.
    Free,
    /// In the class whose objects it makes.
    Maker(&'a Class<'a>, &'a Member<'a>),
    /// In the class of its first parameters.
    Method(&'a Class<'a>, &'a Member<'a>),
}

impl<'a> Method<'a> {
    pub fn new(
        manifest: &'a Manifest,
        library: &'a LibraryModel<'a>,
        function: &'a Function,
        place: Place<'a>,
    ) -> Self {
        let name = match &place {
            Place::Free => names::plain(library.library, &function.name),
            Place::Maker(_, member) | Place::Method(_, member) => identifier(&member.name),
        };
        Self { function, place, name, manifest, library }
    }

    /// As it stands in its class.
    pub fn declaration(&self) -> String {
        let head = format!("{} {}({})", self.outcome(), self.name, self.parameters());
        match self.place {
            Place::Maker(..) => format!("static {head}"),
            Place::Method(..) => format!("{head} const"),
            Place::Free => head,
        }
    }

    /// The whole function, outside any class.
    pub fn definition(&self) -> String {
        let (scope, constant) = match &self.place {
            Place::Free => (String::new(), ""),
            // What another owns comes as a reference, and there is no other class of it.
            Place::Maker(class, _) if class.parent.is_some() => (format!("{}Ref::", class.name), ""),
            Place::Maker(class, _) => (format!("{}::", class.name), ""),
            Place::Method(class, _) => (format!("{}Ref::", class.name), " const"),
        };
        let head = format!("inline {} {scope}{}({}){constant}", self.outcome(), self.name, self.parameters());
        format!("{head} {{\n{}}}\n", self.body())
    }

    /// The parameters that the caller gives.
    fn own_params(&self) -> &'a [Parameter] {
        match self.place {
            Place::Free => &self.function.params,
            Place::Maker(_, member) | Place::Method(_, member) => member.params,
        }
    }

    pub fn parameters(&self) -> String {
        self.own_params().iter().map(|param| self.parameter(param)).collect::<Vec<_>>().join(", ")
    }

    fn parameter(&self, param: &Parameter) -> String {
        let name = identifier(&param.name);
        if let Some(kind) = &param.handle {
            return format!("{} {name}", self.reference(kind));
        }
        if let (Some(kind), false) = (several(param), matches!(self.place, Place::Free)) {
            return format!("const refs_view<{}> &{name}", self.reference(kind));
        }
        let r#type = match param.r#type.as_str() {
            "i64" => "int64_t",
            "f64" => "double",
            "bool" => "bool",
            "text" => "zstring_view",
            "[f64]" => "view<const double>",
            "[i64]" => "view<const int64_t>",
            "[u8]" => "view<const uint8_t>",
            "[u8 out]" => "view<uint8_t>",
            "[text]" => "const texts_view &",
            _ => return header::c_param(param).join(", "),
        };
        format!("{type} {name}")
    }

    /// The arguments with which the C function is called.
    fn arguments(&self, last: Option<&str>) -> String {
        let mut arguments: Vec<String> = match self.place {
            Place::Method(class, _) if class.key.len() == 2 => vec!["parent_".into(), "handle_".into()],
            Place::Method(..) => vec!["handle_".into()],
            _ => Vec::new(),
        };
        for param in self.own_params() {
            let name = identifier(&param.name);
            match param.r#type.as_str() {
                _ if param.handle.is_some() => arguments.push(format!("{name}.handle()")),
                "text" => arguments.push(format!("{name}.c_str()")),
                r#type if r#type.starts_with('[') => {
                    arguments.extend([format!("{name}.data()"), format!("{name}.size()")]);
                }
                _ => arguments.push(name),
            }
        }
        arguments.extend(last.map(str::to_owned));
        arguments.join(", ")
    }

    /// The type that the C++ function returns where it succeeds.
    fn value_type(&self) -> String {
        let plain = self.plain_type();
        match plain {
            _ if self.function.truth => "bool".into(),
            plain if self.may_be_nothing() => format!("std::optional<{plain}>"),
            plain => plain,
        }
    }

    /// Tells whether the function may find nothing, which is no failure. A handle is false then by itself, an array
    /// empty.
    fn may_be_nothing(&self) -> bool {
        let function = self.function;
        let by_value = function.none.is_string() || function.none.is_number() || function.none.is_object();
        function.returns_handle.is_none() && (by_value || (function.optional && function.returns == "text"))
    }

    fn plain_type(&self) -> String {
        if let Some(kind) = &self.function.returns_handle {
            let class = camel(kind);
            return if self.makes_an_owner() { class } else { format!("{class}Ref") };
        }
        if let Outcome::Objects(kind) = self.given() {
            return format!("std::vector<{}>", self.class_of_item(kind));
        }
        match self.function.returns.as_str() {
            "" => "void".into(),
            "i64" => "int64_t".into(),
            "f64" => "double".into(),
            "text" => "std::string".into(),
            "[f64]" => "Doubles".into(),
            "[i64]" => "Integers".into(),
            "[u8]" => "Bytes".into(),
            "[text]" => "Texts".into(),
            other => match self.own_struct() {
                Some(one) => names::struct_name(&one.name).to_owned(),
                None => other.to_owned(),
            },
        }
    }

    /// Tells whether what this returns is the caller's alone to free: what belongs to a world, an engine or a loop is
    /// theirs, and comes as a reference, in every language.
    fn makes_an_owner(&self) -> bool {
        let kind = self.function.returns_handle.as_deref();
        let class = kind.and_then(|kind| self.library.class(kind));
        self.function.owner.is_some() && class.is_some_and(|class| class.parent.is_none())
    }

    /// The struct that it returns, where that is not C's.
    fn own_struct(&self) -> Option<&'a Struct> {
        let one = self.manifest.find_struct(&self.function.returns)?;
        match self.place {
            Place::Free => Some(one).filter(|one| names::has_text(one)),
            _ => Some(one).filter(|one| is_own(one)),
        }
    }

    /// The meaning of the result to a class; outside all classes handles are numbers.
    fn given(&self) -> Outcome<'_> {
        match &self.place {
            Place::Free => Outcome::Value,
            Place::Maker(_, member) | Place::Method(_, member) => member.outcome(self.library),
        }
    }

    /// The class of each of the objects in a returned array.
    fn class_of_item(&self, kind: &str) -> String {
        let owned = match &self.place {
            Place::Free => false,
            Place::Maker(_, member) | Place::Method(_, member) => member.gives_owned(),
        };
        let has_owner = self.library.class(kind).is_some_and(|class| class.parent.is_none());
        if owned && has_owner { camel(kind) } else { format!("{}Ref", camel(kind)) }
    }

    /// The class of a parameter's objects, which may be another library's.
    fn reference(&self, kind: &str) -> String {
        let has = |library: &&Library| library.objects.iter().any(|object| object.kind == kind);
        match self.manifest.libraries.iter().find(has) {
            Some(other) if self.library.class(kind).is_none() => {
                format!("{}::{}Ref", other.name, camel(kind))
            }
            _ => format!("{}Ref", camel(kind)),
        }
    }

    /// A function that returns nothing may still refuse what it is given.
    fn can_fail(&self) -> bool {
        self.function.fails
    }

    pub fn outcome(&self) -> String {
        if self.can_fail() { format!("outcome<{}>", self.value_type()) } else { self.value_type() }
    }

    /// Statements that refuse texts which C would cut.
    pub fn refusals(&self) -> String {
        let texts =
            self.own_params().iter().filter(|param| matches!(param.r#type.as_str(), "text" | "[text]"));
        let lines = texts.map(|param| {
            let name = identifier(&param.name);
            format!(
                "    if (!{name}.whole()) return call::fail<{}>(\"`{}` holds a NUL, at which C would cut it\");\n",
                self.value_type(),
                param.name
            )
        });
        lines.collect()
    }

    fn body(&self) -> String {
        if self.can_fail() { self.refusals() + &self.call() } else { self.call() }
    }

    fn call(&self) -> String {
        let name = &self.function.name;
        let why = format!("&::{}", self.reason());
        if let (Some(into), true) = (&self.function.into, self.can_fail()) {
            let raw = header::c_return(&self.function.returns);
            let call = format!(
                "    {raw} out{{}};\n    const bool done = ::{into}({});\n",
                self.arguments(Some("&out"))
            );
            let value = self.nothing("out", &self.convert("out"));
            return format!(
                "{call}    return call::checked<{}>({value}, !done, {why});\n",
                self.value_type()
            );
        }
        let call = format!("::{name}({})", self.arguments(None));
        match (self.function.returns.as_str(), self.can_fail()) {
            ("", false) => format!("    {call};\n"),
            ("", true) => format!("    {call};\n    return call::checked({why});\n"),
            (_, false) => format!("    return {};\n", self.convert(&call)),
            (_, true) => {
                let suspect = self.suspect();
                let value = match &*self.function.returns {
                    "i64" if self.function.truth => "raw != 0".to_owned(),
                    _ => self.nothing("raw", &self.convert("raw")),
                };
                let r#type = self.value_type();
                // The text is taken over before anything can throw.
                let optional = self.function.returns == "text" && self.function.optional;
                let raw = match self.function.returns.as_str() {
                    "text" if optional => format!("detail::take_optional({call})"),
                    "text" => self.convert(&call),
                    _ => call,
                };
                let value = match self.function.returns.as_str() {
                    "text" if optional => "std::move(raw)".into(),
                    "text" => self.nothing("raw", "std::move(raw)"),
                    _ => value,
                };
                let constant = if self.function.returns == "text" { "" } else { "const " };
                format!(
                    "    {constant}auto raw = {raw};\n    const bool suspect = {suspect};\n    return \
                     call::checked<{type}>({value}, suspect, {why});\n"
                )
            }
        }
    }

    /// The function that tells why a call failed; where it would forget a code beside the text, one that does not.
    pub fn reason(&self) -> String {
        let library = self.library.library;
        let peek = format!("rt_{}_peek_last_error", library.name);
        let has_peek = library.functions.iter().any(|function| function.name == peek);
        if has_peek { peek } else { format!("rt_{}_get_last_error", library.name) }
    }

    /// The condition under which `raw` may mean failure.
    fn suspect(&self) -> String {
        match &self.function.failure {
            Value::String(text) if text.is_empty() && self.function.optional => "raw && raw->empty()".into(),
            Value::String(text) if text.is_empty() => "raw.empty()".into(),
            Value::String(text) => format!("raw == {text:?}"),
            Value::Bool(value) => format!("raw == {value}"),
            value => format!("raw == {value}"),
        }
    }

    /// `value`, or nothing where `raw` is what the function returns then.
    fn nothing(&self, raw: &str, value: &str) -> String {
        let r#type = self.value_type();
        let condition = match &self.function.none {
            _ if !self.may_be_nothing() => return value.to_owned(),
            Value::String(_) => format!("{raw}.empty()"),
            Value::Object(fields) => {
                let fields: Vec<String> =
                    fields.iter().map(|(name, value)| format!("{raw}.{name} == {value}")).collect();
                fields.join(" && ")
            }
            Value::Null => return value.to_owned(),
            other => format!("{raw} == {other}"),
        };
        format!("{condition} ? {type}() : {type}({value})")
    }

    /// The C++ value of the C value `raw`.
    fn convert(&self, raw: &str) -> String {
        let r#type = self.plain_type();
        if let Some(kind) = &self.function.returns_handle {
            return format!("{type}({raw}{})", self.parent_of_result(kind));
        }
        if let Outcome::Objects(kind) = self.given() {
            let class = self.class_of_item(kind);
            return format!("detail::objects<{class}>(Integers({raw}){})", self.parent_of_result(kind));
        }
        if let Some(one) = self.own_struct() {
            let fields: Vec<String> = one.fields.iter().map(|field| self.take(raw, field)).collect();
            return format!("{type}{{{}}}", fields.join(", "));
        }
        match self.function.returns.as_str() {
            "text" => format!("detail::take({raw})"),
            notation if ARRAYS.iter().any(|array| array.0 == notation) => format!("{type}({raw})"),
            _ => raw.to_owned(),
        }
    }

    /// The parent's handle behind that of an object whose functions take both.
    fn parent_of_result(&self, kind: &str) -> String {
        if !self.library.class(kind).is_some_and(knows_another) {
            return String::new();
        }
        let parent = match &self.place {
            Place::Free => Parent::None,
            Place::Maker(class, member) | Place::Method(class, member) => {
                member.parent(self.library, class, kind)
            }
        };
        match parent {
            Parent::None => ", 0".into(),
            Parent::Itself => ", handle_".into(),
            Parent::Own => ", parent_".into(),
            Parent::Given(name) => format!(", {}.handle()", identifier(name)),
        }
    }

    fn take(&self, raw: &str, field: &Field) -> String {
        let value = format!("{raw}.{}", field.name);
        match &field.handle {
            Some(kind) => {
                let class = format!("{}Ref", camel(kind));
                format!("{class}({value}{})", self.parent_of_result(kind))
            }
            None if field.r#type == "text" => format!("detail::take({value})"),
            None => value,
        }
    }
}

/// Tells whether a class's objects carry the handle of another: of what their functions take too, or of what they
/// came from.
pub fn knows_another(class: &Class) -> bool {
    class.key.len() == 2 || class.origin.is_some()
}

/// A field of a struct whose texts are strings, and whose handles objects.
pub fn field(field: &Field) -> String {
    let r#type = match (field.r#type.as_str(), &field.handle) {
        (_, Some(kind)) => &format!("{}Ref", camel(kind)),
        ("i64", _) => "int64_t",
        ("f64", _) => "double",
        ("text", _) => "std::string",
        (other, _) => other,
    };
    format!("{type} {}", identifier(&field.name))
}
