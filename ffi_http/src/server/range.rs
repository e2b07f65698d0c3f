//! Requests for a part of a file, as RFC 9110, 13.1.5 and 14.2 have it.

use hyper::{
    Method,
    header::{ETAG, HeaderMap, HeaderValue, IF_RANGE, LAST_MODIFIED, RANGE},
    http::request::Parts,
};

/// The ranges that a request wants, and what they depend on.
pub struct Wanted {
    ranges: Vec<Spec>,
    validator: Option<HeaderValue>,
}

/// A range as it was asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Spec {
    /// The bytes from the first one on, to the last one where it is named.
    From(u64, Option<u64>),
    /// A number of bytes at the end.
    Last(u64),
}

/// Bytes of a file, the last one among them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Range(u64, u64);

/// More are ignored: a client that wants a file in so many pieces gets it whole.
const MOST: usize = 64;

impl Range {
    /// Number of its bytes.
    pub fn length(self) -> u64 {
        self.1 - self.0 + 1
    }

    /// Value of Content-Range for an answer that is a part of `length` bytes.
    pub fn content_range(self, length: u64) -> String {
        format!("bytes {}-{}/{length}", self.0, self.1)
    }

    /// Tells whether the two overlap, or one follows the other.
    fn touches(self, other: Self) -> bool {
        self.0 <= other.1.saturating_add(1) && other.0 <= self.1.saturating_add(1)
    }

    /// Value of a request's Range.
    pub fn header(self) -> Option<HeaderValue> {
        HeaderValue::try_from(format!("bytes={}-{}", self.0, self.1)).ok()
    }
}

/// Ranges that a file has of those wanted.
#[derive(PartialEq, Eq, Debug)]
pub enum Satisfied {
    One(Range),
    /// At least two, in the order they were asked for, none of which touches another.
    Several(Vec<Range>),
    /// The file is sent whole: an empty one has no parts, and a request for very many may be ignored.
    Whole,
    Nothing,
}

/// Takes the ranges out of a request. Those of another method than GET, in another unit than bytes, or malformed,
/// are ignored.
pub fn take(head: &mut Parts) -> Option<Wanted> {
    let validator = head.headers.remove(IF_RANGE);
    let ranges = head.headers.remove(RANGE).filter(|_| head.method == Method::GET)?;
    Some(Wanted { ranges: specs(ranges.to_str().ok()?)?, validator })
}

impl Wanted {
    /// Tells whether the ranges are wanted of a file with these headers.
    pub fn holds_for(&self, headers: &HeaderMap) -> bool {
        // A weak tag is not the same as any.
        self.validator
            .as_ref()
            .is_none_or(|known| [ETAG, LAST_MODIFIED].iter().any(|name| headers.get(name) == Some(known)))
    }

    /// The ranges that a file of `length` bytes has of those wanted.
    pub fn within(&self, length: u64) -> Satisfied {
        let mut found = coalesce(self.ranges.iter().take(MOST + 1).filter_map(|range| range.within(length)));
        match found.len() {
            0 if length == 0 && self.ranges.iter().any(|range| matches!(range, Spec::Last(1..))) => {
                Satisfied::Whole
            }
            0 if self.ranges.len() <= MOST => Satisfied::Nothing,
            _ if self.ranges.len() > MOST => Satisfied::Whole,
            1 => Satisfied::One(found.remove(0)),
            _ => Satisfied::Several(found),
        }
    }
}

/// Those that touch each other as one, where the first of them stands.
fn coalesce(ranges: impl Iterator<Item = Range>) -> Vec<Range> {
    let mut apart: Vec<Range> = Vec::new();
    for mut range in ranges {
        let place = apart.iter().position(|known| known.touches(range)).unwrap_or(apart.len());
        let (met, mut left): (Vec<Range>, Vec<Range>) =
            apart.into_iter().partition(|known| known.touches(range));
        for known in met {
            range = Range(range.0.min(known.0), range.1.max(known.1));
        }
        left.insert(place, range);
        apart = left;
    }
    apart
}

impl Spec {
    fn within(self, length: u64) -> Option<Range> {
        let end = length.checked_sub(1)?;
        match self {
            Self::From(first, last) => (first <= end).then(|| Range(first, last.unwrap_or(end).min(end))),
            Self::Last(0) => None,
            Self::Last(count) => Some(Range(length.saturating_sub(count), end)),
        }
    }
}

/// The ranges of a field; a number that 64 bits do not hold is the largest.
fn specs(field: &str) -> Option<Vec<Spec>> {
    let (unit, list) = field.split_once('=')?;
    unit.eq_ignore_ascii_case("bytes").then_some(())?;
    // Empty elements of a list are none (RFC 9110, 5.6.1.2), and a set of ranges has one at least.
    let ranges =
        list.split(',').map(|range| range.trim_matches([' ', '\t'])).filter(|range| !range.is_empty());
    ranges.map(spec).collect::<Option<Vec<Spec>>>().filter(|ranges| !ranges.is_empty())
}

fn spec(range: &str) -> Option<Spec> {
    let (first, last) = range.split_once('-')?;
    let number = |text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse().unwrap_or(u64::MAX))
    };
    match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => Some(Spec::From(first, Some(last))),
        (Some(first), None) if last.is_empty() => Some(Spec::From(first, None)),
        (None, Some(length)) if first.is_empty() => Some(Spec::Last(length)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Range, Satisfied, Wanted, specs};

    #[test]
    fn ranges_are_taken_or_ignored() {
        use Satisfied::{Nothing, One, Several, Whole};
        let one = |first, last| Some(One(Range(first, last)));
        let several =
            |ranges: &[(u64, u64)]| Some(Several(ranges.iter().map(|(a, b)| Range(*a, *b)).collect()));
        let many = |count: usize| format!("bytes={}", vec!["1-2"; count].join(","));
        for (text, length, expected) in [
            ("bytes=0-0", 10, one(0, 0)),
            ("BYTES=5-", 10, one(5, 9)),
            ("bytes=2-99", 10, one(2, 9)),
            ("bytes= -3", 10, one(7, 9)),
            ("bytes=-30", 10, one(0, 9)),
            ("bytes=0-99999999999999999999", 10, one(0, 9)),
            ("bytes=20-30 ,\t0-1", 10, one(0, 1)),
            ("bytes=0-1,5-6", 10, several(&[(0, 1), (5, 6)])),
            ("bytes=5-6, 0-1,-1", 10, several(&[(5, 6), (0, 1), (9, 9)])),
            ("bytes=0-1,20-,5-6", 10, several(&[(0, 1), (5, 6)])),
            ("bytes=0-5,3-8", 10, one(0, 8)),
            ("bytes=0-1,2-3", 10, one(0, 3)),
            ("bytes=7-8,0-1,5-6,2-3,9-", 10, several(&[(5, 9), (0, 3)])),
            ("bytes=0-0,8-8,4-4,1-7", 10, one(0, 8)),
            ("bytes=0-,0-,-10", 10, one(0, 9)),
            (many(64).as_str(), 10, one(1, 2)),
            (many(65).as_str(), 10, Some(Whole)),
            (many(65).as_str(), 1, Some(Whole)),
            ("bytes=3-,5-6", 2, Some(Nothing)),
            ("bytes=10-", 10, Some(Nothing)),
            ("bytes=-0", 10, Some(Nothing)),
            ("bytes=0-", 0, Some(Nothing)),
            ("bytes=-5", 0, Some(Whole)),
            ("lines=1-2", 10, None),
            ("bytes=5-2", 10, None),
            ("bytes=", 10, None),
            ("bytes=-", 10, None),
            ("bytes=abc", 10, None),
            ("bytes=+1-2", 10, None),
            ("bytes=0-1,", 10, one(0, 1)),
            ("bytes= ,\t,0-1, ,5-6", 10, several(&[(0, 1), (5, 6)])),
            ("bytes=, ,", 10, None),
            ("bytes", 10, None),
        ] {
            let found = specs(text).map(|ranges| Wanted { ranges, validator: None }.within(length));
            assert_eq!(found, expected, "{text} of {length}");
        }
    }
}
