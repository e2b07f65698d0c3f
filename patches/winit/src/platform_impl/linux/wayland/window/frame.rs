//! Patched: the frame that is drawn where the compositor draws none: sctk's, and on it the window's title, in the X
//! Window System's `8x13` font, which is in the public domain. No other program is run for it, and no file read.

use std::error::Error;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use sctk::compositor::{CompositorState, Region};
use sctk::reexports::client::backend::ObjectId;
use sctk::reexports::client::protocol::wl_shm::Format;
use sctk::reexports::client::protocol::wl_subsurface::WlSubsurface;
use sctk::reexports::client::protocol::wl_surface::WlSurface;
use sctk::reexports::client::{Proxy, QueueHandle};
use sctk::reexports::csd_frame::{
    CursorIcon, DecorationsFrame, FrameAction, FrameClick, WindowManagerCapabilities, WindowState,
};
use sctk::shell::xdg::fallback_frame::FallbackFrame;
use sctk::shell::WaylandSurface;
use sctk::shm::slot::SlotPool;
use sctk::shm::Shm;
use sctk::subcompositor::SubcompositorState;

use crate::platform_impl::wayland::state::WinitState;

/// The height of sctk's bar, which has up to three square buttons.
const BAR: u32 = 24;
const BUTTONS: u32 = 3 * BAR;
/// What is left free at both sides of the title.
const MARGIN: u32 = 8;
const COLOR: u32 = 0xFFCCCCCC;

/// A frame with a title.
pub struct TitledFrame {
    inner: FallbackFrame<WinitState>,
    parent: WlSurface,
    compositor: Arc<CompositorState>,
    subcompositor: Arc<SubcompositorState>,
    queue_handle: QueueHandle<WinitState>,
    pool: SlotPool,
    /// Where the title is drawn, unless the frame is hidden.
    label: Option<Label>,
    title: String,
    width: u32,
    scale: u32,
    is_fullscreen: bool,
    is_dirty: bool,
}

struct Label {
    subsurface: WlSubsurface,
    surface: WlSurface,
}

impl Drop for Label {
    fn drop(&mut self) {
        self.subsurface.destroy();
        self.surface.destroy();
    }
}

impl TitledFrame {
    pub fn new(
        parent: &impl WaylandSurface,
        shm: &Shm,
        compositor: Arc<CompositorState>,
        subcompositor: Arc<SubcompositorState>,
        queue_handle: QueueHandle<WinitState>,
    ) -> Result<Self, Box<dyn Error>> {
        let inner =
            FallbackFrame::new(parent, shm, subcompositor.clone(), queue_handle.clone())?;
        let mut frame = Self {
            inner,
            parent: parent.wl_surface().clone(),
            compositor,
            subcompositor,
            queue_handle,
            pool: SlotPool::new(1, shm)?,
            label: None,
            title: String::new(),
            width: 0,
            scale: 1,
            is_fullscreen: false,
            is_dirty: true,
        };
        frame.make_label();
        Ok(frame)
    }

    /// Above the bar, which was made before; what is clicked is the bar.
    fn make_label(&mut self) {
        let (subsurface, surface) =
            self.subcompositor.create_subsurface(self.parent.clone(), &self.queue_handle);
        if let Ok(nothing) = Region::new(&*self.compositor) {
            surface.set_input_region(Some(nothing.wl_region()));
        }
        subsurface.set_position(MARGIN as i32, -(BAR as i32));
        subsurface.set_desync();
        self.label = Some(Label { subsurface, surface });
        self.is_dirty = true;
    }

    fn draw_label(&mut self) {
        let Some(Label { surface, .. }) = &self.label else { return };
        self.is_dirty = false;
        let room = self.width.saturating_sub(BUTTONS + 2 * MARGIN) / font::WIDTH;
        let letters: Vec<char> =
            self.title.chars().filter(|letter| !letter.is_control()).take(room as usize).collect();
        if letters.is_empty() || self.is_fullscreen {
            surface.attach(None, 0, 0);
            return surface.commit();
        }
        let (width, height) = (letters.len() as u32 * font::WIDTH, BAR);
        let (across, down) = (width * self.scale, height * self.scale);
        let made = self.pool.create_buffer(
            across as i32,
            down as i32,
            4 * across as i32,
            Format::Argb8888,
        );
        let Ok((buffer, canvas)) = made else { return };
        canvas.fill(0);
        let top = (BAR - font::HEIGHT) / 2;
        for (at, letter) in letters.into_iter().enumerate() {
            for (row, bits) in font::glyph(letter).iter().enumerate() {
                let dots = (0..font::WIDTH).filter(|dot| bits & (0x80 >> dot) != 0);
                for dot in dots {
                    let x = (at as u32 * font::WIDTH + dot) * self.scale;
                    let y = (top + row as u32) * self.scale;
                    for line in y..y + self.scale {
                        let start = 4 * (line * across + x) as usize;
                        let pixels = &mut canvas[start..start + 4 * self.scale as usize];
                        pixels.chunks_exact_mut(4).for_each(|pixel| {
                            pixel.copy_from_slice(&COLOR.to_le_bytes());
                        });
                    }
                }
            }
        }
        surface.set_buffer_scale(self.scale as i32);
        if buffer.attach_to(surface).is_err() {
            return;
        }
        if surface.version() >= 4 {
            surface.damage_buffer(0, 0, i32::MAX, i32::MAX);
        } else {
            surface.damage(0, 0, i32::MAX, i32::MAX);
        }
        surface.commit();
    }
}

impl DecorationsFrame for TitledFrame {
    fn on_click(
        &mut self,
        timestamp: Duration,
        click: FrameClick,
        pressed: bool,
    ) -> Option<FrameAction> {
        self.inner.on_click(timestamp, click, pressed)
    }

    fn click_point_moved(
        &mut self,
        timestamp: Duration,
        surface: &ObjectId,
        x: f64,
        y: f64,
    ) -> Option<CursorIcon> {
        self.inner.click_point_moved(timestamp, surface, x, y)
    }

    fn click_point_left(&mut self) {
        self.inner.click_point_left()
    }

    fn set_hidden(&mut self, hidden: bool) {
        if hidden == self.is_hidden() {
            return;
        }
        self.inner.set_hidden(hidden);
        self.label = None;
        if !hidden {
            self.make_label();
        }
    }

    fn is_hidden(&self) -> bool {
        self.inner.is_hidden()
    }

    fn set_resizable(&mut self, resizable: bool) {
        self.inner.set_resizable(resizable)
    }

    fn update_state(&mut self, state: WindowState) {
        let is_fullscreen = state.contains(WindowState::FULLSCREEN);
        self.is_dirty |= is_fullscreen != self.is_fullscreen;
        self.is_fullscreen = is_fullscreen;
        self.inner.update_state(state)
    }

    fn update_wm_capabilities(&mut self, capabilities: WindowManagerCapabilities) {
        self.inner.update_wm_capabilities(capabilities)
    }

    fn resize(&mut self, width: NonZeroU32, height: NonZeroU32) {
        self.is_dirty |= width.get() != self.width;
        self.width = width.get();
        self.inner.resize(width, height)
    }

    fn subtract_borders(
        &self,
        width: NonZeroU32,
        height: NonZeroU32,
    ) -> (Option<NonZeroU32>, Option<NonZeroU32>) {
        self.inner.subtract_borders(width, height)
    }

    fn add_borders(&self, width: u32, height: u32) -> (u32, u32) {
        self.inner.add_borders(width, height)
    }

    fn location(&self) -> (i32, i32) {
        self.inner.location()
    }

    fn is_dirty(&self) -> bool {
        self.is_dirty || self.inner.is_dirty()
    }

    fn draw(&mut self) -> bool {
        let should_sync = self.inner.is_dirty() && self.inner.draw();
        if self.is_dirty {
            self.draw_label();
        }
        should_sync
    }

    fn set_scaling_factor(&mut self, scale_factor: f64) {
        // As the frame below rounds it.
        self.scale = scale_factor.ceil().max(1.) as u32;
        self.is_dirty = true;
        self.inner.set_scaling_factor(scale_factor)
    }

    fn set_title(&mut self, title: impl Into<String>) {
        self.title = title.into();
        self.is_dirty = true;
    }
}

mod font {
    pub const WIDTH: u32 = 8;
    pub const HEIGHT: u32 = 13;

    /// For each glyph, ascending, its character in two bytes and its lines in one each.
    const GLYPHS: &[u8] = include_bytes!("title_font.bin");
    const SIZE: usize = 2 + HEIGHT as usize;
    const UNKNOWN: u16 = 0xFFFD;

    /// The lines of a character's glyph, the leftmost dot first.
    pub fn glyph(letter: char) -> &'static [u8] {
        let wanted = u16::try_from(u32::from(letter)).unwrap_or(UNKNOWN);
        find(wanted).or_else(|| find(UNKNOWN)).unwrap_or(&[])
    }

    fn find(wanted: u16) -> Option<&'static [u8]> {
        let (mut low, mut high) = (0, GLYPHS.len() / SIZE);
        while low < high {
            let middle = (low + high) / 2;
            let glyph = &GLYPHS[middle * SIZE..(middle + 1) * SIZE];
            let found = u16::from_le_bytes([glyph[0], glyph[1]]);
            match found.cmp(&wanted) {
                std::cmp::Ordering::Equal => return Some(&glyph[2..]),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}
