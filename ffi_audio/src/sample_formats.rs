//! The kinds of samples that devices have.

/// Calls a function of one kind of samples for the kind that a device has; an error where there is none of it.
macro_rules! for_sample_format {
    ($format:expr, $build:ident($($argument:expr),*)) => {{
        use rodio::cpal::{ErrorKind, I24, SampleFormat, U24};
        match $format {
            SampleFormat::F32 => $build::<f32>($($argument),*),
            SampleFormat::F64 => $build::<f64>($($argument),*),
            SampleFormat::I8 => $build::<i8>($($argument),*),
            SampleFormat::I16 => $build::<i16>($($argument),*),
            SampleFormat::I24 => $build::<I24>($($argument),*),
            SampleFormat::I32 => $build::<i32>($($argument),*),
            SampleFormat::I64 => $build::<i64>($($argument),*),
            SampleFormat::U8 => $build::<u8>($($argument),*),
            SampleFormat::U16 => $build::<u16>($($argument),*),
            SampleFormat::U24 => $build::<U24>($($argument),*),
            SampleFormat::U32 => $build::<u32>($($argument),*),
            SampleFormat::U64 => $build::<u64>($($argument),*),
            _ => Err(ErrorKind::UnsupportedConfig.into()),
        }
    }};
}
pub(crate) use for_sample_format;
