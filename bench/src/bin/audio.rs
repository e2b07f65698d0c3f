//! Sound: mixing beside rodio, SDL2_mixer, OpenAL Soft and miniaudio, decoding beside symphonia and libsndfile.
#![allow(unsafe_code)]

use anyhow::{Context, Result};
use bench::{Comparison, compare, median, row, table};
use rodio::{Source, buffer::SamplesBuffer, mixer::mixer};
use std::{f64::consts::TAU, fs, io::Cursor, num::NonZero, path::Path, process::Command};
use symphonia::core::{
    codecs::CodecParameters,
    formats::{TrackType, probe::Hint},
    io::MediaSourceStream,
};
use xtask::{
    build::{Options, build, include_folder},
    cc::LINK_FLAGS,
    workspace::{root, run, stdout},
};

// Links the exported functions into this program.
use simple_native as _;
use simple_native_sys as c;

const RATE: i64 = 48_000;
const VOICES: usize = 256;
/// Half a second, so that the turns stay short.
const FRAMES: usize = 24_000;

fn main() -> Result<()> {
    table();
    mixing("its own rate", RATE, "at most 1.1");
    mixing("44,100 Hz (ours band-limited, rodio's linear)", 44_100, "");
    sdl()?;
    peers()?;
    decoding()
}

fn times_real_time(seconds: f64, voices: usize) -> String {
    format!("{:.0} voices in real time", voices as f64 * FRAMES as f64 / RATE as f64 / seconds)
}

fn sine(rate: i64, frames: usize) -> Vec<f64> {
    (0..frames).map(|i| 0.003 * (TAU * 440.0 * i as f64 / rate as f64).sin()).collect()
}

/// 256 mono voices at half volume, mixed to stereo at 48 kHz.
fn mixing(what: &str, rate: i64, aim: &str) {
    let samples = sine(rate, FRAMES * rate as usize / RATE as usize);
    let engine = c::rt_audio_init_offline(RATE, 2);
    // SAFETY: borrowed for the call.
    let source =
        unsafe { c::rt_audio_load_from_samples(engine, samples.as_ptr(), samples.len() as i64, rate, 1) };
    let single: Vec<f32> = samples.iter().map(|&sample| sample as f32).collect();
    let ours = || {
        for _ in 0..VOICES {
            c::rt_audio_playback_set_volume(c::rt_audio_play_sound(engine, source), 0.5);
        }
        let heard = c::rt_audio_render(engine, FRAMES as i64);
        // SAFETY: the archive's, freed once.
        unsafe { c::rt_f64_array_free(heard.data, heard.len) };
        c::rt_audio_free_ended(engine)
    };
    let (one, two) = (NonZero::<u16>::MIN, NonZero::new(2).expect("2 is not 0"));
    let in_rate = NonZero::new(rate as u32).expect("a rate is not 0");
    let out_rate = NonZero::new(RATE as u32).expect("a rate is not 0");
    let theirs = || {
        let (input, output) = mixer(two, out_rate);
        for _ in 0..VOICES {
            input.add(SamplesBuffer::new(one, in_rate, single.clone()).amplify(0.5));
        }
        output.take(2 * FRAMES).collect::<Vec<f32>>().len()
    };
    let result = compare(ours, theirs);
    c::rt_audio_shutdown(engine);
    let what = format!("mixing 256 mono voices of {what} to stereo, offline / rodio's mixer");
    let voices = |seconds| times_real_time(seconds, VOICES);
    row(&what, &voices(result.ours), &voices(result.theirs), result.ratio, aim);
}

/// The output of one of the C programs of bench/c, beside what pkg-config calls so.
fn c_program(name: &str, peers: &[&str], arguments: &[&Path]) -> Result<String> {
    let flags = stdout(Command::new("pkg-config").args(["--cflags", "--libs"]).args(peers))?;
    let folder = tempfile::tempdir()?;
    let built = build(&Options { release: true, ..Default::default() })?;
    let program = folder.path().join(name);
    let mut cc = Command::new("cc");
    cc.args(["-O2", "-I"]).arg(include_folder()).arg(root().join(format!("bench/c/{name}.c")));
    cc.arg("-o").arg(&program).arg(&built.archive).args(LINK_FLAGS).args(&built.system_libraries);
    run(cc.args(flags.split_whitespace()).arg("-lm"))?;
    stdout(Command::new(program).args(arguments))
}

fn sdl() -> Result<()> {
    let text = c_program("audio", &["SDL2_mixer", "sdl2"], &[])?;
    let turns: Vec<(f64, f64)> = text
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(ours, theirs)| Ok((ours.parse()?, theirs.parse()?)))
        .collect::<Result<_>>()?;
    let of = |pick: fn(&(f64, f64)) -> f64| median(&mut turns.iter().map(pick).collect::<Vec<_>>());
    let voices = |seconds: f64| format!("{:.0} voices in real time", VOICES as f64 / seconds);
    let what = "mixing 256 looped voices to stereo, from C / SDL2_mixer (in the output's own format)";
    row(what, &voices(of(|turn| turn.0)), &voices(of(|turn| turn.1)), of(|turn| turn.0 / turn.1), "");
    Ok(())
}

/// Names of the rows of bench/c/audio_peers.c, what they are, and their aims.
const PEERS: [(&str, &str, &str); 8] = [
    ("own", "100 voices of its own rate, 2 s", "at most 0.6"),
    ("own placed", "100 positioned voices, 2 s", "at most 1.2"),
    ("44.1 short", "100 voices of 44,100 Hz, brought over at load, 2 s", "at most 1.0"),
    ("44.1 looped", "100 looped voices of 44,100 Hz (theirs linear), 2 s", ""),
    ("44.1 long", "100 voices of 44,100 Hz and 12 s (theirs linear), 2 s", ""),
    ("MP3 music", "10 MP3 files of 44,100 Hz as music (theirs linear), 2 s", "at most 1.5"),
    ("WAV music", "10 WAV files of 44,100 Hz as music (theirs linear), 2 s", "at most 1.5"),
    ("MP3", "decoding 10 s of MP3", "at most 1.1"),
];

fn peers() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let [wav, mp3] = ["noise.wav", "noise.mp3"].map(|name| folder.path().join(name));
    noise(&wav)?;
    run(Command::new("lame").arg("--quiet").args([&wav, &mp3]))?;
    let text = c_program("audio_peers", &["openal", "sndfile"], &[&mp3, &wav])?;
    let mut turns: Vec<(&str, Vec<[f64; 2]>)> = vec![];
    for line in text.lines() {
        let mut fields = line.split(',');
        let (Some(name), Some(ours), Some(theirs)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let turn = [ours.parse()?, theirs.parse()?];
        match turns.iter_mut().find(|(known, _)| *known == name) {
            Some((_, times)) => times.push(turn),
            None => turns.push((name, vec![turn])),
        }
    }
    for (name, times) in turns {
        let of = |pick: fn(&[f64; 2]) -> f64| median(&mut times.iter().map(pick).collect::<Vec<_>>());
        let (case, peer) = name.split_once(" / ").context("a row's name")?;
        let (_, what, aim) = PEERS.iter().find(|peer| peer.0 == case).context("a row that is known")?;
        let ms = |seconds: f64| format!("{:.1} ms", seconds * 1e3);
        let aim = if peer == "miniaudio" { "" } else { aim };
        let what = format!("{what}, CPU time / {peer}");
        row(&what, &ms(of(|turn| turn[0])), &ms(of(|turn| turn[1])), of(|turn| turn[0] / turn[1]), aim);
    }
    Ok(())
}

/// Ten seconds of 16 bits at 44,100 Hz.
fn noise(wav: &Path) -> Result<()> {
    let sox = ["-D", "-n", "-r", "44100", "-c", "2", "-b", "16"];
    let tone = ["synth", "10", "pinknoise", "pinknoise", "vol", "0.5"];
    run(Command::new("sox").args(sox).arg(wav).args(tone))?;
    Ok(())
}

/// Half a minute of noise in every format.
fn decoding() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = |name: &str| folder.path().join(name);
    let wav = path("noise.wav");
    noise(&wav)?;
    run(Command::new("sox").arg(&wav).arg(path("noise.aiff")))?;
    run(Command::new("lame").arg("--quiet").arg(&wav).arg(path("noise.mp3")))?;
    run(Command::new("oggenc").arg("--quiet").arg(&wav).arg("-o").arg(path("noise.ogg")))?;
    run(Command::new("flac").args(["--silent", "-f"]).arg(&wav).arg("-o").arg(path("noise.flac")))?;
    let engine = c::rt_audio_init_offline(RATE, 2);
    for format in ["wav", "aiff", "mp3", "ogg", "flac"] {
        let data = fs::read(path(&format!("noise.{format}")))?;
        directly(&data)?;
        let result: Comparison = compare(
            || {
                // SAFETY: borrowed for the call.
                let source =
                    unsafe { c::rt_audio_load_from_memory(engine, data.as_ptr(), data.len() as i64) };
                assert!(c::rt_audio_source_free(source));
            },
            || directly(&data).map_or(0, |samples| samples.len()),
        );
        let speed = |seconds: f64| format!("{:.0} times real time", 10.0 / seconds);
        let what = format!("decoding {format} from memory / symphonia directly");
        row(&what, &speed(result.ours), &speed(result.theirs), result.ratio, "at most 1.05");
    }
    c::rt_audio_shutdown(engine);
    Ok(())
}

/// All samples, as its own documentation shows it.
fn directly(data: &[u8]) -> Result<Vec<f32>> {
    let stream = MediaSourceStream::new(Box::new(Cursor::new(data)), Default::default());
    let mut format = symphonia::default::get_probe().probe(
        &Hint::new(),
        stream,
        Default::default(),
        Default::default(),
    )?;
    let track = format.default_track(TrackType::Audio).context("a track")?;
    let (id, Some(CodecParameters::Audio(params))) = (track.id, &track.codec_params) else {
        anyhow::bail!("no audio")
    };
    let mut decoder = symphonia::default::get_codecs().make_audio_decoder(params, &Default::default())?;
    let (mut samples, mut block) = (Vec::<f32>::new(), Vec::<f32>::new());
    while let Some(packet) = format.next_packet()? {
        if packet.track_id == id {
            decoder.decode(&packet)?.copy_to_vec_interleaved(&mut block);
            samples.extend_from_slice(&block);
        }
    }
    Ok(samples)
}
