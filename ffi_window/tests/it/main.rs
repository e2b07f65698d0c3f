//! The library through its C functions, on displays without a screen (see the crate `rigs`), its effects
//! looked at from outside; each test in a process of its own, since a process has one display.

mod agreement;
mod c;
mod desktop;
mod devices;
mod dialogs;
mod input;
mod loops;
mod outside;
mod seen;
mod steering;
mod trouble;
mod wayland;
mod windows;

use rigs::{
    isolated::{self, Rig, Test},
    x11::Display,
};
use std::process::{Command, ExitCode};

fn x11(command: &mut Command) -> Rig {
    let display = Display::start();
    display.prepare(command);
    Box::new(display)
}

/// Pointers as X has them, whatever theme the machine may have. A window manager has its own on the root.
fn without_pointer_theme(command: &mut Command) -> Rig {
    command.env("XCURSOR_PATH", "/nonexistent");
    without_manager(command)
}

fn without_manager(command: &mut Command) -> Rig {
    let display = Display::bare();
    display.prepare(command);
    Box::new(display)
}

fn on_thirty_bits(command: &mut Command) -> Rig {
    let display = Display::deep(30);
    display.prepare(command);
    Box::new(display)
}

fn with_portal(command: &mut Command) -> Rig {
    let display = Display::start();
    display.prepare(command);
    let bus = rigs::portal::Bus::start(&display.variables());
    bus.prepare(command);
    Box::new((bus, display))
}

/// A display, but no session bus, and no program that shows messages.
fn without_bus(command: &mut Command) -> Rig {
    let display = Display::bare();
    display.prepare(command);
    command
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .env("XDG_RUNTIME_DIR", "/nonexistent")
        .env("PATH", "/nonexistent");
    Box::new(display)
}

fn with_devices(command: &mut Command) -> Rig {
    let display = rigs::x11::devices::Display::start();
    display.prepare(command);
    Box::new(display)
}

fn on_wayland(command: &mut Command) -> Rig {
    let display = rigs::wayland::Display::start();
    display.prepare(command);
    Box::new(display)
}

fn without_display(command: &mut Command) -> Rig {
    for variable in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_RUNTIME_DIR"] {
        command.env_remove(variable);
    }
    Box::new(())
}

fn with_dead_display(command: &mut Command) -> Rig {
    without_display(command);
    command.env("DISPLAY", ":7363");
    Box::new(())
}

fn with_poor_server(command: &mut Command) -> Rig {
    let display = Display::without("RANDR");
    display.prepare(command);
    Box::new(display)
}

fn main() -> ExitCode {
    isolated::main(&[
        Test { name: "size_and_place", prepare: x11, body: windows::size_and_place },
        Test { name: "limits", prepare: x11, body: windows::limits },
        Test { name: "title_and_frame", prepare: x11, body: windows::title_and_frame },
        Test { name: "states", prepare: x11, body: windows::states },
        Test { name: "standing", prepare: x11, body: windows::standing },
        Test { name: "occlusion", prepare: x11, body: windows::occlusion },
        Test { name: "pointer", prepare: x11, body: windows::pointer },
        Test { name: "config", prepare: x11, body: windows::config },
        Test { name: "pictures", prepare: x11, body: windows::pictures },
        Test {
            name: "pictures_for_a_slow_server",
            prepare: without_manager,
            body: windows::pictures_for_a_slow_server,
        },
        Test { name: "pictures_on_thirty_bits", prepare: on_thirty_bits, body: windows::on_thirty_bits },
        Test { name: "icon_and_raw_handle", prepare: x11, body: windows::icon_and_raw_handle },
        Test {
            name: "the_user_closes_and_resizes",
            prepare: x11,
            body: windows::the_user_closes_and_resizes,
        },
        Test { name: "destroyed_by_another", prepare: x11, body: windows::destroyed_by_another },
        Test { name: "monitors", prepare: x11, body: windows::monitors },
        Test { name: "clipboard", prepare: x11, body: windows::clipboard },
        Test { name: "keys", prepare: x11, body: input::keys },
        Test { name: "held_now", prepare: x11, body: input::held_now },
        Test { name: "frames", prepare: x11, body: input::frames },
        Test { name: "taken", prepare: x11, body: input::taken },
        Test { name: "every_key", prepare: x11, body: input::every_key },
        Test { name: "held_before", prepare: x11, body: input::held_before },
        Test { name: "modifiers", prepare: x11, body: input::modifiers },
        Test { name: "typed_text", prepare: x11, body: input::typed_text },
        Test { name: "layouts", prepare: x11, body: input::layouts },
        Test { name: "two_keys_two_codes", prepare: x11, body: input::two_keys_two_codes },
        Test { name: "mouse", prepare: x11, body: input::mouse },
        Test { name: "a_size_told_early", prepare: without_manager, body: agreement::a_size_told_early },
        Test { name: "opacity", prepare: x11, body: desktop::opacity },
        Test { name: "work_area", prepare: x11, body: desktop::work_area },
        Test { name: "video_modes", prepare: x11, body: desktop::video_modes },
        Test { name: "lock_keys", prepare: x11, body: desktop::lock_keys },
        Test { name: "awake", prepare: x11, body: desktop::awake },
        Test { name: "dialogs", prepare: with_portal, body: dialogs::files },
        Test { name: "theme", prepare: with_portal, body: dialogs::theme },
        Test { name: "messages", prepare: x11, body: dialogs::messages },
        Test { name: "no_desktop", prepare: without_bus, body: dialogs::nobody_there },
        Test { name: "rich_clipboard", prepare: without_manager, body: desktop::rich_clipboard },
        Test { name: "wayland_desktop", prepare: on_wayland, body: desktop::on_wayland },
        Test { name: "special_keys", prepare: x11, body: agreement::special_keys },
        Test { name: "chords_type_nothing", prepare: x11, body: agreement::chords_type_nothing },
        Test { name: "clipboard_targets", prepare: without_manager, body: agreement::clipboard_targets },
        Test { name: "clipboard_offers", prepare: without_manager, body: agreement::clipboard_offers },
        Test { name: "at_once", prepare: x11, body: agreement::at_once },
        Test { name: "a_lock_follows", prepare: x11, body: agreement::a_lock_follows },
        Test { name: "a_grab_lets_go", prepare: x11, body: agreement::a_grab_lets_go },
        Test {
            name: "focus_without_manager",
            prepare: without_manager,
            body: agreement::focus_without_manager,
        },
        Test { name: "rests", prepare: x11, body: agreement::rests },
        Test { name: "steering", prepare: x11, body: steering::x11 },
        Test { name: "wheel", prepare: without_manager, body: input::wheel },
        Test { name: "keys_amid_pictures", prepare: x11, body: input::keys_amid_pictures },
        Test { name: "keys_amid_drawing", prepare: x11, body: input::keys_amid_drawing },
        Test { name: "scale_factor", prepare: x11, body: outside::scale_factor },
        Test { name: "dragged_files", prepare: x11, body: outside::dragged_files },
        Test { name: "cursor_shapes", prepare: without_pointer_theme, body: outside::cursor_shapes },
        Test { name: "touch", prepare: with_devices, body: devices::touch },
        Test { name: "smooth_scrolling", prepare: with_devices, body: devices::smooth_scrolling },
        Test { name: "two_windows_two_loops", prepare: x11, body: loops::two_windows_two_loops },
        Test { name: "one_loop_after_another", prepare: x11, body: loops::one_loop_after_another },
        Test { name: "run_return", prepare: x11, body: loops::run_return },
        Test { name: "waiting", prepare: without_manager, body: loops::waiting },
        Test { name: "eight_threads", prepare: x11, body: loops::eight_threads },
        Test { name: "leaves_nothing_behind", prepare: without_manager, body: loops::leaves_nothing_behind },
        Test { name: "no_display", prepare: without_display, body: trouble::no_display },
        Test { name: "dead_display", prepare: with_dead_display, body: trouble::dead_display },
        Test { name: "a_poor_server", prepare: with_poor_server, body: trouble::a_poor_server },
        Test { name: "the_server_goes_away", prepare: without_manager, body: trouble::the_server_goes_away },
        Test { name: "wayland_windows", prepare: on_wayland, body: wayland::windows },
        Test { name: "wayland_identity", prepare: on_wayland, body: wayland::identity },
        Test { name: "wayland_cannot", prepare: on_wayland, body: wayland::what_it_cannot },
        Test { name: "wayland_input", prepare: on_wayland, body: wayland::input_and_pictures },
        Test { name: "wayland_pointer", prepare: on_wayland, body: wayland::pointer },
        Test { name: "wayland_steering", prepare: on_wayland, body: steering::wayland },
        Test { name: "wayland_at_once", prepare: on_wayland, body: wayland::at_once },
        Test { name: "wayland_title", prepare: on_wayland, body: wayland::title },
        Test { name: "wayland_drops", prepare: on_wayland, body: wayland::drops },
        Test { name: "wayland_composition", prepare: on_wayland, body: wayland::composition },
        Test { name: "wayland_scale", prepare: on_wayland, body: wayland::scale_factor },
        Test { name: "wayland_dense", prepare: on_wayland, body: wayland::size_on_a_dense_monitor },
        Test { name: "wayland_rest", prepare: on_wayland, body: wayland::monitors_and_clipboard },
        Test { name: "wayland_clipboard_changes", prepare: on_wayland, body: wayland::clipboard_changes },
        Test { name: "wayland_clipboard_hangs", prepare: on_wayland, body: wayland::clipboard_hangs },
        Test { name: "wayland_monitors", prepare: on_wayland, body: wayland::two_monitors },
        Test { name: "wayland_goes_away", prepare: on_wayland, body: wayland::the_compositor_goes_away },
        Test { name: "refusals", prepare: without_manager, body: trouble::refusals },
    ])
}
