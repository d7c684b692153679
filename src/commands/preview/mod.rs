//! `ambonplan preview`

mod connections;
mod editor;
mod guard;
mod page;
mod port;
mod renderer;
mod server;
mod text_layer;
mod update;

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use ambonplan::compose::Selection;
use ambonplan::language::{Arg, Catalogue, Message, message};
use ambonplan::preview::Session;
use ambonplan::project;
use ambonplan::typeset::Fonts;

use self::editor::Editor;
use self::guard::{Guard, Host};
use self::renderer::Renderer;
use self::server::{Limits, Service};
use super::check_arguments::CheckArguments;
use super::failure::{Context, Result, bail};
use super::interrupt::Interrupts;
use super::polling::Polling;
use super::{Outcome, interrupt, language, loading, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan preview\n  \
    ambonplan preview opd:diskominfo --open\n  \
    ambonplan preview volume:ringkasan --port 8000\n  \
    ambonplan preview --allow-host contoh-8000.app.github.dev\n  \
    ambonplan preview pillar:governance --editor 'code -g {file}:{line}:{column}'")]
pub struct Arguments {
    /// Show one part: chapter:ID, pillar:ID, opd:ID, program:ID or volume:ID [default: the
    /// first volume]
    #[arg(value_name = "KIND:ID")]
    what: Option<String>,

    /// Listen on this port [default: the same each time for a plan, if it is free]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,

    /// Open the page in the browser
    #[arg(long)]
    open: bool,

    /// Show the plan as it is now and do not follow changes
    #[arg(long)]
    no_watch: bool,

    #[command(flatten)]
    polling: Polling,

    /// Also answer to this name, as it stands in the address where the port is forwarded;
    /// may be given more than once
    #[arg(long, value_name = "NAME", value_parser = Host::parse)]
    allow_host: Vec<Host>,

    /// Let the page open a place in this editor; {file}, {line} and {column} stand for it
    #[arg(long, value_name = "COMMAND", value_parser = Editor::parse)]
    editor: Option<Editor>,

    /// Also use the fonts of the system
    #[arg(long)]
    system_fonts: bool,

    #[command(flatten)]
    judging: CheckArguments,
}

/// Serves the pages until it is interrupted.
pub fn run(directory: &Path, asked: language::Asked, arguments: &Arguments) -> Result<Outcome> {
    let options = arguments.judging.options();
    // What cannot be shown at all is said here, and not in the browser.
    let (tree, findings) = loading::read(directory)?;
    let project = project::understand(tree, findings);
    let wanted = wanted(arguments.what.as_deref());
    if let Some(plan) = &project.plan {
        wanted.find(plan)?;
    }
    let language = language::choose(asked, project.plan.as_ref());
    drop(project);
    let fonts = if arguments.system_fonts {
        Fonts::with_system
    } else {
        Fonts::embedded
    };
    let polling = arguments.polling;
    let watch = if !arguments.no_watch {
        Some(polling.watch(directory)?)
    } else if polling.is_asked() {
        bail!("poll-without-changes")
    } else {
        None
    };
    let session = Session::new(wanted, options, fonts);
    let what = arguments.what.as_deref().unwrap_or_default();
    let renderer = Renderer::new(directory, what, language, arguments.editor.is_some());
    let say = |key, arguments| Catalogue::new(language).text(&Message::new(key, arguments));
    let customary = port::customary(directory)?;
    interrupt::run(async {
        let mut interrupts = Interrupts::new()?;
        let listener = port::listen(arguments.port, customary).await?;
        let address = listener.local_addr()?;
        let url = format!("http://{address}/");
        writeln!(output::out(), "{url}")?;
        if arguments.port.is_none() && address.port() != customary {
            let port = Arg::Text(customary.to_string());
            writeln!(output::err(), "{}", say("port-taken", vec![("port", port)]))?;
        }
        if let Some(remark) = watch
            .as_ref()
            .and_then(|watch| polling.remark(watch, language))
        {
            writeln!(output::err(), "{remark}")?;
        }
        writeln!(output::err(), "{}", say("serving", Vec::new()))?;
        if arguments.open && open::that_detached(&url).is_err() {
            writeln!(output::err(), "{}", say("no-browser", Vec::new()))?;
        }
        let service = Service {
            shown: renderer.shown(),
            directory: directory.into(),
            editor: arguments.editor.clone().map(Arc::new),
            language,
            limits: Limits::default(),
        };
        let guard = Guard::new(address.port(), arguments.allow_host.clone(), language);
        let app = server::routes(service, guard);
        renderer.begin(session, watch);
        tokio::select! {
            served = connections::serve(listener, app, connections::Limits::default()) => {
                served.context(message!("failed-waiting"))?
            }
            _ = interrupts.next() => {}
        }
        Ok(())
    })?;
    Ok(Outcome::Clean)
}

/// What a text such as `volume:ringkasan` or `opd:diskominfo` asks for.
fn wanted(what: Option<&str>) -> Selection {
    match what.and_then(|what| what.split_once(':')) {
        Some(("volume", id)) => Selection {
            volume: Some(id.to_owned()),
            part: None,
        },
        _ => Selection {
            volume: None,
            part: what.map(str::to_owned),
        },
    }
}
