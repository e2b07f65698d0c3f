//! Names of the key codes.

use ffi_core::ffi_enum;

/// Codes of keys: Windows' virtual keys, by what a key bears in the layout that is set. A sign's key has the code that
/// Windows has for it in that layout.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum KeyCode {
    /// Control with Break.
    Cancel = 3,
    /// Backspace.
    Backspace = 8,
    /// Tab.
    Tab = 9,
    /// Clear: the 5 of the number block without NumLock.
    Clear = 12,
    /// Enter, that of the number block too.
    Enter = 13,
    /// Pause.
    Pause = 19,
    /// CapsLock.
    CapsLock = 20,
    /// Kana or Hangul.
    Kana = 21,
    /// Kanji or Hanja.
    Kanji = 25,
    /// Escape.
    Escape = 27,
    /// Convert.
    Convert = 28,
    /// Not convert.
    NonConvert = 29,
    /// The space bar.
    Space = 32,
    /// Page up.
    PageUp = 33,
    /// Page down.
    PageDown = 34,
    /// End.
    End = 35,
    /// Home.
    Home = 36,
    /// The arrow to the left.
    Left = 37,
    /// The arrow up.
    Up = 38,
    /// The arrow to the right.
    Right = 39,
    /// The arrow down.
    Down = 40,
    /// Print screen.
    PrintScreen = 44,
    /// Insert.
    Insert = 45,
    /// Delete.
    Delete = 46,
    /// Help.
    Help = 47,
    /// The key of the digit 0.
    Digit0 = 48,
    /// The key of the digit 1.
    Digit1 = 49,
    /// The key of the digit 2.
    Digit2 = 50,
    /// The key of the digit 3.
    Digit3 = 51,
    /// The key of the digit 4.
    Digit4 = 52,
    /// The key of the digit 5.
    Digit5 = 53,
    /// The key of the digit 6.
    Digit6 = 54,
    /// The key of the digit 7.
    Digit7 = 55,
    /// The key of the digit 8.
    Digit8 = 56,
    /// The key of the digit 9.
    Digit9 = 57,
    /// The key of the letter A.
    A = 65,
    /// The key of the letter B.
    B = 66,
    /// The key of the letter C.
    C = 67,
    /// The key of the letter D.
    D = 68,
    /// The key of the letter E.
    E = 69,
    /// The key of the letter F.
    F = 70,
    /// The key of the letter G.
    G = 71,
    /// The key of the letter H.
    H = 72,
    /// The key of the letter I.
    I = 73,
    /// The key of the letter J.
    J = 74,
    /// The key of the letter K.
    K = 75,
    /// The key of the letter L.
    L = 76,
    /// The key of the letter M.
    M = 77,
    /// The key of the letter N.
    N = 78,
    /// The key of the letter O.
    O = 79,
    /// The key of the letter P.
    P = 80,
    /// The key of the letter Q.
    Q = 81,
    /// The key of the letter R.
    R = 82,
    /// The key of the letter S.
    S = 83,
    /// The key of the letter T.
    T = 84,
    /// The key of the letter U.
    U = 85,
    /// The key of the letter V.
    V = 86,
    /// The key of the letter W.
    W = 87,
    /// The key of the letter X.
    X = 88,
    /// The key of the letter Y.
    Y = 89,
    /// The key of the letter Z.
    Z = 90,
    /// The left Windows key.
    LeftSuper = 91,
    /// The right Windows key.
    RightSuper = 92,
    /// The key of the context menu.
    Menu = 93,
    /// Sleep.
    Sleep = 95,
    /// 0 on the number block.
    Numpad0 = 96,
    /// 1 on the number block.
    Numpad1 = 97,
    /// 2 on the number block.
    Numpad2 = 98,
    /// 3 on the number block.
    Numpad3 = 99,
    /// 4 on the number block.
    Numpad4 = 100,
    /// 5 on the number block.
    Numpad5 = 101,
    /// 6 on the number block.
    Numpad6 = 102,
    /// 7 on the number block.
    Numpad7 = 103,
    /// 8 on the number block.
    Numpad8 = 104,
    /// 9 on the number block.
    Numpad9 = 105,
    /// Times, on the number block.
    NumpadMultiply = 106,
    /// Plus, on the number block.
    NumpadAdd = 107,
    /// The separator of thousands, on the number block.
    NumpadSeparator = 108,
    /// Minus, on the number block.
    NumpadSubtract = 109,
    /// The decimal point, on the number block.
    NumpadDecimal = 110,
    /// Divided by, on the number block.
    NumpadDivide = 111,
    /// F1.
    F1 = 112,
    /// F2.
    F2 = 113,
    /// F3.
    F3 = 114,
    /// F4.
    F4 = 115,
    /// F5.
    F5 = 116,
    /// F6.
    F6 = 117,
    /// F7.
    F7 = 118,
    /// F8.
    F8 = 119,
    /// F9.
    F9 = 120,
    /// F10.
    F10 = 121,
    /// F11.
    F11 = 122,
    /// F12.
    F12 = 123,
    /// F13.
    F13 = 124,
    /// F14.
    F14 = 125,
    /// F15.
    F15 = 126,
    /// F16.
    F16 = 127,
    /// F17.
    F17 = 128,
    /// F18.
    F18 = 129,
    /// F19.
    F19 = 130,
    /// F20.
    F20 = 131,
    /// F21.
    F21 = 132,
    /// F22.
    F22 = 133,
    /// F23.
    F23 = 134,
    /// F24.
    F24 = 135,
    /// NumLock.
    NumLock = 144,
    /// ScrollLock.
    ScrollLock = 145,
    /// The left Shift key.
    LeftShift = 160,
    /// The right Shift key.
    RightShift = 161,
    /// The left Control key.
    LeftControl = 162,
    /// The right Control key.
    RightControl = 163,
    /// The left Alt key.
    LeftAlt = 164,
    /// The right Alt key, AltGr too.
    RightAlt = 165,
    /// Back, in a browser.
    BrowserBack = 166,
    /// Forward, in a browser.
    BrowserForward = 167,
    /// Refresh, in a browser.
    BrowserRefresh = 168,
    /// Stop, in a browser.
    BrowserStop = 169,
    /// Search.
    BrowserSearch = 170,
    /// Favourites, in a browser.
    BrowserFavorites = 171,
    /// A browser's home page.
    BrowserHome = 172,
    /// Sound off and on.
    VolumeMute = 173,
    /// Softer.
    VolumeDown = 174,
    /// Louder.
    VolumeUp = 175,
    /// The next title.
    MediaNext = 176,
    /// The title before.
    MediaPrevious = 177,
    /// Stop playing.
    MediaStop = 178,
    /// Play or pause.
    MediaPlayPause = 179,
    /// Mail.
    LaunchMail = 180,
    /// The media player.
    LaunchMedia = 181,
    /// The file manager.
    LaunchApp1 = 182,
    /// The calculator.
    LaunchApp2 = 183,
    /// A sign: `;` on keyboards of the US.
    Oem1 = 186,
    /// A sign: `=` on keyboards of the US.
    OemPlus = 187,
    /// A sign: `,`.
    OemComma = 188,
    /// A sign: `-`.
    OemMinus = 189,
    /// A sign: `.`.
    OemPeriod = 190,
    /// A sign: `/` on keyboards of the US.
    Oem2 = 191,
    /// A sign: the grave accent on keyboards of the US.
    Oem3 = 192,
    /// A sign on keyboards of Brazil: `/`.
    AbntC1 = 193,
    /// The point on the number block of keyboards of Brazil.
    AbntC2 = 194,
    /// A sign: `[` on keyboards of the US.
    Oem4 = 219,
    /// A sign: the backslash on keyboards of the US.
    Oem5 = 220,
    /// A sign: `]` on keyboards of the US.
    Oem6 = 221,
    /// A sign: the apostrophe on keyboards of the US.
    Oem7 = 222,
    /// A sign of some keyboards.
    Oem8 = 223,
    /// A sign: the key beside the left Shift key of European keyboards.
    Oem102 = 226,
    /// Play.
    Play = 250,
}
