//! What the page can ask.

use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ambonplan::language::{Catalogue, Language};
use ambonplan::preview::{Layout, Link};
use axum::Router;
use axum::extract::{self, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderName, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};
use tokio::sync::{Semaphore, watch};
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use super::editor::Editor;
use super::guard::{Guard, guard};
use super::page;
use super::renderer::Shown;
use super::text_layer;
use super::update::{Place, json};
use crate::commands::repository::shortest;

/// Most places of a search that are sent.
const MOST_HITS: usize = 500;

/// What has a key is the same for ever.
const KEPT: (HeaderName, &str) = (CACHE_CONTROL, "max-age=31536000, immutable");

/// Lines of the source that are shown on either side of a place.
const AROUND: usize = 4;

/// What answers are made of.
#[derive(Clone)]
pub struct Service {
    /// What is to be seen.
    pub shown: watch::Receiver<Shown>,
    /// The plan directory, as it was named.
    pub directory: Arc<Path>,
    /// What opens a place of the source.
    pub editor: Option<Arc<Editor>>,
    /// The language of the page.
    pub language: Language,
    /// What goes on at once.
    pub limits: Limits,
}

/// How much of what takes memory may go on at once.
#[derive(Clone)]
pub struct Limits {
    streams: Arc<Semaphore>,
    searches: Arc<Semaphore>,
    pictures: Arc<Semaphore>,
}

impl Default for Limits {
    fn default() -> Self {
        let limit = |most| Arc::new(Semaphore::new(most));
        Self {
            streams: limit(64),
            searches: limit(2),
            pictures: limit(8),
        }
    }
}

impl Service {
    fn layout(&self) -> Option<Arc<Layout>> {
        self.shown.borrow().layout.clone()
    }
}

/// Everything that is answered on this port.
pub fn routes(service: Service, protected: Guard) -> Router {
    Router::new()
        .route("/", get(async || Html(page::INDEX)))
        .route("/assets/{name}", get(asset))
        .route("/words", get(words))
        .route("/events", get(events))
        .route("/pages/{name}", get(picture))
        .route("/texts/{name}", get(text))
        .route("/at", get(at))
        .route("/source", get(source))
        .route("/where", get(locate))
        .route("/part", get(part))
        .route("/search", get(search))
        .route("/open", post(open))
        .with_state(service)
        .layer(from_fn_with_state(Arc::new(protected), guard))
}

async fn asset(extract::Path(name): extract::Path<String>) -> Response {
    match page::file(&name) {
        Some((kind, content)) => ([(CONTENT_TYPE, kind)], content).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The words of the page.
#[derive(Serialize)]
struct Words {
    lang: &'static str,
    words: std::collections::BTreeMap<String, String>,
}

async fn words(State(service): State<Service>) -> Response {
    let catalogue = Catalogue::new(service.language);
    document(&Words {
        lang: service.language.word(),
        words: catalogue.words_of("preview-"),
    })
}

/// Tells what is to be seen, at once and after each change.
async fn events(
    State(service): State<Service>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, StatusCode> {
    // All are taken, or the preview ends.
    let Ok(place) = service.limits.streams.try_acquire_owned() else {
        return Err(StatusCode::SERVICE_UNAVAILABLE);
    };
    let mut told = None;
    let update = WatchStream::new(service.shown).filter_map(move |shown| {
        // Kept for as long as somebody listens.
        let _ = &place;
        if shown.number > 0 && told != Some(shown.number) {
            told = Some(shown.number);
            let event = Event::default().event("edition");
            return Some(Ok(event.data(shown.update.as_str())));
        }
        // What changed nothing that is seen makes no edition.
        let state = if shown.working { "working" } else { "idle" };
        Some(Ok(Event::default().event(state).data("{}")))
    });
    Ok(Sse::new(update).keep_alive(KeepAlive::default()))
}

/// A page by its key.
async fn picture(
    State(service): State<Service>,
    extract::Path(name): extract::Path<String>,
) -> Response {
    let Some(layout) = service.layout() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(turn) = service.limits.pictures.acquire_owned().await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let drawn = tokio::task::spawn_blocking(move || {
        let drawn = layout.svg(name.strip_suffix(".svg")?);
        drop(turn);
        drawn
    });
    let drawn = drawn.await;
    match drawn {
        Ok(Some(svg)) => {
            let headers: [(HeaderName, &str); 3] = [
                (CONTENT_TYPE, "image/svg+xml"),
                KEPT,
                // Opened by itself, it may do nothing either.
                (
                    CONTENT_SECURITY_POLICY,
                    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
                ),
            ];
            (headers, svg).into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// What is read on a page, by its key.
async fn text(
    State(service): State<Service>,
    extract::Path(name): extract::Path<String>,
) -> Response {
    let Some(layout) = service.layout() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Some(parts) = name.strip_suffix(".json").and_then(|key| layout.text(key)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    ([KEPT], document(&text_layer::parts(&parts))).into_response()
}

/// A point on a page.
#[derive(Deserialize)]
struct Point {
    page: usize,
    x: f64,
    y: f64,
}

/// What stands at a point.
#[derive(Serialize)]
struct At {
    place: Option<Written>,
    link: Option<Leads>,
    #[serde(rename = "box")]
    begins: Option<Place>,
}

/// Where something was written.
#[derive(Serialize)]
struct Written {
    file: String,
    line: usize,
    column: usize,
    /// The same in one word, for terminals and editors.
    shown: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Leads {
    Place(Place),
    Url { url: String },
}

async fn at(State(service): State<Service>, Query(point): Query<Point>) -> Response {
    let Some(layout) = service.layout() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let origin = layout.origin(point.page, point.x, point.y);
    let place = origin.and_then(|(span, _)| {
        let file = layout.tree.get(span.file)?;
        let (line, column) = file.line_column(span.start());
        let path = service.directory.join(&file.path);
        Some(Written {
            file: file.path.clone(),
            line,
            column,
            shown: format!("{}:{line}:{column}", shortest(&path).display()),
        })
    });
    let link = layout.link(point.page, point.x, point.y);
    document(&At {
        place,
        begins: origin.map(|(_, spot)| spot.into()),
        link: link.map(|link| match link {
            Link::Spot(spot) => Leads::Place(spot.into()),
            Link::Url(url) => Leads::Url { url },
        }),
    })
}

/// A line of a file.
#[derive(Deserialize)]
struct Line {
    file: String,
    line: usize,
}

/// Lines of a file.
#[derive(Serialize)]
struct Lines<'a> {
    file: &'a str,
    line: usize,
    first: usize,
    lines: Vec<&'a str>,
    /// Path of the file from where the command was started.
    path: String,
}

async fn source(State(service): State<Service>, Query(asked): Query<Line>) -> Response {
    let tree = Arc::clone(&service.shown.borrow().tree);
    let Some((_, file)) = tree.find(&asked.file) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let first = asked.line.saturating_sub(AROUND).max(1);
    let lines = file.text.lines().skip(first - 1);
    let path = service.directory.join(&file.path);
    document(&Lines {
        file: &file.path,
        line: asked.line,
        first,
        lines: lines.take(2 * AROUND + 1).collect(),
        path: path.display().to_string(),
    })
}

async fn locate(State(service): State<Service>, Query(asked): Query<Line>) -> Response {
    let spot = service.layout().and_then(|layout| {
        let (_, file) = layout.tree.find(&asked.file)?;
        // The end of the line: what it says may begin anywhere in it.
        let mut lines = file.text.split_inclusive('\n');
        let end: usize = lines.by_ref().take(asked.line).map(str::len).sum();
        layout.find(&asked.file, end.saturating_sub(1))
    });
    document(&spot.map(Place::from))
}

/// A part such as `program:layanan-112`.
#[derive(Deserialize)]
struct Named {
    name: String,
}

/// Where a part begins; nothing if it is not in what is shown.
async fn part(State(service): State<Service>, Query(asked): Query<Named>) -> Response {
    let spot = service.layout().and_then(|layout| layout.part(&asked.name));
    document(&spot.map(Place::from))
}

/// What is looked for.
#[derive(Deserialize)]
struct Wanted {
    q: String,
}

#[derive(Serialize)]
struct Found {
    count: usize,
    hits: Vec<Hit>,
}

#[derive(Serialize)]
struct Hit {
    page: usize,
    boxes: Vec<[f64; 4]>,
    before: String,
    #[serde(rename = "match")]
    found: String,
    after: String,
}

async fn search(State(service): State<Service>, Query(wanted): Query<Wanted>) -> Response {
    let Some(layout) = service.layout() else {
        return document(&Found {
            count: 0,
            hits: Vec::new(),
        });
    };
    let Ok(turn) = service.limits.searches.acquire_owned().await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let found = tokio::task::spawn_blocking(move || {
        let hits = layout.search(&wanted.q);
        drop(turn);
        let count = hits.len();
        let hits = hits.into_iter().take(MOST_HITS).map(|hit| Hit {
            page: hit.page,
            boxes: hit
                .areas
                .iter()
                .map(|area| [area.x, area.y, area.width, area.height])
                .collect(),
            before: hit.before,
            found: hit.found,
            after: hit.after,
        });
        document(&Found {
            count,
            hits: hits.collect(),
        })
    });
    found
        .await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// A place that is to be opened.
#[derive(Deserialize)]
struct Opened {
    file: String,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Failed {
    error: String,
}

async fn open(
    State(service): State<Service>,
    extract::Json(asked): extract::Json<Opened>,
) -> Response {
    // Only files of the plan are opened: what the page names is looked up among them.
    let known = service.shown.borrow().tree.find(&asked.file).is_some();
    let (Some(editor), true) = (&service.editor, known) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let path: PathBuf = service.directory.join(&asked.file);
    let path = std::path::absolute(&path).unwrap_or(path);
    match editor.open(&path, asked.line, asked.column) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => {
            let error = error.text(&Catalogue::new(service.language));
            let failed = document(&Failed { error });
            (StatusCode::INTERNAL_SERVER_ERROR, failed).into_response()
        }
    }
}

fn document(document: &impl Serialize) -> Response {
    ([(CONTENT_TYPE, "application/json")], json(document)).into_response()
}
