//! Sound, from C, with a device that takes everything and plays nothing.

use std::fs;
use tests::program::{CTest, suite};

#[test]
fn audio_from_c() {
    let test = CTest::new("audio");
    let configuration = test.folder().join("alsa.conf");
    fs::write(&configuration, "pcm.!default { type null }").unwrap();
    let configuration = configuration.to_str().unwrap().to_owned();
    suite("audio", &test.with_variable("ALSA_CONFIG_PATH", configuration));
}
