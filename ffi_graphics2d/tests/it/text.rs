//! Text: widths as HarfBuzz gives them, outlines as the font's tables have them.

use crate::{c::*, host::*};
use std::thread;

/// The built-in font's em, in its own units.
const EM: f64 = 2048.0;

struct Font(i64);

impl Drop for Font {
    fn drop(&mut self) {
        assert!(rt_lyon_font_free(self.0));
    }
}

impl Font {
    fn built_in() -> Self {
        Self(rt_lyon_font_built_in())
    }

    fn decode(bytes: &[u8], index: i64) -> Result<Self, String> {
        match rt_lyon_font_decode(bytes.as_ptr(), bytes.len() as i64, index) {
            0 => Err(last_error()),
            handle => Ok(Self(handle)),
        }
    }

    fn measure(&self, text: &str, size: f64) -> (f64, f64) {
        let Pair { x, y } = rt_lyon_font_measure(self.0, c(text).as_ptr(), size);
        (x, y)
    }

    fn text(&self, text: &str, size: f64) -> Path {
        path(rt_lyon_font_text(self.0, c(text).as_ptr(), size))
    }

    fn covers(&self, text: &str) -> bool {
        rt_lyon_font_covers(self.0, c(text).as_ptr())
    }
}

#[test]
fn lines_are_as_high_as_the_font_says() {
    let font = Font::built_in();
    let mut metrics = [0.0; 3];
    assert!(rt_lyon_font_get_metrics_into(font.0, EM, &mut metrics));
    assert_eq!(metrics, [1900.0, 500.0, 0.0]);
    assert!(rt_lyon_font_get_metrics_into(font.0, EM / 128.0, &mut metrics));
    assert_eq!(metrics, [1900.0 / 128.0, 500.0 / 128.0, 0.0]);
    for (size, why) in [
        (0.0, "`size` is 0.0, which is not above 0"),
        (f64::NAN, "`size` is NaN, which is no finite number"),
        (2e6, "`size` is 2000000.0, which is not from 0.0 to 1000000.0"),
    ] {
        assert!(!rt_lyon_font_get_metrics_into(font.0, size, &mut metrics));
        assert_eq!((last_error().as_str(), metrics), (why, [0.0; 3]));
        assert_eq!(
            (font.measure("A", size), rt_lyon_font_text(font.0, c("A").as_ptr(), size)),
            ((0.0, 0.0), 0)
        );
    }
}

#[test]
fn widths_are_those_of_harfbuzz() {
    let font = Font::built_in();
    for (text, width) in [
        ("", 0.0),
        // 1,336 and 1,304, less 87 of kerning.
        ("AV", 2553.0),
        ("AVATAR To Ty", 12_772.0),
        ("Hello, World!", 11_451.0),
        // Two ligatures.
        ("fi ffl", 3391.0),
        // An arrow that is not there.
        ("Zürich → 12 €", 11_614.0),
        // From right to left, none of it there.
        ("שלום", 3632.0),
    ] {
        assert_eq!(font.measure(text, EM), (width, 2400.0), "{text}");
        near(font.measure(text, 16.0).0, width / 128.0, 1e-9);
    }
    assert_eq!(font.measure("A\nAV\r\nI\n", EM), (2553.0, 4.0 * 2400.0));
    assert_eq!(font.measure("A\tB", EM), font.measure("A B", EM));
    // Lines of one script after the other, and many of them.
    assert_eq!(font.measure("AV\nשלום\n\nAV", EM), (3632.0, 4.0 * 2400.0));
    assert_eq!(font.measure("שלום\nAV", EM), (3632.0, 2.0 * 2400.0));
    assert_eq!(font.measure(&"\n".repeat(50_000), EM), (0.0, 50_001.0 * 2400.0));
    assert_eq!(font.measure(&"AV\n".repeat(1000), EM), (2553.0, 1001.0 * 2400.0));
}

#[test]
fn outlines_are_those_of_the_font() {
    let font = Font::built_in();
    assert_eq!(d(&font.text("I", EM)), "M376 -1456L376 0L183 0L183 -1456Z");
    assert_eq!(bounds(&font.text("H", EM)), [169.0, -1456.0, 1288.0, 0.0]);
    // A line further down, after a space of 508 units.
    assert_eq!(bounds(&font.text("\nI", EM)), [183.0, 2400.0 - 1456.0, 376.0, 2400.0]);
    assert_eq!(bounds(&font.text("HI", EM)), [169.0, -1456.0, 1461.0 + 376.0, 0.0]);
    assert_eq!(bounds(&font.text("H", 16.0)), [169.0, -1456.0, 1288.0, 0.0].map(|number| number / 128.0));
    assert_eq!(d(&font.text(" \n ", EM)), "");
    // What is missing is a box.
    assert_eq!(d(&font.text("п", EM)), d(&font.text("ж", EM)));
    assert!(!d(&font.text("п", EM)).is_empty());
    assert!(font.covers("Ärger für 12 € ≥ π\n\t") && font.covers(""));
    assert!(!font.covers("Aп") && !font.covers("→"));
}

/// Lines that mix directions: each letter where `python-bidi` and HarfBuzz have it, by its own advance.
#[test]
fn directions() {
    // Letters of DejaVu Sans 2.37 for this test, by fontTools' subsetter.
    let font = Font::decode(include_bytes!("fonts/directions.ttf"), 0).unwrap();
    for (text, seen) in [
        ("אבג", "גבא"),
        ("ab אב", "ab בא"),
        ("אב ab", "ab בא"),
        ("אב 12 ב", "ב 12 בא"),
        ("a(אב)b", "a(בא)b"),
        ("אב(12)", "(12)בא"),
        ("ab 12 (b)", "ab 12 (b)"),
        ("\u{202e}ab\u{202c}אב", "באba"),
        ("12 אב", "בא 12"),
    ] {
        let mut at = 0.0;
        let mut expected = String::new();
        for letter in seen.chars().map(String::from) {
            let outline = font.text(&letter, EM);
            let moved = path(rt_lyon_path_transform(outline.0, 1.0, 0.0, 0.0, 1.0, at, 0.0));
            expected += &d(&moved);
            at += font.measure(&letter, EM).0;
        }
        assert_eq!(d(&font.text(text, EM)), expected, "{text:?}");
        assert_eq!(font.measure(text, EM).0, at, "{text:?}");
    }
    // Arabic letters join, in a line of its own and beside others.
    assert_eq!(font.measure("سلام", EM).0, 4206.0);
    assert_eq!(font.measure("سلام 12 ab", EM).0, 4206.0 + 2.0 * 651.0 + 2606.0 + 2555.0);
    assert_eq!(
        font.measure("\u{5d0}\u{5d1}\u{633}\u{644}\u{627}\u{645}\u{5d1}", EM).0,
        1369.0 + 2.0 * 1184.0 + 4206.0
    );
}

#[test]
fn a_text_on_a_canvas_is_its_path() {
    let font = Font::built_in();
    let (canvas, other) = (Canvas::new(120, 40), Canvas::new(120, 40));
    let text = "Äpfel\n& 3½";
    assert!(rt_lyon_canvas_draw_text(canvas.0, font.0, c(text).as_ptr(), 5.5, 16.0, 17.0, 0x1122_33ff));
    assert!(rt_lyon_canvas_draw(other.0, font.text(text, 17.0).0, 5.5, 16.0, 0.0, 1.0, 0x1122_33ff));
    assert_eq!(canvas.pixels(), other.pixels());
    let shown: f64 = canvas.pixels().iter().map(|pixel| f64::from(pixel[3]) / 255.0).sum();
    near(shown, fill(&font.text(text, 17.0), 0.001, 1).area(), 1.0);
    assert!(!rt_lyon_canvas_draw_text(canvas.0, font.0, c(text).as_ptr(), f64::NAN, 16.0, 17.0, 0xff));
    assert_eq!(last_error(), "`x` is NaN, which is no finite number");
}

/// Letters of all sizes leave the pixels after them as they are, whichever way rows are covered.
#[test]
fn nothing_is_drawn_beyond_the_letters() {
    let font = Font::built_in();
    let all: String = (' '..='~').collect();
    for size in [9.0, 12.0, 16.0, 18.0, 22.0, 28.0] {
        for (text, width) in
            all.chars().map(|c| (c.to_string(), 40)).chain([("Hamburgefonstiv 123".into(), 400)])
        {
            let canvas = Canvas::new(width, 40);
            assert!(rt_lyon_canvas_draw_text(canvas.0, font.0, c(&text).as_ptr(), 3.0, 30.0, size, 0xff));
            let last = canvas.pixels().into_iter().skip(width as usize - 1).step_by(width as usize);
            assert!(last.into_iter().all(|pixel| pixel == [0; 4]), "{text} {size}");
        }
    }
}

#[test]
fn other_kinds_of_fonts() {
    // A square, and a drop of two cubic curves.
    let cubic = Font::decode(include_bytes!("fonts/cubic.otf"), 0).expect("a font");
    assert_eq!(d(&cubic.text("A", 1000.0)), "M100 0L100 -500L600 -500L600 0Z");
    assert_eq!(d(&cubic.text("B", 1000.0)), "M0 0C0 -400 300 -600 300 -600C600 -600 600 0 0 0Z");
    assert_eq!(cubic.measure("AB", 1000.0), (1350.0, 1000.0));
    // A collection of two.
    let two = include_bytes!("fonts/two.ttc");
    for (index, side) in [(0, 500.0), (1, 300.0)] {
        let font = Font::decode(two, index).expect("a font");
        assert_eq!(bounds(&font.text("A", 1000.0)), [100.0, -side, 100.0 + side, 0.0]);
    }
    assert_eq!(Font::decode(two, 2).err().unwrap(), "`bytes` has no font 2: it holds none that can be read");
    assert_eq!(Font::decode(two, -1).err().unwrap(), "`index` is -1, which is not from 0 to 65535");
    assert_eq!(
        Font::decode(b"font", 0).err().unwrap(),
        "`bytes` has no font 0: it holds none that can be read"
    );

    let file = File::new("font.ttc");
    std::fs::write(&file.0, two).expect("a file");
    let font = Font(rt_lyon_font_load(file.c().as_ptr(), 1));
    assert_eq!(bounds(&font.text("A", 10.0)), [1.0, -3.0, 4.0, 0.0]);
    assert_eq!(rt_lyon_font_load(file.c().as_ptr(), 7), 0);
    let why = format!("`file` is {}, which has no font 7: it holds none that can be read", file.0.display());
    assert_eq!(last_error(), why);
    assert_eq!(rt_lyon_font_load(c("/no/such.ttf").as_ptr(), 0), 0);
    assert_eq!(last_error(), "`file` is /no/such.ttf: No such file or directory (os error 2)");
}

#[test]
fn threads_share_a_font() {
    let font = Font::built_in();
    let expected = d(&font.text("Wavy", 12.0));
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..20).for_each(|_| assert_eq!(d(&font.text("Wavy", 12.0)), expected)));
        }
    });
}

/// Fonts with wrong bytes, and one whose glyphs are made of each other: whatever comes of them, the calls return.
#[test]
fn broken_fonts() {
    let sans = include_bytes!("../../src/sans.ttf");
    let files: [&[u8]; 4] = [
        sans,
        include_bytes!("fonts/cubic.otf"),
        include_bytes!("fonts/two.ttc"),
        include_bytes!("fonts/loop.ttf"),
    ];
    let text = c("AVA ffl Ä\nB");
    let tried = |bytes: &[u8]| {
        if let Ok(font) = Font::decode(bytes, 0) {
            let _ = (font.covers("A"), font.measure("AB", 9.0));
            let drawn = rt_lyon_font_text(font.0, text.as_ptr(), 9.0);
            assert!(drawn == 0 || rt_lyon_path_free(drawn));
        }
    };
    let mut random = Random(3);
    for file in files {
        tried(file);
        for len in (0..file.len()).step_by(file.len() / 40 + 1) {
            tried(&file[..len]);
        }
        for _ in 0..150 {
            let mut broken = file.to_vec();
            for _ in 0..1 + (random.unit() * 8.0) as usize {
                // The tables' beginnings decide the most.
                let at = random.unit() * random.unit() * broken.len() as f64;
                broken[at as usize] = [0, 1, 0x7f, 0x80, 0xff][(random.unit() * 5.0) as usize];
            }
            tried(&broken);
        }
    }
}
