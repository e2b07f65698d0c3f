//! Animations: PNG files of several frames (APNG).

use crate::{Result, animation::Animation};
use ffi_core::{Consumed, New, export};

/// Begins a PNG animation of this size in pixels and with this many frames, each shown for `frame_ms`
/// milliseconds (1 to 65,535), over and over. Add each frame with `rt_lyon_animation_add_frame`, then call
/// `rt_lyon_animation_finish`, which replaces a file that is there already; until then, and where it fails, that one
/// stays as it was. A file that is replaced keeps its permissions, links are followed, and a device, or a pipe that
/// somebody reads, is written to as frames come. A child of `fork` does not have the animation.
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

/// Completes the file and frees the animation. Fails, and leaves what was there, where frames are missing or it
/// cannot be written.
#[export(blocks, consumer)]
fn rt_lyon_animation_finish(animation: Consumed<Animation>) -> Result<()> {
    animation.finish()
}

/// Frees an animation that is not wanted any more; its file stays as it was before.
#[export(blocks)]
fn rt_lyon_animation_free(animation: Consumed<Animation>) -> bool {
    drop(animation);
    true
}
