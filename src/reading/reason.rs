//! What the system says when it refuses something, in the words of the reader.

use std::io::{self, ErrorKind};

use crate::language::{Message, message};

/// Another process has opened the file in a way that keeps others out (Windows).
const SHARING_VIOLATION: i32 = 32;

/// Another process has locked a part of the file (Windows).
const LOCK_VIOLATION: i32 = 33;

/// Why the system refuses. What it says itself is quoted where it is not one of the
/// reasons that people meet.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the system has more reasons, and new ones, which are quoted"
)]
pub fn reason(error: &io::Error) -> Message {
    let is_in_use = cfg!(windows)
        && matches!(
            error.raw_os_error(),
            Some(SHARING_VIOLATION | LOCK_VIOLATION)
        );
    match error.kind() {
        _ if is_in_use => message!("system-in-use"),
        ErrorKind::NotFound => message!("system-not-found"),
        ErrorKind::PermissionDenied => message!("system-permission-denied"),
        ErrorKind::AlreadyExists => message!("system-already-exists"),
        ErrorKind::NotADirectory => message!("system-not-a-directory"),
        ErrorKind::IsADirectory => message!("system-is-a-directory"),
        ErrorKind::ReadOnlyFilesystem => message!("system-read-only"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => message!("system-full"),
        ErrorKind::FileTooLarge => message!("system-too-large"),
        ErrorKind::InvalidFilename => message!("system-invalid-name"),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => message!("system-in-use"),
        ErrorKind::AddrInUse => message!("system-address-in-use"),
        _ => message!("system-other", text = error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Catalogue, Language};

    #[test]
    fn what_people_meet_is_said_in_their_language_and_the_rest_is_quoted() {
        let say = |error: io::Error| {
            let both = [Language::Indonesian, Language::English];
            both.map(|language| Catalogue::new(language).text(&reason(&error)))
        };
        assert_eq!(
            say(ErrorKind::NotFound.into()),
            [
                "berkas atau folder itu tidak ada",
                "there is no such file or directory"
            ]
        );
        assert_eq!(
            say(io::Error::other("Stale file handle")),
            [
                "sistem menyatakan: Stale file handle",
                "the system says: Stale file handle"
            ]
        );
    }
}
