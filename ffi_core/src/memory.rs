//! Memory for results whose size the input decides: where there is none, the call fails instead of the process.

/// There is no memory for a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("out of memory: the result takes {bytes} bytes or more")]
pub struct OutOfMemory {
    /// What it takes, as far as it had come.
    pub bytes: usize,
}

/// Makes room for `more` items.
#[inline]
pub fn reserve<T>(items: &mut Vec<T>, more: usize) -> Result<(), OutOfMemory> {
    if items.capacity() - items.len() >= more {
        return Ok(());
    }
    let grown = items.try_reserve(more).or_else(|_| items.try_reserve_exact(more));
    grown.map_err(|_| OutOfMemory { bytes: items.len().saturating_add(more).saturating_mul(size_of::<T>()) })
}

/// Makes room for `more` bytes.
#[inline]
pub fn reserve_text(text: &mut String, more: usize) -> Result<(), OutOfMemory> {
    if text.capacity() - text.len() >= more {
        return Ok(());
    }
    let grown = text.try_reserve(more).or_else(|_| text.try_reserve_exact(more));
    grown.map_err(|_| OutOfMemory { bytes: text.len().saturating_add(more) })
}

/// The items, collected.
pub fn collect<T>(items: impl Iterator<Item = T>) -> Result<Vec<T>, OutOfMemory> {
    let mut collected = Vec::new();
    for item in items {
        reserve(&mut collected, 1)?;
        collected.push(item);
    }
    Ok(collected)
}

/// Fails where so many bytes cannot be had now: before a library begins that ends the process for want of memory.
pub fn room_for(bytes: usize) -> Result<(), OutOfMemory> {
    let mut probe = Vec::<u8>::new();
    probe.try_reserve_exact(bytes).map_err(|_| OutOfMemory { bytes })?;
    // Else the compiler does without.
    std::hint::black_box(&probe);
    Ok(())
}

/// The most that each value in a JSON text may take while the text becomes values: a list's values once more while
/// it grows, and the least room of a list or an object of its own.
const JSON_VALUE: usize = 512;

/// Fails where the values of a JSON text may not find room in memory: some texts' take two hundred times their size.
pub fn room_for_json(text: &str) -> Result<(), OutOfMemory> {
    let begins_value = |byte: &u8| matches!(byte, b',' | b':' | b'[' | b'{');
    let values = text.as_bytes().iter().filter(|byte| begins_value(byte)).count() + 1;
    room_for(values.saturating_mul(JSON_VALUE).saturating_add(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_memory_holds_is_an_error_with_its_size() {
        let mut text = String::from("abc");
        assert_eq!(reserve_text(&mut text, 1 << 62), Err(OutOfMemory { bytes: (1 << 62) + 3 }));
        assert_eq!(text, "abc");
        let mut items = vec![1u64];
        assert_eq!(reserve(&mut items, 1 << 59), Err(OutOfMemory { bytes: 8 * ((1 << 59) + 1) }));
        assert_eq!(room_for(1 << 62), Err(OutOfMemory { bytes: 1 << 62 }));
        assert_eq!((room_for(1 << 20), room_for_json("[{\"a\": [1, 2]}]")), (Ok(()), Ok(())));
        assert_eq!(collect(0..1000).map(|items| items.len()), Ok(1000));
    }
}
