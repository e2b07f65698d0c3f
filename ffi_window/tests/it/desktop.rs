//! The desktop around windows, beside what its own programs say of it.

use crate::{c, seen::becomes, windows::open};
use rigs::x11::sh;
use std::{
    io::Write,
    process::{Command, Stdio},
    thread,
    time::Duration,
};
use x11rb::{
    connection::RequestConnection,
    protocol::screensaver::{ConnectionExt, State, X11_EXTENSION_NAME},
};

fn id(window: i64) -> i64 {
    c::rt_winit_window_id(window)
}

pub fn opacity() {
    let (_, window) = open("translucent");
    let said = || sh(&format!("xprop -id {} _NET_WM_WINDOW_OPACITY", id(window)));
    assert_eq!(c::rt_winit_window_get_opacity(window), 1.0);
    assert!(said().contains("not found"), "{}", said());
    assert!(c::rt_winit_window_set_opacity(window, 0.25), "{}", c::last_error());
    // A quarter of 2^32 - 1, to the nearest.
    assert!(said().ends_with("= 1073741824"), "{}", said());
    assert_eq!(c::rt_winit_window_get_opacity(window), 1_073_741_824.0 / 4_294_967_295.0);
    // What another program says holds as well.
    sh(&format!(
        "xprop -id {} -f _NET_WM_WINDOW_OPACITY 32c -set _NET_WM_WINDOW_OPACITY 4294967295",
        id(window)
    ));
    assert_eq!(c::rt_winit_window_get_opacity(window), 1.0);
    assert!(c::rt_winit_window_set_opacity(window, 0.0) && c::rt_winit_window_get_opacity(window) == 0.0);
    assert!(c::rt_winit_window_set_opacity(window, 1.0));
    assert!(said().contains("not found"), "{}", said());
    for wrong in [f64::NAN, -0.1, 1.1] {
        assert!(!c::rt_winit_window_set_opacity(window, wrong));
        assert_eq!(c::last_error(), format!("`opacity` is {wrong}, but must lie between 0 and 1"));
    }
}

/// A panel of 40 pixels at the top, as its own window says.
pub fn work_area() {
    let area = || {
        let area = c::rt_winit_monitor_get_work_area(0);
        (area.x, area.y, area.width, area.height)
    };
    let (_, panel) = open("panel");
    assert_eq!(area(), (0, 0, 1280, 800), "{}", c::last_error());
    sh(&format!("xprop -id {} -f _NET_WM_STRUT 32c -set _NET_WM_STRUT 0,0,40,0", id(panel)));
    becomes("less", (0, 40, 1280, 760), area);
    let said = sh("xprop -root _NET_WORKAREA");
    assert!(said.contains("= 0, 40, 1280, 760"), "{said}");
    assert!(c::rt_winit_window_free(panel));
    becomes("all of it", (0, 0, 1280, 800), area);
    assert_eq!(c::rt_winit_monitor_get_work_area(7).width, 0);
    assert!(c::last_error().contains("`monitor_id` is 7"), "{}", c::last_error());
}

/// As `xrandr` lists them.
pub fn video_modes() {
    let listed: Vec<(i64, i64, f64)> = sh("xrandr | grep '^ '")
        .lines()
        .flat_map(|line| {
            let mut words = line.split_whitespace();
            let (width, height) = words.next().and_then(|size| size.split_once('x')).expect("a size");
            let size = (width.parse().expect("a number"), height.parse().expect("a number"));
            let rates: Vec<f64> =
                words.filter_map(|word| word.trim_end_matches(['*', '+']).parse().ok()).collect();
            rates.into_iter().map(move |rate| (size.0, size.1, rate))
        })
        .collect();
    let (_, window) = open("in a mode");
    let told: Vec<(i64, i64, f64)> = (0..c::rt_winit_monitor_video_mode_count(0))
        .map(|mode| c::rt_winit_monitor_get_video_mode(0, mode))
        .map(|mode| {
            assert_eq!(mode.bit_depth, 24);
            (mode.width, mode.height, mode.refresh_rate)
        })
        .collect();
    let sizes = |modes: &[(i64, i64, f64)]| modes.iter().map(|mode| (mode.0, mode.1)).collect::<Vec<_>>();
    assert!(!told.is_empty() && sizes(&told) == sizes(&listed), "{told:?}, and xrandr {listed:?}");
    assert!(c::rt_winit_window_set_fullscreen_mode(window, 0, 0), "{}", c::last_error());
    becomes("full", (1280, 800), || {
        let c::Pair(width, height) = c::rt_winit_window_get_size(window);
        (width, height)
    });
    assert!(c::rt_winit_window_set_fullscreen(window, false));
    becomes("its own", (400, 300), || {
        let c::Pair(width, height) = c::rt_winit_window_get_size(window);
        (width, height)
    });
    assert!(!c::rt_winit_window_set_fullscreen_mode(window, 0, -1));
    assert!(c::last_error().contains("`mode` is -1, but monitor "), "{}", c::last_error());
}

pub fn lock_keys() {
    let (_, _window) = open("locks");
    let lights = || c::rt_winit_lock_keys();
    assert_eq!(lights(), 0, "{}", c::last_error());
    for (key, on) in [("Caps_Lock", 1), ("Num_Lock", 3), ("Caps_Lock", 2), ("Num_Lock", 0)] {
        sh(&format!("xdotool key {key}"));
        becomes(key, on, lights);
    }
    let said = sh("xset q | grep 'LED mask'");
    assert!(said.ends_with("00000000"), "{said}");
}

/// The server's screen saver, which comes after two seconds.
pub fn awake() {
    let (connection, screen) = x11rb::connect(None).expect("the server");
    let has_saver = connection.extension_information(X11_EXTENSION_NAME).expect("an answer").is_some();
    assert!(has_saver);
    let root = x11rb::connection::Connection::setup(&connection).roots[screen].root;
    let is_on = || {
        let asked = connection.screensaver_query_info(root).expect("a request").reply();
        State::from(asked.expect("an answer").state) == State::ON
    };
    let (_, window) = open("a film");
    sh("xset s 2 2 s noblank");
    assert!(c::rt_winit_window_keep_awake(window, true), "{}", c::last_error());
    assert!(c::rt_winit_window_keep_awake(window, true), "twice is once");
    sh("xset s reset");
    thread::sleep(Duration::from_millis(3500));
    assert!(!is_on(), "held off");
    assert!(c::rt_winit_window_keep_awake(window, false));
    assert!(c::rt_winit_window_keep_awake(window, false));
    becomes("on", true, is_on);
    // A window that goes lets go of it.
    sh("xset s reset");
    assert!(c::rt_winit_window_keep_awake(window, true));
    assert!(c::rt_winit_window_free(window));
    becomes("on again", true, is_on);
}

/// A picture of one red pixel, by another program.
fn red_pixel() -> Vec<u8> {
    let made = Command::new("convert").args(["-size", "1x1", "xc:red", "png:-"]).output();
    made.expect("convert (`cargo xtask setup`?)").stdout
}

fn pipe_into(line: &str, bytes: &[u8]) {
    let mut shell = Command::new("sh")
        .args(["-c", line])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a shell");
    shell.stdin.take().expect("its input").write_all(bytes).expect("a pipe");
    assert!(shell.wait().expect("its end").success(), "{line}");
}

fn read_from(line: &str) -> Vec<u8> {
    let read = Command::new("sh").args(["-c", line]).output().expect("a shell");
    assert!(read.status.success(), "{line}: {}", String::from_utf8_lossy(&read.stderr));
    read.stdout
}

/// How another program reads and offers things in clipboards.
struct Other {
    /// `TYPE` is the form that is read.
    read: &'static str,
    offer: &'static str,
    primary: &'static str,
    select: &'static str,
}

fn rich(other: &Other) {
    let read = |form: &str| read_from(&other.read.replace("TYPE", form));
    let offer = |form: &str, bytes: &[u8]| pipe_into(&other.offer.replace("TYPE", form), bytes);
    assert_eq!((c::html(), c::png()), (String::new(), Vec::new()));
    assert!(c::last_error().contains("clipboard could not be read"), "{}", c::last_error());

    let html = "<p>Grüße, <b>世界</b></p>";
    assert!(c::set_html(html, "Grüße, 世界"), "{}", c::last_error());
    assert_eq!((c::html().as_str(), c::clipboard().as_str()), (html, "Grüße, 世界"));
    assert_eq!(read("text/html"), html.as_bytes());
    assert_eq!(read("text/plain"), "Grüße, 世界".as_bytes());
    assert_eq!(c::png(), Vec::<u8>::new());
    offer("text/html", "<i>außen</i>".as_bytes());
    becomes("from outside", "<i>außen</i>".to_owned(), c::html);
    // As Firefox has written it.
    let wide: Vec<u8> = "\u{feff}<i>x</i>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    offer("text/html", &wide);
    becomes("in UTF-16", "<i>x</i>".to_owned(), c::html);

    let png = red_pixel();
    assert!(c::set_png(&png), "{}", c::last_error());
    assert!(c::png() == png && read("image/png") == png);
    assert_eq!((c::clipboard(), c::html()), (String::new(), String::new()));
    // Longer than a request to a server.
    let large = [png.clone(), vec![7; 3 << 20]].concat();
    assert!(c::set_png(&large) && c::png() == large && read("image/png") == large);
    offer("image/png", &png);
    becomes("a picture from outside", true, || c::png() == png);
    assert!(!c::set_png(b"GIF89a") && c::last_error().contains("is no PNG file"), "{}", c::last_error());

    assert!(c::set_clipboard("copied") && c::set_primary("selected, ä"), "{}", c::last_error());
    assert_eq!((c::clipboard().as_str(), c::primary().as_str()), ("copied", "selected, ä"));
    assert_eq!(read_from(other.primary), "selected, ä".as_bytes());
    pipe_into(other.select, "by another".as_bytes());
    becomes("selected by another", "by another".to_owned(), c::primary);
    assert_eq!(c::clipboard(), "copied");
}

pub fn rich_clipboard() {
    rich(&Other {
        read: "xclip -selection clipboard -o -t TYPE",
        offer: "xclip -selection clipboard -i -t TYPE",
        primary: "xclip -selection primary -o",
        select: "xclip -selection primary -i",
    });
}

pub fn on_wayland() {
    let (_, window) = crate::wayland::open("film");
    rich(&Other {
        read: "wl-paste --no-newline --type TYPE",
        offer: "wl-copy --type TYPE",
        primary: "wl-paste --no-newline --primary",
        select: "wl-copy --primary",
    });

    let inhibits = || sh("swaymsg -t get_tree").contains(r#""inhibit_idle": true"#);
    assert!(!inhibits());
    assert!(c::rt_winit_window_keep_awake(window, true), "{}", c::last_error());
    becomes("held off", true, inhibits);
    assert!(c::rt_winit_window_keep_awake(window, false));
    becomes("let go", false, inhibits);
    assert!(c::rt_winit_window_keep_awake(window, true));
    becomes("held off again", true, inhibits);

    let mode = c::rt_winit_monitor_get_video_mode(0, 0);
    assert_eq!((mode.width, mode.height), (1280, 800), "{}", c::last_error());
    // What Wayland does not have.
    let fails = |what: &str, outcome: bool| {
        assert!(!outcome, "{what}");
        assert!(c::last_error().contains("cannot be done here"), "{what}: {}", c::last_error());
    };
    fails("a mode", c::rt_winit_window_set_fullscreen_mode(window, 0, 0));
    fails("opacity", c::rt_winit_window_set_opacity(window, 0.5));
    assert_eq!(c::rt_winit_window_get_opacity(window), 1.0);
    fails("the work area", c::rt_winit_monitor_get_work_area(0).width != 0);
    assert!(c::rt_winit_window_set_theme(window, 2));

    // For as long as that keyboard is there.
    sh("(wtype -M capslock -s 3000 -k b >/dev/null 2>&1 &)");
    becomes("locked", 1, || c::rt_winit_lock_keys());
    assert!(c::rt_winit_window_free(window));
}
