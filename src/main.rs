//! The command line of ambonplan. It parses, calls the library and prints; what
//! a plan means is the library's business.

#![forbid(unsafe_code)]

mod commands;

use std::process::ExitCode;

fn main() -> ExitCode {
    commands::run()
}
