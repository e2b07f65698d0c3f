//! Changes that other programs bring about: a denser screen, dragged files, and what they see of the pointer's shape.

use crate::{
    c::{self, Pair},
    seen::{Seen, becomes, drain, until},
    windows::{corner, open, size},
};
use rigs::{
    tools::{Scratch, eventually},
    x11::{cursor, drag::Drag, sh},
};
use std::{
    path::Path,
    process::{Command, Stdio},
};

/// Sets the density of the screen as a desktop tells it to its programs. Goes with the display.
fn density(settings: &Path, dots_per_inch: u32) {
    // In 1024ths.
    std::fs::write(settings, format!("Xft/DPI {}\n", dots_per_inch * 1024)).expect("settings");
}

pub fn scale_factor() {
    let folder = Scratch::new("settings");
    let settings = folder.path().join("xsettingsd");
    density(&settings, 96);
    let mut desktop = Command::new("xsettingsd")
        .arg("-c")
        .arg(&settings)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("xsettingsd (`cargo xtask setup`?)");
    // winit looks for it as it connects.
    eventually("the desktop's settings", || {
        let said = Command::new("dump_xsettings").stderr(Stdio::null()).output().ok()?;
        String::from_utf8_lossy(&said.stdout).contains("Xft/DPI").then_some(())
    });
    let (event_loop, window) = open("scaled");
    assert_eq!(c::rt_winit_window_scale_factor(window), 1.0);
    for (dots_per_inch, factor, pixels) in [(192, 2.0, Pair(800, 600)), (144, 1.5, Pair(600, 450))] {
        density(&settings, dots_per_inch);
        sh(&format!("kill -HUP {}", desktop.id()));
        until(event_loop, |seen| *seen == Seen::ScaleFactor(factor));
        assert_eq!(c::rt_winit_window_scale_factor(window), factor);
        becomes("the monitor's", factor, || c::rt_winit_monitor_get_scale_factor(0));
        // What is seen stays as large as it was.
        becomes("its size", pixels, || c::rt_winit_window_get_size(window));
        becomes("its pixels", (pixels.0.to_string(), pixels.1.to_string()), || size(window));
    }
    desktop.kill().expect("its end");
    desktop.wait().expect("its end");
}

pub fn dragged_files() {
    let (event_loop, window) = open("drop here");
    let folder = Scratch::new("dragged");
    let file = |name: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, "dragged").expect("a file");
        path.canonicalize().expect("its path")
    };
    let (one, two) = (file("one.txt"), file("zwei, ä.txt"));
    let (x, y) = corner(window);
    let over = |files: &[&Path]| {
        let inside = |side: &str| side.parse::<u32>().expect("a coordinate") + 20;
        Drag::over(c::rt_winit_window_id(window), inside(&x), inside(&y), files)
    };
    let text = |path: &Path| path.to_str().expect("UTF-8").to_owned();

    drain(event_loop);
    let drag = over(&[&one, &two]);
    until(event_loop, |seen| *seen == Seen::Hovered(text(&one)));
    until(event_loop, |seen| *seen == Seen::Hovered(text(&two)));
    drag.let_go();
    until(event_loop, |seen| *seen == Seen::Dropped(text(&one)));
    until(event_loop, |seen| *seen == Seen::Dropped(text(&two)));

    // Entries of all kinds; what is no file of this machine loses no other, and what is there is not asked.
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(&one, &link).expect("a link");
    let (folder, host) = (folder.path().display(), sh("uname -n"));
    let list = format!(
        "# dragged by a test\r\nhttp://example.org/x\r\nfile://elsewhere.invalid/x\r\nfile://{folder}/a%20b%23c\r\n\
         file://{folder}/gone.txt\nfile://localhost{folder}/local\r\nfile://{host}{folder}/named\r\n\
         file:{folder}/short\r\nfile://{folder}/link\r\nfile://{folder}/100%25\0"
    );
    let at = |side: &str| side.parse::<u32>().expect("a coordinate") + 20;
    let drag = Drag::of(c::rt_winit_window_id(window), at(&x), at(&y), list);
    drag.let_go();
    let names = ["a b#c", "gone.txt", "local", "named", "short", "link", "100%"];
    let wanted: Vec<Seen> = names.iter().map(|name| Seen::Dropped(format!("{folder}/{name}"))).collect();
    let last = wanted.last().cloned().expect("names");
    let seen = until(event_loop, |seen| *seen == last);
    let dropped: Vec<Seen> = seen.into_iter().filter(|seen| matches!(seen, Seen::Dropped(_))).collect();
    assert_eq!(dropped, wanted);

    // Its names need not be UTF-8, and a drop may come before what is dropped is known.
    Drag::hasty(c::rt_winit_window_id(window), at(&x), at(&y), format!("file://{folder}/bad%FF\r\n"));
    let odd = loop {
        let event = c::rt_winit_event_loop_wait_events(event_loop, 20_000);
        assert_ne!(event, 0, "{}", c::last_error());
        if c::rt_winit_event_get_type(event) == 50 {
            break event;
        }
        assert!(c::rt_winit_event_free(event));
    };
    assert_eq!(c::path(odd), format!("{folder}/bad\u{fffd}"));
    assert_eq!(c::path_bytes(odd), [folder.to_string().as_bytes(), b"/bad\xff"].concat());
    assert_eq!(c::dropped_text(odd), "");
    assert!(c::rt_winit_event_free(odd));

    // Text, and where.
    for kind in ["text/plain;charset=utf-8", "UTF8_STRING", "text/plain"] {
        let drag = Drag::of_type(kind, c::rt_winit_window_id(window), at(&x), at(&y), "über\nall".into());
        drag.let_go();
        let seen = until(event_loop, |seen| *seen == Seen::TextDropped("über\nall".into()));
        assert!(seen.contains(&Seen::Mouse(20.0, 20.0)), "{kind}: {seen:?}");
    }

    let drag = over(&[&two]);
    until(event_loop, |seen| *seen == Seen::Hovered(text(&two)));
    drag.leave();
    until(event_loop, |seen| *seen == Seen::HoverCancelled);
    assert!(drain(event_loop).iter().all(|seen| !matches!(seen, Seen::Dropped(_))));
}

/// The names of shapes, and X's own names for the same.
const SHAPES: [(&str, &str); 8] = [
    ("default", "left_ptr"),
    ("pointer", "hand2"),
    ("text", "xterm"),
    ("crosshair", "crosshair"),
    ("help", "question_arrow"),
    ("move", "fleur"),
    ("ew-resize", "sb_h_double_arrow"),
    ("ns-resize", "sb_v_double_arrow"),
];

pub fn cursor_shapes() {
    let (_, window) = open("pointed at");
    let id = c::rt_winit_window_id(window);
    let inside = || {
        sh(&format!("xdotool mousemove --window {id} 100 100"));
        cursor::picture()
    };
    for (shape, name) in SHAPES {
        // Beside the window the pointer looks as another program wants it to.
        sh(&format!("xsetroot -cursor_name {name}; xdotool mousemove 1270 790"));
        let wanted = cursor::picture();
        assert!(!wanted.is_empty(), "{shape}");
        assert!(c::set_cursor_icon(window, shape), "{shape}: {}", c::last_error());
        let look = |picture: cursor::Picture| {
            (picture.width, picture.height, picture.pixels.iter().map(|&p| p as u64).sum::<u64>())
        };
        becomes(shape, look(wanted), || look(inside()));
    }
    // One of the host's own: the X server shows the same pixels, premultiplied.
    let pixels = [[255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255], [9, 8, 7, 0]].concat();
    assert!(c::set_cursor_image(window, (2, 2), (1, 0), &pixels), "{}", c::last_error());
    let own = vec![0xffff_0000, 0xff00_ff00, 0xff00_00ff, 0];
    becomes("its own", (2, 2, own), || {
        let picture = inside();
        (picture.width, picture.height, picture.pixels)
    });
    for (size, hot, bytes, wrong) in [
        ((0, 2), (0, 0), 0, "`width` is 0"),
        ((2, 257), (0, 0), 2056, "`height` is 257"),
        ((2, 2), (2, 0), 16, "`hot_x` is 2"),
        ((2, 2), (0, -1), 16, "`hot_y` is -1"),
        ((2, 2), (0, 0), 15, "`pixels` has 15 bytes"),
    ] {
        assert!(!c::set_cursor_image(window, size, hot, &vec![0; bytes]));
        assert!(c::last_error().contains(wrong), "{wrong}: {}", c::last_error());
    }
    assert!(!c::set_cursor_icon(window, "banana"));
    assert_eq!(c::last_error(), "`icon` is \"banana\", which is no name of a cursor");

    assert!(c::rt_winit_window_set_cursor_visible(window, false));
    becomes("hidden", true, || inside().is_empty());
    assert!(c::rt_winit_window_set_cursor_visible(window, true));
    becomes("shown", false, || inside().is_empty());
}
