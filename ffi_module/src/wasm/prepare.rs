//! A module as it is compiled. Its start function becomes one that it exports, so that making an instance runs nothing of
//! the module's; and where memories end in guard pages, each function and each loop begins with a look at a memory of
//! one page that nobody else uses: once that page is closed (`platform`), the next look is a trap. To compare an epoch
//! there, as wasmtime does by itself, makes a tight loop half as slow again.

use ffi_core::memory::reserve;
use wasmparser::{BinaryReaderError, ExternalKind, FunctionBody, Operator, Parser, Payload};

/// The name of the exported start function.
pub const START: &str = "simple_native start";
/// The name of the exported memory that is looked at.
pub const STOP: &str = "simple_native stop";

const MEMORY_SECTION: u8 = 5;
const EXPORT_SECTION: u8 = 7;
const CODE_SECTION: u8 = 10;
/// A memory of one page that never grows.
const ONE_PAGE: [u8; 3] = [1, 1, 1];

/// The module, prepared; `with_looks` where its page is going to be closed.
pub fn prepare(bytes: &[u8], with_looks: bool) -> Result<Vec<u8>, String> {
    let start = Parser::new(0).parse_all(bytes).map_while(Result::ok).find_map(|payload| match payload {
        Payload::StartSection { func, .. } => Some(func),
        _ => None,
    });
    if start.is_none() && !with_looks {
        return copy(bytes);
    }
    let mut module = Module::default();
    module.add(bytes.get(..8).unwrap_or_default())?;
    let (mut bodies, mut bodies_left) = (Vec::new(), 0);
    for payload in Parser::new(0).parse_all(bytes) {
        match payload.map_err(malformed)? {
            Payload::MemorySection(memories) if with_looks => {
                // None is imported, and no more than one was let in.
                if memories.count() != 1 {
                    return Err("it has no memory".into());
                }
                let own = bytes.get(memories.original_position()..memories.range().end).unwrap_or_default();
                module.section(MEMORY_SECTION, &[&[2], own, &ONE_PAGE])?;
            }
            Payload::ExportSection(exports) => {
                let count = exports.count();
                let own = bytes.get(exports.original_position()..exports.range().end).unwrap_or_default();
                for export in exports {
                    let export = export.map_err(malformed)?;
                    // What hosts look at is not what is closed.
                    if export.kind == ExternalKind::Memory && export.index != 0 {
                        return Err(format!("it exports memory {}, which it has not", export.index));
                    }
                }
                let mut more = Vec::new();
                if let Some(start) = start {
                    export(&mut more, START, 0, start);
                }
                if with_looks {
                    export(&mut more, STOP, 2, 1);
                }
                let added = u32::from(start.is_some()) + u32::from(with_looks);
                module.section(EXPORT_SECTION, &[&number(count.saturating_add(added)), own, &more])?;
            }
            Payload::StartSection { .. } | Payload::CustomSection(_) => {}
            Payload::CodeSectionStart { count, .. } if with_looks => {
                bodies = number(count);
                bodies_left = count;
                if count == 0 {
                    module.section(CODE_SECTION, &[&bodies])?;
                }
            }
            Payload::CodeSectionEntry(body) if with_looks => {
                add_looks(bytes, &body, &mut bodies)?;
                bodies_left -= 1;
                if bodies_left == 0 {
                    module.section(CODE_SECTION, &[&bodies])?;
                    bodies = Vec::new();
                }
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    module.section(id, &[bytes.get(range).unwrap_or_default()])?;
                }
            }
        }
    }
    Ok(module.0)
}

fn malformed(error: BinaryReaderError) -> String {
    error.message().to_owned()
}

/// The bytes of a module that is being put together.
#[derive(Default)]
struct Module(Vec<u8>);

impl Module {
    fn add(&mut self, bytes: &[u8]) -> Result<(), String> {
        add(&mut self.0, bytes)
    }

    fn section(&mut self, id: u8, parts: &[&[u8]]) -> Result<(), String> {
        let size: usize = parts.iter().map(|part| part.len()).sum();
        let size = u32::try_from(size).map_err(|_| "it is too long".to_owned())?;
        self.add(&[id])?;
        self.add(&number(size))?;
        parts.iter().try_for_each(|part| self.add(part))
    }
}

fn add(to: &mut Vec<u8>, bytes: &[u8]) -> Result<(), String> {
    reserve(to, bytes.len()).map_err(|error| error.to_string())?;
    to.extend_from_slice(bytes);
    Ok(())
}

fn copy(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut copy = Vec::new();
    add(&mut copy, bytes)?;
    Ok(copy)
}

/// `i32.const 0`, `i32.atomic.load8_u` of memory 1, `drop`. What is not atomic the compiler leaves out where nothing was
/// stored since the last look.
const LOOK: [u8; 8] = [0x41, 0, 0xfe, 0x12, 0x40, 1, 0, 0x1a];

/// Adds the function's body with its size before it, and a look at its beginning and that of each of its loops.
fn add_looks(bytes: &[u8], body: &FunctionBody, to: &mut Vec<u8>) -> Result<(), String> {
    let range = body.range();
    let mut operators = body.get_operators_reader().map_err(malformed)?;
    let mut looked = Vec::new();
    let mut from = operators.original_position();
    add(&mut looked, bytes.get(range.start..from).unwrap_or_default())?;
    add(&mut looked, &LOOK)?;
    while !operators.eof() {
        if let Operator::Loop { .. } = operators.read().map_err(malformed)? {
            let inside = operators.original_position();
            add(&mut looked, bytes.get(from..inside).unwrap_or_default())?;
            add(&mut looked, &LOOK)?;
            from = inside;
        }
    }
    add(&mut looked, bytes.get(from..range.end).unwrap_or_default())?;
    add(to, &number(u32::try_from(looked.len()).map_err(|_| "it is too long".to_owned())?))?;
    add(to, &looked)
}

fn export(to: &mut Vec<u8>, name: &str, kind: u8, index: u32) {
    to.extend(number(name.len() as u32));
    to.extend(name.as_bytes());
    to.push(kind);
    to.extend(number(index));
}

/// A number as WebAssembly writes it.
fn number(mut value: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let more = value > 127;
        bytes.push((value & 127) as u8 | if more { 128 } else { 0 });
        value >>= 7;
        if !more {
            return bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MODULE: &str = r#"(module
        (import "env" "f" (func $f (param i32)))
        (memory (export "memory") 1 7)
        (table 2 funcref)
        (elem (i32.const 0) $g $main)
        (global (mut i32) (i32.const 1))
        (func $main (export "main") (param i32) (result i32) (local i64)
            (loop $a (call $f (i32.const 1))
                (loop $b (result i32) (br_if $b (i32.eqz (local.get 0))) (i32.const 2)) (br_if $a)) (i32.const 5))
        (func $g (global.set 0 (i32.const 2)))
        (start $g)
        (data (i32.const 3) "abc"))"#;

    fn sections(bytes: &[u8]) -> Vec<u8> {
        let sections = Parser::new(0).parse_all(bytes).map(|payload| payload.unwrap().as_section());
        sections.flatten().map(|(id, _)| id).collect()
    }

    /// For each function, the operators that look.
    fn looks(bytes: &[u8]) -> Vec<usize> {
        let bodies = Parser::new(0).parse_all(bytes).filter_map(|payload| match payload.unwrap() {
            Payload::CodeSectionEntry(body) => Some(body),
            _ => None,
        });
        let is_look = |operator: &Operator| matches!(operator, Operator::I32AtomicLoad8U { memarg } if memarg.memory == 1);
        bodies
            .map(|body| {
                let operators = body.get_operators_reader().unwrap().into_iter();
                operators.map(Result::unwrap).filter(is_look).count()
            })
            .collect()
    }

    fn exports(bytes: &[u8]) -> Vec<(String, u32)> {
        let sections = Parser::new(0).parse_all(bytes).filter_map(|payload| match payload.unwrap() {
            Payload::ExportSection(exports) => Some(exports),
            _ => None,
        });
        sections.flatten().map(Result::unwrap).map(|export| (export.name.to_owned(), export.index)).collect()
    }

    #[test]
    fn each_function_and_loop_looks_and_nothing_starts_by_itself() {
        let bytes = wat::parse_str(MODULE).unwrap();
        let (looking, plain) = (prepare(&bytes, true).unwrap(), prepare(&bytes, false).unwrap());
        assert_eq!((looks(&bytes), looks(&plain), looks(&looking)), (vec![0, 0], vec![0, 0], vec![3, 1]));
        let own = [("memory".to_owned(), 0), ("main".to_owned(), 1)];
        let start = [(START.to_owned(), 2)];
        assert_eq!(exports(&bytes), own);
        assert_eq!(exports(&plain), [&own[..], &start].concat());
        assert_eq!(exports(&looking), [&own[..], &start, &[(STOP.to_owned(), 1)]].concat());
        // All that there was but for the start and the names.
        let kept: Vec<u8> = sections(&bytes).into_iter().filter(|&id| id != 8 && id != 0).collect();
        assert_eq!((sections(&plain), sections(&looking)), (kept.clone(), kept));
        let engine = wasmtime::Engine::default();
        for prepared in [&plain, &looking] {
            wasmtime::Module::validate(&engine, prepared).unwrap();
        }
        let without = wat::parse_str(MODULE.replace("(start $g)", "")).unwrap();
        assert_eq!(prepare(&without, false).unwrap(), without);
    }

    #[test]
    fn the_page_is_no_memory_that_a_host_reads() {
        // What names it is no module as it comes, and is not made one.
        let bytes = wat::parse_str(r#"(module (memory 1) (export "memory" (memory 1)))"#).unwrap();
        assert!(prepare(&bytes, true).unwrap_err().contains("exports memory 1"));
        assert!(prepare(&wat::parse_str("(module (func) (export \"f\" (func 0)))").unwrap(), true).is_ok());
    }

    proptest! {
        /// Whatever comes out is what another reader takes, or what came in is not.
        #[test]
        fn nothing_is_made_a_module(at in 0usize..200, byte in any::<u8>(), cut in 0usize..300) {
            let mut bytes = wat::parse_str(MODULE).unwrap();
            let end = bytes.len();
            bytes[at % end] = byte;
            bytes.truncate(cut.max(8));
            let engine = wasmtime::Engine::default();
            for with_looks in [true, false] {
                if let Ok(prepared) = prepare(&bytes, with_looks)
                    && wasmtime::Module::validate(&engine, &bytes).is_ok()
                {
                    wasmtime::Module::validate(&engine, &prepared).unwrap();
                }
            }
        }
    }
}
