/*
 * Windows, input, monitors and the clipboard, by the crates winit, softbuffer and arboard, on X11, Wayland and Windows.
 *
 * An event loop is a queue and the windows that send to it; any number may be open, and each is asked with
 * rt_winit_event_loop_poll_events or awaited. The system's own loop has a thread of the archive's, so every call may come from
 * any thread, and windows answer the system while a host computes. Sizes and positions are pixels of the screen, from
 * its upper left corner; a window's position is its frame's, a pointer's is within the window. Key codes are Windows'
 * virtual keys; scan codes number the keys' places as the system does.
 */
#ifndef SIMPLE_NATIVE_WINIT_H
#define SIMPLE_NATIVE_WINIT_H

#include "native.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Types of window events.
 */
enum SnEvent {
    /* The size of the window changed. */
    SN_EVENT_RESIZED = 1,
    /* The window was moved. */
    SN_EVENT_MOVED = 2,
    /* The user wants the window closed. */
    SN_EVENT_CLOSE_REQUESTED = 3,
    /* The window is gone. */
    SN_EVENT_DESTROYED = 4,
    /* The keyboard is the window's. */
    SN_EVENT_FOCUSED = 5,
    /* The keyboard is no longer the window's. */
    SN_EVENT_UNFOCUSED = 6,
    /* The pixels for each unit of length changed. */
    SN_EVENT_SCALE_FACTOR_CHANGED = 7,
    /* The desktop became light or dark. */
    SN_EVENT_THEME_CHANGED = 8,
    /* A key went down or up. */
    SN_EVENT_KEYBOARD_INPUT = 10,
    /* Text was entered. */
    SN_EVENT_RECEIVED_CHARACTER = 11,
    /* A button of the mouse went down or up. */
    SN_EVENT_MOUSE_BUTTON = 20,
    /* The pointer moved. */
    SN_EVENT_MOUSE_MOVED = 21,
    /* The wheel was turned, or a touchpad scrolled. */
    SN_EVENT_MOUSE_WHEEL = 22,
    /* The pointer came into the window. */
    SN_EVENT_CURSOR_ENTERED = 23,
    /* The pointer left the window. */
    SN_EVENT_CURSOR_LEFT = 24,
    /* The mouse itself moved, wherever the pointer is. */
    SN_EVENT_MOUSE_MOTION = 25,
    /* A finger touched, moved or let go. */
    SN_EVENT_TOUCH = 30,
    /* The window has to be drawn. */
    SN_EVENT_REDRAW_REQUESTED = 40,
    /* A file was dropped on the window. */
    SN_EVENT_FILE_DROPPED = 50,
    /* A file is held over the window. */
    SN_EVENT_FILE_HOVERED = 51,
    /* The file went away again. */
    SN_EVENT_FILE_HOVER_CANCELLED = 52,
    /* Text was dropped on the window. */
    SN_EVENT_TEXT_DROPPED = 53,
    /* An input method composes text. */
    SN_EVENT_IME_ENABLED = 60,
    /* The text that it composes changed. */
    SN_EVENT_IME_PREEDIT = 61,
    /* It composes no more. */
    SN_EVENT_IME_DISABLED = 62,
    /* The window was minimised. */
    SN_EVENT_MINIMIZED = 70,
    /* The window was maximised. */
    SN_EVENT_MAXIMIZED = 71,
    /* The window has its own size again. */
    SN_EVENT_RESTORED = 72,
    /* Other windows cover all of the window. */
    SN_EVENT_OCCLUDED = 73,
    /* Some of the window is seen again. */
    SN_EVENT_EXPOSED = 74
};

/*
 * Codes of keys: Windows' virtual keys, by what a key bears in the layout that is set. A sign's key has the code that
 * Windows has for it in that layout.
 */
enum SnKeyCode {
    /* Control with Break. */
    SN_KEY_CODE_CANCEL = 3,
    /* Backspace. */
    SN_KEY_CODE_BACKSPACE = 8,
    /* Tab. */
    SN_KEY_CODE_TAB = 9,
    /* Clear: the 5 of the number block without NumLock. */
    SN_KEY_CODE_CLEAR = 12,
    /* Enter, that of the number block too. */
    SN_KEY_CODE_ENTER = 13,
    /* Pause. */
    SN_KEY_CODE_PAUSE = 19,
    /* CapsLock. */
    SN_KEY_CODE_CAPS_LOCK = 20,
    /* Kana or Hangul. */
    SN_KEY_CODE_KANA = 21,
    /* Kanji or Hanja. */
    SN_KEY_CODE_KANJI = 25,
    /* Escape. */
    SN_KEY_CODE_ESCAPE = 27,
    /* Convert. */
    SN_KEY_CODE_CONVERT = 28,
    /* Not convert. */
    SN_KEY_CODE_NON_CONVERT = 29,
    /* The space bar. */
    SN_KEY_CODE_SPACE = 32,
    /* Page up. */
    SN_KEY_CODE_PAGE_UP = 33,
    /* Page down. */
    SN_KEY_CODE_PAGE_DOWN = 34,
    /* End. */
    SN_KEY_CODE_END = 35,
    /* Home. */
    SN_KEY_CODE_HOME = 36,
    /* The arrow to the left. */
    SN_KEY_CODE_LEFT = 37,
    /* The arrow up. */
    SN_KEY_CODE_UP = 38,
    /* The arrow to the right. */
    SN_KEY_CODE_RIGHT = 39,
    /* The arrow down. */
    SN_KEY_CODE_DOWN = 40,
    /* Print screen. */
    SN_KEY_CODE_PRINT_SCREEN = 44,
    /* Insert. */
    SN_KEY_CODE_INSERT = 45,
    /* Delete. */
    SN_KEY_CODE_DELETE = 46,
    /* Help. */
    SN_KEY_CODE_HELP = 47,
    /* The key of the digit 0. */
    SN_KEY_CODE_DIGIT0 = 48,
    /* The key of the digit 1. */
    SN_KEY_CODE_DIGIT1 = 49,
    /* The key of the digit 2. */
    SN_KEY_CODE_DIGIT2 = 50,
    /* The key of the digit 3. */
    SN_KEY_CODE_DIGIT3 = 51,
    /* The key of the digit 4. */
    SN_KEY_CODE_DIGIT4 = 52,
    /* The key of the digit 5. */
    SN_KEY_CODE_DIGIT5 = 53,
    /* The key of the digit 6. */
    SN_KEY_CODE_DIGIT6 = 54,
    /* The key of the digit 7. */
    SN_KEY_CODE_DIGIT7 = 55,
    /* The key of the digit 8. */
    SN_KEY_CODE_DIGIT8 = 56,
    /* The key of the digit 9. */
    SN_KEY_CODE_DIGIT9 = 57,
    /* The key of the letter A. */
    SN_KEY_CODE_A = 65,
    /* The key of the letter B. */
    SN_KEY_CODE_B = 66,
    /* The key of the letter C. */
    SN_KEY_CODE_C = 67,
    /* The key of the letter D. */
    SN_KEY_CODE_D = 68,
    /* The key of the letter E. */
    SN_KEY_CODE_E = 69,
    /* The key of the letter F. */
    SN_KEY_CODE_F = 70,
    /* The key of the letter G. */
    SN_KEY_CODE_G = 71,
    /* The key of the letter H. */
    SN_KEY_CODE_H = 72,
    /* The key of the letter I. */
    SN_KEY_CODE_I = 73,
    /* The key of the letter J. */
    SN_KEY_CODE_J = 74,
    /* The key of the letter K. */
    SN_KEY_CODE_K = 75,
    /* The key of the letter L. */
    SN_KEY_CODE_L = 76,
    /* The key of the letter M. */
    SN_KEY_CODE_M = 77,
    /* The key of the letter N. */
    SN_KEY_CODE_N = 78,
    /* The key of the letter O. */
    SN_KEY_CODE_O = 79,
    /* The key of the letter P. */
    SN_KEY_CODE_P = 80,
    /* The key of the letter Q. */
    SN_KEY_CODE_Q = 81,
    /* The key of the letter R. */
    SN_KEY_CODE_R = 82,
    /* The key of the letter S. */
    SN_KEY_CODE_S = 83,
    /* The key of the letter T. */
    SN_KEY_CODE_T = 84,
    /* The key of the letter U. */
    SN_KEY_CODE_U = 85,
    /* The key of the letter V. */
    SN_KEY_CODE_V = 86,
    /* The key of the letter W. */
    SN_KEY_CODE_W = 87,
    /* The key of the letter X. */
    SN_KEY_CODE_X = 88,
    /* The key of the letter Y. */
    SN_KEY_CODE_Y = 89,
    /* The key of the letter Z. */
    SN_KEY_CODE_Z = 90,
    /* The left Windows key. */
    SN_KEY_CODE_LEFT_SUPER = 91,
    /* The right Windows key. */
    SN_KEY_CODE_RIGHT_SUPER = 92,
    /* The key of the context menu. */
    SN_KEY_CODE_MENU = 93,
    /* Sleep. */
    SN_KEY_CODE_SLEEP = 95,
    /* 0 on the number block. */
    SN_KEY_CODE_NUMPAD0 = 96,
    /* 1 on the number block. */
    SN_KEY_CODE_NUMPAD1 = 97,
    /* 2 on the number block. */
    SN_KEY_CODE_NUMPAD2 = 98,
    /* 3 on the number block. */
    SN_KEY_CODE_NUMPAD3 = 99,
    /* 4 on the number block. */
    SN_KEY_CODE_NUMPAD4 = 100,
    /* 5 on the number block. */
    SN_KEY_CODE_NUMPAD5 = 101,
    /* 6 on the number block. */
    SN_KEY_CODE_NUMPAD6 = 102,
    /* 7 on the number block. */
    SN_KEY_CODE_NUMPAD7 = 103,
    /* 8 on the number block. */
    SN_KEY_CODE_NUMPAD8 = 104,
    /* 9 on the number block. */
    SN_KEY_CODE_NUMPAD9 = 105,
    /* Times, on the number block. */
    SN_KEY_CODE_NUMPAD_MULTIPLY = 106,
    /* Plus, on the number block. */
    SN_KEY_CODE_NUMPAD_ADD = 107,
    /* The separator of thousands, on the number block. */
    SN_KEY_CODE_NUMPAD_SEPARATOR = 108,
    /* Minus, on the number block. */
    SN_KEY_CODE_NUMPAD_SUBTRACT = 109,
    /* The decimal point, on the number block. */
    SN_KEY_CODE_NUMPAD_DECIMAL = 110,
    /* Divided by, on the number block. */
    SN_KEY_CODE_NUMPAD_DIVIDE = 111,
    /* F1. */
    SN_KEY_CODE_F1 = 112,
    /* F2. */
    SN_KEY_CODE_F2 = 113,
    /* F3. */
    SN_KEY_CODE_F3 = 114,
    /* F4. */
    SN_KEY_CODE_F4 = 115,
    /* F5. */
    SN_KEY_CODE_F5 = 116,
    /* F6. */
    SN_KEY_CODE_F6 = 117,
    /* F7. */
    SN_KEY_CODE_F7 = 118,
    /* F8. */
    SN_KEY_CODE_F8 = 119,
    /* F9. */
    SN_KEY_CODE_F9 = 120,
    /* F10. */
    SN_KEY_CODE_F10 = 121,
    /* F11. */
    SN_KEY_CODE_F11 = 122,
    /* F12. */
    SN_KEY_CODE_F12 = 123,
    /* F13. */
    SN_KEY_CODE_F13 = 124,
    /* F14. */
    SN_KEY_CODE_F14 = 125,
    /* F15. */
    SN_KEY_CODE_F15 = 126,
    /* F16. */
    SN_KEY_CODE_F16 = 127,
    /* F17. */
    SN_KEY_CODE_F17 = 128,
    /* F18. */
    SN_KEY_CODE_F18 = 129,
    /* F19. */
    SN_KEY_CODE_F19 = 130,
    /* F20. */
    SN_KEY_CODE_F20 = 131,
    /* F21. */
    SN_KEY_CODE_F21 = 132,
    /* F22. */
    SN_KEY_CODE_F22 = 133,
    /* F23. */
    SN_KEY_CODE_F23 = 134,
    /* F24. */
    SN_KEY_CODE_F24 = 135,
    /* NumLock. */
    SN_KEY_CODE_NUM_LOCK = 144,
    /* ScrollLock. */
    SN_KEY_CODE_SCROLL_LOCK = 145,
    /* The left Shift key. */
    SN_KEY_CODE_LEFT_SHIFT = 160,
    /* The right Shift key. */
    SN_KEY_CODE_RIGHT_SHIFT = 161,
    /* The left Control key. */
    SN_KEY_CODE_LEFT_CONTROL = 162,
    /* The right Control key. */
    SN_KEY_CODE_RIGHT_CONTROL = 163,
    /* The left Alt key. */
    SN_KEY_CODE_LEFT_ALT = 164,
    /* The right Alt key, AltGr too. */
    SN_KEY_CODE_RIGHT_ALT = 165,
    /* Back, in a browser. */
    SN_KEY_CODE_BROWSER_BACK = 166,
    /* Forward, in a browser. */
    SN_KEY_CODE_BROWSER_FORWARD = 167,
    /* Refresh, in a browser. */
    SN_KEY_CODE_BROWSER_REFRESH = 168,
    /* Stop, in a browser. */
    SN_KEY_CODE_BROWSER_STOP = 169,
    /* Search. */
    SN_KEY_CODE_BROWSER_SEARCH = 170,
    /* Favourites, in a browser. */
    SN_KEY_CODE_BROWSER_FAVORITES = 171,
    /* A browser's home page. */
    SN_KEY_CODE_BROWSER_HOME = 172,
    /* Sound off and on. */
    SN_KEY_CODE_VOLUME_MUTE = 173,
    /* Softer. */
    SN_KEY_CODE_VOLUME_DOWN = 174,
    /* Louder. */
    SN_KEY_CODE_VOLUME_UP = 175,
    /* The next title. */
    SN_KEY_CODE_MEDIA_NEXT = 176,
    /* The title before. */
    SN_KEY_CODE_MEDIA_PREVIOUS = 177,
    /* Stop playing. */
    SN_KEY_CODE_MEDIA_STOP = 178,
    /* Play or pause. */
    SN_KEY_CODE_MEDIA_PLAY_PAUSE = 179,
    /* Mail. */
    SN_KEY_CODE_LAUNCH_MAIL = 180,
    /* The media player. */
    SN_KEY_CODE_LAUNCH_MEDIA = 181,
    /* The file manager. */
    SN_KEY_CODE_LAUNCH_APP1 = 182,
    /* The calculator. */
    SN_KEY_CODE_LAUNCH_APP2 = 183,
    /* A sign: `;` on keyboards of the US. */
    SN_KEY_CODE_OEM1 = 186,
    /* A sign: `=` on keyboards of the US. */
    SN_KEY_CODE_OEM_PLUS = 187,
    /* A sign: `,`. */
    SN_KEY_CODE_OEM_COMMA = 188,
    /* A sign: `-`. */
    SN_KEY_CODE_OEM_MINUS = 189,
    /* A sign: `.`. */
    SN_KEY_CODE_OEM_PERIOD = 190,
    /* A sign: `/` on keyboards of the US. */
    SN_KEY_CODE_OEM2 = 191,
    /* A sign: the grave accent on keyboards of the US. */
    SN_KEY_CODE_OEM3 = 192,
    /* A sign on keyboards of Brazil: `/`. */
    SN_KEY_CODE_ABNT_C1 = 193,
    /* The point on the number block of keyboards of Brazil. */
    SN_KEY_CODE_ABNT_C2 = 194,
    /* A sign: `[` on keyboards of the US. */
    SN_KEY_CODE_OEM4 = 219,
    /* A sign: the backslash on keyboards of the US. */
    SN_KEY_CODE_OEM5 = 220,
    /* A sign: `]` on keyboards of the US. */
    SN_KEY_CODE_OEM6 = 221,
    /* A sign: the apostrophe on keyboards of the US. */
    SN_KEY_CODE_OEM7 = 222,
    /* A sign of some keyboards. */
    SN_KEY_CODE_OEM8 = 223,
    /* A sign: the key beside the left Shift key of European keyboards. */
    SN_KEY_CODE_OEM102 = 226,
    /* Play. */
    SN_KEY_CODE_PLAY = 250
};

/*
 * Locks of a keyboard, to be added up.
 */
enum SnLockKey {
    /* Caps Lock. */
    SN_LOCK_KEY_CAPS = 1,
    /* Num Lock. */
    SN_LOCK_KEY_NUM = 2,
    /* Scroll Lock. */
    SN_LOCK_KEY_SCROLL = 4
};

/*
 * Kinds of messages.
 */
enum SnMessageKind {
    /* Something to know. */
    SN_MESSAGE_KIND_INFORMATION = 0,
    /* Something to beware of. */
    SN_MESSAGE_KIND_WARNING = 1,
    /* Something that failed. */
    SN_MESSAGE_KIND_ERROR = 2
};

/*
 * Modifier keys, of which several are added up.
 */
enum SnModifier {
    /* Either Shift key. */
    SN_MODIFIER_SHIFT = 1,
    /* Either Control key. */
    SN_MODIFIER_CONTROL = 2,
    /* Either Alt key. */
    SN_MODIFIER_ALT = 4,
    /* Either Windows or Command key. */
    SN_MODIFIER_SUPER = 8
};

/*
 * Buttons of a mouse; further ones count on.
 */
enum SnMouseButtonNumber {
    /* The left one. */
    SN_MOUSE_BUTTON_NUMBER_LEFT = 0,
    /* The right one. */
    SN_MOUSE_BUTTON_NUMBER_RIGHT = 1,
    /* The middle one, or the wheel. */
    SN_MOUSE_BUTTON_NUMBER_MIDDLE = 2
};

/*
 * Light and dark.
 */
enum SnTheme {
    /* The desktop's own, or none that is known. */
    SN_THEME_UNKNOWN = 0,
    /* Dark on light. */
    SN_THEME_LIGHT = 1,
    /* Light on dark. */
    SN_THEME_DARK = 2
};

/*
 * What a finger does.
 */
enum SnTouchPhase {
    /* It touched. */
    SN_TOUCH_PHASE_STARTED = 0,
    /* It moved. */
    SN_TOUCH_PHASE_MOVED = 1,
    /* It let go. */
    SN_TOUCH_PHASE_ENDED = 2,
    /* The system took the touch away. */
    SN_TOUCH_PHASE_CANCELLED = 3
};

/*
 * Window systems, as raw handles tell them.
 */
enum SnWindowPlatform {
    /* X11, by Xlib. */
    SN_WINDOW_PLATFORM_XLIB = 1,
    /* Wayland. */
    SN_WINDOW_PLATFORM_WAYLAND = 2,
    /* Windows. */
    SN_WINDOW_PLATFORM_WIN32 = 3,
    /* macOS. */
    SN_WINDOW_PLATFORM_APP_KIT = 4
};

/*
 * A size in physical pixels.
 */
typedef struct RtWindowSize {
    /* From left to right. */
    int64_t width;
    /* From top to bottom. */
    int64_t height;
} RtWindowSize;

/*
 * A position on the desktop in physical pixels, from its upper left corner.
 */
typedef struct RtWindowPosition {
    /* To the right. */
    int64_t x;
    /* Down. */
    int64_t y;
} RtWindowPosition;

/*
 * A key that went down or up.
 */
typedef struct RtKeyInput {
    /* The number that the key's place has. */
    int64_t scancode;
    /* The key's Windows virtual-key code. */
    int64_t keycode;
    /* Down or up. */
    bool pressed;
} RtKeyInput;

/*
 * A mouse button that went down or up.
 */
typedef struct RtMouseButtonInput {
    /* Left 0, right 1, middle 2, others from 3. */
    int64_t button;
    /* Down or up. */
    bool pressed;
} RtMouseButtonInput;

/*
 * A place in a window in physical pixels, from its upper left corner.
 */
typedef struct RtMousePosition {
    /* To the right. */
    double x;
    /* Down. */
    double y;
} RtMousePosition;

/*
 * How far a wheel turned.
 */
typedef struct RtMouseWheelDelta {
    /* Clicks, positive where what is seen moves to the right. */
    double delta_x;
    /* Clicks, positive where what is seen moves down: the wheel turned away from the user. */
    double delta_y;
} RtMouseWheelDelta;

/*
 * A finger on a touch screen.
 */
typedef struct RtTouchInput {
    /* Which finger, from its touch to its end. */
    int64_t finger;
    /* Started 0, moved 1, ended 2, cancelled 3. */
    int64_t phase;
    /* To the right, in physical pixels. */
    double x;
    /* Down, in physical pixels. */
    double y;
} RtTouchInput;

/*
 * A rectangle of the desktop in physical pixels.
 */
typedef struct RtWindowArea {
    /* To the right, from the desktop's upper left corner. */
    int64_t x;
    /* Down. */
    int64_t y;
    /* From left to right. */
    int64_t width;
    /* From top to bottom. */
    int64_t height;
} RtWindowArea;

/*
 * A resolution that a monitor can be set to.
 */
typedef struct RtVideoMode {
    /* Pixels from left to right. */
    int64_t width;
    /* Pixels from top to bottom. */
    int64_t height;
    /* Bits of a pixel. */
    int64_t bit_depth;
    /* Pictures a second, in hertz; 0 where the window system does not tell. */
    double refresh_rate;
} RtVideoMode;

/*
 * What became of a key or a button in a frame.
 */
typedef struct RtFrameInput {
    /* It is down at the frame's beginning. */
    bool held;
    /* It went down since the frame before, also where it came up again. */
    bool pressed;
    /* It came up since the frame before. */
    bool released;
} RtFrameInput;

/*
 * The pointer in a frame.
 */
typedef struct RtFramePointer {
    /* Where it is, to the right, in physical pixels from the window's upper left corner. */
    double x;
    /* Down. */
    double y;
    /* How far it was moved since the frame before; where the mouse steers, by its own motion. */
    double delta_x;
    /* Down. */
    double delta_y;
    /* How far the wheel was turned since then, as `rt_winit_event_mouse_wheel` counts it. */
    double wheel_x;
    /* Down. */
    double wheel_y;
} RtFramePointer;

/*
 * How far the mouse itself moved.
 */
typedef struct RtMouseMotion {
    /* To the right. */
    double delta_x;
    /* Towards the user. */
    double delta_y;
} RtMouseMotion;

/*
 * What a GPU library makes a surface of.
 */
typedef struct RtWindowRawHandle {
    /* Xlib 1, Wayland 2, Win32 3, AppKit 4. */
    int64_t platform;
    /* The window: an XID, or the address of a `wl_surface`, `HWND` or `NSView`. */
    int64_t window;
    /* The display: the address of a `Display` or `wl_display`, or the `HINSTANCE`. */
    int64_t display;
    /* On X11, the number of the screen. */
    int64_t screen;
    /* On X11, the number of the visual. */
    int64_t visual;
} RtWindowRawHandle;

/*
 * What an input method is composing.
 */
typedef struct RtImePreedit {
    /* The text so far; empty where there is none. */
    char *text;
    /* Where the cursor in it begins, in bytes; -1 where none is to be shown. */
    int64_t cursor_start;
    /* Where it ends. */
    int64_t cursor_end;
} RtImePreedit;

/*
 * Makes an event loop: a queue of events, and the windows that send to it. Any number can be open at a time
 * and one after another, on any thread; behind them works one thread of the process, started by the first.
 *
 * 0 where there is no display: none that WAYLAND_DISPLAY, WAYLAND_SOCKET or DISPLAY names answers. Once
 * there was one, the process keeps to it; where it goes away, its windows are gone, every call that needs
 * it fails, and the process goes on. The loop lives until `rt_winit_event_loop_free`.
 *
 * Returns an event loop; free it with rt_winit_event_loop_free. On failure: 0. May wait; blocks its
 * own thread only.
 */
int64_t rt_winit_event_loop_new(void);

/*
 * Frees an event loop with its windows, whose handles are stale then. Calls that wait in it fail.
 *
 * `event_loop` is an event loop, freed by this call. On failure: false.
 */
bool rt_winit_event_loop_free(int64_t event_loop);

/*
 * Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
 * waits frees the window. Events go on to queue up, for another thread or for later. True at once where
 * there is no window; false where the loop is freed or the display lost.
 *
 * `event_loop` is an event loop. On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_event_loop_run_return(int64_t event_loop);

/*
 * Takes the next event's handle, or 0 where there is none. `max_events` is the most events that may be taken: 0 takes
 * none.
 *
 * At most 65,536 events wait: past that, motion of the pointer or of a finger that a later motion outdates
 * goes first, then the oldest. The event lives until `rt_winit_event_free`, whatever becomes of its window.
 *
 * `event_loop` is an event loop. Returns a window event; free it with rt_winit_event_free. On failure:
 * 0.
 */
int64_t rt_winit_event_loop_poll_events(int64_t event_loop, int64_t max_events);

/*
 * Takes the next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
 * where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.
 *
 * `event_loop` is an event loop. Returns a window event; free it with rt_winit_event_free. On failure:
 * 0. May wait; blocks its own thread only.
 */
int64_t rt_winit_event_loop_wait_events(int64_t event_loop, int64_t timeout_ms);

/*
 * Opens a window of this inner size (each side 1 to 32,767) and title. Its events go to `event_loop`, and it
 * is freed with it at the latest. The user's wish to close it arrives as an event; it stays until
 * `rt_winit_window_free`. On Wayland, where a window is seen from its first picture on, it starts black.
 *
 * `event_loop` is an event loop. Returns a window; free it with rt_winit_window_free. On failure: 0.
 * May wait; blocks its own thread only.
 */
int64_t rt_winit_window_new(int64_t event_loop, int64_t width, int64_t height, const char *title);

/*
 * Opens a window as a JSON object describes it: `width` (800), `height` (600), `title` (""), `resizable`
 * (true), `decorations` (true), `transparent` (false), `always_on_top` (false), `fullscreen` (false),
 * `maximized` (false), `visible` (true), `min_width`, `min_height`, `max_width`, `max_height` (0: none), `x` and
 * `y` (where its frame's upper left corner is to be), `app_id` (the name of the application's desktop entry, by
 * which a desktop groups windows and, on Wayland, finds their icon). An unknown key, and what the window system
 * cannot do, fails and is named.
 *
 * `event_loop` is an event loop. Returns a window; free it with rt_winit_window_free. On failure: 0.
 * May wait; blocks its own thread only.
 */
int64_t rt_winit_window_new_with_config(int64_t event_loop, const char *config_json);

/*
 * Closes a window. Its loop gets a destroyed event.
 *
 * `window` is a window, freed by this call. On failure: false.
 */
bool rt_winit_window_free(int64_t window);

/*
 * Returns the inner size, as the window system last confirmed it.
 *
 * `window` is a window. On failure: width 0, height 0.
 */
RtWindowSize rt_winit_window_get_size(int64_t window);

/*
 * Asks for an inner size (each side 1 to 32,767). Waits up to 200 ms for the window system to agree, so that
 * a get right after gives it. The window system may choose another: within the limits, on a tiled desktop.
 *
 * `window` is a window. On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_window_set_size(int64_t window, int64_t width, int64_t height);

/*
 * Returns the position of the upper left corner of the window with its frame. Fails on Wayland, which does not tell.
 *
 * `window` is a window. On failure: x 0, y 0.
 */
RtWindowPosition rt_winit_window_get_position(int64_t window);

/*
 * Asks for a position of the upper left corner of the window with its frame (-32,768 to 32,767). Waits up to
 * 200 ms for the window system to agree. Fails on Wayland, where the user places windows.
 *
 * `window` is a window. On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_window_set_position(int64_t window, int64_t x, int64_t y);

/*
 * Returns the inner size: that of what can be drawn on. The same as `rt_winit_window_get_size`.
 *
 * `window` is a window. On failure: width 0, height 0.
 */
RtWindowSize rt_winit_window_get_inner_size(int64_t window);

/*
 * Returns the size with the frame that the window system draws around it.
 *
 * `window` is a window. On failure: width 0, height 0.
 */
RtWindowSize rt_winit_window_get_outer_size(int64_t window);

/*
 * Sets the least inner size that the user can give it; 0 for no limit. Refused where it is above the greatest.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_min_size(int64_t window, int64_t width, int64_t height);

/*
 * Sets the greatest inner size that the user can give it; 0 for no limit. Refused where it is below the least.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_max_size(int64_t window, int64_t width, int64_t height);

/*
 * Sets the title, of at most 65,535 bytes.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_title(int64_t window, const char *title);

/*
 * Shows or hides the window. Hiding fails on Wayland.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_visible(int64_t window, bool visible);

/*
 * Tells whether the window is shown, if perhaps covered by others.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_is_visible(int64_t window);

/*
 * Lets the user change the window's size, or not.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_resizable(int64_t window, bool resizable);

/*
 * Minimises the window, or brings it back; bringing it back fails on Wayland.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_minimized(int64_t window, bool minimized);

/*
 * Maximises the window, or brings it back to its size. Waits up to 200 ms for the window system to agree.
 *
 * `window` is a window. On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_window_set_maximized(int64_t window, bool maximized);

/*
 * Tells whether the window is maximised, as the window system says.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_is_maximized(int64_t window);

/*
 * Makes the window fill its monitor, without a frame, or brings it back to its size. Waits up to 200 ms for the
 * window system to agree.
 *
 * `window` is a window. On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_window_set_fullscreen(int64_t window, bool fullscreen);

/*
 * Tells whether the window fills its monitor, as the window system says.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_is_fullscreen(int64_t window);

/*
 * Gives the window a frame with a title bar, or none.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_decorations(int64_t window, bool decorations);

/*
 * Keeps the window above others, or lets it be covered. The former fails on Wayland.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_always_on_top(int64_t window, bool on_top);

/*
 * Asks for the keyboard; on an X server without a window manager, takes it. Waits up to 200 ms for the window to
 * have it. Fails on Wayland, where the user gives it.
 *
 * `window` is a window. On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_window_focus(int64_t window);

/*
 * Asks for a redraw-requested event.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_request_redraw(int64_t window);

/*
 * Returns the window system's number for the window, which its events bear: on X11 its XID.
 *
 * `window` is a window. On failure: -1.
 */
int64_t rt_winit_window_id(int64_t window);

/*
 * Returns the physical pixels for each logical one: 1.0 on an ordinary monitor, 2.0 on a dense one.
 *
 * `window` is a window. On failure: 0.0.
 */
double rt_winit_window_scale_factor(int64_t window);

/*
 * Shows or hides the pointer over the window.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_cursor_visible(int64_t window, bool visible);

/*
 * Keeps the pointer inside the window, or where that cannot be, in its place; or lets it go. The user who goes to
 * another window has the pointer back meanwhile; the window takes it again with the keyboard. Where another program
 * holds the pointer, tries for up to 200 ms.
 *
 * `window` is a window. On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_window_set_cursor_grab(int64_t window, bool grab);

/*
 * Puts the pointer to a place in the window (-32,768 to 32,767). Fails on Wayland.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_cursor_position(int64_t window, int64_t x, int64_t y);

/*
 * Returns the type: resized 1, moved 2, close requested 3, destroyed 4, focused 5, unfocused 6, scale factor changed
 * 7, theme changed 8, keyboard input 10, received character 11, mouse button 20, mouse moved 21, mouse wheel 22, cursor
 * entered 23, cursor left 24, mouse motion 25, touch 30, redraw requested 40, file dropped 50, file hovered 51, file hover
 * cancelled 52, text dropped 53, input method enabled 60, its preedit 61, disabled 62, minimised 70, maximised 71,
 * restored (neither any more) 72, occluded 73, exposed 74. Wayland tells nobody that a window was minimised.
 *
 * `event` is a window event. On failure: -1.
 */
int64_t rt_winit_event_get_type(int64_t event);

/*
 * Returns the number of the window that it happened to, as `rt_winit_window_id` gives it.
 *
 * `event` is a window event. On failure: -1.
 */
int64_t rt_winit_event_get_window_id(int64_t event);

/*
 * Frees an event.
 *
 * `event` is a window event, freed by this call. On failure: false.
 */
bool rt_winit_event_free(int64_t event);

/*
 * Returns a resized window's new inner size.
 *
 * `event` is a window event. On failure: width 0, height 0.
 */
RtWindowSize rt_winit_event_window_resized(int64_t event);

/*
 * Returns a moved window's new position.
 *
 * `event` is a window event. On failure: x 0, y 0.
 */
RtWindowPosition rt_winit_event_window_moved(int64_t event);

/*
 * Tells whether this is the user's wish to close the window.
 *
 * `event` is a window event. On failure: false.
 */
bool rt_winit_event_window_close_requested(int64_t event);

/*
 * Tells whether the window got the keyboard, false where it lost it.
 *
 * `event` is a window event. On failure: false.
 */
bool rt_winit_event_window_focused(int64_t event);

/*
 * Returns the new scale factor.
 *
 * `event` is a window event. On failure: 0.0.
 */
double rt_winit_event_window_scale_factor_changed(int64_t event);

/*
 * Returns which key went down or up. A key that is held repeats its going down.
 *
 * `scancode` is the number of the key's place: 30 is the key right of CapsLock whatever it bears; on Linux the
 * kernel's. `keycode` is the Windows virtual-key code of what the key bears in the layout that is set: A to
 * Z 65 to 90, digits 48 to 57, Escape 27, Enter 13, Space 32, Backspace 8, Tab 9, Left 37, Up 38, Right 39,
 * Down 40, F1 to F24 112 to 135, left and right Shift 160 and 161, Control 162 and 163, Alt 164 and 165; 0
 * where it has none. Signs have the codes that Windows has for them in that layout, and no two keys that bear letters,
 * digits and signs have the same. What is typed arrives as received characters.
 *
 * `event` is a window event. On failure: scancode 0, keycode 0, pressed false.
 */
RtKeyInput rt_winit_event_keyboard_input(int64_t event);

/*
 * Returns the number of the key's place.
 *
 * `event` is a window event. On failure: -1.
 */
int64_t rt_winit_event_keyboard_scancode(int64_t event);

/*
 * Returns the key's Windows virtual-key code, 0 where it has none.
 *
 * `event` is a window event. On failure: -1.
 */
int64_t rt_winit_event_keyboard_virtual_keycode(int64_t event);

/*
 * Returns the modifiers that were held, of this event of a key, a mouse button, the wheel or motion: Shift 1, Control
 * 2, Alt 4, Super 8, added up.
 *
 * `event` is a window event. On failure: -1.
 */
int64_t rt_winit_event_keyboard_modifiers(int64_t event);

/*
 * Returns what was typed: mostly one character, composed where it was composed (dead keys, an input method), and never
 * a control character. Empty where this is another type of event.
 *
 * `event` is a window event. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_winit_event_received_character(int64_t event);

/*
 * Returns which mouse button went down or up: left 0, right 1, middle 2, others from 3.
 *
 * `event` is a window event. On failure: button 0, pressed false.
 */
RtMouseButtonInput rt_winit_event_mouse_button(int64_t event);

/*
 * Returns where in the window the pointer is now.
 *
 * `event` is a window event. On failure: x 0.0, y 0.0.
 */
RtMousePosition rt_winit_event_mouse_moved(int64_t event);

/*
 * Returns how far the wheel turned, in clicks; a touchpad gives fractions, of 10 logical pixels each.
 *
 * `event` is a window event. On failure: delta_x 0.0, delta_y 0.0.
 */
RtMouseWheelDelta rt_winit_event_mouse_wheel(int64_t event);

/*
 * Tells whether this is the pointer coming into the window.
 *
 * `event` is a window event. On failure: false.
 */
bool rt_winit_event_cursor_entered(int64_t event);

/*
 * Tells whether this is the pointer leaving the window.
 *
 * `event` is a window event. On failure: false.
 */
bool rt_winit_event_cursor_left(int64_t event);

/*
 * Returns what a finger does on a touch screen.
 *
 * `event` is a window event. On failure: finger 0, phase 0, x 0.0, y 0.0.
 */
RtTouchInput rt_winit_event_touch(int64_t event);

/*
 * Returns how many monitors there are; 0 where there is no display.
 *
 * On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_winit_monitor_count(void);

/*
 * Returns a monitor's name, as the window system has it.
 *
 * Release what it returns with rt_text_free. On failure: "". May wait; blocks its own thread only.
 */
char *rt_winit_monitor_get_name(int64_t monitor_id);

/*
 * Returns a monitor's size in physical pixels.
 *
 * On failure: width 0, height 0. May wait; blocks its own thread only.
 */
RtWindowSize rt_winit_monitor_get_size(int64_t monitor_id);

/*
 * Returns the place of a monitor's upper left corner on the desktop, in physical pixels.
 *
 * On failure: x 0, y 0. May wait; blocks its own thread only.
 */
RtWindowPosition rt_winit_monitor_get_position(int64_t monitor_id);

/*
 * Returns a monitor's physical pixels for each logical one.
 *
 * On failure: 0.0. May wait; blocks its own thread only.
 */
double rt_winit_monitor_get_scale_factor(int64_t monitor_id);

/*
 * Returns the clipboard's text. `""` where it holds the empty text, and on failure: where it holds no text, where
 * there is no display, and where the program that offers the text, or Wayland's compositor, does not answer for 2
 * seconds.
 *
 * Release what it returns with rt_text_free. On failure: "". May wait; blocks its own thread only.
 */
char *rt_winit_clipboard_get_text(void);

/*
 * Puts a text into the clipboard, where it stays until another program or call puts something there, while
 * this process lives. X servers take some 16 million bytes; a longer text fails.
 *
 * On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_clipboard_set_text(const char *text);

/*
 * Returns why this thread's last failed winit call failed: one sentence, `""` where none did. A call that succeeds leaves it alone.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_winit_get_last_error(void);

/*
 * Returns the HTML that is in the clipboard, as a browser or an office puts it there beside its text. `""` where there
 * is none, and on failure.
 *
 * Release what it returns with rt_text_free. On failure: "". May wait; blocks its own thread only.
 */
char *rt_winit_clipboard_get_html(void);

/*
 * Puts HTML into the clipboard, and `text`, which is what programs get that take none.
 *
 * On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_clipboard_set_html(const char *html, const char *text);

/*
 * Returns the picture that is in the clipboard, as the bytes of a PNG file, which nearly every program offers:
 * `rt_lyon_canvas_decode` makes a canvas of them. Empty where there is none, and on failure: other systems than X11 and
 * Wayland are not asked.
 *
 * Release what it returns with rt_bytes_free. On failure: an empty array. May wait; blocks its own
 * thread only.
 */
RtBytes rt_winit_clipboard_get_png(void);

/*
 * Puts a picture into the clipboard: the bytes of a PNG file, which `rt_lyon_png_encode` makes of pixels. Fails on other
 * systems than X11 and Wayland.
 *
 * On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_clipboard_set_png(const uint8_t *png, int64_t png_len);

/*
 * Returns the text that is selected, in whatever program, and that the middle button of a mouse pastes. `""` where that is
 * empty, where nothing is selected, and on failure: other systems than X11 and Wayland have no such thing.
 *
 * Release what it returns with rt_text_free. On failure: "". May wait; blocks its own thread only.
 */
char *rt_winit_clipboard_get_primary_text(void);

/*
 * Says which text is selected, so that the middle button of a mouse pastes it into other programs: for programs that have
 * selections of their own. Fails on other systems than X11 and Wayland.
 *
 * On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_clipboard_set_primary_text(const char *text);

/*
 * Makes the whole window translucent, with its frame: `opacity` is 0 (not seen) to 1. On X11 a compositor does it; where there is
 * none, nothing is seen of it. Fails on Wayland and other systems.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_opacity(int64_t window, double opacity);

/*
 * Returns how opaque the window was said to be last; 1 where nobody said so.
 *
 * `window` is a window. On failure: 0.0.
 */
double rt_winit_window_get_opacity(int64_t window);

/*
 * Returns the part of a monitor that panels and docks leave free, as X11's window manager tells it; all of it where none
 * tells. Fails on Wayland, which tells nobody, and on other systems.
 *
 * On failure: x 0, y 0, width 0, height 0. May wait; blocks its own thread only.
 */
RtWindowArea rt_winit_monitor_get_work_area(int64_t monitor_id);

/*
 * Returns how many video modes a monitor has; on Wayland those that the compositor tells, mostly one.
 *
 * On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_winit_monitor_video_mode_count(int64_t monitor_id);

/*
 * Returns a video mode of a monitor by its number, from 0.
 *
 * On failure: width 0, height 0, bit_depth 0, refresh_rate 0.0. May wait; blocks its own thread only.
 */
RtVideoMode rt_winit_monitor_get_video_mode(int64_t monitor_id, int64_t mode);

/*
 * Sets a monitor to one of its video modes and makes the window fill it; `rt_winit_window_set_fullscreen` with false brings
 * both back. Fails on Wayland, which lets no program do so: `rt_winit_window_set_fullscreen_on` fills a monitor there.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_fullscreen_mode(int64_t window, int64_t monitor_id, int64_t mode);

/*
 * Returns which locks of the keyboard are on: Caps Lock 1, Num Lock 2, Scroll Lock 4, added up. On Wayland as of when a
 * window of this process had the keyboard last, and without Scroll Lock. -1 on failure: other systems are not asked.
 *
 * On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_winit_lock_keys(void);

/*
 * Keeps the display from going dark while the window is there, or no longer: for films and for games that are steered
 * without keys. On X11 it holds off the server's screen saver and the display's sleep; on Wayland, where the compositor has
 * the protocol idle-inhibit, while the window is seen. Fails elsewhere.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_keep_awake(int64_t window, bool awake);

/*
 * Tells the desktop which kind of frame and title bar suits the window: none named 0 (the desktop's own), light 1, dark 2.
 * On X11 window managers of GTK heed it; on Wayland it is the frame that is drawn where the compositor draws none.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_theme(int64_t window, int64_t theme);

/*
 * Lets the user choose files to open, in the desktop's own dialog, and returns their paths: `multiple` of them, or one.
 * Empty where he chooses none, which is no failure. `window` is the one that it belongs to, 0 for none. `filters` says which kinds of files may be chosen: a
 * name and its patterns after a bar, "Pictures|*.png;*.jpg"; none allow all. Waits for the user, however long that takes.
 *
 * On Linux the desktop's portal shows it; fails where there is no session bus and where the desktop has no portal. Fails on
 * other systems.
 *
 * `window` is a window. Release what it returns with rt_text_array_free. On failure: an empty array.
 * May wait; blocks its own thread only.
 */
RtTextArray rt_winit_dialog_open_files(int64_t window, const char *title, bool multiple, const char *const *filters, int64_t filters_len);

/*
 * Lets the user choose a folder, as `rt_winit_dialog_open_files` does files: its path, or `""` where he chooses none.
 *
 * `window` is a window. Release what it returns with rt_text_free. On failure: "". May wait; blocks
 * its own thread only.
 */
char *rt_winit_dialog_open_folder(int64_t window, const char *title);

/*
 * Lets the user say where to save a file, as `rt_winit_dialog_open_files` does what to open: its path, or `""` where he
 * does not. `name` is what it would be called. The user was asked where a file of that name is there.
 *
 * `window` is a window. Release what it returns with rt_text_free. On failure: "". May wait; blocks
 * its own thread only.
 */
char *rt_winit_dialog_save_file(int64_t window, const char *title, const char *name, const char *const *filters, int64_t filters_len);

/*
 * Shows a message with one or two buttons and returns which was chosen: 0 for the first, 1 for the second, which also
 * stands for closing it. `kind` is information 0, warning 1, error 2. A `cancel` of `""` leaves the second button out. Waits
 * for the user, however long that takes; -1 on failure.
 *
 * On Linux `zenity` shows it, or `kdialog` where that is missing, one of which most desktops have; fails where both are, and on
 * other systems.
 *
 * On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_winit_dialog_message(int64_t kind, const char *title, const char *text, const char *accept, const char *cancel);

/*
 * Tells whether the user has the desktop light, 1, or dark, 2; 0 where he prefers neither. On Linux the desktop's portal
 * knows; fails where there is no session bus and where the desktop has no portal. Fails on other systems.
 *
 * On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_winit_get_theme(void);

/*
 * Takes the handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each is
 * freed like that of a single one.
 *
 * `event_loop` is an event loop. Release what it returns with rt_i64_array_free. On failure: an empty
 * array.
 */
RtI64Array rt_winit_event_loop_poll_all(int64_t event_loop, int64_t max_events);

/*
 * Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
 * one. May be called on any thread, to tell that there is something else to do.
 *
 * `event_loop` is an event loop. On failure: false.
 */
bool rt_winit_event_loop_wake(int64_t event_loop);

/*
 * Returns when it was received, in nanoseconds of the clock that only goes on: on Linux `CLOCK_MONOTONIC`, on Windows
 * `QueryPerformanceCounter`, which a language's monotonic clock mostly is as well. Events of game pads have the same.
 *
 * `event` is a window event. On failure: -1.
 */
int64_t rt_winit_event_get_timestamp(int64_t event);

/*
 * Frees many events at once; gives how many of them were alive.
 *
 * On failure: -1.
 */
int64_t rt_winit_event_free_all(const int64_t *events, int64_t events_len);

/*
 * Returns the new scale factor, as `rt_winit_event_window_scale_factor_changed` does: the older name.
 *
 * `event` is a window event. On failure: 0.0.
 */
double rt_winit_event_window_scale_factor(int64_t event);

/*
 * Returns what the desktop became: light 1, dark 2, or 0 where the user prefers neither. Windows are told on Linux once
 * `rt_winit_get_theme` was asked, and on Windows.
 *
 * `event` is a window event. On failure: -1.
 */
int64_t rt_winit_event_theme(int64_t event);

/*
 * Returns the path of a file that is dragged over the window or was dropped on it; each of several has its own event.
 * A link is not followed, and the file need not be there. Where a name is not UTF-8, what is not has U+FFFD in its
 * place: `rt_winit_event_file_path_bytes` has it as it is. The pointer's place is told by mouse-moved events before.
 *
 * `event` is a window event. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_winit_event_file_path(int64_t event);

/*
 * Returns the same path as the file system has it, whatever bytes its names are of; empty where this is another type of
 * event.
 *
 * `event` is a window event. Release what it returns with rt_bytes_free. On failure: an empty array.
 */
RtBytes rt_winit_event_file_path_bytes(int64_t event);

/*
 * Returns the text that was dropped on the window. On X11 and Wayland; the pointer's place is told by mouse-moved events
 * before.
 *
 * `event` is a window event. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_winit_event_dropped_text(int64_t event);

/*
 * Begins a frame: waits until the next one is due, where `rate` of them (1 to 1,000) follow each other in a second, takes
 * in what was put into the window meanwhile, and returns how many seconds have passed since the one before: what a game
 * moves its world by. A frame that is a little late shifts none after it. 0 does not wait. The first one is due at once, and
 * has a frame's length (0 where `rate` is 0).
 *
 * The `rt_winit_window_frame_…` functions tell of the frame as it was at its beginning. Events wait in the loop's queue as
 * well, for a host that wants them, whether or not it takes them. Where the window is gone, it is 0 at once: a loop goes on while
 * `rt_winit_window_is_open`.
 *
 * `window` is a window. On failure: 0.0. May wait; blocks its own thread only.
 */
double rt_winit_window_frame(int64_t window, double rate);

/*
 * Tells whether the window goes on: it is there, and the user has not asked to close it. False where the handle is
 * stale, too.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_is_open(int64_t window);

/*
 * Goes on in spite of the user's wish to close the window: `rt_winit_window_is_open` is true until the next one.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_keep_open(int64_t window);

/*
 * Returns what became of a key in the window's frame: one that bears the Windows virtual-key code `keycode` (1 to 255) in
 * the layout that is set.
 *
 * `window` is a window. On failure: held false, pressed false, released false.
 */
RtFrameInput rt_winit_window_frame_key(int64_t window, int64_t keycode);

/*
 * Returns what became of the key in a place in the window's frame, whatever it bears: of scan code `scancode` (0 to
 * 65,535). For keys that a game uses by their place, such as W, A, S and D (17, 30, 31, 32).
 *
 * `window` is a window. On failure: held false, pressed false, released false.
 */
RtFrameInput rt_winit_window_frame_scancode(int64_t window, int64_t scancode);

/*
 * Returns what became of a button of the mouse (left 0, right 1, middle 2, others from 3, up to 65,535) in the window's
 * frame.
 *
 * `window` is a window. On failure: held false, pressed false, released false.
 */
RtFrameInput rt_winit_window_frame_mouse_button(int64_t window, int64_t button);

/*
 * Returns where the pointer is in the window's frame, and how far it and the wheel were moved in it.
 *
 * `window` is a window. On failure: x 0.0, y 0.0, delta_x 0.0, delta_y 0.0, wheel_x 0.0, wheel_y 0.0.
 */
RtFramePointer rt_winit_window_frame_pointer(int64_t window);

/*
 * Returns what was typed in the window's frame, at most 4,096 bytes; `""` where nothing was.
 *
 * `window` is a window. Release what it returns with rt_text_free. On failure: "".
 */
char *rt_winit_window_frame_text(int64_t window);

/*
 * Tells whether the window is minimised, as the window system says. Fails on Wayland, which does not tell.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_is_minimized(int64_t window);

/*
 * Tells whether other windows cover all of the window, or nothing of it is seen otherwise, as the window system last
 * said. X servers whose desktop composes windows never say it, nor do Wayland's compositors before `xdg-shell` 6.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_is_occluded(int64_t window);

/*
 * Tells whether this going down of a key is a repetition, because it is held, also where it was held already when the
 * window got the keyboard.
 *
 * `event` is a window event. On failure: false.
 */
bool rt_winit_event_keyboard_repeat(int64_t event);

/*
 * Tells whether a key is down while the window has the keyboard: one that bears the Windows virtual-key code `keycode`
 * (1 to 255) in the layout that is set, as events of keys tell it. As of the last event that arrived, whether or not it was
 * taken from the loop. A window that loses the keyboard has no key down.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_key_is_pressed(int64_t window, int64_t keycode);

/*
 * Tells the same of the key in a place, whatever it bears: of scan code `scancode` (0 to 65,535).
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_scancode_is_pressed(int64_t window, int64_t scancode);

/*
 * Tells whether a button of the mouse (left 0, right 1, middle 2, others from 3, up to 65,535) that was pressed in the
 * window is down, as of the last event that arrived.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_mouse_button_is_pressed(int64_t window, int64_t button);

/*
 * Returns where in the window the pointer was last, in physical pixels; 0 and 0 before it was first there.
 *
 * `window` is a window. On failure: x 0.0, y 0.0.
 */
RtMousePosition rt_winit_window_cursor_position(int64_t window);

/*
 * Returns the number of the desktop's main monitor. Fails on Wayland, which has none.
 *
 * On failure: -1. May wait; blocks its own thread only.
 */
int64_t rt_winit_monitor_primary(void);

/*
 * Returns how often a monitor shows a picture, in hertz; 0 where the window system does not tell.
 *
 * On failure: 0.0. May wait; blocks its own thread only.
 */
double rt_winit_monitor_get_refresh_rate(int64_t monitor_id);

/*
 * Returns the number of the monitor that most of the window is on.
 *
 * `window` is a window. On failure: -1.
 */
int64_t rt_winit_window_get_monitor(int64_t window);

/*
 * Makes the window fill the monitor of this number, without a frame; `rt_winit_window_set_fullscreen` brings it
 * back to its size.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_fullscreen_on(int64_t window, int64_t monitor_id);

/*
 * Lets the mouse steer, as games turn a view by it, or no longer. While the window has the keyboard, the pointer
 * is hidden and stays in its place, inside the window wherever that moves, and the mouse's motion arrives in mouse-motion events, which no edge ends,
 * and not in mouse-moved ones. The user who goes to another window has the pointer back meanwhile. Afterwards it
 * is kept and shown as `rt_winit_window_set_cursor_grab` and `rt_winit_window_set_cursor_visible` ask for it.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_relative_mouse(int64_t window, bool relative);

/*
 * Returns how far the mouse itself moved, of a mouse-motion event, which comes where
 * `rt_winit_window_set_relative_mouse` asked for it: in the mouse's own counts, without the acceleration that the
 * pointer gets. On X11, devices that tell places instead of motion (tablets, some remote desktops) tell them here too.
 *
 * `event` is a window event. On failure: delta_x 0.0, delta_y 0.0.
 */
RtMouseMotion rt_winit_event_mouse_motion(int64_t event);

/*
 * Gives the pointer over the window another shape, by its name in CSS: `default`, `pointer`, `text`,
 * `crosshair`, `wait`, `grab`, `ew-resize` and so on.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_cursor_icon(int64_t window, const char *icon);

/*
 * Gives the pointer over the window a picture of its own, in the form of `rt_winit_window_present_rgba` (each side
 * 1 to 256). The pixel at `hot_x`, `hot_y` (inside the picture) is the one that points.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_cursor_image(int64_t window, int64_t width, int64_t height, int64_t hot_x, int64_t hot_y, const uint8_t *pixels, int64_t pixels_len);

/*
 * Shows a picture in the window, without a GPU: `width` times `height` pixels (each 1 to 32,767) of four bytes
 * red, green, blue, alpha, line by line from the top. It lies in the window's upper left corner, pixel for
 * pixel, with black around it and cut off at the window's edges; translucent pixels lie over black. In a window
 * that was made `transparent`, on X11 with a compositor, what is behind it takes black's place. A
 * redraw-requested event says that it must be shown anew. Fails on X screens that have no visual of 8 bits a colour,
 * and on Wayland in windows of more than 268 million pixels.
 *
 * The call returns once the picture is on its way to the screen; nothing more is needed for it to arrive. While
 * two before it still are on theirs, it waits.
 *
 * `window` is a window. On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_window_present_rgba(int64_t window, int64_t width, int64_t height, const uint8_t *pixels, int64_t pixels_len);

/*
 * Shows a canvas in the window, as `rt_winit_window_present_rgba` does a picture: as it is now, and without copying its
 * pixels first. A canvas is what `rt_lyon_canvas_new` makes; one side of 32,768 pixels is too long.
 *
 * `window` is a window. `canvas` is a canvas. On failure: false. May wait; blocks its own thread only.
 */
bool rt_winit_window_present_canvas(int64_t window, int64_t canvas);

/*
 * Returns what a GPU library makes a surface of. Valid until the window is freed. On X11 the display is a connection
 * of its own, the same for all windows and open while the process lives: a host may draw and wait on it from any
 * thread.
 *
 * `window` is a window. On failure: platform 0, window 0, display 0, screen 0, visual 0.
 */
RtWindowRawHandle rt_winit_window_raw_handle(int64_t window);

/*
 * Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
 * composes arrives as preedit events, what it has composed as received characters.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_ime_allowed(int64_t window, bool allowed);

/*
 * Says where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
 * to 32,767, sides 0 to 32,767.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_ime_area(int64_t window, int64_t x, int64_t y, int64_t width, int64_t height);

/*
 * Returns what an input method is composing.
 *
 * `event` is a window event. On failure: text "", cursor_start -1, cursor_end -1.
 */
RtImePreedit rt_winit_event_ime_preedit(int64_t event);

/*
 * Tells whether the window has the keyboard.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_has_focus(int64_t window);

/*
 * Asks the user to look at the window, which does not have the keyboard: it flashes, or whatever the desktop does;
 * or asks no longer. It ends by itself when the window gets the keyboard.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_request_attention(int64_t window, bool wanted);

/*
 * Gives the window an icon, in the form of `rt_winit_window_present_rgba` (each side 1 to 1,024), or with no
 * bytes and sides of 0 takes it away. Fails on Wayland, which takes icons from installed programs only.
 *
 * `window` is a window. On failure: false.
 */
bool rt_winit_window_set_icon(int64_t window, int64_t width, int64_t height, const uint8_t *pixels, int64_t pixels_len);

/*
 * Tells whether this build holds the winit library, as it does where this links.
 */
bool rt_winit_available(void);

/*
 * Forgets why this thread's last failed winit call failed.
 */
void rt_winit_clear_error(void);

/*
 * Returns the category of this thread's last failed winit call, by the same numbers in every library: 0 none failed since the last clear, 1 invalid argument or a call out of order, 2 stale handle (never one, freed, or of another kind), 3 not found, 4 refused by a peer, a device or the system, 5 timed out, 6 out of memory or over a limit, 7 unsupported here, 8 internal error.
 */
int64_t rt_winit_get_last_error_code(void);

/*
 * Returns the version of the wrapped library, the crate `winit`.
 *
 * Release what it returns with rt_text_free.
 */
char *rt_winit_version(void);

/* ---- The twins: each fills *out, and returns whether the call succeeded. ---- */

bool rt_winit_window_get_size_into(int64_t window, RtWindowSize *out);
bool rt_winit_window_get_position_into(int64_t window, RtWindowPosition *out);
bool rt_winit_window_get_inner_size_into(int64_t window, RtWindowSize *out);
bool rt_winit_window_get_outer_size_into(int64_t window, RtWindowSize *out);
bool rt_winit_event_window_resized_into(int64_t event, RtWindowSize *out);
bool rt_winit_event_window_moved_into(int64_t event, RtWindowPosition *out);
bool rt_winit_event_keyboard_input_into(int64_t event, RtKeyInput *out);
bool rt_winit_event_mouse_button_into(int64_t event, RtMouseButtonInput *out);
bool rt_winit_event_mouse_moved_into(int64_t event, RtMousePosition *out);
bool rt_winit_event_mouse_wheel_into(int64_t event, RtMouseWheelDelta *out);
bool rt_winit_event_touch_into(int64_t event, RtTouchInput *out);
bool rt_winit_monitor_get_size_into(int64_t monitor_id, RtWindowSize *out);
bool rt_winit_monitor_get_position_into(int64_t monitor_id, RtWindowPosition *out);
bool rt_winit_clipboard_get_png_into(RtBytes *out);
bool rt_winit_monitor_get_work_area_into(int64_t monitor_id, RtWindowArea *out);
bool rt_winit_monitor_get_video_mode_into(int64_t monitor_id, int64_t mode, RtVideoMode *out);
bool rt_winit_dialog_open_files_into(int64_t window, const char *title, bool multiple, const char *const *filters, int64_t filters_len, RtTextArray *out);
bool rt_winit_event_loop_poll_all_into(int64_t event_loop, int64_t max_events, RtI64Array *out);
bool rt_winit_event_file_path_bytes_into(int64_t event, RtBytes *out);
bool rt_winit_window_frame_key_into(int64_t window, int64_t keycode, RtFrameInput *out);
bool rt_winit_window_frame_scancode_into(int64_t window, int64_t scancode, RtFrameInput *out);
bool rt_winit_window_frame_mouse_button_into(int64_t window, int64_t button, RtFrameInput *out);
bool rt_winit_window_frame_pointer_into(int64_t window, RtFramePointer *out);
bool rt_winit_window_cursor_position_into(int64_t window, RtMousePosition *out);
bool rt_winit_event_mouse_motion_into(int64_t event, RtMouseMotion *out);
bool rt_winit_window_raw_handle_into(int64_t window, RtWindowRawHandle *out);
bool rt_winit_event_ime_preedit_into(int64_t event, RtImePreedit *out);

#ifdef __cplusplus
}
#endif

#endif /* SIMPLE_NATIVE_WINIT_H */
