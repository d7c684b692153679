//! Access control: only this page, in a browser on this machine, is answered.
//!
//! A page of another site can make the browser ask any address, and by a name that it
//! lets lead to this machine (DNS rebinding) even read the answer. Both betray themselves
//! by what the browser says of them.

use std::sync::Arc;

use ambonplan::language::{Arg, Catalogue, Language, Message, message};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::commands::usage::Refused;

/// What a browser may load for the page: only what comes from here.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

/// The port that browsers leave out of an address.
const CUSTOMARY_PORT: u16 = 80;

/// The same of an address that is encrypted, as whoever forwards a port may do.
const CUSTOMARY_PORT_ENCRYPTED: u16 = 443;

/// Names of this machine that cannot lead elsewhere.
const OWN: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// A name in an address, in small letters, and a port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    name: String,
    /// Nothing is said of it: a customary one in an address, any where one is allowed.
    port: Option<u16>,
}

impl Host {
    /// A name that the reader allows: `contoh.app.github.dev`, `localhost:9000`, `::1`.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let six = text.parse::<std::net::Ipv6Addr>();
        let host = match six {
            Ok(address) => Self::of(&format!("[{address}]")),
            Err(_) => Self::of(text),
        };
        host.ok_or_else(|| Refused(message!("refused-host-name")))
    }

    /// The host of an address or a header; `None` if it cannot be one.
    fn of(text: &str) -> Option<Self> {
        let end = if text.starts_with('[') {
            text.find(']')? + 1
        } else {
            text.find(':').unwrap_or(text.len())
        };
        let (name, port) = text.split_at_checked(end)?;
        let port = match port.strip_prefix(':') {
            Some(port) => Some(port.parse().ok()?),
            None if port.is_empty() => None,
            None => return None,
        };
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._[:]".contains(c);
        let plain = !name.is_empty() && name.len() <= 253 && name.chars().all(is_plain);
        plain.then(|| Self {
            name: name.to_ascii_lowercase(),
            port,
        })
    }

    /// Whether this one, that was allowed, is meant by another.
    fn allows(&self, other: &Self) -> bool {
        let port = match (self.port, other.port) {
            (None, _) => true,
            (Some(port), None) => [CUSTOMARY_PORT, CUSTOMARY_PORT_ENCRYPTED].contains(&port),
            (Some(port), Some(other)) => port == other,
        };
        port && self.name == other.name
    }

    /// What to write for `--allow-host`: of a name that any program of this machine may
    /// have, one port.
    fn to_allow(&self) -> String {
        match self.port {
            Some(port) if OWN.contains(&self.name.as_str()) => format!("{}:{port}", self.name),
            _ => self.name.clone(),
        }
    }
}

/// Who is let in.
#[derive(Debug)]
pub struct Guard {
    port: u16,
    allowed: Vec<Host>,
    language: Language,
}

/// Why a request is not answered.
#[derive(Debug, PartialEq, Eq)]
enum Refusal {
    /// It names another host.
    Host(Option<Host>),
    /// It comes from another page.
    Page,
}

/// Refuses what does not come from the page itself, and tells browsers what the page may do.
pub async fn guard(State(own): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    let mut response = match own.judge(&request) {
        Ok(()) => next.run(request).await,
        Err(refusal) => {
            let plain = [(CONTENT_TYPE, "text/plain; charset=utf-8")];
            (StatusCode::FORBIDDEN, plain, own.say(refusal)).into_response()
        }
    };
    let headers = response.headers_mut();
    for (name, value) in [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cache-control", "no-store"),
    ] {
        // A page that is kept under its own key says so itself.
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}

impl Guard {
    /// Lets this port of this machine in, and names that were allowed.
    pub fn new(port: u16, allowed: Vec<Host>, language: Language) -> Self {
        Self {
            port,
            allowed,
            language,
        }
    }

    fn judge(&self, request: &Request) -> Result<(), Refusal> {
        let headers = request.headers();
        let named = header(headers, HOST.as_str()).flatten().and_then(Host::of);
        let named = match named {
            Some(host) if self.is_known(&host) => host,
            other => return Err(Refusal::Host(other)),
        };
        // Where a request names its host a second time, that one counts by the standard.
        if let Some(authority) = request.uri().authority() {
            let second = Host::of(authority.as_str());
            if !second.as_ref().is_some_and(|host| self.is_known(host)) {
                return Err(Refusal::Host(second));
            }
        }
        let origin = header(headers, ORIGIN.as_str())
            .is_none_or(|origin| origin.is_some_and(|origin| self.is_from_page(origin, &named)));
        // Somebody may follow a link to the page itself from anywhere.
        let visit = request.method() == Method::GET && request.uri().path() == "/";
        let site = header(headers, "sec-fetch-site")
            .is_none_or(|site| matches!(site, Some("same-origin" | "none")) || visit);
        if origin && site {
            Ok(())
        } else {
            Err(Refusal::Page)
        }
    }

    /// Whether a host is this server, by a name that cannot lead elsewhere or was allowed.
    fn is_known(&self, host: &Host) -> bool {
        self.is_own(host) || self.is_allowed(host)
    }

    fn is_own(&self, host: &Host) -> bool {
        OWN.contains(&host.name.as_str()) && host.port.unwrap_or(CUSTOMARY_PORT) == self.port
    }

    fn is_allowed(&self, host: &Host) -> bool {
        self.allowed.iter().any(|allowed| allowed.allows(host))
    }

    /// Whether an origin is that of the page, in a request to the host `named`.
    fn is_from_page(&self, origin: &str, named: &Host) -> bool {
        let Some((scheme, host)) = origin.split_once("://") else {
            return false;
        };
        let Some(host) = Host::of(host) else {
            return false;
        };
        match scheme {
            "http" if self.is_own(&host) => true,
            // Whoever forwards the port may name this machine to it, or the host of the
            // page; another port of that host is another page.
            "http" | "https" => self.is_allowed(&host) && (host == *named || self.is_own(named)),
            _ => false,
        }
    }

    /// What is to be done about it, in the language of the reader.
    fn say(&self, refusal: Refusal) -> String {
        let url = Arg::Text(format!("http://127.0.0.1:{}/", self.port));
        let message = match refusal {
            Refusal::Host(Some(host)) => {
                let name = Arg::Text(host.to_allow());
                Message::new("refused-host", vec![("url", url), ("name", name)])
            }
            Refusal::Host(None) => Message::new("refused-nameless", vec![("url", url)]),
            Refusal::Page => Message::new("refused-page", vec![("url", url)]),
        };
        format!("{}\n", Catalogue::new(self.language).text(&message))
    }
}

/// A header, if it is there: its value, or `None` if it cannot be read or is there more
/// than once, so that nobody knows which is meant.
fn header<'h>(headers: &'h HeaderMap, name: &str) -> Option<Option<&'h str>> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?;
    match values.next() {
        Some(_) => Some(None),
        None => Some(first.to_str().ok()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use axum::body::Body;

    use super::*;

    fn welcome(path: &str, headers: &[(&str, &str)]) -> bool {
        welcome_on(8000, path, headers)
    }

    fn welcome_on(port: u16, path: &str, headers: &[(&str, &str)]) -> bool {
        judged(
            &Guard::new(port, Vec::new(), Language::English),
            path,
            headers,
        )
        .is_ok()
    }

    fn judged(guard: &Guard, path: &str, headers: &[(&str, &str)]) -> Result<(), Refusal> {
        let mut request = Request::builder().uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        guard.judge(&request.body(Body::empty()).unwrap())
    }

    #[test]
    fn only_the_page_itself_may_ask() {
        let own = ("host", "127.0.0.1:8000");
        assert!(welcome("/events", &[own]));
        assert!(welcome("/events", &[("host", "LOCALHOST:8000")]));
        assert!(welcome(
            "/open",
            &[own, ("origin", "http://127.0.0.1:8000")]
        ));
        // A name that leads here, another port, no name at all.
        assert!(!welcome("/", &[("host", "evil.example:8000")]));
        assert!(!welcome("/", &[("host", "127.0.0.1.evil.example:8000")]));
        assert!(!welcome("/", &[("host", "127.0.0.1:8001")]));
        assert!(!welcome("/", &[("host", "127.0.0.1")]));
        assert!(!welcome("/", &[]));
        // Another page in the same browser.
        assert!(!welcome(
            "/events",
            &[own, ("origin", "https://evil.example")]
        ));
        assert!(!welcome(
            "/events",
            &[own, ("origin", "http://127.0.0.1:8001")]
        ));
        assert!(!welcome("/events", &[own, ("origin", "null")]));
        assert!(!welcome(
            "/events",
            &[own, ("sec-fetch-site", "cross-site")]
        ));
        assert!(!welcome("/events", &[own, ("sec-fetch-site", "same-site")]));
        assert!(welcome("/", &[own, ("sec-fetch-site", "cross-site")]));
    }

    #[test]
    fn names_that_were_allowed_may_ask_too() {
        let allowed = [
            "ambon-8000.app.github.dev",
            "localhost:9000",
            "::1",
            "mesin",
        ];
        let allowed = allowed.map(|name| Host::parse(name).unwrap());
        let guard = Guard::new(8000, allowed.to_vec(), Language::English);
        let welcome = |headers: &[_]| judged(&guard, "/events", headers).is_ok();
        for (host, origin) in [
            (
                "ambon-8000.app.github.dev",
                "https://ambon-8000.app.github.dev",
            ),
            (
                "ambon-8000.app.github.dev:443",
                "https://ambon-8000.app.github.dev:443",
            ),
            // Whoever forwards the port may name this machine to it.
            ("localhost:8000", "https://ambon-8000.app.github.dev"),
            ("localhost:9000", "http://localhost:9000"),
            ("[::1]:8000", "http://[::1]:8000"),
            ("[::1]:9999", "http://[::1]:9999"),
            ("Mesin:1234", "http://mesin:1234"),
            ("127.0.0.1:8000", "http://127.0.0.1:8000"),
        ] {
            assert!(welcome(&[("host", host)]), "{host}");
            assert!(
                welcome(&[("host", host), ("origin", origin)]),
                "{host} {origin}"
            );
        }
        for host in [
            "app.github.dev",
            "jahat.app.github.dev",
            "localhost:9001",
            "localhost",
            "127.0.0.1:9000",
            "mesin.evil.example",
            "mesin:1234@evil.example",
        ] {
            assert!(!welcome(&[("host", host)]), "{host}");
        }
        for (host, origin) in [
            // Another port of an allowed name, or another scheme, is another page.
            ("mesin:1234", "http://mesin:1235"),
            ("mesin:1234", "ftp://mesin:1234"),
            ("mesin:1234", "https://ambon-8000.app.github.dev"),
            ("mesin:1234", "http://evil.example"),
            ("localhost:8000", "https://evil.example"),
        ] {
            assert!(
                !welcome(&[("host", host), ("origin", origin)]),
                "{host} {origin}"
            );
        }
        for wrong in [
            "https://mesin/",
            "mesin/",
            "",
            "a b",
            "mesin:port",
            "*.dev",
            "@",
        ] {
            assert!(Host::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_refusal_says_what_to_do() {
        let say = |language, headers: &[_]| {
            let guard = Guard::new(8000, Vec::new(), language);
            guard.say(judged(&guard, "/", headers).unwrap_err())
        };
        assert_eq!(
            say(Language::English, &[("host", "ambon.example")]),
            "This preview answers to its own address only: http://127.0.0.1:8000/. If you mean \
             to reach it by another name or port, end it and start it again with `--allow-host \
             ambon.example`.\n"
        );
        assert_eq!(
            say(Language::Indonesian, &[("host", "localhost:9000")]),
            "Pratinjau ini hanya menjawab di alamatnya sendiri: http://127.0.0.1:8000/. Jika Anda \
             memang membukanya dengan nama atau port lain, hentikan pratinjau lalu jalankan lagi \
             dengan `--allow-host localhost:9000`.\n"
        );
        assert_eq!(
            say(Language::Indonesian, &[("host", "<b>")]),
            "Pratinjau ini hanya menjawab di alamatnya sendiri: http://127.0.0.1:8000/.\n"
        );
        let own = ("host", "127.0.0.1:8000");
        assert_eq!(
            say(
                Language::English,
                &[own, ("origin", "https://evil.example")]
            ),
            "This request comes from another page and is not answered. Open the preview itself: \
             http://127.0.0.1:8000/\n"
        );
    }

    #[test]
    fn browsers_leave_the_customary_port_out() {
        for host in ["127.0.0.1", "localhost", "127.0.0.1:80"] {
            let origin = format!("http://{host}");
            let headers = [("host", host), ("origin", origin.as_str())];
            assert!(welcome_on(80, "/events", &headers), "{host}");
        }
        assert!(!welcome_on(80, "/", &[("host", "127.0.0.1:8000")]));
        assert!(!welcome_on(80, "/", &[("host", "evil.example")]));
        assert!(!welcome_on(80, "/", &[("host", "127.0.0.1:")]));
    }

    #[test]
    fn what_is_said_twice_is_not_understood() {
        let own = ("host", "127.0.0.1:8000");
        let origin = ("origin", "http://127.0.0.1:8000");
        assert!(!welcome("/", &[own, own]));
        assert!(!welcome("/", &[own, ("host", "evil.example")]));
        assert!(!welcome("/events", &[own, origin, origin]));
        assert!(!welcome(
            "/events",
            &[own, origin, ("origin", "https://evil.example")]
        ));
        let site = ("sec-fetch-site", "same-origin");
        assert!(!welcome("/events", &[own, site, site]));
        // The address of the request names a host too.
        assert!(welcome("http://127.0.0.1:8000/events", &[own]));
        assert!(!welcome("http://evil.example/events", &[own]));
        assert!(!welcome("http://evil.example:8000/", &[own]));
    }
}
