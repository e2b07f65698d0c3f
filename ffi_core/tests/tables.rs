//! A table against a plain map: whatever is done in whatever order, both say the same.

#![cfg(not(loom))]
#![allow(missing_docs)]

use ffi_core::{Children, Kind, children::AdoptError, from_c::Param, handle, handle::Handle, object};
use proptest::prelude::*;
use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
};

static ALIVE: AtomicI64 = AtomicI64::new(0);

struct Number(u32);

impl Number {
    fn insert(number: u32) -> i64 {
        ALIVE.fetch_add(1, Ordering::Relaxed);
        handle::insert(Arc::new(Self(number)))
    }
}

impl Drop for Number {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, Ordering::Relaxed);
    }
}

object!(Number, Kind::Test);

#[allow(unsafe_code)]
fn parameter(handle: i64) -> Handle<Number> {
    // SAFETY: an integer parameter asks nothing of its argument.
    unsafe { Handle::from_c(handle, "handle") }.expect("looked up later")
}

#[derive(Debug, Clone)]
enum Step {
    Insert(u32),
    Free(usize),
    Read(usize),
    Wild(i64),
    FreeMany(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => any::<u32>().prop_map(Step::Insert),
        3 => any::<usize>().prop_map(Step::Free),
        4 => any::<usize>().prop_map(Step::Read),
        1 => any::<i64>().prop_map(Step::Wild),
        1 => (0..5usize).prop_map(Step::FreeMany),
    ]
}

/// The tests of this file share one table: one at a time.
static ONE: Mutex<()> = Mutex::new(());

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn same_as_a_map(steps in proptest::collection::vec(step(), 1..400)) {
        let _one = ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let mut map: HashMap<i64, u32> = HashMap::new();
        let mut given: Vec<i64> = Vec::new();
        let before = handle::live();
        for step in steps {
            match step {
                Step::Insert(number) => {
                    let handle = Number::insert(number);
                    prop_assert!(handle > 0 && handle < 1 << 53);
                    prop_assert!(!given.contains(&handle), "a number given out twice");
                    given.push(handle);
                    map.insert(handle, number);
                }
                Step::Free(any) if !given.is_empty() => {
                    let handle = given[any % given.len()];
                    let freed = parameter(handle).take().map(|number| number.0).ok();
                    prop_assert_eq!(freed, map.remove(&handle));
                }
                Step::Read(any) if !given.is_empty() => {
                    let handle = given[any % given.len()];
                    let read = parameter(handle).get().map(|number| number.0).ok();
                    prop_assert_eq!(read, map.get(&handle).copied());
                }
                Step::Wild(number) => {
                    let read = parameter(number).get().map(|number| number.0).ok();
                    prop_assert_eq!(read, map.get(&number).copied());
                }
                Step::FreeMany(count) => {
                    let chosen: Vec<i64> = map.keys().copied().take(count).collect();
                    for handle in &chosen {
                        map.remove(handle);
                    }
                    // Twice the same is once.
                    let twice = chosen.iter().chain(&chosen).copied();
                    prop_assert_eq!(handle::free_all::<Number>(twice), chosen.len());
                }
                Step::Free(_) | Step::Read(_) => {}
            }
            prop_assert_eq!(handle::live() - before, map.len() as i64);
            prop_assert_eq!(ALIVE.load(Ordering::Relaxed), map.len() as i64);
        }
        handle::free_all::<Number>(map.into_keys());
        prop_assert_eq!(ALIVE.load(Ordering::Relaxed), 0);
    }
}

/// A slot is used over and over until its generations run out, and then never again: no number comes back.
#[test]
fn a_number_never_comes_back() {
    let _one = ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let slot = |handle: i64| handle & 0xff_ffff;
    let first = Number::insert(0);
    drop(parameter(first).take());
    let mut last = first;
    let (mut uses, mut rounds) = (0u32, 0u32);
    let next_slot = loop {
        let handle = Number::insert(0);
        drop(parameter(handle).take());
        uses += 1;
        if slot(handle) != slot(last) {
            break handle;
        }
        // From a random one on to the highest, then from the lowest: a number that came back would be a third round.
        rounds += u32::from(handle < last);
        assert!(handle != last && rounds <= 1 && (rounds == 0 || handle < first));
        last = handle;
    };
    assert!(uses > 8_000_000 && uses < 1 << 23);
    assert_ne!(slot(next_slot), slot(first));
    assert!(parameter(first).get().is_err() && parameter(last).get().is_err());
}

/// A million objects of one kind are alive at once, each under a number of its own.
#[test]
fn a_million_live_objects() {
    let _one = ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let handles: Vec<i64> = (0..1_000_000).map(Number::insert).collect();
    for (i, &handle) in handles.iter().enumerate().step_by(997) {
        assert_eq!(parameter(handle).get().map(|number| number.0).ok(), Some(i as u32));
    }
    assert_eq!(handle::free_all::<Number>(handles.iter().copied()), handles.len());
    assert_eq!(handles.into_iter().collect::<HashSet<_>>().len(), 1_000_000);
}

/// An object gets its handle before it is anybody's; where it does not come, the number is not lost, nor alive.
#[test]
fn an_object_may_know_its_handle() {
    let _one = ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let mut told = 0;
    let broken = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        handle::insert_with::<Number>(|handle| {
            told = handle;
            assert!(parameter(handle).get().is_err());
            panic!("no object");
        })
    }));
    assert!(broken.is_err() && parameter(told).get().is_err());
    let handle = handle::insert_with(|handle| {
        ALIVE.fetch_add(1, Ordering::Relaxed);
        Arc::new(Number(handle as u32))
    });
    assert_eq!((handle, parameter(handle).get().map(|number| number.0).ok()), (told, Some(told as u32)));
    assert!(parameter(handle).take().is_ok());
}

/// A parent's children go with it, and none comes afterwards.
#[test]
fn children_go_with_their_parent() {
    let _one = ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let children = Children::<Number>::default();
    let child = |number: u32| {
        let made = children.adopt(|_| {
            ALIVE.fetch_add(1, Ordering::Relaxed);
            Arc::new(Number(number))
        });
        made.map(|child| child.handle())
    };
    let handles = [1, 2, 3, 4].map(|number| child(number).unwrap());
    assert!(parameter(handles[0]).take().is_ok());
    children.forget(handles[0]);
    assert_eq!(children.free_if(|number| number.0 == 3), 1);
    assert!(parameter(handles[2]).get().is_err() && parameter(handles[3]).get().is_ok());
    assert_eq!((children.handles().len(), children.close()), (2, 2));
    assert!(handles.iter().all(|&handle| parameter(handle).get().is_err()));
    assert_eq!(child(5), Err(AdoptError::Closed("parent")));
    assert_eq!(ALIVE.load(Ordering::Relaxed), 0);
}

/// Deep in its own calls a thread runs out of hazards; it goes on by reference count.
#[test]
fn more_in_use_than_hazards() {
    let _one = ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let handles: Vec<i64> = (0..50).map(Number::insert).collect();
    let guards: Vec<_> = handles
        .iter()
        .map(|&handle| parameter(handle).get().unwrap_or_else(|error| panic!("{error}")))
        .collect();
    assert_eq!(handle::free_all::<Number>(handles.iter().copied()), 50);
    assert_eq!(ALIVE.load(Ordering::Relaxed), 50, "all in use");
    for (i, guard) in guards.iter().enumerate() {
        assert_eq!(guard.0, i as u32);
    }
    drop(guards);
    assert_eq!(ALIVE.load(Ordering::Relaxed), 0, "dropped with their last use");
}

/// A thread's destructors may still call: it has no record any more then.
#[test]
fn calls_from_a_threads_destructors() {
    let _one = ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    struct AtExit(std::cell::Cell<i64>);
    impl Drop for AtExit {
        fn drop(&mut self) {
            let handle = parameter(self.0.get());
            assert_eq!(handle.get().map(|number| number.0).ok(), Some(9));
            assert!(handle.take().is_ok());
        }
    }
    thread_local!(static AT_EXIT: AtExit = const { AtExit(std::cell::Cell::new(0)) });
    let handle = Number::insert(9);
    // Registered before the thread's record, so destroyed after it; and the other way round.
    for early in [true, false] {
        let handle = if early { handle } else { Number::insert(9) };
        std::thread::spawn(move || {
            if !early {
                assert!(parameter(handle).get().is_ok());
            }
            AT_EXIT.with(|at_exit| at_exit.0.set(handle));
            assert!(parameter(handle).get().is_ok());
        })
        .join()
        .unwrap();
        assert!(parameter(handle).get().is_err());
    }
    assert_eq!(ALIVE.load(Ordering::Relaxed), 0);
}

/// Each kind of wrong number has a message of its own.
#[test]
fn errors_name_the_number() {
    let _one = ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let handle = Number::insert(1);
    let said = |number: i64| parameter(number).get().err().map(|error| error.to_string()).unwrap_or_default();
    assert_eq!(said(handle), "");
    assert_eq!(said(0), "`handle` is 0, which was never the handle of a test object");
    assert_eq!(said(-5), "`handle` is -5, which was never the handle of a test object");
    let regex = 1i64 << 47 | 1 << 24;
    assert_eq!(said(regex), format!("`handle` is {regex}, the handle of a regex and not of a test object"));
    drop(parameter(handle).take());
    assert_eq!(said(handle), format!("`handle` is {handle}, a test object that was freed"));
    let seen: HashSet<String> = [0, -5, regex, handle].map(said).into();
    assert_eq!(seen.len(), 4);
}
