//! The part of the manifest that has classes.

use crate::abi::Manifest;
use std::collections::BTreeSet;

/// The manifest as languages with classes see it: a handle that no function makes, only a callback is given, and that is
/// good for the length of that call, has no class and stays a number.
pub fn with_classes_alone(manifest: &Manifest) -> Manifest {
    let mut seen = manifest.clone();
    let objects = manifest.libraries.iter().flat_map(|library| &library.objects);
    let kinds: BTreeSet<&String> = objects.map(|object| &object.kind).collect();
    let keep = |handle: &mut Option<String>| *handle = handle.take().filter(|kind| kinds.contains(kind));
    let functions = seen.libraries.iter_mut().flat_map(|library| &mut library.functions);
    for param in functions.flat_map(|function| &mut function.params) {
        keep(&mut param.handle);
        let given = param.callback.iter_mut().flat_map(|callback| &mut callback.params);
        given.for_each(|param| keep(&mut param.handle));
    }
    seen
}
