//! Another program from which things are dragged: a small surface in the screen's upper left corner. Pressing a button
//! over it begins the drag.

use crate::tools::Scratch;
use std::{
    fs::File,
    io::Write,
    os::fd::AsFd,
    sync::mpsc::{self, Receiver, Sender},
    thread,
    time::Duration,
};
use wayland_client::{
    Connection, Dispatch, Proxy, QueueHandle, WEnum, delegate_noop,
    globals::{GlobalListContents, registry_queue_init},
    protocol::{
        wl_buffer::WlBuffer,
        wl_compositor::WlCompositor,
        wl_data_device::{self, WlDataDevice},
        wl_data_device_manager::{DndAction, WlDataDeviceManager},
        wl_data_offer::WlDataOffer,
        wl_data_source::{self, WlDataSource},
        wl_pointer::{self, ButtonState, WlPointer},
        wl_registry::WlRegistry,
        wl_seat::WlSeat,
        wl_shm::{Format, WlShm},
        wl_shm_pool::WlShmPool,
        wl_surface::WlSurface,
    },
};
use wayland_protocols_wlr::layer_shell::v1::client::{
    zwlr_layer_shell_v1::{Layer, ZwlrLayerShellV1},
    zwlr_layer_surface_v1::{self, Anchor, ZwlrLayerSurfaceV1},
};

/// The length of the surface's sides.
pub const SIDE: u32 = 100;

/// A program that has something to be dragged from the corner.
pub struct Source(Receiver<Said>);

/// Steps of a drag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The surface is there.
    Shown,
    /// A button went down on it.
    Begun,
    /// The drag is over somebody who takes it.
    Accepted,
    /// The receiver is done.
    Finished,
    /// Nobody took it.
    Cancelled,
}

impl Source {
    /// Shows the surface; `bytes` is what can be dragged from it, once. There has to be a mouse.
    pub fn show(kind: &'static str, bytes: &[u8]) -> Self {
        let (tell, told) = mpsc::channel();
        let bytes = bytes.to_vec();
        thread::spawn(move || serve(kind, bytes, tell));
        let source = Self(told);
        source.wait(Said::Shown);
        source
    }

    /// Waits until that is so.
    pub fn wait(&self, wanted: Said) {
        let mut told = Vec::new();
        while told.last() != Some(&wanted) {
            let next = self.0.recv_timeout(Duration::from_secs(20));
            told.push(next.unwrap_or_else(|_| panic!("{told:?}, not {wanted:?}")));
        }
    }
}

struct State {
    tell: Sender<Said>,
    surface: WlSurface,
    buffer: WlBuffer,
    source: WlDataSource,
    device: WlDataDevice,
    bytes: Vec<u8>,
    is_shown: bool,
    has_begun: bool,
    is_over: bool,
}

fn serve(kind: &str, bytes: Vec<u8>, tell: Sender<Said>) {
    let connection = Connection::connect_to_env().expect("this process's compositor");
    let (globals, mut queue) = registry_queue_init::<State>(&connection).expect("its globals");
    let handle = queue.handle();
    let compositor: WlCompositor = globals.bind(&handle, 1..=1, ()).expect("a compositor");
    let seat: WlSeat = globals.bind(&handle, 1..=1, ()).expect("a seat");
    let shm: WlShm = globals.bind(&handle, 1..=1, ()).expect("shared memory");
    let layers: ZwlrLayerShellV1 = globals.bind(&handle, 1..=1, ()).expect("layers");
    let manager: WlDataDeviceManager = globals.bind(&handle, 3..=3, ()).expect("drags");
    let (folder, length) = (Scratch::new("drag"), SIDE * SIDE * 4);
    let memory = File::create_new(folder.path().join("pixels")).expect("a file");
    memory.set_len(u64::from(length)).expect("room");
    let pool = shm.create_pool(memory.as_fd(), length as i32, &handle, ());
    let (side, line) = (SIDE as i32, 4 * SIDE as i32);
    let buffer = pool.create_buffer(0, side, side, line, Format::Xrgb8888, &handle, ());
    let surface = compositor.create_surface(&handle, ());
    let layer = layers.get_layer_surface(&surface, None, Layer::Overlay, "drag".into(), &handle, ());
    layer.set_size(SIDE, SIDE);
    layer.set_anchor(Anchor::Top | Anchor::Left);
    surface.commit();
    let _pointer = seat.get_pointer(&handle, ());
    let device = manager.get_data_device(&seat, &handle, ());
    let source = manager.create_data_source(&handle, ());
    source.offer(kind.into());
    source.set_actions(DndAction::Copy);
    let mut state = State {
        tell,
        surface,
        buffer,
        source,
        device,
        bytes,
        is_shown: false,
        has_begun: false,
        is_over: false,
    };
    while !state.is_over && queue.blocking_dispatch(&mut state).is_ok() {}
}

impl Dispatch<ZwlrLayerSurfaceV1, ()> for State {
    fn event(
        state: &mut Self,
        layer: &ZwlrLayerSurfaceV1,
        event: zwlr_layer_surface_v1::Event,
        _: &(),
        connection: &Connection,
        _: &QueueHandle<Self>,
    ) {
        if let zwlr_layer_surface_v1::Event::Configure { serial, .. } = event {
            layer.ack_configure(serial);
            state.surface.attach(Some(&state.buffer), 0, 0);
            state.surface.damage(0, 0, SIDE as i32, SIDE as i32);
            state.surface.commit();
            let _ = connection.roundtrip();
            // Its size is told anew where other things on the screen change.
            if !std::mem::replace(&mut state.is_shown, true) {
                let _ = state.tell.send(Said::Shown);
            }
        }
    }
}

impl Dispatch<WlPointer, ()> for State {
    fn event(
        state: &mut Self,
        _: &WlPointer,
        event: wl_pointer::Event,
        _: &(),
        connection: &Connection,
        _: &QueueHandle<Self>,
    ) {
        if let wl_pointer::Event::Button { serial, state: WEnum::Value(ButtonState::Pressed), .. } = event
            && !std::mem::replace(&mut state.has_begun, true)
        {
            state.device.start_drag(Some(&state.source), &state.surface, None, serial);
            let _ = connection.roundtrip();
            let _ = state.tell.send(Said::Begun);
        }
    }
}

impl Dispatch<WlDataSource, ()> for State {
    fn event(
        state: &mut Self,
        _: &WlDataSource,
        event: wl_data_source::Event,
        _: &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        let end = match event {
            wl_data_source::Event::Send { fd, .. } => return drop(File::from(fd).write_all(&state.bytes)),
            wl_data_source::Event::Action { dnd_action: WEnum::Value(DndAction::Copy) } => {
                let _ = state.tell.send(Said::Accepted);
                return;
            }
            wl_data_source::Event::DndFinished => Said::Finished,
            wl_data_source::Event::Cancelled => Said::Cancelled,
            _ => return,
        };
        state.is_over = true;
        let _ = state.tell.send(end);
    }
}

impl Dispatch<WlDataDevice, ()> for State {
    wayland_client::event_created_child!(State, WlDataDevice, [
        wl_data_device::EVT_DATA_OFFER_OPCODE => (WlDataOffer, ()),
    ]);

    fn event(
        _: &mut Self,
        _: &WlDataDevice,
        _: wl_data_device::Event,
        _: &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

impl Dispatch<WlRegistry, GlobalListContents> for State {
    fn event(
        _: &mut Self,
        _: &WlRegistry,
        _: <WlRegistry as Proxy>::Event,
        _: &GlobalListContents,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

delegate_noop!(State: WlCompositor);
delegate_noop!(State: WlDataDeviceManager);
delegate_noop!(State: WlShmPool);
delegate_noop!(State: ZwlrLayerShellV1);
delegate_noop!(State: ignore WlBuffer);
delegate_noop!(State: ignore WlDataOffer);
delegate_noop!(State: ignore WlSeat);
delegate_noop!(State: ignore WlShm);
delegate_noop!(State: ignore WlSurface);
