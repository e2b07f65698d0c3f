//! The floating-point environment of calls: a host may round otherwise, take tiny numbers for 0, or have a division
//! by 0 raise a signal, which its new threads inherit. Rust's numbers, and those of the libraries, are defined for
//! the usual way only.

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
use std::arch::asm;

/// The host's way of calculating, put back when the value is dropped.
pub struct HostFloats {
    /// The host's control word, where that is not the usual one.
    unusual: Option<Control>,
}

#[cfg(target_arch = "x86_64")]
mod here {
    use super::asm;

    /// SSE's control word.
    pub type Control = u32;

    /// To the nearest, with all exceptions masked.
    pub const USUAL: Control = 0x1f80;
    /// Sticky flags: the exceptions that occurred so far.
    const FLAGS: Control = 0x3f;

    #[inline(always)]
    pub fn read() -> Control {
        let mut word = 0;
        // SAFETY: the word is there to be written.
        unsafe { asm!("stmxcsr [{}]", in(reg) &raw mut word, options(nostack, preserves_flags)) };
        word
    }

    #[inline(always)]
    pub fn is_usual(word: Control) -> bool {
        word & !FLAGS == USUAL
    }

    pub fn write(word: Control) {
        // SAFETY: the word was read from there, or is the one that a thread begins with.
        unsafe { asm!("ldmxcsr [{}]", in(reg) &raw const word, options(nostack, preserves_flags)) };
    }
}

#[cfg(target_arch = "aarch64")]
mod here {
    use super::asm;

    /// The floating-point control register.
    pub type Control = u64;

    /// To the nearest, with no exception trapped.
    pub const USUAL: Control = 0;

    #[inline(always)]
    pub fn read() -> Control {
        let word;
        // SAFETY: it reads a register.
        unsafe { asm!("mrs {}, fpcr", out(reg) word, options(nostack, nomem, preserves_flags)) };
        word
    }

    #[inline(always)]
    pub fn is_usual(word: Control) -> bool {
        word == USUAL
    }

    pub fn write(word: Control) {
        // SAFETY: the word was read from there, or is the one that a thread begins with.
        unsafe { asm!("msr fpcr, {}", in(reg) word, options(nostack, nomem, preserves_flags)) };
    }
}

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
mod here {
    /// Control words of other processors: nothing is known of them.
    pub type Control = ();

    pub const USUAL: Control = ();

    pub fn read() -> Control {}

    pub fn is_usual((): Control) -> bool {
        true
    }

    pub fn write((): Control) {}
}

use here::{Control, USUAL};

impl HostFloats {
    /// A host that calculates in the usual way: nothing is put back.
    pub const NONE: Self = Self { unusual: None };

    /// Has the thread calculate in the usual way until the value is dropped.
    #[inline(always)]
    pub fn set_aside() -> Self {
        let word = here::read();
        if here::is_usual(word) { Self::NONE } else { Self::set_aside_unusual(word) }
    }

    #[cold]
    fn set_aside_unusual(word: Control) -> Self {
        here::write(USUAL);
        Self { unusual: Some(word) }
    }
}

impl Drop for HostFloats {
    #[inline(always)]
    fn drop(&mut self) {
        if let Some(word) = self.unusual {
            here::write(word);
        }
    }
}

/// Has the calling thread calculate in the usual way for good.
pub fn be_usual() {
    here::write(USUAL);
}

/// For tests: 1 / 3, which lies between two numbers, by a thread that rounds upwards, and what `body` makes of it there.
#[cfg(all(test, target_arch = "x86_64"))]
pub fn rounded_upwards<R>(body: impl FnOnce() -> R) -> (f64, R) {
    here::write(USUAL | 0x4000);
    let outcome = (third(), body());
    be_usual();
    outcome
}

/// See [`rounded_upwards`].
#[cfg(all(test, target_arch = "x86_64"))]
pub fn third() -> f64 {
    use std::hint::black_box;
    black_box(1.0) / black_box(3.0)
}

#[cfg(all(test, target_arch = "x86_64"))]
mod tests {
    use super::*;

    #[test]
    fn the_hosts_way_of_calculating_is_set_aside_and_put_back() {
        let (raised, (nearest, again)) = rounded_upwards(|| {
            let aside = HostFloats::set_aside();
            let nearest = third();
            drop(aside);
            (nearest, third())
        });
        assert_eq!((nearest, raised, again), (1.0 / 3.0, f64::next_up(1.0 / 3.0), raised));
    }
}
