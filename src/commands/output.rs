//! Standard output and error, whose readers may have seen enough.

use std::io::{self, Write};

/// A stream that goes on as if nothing had happened once its reader is gone: that is
/// no failure, and changes nothing about how a command ends.
pub struct Output<W> {
    stream: W,
    closed: bool,
}

/// Standard output.
pub fn out() -> Output<io::Stdout> {
    Output {
        stream: io::stdout(),
        closed: false,
    }
}

/// Standard error.
pub fn err() -> Output<io::Stderr> {
    Output {
        stream: io::stderr(),
        closed: false,
    }
}

impl<W: Write> Output<W> {
    /// What became of writing, or `done` if nobody reads any more.
    fn ignore_broken_pipe<T>(&mut self, result: io::Result<T>, done: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(done)
            }
            result => result,
        }
    }
}

impl<W: Write> Write for Output<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.closed {
            return Ok(bytes.len());
        }
        let written = self.stream.write(bytes);
        self.ignore_broken_pipe(written, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        let flushed = self.stream.flush();
        self.ignore_broken_pipe(flushed, ())
    }
}
