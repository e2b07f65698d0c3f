//! A loop's queue of events.

use crate::event::Event;
use std::collections::VecDeque;

/// Most events that wait for a host that does not take them.
pub const MOST: usize = 65_536;

/// Bounded: when it is full, motion that a newer event outdates goes first, and then the oldest event.
#[derive(Default)]
pub struct Queue {
    events: VecDeque<Event>,
    /// True where no event outdates its predecessor.
    is_merged: bool,
}

impl Queue {
    /// Takes an event in.
    pub fn push(&mut self, event: Event) {
        if self.events.len() >= MOST {
            self.push_full(event);
        } else {
            self.is_merged = false;
            self.events.push_back(event);
        }
    }

    /// The oldest event.
    pub fn pop(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    fn push_full(&mut self, event: Event) {
        if !self.is_merged {
            self.merge();
        }
        if self.events.back_mut().is_some_and(|last| last.coalesce(&event)) {
            return;
        }
        if self.events.len() >= MOST {
            self.events.pop_front();
        }
        self.events.push_back(event);
    }

    /// Makes one event of each run of motion.
    fn merge(&mut self) {
        let mut kept: VecDeque<Event> = VecDeque::with_capacity(self.events.len());
        for event in self.events.drain(..) {
            if !kept.back_mut().is_some_and(|last| last.coalesce(&event)) {
                kept.push_back(event);
            }
        }
        self.events = kept;
        self.is_merged = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::EventKind;

    fn event(kind: EventKind) -> Event {
        Event { window: 1, kind, modifiers: 0, time: 0 }
    }

    fn moved(x: usize) -> Event {
        event(EventKind::MouseMoved { x: x as f64, y: 0.0 })
    }

    fn drain(mut queue: Queue) -> Vec<Event> {
        std::iter::from_fn(|| queue.pop()).collect()
    }

    #[test]
    fn below_the_bound_nothing_is_merged() {
        let mut queue = Queue::default();
        (0..MOST).for_each(|x| queue.push(moved(x)));
        assert_eq!(drain(queue), (0..MOST).map(moved).collect::<Vec<_>>());
    }

    #[test]
    fn motion_goes_before_anything_else() {
        let mut queue = Queue::default();
        queue.push(event(EventKind::CloseRequested));
        for x in 0..2 * MOST {
            queue.push(moved(x));
            if x % 1000 == 999 {
                queue.push(event(EventKind::Redraw));
            }
        }
        let left = drain(queue);
        assert_eq!(left[0], event(EventKind::CloseRequested));
        assert_eq!(left.iter().filter(|event| event.kind == EventKind::Redraw).count(), 2 * MOST / 1000);
        assert_eq!(left.last(), Some(&moved(2 * MOST - 1)));
        assert!(left.len() <= MOST);
    }

    #[test]
    fn motion_that_steers_is_added_up() {
        let mut queue = Queue::default();
        (0..MOST + 2).for_each(|_| queue.push(event(EventKind::MouseMotion { x: 1.0, y: -2.0 })));
        let sum = |count: usize| event(EventKind::MouseMotion { x: count as f64, y: -2.0 * count as f64 });
        assert_eq!(drain(queue), [sum(MOST + 1), sum(1)]);
    }

    #[test]
    fn the_oldest_goes_where_there_is_no_motion() {
        let key = |code| {
            event(EventKind::Key(crate::event::Key { scancode: 0, code, pressed: true, repeat: false }))
        };
        let mut queue = Queue::default();
        (0..MOST as i64 + 3).for_each(|code| queue.push(key(code)));
        let left = drain(queue);
        assert_eq!(left.len(), MOST);
        assert_eq!((&left[0], left.last()), (&key(3), Some(&key(MOST as i64 + 2))));
    }

    #[test]
    fn motion_of_another_window_or_finger_stays() {
        let finger = |finger| {
            event(EventKind::Touch(crate::event::Touch {
                finger,
                phase: crate::event::TOUCH_MOVED,
                x: 0.0,
                y: 0.0,
            }))
        };
        let elsewhere = Event { window: 2, ..moved(0) };
        let mut queue = Queue::default();
        [moved(1), elsewhere.clone(), finger(1), finger(2), finger(2)]
            .into_iter()
            .for_each(|e| queue.push(e));
        (0..MOST).for_each(|_| queue.push(moved(7)));
        let mut left = drain(queue);
        // What came after the merge waits as it came.
        left.dedup();
        assert_eq!(left, [moved(1), elsewhere, finger(1), finger(2), moved(7)]);
    }
}
