//! The functions that C calls, by topic.

mod body;
mod body_forces;
mod body_mass;
mod body_motion;
mod body_sleep;
mod bulk;
mod collider;
mod contacts;
mod events;
mod joint;
mod query;
mod snapshot;
mod world;
