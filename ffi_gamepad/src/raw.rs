//! What a driver reports of a pad or any other joystick, by number, whatever its mapping says of it.

use crate::elements::Elements;
use gilrs_core::EvCode;

/// Buttons, axes and hats in the order in which SDL counts them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawState {
    pub buttons: Vec<bool>,
    /// -1 to 1, without a dead zone.
    pub axes: Vec<f64>,
    /// How far across and along.
    hats: Vec<(i32, i32)>,
}

impl RawState {
    /// With nothing reported.
    pub fn new(elements: &Elements) -> Self {
        Self {
            buttons: vec![false; elements.buttons.len()],
            axes: vec![0.0; elements.axes.len()],
            hats: vec![(0, 0); elements.hats.len()],
        }
    }

    /// Takes in that a button went down or up.
    pub fn button(&mut self, elements: &Elements, code: EvCode, pressed: bool) {
        if let Some(place) = elements.buttons.iter().position(|&other| other == code) {
            self.buttons[place] = pressed;
        }
    }

    /// Takes in that an axis moved, or one of a hat's.
    pub fn axis(&mut self, elements: &Elements, code: EvCode, value: i32) {
        if let Some(place) = elements.axes.iter().position(|axis| axis.code == code) {
            self.axes[place] = elements.axes[place].position(value).unwrap_or(0.0);
        } else if let Some(place) = elements.hats.iter().position(|hat| hat.across == Some(code)) {
            self.hats[place].0 = value.signum();
        } else if let Some(place) = elements.hats.iter().position(|hat| hat.along == Some(code)) {
            self.hats[place].1 =
                if gilrs_core::IS_Y_AXIS_REVERSED { value.signum() } else { -value.signum() };
        }
    }

    /// Where the hats point: up 1, right 2, down 4, left 8, added up.
    pub fn hats(&self) -> Vec<i64> {
        let bit = |held: bool, bit: i64| if held { bit } else { 0 };
        let directions = |&(across, along): &(i32, i32)| {
            bit(along < 0, 1) | bit(across > 0, 2) | bit(along > 0, 4) | bit(across < 0, 8)
        };
        self.hats.iter().map(directions).collect()
    }
}
