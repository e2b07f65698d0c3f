//! Getters agree with the window system, and what holds the pointer goes on holding it.

use crate::{
    c::{self, Pair},
    input::focus,
    seen::{Seen, becomes, drain, until},
    windows::{open, pointer_at, size},
};
use rigs::x11::{connect, cursor, sh};
use std::{thread, time::Duration};
use x11rb::{
    connection::Connection,
    protocol::{
        Event,
        xproto::{
            AtomEnum, CONFIGURE_NOTIFY_EVENT, ConfigureNotifyEvent, ConfigureWindowAux, ConnectionExt,
            CreateWindowAux, EventMask, PropMode, WindowClass,
        },
    },
    wrapper::ConnectionExt as _,
};

/// The manager tells a new size a moment before the server applies it (ICCCM, 4.1.5), as openbox does.
pub fn a_size_told_early() {
    let event_loop = c::rt_winit_event_loop_new();
    let window = c::window(event_loop, 400, 300, "early");
    drain(event_loop);
    let id = c::rt_winit_window_id(window) as u32;
    let (connection, _) = connect();
    let told = ConfigureNotifyEvent {
        response_type: CONFIGURE_NOTIFY_EVENT,
        sequence: 0,
        event: id,
        window: id,
        above_sibling: 0,
        x: 0,
        y: 0,
        width: 600,
        height: 450,
        border_width: 0,
        override_redirect: false,
    };
    connection.send_event(false, id, EventMask::STRUCTURE_NOTIFY, told).expect("a request");
    connection.sync().expect("an answer");
    until(event_loop, |seen| *seen == Seen::Resized(600, 450));
    let size = ConfigureWindowAux::new().width(600).height(450);
    connection.configure_window(id, &size).expect("a request");
    connection.sync().expect("an answer");
    assert_eq!(c::rt_winit_window_get_size(window), Pair(600, 450));
    assert!(c::present(window, 600, 450, &[200; 4 * 600 * 450]));
    becomes("the far corner", true, || {
        rigs::x11::contents(id, 600, 450).last().is_some_and(|pixel| pixel & 0xff == 157)
    });
}

/// Whatever was asked for, right after it was.
pub fn at_once() {
    let event_loop = c::rt_winit_event_loop_new();
    for round in 0..3 {
        let window = c::window(event_loop, 400, 300, "at once");
        assert!(c::rt_winit_window_set_maximized(window, true));
        assert!(c::rt_winit_window_is_maximized(window), "{round}");
        assert!(c::rt_winit_window_set_maximized(window, false));
        assert!(!c::rt_winit_window_is_maximized(window), "{round}");
        assert!(c::rt_winit_window_set_fullscreen(window, true));
        assert!(c::rt_winit_window_is_fullscreen(window), "{round}");
        assert!(c::rt_winit_window_set_fullscreen(window, false));
        assert!(!c::rt_winit_window_is_fullscreen(window), "{round}");
        assert!(c::rt_winit_window_set_cursor_grab(window, true), "{}", c::last_error());
        assert!(c::rt_winit_window_set_cursor_grab(window, false), "{}", c::last_error());
        assert!(c::rt_winit_window_free(window));
        let window = c::window_with(event_loop, r#"{"maximized": true}"#);
        assert!(c::rt_winit_window_is_maximized(window), "{round}");
        assert!(c::rt_winit_window_free(window));
    }
    // On and off without looking.
    let window = c::window(event_loop, 400, 300, "at once");
    for _ in 0..10 {
        assert!(c::rt_winit_window_set_fullscreen(window, true));
        assert!(c::rt_winit_window_set_fullscreen(window, false));
    }
    assert!(!c::rt_winit_window_is_fullscreen(window));
    becomes("its size", Pair(400, 300), || c::rt_winit_window_get_size(window));
    becomes("its pixels", ("400".into(), "300".into()), || size(window));
}

fn is_over(window: i64) -> bool {
    let (x, y) = pointer_at();
    let Pair(left, top) = c::rt_winit_window_get_position(window);
    let Pair(width, height) = c::rt_winit_window_get_outer_size(window);
    (left..left + width).contains(&x) && (top..top + height).contains(&y)
}

/// The pointer goes along with a window in relative mode, so that a click cannot take the keyboard from it.
pub fn a_lock_follows() {
    let (event_loop, window) = open("locked");
    focus(window);
    let id = c::rt_winit_window_id(window);
    sh(&format!("xdotool mousemove --window {id} 40 50"));
    until(event_loop, |seen| *seen == Seen::Mouse(40.0, 50.0));
    assert!(c::rt_winit_window_set_relative_mouse(window, true), "{}", c::last_error());
    assert!(c::rt_winit_window_set_position(window, 700, 400));
    becomes("along", true, || is_over(window));
    assert!(c::rt_winit_window_set_size(window, 100, 100));
    becomes("inside still", true, || is_over(window));
    assert!(c::rt_winit_window_set_minimized(window, true));
    until(event_loop, |seen| *seen == Seen::Unfocused);
    assert!(c::rt_winit_window_set_minimized(window, false));
    focus(window);
    becomes("back", true, || is_over(window) && cursor::picture().is_empty());
    sh("xdotool mousemove_relative -- -900 -700");
    thread::sleep(Duration::from_millis(50));
    assert!(is_over(window), "{:?}", pointer_at());
    sh("xdotool click 1");
    until(event_loop, |seen| *seen == Seen::Button(0, true));
    assert!(c::rt_winit_window_has_focus(window));
}

/// A grab is for the window that has the keyboard.
pub fn a_grab_lets_go() {
    let (event_loop, window) = open("grabbed");
    focus(window);
    assert!(c::rt_winit_window_set_cursor_grab(window, true), "{}", c::last_error());
    sh("xdotool mousemove 1270 790");
    assert_ne!(pointer_at(), (1270, 790), "kept inside");
    let other = c::window(c::rt_winit_event_loop_new(), 200, 100, "another");
    until(event_loop, |seen| *seen == Seen::Unfocused);
    becomes("free", (1270, 790), || {
        sh("xdotool mousemove 1270 790");
        pointer_at()
    });
    focus(window);
    becomes("kept again", true, || {
        sh("xdotool mousemove 1270 790");
        is_over(window)
    });
    assert!(c::rt_winit_window_free(other));
    assert!(c::rt_winit_window_set_cursor_grab(window, false));
    sh("xdotool mousemove 1270 790");
    assert_eq!(pointer_at(), (1270, 790));
    assert!(!size(window).0.is_empty());
}

/// Where there is no window manager, nobody else gives the keyboard.
pub fn focus_without_manager() {
    let event_loop = c::rt_winit_event_loop_new();
    let window = c::window(event_loop, 300, 200, "alone");
    assert!(c::rt_winit_window_focus(window), "{}", c::last_error());
    assert!(c::rt_winit_window_has_focus(window));
    sh("xdotool key a");
    until(event_loop, |seen| matches!(seen, Seen::Text(text) if text == "a"));
}

/// Number of times that threads of this process went to sleep and woke.
fn switches() -> u64 {
    let tasks = std::fs::read_dir("/proc/self/task").expect("/proc").flatten();
    let status = tasks.filter_map(|task| std::fs::read_to_string(task.path().join("status")).ok());
    let counts = status.flat_map(|text| {
        text.lines()
            .filter_map(|line| {
                line.strip_prefix("voluntary_ctxt_switches:")
                    .and_then(|count| count.trim().parse::<u64>().ok())
            })
            .collect::<Vec<_>>()
    });
    counts.sum()
}

/// Nothing wakes while nothing happens, handles handed out or not.
pub fn rests() {
    let event_loop = c::rt_winit_event_loop_new();
    let window = c::window(event_loop, 300, 200, "still");
    let raw = c::rt_winit_window_raw_handle(window);
    assert!(raw.display != 0);
    assert_eq!(c::rt_winit_window_raw_handle(window).display, raw.display);
    drain(event_loop);
    thread::sleep(Duration::from_millis(500));
    let before = switches();
    thread::sleep(Duration::from_secs(1));
    let woke = switches() - before;
    // One of them is this thread's own.
    assert!(woke <= 3, "{woke}");
}

/// Keys whose codes no layout changes; X's number is the kernel's and 8. What Windows has there is in `kbd.h` and
/// in the table of its HID keyboards.
pub fn special_keys() {
    let (event_loop, window) = open("keys");
    sh("setxkbmap -rules evdev -model pc105 -layout us");
    focus(window);
    drain(event_loop);
    let keys = [
        (183, 124),
        (188, 129),
        (194, 135),
        (164, 179),
        (122, 21),
        (123, 25),
        (92, 28),
        (93, 21),
        (94, 29),
        (124, 220),
        (140, 183),
        (157, 182),
        (226, 181),
        (163, 176),
    ];
    for (number, code) in keys {
        sh(&format!("xdotool key {}", number + 8));
        let seen = until(event_loop, |seen| matches!(seen, Seen::Key(_, _, false, ..)));
        let told = seen.iter().find_map(|seen| match seen {
            Seen::Key(scancode, code, true, ..) => Some((*scancode, *code)),
            _ => None,
        });
        assert_eq!(told, Some((number, code)));
    }
}

/// Control and Alt together are a command here, where AltGr is a key of its own.
pub fn chords_type_nothing() {
    let (event_loop, window) = open("chords");
    focus(window);
    drain(event_loop);
    for layout in ["us", "de"] {
        sh(&format!("setxkbmap -rules evdev -layout {layout}"));
        sh("xdotool keydown 37 keydown 64 key 24 keyup 64 keyup 37");
        let seen = until(event_loop, |seen| matches!(seen, Seen::Key(29, _, false, ..)));
        assert!(!seen.iter().any(|seen| matches!(seen, Seen::Text(_))), "{layout}: {seen:?}");
        drain(event_loop);
    }
    sh("xdotool keydown 108 key 24 keyup 108");
    until(event_loop, |seen| *seen == Seen::Text("@".into()));
}

/// Programs offer text under many names.
pub fn clipboard_targets() {
    for target in ["UTF8_STRING", "text/plain;charset=UTF-8", "text/plain", "TEXT", "STRING"] {
        sh(&format!("printf 'as {target}' | xclip -selection clipboard -t '{target}' >/dev/null 2>&1"));
        becomes(target, format!("as {target}"), c::clipboard);
    }
}

/// Reads the clipboard as `targets`, all at once (ICCCM, 2.6.2): nothing for what is not offered.
fn read_at_once(targets: &[&str]) -> Vec<Option<(String, Vec<u8>)>> {
    let (connection, screen) = connect();
    let root = connection.setup().roots[screen].root;
    let atom = |name: &str| {
        connection.intern_atom(false, name.as_bytes()).expect("a request").reply().expect("an atom").atom
    };
    let name = |atom: u32| {
        let name = connection.get_atom_name(atom).expect("a request").reply().expect("a name").name;
        String::from_utf8(name).expect("ASCII")
    };
    let window = connection.generate_id().expect("a number");
    let plain = CreateWindowAux::new();
    let (depth, class) = (x11rb::COPY_DEPTH_FROM_PARENT, WindowClass::INPUT_OUTPUT);
    connection.create_window(depth, window, root, 0, 0, 1, 1, 0, class, 0, &plain).expect("a window");
    let (pairs_type, place) = (atom("ATOM_PAIR"), atom("PLACE"));
    let pairs: Vec<u32> =
        (0..).zip(targets).flat_map(|(i, target)| [atom(target), atom(&format!("PLACE_{i}"))]).collect();
    connection.change_property32(PropMode::REPLACE, window, place, pairs_type, &pairs).expect("a request");
    let (clipboard, several) = (atom("CLIPBOARD"), atom("MULTIPLE"));
    connection.convert_selection(window, clipboard, several, place, x11rb::CURRENT_TIME).expect("a request");
    connection.flush().expect("a server");
    let told = loop {
        if let Event::SelectionNotify(told) = connection.wait_for_event().expect("an event") {
            break told;
        }
    };
    assert_eq!(told.property, place);
    let read = |place: u32| {
        let all = u32::MAX / 4;
        let asked = connection.get_property(false, window, place, AtomEnum::ANY, 0, all).expect("a request");
        asked.reply().expect("a property")
    };
    let answered: Vec<u32> = read(place).value32().expect("atoms").collect();
    let values = answered.as_chunks::<2>().0.iter().map(|&[_, place]| {
        let value = (place != x11rb::NONE).then(|| read(place))?;
        Some((name(value.type_), value.value))
    });
    values.collect()
}

/// Programs ask for text under many names, for several at once, and for the time since when it is offered.
pub fn clipboard_offers() {
    assert!(c::set_clipboard("ä€"), "{}", c::last_error());
    let utf8 = "ä€".as_bytes();
    let names = ["UTF8_STRING", "text/plain;charset=utf-8", "text/plain;charset=UTF-8", "TEXT", "text/plain"];
    for (name, read) in names.iter().zip(read_at_once(&names)) {
        let (kind, bytes) = read.unwrap_or_else(|| panic!("{name} is not offered"));
        assert_eq!(bytes, utf8, "{name}");
        assert_eq!(kind, if *name == "TEXT" { "UTF8_STRING" } else { name });
    }
    let read = read_at_once(&["STRING", "image/png", "TIMESTAMP", "TARGETS"]);
    // ISO 8859-1 has no euro.
    assert_eq!(read[0], Some(("STRING".into(), b"\xe4?".to_vec())));
    assert_eq!(read[1], None);
    let (kind, since) = read[2].clone().expect("a time");
    assert_eq!((kind.as_str(), since.len()), ("INTEGER", 4));
    assert_ne!(since, [0; 4]);
    let (kind, targets) = read[3].clone().expect("targets");
    assert_eq!((kind.as_str(), targets.len()), ("ATOM", 4 * 9));
    // Somebody else's text ends the offer.
    sh("printf other | xclip -selection clipboard -i >/dev/null 2>&1");
    becomes("another's", "other".to_owned(), c::clipboard);
}
