// A module in AssemblyScript that counts.

export function module_abi_version(): i32 {
  return 1;
}

// An instance is its count.
export function create_module(): usize {
  const counter = heap.alloc(8);
  store<i64>(counter, 0);
  return counter;
}

export function destroy_module(counter: usize): void {
  heap.free(counter);
}

export function alloc_string(size: i32): usize {
  return heap.alloc(<usize>size);
}

export function free_string(text: usize): void {
  heap.free(text);
}

export function handle_message(counter: usize, messageType: usize, payload: usize): usize {
  if (read(messageType) != "command") {
    return give('{"status":"error","error":"this module takes commands only"}');
  }
  const count = load<i64>(counter) + add(read(payload));
  store<i64>(counter, count);
  return give('{"status":"success","data":' + count.toString() + "}");
}

// The number at "add" of a payload as small as this; 1 where there is none.
function add(payload: string): i64 {
  const key = '"add":';
  const at = payload.indexOf(key);
  return at < 0 ? 1 : I64.parseInt(payload.substring(at + key.length));
}

// The text at an address: UTF-8 with a NUL behind it.
function read(at: usize): string {
  let end = at;
  while (load<u8>(end)) end++;
  return String.UTF8.decodeUnsafe(at, end - at);
}

// A copy of a text, which the host gives to free_string.
function give(text: string): usize {
  const copy = heap.alloc(<usize>String.UTF8.byteLength(text, true));
  String.UTF8.encodeUnsafe(changetype<usize>(text), text.length, copy, true);
  return copy;
}
