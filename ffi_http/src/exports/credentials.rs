//! Who clients are, where they come from, and when they try again.

use crate::{
    client::{Client, Retries, request},
    error::Result,
};
use ffi_core::export;

/// Says who `client` is to the server of `url`, in requests to its scheme, host and port alone, redirects to it included: by
/// `scheme` `basic` with a `name` and a `secret`, in every request; `bearer` with a token as `secret` and no name, in every
/// request; or `digest` (RFC 7616, MD5 and SHA-256), which answers the server's challenge, without the password, and every
/// request from then on. With an empty `scheme` nothing is said any more. A request with an `Authorization` header of its
/// own, or a name in its address, says that. A body that streams cannot be sent again after a challenge: the 401 is the
/// answer then, and the next request is signed. False where the scheme is another, or a name or a secret cannot be sent; the
/// last error repeats nothing of them.
#[export(memory = 6)]
fn rt_http_client_set_credentials(
    client: &Client,
    url: &str,
    scheme: &str,
    name: &str,
    secret: &str,
) -> Result<()> {
    client.credentials().set(&request::address(url)?, scheme, name, secret)
}

/// Sets when `client` sends a request again that came to nothing, within its time limit. `options_json` is an object, or
/// `""` for never, as at first: `count`, how often at most (0 to 100, 0 at first); `wait_ms`, how long it waits before the
/// first time (500; 0 to a day), twice as long before each further one, up to `max_wait_ms` (30000), each between half of
/// that and all; `statuses`, the answers that it asks for anew (429, 502, 503 and 504), after the time that their
/// `Retry-After` names, and not at all where that is longer than `max_wait_ms`. Sent again are GET, HEAD, OPTIONS, TRACE, PUT and
/// DELETE, with `all_methods` every request, and any of which nothing was sent because no connection came about; not what
/// streams. After the last time its answer, or failure, is what came of it.
#[export(schema(options_json = "ffi_http/src/client/retries.schema.json"))]
fn rt_http_client_set_retries(client: &Client, options_json: &str) -> Result<()> {
    client.set_retries(Retries::parse(options_json)?);
    Ok(())
}

/// Has connections of `client` come from `address`, an IP address of this machine, for requests and WebSockets; with an
/// empty `address` the system chooses, as at first. Servers that have no address of its kind (IPv4 or IPv6) cannot be
/// reached then. False where `address` is none; whether it is this machine's is seen when a request is sent.
#[export]
fn rt_http_client_set_local_address(client: &Client, address: &str) -> Result<()> {
    client.set_destinations(|destinations| destinations.set_local(address))
}
