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
    let host = header(headers, HOST.as_str()).is_some_and(|host| is_own(host, port));
    let origin = header(headers, ORIGIN.as_str()).is_none_or(|origin| {
        let host = origin.strip_prefix("http://");
        host.is_some_and(|host| is_own(host, port))
    });
    // Somebody may follow a link to the page itself from anywhere.
    let visit = request.method() == Method::GET && request.uri().path() == "/";
    let site = header(headers, "sec-fetch-site")
        .is_none_or(|site| matches!(site, "same-origin" | "none") || visit);
    host && origin && site
}

/// A header that can be read; one that cannot is no name that is known.
fn header<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let value = headers.get(name)?;
    Some(value.to_str().unwrap_or("?"))
}

/// Whether `host:port` is this server, by a name that cannot lead elsewhere.
fn is_own(host: &str, port: u16) -> bool {
    let Some((name, given)) = host.rsplit_once(':') else {
        return false;
    };
    let name = name.to_ascii_lowercase();
    matches!(name.as_str(), "127.0.0.1" | "localhost") && given.parse() == Ok(port)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use axum::body::Body;

    use super::*;

    fn welcome(path: &str, headers: &[(&str, &str)]) -> bool {
        let mut request = Request::builder().uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        is_welcome(&request.body(Body::empty()).unwrap(), 8000)
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
}
