//! Cookies in files: as Netscape's browser wrote them, which curl, wget and Python's `http.cookiejar` read and write, and
//! as JSON.

use super::{Jar, Record};
use crate::error::{Error, Result};
use ffi_core::memory;

/// What the first line of a file says, for programs that look.
const FIRST: &str = "# Netscape HTTP Cookie File\n\n";
/// Before the domain of a cookie that scripts do not see.
const HTTP_ONLY: &str = "#HttpOnly_";

/// Takes the cookies of the file's `text` into `jar`; how many. Those that have expired, and those that no server could
/// have set, are left out.
pub fn read(jar: &Jar, text: &str) -> Result<i64> {
    memory::room_for_input(text.len(), 4)?;
    let records = if text.trim_start().starts_with('[') { of_json(text)? } else { of_lines(text)? };
    let taken = records.iter().filter(|record| !record.has_expired() && jar.add(record).is_ok());
    Ok(taken.count() as i64)
}

fn of_json(text: &str) -> Result<Vec<Record>> {
    let parsed = ffi_core::json::with_room(text, || serde_json::from_str(text)).and_then(|parsed| parsed);
    // Without what it says: it may quote a value.
    parsed.map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Error::state(format!("the file is no JSON array of cookies: line {line}, column {column}"))
    })
}

fn of_lines(text: &str) -> Result<Vec<Record>> {
    let mut records = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let (line, http_only) = match line.strip_prefix(HTTP_ONLY) {
            Some(rest) => (rest, true),
            None => (line, false),
        };
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let record = of_line(line, http_only).ok_or_else(|| {
            let number = number + 1;
            Error::state(format!(
                "line {number} of the file is no cookie: domain, TRUE or FALSE, path, TRUE or FALSE, seconds, name \
                 and value, with tabs between them"
            ))
        })?;
        memory::reserve(&mut records, 1)?;
        records.push(record);
    }
    Ok(records)
}

fn of_line(line: &str, http_only: bool) -> Option<Record> {
    let mut fields = line.splitn(7, '\t');
    let mut next = || fields.next();
    let flag = |text: &str| match text {
        _ if text.eq_ignore_ascii_case("TRUE") => Some(true),
        _ if text.eq_ignore_ascii_case("FALSE") => Some(false),
        _ => None,
    };
    let domain = next()?;
    let below = flag(next()?)?;
    let path = next()?;
    let secure = flag(next()?)?;
    let expires = next()?.trim();
    // Some programs write fractions, or nothing.
    let expires = if expires.is_empty() { 0.0 } else { expires.parse::<f64>().ok()? };
    let name = next()?;
    let value = next().unwrap_or_default();
    Some(Record {
        name: name.to_owned(),
        value: value.to_owned(),
        domain: domain.strip_prefix('.').unwrap_or(domain).to_owned(),
        host_only: !below,
        path: path.to_owned(),
        secure,
        http_only,
        same_site: None,
        expires: (expires != 0.0).then_some(expires as i64),
    })
}

/// The lines of these cookies.
pub fn written(records: &[Record]) -> String {
    let mut text = FIRST.to_owned();
    for record in records {
        let flag = |is_set: bool| if is_set { "TRUE" } else { "FALSE" };
        let (before, dot) =
            (if record.http_only { HTTP_ONLY } else { "" }, if record.host_only { "" } else { "." });
        let expires = record.expires.unwrap_or(0);
        text.push_str(&format!(
            "{before}{dot}{}\t{}\t{}\t{}\t{expires}\t{}\t{}\n",
            record.domain,
            flag(!record.host_only),
            record.path,
            flag(record.secure),
            record.name,
            record.value
        ));
    }
    text
}
