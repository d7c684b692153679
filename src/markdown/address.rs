//! The form of web, mail and telephone addresses. Whether anybody answers there
//! is not asked.

use std::borrow::Cow;

use percent_encoding::{CONTROLS, utf8_percent_encode};
use url::{Host, Url};

/// What is wrong with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressFault {
    /// It cannot be read as an address.
    Form,
    /// The name of the host cannot be one on the internet.
    Host,
    /// It is no mail address.
    Mail,
    /// It is no telephone number.
    Telephone,
    /// It is longer than a PDF can hold.
    Length,
}

/// Most bytes of an address in a PDF.
pub(crate) const LONGEST_ADDRESS: usize = 8_000;

/// An address in the characters that a PDF has for addresses: the names of hosts in
/// Punycode, everything else in percent-encoding. One that has no others stays as it is.
pub(crate) fn ascii_address(address: &str) -> Cow<'_, str> {
    if address.is_ascii() {
        return Cow::Borrowed(address);
    }
    match Url::parse(address) {
        Ok(url) => Cow::Owned(url.into()),
        Err(_) => utf8_percent_encode(address, CONTROLS).into(),
    }
}

/// What is wrong with the form of an address, if anything.
///
/// Sources: the URL standard of WHATWG for web addresses, RFC 6068 for mail,
/// RFC 3966 for telephone numbers.
pub(crate) fn address_fault(address: &str) -> Option<AddressFault> {
    if ascii_address(address).len() > LONGEST_ADDRESS {
        return Some(AddressFault::Length);
    }
    let (scheme, rest) = address.split_once(':')?;
    match scheme.to_ascii_lowercase().as_str() {
        "mailto" => (!is_mail(rest)).then_some(AddressFault::Mail),
        "tel" => (!is_telephone(rest)).then_some(AddressFault::Telephone),
        _ => match Url::parse(address) {
            Err(_) => Some(AddressFault::Form),
            Ok(url) => match url.host() {
                Some(Host::Domain(name)) if !is_public(name) => Some(AddressFault::Host),
                _ => None,
            },
        },
    }
}

/// Whether a name has a top level of letters: `ambon.go.id`, not `ambon`.
fn is_public(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    name.rsplit_once('.').is_some_and(|(labels, top)| {
        let labels = labels.split('.').all(|label| !label.is_empty());
        labels && top.len() > 1 && !top.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn is_mail(address: &str) -> bool {
    let address = address.split('?').next().unwrap_or_default();
    address.split(',').all(|one| {
        one.split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && !host.contains('@') && is_public(host))
            && !one.contains(char::is_whitespace)
    })
}

fn is_telephone(number: &str) -> bool {
    let number = number.split(';').next().unwrap_or_default();
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let allowed = |character: char| character.is_ascii_digit() || "+-.()*#".contains(character);
    digits >= 3 && number.chars().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_a_good_form_are_let_pass() {
        for good in [
            "https://ambon.go.id/layanan?x=1#a",
            "http://192.0.2.1:8080/",
            "mailto:diskominfo@ambon.go.id?subject=Halo",
            "tel:112",
            "tel:+62-911-1234",
        ] {
            assert_eq!(address_fault(good), None, "{good}");
        }
    }

    #[test]
    fn addresses_become_ascii() {
        for (address, ascii) in [
            (
                "https://ambon.go.id/a?b=%20c#d",
                "https://ambon.go.id/a?b=%20c#d",
            ),
            ("https://ambon.go.id", "https://ambon.go.id"),
            (
                "https://ambon.go.id/café?q=é#ü",
                "https://ambon.go.id/caf%C3%A9?q=%C3%A9#%C3%BC",
            ),
            ("https://例.jp/例", "https://xn--fsq.jp/%E4%BE%8B"),
            (
                "mailto:a@ambon.go.id?subject=é",
                "mailto:a@ambon.go.id?subject=%C3%A9",
            ),
            ("https://ambon é/", "https://ambon %C3%A9/"),
        ] {
            assert_eq!(ascii_address(address), ascii);
        }
    }

    #[test]
    fn faults_are_told_apart() {
        for (bad, fault) in [
            ("https://", AddressFault::Form),
            ("https://ambon.go.id:99999/", AddressFault::Form),
            ("https://ambon/", AddressFault::Host),
            ("https://ambon..id/", AddressFault::Host),
            ("mailto:diskominfo", AddressFault::Mail),
            ("mailto:a@b@ambon.go.id", AddressFault::Mail),
            ("tel:nol", AddressFault::Telephone),
        ] {
            assert_eq!(address_fault(bad), Some(fault), "{bad}");
        }
    }
}
