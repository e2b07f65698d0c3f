//! Type checkers of the languages that have them take what fits the bindings, and refuse what does not.

use super::bindings::{node_modules, staged};
use std::{fs, process::Command};
use tests::npm;
use xtask::{python, workspace::run};

#[test]
fn typescript_knows_the_package() {
    let work = tempfile::tempdir().unwrap();
    node_modules(work.path());
    fs::copy(tests::folder().join("bindings/typed.ts"), work.path().join("typed.ts")).unwrap();
    let required = "import native = require(\"simple_native\");\n\
                    export const found: string | undefined = native.regex.Regex.new(\"a\").find(\"xa\");\n";
    fs::write(work.path().join("required.cts"), required).unwrap();
    let compiler = npm::program("typescript@7.0.2", "tsc");
    // As Node resolves it, in both kinds of modules, and as bundlers do.
    for (kind, files) in [("nodenext", &["typed.ts", "required.cts"][..]), ("bundler", &["typed.ts"])] {
        let mut tsc = Command::new(&compiler);
        tsc.args(["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,esnext.disposable"]);
        tsc.args(["--module", if kind == "bundler" { "esnext" } else { kind }, "--moduleResolution", kind]);
        run(tsc.args(files).current_dir(work.path())).unwrap();
    }
}

#[test]
fn pythons_checkers_know_the_package() {
    let work = tempfile::tempdir().unwrap();
    let package = staged().join("python/simple_native");
    run(Command::new("cp").arg("-r").arg(package).arg(work.path())).unwrap();
    fs::copy(tests::folder().join("bindings/typed.py"), work.path().join("typed.py")).unwrap();
    // What is to be refused has a comment, and one too many is refused as well.
    let settings =
        r#"{"include": ["typed.py", "simple_native"], "reportUnnecessaryTypeIgnoreComment": "error"}"#;
    fs::write(work.path().join("pyrightconfig.json"), settings).unwrap();
    let python = python::environment("typed", &["mypy==2.4.1", "pyright==1.1.414"]).unwrap();
    let mut mypy = Command::new(python.with_file_name("mypy"));
    mypy.args(["--warn-unused-ignores", "simple_native", "typed.py"]);
    run(mypy.current_dir(work.path())).unwrap();
    // A program that is strict with itself may call all of it.
    let mut strict = Command::new(python.with_file_name("mypy"));
    strict.args(["--strict", "--follow-imports=silent", "typed.py"]);
    run(strict.current_dir(work.path())).unwrap();
    run(Command::new(python.with_file_name("pyright")).current_dir(work.path())).unwrap();
}
