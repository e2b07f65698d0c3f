//! The functions that C calls, by topic.

mod body;
mod body_forces;
mod body_mass;
mod body_motion;
mod body_sleep;
mod bulk;
mod cast;
mod character;
mod collider;
mod contact_rules;
mod contacts;
mod debug_lines;
mod events;
mod fluid;
mod interpolation;
mod joint;
mod joint_load;
mod joint_spring;
mod query;
mod snapshot;
mod world;
