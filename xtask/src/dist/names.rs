//! The names of a package's functions where a runtime beside it defines some of the same: another prefix for all, or
//! without some.

use crate::abi::{Function, Manifest};
use anyhow::{Result, bail, ensure};

/// The prefix that the sources know.
const OWN: &str = "rt_";

/// Names of a package's functions.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The prefix in the place of `rt_`.
    pub prefix: Option<String>,
    /// The functions that nobody sees.
    pub without: Vec<String>,
}

impl Names {
    /// True where they are as in the sources.
    pub fn are_plain(&self) -> bool {
        self.prefix.is_none() && self.without.is_empty()
    }

    /// The part of the package's file name that tells of them.
    pub fn suffix(&self) -> String {
        let prefix = self.prefix.as_ref().map(|prefix| format!("-{}", prefix.trim_end_matches('_')));
        let without = (!self.without.is_empty()).then(|| format!("-without-{}", self.without.len()));
        prefix.into_iter().chain(without).collect()
    }

    /// The name that a symbol of the archive gets, where it is a function that a program sees.
    pub fn seen(&self, symbol: &str) -> Option<String> {
        // On macOS each C name begins with an underscore.
        let (start, name) = if symbol.starts_with("_rt_") { symbol.split_at(1) } else { ("", symbol) };
        let rest = name.strip_prefix(OWN)?;
        if self.is_left_out(name) {
            return None;
        }
        Some(format!("{start}{}{rest}", self.prefix.as_deref().unwrap_or(OWN)))
    }

    /// The twin that returns a struct by pointer goes with the function.
    fn is_left_out(&self, name: &str) -> bool {
        self.without.iter().any(|one| name == one || name.strip_suffix("_into") == Some(one))
    }

    /// A text that names functions, with their names here.
    pub fn in_text(&self, text: &str) -> String {
        let Some(prefix) = &self.prefix else { return text.to_owned() };
        let mut out = String::with_capacity(text.len());
        let mut before = ' ';
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let begins = !before.is_ascii_alphanumeric() && before != '_';
            if begins && rest.starts_with(OWN) {
                out.push_str(prefix);
                before = '_';
                rest = &rest[OWN.len()..];
                continue;
            }
            out.push(next);
            before = next;
            rest = &rest[next.len_utf8()..];
        }
        out
    }

    /// The manifest without what is left out; what needs it is named in the error. Names stay as in the sources.
    pub fn apply(&self, manifest: &mut Manifest) -> Result<()> {
        if let Some(prefix) = &self.prefix {
            let rest = prefix.chars().all(|one| one.is_ascii_alphanumeric() || one == '_');
            let begins = prefix.chars().next().is_some_and(|one| !one.is_ascii_digit());
            ensure!(
                rest && begins && prefix != OWN,
                "--prefix {prefix:?}: no C name begins so, or all do already"
            );
        }
        for name in &self.without {
            let Some(function) = manifest.functions().find(|function| function.name == *name) else {
                bail!("--without {name}: no function of this package is called so");
            };
            self.can_be_missed(manifest, function)?;
        }
        for library in &mut manifest.libraries {
            library.functions.retain(|function| !self.is_left_out(&function.name));
            for object in &mut library.objects {
                object.release.take_if(|release| self.is_left_out(release));
            }
        }
        manifest.prefix.clone_from(&self.prefix);
        manifest.without.clone_from(&self.without);
        Ok(())
    }

    fn can_be_missed(&self, manifest: &Manifest, function: &Function) -> Result<()> {
        let name = &function.name;
        let stays = |one: &&Function| !self.is_left_out(&one.name);
        for library in &manifest.libraries {
            let errors =
                library.errors.iter().flat_map(|one| [Some(&one.get), Some(&one.clear), one.code.as_ref()]);
            ensure!(!errors.flatten().any(|one| one == name), "--without {name}: errors are asked for by it");
            for object in library.objects.iter().filter(|object| object.release.as_ref() == Some(name)) {
                let makes = |one: &&Function| {
                    one.returns_handle.as_ref() == Some(&object.kind) && one.owner.is_some()
                };
                if let Some(maker) = library.functions.iter().filter(stays).find(makes) {
                    bail!(
                        "--without {name}: it frees what {} makes; leave that out too, or name all functions \
                         differently by --prefix",
                        maker.name
                    );
                }
            }
        }
        let released = |one: &&Function| one.release.as_ref() == Some(name) && one.returns_handle.is_none();
        match manifest.functions().filter(stays).find(released) {
            Some(one) => bail!("--without {name}: it releases what {} returns", one.name),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_changed_where_they_stand_whole() {
        let names = Names { prefix: Some("sn_".into()), without: vec!["rt_http_get".into()] };
        let text = "rt_regex_new(rt_x) start_rt_x, `rt_<library>_get`; art_x Rt_ ürt_x";
        assert_eq!(names.in_text(text), "sn_regex_new(sn_x) start_rt_x, `sn_<library>_get`; art_x Rt_ üsn_x");
        assert_eq!(names.seen("rt_regex_new").unwrap(), "sn_regex_new");
        assert_eq!(names.seen("_rt_regex_new").unwrap(), "_sn_regex_new");
        assert_eq!(names.seen("rt_http_get_into"), None);
        assert_eq!(names.seen("rt_http_get_json").unwrap(), "sn_http_get_json");
        assert_eq!(names.seen("memcpy"), None);
    }

    #[test]
    fn what_others_need_stays() {
        let refused = |without: &[&str]| {
            let names =
                Names { without: without.iter().map(|&name| name.to_owned()).collect(), prefix: None };
            names.apply(&mut crate::bindings::manifest().unwrap()).unwrap_err().to_string()
        };
        assert!(refused(&["rt_none"]).contains("no function"));
        assert!(refused(&["rt_regex_destroy"]).contains("it frees what rt_regex_new makes"));
        assert!(refused(&["rt_http_get_last_error"]).contains("errors are asked for by it"));
        assert!(refused(&["rt_text_free"]).contains("it releases what"));
    }
}
