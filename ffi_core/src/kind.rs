//! The kinds of objects that handles can stand for, all in one place so that no two share a number.

macro_rules! kinds {
    ($($number:literal $name:ident $text:literal $(of $parent:ident)? $(until $last:ident)? $(, $stays:ident)?;)*) => {
        /// Kind of object that a handle stands for. Its number, of 6 bits, is part of every handle of that kind.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum Kind {
            $(#[doc = $text] $name = $number,)*
        }

        $(const _: () = assert!(0 < $number && $number < 64, "a kind's number has 6 bits");)*

        impl Kind {
            /// The name used in messages and in the manifest.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// The kind of object that an object of this kind belongs to, and goes with.
            pub const fn parent(self) -> Option<Self> {
                match self {
                    $($(Self::$name => Some(Self::$parent),)?)*
                    _ => None,
                }
            }

            /// The kind of object that frees one of this kind with itself at the latest, though it is the host's.
            pub const fn freed_with(self) -> Option<Self> {
                match self {
                    $($(Self::$name => Some(Self::$last),)?)*
                    _ => None,
                }
            }

            /// True for objects that stay with their process and are lost to a child of `fork`: they stand for
            /// threads, connections, devices or files that are being written.
            pub const fn stays_at_fork(self) -> bool {
                match self {
                    $($(Self::$name => kinds!($stays),)?)*
                    _ => false,
                }
            }

            /// The kind with this number.
            pub fn from_number(number: u8) -> Option<Self> {
                match number {
                    $($number => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
    (stays_at_fork) => { true };
}

// Each row: its number, its name, the kind it belongs to (or that frees it at the latest), and whether a child of `fork` loses it.
kinds! {
    1 Regex "regex";
    2 RegexSet "regex set";
    3 RegexText "regex text";

    4 HttpClient "http client";
    5 HttpServer "http server", stays_at_fork;
    6 HttpRequest "http request" until HttpServer, stays_at_fork;
    7 HttpResponse "http response", stays_at_fork;
    8 WebSocket "websocket", stays_at_fork;
    9 Json "json value";
    10 HttpFetch "http fetched response";
    11 HttpStream "http stream", stays_at_fork;
    12 HttpTransfer "http transfer", stays_at_fork;
    13 HttpResponseStream "http response stream", stays_at_fork;

    14 GamepadContext "gamepad context", stays_at_fork;
    15 GamepadEvent "gamepad event" until GamepadContext;

    18 World "world";
    19 Body "body" of World;
    20 Collider "collider" of World;
    21 Joint "joint" of World;
    22 Contacts "contacts";
    23 CollisionEvents "collision events";
    24 CastHits "cast hits";

    25 Paint "paint";
    26 PathBuilder "path builder";
    27 Path "path";
    28 FillTessellation "fill tessellation";
    29 StrokeTessellation "stroke tessellation";
    30 VertexBuffer "vertex buffer";
    31 IndexBuffer "index buffer";
    32 Transform "transform";
    33 Animation "animation", stays_at_fork;
    34 Canvas "canvas";
    35 Font "font";

    36 AudioEngine "audio engine", stays_at_fork;
    37 AudioSource "audio source" of AudioEngine, stays_at_fork;
    38 AudioPlayback "audio playback" of AudioEngine, stays_at_fork;
    39 AudioMixer "audio mixer" of AudioEngine, stays_at_fork;
    40 AudioBus "audio bus" of AudioEngine, stays_at_fork;
    41 AudioCapture "audio capture", stays_at_fork;
    45 AudioRecording "audio recording" of AudioEngine, stays_at_fork;

    42 EventLoop "event loop", stays_at_fork;
    43 Window "window" of EventLoop, stays_at_fork;
    44 WindowEvent "window event";

    47 CudaModule "cuda module", stays_at_fork;
    48 CudaFunction "cuda function" of CudaModule, stays_at_fork;
    49 CudaStream "cuda stream", stays_at_fork;
    50 CudaContext "cuda context", stays_at_fork;
    51 CudaModel "cuda model" of CudaContext, stays_at_fork;
    52 CudaInference "cuda inference" of CudaModel, stays_at_fork;

    55 Module "module", stays_at_fork;
    56 EventSubscription "event subscription", stays_at_fork;
    57 ModuleCall "module call", stays_at_fork;

    63 Test "test object";
}
