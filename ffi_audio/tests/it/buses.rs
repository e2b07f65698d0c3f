//! Buses: what goes into them, in whichever order, and how it comes out.

use crate::common::*;

fn constant(rig: &Rig, level: f64) -> i64 {
    rig.source(&vec![level; 480_000], 1)
}

/// A playback that goes into a bus from its first sample on.
fn play_in(rig: &Rig, bus: i64, level: f64) -> i64 {
    let playback = play(rig.0, constant(rig, level), &format!("{{\"bus\": {bus}}}"));
    assert!(playback > 0, "{}", last_error());
    playback
}

#[track_caller]
fn assert_level(rig: &Rig, level: f64) {
    assert_samples(&rig.render(100), &[level; 100], 1e-6);
}

#[test]
fn volumes_multiply_along_the_way() {
    let rig = Rig::mono();
    let outer = rt_audio_bus_create(rig.0);
    let inner = rt_audio_bus_create_inside(outer);
    assert!(outer > 0 && inner > 0, "{}", last_error());
    assert!(rt_audio_bus_set_volume(outer, 0.5) && rt_audio_bus_set_volume(inner, 0.25));
    assert_eq!(rt_audio_bus_get_volume(inner), 0.25);
    play_in(&rig, inner, 0.8);
    play_in(&rig, outer, 0.4);
    rig.play(constant(&rig, 0.1));
    // From the first sample on.
    assert_level(&rig, 0.8 * 0.25 * 0.5 + 0.4 * 0.5 + 0.1);
    assert!(rt_audio_bus_set_volume(outer, 1.0));
    // In a straight line within 10 ms.
    let heard = rig.render(480);
    let line: Vec<f64> = (0..480).map(|i| 0.1 + 0.6 * (0.5 + 0.5 * i as f64 / 480.0)).collect();
    assert_samples(&heard, &line, 1e-6);
    assert_level(&rig, 0.7);
    // Freed, they are as they were.
    assert!(rt_audio_bus_free(outer) && rt_audio_bus_free(inner));
    assert!(!rt_audio_bus_set_volume(outer, 0.0));
    assert_level(&rig, 0.7);
}

#[test]
fn a_pause_keeps_the_place_of_all_that_is_in_it() {
    let rig = Rig::mono();
    let outer = rt_audio_bus_create(rig.0);
    let inner = rt_audio_bus_create_inside(outer);
    let ramp: Vec<f64> = (0..48_000).map(|i| f64::from(i) / 48_000.0).collect();
    let source = rig.source(&ramp, 1);
    let playback = play(rig.0, source, &format!("{{\"bus\": {inner}}}"));
    assert_samples(&rig.render(1000), &ramp[..1000], 1e-6);
    assert!(rt_audio_bus_pause(outer));
    assert!(rt_audio_bus_is_paused(inner) && rt_audio_playback_is_paused(playback));
    let closing = rig.render(1000);
    let expected: Vec<f64> = (0..1000)
        .map(|i| if i < GATE { ramp[1000 + i] * (1.0 - i as f64 / GATE as f64) } else { 0.0 })
        .collect();
    assert_samples(&closing, &expected, 1e-6);
    assert_eq!(rt_audio_playback_get_time(playback), (1000 + GATE) as f64 / 48_000.0);
    // What was paused in a pause is silent at once when that ends.
    assert!(rt_audio_bus_pause(inner));
    rig.render(100);
    assert!(rt_audio_bus_resume(outer));
    assert_samples(&rig.render(1000), &[0.0; 1000], 0.0);
    assert!(rt_audio_bus_resume(inner));
    assert!(!rt_audio_bus_is_paused(inner) && rt_audio_playback_is_playing(playback));
    let opening = rig.render(1000);
    let from = 1000 + GATE;
    let expected: Vec<f64> = (0..1000).map(|i| ramp[from + i] * (i as f64 / GATE as f64).min(1.0)).collect();
    assert_samples(&opening, &expected, 1e-6);
}

#[test]
fn a_playback_moves_without_a_click() {
    let rig = Rig::mono();
    let (quiet, loud) = (rt_audio_bus_create(rig.0), rt_audio_bus_create(rig.0));
    assert!(rt_audio_bus_set_volume(quiet, 0.25) && rt_audio_bus_set_volume(loud, 2.0));
    let playback = play_in(&rig, quiet, 0.4);
    assert_level(&rig, 0.1);
    assert!(rt_audio_playback_set_bus(playback, loud));
    let heard = rig.render(512);
    let line: Vec<f64> = (0..512).map(|i| 0.1 + 0.7 * (i as f64 / GATE as f64).min(1.0)).collect();
    assert_samples(&heard, &line, 1e-6);
    assert!(rt_audio_playback_clear_bus(playback));
    assert!(steepest(&rig.render(512)) < 0.002);
    assert_level(&rig, 0.4);
    // Into one that is paused: it falls silent and waits there.
    assert!(rt_audio_bus_pause(quiet) && rt_audio_playback_set_bus(playback, quiet));
    let heard = rig.render(512);
    assert!(steepest(&heard) < 0.002, "{heard:?}");
    let time = rt_audio_playback_get_time(playback);
    assert_level(&rig, 0.0);
    assert_eq!(rt_audio_playback_get_time(playback), time);
    assert!(rt_audio_playback_clear_bus(playback));
    assert!(steepest(&rig.render(512)) < 0.002);
    assert_level(&rig, 0.4);
}

#[test]
fn effects_and_meters_are_the_buss_own() {
    let rig = Rig::mono();
    let bus = rt_audio_bus_create(rig.0);
    assert!(rt_audio_bus_set_filter(bus, 0, 5, 100.0, 0.7, -6.0), "{}", last_error());
    play_in(&rig, bus, 0.5);
    rig.play(constant(&rig, 0.1));
    rig.render(48_000);
    let shelf = 10_f64.powf(-6.0 / 20.0);
    assert_samples(&rig.render(100), &[0.5 * shelf + 0.1; 100], 1e-4);
    taken(rt_audio_bus_take_levels(bus));
    rig.render(4800);
    let levels = taken(rt_audio_bus_take_levels(bus));
    assert_samples(&levels, &[0.5 * shelf; 2], 1e-4);
    assert!(rt_audio_bus_clear_filter(bus, 0));
    assert!(rt_audio_bus_set_limiter(bus, -20.0, 10.0));
    rig.render(4800);
    assert_level(&rig, 0.2);
    assert!((rt_audio_bus_get_compression(bus) - 0.2).abs() < 1e-4);
    assert!(rt_audio_bus_clear_compressor(bus));
    rig.render(48_000);
    assert_samples(&rig.render(100), &[0.6; 100], 1e-4);
    // out(t) = in(t) + decay · out(t − delay).
    assert!(rt_audio_bus_set_delay(bus, 10, 0.5));
    rig.render(480 + GATE);
    assert_samples(&rig.render(100), &[0.5 * 1.5 + 0.1; 100], 1e-4);
    assert!(rt_audio_bus_clear_effects(bus));
    rig.render(4800);
    assert_samples(&rig.render(100), &[0.6; 100], 1e-4);
}

#[test]
fn the_tail_of_a_bus_is_heard_to_its_end() {
    let rig = Rig::mono();
    let bus = rt_audio_bus_create(rig.0);
    assert!(rt_audio_bus_set_delay(bus, 100, 0.5));
    let click = rig.source(&[1.0], 1);
    let playback = play(rig.0, click, &format!("{{\"bus\": {bus}}}"));
    let heard = rig.render(48_000);
    for i in 0..10 {
        assert!((heard[4800 * i] - 0.5_f64.powi(i as i32)).abs() < 1e-6, "{i}: {}", heard[4800 * i]);
    }
    assert!(!rt_audio_playback_is_playing(playback));
    // Long silent, it is as new.
    rig.render(480_000);
    assert!(rt_audio_bus_set_volume(bus, 0.5));
    rig.render(512);
    play(rig.0, click, &format!("{{\"bus\": {bus}}}"));
    let heard = rig.render(4801);
    assert!(
        (heard[0] - 0.5).abs() < 1e-6 && (heard[4800] - 0.25).abs() < 1e-6,
        "{} {}",
        heard[0],
        heard[4800]
    );
}

#[test]
fn there_are_so_many_and_those_that_are_gone_make_room() {
    let (rig, other) = (Rig::mono(), Rig::mono());
    for _ in 0..3 {
        let buses: Vec<i64> = (0..256).map(|_| rt_audio_bus_create(rig.0)).collect();
        assert!(buses.iter().all(|&bus| bus > 0), "{}", last_error());
        assert_eq!(rt_audio_bus_create(rig.0), 0);
        assert!(last_error().contains("256 buses"), "{}", last_error());
        assert!(buses.iter().all(|&bus| rt_audio_bus_free(bus)));
        rig.render(10);
    }
    let bus = rt_audio_bus_create(rig.0);
    let stranger = other.play(constant(&other, 0.5));
    assert!(!rt_audio_playback_set_bus(stranger, bus));
    assert!(last_error().contains("two engines"), "{}", last_error());
    assert_eq!(play(other.0, constant(&other, 0.5), &format!("{{\"bus\": {bus}}}")), 0);
    assert_eq!(play(rig.0, constant(&rig, 0.5), "{\"bus\": 12345}"), 0);
    // One that holds a playback stays, whoever freed it.
    let inner = rt_audio_bus_create_inside(bus);
    assert!(rt_audio_bus_set_volume(bus, 0.5));
    play_in(&rig, inner, 0.5);
    assert!(rt_audio_bus_free(inner) && rt_audio_bus_free(bus));
    rig.render(1000);
    assert_level(&rig, 0.25);
}
