//! The real ALSA path, with devices that `ALSA_CONFIG_PATH` defines: what was played is what a file holds, at
//! the pace of the clock; a device that goes and comes; nothing printed, nothing left behind.
//!
//! ALSA reads its configuration once in a process's life, so each case runs in a process of its own: this very
//! program, started again with the case's name.
#![allow(missing_docs, unsafe_code)]

#[cfg(target_os = "linux")]
#[path = "it/common.rs"]
mod common;

#[cfg(target_os = "linux")]
fn main() {
    linux::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
mod linux {
    use super::common::*;
    use ffi_core::events::{EventKind, Queue};
    use rigs::held;
    use std::{
        alloc::{GlobalAlloc, Layout, System},
        cell::Cell,
        fs,
        path::{Path, PathBuf},
        process::{Command, Output},
        sync::atomic::{AtomicI32, AtomicUsize, Ordering},
        time::{Duration, Instant},
    };

    /// Counts what one thread gets and frees.
    struct Counting;

    /// That thread; 0 for none.
    static COUNTED: AtomicI32 = AtomicI32::new(0);
    static COUNT: AtomicUsize = AtomicUsize::new(0);

    thread_local! {
        static THREAD: Cell<i32> = const { Cell::new(0) };
    }

    fn count() {
        let counted = COUNTED.load(Ordering::Relaxed);
        if counted != 0 {
            let thread = THREAD.get();
            let thread = if thread == 0 { rustix::thread::gettid().as_raw_nonzero().get() } else { thread };
            THREAD.set(thread);
            if thread == counted {
                COUNT.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    // SAFETY: all is the system's.
    unsafe impl GlobalAlloc for Counting {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            count();
            // SAFETY: as the caller says.
            unsafe { System.alloc(layout) }
        }
        unsafe fn dealloc(&self, data: *mut u8, layout: Layout) {
            count();
            // SAFETY: as the caller says.
            unsafe { System.dealloc(data, layout) }
        }
        unsafe fn realloc(&self, data: *mut u8, layout: Layout, size: usize) -> *mut u8 {
            count();
            // SAFETY: as the caller says.
            unsafe { System.realloc(data, layout, size) }
        }
    }

    #[global_allocator]
    static ALLOCATOR: Counting = Counting;

    const CASE: &str = "AUDIO_DEVICE_CASE";

    /// A case: its name, its ALSA configuration, and what runs in the process that has it.
    type Case = (&'static str, &'static str, fn(&Path));

    const PIPE: &str = r#"pcm.!default { type plug slave { pcm { type file slave.pcm { type null }
        file "|exec python3 PACE played.raw 48000 8" format "raw" } format FLOAT_LE rate 48000 channels 2 } }"#;
    const FILE: &str = r#"pcm.!default { type plug slave { pcm { type file slave.pcm { type null }
        file "played.raw" format "raw" } format FLOAT_LE rate 48000 channels 2 } }"#;
    const NULL: &str = "pcm.!default { type null }";
    const BROKEN: &str = "pcm.!default { type hw card 7 }";

    /// Two that a person may choose, beside the default.
    const TWO: &str = r#"pcm.!default { type null }
        pcm.headphones { type null hint { show on description "Headphones" } }
        pcm.speakers { type plug slave { pcm { type file slave.pcm { type null }
        file "played.raw" format "raw" } format FLOAT_LE rate 44100 channels 1 }
        hint { show on description "Speakers" } }"#;

    /// A microphone that hears what a file holds, and after it nothing.
    const MICROPHONE: &str = r#"pcm.!default { type asym playback.pcm { type null } capture.pcm "voice" }
        pcm.voice { type file slave.pcm { type null } file "/dev/null" infile "heard.raw" format "raw"
        hint { show on description "Voice" } }"#;

    const CASES: [Case; 12] = [
        ("what_was_played_is_what_the_file_holds", FILE, what_was_played),
        ("an_output_is_chosen_by_its_id", TWO, chosen),
        ("what_a_microphone_hears_is_read", MICROPHONE, microphone),
        ("no_microphone_is_a_reason", BROKEN, no_microphone),
        ("the_pace_is_real_time", PIPE, pace),
        ("a_device_that_fails_is_opened_anew_at_once", PIPE, failed),
        ("a_lost_device_is_told_once_and_comes_back", PIPE, lost),
        ("no_device_is_a_reason_and_no_noise", BROKEN, no_device),
        ("an_engine_is_silent_until_there_is_a_device", BROKEN, silent),
        ("nothing_is_left_after_ten_engines", NULL, ten_times),
        ("music_plays_on_a_device", PIPE, music),
        ("the_mixing_thread_gets_and_frees_no_memory", PIPE, no_memory),
    ];

    pub fn main() {
        if let Ok(name) = std::env::var(CASE) {
            let case = CASES.iter().find(|case| case.0 == name).expect("a case of that name");
            return (case.2)(&std::env::current_dir().unwrap());
        }
        for (name, configuration, _) in CASES {
            let output = child(name, configuration);
            let printed = String::from_utf8_lossy(&output.stdout);
            let noise = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{name}: {}\n{printed}\n{noise}", output.status);
            assert!(noise.is_empty(), "{name} lets through:\n{noise}");
            print!("device::{name} ... ok\n{printed}");
        }
    }

    fn child(name: &str, configuration: &str) -> Output {
        let folder = tempfile::tempdir().unwrap();
        let pace = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rig/pace.py");
        let configuration = configuration.replace("PACE", pace.to_str().unwrap());
        fs::write(folder.path().join("alsa.conf"), configuration).unwrap();
        Command::new(std::env::current_exe().unwrap())
            .current_dir(folder.path())
            .env(CASE, name)
            .env("ALSA_CONFIG_PATH", folder.path().join("alsa.conf"))
            .output()
            .unwrap()
    }

    fn engine() -> i64 {
        let engine = rt_audio_init();
        assert!(engine > 0, "{}", last_error());
        engine
    }

    /// The left and the right channel of what was played so far, from the first sound on.
    fn played(folder: &Path) -> (Vec<f64>, Vec<f64>) {
        let bytes = fs::read(folder.join("played.raw")).unwrap();
        let sample = |four: &[u8]| f64::from(f32::from_le_bytes(four.try_into().unwrap()));
        let samples: Vec<f64> = bytes.chunks_exact(4).map(sample).collect();
        let first = samples.iter().position(|&sample| sample != 0.0).map_or(samples.len(), |i| i & !1);
        split(&samples[first..samples.len() & !1])
    }

    #[track_caller]
    fn wait(what: &str, mut done: impl FnMut() -> bool) {
        let start = Instant::now();
        while !done() {
            assert!(start.elapsed() < Duration::from_secs(20), "{what} never comes");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// At the rate and with the channels that the device turned out to have.
    fn ramp(engine: i64, seconds: f64) -> (i64, Vec<f64>) {
        let rate = rt_audio_get_sample_rate(engine);
        let frames = (rate as f64 * seconds) as usize;
        let samples: Vec<f64> = (0..frames).map(|i| (i % 1000 + 1) as f64 / 2000.0).collect();
        (load_samples(engine, &samples, rate, 1), samples)
    }

    fn what_was_played(folder: &Path) {
        let engine = engine();
        assert!(rt_audio_is_device_playing(engine));
        assert_eq!((rt_audio_get_sample_rate(engine), rt_audio_get_channels(engine)), (48_000, 2));
        let (source, samples) = ramp(engine, 1.0);
        let playback = rt_audio_play_sound(engine, source);
        wait("the end", || !rt_audio_playback_is_playing(playback));
        assert!(render(engine, 10).is_empty());
        assert!(last_error().contains("only an offline engine"), "{}", last_error());
        assert!(rt_audio_shutdown(engine));
        let (left, right) = played(folder);
        assert_samples(&left[..samples.len()], &samples, 1e-7);
        assert_samples(&right[..samples.len()], &samples, 1e-7);
    }

    fn chosen(folder: &Path) {
        let outputs = texts(rt_audio_get_outputs());
        let wanted = [
            ("default", "Default Audio Device", true),
            ("headphones", "Headphones", false),
            ("speakers", "Speakers", false),
        ];
        for (id, name, is_default) in wanted {
            let listed = format!(r#"{{"id":"{id}","name":"{name}","is_default":{is_default}}}"#);
            assert_eq!(outputs.iter().filter(|output| **output == listed).count(), 1, "{outputs:?}");
        }
        let options = r#"{"device": "speakers", "sample_rate": 44100, "channels": 1, "buffer_ms": 10}"#;
        let engine = init_with_options(options);
        assert!(engine > 0, "{}", last_error());
        assert_eq!((rt_audio_get_sample_rate(engine), rt_audio_get_channels(engine)), (44_100, 1));
        let (source, samples) = ramp(engine, 0.5);
        let playback = rt_audio_play_sound(engine, source);
        wait("the end", || !rt_audio_playback_is_playing(playback));
        assert!(rt_audio_shutdown(engine));
        let bytes = fs::read(folder.join("played.raw")).unwrap();
        let played: Vec<f64> = bytes
            .chunks_exact(4)
            .map(|four| f64::from(f32::from_le_bytes(four.try_into().unwrap())))
            .collect();
        let first = played.iter().position(|&sample| sample != 0.0).unwrap();
        assert_samples(&played[first..first + samples.len()], &samples, 1e-7);
        assert_eq!(init_with_options(r#"{"device": "speaker"}"#), 0);
        assert!(last_error().contains("there is none with the id \"speaker\" now"), "{}", last_error());
    }

    fn capture(options: &str) -> i64 {
        let options = std::ffi::CString::new(options).unwrap();
        // SAFETY: borrowed for the call.
        unsafe { rt_audio_capture_start(options.as_ptr()) }
    }

    fn microphone(folder: &Path) {
        let inputs = texts(rt_audio_get_inputs());
        let listed = r#"{"id":"voice","name":"Voice","is_default":false}"#;
        assert!(inputs.iter().any(|input| input == listed), "{inputs:?}");
        let frames = 64_000_i64;
        let heard: Vec<i16> = (0..frames).map(|i| (i * 7919 % 60_001 - 30_000) as i16).collect();
        // Floats are what is asked of a device that has everything.
        let float = |&sample: &i16| (f32::from(sample) / 32_768.0).to_le_bytes();
        let bytes: Vec<u8> = heard.iter().flat_map(float).collect();
        fs::write(folder.join("heard.raw"), bytes).unwrap();
        let options = r#"{"device": "voice", "sample_rate": 16000, "channels": 1, "keep_ms": 8000}"#;
        let capture = capture(options);
        assert!(capture > 0, "{}", last_error());
        let format = (rt_audio_capture_get_sample_rate(capture), rt_audio_capture_get_channels(capture));
        assert_eq!(format, (16_000, 1));
        assert!(rt_audio_capture_wait(capture, 16_000, 20_000), "{}", last_error());
        assert!(rt_audio_capture_get_available(capture) >= 16_000);
        let floats = taken(rt_audio_capture_read(capture, 16_000));
        let expected: Vec<f64> = heard.iter().map(|&sample| f64::from(sample) / 32_768.0).collect();
        assert_samples(&floats, &expected[..16_000], 1e-7);
        let started = Instant::now();
        assert!(!rt_audio_capture_wait(capture, 128_001, 0));
        assert!(last_error().contains("`frames` is 128001"), "{}", last_error());
        let rest = rt_audio_capture_read_int16(capture, 8000);
        // SAFETY: an array of the archive, not yet freed.
        let next = unsafe { std::slice::from_raw_parts(rest.data, rest.len as usize) }.to_vec();
        // SAFETY: freed once.
        unsafe { rt_bytes_free(rest.data, rest.len) };
        let wanted: Vec<u8> =
            heard[16_000..16_000 + next.len() / 2].iter().flat_map(|x| x.to_le_bytes()).collect();
        assert!(!next.is_empty() && next == wanted, "{} bytes after {:?}", next.len(), started.elapsed());
        // Nobody reads: what is kept is full at last, and the rest counts as lost.
        wait("a loss", || rt_audio_capture_get_lost(capture) > 0);
        assert!(rt_audio_capture_stop(capture));
        assert!(!rt_audio_capture_stop(capture));
        // A capture that is freed while somebody waits lets him go.
        let capture = self::capture(r#"{"device": "voice", "keep_ms": 600000}"#);
        let waits = std::thread::spawn(move || rt_audio_capture_wait(capture, 1, -1));
        assert!(waits.join().unwrap());
        assert!(rt_audio_capture_stop(capture));
    }

    fn no_microphone(_folder: &Path) {
        assert_eq!(capture(""), 0);
        assert!(last_error().starts_with("no audio input could be opened: "), "{}", last_error());
        assert_eq!(capture(r#"{"device": "nobody"}"#), 0);
        assert!(last_error().contains("there is none with the id \"nobody\" now"), "{}", last_error());
        assert_eq!(capture(r#"{"keep_ms": 1}"#), 0);
        assert!(last_error().contains("`keep_ms` is 1"), "{}", last_error());
    }

    fn pace(folder: &Path) {
        let engine = engine();
        // What the pipe and the buffers hold is taken at once; then the clock rules.
        let (source, samples) = ramp(engine, 3.0);
        let playback = rt_audio_play_sound(engine, source);
        wait("the first half second", || rt_audio_playback_get_time(playback) > 0.5);
        let (from, start) = (rt_audio_playback_get_time(playback), Instant::now());
        // By a clock and not by the callbacks, of which there are some 100: nearly each look finds another time.
        let (mut looks, mut times) = (vec![], vec![from]);
        wait("two seconds", || {
            rt_audio_playback_get_time(playback) - from >= 2.0 || {
                looks.push(start.elapsed().as_secs_f64());
                times.push(rt_audio_playback_get_time(playback));
                false
            }
        });
        let changes = times.windows(2).filter(|pair| pair[1] > pair[0]).count();
        assert!(
            times.is_sorted() && changes > looks.len() * 3 / 4,
            "{changes} changes in {} looks",
            looks.len()
        );
        let offs = looks.iter().zip(&times[1..]).map(|(look, time)| time - from - look);
        let (least, most) =
            offs.fold((f64::MAX, f64::MIN), |(least, most), off| (off.min(least), off.max(most)));
        println!("    off by {:.2} ms at most", (most - least) * 1e3);
        let (heard, took) = (rt_audio_playback_get_time(playback) - from, start.elapsed().as_secs_f64());
        println!("    {heard:.3} s of sound in {took:.3} s");
        assert!((heard / took - 1.0).abs() < 0.02, "{heard} s of sound took {took} s");
        wait("the end", || !rt_audio_playback_is_playing(playback));
        rt_audio_shutdown(engine);
        wait("all in the file", || played(folder).0.len() >= samples.len());
        assert_samples(&played(folder).0[..samples.len()], &samples, 1e-7);
    }

    /// By a signal that nobody can block: it was started on a thread where the others are.
    fn end_the_reader(folder: &Path) {
        let file = folder.join("played.raw.pid");
        let pid = fs::read_to_string(&file).unwrap();
        fs::remove_file(file).unwrap();
        assert!(Command::new("kill").args(["-KILL", pid.trim()]).status().unwrap().success());
    }

    fn failed(folder: &Path) {
        let engine = engine();
        let (source, _) = ramp(engine, 1.0);
        let looped = rt_audio_play_sound_looped(engine, source);
        wait("sound", || rt_audio_playback_get_time(looped) > 0.1);
        assert_eq!(rt_audio_get_device_error_count(engine), 0);
        end_the_reader(folder);
        wait("the failure", || rt_audio_get_device_error_count(engine) > 0);
        wait("another reader", || folder.join("played.raw.pid").exists());
        wait("sound in it", || {
            fs::metadata(folder.join("played.raw")).is_ok_and(|file| file.len() > 100_000)
        });
        assert!(rt_audio_is_device_playing(engine));
        assert_eq!(device_error(engine), "");
        assert!(rt_audio_shutdown(engine));
    }

    /// From now on whoever opens the device finds nobody who takes what it plays.
    fn lose(folder: &Path) {
        let file = folder.join("played.raw");
        fs::remove_file(&file).unwrap();
        fs::create_dir(&file).unwrap();
        end_the_reader(folder);
    }

    fn lost(folder: &Path) {
        let engine = engine();
        let (source, _) = ramp(engine, 1.0);
        let looped = rt_audio_play_sound_looped(engine, source);
        let short = rt_audio_play_sound(engine, source);
        wait("sound", || rt_audio_playback_get_time(looped) > 0.1);
        assert_eq!(device_error(engine), "");
        lose(folder);
        wait("the loss", || !rt_audio_is_device_playing(engine));
        let reason = device_error(engine);
        assert!(!reason.is_empty());
        println!("    lost: {reason}");
        assert_eq!(device_error(engine), "", "told once");
        // It goes on: sounds end, and calls work.
        wait("the end of a sound", || !rt_audio_playback_is_playing(short));
        assert!(rt_audio_playback_set_volume(looped, 0.5));
        let played = folder.join("played.raw");
        fs::remove_dir(&played).unwrap();
        wait("another device", || {
            rt_audio_is_device_playing(engine) && folder.join("played.raw.pid").exists()
        });
        wait("sound on it", || fs::metadata(&played).is_ok_and(|file| file.len() > 100_000));
        device_error(engine);
        // Shut down while there is none: nothing waits for it.
        lose(folder);
        wait("the second loss", || !rt_audio_is_device_playing(engine));
        assert!(rt_audio_shutdown(engine));
    }

    fn no_device(_: &Path) {
        for _ in 0..3 {
            assert_eq!(rt_audio_init(), 0);
            let error = last_error();
            assert!(error.starts_with("no audio output could be opened: "), "{error}");
            println!("    {error}");
        }
    }

    fn silent(folder: &Path) {
        assert_eq!(rt_audio_init(), 0);
        let engine = rt_audio_init_or_silent();
        assert!(engine > 0, "{}", last_error());
        assert!(!rt_audio_is_device_playing(engine));
        assert_eq!((rt_audio_get_sample_rate(engine), rt_audio_get_channels(engine)), (48_000, 2));
        assert!(!device_error(engine).is_empty() && device_error(engine).is_empty());
        let (source, _) = ramp(engine, 0.2);
        let started = Instant::now();
        let playback = rt_audio_play_sound(engine, source);
        wait("the end of what nobody hears", || !rt_audio_playback_is_playing(playback));
        assert!(started.elapsed() >= Duration::from_millis(150), "{:?}", started.elapsed());

        // ALSA looks whether its configuration has changed.
        fs::write(folder.join("alsa.conf"), FILE).unwrap();
        wait("a device", || rt_audio_is_device_playing(engine));
        rt_audio_play_sound(engine, source);
        let played = folder.join("played.raw");
        wait("sound", || fs::read(&played).is_ok_and(|bytes| bytes.iter().any(|&byte| byte != 0)));
        assert!(rt_audio_shutdown(engine));
    }

    fn ten_times(_: &Path) {
        let music = PathBuf::from("music.wav");
        let sox =
            ["-D", "-n", "-r", "48000", "-c", "2", "-b", "16", "music.wav", "synth", "1", "sine", "441"];
        assert!(Command::new("sox").args(sox).status().unwrap().success());
        let round = || {
            let engine = engine();
            let (source, _) = ramp(engine, 0.1);
            (0..8).for_each(|_| assert!(rt_audio_play_sound(engine, source) > 0));
            let mixer = rt_audio_mixer_create(engine);
            assert!(rt_audio_mixer_add_source(mixer, source) && rt_audio_mixer_play(mixer) > 0);
            let music = play_music(engine, music.to_str().unwrap(), true);
            wait("sound", || rt_audio_playback_get_time(music) > 0.05);
            assert!(rt_audio_shutdown(engine));
        };
        round();
        let before = (held::at_rest(), ffi_core::handle::live());
        (0..10).for_each(|_| round());
        let after = (held::at_rest(), ffi_core::handle::live());
        assert_eq!(after, before, "threads, descriptors, handles");
    }

    fn music(folder: &Path) {
        let sox =
            ["-D", "-n", "-r", "48000", "-c", "2", "-b", "16", "music.wav", "synth", "1.3", "sine", "441"];
        assert!(Command::new("sox").args(sox).args(["vol", "0.5"]).status().unwrap().success());
        let engine = engine();
        let music = play_music(engine, "music.wav", true);
        wait("two passes", || {
            fs::metadata(folder.join("played.raw")).is_ok_and(|file| file.len() > 1_300_000)
        });
        assert!(rt_audio_stop_music(music));
        rt_audio_shutdown(engine);
        // No gap, no late block, no seam but the file's own.
        let (left, _) = played(folder);
        let pass = (1.3 * 48_000.0) as usize;
        // The first sample of a sine is 0 and was left out.
        for (i, sample) in left[..2 * pass].iter().enumerate() {
            let frame = (i + 1) % pass;
            let expected = 0.5 * (std::f64::consts::TAU * 441.0 * frame as f64 / 48_000.0).sin();
            assert!((sample - expected).abs() < 1e-4, "frame {i} is {sample} and not {expected}");
        }
    }

    /// The number of the thread that the device's library mixes on.
    fn mixing_thread() -> i32 {
        let of = |entry: fs::DirEntry| {
            let name = fs::read_to_string(entry.path().join("comm")).ok()?;
            name.starts_with("cpal").then(|| entry.file_name().to_str().unwrap().parse().unwrap())
        };
        fs::read_dir("/proc/self/task")
            .unwrap()
            .find_map(|entry| of(entry.unwrap()))
            .expect("a thread of cpal")
    }

    fn no_memory(_: &Path) {
        let sox =
            ["-D", "-n", "-r", "44100", "-c", "2", "-b", "16", "music.wav", "synth", "30", "sine", "441"];
        assert!(Command::new("sox").args(sox).status().unwrap().success());
        let engine = engine();
        let (long, samples) = ramp(engine, 20.0);
        let other_rate = load_samples(engine, &samples[..400_000], 44_100, 2);
        let short = load_samples(engine, &samples[..1000], 48_000, 1);
        let looped = rt_audio_play_sound_looped(engine, long);
        let listening = Queue::subscribe([EventKind::AudioEnded], 1000);
        // Time for the mix to meet every change: some blocks, and the device's buffer on top.
        let meet = || {
            let from = rt_audio_playback_get_time(looped);
            wait("the mix", || {
                let time = rt_audio_playback_get_time(looped);
                time - from > 0.1 || time < from
            });
        };
        meet();
        COUNTED.store(mixing_thread(), Ordering::Relaxed);
        let check = |what: &str| {
            meet();
            assert_eq!(COUNT.swap(0, Ordering::Relaxed), 0, "{what}");
        };
        check("a sound that goes on");
        let converted = rt_audio_play_sound(engine, other_rate);
        check("a sound of another rate");
        for speed in [10.0, 0.1, 1.0] {
            assert!(
                rt_audio_playback_set_speed(converted, speed) && rt_audio_playback_set_speed(looped, speed)
            );
            check("another speed");
        }
        for ms in [10_000, 10_000, 20] {
            assert!(rt_audio_playback_set_delay(looped, ms, 0.5));
            check("an echo");
        }
        assert!(rt_audio_playback_set_reverb(looped, 0.5, 0.5));
        check("a room");
        assert!(rt_audio_playback_set_reverb(looped, 0.7, 0.5));
        check("another room");
        assert!(rt_audio_playback_clear_effects(looped));
        check("no effects");
        assert!(rt_audio_source_free(other_rate) && rt_audio_playback_stop(converted));
        check("the last user of a source");
        let music = play_music(engine, "music.wav", true);
        check("music");
        for seconds in [20.0, 1.0, 50.0] {
            assert!(rt_audio_playback_seek(music, seconds) && rt_audio_playback_seek(looped, 1.0));
            check("a jump");
        }
        assert!(rt_audio_playback_set_speed(music, 3.0));
        check("fast music");
        assert!(rt_audio_stop_music(music));
        check("no music");
        let many: Vec<i64> = (0..300).map(|_| rt_audio_play_sound(engine, short)).collect();
        check("many sounds that end");
        wait("all their ends", || !many.iter().any(|&playback| rt_audio_playback_is_playing(playback)));
        let told = || std::iter::from_fn(|| listening.next(Some(Instant::now()))).count();
        let mut all = 0;
        let start = Instant::now();
        while all < 300 && start.elapsed() < Duration::from_secs(20) {
            all += told();
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(all, 300, "each end is told once");
        let mixer = rt_audio_mixer_create(engine);
        (0..4).for_each(|_| assert!(rt_audio_mixer_add_source(mixer, short)));
        assert!(rt_audio_mixer_play(mixer) > 0);
        check("a mixer");
        assert!(rt_audio_pause_all(engine) && rt_audio_playback_stop(looped));
        std::thread::sleep(Duration::from_millis(200));
        assert_eq!(COUNT.swap(0, Ordering::Relaxed), 0, "a stop in a pause");
        COUNTED.store(0, Ordering::Relaxed);
        rt_audio_shutdown(engine);
    }
}
