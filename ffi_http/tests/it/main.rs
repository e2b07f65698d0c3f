//! Client, server and WebSockets, through the functions that C calls.

mod basics;
mod clients;
mod close_handshakes;
mod codings;
mod connection_ends;
mod connections;
mod destinations;
mod hostile_clients;
mod http2;
mod other_servers;
mod pulled_requests;
mod redirects;
mod requests;
mod response_streams;
mod static_files;
mod support;
mod tls;
mod transfers;
mod unix_sockets;
mod validation;
mod websockets;
