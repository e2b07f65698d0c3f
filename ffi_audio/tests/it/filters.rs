//! Filters, the compressor and the limiter against their closed forms, and the meters.

use crate::common::*;
use std::f64::consts::{FRAC_1_SQRT_2, TAU};

fn levels(engine: i64) -> Vec<f64> {
    taken(rt_audio_take_levels(engine))
}

/// A quotient of two polynomials in s at an imaginary s: its amplitude and its phase.
fn quotient(above: [f64; 3], below: [f64; 3], w: f64) -> (f64, f64) {
    let at = |[two, one, zero]: [f64; 3]| (zero - two * w * w, one * w);
    let ((a, b), (c, d)) = (at(above), at(below));
    (a.hypot(b) / c.hypot(d), b.atan2(a) - d.atan2(c))
}

/// The analogue filters that the cookbook begins with, brought to the digital frequency by the bilinear transform.
fn response(kind: i64, corner: f64, q: f64, gain_db: f64, frequency: f64, rate: f64) -> (f64, f64) {
    let half = |frequency: f64| (TAU * frequency / rate / 2.0).tan();
    let w = half(frequency) / half(corner);
    let a = 10_f64.powf(gain_db / 40.0);
    let root = a.sqrt() / q;
    let plain = [1.0, 1.0 / q, 1.0];
    let (above, below) = match kind {
        0 => ([0.0, 0.0, 1.0], plain),
        1 => ([1.0, 0.0, 0.0], plain),
        2 => ([0.0, 1.0 / q, 0.0], plain),
        3 => ([1.0, 0.0, 1.0], plain),
        4 => ([1.0, a / q, 1.0], [1.0, 1.0 / (a * q), 1.0]),
        5 => ([a, a * root, a * a], [a, root, 1.0]),
        6 => ([a * a, a * root, a], [1.0, root, a]),
        _ => ([1.0, -1.0 / q, 1.0], plain),
    };
    quotient(above, below, w)
}

#[test]
fn filters_have_the_response_of_their_formulas() {
    for kind in 0..8 {
        for (corner, q, gain) in [(1000.0, FRAC_1_SQRT_2, 6.0), (300.0, 3.0, -12.0), (8000.0, 0.5, 9.0)] {
            for frequency in [100.0, 290.0, 1000.0, 5000.0, 12_000.0] {
                let own = |set: &dyn Fn(i64, i64) -> bool| {
                    let rig = Rig::mono();
                    let source = rig.sine(frequency, 0.25);
                    let playback = rig.play(source);
                    assert!(set(rig.0, playback), "{}", last_error());
                    rig.render(12_000);
                    let (amplitude, phase, rest) = tone(&rig.render(24_000), frequency, RATE);
                    let start = TAU * frequency * 12_000.0 / RATE as f64;
                    assert!(rest < 2e-5, "{kind} at {frequency}: {rest}");
                    (amplitude, phase - start)
                };
                let (amplitude, phase) = response(kind, corner, q, gain, frequency, RATE as f64);
                for found in [
                    own(&|_, playback| rt_audio_playback_set_filter(playback, 3, kind, corner, q, gain)),
                    own(&|engine, _| rt_audio_set_filter(engine, 0, kind, corner, q, gain)),
                ] {
                    assert!(
                        (found.0 - 0.25 * amplitude).abs() < 2e-5,
                        "{kind} {corner} at {frequency}: {found:?}"
                    );
                    let off = (found.1 - phase).rem_euclid(TAU);
                    assert!(
                        off.min(TAU - off) < 1e-3 || amplitude < 1e-2,
                        "{kind} {corner} at {frequency}: {off}"
                    );
                }
            }
        }
    }
}

#[test]
fn filters_follow_each_other_and_go_again() {
    let rig = Rig::stereo();
    let playback = rig.play(rig.sine(1000.0, 0.25));
    let whole = response(0, 1000.0, 1.0, 0.0, 1000.0, 48e3).0 * response(4, 900.0, 2.0, 6.0, 1000.0, 48e3).0;
    assert!(rt_audio_playback_set_filter(playback, 0, 0, 1000.0, 1.0, 0.0));
    assert!(rt_audio_playback_set_filter(playback, 7, 4, 900.0, 2.0, 6.0));
    rig.render(6000);
    let (left, right) = rig.render_stereo(6000);
    assert_eq!(left, right);
    assert!((tone(&left, 1000.0, RATE).0 - 0.25 * whole).abs() < 1e-4);
    assert!(rt_audio_playback_clear_filter(playback, 0));
    let during = rig.render_stereo(6000).0;
    // No step beyond those of the tone itself.
    let only = response(4, 900.0, 2.0, 6.0, 1000.0, 48e3).0;
    let slope = 0.25 * whole.max(only) * TAU * 1000.0 / 48e3;
    assert!(steepest(&during) < 1.1 * slope, "{} and not {slope}", steepest(&during));
    assert!((tone(&rig.render_stereo(6000).0, 1000.0, RATE).0 - 0.25 * only).abs() < 1e-4);
    assert!(rt_audio_playback_clear_effects(playback));
    rig.render(GATE);
    assert!((tone(&rig.render_stereo(6000).0, 1000.0, RATE).0 - 0.25).abs() < 1e-6);
}

/// What rings on after the sound is heard, and then the playback has ended.
#[test]
fn a_filter_rings_out() {
    let rig = Rig::mono();
    let mut samples = vec![0.0; 100];
    samples[0] = 0.5;
    let playback = rig.play(rig.source(&samples, 1));
    assert!(rt_audio_playback_set_filter(playback, 0, 2, 500.0, 50.0, 0.0));
    let heard = rig.render(2000);
    assert!(peak(&heard[1000..]) > 1e-4, "{}", peak(&heard[1000..]));
    assert!(rt_audio_playback_is_playing(playback));
    rig.render(48_000);
    assert!(!rt_audio_playback_is_playing(playback));
}

#[test]
fn numbers_that_are_none_of_a_filter_are_refused() {
    let rig = Rig::mono();
    let playback = rig.play(rig.sine(100.0, 0.1));
    for (slot, kind, frequency, q, gain) in [
        (8, 0, 100.0, 1.0, 0.0),
        (-1, 0, 100.0, 1.0, 0.0),
        (0, 8, 100.0, 1.0, 0.0),
        (0, -1, 100.0, 1.0, 0.0),
        (0, 0, 0.5, 1.0, 0.0),
        (0, 0, 24_000.0, 1.0, 0.0),
        (0, 0, f64::NAN, 1.0, 0.0),
        (0, 0, 100.0, 0.0, 0.0),
        (0, 0, 100.0, 1.0, 61.0),
    ] {
        assert!(!rt_audio_playback_set_filter(playback, slot, kind, frequency, q, gain));
        assert!(!rt_audio_set_filter(rig.0, slot, kind, frequency, q, gain));
    }
    assert!(!rt_audio_playback_clear_filter(playback, 8) && !rt_audio_clear_filter(rig.0, i64::MIN));
}

/// Of a steady level L dB above the threshold, L / ratio is left of what is above it.
#[test]
fn a_compressor_has_its_static_curve_and_its_times() {
    for (threshold, ratio, level, makeup) in
        [(-20.0, 4.0, 0.5, 0.0), (-6.0, 2.0, 1.0, 3.0), (-40.0, 1000.0, 0.1, 0.0)]
    {
        let rig = Rig::stereo();
        let source = rig.source(&vec![level; 60_000], 1);
        assert!(rt_audio_set_compressor(rig.0, threshold, ratio, 0.0, 50.0, makeup), "{}", last_error());
        rig.play(source);
        rig.render(2000);
        let above = 20.0 * level.log10() - threshold;
        let wanted = 10_f64.powf((threshold + above / ratio + makeup) / 20.0);
        let found = rig.render(1000);
        assert!(found.iter().all(|sample| (sample - wanted).abs() < 1e-4), "{} and not {wanted}", found[0]);
        let reduction = rt_audio_get_compression(rig.0) * level * 10_f64.powf(makeup / 20.0);
        assert!((reduction - wanted).abs() < 1e-4);
    }
    // What is left to go falls to 1/e in the time that was said.
    let rig = Rig::mono();
    assert!(rt_audio_set_compressor(rig.0, -20.0, 1000.0, 10.0, 100.0, 0.0));
    rig.play(rig.source(&vec![1.0; 4800], 1));
    let found = rig.render(4800);
    let least = 10_f64.powf(-20.0 * (1.0 - 1.0 / 1000.0) / 20.0);
    for ms in [5, 10, 20] {
        let wanted = least + (1.0 - least) * (-f64::from(ms) / 10.0).exp();
        assert!(
            (found[48 * ms as usize - 1] - wanted).abs() < 1e-3,
            "{ms} ms: {}",
            found[48 * ms as usize - 1]
        );
    }
}

#[test]
fn a_limiter_lets_nothing_beyond_its_ceiling() {
    let rig = Rig::stereo();
    let ceiling = 10_f64.powf(-3.0 / 20.0);
    assert!(rt_audio_set_limiter(rig.0, -3.0, 50.0));
    for frequency in [60.0, 441.0, 3000.0] {
        rig.play(rig.sine(frequency, 0.9));
    }
    let found = rig.render(48_000);
    assert!(peak(&found) <= ceiling + 1e-6 && peak(&found) > ceiling - 1e-3, "{}", peak(&found));
    assert!(rt_audio_get_compression(rig.0) < 1.0);
    assert!(rt_audio_clear_compressor(rig.0));
    rig.render(24_000);
    assert!((rt_audio_get_compression(rig.0) - 1.0).abs() < 1e-3);
    assert!(peak(&rig.render(48_000)) > 1.5);
    for (ceiling, release) in [(1.0, 50.0), (-61.0, 50.0), (f64::NAN, 50.0), (-3.0, 0.0)] {
        assert!(!rt_audio_set_limiter(rig.0, ceiling, release));
    }
    assert!(!rt_audio_set_compressor(rig.0, -10.0, 0.5, 1.0, 1.0, 0.0));
}

#[test]
fn the_meters_show_peaks_and_root_mean_squares_since_they_were_read() {
    let rig = Rig::stereo();
    assert_eq!(levels(rig.0), [0.0; 4]);
    let both: Vec<f64> =
        sine(1000.0, 0.5, RATE, 48_000).iter().flat_map(|&sample| [sample, sample / 2.0]).collect();
    rig.play(rig.source(&both, 2));
    rig.render(4800);
    for (found, wanted) in levels(rig.0).iter().zip([0.5, 0.25, 0.5 * FRAC_1_SQRT_2, 0.25 * FRAC_1_SQRT_2]) {
        assert!((found - wanted).abs() < 1e-6, "{found} and not {wanted}");
    }
    assert_eq!(levels(rig.0), [0.0; 4]);
    assert!(rt_audio_pause_all(rig.0));
    rig.render(4800);
    levels(rig.0);
    rig.render(4800);
    assert_eq!(levels(rig.0), [0.0; 4]);
}
