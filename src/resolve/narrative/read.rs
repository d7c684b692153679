//! Reads a text: what it refers to, shows and embeds.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, LinkType, Tag, TagEnd};

use super::Narrative;
use super::caption::{Before, Image};
use super::form::{Forms, is_open, misplaced};
use super::heading::{self, Headings};
use super::image::LONGEST_ALTERNATIVE;
use super::note::NoteNames;
use super::place::{Destination, Pending};
use super::prose::add_prose;
use crate::finding::offer;
use crate::language::message;
use crate::markdown::{
    Blocks, DroppedHtml, Event, Form, LinkKind, MAX_DEPTH, PlaceKind, address_fault, form,
    front_matter, idle_definitions, idle_words, link_kind,
};
use crate::model::rules::{invalid_value, syntax_error};
use crate::model::{self, Kind, Phase, indonesian, is_id};
use crate::resolve::Ids;
use crate::resolve::lookup::ResolveContext;
use crate::resolve::misread::Misread;
use crate::resolve::rules;
use crate::source::{FileIndex, SourceFile, Span, slice};

/// Reads a narrative file whose references lead to entries by these ids. `phases` are those of
/// the plan, if they are known.
pub(in crate::resolve) fn read(
    index: FileIndex,
    file: &SourceFile,
    context: &mut ResolveContext<'_>,
    phases: Option<&[Phase]>,
    ids: &Ids,
) -> Narrative {
    let mut narrative = Narrative::empty(index);
    if let Some(front) = front_matter(&file.text) {
        if !front.closed {
            let span = Span::new(index, 0..front.end);
            context.findings.push(syntax_error::open_front_matter(span));
        }
        let toml = slice(&file.text, front.toml.clone());
        let offset = front.toml.start;
        narrative.front = model::read_front_matter(index, toml, offset, context.findings);
    }
    context.findings.extend(misplaced(index, &file.text));
    let mut forms = Forms::new(index, file, context.tree);
    let mut reader = Reader {
        file,
        context,
        ids,
        phases,
        narrative,
        depth: 0,
        too_deep: false,
        notes: NoteNames::default(),
        before: Before::Other,
        paragraph: None,
        embed: None,
        image: None,
        in_code: false,
        in_autolink: false,
    };
    let mut headings = Headings::new(index, file);
    let mut blocks = Blocks::new(&file.text);
    let mut items = Vec::new();
    while blocks.read(&mut items) {
        for (event, range) in items.drain(..) {
            headings.event(&event, &range);
            forms.event(&event, &range);
            reader.event(event, range);
        }
    }
    let headings = headings.found();
    reader.report_idle_notes();
    if let Before::Caption(paragraph, text) = std::mem::take(&mut reader.before) {
        reader.caption_of_nothing(&paragraph, &text, false);
    }
    let mut narrative = reader.narrative;
    let form = forms.found();
    context.findings.append(form.findings);
    context.misread.extend(form.misread);
    narrative.linked.extend(form.links);
    for idle in idle_definitions(&file.text) {
        let span = Span::new(index, idle.range);
        let first = idle.first.map(|range| Span::new(index, range));
        let finding = rules::undefined_label::idle(span, &idle.label, first);
        context.findings.push(finding);
    }
    if !form.is_filled {
        let finding = rules::empty_text::finding(Span::file(index));
        context.findings.push(finding);
    }
    narrative.title = heading::title(&headings)
        .and_then(|at| headings.get(at))
        .map(|heading| heading.text.clone());
    narrative.found.extend(heading::places(&headings));
    narrative.headings = headings;
    narrative
}

/// Whether an element counts as a level of nesting: a list is one with its items, and a
/// paragraph is none.
fn nests(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::DefinitionList
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
    )
}

/// Whether what stands behind the marks of a block makes it one that asks for something.
fn is_embed(info: &str) -> bool {
    info.trim() == "ambonplan"
}

/// The state of reading a text.
pub(super) struct Reader<'r, 'j, 't> {
    pub(super) file: &'t SourceFile,
    pub(super) context: &'r mut ResolveContext<'j>,
    pub(super) ids: &'r Ids,
    /// The phases of the plan, if they are known.
    pub(super) phases: Option<&'r [Phase]>,
    pub(super) narrative: Narrative,
    depth: usize,
    too_deep: bool,
    pub(super) notes: NoteNames,
    before: Before,
    /// A paragraph that may be a caption, with its text so far.
    paragraph: Option<(Range<usize>, String)>,
    /// Where the fenced block begins that asks for something, and the pieces of its
    /// body, between which stand the marks of the quotes around it.
    embed: Option<(usize, Vec<Range<usize>>)>,
    pub(super) image: Option<Image>,
    // Code blocks and autolinks do not nest.
    in_code: bool,
    in_autolink: bool,
}

impl Reader<'_, '_, '_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let before = std::mem::take(&mut self.before);
        if let Before::Image(image, Some(figure)) = &before
            && !matches!(event, Event::End(TagEnd::Paragraph))
        {
            self.misplaced_caption(*image, &figure.title);
        }
        if let Before::Caption(paragraph, text) = &before
            && !matches!(event, Event::Start(Tag::Table(_)))
        {
            let block = matches!(
                &event,
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if is_embed(info)
            );
            self.caption_of_nothing(paragraph, text, block);
        }
        match event {
            Event::Start(tag) => self.open(tag, range, before),
            Event::End(end) => self.close(end, range, before),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.add_to_caption(&text),
            Event::SoftBreak | Event::HardBreak => self.add_to_caption(" "),
            Event::Formula(formula) => {
                self.add_to_caption(&formula);
                let span = self.span(range);
                self.context
                    .findings
                    .push(rules::mathematics::finding(span));
            }
            Event::TornFormula => {
                let span = self.span(range);
                self.context.findings.push(rules::mathematics::torn(span));
            }
            Event::TornTable => {
                let span = self.span(range.start..range.start);
                self.context
                    .findings
                    .push(rules::ragged_table::finding(span));
            }
            Event::StartKey => self.deepen(range.start),
            Event::EndKey => self.depth = self.depth.saturating_sub(1),
            Event::Html(left_out) => self.html(&left_out, range),
            Event::FootnoteReference(name) => self.notes.refer(&name),
            Event::Rule | Event::Task(_) => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>, range: Range<usize>, before: Before) {
        if nests(tag.to_end()) {
            self.deepen(range.start);
        }
        if matches!(tag, Tag::Link { .. } | Tag::Image { .. }) {
            self.narrative.linked.push(range.clone());
        }
        for word in idle_words(&tag) {
            let written = slice(&self.file.text, range.clone());
            let at = range.start + written.rfind(word).unwrap_or_default();
            let message = message!("invalid-value.attribute", word = word);
            let finding = invalid_value::finding(self.span(at..at + word.len()), message)
                .hint(message!("invalid-value.heading-attribute-hint"));
            self.context.findings.push(finding);
        }
        match tag {
            Tag::Paragraph => {
                self.before = Before::Paragraph;
                if self.may_be_caption(&range) {
                    self.paragraph = Some((range, String::new()));
                }
            }
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                self.in_autolink = matches!(link_type, LinkType::Autolink | LinkType::Email);
                if link_type != LinkType::Email {
                    self.link(&dest_url, range);
                }
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                let first = matches!(before, Before::Paragraph);
                self.begin_image(range, &dest_url, &title, first);
            }
            Tag::FootnoteDefinition(name) => self.define_note(&name, range),
            Tag::Table(_) => {
                if let Before::Caption(paragraph, text) = before {
                    self.caption_table(range.start, paragraph, &text);
                }
            }
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                if matches!(kind, CodeBlockKind::Fenced(info) if is_embed(&info)) {
                    self.embed = Some((range.start, Vec::new()));
                }
            }
            Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::HtmlBlock
            | Tag::List(_)
            | Tag::Item
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn close(&mut self, end: TagEnd, range: Range<usize>, before: Before) {
        if nests(end) {
            self.depth = self.depth.saturating_sub(1);
        }
        match end {
            TagEnd::Paragraph => {
                if let Before::Image(span, figure) = before {
                    if let Some(image) = self.narrative.images.get_mut(&span.start()) {
                        image.alone = true;
                    }
                    self.narrative.found.extend(figure);
                }
                if let Some((range, text)) = self.paragraph.take() {
                    self.before = Before::Caption(range, text);
                }
            }
            TagEnd::Link => self.in_autolink = false,
            TagEnd::FootnoteDefinition => self.notes.end(),
            TagEnd::Image => {
                let Some(image) = self.image.take() else {
                    return;
                };
                let span = self.span(image.range);
                if image.length == 0 {
                    let finding = rules::image_without_alternative_text::finding(span);
                    self.context.findings.push(finding);
                }
                if image.length > LONGEST_ALTERNATIVE {
                    let length = image.length;
                    let limit = LONGEST_ALTERNATIVE;
                    let finding = rules::long_alternative_text::finding(span, length, limit);
                    self.context.findings.push(finding);
                }
                if image.first {
                    self.before = Before::Image(span, image.figure);
                }
            }
            TagEnd::CodeBlock => {
                self.in_code = false;
                // What belongs to a block that does not end is not known.
                if let Some((start, body)) = self.embed.take()
                    && !is_open(slice(&self.file.text, range.clone()))
                {
                    self.embedded(start, range.end, &body);
                }
            }
            TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::HtmlBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if !self.in_code && !self.in_autolink {
            add_prose(&mut self.narrative.prose, &self.file.text, range.clone());
        }
        self.add_to_caption(text);
        if let Some(image) = &mut self.image
            && !(image.length == 0 && text.trim().is_empty())
        {
            image.length += text.chars().count();
        }
        if let Some((_, body)) = &mut self.embed {
            body.push(range);
        }
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.narrative.file, range)
    }

    /// Counts an element that is opened; reports once where they go too deep.
    fn deepen(&mut self, start: usize) {
        self.depth += 1;
        if self.depth > MAX_DEPTH && !self.too_deep {
            self.too_deep = true;
            let span = self.span(start..start);
            let finding = rules::nested_too_deep::finding(span, MAX_DEPTH);
            self.context.findings.push(finding);
        }
    }

    /// Adds to the caption that is open.
    fn add_to_caption(&mut self, text: &str) {
        if let Some((_, caption)) = &mut self.paragraph {
            caption.push_str(text);
        }
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

    fn link(&mut self, destination: &str, range: Range<usize>) {
        let span = self.span(range.clone());
        let kind = link_kind(destination);
        if let LinkKind::Entry(_, _, query) | LinkKind::Place(_, _, query) = kind
            && let Err(query) = form(query)
        {
            let forms: Vec<&str> = Form::ALL.iter().map(|form| form.word()).collect();
            let finding = rules::unknown_link::form(span, query, &forms);
            self.context.findings.push(finding);
        }
        if let Some(to) = Destination::of(&kind, destination) {
            self.narrative.pending.push(Pending { span, to });
            return;
        }
        match kind {
            LinkKind::Entry(kind, id, _) => {
                if let Ok(target) = self.ids.target(kind, id, span, self.context) {
                    self.narrative.targets.insert(range.start, target);
                    self.narrative.links.push((span, target));
                }
            }
            LinkKind::External => {
                if let Some(fault) = address_fault(destination) {
                    let finding = rules::malformed_address::finding(span, destination, fault);
                    self.context.findings.push(finding);
                }
            }
            LinkKind::Place(..) | LinkKind::File(..) | LinkKind::Unknown => {
                let entries = Kind::ALL.iter().map(|kind| kind.word());
                let places = PlaceKind::ALL.iter().map(|kind| kind.word());
                let schemes: Vec<&str> = entries.chain(places).collect();
                let finding = rules::unknown_link::finding(span, destination, &schemes);
                let finding = match indonesian::reference(destination, &schemes) {
                    Some(meant) => finding.hint(offer::write(&meant)),
                    None => finding,
                };
                self.context.findings.push(finding);
            }
        }
    }

    /// Takes the block from `start` to `end`.
    fn embedded(&mut self, start: usize, end: usize, body: &[Range<usize>]) {
        let offset = body.first().map_or(end, |first| first.start);
        let text = joined(&self.file.text, body);
        let index = self.narrative.file;
        let Some(embed) = model::read_embed(index, &text, offset, self.context.findings) else {
            return;
        };
        if let Some(choice) = self.choose(&embed, (&text, offset)) {
            self.narrative.choices.insert(start, choice);
        }
        let place = self.place_of(&embed, start);
        self.narrative.found.extend(place);
        self.narrative.embeds.insert(start, embed);
    }
}

/// Pieces of a text as one; what stands between them is blank, so that everything keeps
/// its place.
pub(crate) fn joined(text: &str, pieces: &[Range<usize>]) -> String {
    let mut joined = String::new();
    let mut at = pieces.first().map_or(0, |first| first.start);
    for piece in pieces {
        joined.extend(std::iter::repeat_n(' ', piece.start.saturating_sub(at)));
        joined.push_str(slice(text, piece.clone()));
        at = piece.end;
    }
    joined
}
