//! Text from bytes that arrive in pieces.

/// Holds back what is not a whole character yet, or may become a stop sequence.
#[derive(Clone, Default)]
pub(crate) struct Assembler {
    bytes: Vec<u8>,
    text: String,
    stops: Vec<String>,
}

impl Assembler {
    pub(crate) fn new(stops: Vec<String>) -> Self {
        Self { stops, ..Self::default() }
    }

    /// One that held this back.
    pub(crate) fn holding(stops: Vec<String>, bytes: Vec<u8>, text: String) -> Self {
        Self { bytes, text, stops }
    }

    /// What is held back: bytes of half a character, and text.
    pub(crate) fn held_back(&self) -> (&[u8], &str) {
        (&self.bytes, &self.text)
    }

    pub(crate) fn set_stops(&mut self, stops: Vec<String>) {
        self.stops = stops;
    }

    /// Takes bytes in: the text that is certain now, and whether a stop sequence was completed.
    pub(crate) fn push(&mut self, bytes: &[u8]) -> (String, bool) {
        self.bytes.extend_from_slice(bytes);
        self.take_characters();
        if let Some(at) = self.stops.iter().filter_map(|stop| self.text.find(stop.as_str())).min() {
            self.text.truncate(at);
            self.bytes.clear();
            return (std::mem::take(&mut self.text), true);
        }
        let held = self.held();
        let rest = self.text.split_off(self.text.len() - held);
        (std::mem::replace(&mut self.text, rest), false)
    }

    /// The end: everything that was held back, half a character as U+FFFD.
    pub(crate) fn flush(&mut self) -> String {
        if !self.bytes.is_empty() {
            self.bytes.clear();
            self.text.push(char::REPLACEMENT_CHARACTER);
        }
        std::mem::take(&mut self.text)
    }

    /// Moves whole characters, and U+FFFD for what can never become one, from the bytes to the text.
    fn take_characters(&mut self) {
        let mut done = 0;
        loop {
            match std::str::from_utf8(&self.bytes[done..]) {
                Ok(text) => {
                    self.text.push_str(text);
                    done = self.bytes.len();
                    break;
                }
                Err(error) => {
                    let valid = done + error.valid_up_to();
                    self.text.push_str(&String::from_utf8_lossy(&self.bytes[done..valid]));
                    done = valid;
                    let Some(bad) = error.error_len() else { break };
                    self.text.push(char::REPLACEMENT_CHARACTER);
                    done += bad;
                }
            }
        }
        self.bytes.drain(..done);
    }

    /// Number of bytes at the text's end that may be the beginning of a stop sequence.
    fn held(&self) -> usize {
        let begins = |stop: &String| {
            (1..stop.len())
                .rev()
                .find(|&count| stop.is_char_boundary(count) && self.text.ends_with(&stop[..count]))
        };
        self.stops.iter().filter_map(begins).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pushed(assembler: &mut Assembler, bytes: &[u8]) -> String {
        assembler.push(bytes).0
    }

    #[test]
    fn characters_arrive_whole() {
        let mut assembler = Assembler::default();
        let bytes = "a🦀é".as_bytes();
        let texts: Vec<String> = bytes.iter().map(|&byte| pushed(&mut assembler, &[byte])).collect();
        assert_eq!(texts, ["a", "", "", "", "🦀", "", "é"]);
        assert_eq!(assembler.flush(), "");
    }

    #[test]
    fn bytes_that_never_become_valid_are_replaced() {
        let mut assembler = Assembler::default();
        assert_eq!(pushed(&mut assembler, b"\xff"), "\u{fffd}");
        assert_eq!(pushed(&mut assembler, b"\xe2\x82"), "");
        assert_eq!(pushed(&mut assembler, b"x"), "\u{fffd}x");
        assert_eq!(pushed(&mut assembler, b"\xed\xa0\x80"), "\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(pushed(&mut assembler, b"\xf0\x9f\xa6"), "");
        assert_eq!(assembler.flush(), "\u{fffd}");
        assert_eq!(assembler.flush(), "");
    }

    #[test]
    fn any_bytes_in_any_pieces_are_the_text_that_they_are_as_a_whole() {
        let mut state = 1u64;
        let mut random = |limit: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % limit
        };
        // Beginnings, middles and ends of characters, in any order.
        let kinds = [b'a', 0x80, 0xbf, 0xc3, 0xe2, 0xed, 0xf0, 0xf4, 0xff, 0x9f, 0xa6];
        for _ in 0..20_000 {
            let bytes: Vec<u8> = (0..random(12)).map(|_| kinds[random(kinds.len())]).collect();
            let (mut assembler, mut text, mut rest) = (Assembler::default(), String::new(), bytes.as_slice());
            while !rest.is_empty() {
                let (piece, after) = rest.split_at(1 + random(rest.len().min(4)));
                text.push_str(&pushed(&mut assembler, piece));
                rest = after;
            }
            text.push_str(&assembler.flush());
            assert_eq!(text, String::from_utf8_lossy(&bytes), "{bytes:x?}");
        }
    }

    #[test]
    fn stop_sequences_are_held_back_and_cut_off() {
        let mut assembler = Assembler::new(vec!["\nUser:".into(), "é!".into()]);
        assert_eq!(assembler.push(b"Hi\n"), ("Hi".into(), false));
        assert_eq!(assembler.push(b"Us"), ("".into(), false));
        assert_eq!(assembler.push(b"a"), ("\nUsa".into(), false));
        assert_eq!(assembler.push("é".as_bytes()), ("".into(), false));
        assert_eq!(assembler.push(b"\nUser: and"), ("é".into(), true));
        assert_eq!(assembler.flush(), "");
    }
}
