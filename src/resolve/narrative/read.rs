//! Reads a text: what it refers to, shows and embeds.

use std::ops::Range;

use super::Narrative;
use super::form::{Forms, is_open, misplaced};
use super::heading;
use super::note::NoteNames;
use super::place::{Destination, Pending};
use super::prose::add_prose;
use crate::address::{Form, LinkKind, PlaceKind, VALUE, VALUE_FORMS, form, link_kind};
use crate::finding::offer;
use crate::language::message;
use crate::markdown::{
    Block, BlockKind, Code, DroppedHtml, Heading, Inline, InlineKind, LinkForm, MAX_DEPTH, Node,
    NodeId, Piece, Visitor, address_fault, walk,
};
use crate::model::rules::{invalid_value, syntax_error};
use crate::model::{self, Kind, Phase, indonesian, is_id};
use crate::resolve::Ids;
use crate::resolve::lookup::ResolveContext;
use crate::resolve::misread::Misread;
use crate::resolve::rules;
use crate::slice::slice;
use crate::source::{FileIndex, SourceFile, Span};

/// Reads a narrative file whose references lead to entries by these ids. `phases` are those of
/// the plan, if they are known.
pub(in crate::resolve) fn read(
    index: FileIndex,
    file: &SourceFile,
    context: &mut ResolveContext<'_>,
    phases: Option<&[Phase]>,
    ids: &Ids,
) -> Narrative {
    let text = file.markdown();
    let mut narrative = Narrative::empty(index);
    if let Some(front) = &text.front {
        if !front.closed {
            let span = Span::new(index, 0..front.end);
            context.findings.push(syntax_error::open_front_matter(span));
        }
        let toml = slice(&file.text, front.toml.clone());
        let offset = front.toml.start;
        narrative.front = model::read_front_matter(index, toml, offset, context.findings);
    }
    context.findings.extend(misplaced(index, &file.text));
    if let Some(start) = text.too_deep {
        let span = Span::new(index, start..start);
        let finding = rules::nested_too_deep::finding(span, MAX_DEPTH);
        context.findings.push(finding);
    }
    let mut forms = Forms::new(index, file, context.tree);
    walk(&text.blocks, &mut forms);
    let mut reader = Reader {
        file,
        context,
        ids,
        phases,
        narrative,
        notes: NoteNames::default(),
        first_image: None,
        in_autolink: false,
    };
    walk(&text.blocks, &mut reader);
    reader.report_idle_notes();
    let mut narrative = reader.narrative;
    let mut form = forms.found();
    // What is left out has marks that mean nothing any more.
    if let Some(start) = text.too_deep {
        form.findings.retain(|finding| finding.span.start() < start);
    }
    context.findings.append(form.findings);
    context.misread.extend(form.misread);
    narrative.linked.extend(form.links);
    for idle in &text.idle {
        let span = Span::new(index, idle.range.clone());
        let first = idle.first.clone().map(|range| Span::new(index, range));
        let finding = rules::undefined_label::idle(span, &idle.label, first);
        context.findings.push(finding);
    }
    if !form.is_filled {
        let finding = rules::empty_text::finding(Span::file(index));
        context.findings.push(finding);
    }
    let headings = heading::headings(index, file);
    narrative.title = heading::title(&headings)
        .and_then(|at| headings.get(at))
        .map(|heading| heading.text.clone());
    narrative.found.extend(heading::places(&headings));
    narrative.headings = headings;
    narrative
}

/// The state of reading a text.
pub(super) struct Reader<'r, 'j, 't> {
    pub(super) file: &'t SourceFile,
    pub(super) context: &'r mut ResolveContext<'j>,
    pub(super) ids: &'r Ids,
    /// The phases of the plan, if they are known.
    pub(super) phases: Option<&'r [Phase]>,
    pub(super) narrative: Narrative,
    pub(super) notes: NoteNames,
    /// The image with which the paragraph begins that is open, and whether it holds nothing
    /// else.
    pub(super) first_image: Option<(NodeId, bool)>,
    // Autolinks do not nest.
    in_autolink: bool,
}

impl<'t> Visitor<'t> for Reader<'_, '_, 't> {
    fn blocks(&mut self, blocks: &'t [Block]) {
        for (at, block) in blocks.iter().enumerate() {
            if let BlockKind::Paragraph(line) = &block.kind {
                self.idle_caption(line, &block.range, blocks.get(at + 1));
            }
        }
    }

    fn enter(&mut self, node: Node<'t>) {
        match node {
            Node::Block(block) => self.block(block),
            Node::Inline(inline) => self.inline(inline),
            Node::Caption(_)
            | Node::Item(_)
            | Node::Term(_)
            | Node::Meaning(_)
            | Node::Head(_)
            | Node::Row(_)
            | Node::Cell(_)
            | Node::Piece(_) => {}
        }
    }

    fn leave(&mut self, node: Node<'t>) {
        match node {
            Node::Block(block) if matches!(block.kind, BlockKind::Note(_)) => self.notes.end(),
            Node::Inline(inline) if matches!(inline.kind, InlineKind::Link(_)) => {
                self.in_autolink = false;
            }
            Node::Block(_)
            | Node::Inline(_)
            | Node::Caption(_)
            | Node::Item(_)
            | Node::Term(_)
            | Node::Meaning(_)
            | Node::Head(_)
            | Node::Row(_)
            | Node::Cell(_)
            | Node::Piece(_) => {}
        }
    }
}

impl<'t> Reader<'_, '_, 't> {
    fn block(&mut self, block: &'t Block) {
        match &block.kind {
            BlockKind::Paragraph(line) => {
                self.first_image = line.first().and_then(|first| {
                    let InlineKind::Image(image) = &first.kind else {
                        return None;
                    };
                    Some((image.node, line.len() == 1))
                });
            }
            BlockKind::Heading(heading) => self.idle_words(heading, &block.range),
            BlockKind::Note(note) => self.define_note(&note.name, block.range.clone()),
            BlockKind::Table(table) => {
                if let Some(caption) = &table.caption {
                    self.caption_table(table, caption, &block.range);
                }
            }
            // What belongs to a block that does not end is not known.
            BlockKind::Code(code)
                if code.is_embed() && !is_open(slice(&self.file.text, block.range.clone())) =>
            {
                self.embedded(code, &block.range);
            }
            BlockKind::Code(_)
            | BlockKind::Plain(_)
            | BlockKind::Quote(..)
            | BlockKind::List(_)
            | BlockKind::Definitions(_)
            | BlockKind::Rule => {}
        }
    }

    fn inline(&mut self, inline: &Inline) {
        let range = inline.range.clone();
        match &inline.kind {
            InlineKind::Text(_) => {
                if !self.in_autolink {
                    add_prose(&mut self.narrative.prose, &self.file.text, range);
                }
            }
            InlineKind::Link(link) => {
                self.narrative.linked.push(range.clone());
                self.in_autolink = link.form != LinkForm::Words;
                if link.form != LinkForm::Mail {
                    self.link(link.node, &link.destination, range);
                }
            }
            InlineKind::Image(image) => {
                self.narrative.linked.push(range.clone());
                self.image(image, range);
            }
            InlineKind::Formula(_) => {
                let span = self.span(range);
                let finding = rules::mathematics::finding(span);
                self.context.findings.push(finding);
            }
            InlineKind::TornFormula => {
                let span = self.span(range);
                self.context.findings.push(rules::mathematics::torn(span));
            }
            InlineKind::TornTable => {
                let span = self.span(range.start..range.start);
                let finding = rules::ragged_table::finding(span);
                self.context.findings.push(finding);
            }
            InlineKind::Dropped(dropped) => self.html(dropped, range),
            InlineKind::NoteReference(name) => self.notes.refer(name),
            InlineKind::Code(_)
            | InlineKind::Styled(..)
            | InlineKind::SoftBreak
            | InlineKind::HardBreak
            | InlineKind::Task(_) => {}
        }
    }

    /// Reports words among the attributes of a heading that say nothing.
    fn idle_words(&mut self, heading: &Heading, range: &Range<usize>) {
        for word in &heading.idle {
            let written = slice(&self.file.text, range.clone());
            let at = range.start + written.rfind(&**word).unwrap_or_default();
            let message = message!("invalid-value.attribute", word = &**word);
            let finding = invalid_value::finding(self.span(at..at + word.len()), message)
                .hint(message!("invalid-value.heading-attribute-hint"));
            self.context.findings.push(finding);
        }
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.narrative.file, range)
    }

    /// HTML that is left out, unless an entry was meant: `<layanan-112>`,
    /// `<program layanan-112>`.
    fn html(&mut self, left_out: &DroppedHtml, range: Range<usize>) {
        let span = self.span(range.clone());
        let finding = rules::html_in_text::finding(span, left_out);
        let mark = slice(&self.file.text, range).trim();
        let inside = mark
            .strip_prefix('<')
            .and_then(|rest| rest.strip_suffix('>'));
        let inside = inside.filter(|_| matches!(left_out, DroppedHtml::Words(_)));
        let Some(inside) = inside.map(str::trim) else {
            return self.context.findings.push(finding);
        };
        let (word, rest) = inside.split_once(' ').unwrap_or(("", inside));
        let kind = Kind::parse(word);
        if kind.is_none() && !is_id(inside) {
            return self.context.findings.push(finding);
        }
        self.context.misread.push(Misread {
            span,
            mark: mark.to_owned(),
            kind,
            text: rest.trim().to_owned(),
            is_certain: false,
            otherwise: Some(finding),
        });
    }

    /// Reports a form in which what a reference leads to does not print.
    fn check_form(&mut self, kind: &LinkKind<'_>, span: Span) {
        let (query, forms) = match kind {
            LinkKind::Entry(_, _, query) | LinkKind::Place(_, _, query) => (*query, Form::ALL),
            LinkKind::Value(_, query) => (*query, VALUE_FORMS),
            LinkKind::File(..) | LinkKind::External | LinkKind::Unknown => return,
        };
        let query = match form(query) {
            Ok(None) => return,
            Ok(Some(form)) if forms.contains(&form) => return,
            Ok(Some(_)) => query.unwrap_or_default(),
            Err(query) => query,
        };
        let forms: Vec<&str> = forms.iter().map(|form| form.word()).collect();
        let finding = rules::unknown_link::form(span, query, &forms);
        self.context.findings.push(finding);
    }

    fn link(&mut self, node: NodeId, destination: &str, range: Range<usize>) {
        let span = self.span(range.clone());
        let kind = link_kind(destination);
        self.check_form(&kind, span);
        if let Some(to) = Destination::of(&kind, destination) {
            self.narrative.pending.push(Pending { node, span, to });
            return;
        }
        match kind {
            LinkKind::Entry(kind, id, _) if self.names_value(kind, id) => {
                self.context
                    .findings
                    .push(rules::undefined_value::scheme(span, destination));
            }
            LinkKind::Entry(kind, id, _) => {
                if let Ok(target) = self.ids.target(kind, id, span, self.context) {
                    self.narrative.targets.insert(node, target);
                    self.narrative.links.push((span, target));
                }
            }
            LinkKind::Value(link, _) => self.value(node, &link, span),
            LinkKind::External => {
                if let Some(fault) = address_fault(destination) {
                    let finding = rules::malformed_address::finding(span, destination, fault);
                    self.context.findings.push(finding);
                }
            }
            LinkKind::Place(..) | LinkKind::File(..) | LinkKind::Unknown => {
                let entries = Kind::ALL.iter().map(|kind| kind.word());
                let places = PlaceKind::ALL.iter().map(|kind| kind.word());
                let schemes: Vec<&str> = entries.chain(places).chain([VALUE]).collect();
                let finding = rules::unknown_link::finding(span, destination, &schemes);
                let finding = match indonesian::reference(destination, &schemes) {
                    Some(meant) => finding.hint(offer::write(&meant)),
                    None => finding,
                };
                self.context.findings.push(finding);
            }
        }
    }

    /// Takes a block that asks for a table or a figure.
    fn embedded(&mut self, code: &Code, block: &Range<usize>) {
        let first = code.pieces.first();
        let offset = first.map_or(block.end, |first| first.range.start);
        let text = joined(&self.file.text, &code.pieces);
        let index = self.narrative.file;
        let Some(embed) = model::read_embed(index, &text, offset, self.context.findings) else {
            return;
        };
        if let Some(choice) = self.choose(&embed, (&text, offset)) {
            self.narrative.choices.insert(code.node, choice);
        }
        let place = self.place_of(&embed, code.node, block.start);
        self.narrative.found.extend(place);
        self.narrative.embeds.insert(code.node, embed);
    }
}

/// Pieces of a text as one; what stands between them is blank, so that everything keeps
/// its place.
pub(crate) fn joined(text: &str, pieces: &[Piece]) -> String {
    let mut joined = String::new();
    let mut at = pieces.first().map_or(0, |first| first.range.start);
    for Piece { range, .. } in pieces {
        joined.extend(std::iter::repeat_n(' ', range.start.saturating_sub(at)));
        joined.push_str(slice(text, range.clone()));
        at = range.end;
    }
    joined
}
