//! The names under which programs offer text in a clipboard, on X11 and on Wayland.

/// The best first. Names of MIME types are compared without case.
pub const NAMES: [&str; 5] = ["UTF8_STRING", "text/plain;charset=utf-8", "TEXT", "STRING", "text/plain"];

/// The number of a name in `NAMES`, as a program may write it.
pub fn rank(name: &[u8]) -> Option<usize> {
    let name: Vec<u8> = name.iter().filter(|byte| !byte.is_ascii_whitespace()).copied().collect();
    let is_mime = name.contains(&b'/');
    NAMES.iter().position(|known| {
        let known = known.as_bytes();
        if is_mime { name.eq_ignore_ascii_case(known) } else { name == known }
    })
}

/// Tells whether the name of this number says that the text is UTF-8.
pub fn is_utf8(rank: usize) -> bool {
    rank < 2
}

/// Bytes as Latin-1, which programs mean that say neither UTF-8 nor anything else.
pub fn latin1(bytes: Vec<u8>) -> String {
    bytes.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn names_of_text_in_any_case() {
        let ranks = ["UTF8_STRING", "text/plain; charset=UTF-8", "TEXT", "STRING", "Text/Plain"]
            .map(|name| rank(name.as_bytes()));
        assert_eq!(ranks, [Some(0), Some(1), Some(2), Some(3), Some(4)]);
        assert_eq!(["string", "text/html", "TARGETS", ""].map(|name| rank(name.as_bytes())), [None; 4]);
    }
}
