//! Blending of what is drawn with what was there: Porter and Duff's operators, and the blend modes of the W3C's
//! "Compositing and Blending".

/// A blend mode: how a colour is laid over another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blend {
    /// An operator of Porter and Duff's: the parts of the source and of what is below that count, by the other's
    /// alpha.
    Operator(Part, Part),
    /// Both are added.
    Lighter,
    /// A channel by itself, where both are.
    Channel(Channel),
    /// All channels together, where both are.
    Whole(Whole),
}

/// A part of a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    None,
    All,
    /// The part where the other colour is.
    Inside,
    /// The part where the other colour is not.
    Outside,
}

/// Modes that look at each channel by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Channel {
    Multiply,
    Screen,
    Overlay,
    Darken,
    Lighten,
    Dodge,
    Burn,
    HardLight,
    SoftLight,
    Difference,
    Exclusion,
}

/// Modes that look at the whole colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Whole {
    Hue,
    Saturation,
    Color,
    Luminosity,
}

use Part::{All, Inside, None, Outside};

/// Their names, which are those of the web's canvas.
pub const NAMES: [(&str, Blend); 27] = [
    ("source-over", Blend::OVER),
    ("source-in", Blend::Operator(Inside, None)),
    ("source-out", Blend::Operator(Outside, None)),
    ("source-atop", Blend::Operator(Inside, Outside)),
    ("destination-over", Blend::Operator(Outside, All)),
    ("destination-in", Blend::Operator(None, Inside)),
    ("destination-out", Blend::Operator(None, Outside)),
    ("destination-atop", Blend::Operator(Outside, Inside)),
    ("xor", Blend::Operator(Outside, Outside)),
    ("copy", Blend::Operator(All, None)),
    ("clear", Blend::Operator(None, None)),
    ("lighter", Blend::Lighter),
    ("multiply", Blend::Channel(Channel::Multiply)),
    ("screen", Blend::Channel(Channel::Screen)),
    ("overlay", Blend::Channel(Channel::Overlay)),
    ("darken", Blend::Channel(Channel::Darken)),
    ("lighten", Blend::Channel(Channel::Lighten)),
    ("color-dodge", Blend::Channel(Channel::Dodge)),
    ("color-burn", Blend::Channel(Channel::Burn)),
    ("hard-light", Blend::Channel(Channel::HardLight)),
    ("soft-light", Blend::Channel(Channel::SoftLight)),
    ("difference", Blend::Channel(Channel::Difference)),
    ("exclusion", Blend::Channel(Channel::Exclusion)),
    ("hue", Blend::Whole(Whole::Hue)),
    ("saturation", Blend::Whole(Whole::Saturation)),
    ("color", Blend::Whole(Whole::Color)),
    ("luminosity", Blend::Whole(Whole::Luminosity)),
];

impl Blend {
    /// The usual one.
    pub const OVER: Self = Self::Operator(All, Outside);

    /// Blends `source` over `below`. Colours are premultiplied, 0 to 1.
    pub fn apply(self, source: [f32; 4], below: [f32; 4]) -> [f32; 4] {
        let (over, under) = (source[3], below[3]);
        let mixed = match self {
            Self::Operator(of_source, of_below) => {
                let (s, b) = (of_source.of(under), of_below.of(over));
                return std::array::from_fn(|i| source[i] * s + below[i] * b);
            }
            Self::Lighter => return std::array::from_fn(|i| (source[i] + below[i]).min(1.0)),
            Self::Channel(mode) => {
                let (s, b) = (straight(source), straight(below));
                std::array::from_fn(|i| mode.mix(b[i], s[i]))
            }
            Self::Whole(mode) => mode.mix(straight(below), straight(source)),
        };
        let color = |i: usize| source[i] * (1.0 - under) + below[i] * (1.0 - over) + over * under * mixed[i];
        [color(0), color(1), color(2), over + under - over * under]
    }
}

impl Part {
    fn of(self, other_alpha: f32) -> f32 {
        match self {
            None => 0.0,
            All => 1.0,
            Inside => other_alpha,
            Outside => 1.0 - other_alpha,
        }
    }
}

/// The colour itself, without its alpha.
fn straight([red, green, blue, alpha]: [f32; 4]) -> [f32; 3] {
    if alpha <= 0.0 { [0.0; 3] } else { [red, green, blue].map(|value| (value / alpha).min(1.0)) }
}

impl Channel {
    fn mix(self, below: f32, source: f32) -> f32 {
        match self {
            Self::Multiply => below * source,
            Self::Screen => below + source - below * source,
            Self::Overlay => Self::HardLight.mix(source, below),
            Self::Darken => below.min(source),
            Self::Lighten => below.max(source),
            Self::Dodge if below <= 0.0 => 0.0,
            Self::Dodge if source >= 1.0 => 1.0,
            Self::Dodge => (below / (1.0 - source)).min(1.0),
            Self::Burn if below >= 1.0 => 1.0,
            Self::Burn if source <= 0.0 => 0.0,
            Self::Burn => 1.0 - ((1.0 - below) / source).min(1.0),
            Self::HardLight if source <= 0.5 => below * 2.0 * source,
            Self::HardLight => Self::Screen.mix(below, 2.0 * source - 1.0),
            Self::SoftLight if source <= 0.5 => below - (1.0 - 2.0 * source) * below * (1.0 - below),
            Self::SoftLight => {
                let curve =
                    if below <= 0.25 { ((16.0 * below - 12.0) * below + 4.0) * below } else { below.sqrt() };
                below + (2.0 * source - 1.0) * (curve - below)
            }
            Self::Difference => (below - source).abs(),
            Self::Exclusion => below + source - 2.0 * below * source,
        }
    }
}

impl Whole {
    fn mix(self, below: [f32; 3], source: [f32; 3]) -> [f32; 3] {
        match self {
            Self::Hue => with_luminosity(with_saturation(source, saturation(below)), luminosity(below)),
            Self::Saturation => {
                with_luminosity(with_saturation(below, saturation(source)), luminosity(below))
            }
            Self::Color => with_luminosity(source, luminosity(below)),
            Self::Luminosity => with_luminosity(below, luminosity(source)),
        }
    }
}

fn luminosity([red, green, blue]: [f32; 3]) -> f32 {
    0.3 * red + 0.59 * green + 0.11 * blue
}

fn least(color: [f32; 3]) -> f32 {
    color.into_iter().fold(f32::INFINITY, f32::min)
}

fn most(color: [f32; 3]) -> f32 {
    color.into_iter().fold(f32::NEG_INFINITY, f32::max)
}

fn saturation(color: [f32; 3]) -> f32 {
    most(color) - least(color)
}

fn with_saturation(color: [f32; 3], wanted: f32) -> [f32; 3] {
    let (least, range) = (least(color), saturation(color));
    if range <= 0.0 { [0.0; 3] } else { color.map(|value| (value - least) * wanted / range) }
}

fn with_luminosity(color: [f32; 3], wanted: f32) -> [f32; 3] {
    let more = wanted - luminosity(color);
    let color = color.map(|value| value + more);
    let (light, least, most) = (luminosity(color), least(color), most(color));
    color.map(|value| {
        let value = if least < 0.0 { light + (value - light) * light / (light - least) } else { value };
        if most > 1.0 { light + (value - light) * (1.0 - light) / (most - light) } else { value }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Blend {
        NAMES.iter().find(|(known, _)| *known == name).unwrap().1
    }

    fn near(found: [f32; 4], expected: [f32; 4], name: &str) {
        let apart = (0..4).map(|i| (found[i] - expected[i]).abs()).fold(0.0, f32::max);
        assert!(apart < 1e-5, "{name}: {found:?}, not {expected:?}");
    }

    /// The operators, where both are half there: by Porter and Duff's table.
    #[test]
    fn operators() {
        let (source, below) = ([0.5, 0.0, 0.0, 0.5], [0.0, 0.0, 0.25, 0.25]);
        for (name, of_source, of_below) in [
            ("source-over", 1.0, 0.5),
            ("source-in", 0.25, 0.0),
            ("source-out", 0.75, 0.0),
            ("source-atop", 0.25, 0.5),
            ("destination-over", 0.75, 1.0),
            ("destination-in", 0.0, 0.5),
            ("destination-out", 0.0, 0.5),
            ("destination-atop", 0.75, 0.5),
            ("xor", 0.75, 0.5),
            ("copy", 1.0, 0.0),
            ("clear", 0.0, 0.0),
            ("lighter", 1.0, 1.0),
        ] {
            let expected = [0.5 * of_source, 0.0, 0.25 * of_below, 0.5 * of_source + 0.25 * of_below];
            near(named(name).apply(source, below), expected, name);
        }
    }

    /// Opaque colours, by the formulas of the specification.
    #[test]
    fn modes() {
        let (source, below) = ([0.8, 0.4, 0.0, 1.0], [0.5, 0.2, 1.0, 1.0]);
        for (name, expected) in [
            ("multiply", [0.4, 0.08, 0.0]),
            ("screen", [0.9, 0.52, 1.0]),
            ("overlay", [0.8, 0.16, 1.0]),
            ("darken", [0.5, 0.2, 0.0]),
            ("lighten", [0.8, 0.4, 1.0]),
            ("color-dodge", [1.0, 1.0 / 3.0, 1.0]),
            ("color-burn", [0.375, 0.0, 1.0]),
            ("hard-light", [0.8, 0.16, 0.0]),
            ("soft-light", [0.5 + 0.6 * (0.5_f32.sqrt() - 0.5), 0.2 - 0.2 * 0.2 * 0.8, 1.0]),
            ("difference", [0.3, 0.2, 1.0]),
            ("exclusion", [0.5, 0.44, 1.0]),
        ] {
            let [red, green, blue] = expected;
            near(named(name).apply(source, below), [red, green, blue, 1.0], name);
        }
        // By luminosity 0.378 below and 0.476 of the source, saturation 0.8 of both.
        let shifted = |color: [f32; 4], light: f32, more: f32| {
            let moved = [color[0] + more, color[1] + more, color[2] + more];
            let least = moved.into_iter().fold(0.0, f32::min);
            moved.map(|value| light + (value - light) * light / (light - least))
        };
        let [red, green, blue] = shifted(source, 0.378, 0.378 - 0.476);
        for name in ["hue", "color"] {
            near(named(name).apply(source, below), [red, green, blue, 1.0], name);
        }
        near(named("saturation").apply(source, below), below, "saturation");
        let more = 0.476 - 0.378;
        let (light, most) = (0.476, 1.0 + more);
        let [red, green, blue] =
            [0.5, 0.2, 1.0].map(|value: f32| light + (value + more - light) * (1.0 - light) / (most - light));
        near(named("luminosity").apply(source, below), [red, green, blue, 1.0], "luminosity");
    }

    /// Where one colour is not there, the other is seen by itself.
    #[test]
    fn modes_over_nothing() {
        let (color, nothing) = ([0.3, 0.1, 0.2, 0.4], [0.0; 4]);
        for (name, mode) in &NAMES[12..] {
            near(mode.apply(color, nothing), color, name);
            near(mode.apply(nothing, color), color, name);
        }
    }
}
