//! Python's ways that templates take for granted: how it writes JSON, and dates.

use minijinja::{Error, ErrorKind, State, Value, value::ValueKind};

/// Arguments of `json.dumps`.
pub(super) struct JsonStyle {
    pub(super) indent: Option<String>,
    pub(super) item_separator: String,
    pub(super) key_separator: String,
    pub(super) sort_keys: bool,
    pub(super) ascii: bool,
}

/// A value as `json.dumps` writes it; what that takes is paid for in fuel while it grows.
pub(super) struct JsonWriter<'a, 'b, 'c> {
    state: &'a State<'b, 'c>,
    style: &'a JsonStyle,
    text: String,
    paid: usize,
}

/// The bytes that a unit of fuel pays for.
const OF_FUEL: usize = 64;
/// Deeper values are refused: a list may be put into itself again and again.
const DEEPEST: usize = 128;

impl<'a, 'b, 'c> JsonWriter<'a, 'b, 'c> {
    pub(super) fn write(
        state: &'a State<'b, 'c>,
        style: &'a JsonStyle,
        value: &Value,
    ) -> Result<String, Error> {
        let mut writer = Self { state, style, text: String::new(), paid: 0 };
        writer.value(value, 0)?;
        writer.pay()?;
        Ok(writer.text)
    }

    fn pay(&mut self) -> Result<(), Error> {
        let units = (self.text.len() - self.paid) / OF_FUEL;
        self.paid += units * OF_FUEL;
        self.state.consume_fuel(1 + units as u64)
    }

    fn value(&mut self, value: &Value, depth: usize) -> Result<(), Error> {
        if depth > DEEPEST {
            return Err(refusal(format!("JSON of a value with more than {DEEPEST} levels")));
        }
        self.pay()?;
        match value.kind() {
            ValueKind::None => self.text.push_str("null"),
            ValueKind::Bool => self.text.push_str(if value.is_true() { "true" } else { "false" }),
            ValueKind::Number => self.number(value),
            ValueKind::String => self.string(value.as_str().unwrap_or("")),
            ValueKind::Seq | ValueKind::Iterable => self.list(value, depth)?,
            ValueKind::Map => self.object(value, depth)?,
            other => return Err(refusal(format!("JSON of a value of kind {other}"))),
        }
        Ok(())
    }

    fn number(&mut self, value: &Value) {
        if value.is_integer() {
            self.text += &value.to_string();
        } else if let Ok(number) = f64::try_from(value.clone()) {
            self.text += &float(number);
        }
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                '\u{8}' => self.text.push_str("\\b"),
                '\u{c}' => self.text.push_str("\\f"),
                _ if character < ' ' || (self.style.ascii && character > '~') => {
                    let mut units = [0; 2];
                    for unit in character.encode_utf16(&mut units) {
                        self.text += &format!("\\u{unit:04x}");
                    }
                }
                _ => self.text.push(character),
            }
        }
        self.text.push('"');
    }

    fn list(&mut self, value: &Value, depth: usize) -> Result<(), Error> {
        self.text.push('[');
        let mut empty = true;
        for item in value.try_iter()? {
            self.begin_item(empty, depth + 1);
            empty = false;
            self.value(&item, depth + 1)?;
        }
        self.end_items(empty, depth, ']');
        Ok(())
    }

    fn object(&mut self, value: &Value, depth: usize) -> Result<(), Error> {
        let mut keys: Vec<Value> = value.try_iter()?.collect();
        if self.style.sort_keys {
            keys.sort();
        }
        self.text.push('{');
        for (place, key) in keys.iter().enumerate() {
            self.begin_item(place == 0, depth + 1);
            match key.as_str() {
                Some(text) => self.string(text),
                None => {
                    self.text.push('"');
                    self.value(key, DEEPEST)?;
                    self.text.push('"');
                }
            }
            self.text += &self.style.key_separator;
            self.value(&value.get_item(key)?, depth + 1)?;
        }
        self.end_items(keys.is_empty(), depth, '}');
        Ok(())
    }

    fn begin_item(&mut self, first: bool, depth: usize) {
        if !first {
            self.text += &self.style.item_separator;
        }
        self.break_line(depth);
    }

    fn end_items(&mut self, empty: bool, depth: usize, end: char) {
        if !empty {
            self.break_line(depth);
        }
        self.text.push(end);
    }

    fn break_line(&mut self, depth: usize) {
        if let Some(indent) = &self.style.indent {
            self.text.push('\n');
            for _ in 0..depth {
                self.text += indent;
            }
        }
    }
}

pub(super) fn refusal(why: String) -> Error {
    Error::new(ErrorKind::InvalidOperation, why)
}

/// A float as Python's `repr` writes it.
fn float(number: f64) -> String {
    if number.is_nan() {
        return "NaN".into();
    }
    if number.is_infinite() {
        return if number < 0.0 { "-Infinity" } else { "Infinity" }.into();
    }
    let text = format!("{number:?}");
    match text.split_once('e') {
        None => text,
        Some((digits, exponent)) => {
            let (sign, size) = exponent.strip_prefix('-').map_or(('+', exponent), |size| ('-', size));
            format!("{digits}e{sign}{size:0>2}")
        }
    }
}

const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A moment of UTC, taken apart.
struct DateTime {
    year: i64,
    /// From 1.
    month: i64,
    /// From 1.
    day: i64,
    /// From 0, Sunday.
    weekday: i64,
    /// From 1.
    day_of_year: i64,
    seconds: i64,
}

const OF_A_DAY: i64 = 86_400;

impl DateTime {
    /// Howard Hinnant's `civil_from_days`: years begin in March, in eras of 400 of them.
    fn at(unix_seconds: i64) -> Self {
        let days = unix_seconds.div_euclid(OF_A_DAY);
        let shifted = days + 719_468;
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let from_march = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * from_march + 2) / 153;
        let day = from_march - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][(month - 1) as usize];
        Self {
            year,
            month,
            day,
            weekday: (days + 4).rem_euclid(7),
            day_of_year: before + day + i64::from(is_leap && month > 2),
            seconds: unix_seconds.rem_euclid(OF_A_DAY),
        }
    }

    fn hour(&self) -> i64 {
        self.seconds / 3600
    }

    fn hour_of_twelve(&self) -> i64 {
        (self.hour() + 11) % 12 + 1
    }

    fn minute(&self) -> i64 {
        self.seconds / 60 % 60
    }

    /// A number with how many digits it is filled up to, and with what.
    fn number(&self, directive: char) -> Option<(i64, usize, char)> {
        Some(match directive {
            'd' => (self.day, 2, '0'),
            'e' => (self.day, 2, ' '),
            'm' => (self.month, 2, '0'),
            'y' => (self.year.rem_euclid(100), 2, '0'),
            'Y' => (self.year, 1, '0'),
            'H' => (self.hour(), 2, '0'),
            'I' => (self.hour_of_twelve(), 2, '0'),
            'M' => (self.minute(), 2, '0'),
            'S' => (self.seconds % 60, 2, '0'),
            'j' => (self.day_of_year, 3, '0'),
            'w' => (self.weekday, 1, '0'),
            'u' => ((self.weekday + 6) % 7 + 1, 1, '0'),
            _ => return None,
        })
    }

    fn text(&self, directive: char) -> Option<String> {
        let (day, month) = (DAYS[self.weekday as usize], MONTHS[(self.month - 1) as usize]);
        Some(match directive {
            'A' => day.into(),
            'a' => day[..3].into(),
            'B' => month.into(),
            'b' | 'h' => month[..3].into(),
            'p' => if self.hour() < 12 { "AM" } else { "PM" }.into(),
            'Z' => "UTC".into(),
            'z' => "+0000".into(),
            'F' => format!("{}-{:02}-{:02}", self.year, self.month, self.day),
            'T' => format!("{:02}:{:02}:{:02}", self.hour(), self.minute(), self.seconds % 60),
            '%' => "%".into(),
            _ => return None,
        })
    }
}

/// The seconds since 1970 of UTC that have a year of four digits.
pub(super) const DATES: std::ops::RangeInclusive<i64> = -30_610_224_000..=253_402_300_799;

/// A moment as `strftime` writes it, in the C locale; `-` leaves zeros out, as glibc has it.
pub(super) fn strftime(format: &str, unix_seconds: i64) -> Result<String, Error> {
    let moment = DateTime::at(unix_seconds);
    let mut text = String::new();
    let mut rest = format.chars();
    while let Some(character) = rest.next() {
        if character != '%' {
            text.push(character);
            continue;
        }
        let mut directive = rest.next();
        let bare = directive == Some('-');
        if bare {
            directive = rest.next();
        }
        let known = directive.and_then(|directive| match moment.number(directive) {
            Some((number, width, fill)) => {
                let (digits, width) = (number.to_string(), if bare { 0 } else { width });
                let filling: String = std::iter::repeat_n(fill, width.saturating_sub(digits.len())).collect();
                Some(filling + &digits)
            }
            None => moment.text(directive),
        });
        match known {
            Some(known) => text += &known,
            None => {
                return Err(refusal(format!(
                    "strftime_now knows no directive %{}",
                    directive.unwrap_or(' ')
                )));
            }
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_written_as_python_does() {
        for (number, text) in [
            (1.0, "1.0"),
            (0.1, "0.1"),
            (1e16, "1e+16"),
            (1e15, "1000000000000000.0"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (1.5e-10, "1.5e-10"),
            (-1e300, "-1e+300"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-Infinity"),
        ] {
            assert_eq!(float(number), text);
        }
    }

    #[test]
    fn dates_are_those_of_the_calendar() {
        // From Python's datetime.
        for (seconds, text) in [
            (0, "Thursday 01 January 1970 00:00:00 AM 001 4 12"),
            (951_826_200, "Tuesday 29 February 2000 12:10:00 PM 060 2 12"),
            (1_735_689_599, "Tuesday 31 December 2024 23:59:59 PM 366 2 11"),
            (-86_400, "Wednesday 31 December 1969 00:00:00 AM 365 3 12"),
            (4_107_542_400, "Monday 01 March 2100 00:00:00 AM 060 1 12"),
        ] {
            assert_eq!(strftime("%A %d %B %Y %H:%M:%S %p %j %w %I", seconds).unwrap(), text);
        }
        assert_eq!(strftime("%-d %b %y%%, %e", 0).unwrap(), "1 Jan 70%,  1");
        assert!(strftime("%Q", 0).is_err() && strftime("%", 0).is_err());
    }
}
