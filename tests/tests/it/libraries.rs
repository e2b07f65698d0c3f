//! Libraries whose C program needs nothing besides itself: `tests/c/<library>.c`, found by the manifest. The others have a
//! module here that calls `suite` for them.

use std::{fs, thread};
use tests::{
    folder, manifest,
    program::{CTest, suite},
};

#[test]
fn libraries_without_a_module_of_their_own_from_c() {
    let modules: Vec<String> = fs::read_dir(folder().join("tests/it"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    let has_own = |name: &str| modules.iter().any(|text| text.contains(&format!("suite(\"{name}\"")));
    let names = manifest().libraries.iter().map(|library| library.name.as_str());
    let plain: Vec<&str> = names.filter(|name| !has_own(name)).collect();
    assert!(plain.contains(&"rapier2d") && !plain.contains(&"regex"), "{plain:?}");
    thread::scope(|scope| {
        for name in plain {
            scope.spawn(move || suite(name, &CTest::new(name)));
        }
    });
}
