//! Opens a place of the source in an editor.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use ambonplan::language::{Message, message};
use ambonplan::slice::slice;

use crate::commands::failure::{Context, Result};
use crate::commands::usage::Refused;

/// The command of an editor, in which a place takes the place of `{file}`, `{line}` and
/// `{column}`.
#[derive(Debug, Clone)]
pub struct Editor {
    words: Vec<String>,
}

impl Editor {
    /// Reads a command as a shell divides it into words; no shell ever sees it.
    pub fn parse(text: &str) -> std::result::Result<Self, Refused> {
        let refused = |message: Message| Err(Refused(message));
        let Some(words) = shlex::split(text) else {
            return refused(message!("refused-editor.quotation"));
        };
        if words.is_empty() {
            return refused(message!("refused-editor.empty"));
        }
        if !words.iter().skip(1).any(|word| word.contains("{file}")) {
            return refused(message!("refused-editor.file"));
        }
        Ok(Self { words })
    }

    /// Starts the editor and does not wait for it.
    pub fn open(&self, file: &Path, line: usize, column: usize) -> Result<()> {
        let mut words = self.words.iter();
        let program = words.next().context(message!("refused-editor.empty"))?;
        let file = file.to_string_lossy();
        let words = words.map(|word| place(word, &file, line, column));
        let mut child = Command::new(program)
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| message!("failed-starting", program = program))?;
        // Whoever starts a process must see it end.
        thread::spawn(move || child.wait());
        Ok(())
    }
}

/// One word of the command. What takes a place is never looked at again.
fn place(word: &str, file: &str, line: usize, column: usize) -> String {
    let mut placed = String::new();
    let mut rest = word;
    while let Some(at) = rest.find('{') {
        let (before, behind) = rest.split_at(at);
        placed.push_str(before);
        let values = [
            ("{file}", file.to_owned()),
            ("{line}", line.to_string()),
            ("{column}", column.to_string()),
        ];
        let found = values
            .into_iter()
            .find_map(|(name, value)| Some((value, behind.strip_prefix(name)?)));
        rest = match found {
            Some((value, behind)) => {
                placed.push_str(&value);
                behind
            }
            None => {
                placed.push('{');
                slice(behind, 1..)
            }
        };
    }
    placed.push_str(rest);
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stand_where_the_command_wants_them() {
        let placed = |word| place(word, "a {line}.md", 3, 5);
        assert_eq!(placed("{file}:{line}:{column}"), "a {line}.md:3:5");
        assert_eq!(placed("--goto={line},{x}"), "--goto=3,{x}");
        assert!(Editor::parse("code -g '{file}").is_err());
        assert!(Editor::parse("code").is_err());
        assert!(Editor::parse("").is_err());
        assert!(Editor::parse("vim +{line} \"{file}\"").is_ok());
    }
}
