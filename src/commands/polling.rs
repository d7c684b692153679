//! `--poll`

use std::path::Path;
use std::time::Duration;

use ambonplan::language::{Catalogue, Language, message};

use super::failure::Result;
use super::usage::Refused;
use super::watch::Watch;

/// How often to look where nothing else is said.
const CUSTOMARY: &str = "1";

/// Most seconds between two looks: who waits longer takes it for dead.
const MOST: f64 = 3600.0;

/// How changes become known.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Polling {
    /// Look for changes every so many seconds, where the file system does not tell of them
    #[arg(
        long,
        value_name = "SECONDS",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = CUSTOMARY,
        value_parser = seconds,
    )]
    poll: Option<Duration>,
}

impl Polling {
    /// Begins to watch a directory.
    pub fn watch(self, directory: &Path) -> Result<Watch> {
        Watch::new(directory, self.poll)
    }

    /// Whether it was asked for.
    pub fn is_asked(self) -> bool {
        self.poll.is_some()
    }

    /// What is to be said of a watch that looks for changes without having been told to.
    pub fn remark(self, watch: &Watch, language: Language) -> Option<String> {
        let every = watch.interval().filter(|_| self.poll.is_none())?;
        let message = message!("polling", seconds = every.as_secs().to_string());
        Some(Catalogue::new(language).text(&message))
    }
}

/// Reads a number of seconds such as `2` or `0.5`.
fn seconds(text: &str) -> std::result::Result<Duration, Refused> {
    let seconds = text.parse::<f64>().ok();
    let seconds = seconds.filter(|seconds| *seconds > 0.0 && *seconds <= MOST);
    let every = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    every
        .filter(|every| !every.is_zero())
        .ok_or_else(|| Refused(message!("refused-seconds", most = MOST.to_string())))
}
