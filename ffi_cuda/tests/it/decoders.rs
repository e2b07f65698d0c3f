//! The block decoders, bit for bit against PyPI's gguf.

use crate::common;

use std::fs;

#[test]
fn every_type_decodes_as_gguf_does() {
    let (folder, kinds) = common::script("blocks.py", &[]);
    let mut count = 0;
    for kind in kinds.lines() {
        let path = folder.path().join(kind);
        let actual = ffi_cuda::testing::decode_blocks(
            kind.parse().unwrap(),
            &fs::read(path.with_extension("raw")).unwrap(),
        );
        let actual: Vec<u32> = actual.unwrap().into_iter().map(f32::to_bits).collect();
        let expected = common::numbers(path.with_extension("f32"), u32::from_le_bytes);
        assert_eq!(actual.len(), expected.len());
        for (i, (a, e)) in actual.iter().zip(&expected).enumerate() {
            // A NaN's payload is no value.
            let both_nan = f32::from_bits(*a).is_nan() && f32::from_bits(*e).is_nan();
            assert!(a == e || both_nan, "type {kind}, value {i}: {a:#x} and not {e:#x}");
        }
        count += 1;
    }
    assert_eq!(count, 25);
}

#[test]
fn what_is_no_block_is_refused() {
    for (kind, bytes) in [(2, 17), (12, 143), (5, 32), (99, 0)] {
        let error = ffi_cuda::testing::decode_blocks(kind, &vec![0; bytes]).unwrap_err();
        assert_eq!(error.code(), 5);
    }
}
