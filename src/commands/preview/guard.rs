//! Who may ask: this page, in a browser on this machine, and nobody else.
//!
//! A page of another site can make the browser ask any address, and by a name that it
//! lets lead to this machine (DNS rebinding) even read the answer. Both betray themselves
//! by what the browser says of them.

use axum::extract::{Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// What a browser may load for the page: only what comes from here.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

/// Refuses what does not come from the page itself, and tells browsers what the page may do.
pub async fn guard(State(port): State<u16>, request: Request, next: Next) -> Response {
    let mut response = if is_welcome(&request, port) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
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

fn is_welcome(request: &Request, port: u16) -> bool {
    let headers = request.headers();
    let own = |host: &str| is_own(host, port);
    let host = header(headers, HOST.as_str()).is_some_and(|host| host.is_some_and(own));
    // Where a request names its host a second time, that one counts by the standard.
    let authority = request.uri().authority();
    let authority = authority.is_none_or(|authority| own(authority.as_str()));
    let origin = header(headers, ORIGIN.as_str()).is_none_or(|origin| {
        let host = origin.and_then(|origin| origin.strip_prefix("http://"));
        host.is_some_and(own)
    });
    // Somebody may follow a link to the page itself from anywhere.
    let visit = request.method() == Method::GET && request.uri().path() == "/";
    let site = header(headers, "sec-fetch-site")
        .is_none_or(|site| matches!(site, Some("same-origin" | "none")) || visit);
    host && authority && origin && site
}

/// A header, if it is there: its value, or nothing if it cannot be read or is there more
/// than once, so that nobody knows which is meant.
fn header<'h>(headers: &'h HeaderMap, name: &str) -> Option<Option<&'h str>> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?;
    match values.next() {
        Some(_) => Some(None),
        None => Some(first.to_str().ok()),
    }
}

/// The port that browsers leave out.
const CUSTOMARY_PORT: u16 = 80;

/// Whether `host:port` is this server, by a name that cannot lead elsewhere.
fn is_own(host: &str, port: u16) -> bool {
    let (name, given) = match host.rsplit_once(':') {
        Some((name, given)) => (name, given.parse().ok()),
        None => (host, Some(CUSTOMARY_PORT)),
    };
    let name = name.to_ascii_lowercase();
    matches!(name.as_str(), "127.0.0.1" | "localhost") && given == Some(port)
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
        let mut request = Request::builder().uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        is_welcome(&request.body(Body::empty()).unwrap(), port)
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
