//! Memory for results whose size the input decides: where there is none, the call fails instead of the process.

/// There is no memory for a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("out of memory: the result takes {bytes} bytes or more")]
pub struct OutOfMemory {
    /// Bytes that the result takes, as far as it had come.
    pub bytes: usize,
}

impl From<OutOfMemory> for std::io::Error {
    fn from(error: OutOfMemory) -> Self {
        Self::new(std::io::ErrorKind::OutOfMemory, error)
    }
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
    reserve(&mut collected, items.size_hint().0)?;
    for item in items {
        reserve(&mut collected, 1)?;
        collected.push(item);
    }
    Ok(collected)
}

/// The items, copied.
pub fn copy<T: Copy>(items: &[T]) -> Result<Vec<T>, OutOfMemory> {
    let mut copied = Vec::new();
    reserve(&mut copied, items.len())?;
    copied.extend_from_slice(items);
    Ok(copied)
}

/// Fails where so many bytes cannot be had now: before a library begins that ends the process for want of memory.
pub fn room_for(bytes: usize) -> Result<(), OutOfMemory> {
    let mut probe = Vec::<u8>::new();
    probe.try_reserve_exact(bytes).map_err(|_| OutOfMemory { bytes })?;
    // Else the compiler does without.
    std::hint::black_box(&probe);
    Ok(())
}

/// Memory of a call whose attribute gives no other figure, as a multiple of the size of its arguments: a copy, and
/// one that grows.
pub const TIMES: usize = 3;
/// The largest size that is not asked for: the [reserve](crate::reserve) has it.
const LITTLE: usize = 64 << 10;
/// Bytes that a call may take beside, in small pieces.
const MARGIN: usize = 256 << 10;

/// Fails where a call that was given so many bytes may not find `times` as many.
#[inline(always)]
pub fn room_for_input(bytes: usize, times: usize) -> Result<(), OutOfMemory> {
    if bytes <= LITTLE { Ok(()) } else { room_for(bytes.saturating_mul(times).saturating_add(MARGIN)) }
}

/// Bytes that each of several texts takes beside its own, as a header field or a pattern of a set.
const OF_A_TEXT: usize = 128;

/// Returns the bytes that `texts` take.
pub fn of_texts(texts: &[&str]) -> usize {
    texts.iter().map(|text| text.len() + OF_A_TEXT).sum()
}

/// Like [`room_for_input`] with a factor of 1, where a call's type has no error for want of memory.
#[inline]
pub fn require(bytes: usize) {
    if let Err(error) = room_for_input(bytes, 1) {
        fail(error.bytes);
    }
}

/// Adds an item, where a call's type has no error for want of memory.
#[inline]
pub fn push<T>(items: &mut Vec<T>, item: T) {
    if let Err(error) = reserve(items, 1) {
        fail(error.bytes);
    }
    items.push(item);
}

/// Ends a call where a result has no memory and its type no error: the guard makes one of it.
#[cold]
pub fn fail(bytes: usize) -> ! {
    std::panic::panic_any(OutOfMemory { bytes })
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
        assert_eq!((room_for(1 << 20), room_for_input(1 << 20, 8)), (Ok(()), Ok(())));
        assert!(room_for_input(1 << 60, 4).is_err() && room_for_input(LITTLE, usize::MAX).is_ok());
        assert_eq!(of_texts(&["a", "bcd"]), 4 + 2 * OF_A_TEXT);
        assert_eq!(collect(0..1000).map(|items| items.len()), Ok(1000));
        assert_eq!(copy(&[1, 2]), Ok(vec![1, 2]));
    }
}
