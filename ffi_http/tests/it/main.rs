//! Client, server and WebSockets, through the functions that C calls.

mod basics;
mod clients;
mod close_handshakes;
mod connections;
mod hostile_clients;
mod other_servers;
mod support;
mod websockets;
