//! Windows, each function by its effect as other programs see it.

use crate::{
    c::{self, Pair},
    seen::{Seen, becomes, drain, until},
};
use rigs::{
    tools::output,
    x11::{contents, selection, sh, tree},
};
use std::{
    process::Command,
    sync::atomic::{AtomicU8, Ordering},
    thread,
    time::Duration,
};

/// A loop and a window that openbox has mapped.
pub fn open(title: &str) -> (i64, i64) {
    let event_loop = c::rt_winit_event_loop_new();
    assert!(event_loop > 0, "{}", c::last_error());
    let window = c::window(event_loop, 400, 300, title);
    assert!(window > 0, "{}", c::last_error());
    becomes("viewable", "IsViewable".to_owned(), || info(window, "Map State"));
    (event_loop, window)
}

/// A line of what xwininfo says of a window.
fn info(window: i64, line: &str) -> String {
    let all = sh(&format!("xwininfo -id {}", c::rt_winit_window_id(window)));
    let found = all.lines().find_map(|each| each.trim().strip_prefix(line)?.strip_prefix(':'));
    found.unwrap_or_else(|| panic!("no {line} in {all}")).trim().to_owned()
}

/// Width and height of a window, as xwininfo says them.
pub fn size(window: i64) -> (String, String) {
    (info(window, "Width"), info(window, "Height"))
}

/// Place of a window's upper left corner on the screen, without its frame.
pub fn corner(window: i64) -> (String, String) {
    (info(window, "Absolute upper-left X"), info(window, "Absolute upper-left Y"))
}

fn texts(a: i64, b: i64) -> (String, String) {
    (a.to_string(), b.to_string())
}

/// A property of a window, without its name.
fn property(window: i64, name: &str) -> String {
    let all = sh(&format!("xprop -id {} {name}", c::rt_winit_window_id(window)));
    all.split_once(['=', ':']).map_or(String::new(), |(_, value)| value.trim().to_owned())
}

fn has_state(window: i64, state: &str) -> bool {
    property(window, "_NET_WM_STATE").contains(state)
}

/// The frame that openbox draws: left, right, top, bottom.
fn frame(window: i64) -> Vec<i64> {
    property(window, "_NET_FRAME_EXTENTS").split(", ").filter_map(|side| side.parse().ok()).collect()
}

pub fn size_and_place() {
    let (event_loop, window) = open("size and place");
    assert_eq!(size(window), texts(400, 300));
    assert_eq!(c::rt_winit_window_get_size(window), Pair(400, 300));

    assert!(c::rt_winit_window_set_size(window, 512, 384));
    assert_eq!(c::rt_winit_window_get_size(window), Pair(512, 384), "right after");
    assert_eq!(c::rt_winit_window_get_inner_size(window), Pair(512, 384));
    assert_eq!(size(window), texts(512, 384));
    until(event_loop, |seen| *seen == Seen::Resized(512, 384));

    let sides = frame(window);
    assert!(sides[2] > 0, "openbox gives it a title bar: {sides:?}");
    let with_frame = Pair(512 + sides[0] + sides[1], 384 + sides[2] + sides[3]);
    becomes("outer size", with_frame, || c::rt_winit_window_get_outer_size(window));

    assert!(c::rt_winit_window_set_position(window, 150, 120));
    becomes("placed", texts(150 + sides[0], 120 + sides[2]), || corner(window));
    becomes("position", Pair(150, 120), || c::rt_winit_window_get_position(window));
    until(event_loop, |seen| *seen == Seen::Moved(150, 120));
}

pub fn limits() {
    let (_, window) = open("limits");
    assert!(c::rt_winit_window_set_min_size(window, 300, 200));
    assert!(c::rt_winit_window_set_max_size(window, 600, 500));
    becomes("hints", (true, true), || {
        let hints = sh(&format!("xprop -id {} WM_NORMAL_HINTS", c::rt_winit_window_id(window)));
        (hints.contains("minimum size: 300 by 200"), hints.contains("maximum size: 600 by 500"))
    });
    let resize = |width, height| {
        sh(&format!("wmctrl -i -r {} -e 0,-1,-1,{width},{height}", c::rt_winit_window_id(window)));
    };
    resize(100, 100);
    becomes("not smaller", texts(300, 200), || size(window));
    resize(900, 700);
    becomes("not larger", texts(600, 500), || size(window));
    assert!(c::rt_winit_window_set_max_size(window, 0, 0));
    assert!(c::rt_winit_window_set_min_size(window, 0, 0));
    resize(700, 600);
    becomes("free again", texts(700, 600), || size(window));

    assert!(c::rt_winit_window_set_min_size(window, 50, 60));
    assert!(!c::rt_winit_window_set_max_size(window, 40, 70));
    assert_eq!(c::last_error(), "the least width would be 50 and the greatest 40");

    assert!(c::rt_winit_window_set_resizable(window, false));
    becomes("fixed", true, || {
        let hints = sh(&format!("xprop -id {} WM_NORMAL_HINTS", c::rt_winit_window_id(window)));
        hints.contains("minimum size: 700 by 600") && hints.contains("maximum size: 700 by 600")
    });
    // New limits are for the time when it can be resized again.
    assert!(c::rt_winit_window_set_min_size(window, 50, 60));
    assert!(c::rt_winit_window_set_max_size(window, 900, 800));
    resize(444, 333);
    thread::sleep(Duration::from_millis(200));
    assert_eq!(size(window), texts(700, 600), "still fixed");
    assert!(c::rt_winit_window_set_max_size(window, 0, 0));
    assert!(c::rt_winit_window_set_resizable(window, true));
    becomes("not fixed", false, || {
        sh(&format!("xprop -id {} WM_NORMAL_HINTS", c::rt_winit_window_id(window)))
            .contains("maximum size: 700")
    });
}

pub fn title_and_frame() {
    let (_, window) = open("Grüße, 世界");
    assert_eq!(property(window, "_NET_WM_NAME"), "\"Grüße, 世界\"");
    assert!(c::set_title(window, "another"));
    becomes("title", "\"another\"".to_owned(), || property(window, "_NET_WM_NAME"));
    assert!(!c::set_title(window, &"t".repeat(65_536)));
    assert_eq!(c::last_error(), "`title` has 65536 bytes, and at most 65535 are taken");
    let framed = frame(window);
    assert!(c::rt_winit_window_set_decorations(window, false));
    becomes("no frame", vec![0, 0, 0, 0], || frame(window));
    assert!(c::rt_winit_window_set_decorations(window, true));
    becomes("a frame", framed, || frame(window));
}

pub fn states() {
    let (event_loop, window) = open("states");
    assert!(!c::rt_winit_window_is_maximized(window));
    assert!(c::rt_winit_window_set_maximized(window, true));
    becomes("maximised", true, || has_state(window, "_NET_WM_STATE_MAXIMIZED_VERT"));
    becomes("is maximised", true, || c::rt_winit_window_is_maximized(window));
    assert!(c::rt_winit_window_set_maximized(window, false));
    becomes("back", texts(400, 300), || size(window));
    assert!(!c::rt_winit_window_is_maximized(window));

    assert!(c::rt_winit_window_set_fullscreen(window, true));
    becomes("full screen", true, || has_state(window, "_NET_WM_STATE_FULLSCREEN"));
    becomes("its size", texts(1280, 800), || size(window));
    assert!(c::rt_winit_window_is_fullscreen(window));
    until(event_loop, |seen| *seen == Seen::Resized(1280, 800));
    assert_eq!(c::rt_winit_window_get_size(window), Pair(1280, 800));
    assert!(c::rt_winit_window_set_fullscreen(window, false));
    becomes("back", texts(400, 300), || size(window));
    becomes("not full screen", false, || c::rt_winit_window_is_fullscreen(window));

    // The user does it too, and the host undoes it either way.
    let by_user = |what: &str| {
        sh(&format!("wmctrl -i -r {} -b {what},fullscreen", c::rt_winit_window_id(window)));
    };
    by_user("add");
    becomes("full screen by the user", true, || c::rt_winit_window_is_fullscreen(window));
    assert!(c::rt_winit_window_set_fullscreen(window, false));
    becomes("back from it", texts(400, 300), || size(window));
    assert!(c::rt_winit_window_set_fullscreen(window, true));
    becomes("full screen", true, || c::rt_winit_window_is_fullscreen(window));
    by_user("remove");
    becomes("back by the user", false, || c::rt_winit_window_is_fullscreen(window));
    assert!(c::rt_winit_window_set_fullscreen(window, true));
    becomes("full screen again", texts(1280, 800), || size(window));
    assert!(c::rt_winit_window_set_fullscreen(window, false));
    becomes("back", texts(400, 300), || size(window));

    assert!(c::rt_winit_window_set_always_on_top(window, true));
    becomes("above", true, || has_state(window, "_NET_WM_STATE_ABOVE"));
    assert!(c::rt_winit_window_set_always_on_top(window, false));
    becomes("not above", false, || has_state(window, "_NET_WM_STATE_ABOVE"));

    assert!(c::rt_winit_window_set_minimized(window, true));
    becomes("iconic", true, || property(window, "WM_STATE").contains("Iconic"));
    assert!(c::rt_winit_window_set_minimized(window, false));
    becomes("not iconic", true, || property(window, "WM_STATE").contains("Normal"));

    assert!(c::rt_winit_window_is_visible(window));
    assert!(c::rt_winit_window_set_visible(window, false));
    becomes("hidden", "IsUnMapped".to_owned(), || info(window, "Map State"));
    assert!(!c::rt_winit_window_is_visible(window));
    assert!(c::rt_winit_window_set_visible(window, true));
    becomes("shown", "IsViewable".to_owned(), || info(window, "Map State"));
    becomes("is shown", true, || c::rt_winit_window_is_visible(window));

    let other = c::window(event_loop, 100, 100, "other");
    let focused = || sh("xdotool getactivewindow").parse::<i64>().unwrap_or(0);
    becomes("the new one has the keyboard", c::rt_winit_window_id(other), focused);
    assert!(c::rt_winit_window_focus(window));
    becomes("the old one has it again", c::rt_winit_window_id(window), focused);
    until(event_loop, |seen| *seen == Seen::Focused);
    becomes("it knows", (true, false), || {
        (c::rt_winit_window_has_focus(window), c::rt_winit_window_has_focus(other))
    });
    let asks = || sh(&format!("xprop -id {} WM_HINTS", c::rt_winit_window_id(other))).contains("urgency");
    assert!(c::rt_winit_window_request_attention(other, true));
    becomes("attention", true, asks);
    assert!(c::rt_winit_window_request_attention(other, false));
    becomes("no attention", false, asks);

    drain(event_loop);
    assert!(c::rt_winit_window_request_redraw(window));
    until(event_loop, |seen| *seen == Seen::Redraw);
    assert_eq!(c::rt_winit_window_scale_factor(window), 1.0);
    assert!(c::rt_winit_window_free(other));
    becomes("gone", true, || !tree().contains("\"other\""));
}

/// Told by events, whoever does it.
pub fn standing() {
    let (event_loop, window) = open("standing");
    let id = c::rt_winit_window_id(window);
    drain(event_loop);
    assert!(!c::rt_winit_window_is_minimized(window), "{}", c::last_error());
    assert!(c::rt_winit_window_set_maximized(window, true));
    until(event_loop, |seen| *seen == Seen::Maximized);
    assert!(c::rt_winit_window_set_minimized(window, true));
    until(event_loop, |seen| *seen == Seen::Minimized);
    assert!(c::rt_winit_window_is_minimized(window));
    assert!(c::rt_winit_window_set_minimized(window, false));
    until(event_loop, |seen| *seen == Seen::Maximized);
    assert!(!c::rt_winit_window_is_minimized(window));
    sh(&format!("wmctrl -i -r {id} -b remove,maximized_vert,maximized_horz"));
    until(event_loop, |seen| *seen == Seen::Restored);
    sh(&format!("wmctrl -i -r {id} -b add,maximized_vert,maximized_horz"));
    until(event_loop, |seen| *seen == Seen::Maximized);
    assert!(c::rt_winit_window_set_maximized(window, false));
    until(event_loop, |seen| *seen == Seen::Restored);
    sh(&format!("xdotool windowminimize {id}"));
    until(event_loop, |seen| *seen == Seen::Minimized);
    // What it is told again is no news.
    assert!(c::rt_winit_window_set_always_on_top(window, true));
    becomes("above", true, || has_state(window, "_NET_WM_STATE_ABOVE"));
    assert!(c::rt_winit_window_set_minimized(window, false));
    let seen = until(event_loop, |seen| *seen == Seen::Restored);
    assert!(!seen.contains(&Seen::Minimized), "{seen:?}");
}

pub fn occlusion() {
    let (event_loop, window) = open("below");
    assert!(!c::rt_winit_window_is_occluded(window), "{}", c::last_error());
    let cover = c::window_with(event_loop, r#"{"fullscreen": true, "title": "above"}"#);
    assert!(cover > 0, "{}", c::last_error());
    until(event_loop, |seen| *seen == Seen::Occluded);
    assert!(c::rt_winit_window_is_occluded(window) && !c::rt_winit_window_is_occluded(cover));
    assert!(c::rt_winit_window_free(cover));
    until(event_loop, |seen| *seen == Seen::Exposed);
    assert!(!c::rt_winit_window_is_occluded(window));
}

pub fn pointer_at() -> (i64, i64) {
    let said = sh("xdotool getmouselocation");
    let number = |name: &str| {
        said.split(' ').find_map(|part| part.strip_prefix(name)?.parse().ok()).expect("a coordinate")
    };
    (number("x:"), number("y:"))
}

pub fn pointer() {
    let (event_loop, window) = open("pointer");
    let corner = || {
        let (x, y) = corner(window);
        (x.parse::<i64>().unwrap(), y.parse::<i64>().unwrap())
    };
    let (x, y) = corner();
    assert!(c::rt_winit_window_set_cursor_position(window, 50, 60));
    becomes("placed", (x + 50, y + 60), pointer_at);
    until(event_loop, |seen| *seen == Seen::Mouse(50.0, 60.0));

    assert!(c::rt_winit_window_set_cursor_grab(window, true), "{}", c::last_error());
    sh("xdotool mousemove 1200 790");
    let (px, py) = pointer_at();
    assert!(px < x + 400 && py < y + 300, "kept inside: {px} {py}");
    assert!(c::rt_winit_window_set_cursor_grab(window, false));
    sh("xdotool mousemove 1200 790");
    assert_eq!(pointer_at(), (1200, 790));
}

pub fn config() {
    let event_loop = c::rt_winit_event_loop_new();
    let make = |json: &str| {
        let window = c::window_with(event_loop, json);
        assert!(window > 0, "{json}: {}", c::last_error());
        window
    };
    let plain = make("{}");
    becomes("800 by 600", texts(800, 600), || size(plain));
    assert!(c::rt_winit_window_free(plain));

    let small = make(
        r#"{"width": 320, "height": 240, "title": "small", "decorations": false, "min_width": 100,
            "min_height": 90, "max_width": 500, "max_height": 400, "always_on_top": true}"#,
    );
    becomes("320 by 240", texts(320, 240), || size(small));
    becomes("above", true, || has_state(small, "_NET_WM_STATE_ABOVE"));
    assert_eq!(property(small, "_NET_WM_NAME"), "\"small\"");
    assert_eq!(frame(small), [0, 0, 0, 0]);
    let hints = sh(&format!("xprop -id {} WM_NORMAL_HINTS", c::rt_winit_window_id(small)));
    assert!(
        hints.contains("minimum size: 100 by 90") && hints.contains("maximum size: 500 by 400"),
        "{hints}"
    );

    let fixed = make(r#"{"resizable": false}"#);
    let hints = sh(&format!("xprop -id {} WM_NORMAL_HINTS", c::rt_winit_window_id(fixed)));
    assert!(
        hints.contains("minimum size: 800 by 600") && hints.contains("maximum size: 800 by 600"),
        "{hints}"
    );

    let placed = make(r#"{"x": 150, "y": 120, "app_id": "org.example.placed", "width": 64, "height": 48}"#);
    becomes("its place", Pair(150, 120), || c::rt_winit_window_get_position(placed));
    assert_eq!(property(placed, "WM_CLASS"), "\"org.example.placed\", \"org.example.placed\"");

    let maximised = make(r#"{"maximized": true}"#);
    becomes("maximised", true, || c::rt_winit_window_is_maximized(maximised));
    let full = make(r#"{"fullscreen": true}"#);
    becomes("full screen", texts(1280, 800), || size(full));
    let hidden = make(r#"{"visible": false, "title": "hidden"}"#);
    assert_eq!(info(hidden, "Map State"), "IsUnMapped");
    let transparent = make(r#"{"transparent": true, "width": 20, "height": 10}"#);
    assert_eq!(info(transparent, "Depth"), "32");
    // Red, half of green, and nothing where there is no picture: premultiplied, as compositors take it.
    assert!(c::present(transparent, 2, 1, &[255, 0, 0, 255, 0, 255, 0, 128]), "{}", c::last_error());
    assert!(c::rt_winit_window_set_position(transparent, 100, 100));
    let pixels = || contents(c::rt_winit_window_id(transparent) as u32, 3, 1);
    becomes("seen through", vec![0xffff_0000, 0x8000_8000, 0], pixels);
    assert_eq!(c::window_with(event_loop, &format!(r#"{{"title": "{}"}}"#, "t".repeat(65_536))), 0);

    assert_eq!(c::window_with(event_loop, r#"{"heigth": 3}"#), 0);
    assert!(c::last_error().contains("unknown field `heigth`"), "{}", c::last_error());
}

/// The colour of a point of the screen as 6 hexadecimal digits.
fn colour_at(x: i64, y: i64) -> String {
    let said = sh(&format!("import -window root -crop 1x1+{x}+{y} -depth 8 txt:-"));
    let digits = said.rsplit('#').next().unwrap_or_else(|| panic!("no colour in {said}"));
    digits.chars().take(6).collect()
}

pub fn pictures() {
    let event_loop = c::rt_winit_event_loop_new();
    let window = c::window_with(event_loop, r#"{"width": 200, "height": 100, "decorations": false}"#);
    becomes("viewable", "IsViewable".to_owned(), || info(window, "Map State"));
    until(event_loop, |seen| *seen == Seen::Redraw);

    // The left half 102030, the right half C0FFEE, all of it the window's size.
    let halves: Vec<u8> = (0..200 * 100)
        .flat_map(|i| if i % 200 < 100 { [0x10, 0x20, 0x30, 255] } else { [0xc0, 0xff, 0xee, 255] })
        .collect();
    // Shown once, and anew where the window system asks for it, as hosts are told to.
    let shows = |what: &str, picture: (i64, i64, &[u8]), colour: &str, dx: i64, dy: i64| {
        let (width, height, pixels) = picture;
        let show = || assert!(c::present(window, width, height, pixels), "{}", c::last_error());
        show();
        becomes(what, colour.to_owned(), || {
            if drain(event_loop).contains(&Seen::Redraw) {
                show();
            }
            // The window manager may only just have put it where it is.
            let (x, y) = corner(window);
            colour_at(x.parse::<i64>().unwrap() + dx, y.parse::<i64>().unwrap() + dy)
        });
    };
    let picture = (200, 100, &halves[..]);
    shows("left", picture, "102030", 0, 0);
    shows("left of the middle", picture, "102030", 99, 99);
    shows("right of the middle", picture, "C0FFEE", 100, 0);
    shows("last", picture, "C0FFEE", 199, 99);

    // A small one: black around it; half of white is 80 grey.
    let small = (1, 2, &[255, 255, 255, 128, 9, 8, 7, 255][..]);
    shows("grey", small, "808080", 0, 0);
    shows("below", small, "090807", 0, 1);
    shows("around", small, "000000", 1, 0);

    // A large one is cut off; the window may change its size meanwhile.
    assert!(c::rt_winit_window_set_size(window, 120, 60));
    shows("still there", picture, "C0FFEE", 119, 59);

    assert!(!c::present(window, 200, 100, &halves[1..]));
    assert_eq!(c::last_error(), "`pixels` has 79999 bytes, but 200 times 100 pixels have 80000");
    assert!(!c::present(window, 0, 100, &[]));
    assert!(c::rt_winit_window_free(window));
    assert!(!c::present(window, 1, 1, &[0; 4]));
}

pub fn destroyed_by_another() {
    let (event_loop, window) = open("destroyed");
    sh(&format!("xdotool windowclose {}", c::rt_winit_window_id(window)));
    until(event_loop, |seen| *seen == Seen::Destroyed);
    assert!(c::rt_winit_event_loop_run_return(event_loop), "it has no window any more");
    for worked in [
        c::set_title(window, "still?"),
        c::rt_winit_window_set_size(window, 9, 9),
        c::rt_winit_window_set_min_size(window, 9, 9),
        c::present(window, 1, 1, &[0; 4]),
        c::rt_winit_window_set_relative_mouse(window, true),
    ] {
        assert!(!worked && c::last_error().contains("is gone"), "{}", c::last_error());
    }
    assert_eq!(c::rt_winit_window_get_size(window), Pair(0, 0));
    assert!(c::rt_winit_window_free(window));
    assert!(drain(event_loop).is_empty());
}

/// A host that shows pictures faster than they are drawn is slowed; they do not pile up.
pub fn pictures_for_a_slow_server() {
    let event_loop = c::rt_winit_event_loop_new();
    let window = c::window_with(event_loop, r#"{"width": 200, "height": 100, "decorations": false}"#);
    until(event_loop, |seen| *seen == Seen::Redraw);
    let shown = AtomicU8::new(0);
    let show = |green: u8| {
        assert!(c::present(window, 200, 100, &[0, green, 0, 255].repeat(200 * 100)), "{}", c::last_error());
        shown.store(green, Ordering::SeqCst);
    };
    show(1);
    show(2);
    becomes("drawn", "000200".to_owned(), || colour_at(100, 50));

    let server = std::env::var("RIGS_X_SERVER").expect("the rig's");
    let signal = |name: &str| output(Command::new("kill").args([name, &server]));
    signal("-STOP");
    thread::scope(|scope| {
        let host = scope.spawn(|| (3..=20).for_each(show));
        thread::sleep(Duration::from_millis(300));
        let meanwhile = shown.load(Ordering::SeqCst);
        signal("-CONT");
        host.join().expect("all are shown");
        assert!(meanwhile <= 4, "two are on their way, not {}", meanwhile - 2);
    });
    becomes("the last", "001400".to_owned(), || colour_at(100, 50));
}

pub fn icon_and_raw_handle() {
    let (_, window) = open("icon");
    assert!(c::set_icon(window, 2, 1, &[1, 2, 3, 4, 5, 6, 7, 8]), "{}", c::last_error());
    // Width, height, then ARGB.
    becomes("icon", true, || {
        let id = c::rt_winit_window_id(window);
        let icon = sh(&format!("xprop -id {id} -notype 32c _NET_WM_ICON"));
        icon.contains(&format!("2, 1, {}, {}", 0x0401_0203, 0x0805_0607))
    });
    assert!(!c::set_icon(window, 2, 1, &[0; 7]));
    assert!(!c::set_icon(window, 1025, 1, &[0; 4100]));
    assert!(c::set_icon(window, 0, 0, &[]));

    let raw = c::rt_winit_window_raw_handle(window);
    assert_eq!((raw.platform, raw.window, raw.screen), (1, c::rt_winit_window_id(window), 0));
    assert!(raw.display != 0 && raw.visual > 0);
    let visual = info(window, "Visual");
    assert_eq!(i64::from_str_radix(visual.trim_start_matches("0x"), 16), Ok(raw.visual));
}

pub fn the_user_closes_and_resizes() {
    let (event_loop, window) = open("mine");
    let id = c::rt_winit_window_id(window);
    sh(&format!("wmctrl -i -r {id} -e 0,300,200,450,350"));
    until(event_loop, |seen| *seen == Seen::Resized(450, 350));
    becomes("size", Pair(450, 350), || c::rt_winit_window_get_size(window));
    becomes("position", Pair(300, 200), || c::rt_winit_window_get_position(window));
    sh(&format!("wmctrl -i -c {id}"));
    until(event_loop, |seen| *seen == Seen::CloseRequested);
    assert_eq!(info(window, "Map State"), "IsViewable", "closing is the host's to do");
    assert!(c::rt_winit_window_free(window));
    until(event_loop, |seen| *seen == Seen::Destroyed);
    assert!(!tree().contains("\"mine\""));
}

pub fn monitors() {
    assert_eq!(c::rt_winit_monitor_count(), 1);
    assert_eq!(c::rt_winit_monitor_get_size(0), Pair(1280, 800));
    assert_eq!(c::rt_winit_monitor_get_position(0), Pair(0, 0));
    assert_eq!(c::rt_winit_monitor_get_scale_factor(0), 1.0);
    let named = sh("xrandr --listmonitors");
    let name = c::monitor_name(0);
    assert!(!name.is_empty() && named.contains(&name), "{name}: {named}");
    // What xrandr says of its mode.
    let rate = sh("xrandr | grep -F '*' | head -1 | tr -s ' ' | cut -d ' ' -f 3 | tr -d '*+'");
    let rate: f64 = rate.parse().unwrap_or_else(|_| panic!("no rate: {rate}"));
    let told = c::rt_winit_monitor_get_refresh_rate(0);
    assert!((told - rate).abs() < 0.01, "{told} {rate}");
    assert_eq!(c::rt_winit_monitor_primary(), 0, "{}", c::last_error());
    let (event_loop, window) = open("on a monitor");
    assert_eq!(c::rt_winit_window_get_monitor(window), 0);
    assert!(!c::rt_winit_window_set_fullscreen_on(window, 1));
    assert!(c::rt_winit_window_set_fullscreen_on(window, 0), "{}", c::last_error());
    becomes("full screen", texts(1280, 800), || size(window));
    assert!(c::rt_winit_window_set_fullscreen(window, false));
    becomes("back", texts(400, 300), || size(window));
    assert!(c::rt_winit_event_loop_free(event_loop));
    assert_eq!(c::rt_winit_monitor_get_size(1), Pair(0, 0));
    assert_eq!(c::last_error(), "`monitor_id` is 1, but there are 1 monitors");
    assert_eq!(c::monitor_name(-1), "");
}

/// A screen whose own pixels are not ours.
pub fn on_thirty_bits() {
    let (event_loop, window) = open("deep");
    let picture: Vec<u8> = [0xc0, 0xff, 0xee, 255].repeat(320 * 240);
    assert!(c::present(window, 320, 240, &picture), "{}", c::last_error());
    let id = c::rt_winit_window_id(window) as u32;
    becomes("seen", true, || contents(id, 320, 240).iter().all(|pixel| pixel & 0xff_ffff == 0xc0ffee));
    let clear = c::window_with(event_loop, r#"{"width": 32, "height": 32, "transparent": true}"#);
    assert!(c::present(clear, 32, 32, &[1, 2, 3, 255].repeat(32 * 32)), "{}", c::last_error());
    assert!(c::rt_winit_window_free(window));
}

pub fn clipboard() {
    assert_eq!(c::clipboard(), "");
    assert!(c::last_error().contains("clipboard"), "nothing is there: {}", c::last_error());
    assert!(c::set_clipboard("Grüße, 世界 🎹\n\ttwo"), "{}", c::last_error());
    assert_eq!(c::clipboard(), "Grüße, 世界 🎹\n\ttwo");
    assert_eq!(sh("xclip -selection clipboard -o"), "Grüße, 世界 🎹\n\ttwo");

    sh("printf 'from outside, ä' | xclip -selection clipboard -i >/dev/null 2>&1");
    becomes("from outside", "from outside, ä".to_owned(), c::clipboard);

    assert!(c::set_clipboard(""), "{}", c::last_error());
    assert_eq!(c::clipboard(), "");
    assert_eq!(sh("xclip -selection clipboard -o"), "");

    // Several MiB go in pieces.
    let long: String = (0..400_000).map(|i| format!("{i:>11} ")).collect();
    assert!(c::set_clipboard(&long));
    assert_eq!(sh("xclip -selection clipboard -o | md5sum"), sh_with(&long, "md5sum"));
    assert_eq!(c::clipboard().len(), long.len());
    sh_with(&long, "xclip -selection clipboard -i >/dev/null 2>&1");
    becomes("several MiB from outside", true, || c::clipboard() == long);

    // More than a request to the server holds.
    assert!(c::set_clipboard(&"x".repeat(17 << 20)), "{}", c::last_error());
    assert_eq!(sh("xclip -selection clipboard -o | wc -c"), "17825792");
    // Pieces that take their time, and a program that never answers.
    selection::offer(&["slow", "ly, ", "ä"], Duration::from_millis(60));
    assert_eq!(c::clipboard(), "slowly, ä", "{}", c::last_error());
    selection::offer(&[], Duration::ZERO);
    assert_eq!(c::clipboard(), "");
    assert!(c::last_error().contains("does not answer"), "{}", c::last_error());
}

fn sh_with(input: &str, line: &str) -> String {
    use std::{
        io::Write,
        process::{Command, Stdio},
    };
    let mut child = Command::new("sh")
        .args(["-c", line])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a shell");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("read");
    String::from_utf8(child.wait_with_output().expect("its end").stdout).expect("text").trim().to_owned()
}
