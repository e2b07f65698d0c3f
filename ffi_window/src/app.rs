//! The application on the loop's thread: turns winit's events into ours.

use crate::{
    display::{self, Display},
    event::{Event, EventKind, Touch},
    event_loop::EventLoop,
    keys,
    platform::System,
    pointer::Pointer,
    size_limits::SizeWish,
    window_state::{Standing, WindowState},
};
use std::{collections::HashMap, sync::Arc};
use winit::{
    event::{
        DeviceEvent, ElementState, Ime, KeyEvent, MouseButton, MouseScrollDelta, TouchPhase, WindowEvent,
    },
    event_loop::{ActiveEventLoop, ControlFlow},
    window::{Window as Native, WindowId},
};

/// A touchpad's pixels that make a line, as SDL counts them.
const PIXELS_PER_LINE: f64 = 10.0;

struct WindowEntry {
    native: Arc<Native>,
    shared: Arc<WindowState>,
    pointer: Pointer,
    wish: SizeWish,
}

impl WindowEntry {
    /// The window's state, where it is to be told of motion in relative mode.
    fn in_relative_mode(&mut self) -> Option<&WindowState> {
        self.pointer.moves(&self.native).then_some(&*self.shared)
    }
}

/// The state of the loop's thread.
pub struct App {
    windows: HashMap<WindowId, WindowEntry>,
    modifiers: i64,
    /// The keyboard's locks, where its modifiers tell them.
    locks: i64,
    display: Arc<Display>,
    /// For each of X's wheel buttons 4 to 7: it was let go, which winit reports as a second turn.
    let_go: [bool; 4],
}

impl App {
    /// With no windows.
    pub fn new(display: Arc<Display>) -> Self {
        Self { windows: HashMap::new(), modifiers: 0, locks: 0, display, let_go: [false; 4] }
    }

    /// Takes a new window in.
    pub fn adopt(
        &mut self,
        native: &Arc<Native>,
        event_loop: Arc<EventLoop>,
        wish: SizeWish,
    ) -> Arc<WindowState> {
        let shared = Arc::new(WindowState::new(native, event_loop, self.display.system));
        let pointer = Pointer::new(native, Arc::clone(&self.display));
        let known = WindowEntry { native: Arc::clone(native), shared: Arc::clone(&shared), pointer, wish };
        self.windows.insert(native.id(), known);
        shared
    }

    /// A window that is still there. Its `WindowId` may be another one's by now.
    fn known(&self, window: &WindowState) -> Option<&WindowEntry> {
        self.windows.get(&window.native).filter(|known| std::ptr::eq(&*known.shared, window))
    }

    /// The window system's object for a window that is still there.
    pub fn native(&self, window: &WindowState) -> Option<Arc<Native>> {
        self.known(window).map(|known| Arc::clone(&known.native))
    }

    /// The window's pointer.
    pub fn pointer(&mut self, window: &WindowState) -> Option<(&mut Pointer, &Native)> {
        self.known(window)?;
        self.windows.get_mut(&window.native).map(|known| (&mut known.pointer, &*known.native))
    }

    /// The window is shown: from now on its size is the user's, whatever the scale.
    pub fn keep_size(&mut self, window: &WindowState) {
        if self.known(window).is_some()
            && let Some(known) = self.windows.get_mut(&window.native)
        {
            known.wish.forget();
        }
    }

    /// The keyboard's locks that are on, as they were told last.
    pub fn locks(&self) -> i64 {
        self.locks
    }

    /// Lets a window go.
    pub fn destroy(&mut self, window: &WindowState) {
        if self.known(window).is_some() {
            self.windows.remove(&window.native);
            window.leave();
        }
    }

    /// True for the second of the two reports that winit makes of one click of a wheel that X reports as a
    /// button: one as it goes down, one as it comes up. The raw report of its coming up arrives before.
    fn is_echo(&mut self, delta: &MouseScrollDelta) -> bool {
        let MouseScrollDelta::LineDelta(x, y) = *delta else { return false };
        let button = match (x, y) {
            (0.0, 1.0) => 0,
            (0.0, -1.0) => 1,
            (1.0, 0.0) => 2,
            (-1.0, 0.0) => 3,
            _ => return false,
        };
        std::mem::take(&mut self.let_go[button])
    }

    /// Translates an event into those that C is told of, in order.
    fn translate(&mut self, known: &WindowState, event: WindowEvent) -> Vec<EventKind> {
        match event {
            WindowEvent::Resized(size) => {
                known.resized(size.width, size.height);
                vec![EventKind::Resized { width: size.width, height: size.height }]
            }
            WindowEvent::Moved(position) => {
                known.moved(position.x, position.y);
                vec![EventKind::Moved { x: position.x, y: position.y }]
            }
            WindowEvent::ScaleFactorChanged { scale_factor, .. } => {
                known.rescaled(scale_factor);
                vec![EventKind::ScaleFactor(scale_factor)]
            }
            WindowEvent::CloseRequested => vec![EventKind::CloseRequested],
            WindowEvent::Focused(focused) => vec![EventKind::Focused(focused)],
            WindowEvent::KeyboardInput { event, is_synthetic, .. } => self.key(&event, is_synthetic),
            WindowEvent::ModifiersChanged(modifiers) => {
                self.modifiers = keys::modifiers(modifiers.state());
                self.locks = keys::locks(modifiers.state());
                vec![]
            }
            WindowEvent::MouseInput { state, button, .. } => {
                vec![EventKind::MouseButton {
                    button: button_number(button),
                    pressed: state == ElementState::Pressed,
                }]
            }
            WindowEvent::CursorMoved { position, .. } => {
                vec![EventKind::MouseMoved { x: position.x, y: position.y }]
            }
            WindowEvent::MouseWheel { delta, .. } if self.is_echo(&delta) => vec![],
            WindowEvent::MouseWheel { delta, .. } => vec![wheel(delta, known.state().scale_factor)],
            WindowEvent::CursorEntered { .. } => vec![EventKind::CursorEntered],
            WindowEvent::CursorLeft { .. } => vec![EventKind::CursorLeft],
            WindowEvent::Touch(touch) => vec![EventKind::Touch(finger(&touch))],
            WindowEvent::RedrawRequested => vec![EventKind::Redraw],
            WindowEvent::DroppedFile(path) => vec![EventKind::FileDropped(path)],
            WindowEvent::DroppedText(text) => vec![EventKind::TextDropped(text)],
            WindowEvent::HoveredFile(path) => vec![EventKind::FileHovered(path)],
            WindowEvent::HoveredFileCancelled => vec![EventKind::FileHoverCancelled],
            WindowEvent::Ime(ime) => vec![composition(ime)],
            WindowEvent::ThemeChanged(theme) => {
                vec![EventKind::ThemeChanged(if theme == winit::window::Theme::Dark { 2 } else { 1 })]
            }
            WindowEvent::Occluded(true) if known.occluded(true) => vec![EventKind::Occluded],
            WindowEvent::Occluded(false) if known.occluded(false) => vec![EventKind::Exposed],
            _ => vec![],
        }
    }

    fn key(&self, event: &KeyEvent, is_synthetic: bool) -> Vec<EventKind> {
        let mut told = vec![EventKind::Key(keys::key(event, is_synthetic))];
        if event.state == ElementState::Pressed && !is_synthetic {
            told.extend(keys::typed(event, self.modifiers).map(EventKind::Text));
        }
        told
    }
}

fn button_number(button: MouseButton) -> i64 {
    match button {
        MouseButton::Left => 0,
        MouseButton::Right => 1,
        MouseButton::Middle => 2,
        MouseButton::Back => 3,
        MouseButton::Forward => 4,
        // The kernel's numbers, as Wayland tells them; 0x115 and 0x116 are the two above.
        MouseButton::Other(number @ 0x117..) => 5 + i64::from(number) - 0x117,
        // X's numbers begin at 1, and 8 and 9 are the two above.
        MouseButton::Other(number) => 5 + i64::from(number).saturating_sub(10).max(0),
    }
}

fn wheel(delta: MouseScrollDelta, scale_factor: f64) -> EventKind {
    match delta {
        MouseScrollDelta::LineDelta(x, y) => EventKind::MouseWheel { x: f64::from(x), y: f64::from(y) },
        MouseScrollDelta::PixelDelta(pixels) => {
            let line = PIXELS_PER_LINE * scale_factor;
            EventKind::MouseWheel { x: pixels.x / line, y: pixels.y / line }
        }
    }
}

fn finger(touch: &winit::event::Touch) -> Touch {
    let phase = match touch.phase {
        TouchPhase::Started => 0,
        TouchPhase::Moved => crate::event::TOUCH_MOVED,
        TouchPhase::Ended => 2,
        TouchPhase::Cancelled => 3,
    };
    Touch { finger: touch.id as i64, phase, x: touch.location.x, y: touch.location.y }
}

/// The window's standing at this moment.
fn standing(native: &Native) -> Standing {
    match (native.is_minimized(), native.is_maximized()) {
        (Some(true), _) => Standing::Minimized,
        (_, true) => Standing::Maximized,
        _ => Standing::Restored,
    }
}

fn composition(ime: Ime) -> EventKind {
    match ime {
        Ime::Enabled => EventKind::ImeEnabled,
        Ime::Preedit(text, cursor) => EventKind::ImePreedit { text, cursor },
        Ime::Commit(text) => EventKind::Text(text),
        Ime::Disabled => EventKind::ImeDisabled,
    }
}

impl App {
    /// Takes in what winit reports of a window.
    pub fn take_window_event(&mut self, id: WindowId, event: WindowEvent) {
        let Some(known) = self.windows.get_mut(&id) else { return };
        match event {
            WindowEvent::Focused(focused) => known.pointer.focus(&known.native, focused),
            WindowEvent::Moved(_) | WindowEvent::Resized(_) => known.pointer.follow(&known.native),
            WindowEvent::CursorMoved { .. } if known.pointer.moves(&known.native) => return,
            WindowEvent::ScaleFactorChanged { .. } => known.wish.renew(&known.native),
            _ => {}
        }
        let shared = Arc::clone(&known.shared);
        if event == WindowEvent::Destroyed {
            // By another program; one of ours is no longer known.
            return self.destroy(&shared);
        }
        let close = event == WindowEvent::CloseRequested;
        // X's window managers tell of it, elsewhere its size does.
        let may_stand_anew = match event {
            WindowEvent::StateChanged => true,
            WindowEvent::Resized(_) => self.display.system != System::X11,
            _ => false,
        };
        let standing = may_stand_anew.then(|| standing(&known.native));
        let mut told = self.translate(&shared, event);
        told.extend(standing.filter(|standing| shared.stands(*standing)).map(|standing| match standing {
            Standing::Minimized => EventKind::Minimized,
            Standing::Maximized => EventKind::Maximized,
            Standing::Restored => EventKind::Restored,
        }));
        shared.take_input(&told, self.display.system);
        for kind in told {
            shared.event_loop.push(Event::now(shared.id, kind, self.modifiers));
        }
        if close {
            shared.event_loop.close(shared.id);
        }
    }

    /// Takes in that the desktop became light or dark.
    pub fn take_theme(&self, theme: i64) {
        for known in self.windows.values() {
            let event = Event::now(known.shared.id, EventKind::ThemeChanged(theme), self.modifiers);
            known.shared.event_loop.push(event);
        }
    }

    /// Says how long winit may wait for the next event.
    pub fn prepare_wait(&self, active: &ActiveEventLoop) {
        if display::is_lost() {
            active.exit();
        }
        active.set_control_flow(ControlFlow::Wait);
    }

    /// Takes in what winit reports of the mouse itself.
    pub fn take_device_event(&mut self, event: DeviceEvent) {
        match event {
            DeviceEvent::Button { button: button @ 4..=7, state } if self.display.system == System::X11 => {
                self.let_go[button as usize - 4] = state == ElementState::Released;
            }
            DeviceEvent::MouseMotion { delta: (x, y) } => {
                for known in self.windows.values_mut().filter_map(WindowEntry::in_relative_mode) {
                    let kind = EventKind::MouseMotion { x, y };
                    known.take_input(std::slice::from_ref(&kind), self.display.system);
                    known.event_loop.push(Event::now(known.id, kind, self.modifiers));
                }
            }
            _ => {}
        }
    }
}
