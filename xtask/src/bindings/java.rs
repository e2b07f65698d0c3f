//! Java: JNI.
use super::model::Model;
/// The generated files.
pub fn files(_model: &Model) -> Vec<(String, String)> { Vec::new() }
