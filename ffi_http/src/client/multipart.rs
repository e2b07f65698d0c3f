//! Forms with a file, as browsers send them (WHATWG HTML, "multipart/form-data encoding algorithm").

/// What comes before the file.
pub fn head(boundary: &str, field: &str, file: &str, content_type: &str) -> String {
    format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: {content_type}\r\n\r\n",
        escape(&with_newlines(field)),
        escape(file)
    )
}

/// What comes after it.
pub fn tail(boundary: &str) -> String {
    format!("\r\n--{boundary}--\r\n")
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
        let written = |field, file| head("b", field, file, "t/t");
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
