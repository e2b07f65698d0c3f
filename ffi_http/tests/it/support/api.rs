//! The exported functions, called as C calls them and put into Rust's terms.
#![allow(unsafe_code, dead_code)]

use ffi_http as _;
use simple_native_sys::*;
use std::ffi::{CStr, CString, c_char, c_void};

/// A callback of the tests.
pub type Callback = extern "C-unwind" fn(i64, *mut c_void) -> i64;

// Those that `simple_native_sys` may not have yet.
fn c(text: &str) -> CString {
    CString::new(text).expect("no NUL")
}

fn own(text: *mut c_char) -> String {
    assert!(!text.is_null());
    // SAFETY: a text of the archive, freed once.
    unsafe {
        let bytes = std::slice::from_raw_parts(text.cast::<u8>(), rt_text_len(text) as usize).to_vec();
        assert_eq!(CStr::from_ptr(text).to_bytes(), bytes.split(|b| *b == 0).next().unwrap_or(b""));
        rt_text_free(text);
        String::from_utf8(bytes).expect("UTF-8")
    }
}

fn own_bytes(bytes: RtBytes) -> Vec<u8> {
    if bytes.len == 0 {
        return Vec::new();
    }
    // SAFETY: bytes of the archive, freed once.
    unsafe {
        let copy = std::slice::from_raw_parts(bytes.data, bytes.len as usize).to_vec();
        rt_bytes_free(bytes.data, bytes.len);
        copy
    }
}

fn own_texts(array: RtTextArray) -> Vec<String> {
    // SAFETY: an array of the archive, freed once.
    unsafe {
        let texts = (0..array.len as usize)
            .map(|i| CStr::from_ptr(*array.data.add(i)).to_string_lossy().into_owned())
            .collect();
        rt_text_array_free(array.data, array.len);
        texts
    }
}

/// Outcome of a request.
#[derive(Debug, PartialEq, Eq, Clone)]
pub struct Answer {
    pub status: i64,
    pub body: String,
    pub error: String,
}

fn answer(result: RtHttpResult) -> Answer {
    Answer { status: result.status, body: own(result.body), error: own(result.error) }
}

fn saved(result: RtHttpDownload) -> (i64, i64, String) {
    (result.status, result.bytes, own(result.error))
}

/// One call: parameters and results in Rust's terms.
macro_rules! calls {
    ($($name:ident = $symbol:ident($($arg:ident: $kind:tt),*) -> $out:tt;)*) => {$(
        pub fn $name($($arg: calls!(@rust $kind)),*) -> calls!(@result $out) {
            $(calls!(@hold $arg $kind);)*
            #[allow(unused_unsafe)]
            // SAFETY: what is passed outlives the call.
            let result = unsafe { calls!(@call $symbol [$($arg: $kind),*] []) };
            calls!(@convert $out result)
        }
    )*};
    (@rust text) => { &str };
    (@rust texts) => { &[&str] };
    (@rust bytes) => { &[u8] };
    (@rust buffer) => { &mut [u8] };
    (@rust $other:ty) => { $other };
    (@result text) => { String };
    (@result answer) => { Answer };
    (@result saved) => { (i64, i64, String) };
    (@result bytes) => { Vec<u8> };
    (@result texts) => { Vec<String> };
    (@result none) => { () };
    (@result $other:ty) => { $other };
    (@hold $arg:ident text) => { let $arg = c($arg); };
    (@hold $arg:ident texts) => {
        let held: Vec<CString> = $arg.iter().map(|text| c(text)).collect();
        let $arg: Vec<*const c_char> = held.iter().map(|text| text.as_ptr()).collect();
    };
    (@hold $arg:ident $other:tt) => {};
    (@call $function:path [] [$($done:tt)*]) => { $function($($done)*) };
    (@call $function:path [$arg:ident: text $(, $($rest:tt)*)?] [$($done:tt)*]) => {
        calls!(@call $function [$($($rest)*)?] [$($done)* $arg.as_ptr(),])
    };
    (@call $function:path [$arg:ident: texts $(, $($rest:tt)*)?] [$($done:tt)*]) => {
        calls!(@call $function [$($($rest)*)?] [$($done)* $arg.as_ptr(), $arg.len() as i64,])
    };
    (@call $function:path [$arg:ident: bytes $(, $($rest:tt)*)?] [$($done:tt)*]) => {
        calls!(@call $function [$($($rest)*)?] [$($done)* $arg.as_ptr(), $arg.len() as i64,])
    };
    (@call $function:path [$arg:ident: buffer $(, $($rest:tt)*)?] [$($done:tt)*]) => {
        calls!(@call $function [$($($rest)*)?] [$($done)* $arg.as_mut_ptr(), $arg.len() as i64,])
    };
    (@call $function:path [$arg:ident: $kind:tt $(, $($rest:tt)*)?] [$($done:tt)*]) => {
        calls!(@call $function [$($($rest)*)?] [$($done)* $arg,])
    };
    (@convert text $result:ident) => { own($result) };
    (@convert answer $result:ident) => { answer($result) };
    (@convert saved $result:ident) => { saved($result) };
    (@convert bytes $result:ident) => { own_bytes($result) };
    (@convert texts $result:ident) => { own_texts($result) };
    (@convert $other:tt $result:ident) => { $result };
}

calls! {
    last_error = rt_http_get_last_error() -> text;
    get = rt_http_get(url: text) -> answer;
    post = rt_http_post(url: text, body: text, content_type: text) -> answer;
    head = rt_http_head(url: text) -> answer;
    request = rt_http_request(method: text, url: text, headers: texts, body: text) -> answer;
    download = rt_http_download(url: text, output_path: text) -> saved;
    upload = rt_http_upload(url: text, file_path: text, field_name: text) -> answer;
    client_create = rt_http_client_create() -> i64;
    client_set_timeout = rt_http_client_set_timeout(client: i64, timeout_ms: i64) -> bool;
    client_set_connect_timeout = rt_http_client_set_connect_timeout(client: i64, timeout_ms: i64) -> bool;
    client_set_header = rt_http_client_set_header(client: i64, key: text, value: text) -> bool;
    client_set_max_redirects = rt_http_client_set_max_redirects(client: i64, count: i64) -> bool;
    client_set_body_limit = rt_http_client_set_body_limit(client: i64, bytes: i64) -> bool;
    client_set_stall_timeout = rt_http_client_set_stall_timeout(client: i64, timeout_ms: i64) -> bool;
    client_set_idle_timeout = rt_http_client_set_idle_timeout(client: i64, timeout_ms: i64) -> bool;
    client_set_header_limit = rt_http_client_set_header_limit(client: i64, fields: i64, bytes: i64) -> bool;
    server_set_keep_alive_timeout = rt_http_server_set_keep_alive_timeout(server: i64, timeout_ms: i64) -> bool;
    server_set_max_headers = rt_http_server_set_max_headers(server: i64, count: i64) -> bool;
    server_set_body_stall_timeout = rt_http_server_set_body_stall_timeout(server: i64, timeout_ms: i64) -> bool;
    server_get_last_error = rt_http_server_get_last_error(server: i64) -> text;
    client_set_proxy = rt_http_client_set_proxy(client: i64, url: text) -> bool;
    client_set_resolve = rt_http_client_set_resolve(client: i64, host: text, address: text) -> bool;
    client_set_unix_socket = rt_http_client_set_unix_socket(client: i64, path: text) -> bool;
    client_add_roots = rt_http_client_add_root_certificates(client: i64, pem: text) -> bool;
    client_request = rt_http_client_request(client: i64, method: text, url: text, headers: texts, body: text) -> answer;
    client_download = rt_http_client_download(client: i64, url: text, headers: texts, output_path: text) -> saved;
    client_upload = rt_http_client_upload(client: i64, url: text, headers: texts, file_path: text, field_name: text) -> answer;
    client_send_file = rt_http_client_send_file(client: i64, method: text, url: text, headers: texts, file_path: text) -> answer;
    client_set_credentials = rt_http_client_set_credentials(client: i64, url: text, scheme: text, name: text, secret: text) -> bool;
    client_set_retries = rt_http_client_set_retries(client: i64, options_json: text) -> bool;
    client_set_local_address = rt_http_client_set_local_address(client: i64, address: text) -> bool;
    client_set_cookies = rt_http_client_set_cookies(client: i64, enabled: bool) -> none;
    client_set_cookie = rt_http_client_set_cookie(client: i64, url: text, cookie: text) -> bool;
    client_get_cookies = rt_http_client_get_cookies(client: i64, url: text) -> text;
    client_list_cookies = rt_http_client_list_cookies(client: i64) -> text;
    client_clear_cookies = rt_http_client_clear_cookies(client: i64) -> bool;
    client_load_cookies = rt_http_client_load_cookies(client: i64, path: text) -> i64;
    client_save_cookies = rt_http_client_save_cookies(client: i64, path: text) -> bool;
    client_fetch_form = rt_http_client_fetch_form(client: i64, method: text, url: text, headers: texts, form_json: text) -> i64;
    request_part_count = rt_http_request_part_count(request: i64) -> i64;
    request_part_name = rt_http_request_part_name(request: i64, index: i64) -> text;
    request_part_file_name = rt_http_request_part_file_name(request: i64, index: i64) -> text;
    request_part_header = rt_http_request_part_header(request: i64, index: i64, key: text) -> text;
    request_part_text = rt_http_request_part_text(request: i64, index: i64) -> text;
    request_part_bytes = rt_http_request_part_bytes(request: i64, index: i64) -> bytes;
    request_read = rt_http_request_read(request: i64, buffer: buffer, timeout_ms: i64) -> i64;
    server_route_with_options = rt_http_server_route_with_options(server: i64, method: text, path: text, handler: text, options_json: text) -> bool;
    client_websocket = rt_http_client_websocket(client: i64, url: text, headers: texts) -> i64;
    client_destroy = rt_http_client_destroy(client: i64) -> none;
    fetch = rt_http_client_fetch(client: i64, method: text, url: text, headers: texts, body: text) -> i64;
    fetch_bytes = rt_http_client_fetch_bytes(client: i64, method: text, url: text, headers: texts, body: bytes) -> i64;
    fetch_status = rt_http_fetch_status(fetch: i64) -> i64;
    fetch_version = rt_http_fetch_version(fetch: i64) -> text;
    fetch_url = rt_http_fetch_url(fetch: i64) -> text;
    fetch_header = rt_http_fetch_header(fetch: i64, key: text) -> text;
    fetch_header_bytes = rt_http_fetch_header_bytes(fetch: i64, key: text) -> bytes;
    fetch_headers = rt_http_fetch_headers(fetch: i64) -> texts;
    fetch_body = rt_http_fetch_body(fetch: i64) -> text;
    fetch_body_bytes = rt_http_fetch_body_bytes(fetch: i64) -> bytes;
    fetch_take_body_bytes = rt_http_fetch_take_body_bytes(fetch: i64) -> bytes;
    fetch_free = rt_http_fetch_free(fetch: i64) -> none;
    stream_open = rt_http_stream_open(client: i64, method: text, url: text, headers: texts) -> i64;
    stream_write = rt_http_stream_write(stream: i64, data: bytes) -> bool;
    stream_finish = rt_http_stream_finish(stream: i64) -> i64;
    stream_header = rt_http_stream_header(stream: i64, key: text) -> text;
    stream_header_bytes = rt_http_stream_header_bytes(stream: i64, key: text) -> bytes;
    stream_read = rt_http_stream_read(stream: i64, buffer: buffer) -> i64;
    stream_free = rt_http_stream_free(stream: i64) -> none;
    transfer_start = rt_http_transfer_start(client: i64, method: text, url: text, headers: texts, body: bytes) -> i64;
    transfer_download = rt_http_transfer_download(client: i64, url: text, headers: texts, output_path: text, resume: bool) -> i64;
    transfer_received = rt_http_transfer_received(transfer: i64) -> i64;
    transfer_expected = rt_http_transfer_expected(transfer: i64) -> i64;
    transfer_is_done = rt_http_transfer_is_done(transfer: i64) -> bool;
    transfer_wait = rt_http_transfer_wait(transfer: i64, timeout_ms: i64) -> bool;
    transfer_take = rt_http_transfer_take(transfer: i64) -> i64;
    transfer_fd = rt_http_transfer_fd(transfer: i64) -> i64;
    transfer_free = rt_http_transfer_free(transfer: i64) -> none;
    server_fd = rt_http_server_fd(server: i64) -> i64;
    server_create = rt_http_server_create(port: i64) -> i64;
    server_create_at = rt_http_server_create_at(address: text, port: i64) -> i64;
    server_create_unix = rt_http_server_create_unix(path: text) -> i64;
    server_port = rt_http_server_port(server: i64) -> i64;
    server_route = rt_http_server_route(server: i64, method: text, path: text, handler: text) -> bool;
    server_static = rt_http_server_static(server: i64, path: text, dir: text) -> bool;
    server_static_with_options = rt_http_server_static_with_options(server: i64, path: text, dir: text, options_json: text) -> bool;
    server_websocket = rt_http_server_websocket(server: i64, path: text, handler: text) -> bool;
    server_start = rt_http_server_start(server: i64) -> bool;
    server_start_background = rt_http_server_start_background(server: i64) -> bool;
    server_stop = rt_http_server_stop(server: i64) -> bool;
    server_destroy = rt_http_server_destroy(server: i64) -> none;
    server_set_body_limit = rt_http_server_set_body_limit(server: i64, bytes: i64) -> bool;
    server_set_header_limit = rt_http_server_set_header_limit(server: i64, bytes: i64) -> bool;
    server_set_header_timeout = rt_http_server_set_header_timeout(server: i64, timeout_ms: i64) -> bool;
    server_set_body_timeout = rt_http_server_set_body_timeout(server: i64, timeout_ms: i64) -> bool;
    server_set_answer_timeout = rt_http_server_set_answer_timeout(server: i64, timeout_ms: i64) -> bool;
    server_set_write_timeout = rt_http_server_set_write_timeout(server: i64, timeout_ms: i64) -> bool;
    server_set_stop_timeout = rt_http_server_set_stop_timeout(server: i64, timeout_ms: i64) -> bool;
    server_set_max_connections = rt_http_server_set_max_connections(server: i64, count: i64) -> bool;
    server_set_compression = rt_http_server_set_compression(server: i64, enabled: bool) -> bool;
    server_set_http2 = rt_http_server_set_http2(server: i64, enabled: bool) -> bool;
    client_set_tls = rt_http_client_set_tls(client: i64, options_json: text) -> bool;
    request_query_all = rt_http_request_query_all(request: i64, key: text) -> texts;
    request_form_all = rt_http_request_form_all(request: i64, key: text) -> texts;
    request_version = rt_http_request_version(request: i64) -> text;
    request_scheme = rt_http_request_scheme(request: i64) -> text;
    server_set_tls = rt_http_server_set_tls(server: i64, options_json: text) -> bool;
    server_next_request = rt_http_server_next_request(server: i64, timeout_ms: i64) -> i64;
    server_respond = rt_http_server_respond(request: i64, response: i64) -> bool;
    unregister = rt_http_unregister_handler(name: text) -> bool;
    request_method = rt_http_request_method(request: i64) -> text;
    request_path = rt_http_request_path(request: i64) -> text;
    request_header = rt_http_request_header(request: i64, key: text) -> text;
    request_header_bytes = rt_http_request_header_bytes(request: i64, key: text) -> bytes;
    request_headers = rt_http_request_headers(request: i64) -> texts;
    request_body = rt_http_request_body(request: i64) -> text;
    request_body_bytes = rt_http_request_body_bytes(request: i64) -> bytes;
    request_query = rt_http_request_query(request: i64, key: text) -> text;
    request_param = rt_http_request_param(request: i64, name: text) -> text;
    request_remote_address = rt_http_request_remote_address(request: i64) -> text;
    request_handler = rt_http_request_handler(request: i64) -> text;
    request_free = rt_http_request_free(request: i64) -> none;
    last_error_code = rt_http_get_last_error_code() -> i64;
    response_stream_begin = rt_http_response_stream_begin(request: i64, response: i64, options_json: text) -> i64;
    response_stream_write = rt_http_response_stream_write(stream: i64, data: bytes, timeout_ms: i64) -> i64;
    response_stream_send_event = rt_http_response_stream_send_event(stream: i64, event: text, data: text, id: text, timeout_ms: i64) -> bool;
    response_stream_finish = rt_http_response_stream_finish(stream: i64) -> bool;
    response_stream_free = rt_http_response_stream_free(stream: i64) -> none;
    response_create = rt_http_response_create(status: i64, body: text) -> i64;
    response_create_bytes = rt_http_response_create_bytes(status: i64, body: bytes, content_type: text) -> i64;
    response_set_header = rt_http_response_set_header(response: i64, key: text, value: text) -> bool;
    response_add_header = rt_http_response_add_header(response: i64, key: text, value: text) -> bool;
    response_json = rt_http_response_json(response: i64, json: text) -> bool;
    response_free = rt_http_response_free(response: i64) -> none;
    ws_take_refusal = rt_ws_take_refusal() -> i64;
    ws_protocol = rt_ws_protocol(ws: i64) -> text;
    ws_round_trip = rt_ws_round_trip(ws: i64, timeout_ms: i64) -> i64;
    ws_set_keep_alive = rt_ws_set_keep_alive(ws: i64, interval_ms: i64, timeout_ms: i64) -> bool;
    ws_set_events = rt_ws_set_events(ws: i64, enabled: bool) -> none;
    ws_fd = rt_ws_fd(ws: i64) -> i64;
    client_set_websocket_options = rt_http_client_set_websocket_options(client: i64, options_json: text) -> bool;
    server_set_websocket_options = rt_http_server_set_websocket_options(server: i64, options_json: text) -> bool;
    ws_accept = rt_ws_accept(request: i64) -> i64;
    ws_accept_protocol = rt_ws_accept_protocol(request: i64, protocol: text) -> i64;
    ws_connect = rt_ws_connect(url: text) -> i64;
    ws_send = rt_ws_send(ws: i64, message: text) -> bool;
    ws_send_text = rt_ws_send_text(ws: i64, data: bytes) -> bool;
    ws_send_bytes = rt_ws_send_bytes(ws: i64, data: bytes) -> bool;
    ws_receive = rt_ws_receive(ws: i64) -> text;
    ws_receive_timeout = rt_ws_receive_timeout(ws: i64, timeout_ms: i64) -> text;
    ws_receive_bytes = rt_ws_receive_bytes(ws: i64) -> bytes;
    ws_wait = rt_ws_wait(ws: i64, timeout_ms: i64) -> i64;
    ws_ping = rt_ws_ping(ws: i64) -> bool;
    ws_close = rt_ws_close(ws: i64) -> bool;
    ws_close_code = rt_ws_close_code(ws: i64) -> i64;
    ws_close_with = rt_ws_close_with(ws: i64, code: i64, reason: text) -> bool;
}

/// Registers `function` under `name`.
pub fn register(name: &str, function: Callback) {
    let name = c(name);
    // SAFETY: the callbacks of the tests do not look at their data.
    assert!(unsafe { rt_http_register_handler(name.as_ptr(), Some(function), std::ptr::null_mut()) });
}

/// Objects alive, by the boundary's count.
pub fn live() -> i64 {
    ffi_core::handle::live()
}
