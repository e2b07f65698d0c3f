//! What a Wayland compositor says of its clipboards, by data control: `ext-data-control-v1` or the protocol of wlroots
//! that it came from.

use crate::clipboard_content::Selection;
use std::os::fd::BorrowedFd;
use wayland_client::{
    Connection, Dispatch, QueueHandle, delegate_noop, event_created_child,
    protocol::{
        wl_callback::WlCallback,
        wl_registry::{self, WlRegistry},
        wl_seat::WlSeat,
    },
};
use wayland_protocols::ext::data_control::v1::client::{
    ext_data_control_device_v1::{self as ext_device, ExtDataControlDeviceV1},
    ext_data_control_manager_v1::ExtDataControlManagerV1,
    ext_data_control_offer_v1::{self as ext_offer, ExtDataControlOfferV1},
};
use wayland_protocols_wlr::data_control::v1::client::{
    zwlr_data_control_device_v1::{self as wlr_device, ZwlrDataControlDeviceV1},
    zwlr_data_control_manager_v1::ZwlrDataControlManagerV1,
    zwlr_data_control_offer_v1::{self as wlr_offer, ZwlrDataControlOfferV1},
};

/// How many names of an offer are looked at.
const MOST_NAMES: usize = 256;

/// From which version on wlroots's protocol knows what is selected.
const WLR_PRIMARY: u32 = 2;

/// What the compositor says.
#[derive(Default)]
pub struct Offers {
    /// The numbers of its objects.
    pub seat: Option<u32>,
    ext_manager: Option<u32>,
    wlr_manager: Option<(u32, u32)>,
    /// Offers that were announced, and the last ones that are the clipboard's, and of what is selected.
    announced: Vec<Offer>,
    clipboard: Option<Offer>,
    primary: Option<Offer>,
    /// How many times something else was offered.
    clipboard_changes: usize,
    primary_changes: usize,
    /// How many questions were answered.
    pub answers: usize,
    /// It took the device away.
    pub finished: bool,
}

/// What a program offers.
pub struct Offer {
    object: Object,
    /// The names of its forms.
    pub names: Vec<String>,
}

#[derive(PartialEq)]
enum Object {
    Ext(ExtDataControlOfferV1),
    Wlr(ZwlrDataControlOfferV1),
}

impl Offer {
    /// Asks its owner to write this form of it there.
    pub fn receive(&self, name: String, to: BorrowedFd<'_>) {
        match &self.object {
            Object::Ext(offer) => offer.receive(name, to),
            Object::Wlr(offer) => offer.receive(name, to),
        }
    }
}

impl Drop for Offer {
    fn drop(&mut self) {
        match &self.object {
            Object::Ext(offer) => offer.destroy(),
            Object::Wlr(offer) => offer.destroy(),
        }
    }
}

impl Offers {
    /// Asks to be told of what is offered, on this seat; false where the compositor knows no such protocol.
    pub fn watch(&self, registry: &WlRegistry, seat: &WlSeat, handle: &QueueHandle<Self>) -> bool {
        if let Some(manager) = self.ext_manager {
            let manager: ExtDataControlManagerV1 = registry.bind(manager, 1, handle, ());
            manager.get_data_device(seat, handle, ());
        } else if let Some((manager, version)) = self.wlr_manager {
            let manager: ZwlrDataControlManagerV1 =
                registry.bind(manager, version.min(WLR_PRIMARY), handle, ());
            manager.get_data_device(seat, handle, ());
        } else {
            return false;
        }
        true
    }

    /// Whether it tells what is selected.
    pub fn knows_primary(&self) -> bool {
        self.ext_manager.is_some() || self.wlr_manager.is_some_and(|(_, version)| version >= WLR_PRIMARY)
    }

    /// What is offered there.
    pub fn offered(&self, selection: Selection) -> Option<&Offer> {
        match selection {
            Selection::Clipboard => self.clipboard.as_ref(),
            Selection::Primary => self.primary.as_ref(),
        }
    }

    /// How many times something else was offered there.
    pub fn changes(&self, selection: Selection) -> usize {
        match selection {
            Selection::Clipboard => self.clipboard_changes,
            Selection::Primary => self.primary_changes,
        }
    }

    fn announce(&mut self, object: Object) {
        self.announced.push(Offer { object, names: Vec::new() });
    }

    fn name(&mut self, object: &Object, name: String) {
        if let Some(offer) = self.announced.iter_mut().find(|one| one.object == *object)
            && offer.names.len() < MOST_NAMES
        {
            offer.names.push(name);
        }
    }

    fn take(&mut self, object: &Object) -> Option<Offer> {
        let place = self.announced.iter().position(|one| one.object == *object)?;
        Some(self.announced.swap_remove(place))
    }

    fn select(&mut self, selection: Selection, object: Option<Object>) {
        let offer = object.and_then(|object| self.take(&object));
        let (place, changes) = match selection {
            Selection::Clipboard => (&mut self.clipboard, &mut self.clipboard_changes),
            Selection::Primary => (&mut self.primary, &mut self.primary_changes),
        };
        *place = offer;
        *changes += 1;
    }
}

/// One of the two protocols, which differ in their names alone.
macro_rules! protocol {
    ($kind:ident, $device:ident, $device_events:ident, $offer:ident, $offer_events:ident) => {
        impl Dispatch<$device, ()> for Offers {
            fn event(
                offers: &mut Self,
                _: &$device,
                event: $device_events::Event,
                _: &(),
                _: &Connection,
                _: &QueueHandle<Self>,
            ) {
                match event {
                    $device_events::Event::DataOffer { id } => offers.announce(Object::$kind(id)),
                    $device_events::Event::Selection { id } => {
                        offers.select(Selection::Clipboard, id.map(Object::$kind));
                    }
                    $device_events::Event::PrimarySelection { id } => {
                        offers.select(Selection::Primary, id.map(Object::$kind));
                    }
                    $device_events::Event::Finished => offers.finished = true,
                    _ => {}
                }
            }

            event_created_child!(Offers, $device, [$device_events::EVT_DATA_OFFER_OPCODE => ($offer, ())]);
        }

        impl Dispatch<$offer, ()> for Offers {
            fn event(
                offers: &mut Self,
                object: &$offer,
                event: $offer_events::Event,
                _: &(),
                _: &Connection,
                _: &QueueHandle<Self>,
            ) {
                if let $offer_events::Event::Offer { mime_type } = event {
                    offers.name(&Object::$kind(object.clone()), mime_type);
                }
            }
        }
    };
}

protocol!(Ext, ExtDataControlDeviceV1, ext_device, ExtDataControlOfferV1, ext_offer);
protocol!(Wlr, ZwlrDataControlDeviceV1, wlr_device, ZwlrDataControlOfferV1, wlr_offer);
delegate_noop!(Offers: ExtDataControlManagerV1);
delegate_noop!(Offers: ZwlrDataControlManagerV1);
delegate_noop!(Offers: ignore WlSeat);

impl Dispatch<WlRegistry, ()> for Offers {
    fn event(
        offers: &mut Self,
        _: &WlRegistry,
        event: wl_registry::Event,
        _: &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        let wl_registry::Event::Global { name, interface, version } = event else { return };
        match &*interface {
            "wl_seat" => _ = offers.seat.get_or_insert(name),
            "ext_data_control_manager_v1" => _ = offers.ext_manager.get_or_insert(name),
            "zwlr_data_control_manager_v1" => _ = offers.wlr_manager.get_or_insert((name, version)),
            _ => {}
        }
    }
}

impl Dispatch<WlCallback, ()> for Offers {
    fn event(
        offers: &mut Self,
        _: &WlCallback,
        _: <WlCallback as wayland_client::Proxy>::Event,
        _: &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        offers.answers += 1;
    }
}
