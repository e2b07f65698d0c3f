//! Forms of parts, as browsers send them (WHATWG HTML, "multipart/form-data encoding algorithm").

/// What comes before the content of a part, which is a file where it has a name as one.
pub fn head(boundary: &str, field: &str, file: Option<&str>, content_type: Option<&str>) -> String {
    let mut head =
        format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"", escape(&with_newlines(field)));
    if let Some(file) = file {
        head.push_str(&format!("; filename=\"{}\"", escape(file)));
    }
    if let Some(content_type) = content_type {
        head.push_str(&format!("\r\nContent-Type: {content_type}"));
    }
    head + "\r\n\r\n"
}

/// The form's bytes after the file.
pub const TAIL: &str = "\r\n";

/// What comes after all parts.
pub fn end(boundary: &str) -> String {
    format!("--{boundary}--\r\n")
}

/// Every line break as CR and LF.
fn with_newlines(name: &str) -> String {
    name.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")
}

fn escape(name: &str) -> String {
    name.replace('\n', "%0A").replace('\r', "%0D").replace('"', "%22")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_escaped_as_browsers_escape_them() {
        let written = |field, file| head("b", field, Some(file), Some("t/t"));
        let expected = |field: &str, file: &str| {
            format!(
                "--b\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{file}\"\r\nContent-Type: t/t\r\n\r\n"
            )
        };
        for (name, as_field, as_file) in [
            ("plain", "plain", "plain"),
            ("a\"b", "a%22b", "a%22b"),
            ("a\\b", "a\\b", "a\\b"),
            ("grüße 100%", "grüße 100%", "grüße 100%"),
            ("a\nb", "a%0D%0Ab", "a%0Ab"),
            ("a\rb\r\nc", "a%0D%0Ab%0D%0Ac", "a%0Db%0D%0Ac"),
        ] {
            assert_eq!(written(name, name), expected(as_field, as_file), "{name:?}");
        }
    }
}
