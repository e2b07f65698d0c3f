//! Searches, with the memory that they take: a pattern's own pool of caches, or one that is lent.

use crate::{Error, Result};
use ffi_core::memory::room_for;
use regex_automata::{
    Input,
    meta::{Cache, Regex},
    util::{iter, primitives::NonMaxUsize},
};
use std::{
    ops::Range,
    time::{Duration, Instant},
};

/// Number of groups up to which a search's memory is no matter.
const FEW_GROUPS: usize = 100;
/// The most that the memory of a search for groups may be.
const GROUPS: usize = 1 << 30;
/// The least that a state of a compiled pattern takes.
const STATE: usize = 24;
/// Number of matches found between two looks at the clock.
const UNTIMED: u32 = 64;

/// A pattern, and where its searches have their memory from.
pub struct Search<'r> {
    regex: &'r Regex,
    cache: Option<&'r mut Cache>,
    time: Option<Duration>,
}

/// The groups of a match, by their offsets: start and end of each, group 0 first.
pub struct Groups<'g>(&'g [Option<NonMaxUsize>]);

impl Groups<'_> {
    /// The group of this number, where it took part.
    pub fn get(&self, number: usize) -> Option<Range<usize>> {
        let start = self.0.get(2 * number).copied().flatten()?;
        let end = self.0.get(2 * number + 1).copied().flatten()?;
        Some(start.get()..end.get())
    }

    /// Each group.
    pub fn iter(&self) -> impl Iterator<Item = Option<Range<usize>>> + '_ {
        (0..self.0.len() / 2).map(|number| self.get(number))
    }
}

impl Groups<'_> {
    /// Start and end of each group, -1 and -1 where it took no part.
    pub fn offsets(&self) -> impl Iterator<Item = i64> + '_ {
        self.iter().flat_map(|group| match group {
            Some(group) => [group.start as i64, group.end as i64],
            None => [-1, -1],
        })
    }
}

impl<'r> Search<'r> {
    /// A search with the pattern's own pool.
    pub fn pooled(regex: &'r Regex, time: Option<Duration>) -> Self {
        Self { regex, cache: None, time }
    }

    /// A search with a cache of the pattern's.
    pub fn with_cache(regex: &'r Regex, cache: &'r mut Cache) -> Self {
        Self { regex, cache: Some(cache), time: None }
    }

    /// The pattern.
    pub fn regex(&self) -> &'r Regex {
        self.regex
    }

    /// True where there is a match.
    pub fn is_match(&mut self, text: &str) -> bool {
        match &mut self.cache {
            None => self.regex.is_match(text),
            Some(cache) => self.regex.search_half_with(cache, &Input::new(text).earliest(true)).is_some(),
        }
    }

    /// The first match from `start` on.
    pub fn find_at(&mut self, text: &str, start: usize) -> Option<Range<usize>> {
        let input = Input::new(text).range(start..);
        let found = match &mut self.cache {
            None => self.regex.search(&input),
            Some(cache) => self.regex.search_with(cache, &input),
        };
        found.map(|found| found.range())
    }

    /// The groups of the first match from `start` on, given to `visit`.
    pub fn groups_at<R>(
        &mut self,
        text: &str,
        start: usize,
        visit: impl FnOnce(Groups) -> R,
    ) -> Result<Option<R>> {
        let mut slots = self.slots()?;
        let found = self.search_slots(&Input::new(text).range(start..), &mut slots);
        Ok(found.then(|| visit(Groups(&slots))))
    }

    /// Returns the offsets of the groups of the first match from `start` on; empty where there is none.
    pub fn offsets_at(&mut self, text: &str, start: usize) -> Result<Vec<i64>> {
        Ok(self.groups_at(text, start, |groups| groups.offsets().collect())?.unwrap_or_default())
    }

    /// Gives each match to `visit`, until that says false.
    pub fn each(&mut self, text: &str, mut visit: impl FnMut(Range<usize>) -> Result<bool>) -> Result<()> {
        let mut clock = Clock::new(self.time);
        match &mut self.cache {
            None => {
                for found in self.regex.find_iter(text) {
                    clock.look()?;
                    if !visit(found.range())? {
                        break;
                    }
                }
            }
            Some(cache) => {
                let regex = self.regex;
                let mut searcher = iter::Searcher::new(Input::new(text));
                while let Some(found) = searcher.advance(|input| Ok(regex.search_with(cache, input))) {
                    clock.look()?;
                    if !visit(found.range())? {
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    /// Gives the groups of each match to `visit`, until that says false.
    pub fn each_groups(&mut self, text: &str, mut visit: impl FnMut(Groups) -> Result<bool>) -> Result<()> {
        let mut clock = Clock::new(self.time);
        let mut slots = self.slots()?;
        let mut searcher = iter::Searcher::new(Input::new(text));
        loop {
            let found = searcher.advance(|input| {
                let found = self.search_slots(input, &mut slots);
                Ok(found
                    .then(|| Groups(&slots).get(0))
                    .flatten()
                    .map(|span| regex_automata::Match::must(0, span)))
            });
            if found.is_none() {
                return Ok(());
            }
            clock.look()?;
            if !visit(Groups(&slots))? {
                return Ok(());
            }
        }
    }

    /// Room for the groups, where a search may take what it does for so many: a start and an end for each group in
    /// each state, twice.
    fn slots(&self) -> Result<Vec<Option<NonMaxUsize>>> {
        let groups = self.regex.captures_len();
        if groups > FEW_GROUPS {
            let states = self.regex.memory_usage() / STATE;
            let bytes = states.saturating_mul(groups).saturating_mul(4 * size_of::<usize>());
            if bytes > GROUPS {
                return Err(Error::Groups { groups, mib: bytes >> 20 });
            }
            room_for(bytes)?;
        }
        Ok(vec![None; 2 * groups])
    }

    fn search_slots(&mut self, input: &Input, slots: &mut [Option<NonMaxUsize>]) -> bool {
        let found = match &mut self.cache {
            None => self.regex.search_slots(input, slots),
            Some(cache) => self.regex.search_slots_with(cache, input, slots),
        };
        found.is_some()
    }
}

/// The time that all matches together may take. Each one takes time in proportion to the text, so that the clock is
/// looked at between them.
struct Clock {
    limit: Option<(Instant, Duration)>,
    left: u32,
    last: Option<Instant>,
}

impl Clock {
    fn new(time: Option<Duration>) -> Self {
        let limit = time.map(|time| (Instant::now(), time));
        Self { limit, left: 0, last: None }
    }

    fn look(&mut self) -> Result<()> {
        let Some((start, time)) = self.limit else { return Ok(()) };
        if self.left > 0 {
            self.left -= 1;
            return Ok(());
        }
        let now = Instant::now();
        if now.duration_since(start) > time {
            return Err(Error::TimedOut(time.as_millis()));
        }
        // Where matches come slowly, each one is looked at.
        let quick = self.last.is_some_and(|last| now.duration_since(last) < Duration::from_millis(1));
        self.left = if quick { UNTIMED } else { 0 };
        self.last = Some(now);
        Ok(())
    }
}
