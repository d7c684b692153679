//! A preview of a copy of the example plan.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;
use walkdir::WalkDir;

/// The programme that is edited.
pub const CARD: &str = "opd/diskominfo/programs/layanan-112.toml";

/// A running `ambonplan preview`.
pub struct Preview {
    folder: TempDir,
    process: Option<Child>,
    /// Where it listens.
    pub url: String,
}

impl Preview {
    /// Shows a part of a plan, with further arguments.
    pub fn of(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("plan");
        for entry in WalkDir::new(&plan) {
            let entry = entry.unwrap();
            let to = folder
                .path()
                .join("plan")
                .join(entry.path().strip_prefix(&plan).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(to).unwrap();
            } else {
                fs::copy(entry.path(), to).unwrap();
            }
        }
        let mut preview = Self {
            folder,
            process: None,
            url: String::new(),
        };
        preview.start(arguments);
        preview
    }

    fn start(&mut self, arguments: &[&str]) {
        let mut process = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
            .arg("preview")
            .args(arguments)
            .current_dir(self.folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let out = process.stdout.take().unwrap();
        BufReader::new(out).read_line(&mut line).unwrap();
        self.url = line.trim().to_owned();
        self.process = Some(process);
    }

    /// Ends it.
    pub fn stop(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill().unwrap();
            process.wait().unwrap();
        }
    }

    /// Starts it again at the same address.
    pub fn restart(&mut self, arguments: &[&str]) {
        let port = self
            .url
            .trim_end_matches('/')
            .rsplit(':')
            .next()
            .unwrap()
            .to_owned();
        self.start(&[arguments, &["--port", &port]].concat());
    }

    /// A file beside the plan.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Replaces a text in a file of the plan, as an editor does.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let path = self.path("plan").join(path);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from}");
        let beside = path.with_extension("tmp~");
        fs::write(&beside, text.replacen(from, to, 1)).unwrap();
        fs::rename(&beside, &path).unwrap();
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.stop();
    }
}
