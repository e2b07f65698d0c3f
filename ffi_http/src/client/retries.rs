//! When a request is sent again that came to nothing.

use crate::{
    error::Result,
    options::{read, refused},
};
use hyper::{HeaderMap, Method, StatusCode, header::RETRY_AFTER};
use serde::Deserialize;
use std::{
    hash::{BuildHasher, RandomState},
    time::{Duration, SystemTime},
};

/// The most times that a request is sent again.
const MOST: u32 = 100;
const DAY: u64 = 24 * 60 * 60 * 1000;

/// The keys of `options_json`; an unknown key is an error that names it.
#[derive(Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Retries {
    /// How often a request is sent again.
    count: u32,
    /// How long to wait before the first time, twice as long before each further one, up to the most.
    wait_ms: u64,
    max_wait_ms: u64,
    /// The statuses of answers that are asked for anew.
    statuses: Vec<u16>,
    /// Whether requests are sent again that may have done already what they ask for.
    all_methods: bool,
}

impl Default for Retries {
    fn default() -> Self {
        Self {
            count: 0,
            wait_ms: 500,
            max_wait_ms: 30_000,
            statuses: vec![429, 502, 503, 504],
            all_methods: false,
        }
    }
}

impl Retries {
    /// The options that `json` sets; none where it is empty.
    pub fn parse(json: &str) -> Result<Self> {
        let options: Self = read(json)?;
        if options.count > MOST {
            return Err(refused(json, format!("and `count` is 0 to {MOST}")));
        }
        if options.wait_ms > DAY || options.max_wait_ms > DAY {
            return Err(refused(json, "and `wait_ms` and `max_wait_ms` are 0 to a day"));
        }
        if options.statuses.iter().any(|status| !(400..=599).contains(status)) {
            return Err(refused(json, "and `statuses` are 400 to 599"));
        }
        Ok(options)
    }

    /// Whether any request is sent again.
    pub fn are_any(&self) -> bool {
        self.count > 0
    }

    /// Returns the wait before a request that came to nothing is sent again, which was sent `before` times again already;
    /// none where it is not. `method` is none where nothing of it was sent.
    pub fn after_failure(&self, method: Option<&Method>, before: u32) -> Option<Duration> {
        let is_repeatable = method.is_none_or(|method| self.is_repeatable(method));
        (before < self.count && is_repeatable).then(|| self.wait(before))
    }

    /// Like [`after_failure`](Self::after_failure), for a request that was answered so.
    pub fn after_answer(
        &self,
        method: &Method,
        before: u32,
        status: StatusCode,
        headers: &HeaderMap,
    ) -> Option<Duration> {
        let is_meant = before < self.count && self.statuses.contains(&status.as_u16());
        if !is_meant || !self.is_repeatable(method) {
            return None;
        }
        match headers.get(RETRY_AFTER).and_then(|value| seconds(value.to_str().ok()?)) {
            None => Some(self.wait(before)),
            // A server that is to be asked later than the host waits is not asked sooner.
            Some(asked) => (asked <= Duration::from_millis(self.max_wait_ms)).then_some(asked),
        }
    }

    /// Whether a request has the same effect when it is sent twice (RFC 9110, 9.2.2).
    fn is_repeatable(&self, method: &Method) -> bool {
        self.all_methods || method.is_safe() || *method == Method::PUT || *method == Method::DELETE
    }

    /// Between half of the time and all of it, so that many clients do not come back at once.
    fn wait(&self, before: u32) -> Duration {
        let whole = self.wait_ms.saturating_mul(1 << before.min(32)).min(self.max_wait_ms);
        let part = RandomState::new().hash_one(before) % (whole / 2 + 1);
        Duration::from_millis(whole - part)
    }
}

/// The time that a `Retry-After` names, in seconds or as a date, from now on.
fn seconds(text: &str) -> Option<Duration> {
    if let Ok(seconds) = text.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::HeaderValue;

    #[test]
    fn waits_double_and_end() {
        let retries = Retries::parse(r#"{"count": 5, "wait_ms": 100, "max_wait_ms": 500}"#).unwrap();
        for (before, most) in [(0, 100), (1, 200), (2, 400), (3, 500), (4, 500)] {
            for _ in 0..50 {
                let wait = retries.after_failure(Some(&Method::GET), before).unwrap().as_millis();
                assert!((most / 2..=most).contains(&wait), "{before}: {wait}");
            }
        }
        assert_eq!(retries.after_failure(Some(&Method::GET), 5), None);
        assert_eq!(retries.after_failure(Some(&Method::POST), 0), None);
        assert!(Retries::default().after_failure(Some(&Method::GET), 0).is_none());
        let all = Retries::parse(r#"{"count": 1, "all_methods": true, "statuses": [500]}"#).unwrap();
        assert!(all.after_failure(Some(&Method::POST), 0).is_some());
        let answer = |status: u16, after: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, HeaderValue::from_static(after));
            retries.after_answer(&Method::GET, 0, StatusCode::from_u16(status).unwrap(), &headers)
        };
        assert_eq!(answer(503, "0"), Some(Duration::ZERO));
        assert_eq!(answer(503, "Thu, 01 Jan 1970 00:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(answer(429, "1"), None);
        assert_eq!(answer(500, "0"), None);
        assert_eq!(answer(200, "0"), None);
    }

    #[test]
    fn options_are_checked() {
        for bad in [
            r#"{"count": 101}"#,
            r#"{"count": -1}"#,
            r#"{"wait_ms": 86400001}"#,
            r#"{"statuses": [200]}"#,
            r#"{"status": []}"#,
            "[]",
        ] {
            assert!(Retries::parse(bad).is_err(), "{bad}");
        }
    }
}
