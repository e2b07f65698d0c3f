//! A cookie as files and hosts have it.

use cookie_store::{Cookie, CookieDomain, CookieExpiration};
use reqwest::Url;
use serde::{Deserialize, Serialize};
use std::time::{SystemTime, UNIX_EPOCH};

/// A cookie, with all that says where it goes.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Record {
    pub name: String,
    pub value: String,
    /// In ASCII, without a dot before it.
    pub domain: String,
    /// Whether it is for that host alone, and not for those below it.
    #[serde(default)]
    pub host_only: bool,
    #[serde(default = "root")]
    pub path: String,
    #[serde(default)]
    pub secure: bool,
    #[serde(default)]
    pub http_only: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_site: Option<String>,
    /// Seconds since 1970; none where it ends with the session.
    #[serde(default)]
    pub expires: Option<i64>,
}

fn root() -> String {
    "/".to_owned()
}

impl Record {
    pub fn of(cookie: &Cookie<'_>) -> Self {
        let (name, value) = cookie.name_value();
        Self {
            name: name.to_owned(),
            value: value.to_owned(),
            domain: String::from(&cookie.domain),
            host_only: matches!(cookie.domain, CookieDomain::HostOnly(_)),
            path: String::from(&cookie.path),
            secure: cookie.secure() == Some(true),
            http_only: cookie.http_only() == Some(true),
            same_site: cookie.same_site().map(|site| site.to_string()),
            expires: match &cookie.expires {
                CookieExpiration::AtUtc(time) => Some(time.unix_timestamp()),
                CookieExpiration::SessionEnd => None,
            },
        }
    }

    /// Whether it has expired.
    pub fn has_expired(&self) -> bool {
        self.expires.is_some_and(|expires| expires <= now())
    }

    /// The `Set-Cookie` that sets it, and an address that may; an error where a part is none of a cookie's.
    pub fn as_set(&self) -> Result<(String, Url), String> {
        let parts = [
            Some(&self.name),
            Some(&self.value),
            Some(&self.domain),
            Some(&self.path),
            self.same_site.as_ref(),
        ];
        if parts
            .into_iter()
            .flatten()
            .any(|part| part.contains(|c: char| c == ';' || c != '\t' && c.is_control()))
        {
            return Err("holds a `;` or a control character".to_owned());
        }
        if self.name.is_empty() || self.name.contains('=') || !self.path.starts_with('/') {
            return Err("has no name, an `=` in it, or a path that does not begin with `/`".to_owned());
        }
        let domain = self.domain.strip_prefix('.').unwrap_or(&self.domain);
        let scheme = if self.secure { "https" } else { "http" };
        let url = Url::parse(&format!("{scheme}://{domain}/")).ok();
        let url = url.filter(|url| url.path() == "/" && url.query().is_none() && url.username().is_empty());
        let url = url.ok_or_else(|| "has a domain that is no host".to_owned())?;
        let mut text = format!("{}={}; Path={}", self.name, self.value, self.path);
        if !self.host_only {
            text.extend(["; Domain=", domain]);
        }
        if let Some(expires) = self.expires {
            text.push_str(&format!("; Max-Age={}", expires.saturating_sub(now())));
        }
        if let Some(site) = &self.same_site {
            text.extend(["; SameSite=", site]);
        }
        for (is_set, word) in [(self.secure, "; Secure"), (self.http_only, "; HttpOnly")] {
            if is_set {
                text.push_str(word);
            }
        }
        Ok((text, url))
    }
}

fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs() as i64)
}
