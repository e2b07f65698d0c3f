//! The codecs of containers: symphonia's, and Opus.

use crate::{
    block_decoder::{check_channels, check_rate},
    error::DecodeError,
    opus::{self, Head, OpusDecoder},
};
use symphonia::core::{
    codecs::audio::{AudioCodecParameters, AudioDecoder, well_known::CODEC_ID_OPUS},
    errors::Error,
    packet::Packet,
};

/// A decoder for the packets of a track.
pub enum Codec {
    /// One that symphonia has.
    Symphonia(Box<dyn AudioDecoder>),
    /// libopus.
    Opus(OpusDecoder),
}

impl Codec {
    /// At its beginning.
    pub fn new(params: &AudioCodecParameters) -> Result<Self, Error> {
        if params.codec == CODEC_ID_OPUS {
            let head =
                opus_head(params).ok_or(Error::Unsupported("opus: a header that describes no sound"))?;
            return OpusDecoder::new(&head).map(Self::Opus).ok_or(Error::LimitError("opus: memory"));
        }
        symphonia::default::get_codecs().make_audio_decoder(params, &Default::default()).map(Self::Symphonia)
    }

    /// Decodes a packet into `out`, interleaved; gives its rate and channels, None where nothing came of it.
    pub fn decode(
        &mut self,
        packet: &Packet,
        out: &mut Vec<f32>,
    ) -> Result<Option<(u32, usize)>, DecodeError> {
        let codec = match self {
            Self::Symphonia(codec) => codec,
            Self::Opus(codec) => {
                let is_whole = codec.decode(&packet.data, out);
                return Ok(is_whole.then(|| (opus::RATE, codec.channels())));
            }
        };
        let block = match codec.decode(packet) {
            Ok(block) => block,
            Err(Error::IoError(_) | Error::DecodeError(_)) => return Ok(None),
            Err(error) => return Err(DecodeError::of(error, codec.codec_info().short_name)),
        };
        let spec = block.spec();
        let spec = (check_rate(spec.rate())?, check_channels(spec.channels().count())?);
        block.copy_to_vec_interleaved(out);
        Ok((!out.is_empty()).then_some(spec))
    }

    /// Forgets what came before: what comes next does not follow it.
    pub fn reset(&mut self) {
        match self {
            Self::Symphonia(codec) => codec.reset(),
            Self::Opus(codec) => codec.reset(),
        }
    }

    /// The codec's short name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Symphonia(codec) => codec.codec_info().short_name,
            Self::Opus(_) => "opus",
        }
    }
}

/// The header of an Opus track.
pub fn opus_head(params: &AudioCodecParameters) -> Option<Head> {
    params.extra_data.as_deref().and_then(Head::parse)
}
