//! The import of AssemblyScript's modules: `abort`, by which they end themselves with a message.

use super::host::Host;
use wasmtime::{Caller, Error, Extern, Linker};

/// The longest text of a message that is shown, in bytes.
const LONGEST: usize = 1000;

/// Links `abort`, which is a trap with its message.
pub fn link(linker: &mut Linker<Host>) -> wasmtime::Result<()> {
    linker.func_wrap(
        "env",
        "abort",
        |mut caller: Caller<'_, Host>,
         message: i32,
         file: i32,
         line: i32,
         column: i32|
         -> wasmtime::Result<()> {
            let memory = caller.get_export("memory").and_then(Extern::into_memory);
            let data = memory.as_ref().map_or(&[][..], |memory| memory.data(&caller));
            let said = text(data, message).unwrap_or_else(|| "without a message".into());
            let file = text(data, file).unwrap_or_else(|| "unknown".into());
            Err(Error::msg(format!("it aborted: {said} ({file}:{line}:{column})")))
        },
    )?;
    Ok(())
}

/// The string at `place`: UTF-16, with its size in bytes before it.
fn text(data: &[u8], place: i32) -> Option<String> {
    let place = place as u32 as usize;
    let size = data.get(place.checked_sub(4)?..place)?;
    let size = u32::from_le_bytes(size.try_into().ok()?) as usize;
    let text = data.get(place..place.checked_add(size)?)?;
    let units = text[..size.min(LONGEST)].chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
    let shown = char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER));
    Some(shown.map(|c| if c.is_control() { ' ' } else { c }).collect())
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_string_is_read_within_its_memory() {
        let mut data = vec![0; 32];
        data[4] = 6;
        data[8..14].copy_from_slice(&[b'n', 0, 0xe9, 0, b'\n', 0]);
        assert_eq!(text(&data, 8).unwrap(), "n\u{e9} ");
        assert_eq!(text(&data, 20).unwrap(), "");
        data[4..8].fill(0xff);
        for place in [-1, 0, 3, 8, 33] {
            assert_eq!(text(&data, place), None, "{place}");
        }
    }
}
