"""Kernels in PTX, for the functions that run a host's own: from the archive's point of view any program's."""

SCALE_AND_ADD = """
.version 7.0
.target sm_70
.address_size 64
.visible .entry scale_and_add(.param .u64 x, .param .u64 y, .param .f32 factor, .param .u32 count) {
    .reg .pred %p;
    .reg .b32 %r<6>;
    .reg .f32 %f<5>;
    .reg .b64 %d<6>;
    mov.u32 %r1, %ctaid.x;
    mov.u32 %r2, %ntid.x;
    mov.u32 %r3, %tid.x;
    mad.lo.s32 %r4, %r1, %r2, %r3;
    ld.param.u32 %r5, [count];
    setp.ge.u32 %p, %r4, %r5;
    @%p bra DONE;
    ld.param.u64 %d1, [x];
    ld.param.u64 %d2, [y];
    cvta.to.global.u64 %d1, %d1;
    cvta.to.global.u64 %d2, %d2;
    mul.wide.u32 %d3, %r4, 4;
    add.s64 %d4, %d1, %d3;
    add.s64 %d5, %d2, %d3;
    ld.global.f32 %f1, [%d4];
    ld.global.f32 %f2, [%d5];
    ld.param.f32 %f3, [factor];
    fma.rn.f32 %f4, %f1, %f3, %f2;
    st.global.f32 [%d5], %f4;
DONE:
    ret;
}
"""


def products(tiles):
    """A kernel that does nothing but multiply matrices in registers: `tiles` products of 16x16 by 16x8 in 16-bit
    floats at a time, and so often. Each is 4096 multiplications and additions."""
    registers = "\n".join(f"    .reg .f32 %c{tile}_<4>;" for tile in range(tiles))
    zeros = "\n".join(f"    mov.f32 %c{tile}_{i}, 0f00000000;" for tile in range(tiles) for i in range(4))
    multiply = "\n".join(
        f"    mma.sync.aligned.m16n8k16.row.col.f32.f16.f16.f32 {{{four(tile)}}}, {{%a0, %a1, %a2, %a3}}, {{%b0, %b1}}, {{{four(tile)}}};"
        for tile in range(tiles)
    )
    add = "\n".join(f"    add.f32 %c0_0, %c0_0, %c{tile}_{i};" for tile in range(tiles) for i in range(4) if tile or i)
    return f"""
.version 7.0
.target sm_80
.address_size 64
.visible .entry products(.param .u64 out, .param .u32 times) {{
    .reg .pred %p;
    .reg .b32 %a<4>, %b<2>, %i, %r<4>;
    .reg .b64 %d<3>;
{registers}
    mov.b32 %a0, 0x00010000; mov.b32 %a1, 0x00010001; mov.b32 %a2, 0; mov.b32 %a3, 0x00000001;
    mov.b32 %b0, 0x00010001; mov.b32 %b1, 0x00010000;
{zeros}
    ld.param.u32 %i, [times];
AGAIN:
{multiply}
    sub.u32 %i, %i, 1;
    setp.ne.u32 %p, %i, 0;
    @%p bra AGAIN;
{add}
    ld.param.u64 %d0, [out];
    cvta.to.global.u64 %d0, %d0;
    mov.u32 %r0, %ctaid.x;
    mov.u32 %r1, %ntid.x;
    mov.u32 %r2, %tid.x;
    mad.lo.s32 %r3, %r0, %r1, %r2;
    mul.wide.u32 %d1, %r3, 4;
    add.s64 %d2, %d0, %d1;
    st.global.f32 [%d2], %c0_0;
    ret;
}}
"""


def four(tile):
    return ", ".join(f"%c{tile}_{i}" for i in range(4))


MULTIPLICATIONS_OF_A_TILE = 16 * 8 * 16
