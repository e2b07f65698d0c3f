//! A pad's buttons, axes and hats in the order in which SDL counts them.

use crate::mapping::{AXIS_MAX, AXIS_MIN};
use gilrs_core::{AxisInfo, EvCode, Gamepad};

/// An axis that belongs to no hat.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    pub code: EvCode,
    min: i32,
    max: i32,
    flat: u32,
}

/// The dead zone of a stick whose driver names none.
const DEAD_ZONE: f64 = 0.1;

impl Axis {
    fn new(code: EvCode, info: AxisInfo) -> Self {
        Self { code, min: info.min, max: info.max, flat: info.deadzone.unwrap_or(0) }
    }

    /// One from `min` to `max`.
    #[cfg(test)]
    pub fn of_range(code: EvCode, min: i32, max: i32) -> Self {
        Self { code, min, max, flat: 0 }
    }

    fn range(&self) -> Option<f64> {
        Some(f64::from(self.max) - f64::from(self.min)).filter(|range| *range > 0.0)
    }

    /// The part of the way from the axis's lower to its upper end: 0 to 1. None where the driver's range is
    /// empty.
    pub fn fraction(&self, value: i32) -> Option<f64> {
        let range = self.range()?;
        Some(((f64::from(value) - f64::from(self.min)) / range).clamp(0.0, 1.0))
    }

    /// A stick's position: -1 to 1. Both values beside the middle of an even number of steps are 0, so that
    /// both ends are as far from it.
    pub fn position(&self, value: i32) -> Option<f64> {
        let range = self.range()?;
        let off = f64::from(value) - (f64::from(self.min) + f64::from(self.max)) / 2.0;
        let slack = if range % 2.0 == 1.0 { 0.5 } else { 0.0 };
        let reach = range / 2.0 - slack;
        if reach <= 0.0 {
            return Some(off.signum());
        }
        Some(off.signum() * ((off.abs() - slack).max(0.0) / reach).min(1.0))
    }

    /// The position as SDL counts it.
    pub fn sdl_position(&self, value: i32) -> Option<i32> {
        let whole = f64::from(AXIS_MAX) - f64::from(AXIS_MIN);
        let position = (self.fraction(value)? * whole + f64::from(AXIS_MIN) + 0.5).floor();
        Some((position as i32).clamp(AXIS_MIN, AXIS_MAX))
    }

    /// The dead zone: the distance from rest that counts as rest, as a part of the way to the end.
    pub fn dead_zone(&self) -> f64 {
        match self.range() {
            Some(range) if self.flat > 0 => (f64::from(self.flat) / range * 2.0).min(0.9),
            _ => DEAD_ZONE,
        }
    }
}

/// A hat: what moves it across, and what up and down.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hat {
    pub across: Option<EvCode>,
    pub along: Option<EvCode>,
}

/// Buttons, axes and hats of a pad.
#[derive(Clone, Debug, Default)]
pub struct Elements {
    pub buttons: Vec<EvCode>,
    pub axes: Vec<Axis>,
    pub hats: Vec<Hat>,
}

impl Elements {
    /// Elements of a pad.
    pub fn of(pad: &Gamepad) -> Self {
        let mut buttons = pad.buttons().to_vec();
        sort(&mut buttons);
        let axes: Vec<Axis> =
            pad.axes().iter().filter_map(|&code| Some(Axis::new(code, *pad.axis_info(code)?))).collect();
        let hats = hats(&axes);
        let is_hats = |axis: &Axis| {
            hats.iter().any(|hat| hat.across == Some(axis.code) || hat.along == Some(axis.code))
        };
        let axes = axes.iter().filter(|axis| !is_hats(axis)).copied().collect();
        Self { buttons, axes, hats }
    }
}

/// The kernel's number of a button or axis.
#[cfg(target_os = "linux")]
pub fn number(code: EvCode) -> u32 {
    code.into_u32() & 0xffff
}

/// Sorts buttons: from `BTN_JOYSTICK` on, and then the rest.
#[cfg(target_os = "linux")]
fn sort(buttons: &mut Vec<EvCode>) {
    const BTN_JOYSTICK: u32 = 0x120;
    const KEY_MAX: u32 = 0x2ff;
    buttons.retain(|&code| number(code) < KEY_MAX);
    buttons.sort_by_key(|&code| (number(code) < BTN_JOYSTICK, number(code)));
}

/// Two axes are a hat where they know three places, or say neither what is flat.
#[cfg(target_os = "linux")]
fn hats(axes: &[Axis]) -> Vec<Hat> {
    const ABS_HAT0X: u32 = 0x10;
    let find = |wanted: u32| axes.iter().find(|axis| number(axis.code) == wanted);
    let hat = |place: u32| {
        let (across, along) = (find(ABS_HAT0X + 2 * place), find(ABS_HAT0X + 2 * place + 1));
        let of_three = |axis: Option<&Axis>| axis.is_some_and(|axis| (axis.min, axis.max) == (-1, 1));
        let exact = |axis: Option<&Axis>| axis.is_none_or(|axis| axis.flat == 0);
        let is_hat = of_three(across) && of_three(along) || exact(across) && exact(along);
        let hat = Hat { across: across.map(|axis| axis.code), along: along.map(|axis| axis.code) };
        (is_hat && (across.is_some() || along.is_some())).then_some(hat)
    };
    (0..4).filter_map(hat).collect()
}

#[cfg(not(target_os = "linux"))]
fn sort(_buttons: &mut Vec<EvCode>) {}

#[cfg(not(target_os = "linux"))]
fn hats(axes: &[Axis]) -> Vec<Hat> {
    use gilrs_core::native_ev_codes::{AXIS_DPADX, AXIS_DPADY};
    let find = |wanted: EvCode| axes.iter().any(|axis| axis.code == wanted).then_some(wanted);
    let hat = Hat { across: find(AXIS_DPADX), along: find(AXIS_DPADY) };
    if hat.across.is_some() || hat.along.is_some() { vec![hat] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gilrs_core::native_ev_codes::AXIS_LSTICKX;

    fn axis(min: i32, max: i32, flat: u32) -> Axis {
        Axis { code: AXIS_LSTICKX, min, max, flat }
    }

    #[test]
    fn both_ends_of_eight_bits_are_reached() {
        let stick = axis(0, 255, 0);
        let positions = [0, 127, 128, 255].map(|value| stick.position(value).unwrap());
        assert_eq!(positions, [-1.0, 0.0, 0.0, 1.0]);
        assert_eq!(stick.position(64).unwrap(), -stick.position(191).unwrap());
        let odd = axis(-100, 100, 0);
        assert_eq!([-100, 0, 50, 100].map(|value| odd.position(value).unwrap()), [-1.0, 0.0, 0.5, 1.0]);
    }

    #[test]
    fn ranges_of_nothing_and_of_everything() {
        assert_eq!((axis(0, 0, 0).position(0), axis(5, 1, 0).fraction(3)), (None, None));
        let all = axis(i32::MIN, i32::MAX, 0);
        assert_eq!(
            [i32::MIN, -1, 0, i32::MAX].map(|value| all.position(value).unwrap()),
            [-1.0, 0.0, 0.0, 1.0]
        );
        assert_eq!([i32::MIN, i32::MAX].map(|value| all.sdl_position(value).unwrap()), [AXIS_MIN, AXIS_MAX]);
    }

    #[test]
    fn dead_zones_are_the_drivers_or_ours() {
        assert_eq!(axis(0, 255, 0).dead_zone(), 0.1);
        assert_eq!(axis(-100, 100, 20).dead_zone(), 0.2);
    }
}
