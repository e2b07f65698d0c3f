pub mod dnd;
pub mod xkb;
