//! The preview and the pages of books in a browser, driven as somebody would use them.
//!
//! Needs Chromium and ChromeDriver. Without them the tests are left out, and it is said
//! that they are; where `AMBONPLAN_BROWSER` is set, as on the machine that judges a
//! change, that is a failure.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking and tells its result"
)]

mod accessibility;
mod connection;
mod driver;
mod editing;
mod finding;
mod reading;
mod serving;
mod tab;
mod web;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use driver::Driver;
use serving::Preview;
use tab::Tab;

/// A test: its name, and what it does in a tab of its own. The preview that the tab shows
/// outlives it: a page whose server ends complains, as it should.
type Test = (&'static str, fn(&Tab) -> Preview);

/// What is done in a tab, and the preview that it needs to the end, if it needs one.
type Run = Box<dyn Fn(&Tab) -> Option<Preview>>;

fn main() -> ExitCode {
    // `cargo test NAME` runs some, `cargo test -- --list` none.
    let words: Vec<String> = std::env::args().skip(1).collect();
    let wanted: Vec<&String> = words.iter().filter(|word| !word.starts_with('-')).collect();
    let previews = [
        editing::TESTS,
        reading::TESTS,
        finding::TESTS,
        connection::TESTS,
        accessibility::TESTS,
    ]
    .concat();
    let previews = previews.into_iter().map(|(name, test)| {
        let run: Run = Box::new(move |tab| Some(test(tab)));
        (name, run)
    });
    let pages = web::TESTS.iter().map(|&(name, test)| {
        let run: Run = Box::new(move |tab| {
            test(tab);
            None
        });
        (name, run)
    });
    let all: Vec<(&str, Run)> = previews.chain(pages).collect();
    let chosen: Vec<&(&str, Run)> = all
        .iter()
        .filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|word| name.contains(*word)))
        .collect();
    if words.iter().any(|word| word == "--list") {
        for (name, _) in chosen {
            println!("{name}: test");
        }
        return ExitCode::SUCCESS;
    }
    if chosen.is_empty() {
        return ExitCode::SUCCESS;
    }
    let Some(driver) = Driver::start().filter(Driver::has_browser) else {
        println!(
            "{} browser tests left out: there is no Chromium with ChromeDriver; install \
             chromium and chromium-driver to run them",
            chosen.len()
        );
        return match std::env::var_os("AMBONPLAN_BROWSER") {
            Some(_) => ExitCode::FAILURE,
            None => ExitCode::SUCCESS,
        };
    };
    let mut failed = Vec::new();
    for (name, test) in chosen {
        let tab = driver.tab();
        let passed = catch_unwind(AssertUnwindSafe(|| {
            let _preview = test(&tab);
            tab.assert_quiet();
        }));
        println!(
            "browser {name} ... {}",
            if passed.is_ok() { "ok" } else { "FAILED" }
        );
        if passed.is_err() {
            println!("{}", tab.state());
            failed.push(*name);
        }
        tab.close();
    }
    println!("browser tests: {} of {} failed", failed.len(), all.len());
    if failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
