//! Blocks and lines as Typst expressions.

use super::data::Data;
use super::function::Function;
use super::literal::literal;
use super::node::{Argument, Node, Statement};
use crate::compose::trace::Origin;
use crate::compose::tree::{
    Block, BlockKind, Content, Definition, Destination, Drawing, Flow, Inline, List, Note,
    NoteText, Picture, ProseTable, Size, Style, Tasks,
};
use crate::markdown::ascii_address;

/// A line as content.
pub(crate) fn content(content: Content) -> Node {
    Node::Block(line(content))
}

/// Blocks as content.
pub(crate) fn flow(flow: Flow) -> Node {
    Node::Block(statements(flow))
}

/// The blocks of a part, each as a statement. One after the other, so that a large part is not
/// held twice.
pub(crate) fn part(flow: Flow) -> impl Iterator<Item = Statement> {
    flow.0.into_iter().flat_map(|block| {
        if let BlockKind::Include(path) = block.kind {
            return vec![Statement::Include(path)];
        }
        let statements = statements(block.into()).into_iter();
        statements.map(Statement::Content).collect()
    })
}

/// Blocks as statements.
pub(crate) fn statements(flow: Flow) -> Vec<Node> {
    let mut statements = Vec::with_capacity(flow.0.len());
    for Block { origin, kind } in flow.0 {
        let is_traced = !matches!(kind, BlockKind::ProseTable(_));
        statements.extend(origin.filter(|_| is_traced).map(Node::Trace));
        if let BlockKind::Plain(content) = kind {
            statements.extend(line(content));
        } else {
            statements.push(from_origin(origin, block(kind)));
        }
    }
    statements
}

fn block(kind: BlockKind) -> Node {
    match kind {
        BlockKind::Plain(body) => content(body),
        BlockKind::Paragraph(body) => Node::call(Function::Par, [content(body)]),
        BlockKind::Heading(heading) => Node::call(Function::Section, [heading.section.node()]),
        BlockKind::Quote(body) => {
            let is_block = Argument::named("block", true.node());
            let body = Argument::plain(flow(body));
            Node::Call(Function::Quote, vec![is_block, body])
        }
        BlockKind::Alert(alert, body) => {
            Node::call(Function::Alert, [alert.word().node(), flow(body)])
        }
        BlockKind::Code(text) => {
            Node::call(Function::CodeBlock, [Node::Block(vec![Node::Text(text)])])
        }
        BlockKind::Divider => Node::call(Function::Divider, []),
        BlockKind::List(it) => list(it),
        BlockKind::Definitions(definitions) => {
            let items = definitions.into_iter().map(definition);
            Node::Call(Function::Definitions, items.map(Argument::plain).collect())
        }
        BlockKind::ProseTable(table) => prose_table(*table),
        BlockKind::Picture(it) => picture(it),
        BlockKind::LooseNote(mark, text) => {
            Node::call(Function::LooseNote, [mark.node(), note_text(text)])
        }
        BlockKind::Table(table) => Node::call(Function::DataTable, [table.node()]),
        BlockKind::Drawing(it) => drawing(*it),
        BlockKind::Card(card) => Node::call(Function::ProgramCard, [card.node()]),
        BlockKind::Profile(profile) => Node::call(Function::OpdProfile, [profile.node()]),
        BlockKind::Goal(goal) => Node::call(Function::PillarGoal, [goal.node()]),
        BlockKind::AtAGlance(glance) => Node::call(Function::AtAGlance, [glance.node()]),
        BlockKind::Promises(list) => Node::call(Function::PromiseList, [list.node()]),
        BlockKind::Decision(decision) => Node::call(Function::Decision, [decision.node()]),
        BlockKind::Signatures(sheet) => Node::call(Function::SignatureSheet, [sheet.node()]),
        BlockKind::Dateline(dateline) => Node::call(Function::Dateline, [dateline.node()]),
        BlockKind::Cover(cover) => Node::call(Function::Cover, [cover.node()]),
        BlockKind::Contents => Node::call(Function::Contents, []),
        BlockKind::ListOfTables => caption_list("table"),
        BlockKind::ListOfFigures => caption_list("image"),
        BlockKind::Draft(body) => Node::call(Function::DraftText, [flow(body)]),
        BlockKind::Byline(names) => {
            Node::call(Function::Byline, [Node::Block(vec![Node::Text(names)])])
        }
        BlockKind::Anchor(label) => Node::call(Function::Anchor, [label.node()]),
        BlockKind::Include(path) => Node::Atom(format!("include {}", literal(&path))),
    }
}

fn caption_list(of: &str) -> Node {
    Node::call(Function::CaptionList, [Node::Atom(of.to_owned())])
}

/// A line as statements.
fn line(content: Content) -> Vec<Node> {
    content.into_inlines().into_iter().map(inline).collect()
}

fn inline(inline: Inline) -> Node {
    match inline {
        Inline::Text(text) | Inline::Decimal { text, .. } => Node::Text(text),
        Inline::Room(text) => Node::call(Function::Hide, [text.node()]),
        Inline::Code(text) => Node::call(Function::Raw, [text.node()]),
        Inline::LineBreak => Node::call(Function::Linebreak, []),
        Inline::Styled(style, body) => {
            let function = match style {
                Style::Emphasis => Function::Emph,
                Style::Strong => Function::Strong,
                Style::Strike => Function::Strike,
                Style::Subscript => Function::Sub,
                Style::Superscript => Function::Super,
                Style::Key => Function::Key,
            };
            Node::call(function, [content(body)])
        }
        Inline::Link(Destination::Label(to), body) => {
            Node::call(Function::Link, [label(to), content(body)])
        }
        Inline::Link(Destination::Address(address), body) => Node::call(
            Function::Link,
            [ascii_address(&address).into_owned().node(), content(body)],
        ),
        Inline::Number(number) => Node::Number(number),
        Inline::Note(it) => note(*it),
        Inline::NoteReference(to) => Node::call(Function::Footnote, [label(to)]),
        Inline::AddressNote(address) => Node::call(Function::Footnote, [printed_link(address)]),
        Inline::TitleNotes(body) => Node::call(Function::TitleNote, [content(body)]),
        Inline::InnerNotes(notes) => {
            let notes = notes.into_iter().map(note).collect();
            Node::call(Function::Unmarked, [Node::Block(notes)])
        }
        Inline::Task(done) => Node::call(Function::Task, [done.node()]),
        Inline::Picture(it) => picture(it),
        Inline::Anchor(label) => Node::call(Function::Anchor, [label.node()]),
        Inline::Origin(origin) => Node::Trace(origin),
        Inline::Marked(mark, body) => Node::Marked(mark, Box::new(content(body))),
        Inline::ChangePages(labels) => Node::call(Function::ChangePages, labels.map(Data::node)),
        Inline::Path(path) => {
            let fields = [path.color.node(), path.points.node(), path.reached.node()];
            Node::call(Function::SmallPath, fields)
        }
        Inline::Page { before, label: to } => {
            Node::call(Function::PageOf, [before.node(), label(to)])
        }
    }
}

fn label(label: String) -> Node {
    Node::call(Function::Label, [label.node()])
}

/// A link to an address that is printed.
fn printed_link(address: String) -> Node {
    let target = ascii_address(&address).into_owned().node();
    let printed = Node::Block(vec![Node::Text(address)]);
    Node::call(Function::Link, [target, printed])
}

fn note(Note { label, text }: Note) -> Node {
    Node::call(Function::Note, [label.node(), note_text(text)])
}

fn note_text(text: NoteText) -> Node {
    let NoteText {
        origin,
        first,
        rest,
    } = text;
    let mut statements = Vec::new();
    if !first.is_empty() {
        statements.push(from_origin(origin, content(first)));
    }
    if !rest.is_empty() {
        statements.push(Node::call(Function::NoteRest, [flow(rest)]));
    }
    Node::Block(statements)
}

fn picture(mut picture: Picture) -> Node {
    match picture.caption.take() {
        Some(caption) => Node::call(Function::PictureFigure, [caption.node(), image(picture)]),
        None if picture.alone => Node::call(Function::Picture, [image(picture)]),
        None => Node::call(Function::InlinePicture, [image(picture)]),
    }
}

/// The image is made here and not in a template, so that a fault in its file is reported at
/// the line that shows it.
fn image(picture: Picture) -> Node {
    let Picture {
        origin,
        path,
        alt,
        width,
        alone: _,
        caption: _,
    } = picture;
    let mut arguments = vec![
        Argument::plain(path.node()),
        Argument::named("alt", alt.node()),
    ];
    let width = width.map(|width| Node::Atom(format!("{width}%")));
    arguments.extend(width.map(|width| Argument::named("width", width)));
    from_origin(origin, Node::Call(Function::Image, arguments))
}

fn list(list: List) -> Node {
    let List {
        start,
        tasks,
        items,
    } = list;
    let function = match start {
        Some(_) => Function::Enum,
        None => Function::List,
    };
    let start = start.map(|start| Argument::named("start", Node::Atom(start.to_string())));
    let items = items.into_iter().map(|item| {
        let trace = item.origin.map(Node::Trace).into_iter();
        let inside = trace.chain(statements(item.body)).collect();
        Argument::plain(from_origin(item.origin, Node::Block(inside)))
    });
    let look = match tasks {
        Tasks::None => None,
        Tasks::Some => Some("..mixed-list"),
        Tasks::All => Some("..task-list"),
    };
    let look = look.map(|look| Argument::plain(Node::Atom(look.to_owned())));
    Node::Call(
        function,
        start.into_iter().chain(items).chain(look).collect(),
    )
}

fn definition(definition: Definition) -> Node {
    let mut inside = Vec::new();
    for (at, meaning) in definition.meanings.into_iter().enumerate() {
        if at > 0 {
            inside.push(Node::call(Function::Parbreak, []));
        }
        inside.extend(statements(meaning));
    }
    Node::Array(vec![content(definition.term), Node::Block(inside)])
}

fn prose_table(table: ProseTable) -> Node {
    let rows = table.rows.into_iter().map(|row| {
        let cells = row.cells.into_iter().map(|cell| {
            let trace = cell.origin.map(Node::Trace).into_iter();
            Node::Block(trace.chain(line(cell.content)).collect())
        });
        from_origin(row.origin, Node::Array(cells.collect()))
    });
    let rows = Node::Array(rows.collect());
    let mut arguments = vec![
        Argument::plain(table.columns.node()),
        Argument::plain(rows),
        Argument::named("whole", table.whole.node()),
        Argument::named("by-height", table.by_height.node()),
        Argument::named("repeats", table.repeats.node()),
    ];
    if table.size != Size::Customary {
        arguments.push(Argument::named("size", table.size.name().node()));
    }
    if table.sideways {
        arguments.push(Argument::named("sideways", true.node()));
    }
    if !table.notes.is_empty() {
        arguments.push(Argument::named("notes", content(table.notes)));
    }
    let head = table.head.map(|head| Argument::named("head", head.node()));
    arguments.extend(head);
    Node::Call(Function::ProseTable, arguments)
}

fn drawing(drawing: Drawing) -> Node {
    let (function, data) = match drawing {
        Drawing::RoadMap(it) => (Function::RoadMap, it.node()),
        Drawing::BarChart(it) => (Function::BarChart, it.node()),
        Drawing::WaterfallChart(it) => (Function::WaterfallChart, it.node()),
        Drawing::RowChart(it) => (Function::RowChart, it.node()),
        Drawing::HeatMap(it) => (Function::HeatMap, it.node()),
        Drawing::GaugeChart(it) => (Function::GaugeChart, it.node()),
        Drawing::IndicatorPaths(it) => (Function::IndicatorPaths, it.node()),
        Drawing::DependencyGraph(it) => (Function::DependencyGraph, it.node()),
        Drawing::DistrictMap(it) => (Function::DistrictMap, it.node()),
    };
    Node::call(function, [data])
}

/// An expression, and where it was written if that is known.
fn from_origin(origin: Option<Origin>, node: Node) -> Node {
    match origin {
        Some(origin @ Origin::Written(..)) => Node::WithSource(origin, Box::new(node)),
        Some(Origin::Generated) | None => node,
    }
}
