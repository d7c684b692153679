//! Opens a place of the source in an editor.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::Context;

use ambonplan::source::slice;

/// The command of an editor, in which a place takes the place of `{file}`, `{line}` and
/// `{column}`.
#[derive(Debug, Clone)]
pub struct Editor {
    words: Vec<String>,
}

impl Editor {
    /// Reads a command as a shell divides it into words; no shell ever sees it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let words = shlex::split(text).ok_or("a quotation mark is not closed")?;
        if words.is_empty() {
            return Err("name a command, such as `code -g {file}:{line}`".into());
        }
        if !words.iter().skip(1).any(|word| word.contains("{file}")) {
            return Err(
                "`{file}` must stand where the file belongs: `code -g {file}:{line}`".into(),
            );
        }
        Ok(Self { words })
    }

    /// Starts the editor and does not wait for it.
    pub fn open(&self, file: &Path, line: usize, column: usize) -> anyhow::Result<()> {
        let mut words = self.words.iter();
        let program = words.next().context("there is no command")?;
        let file = file.to_string_lossy();
        let words = words.map(|word| place(word, &file, line, column));
        let mut child = Command::new(program)
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("failed to start `{program}`"))?;
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
