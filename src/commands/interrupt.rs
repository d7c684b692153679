//! Work that goes on until somebody interrupts it, which ends it well: that is how work
//! without an end is meant to end.

use std::future::Future;
use std::thread;

use anyhow::Context;
#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};
#[cfg(windows)]
use tokio::signal::windows::{CtrlC, ctrl_c};

/// Hears of interrupts from the moment on that it is made.
pub struct Interrupts {
    #[cfg(unix)]
    heard: Signal,
    #[cfg(windows)]
    heard: CtrlC,
}

impl Interrupts {
    /// Begins to listen. Only inside of [`run`].
    pub fn new() -> anyhow::Result<Self> {
        #[cfg(unix)]
        let heard = signal(SignalKind::interrupt());
        #[cfg(windows)]
        let heard = ctrl_c();
        Ok(Self {
            heard: heard.context("failed to listen for interrupts")?,
        })
    }

    /// Waits for one.
    pub async fn next(&mut self) {
        self.heard.recv().await;
    }
}

/// Does `work` beside waiting for an interrupt.
pub fn until(work: impl FnOnce() + Send + 'static) -> anyhow::Result<()> {
    run(async {
        let mut interrupts = Interrupts::new()?;
        thread::spawn(work);
        interrupts.next().await;
        Ok(())
    })
}

/// Runs what is to be waited for, and leaves what is not finished when it ends.
pub fn run(waiting: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .context("failed to start waiting for events")?;
    let ended = runtime.block_on(waiting);
    runtime.shutdown_background();
    ended
}
