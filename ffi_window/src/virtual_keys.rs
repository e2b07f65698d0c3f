//! Windows' codes of the keys that have the same one in every layout.

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
