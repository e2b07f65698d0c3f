//! Forms that clients send, as parts (RFC 7578).

use crate::error::{Error, Result};
use bytes::Bytes;
use ffi_core::memory;
use futures_util::{FutureExt, stream};
use hyper::header::{CONTENT_TYPE, HeaderMap};
use multer::Multipart;

/// The most parts of a form.
const MOST: usize = 1000;

/// A part of a form.
pub struct Part {
    pub name: String,
    /// Where it says of itself that it is a file.
    pub file_name: Option<String>,
    pub headers: HeaderMap,
    pub content: Bytes,
}

/// The type of a body without its parameters.
pub fn essence(headers: &HeaderMap) -> &[u8] {
    let kind = headers.get(CONTENT_TYPE).map_or(&b""[..], |kind| kind.as_bytes());
    kind.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii()
}

/// Whether a body is a form of parts.
pub fn is_multipart(headers: &HeaderMap) -> bool {
    essence(headers).eq_ignore_ascii_case(b"multipart/form-data")
}

/// What stands between the parts of such a body.
pub fn boundary(headers: &HeaderMap) -> Result<String> {
    if !is_multipart(headers) {
        return Err(Error::state("the request's body has not the type multipart/form-data"));
    }
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let boundary = multer::parse_boundary(kind).ok().filter(|boundary| (1..=70).contains(&boundary.len()));
    boundary
        .ok_or_else(|| Error::state("the request's type names no boundary of its parts (RFC 2046, 5.1.1)"))
}

/// The parts of `body`.
pub fn parse(headers: &HeaderMap, body: &Bytes) -> Result<Vec<Part>> {
    let boundary = boundary(headers)?;
    // The parser has a copy of all of it.
    memory::room_for_input(body.len(), 2)?;
    let whole = stream::iter([Ok::<_, std::convert::Infallible>(body.clone())]);
    let mut parser = Multipart::new(whole, boundary);
    // All of it is there: nothing is waited for.
    let parts = async {
        let mut parts = Vec::new();
        while let Some(mut field) = parser.next_field().await? {
            if parts.len() == MOST {
                return Ok(Err(Error::state(format!("the request's form has more than {MOST} parts"))));
            }
            let mut content = field.chunk().await?.unwrap_or_default();
            while let Some(more) = field.chunk().await? {
                content = [content, more].concat().into();
            }
            parts.push(Part {
                name: field.name().unwrap_or_default().to_owned(),
                file_name: field.file_name().map(str::to_owned),
                headers: field.headers().clone(),
                content,
            });
        }
        Ok(Ok(parts))
    };
    let malformed = |error: multer::Error| Error::state(format!("the request's form is malformed: {error}"));
    parts.now_or_never().ok_or_else(|| Error::state("the request's form is malformed"))?.map_err(malformed)?
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::HeaderValue;

    fn parts(kind: &str, body: &[u8]) -> Result<Vec<Part>, String> {
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_str(kind).unwrap())]);
        parse(&headers, &Bytes::copy_from_slice(body)).map_err(|error| error.to_string())
    }

    #[test]
    fn parts_are_taken_apart() {
        let body = b"preamble\r\n--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b \r\n\
            content-disposition: form-data; name=\"f\"; filename=\"x y.bin\"\r\nContent-Type: a/b\r\n\r\n\
            \r\n--c\r\n\0\xff\r\n--b\r\nX: y\r\n\r\n\r\n--b--\r\nepilogue";
        for kind in ["multipart/form-data; boundary=b", "Multipart/Form-Data;boundary=\"b\"; charset=utf-8"] {
            let parts = parts(kind, body).unwrap();
            let said: Vec<_> = parts
                .iter()
                .map(|part| (part.name.as_str(), part.file_name.as_deref(), &part.content[..]))
                .collect();
            let file = (&b"\r\n--c\r\n\0\xff"[..], Some("x y.bin"));
            assert_eq!(said, [("a", None, &b"1"[..]), ("f", file.1, file.0), ("", None, b"")]);
            assert_eq!(parts[1].headers["content-type"], "a/b");
        }
        assert!(parts("multipart/form-data; boundary=b", b"--b--").unwrap().is_empty());
    }

    #[test]
    fn malformed_forms_are_refused() {
        let kind = "multipart/form-data; boundary=b";
        for body in [
            "",
            "no parts",
            "--b",
            "--b\r\n",
            "--b\r\nContent-Disposition: form-data; name=\"a\"",
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
            "--b\r\nno header\r\n\r\n1\r\n--b--",
            "--b\r\nX: y\r\n\r\n1\r\n--bx\r\n",
            "--b\r\nX: y\r\n\r\n1\r\n--b",
        ] {
            let error = parts(kind, body.as_bytes()).err().unwrap_or_else(|| panic!("{body:?}"));
            assert!(error.contains("malformed"), "{error}");
        }
        for kind in [
            "text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/mixed; boundary=b",
        ] {
            assert!(parts(kind, b"--b--").err().unwrap().contains("type"), "{kind}");
        }
        let many = |count: usize| "--b\r\nX: y\r\n\r\n\r\n".repeat(count) + "--b--";
        assert_eq!(parts(kind, many(1000).as_bytes()).unwrap().len(), 1000);
        assert!(parts(kind, many(1001).as_bytes()).err().unwrap().contains("1000"));
        let long = format!("--b\r\nX: {}\r\n\r\n\r\n--b--", "y".repeat(1 << 20));
        assert_eq!(parts(kind, long.as_bytes()).unwrap().len(), 1);
        let wide = format!("--b\r\n{}\r\n\r\n--b--", "X: y\r\n".repeat(1000));
        assert!(parts(kind, wide.as_bytes()).is_err());
    }
}
