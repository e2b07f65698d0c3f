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

# out[i] = words - 1 - i, by way of shared memory that is given at the launch.
TURN_AROUND = """
.version 7.0
.target sm_70
.address_size 64
.extern .shared .align 16 .b8 memory[];
.visible .entry turn_around(.param .u64 out, .param .u32 words) {
    .reg .pred %p;
    .reg .b32 %r<8>;
    .reg .b64 %d<4>;
    mov.u32 %r1, memory;
    mov.u32 %r2, %ntid.x;
    ld.param.u32 %r3, [words];
    mov.u32 %r4, %tid.x;
WRITE:
    shl.b32 %r5, %r4, 2;
    add.u32 %r5, %r5, %r1;
    st.shared.u32 [%r5], %r4;
    add.u32 %r4, %r4, %r2;
    setp.lt.u32 %p, %r4, %r3;
    @%p bra WRITE;
    bar.sync 0;
    ld.param.u64 %d1, [out];
    cvta.to.global.u64 %d1, %d1;
    mov.u32 %r4, %tid.x;
READ:
    sub.u32 %r5, %r3, %r4;
    sub.u32 %r5, %r5, 1;
    shl.b32 %r5, %r5, 2;
    add.u32 %r5, %r5, %r1;
    ld.shared.u32 %r6, [%r5];
    mul.wide.u32 %d2, %r4, 4;
    add.s64 %d3, %d1, %d2;
    st.global.u32 [%d3], %r6;
    add.u32 %r4, %r4, %r2;
    setp.lt.u32 %p, %r4, %r3;
    @%p bra READ;
    ret;
}
"""


# Random halves of 0.5 to 1, of either sign: matrices of few bits set let a card clock higher than real ones do.
RANDOM_HALVES = """
    mov.u32 %r{0}, {1};
    mul.lo.u32 %r{0}, %r{0}, 0x9E3779B1;
    shr.u32 %hash, %r{0}, 15;
    xor.b32 %r{0}, %r{0}, %hash;
    mul.lo.u32 %r{0}, %r{0}, 0x85EBCA77;
    and.b32 %r{0}, %r{0}, 0x83FF83FF;
    or.b32 %r{0}, %r{0}, 0x38003800;"""


def registers(name, first, count):
    return ", ".join(f"%{name}{i}" for i in range(first, first + count))


def store_sum(count):
    """Ends a kernel: what all products came to goes to out[thread], so that none is left out."""
    add = "\n".join(f"    add.f32 %c0, %c0, %c{i};" for i in range(1, count))
    return f"""
{add}
    ld.param.u64 %d0, [out];
    cvta.to.global.u64 %d0, %d0;
    mov.u32 %r0, %ctaid.x;
    mov.u32 %r1, %ntid.x;
    mov.u32 %r2, %tid.x;
    mad.lo.s32 %r3, %r0, %r1, %r2;
    mul.wide.u32 %d1, %r3, 4;
    add.s64 %d2, %d0, %d1;
    st.global.f32 [%d2], %c0;
    ret;
"""


def zeros(count):
    return "\n".join(f"    mov.f32 %c{i}, 0f00000000;" for i in range(count))


class Products:
    """A kernel `products(out, times)` that does nothing but multiply matrices of 16-bit floats. Each warp makes
    `operations` multiplications and additions each of the times."""

    def __init__(self, instruction, text, operations):
        self.instruction, self.text, self.operations = instruction, text, operations


def mma_products(tiles=8):
    """In registers: 16x16 by 16x8, `tiles` of them at a time."""
    multiply = "\n".join(
        f"    mma.sync.aligned.m16n8k16.row.col.f32.f16.f16.f32 {{{registers('c', 4 * tile, 4)}}}, {{%r4, %r5, %r6, %r7}}, {{%r8, %r9}}, {{{registers('c', 4 * tile, 4)}}};"
        for tile in range(tiles)
    )
    values = "".join(RANDOM_HALVES.format(i, "%tid.x") + f"\n    add.u32 %r{i}, %r{i}, {i};" for i in range(4, 10))
    text = f"""
.version 7.0
.target sm_80
.address_size 64
.visible .entry products(.param .u64 out, .param .u32 times) {{
    .reg .pred %p;
    .reg .b32 %r<10>, %i, %hash;
    .reg .b64 %d<3>;
    .reg .f32 %c<{4 * tiles}>;
{values}
{zeros(4 * tiles)}
    ld.param.u32 %i, [times];
AGAIN:
{multiply}
    sub.u32 %i, %i, 1;
    setp.ne.u32 %p, %i, 0;
    @%p bra AGAIN;
{store_sum(4 * tiles)}}}
"""
    return Products("mma.sync", text, 2 * 16 * 8 * 16 * tiles)


def wgmma_products(together=16):
    """On Hopper, from shared memory: 64x16 by 16x256, `together` of them at a time. A block has two warpgroups, which is
    256 threads."""
    sums, tiles = 128, (64 + 256) * 128
    multiply = "\n".join(
        f"    add.u64 %d3, %d1, {2 * (i % 4)};\n    add.u64 %d4, %d2, {2 * (i % 4)};\n"
        f"    wgmma.mma_async.sync.aligned.m64n256k16.f32.f16.f16 {{{registers('c', 0, sums)}}}, %d3, %d4, 1, 1, 1, 0, 0;"
        for i in range(together)
    )
    text = f"""
.version 8.0
.target sm_90a
.address_size 64
.visible .entry products(.param .u64 out, .param .u32 times) {{
    .shared .align 1024 .b8 tiles[{tiles}];
    .reg .pred %p;
    .reg .b32 %r<10>, %i, %hash;
    .reg .b64 %d<5>;
    .reg .f32 %c<{sums}>;
    mov.u32 %r4, tiles;
    mov.u32 %r5, %tid.x;
    mov.u32 %r8, %ntid.x;
FILL:
{RANDOM_HALVES.format(6, "%r5")}
    shl.b32 %r7, %r5, 2;
    add.u32 %r7, %r7, %r4;
    st.shared.b32 [%r7], %r6;
    add.u32 %r5, %r5, %r8;
    setp.lt.u32 %p, %r5, {tiles // 4};
    @%p bra FILL;
    fence.proxy.async.shared::cta;
    bar.sync 0;
    shr.u32 %r5, %r4, 4;
    cvt.u64.u32 %d1, %r5;
    or.b64 %d1, %d1, {1 << 62 | 64 << 32};
    add.u64 %d2, %d1, {64 * 128 >> 4};
{zeros(sums)}
    ld.param.u32 %i, [times];
AGAIN:
    wgmma.fence.sync.aligned;
{multiply}
    wgmma.commit_group.sync.aligned;
    wgmma.wait_group.sync.aligned 0;
    sub.u32 %i, %i, 1;
    setp.ne.u32 %p, %i, 0;
    @%p bra AGAIN;
{store_sum(sums)}}}
"""
    return Products("wgmma", text, 2 * 64 * 256 * 16 * together // 4)
