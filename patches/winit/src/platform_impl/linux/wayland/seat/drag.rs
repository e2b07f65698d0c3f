//! Patched: files and texts that are dragged over the windows and dropped there.

use std::io::Read;

use sctk::data_device_manager::data_device::DataDeviceHandler;
use sctk::data_device_manager::data_offer::{DataOfferHandler, DragOffer};
use sctk::data_device_manager::data_source::DataSourceHandler;
use sctk::data_device_manager::{ReadPipe, WritePipe};
use sctk::reexports::calloop::{PostAction, RegistrationToken};
use sctk::reexports::client::backend::ObjectId;
use sctk::reexports::client::protocol::wl_data_device::WlDataDevice;
use sctk::reexports::client::protocol::wl_data_device_manager::DndAction;
use sctk::reexports::client::protocol::wl_data_source::WlDataSource;
use sctk::reexports::client::protocol::wl_surface::WlSurface;
use sctk::reexports::client::{Connection, Proxy, QueueHandle};

use crate::dpi::LogicalPosition;
use crate::event::WindowEvent;
use crate::platform_impl::common::dnd::paths_of;
use crate::platform_impl::wayland::state::WinitState;
use crate::platform_impl::wayland::{self, DeviceId, WindowId};

/// The types that are of use, the best first.
const TYPES: [&str; 5] = [
    "text/uri-list",
    "text/plain;charset=utf-8",
    "text/plain;charset=UTF-8",
    "UTF8_STRING",
    "text/plain",
];

/// The longest list or text that is taken.
const MOST: usize = 64 << 20;

/// What is dragged over a window.
#[derive(Debug)]
pub struct Drag {
    window_id: WindowId,
    is_list: bool,
    /// What arrived until now.
    data: Vec<u8>,
    /// What reads it, while there is more.
    reader: Option<RegistrationToken>,
    files_hovered: bool,
    /// The offer, once it was dropped.
    dropped: Option<DragOffer>,
}

impl WinitState {
    fn drag_of(&mut self, seat: &ObjectId) -> Option<&mut Drag> {
        self.seats.get_mut(seat)?.drag.as_mut()
    }

    fn tell_drag_position(&mut self, window_id: WindowId, x: f64, y: f64) {
        let Some(window) = self.windows.get_mut().get(&window_id) else { return };
        let scale_factor = window.lock().unwrap().scale_factor();
        let position = LogicalPosition::new(x, y).to_physical(scale_factor);
        let device_id = crate::event::DeviceId(crate::platform_impl::DeviceId::Wayland(DeviceId));
        self.events_sink
            .push_window_event(WindowEvent::CursorMoved { device_id, position }, window_id);
    }

    /// Reads what is dragged, as it arrives.
    fn read_dragged(&mut self, seat: ObjectId, pipe: ReadPipe) -> Option<RegistrationToken> {
        let source = move |_: (), file: &mut sctk::reexports::calloop::generic::NoIoDrop<std::fs::File>,
                           state: &mut WinitState| {
            let mut piece = [0; 65536];
            // SAFETY: the file stays where it is.
            let read = unsafe { file.get_mut() }.read(&mut piece);
            let Some(drag) = state.drag_of(&seat) else { return PostAction::Remove };
            match read {
                Ok(1..) if drag.data.len() < MOST => {
                    drag.data.extend_from_slice(&piece[..read.unwrap_or(0)]);
                    return PostAction::Continue;
                },
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {
                    return PostAction::Continue;
                },
                _ => drag.reader = None,
            }
            state.dragged_is_whole(&seat);
            PostAction::Remove
        };
        self.loop_handle.insert_source(pipe, source).ok()
    }

    fn dragged_is_whole(&mut self, seat: &ObjectId) {
        let Some(drag) = self.drag_of(seat) else { return };
        let window_id = drag.window_id;
        let is_dropped = drag.dropped.is_some();
        if drag.is_list && !is_dropped {
            let paths = paths_of(&drag.data);
            drag.files_hovered = !paths.is_empty();
            for path in paths {
                self.events_sink.push_window_event(WindowEvent::HoveredFile(path), window_id);
            }
        }
        self.dispatched_events = true;
        if is_dropped {
            self.finish_drag(seat);
        }
    }

    /// Tells what was dropped, now that it is all there.
    fn finish_drag(&mut self, seat: &ObjectId) {
        let Some(drag) = self.seats.get_mut(seat).and_then(|seat| seat.drag.take()) else { return };
        let Some(offer) = drag.dropped else { return };
        if drag.is_list {
            let paths = paths_of(&drag.data);
            for path in paths {
                self.events_sink.push_window_event(WindowEvent::DroppedFile(path), drag.window_id);
            }
        } else {
            let text = String::from_utf8_lossy(&drag.data).into_owned();
            self.events_sink.push_window_event(WindowEvent::DroppedText(text), drag.window_id);
        }
        self.dispatched_events = true;
        if !offer.selected_action.is_empty() {
            offer.finish();
        }
        offer.destroy();
    }

    /// Nothing is dragged any more.
    fn abandon_drag(&mut self, seat: &ObjectId) {
        let Some(drag) = self.seats.get_mut(seat).and_then(|seat| seat.drag.take()) else { return };
        if let Some(reader) = drag.reader {
            self.loop_handle.remove(reader);
        }
        if drag.files_hovered && drag.dropped.is_none() {
            self.events_sink
                .push_window_event(WindowEvent::HoveredFileCancelled, drag.window_id);
        }
        if let Some(offer) = drag.dropped {
            offer.destroy();
        }
    }

    fn seat_and_offer(&self, device: &WlDataDevice) -> Option<(ObjectId, Option<DragOffer>)> {
        let known = self.seats.iter().find_map(|(id, seat)| {
            let data_device = seat.data_device.as_ref()?;
            (data_device.inner() == device).then(|| (id.clone(), data_device.data().drag_offer()))
        });
        known
    }
}

impl DataDeviceHandler for WinitState {
    fn enter(
        &mut self,
        _: &Connection,
        _: &QueueHandle<Self>,
        device: &WlDataDevice,
        x: f64,
        y: f64,
        surface: &WlSurface,
    ) {
        let Some((seat, Some(offer))) = self.seat_and_offer(device) else { return };
        self.abandon_drag(&seat);
        let window_id = wayland::make_wid(surface);
        if !self.windows.get_mut().contains_key(&window_id) {
            return;
        }
        let kind = offer.with_mime_types(|types| {
            TYPES.into_iter().find(|kind| types.iter().any(|offered| offered == kind))
        });
        offer.accept_mime_type(offer.serial, kind.map(str::to_owned));
        let Some(kind) = kind else { return };
        offer.set_actions(DndAction::Copy | DndAction::Move, DndAction::Copy);
        let Ok(pipe) = offer.receive(kind.to_owned()) else { return };
        let drag = Drag {
            window_id,
            is_list: kind == TYPES[0],
            data: Vec::new(),
            reader: None,
            files_hovered: false,
            dropped: None,
        };
        if let Some(seat_state) = self.seats.get_mut(&seat) {
            seat_state.drag = Some(drag);
        }
        let reader = self.read_dragged(seat.clone(), pipe);
        if let Some(drag) = self.drag_of(&seat) {
            drag.reader = reader;
        }
        self.tell_drag_position(window_id, x, y);
    }

    fn leave(&mut self, _: &Connection, _: &QueueHandle<Self>, device: &WlDataDevice) {
        let Some((seat, _)) = self.seat_and_offer(device) else { return };
        if self.drag_of(&seat).is_some_and(|drag| drag.dropped.is_none()) {
            self.abandon_drag(&seat);
        }
    }

    fn motion(
        &mut self,
        _: &Connection,
        _: &QueueHandle<Self>,
        device: &WlDataDevice,
        x: f64,
        y: f64,
    ) {
        let Some((seat, _)) = self.seat_and_offer(device) else { return };
        if let Some(window_id) = self.drag_of(&seat).map(|drag| drag.window_id) {
            self.tell_drag_position(window_id, x, y);
        }
    }

    fn selection(&mut self, _: &Connection, _: &QueueHandle<Self>, _: &WlDataDevice) {}

    fn drop_performed(&mut self, _: &Connection, _: &QueueHandle<Self>, device: &WlDataDevice) {
        let Some((seat, Some(offer))) = self.seat_and_offer(device) else { return };
        let Some(drag) = self.drag_of(&seat) else { return offer.destroy() };
        drag.dropped = Some(offer);
        if drag.reader.is_none() {
            self.finish_drag(&seat);
        }
    }
}

impl DataOfferHandler for WinitState {
    fn source_actions(&mut self, _: &Connection, _: &QueueHandle<Self>, _: &mut DragOffer, _: DndAction) {
    }

    fn selected_action(&mut self, _: &Connection, _: &QueueHandle<Self>, _: &mut DragOffer, _: DndAction) {
    }
}

/// Nothing is dragged from here.
impl DataSourceHandler for WinitState {
    fn accept_mime(&mut self, _: &Connection, _: &QueueHandle<Self>, _: &WlDataSource, _: Option<String>) {}

    fn send_request(
        &mut self,
        _: &Connection,
        _: &QueueHandle<Self>,
        _: &WlDataSource,
        _: String,
        _: WritePipe,
    ) {
    }

    fn cancelled(&mut self, _: &Connection, _: &QueueHandle<Self>, _: &WlDataSource) {}

    fn dnd_dropped(&mut self, _: &Connection, _: &QueueHandle<Self>, _: &WlDataSource) {}

    fn dnd_finished(&mut self, _: &Connection, _: &QueueHandle<Self>, _: &WlDataSource) {}

    fn action(&mut self, _: &Connection, _: &QueueHandle<Self>, _: &WlDataSource, _: DndAction) {}
}

sctk::delegate_data_device!(WinitState);
