//! The handle tables under the model checker: every interleaving of small programs, up to a bound on
//! preemptions. Run with `cargo xtask test`, or
//! `RUSTFLAGS="--cfg loom" cargo test -p ffi_core --test loom --release`.

#![cfg(loom)]
#![allow(missing_docs)]

use ffi_core::{
    handle::{
        hazard::{Domain, Reclaim, Record},
        table::Table,
    },
    kind::Kind,
};
use loom::{
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};
use std::sync::Arc;

/// Counts how often its objects are dropped.
#[derive(Clone)]
struct Drops(Arc<AtomicUsize>);

struct Object {
    drops: Drops,
    name: usize,
}

impl Drop for Object {
    fn drop(&mut self) {
        self.drops.0.fetch_add(1, Ordering::SeqCst);
    }
}

impl Drops {
    fn count(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

struct World {
    domain: &'static Domain,
    table: &'static Table<Object>,
    drops: Drops,
}

impl World {
    fn new(reclaim: Reclaim) -> Arc<Self> {
        Arc::new(Self {
            domain: Box::leak(Box::new(Domain::new())),
            table: Box::leak(Box::new(Table::new(Kind::Test, reclaim))),
            drops: Drops(Arc::new(AtomicUsize::new(0))),
        })
    }

    fn insert(&self, name: usize) -> i64 {
        self.table.insert(Arc::new(Object { drops: self.drops.clone(), name }))
    }

    /// Looks `handle` up and uses it; the name of the object, if it was alive.
    fn read(&self, record: &'static Record, handle: i64) -> Option<usize> {
        self.table.get(Some(record), handle).map(|guard| guard.name)
    }

    fn free(&self, record: &'static Record, handle: i64) -> bool {
        let Some(removed) = self.table.remove(handle) else { return false };
        self.domain.retire_one(Some(record), removed.into_garbage(), self.table.reclaim());
        true
    }

    /// `work` in a thread of its own, with a record of its own.
    fn spawn<R: 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Self, &'static Record) -> R + 'static,
    ) -> thread::JoinHandle<R> {
        let world = self.clone();
        thread::spawn(move || {
            let record = world.domain.enter();
            let result = work(&world, record);
            world.domain.leave(record);
            result
        })
    }
}

fn model(program: impl Fn() + Sync + Send + 'static) {
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(5);
    builder.check(program);
}

/// One thread uses an object while another frees it: it is dropped once, not while in use, and not forgotten.
#[test]
fn free_while_in_use() {
    model(|| {
        let world = World::new(Reclaim::Prompt);
        let handle = world.insert(7);
        let other = world.spawn(move |world, record| {
            if let Some(guard) = world.table.get(Some(record), handle) {
                assert_eq!(guard.name, 7);
                assert_eq!(world.drops.count(), 0, "dropped while in use");
            }
        });
        let record = world.domain.enter();
        assert!(world.free(record, handle));
        assert!(world.read(record, handle).is_none(), "a freed handle is stale at once");
        other.join().unwrap();
        world.domain.leave(record);
        assert_eq!(world.drops.count(), 1, "dropped exactly once, and without another call");
    });
}

/// Of two threads that free the same handle, one succeeds.
#[test]
fn free_twice() {
    model(|| {
        let world = World::new(Reclaim::Prompt);
        let handle = world.insert(1);
        let other = world.spawn(move |world, record| world.free(record, handle));
        let record = world.domain.enter();
        let freed = world.free(record, handle);
        assert!(freed ^ other.join().unwrap());
        world.domain.leave(record);
        assert_eq!(world.drops.count(), 1);
    });
}

/// A slot is used again while another thread still has the old number: it never finds the new object.
#[test]
fn old_number_new_object() {
    model(|| {
        let world = World::new(Reclaim::Prompt);
        let old = world.insert(1);
        let other = world.spawn(move |world, record| {
            assert!(matches!(world.read(record, old), None | Some(1)));
        });
        let record = world.domain.enter();
        assert!(world.free(record, old));
        let new = world.insert(2);
        assert_ne!(new, old);
        assert_eq!(world.read(record, new), Some(2));
        other.join().unwrap();
        assert!(world.free(record, new));
        world.domain.leave(record);
        assert_eq!(world.drops.count(), 2);
    });
}

/// A thread frees the very object that it is using, while another uses it too: it lives until both end.
#[test]
fn free_own_while_in_use() {
    model(|| {
        let world = World::new(Reclaim::Prompt);
        let handle = world.insert(1);
        let other = world.spawn(move |world, record| {
            world.read(record, handle);
        });
        let record = world.domain.enter();
        let guard = world.table.get(Some(record), handle).expect("nobody else frees it");
        assert!(world.free(record, handle));
        assert_eq!(world.drops.count(), 0, "in use here");
        drop(guard);
        other.join().unwrap();
        world.domain.leave(record);
        assert_eq!(world.drops.count(), 1);
    });
}

/// More objects in use than a thread has hazards: the further ones are kept by count.
#[test]
fn more_uses_than_hazards() {
    model(|| {
        let world = World::new(Reclaim::Prompt);
        let handles: Vec<i64> = (0..3).map(|name| world.insert(name)).collect();
        let last = handles[2];
        let other = world.spawn(move |world, record| assert!(world.free(record, last)));
        let record = world.domain.enter();
        let guards: Vec<_> =
            handles.iter().filter_map(|&handle| world.table.get(Some(record), handle)).collect();
        assert!(guards.len() >= 2);
        for (name, guard) in guards.iter().enumerate() {
            assert_eq!(guard.name, name);
        }
        assert!(guards.len() == 2 || world.drops.count() == 0, "all three in use, none dropped");
        drop(guards);
        other.join().unwrap();
        assert_eq!(world.drops.count(), 1);
        assert!(world.free(record, handles[0]) && world.free(record, handles[1]));
        world.domain.leave(record);
        assert_eq!(world.drops.count(), 3);
    });
}

/// Batched kinds: dropped late, but not while in use and not twice.
#[test]
fn batched() {
    model(|| {
        let world = World::new(Reclaim::Batched);
        let first = world.insert(1);
        let second = world.insert(2);
        let other = world.spawn(move |world, record| {
            assert!(matches!(world.read(record, first), None | Some(1)));
        });
        let record = world.domain.enter();
        assert!(world.free(record, first) && world.free(record, second));
        other.join().unwrap();
        world.domain.collect();
        world.domain.leave(record);
        assert_eq!(world.drops.count(), 2);
    });
}
