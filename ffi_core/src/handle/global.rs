//! The one set of tables that a process has, and what each thread keeps for it.

use super::{
    hazard::{AtFork, Domain, Garbage, Reclaim, Record},
    table::{Guard, Removed, Table},
};
use crate::{
    error::{ArgumentError, Reason},
    fork::{self, HeldObjects, ObjectKeeper},
    kind::Kind,
    record::Abi,
    reserve::has_room_for_destructor,
};
use std::{
    cell::Cell,
    marker::PhantomData,
    ops::Deref,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

static DOMAIN: Domain = Domain::new();
static LIVE: AtomicI64 = AtomicI64::new(0);

/// A type whose values are reached through handles. Made with [`object!`](crate::object).
pub trait Object: Send + Sync + Sized + 'static {
    /// The kind of the type's handles.
    const KIND: Kind;
    /// The table that holds its values.
    fn table() -> &'static Table<Self>;
}

/// Makes a type an [`Object`]: `object!(Regex, Kind::Regex)`, and `object!(Event, Kind::Event, Batched)` for
/// small plain data that comes and goes often.
#[macro_export]
macro_rules! object {
    ($type:ty, $kind:expr) => {
        $crate::object!($type, $kind, Prompt);
    };
    ($type:ty, $kind:expr, $reclaim:ident) => {
        impl $crate::handle::Object for $type {
            const KIND: $crate::kind::Kind = $kind;
            fn table() -> &'static $crate::handle::table::Table<Self> {
                static TABLE: $crate::handle::table::Table<$type> =
                    $crate::handle::table::Table::new($kind, $crate::handle::Reclaim::$reclaim);
                &TABLE
            }
        }
    };
}

struct Local {
    record: Cell<Option<&'static Record>>,
    /// False once the thread's destructors have run: then it takes no record any more.
    may_enter: Cell<bool>,
}

struct Leave;

impl Drop for Leave {
    fn drop(&mut self) {
        LOCAL.with(|local| {
            local.may_enter.set(false);
            if let Some(record) = local.record.take() {
                DOMAIN.leave(record);
            }
        });
    }
}

thread_local! {
    static LOCAL: Local = const { Local { record: Cell::new(None), may_enter: Cell::new(true) } };
    static LEAVE: Leave = const { Leave };
}

#[cold]
#[inline(never)]
fn enter() -> Option<&'static Record> {
    LOCAL.with(|local| {
        // Touching LEAVE arranges for its destructor; a thread past its destructors takes no record, nor does one while
        // there is no memory for that.
        if local.may_enter.get() && has_room_for_destructor() && LEAVE.try_with(|_| ()).is_ok() {
            local.record.set(Some(DOMAIN.enter()));
        }
        local.record.get()
    })
}

/// The calling thread's record.
#[inline(always)]
fn record() -> Option<&'static Record> {
    match LOCAL.with(|local| local.record.get()) {
        Some(record) => Some(record),
        None => enter(),
    }
}

/// The object behind `handle`, or an error that says what is wrong with the argument called `name`.
#[inline(always)]
pub fn get<T: Object>(handle: i64, name: &'static str) -> Result<Guard<T>, Reason> {
    match T::table().get(record(), handle) {
        Some(guard) => Ok(guard),
        None => Err(stale_reason::<T>(handle, name)),
    }
}

#[cold]
#[inline(never)]
fn stale_reason<T: Object>(handle: i64, name: &'static str) -> Reason {
    stale::<T>(handle, name).into()
}

#[cold]
fn stale<T: Object>(handle: i64, name: &'static str) -> ArgumentError {
    let number = super::layout::HandleBits::unpack(handle);
    let expected = T::KIND.name();
    if T::table().was_freed(handle) {
        return ArgumentError::FreedHandle { name, handle, expected };
    }
    let kind = u8::try_from(number.kind).ok().and_then(Kind::from_number);
    match kind.filter(|&kind| kind != T::KIND && number.generation > 0) {
        Some(other) => ArgumentError::ForeignHandle { name, handle, expected, found: other.name() },
        None => ArgumentError::NoHandle { name, handle, expected },
    }
}

/// Takes an object in: its handle, or 0 where no number is left (2²⁴ slots of one kind).
pub fn insert<T: Object>(object: Arc<T>) -> i64 {
    insert_with(|_| object)
}

/// Like [`insert`], for an object that knows its handle; `make` is not called where no number is left.
pub fn insert_with<T: Object>(make: impl FnOnce(i64) -> Arc<T>) -> i64 {
    let table = T::table();
    if table.is_new() {
        fork::register(table);
        fork::register_objects(&Keeper);
    }
    let handle = table.insert_with(make);
    if handle != 0 {
        LIVE.fetch_add(1, Ordering::Relaxed);
    }
    handle
}

fn remove<T: Object>(handle: i64) -> Option<Removed<T>> {
    let removed = T::table().remove(handle);
    if removed.is_some() {
        LIVE.fetch_sub(1, Ordering::Relaxed);
    }
    removed
}

/// Frees an object; none where the handle is stale, about which nothing is said.
pub fn take<T: Object>(handle: i64) -> Option<Consumed<T>> {
    remove(handle).map(|removed| Consumed { removed: Some(removed) })
}

/// Frees many objects of one kind with few looks at the other threads; says how many of them were alive.
pub fn free_all<T: Object>(handles: impl IntoIterator<Item = i64>) -> usize {
    /// Freeing must find its memory in the reserve.
    const AT_ONCE: usize = 1024;
    let mut removed =
        handles.into_iter().filter_map(|handle| remove::<T>(handle).map(Removed::into_garbage)).fuse();
    let mut count = 0;
    loop {
        let garbage: Vec<Garbage> = removed.by_ref().take(AT_ONCE).collect();
        if garbage.is_empty() {
            return count;
        }
        count += garbage.len();
        DOMAIN.retire(record(), garbage, T::table().reclaim());
    }
}

struct Keeper;

impl ObjectKeeper for Keeper {
    fn hold(&'static self) -> Box<dyn HeldObjects> {
        Box::new(DOMAIN.hold(LOCAL.with(|local| local.record.get())))
    }
}

impl HeldObjects for AtFork {
    fn in_child(&mut self) -> Vec<*mut ()> {
        AtFork::in_child(self)
    }

    fn lose(&self, count: usize) {
        LIVE.fetch_sub(count as i64, Ordering::Relaxed);
    }
}

/// Returns the number of objects alive, of all kinds.
pub fn live() -> i64 {
    LIVE.load(Ordering::Relaxed)
}

/// An object in use for longer than the call, or on another thread: a parameter type like `&T`.
pub struct Shared<T: Object> {
    object: Arc<T>,
    handle: i64,
}

impl<T: Object> Shared<T> {
    /// The count itself.
    pub fn into_arc(self) -> Arc<T> {
        self.object
    }

    /// The handle it came from.
    pub fn handle(&self) -> i64 {
        self.handle
    }
}

impl<T: Object> Deref for Shared<T> {
    type Target = Arc<T>;
    fn deref(&self) -> &Arc<T> {
        &self.object
    }
}

/// An object that this call has just freed: its handle is stale, and it is dropped when the last call that
/// still uses it ends. A parameter type; it is taken after every other argument was found good.
pub struct Consumed<T: Object> {
    removed: Option<Removed<T>>,
}

impl<T: Object> Consumed<T> {
    /// A count of its own.
    pub fn to_arc(&self) -> Arc<T> {
        self.removed.as_ref().map(Removed::to_arc).expect("present until drop")
    }

    /// Lets no other object wait for this one, or with it: for a large object of a [`Reclaim::Batched`] kind.
    pub fn free_now(mut self) {
        self.retire(Reclaim::Prompt);
    }

    fn retire(&mut self, reclaim: Reclaim) {
        if let Some(removed) = self.removed.take() {
            DOMAIN.retire_one(record(), removed.into_garbage(), reclaim);
        }
    }
}

impl<T: Object> Deref for Consumed<T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.removed.as_ref().expect("present until drop")
    }
}

impl<T: Object> Drop for Consumed<T> {
    fn drop(&mut self) {
        self.retire(T::table().reclaim());
    }
}

/// A handle as it came, looked up when the function is ready for it: a parameter type.
pub struct Handle<T> {
    handle: i64,
    name: &'static str,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Handle<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Handle<T> {}

impl<T: Object> Handle<T> {
    /// The handle that an array holds, which is the argument called `name`.
    pub fn new(handle: i64, name: &'static str) -> Self {
        Self { handle, name, kind: PhantomData }
    }

    /// The number.
    pub fn number(self) -> i64 {
        self.handle
    }

    /// The object, for as long as the guard lives.
    pub fn get(self) -> Result<Guard<T>, ArgumentError> {
        T::table().get(record(), self.handle).ok_or_else(|| stale::<T>(self.handle, self.name))
    }

    /// Frees the object. Of several threads that try, one succeeds.
    pub fn take(self) -> Result<Consumed<T>, ArgumentError> {
        take(self.handle).ok_or_else(|| stale::<T>(self.handle, self.name))
    }

    /// The error for a handle that is alive but means nothing here: a body of another world, say.
    pub fn refuse(self, reason: &'static str) -> ArgumentError {
        ArgumentError::Unsuitable { name: self.name, handle: self.handle, reason }
    }
}

/// Handle parameters as the export attribute converts them.
pub mod raw {
    use super::{Abi, ArgumentError, Consumed, Handle, Object, Shared};
    use crate::from_c::Param;

    impl<T: Object> Param for Shared<T> {
        type C = i64;
        const ABI: Abi = Abi::handle(T::KIND);
        #[inline]
        unsafe fn from_c(handle: i64, name: &'static str) -> Result<Self, ArgumentError> {
            let guard = Handle::<T>::new(handle, name).get()?;
            Ok(Shared { object: guard.to_arc(), handle })
        }
    }

    impl<T: Object> Param for Consumed<T> {
        type C = i64;
        const ABI: Abi = Abi::handle(T::KIND).consumed();
        unsafe fn from_c(handle: i64, name: &'static str) -> Result<Self, ArgumentError> {
            Handle::new(handle, name).take()
        }
    }

    impl<T: Object> Param for Handle<T> {
        type C = i64;
        const ABI: Abi = Abi::handle(T::KIND);
        #[inline]
        unsafe fn from_c(handle: i64, name: &'static str) -> Result<Self, ArgumentError> {
            Ok(Handle::new(handle, name))
        }
    }
}
