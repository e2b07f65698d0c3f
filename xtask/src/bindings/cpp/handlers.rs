//! Functions of the program's that the archive calls: they get objects and give objects.

use super::{body::Method, names::identifier};
use crate::bindings::model::{Callbacks, camel};

/// The kinds of object that such a function is told and gives back, where both are.
fn kinds<'a>(one: &'a Callbacks) -> Option<(&'a str, &'a str)> {
    let callback = one.callback.callback.as_ref()?;
    Some((callback.params.first()?.handle.as_deref()?, callback.returns_handle.as_deref()?))
}

/// The overload that takes anything that can be called with an object.
pub fn beginning(method: &Method, one: &Callbacks) -> String {
    let Some((told, given)) = kinds(one) else { return String::new() };
    let key = identifier(&one.begins.params[0].name);
    let (told, given) = (camel(told), camel(given));
    let outcome = method.outcome();
    format!(
        "\n/// The same for anything that can be called with a {told}Ref and gives a {given}. It is kept until `{ends}` ends \
         it or\n/// another takes its place; it may be called on several threads at once, and an exception that leaves it is \
         a failure.\ntemplate <class Function> {outcome} {name}(zstring_view {key}, Function function) {{\n{refusals}    \
         auto number = detail::functions::keep([function = std::move(function)](int64_t handle) {{\n        \
         {given} given = function({told}Ref(handle));\n        return given.detach().handle();\n    }});\n    \
         const auto before = detail::functions::of(\"{begins}\", {key}.c_str());\n    \
         const bool raw = ::{begins}({key}.c_str(), &detail::functions::call, number.pointer());\n    \
         if (raw) detail::functions::took_place(\"{begins}\", {key}.c_str(), number, before);\n    \
         else detail::functions::forget(number);\n    return call::checked<bool>(raw, !raw, &::{why});\n}}\n",
        ends = method.name.replacen("register", "unregister", 1),
        name = method.name,
        begins = one.begins.name,
        refusals = method.refusals(),
        why = method.reason(),
    )
}

/// The overload of a method that takes anything that can be called with the object.
pub fn told(method: &Method, one: &Callbacks) -> String {
    let told = one.callback.callback.as_ref().and_then(|callback| callback.params.first()?.handle.as_deref());
    let Some(told) = told.map(camel) else { return String::new() };
    let outcome = method.outcome();
    format!(
        "    /// The same for anything that can be called with a {told}Ref. It is kept until the object is freed, and an\n    \
         /// exception that leaves it is caught.\n    template <class Function> {outcome} {name}(Function function) const \
         {{\n        const auto number = detail::functions::keep([function = std::move(function)](int64_t handle) {{\n            \
         function({told}Ref(handle));\n            return int64_t{{0}};\n        }});\n        \
         const bool raw = ::{begins}(handle_, &detail::functions::call, number.pointer());\n        \
         if (raw) detail::functions::told(handle_, number);\n        else detail::functions::forget(number);\n        \
         return call::checked<bool>(raw, !raw, &::{why});\n    }}\n",
        name = method.name,
        begins = one.begins.name,
        why = method.reason(),
    )
}

/// The function after which none is called any more, and those that were kept for it are dropped.
pub fn ending(method: &Method, one: &Callbacks) -> String {
    let key = identifier(&method.function.params[0].name);
    let begins = &one.begins.name;
    format!(
        "inline {} {}({}) {{\n{}    const auto before = detail::functions::of(\"{begins}\", {key}.c_str());\n    \
         const bool raw = ::{}({key}.c_str());\n    \
         detail::functions::dropped(\"{begins}\", {key}.c_str(), before);\n    \
         return call::checked<bool>(raw, !raw, &::{});\n}}\n",
        method.outcome(),
        method.name,
        method.parameters(),
        method.refusals(),
        method.function.name,
        method.reason(),
    )
}
