//! The exported functions, offline; the real device has a program of its own.
#![allow(missing_docs)]

mod buses;
mod common;
mod files;
mod filters;
mod flac;
mod formats;
mod live;
mod looping;
mod mixing;
mod mp3;
mod music;
mod ogg;
mod rates;
mod recording;
mod seeking;
mod sequence;
mod space;
mod wav;
