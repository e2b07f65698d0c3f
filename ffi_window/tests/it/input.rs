//! Keys, buttons, motion and the wheel, from the X server's own test extension.

use crate::{
    c,
    seen::{Seen, becomes, drain, until},
    windows::open,
};
use ffi_core::events::{EventKind, Queue};
use rigs::x11::{
    keyboard::{KEY_A, Keyboard},
    sh,
};
use softbuffer::{Context, Surface};
use std::{
    collections::BTreeMap,
    num::NonZeroU32,
    thread,
    time::{Duration, Instant},
};

const SHIFT: i64 = 1;
const CONTROL: i64 = 2;
const ALT: i64 = 4;
const SUPER: i64 = 8;

/// The loop of a window that has the keyboard.
fn focused() -> i64 {
    focused_window().0
}

/// Gives a window the keyboard.
pub fn focus(window: i64) {
    assert!(c::rt_winit_window_focus(window), "{}", c::last_error());
    becomes("the keyboard", c::rt_winit_window_id(window), || {
        sh("xdotool getwindowfocus").parse().unwrap_or(0)
    });
}

fn focused_window() -> (i64, i64) {
    let (event_loop, window) = open("input");
    focus(window);
    until(event_loop, |seen| *seen == Seen::Focused);
    thread::sleep(Duration::from_millis(100));
    drain(event_loop);
    (event_loop, window)
}

/// Keys and texts that a line of shell makes happen, up to the F12 that ends it.
fn typed(event_loop: i64, line: &str) -> Vec<Seen> {
    drain(event_loop);
    sh(line);
    sh("xdotool key F12");
    let seen = until(event_loop, |seen| matches!(seen, Seen::Key(_, 123, false, ..)));
    let of_keys = |seen: &Seen| matches!(seen, Seen::Key(..) | Seen::Text(_));
    let ends = |seen: &Seen| matches!(seen, Seen::Key(_, 123, ..));
    seen.into_iter().filter(|seen| of_keys(seen) && !ends(seen)).collect()
}

fn key(scancode: i64, code: i64, pressed: bool) -> Seen {
    Seen::Key(scancode, code, pressed, 0, false)
}

pub fn keys() {
    let event_loop = focused();
    // Place 30 is the key right of CapsLock.
    let a = [key(30, 65, true), Seen::Text("a".into()), key(30, 65, false)];
    assert_eq!(typed(event_loop, "xdotool key a"), a);
    // Held, it repeats: pressed and typed again, released once.
    let held = typed(event_loop, "xset r rate 150 50; xdotool keydown w sleep 0.6 keyup w");
    let presses: Vec<&Seen> =
        held.iter().filter(|seen| matches!(seen, Seen::Key(17, 87, true, ..))).collect();
    assert_eq!(presses[0], &key(17, 87, true));
    assert!(presses.len() > 2 && presses[1..].iter().all(|seen| **seen == Seen::Key(17, 87, true, 0, true)));
    let texts = held.iter().filter(|seen| **seen == Seen::Text("w".into())).count();
    assert_eq!(texts, presses.len());
    assert_eq!(held.last(), Some(&key(17, 87, false)));
    // No text for these.
    for (name, scancode, code) in
        [("Return", 28, 13), ("BackSpace", 14, 8), ("Tab", 15, 9), ("Escape", 1, 27)]
    {
        let seen = typed(event_loop, &format!("xdotool key {name}"));
        assert_eq!(seen, [key(scancode, code, true), key(scancode, code, false)], "{name}");
    }
}

/// Keys and buttons are seen by looking, as a host does that draws frames.
pub fn held_now() {
    let (event_loop, window) = focused_window();
    let a_and_b =
        || (c::rt_winit_window_key_is_pressed(window, 65), c::rt_winit_window_key_is_pressed(window, 66));
    assert_eq!((a_and_b(), c::last_error()), ((false, false), String::new()));
    sh("xdotool keydown a");
    becomes("a", (true, false), a_and_b);
    assert!(c::rt_winit_window_scancode_is_pressed(window, 30));
    sh("xdotool keydown b keyup a");
    becomes("b", (false, true), a_and_b);
    assert!(!c::rt_winit_window_scancode_is_pressed(window, 30));
    // Looking takes no events away, and a window without the keyboard has no key down.
    assert!(drain(event_loop).contains(&key(30, 65, true)));
    let other = c::window(event_loop, 100, 100, "other");
    focus(other);
    becomes("none", (false, false), a_and_b);
    sh("xdotool keyup b");
    assert!(c::rt_winit_window_free(other));

    assert!(c::rt_winit_window_set_cursor_position(window, 50, 60));
    becomes("its place", c::PairF(50.0, 60.0), || c::rt_winit_window_cursor_position(window));
    let buttons = || [0, 1, 2, 7].map(|button| c::rt_winit_window_mouse_button_is_pressed(window, button));
    assert_eq!(buttons(), [false; 4]);
    sh("xdotool mousedown 1 mousedown 3");
    becomes("left and right", [true, true, false, false], buttons);
    // Dragged out of the window it stays down.
    sh("xdotool mousemove 1270 790 mouseup 3");
    becomes("left", [true, false, false, false], buttons);
    sh("xdotool mouseup 1");
    becomes("none", [false; 4], buttons);

    for wrong in [-1, 0, 256] {
        assert!(!c::rt_winit_window_key_is_pressed(window, wrong));
        assert!(c::last_error().contains(&format!("`keycode` is {wrong}")), "{}", c::last_error());
    }
    assert!(!c::rt_winit_window_scancode_is_pressed(window, -1));
    assert!(c::last_error().contains("`scancode` is -1"), "{}", c::last_error());
    assert!(!c::rt_winit_window_mouse_button_is_pressed(window, 65_536));
    assert!(c::last_error().contains("`button` is 65536"), "{}", c::last_error());
}

/// Frames follow each other, and what is put in belongs to one of them.
pub fn frames() {
    let (event_loop, window) = focused_window();
    let of = |key: c::RtFrameInput| (key.held, key.pressed, key.released);
    let look = || of(c::rt_winit_window_frame_key(window, 65));
    // The first is due at once; so is one that is late, and then they follow each other evenly.
    assert_eq!(c::rt_winit_window_frame(window, 20.0), 0.05);
    thread::sleep(Duration::from_millis(500));
    let late = c::rt_winit_window_frame(window, 20.0);
    assert!(late >= 0.5, "{late}");
    let started = Instant::now();
    let told: f64 = (0..10).map(|_| c::rt_winit_window_frame(window, 20.0)).sum();
    let took = started.elapsed().as_secs_f64();
    assert!(took > 0.49 && told > 0.49 && told < took + 0.06, "{told} in {took}");

    assert_eq!(look(), (false, false, false));
    sh("xdotool keydown a");
    becomes("a", true, || c::rt_winit_window_key_is_pressed(window, 65));
    assert_eq!(look(), (false, false, false), "not in the frame that goes on");
    let next = || assert!(c::rt_winit_window_frame(window, 0.0) > 0.0, "{}", c::last_error());
    next();
    assert_eq!(look(), (true, true, false));
    assert_eq!(of(c::rt_winit_window_frame_scancode(window, 30)), (true, true, false));
    assert_eq!(c::frame_text(window), "a");
    next();
    assert_eq!(look(), (true, false, false));
    sh("xdotool keyup a key a");
    becomes("released", false, || c::rt_winit_window_key_is_pressed(window, 65));
    // Whether the key is tapped within a frame or in two is the machine's speed.
    thread::sleep(Duration::from_millis(300));
    next();
    assert_eq!((look(), c::frame_text(window)), ((false, true, true), "a".to_owned()));
    next();
    assert_eq!((look(), c::frame_text(window)), ((false, false, false), String::new()));

    assert!(c::rt_winit_window_set_cursor_position(window, 50, 60));
    becomes("its place", c::PairF(50.0, 60.0), || c::rt_winit_window_cursor_position(window));
    next();
    sh("xdotool mousemove_relative 10 5 click 1 click 4 click 4");
    becomes("its place", c::PairF(60.0, 65.0), || c::rt_winit_window_cursor_position(window));
    thread::sleep(Duration::from_millis(300));
    next();
    let pointer = c::rt_winit_window_frame_pointer(window);
    assert_eq!((pointer.x, pointer.y, pointer.delta_x, pointer.delta_y), (60.0, 65.0, 10.0, 5.0));
    assert_eq!((pointer.wheel_x, pointer.wheel_y), (0.0, 2.0));
    assert_eq!(of(c::rt_winit_window_frame_mouse_button(window, 0)), (false, true, true));
    next();
    let pointer = c::rt_winit_window_frame_pointer(window);
    assert_eq!((pointer.x, pointer.delta_x, pointer.wheel_y), (60.0, 0.0, 0.0));
    assert!(c::rt_winit_window_set_relative_mouse(window, true));
    next();
    sh("xdotool mousemove_relative -- 7 -9");
    until(event_loop, |seen| matches!(seen, Seen::Motion(..)));
    next();
    let pointer = c::rt_winit_window_frame_pointer(window);
    assert_eq!((pointer.delta_x, pointer.delta_y), (7.0, -9.0));
    assert!(c::rt_winit_window_set_relative_mouse(window, false));

    for wrong in [f64::NAN, -1.0, 0.99, 1000.1, f64::INFINITY] {
        assert_eq!(c::rt_winit_window_frame(window, wrong), 0.0);
        assert_eq!(c::last_error(), format!("`rate` is {wrong}, but must be 0 or lie between 1 and 1000"));
    }
    assert!(c::rt_winit_window_is_open(window));
    sh(&format!("wmctrl -i -c {}", c::rt_winit_window_id(window)));
    becomes("closed by the user", false, || c::rt_winit_window_is_open(window));
    assert!(c::rt_winit_window_keep_open(window) && c::rt_winit_window_is_open(window));
    // One that goes while a frame is waited for ends the wait.
    assert!(c::rt_winit_window_frame(window, 1.0) > 0.0);
    let waiting = thread::spawn(move || (c::rt_winit_window_frame(window, 1.0), c::last_error()));
    assert!(c::rt_winit_window_free(window));
    let (passed, error) = waiting.join().expect("no panic");
    assert!(passed == 0.0 && !error.is_empty(), "{passed} {error}");
    assert!(!c::rt_winit_window_is_open(window));
}

/// What a subscription takes waits in no loop, and is known all the same.
pub fn taken() {
    let (event_loop, window) = focused_window();
    let queue = Queue::take([EventKind::Window], 4096);
    sh("xdotool keydown a");
    becomes("a", true, || c::rt_winit_window_key_is_pressed(window, 65));
    assert_eq!(drain(event_loop), []);
    let heard = || queue.next(Some(Instant::now())).map(|event| event.data.to_string());
    let pressed = std::iter::from_fn(heard).find(|data| data.contains(r#""type":"keyboard-input""#));
    assert!(pressed.expect("the key").contains(r#""keycode":65,"pressed":true"#));
    queue.close();
    sh("xdotool keyup a");
    until(event_loop, |seen| *seen == key(30, 65, false));
}

pub fn every_key() {
    let event_loop = focused();
    // X's names (or, where a name stands for several keys, its numbers), and Windows's codes from its documentation.
    let mut keys: Vec<(String, i64)> = Vec::new();
    keys.extend(('a'..='z').zip(65..).map(|(name, code)| (name.to_string(), code)));
    keys.extend(('0'..='9').zip(48..).map(|(name, code)| (name.to_string(), code)));
    keys.extend((1..12).map(|number| (format!("F{number}"), 111 + number)));
    let named = [
        ("space", 32),
        ("Left", 37),
        ("Up", 38),
        ("Right", 39),
        ("Down", 40),
        ("Prior", 33),
        ("Next", 34),
        ("End", 35),
        ("Home", 36),
        ("Insert", 45),
        ("Delete", 46),
        ("50", 160),
        ("62", 161),
        ("37", 162),
        ("105", 163),
        ("64", 164),
        ("108", 165),
        ("133", 91),
        ("134", 92),
        ("Menu", 93),
        ("Pause", 19),
        ("semicolon", 186),
        ("equal", 187),
        ("comma", 188),
        ("minus", 189),
        ("period", 190),
        ("slash", 191),
        ("grave", 192),
        ("bracketleft", 219),
        ("backslash", 220),
        ("bracketright", 221),
        ("apostrophe", 222),
        ("KP_Add", 107),
        ("KP_Subtract", 109),
        ("KP_Multiply", 106),
        ("KP_Divide", 111),
        ("KP_Enter", 13),
        ("KP_Home", 36),
        ("KP_Up", 38),
    ];
    keys.extend(named.map(|(name, code)| (name.to_owned(), code)));
    for (name, code) in keys {
        let seen = typed(event_loop, &format!("xdotool key {name}"));
        let codes: Vec<(i64, bool)> = seen
            .iter()
            .filter_map(|seen| match seen {
                Seen::Key(_, code, pressed, ..) => Some((*code, *pressed)),
                _ => None,
            })
            .collect();
        assert_eq!(codes, [(code, true), (code, false)], "{name}");
    }
    // With NumLock the digits of the block have codes of their own.
    sh("xdotool key Num_Lock");
    let seen = typed(event_loop, "xdotool key KP_7");
    assert!(seen.contains(&Seen::Text("7".into())), "{seen:?}");
    assert!(seen.iter().any(|seen| matches!(seen, Seen::Key(_, 103, true, ..))), "{seen:?}");
    sh("xdotool key Num_Lock");
}

/// A key that was down when the keyboard came is no new press.
pub fn held_before() {
    let (event_loop, window) = focused_window();
    let other = c::window(event_loop, 100, 100, "before");
    assert!(c::rt_winit_window_focus(other));
    until(event_loop, |seen| *seen == Seen::Focused);
    sh("xdotool keydown Return");
    until(event_loop, |seen| matches!(seen, Seen::Key(28, ..)));
    assert!(c::rt_winit_window_focus(window));
    until(event_loop, |seen| *seen == Seen::Focused);
    let seen = until(event_loop, |seen| matches!(seen, Seen::Key(28, _, true, ..)));
    assert_eq!(seen.last(), Some(&Seen::Key(28, 13, true, 0, true)));
    sh("xdotool keyup Return");
}

pub fn modifiers() {
    let event_loop = focused();
    for (name, bit) in [("shift", SHIFT), ("ctrl", CONTROL), ("alt", ALT), ("super", SUPER)] {
        let seen = typed(event_loop, &format!("xdotool keydown {name} key z keyup {name} key x"));
        let of = |code| {
            let found = seen.iter().find_map(|seen| match seen {
                Seen::Key(_, own, true, modifiers, _) if *own == code => Some(*modifiers),
                _ => None,
            });
            found.unwrap_or_else(|| panic!("no {code} in {seen:?}"))
        };
        assert_eq!((of(90), of(88)), (bit, 0), "{name}: {seen:?}");
        let texts: Vec<&Seen> = seen.iter().filter(|seen| matches!(seen, Seen::Text(_))).collect();
        let expected: Vec<Seen> = match name {
            "shift" => vec![Seen::Text("Z".into()), Seen::Text("x".into())],
            _ => vec![Seen::Text("x".into())],
        };
        assert_eq!(texts, expected.iter().collect::<Vec<_>>(), "a command types nothing");
    }
    let seen = typed(event_loop, "xdotool key ctrl+shift+alt+q");
    assert!(
        seen.iter().any(|seen| matches!(seen, Seen::Key(16, 81, true, 7, _))),
        "Control, Shift and Alt: {seen:?}"
    );
}

fn texts(seen: Vec<Seen>) -> String {
    seen.into_iter().filter_map(|seen| if let Seen::Text(text) = seen { Some(text) } else { None }).collect()
}

pub fn typed_text() {
    let event_loop = focused();
    assert_eq!(texts(typed(event_loop, "xdotool type --delay 20 'Hi, you (3)!'")), "Hi, you (3)!");
    // Dead keys compose.
    sh("setxkbmap -layout us -variant intl");
    assert_eq!(texts(typed(event_loop, "xdotool key dead_acute key e")), "é");
    assert_eq!(texts(typed(event_loop, "xdotool key dead_diaeresis key o key n")), "ön");
}

pub fn layouts() {
    let event_loop = focused();
    sh("setxkbmap -layout de");
    // Z lies where the American keyboard has Y (place 21); it is Z all the same.
    let seen = typed(event_loop, "xdotool key z");
    assert_eq!(seen, [key(21, 90, true), Seen::Text("z".into()), key(21, 90, false)]);
    assert_eq!(texts(typed(event_loop, "xdotool key udiaeresis key ssharp")), "üß");
    sh("setxkbmap -layout fr");
    // The unshifted sign of French's first digit key is an ampersand; its code is that of 1.
    let seen = typed(event_loop, "xdotool key ampersand");
    assert_eq!(seen, [key(2, 49, true), Seen::Text("&".into()), key(2, 49, false)]);
    let seen = typed(event_loop, "xdotool key a");
    assert_eq!(seen, [key(16, 65, true), Seen::Text("a".into()), key(16, 65, false)]);
    sh("setxkbmap -layout ru");
    // No Latin letter on it: the code of its place.
    let seen = typed(event_loop, "xdotool key Cyrillic_ef");
    assert_eq!(seen, [key(30, 65, true), Seen::Text("ф".into()), key(30, 65, false)]);
}

/// The keys of X's that bear signs: the digits' row, the three below it and the one between Shift and Z.
fn keys_with_signs() -> impl Iterator<Item = u8> {
    (10..=21).chain(24..=35).chain(38..=49).chain(51..=61).chain([94])
}

pub fn two_keys_two_codes() {
    let event_loop = focused();
    let keyboard = Keyboard::plug();
    let layouts = [
        "us",
        "gb",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "br",
        "be",
        "ch",
        "se",
        "dk",
        "no",
        "cz",
        "hu",
        "tr",
        "pl",
        "ru",
        "gr",
        "us -variant dvorak",
        "us -variant colemak",
    ];
    for layout in layouts {
        sh(&format!("setxkbmap -option '' -layout {layout}"));
        let mut codes = BTreeMap::new();
        for place in keys_with_signs() {
            // A layout that has just been set may take a moment; a key is pressed until it is another one's.
            drain(event_loop);
            keyboard.tap(place);
            let seen = until(event_loop, |seen| matches!(seen, Seen::Key(_, _, false, ..)));
            let Some(Seen::Key(scancode, code, ..)) = seen.last() else { unreachable!() };
            assert_ne!(*code, 0, "{layout}: {scancode}");
            let other = codes.insert(*code, *scancode);
            assert_eq!(other, None, "{layout}: two keys with the code {code}, {scancode} is one");
        }
        // The digits' row types digits in every layout, shifted in some.
        let digits: Vec<i64> = (48..=57).filter(|digit| codes.contains_key(digit)).collect();
        assert_eq!(digits.len(), 10, "{layout}: {codes:?}");
    }
}

pub fn mouse() {
    let (event_loop, window) = open("mouse");
    let id = c::rt_winit_window_id(window);
    sh("xdotool mousemove 1270 790");
    drain(event_loop);
    sh(&format!("xdotool mousemove --window {id} 40 50"));
    let seen = until(event_loop, |seen| *seen == Seen::Mouse(40.0, 50.0));
    assert!(seen.contains(&Seen::Entered), "{seen:?}");
    // X's buttons 1, 3, 2, 8 and 9.
    for (x11, number) in [(1, 0), (3, 1), (2, 2), (8, 3), (9, 4)] {
        drain(event_loop);
        sh(&format!("xdotool click {x11}"));
        let seen = until(event_loop, |seen| *seen == Seen::Button(number, false));
        let buttons: Vec<&Seen> = seen.iter().filter(|seen| matches!(seen, Seen::Button(..))).collect();
        assert_eq!(buttons, [&Seen::Button(number, true), &Seen::Button(number, false)]);
    }
    // A drag goes on beyond the window's edge.
    sh(&format!("xdotool mousemove --window {id} 40 50 mousedown 1"));
    until(event_loop, |seen| *seen == Seen::Button(0, true));
    for x in [200, 450] {
        sh(&format!("xdotool mousemove --window {id} {x} 100"));
        until(event_loop, |seen| *seen == Seen::Mouse(f64::from(x), 100.0));
    }
    sh("xdotool mouseup 1");
    until(event_loop, |seen| *seen == Seen::Button(0, false));
    sh("xdotool mousemove 1270 790");
    until(event_loop, |seen| *seen == Seen::Left);
}

pub fn wheel() {
    let (event_loop, window) = open("wheel");
    sh(&format!("xdotool mousemove --window {} 100 100", c::rt_winit_window_id(window)));
    let clicks = |line: &str| -> Vec<(f64, f64)> {
        drain(event_loop);
        sh(line);
        sh("xdotool click 1");
        let seen = until(event_loop, |seen| *seen == Seen::Button(0, false));
        seen.iter()
            .filter_map(|seen| if let Seen::Wheel(x, y) = seen { Some((*x, *y)) } else { None })
            .collect()
    };
    // One click of the wheel is one event, away from the user is up.
    assert_eq!(clicks("xdotool click 4"), [(0.0, 1.0)]);
    assert_eq!(clicks("xdotool click 5"), [(0.0, -1.0)]);
    assert_eq!(clicks("xdotool click 6"), [(1.0, 0.0)]);
    assert_eq!(clicks("xdotool click 7"), [(-1.0, 0.0)]);
    assert_eq!(clicks("xdotool click --repeat 5 --delay 10 5"), [(0.0, -1.0); 5]);
    // Turned beside the window, it says nothing, and nothing is missing afterwards.
    sh("xdotool mousemove 1270 790 click 4 click 4");
    sh(&format!("xdotool mousemove --window {} 100 100", c::rt_winit_window_id(window)));
    assert_eq!(clicks("xdotool click 4"), [(0.0, 1.0)]);
}

pub fn keys_amid_pictures() {
    let (event_loop, window) = focused_window();
    assert!(c::rt_winit_window_set_size(window, 1270, 780));
    keys_amid(event_loop, || assert!(c::present(window, 1, 1, &[9; 4])));
}

/// The host draws by itself, through the connection that it was given.
pub fn keys_amid_drawing() {
    let (event_loop, window) = focused_window();
    assert!(c::rt_winit_window_set_size(window, 1270, 780));
    let raw = c::rt_winit_window_raw_handle(window);
    let mut surface = Surface::new(&Context::new(raw).expect("a display"), raw).expect("a window");
    let side = |side| NonZeroU32::new(side).expect("a side");
    surface.resize(side(1270), side(780)).expect("a size");
    keys_amid(event_loop, || {
        surface.buffer_mut().expect("a buffer").present().expect("it is sent");
        surface.buffer_mut().expect("it is drawn");
    });
}

/// Presses keys at every moment of `draw`, which takes a while at the server; each arrives, though nothing else
/// happens that could bring it along.
fn keys_amid(event_loop: i64, mut draw: impl FnMut() + Send) {
    let keyboard = Keyboard::plug();
    for round in 0..1500 {
        thread::scope(|scope| {
            scope.spawn(&mut draw);
            thread::sleep(Duration::from_micros(round % 60 * 50));
            keyboard.tap(KEY_A);
        });
        until(event_loop, |seen| *seen == key(30, 65, false));
    }
}
