//! A client's cookies (RFC 6265): taken from answers, and sent with the requests that they are for.

mod files;
mod record;

pub use files::{read, written};
pub use record::Record;

use crate::{
    error::{Error, Result},
    fork_lock::ForkLock,
};
use cookie_store::{Cookie, CookieDomain, CookieStore, RawCookie};
use hyper::header::{HeaderMap, HeaderValue, SET_COOKIE};
use public_suffix::{DEFAULT_PROVIDER, EffectiveTLDProvider};
use reqwest::Url;
use std::{cmp::Reverse, collections::HashMap, net::IpAddr};

/// The longest name and value of a cookie, together.
const LONGEST: usize = 4096;
/// The longest that says all of a cookie.
const LONGEST_FIELD: usize = 64 << 10;
/// The most cookies of a registered domain and what is below it.
const OF_A_DOMAIN: usize = 180;
/// The most cookies.
const MOST: usize = 3000;
/// The most cookies that a request sends, and the longest field that they are sent in: as curl has it, for a server that
/// is sent more may refuse every request.
const SENT: usize = 150;
const SENT_BYTES: usize = 8190;

/// The cookies of a client.
#[derive(Default)]
pub struct Jar(ForkLock<CookieStore>);

impl Jar {
    /// What a request to `url` says in its field `Cookie`: cookies of longer paths first, then as they came.
    pub fn header(&self, url: &Url) -> Option<HeaderValue> {
        let store = self.0.lock().ok()?;
        let mut cookies = store.matches(url);
        cookies.sort_by_key(|cookie| Reverse(cookie.path.len()));
        let mut text = String::new();
        for cookie in cookies.into_iter().take(SENT) {
            let (name, value) = cookie.name_value();
            if text.len() + name.len() + value.len() + 3 > SENT_BYTES {
                break;
            }
            if !text.is_empty() {
                text.push_str("; ");
            }
            text.extend([name, "=", value]);
        }
        let mut value = HeaderValue::from_str(&text).ok().filter(|value| !value.is_empty())?;
        value.set_sensitive(true);
        Some(value)
    }

    /// Takes the cookies that `url` answered with; those that it may not set are left out.
    pub fn take_from(&self, headers: &HeaderMap, url: &Url) {
        let mut fields = headers.get_all(SET_COOKIE).iter().peekable();
        if fields.peek().is_none() {
            return;
        }
        let Ok(mut store) = self.0.lock() else { return };
        for field in fields {
            if let Ok(text) = str::from_utf8(field.as_bytes()) {
                let _ = insert(&mut store, text, url);
            }
        }
    }

    /// Takes the cookie that `text`, a value of `Set-Cookie`, would set were it an answer of `url`.
    pub fn set(&self, text: &str, url: &Url) -> Result<()> {
        insert(&mut *self.0.lock()?, text, url).map_err(|reason| Error::secret("cookie", reason))
    }

    /// Takes a cookie that was kept elsewhere; why not, where it is none that a server may have set.
    pub fn add(&self, record: &Record) -> Result<(), String> {
        let (text, url) = record.as_set()?;
        if !record.host_only && is_public(url.host_str().unwrap_or_default()) {
            return Err("is for all that anybody registers".to_owned());
        }
        let mut store = self.0.lock().map_err(|error| error.to_string())?;
        insert(&mut store, &text, &url).map_err(str::to_owned)
    }

    /// All that have not expired.
    pub fn all(&self) -> Result<Vec<Record>> {
        Ok(self.0.lock()?.iter_unexpired().map(Record::of).collect())
    }

    /// Forgets all.
    pub fn clear(&self) -> Result<()> {
        self.0.lock()?.clear();
        Ok(())
    }
}

/// Sets the cookie that `text` stands for on behalf of `url`, or says why it may not.
fn insert(store: &mut CookieStore, text: &str, url: &Url) -> Result<(), &'static str> {
    if text.len() > LONGEST_FIELD {
        return Err("that is longer than any cookie");
    }
    if text.contains(|c: char| c.is_ascii_control() && c != '\t') {
        return Err("that holds a control character");
    }
    let raw = RawCookie::parse(text).map_err(|_| "that is no cookie: NAME=VALUE; Attribute…")?.into_owned();
    if raw.name().len() + raw.value().len() > LONGEST {
        return Err("that is a cookie of more than 4096 bytes");
    }
    let mut cookie = Cookie::try_from_raw_cookie(&raw, url).map_err(|error| reason(&error))?;
    let secure = raw.secure() == Some(true);
    if secure && !is_secure(url) {
        return Err("that is a cookie with `Secure`, which is set by https: alone");
    }
    if let CookieDomain::Suffix(domain) = &cookie.domain
        && is_public(domain)
    {
        if !cookie.domain.host_is_identical(url) {
            return Err("that is a cookie for a domain below which anybody may have a name, such as `co.uk`");
        }
        cookie.domain = CookieDomain::host_only(url).map_err(|error| reason(&error))?;
    }
    check_prefix(&raw, &cookie, secure)?;
    if !is_secure(url) && replaces_secure(store, &cookie) {
        return Err("that would stand before one with `Secure` that was set by https:");
    }
    // That a cookie has expired takes one away.
    match store.insert(cookie.into_owned(), url) {
        Ok(_) => bound(store, url),
        Err(cookie_store::CookieError::Expired) => {}
        Err(error) => return Err(reason(&error)),
    }
    Ok(())
}

fn reason(error: &cookie_store::CookieError) -> &'static str {
    match error {
        cookie_store::CookieError::DomainMismatch => "that is a cookie for a domain that the host is not in",
        _ => "that is no cookie which the address may set",
    }
}

/// Whether what `url` says comes from whom it names: by TLS, or from this machine.
fn is_secure(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    url.scheme() == "https" || host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

/// Whether names below `domain` belong to whoever registers them (publicsuffix.org).
fn is_public(domain: &str) -> bool {
    let domain = domain.strip_suffix('.').unwrap_or(domain);
    domain.starts_with('.') || domain.contains("..") || DEFAULT_PROVIDER.is_effective_tld(domain)
}

/// What the beginning of its name promises of a cookie (RFC 6265bis, 4.1.3).
fn check_prefix(raw: &RawCookie<'_>, cookie: &Cookie<'_>, secure: bool) -> Result<(), &'static str> {
    let begins =
        |prefix: &str| raw.name().get(..prefix.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(prefix));
    if begins("__Secure-") && !secure {
        return Err("that has a name which begins with `__Secure-`, and no `Secure`");
    }
    let is_of_host = secure && matches!(cookie.domain, CookieDomain::HostOnly(_)) && raw.path() == Some("/");
    if begins("__Host-") && !is_of_host {
        return Err(
            "that has a name which begins with `__Host-`, and not `Secure` and `Path=/`, or a `Domain`",
        );
    }
    Ok(())
}

/// Whether `cookie` would be sent where one of its name is that came by TLS (RFC 6265bis, 5.7).
fn replaces_secure(store: &CookieStore, cookie: &Cookie<'_>) -> bool {
    let domain = cookie.domain.as_cow().unwrap_or_default();
    store.iter_unexpired().any(|other| {
        let other_domain = other.domain.as_cow().unwrap_or_default();
        other.secure() == Some(true)
            && other.name() == cookie.name()
            && (is_below(&domain, &other_domain) || is_below(&other_domain, &domain))
            && is_path_below(&cookie.path, &other.path)
    })
}

/// Whether `name` is `domain` or below it.
fn is_below(name: &str, domain: &str) -> bool {
    name.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn is_path_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || above.ends_with('/'))
}

/// Takes the oldest cookies away that are too many: of what `url` belongs to, and then of whatever has the most.
fn bound(store: &mut CookieStore, url: &Url) {
    let Some(host) = url.host_str() else { return };
    let own = registered(host).to_owned();
    while of(store, &own).count() > OF_A_DOMAIN {
        remove_oldest(store, &own);
    }
    while store.iter_any().count() > MOST {
        let mut groups = HashMap::<&str, usize>::new();
        for cookie in store.iter_any() {
            let (CookieDomain::HostOnly(domain) | CookieDomain::Suffix(domain)) = &cookie.domain else {
                continue;
            };
            *groups.entry(registered(domain)).or_default() += 1;
        }
        let Some(largest) = groups.into_iter().max_by_key(|group| group.1) else { return };
        let largest = largest.0.to_owned();
        remove_oldest(store, &largest);
    }
}

/// The domain that somebody registered, of which `host` is, or `host` itself.
fn registered(host: &str) -> &str {
    DEFAULT_PROVIDER.effective_tld_plus_one(host).unwrap_or(host)
}

fn of<'a>(store: &'a CookieStore, domain: &'a str) -> impl Iterator<Item = &'a Cookie<'static>> {
    store.iter_any().filter(move |cookie| is_below(&cookie.domain.as_cow().unwrap_or_default(), domain))
}

fn remove_oldest(store: &mut CookieStore, domain: &str) {
    // Those that have expired are of no use to anybody.
    let oldest = of(store, domain).find(|cookie| cookie.is_expired()).or_else(|| of(store, domain).next());
    let Some(oldest) = oldest else { return };
    let (domain, path) = (String::from(&oldest.domain), String::from(&oldest.path));
    let name = oldest.name().to_owned();
    store.remove(&domain, &path, &name);
}

#[cfg(test)]
mod tests;
