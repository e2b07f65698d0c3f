use std::io;
use std::os::raw::*;
use std::path::PathBuf;
use std::str::Utf8Error;
use std::sync::Arc;

use x11rb::protocol::xproto::{self, ConnectionExt};

use crate::event::WindowEvent;
use crate::platform_impl::common::dnd::paths_of;

use super::atoms::AtomName::None as DndNone;
use super::atoms::*;
use super::{util, CookieResultExt, X11Error, XConnection};

#[derive(Debug, Clone, Copy)]
pub enum DndState {
    Accepted,
    Rejected,
}

#[derive(Debug)]
pub enum DndDataParseError {
    EmptyData,
    InvalidUtf8(#[allow(dead_code)] Utf8Error),
    HostnameSpecified(#[allow(dead_code)] String),
    UnexpectedProtocol(#[allow(dead_code)] String),
    UnresolvablePath(#[allow(dead_code)] io::Error),
}

impl From<Utf8Error> for DndDataParseError {
    fn from(e: Utf8Error) -> Self {
        DndDataParseError::InvalidUtf8(e)
    }
}

impl From<io::Error> for DndDataParseError {
    fn from(e: io::Error) -> Self {
        DndDataParseError::UnresolvablePath(e)
    }
}

pub struct Dnd {
    xconn: Arc<XConnection>,
    // Populated by XdndEnter event handler
    pub version: Option<c_long>,
    pub type_list: Option<Vec<xproto::Atom>>,
    // Populated by XdndPosition event handler
    pub source_window: Option<xproto::Window>,
    // Patched: which of the types is asked for.
    pub kind: Option<xproto::Atom>,
    // Populated by SelectionNotify event handler (triggered by XdndPosition event handler)
    pub result: Option<Result<Dragged, DndDataParseError>>,
    // Patched: it was dropped before its data arrived, by this source.
    pub dropped: Option<xproto::Window>,
}

/// Patched: what is dragged.
pub enum Dragged {
    Files(Vec<PathBuf>),
    Text(String),
}

impl Dragged {
    /// The events of its being dropped.
    pub fn into_events(self) -> Vec<WindowEvent> {
        match self {
            Dragged::Files(paths) => paths.into_iter().map(WindowEvent::DroppedFile).collect(),
            Dragged::Text(text) => vec![WindowEvent::DroppedText(text)],
        }
    }
}

impl Dnd {
    pub fn new(xconn: Arc<XConnection>) -> Result<Self, X11Error> {
        Ok(Dnd {
            xconn,
            version: None,
            type_list: None,
            source_window: None,
            kind: None,
            result: None,
            dropped: None,
        })
    }

    pub fn reset(&mut self) {
        self.version = None;
        self.type_list = None;
        self.source_window = None;
        self.kind = None;
        self.result = None;
        self.dropped = None;
    }

    /// Patched: the best of the types that the source offers, if any is of use.
    pub fn best_kind(&self) -> Option<xproto::Atom> {
        let atoms = self.xconn.atoms();
        let known =
            [TextUriList, TextPlainUtf8, TextPlainUtf8Upper, DndUtf8String, TextPlain].map(|name| atoms[name]);
        let offered = self.type_list.as_ref()?;
        known.into_iter().find(|kind| offered.contains(kind))
    }

    pub unsafe fn send_status(
        &self,
        this_window: xproto::Window,
        target_window: xproto::Window,
        state: DndState,
    ) -> Result<(), X11Error> {
        let atoms = self.xconn.atoms();
        let (accepted, action) = match state {
            DndState::Accepted => (1, atoms[XdndActionPrivate]),
            DndState::Rejected => (0, atoms[DndNone]),
        };
        self.xconn
            .send_client_msg(target_window, target_window, atoms[XdndStatus] as _, None, [
                this_window,
                accepted,
                0,
                0,
                action as _,
            ])?
            .ignore_error();

        Ok(())
    }

    pub unsafe fn send_finished(
        &self,
        this_window: xproto::Window,
        target_window: xproto::Window,
        state: DndState,
    ) -> Result<(), X11Error> {
        let atoms = self.xconn.atoms();
        let (accepted, action) = match state {
            DndState::Accepted => (1, atoms[XdndActionPrivate]),
            DndState::Rejected => (0, atoms[DndNone]),
        };
        self.xconn
            .send_client_msg(target_window, target_window, atoms[XdndFinished] as _, None, [
                this_window,
                accepted,
                action as _,
                0,
                0,
            ])?
            .ignore_error();

        Ok(())
    }

    pub unsafe fn get_type_list(
        &self,
        source_window: xproto::Window,
    ) -> Result<Vec<xproto::Atom>, util::GetPropertyError> {
        let atoms = self.xconn.atoms();
        self.xconn.get_property(
            source_window,
            atoms[XdndTypeList],
            xproto::Atom::from(xproto::AtomEnum::ATOM),
        )
    }

    pub unsafe fn convert_selection(
        &self,
        window: xproto::Window,
        kind: xproto::Atom,
        time: xproto::Timestamp,
    ) {
        let atoms = self.xconn.atoms();
        self.xconn
            .xcb_connection()
            .convert_selection(
                window,
                atoms[XdndSelection],
                kind,
                atoms[XdndSelection],
                time,
            )
            .expect_then_ignore_error("Failed to send XdndSelection event")
    }

    pub unsafe fn read_data(
        &self,
        window: xproto::Window,
    ) -> Result<Vec<c_uchar>, util::GetPropertyError> {
        let atoms = self.xconn.atoms();
        let kind = self.kind.unwrap_or(atoms[TextUriList]);
        self.xconn.get_property(window, atoms[XdndSelection], kind)
    }

    // Patched: entries are taken apart before they are decoded, and one that is no file of this machine loses no
    // other. Comments (RFC 2483), bare line feeds, host names, names that are not UTF-8, files that are not there
    // and links are handed on as they were given.
    pub fn parse_data(&self, data: &mut [c_uchar]) -> Result<Dragged, DndDataParseError> {
        if self.kind != Some(self.xconn.atoms()[TextUriList]) {
            let text = data.strip_suffix(&[0]).unwrap_or(data);
            return Ok(Dragged::Text(String::from_utf8_lossy(text).into_owned()));
        }
        let paths = paths_of(data);
        if paths.is_empty() {
            Err(DndDataParseError::EmptyData)
        } else {
            Ok(Dragged::Files(paths))
        }
    }
}
