//! Formats of files that no decoder here reads, by how they begin.

/// Name of the format, with an article.
pub fn name(head: &[u8]) -> Option<&'static str> {
    const MARKS: [(usize, &[u8], &str); 14] = [
        (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "a Windows Media (ASF) file"),
        (0, b"MThd", "a MIDI file, which holds notes and no sound"),
        (0, b"MAC ", "a Monkey's Audio file"),
        (0, b"wvpk", "a WavPack file"),
        (0, b"TTA1", "a True Audio file"),
        (0, b"MPCK", "a Musepack file"),
        (0, b"MP+", "a Musepack file"),
        (0, b"ADIF", "an AAC file of the ADIF kind"),
        (0, b"#!AMR", "an AMR file"),
        (0, b"Creative Voice File", "a Creative Voice file"),
        (0, b"DSD ", "a DSD file"),
        (28, b"Speex   ", "an Ogg file with Speex"),
        (28, b"\x80theora", "an Ogg file with video and no sound that is known here"),
        (0, b"\x0b\x77", "an AC-3 file"),
    ];
    MARKS
        .iter()
        .find(|(at, mark, _)| head.get(*at..).is_some_and(|rest| rest.starts_with(mark)))
        .map(|mark| mark.2)
}
