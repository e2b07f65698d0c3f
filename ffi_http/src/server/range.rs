//! Requests for a part of a file, as RFC 9110, 13.1.5 and 14.2 have it.

use super::response::HttpResponse;
use hyper::{
    Method, StatusCode,
    header::{CONTENT_RANGE, ETAG, HeaderValue, IF_RANGE, LAST_MODIFIED, RANGE},
    http::request::Parts,
};

/// Takes a range away that is to be ignored: of another method than GET, in another unit than bytes, malformed.
pub fn normalize(head: &mut Parts) {
    let ranges = head.headers.remove(RANGE).filter(|_| head.method == Method::GET);
    match ranges.as_ref().and_then(|ranges| plain(ranges.to_str().ok()?)) {
        Some(ranges) => drop(head.headers.insert(RANGE, ranges)),
        None => drop(head.headers.remove(IF_RANGE)),
    }
}

/// The same ranges without white space, and with no number that 64 bits do not hold.
fn plain(ranges: &str) -> Option<HeaderValue> {
    let (unit, list) = ranges.split_once('=')?;
    let ranges =
        list.split(',').map(|range| one(range.trim_matches([' ', '\t']))).collect::<Option<Vec<_>>>()?;
    let text = format!("bytes={}", ranges.join(","));
    unit.eq_ignore_ascii_case("bytes").then(|| HeaderValue::from_str(&text).ok())?
}

fn one(range: &str) -> Option<String> {
    let (first, last) = range.split_once('-')?;
    let number = |text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse().unwrap_or(u64::MAX))
    };
    match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => Some(format!("{first}-{last}")),
        (Some(first), None) if last.is_empty() => Some(format!("{first}-")),
        (None, Some(length)) if first.is_empty() => Some(format!("-{length}")),
        _ => None,
    }
}

/// The range to ask for in place of the one that led to `answer`, or none: the whole file; nothing where `answer`
/// is right.
pub fn retry_range(
    wanted: &HeaderValue,
    validator: Option<&HeaderValue>,
    answer: &HttpResponse,
) -> Option<Option<HeaderValue>> {
    let refused = answer.status() == StatusCode::RANGE_NOT_SATISFIABLE;
    let headers = answer.headers();
    if let Some(validator) = validator
        && (refused || answer.status() == StatusCode::PARTIAL_CONTENT)
        // A weak tag is not the same as any.
        && ![ETAG, LAST_MODIFIED].iter().any(|name| headers.get(name) == Some(validator))
    {
        return Some(None);
    }
    // A suffix that is longer than the file is all of it.
    let suffix = wanted.as_bytes().strip_prefix(b"bytes=-").is_some_and(|length| length != b"0");
    let empty = headers.get(CONTENT_RANGE).is_none_or(|range| range.as_bytes() == b"bytes */0");
    (refused && suffix && !empty).then(|| Some(HeaderValue::from_static("bytes=0-")))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn ranges_are_taken_or_ignored() {
        for (text, expected) in [
            ("bytes=0-0", Some("bytes=0-0")),
            ("BYTES=5-", Some("bytes=5-")),
            ("bytes= -3 ,\t0-1", Some("bytes=-3,0-1")),
            ("bytes=0-99999999999999999999", Some("bytes=0-18446744073709551615")),
            ("bytes=-0", Some("bytes=-0")),
            ("lines=1-2", None),
            ("bytes=5-2", None),
            ("bytes=", None),
            ("bytes=-", None),
            ("bytes=abc", None),
            ("bytes=+1-2", None),
            ("bytes=0-1,", None),
            ("bytes", None),
        ] {
            let found = plain(text);
            assert_eq!(found.as_ref().and_then(|found| found.to_str().ok()), expected, "{text}");
        }
    }
}
