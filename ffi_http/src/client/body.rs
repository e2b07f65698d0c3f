//! An answer's body: taken whole up to a limit, and decoded.

use super::{content_coding::ResponseBody, progress::Progress, request::RequestLabel};
use crate::error::Result;
use encoding_rs::{Encoding, UTF_8};
use ffi_core::{growing_bytes::GrowingBytes, memory};
use std::{borrow::Cow, time::Duration};

/// The whole body, refused where it is longer than `limit`.
pub async fn collect(
    mut rest: ResponseBody,
    limit: u64,
    name: &RequestLabel,
    timeout: Duration,
    progress: &Progress,
) -> Result<GrowingBytes> {
    let too_long = || name.fail(format!("the answer's body is longer than the limit of {limit} bytes"));
    progress.expect(rest.announced());
    let announced = rest.announced().unwrap_or(0);
    if announced > limit {
        return Err(too_long());
    }
    // What a server announces is not believed further than this.
    let mut body = GrowingBytes::default();
    body.reserve(announced.min(1 << 20) as usize)?;
    let arrived = |bytes: usize| progress.set_received(bytes as u64);
    if rest.rest(&mut body, arrived).map_err(|error| name.body(error, Some(timeout)))? {
        return Ok(body);
    }
    while let Some((piece, left)) = rest.chunk().await.map_err(|error| name.body(error, Some(timeout)))? {
        if (body.len() + piece.len()) as u64 > limit {
            return Err(too_long());
        }
        body.extend(&piece)?;
        progress.set_received(body.len() as u64);
        rest = left;
    }
    Ok(body)
}

/// The body as text, by the charset that the content type names; UTF-8 where it names none that is known. It is
/// copied only where it is something else.
pub fn decode<'a>(body: &'a [u8], content_type: Option<&str>) -> Cow<'a, str> {
    let charset = content_type.and_then(charset).unwrap_or(UTF_8);
    // A mark of the byte order counts for more than the charset.
    if charset == UTF_8
        && Encoding::for_bom(body).is_none()
        && let Ok(text) = str::from_utf8(body)
    {
        return Cow::Borrowed(text);
    }
    // A byte may become three.
    memory::require(body.len().saturating_mul(4));
    charset.decode(body).0
}

/// The charset that a content type names, as browsers read it: in any case, with or without quotes, whatever
/// stands around it.
fn charset(content_type: &str) -> Option<&'static Encoding> {
    content_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.split(',').next()?.trim_matches([' ', '\t', '"', '\'']);
        name.trim().eq_ignore_ascii_case("charset").then(|| Encoding::for_label(value.as_bytes()))?
    })
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn a_charset_is_found_wherever_it_stands() {
        for content_type in [
            "text/plain; Charset=iso-8859-1",
            "text/plain;CHARSET=ISO-8859-1;",
            "text/html ; charset = iso-8859-1",
            "text/html;; charset='iso-8859-1'",
            "*/*; charset=\"iso-8859-1\"; boundary=x",
            "text; version=1/2; charset=iso-8859-1",
            "text/html;charset=iso-8859-1, text/html",
        ] {
            assert_eq!(decode(b"gr\xfc\xdf", Some(content_type)), "grüß", "{content_type}");
        }
    }

    #[test]
    fn the_charset_decides() {
        assert_eq!(decode("grüß".as_bytes(), None), "grüß");
        assert_eq!(decode(b"gr\xfc\xdf", Some("text/plain; charset=ISO-8859-1")), "grüß");
        assert_eq!(decode(b"\x83e\x83X\x83g", Some("text/plain; charset=\"Shift_JIS\"")), "テスト");
        assert_eq!(decode(b"a\xffb", Some("text/plain; charset=martian")), "a\u{fffd}b");
        assert_eq!(decode(b"\xef\xbb\xbfmark", Some("application/json")), "mark");
        assert_eq!(decode(b"\xff\xfea\0", Some("text/plain; charset=utf-8")), "a");
        assert_eq!(decode(b"a\0b", None), "a\0b");
    }
}
