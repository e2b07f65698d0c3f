//! Animations: PNG files of several frames (APNG).

use crate::{Result, animation::Animation};
use ffi_core::{Consumed, New, export};

/// Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
/// milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
/// `rt_lyon_animation_finish`. A file that is there already is replaced.
#[export(blocks)]
fn rt_lyon_animation_new(
    file: &str,
    width: i64,
    height: i64,
    frames: i64,
    frame_ms: i64,
) -> Result<New<Animation>> {
    Animation::create(file, width, height, frames, frame_ms).map(New::new)
}

/// Adds the next frame: width · height · 4 bytes, as for `rt_lyon_png_save`. Fails where all frames are there.
#[export(blocks)]
fn rt_lyon_animation_add_frame(animation: &Animation, pixels: &[u8]) -> Result<()> {
    animation.add_frame(pixels)
}

/// Completes the file and frees the animation. Fails, and removes the file, where frames are missing or it
/// cannot be written.
#[export(blocks)]
fn rt_lyon_animation_finish(animation: Consumed<Animation>) -> Result<()> {
    animation.finish()
}

/// Frees an animation that is not wanted any more, and removes its file.
#[export(blocks)]
fn rt_lyon_animation_free(animation: Consumed<Animation>) -> bool {
    drop(animation);
    true
}
