//! Limits of connections and requests: a server that a page can reach must not be kept
//! busy by connections on which nothing is sent.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{AcquireError, Semaphore};
use tokio::time::{Sleep, sleep, timeout};

/// What those who connect may take.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Most connections at once. Others wait.
    pub connections: usize,
    /// How long the head of a request may take, and how long a connection may wait for
    /// one.
    pub head: Duration,
    /// How long an answer may be on its way to begin, and how long a browser may take to
    /// read a piece of it.
    pub answer: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 256,
            head: Duration::from_secs(10),
            answer: Duration::from_secs(30),
        }
    }
}

/// How long to wait after a connection could not be taken.
const PAUSE: Duration = Duration::from_millis(50);

/// Answers for as long as it is waited for.
pub async fn serve(listener: TcpListener, app: Router, limits: Limits) -> Result<(), AcquireError> {
    let app = app.layer(from_fn_with_state(limits.answer, soon));
    let places = Arc::new(Semaphore::new(limits.connections));
    loop {
        let place = Arc::clone(&places).acquire_owned().await?;
        // A browser may be gone before it is its turn, or too many files may be open.
        let Ok((stream, _)) = listener.accept().await else {
            sleep(PAUSE).await;
            continue;
        };
        let app = TowerToHyperService::new(app.clone());
        let Limits { head, answer, .. } = limits;
        tokio::spawn(async move {
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(head)
                .serve_connection(TokioIo::new(Patient::new(stream, answer)), app);
            // However it ends, the next one has the place.
            let _ = connection.await;
            drop(place);
        });
    }
}

/// An answer, if it begins in time.
async fn soon(State(patience): State<Duration>, request: Request, next: Next) -> Response {
    match timeout(patience, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}

/// A connection that ends when nobody reads what is sent.
struct Patient {
    stream: TcpStream,
    /// How long something may take to be sent.
    patience: Duration,
    /// Runs while something cannot be sent.
    waiting: Option<Pin<Box<Sleep>>>,
}

impl Patient {
    fn new(stream: TcpStream, patience: Duration) -> Self {
        Self {
            stream,
            patience,
            waiting: None,
        }
    }

    fn sent<T>(&mut self, cx: &mut Context<'_>, sent: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if sent.is_ready() {
            self.waiting = None;
            return sent;
        }
        let waiting = self
            .waiting
            .get_or_insert_with(|| Box::pin(sleep(self.patience)));
        match waiting.as_mut().poll(cx) {
            Poll::Ready(()) => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl AsyncRead for Patient {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let own = self.get_mut();
        let sent = Pin::new(&mut own.stream).poll_write(cx, bytes);
        own.sent(cx, sent)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let own = self.get_mut();
        let sent = Pin::new(&mut own.stream).poll_write_vectored(cx, pieces);
        own.sent(cx, sent)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let own = self.get_mut();
        let sent = Pin::new(&mut own.stream).poll_flush(cx);
        own.sent(cx, sent)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::io::{Read, Write};
    use std::net::{SocketAddr, TcpStream};

    use axum::routing::get;
    use tokio::runtime::{Builder, Runtime};

    use super::*;

    const SHORT: Duration = Duration::from_millis(20);

    /// So long that a test that has to wait for it never ends.
    const LONG: Duration = Duration::from_secs(3600);

    fn limits() -> Limits {
        Limits {
            connections: 1,
            head: LONG,
            answer: LONG,
        }
    }

    /// A server that answers for as long as it is kept.
    struct Server {
        _runtime: Runtime,
        address: SocketAddr,
    }

    impl Server {
        fn begin(limits: Limits) -> Self {
            // More than a connection holds by itself.
            let large = get(async || vec![b'x'; 64 * 1024 * 1024]);
            let app = Router::new()
                .route("/", get(async || "halo"))
                .route("/never", get(async || std::future::pending::<()>().await))
                .route("/large", large);
            let runtime = Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()
                .unwrap();
            let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
            let address = listener.local_addr().unwrap();
            runtime.spawn(serve(listener, app, limits));
            Self {
                _runtime: runtime,
                address,
            }
        }

        fn send(&self, what: &str) -> TcpStream {
            let mut stream = TcpStream::connect(self.address).unwrap();
            stream.write_all(what.as_bytes()).unwrap();
            stream
        }

        /// Asks for something; the whole answer.
        fn ask(&self, path: &str) -> String {
            heard(self.send(&format!(
                "GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
            )))
        }
    }

    /// What is answered until the connection ends.
    fn heard(mut stream: TcpStream) -> String {
        let mut all = Vec::new();
        // A connection that is cut has said what it said.
        let _ = stream.read_to_end(&mut all);
        String::from_utf8_lossy(&all).into_owned()
    }

    /// A request after which the connection is kept.
    const KEPT: &str = "GET / HTTP/1.1\r\nhost: x\r\n\r\n";

    #[test]
    fn whoever_says_nothing_is_let_go() {
        for begun in ["", "GET / HTTP/1.1\r\nhost: x\r\n"] {
            let server = Server::begin(Limits {
                head: SHORT,
                ..limits()
            });
            let silent = server.send(begun);
            // The only place is free again.
            assert!(server.ask("/").ends_with("halo"));
            assert!(!heard(silent).contains("200"), "{begun}");
        }
    }

    #[test]
    fn a_connection_that_is_kept_for_nothing_is_let_go() {
        let server = Server::begin(Limits {
            head: SHORT,
            ..limits()
        });
        let kept = server.send(KEPT);
        assert!(server.ask("/").ends_with("halo"));
        assert!(heard(kept).ends_with("halo"));
    }

    #[test]
    fn whoever_reads_nothing_is_let_go() {
        let server = Server::begin(Limits {
            answer: SHORT,
            ..limits()
        });
        let _deaf = server.send("GET /large HTTP/1.1\r\nhost: x\r\n\r\n");
        assert!(server.ask("/").ends_with("halo"));
    }

    #[test]
    fn an_answer_that_does_not_come_is_given_up() {
        let server = Server::begin(Limits {
            answer: SHORT,
            ..limits()
        });
        let answer = server.ask("/never");
        assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    }

    #[test]
    fn others_wait_for_a_place() {
        let server = Server::begin(limits());
        let mut first = server.send(KEPT);
        first.read_exact(&mut [0; 8]).unwrap();
        // The connection is made, but nothing is answered on it.
        let mut second = server.send(KEPT);
        second.set_nonblocking(true).unwrap();
        let waits = second.read(&mut [0]).unwrap_err().kind();
        assert_eq!(waits, io::ErrorKind::WouldBlock);
        second.set_nonblocking(false).unwrap();
        drop(first);
        second.read_exact(&mut [0; 8]).unwrap();
    }
}
