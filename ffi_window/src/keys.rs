//! Keys: Windows' virtual-key codes, scan codes, modifiers and the text that is typed.

use crate::{event::Key, layout_codes, virtual_keys};
use winit::{
    event::{ElementState, KeyEvent},
    keyboard::{Key as Logical, KeyCode, KeyLocation, ModifiersState, NamedKey, PhysicalKey},
    platform::{modifier_supplement::KeyEventExtModifierSupplement, scancode::PhysicalKeyExtScancode},
};

const SHIFT: i64 = 1;
const CONTROL: i64 = 2;
const ALT: i64 = 4;
const SUPER: i64 = 8;

/// The modifiers as C's bits.
pub fn modifiers(state: ModifiersState) -> i64 {
    let bit = |held: bool, bit| if held { bit } else { 0 };
    bit(state.shift_key(), SHIFT)
        | bit(state.control_key(), CONTROL)
        | bit(state.alt_key(), ALT)
        | bit(state.super_key(), SUPER)
}

/// Caps Lock and Num Lock, which bits without a name tell, as C's bits.
pub fn locks(state: ModifiersState) -> i64 {
    i64::from(state.bits() >> 20 & 3)
}

/// Makes a key event for C.
pub fn key(event: &KeyEvent, was_held_before: bool) -> Key {
    Key {
        scancode: event.physical_key.to_scancode().map_or(0, i64::from),
        code: code(event),
        pressed: event.state == ElementState::Pressed,
        repeat: event.repeat || was_held_before && event.state == ElementState::Pressed,
    }
}

/// The text that a press types: none for a command, and none for a key that is no character.
pub fn typed(event: &KeyEvent, modifiers: i64) -> Option<String> {
    let (control, alt) = (modifiers & CONTROL != 0, modifiers & ALT != 0);
    // On Windows, both together are what AltGr is; elsewhere that is a modifier of its own.
    let is_chord = if cfg!(windows) { control != alt } else { control || alt };
    let is_command = is_chord || modifiers & SUPER != 0;
    let text = event.text.as_ref().filter(|text| !is_command && !text.chars().any(char::is_control))?;
    Some(text.to_string())
}

/// The virtual-key code: that of the key in its layout as Windows has that, else that of the key in its place on an
/// American keyboard; 0 where there is none.
fn code(event: &KeyEvent) -> i64 {
    let place = match event.physical_key {
        PhysicalKey::Code(place) => Some(place),
        PhysicalKey::Unidentified(_) => None,
    };
    let logical = if event.location == KeyLocation::Numpad {
        on_numpad(&event.logical_key)
    } else {
        // Function keys past the twelfth have other meanings in some layouts.
        let special = event.physical_key.to_scancode().and_then(virtual_keys::by_scancode);
        special.or_else(|| match event.key_without_modifiers() {
            // Layouts with a third level have keys for it where others have signs.
            Logical::Named(NamedKey::AltGraph) => in_layout(event).or(Some(165)),
            Logical::Named(name) => by_name(name, event.location).or_else(|| in_layout(event)),
            _ => in_layout(event).or_else(|| by_sign(event)),
        })
    };
    logical.or_else(|| by_place(place?)).unwrap_or(0)
}

/// The code in the layout that is set.
#[cfg(target_os = "linux")]
fn in_layout(event: &KeyEvent) -> Option<i64> {
    use layout_codes::LayoutKey;
    use winit::platform::modifier_supplement::KeyEventExtLayout;
    let sign = |(keysym, character)| layout_codes::sign(keysym, character);
    let keys = event.layout().iter().filter(|key| !layout_codes::is_function(key.plain.0));
    let keys =
        keys.map(|key| LayoutKey { place: key.scancode, plain: sign(key.plain), shifted: sign(key.shifted) });
    layout_codes::code(&keys.collect::<Vec<_>>(), event.physical_key.to_scancode()?)
}

/// Other systems do not tell what the rest of the layout bears.
#[cfg(not(target_os = "linux"))]
fn in_layout(_event: &KeyEvent) -> Option<i64> {
    None
}

/// The code of what the key itself bears.
fn by_sign(event: &KeyEvent) -> Option<i64> {
    match event.key_without_modifiers() {
        Logical::Character(text) => layout_codes::by_sign(text.chars().next()?),
        _ => None,
    }
}

/// With NumLock the digits of the block have their own codes; without it they are Home, Up and so on.
fn on_numpad(logical: &Logical) -> Option<i64> {
    match logical {
        Logical::Named(name) => by_name(*name, KeyLocation::Numpad),
        Logical::Character(text) => match text.as_bytes() {
            [digit @ b'0'..=b'9'] => Some(96 + i64::from(digit - b'0')),
            _ => None,
        },
        _ => None,
    }
}

fn by_name(name: NamedKey, location: KeyLocation) -> Option<i64> {
    let sided = |left: i64| Some(if location == KeyLocation::Right { left + 1 } else { left });
    match name {
        NamedKey::Shift => sided(160),
        NamedKey::Control => sided(162),
        NamedKey::Alt => sided(164),
        NamedKey::AltGraph => Some(165),
        NamedKey::Super | NamedKey::Meta => sided(91),
        NamedKey::Backspace => Some(8),
        NamedKey::Tab => Some(9),
        NamedKey::Clear => Some(12),
        NamedKey::Enter => Some(13),
        NamedKey::Pause => Some(19),
        NamedKey::CapsLock => Some(20),
        NamedKey::Escape => Some(27),
        NamedKey::Space => Some(32),
        NamedKey::PageUp => Some(33),
        NamedKey::PageDown => Some(34),
        NamedKey::End => Some(35),
        NamedKey::Home => Some(36),
        NamedKey::ArrowLeft => Some(37),
        NamedKey::ArrowUp => Some(38),
        NamedKey::ArrowRight => Some(39),
        NamedKey::ArrowDown => Some(40),
        NamedKey::PrintScreen => Some(44),
        NamedKey::Insert => Some(45),
        NamedKey::Delete => Some(46),
        NamedKey::Help => Some(47),
        NamedKey::ContextMenu => Some(93),
        NamedKey::Standby => Some(95),
        NamedKey::NumLock => Some(144),
        NamedKey::ScrollLock => Some(145),
        NamedKey::BrowserBack => Some(166),
        NamedKey::BrowserForward => Some(167),
        NamedKey::BrowserRefresh => Some(168),
        NamedKey::BrowserStop => Some(169),
        NamedKey::BrowserSearch => Some(170),
        NamedKey::BrowserFavorites => Some(171),
        NamedKey::BrowserHome => Some(172),
        NamedKey::AudioVolumeMute => Some(173),
        NamedKey::AudioVolumeDown => Some(174),
        NamedKey::AudioVolumeUp => Some(175),
        NamedKey::MediaTrackNext => Some(176),
        NamedKey::MediaTrackPrevious => Some(177),
        NamedKey::MediaStop => Some(178),
        NamedKey::MediaPlayPause => Some(179),
        NamedKey::LaunchMail => Some(180),
        _ => function_key(name),
    }
}

fn function_key(name: NamedKey) -> Option<i64> {
    use NamedKey::*;
    let keys = [
        F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12, F13, F14, F15, F16, F17, F18, F19, F20, F21, F22,
        F23, F24,
    ];
    keys.iter().position(|&key| key == name).map(|place| 112 + place as i64)
}

/// By its place on an American keyboard.
fn by_place(code: KeyCode) -> Option<i64> {
    use KeyCode::*;
    let letters = [
        KeyA, KeyB, KeyC, KeyD, KeyE, KeyF, KeyG, KeyH, KeyI, KeyJ, KeyK, KeyL, KeyM, KeyN, KeyO, KeyP, KeyQ,
        KeyR, KeyS, KeyT, KeyU, KeyV, KeyW, KeyX, KeyY, KeyZ,
    ];
    let digits = [Digit0, Digit1, Digit2, Digit3, Digit4, Digit5, Digit6, Digit7, Digit8, Digit9];
    let numpad = [Numpad0, Numpad1, Numpad2, Numpad3, Numpad4, Numpad5, Numpad6, Numpad7, Numpad8, Numpad9];
    let place = |keys: &[KeyCode]| keys.iter().position(|&key| key == code).map(|place| place as i64);
    let run = place(&letters)
        .map(|letter| 65 + letter)
        .or_else(|| place(&digits).map(|digit| 48 + digit))
        .or_else(|| place(&numpad).map(|digit| 96 + digit));
    run.or(match code {
        Backquote => Some(192),
        Minus => Some(189),
        Equal => Some(187),
        BracketLeft => Some(219),
        BracketRight => Some(221),
        Semicolon => Some(186),
        Quote => Some(222),
        Backslash => Some(220),
        Comma => Some(188),
        Period => Some(190),
        Slash => Some(191),
        IntlBackslash => Some(226),
        IntlRo => Some(193),
        NumpadMultiply => Some(106),
        NumpadAdd => Some(107),
        NumpadComma => Some(108),
        NumpadSubtract => Some(109),
        NumpadDecimal => Some(110),
        NumpadDivide => Some(111),
        NumpadEnter => Some(13),
        ShiftLeft => Some(160),
        ShiftRight => Some(161),
        ControlLeft => Some(162),
        ControlRight => Some(163),
        AltLeft => Some(164),
        AltRight => Some(165),
        SuperLeft => Some(91),
        SuperRight => Some(92),
        Space => Some(32),
        _ => None,
    })
}
