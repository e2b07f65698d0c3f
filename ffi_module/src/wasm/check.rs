//! Looks a module over before it is compiled. Some of what the compiler does grows faster than the module that it
//! does it for: what no real module needs is refused, with a sentence.

use std::fmt::Display;
use wasmparser::{FunctionBody, Operator, Parser, Payload};

/// Largest counts of a module. Modules of up to 18 MiB that were made of Rust and Go stay well below each.
const FUNCTIONS: u64 = 50_000;
const TYPES: u64 = 5_000;
const PARAMETERS: u64 = 100;
const LOCALS: u64 = 1_000;
const ALL_LOCALS: u64 = 500_000;
const BODY: u64 = 512 << 10;
const LOOPS: u64 = 1_000;
const NESTED_LOOPS: u64 = 50;
/// Each local may have another value at each loop's beginning.
const LOCALS_IN_LOOPS: u64 = 200_000;
/// Each local may have another value at each block's end.
const LOCALS_IN_BLOCKS: u64 = 2_500_000;
const BLOCKS: u64 = 10_000;
const NESTED_BLOCKS: u64 = 2_000;
const CALLS: u64 = 10_000;
const INDIRECT_CALLS: u64 = 1_000;
const TARGETS: u64 = 20_000;

/// Memory that compiling takes, in bytes, whatever the module is, for each function, for each byte of code, which is
/// kept until the end, and for each byte of the function at work (calls are the dearest).
const FOR_ANY: u64 = 2 << 20;
const FOR_A_FUNCTION: u64 = 6 << 10;
const FOR_A_BYTE: u64 = 64;
const FOR_A_BYTE_AT_WORK: u64 = 800;

/// Memory that compiling a module takes, in bytes.
#[derive(Debug, Clone, Copy)]
pub struct Takes {
    /// For all functions.
    pub all: u64,
    /// For a function that is at work, beside that.
    pub at_work: u64,
    /// Bytes of code.
    pub code: u64,
}

/// Returns how much memory compiling the module takes; the error says what it has too much of.
pub fn check(bytes: &[u8]) -> Result<Takes, String> {
    if !bytes.starts_with(b"\0asm") {
        return Err(
            "it does not begin as WebAssembly does (a module as text is to be assembled first)".into()
        );
    }
    if is_component(bytes) {
        return Err(
            "it is a component, and modules are core WebAssembly: build it for wasm32-unknown-unknown or \
                    wasm32-wasip1"
                .into(),
        );
    }
    let (mut locals, mut functions, mut code, mut longest) = (0, 0, 0, 0);
    let malformed = |error: wasmparser::BinaryReaderError| error.message().to_owned();
    for payload in Parser::new(0).parse_all(bytes) {
        match payload.map_err(malformed)? {
            Payload::TypeSection(types) => {
                at_most("types", u64::from(types.count()), TYPES)?;
                for function in types.into_iter_err_on_gc_types() {
                    let function = function.map_err(malformed)?;
                    let values = function.params().len().max(function.results().len());
                    at_most("parameters or results in a type", values as u64, PARAMETERS)?;
                }
            }
            Payload::MemorySection(memories) => at_most("memories", memories.count().into(), 1)?,
            Payload::FunctionSection(all) => {
                functions = u64::from(all.count());
                at_most("functions", functions, FUNCTIONS)?;
            }
            Payload::CodeSectionEntry(body) => {
                let size = body.range().len() as u64;
                at_most("bytes of code in a function", size, BODY)?;
                (code, longest) = (code + size, size.max(longest));
                let own = count_locals(&body).map_err(malformed)??;
                locals += own;
                at_most("locals in all functions", locals, ALL_LOCALS)?;
                let counts = Counts::of(&body).map_err(malformed)?;
                counts.check()?;
                at_most("locals times loops in a function", own * counts.loops, LOCALS_IN_LOOPS)?;
                at_most("locals times blocks in a function", own * counts.blocks, LOCALS_IN_BLOCKS)?;
            }
            _ => {}
        }
    }
    Ok(Takes {
        all: FOR_ANY + functions * FOR_A_FUNCTION + code * FOR_A_BYTE,
        at_work: longest * FOR_A_BYTE_AT_WORK,
        code,
    })
}

/// Tells whether it is a component: the layer stands behind the version.
pub fn is_component(bytes: &[u8]) -> bool {
    bytes.get(6..8) == Some(&[1, 0])
}

fn at_most(what: impl Display, count: u64, most: u64) -> Result<(), String> {
    if count <= most { Ok(()) } else { Err(format!("it has {count} {what}, more than {most}")) }
}

fn count_locals(body: &FunctionBody) -> wasmparser::Result<Result<u64, String>> {
    let mut count = 0;
    for locals in body.get_locals_reader()? {
        count += u64::from(locals?.0);
    }
    Ok(at_most("locals in a function", count, LOCALS).map(|()| count))
}

/// Counts of things in a function.
#[derive(Default)]
struct Counts {
    loops: u64,
    nested_loops: u64,
    blocks: u64,
    nested_blocks: u64,
    calls: u64,
    indirect_calls: u64,
    targets: u64,
}

impl Counts {
    fn of(body: &FunctionBody) -> wasmparser::Result<Self> {
        let mut counts = Self::default();
        // Of each block that is open, whether it is a loop.
        let mut open = Vec::new();
        let mut open_loops = 0;
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            match operators.read()? {
                Operator::Loop { .. } => {
                    counts.loops += 1;
                    open_loops += 1;
                    counts.nested_loops = counts.nested_loops.max(open_loops);
                    open.push(true);
                }
                Operator::Block { .. } | Operator::If { .. } | Operator::TryTable { .. } => open.push(false),
                Operator::End => {
                    open_loops -= u64::from(open.pop().unwrap_or(false));
                    counts.blocks += 1;
                }
                Operator::Call { .. } => counts.calls += 1,
                Operator::CallIndirect { .. } => counts.indirect_calls += 1,
                Operator::BrTable { targets } => counts.targets += u64::from(targets.len()),
                _ => continue,
            }
            counts.nested_blocks = counts.nested_blocks.max(open.len() as u64);
        }
        Ok(counts)
    }

    fn check(&self) -> Result<(), String> {
        at_most("loops in a function", self.loops, LOOPS)?;
        at_most("loops inside one another", self.nested_loops, NESTED_LOOPS)?;
        at_most("blocks in a function", self.blocks, BLOCKS)?;
        at_most("blocks inside one another", self.nested_blocks, NESTED_BLOCKS)?;
        at_most("calls in a function", self.calls, CALLS)?;
        at_most("indirect calls in a function", self.indirect_calls, INDIRECT_CALLS)?;
        at_most("targets of br_table in a function", self.targets, TARGETS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(mut value: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        loop {
            let more = if value > 127 { 128 } else { 0 };
            bytes.push((value & 127) as u8 | more);
            value >>= 7;
            if more == 0 {
                return bytes;
            }
        }
    }

    fn sized(bytes: &[u8]) -> Vec<u8> {
        [&number(bytes.len())[..], bytes].concat()
    }

    fn vector(items: &[Vec<u8>]) -> Vec<u8> {
        [number(items.len()), items.concat()].concat()
    }

    fn module(types: usize, parameters: usize, functions: usize, locals: usize, body: &[u8]) -> Vec<u8> {
        let ty = [&[0x60][..], &vector(&vec![vec![0x7f]; parameters]), &[0]].concat();
        let locals = vector(&[[number(locals), vec![0x7f]].concat()]);
        let code = sized(&[&locals[..], body, &[0x0b]].concat());
        let section = |id: u8, items: Vec<Vec<u8>>| [vec![id], sized(&vector(&items))].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, vec![ty; types]),
            section(3, vec![vec![0]; functions]),
            section(10, vec![code; functions]),
        ]
        .concat()
    }

    fn refused(bytes: &[u8], what: &str) {
        let reason = check(bytes).unwrap_err();
        assert!(reason.contains(what), "{reason}, not {what}");
    }

    #[test]
    fn what_makes_the_compiler_slow_is_refused() {
        let with = |body: &[u8]| module(1, 0, 1, 1, body);
        let nested = |open: &[u8], depth| [open.repeat(depth), [0x0b].repeat(depth)].concat();
        check(&module(100, 20, 5000, 20, &nested(&[0x03, 0x40], 20))).unwrap();
        refused(&module(5001, 0, 1, 0, &[]), "it has 5001 types, more than 5000");
        refused(&module(1, 101, 1, 0, &[]), "101 parameters or results in a type");
        refused(&module(1, 0, 50_001, 0, &[]), "50001 functions");
        refused(&module(1, 0, 1, 1001, &[]), "1001 locals in a function");
        refused(&module(1, 0, 501, 1000, &[]), "501000 locals in all functions");
        refused(&with(&[1].repeat(600_000)), "bytes of code in a function, more than 524288");
        refused(&with(&[0x03, 0x40, 0x0b].repeat(1001)), "1001 loops in a function");
        let loops = [0x03, 0x40, 0x0b].repeat(300);
        refused(&module(1, 0, 1, 1000, &loops), "300000 locals times loops in a function");
        let blocks = [0x02, 0x40, 0x0b].repeat(3000);
        refused(&module(1, 0, 1, 1000, &blocks), "locals times blocks in a function, more than 2500000");
        refused(&with(&nested(&[0x03, 0x40], 51)), "51 loops inside one another");
        refused(&with(&[0x02, 0x40, 0x0b].repeat(10_001)), "blocks in a function");
        refused(&with(&nested(&[0x02, 0x40], 2001)), "2001 blocks inside one another");
        refused(&with(&[0x10, 0].repeat(10_001)), "10001 calls in a function");
        refused(&with(&[0x11, 0, 0].repeat(1001)), "1001 indirect calls in a function");
        let table = [&[0x0e][..], &vector(&vec![vec![0]; 20_001]), &[0]].concat();
        refused(&with(&table), "20001 targets of br_table in a function");
    }

    #[test]
    fn what_compiling_takes_is_estimated_from_functions_and_code() {
        let mib = |bytes: &[u8]| {
            let takes = check(bytes).unwrap();
            (takes.all + takes.at_work) >> 20
        };
        assert_eq!(mib(&module(1, 0, 1, 0, &[])), 2);
        // Compiling it was seen to take 222 MiB.
        assert!((222..300).contains(&mib(&module(1, 0, 40_000, 0, &[]))));
        // One body of loads was seen to take 620 bytes for each of its own.
        let loads = [&[0x41, 0][..], &[0x28, 2, 0].repeat(100_000), &[0x1a]].concat();
        assert!((177..300).contains(&mib(&module(1, 0, 1, 0, &loads))));
    }

    #[test]
    fn a_component_is_called_one() {
        refused(b"\0asm\x0d\0\x01\0", "it is a component");
    }

    #[test]
    fn what_is_no_module_is_refused() {
        for bytes in [&b""[..], b"(module)", b"\0asm\x01\0\0\0\x01\xff"] {
            assert!(!check(bytes).unwrap_err().contains('\n'));
        }
    }
}
