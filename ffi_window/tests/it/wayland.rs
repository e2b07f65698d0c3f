//! Wayland: all of it that there is, and clean failure where there is none.

use crate::{
    c::{self, Pair, PairF},
    seen::{Seen, becomes, drain, read, until},
};
use rigs::{
    held,
    tools::output,
    wayland::{
        SCREEN,
        drag::{Said, Source},
        input_method::InputMethod,
        pointer::{Pointer, button},
        tell, tree,
    },
    x11::sh,
};
use std::{
    cell::Cell,
    process::{Child, Command},
    thread,
};

pub fn open(title: &str) -> (i64, i64) {
    let event_loop = c::rt_winit_event_loop_new();
    assert!(event_loop > 0, "{}", c::last_error());
    let window = c::window(event_loop, 320, 240, title);
    assert!(window > 0, "{}", c::last_error());
    becomes("mapped", true, || tree().contains(&format!("\"name\": \"{title}\"")));
    (event_loop, window)
}

pub fn windows() {
    let (event_loop, window) = open("on Wayland");
    becomes("size", Pair(320, 240), || c::rt_winit_window_get_size(window));
    assert!(c::rt_winit_window_set_size(window, 400, 300), "{}", c::last_error());
    assert_eq!(c::rt_winit_window_get_size(window), Pair(400, 300));
    assert!(c::set_title(window, "retitled"));
    becomes("retitled", true, || tree().contains("\"name\": \"retitled\""));
    assert!(c::rt_winit_window_set_min_size(window, 100, 100));
    assert!(c::rt_winit_window_set_max_size(window, 0, 0));
    assert!(c::rt_winit_window_set_resizable(window, true));
    assert!(c::rt_winit_window_set_decorations(window, false));
    assert!(c::rt_winit_window_is_visible(window));
    assert_eq!(c::rt_winit_window_scale_factor(window), 1.0);
    assert!(!c::rt_winit_window_is_occluded(window), "{}", c::last_error());

    assert!(c::rt_winit_window_set_fullscreen(window, true));
    becomes("full screen", true, || c::rt_winit_window_is_fullscreen(window));
    until(event_loop, |seen| *seen == Seen::Resized(1280, 800));
    assert!(c::rt_winit_window_set_fullscreen(window, false));
    becomes("not full screen", false, || c::rt_winit_window_is_fullscreen(window));

    assert!(c::rt_winit_window_request_redraw(window));
    until(event_loop, |seen| *seen == Seen::Redraw);
    for shape in ["default", "pointer", "text"] {
        assert!(c::set_cursor_icon(window, shape), "{}", c::last_error());
    }
    assert!(c::rt_winit_window_set_ime_allowed(window, true));
    assert!(c::rt_winit_window_set_ime_area(window, 1, 2, 3, 4));
    let raw = c::rt_winit_window_raw_handle(window);
    assert!(raw.platform == 2 && raw.window != 0 && raw.display != 0);

    tell("[title=\"retitled\"] kill");
    until(event_loop, |seen| *seen == Seen::CloseRequested);
    assert!(c::rt_winit_window_free(window));
    until(event_loop, |seen| *seen == Seen::Destroyed);
    becomes("gone", false, || tree().contains("retitled"));
    assert!(c::rt_winit_event_loop_free(event_loop));
    assert_eq!(ffi_core::handle::live(), 0);
}

/// Wayland's numbers of windows are addresses, which are used again.
pub fn identity() {
    let live_windows = || {
        let event_loop = c::rt_winit_event_loop_new();
        let mut window = c::window(event_loop, 30, 20, "first");
        for _ in 0..40 {
            let old = c::rt_winit_window_id(window);
            assert!(c::rt_winit_window_free(window), "{}", c::last_error());
            window = c::window(event_loop, 30, 20, "next");
            let new = c::rt_winit_window_id(window);
            assert!(window > 0 && new != old, "{}", c::last_error());
            assert!(c::set_title(window, "lives"), "{}", c::last_error());
            let mut gone = Vec::new();
            loop {
                match c::rt_winit_event_loop_poll_events(event_loop, 1) {
                    0 => break,
                    event => gone.extend(Some(read(event)).filter(|(_, seen)| *seen == Seen::Destroyed)),
                }
            }
            assert_eq!(gone, [(old, Seen::Destroyed)]);
        }
        assert!(c::rt_winit_event_loop_free(event_loop));
    };
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(live_windows);
        }
    });
    assert_eq!(ffi_core::handle::live(), 0);
}

pub fn what_it_cannot() {
    let (event_loop, window) = open("limits");
    let fails = |what: &str, outcome: bool| {
        assert!(!outcome, "{what}");
        assert!(c::last_error().contains("cannot be done here"), "{what}: {}", c::last_error());
    };
    fails("hide", c::rt_winit_window_set_visible(window, false));
    fails("place", c::rt_winit_window_set_position(window, 1, 1));
    assert_eq!(c::rt_winit_window_get_position(window), Pair(0, 0));
    fails("ask for the place", false);
    fails("focus", c::rt_winit_window_focus(window));
    fails("tell that it is minimised", c::rt_winit_window_is_minimized(window));
    fails("keep on top", c::rt_winit_window_set_always_on_top(window, true));
    fails("bring back", c::rt_winit_window_set_minimized(window, false));
    fails("place the pointer", c::rt_winit_window_set_cursor_position(window, 1, 1));
    fails("an icon", c::set_icon(window, 1, 1, &[0; 4]));
    assert_eq!(c::window_with(event_loop, r#"{"visible": false}"#), 0);
    fails("open hidden", false);
    assert_eq!(c::window_with(event_loop, r#"{"always_on_top": true}"#), 0);
    fails("open on top", false);
    // More memory than a surface can have.
    assert_eq!(c::window(event_loop, 20_000, 20_000, "huge"), 0);
    assert!(c::last_error().contains("20000 times 20000 pixels is too large"), "{}", c::last_error());
    assert!(c::rt_winit_window_set_always_on_top(window, false));
    assert!(c::rt_winit_window_set_visible(window, true));
}

pub fn input_and_pictures() {
    let (event_loop, window) = open("pictures");
    let picture: Vec<u8> = [0xc0, 0xff, 0xee, 255].repeat(320 * 240);
    assert!(c::present(window, 320, 240, &picture), "{}", c::last_error());
    becomes("seen", true, || {
        // Where sway puts it is sway's: the colour is somewhere on the screen, as often as it was shown.
        let counted = sh("grim -t ppm - | convert ppm:- -format %c -depth 8 histogram:info:-");
        counted.lines().any(|line| line.contains("#C0FFEE") && line.trim().starts_with("76800:"))
    });
    drain(event_loop);
    // Its first key is lost on a keyboard that has only just been plugged in.
    sh("wtype -s 200 -k a -s 200 xY");
    let seen = until(event_loop, |seen| *seen == Seen::Text("Y".into()));
    assert!(seen.contains(&Seen::Text("x".into())), "{seen:?}");
    assert!(seen.iter().any(|seen| matches!(seen, Seen::Key(_, 88, true, ..))), "{seen:?}");

    assert!(c::rt_winit_window_set_cursor_visible(window, false));
}

/// Opens a window that fills the screen, so that its places are the screen's.
pub fn open_full(title: &str) -> (i64, i64) {
    let (event_loop, window) = open(title);
    assert!(c::rt_winit_window_set_fullscreen(window, true));
    until(event_loop, |seen| *seen == Seen::Resized(i64::from(SCREEN.0), i64::from(SCREEN.1)));
    // A window has the size that it shows.
    let black = [0, 0, 0, 255].repeat((SCREEN.0 * SCREEN.1) as usize);
    assert!(c::present(window, i64::from(SCREEN.0), i64::from(SCREEN.1), &black));
    (event_loop, window)
}

pub fn pointer() {
    let (event_loop, window) = open_full("pointed at");
    let mut mouse = Pointer::plug();
    mouse.go(200, 100);
    mouse.go(320, 240);
    let seen = until(event_loop, |seen| *seen == Seen::Mouse(320.0, 240.0));
    assert!(seen.contains(&Seen::Entered), "{seen:?}");
    for (kernels, ours) in [(button::LEFT, 0), (button::RIGHT, 1), (button::MIDDLE, 2)] {
        mouse.button(kernels, true);
        until(event_loop, |seen| *seen == Seen::Button(ours, true));
        assert!(c::rt_winit_window_mouse_button_is_pressed(window, ours), "{}", c::last_error());
        mouse.button(kernels, false);
        until(event_loop, |seen| *seen == Seen::Button(ours, false));
        assert!(!c::rt_winit_window_mouse_button_is_pressed(window, ours));
    }
    // The first frame has all of it.
    assert_eq!(c::rt_winit_window_frame(window, 0.0), 0.0);
    let left = c::rt_winit_window_frame_mouse_button(window, 0);
    assert_eq!((left.held, left.pressed, left.released), (false, true, true));
    let placed = c::rt_winit_window_frame_pointer(window);
    assert_eq!((placed.x, placed.y, placed.delta_x), (320.0, 240.0, 0.0));
    assert_eq!(c::rt_winit_window_cursor_position(window), PairF(320.0, 240.0));
    // A click of the wheel, towards the user and away; then a touchpad's 25 and -5 pixels of 10 to a click.
    mouse.wheel(1);
    until(event_loop, |seen| *seen == Seen::Wheel(0.0, -1.0));
    mouse.wheel(-2);
    until(event_loop, |seen| *seen == Seen::Wheel(0.0, 2.0));
    mouse.scroll(0.0, 25.0);
    until(event_loop, |seen| *seen == Seen::Wheel(0.0, -2.5));
    mouse.scroll(-5.0, 0.0);
    until(event_loop, |seen| *seen == Seen::Wheel(0.5, 0.0));

    assert!(c::rt_winit_window_set_fullscreen(window, false));
    until(event_loop, |seen| matches!(seen, Seen::Resized(..)));
    assert!(c::present(window, 1, 1, &[0, 0, 0, 255]));
    mouse.go(0, 0);
    until(event_loop, |seen| *seen == Seen::Left);
}

pub fn at_once() {
    let (_, window) = open("at once");
    for round in 0..10 {
        assert!(c::rt_winit_window_set_fullscreen(window, true));
        assert!(c::rt_winit_window_is_fullscreen(window), "{round}");
        assert!(c::rt_winit_window_set_fullscreen(window, false));
        assert!(!c::rt_winit_window_is_fullscreen(window), "{round}");
    }
    becomes("its size", Pair(320, 240), || c::rt_winit_window_get_size(window));
}

/// Where the compositor draws no frame, ours has the title.
pub fn title() {
    let (_, window) = open("");
    let shown = |title: &str| {
        assert!(c::set_title(window, title));
        assert!(c::present(window, 320, 240, &[0, 0, 0, 255].repeat(320 * 240)));
        // The colour of letters, and of the bar's buttons.
        let counted = sh("grim -t ppm - | convert ppm:- -format %c -depth 8 histogram:info:-");
        let line = counted.lines().find(|line| line.contains("#CCCCCC")).unwrap_or("0:");
        line.trim().split(':').next().expect("a count").parse::<i64>().expect("a number")
    };
    tell("[title=\".*\"] border csd");
    becomes("the buttons", true, || shown("") > 0);
    let buttons = shown("");
    // Dots of the font's letters; one that it lacks is a box.
    becomes("the title", 146, || shown("Títle ж 世") - buttons);
    becomes("no title", 0, || shown("") - buttons);
    assert!(c::rt_winit_window_set_decorations(window, false));
    becomes("no frame", 0, || shown("Títle"));
    // Asked for a frame, sway draws its own at first, and may take itself to draw none then.
    assert!(c::rt_winit_window_set_decorations(window, true));
    let looks = Cell::new(0);
    becomes("the frame again", 146, || {
        if looks.replace(looks.get() + 1) % 5 == 0 {
            tell("[title=\".*\"] border normal");
            tell("[title=\".*\"] border csd");
        }
        shown("Títle ж 世") - buttons
    });
}

/// Begins to drag something from the screen's corner and brings it over the window.
fn drag(event_loop: i64, mouse: &mut Pointer, kind: &'static str, bytes: &[u8]) -> Source {
    let source = Source::show(kind, bytes);
    // A surface that came under the mouse is told of it once that moves.
    mouse.go(40, 40);
    mouse.go(50, 50);
    mouse.button(button::LEFT, true);
    source.wait(Said::Begun);
    mouse.go(500, 400);
    until(event_loop, |seen| *seen == Seen::Mouse(500.0, 400.0));
    source.wait(Said::Accepted);
    source
}

pub fn drops() {
    let mut mouse = Pointer::plug();
    let (event_loop, window) = open_full("drop here");
    let list = b"# dragged\r\nfile:///no/such/a%20b\r\nhttp://example.org/x\nfile:///bad%FF\r\n";
    let files = ["/no/such/a b", "/bad\u{fffd}"];
    let all_of = |kind: fn(String) -> Seen| {
        for file in files {
            until(event_loop, |seen| *seen == kind(file.into()));
        }
    };
    let source = drag(event_loop, &mut mouse, "text/uri-list", list);
    all_of(Seen::Hovered);
    mouse.go(600, 500);
    until(event_loop, |seen| *seen == Seen::Mouse(600.0, 500.0));
    // Away and back.
    mouse.go(50, 50);
    until(event_loop, |seen| *seen == Seen::HoverCancelled);
    mouse.go(600, 500);
    all_of(Seen::Hovered);
    mouse.button(button::LEFT, false);
    all_of(Seen::Dropped);
    source.wait(Said::Finished);

    let source = drag(event_loop, &mut mouse, "text/plain;charset=utf-8", "über\nall".as_bytes());
    mouse.button(button::LEFT, false);
    until(event_loop, |seen| *seen == Seen::TextDropped("über\nall".into()));
    source.wait(Said::Finished);

    // Nothing that is of use.
    let source = drag_of_no_use(&mut mouse);
    mouse.button(button::LEFT, false);
    source.wait(Said::Cancelled);
    assert!(c::rt_winit_window_free(window));
}

fn drag_of_no_use(mouse: &mut Pointer) -> Source {
    let source = Source::show("image/png", b"");
    mouse.go(40, 40);
    mouse.go(50, 50);
    mouse.button(button::LEFT, true);
    source.wait(Said::Begun);
    mouse.go(500, 400);
    source
}

pub fn composition() {
    // A seat without any device has no text fields.
    let _mouse = Pointer::plug();
    let mut method = InputMethod::start();
    let (event_loop, window) = open("composes");
    assert!(c::rt_winit_window_set_ime_allowed(window, true));
    assert!(c::rt_winit_window_set_ime_area(window, 1, 2, 3, 4));
    method.wait_until_active(true);
    until(event_loop, |seen| *seen == Seen::ImeEnabled);
    method.compose("にほ", 3, 6);
    until(event_loop, |seen| *seen == Seen::Preedit("にほ".into(), 3, 6));
    method.compose("にほん", -1, -1);
    until(event_loop, |seen| *seen == Seen::Preedit("にほん".into(), -1, -1));
    method.finish("日本");
    let seen = until(event_loop, |seen| *seen == Seen::Text("日本".into()));
    assert!(
        seen.contains(&Seen::Preedit(String::new(), -1, -1)),
        "first nothing is composed any more: {seen:?}"
    );
    assert!(c::rt_winit_window_set_ime_allowed(window, false));
    method.wait_until_active(false);
}

pub fn scale_factor() {
    let (event_loop, window) = open("scaled");
    tell("output HEADLESS-1 scale 2");
    until(event_loop, |seen| *seen == Seen::ScaleFactor(2.0));
    becomes("its scale", 2.0, || c::rt_winit_window_scale_factor(window));
    becomes("its size", Pair(640, 480), || c::rt_winit_window_get_size(window));
    becomes("the monitor's scale", 2.0, || c::rt_winit_monitor_get_scale_factor(0));
}

/// Sizes are physical pixels from the first on.
pub fn size_on_a_dense_monitor() {
    tell("output HEADLESS-1 scale 2");
    let event_loop = c::rt_winit_event_loop_new();
    becomes("the monitor's scale", 2.0, || c::rt_winit_monitor_get_scale_factor(0));
    let window = c::window(event_loop, 400, 300, "dense");
    becomes("its scale", 2.0, || c::rt_winit_window_scale_factor(window));
    becomes("its size", Pair(400, 300), || c::rt_winit_window_get_size(window));
    let config = r#"{"width": 402, "height": 302, "min_width": 402, "min_height": 302, "max_width": 402, "max_height": 302}"#;
    let fixed = c::window_with(event_loop, config);
    becomes("its size", Pair(402, 302), || c::rt_winit_window_get_size(fixed));
}

pub fn monitors_and_clipboard() {
    assert_eq!(c::rt_winit_monitor_count(), 1);
    assert_eq!(c::rt_winit_monitor_get_size(0), Pair(1280, 800));
    assert!(!c::monitor_name(0).is_empty());
    let (_, _window) = open("clipboard");
    assert!(c::set_clipboard("über Wayland"), "{}", c::last_error());
    assert_eq!(c::clipboard(), "über Wayland");
    assert_eq!(sh("wl-paste --no-newline"), "über Wayland");
    sh("printf 'from outside' | wl-copy >/dev/null 2>&1");
    becomes("from outside", "from outside".to_owned(), c::clipboard);
}

/// The clipboard has nothing that can be read, and the error says so.
fn no_text(why: &str) -> bool {
    c::clipboard().is_empty() && c::last_error().contains(why)
}

pub fn clipboard_changes() {
    sh("printf 'the first' | wl-copy >/dev/null 2>&1");
    becomes("the first", "the first".to_owned(), c::clipboard);
    // What changed is seen over the connection that is kept.
    let before = held::at_rest();
    for round in 0..5 {
        sh(&format!("printf 'text {round}' | wl-copy >/dev/null 2>&1"));
        becomes("the next text", format!("text {round}"), c::clipboard);
    }
    assert_eq!(held::at_rest(), before);
    // Calls at the same time do not end each other's connections.
    sh("wl-copy 'of many' >/dev/null 2>&1");
    becomes("another text", "of many".to_owned(), c::clipboard);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope
                .spawn(|| (0..20).for_each(|_| assert_eq!(c::clipboard(), "of many", "{}", c::last_error())));
        }
    });
    assert_eq!(held::at_rest(), before);
    sh("head -c 3000000 /dev/zero | tr '\\0' a | wl-copy >/dev/null 2>&1");
    becomes("all of a long text", 3_000_000, || c::clipboard().len());
    sh("printf 'by case' | wl-copy --type 'TEXT/Plain; Charset=UTF-8' >/dev/null 2>&1");
    becomes("another case", "by case".to_owned(), c::clipboard);
    sh("printf x | wl-copy --type image/png >/dev/null 2>&1");
    becomes("no text", true, || no_text("clipboard"));
    sh("wl-copy --clear");
    becomes("nothing", true, || no_text("clipboard"));
    // Text of one's own is there when the call returns.
    for round in 0..20 {
        let text = format!("own {round}");
        assert!(c::set_clipboard(&text), "{}", c::last_error());
        assert_eq!(c::clipboard(), text, "{}", c::last_error());
    }
}

pub fn clipboard_hangs() {
    let signal = |name: &str, process: &str| output(Command::new("kill").args([name, process]));
    let offer = |text: &str| {
        let owner = Command::new("wl-copy").args(["--foreground", text]).spawn().expect("wl-copy");
        becomes("offered", text.to_owned(), c::clipboard);
        owner
    };
    let end = |mut owner: Child| {
        owner.kill().expect("it was not waited for");
        owner.wait().expect("its end")
    };
    let owner = offer("slow");
    signal("-STOP", &owner.id().to_string());
    assert!(no_text("the program that offers it does not answer"), "{}", c::last_error());
    end(owner);
    let owner = offer("quick");
    // A compositor that does not answer, over a connection that is kept and over a new one.
    let compositor = std::env::var("RIGS_COMPOSITOR").expect("the rig's");
    signal("-STOP", &compositor);
    for _ in 0..2 {
        assert!(no_text("the compositor does not answer"), "{}", c::last_error());
    }
    signal("-CONT", &compositor);
    becomes("offered", "quick".to_owned(), c::clipboard);
    end(owner);
    becomes("nothing", true, || no_text("clipboard"));
}

pub fn two_monitors() {
    tell("output HEADLESS-1 mode --custom 1280x800@50Hz");
    becomes("50 hertz", 50.0, || c::rt_winit_monitor_get_refresh_rate(0));
    tell("create_output");
    becomes("two monitors", 2, || c::rt_winit_monitor_count());
    let event_loop = c::rt_winit_event_loop_new();
    let window = c::window_with(event_loop, r#"{"app_id": "org.example.named"}"#);
    assert!(window > 0, "{}", c::last_error());
    becomes("its application", true, || tree().contains("\"app_id\": \"org.example.named\""));
    for monitor in [1, 0] {
        assert!(c::rt_winit_window_set_fullscreen_on(window, monitor), "{}", c::last_error());
        // It is on the monitor on which it shows something.
        becomes("on the other monitor", monitor, || {
            let Pair(width, height) = c::rt_winit_window_get_size(window);
            assert!(c::present(window, width, height, &[0, 0, 0, 255].repeat((width * height) as usize)));
            c::rt_winit_window_get_monitor(window)
        });
    }
    assert_eq!(c::rt_winit_monitor_primary(), -1);
    assert!(c::last_error().contains("does not tell"), "{}", c::last_error());
    assert_eq!(c::window_with(event_loop, r#"{"x": 1, "y": 1}"#), 0);
}

pub fn the_compositor_goes_away() {
    let (event_loop, window) = open("doomed");
    assert!(c::set_clipboard("doomed, too") && c::clipboard() == "doomed, too", "{}", c::last_error());
    let compositor = std::env::var("RIGS_COMPOSITOR").expect("the rig's");
    output(Command::new("kill").args(["-9", &compositor]));
    until(event_loop, |seen| *seen == Seen::Destroyed);
    assert_eq!(c::rt_winit_event_loop_wait_events(event_loop, 1000), 0);
    assert!(c::last_error().contains("was lost"), "{}", c::last_error());
    assert!(no_text("clipboard"), "{}", c::last_error());
    assert!(!c::set_clipboard("still?"));
    assert!(!c::set_title(window, "still?"));
    assert!(!c::present(window, 1, 1, &[0; 4]));
    assert!(c::rt_winit_window_free(window));
    assert_eq!(c::rt_winit_event_loop_new(), 0);
}
