use crate::{
    context::Context, device::open_device, error::Result, exports::inference::InferenceObject, model::Model,
};
use ffi_core::{Borrowed, Consumed, New, export, handle};

/// Takes a device into use for models: 0, 1, … is a GPU, -1 the CPU reference.
#[export]
fn rt_cuda_init(device: i64) -> Result<New<Context>> {
    open_device(device).map(Context::on).map(New::new)
}

/// Frees a context; its models and their inferences are stale. Calls that use them end first.
#[export]
fn rt_cuda_destroy(context: Consumed<Context>) -> Result<()> {
    let models = context.models.close();
    for &model in &models {
        if let Ok(model) = handle::get::<Model>(model, "model") {
            handle::free_all::<InferenceObject>(model.inferences.close());
        }
    }
    handle::free_all::<Model>(models);
    Ok(())
}

/// Loads a GGUF file (version 2 or 3), or the first of those that a model was split into, which finds the others beside it
/// by their names, onto the context's device. Architectures: llama (Mistral and Mixtral too), qwen2, qwen3, qwen3moe, phi3
/// (Phi 4 too), gemma, gemma2, gemma3, granite, granitemoe, olmo2, olmoe, smollm3, glm4, exaone, internlm2, ernie4_5,
/// mistral3, llama4, gpt-oss, deepseek2 (DeepSeek 3 too), and for embeddings alone bert and nomic-bert. Weights: F32, F16,
/// BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K, and on the CPU Q2_K, Q3_K, IQ4_NL, IQ4_XS, those of IQ1, IQ2 and
/// IQ3, TQ1_0, TQ2_0, MXFP4. A GPU refuses, with code 1, those weights, mixtures of experts, Granite's scales, temperatures
/// by position, latent attention, and encoders. A file that cannot be loaded gives code 3 and leaves nothing allocated, and so does one with a tensor, or with a metadata key of its
/// architecture, that is not used here (last error names it): its results would be wrong; too little memory code 2, before anything is copied.
/// On the CPU the weights stay in the file (`rt_cuda_set_mapping`): one that was written to since fails every call of the
/// model with code 3, and one that is made shorter in the midst of a call ends the process.
#[export(blocks, heavy)]
fn rt_cuda_load_model(context: &Context, path: &str) -> Result<Borrowed<Model>> {
    let mut model = context.load_model(path)?;
    model.family = Some(context.models.clone());
    context.models.adopt(model, "context")
}

/// Returns the bytes that this process has allocated on the context's device.
#[export]
fn rt_cuda_get_process_vram_usage(context: &Context) -> i64 {
    context.process_vram_usage() as i64
}

/// Tells whether the context's device answers; last error says what is wrong with it.
#[export(blocks)]
fn rt_cuda_check_device_health(context: &Context) -> Result<()> {
    context.check_device_health()
}
