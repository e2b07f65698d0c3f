//! Game pads, over the crate `gilrs-core`.
//!
//! `backend` owns the process's one connection to the game-pad subsystem; `translator` makes events of what drivers
//! report, by the pad's `mapping`; `context` is what a handle stands for,
//! `exports` are the functions that C calls, by topic.

mod auto_mapping;
mod backend;
mod codes;
pub mod constants;
mod context;
mod elements;
mod error;
#[cfg(target_os = "linux")]
mod evdev_state;
mod event;
mod exports;
#[cfg(target_os = "linux")]
mod extras;
mod mapping;
mod mapping_database;
mod pad;
mod raw;
mod rumble;
mod translator;

pub use error::Error;

type Result<T, E = Error> = std::result::Result<T, E>;

ffi_core::library! {
    name: "gamepad",
    title: "game pads",
    wraps: "gilrs-core",
    doc: "\
Game pads, by the crate gilrs-core: which are there, what is pressed on them, events, rumble.

Whatever a pad's maker wired, its buttons and axes come in one layout, an Xbox pad's, by the mappings of SDL's
database. A context is a view of all pads with a queue and a state of its own: rt_gamepad_update, or
rt_gamepad_poll_event where nothing waits, takes in what happened since, and states are those of that moment. A
pad is known by its id, which it keeps while the process lives, also when it was unplugged and returns. Buttons
and triggers go from 0 to 1, sticks and the D-pad from -1 to 1 with up and right positive."
}
