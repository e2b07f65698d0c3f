//! Compiles what stops an exception that leaves foreign code.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/foreign_unwind.c");
    cc::Build::new()
        .file("src/foreign_unwind.c")
        .flag("-fexceptions")
        .warnings(true)
        .compile("snforeignunwind");
}
