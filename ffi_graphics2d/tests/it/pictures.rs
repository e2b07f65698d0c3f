//! PNG files and animations, read back.

use crate::{c::*, host::*};
use std::{fs, io::Cursor};

fn noise(bytes: usize, seed: u64) -> Vec<u8> {
    let mut random = Random(seed);
    (0..bytes).map(|_| (random.unit() * 256.0) as u8).collect()
}

fn decoded(file: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(Cursor::new(file)).read_info().expect("a PNG file");
    assert_eq!(reader.output_color_type(), (png::ColorType::Rgba, png::BitDepth::Eight));
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("a picture");
    (info.width, info.height, pixels)
}

#[test]
fn a_picture_comes_back() {
    let pixels = noise(17 * 9 * 4, 4);
    let encoded = items(rt_lyon_png_encode(pixels.as_ptr(), pixels.len() as i64, 17, 9), rt_bytes_free);
    assert_eq!(decoded(&encoded), (17, 9, pixels.clone()));
    let file = File::new("picture.png");
    assert!(rt_lyon_png_save(file.c().as_ptr(), pixels.as_ptr(), pixels.len() as i64, 17, 9));
    assert_eq!(fs::read(&file.0).expect("the file"), encoded);
    assert!(!rt_lyon_png_save(
        c("/no/such/folder/a.png").as_ptr(),
        pixels.as_ptr(),
        pixels.len() as i64,
        17,
        9
    ));
    assert_eq!(last_error(), "`file` is /no/such/folder/a.png: No such file or directory (os error 2)");
    assert!(!rt_lyon_png_save(file.c().as_ptr(), pixels.as_ptr(), 8, 17, 9));
    assert_eq!(last_error(), "the buffer `pixels` has 8 bytes, and a picture of 17 by 9 pixels takes 612");
}

/// The frames of an animation as a viewer composes them.
fn played(file: &[u8]) -> Vec<Vec<u8>> {
    let mut reader = png::Decoder::new(Cursor::new(file)).read_info().expect("a PNG file");
    let (width, control) =
        (reader.info().width as usize, *reader.info().animation_control().expect("animated"));
    let mut canvas = vec![0; width * reader.info().height as usize * 4];
    let mut frames = vec![];
    for _ in 0..control.num_frames {
        let mut part = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut part).expect("a frame");
        let frame = *reader.info().frame_control().expect("a frame's place");
        assert_eq!((frame.delay_num, frame.delay_den), (40, 1000));
        for (y, row) in part[..info.buffer_size()].chunks_exact(info.width as usize * 4).enumerate() {
            for (x, pixel) in row.chunks_exact(4).enumerate() {
                let at = ((frame.y_offset as usize + y) * width + frame.x_offset as usize + x) * 4;
                if frame.blend_op == png::BlendOp::Source || pixel[3] == 255 {
                    canvas[at..at + 4].copy_from_slice(pixel);
                } else {
                    assert_eq!(pixel[3], 0, "what is laid over is all there or not at all");
                }
            }
        }
        frames.push(canvas.clone());
    }
    frames
}

#[test]
fn an_animation_comes_back() {
    let (width, height) = (12usize, 10usize);
    let mut frame = vec![200; width * height * 4];
    frame.chunks_exact_mut(4).for_each(|pixel| pixel[3] = 255);
    let mut frames = vec![frame.clone()];
    // One pixel, nothing, a corner, a transparent pixel, everything.
    frame[4 * (3 * width + 5)] = 0;
    frames.push(frame.clone());
    frames.push(frame.clone());
    frame[4 * (width * height - 1)..].copy_from_slice(&[1, 2, 3, 255]);
    frame[..4].copy_from_slice(&[9, 9, 9, 255]);
    frames.push(frame.clone());
    frame[4 * 30 + 3] = 17;
    frames.push(frame.clone());
    frames.push(noise(width * height * 4, 8));

    let file = File::new("animation.png");
    let animation =
        rt_lyon_animation_new(file.c().as_ptr(), width as i64, height as i64, frames.len() as i64, 40);
    for frame in &frames {
        assert!(
            rt_lyon_animation_add_frame(animation, frame.as_ptr(), frame.len() as i64),
            "{}",
            last_error()
        );
    }
    assert!(!rt_lyon_animation_add_frame(animation, frame.as_ptr(), frame.len() as i64));
    assert_eq!(last_error(), "the animation has all its 6 frames");
    assert!(rt_lyon_animation_finish(animation));
    assert!(!rt_lyon_animation_free(animation));
    assert_eq!(played(&fs::read(&file.0).expect("the file")), frames);
}

#[test]
fn half_an_animation_leaves_nothing() {
    let pixels = noise(4 * 4 * 4, 1);
    let file = File::new("half.png");
    let begin = || {
        let animation = rt_lyon_animation_new(file.c().as_ptr(), 4, 4, 3, 40);
        assert!(rt_lyon_animation_add_frame(animation, pixels.as_ptr(), pixels.len() as i64));
        animation
    };
    let animation = begin();
    assert!(!rt_lyon_animation_add_frame(animation, pixels.as_ptr(), 60));
    assert!(!rt_lyon_animation_finish(animation));
    assert_eq!(last_error(), "the animation was to have 3 frames and got 1");
    assert!(!file.0.exists());
    assert!(rt_lyon_animation_free(begin()));
    assert!(!file.0.exists());
    assert_eq!(rt_lyon_animation_new(c("/no/such/folder/a.png").as_ptr(), 4, 4, 3, 40), 0);
    assert_eq!(last_error(), "`file` is /no/such/folder/a.png: No such file or directory (os error 2)");
}

#[cfg(target_os = "linux")]
#[test]
fn a_picture_that_cannot_be_written_leaves_what_was_there() {
    let file = File::new("full.png");
    let begin = || rt_lyon_animation_new(file.c().as_ptr(), 4, 4, 1, 40);
    let pixels = noise(4 * 4 * 4, 1);
    let add = |animation| rt_lyon_animation_add_frame(animation, pixels.as_ptr(), pixels.len() as i64);
    let save = || rt_lyon_png_save(file.c().as_ptr(), pixels.as_ptr(), pixels.len() as i64, 4, 4);

    std::os::unix::fs::symlink("/dev/full", &file.0).expect("a link");
    let animation = begin();
    assert!(add(animation) && !rt_lyon_animation_finish(animation));
    assert!(last_error().contains("No space left on device"));
    assert!(rt_lyon_animation_free(begin()) && !save());
    assert!(fs::symlink_metadata(&file.0).expect("the link").is_symlink());
    fs::remove_file(&file.0).expect("the link");

    fs::write(&file.0, "old").expect("a file");
    let animation = begin();
    assert!(add(animation));
    assert_eq!(fs::read(&file.0).expect("the old file"), b"old");
    assert!(rt_lyon_animation_free(animation) && !rt_lyon_animation_finish(begin()));
    assert_eq!(fs::read(&file.0).expect("the old file"), b"old");
    let animation = begin();
    assert!(add(animation) && rt_lyon_animation_finish(animation));
    assert_eq!(played(&fs::read(&file.0).expect("the new file")), std::slice::from_ref(&pixels));
    assert!(save());
    assert_eq!(decoded(&fs::read(&file.0).expect("the newest file")), (4, 4, pixels.clone()));
}

/// In a process of its own, which may have 2 GB: the picture takes 4.
#[cfg(target_os = "linux")]
#[test]
fn a_picture_that_memory_does_not_hold() {
    const ALONE: &str = "GRAPHICS2D_SHORT_OF_MEMORY";
    if std::env::var_os(ALONE).is_none() {
        let test = "pictures::a_picture_that_memory_does_not_hold";
        let status = std::process::Command::new("sh")
            .args(["-c", "ulimit -v 2000000 && exec \"$0\" --exact \"$1\""])
            .args([std::env::current_exe().expect("this program").as_os_str(), test.as_ref()])
            .env(ALONE, "1")
            .status();
        assert!(status.expect("a shell").success());
        return;
    }
    let square = path(rt_lyon_path_rectangle(0.0, 0.0, 1.0, 1.0));
    let pixels = rt_lyon_path_rasterize(square.0, 1, 0xff, 32_768, 32_768);
    assert!(items(pixels, rt_bytes_free).is_empty());
    assert_eq!(last_error(), "the answer takes 4294967296 bytes, and there is not that much memory");
}
