//! Gives the shared object its SONAME.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        let major = env!("CARGO_PKG_VERSION").split('.').next().unwrap_or("0");
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libsimple_native.so.{major}");
    }
}
