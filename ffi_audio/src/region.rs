//! Which stretch of a sound a loop repeats.

/// From this frame to before that one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
    /// The first frame.
    pub from: u64,
    /// The one behind the last; `u64::MAX` for the end of the sound.
    pub to: u64,
}

impl Region {
    /// All of a sound.
    pub const WHOLE: Self = Self { from: 0, to: u64::MAX };

    /// None where it has no frame.
    pub fn new(from: u64, to: u64) -> Option<Self> {
        (from < to).then_some(Self { from, to })
    }

    /// What a sound of that length has of it; all of it where that is nothing.
    pub fn within(self, frames: u64) -> Self {
        Self::new(self.from, self.to.min(frames)).unwrap_or(Self { from: 0, to: frames })
    }

    /// How long it is.
    pub fn frames(self) -> u64 {
        self.to - self.from
    }
}

/// What a start says of a loop, in seconds: None for what the file says, or for all of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Looping {
    /// True where it is repeated.
    pub looped: bool,
    /// Where it begins anew.
    pub from: Option<f64>,
    /// Where it does so.
    pub to: Option<f64>,
}

impl Looping {
    /// All of a sound, or the file's region, or once.
    pub fn plain(looped: bool) -> Self {
        Self { looped, ..Self::default() }
    }

    /// The region that is repeated of a sound with this rate, whose file says `stated`; None where it sounds once.
    pub fn region(self, rate: u32, stated: Option<Region>) -> Option<Region> {
        let frame = |seconds: f64| (seconds * f64::from(rate)).round() as u64;
        if !self.looped {
            return None;
        }
        if self.from.is_none() && self.to.is_none() {
            return Some(stated.unwrap_or(Region::WHOLE));
        }
        let (from, to) = (self.from.map_or(0, frame), self.to.map_or(u64::MAX, frame));
        Some(Region::new(from, to).unwrap_or(Region::WHOLE))
    }
}

/// What tags say of a loop, as players of game music understand them: `LOOPSTART` with `LOOPLENGTH` or `LOOPEND`, in
/// frames.
#[derive(Default)]
pub struct LoopTags {
    start: Option<u64>,
    length: Option<u64>,
    end: Option<u64>,
}

impl LoopTags {
    /// Takes a tag in; others say nothing.
    pub fn take(&mut self, key: &str, value: &str) {
        let name = key.rsplit(':').next().unwrap_or(key);
        let name: String = name.chars().filter(char::is_ascii_alphabetic).collect();
        let place = match name.to_ascii_uppercase().as_str() {
            "LOOPSTART" => &mut self.start,
            "LOOPLENGTH" => &mut self.length,
            "LOOPEND" => &mut self.end,
            _ => return,
        };
        *place = value.trim().parse().ok().or(*place);
    }

    /// Takes in what a block of Vorbis comments holds (Vorbis I, section 5), as far as it is whole.
    pub fn take_comments(&mut self, block: &[u8]) {
        let number = |at: usize| {
            let four = block.get(at..at.checked_add(4)?)?;
            Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
        };
        let Some(mut at) = number(0).and_then(|vendor| vendor.checked_add(8)) else { return };
        while let Some(length) = number(at)
            && let Some(comment) = block.get(at + 4..(at + 4).saturating_add(length))
        {
            if let Some((key, value)) =
                std::str::from_utf8(comment).ok().and_then(|text| text.split_once('='))
            {
                self.take(key, value);
            }
            at += 4 + length;
        }
    }

    /// What they say together.
    pub fn region(&self) -> Option<Region> {
        let from = self.start?;
        let end = self.length.map(|length| from.saturating_add(length)).or(self.end);
        Region::new(from, end.unwrap_or(u64::MAX))
    }
}
