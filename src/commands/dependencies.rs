//! What a book was made of, for `make` and other tools that build on demand.

use std::path::Path;

use ambonplan::source::SourceTree;

/// A rule of a makefile: every book depends on every file of the plans, each with its
/// directory.
pub fn rule<'a>(books: impl Iterator<Item = &'a Path>, plans: &[(&Path, &SourceTree)]) -> String {
    let books: Vec<String> = books.map(escaped).collect();
    let mut rule = format!("{}:", books.join(" "));
    for (directory, tree) in plans {
        for (_, file) in tree.iter() {
            rule.push_str(" \\\n  ");
            rule.push_str(&escaped(&directory.join(&file.path)));
        }
    }
    rule.push('\n');
    rule
}

/// A path as `make` reads it.
fn escaped(path: &Path) -> String {
    let mut text = String::new();
    for character in path.display().to_string().chars() {
        match character {
            '$' => text.push('$'),
            ' ' | '#' | '\\' => text.push('\\'),
            _ => {}
        }
        text.push(character);
    }
    text
}
