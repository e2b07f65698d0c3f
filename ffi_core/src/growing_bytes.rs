//! Bytes that are collected where C gets them: for those so many that a copy on their way out would count.

use crate::{
    array::{HEADER, RtBytes},
    into_c::Return,
    large_block,
    memory::{OutOfMemory, reserve},
    record::Abi,
};
use std::{
    mem::{ManuallyDrop, MaybeUninit},
    ops::Deref,
    slice,
};

const WORD: usize = size_of::<usize>();
const HEADER_WORDS: usize = HEADER / WORD;

/// Bytes that grow at their end.
pub struct GrowingBytes {
    /// The header's place, and the bytes behind it; what the last word has beyond them is zero.
    words: ManuallyDrop<Vec<usize>>,
    len: usize,
}

impl Default for GrowingBytes {
    fn default() -> Self {
        Self { words: ManuallyDrop::new(Vec::new()), len: 0 }
    }
}

impl GrowingBytes {
    /// Makes room for `more` bytes.
    pub fn reserve(&mut self, more: usize) -> Result<(), OutOfMemory> {
        if self.words.is_empty() {
            let block = large_block::take(HEADER.saturating_add(more))?;
            // SAFETY: the block begins with its size, a multiple of a word's, and was allocated as a vector of words
            // would be; the header is written.
            unsafe {
                block.add(1).write(0);
                let words = Vec::from_raw_parts(block, HEADER_WORDS, block.read() / WORD);
                self.words = ManuallyDrop::new(words);
            }
            return Ok(());
        }
        let needed = HEADER.saturating_add(self.len).saturating_add(more).div_ceil(WORD);
        let more = needed.saturating_sub(self.words.len());
        reserve(&mut self.words, more).map_err(|error| OutOfMemory { bytes: error.bytes })
    }

    /// Appends what `fill` puts at the beginning of the room that was made, at most `most` bytes of it: what it gives
    /// back. Nothing where it gives another place back.
    pub fn fill<E>(
        &mut self,
        most: usize,
        fill: impl FnOnce(&mut [MaybeUninit<u8>]) -> Result<&mut [u8], E>,
    ) -> Result<usize, E> {
        if self.words.is_empty() {
            return Ok(0);
        }
        let room = (self.words.capacity() * WORD - HEADER - self.len).min(most);
        // SAFETY: so much of the vector's memory lies behind the bytes.
        let spare = unsafe {
            let begin = self.words.as_mut_ptr().cast::<MaybeUninit<u8>>().add(HEADER + self.len);
            slice::from_raw_parts_mut(begin, room)
        };
        let begin = spare.as_ptr().addr();
        let filled = fill(spare)?;
        let count = if filled.as_ptr().addr() == begin { filled.len().min(room) } else { 0 };
        self.len += count;
        self.end();
        Ok(count)
    }

    /// Appends a copy.
    pub fn extend(&mut self, bytes: &[u8]) -> Result<(), OutOfMemory> {
        self.reserve(bytes.len())?;
        let _ = self.fill(bytes.len(), |room| {
            Ok::<_, ()>(room.get_mut(..bytes.len()).map_or(&mut [], |room| room.write_copy_of_slice(bytes)))
        });
        Ok(())
    }

    /// Takes the words in that the bytes reach into.
    fn end(&mut self) {
        let end = HEADER + self.len;
        let words = end.div_ceil(WORD);
        // SAFETY: the capacity is whole words, so that the last one has room; all before it was written.
        unsafe {
            self.words.as_mut_ptr().cast::<u8>().add(end).write_bytes(0, words * WORD - end);
            self.words.set_len(words);
        }
    }
}

impl Deref for GrowingBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        if self.words.is_empty() {
            return &[];
        }
        // SAFETY: so many bytes were written behind the header.
        unsafe { slice::from_raw_parts(self.words.as_ptr().cast::<u8>().add(HEADER), self.len) }
    }
}

impl From<&[u8]> for GrowingBytes {
    /// A copy; ends the call where there is no memory for it.
    fn from(bytes: &[u8]) -> Self {
        let mut grown = Self::default();
        if let Err(error) = grown.extend(bytes) {
            crate::memory::fail(error.bytes);
        }
        grown
    }
}

impl Drop for GrowingBytes {
    fn drop(&mut self) {
        if !self.words.is_empty() {
            self.words[0] = self.words.capacity() * WORD;
            // SAFETY: a block of so many bytes, which is nobody else's.
            unsafe { large_block::give_back(self.words.as_mut_ptr()) }
        }
    }
}

impl Return for GrowingBytes {
    type C = RtBytes;
    const ABI: Abi = <Vec<u8> as Return>::ABI;
    const BY_VALUE: bool = true;
    fn failure() -> RtBytes {
        RtBytes::EMPTY
    }
    fn into_c(self) -> RtBytes {
        if self.len == 0 {
            return RtBytes::EMPTY;
        }
        let mut given = ManuallyDrop::new(self);
        given.words[0] = given.words.capacity() * WORD;
        given.words[1] = given.len;
        // SAFETY: behind the header.
        let data = unsafe { given.words.as_mut_ptr().cast::<u8>().add(HEADER) };
        RtBytes { data, len: given.len as i64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{array::release, from_c::OwnedArray};

    #[test]
    fn bytes_grow_by_pieces_of_any_length_and_go_out_as_they_are() {
        let pieces = [1, 7, 8, 9, 0, 300_000, 3, 5 << 20, 13];
        let mut bytes = GrowingBytes::default();
        let mut expected = Vec::new();
        for (number, &length) in pieces.iter().enumerate() {
            let piece: Vec<u8> = (0..length).map(|i| (i * 7 + number) as u8).collect();
            bytes.extend(&piece).unwrap();
            expected.extend(piece);
            assert!(bytes[..] == expected[..], "{number}");
        }
        let out = bytes.into_c();
        // SAFETY: an array of so many bytes.
        assert!(unsafe { slice::from_raw_parts(out.data, out.len as usize) } == &expected[..]);
        release(OwnedArray(out.data));
        assert!(GrowingBytes::default().into_c().data.is_null());
    }

    #[test]
    fn only_the_room_itself_is_filled() {
        let mut bytes = GrowingBytes::from(&b"ab"[..]);
        bytes.reserve(8).unwrap();
        let other: &'static mut [u8] = Box::leak(Box::new([9, 9]));
        assert_eq!(bytes.fill(8, |_| Ok::<_, ()>(other)), Ok(0));
        assert_eq!(bytes.fill(8, |_| Err(7)), Err(7));
        assert_eq!(bytes.fill(2, |room| Ok::<_, ()>(room.write_copy_of_slice(b"cd"))), Ok(2));
        assert_eq!(&bytes[..], b"abcd");
        assert!(GrowingBytes::default().reserve(1 << 62).is_err());
    }
}
