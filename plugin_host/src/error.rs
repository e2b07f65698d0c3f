//! Errors of plug-ins, and the bounds they are held to.

/// The version of the entry points that this archive calls.
pub const ABI_VERSION: i32 = 1;
/// The longest answer that is looked at, in bytes.
pub const LONGEST_ANSWER: usize = 64 << 20;

/// Errors of plug-ins.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum PluginError {
    #[error("the system cannot load it: {0}")]
    NotLoaded(String),
    #[error("it is cut short: the file ends before what its program headers name")]
    CutShort,
    #[error("it {0}")]
    NoLibrary(&'static str),
    #[error("it is built for {found}, and this process runs on {own}")]
    OtherMachine { found: String, own: &'static str },
    #[error(
        "the file was overwritten while its older code is in the process: unload every module of it, or replace the \
         file by renaming the new one over it"
    )]
    Overwritten,
    #[error(
        "an older version of the file stays in the process, and both share the static data of their templates and \
         inline functions (STB_GNU_UNIQUE): build the module with -fno-gnu-unique"
    )]
    SharedWithOlder,
    #[error(
        "another thread was loading a library as this process was forked, and none can be loaded here: fork at another \
         time, or call exec"
    )]
    LoaderLocked,
    #[error("it has no function `{0}`")]
    Missing(&'static str),
    #[error("its module_abi_version is {0}, and this archive speaks version {ABI_VERSION}")]
    Version(i32),
    #[error("its create_module returned NULL")]
    NotCreated,
    #[error("its handle_message returned NULL")]
    NoAnswer,
    #[error("its answer in bytes is NULL, or has no such size")]
    BadBytes,
    #[error("its answer is longer than {LONGEST_ANSWER} bytes")]
    LongAnswer,
    #[error("an exception or a panic left its {0}")]
    Threw(&'static str),
}
