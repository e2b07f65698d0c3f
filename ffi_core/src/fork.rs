//! State of the child of a `fork`. Of all threads only the one that forked goes on in it: whatever lock another one
//! held would stay locked there, and what other threads served is served by nobody.
//!
//! Before a fork all locks registered here are taken, so that nobody is in the midst of changing what they guard;
//! parent and child release them. The child gives up what belongs to its parent without destroying it: a
//! destructor would reach into sockets and files that both processes share.

mod gate;
mod lazy;
mod mutex;
mod process_local;
mod registry;

pub use self::{
    gate::{ForkGate, Passed},
    lazy::ForkSafeLazy,
    mutex::{ForkSafeGuard, ForkSafeMutex},
    process_local::ProcessLocal,
    registry::{Forks, Held, HeldObjects, ObjectKeeper, generation, register, register_objects},
};

pub(crate) use registry::lock;
