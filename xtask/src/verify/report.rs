//! What verifying a package tells.

/// What ran of a package's programs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Examples of libraries.
    pub examples: Vec<String>,
    /// C tests of libraries, where verifying runs those.
    pub tests: Vec<String>,
    /// Calls with hostile arguments that failed cleanly, where verifying makes them.
    pub hostile_calls: Option<u64>,
    /// What ran them.
    pub run_by: &'static str,
}
