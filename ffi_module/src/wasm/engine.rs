//! The engine that all WebAssembly modules share, and what it compiled for those that are loaded.

use super::{
    cache::{Cache, Identity},
    compile, grants,
    host::Host,
    imports::Known,
    platform,
};
use ffi_core::{Locked, fork::ForkSafeMutex};
use sha2::{Digest, Sha256};
use std::sync::{Arc, Weak};
use wasmtime::{Config, Engine, InstancePre, Linker, Store};

/// The stack that a module has of the thread that it runs on.
pub const STACK: usize = 256 << 10;

/// A module with its imports found: an instance of it costs little.
pub type Compiled = InstancePre<Host>;

/// Origin of a module's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The compiler: the code was made for this module.
    Compiled,
    /// A module that is loaded has it.
    Shared,
    /// The folder of compiled modules.
    Cache,
}

impl Origin {
    /// The name that hosts see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Compiled => "compiled",
            Self::Shared => "shared",
            Self::Cache => "cache",
        }
    }
}

/// The engine, for as long as a module needs it.
pub struct Engines {
    /// The engine.
    pub engine: Engine,
    /// True where memories end in guard pages.
    pub guard_pages: bool,
    /// True where modules are stopped by a page that they look at.
    pub stop_pages: bool,
    linker: Linker<Host>,
    /// Functions that modules may import.
    pub known: Vec<Known>,
    compiled: Locked<Vec<(Identity, Weak<Compiled>)>>,
}

/// The shared engine without guard pages, and the one with them.
static SHARED: ForkSafeMutex<[Weak<Engines>; 2]> =
    ForkSafeMutex::by_each_process(|| [const { Weak::new() }; 2]);

impl Engines {
    /// The shared engine: the one that there is, or a new one.
    pub fn shared(guard_pages: bool) -> Result<Arc<Self>, String> {
        let mut shared = SHARED.lock();
        let shared = &mut shared[usize::from(guard_pages)];
        if let Some(engines) = shared.upgrade() {
            return Ok(engines);
        }
        let stop_pages = guard_pages && platform::CLOSES;
        let config = config(guard_pages, stop_pages);
        compile::check_locks(&config, guard_pages)?;
        let engine = Engine::new(&config).map_err(|error| error.to_string())?;
        let linker = grants::linker(&engine).map_err(|error| error.to_string())?;
        let mut store = Store::new(&engine, Host::without_a_module()?);
        let known =
            linker.iter(&mut store).map(|(from, name, _)| (from.to_owned(), name.to_owned())).collect();
        let engines =
            Arc::new(Self { engine, guard_pages, stop_pages, linker, known, compiled: Locked::default() });
        *shared = Arc::downgrade(&engines);
        Ok(engines)
    }

    /// The module in a file of these bytes: the one that is loaded already, or from the cache, or compiled within `ms`
    /// milliseconds.
    pub fn compiled(
        &self,
        bytes: Vec<u8>,
        ms: u32,
        cache: &Cache,
    ) -> Result<(Arc<Compiled>, Origin), String> {
        let identity: Identity = Sha256::digest(&bytes).into();
        let known = self.compiled.lock().iter().find(|(known, _)| *known == identity).cloned();
        if let Some(compiled) = known.and_then(|(_, compiled)| compiled.upgrade()) {
            return Ok((compiled, Origin::Shared));
        }
        let (module, origin) = match cache.load(&self.engine, &identity)? {
            Some(module) => (module, Origin::Cache),
            None => (compile::compile(&self.engine, bytes, self.stop_pages, ms)?, Origin::Compiled),
        };
        if origin == Origin::Compiled {
            cache.save(&self.engine, &identity, &module);
        }
        let compiled = self.linker.instantiate_pre(&module).map_err(|error| format!("{error:#}"))?;
        let compiled = Arc::new(compiled);
        let mut all = self.compiled.lock();
        all.retain(|(_, compiled)| compiled.strong_count() > 0);
        all.push((identity, Arc::downgrade(&compiled)));
        Ok((compiled, origin))
    }
}

/// The process is the host's: without guard pages there are no signal handlers and no reserved address space, and a
/// memory takes what it uses, and moves where it grows. With them all is as wasmtime has it, but for the page that stops
/// a module (`prepare`) in place of its epochs.
fn config(guard_pages: bool, stop_pages: bool) -> Config {
    let mut config = Config::new();
    // Of threads only what looks at that page is of use: there is no shared memory.
    config.max_wasm_stack(STACK).wasm_threads(true).epoch_interruption(!stop_pages);
    if !guard_pages {
        config
            .signals_based_traps(false)
            .memory_reservation(0)
            .memory_reservation_for_growth(0)
            .memory_guard_size(0)
            .memory_init_cow(false);
    }
    config
}
