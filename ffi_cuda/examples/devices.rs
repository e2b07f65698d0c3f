//! Prints the CUDA runtime's version, how many GPUs there are, and what a device beyond them says.

fn main() {
    let count = ffi_cuda::device_count();
    let beyond = ffi_cuda::Context::new(count).err().map(|error| error.to_string());
    println!("{} {count} {}", ffi_cuda::runtime_version(), beyond.unwrap_or_default());
}
