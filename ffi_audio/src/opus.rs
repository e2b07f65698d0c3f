//! Opus, decoded by libopus: the header of RFC 7845, section 5.1, and packets of several streams, which RFC 6716,
//! appendix B, delimits.

use opusic_c::{Channels, Decoder, SampleRate};
use std::ops::Range;

/// Rate to which libopus decodes.
pub const RATE: u32 = 48_000;
/// Frames of the longest packet: 120 ms.
const LONGEST: usize = 5760;
/// Number that stands for a channel without sound.
const SILENT: u8 = 255;

/// Place of each channel of a WAVE file in the order of RFC 7845, section 5.1.1.2.
const ORDERS: [&[usize]; 8] = [
    &[0],
    &[0, 1],
    &[0, 2, 1],
    &[0, 1, 2, 3],
    &[0, 2, 1, 3, 4],
    &[0, 2, 1, 5, 3, 4],
    &[0, 2, 1, 6, 5, 3, 4],
    &[0, 2, 1, 7, 5, 6, 3, 4],
];

/// The header of a stream.
#[derive(Debug, PartialEq)]
pub struct Head {
    /// Samples of a frame.
    pub channels: usize,
    /// Frames before the sound.
    pub pre_skip: u32,
    /// Gain of the output, in 256ths of a decibel.
    gain: i32,
    streams: usize,
    /// Number of streams, the first ones, that have two channels.
    coupled: usize,
    mapping: Vec<u8>,
}

impl Head {
    /// From `OpusHead`, or from MP4's box with that name before it, whose numbers are big-endian. None where it
    /// describes no sound.
    pub fn parse(data: &[u8]) -> Option<Self> {
        let body = data.strip_prefix(b"OpusHead")?;
        let &[version, channels, skip0, skip1, _, _, _, _, gain0, gain1, family, ..] = body else {
            return None;
        };
        let is_mp4 = version == 0;
        let two = |pair: [u8; 2]| if is_mp4 { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) };
        let channels = usize::from(channels);
        let (streams, coupled, mapping) = match family {
            0 if (1..=2).contains(&channels) => (1, channels - 1, &[0, 1][..channels]),
            1 if (1..=8).contains(&channels) => {
                let table = body.get(11..13 + channels)?;
                (usize::from(table[0]), usize::from(table[1]), &table[2..])
            }
            _ => return None,
        };
        let is_mapped = |&index: &u8| index == SILENT || usize::from(index) < streams + coupled;
        if streams == 0 || coupled > streams || streams + coupled > 255 || !mapping.iter().all(is_mapped) {
            return None;
        }
        Some(Self {
            channels,
            pre_skip: u32::from(two([skip0, skip1])),
            gain: i32::from(two([gain0, gain1]) as i16),
            streams,
            coupled,
            mapping: mapping.to_vec(),
        })
    }
}

/// One of the streams that a packet holds.
struct Stream {
    decoder: Decoder,
    channels: usize,
    samples: Vec<f32>,
}

/// A decoder for all streams.
pub struct OpusDecoder {
    streams: Vec<Stream>,
    /// For each channel in WAVE order its stream, and which of that one's channels it is.
    sources: Vec<Option<(usize, usize)>>,
}

impl OpusDecoder {
    /// At its beginning; None where there is no memory for it.
    pub fn new(head: &Head) -> Option<Self> {
        let mut streams = vec![];
        for index in 0..head.streams {
            let (kind, channels) =
                if index < head.coupled { (Channels::Stereo, 2) } else { (Channels::Mono, 1) };
            let mut decoder = Decoder::new(kind, SampleRate::Hz48000).ok()?;
            decoder.set_gain(head.gain).ok()?;
            streams.push(Stream { decoder, channels, samples: vec![0.0; LONGEST * channels] });
        }
        let source = |&at: &usize| {
            let index = head.mapping[at];
            let (index, paired) = (usize::from(index), 2 * head.coupled);
            match index {
                _ if head.mapping[at] == SILENT => None,
                _ if index < paired => Some((index / 2, index % 2)),
                _ => Some((index - head.coupled, 0)),
            }
        };
        Some(Self { streams, sources: ORDERS[head.channels - 1].iter().map(source).collect() })
    }

    /// Samples of a frame.
    pub fn channels(&self) -> usize {
        self.sources.len()
    }

    /// Decodes a packet into `out`, interleaved in WAVE order; false where it is damaged.
    pub fn decode(&mut self, packet: &[u8], out: &mut Vec<f32>) -> bool {
        out.clear();
        let (mut rest, mut frames) = (packet, None);
        let last = self.streams.len() - 1;
        for (index, stream) in self.streams.iter_mut().enumerate() {
            let own;
            let data = if index == last {
                rest
            } else {
                let Some((packet, used)) = undelimited(rest) else { return false };
                own = packet;
                rest = &rest[used..];
                &own[..]
            };
            // An empty packet stands for a lost one.
            let decoded = match data.is_empty() {
                true => None,
                false => stream.decoder.decode_float_to_slice(data, &mut stream.samples, false).ok(),
            };
            let Some(count) =
                decoded.filter(|&count| count > 0 && frames.is_none_or(|frames| frames == count))
            else {
                return false;
            };
            frames = Some(count);
        }
        for frame in 0..frames.unwrap_or(0) {
            out.extend(self.sources.iter().map(|source| match source {
                Some((stream, channel)) => {
                    let stream = &self.streams[*stream];
                    stream.samples[frame * stream.channels + channel]
                }
                None => 0.0,
            }));
        }
        true
    }

    /// Resets the decoder to its beginning.
    pub fn reset(&mut self) {
        for stream in &mut self.streams {
            // It fails for a decoder that is none.
            let _ = stream.decoder.reset();
        }
    }
}

/// Number of frames of a packet, by its first bytes (RFC 6716, section 3.1); None for a damaged one.
pub fn frames_of(packet: &[u8]) -> Option<u64> {
    let &toc = packet.first()?;
    let config = toc >> 3;
    let frame = match config {
        0..12 => [480, 960, 1920, 2880][usize::from(config & 3)],
        12..16 => [480, 960][usize::from(config & 1)],
        _ => [120, 240, 480, 960][usize::from(config & 3)],
    };
    let count = match toc & 3 {
        0 => 1,
        1 | 2 => 2,
        _ => u64::from(packet.get(1)? & 0x3f),
    };
    Some(frame * count).filter(|frames| (1..=LONGEST as u64).contains(frames))
}

/// The length of a frame (RFC 6716, section 3.2.1), and behind it.
fn length(data: &[u8], at: usize) -> Option<(usize, usize)> {
    let first = usize::from(*data.get(at)?);
    if first < 252 {
        return Some((first, at + 1));
    }
    Some((first + 4 * usize::from(*data.get(at + 1)?), at + 2))
}

/// The first packet of several, which says its own length (RFC 6716, appendix B), without that; and how long it was.
fn undelimited(data: &[u8]) -> Option<(Vec<u8>, usize)> {
    let &toc = data.first()?;
    let (mut head, mut at, mut payload) = (vec![toc], 1, 0);
    let mut keep = |range: Range<usize>| head.extend_from_slice(&data[range]);
    let mut padding = 0;
    match toc & 3 {
        code @ 0..=1 => {
            let (size, next) = length(data, at)?;
            (payload, at) = (size * (usize::from(code) + 1), next);
        }
        2 => {
            let (first, next) = length(data, at)?;
            keep(at..next);
            let (second, next) = length(data, next)?;
            (payload, at) = (first + second, next);
        }
        _ => {
            let &counts = data.get(at)?;
            let count = usize::from(counts & 0x3f);
            let mut next = at + 1;
            let mut is_more = counts & 0x40 != 0;
            while is_more {
                let byte = usize::from(*data.get(next)?);
                next += 1;
                padding += byte.min(254);
                is_more = byte == 255;
            }
            keep(at..next);
            at = next;
            if counts & 0x80 == 0 {
                let (size, next) = length(data, at)?;
                (payload, at) = (size * count, next);
            } else {
                for index in 0..count {
                    let (size, next) = length(data, at)?;
                    if index + 1 < count {
                        keep(at..next);
                    }
                    (payload, at) = (payload + size, next);
                }
            }
        }
    }
    let end = at + payload + padding;
    head.extend_from_slice(data.get(at..end)?);
    Some((head, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The two forms of each kind of packet, by RFC 6716, section 3.2 and appendix B.
    #[test]
    fn a_delimited_packet_loses_its_length_alone() {
        let body = |count: usize| (0..count).map(|i| i as u8).collect::<Vec<u8>>();
        let cases: [(&[u8], usize, &[u8]); 7] = [
            (&[0xf8, 5], 5, &[0xf8]),
            (&[0xf8, 253, 10], 293, &[0xf8]),
            (&[0xf9, 4], 8, &[0xf9]),
            (&[0xfa, 3, 6], 9, &[0xfa, 3]),
            (&[0xfb, 3, 2], 6, &[0xfb, 3]),
            (&[0xfb, 0x83, 1, 2, 3], 6, &[0xfb, 0x83, 1, 2]),
            (&[0xfb, 0x42, 4, 3], 10, &[0xfb, 0x42, 4]),
        ];
        for (head, payload, plain) in cases {
            let data = [head, &body(payload), b"next"].concat();
            let expected = ([plain, &body(payload)].concat(), head.len() + payload);
            assert_eq!(undelimited(&data), Some(expected), "{head:?}");
            assert_eq!(undelimited(&data[..head.len() + payload - 1]), None, "{head:?}");
        }
    }

    #[test]
    fn a_packet_says_its_length() {
        let cases: [(&[u8], Option<u64>); 8] = [
            (&[0x00], Some(480)),
            (&[0x18], Some(2880)),
            (&[0x61], Some(960)),
            (&[0xe0], Some(120)),
            (&[0xf8], Some(960)),
            (&[0xfb, 6], Some(5760)),
            (&[0xfb, 7], None),
            (&[], None),
        ];
        for (packet, frames) in cases {
            assert_eq!(frames_of(packet), frames, "{packet:?}");
        }
    }

    #[test]
    fn a_header_is_read_in_both_orders_of_bytes() {
        let ogg = Head::parse(b"OpusHead\x01\x02\x38\x01\x80\xbb\0\0\0\xff\0").unwrap();
        let mp4 = Head::parse(b"OpusHead\x00\x02\x01\x38\0\0\xbb\x80\xff\0\0").unwrap();
        assert_eq!((ogg.channels, ogg.pre_skip, ogg.gain), (2, 312, -256));
        assert_eq!(ogg, mp4);
        for bad in [
            &b"OpusHead\x01\x03\0\0\0\0\0\0\0\0\0"[..],
            b"OpusHead\x01\x02\0\0\0\0\0\0\0\0\x02",
            b"OpusHead\x01\x02\0\0\0\0\0\0\0\0\x01\x01\x01\0\x02",
            b"OpusHead\x01\x02\0\0\0\0\0\0\0\0\x01\x00\x00\0\x01",
            b"OpusHead\x01\x02\0\0\0\0\0\0\0\0\x01\x01\x01\0",
            b"OpusHead",
        ] {
            assert_eq!(Head::parse(bad), None, "{bad:?}");
        }
    }
}
