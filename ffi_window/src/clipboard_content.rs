//! What is put into a clipboard, and which one.

use crate::{Error, Result};
use std::sync::Arc;

/// Which clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// The one that is meant where none is named.
    Clipboard,
    /// What is selected, which the middle button pastes.
    Primary,
}

/// What is offered there, in one or several forms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    pub text: Option<Arc<str>>,
    pub html: Option<Arc<str>>,
    pub png: Option<Arc<[u8]>>,
}

/// The name of HTML among clipboards' forms.
#[cfg(target_os = "linux")]
pub const HTML: &str = "text/html";
/// The name of PNG.
#[cfg(target_os = "linux")]
pub const PNG: &str = "image/png";

impl Content {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self { text: Some(text.into()), ..Self::default() }
    }

    /// HTML, and the text of it for programs that take none.
    pub fn html(html: &str, text: &str) -> Self {
        Self { html: Some(html.into()), ..Self::text(text) }
    }

    /// A picture.
    pub fn png(bytes: &[u8]) -> Result<Self> {
        const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
        if !bytes.starts_with(SIGNATURE) {
            return Err(Error::NoPng);
        }
        Ok(Self { png: Some(bytes.into()), ..Self::default() })
    }
}

/// HTML as programs write it: UTF-8, or UTF-16 that begins with its mark.
#[cfg(target_os = "linux")]
pub fn decode_html(bytes: Vec<u8>) -> Result<String, String> {
    let utf16 = |from: fn([u8; 2]) -> u16| {
        let (units, rest) = bytes[2..].as_chunks();
        let text = char::decode_utf16(units.iter().map(|unit| from(*unit))).collect::<Result<String, _>>();
        text.ok().filter(|_| rest.is_empty()).ok_or_else(|| "it is no UTF-16".to_owned())
    };
    match *bytes {
        [0xff, 0xfe, ..] => utf16(u16::from_le_bytes),
        [0xfe, 0xff, ..] => utf16(u16::from_be_bytes),
        // Some end it with a NUL.
        _ => String::from_utf8(bytes)
            .map(|text| text.trim_start_matches('\u{feff}').trim_end_matches('\0').to_owned())
            .map_err(|error| error.to_string()),
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn html_in_both_forms() {
        assert_eq!(decode_html("<b>ä</b>".into()).unwrap(), "<b>ä</b>");
        assert_eq!(decode_html(vec![0xff, 0xfe, 0x3c, 0, 0xe4, 0]).unwrap(), "<ä");
        assert_eq!(decode_html(vec![0xfe, 0xff, 0, 0x3c, 0xd8, 0x3d, 0xde, 0]).unwrap(), "<😀");
        assert_eq!(decode_html(b"\xef\xbb\xbfx\0".to_vec()).unwrap(), "x");
        assert!(decode_html(vec![0xff, 0xfe, 0x3c]).is_err());
        assert!(decode_html(vec![0xff, 0xfe, 0, 0xd8]).is_err());
        assert!(decode_html(vec![0xff, 0xff]).is_err());
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert!(Content::png(b"\x89PNG\r\n\x1a\nrest").is_ok());
        assert!(Content::png(b"GIF89a").is_err() && Content::png(b"").is_err());
    }
}
