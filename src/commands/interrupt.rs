//! Handling of interrupts: commands that run until they are interrupted end with success;
//! others leave nothing behind.

use std::future::Future;
use std::process;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::thread;

use ambonplan::language::message;
use tokio::runtime::{Builder, Runtime};
#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};
#[cfg(windows)]
use tokio::signal::windows::{CtrlBreak, CtrlC, ctrl_break, ctrl_c};

use super::failure::{Context, Result};
use super::write;

/// Hears of interrupts from the moment on that it is made.
pub struct Interrupts {
    #[cfg(unix)]
    interrupt: Signal,
    #[cfg(unix)]
    terminate: Signal,
    #[cfg(windows)]
    interrupt: CtrlC,
    #[cfg(windows)]
    terminate: CtrlBreak,
}

/// Exit status of a process that was interrupted, by custom.
const INTERRUPTED: i32 = 130;

/// Exit status of a process that was told to end, by custom.
const TERMINATED: i32 = 143;

impl Interrupts {
    /// Begins to listen. Only inside of a runtime.
    pub fn new() -> Result<Self> {
        let failed = || message!("failed-interrupts");
        Ok(Self {
            #[cfg(unix)]
            interrupt: signal(SignalKind::interrupt()).with_context(failed)?,
            #[cfg(unix)]
            terminate: signal(SignalKind::terminate()).with_context(failed)?,
            #[cfg(windows)]
            interrupt: ctrl_c().with_context(failed)?,
            #[cfg(windows)]
            terminate: ctrl_break().with_context(failed)?,
        })
    }

    /// Waits for one. Returns the exit status of a process that it ends.
    pub async fn next(&mut self) -> i32 {
        tokio::select! {
            _ = self.interrupt.recv() => INTERRUPTED,
            _ = self.terminate.recv() => TERMINATED,
        }
    }
}

/// Whether interrupts are listened for already.
static HEARD: Mutex<bool> = Mutex::new(false);

/// Whether nobody listened so far; from now on somebody does.
fn is_first() -> bool {
    let mut heard = HEARD.lock().unwrap_or_else(PoisonError::into_inner);
    !std::mem::replace(&mut heard, true)
}

/// From now on an interrupt removes what is being written before it ends the process.
pub fn tidy_up() -> Result<()> {
    if !is_first() {
        return Ok(());
    }
    let runtime = runtime(&mut Builder::new_current_thread())?;
    let mut interrupts = {
        let _inside = runtime.enter();
        Interrupts::new()?
    };
    thread::spawn(move || {
        let status = runtime.block_on(interrupts.next());
        write::abandon();
        process::exit(status);
    });
    Ok(())
}

/// Does `work` beside waiting for an interrupt.
pub fn until(work: impl FnOnce() + Send + 'static) -> Result<()> {
    run(async {
        let mut interrupts = Interrupts::new()?;
        thread::spawn(work);
        interrupts.next().await;
        Ok(())
    })
}

/// Runs what is to be waited for, and leaves what is not finished when it ends.
pub fn run(waiting: impl Future<Output = Result<()>>) -> Result<()> {
    is_first();
    let runtime = runtime(Builder::new_multi_thread().worker_threads(2))?;
    let ended = runtime.block_on(waiting);
    runtime.shutdown_background();
    write::abandon();
    ended
}

fn runtime(builder: &mut Builder) -> Result<Runtime> {
    let runtime = builder.enable_all().build();
    runtime.context(message!("failed-waiting"))
}
