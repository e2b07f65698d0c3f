//! What a child of `fork` finds. Of all threads only the one that forked goes on in it: whatever lock another one
//! held would stay locked there, and what other threads served is served by nobody.
//!
//! Before a fork all locks registered here are taken, so that nobody is in the midst of changing what they guard;
//! parent and child release them. The child gives up what belongs to its parent without destroying it: a
//! destructor would reach into sockets and files that both processes share.

use std::{
    cell::Cell,
    mem::ManuallyDrop,
    ptr,
    sync::{
        Mutex, MutexGuard,
        atomic::{AtomicPtr, AtomicU32, Ordering},
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
    all: Vec<&'static dyn Forks>,
    objects: Option<&'static dyn ObjectKeeper>,
}

static REGISTRY: Mutex<Registry> = Mutex::new(Registry { hooked: false, all: Vec::new(), objects: None });
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

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
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

/// A value made at its first use, by one thread while others wait; a fork waits for it too.
pub struct ForkSafeLazy<T> {
    value: AtomicPtr<T>,
    making: Mutex<()>,
    inherited: bool,
}

impl<T: Send + Sync + 'static> ForkSafeLazy<T> {
    /// One value for the process and its children.
    pub const fn once() -> Self {
        Self { value: AtomicPtr::new(ptr::null_mut()), making: Mutex::new(()), inherited: true }
    }

    /// A value that a child makes anew. The parent's is not destroyed there.
    pub const fn by_each_process() -> Self {
        Self { value: AtomicPtr::new(ptr::null_mut()), making: Mutex::new(()), inherited: false }
    }

    /// The value, made where there is none.
    #[inline]
    pub fn get_or_make(&'static self, make: impl FnOnce() -> T) -> &'static T {
        // SAFETY: null, or from a box that is never freed.
        match unsafe { self.value.load(Ordering::Acquire).as_ref() } {
            Some(value) => value,
            None => self.make(make),
        }
    }

    #[cold]
    fn make(&'static self, make: impl FnOnce() -> T) -> &'static T {
        register(self);
        let _making = lock(&self.making);
        // SAFETY: as above.
        if let Some(value) = unsafe { self.value.load(Ordering::Acquire).as_ref() } {
            return value;
        }
        let value = Box::leak(Box::new(make()));
        self.value.store(value, Ordering::Release);
        value
    }
}

impl<T: Send + Sync + 'static> Forks for ForkSafeLazy<T> {
    fn hold(&'static self) -> Box<dyn Held> {
        Box::new(Making { made: self, _making: lock(&self.making) })
    }
}

struct Making<T: 'static> {
    made: &'static ForkSafeLazy<T>,
    _making: MutexGuard<'static, ()>,
}

impl<T> Held for Making<T> {
    fn in_child(&mut self, _used: &[*mut ()]) -> usize {
        if !self.made.inherited {
            self.made.value.store(ptr::null_mut(), Ordering::Release);
        }
        0
    }
}

/// A value that is of no use to a child: there it is not found, and not destroyed either.
pub struct ProcessLocal<T> {
    value: ManuallyDrop<T>,
    generation: u32,
}

impl<T> ProcessLocal<T> {
    /// A value of this process.
    pub fn new(value: T) -> Self {
        hook(&mut lock(&REGISTRY));
        Self { value: ManuallyDrop::new(value), generation: generation() }
    }

    /// The value, in the process that made it.
    pub fn get(&self) -> Option<&T> {
        (self.generation == generation()).then_some(&self.value)
    }
}

impl<T> Drop for ProcessLocal<T> {
    fn drop(&mut self) {
        if self.generation == generation() {
            // SAFETY: dropped once, here.
            unsafe { ManuallyDrop::drop(&mut self.value) }
        }
    }
}
