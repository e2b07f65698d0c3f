//! Registry of the locks that a fork takes, and their order.

use std::{
    cell::Cell,
    ptr,
    sync::{
        Mutex, MutexGuard,
        atomic::{AtomicU32, Ordering},
    },
};

/// Something with a lock that must be free in a child.
pub trait Forks: Sync {
    /// Takes the lock.
    fn hold(&'static self) -> Box<dyn Held>;
}

/// A lock that was taken for a fork; released when dropped.
pub trait Held {
    /// Puts in order, in the child, what the lock guards. `used` are the objects that threads were using which the
    /// child does not have. Says how many objects are lost to the child.
    fn in_child(&mut self, used: &[*mut ()]) -> usize;
}

/// Keeps the objects that threads use, and those that wait for their end.
pub trait ObjectKeeper: Sync {
    /// Lets no object go until the fork is over.
    fn hold(&'static self) -> Box<dyn HeldObjects>;
}

/// The objects of a process that forks; released when dropped.
pub trait HeldObjects {
    /// In the child: the objects that threads were using which it does not have.
    fn in_child(&mut self) -> Vec<*mut ()>;
    /// In the child: so many objects are alive no more.
    fn lose(&self, count: usize);
}

struct Registry {
    hooked: bool,
    /// The first `outer` of them are taken before the others.
    all: Vec<&'static dyn Forks>,
    outer: usize,
    objects: Option<&'static dyn ObjectKeeper>,
}

static REGISTRY: Mutex<Registry> =
    Mutex::new(Registry { hooked: false, all: Vec::new(), outer: 0, objects: None });
static GENERATION: AtomicU32 = AtomicU32::new(0);

/// All locks, in the order of their release. One fork at a time: it holds the registry.
struct All {
    others: Vec<Box<dyn Held>>,
    objects: Option<Box<dyn HeldObjects>>,
    _registry: MutexGuard<'static, Registry>,
}

thread_local! {
    // A plain pointer, for a thread whose destructors have run may still fork.
    static HELD: Cell<*mut All> = const { Cell::new(ptr::null_mut()) };
}

pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// Counts the forks between the first process and this one, from the first use of anything here.
pub fn generation() -> u32 {
    GENERATION.load(Ordering::Relaxed)
}

/// Has `one` held at every fork from now on. Call it before the lock is taken for the first time.
#[cold]
pub fn register(one: &'static dyn Forks) {
    let mut registry = lock(&REGISTRY);
    hook(&mut registry);
    if !registry.all.iter().any(|known| ptr::addr_eq(*known, one)) {
        registry.all.push(one);
    }
}

/// Like [`register`], for a lock inside of which others are taken: a fork takes it before those.
#[cold]
pub fn register_outer(one: &'static dyn Forks) {
    let mut registry = lock(&REGISTRY);
    hook(&mut registry);
    if !registry.all.iter().any(|known| ptr::addr_eq(*known, one)) {
        let place = registry.outer;
        registry.all.insert(place, one);
        registry.outer += 1;
    }
}

/// Counts the forks of this process from now on.
pub fn count_forks() {
    hook(&mut lock(&REGISTRY));
}

/// Has the objects of `keeper` held at every fork from now on, after all else.
#[cold]
pub fn register_objects(keeper: &'static dyn ObjectKeeper) {
    let mut registry = lock(&REGISTRY);
    hook(&mut registry);
    registry.objects = Some(keeper);
}

#[cfg(unix)]
fn hook(registry: &mut Registry) {
    extern "C" fn before() {
        let registry = lock(&REGISTRY);
        let others = registry.all.iter().map(|one| one.hold()).collect();
        let objects = registry.objects.map(ObjectKeeper::hold);
        let all = All { others, objects, _registry: registry };
        HELD.set(Box::into_raw(Box::new(all)));
    }

    fn held() -> Option<Box<All>> {
        let held = HELD.replace(ptr::null_mut());
        // SAFETY: made from a box in `before`, and taken once.
        (!held.is_null()).then(|| unsafe { Box::from_raw(held) })
    }

    extern "C" fn in_parent() {
        drop(held());
    }

    extern "C" fn in_child() {
        GENERATION.fetch_add(1, Ordering::Relaxed);
        if let Some(mut all) = held() {
            let used = all.objects.as_mut().map(|objects| objects.in_child()).unwrap_or_default();
            let lost = all.others.iter_mut().map(|one| one.in_child(&used)).sum();
            if let Some(objects) = &all.objects {
                objects.lose(lost);
            }
        }
    }

    if !registry.hooked {
        // SAFETY: three functions that live as long as this code. Where there is no memory for three pointers,
        // forks stay as they were.
        unsafe { libc::pthread_atfork(Some(before), Some(in_parent), Some(in_child)) };
        registry.hooked = true;
    }
}

#[cfg(not(unix))]
fn hook(_registry: &mut Registry) {}
