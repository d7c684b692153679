//! Rules and kinds of changes, explained to people.

mod remarks;

use crate::diff::{Kind, Severity};
use crate::finding::{Excerpt, Group, Level, Rule};
use crate::language::{Catalogue, Message, message};

/// A rule as Markdown: what it finds, how bad that is and why, broken and kept,
/// and how to mend it. Ends with a line break.
pub fn rule(rule: &Rule, catalogue: &Catalogue) -> String {
    let say = |message: &Message| catalogue.text(message);
    let help = |attribute| rule.help(attribute, catalogue);
    let mut level = name(rule.draft, catalogue);
    if rule.fixed_level {
        level.push_str(&format!(" ({})", say(&message!("rule-firm"))));
    } else if rule.release != rule.draft {
        let release = name(rule.release, catalogue);
        level.push_str(&format!("; {}: {release}", say(&message!("rule-release"))));
    }
    let [wrong, right] = [rule.bad_example, rule.good_example]
        .map(|example| shown(rule.excerpt, example, catalogue));
    format!(
        "## {code} `{name}`\n\n{what}\n\n{level_word}: {level}. {group_word}: `{group}`.\n\n\
         **{why_word}.** {why}\n\n{wrong_word}{wrong}\n\n\
         {right_word}{right}\n\n**{fix_word}.** {fix}\n",
        code = rule.code,
        name = rule.name,
        what = help("what"),
        level_word = say(&message!("rule-level")),
        group_word = say(&message!("rule-group")),
        group = rule.group.word(),
        why_word = say(&message!("rule-why")),
        why = help("why"),
        wrong_word = say(&message!("rule-wrong")),
        right_word = say(&message!("rule-right")),
        fix_word = say(&message!("rule-fix")),
        fix = help("fix"),
    )
}

/// An example as Markdown, behind the word for it: each file that it shows with its path.
fn shown(excerpt: Excerpt, example: &str, catalogue: &Catalogue) -> String {
    let block = |form: &str, text: &str| {
        // Markdown has no comments: what looks like one is a heading.
        let text = match form {
            "markdown" => text.to_owned(),
            _ => remarks::in_language(text, catalogue.language()),
        };
        let fence = fence(&text);
        format!(":\n\n{fence}{form}\n{text}\n{fence}")
    };
    let Excerpt::File(first) = excerpt else {
        return block("text", example);
    };
    let files = Excerpt::files(first, example);
    let files = files.iter().enumerate().map(|(at, (path, text))| {
        let block = block(form(path), text.trim_end_matches('\n'));
        if at == 0 {
            format!(" (`{path}`){block}")
        } else {
            format!("`{path}`{block}")
        }
    });
    files.collect::<Vec<_>>().join("\n\n")
}

/// What a block of code with lines of the file at `path` is called.
fn form(path: &str) -> &'static str {
    match path.rsplit_once('.') {
        Some((_, "md")) => "markdown",
        Some((_, "svg")) => "svg",
        _ => "toml",
    }
}

/// Marks of a block of code that holds a text in which there may be marks too.
fn fence(text: &str) -> String {
    let marks = text
        .lines()
        .map(|line| line.len() - line.trim_start_matches('`').len());
    let longest = marks.max().unwrap_or_default();
    "`".repeat((longest + 1).max(3))
}

/// Every rule as one Markdown document, with a list of all at its beginning.
pub fn all(rules: &[&Rule], catalogue: &Catalogue) -> String {
    let say = |message: &Message| catalogue.text(message);
    let mut text = format!(
        "# {}\n\n{}\n",
        say(&message!("rules-title")),
        say(&message!("rules-intro"))
    );
    let groups = || {
        Group::ALL.iter().map(|group| {
            let own = rules.iter().filter(move |rule| rule.group == *group);
            (group, own)
        })
    };
    for (group, own) in groups() {
        text.push_str(&format!(
            "\n- {} (`{}`)\n",
            say(&group.title()),
            group.word()
        ));
        for rule in own {
            text.push_str(&format!(
                "  - {code} [`{name}`](#{anchor}-{name}): {level}\n",
                code = rule.code,
                name = rule.name,
                anchor = rule.code.to_lowercase(),
                level = name(rule.draft, catalogue),
            ));
        }
    }
    for (_, own) in groups() {
        for one in own {
            text.push('\n');
            text.push_str(&rule(one, catalogue));
        }
    }
    text
}

/// A kind of change as Markdown: what it finds, how grave that is and why. Ends with a
/// line break.
pub fn change(kind: Kind, catalogue: &Catalogue) -> String {
    let find = |attribute: &str| {
        let key = format!("change-{}{attribute}", kind.name());
        catalogue.find(&key).unwrap_or(key)
    };
    format!(
        "## {} `{}`: {}\n\n{}\n\n{}: {}.\n\n**{}.** {}\n",
        kind.code(),
        kind.name(),
        find(""),
        find(".what"),
        catalogue.text(&message!("diff-severity")),
        severity(kind.severity(), catalogue),
        catalogue.text(&message!("rule-why")),
        find(".why"),
    )
}

/// Every kind of change as one Markdown document.
pub fn changes(catalogue: &Catalogue) -> String {
    let mut text = format!(
        "# {}\n\n{}\n",
        catalogue.text(&message!("diff-kinds-title")),
        catalogue.text(&message!("diff-kinds-intro"))
    );
    for kind in Kind::ALL {
        text.push('\n');
        text.push_str(&change(*kind, catalogue));
    }
    text
}

fn severity(severity: Severity, catalogue: &Catalogue) -> String {
    catalogue.text(&match severity {
        Severity::Breaking => message!("diff-breaking"),
        Severity::Warning => message!("diff-warning"),
        Severity::Note => message!("diff-note"),
    })
}

fn name(level: Level, catalogue: &Catalogue) -> String {
    catalogue.text(&match level {
        Level::Allow => message!("level-allow"),
        Level::Warn => message!("level-warn"),
        Level::Deny => message!("level-deny"),
    })
}
