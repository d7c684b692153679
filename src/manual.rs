//! The specification of the files of a plan, for people.
//!
//! The text of each language stands beside this module. A line `{keys KIND}` in it gives
//! place to the keys that the reader of such a file asks for, with what the catalogue says
//! of each, `{example KIND}` to an example that both languages share, and `{blocks}` to what
//! each block of narrative places. So no language can name another key than is read.

use crate::language::{Catalogue, Language, capitalised, message};
use crate::model::Show;
use crate::model::shape::{FileKind, Key, Shape, Table};

/// The text of a language before keys and examples are put into it.
fn text(language: Language) -> &'static str {
    match language {
        Language::Indonesian => include_str!("manual/id.md"),
        Language::English => include_str!("manual/en.md"),
    }
}

/// An example of a kind of file; `None` of what stands in narrative, which the text shows.
fn example(kind: FileKind) -> Option<&'static str> {
    match kind {
        FileKind::Plan => Some(include_str!("manual/examples/plan.toml")),
        FileKind::Pillar => Some(include_str!("manual/examples/pillar.toml")),
        FileKind::Opd => Some(include_str!("manual/examples/opd.toml")),
        FileKind::Program => Some(include_str!("manual/examples/program.toml")),
        FileKind::Registry => Some(include_str!("manual/examples/registry.toml")),
        FileKind::Proposal => Some(include_str!("manual/examples/proposal.toml")),
        FileKind::Evaluation => Some(include_str!("manual/examples/evaluation.toml")),
        FileKind::Embed | FileKind::FrontMatter => None,
    }
}

/// The whole specification as Markdown. Ends with a line break.
pub fn whole(catalogue: &Catalogue) -> String {
    let mut out = String::new();
    for line in text(catalogue.language()).lines() {
        write_line(line, catalogue, &mut out);
    }
    out
}

/// The page with a picture of each block of narrative, as Markdown. Ends with a line break.
pub fn blocks(catalogue: &Catalogue) -> String {
    let mut out = include_str!("manual/blocks.md").to_owned();
    for show in Show::ALL {
        let word = show.word();
        let places = capitalised(&placed(*show, catalogue)).replace("](#", "](file-format.md#");
        out.push_str(&format!(
            "\n## `{word}`\n\n{places}.\n\n````markdown\n```ambonplan\nshow = \"{word}\"\n\
             ```\n````\n\n![{word}](blocks/{word}.png)\n"
        ));
    }
    out
}

/// What a block places, as a part of a sentence.
fn placed(show: Show, catalogue: &Catalogue) -> String {
    let key = format!("block-{}", show.word());
    catalogue.find(&key).unwrap_or(key)
}

/// What the specification says of one kind of file or block, as Markdown: its section, down
/// to the next of the same level. Ends with a line break.
pub fn section(kind: FileKind, catalogue: &Catalogue) -> String {
    let mark = format!("{{keys {}}}", kind.word());
    let lines: Vec<&str> = text(catalogue.language()).lines().collect();
    let at = lines.iter().position(|line| *line == mark).unwrap_or(0);
    let headings = headings(&lines);
    let start = headings.iter().rfind(|(line, _)| *line < at);
    let (start, level) = start.copied().unwrap_or((0, 0));
    let end = headings
        .iter()
        .find(|(line, depth)| *line > at && *depth <= level)
        .map_or(lines.len(), |(line, _)| *line);
    let mut out = String::new();
    for line in lines.iter().take(end).skip(start) {
        write_line(line, catalogue, &mut out);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// A text of the specification for those who have no other page of the documentation: what
/// links to one is left as words.
pub fn without_pages(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, target)) = rest.split_once("](") {
        let page = target.split_once(')').filter(|(target, _)| {
            let file = target.split('#').next().unwrap_or_default();
            file.is_empty() || (file.ends_with(".md") && !file.contains('/'))
        });
        match (page, before.rsplit_once('[')) {
            (Some((_, after)), Some((before, words))) => {
                out.push_str(before);
                out.push_str(words);
                rest = after;
            }
            (Some(_) | None, _) => {
                out.push_str(before);
                out.push_str("](");
                rest = target;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The lines of a text that are headings, with their levels.
fn headings(lines: &[&str]) -> Vec<(usize, usize)> {
    let mut fence = None;
    let mut headings = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let ticks = line.bytes().take_while(|byte| *byte == b'`').count();
        let depth = line.bytes().take_while(|byte| *byte == b'#').count();
        match fence {
            Some(open) if ticks >= open => fence = None,
            None if ticks >= 3 => fence = Some(ticks),
            None if depth > 0 => headings.push((at, depth)),
            None | Some(_) => {}
        }
    }
    headings
}

/// Writes a line of the text, or what it gives place to.
fn write_line(line: &str, catalogue: &Catalogue, out: &mut String) {
    let asked = |what: &str| {
        let name = line.strip_prefix(what)?.strip_suffix('}')?;
        FileKind::ALL.iter().find(|kind| kind.word() == name)
    };
    if let Some(kind) = asked("{keys ") {
        write_keys(&kind.table(), "", catalogue, out);
    } else if let Some(example) = asked("{example ").and_then(|kind| example(*kind)) {
        out.push_str("```toml\n");
        out.push_str(example);
        out.push_str("```\n");
    } else if line == "{blocks}" {
        for show in Show::ALL {
            let places = placed(*show, catalogue);
            out.push_str(&format!("| `\"{}\"` | {places} |\n", show.word()));
        }
    } else {
        out.push_str(line);
        out.push('\n');
    }
}

/// Writes the keys of a table, and below them those of the tables in it. `within` is the
/// path of the table, `policy.`, empty for a file.
fn write_keys(table: &Table, within: &str, catalogue: &Catalogue, out: &mut String) {
    out.push_str(&format!(
        "| {} | {} | {} |\n|---|---|---|\n",
        catalogue.text(&message!("manual.key")),
        catalogue.text(&message!("manual.type")),
        catalogue.text(&message!("manual.meaning")),
    ));
    for key in &table.keys {
        let name = if key.required {
            format!("**`{}`**", label(key, within))
        } else {
            format!("`{}`", label(key, within))
        };
        let described = catalogue.find(&format!("key-{}.{}", table.name, key.name));
        out.push_str(&format!(
            "| {name} | {} | {} |\n",
            type_of(&key.shape, catalogue),
            described.unwrap_or_default().replace('|', "\\|")
        ));
    }
    for key in &table.keys {
        if let Some(inner) = inner(&key.shape) {
            let text = catalogue.text(&message!("manual.inner", table = label(key, within)));
            out.push_str(&format!("\n{text}\n\n"));
            let within = format!("{within}{}.", key.name);
            write_keys(inner, &within, catalogue, out);
        }
    }
}

/// How a key stands in a file: `title`, or `[[budget]]` where it is a table that repeats.
fn label(key: &Key, within: &str) -> String {
    let name = key.name;
    if key.shape.repeated().is_some() {
        format!("[[{within}{name}]]")
    } else if matches!(key.shape, Shape::Table(_)) {
        format!("[{within}{name}]")
    } else {
        name.to_owned()
    }
}

/// The table that a key takes, by itself or as items of a list.
fn inner(shape: &Shape) -> Option<&Table> {
    match shape {
        Shape::Table(table) => Some(table),
        Shape::List(item) | Shape::ByYear(item) | Shape::ByName(item) => inner(item),
        Shape::Text
        | Shape::Boolean
        | Shape::Count
        | Shape::Money
        | Shape::Number
        | Shape::Year
        | Shape::Date
        | Shape::Word(_)
        | Shape::Code(_)
        | Shape::Reference => None,
    }
}

/// What a key takes, in words.
fn type_of(shape: &Shape, catalogue: &Catalogue) -> String {
    let say = |message| catalogue.text(&message);
    let of = |item: &Shape| type_of(item, catalogue);
    match shape {
        Shape::Text => say(message!("manual.text")),
        Shape::Boolean => say(message!("manual.boolean")),
        Shape::Count => say(message!("manual.count")),
        Shape::Money => say(message!("manual.money")),
        Shape::Number => say(message!("manual.number")),
        Shape::Year => say(message!("manual.year")),
        Shape::Date => say(message!("manual.date")),
        Shape::Word(words) | Shape::Code(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("`\"{word}\"`")).collect();
            words.join(", ")
        }
        Shape::Reference => say(message!("manual.reference")),
        Shape::List(_) if shape.repeated().is_some() => say(message!("manual.tables")),
        Shape::List(item) => say(message!("manual.list", of = of(item))),
        Shape::Table(_) => say(message!("manual.table")),
        Shape::ByYear(item) => say(message!("manual.by-year", of = of(item))),
        Shape::ByName(item) => say(message!("manual.by-name", of = of(item))),
    }
}
