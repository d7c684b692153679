//! ChromeDriver, and the browsers that it starts.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use fantoccini::ClientBuilder;
use fantoccini::error::NewSessionError;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::runtime::Runtime;

use crate::tab::Tab;

/// A running ChromeDriver.
pub struct Driver {
    process: Child,
    url: String,
    runtime: Arc<Runtime>,
}

impl Driver {
    /// Starts it; nothing if there is none.
    pub fn start() -> Option<Self> {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut lines = BufReader::new(process.stdout.take()?).lines();
        let port = lines.find_map(|line| {
            let line = line.ok()?;
            let (_, rest) = line.split_once("started successfully on port ")?;
            Some(rest.trim_end_matches('.').to_owned())
        })?;
        // What it says later must go somewhere.
        std::thread::spawn(move || lines.for_each(drop));
        let runtime = Runtime::new().unwrap();
        Some(Self {
            process,
            url: format!("http://127.0.0.1:{port}"),
            runtime: Arc::new(runtime),
        })
    }

    /// Whether it finds a browser.
    pub fn has_browser(&self) -> bool {
        self.open().map(Tab::close).is_ok()
    }

    /// A tab in a new browser.
    pub fn tab(&self) -> Tab {
        self.open().unwrap()
    }

    fn open(&self) -> Result<Tab, NewSessionError> {
        let capabilities = json!({
            "goog:chromeOptions": { "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                "--window-size=1280,900", "--lang=id",
            ] },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let capabilities = capabilities.as_object().unwrap().clone();
        let client = self.runtime.block_on(async {
            ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities)
                .connect(&self.url)
                .await
        })?;
        Ok(Tab::new(client, Arc::clone(&self.runtime)))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
