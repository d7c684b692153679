//! A tab of a browser, in words of what is done and seen.

use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use fantoccini::wd::{PrintConfiguration, WebDriverCompatibleCommand};
use fantoccini::{Client, Locator, key::Key};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

/// How long something may take to be seen.
const PATIENCE: Duration = Duration::from_secs(30);

/// The keys of all pages, as an expression.
pub const KEYS: &str =
    "[...document.querySelectorAll('.page')].map(page => page.dataset.key).join()";

/// A tab.
pub struct Tab {
    client: Client,
    runtime: Arc<Runtime>,
}

impl Tab {
    pub fn new(client: Client, runtime: Arc<Runtime>) -> Self {
        Self { client, runtime }
    }

    pub fn open(&self, url: &str) {
        self.runtime.block_on(self.client.goto(url)).unwrap();
    }

    pub fn reload(&self) {
        self.runtime.block_on(self.client.refresh()).unwrap();
    }

    /// Opens a second tab and turns to it; returns what turns back.
    pub fn another(&self, url: &str) -> impl Fn() + use<'_> {
        let back = self.runtime.block_on(self.client.window()).unwrap();
        self.runtime.block_on(async {
            let new = self.client.new_window(true).await.unwrap();
            self.client.switch_to_window(new.handle).await.unwrap();
        });
        self.open(url);
        move || {
            let window = back.clone();
            let turned = self.client.switch_to_window(window);
            self.runtime.block_on(turned).unwrap();
        }
    }

    pub fn resize(&self, width: u32, height: u32) {
        let resized = self.client.set_window_size(width, height);
        self.runtime.block_on(resized).unwrap();
    }

    /// Shows pages as a screen of this size does, however narrow.
    pub fn screen(&self, width: u32, height: u32) {
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
            }),
        );
    }

    /// Shows pages to somebody who prefers `light` or `dark` ones.
    pub fn scheme(&self, scheme: &str) {
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] }),
        );
    }

    /// Lets no script of a page run from now on.
    pub fn forbid_scripts(&self) {
        self.devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        );
    }

    fn devtools(&self, name: &'static str, parameters: Value) {
        let command = Devtools { name, parameters };
        self.runtime
            .block_on(self.client.issue_cmd(command))
            .unwrap();
    }

    /// Runs a script in the page.
    pub fn run(&self, script: &str) {
        let done = self.client.execute(script, Vec::new());
        self.runtime.block_on(done).unwrap();
    }

    /// What a promise comes to.
    pub fn promised(&self, promise: &str) -> Value {
        let script =
            format!("const done = arguments[0]; ({promise}).then(done, one => done(String(one)));");
        let value = self.client.execute_async(&script, Vec::new());
        self.runtime.block_on(value).unwrap()
    }

    pub fn click(&self, css: &str) {
        self.wait(css);
        self.runtime.block_on(async {
            let element = self.client.find(Locator::Css(css)).await.unwrap();
            element.click().await.unwrap();
        });
    }

    /// Types into what has the focus.
    pub fn type_keys(&self, keys: &str) {
        self.runtime.block_on(async {
            let element = self.client.active_element().await.unwrap();
            element.send_keys(keys).await.unwrap();
        });
    }

    pub fn escape(&self) {
        self.type_keys(&Key::Escape.to_string());
    }

    /// The value of an expression.
    pub fn get(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        let value = self.client.execute(&script, Vec::new());
        self.runtime.block_on(value).unwrap()
    }

    pub fn text(&self, css: &str) -> String {
        let value = self.get(&format!("document.querySelector({css:?})?.innerText ?? ''"));
        value.as_str().unwrap().to_owned()
    }

    pub fn number(&self, expression: &str) -> f64 {
        self.get(expression).as_f64().unwrap()
    }

    /// Waits until an expression is true.
    pub fn until(&self, expression: &str) {
        let begin = Instant::now();
        while self.get(expression) != Value::Bool(true) {
            assert!(begin.elapsed() < PATIENCE, "never true: {expression}");
            sleep(Duration::from_millis(50));
        }
    }

    /// Waits until something is seen.
    pub fn wait(&self, css: &str) {
        self.until(&seen(css));
    }

    /// Waits until something is seen no more.
    pub fn wait_gone(&self, css: &str) {
        self.until(&format!("!({})", seen(css)));
    }

    /// Waits until the pages of an edition are there and those that are drawn show it.
    pub fn wait_pages(&self) {
        self.wait(".page img");
        self.until(
            "[...document.querySelectorAll('.page img')].every(one => one.complete && one.naturalWidth > 0 \
             && one.src.includes(one.closest('.page').dataset.key))",
        );
    }

    /// What is printed of the page, as PDF.
    pub fn print(&self) -> Vec<u8> {
        let settings = PrintConfiguration::default();
        self.runtime.block_on(self.client.print(settings)).unwrap()
    }

    /// What the console has said since the last time, as far as it is a complaint.
    pub fn complaints(&self) -> Vec<String> {
        let log = self.runtime.block_on(self.client.issue_cmd(Log)).unwrap();
        let entries = log.as_array().cloned().unwrap_or_default();
        entries
            .iter()
            .filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")))
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// Nothing was said in the console that should not be.
    pub fn assert_quiet(&self) {
        assert_eq!(self.complaints(), Vec::<String>::new());
    }

    /// What the tab looks like, kept for whoever looks into a failure.
    pub fn state(&self) -> String {
        let shot = self.runtime.block_on(self.client.screenshot());
        let path = std::env::temp_dir().join("ambonplan-browser.png");
        match shot.map(|shot| std::fs::write(&path, shot)) {
            Ok(Ok(())) => format!("screenshot: {}", path.display()),
            other => format!("no screenshot: {other:?}"),
        }
    }

    pub fn close(self) {
        // A browser that is gone is closed.
        let _ = self.runtime.block_on(self.client.close());
    }
}

fn seen(css: &str) -> String {
    format!(
        "(one => one !== null && one.getClientRects().length > 0)(document.querySelector({css:?}))"
    )
}

/// The console of the browser, which WebDriver itself does not know.
#[derive(Debug)]
struct Log;

impl WebDriverCompatibleCommand for Log {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(r#"{"type":"browser"}"#.to_owned()))
    }
}

/// A command of the tools for developers.
#[derive(Debug)]
struct Devtools {
    name: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.name, "params": self.parameters });
        (http::Method::POST, Some(body.to_string()))
    }
}
