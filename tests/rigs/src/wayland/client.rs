//! A client of the compositor's protocols for virtual devices.

use wayland_client::{
    Connection, Dispatch, EventQueue, Proxy, QueueHandle, delegate_noop,
    globals::{BindError, GlobalList, GlobalListContents, registry_queue_init},
    protocol::{wl_registry::WlRegistry, wl_seat::WlSeat},
};
use wayland_protocols_misc::zwp_input_method_v2::client::{
    zwp_input_method_manager_v2::ZwpInputMethodManagerV2,
    zwp_input_method_v2::{Event, ZwpInputMethodV2},
};
use wayland_protocols_wlr::virtual_pointer::v1::client::{
    zwlr_virtual_pointer_manager_v1::ZwlrVirtualPointerManagerV1,
    zwlr_virtual_pointer_v1::ZwlrVirtualPointerV1,
};

/// A connection to this process's compositor.
pub struct Client {
    /// State of the text fields.
    pub fields: Fields,
    globals: GlobalList,
    queue: EventQueue<Fields>,
}

/// State of the text fields, as the compositor tells it.
#[derive(Default)]
pub struct Fields {
    /// One that takes compositions has the keyboard.
    pub is_active: bool,
    /// Number of states that were sent: what a reply must name.
    pub serial: u32,
}

impl Client {
    pub fn connect() -> Self {
        let connection = Connection::connect_to_env().expect("this process's compositor");
        let (globals, queue) = registry_queue_init(&connection).expect("its globals");
        Self { fields: Fields::default(), globals, queue }
    }

    pub fn handle(&self) -> QueueHandle<Fields> {
        self.queue.handle()
    }

    /// The compositor's object of this type.
    pub fn bind<I: Proxy + 'static>(&self) -> I
    where
        Fields: Dispatch<I, ()>,
    {
        let bound: Result<I, BindError> = self.globals.bind(&self.handle(), 1..=1, ());
        bound.unwrap_or_else(|error| panic!("{}: {error}", I::interface().name))
    }

    /// Waits until the compositor has taken everything in.
    pub fn settle(&mut self) {
        self.queue.roundtrip(&mut self.fields).expect("the compositor");
    }
}

impl Dispatch<WlRegistry, GlobalListContents> for Fields {
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

impl Dispatch<ZwpInputMethodV2, ()> for Fields {
    fn event(
        fields: &mut Self,
        _: &ZwpInputMethodV2,
        event: Event,
        _: &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        match event {
            Event::Activate => fields.is_active = true,
            Event::Deactivate => fields.is_active = false,
            Event::Done => fields.serial += 1,
            Event::Unavailable => panic!("the compositor has another input method"),
            _ => {}
        }
    }
}

delegate_noop!(Fields: ignore WlSeat);
delegate_noop!(Fields: ZwpInputMethodManagerV2);
delegate_noop!(Fields: ZwlrVirtualPointerManagerV1);
delegate_noop!(Fields: ZwlrVirtualPointerV1);
