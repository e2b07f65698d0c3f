//! A package with names of its own, beside an object that defines the others: a runtime that has functions called as ours
//! are.

use super::{toolchains, unpacked::Unpacked};
use crate::workspace::{run, stdout};
use anyhow::{Context, Result, ensure};
use std::{collections::BTreeSet, fmt::Write, fs};

const SAID: &str = "both sides work\n";

/// Linked in both orders, with double definitions refused and allowed; both sides are called.
pub fn check(package: &Unpacked) -> Result<()> {
    let theirs = clashing(package);
    let (neighbour, host) = (package.program("neighbour.c"), package.program("host.c"));
    fs::write(&neighbour, neighbour_source(&theirs))?;
    fs::write(&host, host_source(package, theirs.len()))?;
    let flags = toolchains::pkg_config(package, &["--cflags", "--libs", "simple_native"])?;
    let object = package.program("neighbour.o");
    run(package.command("cc").arg("-c").arg(&neighbour).arg("-o").arg(&object))?;
    for first in [true, false] {
        for muldefs in [&[][..], &["-Wl,-z,muldefs"]] {
            let program = package.program("host");
            let mut cc = package.command("cc");
            cc.arg(&host).arg("-o").arg(&program).args(muldefs).arg("-Wl,--no-gc-sections");
            cc.args(first.then_some(&object)).args(&flags).args((!first).then_some(&object));
            run(&mut cc).with_context(|| format!("the neighbour first: {first}, {muldefs:?}"))?;
            let said = stdout(&mut package.command(&program))?;
            ensure!(said == SAID, "beside its neighbour it says {said:?}");
        }
    }
    println!("neighbour: {} functions of another object keep their names, in both orders", theirs.len());
    Ok(())
}

/// The names that the package leaves to others.
fn clashing(package: &Unpacked) -> BTreeSet<String> {
    let inside = package.manifest.functions().filter(|_| package.manifest.prefix.is_some());
    let original =
        inside.filter_map(|function| Some(format!("rt_{}", function.name.strip_prefix(package.prefix())?)));
    original.chain(package.manifest.without.iter().cloned()).collect()
}

fn neighbour_source(names: &BTreeSet<String>) -> String {
    let mut out = String::new();
    for name in names {
        let _ = writeln!(out, "int {name}(void) {{ return 1; }}");
    }
    let calls: Vec<String> = names.iter().map(|name| format!("{name}()")).collect();
    let _ = writeln!(out, "int neighbours(void) {{ return {}; }}", calls.join(" + "));
    out
}

/// A host that holds every function of the header, so that none is left out of the link.
fn host_source(package: &Unpacked, neighbours: usize) -> String {
    let prefix = package.prefix();
    let names: Vec<String> =
        package.manifest.functions().map(|function| format!("(void *){}", function.name)).collect();
    format!(
        "#include <simple_native.h>\n#include <stdio.h>\n#include <string.h>\n\nint neighbours(void);\n\
         void *volatile all[] = {{{}}};\n\nint main(void) {{\n    if ({prefix}native_provoke_panic(\"ours\")) return 1;\n    \
         char *error = {prefix}native_get_last_error();\n    if (!strstr(error, \"internal error: ours\")) return 2;\n    \
         {prefix}text_free(error);\n    if (!all[0] || neighbours() != {neighbours}) return 3;\n    \
         puts(\"both sides work\");\n    return 0;\n}}\n",
        names.join(", ")
    )
}
