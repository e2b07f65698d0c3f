//! Loops: many, one after another, at once, and waiting.

use crate::{
    c,
    seen::{Seen, becomes, drain, read, until},
    windows::open,
};
use rigs::{
    held,
    x11::{sh, tree},
};
use std::{
    thread,
    time::{Duration, Instant},
};

pub fn two_windows_two_loops() {
    let (one, first) = open("first");
    let second = c::window(one, 200, 150, "second");
    let (two, third) = open("third");
    let ids = [first, second, third].map(|window| c::rt_winit_window_id(window));
    assert!(ids[0] != ids[1] && ids[1] != ids[2]);
    becomes("all there", 3, || {
        let all = tree();
        ["\"first\"", "\"second\"", "\"third\""].iter().filter(|title| all.contains(**title)).count()
    });
    thread::sleep(Duration::from_millis(200));
    drain(one);
    drain(two);
    for (window, event_loop, other) in [(first, one, two), (second, one, two), (third, two, one)] {
        let id = c::rt_winit_window_id(window);
        sh(&format!("wmctrl -i -c {id}"));
        let event = loop {
            let (of, seen) = read(c::rt_winit_event_loop_wait_events(event_loop, 20_000));
            if seen == Seen::CloseRequested {
                break of;
            }
        };
        assert_eq!(event, id);
        assert!(!drain(other).contains(&Seen::CloseRequested));
    }
    // A loop takes its windows along, and only those.
    assert!(c::rt_winit_event_loop_free(one));
    assert!(!c::rt_winit_event_loop_free(one));
    assert_eq!(c::rt_winit_window_get_size(first), c::Pair(0, 0));
    assert!(c::last_error().contains("`window` is") && c::last_error().contains("was freed"));
    assert!(!c::rt_winit_window_free(second));
    assert_eq!(c::rt_winit_event_loop_poll_events(one, 1), 0);
    let all = tree();
    assert!(!all.contains("\"first\"") && !all.contains("\"second\"") && all.contains("\"third\""));
    assert!(c::rt_winit_window_request_redraw(third));
    until(two, |seen| *seen == Seen::Redraw);
}

pub fn one_loop_after_another() {
    for number in 0..200 {
        let event_loop = c::rt_winit_event_loop_new();
        assert!(event_loop > 0, "{number}: {}", c::last_error());
        let window = c::window(event_loop, 100, 100, "again");
        assert!(window > 0, "{number}: {}", c::last_error());
        if number % 2 == 0 {
            assert!(c::rt_winit_window_free(window));
        }
        assert!(c::rt_winit_event_loop_free(event_loop));
    }
    assert_eq!(ffi_core::handle::live(), 0);
    becomes("none left", false, || tree().contains("\"again\""));
}

pub fn run_return() {
    let event_loop = c::rt_winit_event_loop_new();
    assert!(c::rt_winit_event_loop_run_return(event_loop), "at once without a window");
    let by_user = c::window(event_loop, 100, 100, "by the user");
    let by_host = c::window(event_loop, 100, 100, "by the host");
    becomes("there", true, || sh("wmctrl -l").contains("by the user"));
    thread::scope(|scope| {
        let running = scope.spawn(|| c::rt_winit_event_loop_run_return(event_loop));
        thread::sleep(Duration::from_millis(100));
        sh(&format!("wmctrl -i -c {}", c::rt_winit_window_id(by_user)));
        becomes("closed", false, || tree().contains("\"by the user\""));
        assert!(!running.is_finished());
        assert!(!c::rt_winit_window_free(by_user), "it is freed already");
        assert!(c::rt_winit_window_free(by_host));
        assert!(running.join().unwrap());
    });
    let seen = drain(event_loop);
    assert_eq!(seen.iter().filter(|seen| **seen == Seen::Destroyed).count(), 2);
    assert_eq!(seen.iter().filter(|seen| **seen == Seen::CloseRequested).count(), 1);

    // Freeing the loop ends it too.
    c::window(event_loop, 100, 100, "third");
    thread::scope(|scope| {
        let running = scope.spawn(|| (c::rt_winit_event_loop_run_return(event_loop), c::last_error()));
        thread::sleep(Duration::from_millis(100));
        assert!(c::rt_winit_event_loop_free(event_loop));
        let (outcome, reason) = running.join().unwrap();
        assert!(!outcome && reason.contains("was freed"), "{reason}");
    });
}

pub fn waiting() {
    let event_loop = c::rt_winit_event_loop_new();
    let window = c::window(event_loop, 100, 100, "waiting");
    until(event_loop, |seen| *seen == Seen::Redraw);
    thread::sleep(Duration::from_millis(300));
    drain(event_loop);
    let started = Instant::now();
    assert_eq!(c::rt_winit_event_loop_wait_events(event_loop, 200), 0);
    assert!(started.elapsed() >= Duration::from_millis(200));
    assert_eq!(c::last_error(), "", "time that is up is no failure");
    assert_eq!(c::rt_winit_event_loop_wait_events(event_loop, 0), 0);
    // Without end, until something happens on another thread.
    thread::scope(|scope| {
        let waiting = scope.spawn(|| c::rt_winit_event_loop_wait_events(event_loop, -1));
        thread::sleep(Duration::from_millis(100));
        assert!(!waiting.is_finished());
        assert!(c::rt_winit_window_request_redraw(window));
        assert_eq!(read(waiting.join().unwrap()).1, Seen::Redraw);
    });
    // Or until somebody wakes it: who waits, or the next that does.
    thread::scope(|scope| {
        let waiting = scope.spawn(|| (c::rt_winit_event_loop_wait_events(event_loop, -1), c::last_error()));
        thread::sleep(Duration::from_millis(100));
        assert!(!waiting.is_finished());
        assert!(c::rt_winit_event_loop_wake(event_loop));
        assert_eq!(waiting.join().unwrap(), (0, String::new()));
    });
    assert!(c::rt_winit_event_loop_wake(event_loop));
    assert_eq!(c::rt_winit_event_loop_wait_events(event_loop, -1), 0);
    assert!(c::rt_winit_window_request_redraw(window));
    assert_eq!(read(c::rt_winit_event_loop_wait_events(event_loop, -1)).1, Seen::Redraw, "once");
    // Or until the loop is freed.
    thread::scope(|scope| {
        let waiting = scope.spawn(|| (c::rt_winit_event_loop_wait_events(event_loop, -1), c::last_error()));
        thread::sleep(Duration::from_millis(100));
        assert!(c::rt_winit_event_loop_free(event_loop));
        let (event, reason) = waiting.join().unwrap();
        assert!(event == 0 && reason.contains("was freed"), "{event} {reason}");
    });

    // Many at once.
    let event_loop = c::rt_winit_event_loop_new();
    let window = c::window(event_loop, 100, 100, "many");
    until(event_loop, |seen| *seen == Seen::Redraw);
    thread::sleep(Duration::from_millis(300));
    drain(event_loop);
    assert_eq!(c::poll_all(event_loop, 10), [0; 0]);
    for width in [110, 120, 130] {
        assert!(c::rt_winit_window_set_size(window, width, 100));
    }
    assert_eq!(c::rt_winit_event_loop_poll_events(event_loop, 0), 0);
    let first = c::poll_all(event_loop, 1);
    let rest = c::poll_all(event_loop, i64::MAX);
    assert_eq!(first.len(), 1);
    assert!(rest.len() >= 2);
    assert_eq!(c::free_all(&rest), rest.len() as i64);
    assert_eq!(c::free_all(&rest), 0);
    assert_eq!(read(first[0]).1, Seen::Resized(110, 100));
    assert!(c::rt_winit_event_loop_free(event_loop));
    assert_eq!(ffi_core::handle::live(), 0);
}

pub fn eight_threads() {
    let shared = c::rt_winit_event_loop_new();
    let common = c::window(shared, 200, 200, "common");
    let deadline = Instant::now() + Duration::from_secs(2);
    let picture = vec![128; 200 * 200 * 4];
    thread::scope(|scope| {
        for lane in 0..8 {
            let picture = &picture;
            scope.spawn(move || {
                let mut rounds = 0;
                while Instant::now() < deadline {
                    let own = c::rt_winit_event_loop_new();
                    let window = c::window(own, 60 + lane, 60, "own");
                    assert!(window > 0, "{}", c::last_error());
                    assert!(c::present(common, 200, 200, picture), "{}", c::last_error());
                    assert!(c::present(window, 200, 200, picture), "{}", c::last_error());
                    assert!(c::set_title(common, "common too"));
                    assert!(c::rt_winit_window_request_redraw(common));
                    c::rt_winit_event_free(c::rt_winit_event_loop_wait_events(shared, 1));
                    c::rt_winit_event_free(c::rt_winit_event_loop_poll_events(own, 1));
                    assert_eq!(c::rt_winit_window_get_size(common), c::Pair(200, 200));
                    if rounds % 2 == 0 {
                        assert!(c::rt_winit_window_free(window));
                    }
                    assert!(c::rt_winit_event_loop_free(own));
                    rounds += 1;
                }
                assert!(rounds > 0);
            });
        }
    });
    // Of many threads that free it, one succeeds.
    let freed: usize = thread::scope(|scope| {
        let lanes: Vec<_> = (0..8).map(|_| scope.spawn(|| c::rt_winit_window_free(common))).collect();
        lanes.into_iter().filter(|_| true).map(|lane| usize::from(lane.join().unwrap())).sum()
    });
    assert_eq!(freed, 1);
    assert!(c::rt_winit_event_loop_free(shared));
    assert_eq!(ffi_core::handle::live(), 0);
}

pub fn leaves_nothing_behind() {
    let round = || {
        let event_loop = c::rt_winit_event_loop_new();
        let window = c::window(event_loop, 100, 100, "round");
        assert!(c::present(window, 100, 100, &[255; 40_000]));
        assert!(c::set_cursor_icon(window, "crosshair"));
        until(event_loop, |seen| *seen == Seen::Redraw);
        assert!(c::set_clipboard("round"));
        assert_eq!(c::clipboard(), "round");
        assert!(c::rt_winit_event_loop_free(event_loop));
        assert_eq!(ffi_core::handle::live(), 0);
    };
    round();
    let before = held::at_rest();
    for _ in 0..10 {
        round();
    }
    assert_eq!(held::at_rest(), before, "threads, descriptors");
}
