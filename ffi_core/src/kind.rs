//! The kinds of objects that handles can stand for, all in one place so that no two share a number.

macro_rules! kinds {
    ($($number:literal $name:ident $text:literal $(of $parent:ident)?,)*) => {
        /// What a handle stands for. Its number is part of every handle of that kind.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum Kind {
            $(#[doc = $text] $name = $number,)*
        }

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

            /// The kind with this number.
            pub fn from_number(number: u8) -> Option<Self> {
                match number {
                    $($number => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

kinds! {
    1 Regex "regex",
    2 RegexSet "regex set",

    8 HttpClient "http client",
    9 HttpServer "http server",
    10 HttpRequest "http request",
    11 HttpResponse "http response",
    12 WebSocket "websocket",
    13 Json "json value",
    14 HttpFetch "http fetched response",
    15 HttpStream "http stream",

    20 GamepadContext "gamepad context",
    21 GamepadEvent "gamepad event",

    24 World "world",
    25 Body "body" of World,
    26 Collider "collider" of World,
    27 Joint "joint" of World,
    28 Contacts "contacts",
    29 CollisionEvents "collision events",

    32 PathBuilder "path builder",
    33 Path "path",
    34 FillTessellation "fill tessellation",
    35 StrokeTessellation "stroke tessellation",
    36 VertexBuffer "vertex buffer",
    37 IndexBuffer "index buffer",
    38 Transform "transform",
    39 Animation "animation",

    40 AudioEngine "audio engine",
    41 AudioSource "audio source" of AudioEngine,
    42 AudioPlayback "audio playback" of AudioEngine,
    43 AudioMixer "audio mixer" of AudioEngine,

    48 EventLoop "event loop",
    49 Window "window" of EventLoop,
    50 WindowEvent "window event",

    56 CudaModule "cuda module",
    57 CudaFunction "cuda function" of CudaModule,
    58 CudaStream "cuda stream",
    59 CudaContext "cuda context",
    60 CudaModel "cuda model" of CudaContext,
    61 CudaInference "cuda inference" of CudaModel,

    64 Module "module",
    65 EventSubscription "event subscription",

    127 Test "test object",
}

impl Kind {
    /// Whether objects of this kind stay with their process and are lost to a child of `fork`: they stand for
    /// threads, connections or devices.
    pub const fn stays_at_fork(self) -> bool {
        use Kind::*;
        matches!(
            self,
            HttpServer
                | HttpRequest
                | HttpResponse
                | WebSocket
                | HttpStream
                | GamepadContext
                | AudioEngine
                | AudioSource
                | AudioPlayback
                | AudioMixer
                | EventLoop
                | Window
                | CudaModule
                | CudaFunction
                | CudaStream
                | CudaContext
                | CudaModel
                | CudaInference
                | Module
                | EventSubscription
        )
    }
}
