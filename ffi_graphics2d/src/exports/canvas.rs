//! Canvases: pictures that are drawn on, shown in windows and drawn on each other.

use crate::{
    Error, Path, Result, Transform,
    canvas::{self, Placements},
    check,
    color::Color,
    decode,
    picture::{self, Size},
    transform::matrix_of,
};
use ffi_core::{Consumed, Handle, New, canvas::Canvas, export, ffi_struct, memory};

/// How large a canvas is.
#[ffi_struct]
pub struct CanvasSize {
    /// Pixels in a row.
    pub width: i64,
    /// Rows.
    pub height: i64,
}

/// Makes a canvas, a picture to draw on: `width` times `height` transparent pixels (each side 1 to 32,768). Its
/// coordinates are pixels, with (0, 0) its top left corner and y downwards. Calls on one canvas take turns; what is shown
/// or read of it is it as it was between two of them. A child of `fork` has a copy of its own. Free it with
/// `rt_lyon_canvas_free`.
#[export(heavy)]
fn rt_lyon_canvas_new(width: i64, height: i64) -> Result<New<Canvas>> {
    canvas::blank(Size::new(width, height)?).map(New::new)
}

/// Makes a canvas of pixels: width · height · 4 bytes of red, green, blue and alpha, not premultiplied, row after row
/// from the top. They are copied.
#[export(heavy)]
fn rt_lyon_canvas_from_pixels(pixels: &[u8], width: i64, height: i64) -> Result<New<Canvas>> {
    canvas::of_pixels(pixels, Size::new(width, height)?).map(New::new)
}

/// Makes a canvas of the picture in a PNG or JPEG file (1 GiB at most, each side 32,768 pixels at most). Of an animation
/// it is the first frame; 16 bits a channel become 8; colour profiles and turns that a camera noted are left out. Fails
/// where the file cannot be read, is no such picture, is cut off, or claims more pixels than its bytes can hold.
#[export(blocks, heavy)]
fn rt_lyon_canvas_load(file: &str) -> Result<New<Canvas>> {
    decode::load(file).map(New::new)
}

/// Makes a canvas of the bytes of a PNG or JPEG file, as `rt_lyon_canvas_load` does.
#[export(heavy)]
fn rt_lyon_canvas_decode(bytes: &[u8]) -> Result<New<Canvas>> {
    decode::decode(bytes).map(New::new)
}

/// Frees a canvas.
#[export]
fn rt_lyon_canvas_free(canvas: Consumed<Canvas>) -> bool {
    drop(canvas);
    true
}

/// Returns how large a canvas is.
#[export(light)]
fn rt_lyon_canvas_get_size(canvas: &Canvas) -> CanvasSize {
    CanvasSize { width: canvas.width() as i64, height: canvas.height() as i64 }
}

/// Makes every pixel of a canvas one colour, 0xRRGGBBAA, whatever it was.
#[export(heavy)]
fn rt_lyon_canvas_clear(canvas: &Canvas, color: i64) -> Result<()> {
    canvas::clear(canvas, Color::from_argument("color", color)?)
}

/// Draws a path on a canvas: what it fills by the non-zero rule, scaled about (0, 0), turned by `angle` radians from the
/// direction of x towards that of y, and shifted by (x, y). `color` is 0xRRGGBBAA and laid over what is there; edges are
/// smoothed by the area of each pixel that is covered. A line is drawn as the path that `rt_lyon_path_stroke` makes of
/// it. What lies outside the canvas is left out.
#[export(heavy)]
fn rt_lyon_canvas_draw(
    canvas: &Canvas,
    path: &Path,
    x: f64,
    y: f64,
    angle: f64,
    scale: f64,
    color: i64,
) -> Result<()> {
    let color = Color::from_argument("color", color)?;
    canvas::draw_path(canvas, path, [x, y, angle, scale], color)
}

/// Draws many paths on a canvas, one after the other, each as `rt_lyon_canvas_draw` does. `placements` holds x, y, angle
/// and scale of each; `paths` (handles) and `colors` (0xRRGGBBAA) hold one for each placement, or one for all. Where one
/// of them is wrong, nothing is drawn.
#[export(heavy, handles(paths = "path"))]
fn rt_lyon_canvas_draw_many(
    canvas: &Canvas,
    paths: &[i64],
    placements: &[f64],
    colors: &[i64],
) -> Result<()> {
    let placements = Placements::new(placements)?;
    let mut checked = vec![];
    memory::reserve(&mut checked, colors.len())?;
    for &color in colors {
        checked.push(Color::from_argument("colors", color)?);
    }
    canvas::draw_paths(canvas, &canvas::objects("paths", paths)?, &placements, &checked)
}

/// Draws a picture, which is a canvas too, on a canvas. `transform` takes the picture's coordinates, from (0, 0) to its
/// width and height, to those of the canvas; 0 stands for the transform that changes nothing. Between the middles of its
/// pixels the picture is mixed from the nearest four (bilinear filtering); at whole shifts it stays as it is, and drawn
/// smaller than half its size it shows some of its pixels only. Its edges are smoothed. `opacity` is 0 to 1. A canvas
/// may be drawn on itself.
#[export(heavy, zero(transform))]
fn rt_lyon_canvas_draw_picture(
    canvas: &Canvas,
    picture: &Canvas,
    transform: Handle<Transform>,
    opacity: f64,
) -> Result<()> {
    let matrix = matrix_of(transform)?;
    canvas::draw_picture(canvas, picture, &matrix, check::between("opacity", opacity, 0.0, 1.0)?)
}

/// Draws many pictures on a canvas, one after the other, as `rt_lyon_canvas_draw_picture` does. `placements` holds x, y,
/// angle and scale of each: where the middle of the picture lies, how it is turned about that, and how it is scaled.
/// `pictures` (handles of canvases) and `opacities` (0 to 1) hold one for each placement, or one for all. Where one of
/// them is wrong, nothing is drawn.
#[export(heavy, handles(pictures = "canvas"))]
fn rt_lyon_canvas_draw_pictures(
    canvas: &Canvas,
    pictures: &[i64],
    placements: &[f64],
    opacities: &[f64],
) -> Result<()> {
    let placements = Placements::new(placements)?;
    for &opacity in opacities {
        check::between("opacities", opacity, 0.0, 1.0)?;
    }
    canvas::draw_pictures(canvas, &canvas::objects("pictures", pictures)?, &placements, opacities)
}

/// Returns a copy of the pixels: 4 bytes each, red, green, blue and alpha (not premultiplied), row after row from the
/// top. A window shows a canvas without a copy by `rt_winit_window_present_canvas`.
#[export(heavy)]
fn rt_lyon_canvas_get_pixels(canvas: &Canvas) -> Result<Vec<u8>> {
    Ok(memory::copy(&canvas.pixels())?)
}

/// Writes the pixels into memory of the caller's and returns how many bytes they are: width · height · 4. Fails, and
/// writes nothing, where it is smaller.
#[export(heavy, fills = "result")]
fn rt_lyon_canvas_write_pixels(canvas: &Canvas, out: &mut [u8]) -> Result<i64> {
    let pixels = canvas.pixels();
    let len = out.len();
    let Some(out) = out.get_mut(..pixels.len()) else {
        let what = format!("a canvas of {} by {} pixels", canvas.width(), canvas.height());
        return Err(Error::BufferSize { name: "out", len, needed: pixels.len(), what });
    };
    out.copy_from_slice(&pixels);
    Ok(pixels.len() as i64)
}

/// Writes a canvas to a PNG file, as `rt_lyon_png_save` does a picture.
#[export(blocks, heavy)]
fn rt_lyon_canvas_save(canvas: &Canvas, file: &str) -> Result<()> {
    picture::save(file, &canvas.pixels(), Size::of(canvas))
}
