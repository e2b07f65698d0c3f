//! Who a client is, for the servers that it says that to alone: Basic (RFC 7617), Bearer (RFC 6750) and Digest (RFC 7616).

use super::credentials;
use crate::{
    error::{Error, Result},
    fork_lock::ForkLock,
};
use http_auth::{PasswordClient, PasswordParams};
use hyper::{
    HeaderMap,
    header::{HeaderValue, WWW_AUTHENTICATE},
};
use reqwest::{Request, Url};
use std::collections::HashMap;

/// The most servers that a client has credentials for.
const MOST: usize = 1000;

/// Credentials by the origin that they are for.
#[derive(Default)]
pub struct Credentials(ForkLock<HashMap<String, Entry>>);

enum Entry {
    /// Said with every request.
    Always(HeaderValue),
    /// Proven when the server asks for it, and from then on.
    Digest { name: String, password: String, challenge: Option<PasswordClient> },
}

impl Credentials {
    /// Sets what the origin of `url` is told; nothing any more where `scheme` is empty.
    pub fn set(&self, url: &Url, scheme: &str, name: &str, secret: &str) -> Result<()> {
        if [name, secret].iter().any(|text| text.contains(|c: char| c.is_ascii_control())) {
            return Err(Error::secret("secret", "or a name that holds a control character"));
        }
        let entry = match scheme.to_ascii_lowercase().as_str() {
            "" => None,
            "basic" if name.contains(':') => {
                return Err(Error::secret("name", "with a colon, which Basic cannot send"));
            }
            "basic" => credentials::basic(format!("{name}:{secret}").as_bytes()).map(Entry::Always),
            "bearer" if is_token(secret) => Some(Entry::Always(bearer(secret)?)),
            "bearer" => return Err(Error::secret("secret", "that is no token of RFC 6750")),
            "digest" => {
                Some(Entry::Digest { name: name.to_owned(), password: secret.to_owned(), challenge: None })
            }
            _ => return Err(Error::text("scheme", scheme, "which is none of basic, bearer and digest")),
        };
        let mut all = self.0.lock()?;
        let origin = url.origin().ascii_serialization();
        match entry {
            None => drop(all.remove(&origin)),
            Some(_) if all.len() >= MOST && !all.contains_key(&origin) => {
                return Err(Error::state(format!("the client has credentials for {MOST} servers already")));
            }
            Some(entry) => drop(all.insert(origin, entry)),
        }
        Ok(())
    }

    /// What `request` says in its field `Authorization`.
    pub fn header(&self, request: &Request) -> Option<HeaderValue> {
        let mut all = self.0.lock().ok()?;
        if all.is_empty() {
            return None;
        }
        match all.get_mut(&request.url().origin().ascii_serialization())? {
            Entry::Always(value) => Some(value.clone()),
            Entry::Digest { name, password, challenge } => {
                let target = match request.url().query() {
                    Some(query) => format!("{}?{query}", request.url().path()),
                    None => request.url().path().to_owned(),
                };
                let params = PasswordParams {
                    username: name,
                    password,
                    uri: &target,
                    method: request.method().as_str(),
                    body: None,
                };
                let mut value = HeaderValue::try_from(challenge.as_mut()?.respond(&params).ok()?).ok()?;
                value.set_sensitive(true);
                Some(value)
            }
        }
    }

    /// Takes what a server that `url` is at asks for with a 401; whether a request can answer it, which was `signed` or not
    /// before.
    pub fn take_challenge(&self, headers: &HeaderMap, url: &Url, signed: bool) -> bool {
        let Ok(mut all) = self.0.lock() else { return false };
        let Some(Entry::Digest { challenge, .. }) = all.get_mut(&url.origin().ascii_serialization()) else {
            return false;
        };
        // One that cannot be read may stand beside one that can.
        let asked =
            headers.get_all(WWW_AUTHENTICATE).iter().filter_map(|value| value.to_str().ok()).find_map(
                |value| match PasswordClient::builder().challenges(value).build() {
                    Ok(PasswordClient::Digest(digest)) => Some(digest),
                    _ => None,
                },
            );
        let Some(digest) = asked else { return false };
        // A name and a password that were refused stay so, unless only the nonce was too old.
        let is_new = !signed || digest.stale();
        *challenge = Some(PasswordClient::Digest(digest));
        is_new
    }
}

fn bearer(token: &str) -> Result<HeaderValue> {
    let mut value = HeaderValue::try_from(format!("Bearer {token}"))
        .map_err(|_| Error::secret("secret", "that no header can hold"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// RFC 6750, 2.1.
fn is_token(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    !body.is_empty() && body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_go_to_their_origin_alone() {
        let all = Credentials::default();
        let url = |text: &str| Url::parse(text).unwrap();
        let said = |to: &str| {
            let value = all.header(&Request::new(hyper::Method::GET, url(to)));
            value.map_or(String::new(), |value| value.to_str().unwrap().to_owned())
        };
        // RFC 7617, 2.
        all.set(&url("http://a.test/x"), "Basic", "Aladdin", "open sesame").unwrap();
        assert_eq!(said("http://a.test/y?z"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        for other in ["https://a.test/", "http://a.test:81/", "http://b.a.test/", "http://a.test.evil/"] {
            assert_eq!(said(other), "", "{other}");
        }
        all.set(&url("http://a.test/"), "bearer", "", "mF_9.B5f-4.1JqM==").unwrap();
        assert_eq!(said("http://a.test/"), "Bearer mF_9.B5f-4.1JqM==");
        all.set(&url("http://a.test/"), "", "", "").unwrap();
        assert_eq!(said("http://a.test/"), "");
        for (scheme, name, secret) in [
            ("basic", "a:b", "s3cret"),
            ("basic", "a", "s3cret\r\nX: y"),
            ("bearer", "", "s3cret s3cret"),
            ("bearer", "", "="),
            ("ntlm", "a", "s3cret"),
        ] {
            let error = all.set(&url("http://a.test/"), scheme, name, secret).unwrap_err().to_string();
            assert!(!error.contains("s3cret"), "{error}");
        }
    }

    #[test]
    fn a_challenge_is_answered_as_the_specification_has_it() {
        let all = Credentials::default();
        let url = Url::parse("http://www.example.org/dir/index.html").unwrap();
        all.set(&url, "digest", "Mufasa", "Circle of Life").unwrap();
        let request = Request::new(hyper::Method::GET, url.clone());
        assert!(all.header(&request).is_none());
        let asked = |text: &str, signed: bool| {
            let mut headers = HeaderMap::new();
            headers.append(WWW_AUTHENTICATE, HeaderValue::from_static("Negotiate, Basic realm=\"x\""));
            headers.append(WWW_AUTHENTICATE, HeaderValue::from_str(text).unwrap());
            all.take_challenge(&headers, &url, signed)
        };
        let challenge = "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, \
                         nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", \
                         opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
        assert!(!asked("Basic realm=\"x\"", false));
        assert!(asked(challenge, false));
        let said = all.header(&request).unwrap().to_str().unwrap().to_owned();
        for part in
            ["username=\"Mufasa\"", "uri=\"/dir/index.html\"", "algorithm=SHA-256", "nc=00000001", "qop=auth"]
        {
            assert!(said.contains(part), "{said}");
        }
        assert!(all.header(&request).unwrap().to_str().unwrap().contains("nc=00000002"));
        assert!(!asked(challenge, true) && asked(&format!("{challenge}, stale=true"), true));
    }
}
