//! WAV in all its legal kinds: what is written is what is heard, and nothing else.

use crate::common::*;

const FRAMES: usize = 2000;

/// Two channels of 16 bits, unlike themselves everywhere.
fn samples() -> Vec<i16> {
    (0..2 * FRAMES).map(|i| (i * 7919 % 60_001) as i16).collect()
}

fn bytes(samples: &[i16]) -> Vec<u8> {
    samples.iter().flat_map(|sample| sample.to_le_bytes()).collect()
}

fn heard(samples: &[i16]) -> Vec<f64> {
    samples.iter().map(|&sample| f64::from(sample) / 32_768.0).collect()
}

fn format(tag: u16, channels: u16, bits: u16, align: u16, extra: &[u8]) -> Vec<u8> {
    let mut body = [tag.to_le_bytes(), channels.to_le_bytes()].concat();
    [44_100, 44_100 * u32::from(align)].iter().for_each(|number: &u32| body.extend(number.to_le_bytes()));
    body.extend([align.to_le_bytes(), bits.to_le_bytes()].concat());
    body.extend(extra);
    body
}

fn extension(tag: u16, valid: u16, mask: u32) -> Vec<u8> {
    let guid = b"\0\0\0\0\x10\0\x80\0\0\xaa\0\x38\x9b\x71";
    [&22_u16.to_le_bytes()[..], &valid.to_le_bytes(), &mask.to_le_bytes(), &tag.to_le_bytes(), guid].concat()
}

fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&name[..], &(body.len() as u32).to_le_bytes(), body, &[0][..body.len() % 2]].concat()
}

fn riff(chunks: &[Vec<u8>]) -> Vec<u8> {
    let body = [&b"WAVE"[..], &chunks.concat()].concat();
    [&b"RIFF"[..], &(body.len() as u32).to_le_bytes(), &body].concat()
}

#[track_caller]
fn assert_heard(name: &str, file: &[u8], expected: &[f64]) {
    let rig = Rig::stereo();
    let source = load_memory(rig.0, file);
    assert!(source > 0, "{name}: {}", last_error());
    let found = source_samples(source);
    assert_eq!(found.len(), expected.len(), "{name}");
    assert_samples(&found, expected, 1e-7);
}

#[test]
fn every_header_that_is_legal_is_read() {
    let sound = samples();
    let (pcm, expected) = (bytes(&sound), heard(&sound));
    let data = chunk(b"data", &pcm);
    let plain = chunk(b"fmt ", &format(1, 2, 16, 4, &[]));
    let floats: Vec<u8> = expected.iter().flat_map(|&sample| (sample as f32).to_le_bytes()).collect();
    let floats = chunk(b"data", &floats);
    let list = |size: u32| [&b"INFOINAM"[..], &size.to_le_bytes(), b"abcd\0"].concat();
    let of = |format: Vec<u8>, data: &Vec<u8>| riff(&[chunk(b"fmt ", &format), data.clone()]);
    for (name, file) in [
        ("fmt of 20 bytes", of(format(1, 2, 16, 4, &[2, 0, 0, 0]), &data)),
        ("fmt of 28 bytes", of(format(1, 2, 16, 4, &[&[10, 0][..], &[0; 10]].concat()), &data)),
        ("float, fmt of 20 bytes", of(format(3, 2, 32, 8, &[2, 0, 0, 0]), &floats)),
        ("float, extensible, valid bits 0", of(format(0xfffe, 2, 32, 8, &extension(3, 0, 3)), &floats)),
        (
            "extensible, longer",
            of(format(0xfffe, 2, 16, 4, &[&extension(1, 16, 3)[..], &[0; 2]].concat()), &data),
        ),
        ("extensible, mask of no speakers", of(format(0xfffe, 2, 16, 4, &extension(1, 16, 1 << 31)), &data)),
        ("12 bits in 16", of(format(1, 2, 12, 4, &[]), &data)),
        ("fact of 8 bytes", riff(&[plain.clone(), chunk(b"fact", &[0; 8]), data.clone()])),
        ("LIST of odd length", riff(&[plain.clone(), chunk(b"LIST", &list(5)), data.clone()])),
        (
            "LIST whose inner size is too large",
            riff(&[plain.clone(), chunk(b"LIST", &list(5000)), data.clone()]),
        ),
        (
            "LIST twice",
            riff(&[chunk(b"LIST", &list(5)), plain.clone(), chunk(b"LIST", &list(9)), data.clone()]),
        ),
    ] {
        assert_heard(name, &file, &expected);
    }
}

#[test]
fn sizes_of_64_bits_and_the_other_byte_order_are_read() {
    let sound = samples();
    let (pcm, expected) = (bytes(&sound), heard(&sound));
    for head in [b"RF64", b"BW64"] {
        let total = (4 + 36 + 24 + 8 + pcm.len()) as u64;
        let sizes = [total, pcm.len() as u64, FRAMES as u64];
        let sizes = sizes.iter().flat_map(|size| size.to_le_bytes());
        let sizes: Vec<u8> = sizes.chain([0; 4]).collect();
        let chunks = [chunk(b"ds64", &sizes), chunk(b"fmt ", &format(1, 2, 16, 4, &[]))].concat();
        let file = [&head[..], &[0xff; 4], b"WAVE", &chunks, b"data", &[0xff; 4], &pcm].concat();
        assert_heard("sizes of 64 bits", &file, &expected);
        // What stands behind the sound is not heard.
        assert_heard("sizes of 64 bits", &[&file[..], &[77; 9000]].concat(), &expected);
    }
    let turned: Vec<u8> = sound.iter().flat_map(|sample| sample.to_be_bytes()).collect();
    let mut file =
        [&b"RIFX"[..], &(36 + turned.len() as u32).to_be_bytes(), b"WAVEfmt ", &16_u32.to_be_bytes()]
            .concat();
    [1_u16, 2].iter().for_each(|number| file.extend(number.to_be_bytes()));
    [44_100_u32, 176_400].iter().for_each(|number| file.extend(number.to_be_bytes()));
    [4_u16, 16].iter().for_each(|number| file.extend(number.to_be_bytes()));
    file.extend([&b"data"[..], &(turned.len() as u32).to_be_bytes(), &turned].concat());
    assert_heard("RIFX", &file, &expected);
    // Sony's Wave64: names of 16 bytes, sizes of 8 with the head, in steps of 8.
    let wide = |name: &[u8; 4], body: &[u8]| {
        let tail = b"\xf3\xac\xd3\x11\x8c\xd1\0\xc0\x4f\x8e\xdb\x8a";
        let padding = vec![0; body.len().wrapping_neg() % 8];
        [&name[..], tail, &(24 + body.len() as u64).to_le_bytes(), body, &padding].concat()
    };
    let chunks = [wide(b"fmt ", &format(1, 2, 16, 4, &[])), wide(b"data", &pcm)].concat();
    let mut file = b"riff\x2e\x91\xcf\x11\xa5\xd6\x28\xdb\x04\xc1\0\0".to_vec();
    file.extend((40 + chunks.len() as u64).to_le_bytes());
    file.extend(b"wave\xf3\xac\xd3\x11\x8c\xd1\0\xc0\x4f\x8e\xdb\x8a");
    file.extend(chunks);
    assert_heard("Wave64", &file, &expected);
}

/// G.711's tables by its formula, for every code.
#[test]
fn both_laws_are_their_tables() {
    let codes: Vec<u8> = (0..=255).collect();
    let a_law = |code: u8| {
        let code = code ^ 0x55;
        let (segment, step) = (i32::from(code >> 4 & 7), f64::from(code & 15));
        let size =
            if segment == 0 { 2.0 * step + 1.0 } else { (2.0 * step + 33.0) * 2.0_f64.powi(segment - 1) };
        size / 4096.0 * if code & 0x80 != 0 { 1.0 } else { -1.0 }
    };
    let mu_law = |code: u8| {
        let code = !code;
        let size = (2.0 * f64::from(code & 15) + 33.0) * 2.0_f64.powi(i32::from(code >> 4 & 7)) - 33.0;
        size / 8192.0 * if code & 0x80 != 0 { -1.0 } else { 1.0 }
    };
    let laws: [(u16, &dyn Fn(u8) -> f64); 2] = [(6, &a_law), (7, &mu_law)];
    for (tag, law) in laws {
        let expected: Vec<f64> = codes.iter().map(|&code| law(code)).collect();
        for format in [format(tag, 1, 8, 1, &[]), format(0xfffe, 1, 8, 1, &extension(tag, 8, 4))] {
            let file = riff(&[chunk(b"fmt ", &format), chunk(b"data", &codes)]);
            assert_heard("a law", &file, &expected);
        }
    }
}

#[test]
fn channels_keep_their_order_however_many_there_are() {
    for channels in [3_u16, 27, 32, 40, 255] {
        let sound: Vec<i16> = (0..200 * channels).map(|i| (i as i16).wrapping_mul(91)).collect();
        let format = format(1, channels, 16, 2 * channels, &[]);
        let file = riff(&[chunk(b"fmt ", &format), chunk(b"data", &bytes(&sound))]);
        assert_heard("many channels", &file, &heard(&sound));
    }
    let format = format(1, 256, 16, 512, &[]);
    assert_eq!(load_memory(Rig::mono().0, &riff(&[chunk(b"fmt ", &format), chunk(b"data", &[0; 5120])])), 0);
    assert!(last_error().contains("256 channels"), "{}", last_error());
}

#[test]
fn what_stands_behind_a_whole_file_is_not_heard() {
    let sound = samples();
    let file = riff(&[chunk(b"fmt ", &format(1, 2, 16, 4, &[])), chunk(b"data", &bytes(&sound))]);
    let noise: Vec<u8> = (0..70_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for tail in [&noise[..3000], &noise[..5000], &noise, &[0; 32_768], b"ID3\x03\0\0\0\x01\x1c\x20"] {
        assert_heard("a tail", &[&file[..], tail].concat(), &heard(&sound));
    }
}

#[test]
fn a_codec_that_is_not_decoded_is_called_by_its_name() {
    let rig = Rig::stereo();
    for (tag, name) in
        [(0x161, "Windows Media Audio (tag 0x0161)"), (0x31, "GSM 6.10"), (0x4242, "unknown (tag 0x4242)")]
    {
        let file = riff(&[chunk(b"fmt ", &format(tag, 2, 16, 4, &[])), chunk(b"data", &[0; 400])]);
        assert_eq!(load_memory(rig.0, &file), 0);
        let error = last_error();
        assert!(error.contains("WAV") && error.contains(name) && !error.contains("core"), "{error}");
    }
    assert_eq!(load_memory(rig.0, &riff(&[chunk(b"fmt ", &format(1, 2, 16, 4, &[]))])), 0);
    assert!(last_error().contains("no data chunk"), "{}", last_error());
}
