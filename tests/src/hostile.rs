//! Hostile calls for every function, made from the manifest.
