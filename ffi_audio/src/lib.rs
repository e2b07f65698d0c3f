//! Sound: decoded by symphonia, mixed here, played by rodio.
//!
//! cpal, on which rodio is built, opens the device and takes what is mixed: rodio's sink keeps to itself when that will
//! be heard. rodio converts it where a device has another rate. The mixing is our own, in blocks: rodio's mixer works
//! sample by sample, its rate conversion is linear, its panning is louder in the farther ear, and it has no
//! echo and no room. symphonia, whose decoders rodio wraps, is used directly: through rodio, decoding takes up
//! to 40 % longer and a failure has no reason.

mod alsa_log;
mod au;
pub mod block;
pub mod block_decoder;
pub mod bus;
mod caf;
pub mod capture;
pub mod capture_options;
pub mod capture_state;
mod check;
mod chunk_file;
pub mod clock;
mod codec;
pub mod compressor;
pub mod constants;
mod container_decoder;
pub mod control;
mod converter;
mod crossfade;
pub mod decode;
pub mod device;
pub mod device_options;
pub mod distance;
mod echo;
mod effect;
mod effects;
pub mod engine;
pub mod error;
pub mod exports;
mod filter;
mod formats;
pub mod gain;
mod header_repair;
mod input;
mod layout;
mod levels;
pub mod live;
pub mod mixer;
mod mp4;
mod open;
mod option_text;
pub mod options;
mod opus;
mod output;
mod outputs;
pub mod producer;
mod rate;
pub mod recording;
mod region;
mod resample;
mod reverb;
mod routes;
mod sample_decoder;
mod sample_formats;
pub mod sound_buffer;
mod source;
mod spatial;
pub mod stream;
pub mod strip;
pub mod supervise;
pub mod tap;
mod timeline;
pub mod track;
mod trim;
pub mod voice;
mod wave_writer;
pub mod work;

ffi_core::library! {
    name: "audio",
    title: "audio",
    wraps: "rodio, symphonia, libopus",
    doc: "\
Sound: WAV, AIFF, AU, CAF, MP1 to MP3, Vorbis, FLAC, AAC (LC), ALAC, and these in Ogg, MP4 and Matroska, decoded by
symphonia, Opus by libopus; mixed here, played on the system's device by rodio.

An engine mixes for one device, or offline, for whoever calls rt_audio_render. A source is a sound, decoded and kept
in memory; a playback is one sounding of a source, of a mixer's sources or of music, which is a file that is decoded
while it plays; a bus is what playbacks go into that are heard together. Samples are floats, full scale from -1 to 1, frames interleaved by channel; volumes are factors of
amplitude, times are seconds unless a name ends in _ms, rates are frames a second. What a call changes is heard
from the next block on, and what would click is faded over 5 ms.

Positions are in a right-handed space of metres: at the first the listener looks along -z, with y up."
}
