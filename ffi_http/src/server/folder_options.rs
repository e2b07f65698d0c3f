//! Options of serving a folder, as JSON.

use crate::{error::Result, headers, options};
use hyper::header::{
    CONNECTION, CONTENT_ENCODING, CONTENT_RANGE, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, LAST_MODIFIED,
    LOCATION, UPGRADE,
};
use serde::Deserialize;

/// Fields that say what a file is: they are the server's to set.
const OWN: [HeaderName; 8] =
    [CONNECTION, CONTENT_ENCODING, CONTENT_RANGE, CONTENT_TYPE, ETAG, LAST_MODIFIED, LOCATION, UPGRADE];

/// The keys of `options_json`; an unknown key is an error that names it.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Keys {
    headers: Vec<String>,
    dotfiles: bool,
    precompressed: bool,
}

/// Options of serving a folder.
#[derive(Default)]
pub struct FolderOptions {
    /// Fields that answers get besides their own.
    pub headers: HeaderMap,
    /// True where names that begin with a dot are served.
    pub dotfiles: bool,
    /// True where `x.br` and `x.gz` stand for `x` if a client takes that coding.
    pub precompressed: bool,
}

impl FolderOptions {
    /// The options that `json` sets; none where it is empty.
    pub fn parse(json: &str) -> Result<Self> {
        let keys: Keys = options::read(json)?;
        let entries: Vec<&str> = keys.headers.iter().map(String::as_str).collect();
        let headers = headers::parse(&entries)?;
        if let Some(name) = OWN.iter().find(|name| headers.contains_key(*name)) {
            return Err(options::refused(json, format!("and the header {name} is the server's to set")));
        }
        Ok(Self { headers, dotfiles: keys.dotfiles, precompressed: keys.precompressed })
    }
}

#[cfg(test)]
mod tests {
    use super::FolderOptions;

    #[test]
    fn options_are_taken_or_refused_by_name() {
        let options = FolderOptions::parse(
            r#" {"headers": ["Cache-Control: max-age=60", "X: 1", "X: 2"], "dotfiles": true}"#,
        );
        let options = options.map_err(|error| error.to_string()).unwrap();
        assert_eq!(options.headers.len(), 3);
        assert!(options.dotfiles && !options.precompressed);
        assert!(FolderOptions::parse("").is_ok() && FolderOptions::parse("{}").is_ok());
        for (json, named) in [
            ("[]", "array"),
            ("[[], true, true]", "array"),
            ("{\"dotfile\": true}", "dotfile"),
            ("{\"dotfiles\": 1}", "dotfiles"),
            ("{\"headers\": [\"Content-Length: 1\"]}", "Content-Length"),
            ("{\"headers\": [\"ETag: 1\"]}", "etag"),
            ("{\"headers\": [\"X: a\\nY: b\"]}", "X: a"),
            ("{\"headers\": [\"no colon\"]}", "no colon"),
            ("{", "options_json"),
        ] {
            let error = FolderOptions::parse(json).map(drop).unwrap_err().to_string();
            assert!(error.contains(named), "{json}: {error}");
        }
    }
}
