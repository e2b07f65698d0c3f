//! The architectures that are known: what the graph of each is made of. A row is all that a new one of these parts takes;
//! `cuda/src/model/` puts the graph together.

/// Where norms stand in a layer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Norms {
    /// Before attention and before the feed forward.
    Before,
    /// There, and after both.
    Around,
    /// After both alone.
    After,
}

/// What queries and keys are normalised over, before they are turned.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum QueryKeyNorm {
    None = 0,
    EachHead = 1,
    Whole = 2,
    /// Over each head after it was turned, without weights.
    AfterRope = 3,
}

/// What feed-forward networks make of a value: `Activation` in `device.h`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Activation {
    Silu = 0,
    /// GELU by tanh.
    Gelu = 1,
    /// GELU itself.
    GeluErf = 2,
    /// Of values that were clamped, as gpt-oss does it.
    SwigluClamped = 3,
}

/// Encoders: all tokens see all others, and what comes out are embeddings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoder {
    /// It is none.
    None,
    /// With learned positions, and no gates.
    Bert,
    /// With rotary positions.
    Nomic,
}

/// Which layers see a window of the last positions alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Windows {
    /// None; a file that has a window is refused.
    None,
    /// All, where the file has a window.
    All,
    /// All but the last of so many.
    AllButEach(u32),
    /// The same, and they are chunks, which do not slide.
    ChunksButEach(u32),
}

/// How the weights of experts are made of a router's scores.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Experts {
    /// There are none.
    None,
    /// By a softmax, divided by the sum of those chosen.
    Normalised,
    /// By a softmax of all.
    OfAll,
    /// By a softmax of those chosen, with biases throughout.
    Biased,
    /// By sigmoids, which multiply what goes in; one more of the same size takes all.
    Before,
    /// As the file says, in all but the first layers, with some that take all.
    DeepSeek,
}

/// Factors that a file of this architecture gives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scales {
    None,
    /// The embedding by the square root of the width.
    Gemma,
    /// `embedding_scale`, `residual_scale`, `attention.scale` and `logit_scale`, by which logits are divided.
    Granite,
}

/// What an architecture's graph is made of.
pub(crate) struct Architecture {
    pub(crate) name: &'static str,
    /// Rotary pairs lie beside each other, not half a head apart.
    pub(crate) interleaved: bool,
    pub(crate) norms: Norms,
    pub(crate) query_key_norm: QueryKeyNorm,
    /// Queries, keys and values have biases always, not where a file has some.
    pub(crate) qkv_biases: bool,
    pub(crate) activation: Activation,
    pub(crate) encoder: Encoder,
    /// The norm before the feed forward is named for being behind attention.
    pub(crate) post_attention_names: bool,
    /// Heads have a score more, of a position that has nothing to say.
    pub(crate) sinks: bool,
    /// Keys and values are made of latent ones.
    pub(crate) latent: bool,
    /// Attention has a temperature by position, where a file has one.
    pub(crate) temperature: bool,
    pub(crate) windows: Windows,
    /// The window where the file says none.
    pub(crate) window: u64,
    /// Of so many layers the last has no rotary positions; 0: all have.
    pub(crate) rope_period: u32,
    /// Layers with a window turn by this base, unscaled, unless the file has another; 0: as the others.
    pub(crate) local_rope_base: f64,
    pub(crate) experts: Experts,
    pub(crate) scales: Scales,
    /// Attention's scores and the logits are soft-capped at these unless the file has others; 0: at nothing.
    pub(crate) softcaps: (f64, f64),
    /// With so many layers attention is scaled by the width per head, not by a head's size.
    pub(crate) layers_of_largest: u32,
}

/// Llama's parts, of which others say what differs.
const LLAMA: Architecture = Architecture {
    name: "llama",
    interleaved: true,
    norms: Norms::Before,
    query_key_norm: QueryKeyNorm::None,
    qkv_biases: false,
    activation: Activation::Silu,
    encoder: Encoder::None,
    post_attention_names: false,
    sinks: false,
    latent: false,
    temperature: false,
    windows: Windows::None,
    window: 0,
    rope_period: 0,
    local_rope_base: 0.0,
    experts: Experts::None,
    scales: Scales::None,
    softcaps: (0.0, 0.0),
    layers_of_largest: 0,
};

const GEMMA: Architecture = Architecture {
    name: "gemma",
    interleaved: false,
    activation: Activation::Gelu,
    scales: Scales::Gemma,
    ..LLAMA
};

const QWEN: Architecture = Architecture { interleaved: false, ..LLAMA };

const BERT: Architecture = Architecture {
    name: "bert",
    norms: Norms::After,
    activation: Activation::GeluErf,
    encoder: Encoder::Bert,
    ..QWEN
};

/// In the order in which messages name them.
pub(crate) const ARCHITECTURES: &[Architecture] = &[
    // Llama, Mistral, Mixtral, SmolLM and many more.
    Architecture { experts: Experts::Normalised, ..LLAMA },
    Architecture { name: "qwen2", qkv_biases: true, ..QWEN },
    Architecture { name: "qwen3", query_key_norm: QueryKeyNorm::EachHead, ..QWEN },
    Architecture {
        name: "qwen3moe",
        query_key_norm: QueryKeyNorm::EachHead,
        experts: Experts::Normalised,
        ..QWEN
    },
    // Phi 3, 3.5 and 4.
    Architecture { name: "phi3", windows: Windows::All, ..QWEN },
    GEMMA,
    Architecture {
        name: "gemma2",
        norms: Norms::Around,
        windows: Windows::AllButEach(2),
        window: 4096,
        softcaps: (50.0, 30.0),
        layers_of_largest: 46,
        ..GEMMA
    },
    Architecture {
        name: "gemma3",
        norms: Norms::Around,
        query_key_norm: QueryKeyNorm::EachHead,
        windows: Windows::AllButEach(6),
        window: 1024,
        local_rope_base: 10000.0,
        layers_of_largest: 62,
        ..GEMMA
    },
    Architecture { name: "granite", scales: Scales::Granite, ..LLAMA },
    Architecture { name: "granitemoe", scales: Scales::Granite, experts: Experts::Normalised, ..LLAMA },
    Architecture { name: "olmo2", norms: Norms::After, query_key_norm: QueryKeyNorm::Whole, ..QWEN },
    Architecture { name: "olmoe", query_key_norm: QueryKeyNorm::Whole, experts: Experts::OfAll, ..QWEN },
    Architecture { name: "smollm3", rope_period: 4, ..LLAMA },
    Architecture { name: "glm4", norms: Norms::Around, ..LLAMA },
    Architecture { name: "exaone", ..QWEN },
    Architecture { name: "internlm2", ..LLAMA },
    Architecture { name: "ernie4_5", ..LLAMA },
    // Mistral Small 3.1 and later, Ministral 3.
    Architecture { name: "mistral3", experts: Experts::Normalised, temperature: true, ..LLAMA },
    Architecture {
        name: "llama4",
        query_key_norm: QueryKeyNorm::AfterRope,
        windows: Windows::ChunksButEach(4),
        window: 8192,
        rope_period: 4,
        experts: Experts::Before,
        temperature: true,
        ..LLAMA
    },
    Architecture {
        name: "gpt-oss",
        activation: Activation::SwigluClamped,
        post_attention_names: true,
        sinks: true,
        windows: Windows::AllButEach(2),
        window: 128,
        experts: Experts::Biased,
        ..QWEN
    },
    // DeepSeek 2, 2.5, 3, 3.1 and R1, Kimi K2.
    Architecture { name: "deepseek2", latent: true, experts: Experts::DeepSeek, ..LLAMA },
    BERT,
    Architecture { name: "nomic-bert", activation: Activation::Silu, encoder: Encoder::Nomic, ..BERT },
];

/// The architecture of this name.
pub(crate) fn named(name: &str) -> Option<&'static Architecture> {
    ARCHITECTURES.iter().find(|known| known.name == name)
}

/// All names, as a sentence has them.
pub(crate) fn names() -> String {
    let (last, before) = ARCHITECTURES.split_last().expect("there are some");
    let before: Vec<_> = before.iter().map(|known| known.name).collect();
    format!("{} and {}", before.join(", "), last.name)
}
