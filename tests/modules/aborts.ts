// A module in AssemblyScript that ends itself.

export function module_abi_version(): i32 {
  return 1;
}

export function create_module(): usize {
  return 8;
}

export function destroy_module(module: usize): void {}

export function alloc_string(size: i32): usize {
  return heap.alloc(<usize>size);
}

export function free_string(text: usize): void {
  heap.free(text);
}

export function handle_message(module: usize, messageType: usize, payload: usize): usize {
  throw new Error("no luck");
}
