//! Model of the bindings, which all generators share: which functions are a class's, and what they are called there.

use crate::abi::{Function, Library, Manifest, Parameter, Struct};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The manifest as bindings see it.
pub struct Model<'a> {
    /// The manifest.
    pub manifest: &'a Manifest,
    /// The manifest's libraries.
    pub libraries: Vec<LibraryModel<'a>>,
}

/// A library and its classes.
pub struct LibraryModel<'a> {
    /// The library.
    pub library: &'a Library,
    /// One class for each kind of object.
    pub classes: Vec<Class<'a>>,
}

/// The class of one kind of object.
pub struct Class<'a> {
    /// The class's name: `AudioEngine`.
    pub name: String,
    /// The kind: "audio engine".
    pub kind: &'a str,
    /// The kind of object that its objects belong to.
    pub parent: Option<&'a str>,
    /// The kind of object that makes its objects, where they belong to none but hand out what belongs to that one.
    pub origin: Option<&'a str>,
    /// The function that frees one.
    pub release: Option<&'a Function>,
    /// The kinds of the first parameters of its methods: the parent, where they take it, and itself.
    pub key: Vec<&'a str>,
    /// Functions that make one and belong to no other object.
    pub makers: Vec<Member<'a>>,
    /// The class's methods.
    pub methods: Vec<Member<'a>>,
}

/// A function as a class has it.
pub struct Member<'a> {
    /// The function's name there.
    pub name: String,
    /// The function.
    pub function: &'a Function,
    /// The parameters that the caller gives.
    pub params: &'a [Parameter],
}

/// Meaning of a result to a class.
pub enum Outcome<'a> {
    /// A handle: an object of this class.
    Object(&'a str),
    /// Handles: a list of objects of this class.
    Objects(&'a str),
    /// A struct with handles in it: one with objects.
    Structure(&'a Struct),
    /// Anything else.
    Value,
}

impl<'a> Model<'a> {
    /// The library of each function's first word: `ws` is one of http's.
    pub fn prefixes(&self) -> BTreeMap<&'a str, &'a str> {
        let functions = self.manifest.libraries.iter().flat_map(|library| {
            library.functions.iter().map(|function| (function.name.as_str(), library.name.as_str()))
        });
        functions.filter_map(|(name, library)| Some((name.split('_').nth(1)?, library))).collect()
    }

    /// The classes of a manifest.
    pub fn new(manifest: &'a Manifest) -> Self {
        let libraries = manifest.libraries.iter();
        let libraries =
            libraries.map(|library| LibraryModel { library, classes: classes(library) }).collect();
        Self { manifest, libraries }
    }

    /// The struct that a function returns.
    pub fn returned_struct(&self, function: &Function) -> Option<&'a Struct> {
        self.manifest.find_struct(&function.returns)
    }
}

fn classes(library: &Library) -> Vec<Class<'_>> {
    let mut classes: Vec<Class> = library.objects.iter().map(|object| class(library, object)).collect();
    for function in &library.functions {
        let owner = classes.iter().position(|class| is_method(class, function, library));
        match (owner, function.returns_handle.as_deref()) {
            _ if function.name == released_by(owner.map(|place| &classes[place])) => {}
            (Some(place), _) => {
                let class = &mut classes[place];
                let name = member_name(library, class, &function.name);
                let params = &function.params[class.key.len()..];
                class.methods.push(Member { name, function, params });
            }
            (None, Some(kind)) => {
                if let Some(class) = classes.iter_mut().find(|class| class.kind == kind) {
                    let name = member_name(library, class, &function.name);
                    class.makers.push(Member { name, function, params: &function.params });
                }
            }
            (None, None) => {}
        }
    }
    let origins: Vec<Option<&str>> = classes.iter().map(|class| origin(library, &classes, class)).collect();
    classes.iter_mut().zip(origins).for_each(|(class, origin)| class.origin = origin);
    classes
}

/// The kind that makes the objects of a class that belong to none, where its methods give objects that belong to
/// that.
fn origin<'a>(library: &'a Library, classes: &[Class<'a>], class: &Class<'a>) -> Option<&'a str> {
    if class.parent.is_some() {
        return None;
    }
    let given = class.methods.iter().flat_map(|member| kinds_given(library, member.function));
    let parents: Vec<&str> =
        given.filter_map(|kind| classes.iter().find(|one| one.kind == kind)?.parent).collect();
    let makers = classes.iter().filter(|one| parents.contains(&one.kind));
    let makes = |maker: &&Class<'a>| {
        maker.methods.iter().any(|member| member.function.returns_handle.as_deref() == Some(class.kind))
    };
    makers.filter(makes).map(|maker| maker.kind).next()
}

/// The kinds of the objects that a function's result stands for.
fn kinds_given<'a>(library: &'a Library, function: &'a Function) -> impl Iterator<Item = &'a str> {
    let one = library.structs.iter().find(|one| one.name == function.returns);
    let fields = one.into_iter().flat_map(|one| &one.fields).filter_map(|field| field.handle.as_deref());
    let handles = [&function.returns_handle, &function.returns_handles];
    handles.into_iter().flatten().map(String::as_str).chain(fields)
}

fn class<'a>(library: &'a Library, object: &'a crate::abi::Object) -> Class<'a> {
    let release = object.release.as_deref();
    let release = release.and_then(|name| library.functions.iter().find(|one| one.name == name));
    let key = match release {
        Some(release) => {
            let handles = release.params.iter().filter_map(|param| param.handle.as_deref());
            handles.collect()
        }
        None => vec![object.kind.as_str()],
    };
    Class {
        name: camel(&object.kind),
        kind: &object.kind,
        parent: object.parent.as_deref(),
        origin: None,
        release,
        key,
        makers: Vec::new(),
        methods: Vec::new(),
    }
}

fn released_by<'a>(class: Option<&Class<'a>>) -> &'a str {
    class.and_then(|class| class.release).map_or("", |release| release.name.as_str())
}

/// Tells whether the first parameters are the class's. Where that takes the parent too, the name has to say so:
/// `rt_rapier2d_joint_fixed(world, body1, body2)` is the world's.
fn is_method(class: &Class, function: &Function, library: &Library) -> bool {
    let leads = function.params.len() >= class.key.len()
        && class.key.iter().zip(&function.params).all(|(kind, param)| param.handle.as_deref() == Some(kind));
    let named = function.name.starts_with(&format!("rt_{}_{}_", library.name, snake(class.kind)));
    leads && (class.key.len() == 1 || named) && !makes_better(class, function, library)
}

/// Tells whether the function is a method of a class with a longer key.
fn makes_better(class: &Class, function: &Function, library: &Library) -> bool {
    class.key.len() == 1
        && library.objects.iter().any(|object| {
            let of_this = object.parent.as_deref() == Some(class.kind);
            let named = function.name.starts_with(&format!("rt_{}_{}_", library.name, snake(&object.kind)));
            let second = function.params.get(1).and_then(|param| param.handle.as_deref());
            of_this && named && second == Some(&object.kind)
        })
}

/// Names that every class has already: freeing, and what it needs for that.
const OWN_NAMES: &[&str] = &["close", "detach", "handle", "parent", "forget", "wrap", "wait", "release"];

/// The function's name without what the class says already, as short as no other member is called.
fn member_name(library: &Library, class: &Class, function: &str) -> String {
    let last = class.kind.rsplit(' ').next().unwrap_or_default();
    let release = class.release.map_or("", |release| release.name.as_str());
    let stems = [
        release.rfind('_').map_or("", |end| &release[..=end]).to_owned(),
        format!("rt_{}_{}_", library.name, snake(class.kind)),
        format!("rt_{}_{last}_", library.name),
        format!("rt_{}_", library.name),
        "rt_".to_owned(),
    ];
    let taken = |name: &str| class.makers.iter().chain(&class.methods).any(|member| member.name == name);
    let rest = stems.iter().filter(|stem| !stem.is_empty()).filter_map(|stem| function.strip_prefix(&**stem));
    rest.filter(|rest| !rest.is_empty() && !OWN_NAMES.contains(rest) && !taken(rest))
        .min_by_key(|rest| rest.len())
        .unwrap_or(function)
        .to_owned()
}

/// `audio engine` as `audio_engine`.
pub fn snake(kind: &str) -> String {
    kind.replace(' ', "_")
}

/// `audio engine` or `audio_engine` as `AudioEngine`.
pub fn camel(text: &str) -> String {
    let words = text.split([' ', '_']);
    words
        .map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            first.to_uppercase() + rest
        })
        .collect()
}

/// `set_master_volume` as `setMasterVolume`.
pub fn lower_camel(text: &str) -> String {
    let camel = camel(text);
    let (first, rest) = camel.split_at(camel.len().min(1));
    first.to_lowercase() + rest
}

/// `RtBodyPosition` as `BodyPosition`.
pub fn struct_name(name: &str) -> &str {
    name.strip_prefix("Rt").unwrap_or(name)
}

/// Tells whether a struct has handles in it: what a method returns has objects in their place.
pub fn has_objects(one: &Struct) -> bool {
    one.fields.iter().any(|field| field.handle.is_some())
}

/// The name of a struct as C has it: with objects in it, it has the name without the prefix.
pub fn plain_struct_name(one: &Struct) -> &str {
    if has_objects(one) { &one.name } else { struct_name(&one.name) }
}

impl<'a> Class<'a> {
    /// The kind of the object that its objects know: what they belong to, or what they came from.
    pub fn known(&self) -> Option<&'a str> {
        self.parent.or(self.origin)
    }

    /// Makers and methods; true for a maker.
    pub fn members(&self) -> impl Iterator<Item = (&Member<'a>, bool)> {
        self.makers.iter().map(|one| (one, true)).chain(self.methods.iter().map(|one| (one, false)))
    }
}

impl<'a> Model<'a> {
    /// The classes of other libraries whose objects a library's methods take: the library's name, and the class's.
    pub fn classes_of_others(&self, library: &LibraryModel) -> BTreeSet<(&'a str, String)> {
        let members = library.classes.iter().flat_map(|class| class.members());
        let params = members.flat_map(|(member, _)| member.params);
        let kinds = params.filter_map(|param| param.handle.as_deref().or_else(|| several(param)));
        let of_others = kinds.filter(|kind| library.class(kind).is_none());
        let home = |kind: &str| self.libraries.iter().find(|one| one.class(kind).is_some());
        of_others.filter_map(|kind| Some((home(kind)?.library.name.as_str(), camel(kind)))).collect()
    }
}

impl<'a> LibraryModel<'a> {
    /// The class of a kind.
    pub fn class(&self, kind: &str) -> Option<&Class<'a>> {
        self.classes.iter().find(|class| class.kind == kind)
    }

    /// Tells whether the library's calls leave a last error.
    pub fn has_errors(&self) -> bool {
        self.library.errors.is_some()
    }
}

impl Member<'_> {
    /// The meaning of its result.
    pub fn outcome<'a>(&'a self, library: &'a LibraryModel) -> Outcome<'a> {
        let function = self.function;
        if let Some(kind) = &function.returns_handle {
            return Outcome::Object(kind);
        }
        if let Some(kind) = &function.returns_handles {
            return Outcome::Objects(kind);
        }
        match library.library.structs.iter().find(|one| one.name == function.returns && has_objects(one)) {
            Some(one) => Outcome::Structure(one),
            None => Outcome::Value,
        }
    }

    /// Tells whether the objects that it gives are the caller's to free.
    pub fn gives_owned(&self) -> bool {
        match self.function.returns_handles {
            Some(_) => self.function.items_owner.as_deref() == Some("caller"),
            None => self.function.returns_handle.is_some() && self.function.owner.is_some(),
        }
    }

    /// Tells whether nothing but the last error says that a call failed.
    pub fn fails_silently(&self) -> bool {
        self.function.returns.is_empty() && !self.consumes_itself()
    }

    /// Tells whether the call frees the object that it is a method of.
    pub fn consumes_itself(&self) -> bool {
        let own = self.function.params.len() - self.params.len();
        own > 0 && is_consumed(&self.function.params[own - 1])
    }
}

/// A function that takes one of the host's for the archive to call.
pub struct Callbacks<'a> {
    /// That function. What it is told first (a name, a handle) is what the other one ends.
    pub begins: &'a Function,
    /// The host's function, as the archive calls it.
    pub callback: &'a Parameter,
    /// The exported function after which it is not called any more.
    pub ends: &'a str,
    /// True where a second one takes the place of the first.
    pub replaces: bool,
}

/// The functions of a library that take callbacks. Bindings keep what they are given until it is ended.
pub fn callbacks(library: &Library) -> Vec<Callbacks<'_>> {
    let of = |function: &Function| function.params.iter().position(|param| param.callback.is_some());
    let taking = library.functions.iter().filter_map(|function| Some((function, of(function)?)));
    taking
        .filter_map(|(begins, place)| {
            let callback = &begins.params[place];
            let of = callback.callback.as_ref()?;
            Some(Callbacks { begins, callback, ends: &of.ends, replaces: of.replaces })
        })
        .collect()
}

/// A function outside all classes that takes one of the host's for objects, beside the one after which that is not
/// called any more.
pub struct Handlers<'a> {
    /// The function that takes it.
    pub begins: &'a Function,
    /// The function that ends it.
    pub ends: &'a Function,
    /// The kind of object that it is told.
    pub told: &'a str,
    /// The kind of object that it gives.
    pub given: &'a str,
}

impl<'a> LibraryModel<'a> {
    /// Those of the library.
    pub fn handlers(&self) -> Vec<Handlers<'a>> {
        let is_member = |function: &Function| {
            self.classes
                .iter()
                .any(|class| class.members().any(|(one, _)| one.function.name == function.name))
        };
        let all = callbacks(self.library).into_iter().filter(|one| !is_member(one.begins));
        all.filter_map(|one| {
            let callback = one.callback.callback.as_ref()?;
            Some(Handlers {
                begins: one.begins,
                ends: self.library.functions.iter().find(|function| function.name == one.ends)?,
                told: callback.params.first()?.handle.as_deref()?,
                given: callback.returns_handle.as_deref()?,
            })
        })
        .collect()
    }

    /// The name of a function outside all classes, without what the library's says already.
    pub fn plain_name(&self, function: &'a Function) -> &'a str {
        let name = function.name.strip_prefix("rt_").unwrap_or(&function.name);
        name.strip_prefix(&format!("{}_", self.library.name)).unwrap_or(name)
    }
}

/// The kind of object that a function of the host's is told first.
pub fn told(param: &Parameter) -> Option<&str> {
    param.callback.as_ref()?.params.first()?.handle.as_deref()
}

/// Tells whether a class's method gives the language's own "nothing" where the function finds nothing: a handle is
/// that by itself.
pub fn may_be_nothing(function: &Function) -> bool {
    function.returns_handle.is_none()
        && (function.optional && function.returns == "text" || !function.none.is_null())
}

/// The kind of the objects that an array of handles stands for: a class's method takes objects there.
pub fn several(param: &Parameter) -> Option<&str> {
    param.handles.as_deref().filter(|_| param.r#type == "[i64]")
}

/// Tells whether the call releases what this parameter stands for.
pub fn is_consumed(param: &Parameter) -> bool {
    param.ownership.as_deref() == Some("consumed")
}

/// A parameter that takes memory of the archive: bindings use such functions themselves.
pub fn is_archives(param: &Parameter) -> bool {
    param.from_archive || (is_consumed(param) && param.handle.is_none())
}

/// The fields of a failed struct that can be compared, and what they are then.
pub fn failure_fields(failure: &Value) -> Vec<(&str, &Value)> {
    let fields = failure.as_object().into_iter().flatten();
    fields.filter(|(_, value)| *value != "<reason>").map(|(name, value)| (name.as_str(), value)).collect()
}

/// The place where the parent of a new object is to be found.
pub enum Parent<'a> {
    /// The new object has none, or none is at hand.
    None,
    /// The object whose method this is.
    Itself,
    /// The object that this one knows: its parent, or what it came from.
    Own,
    /// A parameter.
    Given(&'a str),
}

impl<'a> Member<'a> {
    /// The parent of the objects of this kind that this makes or gives.
    pub fn parent(&'a self, library: &LibraryModel, class: &Class, kind: &str) -> Parent<'a> {
        let method = self.params.len() < self.function.params.len();
        match library.class(kind).and_then(Class::known) {
            None => Parent::None,
            Some(parent) if method && parent == class.kind => Parent::Itself,
            Some(parent) if method && Some(parent) == class.known() => Parent::Own,
            Some(parent) => {
                let given = self.params.iter().find(|param| param.handle.as_deref() == Some(parent));
                given.map_or(Parent::None, |param| Parent::Given(&param.name))
            }
        }
    }
}

/// Whether a parameter is an offset into its function's text.
pub fn is_offset(function: &Function, param: &Parameter) -> bool {
    function.offsets && param.name == "start"
}
