//! Prints the program of hostile calls for a manifest, to be compiled for machines that the tests do not run on.

use std::fs;

fn main() {
    let path = std::env::args().nth(1).expect("a manifest's path");
    let text = fs::read_to_string(&path).expect("a manifest");
    print!("{}", tests::hostile::program(&serde_json::from_str(&text).expect("a manifest")));
}
