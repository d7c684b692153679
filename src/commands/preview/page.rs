//! The files of the page, inside the program.

/// A file of the page: name, type, content.
macro_rules! file {
    ($name:literal, $kind:literal) => {
        ($name, $kind, include_bytes!(concat!("page/", $name)))
    };
}

/// The page.
pub const INDEX: &str = include_str!("page/index.html");

/// What it loads.
pub const FILES: &[(&str, &str, &[u8])] = &[
    file!("anchor.js", "text/javascript; charset=utf-8"),
    file!("banner.js", "text/javascript; charset=utf-8"),
    file!("connection.js", "text/javascript; charset=utf-8"),
    file!("dom.js", "text/javascript; charset=utf-8"),
    file!("findings.js", "text/javascript; charset=utf-8"),
    file!("icon.svg", "image/svg+xml"),
    file!("icons.svg", "image/svg+xml"),
    file!("keyboard.js", "text/javascript; charset=utf-8"),
    file!("main.js", "text/javascript; charset=utf-8"),
    file!("memory.js", "text/javascript; charset=utf-8"),
    file!("outline.js", "text/javascript; charset=utf-8"),
    file!("page.js", "text/javascript; charset=utf-8"),
    file!("pager.js", "text/javascript; charset=utf-8"),
    file!("pages.js", "text/javascript; charset=utf-8"),
    file!("panels.js", "text/javascript; charset=utf-8"),
    file!("print.js", "text/javascript; charset=utf-8"),
    file!("progress.js", "text/javascript; charset=utf-8"),
    file!("search.js", "text/javascript; charset=utf-8"),
    file!("server.js", "text/javascript; charset=utf-8"),
    file!("shared.js", "text/javascript; charset=utf-8"),
    file!("source.js", "text/javascript; charset=utf-8"),
    file!("status.js", "text/javascript; charset=utf-8"),
    file!("stream.js", "text/javascript; charset=utf-8"),
    file!("style.css", "text/css; charset=utf-8"),
    file!("text.js", "text/javascript; charset=utf-8"),
    file!("theme.js", "text/javascript; charset=utf-8"),
    file!("trail.js", "text/javascript; charset=utf-8"),
    file!("words.js", "text/javascript; charset=utf-8"),
    file!("zoom.js", "text/javascript; charset=utf-8"),
];

/// A file by its name, with its type.
pub fn file(name: &str) -> Option<(&'static str, &'static [u8])> {
    let mut files = FILES.iter();
    let (_, kind, content) = files.find(|(known, ..)| *known == name)?;
    Some((kind, content))
}
