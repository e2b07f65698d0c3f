//! SDL's mappings: which input of a pad is which of its buttons and axes. The grammar is that of
//! `SDL_GameControllerAddMapping`, and what a binding does is what SDL 2 does with it.

use crate::codes;

/// The least and the greatest position of an axis, as SDL counts them.
pub const AXIS_MIN: i32 = -32768;
/// See `AXIS_MIN`.
pub const AXIS_MAX: i32 = 32767;

/// A part of an axis that counts, from its rest or one end to the other; the ends may stand the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The position at which it begins.
    pub from: i32,
    /// The position at which it ends.
    pub to: i32,
}

impl Span {
    /// All of an axis.
    pub const WHOLE: Self = Self { from: AXIS_MIN, to: AXIS_MAX };
    /// The half towards positive numbers.
    pub const POSITIVE: Self = Self { from: 0, to: AXIS_MAX };
    /// The half towards negative numbers.
    pub const NEGATIVE: Self = Self { from: 0, to: AXIS_MIN };

    fn of_sign(sign: Option<char>) -> Self {
        match sign {
            Some('+') => Self::POSITIVE,
            Some(_) => Self::NEGATIVE,
            None => Self::WHOLE,
        }
    }

    /// Tells whether it is all of the axis, either way round.
    pub fn is_whole(self) -> bool {
        self.from != 0 && self.to != 0
    }

    /// Tells whether it holds a position.
    pub fn contains(self, position: i32) -> bool {
        (self.from.min(self.to)..=self.from.max(self.to)).contains(&position)
    }

    /// Tells whether a button that it works is down at a position in it.
    pub fn presses(self, position: i32) -> bool {
        let threshold = self.from + (self.to - self.from) / 2;
        if self.to < self.from { position <= threshold } else { position >= threshold }
    }
}

/// An element of a pad, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A button, by its place among the pad's.
    Button(usize),
    /// An axis, by its place among the pad's that belong to no hat.
    Axis(usize, Span),
    /// A direction of a hat: up 1, right 2, down 4, left 8.
    Hat(usize, u8),
}

/// A button or axis that an element stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// A button, by its number.
    Button(i64),
    /// A stick's axis or a trigger, by its number.
    Axis(i64, Span),
}

impl Output {
    /// Tells whether both are the same button or axis.
    pub fn is_same(self, other: Self) -> bool {
        match (self, other) {
            (Self::Button(one), Self::Button(two)) => one == two,
            (Self::Axis(one, _), Self::Axis(two, _)) => one == two,
            _ => false,
        }
    }
}

/// One of a mapping's fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The element that moves.
    pub input: Input,
    /// The button or axis that it stands for.
    pub output: Output,
}

/// A mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The pad's name; none where its driver is to tell.
    pub name: Option<String>,
    /// The mapping's fields, in order.
    pub bindings: Vec<Binding>,
}

impl Mapping {
    /// The mapping of a line `GUID,name,field,field…`. Fields that say nothing of inputs are passed over, as are
    /// those that are misspelt.
    pub fn parse(line: &str) -> Self {
        let mut parts = line.split(',').skip(1);
        let name = parts.next().map(str::trim).filter(|name| !name.is_empty() && *name != "*");
        let bindings = parts.filter_map(|field| binding(field.trim())).collect();
        Self { name: name.map(str::to_owned), bindings }
    }
}

/// The value of the field `key` of a line.
pub fn field<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.split(',').skip(2).find_map(|field| field.trim().strip_prefix(key)?.strip_prefix(':'))
}

fn binding(field: &str) -> Option<Binding> {
    let (output, input) = field.split_once(':')?;
    Some(Binding { input: parse_input(input)?, output: parse_output(output)? })
}

fn sign(text: &str) -> (Option<char>, &str) {
    match text.chars().next() {
        Some(sign @ ('+' | '-')) => (Some(sign), &text[1..]),
        _ => (None, text),
    }
}

fn parse_output(text: &str) -> Option<Output> {
    let (half, name) = sign(text);
    if let Some(axis) = codes::axis_of_sdl(name) {
        let is_trigger = matches!(axis, codes::axis::LEFT_TRIGGER | codes::axis::RIGHT_TRIGGER);
        let span = if is_trigger { Span::POSITIVE } else { Span::of_sign(half) };
        return Some(Output::Axis(axis, span));
    }
    codes::button_of_sdl(name).map(Output::Button)
}

fn parse_input(text: &str) -> Option<Input> {
    let (half, text) = sign(text);
    let (text, is_inverted) = match text.strip_suffix('~') {
        Some(text) => (text, true),
        None => (text, false),
    };
    if let Some(axis) = text.strip_prefix('a') {
        let Span { from, to } = Span::of_sign(half);
        let span = if is_inverted { Span { from: to, to: from } } else { Span { from, to } };
        return Some(Input::Axis(axis.parse().ok()?, span));
    }
    if let Some(button) = text.strip_prefix('b') {
        return Some(Input::Button(button.parse().ok()?));
    }
    let (hat, direction) = text.strip_prefix('h')?.split_once('.')?;
    Some(Input::Hat(hat.parse().ok()?, direction.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read() {
        let mapping = Mapping::parse(
            "03000000341200007856000001000000,Mine,crc:1234,type:ps4,face:abxy,sdk>=:1,a:b1,dpup:-a1,dpdown:+a1,\
             leftx:a0~,-lefty:h1.1,+lefty:b7,lefttrigger:a2,righttrigger:b9,x:+a3~,paddle1:b20,platform:Linux,",
        );
        assert_eq!(mapping.name.as_deref(), Some("Mine"));
        let wanted = [
            (Input::Button(1), Output::Button(0)),
            (Input::Axis(1, Span::NEGATIVE), Output::Button(8)),
            (Input::Axis(1, Span::POSITIVE), Output::Button(9)),
            (Input::Axis(0, Span { from: AXIS_MAX, to: AXIS_MIN }), Output::Axis(0, Span::WHOLE)),
            (Input::Hat(1, 1), Output::Axis(1, Span::NEGATIVE)),
            (Input::Button(7), Output::Axis(1, Span::POSITIVE)),
            (Input::Axis(2, Span::WHOLE), Output::Axis(4, Span::POSITIVE)),
            (Input::Button(9), Output::Axis(5, Span::POSITIVE)),
            (Input::Axis(3, Span { from: AXIS_MAX, to: 0 }), Output::Button(3)),
            (Input::Button(20), Output::Button(codes::button::PADDLE_1)),
        ];
        let read: Vec<_> = mapping.bindings.iter().map(|binding| (binding.input, binding.output)).collect();
        assert_eq!(read, wanted);
    }

    #[test]
    fn buttons_of_axes_are_down_where_sdl_says() {
        assert!(Span::NEGATIVE.presses(-16384) && !Span::NEGATIVE.presses(-16383));
        assert!(Span::POSITIVE.presses(16383) && !Span::POSITIVE.presses(16382));
        assert!(Span::WHOLE.presses(0) && Span::WHOLE.presses(-1) && !Span::WHOLE.presses(-2));
        assert!(Span { from: AXIS_MAX, to: AXIS_MIN }.presses(-5));
    }
}
