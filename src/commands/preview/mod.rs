//! `ambonplan preview`

mod connections;
mod desk;
mod editor;
mod guard;
mod news;
mod page;
mod server;

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use ambonplan::language::{Catalogue, Message};
use ambonplan::preview::{Asked, Session};
use ambonplan::project;
use ambonplan::typeset::Fonts;
use anyhow::Context;
use tokio::net::TcpListener;

use self::desk::Desk;
use self::editor::Editor;
use self::server::{Limits, Service};
use super::interrupt::Interrupts;
use super::judging::Judging;
use super::watch::Watch;
use super::{Outcome, build, interrupt, language, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan preview\n  \
    ambonplan preview opd:diskominfo --open\n  \
    ambonplan preview volume:ringkasan --port 8000\n  \
    ambonplan preview pillar:governance --editor 'code -g {file}:{line}:{column}'")]
pub struct Arguments {
    /// Show one part: chapter:ID, pillar:ID, opd:ID, program:ID or volume:ID [default: the
    /// first volume]
    #[arg(value_name = "KIND:ID")]
    what: Option<String>,

    /// Listen on this port [default: one that is free]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,

    /// Open the page in the browser
    #[arg(long)]
    open: bool,

    /// Show the plan as it is now and do not follow changes
    #[arg(long)]
    no_watch: bool,

    /// Let the page open a place in this editor; {file}, {line} and {column} stand for it
    #[arg(long, value_name = "COMMAND", value_parser = Editor::parse)]
    editor: Option<Editor>,

    /// Also use the fonts of the system
    #[arg(long)]
    system_fonts: bool,

    #[command(flatten)]
    judging: Judging,
}

/// Serves the pages until it is interrupted.
pub fn run(
    directory: &Path,
    asked: Option<language::Choice>,
    arguments: &Arguments,
) -> anyhow::Result<Outcome> {
    let options = arguments.judging.options();
    // What cannot be shown at all is said here, and not in the browser.
    let (tree, findings) = build::read(directory)?;
    let project = project::understand(tree, findings);
    let wanted = wanted(arguments.what.as_deref());
    if let Some(plan) = &project.plan {
        build::choose_volume(plan, wanted.volume.as_deref())?;
        if let Some(part) = &wanted.part {
            ambonplan::compose::Scope::find(plan, part)?;
        }
    }
    let language = language::choose(asked, project.plan.as_ref());
    drop(project);
    let fonts = match arguments.system_fonts {
        true => Fonts::with_system(),
        false => Fonts::embedded(),
    };
    let watch = match arguments.no_watch {
        true => None,
        false => Some(Watch::new(directory)?),
    };
    let session = Session::new(wanted, options, &fonts);
    let what = arguments.what.as_deref().unwrap_or_default();
    let desk = Desk::new(directory, what, language, arguments.editor.is_some());
    let say = |key| Catalogue::new(language).text(&Message::new(key, Vec::new()));
    interrupt::run(async {
        let mut interrupts = Interrupts::new()?;
        let port = arguments.port.unwrap_or(0);
        let listener =
            TcpListener::bind(("127.0.0.1", port))
                .await
                .with_context(|| match port {
                    0 => "failed to listen on 127.0.0.1".into(),
                    port => format!("failed to listen on port {port}; another preview may use it"),
                })?;
        let address = listener.local_addr()?;
        let url = format!("http://{address}/");
        writeln!(output::out(), "{url}")?;
        writeln!(output::err(), "{}", say("serving"))?;
        if arguments.open && open::that_detached(&url).is_err() {
            writeln!(output::err(), "{}", say("no-browser"))?;
        }
        let service = Service {
            shown: desk.shown(),
            directory: directory.into(),
            editor: arguments.editor.clone().map(Arc::new),
            language,
            limits: Limits::default(),
        };
        let app = server::routes(service, address.port());
        desk.begin(session, watch);
        tokio::select! {
            served = connections::serve(listener, app) => served?,
            _ = interrupts.next() => {}
        }
        anyhow::Ok(())
    })?;
    Ok(Outcome::Clean)
}

/// What a text such as `volume:ringkasan` or `opd:diskominfo` asks for.
fn wanted(what: Option<&str>) -> Asked {
    match what.and_then(|what| what.split_once(':')) {
        Some(("volume", id)) => Asked {
            volume: Some(id.to_owned()),
            part: None,
        },
        _ => Asked {
            volume: None,
            part: what.map(str::to_owned),
        },
    }
}
