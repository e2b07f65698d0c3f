//! Windows' codes of all keys that bear letters, digits and signs, of a layout as a whole: no two keys get the same
//! code, which cannot be had by looking at one key alone.

use crate::windows_layouts::{LAYOUTS, PLACES, WindowsLayout};

/// Characters that a key bears, without Shift and with it; NUL where that is nothing. Dead keys bear their accent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayoutKey {
    /// The kernel's number of its place.
    pub place: u32,
    pub plain: char,
    pub shifted: char,
}

/// The code of the key at `place` in a layout, where it is one of its keys.
pub fn code(keys: &[LayoutKey], place: u32) -> Option<i64> {
    let index = keys.iter().position(|key| key.place == place)?;
    Some(i64::from(codes(keys)[index]))
}

/// Number of the places in which layouts differ that have to agree, the digit's aside.
const ENOUGH: usize = 8;

/// A layout with fewer Latin letters is of another script; Windows' layouts of those are American beneath.
const LEAST_LATIN: usize = 13;

/// The codes of all its keys.
pub fn codes(keys: &[LayoutKey]) -> Vec<u8> {
    let mut assignment = Assignment { keys, codes: vec![0; keys.len()], used: [false; 256] };
    let letters = keys.iter().filter(|key| key.plain.is_ascii_alphabetic()).count();
    let is_latin = letters >= LEAST_LATIN;
    let known = if is_latin { closest(keys) } else { None };
    let in_table = |key: &LayoutKey, must_agree: bool| {
        let (sign, code) = known?.at(key.place)?;
        (!must_agree || sign == key.plain).then_some(code)
    };
    let by_letter =
        |key: &LayoutKey| key.plain.is_ascii_alphanumeric().then(|| key.plain.to_ascii_uppercase() as u8);
    let by_shifted_digit = |key: &LayoutKey| {
        (american(key.place)?.is_ascii_digit() && key.shifted.is_ascii_digit()).then_some(key.shifted as u8)
    };
    let by_digits_place = |key: &LayoutKey| american(key.place).filter(u8::is_ascii_digit);
    let by_sign = |key: &LayoutKey| LAYOUTS[0].code_of(key.plain);
    assignment.claim(|key| in_table(key, true));
    // Also of the few keys that a program plugs in to type.
    assignment.claim(by_letter);
    if is_latin {
        assignment.claim(by_shifted_digit);
        assignment.claim(by_digits_place);
        assignment.claim(|key| in_table(key, false));
        assignment.claim(|key| by_sign(key).filter(|&code| american(key.place) == Some(code)));
        assignment.claim(by_sign);
    }
    assignment.claim(|key| american(key.place));
    assignment.claim_any();
    assignment.codes
}

/// The layout of Windows' that bears the most of the same signs in the same places, if they are enough.
fn closest(keys: &[LayoutKey]) -> Option<&'static WindowsLayout> {
    let agreements = |layout: &WindowsLayout| {
        let agrees = |key: &&LayoutKey| {
            key.place != DIGIT_0 && layout.at(key.place).is_some_and(|(sign, _)| sign == key.plain)
        };
        keys.iter().filter(agrees).count()
    };
    let scores = LAYOUTS.iter().map(|layout| (agreements(layout), layout));
    // The first of several that are as close.
    let best = scores.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.filter(|(score, _)| *score >= ENOUGH).map(|(_, layout)| layout)
}

const DIGIT_0: u32 = 11;

impl WindowsLayout {
    fn at(&self, place: u32) -> Option<(char, u8)> {
        let main = PLACES.iter().position(|&other| other == place).map(|at| (self.signs[at], self.codes[at]));
        main.or_else(|| self.further.iter().find(|key| key.0 == place).map(|&(_, sign, code)| (sign, code)))
    }

    fn code_of(&self, sign: char) -> Option<u8> {
        // What lies left of Z is not American.
        let at = self.signs[..12].iter().position(|&other| other == sign)?;
        Some(self.codes[at])
    }
}

/// The letters of an American keyboard, by the kernel's numbers of their places.
const ROWS: [(u32, &[u8]); 4] =
    [(2, b"1234567890"), (16, b"QWERTYUIOP"), (30, b"ASDFGHJKL"), (44, b"ZXCVBNM")];

/// The code that a place has on an American keyboard.
fn american(place: u32) -> Option<u8> {
    let in_row = ROWS.iter().find_map(|(first, row)| row.get(place.checked_sub(*first)? as usize).copied());
    in_row.or_else(|| LAYOUTS[0].at(place).map(|(_, code)| code)).or(match place {
        // The one left of the right Shift, as Brazil has it.
        89 => Some(0xc1),
        _ => None,
    })
}

struct Assignment<'a> {
    keys: &'a [LayoutKey],
    codes: Vec<u8>,
    used: [bool; 256],
}

impl Assignment<'_> {
    /// Gives keys that have no code yet the one that is wished for them, where no other key has it.
    fn claim(&mut self, wish: impl Fn(&LayoutKey) -> Option<u8>) {
        for (key, code) in self.keys.iter().zip(&mut self.codes) {
            if *code == 0
                && let Some(wished) = wish(key)
                && !std::mem::replace(&mut self.used[usize::from(wished)], true)
            {
                *code = wished;
            }
        }
    }

    /// Gives the others what is left: signs' codes first.
    fn claim_any(&mut self) {
        const SIGNS: [u8; 17] = [
            0xe2, 0xdf, 0xc0, 0xdc, 0xde, 0xdb, 0xdd, 0xba, 0xbf, 0xbb, 0xbd, 0xbc, 0xbe, 0xe1, 0xe3, 0xe4,
            0xc1,
        ];
        let mut left = SIGNS.into_iter().chain(b'A'..=b'Z').filter(|code| !self.used[usize::from(*code)]);
        for code in self.codes.iter_mut().filter(|code| **code == 0) {
            *code = left.next().unwrap_or(0);
        }
    }
}

/// The code of a letter, a digit or an American sign.
pub fn by_sign(sign: char) -> Option<i64> {
    let code = if sign.is_ascii_alphanumeric() {
        Some(sign.to_ascii_uppercase() as u8)
    } else {
        LAYOUTS[0].code_of(sign)
    };
    code.map(i64::from)
}

/// Tells whether a keysym is that of a key that has its code by its name: Enter, an arrow, Shift and so on.
#[cfg(target_os = "linux")]
pub fn is_function(keysym: u32) -> bool {
    matches!(keysym, 0xff08..=0xff1b | 0xff50..=0xff6b | 0xffbe..=0xffff)
}

/// The character of a keysym, or the accent of a dead key; NUL where it bears nothing.
#[cfg(target_os = "linux")]
pub fn sign(keysym: u32, character: u32) -> char {
    const DEAD: [char; 15] = ['`', '´', '^', '~', '¯', '˘', '˙', '¨', '°', '˝', 'ˇ', '¸', '˛', 'ͅ', '゛'];
    let dead = keysym.checked_sub(0xfe50).and_then(|accent| DEAD.get(accent as usize).copied());
    dead.or(char::from_u32(character)).filter(|sign| !sign.is_control()).unwrap_or('\0')
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use rigs::x11::layouts;
    use std::collections::BTreeMap;

    fn layouts() -> BTreeMap<String, Vec<LayoutKey>> {
        let keys = |keys: Vec<layouts::Key>| {
            let key = |key: layouts::Key| LayoutKey {
                place: key.place,
                plain: sign(key.plain.0, key.plain.1),
                shifted: sign(key.shifted.0, key.shifted.1),
            };
            keys.into_iter().map(key).collect()
        };
        layouts::all().into_iter().map(|(name, of)| (name, keys(of))).collect()
    }

    /// In every layout there is, no two keys have the same code, none has none, and a letter's key has the letter's.
    #[test]
    fn every_layout_has_codes_of_its_own() {
        let layouts = layouts();
        assert!(layouts.len() > 500, "{}", layouts.len());
        for (name, keys) in layouts {
            let codes = codes(&keys);
            let mut places = BTreeMap::new();
            for (key, code) in keys.iter().zip(&codes) {
                assert_ne!(*code, 0, "{name}: {key:?}");
                let other = places.insert(*code, key);
                assert_eq!(other, None, "{name}: {code} is that of {key:?} as well");
            }
            let letters: Vec<_> = keys.iter().filter(|key| key.plain.is_ascii_lowercase()).collect();
            if letters.len() < LEAST_LATIN {
                continue;
            }
            for key in letters {
                let bearer = places[&(key.plain.to_ascii_uppercase() as u8)];
                let is_turkish = key.plain == 'i' && keys.iter().any(|key| key.plain == 'ı');
                assert!(bearer.plain == key.plain || is_turkish, "{name}: {key:?} is not {}'s", key.plain);
            }
        }
    }

    /// Microsoft's own codes of places, by the kernel's numbers.
    #[test]
    fn layouts_of_windows() {
        const CYRILLIC: &[(u32, u8)] =
            &[(41, 192), (43, 220), (26, 219), (27, 221), (39, 186), (40, 222), (53, 191)];
        const NORDIC: &[(u32, u8)] = &[
            (12, 187),
            (13, 219),
            (26, 221),
            (27, 186),
            (39, 192),
            (40, 222),
            (41, 220),
            (43, 191),
            (53, 189),
        ];
        const GERMAN: &[(u32, u8)] = &[
            (12, 219),
            (13, 221),
            (26, 186),
            (27, 187),
            (39, 192),
            (40, 222),
            (41, 220),
            (43, 191),
            (53, 189),
        ];
        const CROATIAN: &[(u32, u8)] =
            &[(39, 186), (40, 222), (26, 219), (27, 221), (43, 220), (41, 192), (12, 191), (13, 187)];
        const CZECH: &[(u32, u8)] = &[
            (12, 187),
            (13, 191),
            (26, 219),
            (27, 221),
            (39, 186),
            (40, 222),
            (41, 192),
            (43, 220),
            (53, 189),
        ];
        const SWISS: &[(u32, u8)] = &[
            (12, 219),
            (13, 221),
            (26, 186),
            (27, 192),
            (39, 222),
            (40, 220),
            (41, 191),
            (43, 223),
            (53, 189),
        ];
        let wanted: [(&str, &[(u32, u8)]); 28] = [
            (
                "il()",
                &[
                    (16, 81),
                    (17, 87),
                    (18, 69),
                    (39, 186),
                    (40, 222),
                    (41, 192),
                    (43, 220),
                    (51, 188),
                    (53, 191),
                ],
            ),
            (
                "jp()",
                &[(13, 222), (26, 192), (27, 219), (39, 187), (40, 186), (43, 221), (12, 189), (89, 226)],
            ),
            ("hr()", CROATIAN),
            ("si()", CROATIAN),
            ("ua()", CYRILLIC),
            ("ru()", CYRILLIC),
            ("by()", CYRILLIC),
            ("de()", GERMAN),
            ("at()", GERMAN),
            ("de(nodeadkeys)", GERMAN),
            (
                "fr()",
                &[
                    (2, 49),
                    (12, 219),
                    (13, 187),
                    (26, 221),
                    (27, 186),
                    (39, 77),
                    (40, 192),
                    (41, 222),
                    (43, 220),
                ],
            ),
            (
                "fr(oss)",
                &[(11, 48), (50, 188), (51, 190), (52, 191), (53, 223), (16, 65), (17, 90), (44, 87)],
            ),
            (
                "be()",
                &[(12, 219), (13, 189), (26, 221), (27, 186), (40, 192), (41, 222), (43, 220), (53, 187)],
            ),
            ("es()", GERMAN),
            ("latam()", GERMAN),
            ("it()", GERMAN),
            (
                "pt()",
                &[(12, 219), (13, 221), (26, 187), (27, 186), (39, 192), (40, 222), (41, 220), (43, 191)],
            ),
            (
                "br()",
                &[
                    (26, 219),
                    (27, 221),
                    (39, 186),
                    (40, 222),
                    (41, 192),
                    (43, 220),
                    (53, 191),
                    (86, 226),
                    (89, 193),
                ],
            ),
            ("se()", NORDIC),
            ("dk()", NORDIC),
            ("no()", NORDIC),
            ("ch()", SWISS),
            ("cz()", CZECH),
            ("sk()", CZECH),
            (
                "pl()",
                &[(12, 189), (13, 187), (26, 219), (27, 221), (39, 186), (40, 222), (41, 192), (43, 220)],
            ),
            (
                "gb()",
                &[
                    (12, 189),
                    (13, 187),
                    (26, 219),
                    (27, 221),
                    (39, 186),
                    (40, 192),
                    (41, 223),
                    (43, 222),
                    (86, 220),
                ],
            ),
            (
                "hu()",
                &[
                    (41, 48),
                    (11, 192),
                    (12, 191),
                    (13, 187),
                    (26, 219),
                    (27, 221),
                    (39, 186),
                    (43, 220),
                    (86, 226),
                ],
            ),
            (
                "us(dvorak)",
                &[
                    (12, 219),
                    (13, 221),
                    (16, 222),
                    (17, 188),
                    (18, 190),
                    (26, 191),
                    (27, 187),
                    (40, 189),
                    (44, 186),
                ],
            ),
        ];
        let layouts = layouts();
        for (name, places) in wanted {
            let keys = &layouts[name];
            for &(place, wanted) in places {
                assert_eq!(code(keys, place), Some(i64::from(wanted)), "{name}, place {place}");
            }
        }
    }
}
