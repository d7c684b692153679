//! Which revisions a name means.

use gix::ObjectId;
use gix::bstr::ByteSlice;
use gix::objs::Kind;
use gix::revision::plumbing::Spec;

use super::{Repository, Revision, RevisionError, causes, unreadable};
use crate::language::{Message, message};
use crate::reading::git_words;

impl Repository {
    /// The one or two revisions that are meant: `main`, `v1..v2` from the first to the
    /// second, `main...v2` from where they parted to the second, `v2^!` from its parent to
    /// it. `v1:kota/plan` has the plan in another place.
    ///
    /// # Errors
    ///
    /// If the repository has no such revision.
    pub fn revisions(&self, text: &str) -> Result<(Revision, Option<Revision>), RevisionError> {
        if let Some((first, second)) = split(text, "...") {
            let (first, second) = (self.one(or_head(first))?, self.one(or_head(second))?);
            return Ok((self.parting(text, &first, &second)?, Some(second)));
        }
        if let Some((first, second)) = split(text, "..") {
            let (first, second) = (self.one(or_head(first))?, self.one(or_head(second))?);
            return Ok((first, Some(second)));
        }
        if let Some(name) = text.strip_suffix("^!") {
            let revision = self.one(name)?;
            return Ok((self.parent(text, &revision, 1)?, Some(revision)));
        }
        if let Some((name, number)) = text.rsplit_once("^-")
            && let Ok(number) = if number.is_empty() { "1" } else { number }.parse()
        {
            let revision = self.one(name)?;
            return Ok((self.parent(text, &revision, number)?, Some(revision)));
        }
        Ok((self.one(text)?, None))
    }

    /// The revision of one name.
    ///
    /// # Errors
    ///
    /// If the repository has no such revision.
    pub fn revision(&self, name: &str) -> Result<Revision, RevisionError> {
        match self.revisions(name)? {
            (revision, None) => Ok(revision),
            (first, Some(_)) => Err(RevisionError::Unresolved {
                name: name.to_owned(),
                reason: message!("revision-unresolved.range", first = first.name),
                shallow: false,
            }),
        }
    }

    /// The full name of the branch, tag or other reference by this name, if there is one.
    pub fn reference(&self, name: &str) -> Option<String> {
        let found = self.git.try_find_reference(name).ok()??;
        Some(found.name().as_bstr().to_str_lossy().into_owned())
    }

    fn unresolved(&self, name: &str, reason: Message) -> RevisionError {
        RevisionError::Unresolved {
            name: name.to_owned(),
            reason,
            shallow: self.is_shallow(),
        }
    }

    /// The revision of a name that is no range.
    fn one(&self, name: &str) -> Result<Revision, RevisionError> {
        if let Some((holder, path)) = below(name) {
            let holder = self.one(holder)?;
            let place = path.trim_end_matches('/');
            let tree = self.whole(&holder)?;
            let entry = tree.lookup_entry_by_path(place);
            let entry = entry.map_err(|error| self.lost(name, holder.id, &error))?;
            if entry.is_some_and(|entry| !entry.mode().is_tree()) {
                return Err(self.unresolved(name, message!("revision-unresolved.file")));
            }
            return Ok(Revision {
                name: name.to_owned(),
                ..holder.at(place)
            });
        }
        let never = name.len() >= 40 && name.bytes().all(|byte| byte == b'0');
        if never {
            return Err(RevisionError::Unresolved {
                name: name.to_owned(),
                reason: message!("revision-unresolved.none"),
                shallow: false,
            });
        }
        let spec = self.git.rev_parse(name);
        let spec = spec.map_err(|error| self.why_not(name, &error))?;
        let Spec::Include(id) = spec.detach() else {
            return Err(RevisionError::Unresolved {
                name: name.to_owned(),
                reason: message!("revision-unresolved.one-or-two"),
                shallow: false,
            });
        };
        // What is not here at all is told when it is read.
        let object = self.git.find_object(id);
        let object = object.and_then(gix::Object::peel_tags_to_end);
        if object.is_ok_and(|object| object.kind == Kind::Blob) {
            return Err(self.unresolved(name, message!("revision-unresolved.file")));
        }
        Ok(Revision {
            name: name.to_owned(),
            id,
            place: self.prefix.clone(),
        })
    }

    /// Why no revision has this name.
    fn why_not(&self, name: &str, error: &gix::Error) -> RevisionError {
        // `HEAD~1` is a step from what is not there.
        let begin = name.split(['~', '^', '@', ':']).next();
        if self.is_unborn(name) {
            return RevisionError::Unborn {
                name: name.to_owned(),
            };
        }
        if begin.is_some_and(|begin| self.is_unborn(begin)) {
            return self.unresolved(name, message!("revision-unresolved.unborn"));
        }
        let settings = self.git.config_snapshot();
        let storage = settings.string("extensions.refStorage");
        if storage.is_some_and(|storage| storage.eq_ignore_ascii_case(b"reftable")) {
            return RevisionError::Tables;
        }
        if self.is_unknown(name, error) {
            return self.unknown(name);
        }
        let damage = if error.classify().is_corrupted() {
            Some(error.probable_cause().to_string())
        } else if error.classify().is_not_found() {
            self.damaged_pack(None)
                .map(|pack| pack.display().to_string())
        } else {
            None
        };
        if let Some(reason) = damage {
            return RevisionError::Damaged {
                name: name.to_owned(),
                reason,
            };
        }
        // What led to it are the steps of the parser.
        let cause = error.probable_cause().to_string();
        self.unresolved(name, git_words::reason(&cause))
    }

    /// Whether a name is that of the present branch, which has no commit yet.
    fn is_unborn(&self, name: &str) -> bool {
        let Ok(head) = self.git.head() else {
            return false;
        };
        let branch = head.referent_name();
        head.is_unborn()
            && (matches!(name, "HEAD" | "@")
                || branch
                    .is_some_and(|branch| branch.as_bstr() == name || branch.shorten() == name))
    }

    /// Whether a revision could not be found, going by the error of looking for it: there
    /// is no reference of the name, or no object of the hash.
    fn is_unknown(&self, name: &str, error: &gix::Error) -> bool {
        use gix::revision::spec::parse::Error;
        match error.downcast_any_ref::<Error>() {
            Some(Error::MissingReference { .. }) => true,
            Some(_) => false,
            None => name.len() >= 4 && name.bytes().all(|byte| byte.is_ascii_hexdigit()),
        }
    }

    fn unknown(&self, name: &str) -> RevisionError {
        let remote = format!("origin/{name}");
        let is_there = self.git.rev_parse_single(remote.as_str()).is_ok();
        RevisionError::Unknown {
            name: name.to_owned(),
            remote: is_there.then_some(remote),
            shallow: self.is_shallow(),
        }
    }

    /// The commit that a revision is, or that its tag stands for.
    fn committed(&self, revision: &Revision) -> Result<gix::Commit<'_>, RevisionError> {
        let lost = |error: gix::Error| self.lost(&revision.name, revision.id, &error);
        let object = self.git.find_object(revision.id).map_err(lost)?;
        let object = object.peel_tags_to_end().map_err(lost)?;
        match object.kind {
            Kind::Commit => Ok(object.into_commit()),
            Kind::Tree | Kind::Blob | Kind::Tag => {
                Err(self.unresolved(&revision.name, message!("revision-unresolved.no-commit")))
            }
        }
    }

    /// Where two revisions parted.
    fn parting(
        &self,
        text: &str,
        first: &Revision,
        second: &Revision,
    ) -> Result<Revision, RevisionError> {
        let (theirs, ours) = (self.committed(first)?.id, self.committed(second)?.id);
        let base = self.git.merge_base(theirs, ours);
        let base: ObjectId = match base {
            Ok(Some(base)) => base.detach(),
            Ok(None) => {
                return Err(self.unresolved(text, message!("revision-unresolved.apart")));
            }
            Err(error) => return Err(unreadable(causes(&error))),
        };
        Ok(Revision {
            name: base.to_hex_with_len(12).to_string(),
            id: base,
            place: first.place.clone(),
        })
    }

    /// One of the parents of a revision; the first has the number 1.
    fn parent(
        &self,
        text: &str,
        revision: &Revision,
        number: usize,
    ) -> Result<Revision, RevisionError> {
        let commit = self.committed(revision)?;
        let parent = number.checked_sub(1);
        let parent = parent.and_then(|index| commit.parent_ids().nth(index));
        let parent = parent
            .ok_or_else(|| self.unresolved(text, message!("revision-unresolved.no-parent")))?;
        let number = if number == 1 {
            String::new()
        } else {
            number.to_string()
        };
        Ok(Revision {
            name: format!("{}^{number}", revision.name),
            id: parent.detach(),
            place: revision.place.clone(),
        })
    }
}

/// A side of a range that is left out is the present commit.
fn or_head(name: &str) -> &str {
    if name.is_empty() { "HEAD" } else { name }
}

/// The places of a text that are in no braces: `HEAD^{/fix: a..b}` is one name.
fn outside(text: &str) -> impl Iterator<Item = usize> {
    let mut depth = 0_usize;
    text.char_indices().filter_map(move |(at, letter)| {
        match letter {
            '{' => depth = depth.saturating_add(1),
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

/// What stands before and behind the dots of a range.
fn split<'t>(text: &'t str, dots: &str) -> Option<(&'t str, &'t str)> {
    let at = outside(text).find(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(dots)))?;
    let behind = text.get(at..)?.strip_prefix(dots)?;
    Some((text.get(..at)?, behind))
}

/// A revision and a path in it: `v1:kota/plan`.
fn below(name: &str) -> Option<(&str, &str)> {
    let at = outside(name).find(|at| name.get(*at..).is_some_and(|rest| rest.starts_with(':')))?;
    // `:/words` and `:path` mean something else.
    let holder = name.get(..at).filter(|holder| !holder.is_empty())?;
    Some((holder, name.get(at..)?.strip_prefix(':')?))
}

#[cfg(test)]
mod tests {
    use super::{below, split};

    #[test]
    fn ranges_and_paths_are_told_from_words_in_braces() {
        assert_eq!(split("a..b", ".."), Some(("a", "b")));
        assert_eq!(split("..", ".."), Some(("", "")));
        assert_eq!(split("HEAD^{/a..b}", ".."), None);
        assert_eq!(split("HEAD^{/a..b}..c", ".."), Some(("HEAD^{/a..b}", "c")));
        assert_eq!(below("v1:kota/plan"), Some(("v1", "kota/plan")));
        assert_eq!(below("HEAD^{/fix: a}"), None);
        assert_eq!(below(":/words"), None);
        assert_eq!(below("v1:"), Some(("v1", "")));
    }
}
