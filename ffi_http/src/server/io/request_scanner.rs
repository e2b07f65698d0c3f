//! Watching for requests that say their length in two ways.
//!
//! hyper takes a message with both Content-Length and Transfer-Encoding by the latter, hides the former and
//! closes the connection afterwards, as RFC 9112, 6.3 allows. That is safe; the RFC also allows to refuse it,
//! which is safer behind a proxy that reads such messages otherwise. The head is gone by the time the service
//! sees the request, so it is looked at on its way in; bodies are stepped over, for several requests may come
//! in one piece.

/// A client's requests, as far as it matters where each head ends and what it says of its length.
#[derive(Default)]
pub struct RequestScanner {
    state: State,
    /// The beginning of a head's line that is coming in. It is kept whole, for what is left out of it could change
    /// what it says; a head has no more bytes than hyper takes.
    line: Vec<u8>,
    /// The request line has come.
    begun: bool,
    length: Option<u64>,
    encoding: bool,
    /// Number of heads that have ended.
    heads: u32,
}

/// The part of a request that the next byte belongs to.
#[derive(Clone, Copy, Default)]
enum State {
    #[default]
    Head,
    /// A body of which so many bytes are left.
    Body(u64),
    /// The line before a chunk.
    Size(SizeLine),
    /// A chunk of which so many bytes are left, the line break after it among them.
    Chunk(u64),
    Trailers(TrailerLine),
    /// An unknown place: what follows is malformed, and hyper says so.
    Desynchronized,
}

/// The part of the line before a chunk that has come.
#[derive(Clone, Copy, Default)]
struct SizeLine {
    size: u64,
    part: SizePart,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum SizePart {
    #[default]
    Start,
    Digits,
    Space,
    Extension,
    LineFeed,
}

/// The part of a line of trailers that has come; it ends with both CR and LF.
#[derive(Clone, Copy, Default)]
struct TrailerLine {
    has_text: bool,
    has_return: bool,
}

const LENGTH: &[u8] = b"content-length:";
const ENCODING: &[u8] = b"transfer-encoding:";

impl RequestScanner {
    /// Takes in what came; the number, from 1, of a request that says its length in two ways. What follows that
    /// is not looked at.
    pub fn take(&mut self, bytes: &[u8]) -> Option<u32> {
        let mut rest = bytes;
        while let Some(&next) = rest.first() {
            match self.state {
                State::Desynchronized => return None,
                State::Body(left) => {
                    let left = step(left, &mut rest);
                    self.state = if left == 0 { State::Head } else { State::Body(left) };
                }
                State::Chunk(left) => {
                    let left = step(left, &mut rest);
                    self.state =
                        if left == 0 { State::Size(SizeLine::default()) } else { State::Chunk(left) };
                }
                State::Size(line) => {
                    self.state = line.take(next);
                    rest = &rest[1..];
                }
                State::Trailers(line) => {
                    self.state = line.take(next);
                    rest = &rest[1..];
                }
                State::Head => {
                    let Some(end) = memchr::memchr(b'\n', rest) else {
                        self.line.extend_from_slice(rest);
                        return None;
                    };
                    self.take_line(&rest[..end]);
                    if self.length.is_some() && self.encoding && matches!(self.state, State::Size(_)) {
                        self.state = State::Desynchronized;
                        return Some(self.heads);
                    }
                    rest = &rest[end + 1..];
                }
            }
        }
        None
    }

    /// Tells whether more has come than the head of request `number`.
    pub fn has_more_than(&self, number: u32) -> bool {
        self.is_in_head() || self.heads > number
    }

    /// Tells whether request `number` has come to its end.
    pub fn is_whole(&self, number: u32) -> bool {
        let between = matches!(self.state, State::Head) && !self.is_in_head();
        self.heads > number || self.heads == number && between
    }

    fn is_in_head(&self) -> bool {
        self.begun || !self.line.is_empty()
    }

    /// Number of heads that have ended.
    #[cfg(test)]
    pub fn heads(&self) -> u32 {
        self.heads
    }

    fn take_line(&mut self, end: &[u8]) {
        if self.line.is_empty() {
            return self.end_line(end);
        }
        self.line.extend_from_slice(end);
        let line = std::mem::take(&mut self.line);
        self.end_line(&line);
    }

    fn end_line(&mut self, line: &[u8]) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match line {
            // Empty lines before a request line are skipped, as hyper does.
            [] if !self.begun => {}
            [] => self.end_head(),
            line => self.field(line),
        }
    }

    fn end_head(&mut self) {
        self.heads += 1;
        self.begun = false;
        self.state = match self.length {
            _ if self.encoding => return self.state = State::Size(SizeLine::default()),
            Some(length @ 1..) => State::Body(length),
            _ => State::Head,
        };
        self.length = None;
    }

    fn field(&mut self, line: &[u8]) {
        if !self.begun {
            (self.begun, self.length, self.encoding) = (true, None, false);
            return;
        }
        let starts =
            |name: &[u8]| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        match line.first() {
            Some(b'C' | b'c') if starts(LENGTH) => {
                let value = number(&line[LENGTH.len()..]);
                // One that is no number is hyper's to refuse; what comes after it is nobody's.
                self.length = Some(value.unwrap_or(u64::MAX));
            }
            Some(b'T' | b't') if starts(ENCODING) => self.encoding = true,
            _ => {}
        }
    }
}

impl SizeLine {
    /// The part that the byte after `next` belongs to, by the grammar that hyper takes.
    fn take(self, next: u8) -> State {
        use SizePart::{Digits, Extension, LineFeed, Space, Start};
        let with = |part| State::Size(Self { part, ..self });
        match (self.part, next) {
            (Start | Digits, b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F') => {
                let digit = u64::from(char::from(next).to_digit(16).unwrap_or(0));
                let size = self.size.checked_mul(16).and_then(|size| size.checked_add(digit));
                size.map_or(State::Desynchronized, |size| State::Size(Self { size, part: Digits }))
            }
            (Digits | Space, b' ' | b'\t') => with(Space),
            (Digits | Space, b';') => with(Extension),
            (Digits | Space | Extension, b'\r') => with(LineFeed),
            (Extension, b'\n') => State::Desynchronized,
            (Extension, _) => with(Extension),
            (LineFeed, b'\n') if self.size == 0 => State::Trailers(TrailerLine::default()),
            (LineFeed, b'\n') => self.size.checked_add(2).map_or(State::Desynchronized, State::Chunk),
            _ => State::Desynchronized,
        }
    }
}

impl TrailerLine {
    /// The part that the byte after `next` belongs to.
    fn take(self, next: u8) -> State {
        match next {
            b'\n' if self.has_return && self.has_text => State::Trailers(Self::default()),
            b'\n' if self.has_return => State::Head,
            _ if self.has_return => State::Desynchronized,
            b'\r' => State::Trailers(Self { has_return: true, ..self }),
            _ => State::Trailers(Self { has_text: true, ..self }),
        }
    }
}

/// Takes as many bytes away as are left of something, and says how many are left then.
fn step(left: u64, bytes: &mut &[u8]) -> u64 {
    let count = bytes.len().min(usize::try_from(left).unwrap_or(usize::MAX));
    *bytes = &bytes[count..];
    left - count as u64
}

fn number(text: &[u8]) -> Option<u64> {
    let text = text.trim_ascii();
    let digits = text.first()?.is_ascii_digit().then_some(text)?;
    str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::RequestScanner;

    fn judge(text: &str, piece: usize) -> (Option<u32>, u32) {
        let mut requests = RequestScanner::default();
        let found = text.as_bytes().chunks(piece).find_map(|piece| requests.take(piece));
        (found, requests.heads)
    }

    #[test]
    fn two_lengths_are_seen_however_they_arrive_and_wherever_they_stand() {
        let two = "POST / HTTP/1.1\r\nContent-LENGTH: 5\r\nHost: x\r\ntransfer-encoding: chunked\r\n\r\nbody";
        let one = "\r\nPOST / HTTP/1.1\r\nContent-Length: 23\r\nX: transfer-encoding: y\r\n\r\nTransfer-Encoding: z\r\n\n";
        let get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
        let chunks = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4;a=b\r\n\r\n\r\n\r\nA\r\n0123456789\r\n0\r\nContent-Length: 3\r\n\r\n";
        let open = "GET / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n";
        for piece in [1, 2, 3, 7, 64, 1000] {
            assert_eq!(judge(two, piece), (Some(1), 1), "{piece}");
            assert_eq!(judge(one, piece), (None, 1), "{piece}");
            assert_eq!(judge(open, piece), (None, 0), "{piece}");
            assert_eq!(judge(&[get, get, one, chunks, get].concat(), piece), (None, 5), "{piece}");
            assert_eq!(judge(&[get, one, chunks, chunks, two, get].concat(), piece), (Some(5), 5), "{piece}");
        }
    }
}
