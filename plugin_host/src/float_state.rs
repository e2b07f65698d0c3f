//! The calling thread's floating-point state: code that was linked with `-ffast-math` changes it as soon as it is
//! loaded, and then every small number of the host's is 0 on that thread.

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
use std::arch::asm;

/// Rounding, and what becomes of numbers near 0, put back when the value is dropped.
pub struct FloatState {
    /// SSE's control word, or all of AArch64's.
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    control: u64,
    #[cfg(target_arch = "x86_64")]
    x87: u16,
}

#[cfg(target_arch = "x86_64")]
impl FloatState {
    /// Flags of what happened so far: they are left as they become.
    const FLAGS: u32 = 0x3f;

    pub fn keep() -> Self {
        Self { control: u64::from(Self::mxcsr() & !Self::FLAGS), x87: Self::x87() }
    }

    fn x87() -> u16 {
        let mut word = 0u16;
        // SAFETY: the word is there to be written.
        unsafe { asm!("fnstcw [{}]", in(reg) &raw mut word, options(nostack, preserves_flags)) };
        word
    }

    fn mxcsr() -> u32 {
        let mut word = 0u32;
        // SAFETY: the word is there to be written.
        unsafe { asm!("stmxcsr [{}]", in(reg) &raw mut word, options(nostack, preserves_flags)) };
        word
    }

    /// Reading costs less than writing.
    fn put_back(&self) {
        let now = Self::mxcsr();
        let word = self.control as u32 | now & Self::FLAGS;
        // SAFETY: both words are such as they were, and no code of this function calculates.
        unsafe {
            if word != now {
                asm!("ldmxcsr [{}]", in(reg) &raw const word, options(nostack, preserves_flags));
            }
            if self.x87 != Self::x87() {
                asm!("fldcw [{}]", in(reg) &raw const self.x87, options(nostack, preserves_flags));
            }
        }
    }
}

#[cfg(target_arch = "aarch64")]
impl FloatState {
    pub fn keep() -> Self {
        let control;
        // SAFETY: it reads a register.
        unsafe { asm!("mrs {}, fpcr", out(reg) control, options(nostack, nomem, preserves_flags)) };
        Self { control }
    }

    fn put_back(&self) {
        // SAFETY: the register gets what it had, and no code of this function calculates.
        unsafe { asm!("msr fpcr, {}", in(reg) self.control, options(nostack, nomem, preserves_flags)) };
    }
}

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
impl FloatState {
    pub fn keep() -> Self {
        Self {}
    }

    fn put_back(&self) {}
}

impl Drop for FloatState {
    fn drop(&mut self) {
        self.put_back();
    }
}

#[cfg(all(test, target_arch = "x86_64"))]
mod tests {
    use super::*;

    #[test]
    fn what_foreign_code_changes_is_put_back() {
        let half = || std::hint::black_box(1e-310f64) / std::hint::black_box(2.0);
        let before = FloatState::mxcsr() & !FloatState::FLAGS;
        {
            let _kept = FloatState::keep();
            // Flushes results and operands to 0, and rounds up.
            let word = before | 0x8040 | 0x4000;
            let x87 = 0x0b7fu16;
            // SAFETY: words that the processor takes.
            unsafe {
                asm!("ldmxcsr [{}]", in(reg) &raw const word, options(nostack));
                asm!("fldcw [{}]", in(reg) &raw const x87, options(nostack));
            }
            assert_eq!(half(), 0.0);
        }
        assert_eq!((half(), FloatState::mxcsr() & !FloatState::FLAGS), (5e-311, before));
        assert_eq!(FloatState::keep().x87, 0x037f);
    }
}
