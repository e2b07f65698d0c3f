//! Windows' codes of the keys that bear virtual_keys, which differ from layout to layout. Two keys of a layout never get
//! the same code; where Windows' own tables can be followed by the key's place and sign alone, they are.

use winit::keyboard::KeyCode::{self, *};

/// An accent, for a dead key that does not tell its own.
pub const ACCENT: char = '\u{b4}';

/// The code of the key at `place` that bears a letter, digit or sign; none where only its place tells.
pub fn code(place: KeyCode, sign: char) -> Option<i64> {
    exception(place, sign).or_else(|| match sign {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Some(i64::from(sign.to_ascii_uppercase() as u32)),
        ' ' => Some(32),
        // A digit's, whatever else it bears, as in France.
        _ if DIGITS.contains(&place) => None,
        _ => anywhere(place, sign).or_else(|| european(place, sign)),
    })
}

/// The code of a place that bears a sign on an American keyboard.
pub fn by_place(place: KeyCode) -> Option<i64> {
    American::at(place).map(|american| american.code)
}

/// The places of the digits.
pub const DIGITS: [KeyCode; 10] =
    [Digit0, Digit1, Digit2, Digit3, Digit4, Digit5, Digit6, Digit7, Digit8, Digit9];

fn european(place: KeyCode, sign: char) -> Option<i64> {
    let american = American::at(place)?;
    let is_foreign = sign != american.sign && (sign.is_ascii() || is_latin(sign));
    is_foreign.then_some(american.european)
}

/// Signs with the same code wherever they lie, and American signs on a letter's place.
fn anywhere(place: KeyCode, sign: char) -> Option<i64> {
    match sign {
        '+' | '=' => Some(187),
        ',' => Some(188),
        '-' => Some(189),
        '.' => Some(190),
        _ if American::at(place).is_some() => None,
        _ => AMERICAN.iter().find(|american| american.sign == sign).map(|american| american.code),
    }
}

/// Letters that English lacks, and accents; a layout of another script is American beside its letters.
fn is_latin(sign: char) -> bool {
    matches!(sign, '\u{a0}'..='\u{24f}' | '\u{2c6}'..='\u{2dd}')
}

/// What an American keyboard has at a place.
struct American {
    place: KeyCode,
    sign: char,
    code: i64,
    /// The code of most European layouts there.
    european: i64,
}

impl American {
    fn at(place: KeyCode) -> Option<&'static Self> {
        AMERICAN.iter().find(|american| american.place == place)
    }
}

const fn american(place: KeyCode, sign: char, code: i64, european: i64) -> American {
    American { place, sign, code, european }
}

const AMERICAN: [American; 13] = [
    american(Backquote, '`', 192, 220),
    american(Minus, '-', 189, 219),
    american(Equal, '=', 187, 221),
    american(BracketLeft, '[', 219, 186),
    american(BracketRight, ']', 221, 223),
    american(Semicolon, ';', 186, 192),
    american(Quote, '\'', 222, 222),
    american(Backslash, '\\', 220, 191),
    american(Comma, ',', 188, 188),
    american(Period, '.', 190, 190),
    american(Slash, '/', 191, 192),
    american(IntlBackslash, '<', 226, 226),
    american(IntlRo, '\u{0}', 193, 193),
];

/// Where the rules would give two keys of a layout the same code.
fn exception(place: KeyCode, sign: char) -> Option<i64> {
    Some(match (place, sign) {
        // Dvorak.
        (BracketLeft, '/') => 191,
        // Colemak.
        (IntlBackslash, '-') => 226,
        // Britain and Germany.
        (Backslash, '#') => 223,
        // France and Belgium.
        (BracketRight, '$') => 221,
        (Comma, ';') => 190,
        (Period, ':') => 223,
        // Brazil.
        (Slash, ';') => 191,
        (Backslash, ']') => 221,
        // Hungary.
        (Digit0, 'ö') => 220,
        // Turkey.
        (Quote, 'i') => 222,
        (Comma, 'ö') => 225,
        // Cyrillic.
        (Slash, '.') => 191,
        // Greece.
        (Semicolon, ACCENT) => 223,
        _ => return None,
    })
}

/// Keys that have one code whatever the layout, by the number that the kernel gives their places, as Windows'
/// keyboard driver has them: `kbd.h` and the HID table of its keyboard class driver.
const BY_SCANCODE: [(u32, i64); 41] = [
    // F13 to F24.
    (183, 124),
    (184, 125),
    (185, 126),
    (186, 127),
    (187, 128),
    (188, 129),
    (189, 130),
    (190, 131),
    (191, 132),
    (192, 133),
    (193, 134),
    (194, 135),
    // Hangul and Kana are the same key on two keyboards; Hanja and Kanji are another.
    (122, 21),
    (93, 21),
    (90, 21),
    (91, 21),
    (123, 25),
    (85, 25),
    // Convert and not.
    (92, 28),
    (94, 29),
    // Japan's Yen.
    (124, 220),
    // Brazil's point of the number block.
    (121, 194),
    // Sound.
    (113, 173),
    (114, 174),
    (115, 175),
    // Next, previous, stop, play or pause.
    (163, 176),
    (165, 177),
    (166, 178),
    (164, 179),
    (200, 179),
    (207, 250),
    // Mail, media, my computer, calculator.
    (155, 180),
    (215, 180),
    (226, 181),
    (157, 182),
    (150, 172),
    (140, 183),
    // Browser: back, forward, refresh, search.
    (158, 166),
    (159, 167),
    (173, 168),
    (217, 170),
];

/// The code of such a key.
pub fn by_scancode(number: u32) -> Option<i64> {
    cfg!(target_os = "linux").then_some(())?;
    BY_SCANCODE.iter().find(|(other, _)| *other == number).map(|(_, code)| *code)
}
