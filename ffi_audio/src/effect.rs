//! Effects on their way to a playback, and how they change without a click.

/// An effect that comes and goes without a click.
pub trait Effect {
    /// Goes on with the numbers of `other` where it can; false where it is to be replaced by it.
    fn adopt(&mut self, other: &Self) -> bool;
    /// Begins to take in a sound that is being heard.
    fn begin(&mut self);
    /// Begins to fall silent.
    fn release(&mut self);
    /// True once it has.
    fn is_silent(&self) -> bool;
}

/// An effect on its way to the mixing thread, which swaps it for the one that it had: it must not free it.
/// That one goes with the next change or with the playback.
pub struct Change<T> {
    is_new: bool,
    effect: Option<Box<T>>,
}

impl<T> Default for Change<T> {
    fn default() -> Self {
        Self { is_new: false, effect: None }
    }
}

impl<T: Effect> Change<T> {
    /// A change to another effect, or to none.
    pub fn new(effect: Option<T>) -> Self {
        Self { is_new: true, effect: effect.map(Box::new) }
    }

    /// Puts what was changed, if it was, into `effect`. False where one that is heard has to fall silent first, within
    /// some milliseconds: to be called again until then.
    pub fn take(&mut self, effect: &mut Option<Box<T>>, is_heard: bool) -> bool {
        if !self.is_new {
            return true;
        }
        let sounding = effect.as_mut().filter(|effect| is_heard && !effect.is_silent());
        match (&mut self.effect, sounding) {
            // It goes with the playback or the next effect.
            (None, Some(sounding)) => sounding.release(),
            (Some(other), Some(sounding)) => {
                if !sounding.adopt(other) {
                    sounding.release();
                    return false;
                }
            }
            (other, None) => {
                if is_heard {
                    other.iter_mut().for_each(|other| other.begin());
                }
                let adopted =
                    effect.as_mut().zip(other.as_ref()).is_some_and(|(effect, other)| effect.adopt(other));
                if !adopted {
                    std::mem::swap(effect, other);
                }
            }
        }
        self.is_new = false;
        true
    }
}
