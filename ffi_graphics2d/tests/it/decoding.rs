//! Pictures read from PNG and JPEG files, and what is none.

use crate::{c::*, host::*};
use png::{BitDepth, ColorType};

fn decode(bytes: &[u8]) -> Result<Canvas, String> {
    match rt_lyon_canvas_decode(bytes.as_ptr(), bytes.len() as i64) {
        0 => Err(last_error()),
        handle => Ok(Canvas(handle)),
    }
}

fn encoded(kind: ColorType, depth: BitDepth, [width, height]: [u32; 2], data: &[u8]) -> Vec<u8> {
    let mut file = vec![];
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(kind);
    encoder.set_depth(depth);
    if kind == ColorType::Indexed {
        encoder.set_palette(&[9, 8, 7, 1, 2, 3][..]);
        encoder.set_trns(&[255, 5][..]);
    }
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(data).expect("a picture");
    writer.finish().expect("an end");
    file
}

#[test]
fn each_kind_of_png() {
    use {BitDepth::*, ColorType::*};
    let pixels = |kind, depth, data: &[u8]| {
        let picture = decode(&encoded(kind, depth, [2, 1], data)).expect("a picture");
        assert_eq!(picture.size(), (2, 1));
        picture.pixels()
    };
    assert_eq!(pixels(Rgba, Eight, &[1, 2, 3, 4, 5, 6, 7, 8]), [[1, 2, 3, 4], [5, 6, 7, 8]]);
    assert_eq!(pixels(Rgb, Eight, &[1, 2, 3, 4, 5, 6]), [[1, 2, 3, 255], [4, 5, 6, 255]]);
    assert_eq!(pixels(GrayscaleAlpha, Eight, &[1, 2, 3, 4]), [[1, 1, 1, 2], [3, 3, 3, 4]]);
    assert_eq!(pixels(Grayscale, Eight, &[1, 200]), [[1, 1, 1, 255], [200, 200, 200, 255]]);
    assert_eq!(pixels(Grayscale, Two, &[0b0110_0000]), [[85, 85, 85, 255], [170, 170, 170, 255]]);
    assert_eq!(pixels(Grayscale, One, &[0b0100_0000]), [[0, 0, 0, 255], [255; 4]]);
    assert_eq!(pixels(Indexed, One, &[0b0100_0000]), [[9, 8, 7, 255], [1, 2, 3, 5]]);
    let wide: Vec<u8> =
        [0x1234_u16, 0xffff, 0, 0x8000].iter().flat_map(|value| value.to_be_bytes()).collect();
    assert_eq!(pixels(GrayscaleAlpha, Sixteen, &wide), [[0x12, 0x12, 0x12, 255], [0, 0, 0, 0x80]]);
}

/// Files that libjpeg wrote, and the red, green and blue that it reads from them.
macro_rules! jpegs {
    ($($name:literal)*) => {
        [$(($name, &include_bytes!(concat!("jpeg/", $name, ".jpg"))[..], &include_bytes!(concat!("jpeg/", $name, ".rgb"))[..])),*]
    };
}

#[test]
fn each_kind_of_jpeg() {
    for (name, file, expected) in jpegs!("baseline" "progressive" "gray" "cmyk") {
        let picture = decode(file).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(picture.size(), (24, 17));
        let mut worst = 0;
        for (pixel, expected) in picture.pixels().iter().zip(expected.as_chunks::<3>().0) {
            assert_eq!(pixel[3], 255);
            worst = (0..3).map(|i| pixel[i].abs_diff(expected[i])).fold(worst, u8::max);
        }
        assert!(worst <= 3, "{name} is {worst} off");
    }
}

#[test]
fn what_is_no_picture_is_refused_with_the_reason() {
    let refused = |bytes: &[u8], why: &str| {
        let error = decode(bytes).err().expect("no picture");
        assert!(error.contains(why), "{error}");
    };
    refused(b"", "`bytes` is no picture: it begins as neither a PNG nor a JPEG file does");
    refused(b"GIF89a", "it begins as neither");
    refused(b"\x89PNG\r\n\x1a\n", "`bytes` is no picture: ");
    refused(b"\xff\xd8\xff", "`bytes` is no picture: ");
    // 65 bytes that claim a gigabyte.
    let mut claim = encoded(ColorType::Rgba, BitDepth::Eight, [1, 1], &[0; 4]);
    for (at, side) in [(16, 32_768_u32), (20, 8192)] {
        claim[at..at + 4].copy_from_slice(&side.to_be_bytes());
    }
    let sum = crc(&claim[12..29]).to_be_bytes();
    claim[29..33].copy_from_slice(&sum);
    refused(&claim, "it is too short for the 32768 by 8192 pixels that it claims to have");
    claim[16..20].copy_from_slice(&32_769_u32.to_be_bytes());
    let sum = crc(&claim[12..29]).to_be_bytes();
    claim[29..33].copy_from_slice(&sum);
    claim.resize(4_000_000, 0);
    refused(&claim, "`width` is 32769, which is not from 1 to 32768");
    // Palettes that end within a colour.
    let indexed = encoded(ColorType::Indexed, BitDepth::Eight, [2, 1], &[0, 1]);
    let at = indexed.windows(4).position(|name| name == b"PLTE").expect("a palette");
    for bytes in [4, 5, 767] {
        let mut chunk = b"PLTE".to_vec();
        chunk.resize(4 + bytes, 9);
        let sum = crc(&chunk).to_be_bytes();
        let length = (bytes as u32).to_be_bytes();
        let file = [&indexed[..at - 4], &length, &chunk, &sum, &indexed[at + 4 + 6 + 4..]].concat();
        refused(&file, &format!("its palette has {bytes} bytes"));
    }
    let [(_, jpeg, _)] = jpegs!("progressive");
    let mut scans = jpeg.to_vec();
    scans.extend([0xff, 0xda].repeat(101));
    refused(&scans, "it has more than 100 scans");
    assert_eq!(rt_lyon_canvas_load(c("/no/such.png").as_ptr()), 0);
    assert_eq!(last_error(), "`file` is /no/such.png: No such file or directory (os error 2)");
    let file = File::new("text.png");
    std::fs::write(&file.0, "text").expect("a file");
    assert_eq!(rt_lyon_canvas_load(file.c().as_ptr()), 0);
    let name = file.0.display();
    let why = "it begins as neither a PNG nor a JPEG file does";
    assert_eq!(last_error(), format!("`file` is {name}, which is no picture: {why}"));
}

/// The sum that ends a PNG's chunk, by its specification.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, &byte| {
        (0..8).fold(
            sum ^ u32::from(byte),
            |sum, _| if sum & 1 == 1 { 0xedb8_8320 ^ sum >> 1 } else { sum >> 1 },
        )
    })
}

/// Files that are cut off or have wrong bytes: whatever comes of them, the call returns.
#[test]
fn broken_files() {
    let noise: Vec<u8> = (0..24 * 17 * 4).map(|i: u32| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let png = encoded(ColorType::Rgba, BitDepth::Eight, [24, 17], &noise);
    let files = jpegs!("baseline" "progressive" "gray" "cmyk").map(|(_, file, _)| file);
    let mut random = Random(17);
    for file in files.into_iter().chain([&png[..]]) {
        // The last bytes of a JPEG may fill up its last byte and end it.
        for len in (0..file.len() - 8).step_by(3) {
            assert!(decode(&file[..len]).is_err(), "{len} of {}", file.len());
        }
        for _ in 0..2000 {
            let mut broken = file.to_vec();
            for _ in 0..1 + (random.unit() * 4.0) as usize {
                let at = (random.unit() * broken.len() as f64) as usize;
                broken[at] = (random.unit() * 256.0) as u8;
            }
            let _ = decode(&broken);
        }
    }
}
