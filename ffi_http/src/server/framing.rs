//! Watching for requests that say their length in two ways.
//!
//! hyper takes a message with both Content-Length and Transfer-Encoding by the latter, hides the former and
//! closes the connection afterwards, as RFC 9112, 6.3 allows. That is safe; the RFC also allows to refuse it,
//! which is safer behind a proxy that reads such messages otherwise. The head is gone by the time the service
//! sees the request, so it is looked at on its way in.

/// The lines of a request's head so far, as far as they matter.
#[derive(Default)]
pub struct Head {
    /// The beginning of the line that is coming in; never longer than a name that matters.
    line: Vec<u8>,
    /// Anything came, and the line has bytes beyond `line`.
    begun: bool,
    length: bool,
    encoding: bool,
}

const NAMES: [&[u8]; 2] = [b"content-length:", b"transfer-encoding:"];
const LONGEST: usize = NAMES[1].len();

impl Head {
    /// Whether it says its length in two ways.
    pub fn is_ambiguous(&self) -> bool {
        self.length && self.encoding
    }

    /// Takes in what came; true where the head ends in it.
    pub fn take(&mut self, bytes: &[u8]) -> bool {
        let mut rest = bytes;
        while let Some(end) = memchr::memchr(b'\n', rest) {
            let (line, next) = (&rest[..end], &rest[end + 1..]);
            rest = next;
            let over = if self.line.is_empty() {
                self.end_line(line)
            } else {
                self.keep(line);
                let line = std::mem::take(&mut self.line);
                self.end_line(&line)
            };
            if over {
                return true;
            }
        }
        self.keep(rest);
        false
    }

    fn keep(&mut self, part: &[u8]) {
        let room = LONGEST - self.line.len();
        self.line.extend_from_slice(&part[..part.len().min(room)]);
    }

    /// True where `line` is the empty one after the head.
    fn end_line(&mut self, line: &[u8]) -> bool {
        let empty = matches!(line, b"" | b"\r");
        let starts =
            |name: &[u8]| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        match line.first() {
            Some(b'C' | b'c') => self.length |= starts(NAMES[0]),
            Some(b'T' | b't') => self.encoding |= starts(NAMES[1]),
            _ => {}
        }
        // Empty lines before a request line are skipped, as hyper does.
        let over = empty && self.begun;
        self.begun |= !empty;
        over
    }
}

#[cfg(test)]
mod tests {
    use super::Head;

    fn judge(text: &str, piece: usize) -> (bool, bool) {
        let mut head = Head::default();
        let over = text.as_bytes().chunks(piece).any(|piece| head.take(piece));
        (over, head.is_ambiguous())
    }

    #[test]
    fn two_lengths_are_seen_however_they_arrive() {
        let two = "POST / HTTP/1.1\r\nContent-LENGTH: 5\r\nHost: x\r\ntransfer-encoding: chunked\r\n\r\nbody";
        let one = "\r\nPOST / HTTP/1.1\r\nContent-Length: 5\r\nX: transfer-encoding: y\r\n\r\nTransfer-Encoding: z\r\n";
        let open = "GET / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n";
        for piece in [1, 2, 3, 7, 64, 1000] {
            assert_eq!(judge(two, piece), (true, true), "{piece}");
            assert_eq!(judge(one, piece), (true, false), "{piece}");
            assert!(!judge(open, piece).0, "{piece}");
        }
    }
}
