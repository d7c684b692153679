//! `build --watch`, and previews that cannot begin.

use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, Command, Stdio};

use crate::sandbox::{Book, Sandbox};

const PROGRAM: &str = "opd/diskominfo/programs/layanan-aduan.toml";

/// A build that goes on until it is stopped.
struct Builder {
    process: Child,
    said: Lines<BufReader<ChildStderr>>,
}

impl Builder {
    fn start(sandbox: &Sandbox) -> Self {
        Self::start_with(sandbox, &[])
    }

    fn start_with(sandbox: &Sandbox, arguments: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
            .args(["build", "--watch", "--language", "en", "-o", "out.pdf"])
            .args(["--deny", "typesetting-remark"])
            .args(arguments)
            .current_dir(sandbox.root())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(process.stderr.take().unwrap()).lines();
        Self { process, said }
    }

    /// What is said until it waits for changes again.
    fn round(&mut self) -> String {
        let mut all = String::new();
        loop {
            let line = self.said.next().unwrap().unwrap();
            if line.starts_with("Waiting for changes") {
                return all;
            }
            all.push_str(&line);
            all.push('\n');
        }
    }
}

impl Drop for Builder {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn a_watched_plan_is_built_after_every_change() {
    let sandbox = Sandbox::new();
    let out = sandbox.root().join("out.pdf");
    let mut builder = Builder::start(&sandbox);
    builder.round();
    let first = Book::open(&out);

    sandbox.edit(PROGRAM, "title = \"", "title = \"Sungguh ");
    builder.round();
    Book::open(&out).assert_has("Sungguh ");

    // A plan with errors says so and leaves the last book.
    let last = Book::open(&out).bytes;
    sandbox.edit(PROGRAM, "title = ", "titel = ");
    let said = builder.round();
    assert!(said.contains("titel"), "{said}");
    assert_eq!(Book::open(&out).bytes, last);

    // What is found when it is set keeps the last book too.
    sandbox.edit(PROGRAM, "titel = ", "title = ");
    let words = include_str!("../../templates/words.typ");
    let remark = format!("{words}\n#let unused = text(font: \"tiada\")[x]\n");
    sandbox.write("templates/words.typ", remark);
    let said = builder.round();
    assert!(said.contains("nothing was built"), "{said}");
    assert_eq!(Book::open(&out).bytes, last);
    std::fs::remove_dir_all(sandbox.plan().join("templates")).unwrap();
    builder.round();

    // The same plan makes the same book, however it was reached.
    sandbox.edit(PROGRAM, "title = \"Sungguh ", "title = \"");
    builder.round();
    assert_eq!(Book::open(&out).bytes, first.bytes);

    // Folders come and go.
    sandbox.write("chapters/tambahan.md", "# Tambahan\n\nBaru sama sekali.\n");
    builder.round();
    std::fs::remove_file(sandbox.plan().join("chapters/tambahan.md")).unwrap();
    builder.round();
    assert_eq!(Book::open(&out).bytes, first.bytes);
}

/// Where nobody tells of changes they are looked for.
#[test]
fn a_plan_is_looked_through_for_changes() {
    let sandbox = Sandbox::new();
    let out = sandbox.root().join("out.pdf");
    let mut builder = Builder::start_with(&sandbox, &["--poll=0.05"]);
    builder.round();
    sandbox.edit(PROGRAM, "title = \"", "title = \"Sungguh ");
    builder.round();
    Book::open(&out).assert_has("Sungguh ");
    sandbox.write("chapters/tambahan.md", "# Tambahan\n\nBaru sama sekali.\n");
    builder.round();
    std::fs::remove_file(sandbox.plan().join("chapters/tambahan.md")).unwrap();
    builder.round();
}

#[test]
fn what_polling_cannot_be_is_said() {
    let sandbox = Sandbox::new();
    for wrong in [
        "--poll=0",
        "--poll=-1",
        "--poll=sering",
        "--poll=1e9",
        "--poll=1e-12",
    ] {
        let run = sandbox.run(&["build", "--watch", wrong]);
        assert_eq!(run.status, 2, "{wrong}");
        assert!(run.stderr.contains("`--poll=2`"), "{}", run.stderr);
    }
    let run = sandbox.run(&["build", "--poll"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("`--watch`"), "{}", run.stderr);
    let run = sandbox.run(&["preview", "--poll", "--no-watch"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("`--no-watch`"), "{}", run.stderr);
}

#[test]
fn a_preview_of_an_unknown_part_does_not_begin() {
    let sandbox = Sandbox::new();
    let run = sandbox.run(&["preview", "opd:diskominfoo", "--language", "en"]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("did you mean `diskominfo`?"),
        "{}",
        run.stderr
    );
    let run = sandbox.run(&["preview", "volume:lain", "--language", "en"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("known: master-plan"), "{}", run.stderr);
    let run = sandbox.run(&["preview", "--editor", "code"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("{file}"), "{}", run.stderr);
}

/// A preview, where it listens, and what it says.
fn preview(sandbox: &Sandbox, arguments: &[&str]) -> (Stopped, String, BufReader<ChildStderr>) {
    let mut process = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
        .args(["preview", "--no-watch"])
        .args(arguments)
        .current_dir(sandbox.root())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let out = BufReader::new(process.stdout.take().unwrap());
    let said = BufReader::new(process.stderr.take().unwrap());
    let url = out.lines().next().unwrap().unwrap();
    let address = url.trim_start_matches("http://").trim_end_matches('/');
    (Stopped(process), address.to_owned(), said)
}

/// What a browser remembers belongs to the address: a plan keeps it.
#[test]
fn a_plan_has_the_same_port_each_time() {
    let (one, two) = (Sandbox::new(), Sandbox::new());
    let (first, address, _) = preview(&one, &[]);
    let (_other, other, _) = preview(&two, &[]);
    assert_ne!(address, other);
    // A second one beside it says why it has another.
    let (_second, beside, mut said) = preview(&one, &["--language", "en"]);
    assert_ne!(address, beside);
    let port = address.rsplit(':').next().unwrap();
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    assert_eq!(
        line,
        format!(
            "Port {port}, which this plan has otherwise, is taken, perhaps by another preview of \
             it; this one has another port.\n"
        )
    );
    drop(first);
    let (_again, again, _) = preview(&one, &["program:layanan-aduan", "--plan", "plan/"]);
    assert_eq!(address, again);
}

#[test]
fn a_preview_answers_to_names_that_were_allowed() {
    let sandbox = Sandbox::new();
    let names = ["--allow-host", "ambon.example", "--allow-host", "::1"];
    let (_stopped, address, _) = preview(&sandbox, &[&names[..], &["--language", "id"]].concat());
    let answer = |host: &str| {
        let head = format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let mut stream = TcpStream::connect(&address).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    for host in [
        address.as_str(),
        "ambon.example",
        "ambon.example:8443",
        "[::1]:9",
    ] {
        assert!(answer(host).starts_with("HTTP/1.1 200 "), "{host}");
    }
    let refused = answer("lain.example");
    assert!(refused.starts_with("HTTP/1.1 403 "), "{refused}");
    assert!(refused.contains("`--allow-host lain.example`"), "{refused}");
    let run = sandbox.run(&["preview", "--allow-host", "https://ambon.example/"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("tulis namanya saja"), "{}", run.stderr);
}

/// Sends a request; returns the connection and the status.
fn ask(address: &str, head: &str) -> (TcpStream, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    let mut status = String::new();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    reader.read_line(&mut status).unwrap();
    (stream, status)
}

/// However many ask for events, pages are still served.
#[test]
fn a_preview_keeps_so_many_streams_and_no_more() {
    let sandbox = Sandbox::new();
    let (_stopped, address, _) = preview(&sandbox, &[]);
    let events = format!("GET /events HTTP/1.1\r\nHost: {address}\r\n\r\n");
    let streams: Vec<_> = (0..70).map(|_| ask(&address, &events)).collect();
    let open = streams.iter().filter(|(_, status)| status.contains("200"));
    assert_eq!(open.count(), 64);
    let page = format!("GET / HTTP/1.1\r\nHost: {address}\r\n\r\n");
    assert!(ask(&address, &page).1.contains("200"));
    for head in [
        format!("GET / HTTP/1.1\r\nHost: {address}\r\nHost: {address}\r\n\r\n"),
        format!("GET http://evil.example/ HTTP/1.1\r\nHost: {address}\r\n\r\n"),
    ] {
        let (_, status) = ask(&address, &head);
        assert!(status.contains(" 40"), "{head}: {status}");
    }
    // Whoever is gone leaves a place.
    drop(streams);
    while !ask(&address, &events).1.contains("200") {
        std::thread::yield_now();
    }
}

/// A process that ends with the test.
struct Stopped(Child);

impl Drop for Stopped {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
#[cfg(unix)]
fn an_interrupted_preview_ends_well() {
    let sandbox = Sandbox::new();
    let mut process = Command::new(env!("CARGO_BIN_EXE_ambonplan"))
        .arg("preview")
        .current_dir(sandbox.root())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(process.stdout.take().unwrap());
    let address = out.lines().next().unwrap().unwrap();
    assert!(address.starts_with("http://127.0.0.1:"), "{address}");
    let id = process.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .unwrap()
            .success()
    );
    assert!(process.wait().unwrap().success());
}
