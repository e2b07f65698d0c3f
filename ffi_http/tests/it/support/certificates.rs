//! Certificates of test authorities.

use super::{api::*, nginx::run};
use std::{fs, path::Path};

/// A test CA, and certificates that it made: good, expired, for another name, and one of a CA nobody trusts.
pub fn certificates(folder: &Path) {
    let script = r#"
set -e
cd "$1"
ca() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=$2" \
        -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign -keyout "$1.key" -out "$1.pem"
}
leaf() {
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$1" -keyout "$1.key" -out "$1.csr"
    printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\n' "$3" > "$1.ext"
    touch index.txt
    openssl x509 -req -in "$1.csr" -CA "$2.pem" -CAkey "$2.key" -set_serial "$RANDOM" -extfile "$1.ext" $4 -out "$1.pem"
}
ca root "test root"
ca stranger "a stranger"
leaf good root DNS:localhost,IP:127.0.0.1 "-days 10"
leaf expired root DNS:localhost,IP:127.0.0.1 "-days -1"
leaf other root DNS:elsewhere.test "-days 10"
leaf untrusted stranger DNS:localhost,IP:127.0.0.1 "-days 10"
"#;
    run("bash", &["-c", script, "bash", &folder.display().to_string()]);
}

/// Options with the certificates of these names, from files, and more.
pub fn files(folder: &Path, names: &[&str], more: &str) -> String {
    let each = names.iter().map(|name| {
        let path = folder.join(name).display().to_string();
        format!(r#"{{"chain_file": "{path}.pem", "key_file": "{path}.key"}}"#)
    });
    format!(r#"{{"certificates": [{}]{more}}}"#, each.collect::<Vec<_>>().join(", "))
}

/// A client that trusts the test's root.
pub fn client(folder: &Path) -> i64 {
    let client = client_create();
    assert!(client_add_roots(client, &fs::read_to_string(folder.join("root.pem")).unwrap()));
    client
}
