//! The exported functions, by topic and in the contract's order.

mod clients;
mod cookies;
mod credentials;
mod fetches;
mod helpers;
mod one_shot;
mod requests;
mod response_streams;
mod responses;
mod servers;
mod streams;
mod transfers;
mod websockets;
