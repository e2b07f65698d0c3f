//! Dialogs of the real portal, with hands of xdotool; messages by a program that stands in for zenity.

use crate::{
    c,
    seen::{Seen, becomes, until},
    windows::open,
};
use rigs::{
    portal::set_color_scheme,
    tools::{Scratch, eventually},
    x11::sh,
};
use std::{os::unix::fs::PermissionsExt, path::Path, thread, time::Duration};

/// Waits for the dialog of this title and presses these keys, or types a text and Return.
fn answer(title: &str, keys: &[&str]) {
    let found = eventually("the dialog", || {
        let found = sh(&format!("xdotool search --onlyvisible --name '^{title}$' || true"));
        found.lines().next().map(str::to_owned)
    });
    sh(&format!("xdotool windowfocus --sync {found} || true"));
    // GTK reads keys once it has drawn itself.
    thread::sleep(Duration::from_millis(700));
    for keys in keys {
        sh(&format!("xdotool {keys}"));
        thread::sleep(Duration::from_millis(300));
    }
}

fn answered<R: Send>(title: &str, keys: &[&str], ask: impl FnOnce() -> R + Send) -> R {
    thread::scope(|scope| {
        let asked = scope.spawn(ask);
        answer(title, keys);
        asked.join().expect("no panic")
    })
}

pub fn files() {
    let (_, window) = open("with dialogs");
    let folder = Scratch::new("chosen");
    let (one, two) = (folder.path().join("a picture.png"), folder.path().join("two.jpg"));
    for file in [&one, &two] {
        std::fs::write(file, "chosen").expect("a file");
    }
    let text = |path: &Path| path.to_str().expect("UTF-8").to_owned();
    // A slash makes room for a path, which takes a moment.
    let typed = |path: &Path| format!("type --delay 20 '{}'", &text(path)[1..]);
    let filters = ["Pictures|*.png;*.jpg", "All|*"];

    let chosen = answered("Pick one", &["key slash", &typed(&one), "key Return"], || {
        (c::open_files(window, "Pick one", false, &filters), c::last_error())
    });
    assert_eq!(chosen, (vec![text(&one)], String::new()));
    // None is no failure.
    let none = answered("Pick none", &["key Escape"], || {
        (c::open_files(0, "Pick none", true, &[]), c::last_error())
    });
    assert_eq!(none, (vec![], String::new()));
    let inside = answered("Where", &["key slash", &typed(folder.path()), "key Return"], || {
        (c::open_folder(window, "Where"), c::last_error())
    });
    assert_eq!(inside, (text(folder.path()), String::new()));
    let new = folder.path().join("new.png");
    let saved = answered("Save it", &["key ctrl+a", "key slash", &typed(&new), "key Return"], || {
        (c::save_file(window, "Save it", "untitled.png", &filters), c::last_error())
    });
    assert_eq!(saved, (text(&new), String::new()));

    for wrong in ["*.png", "|*", "Pictures|"] {
        assert_eq!(c::open_files(window, "Wrong", false, &[wrong]), Vec::<String>::new());
        assert!(c::last_error().contains("`filters` holds"), "{}", c::last_error());
    }
    assert!(c::rt_winit_window_free(window));
    assert_eq!(c::open_folder(window, "Of a window that is gone"), "");
    assert!(c::last_error().contains("`window`"), "{}", c::last_error());
    // Whoever shows it goes away.
    let gone = thread::scope(|scope| {
        let asked = scope.spawn(|| (c::open_files(0, "Lost", false, &[]), c::last_error()));
        answer("Lost", &[]);
        let bus = std::env::var("DBUS_SESSION_BUS_ADDRESS").expect("a bus");
        let call = "gdbus call --session -d org.freedesktop.DBus -o /org/freedesktop/DBus -m \
                    org.freedesktop.DBus.GetConnectionUnixProcessID org.freedesktop.portal.Desktop";
        let said = sh(&format!("DBUS_SESSION_BUS_ADDRESS='{bus}' {call}"));
        let process: String = said.replace("uint32", "").chars().filter(char::is_ascii_digit).collect();
        sh(&format!("kill {process}"));
        asked.join().expect("no panic")
    });
    assert!(gone.0.is_empty() && gone.1.contains("ended before the dialog did"), "{gone:?}");
}

pub fn theme() {
    let (event_loop, window) = open("light and dark");
    set_color_scheme("prefer-dark");
    assert_eq!(c::rt_winit_get_theme(), 2, "{}", c::last_error());
    for (scheme, theme) in [("prefer-light", 1), ("default", 0), ("prefer-dark", 2)] {
        // Whoever watches may begin to only now.
        thread::sleep(Duration::from_millis(500));
        set_color_scheme(scheme);
        until(event_loop, |seen| *seen == Seen::Theme(theme));
        becomes("the theme", theme, || c::rt_winit_get_theme());
    }
    assert!(c::rt_winit_window_free(window));
}

/// It writes down what it is asked, and ends as its file says.
pub fn messages() {
    let folder = Scratch::new("programs");
    let program = folder.path().join("zenity");
    let script = |end: &str| {
        let text = format!("#!/bin/sh\nprintf '%s\\n' \"$@\" > {}/said\n{end}\n", folder.path().display());
        std::fs::write(&program, text).expect("a file");
        std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).expect("its mode");
    };
    let said = || std::fs::read_to_string(folder.path().join("said")).expect("what it was asked");
    let path = std::env::var("PATH").expect("a path");
    c::set_variable("PATH", &format!("{}:{path}", folder.path().display()));
    script("exit 0");
    assert_eq!(c::message(0, "Done", "<b> & ä\n2", "Fine", ""), 0, "{}", c::last_error());
    let wanted = "--info\n--no-markup\n--title=Done\n--text=<b> & ä\n2\n--icon-name=dialog-information\n--ok-label=Fine\n";
    assert_eq!(said(), wanted);
    assert_eq!(c::message(2, "Broken", "-x", "", ""), 0);
    assert!(said().starts_with("--error\n") && said().contains("\n--text=-x\n"), "{}", said());
    script("exit 1");
    assert_eq!(c::message(1, "Really?", "All of it", "Delete", "Keep"), 1);
    assert!(
        said().starts_with("--question\n") && said().contains("--icon-name=dialog-warning"),
        "{}",
        said()
    );
    assert!(said().ends_with("--ok-label=Delete\n--cancel-label=Keep\n"), "{}", said());
    script("exit 5");
    assert_eq!(c::message(0, "", "", "", ""), -1);
    assert!(c::last_error().contains("zenity failed: exit status: 5"), "{}", c::last_error());
    assert_eq!(c::message(3, "", "", "", ""), -1);
    assert!(c::last_error().contains("`kind` is 3"), "{}", c::last_error());
}

pub fn nobody_there() {
    let fails = |why: &str| {
        assert!(
            c::last_error().contains("cannot be done here") && c::last_error().contains(why),
            "{}",
            c::last_error()
        );
    };
    assert_eq!(c::open_files(0, "Nobody", false, &[]), Vec::<String>::new());
    fails("there is no session bus");
    assert_eq!(c::save_file(0, "Nobody", "", &[]), "");
    fails("there is no session bus");
    assert_eq!(c::rt_winit_get_theme(), -1);
    fails("there is no session bus");
    assert_eq!(c::message(0, "Nobody", "", "", ""), -1);
    fails("neither zenity nor kdialog is installed");
}
