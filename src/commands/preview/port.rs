//! The port of a preview. It stays the same for a plan: what a browser remembers of the
//! page belongs to its address, and a tab that is still open finds the preview again.

use std::hash::Hasher;
use std::path::Path;

use ambonplan::language::message;
use siphasher::sip::SipHasher13;
use tokio::net::TcpListener;

use crate::commands::failure::{Context, Result};

/// Ports that neither services nor systems use by custom, nor browsers refuse.
const FIRST: u16 = 20_000;
const COUNT: u16 = 10_000;

/// The port of a plan directory.
pub fn customary(directory: &Path) -> Result<u16> {
    let path = directory
        .canonicalize()
        .with_context(|| message!("failed-finding", path = directory))?;
    let mut hasher = SipHasher13::new();
    hasher.write(path.as_os_str().as_encoded_bytes());
    let [.., high, low] = hasher.finish().to_be_bytes();
    Ok(FIRST + u16::from_be_bytes([high, low]) % COUNT)
}

/// Listens on the port that was asked for, else on the customary one, or on any that is
/// free if that is not.
pub async fn listen(asked: Option<u16>, customary: u16) -> Result<TcpListener> {
    let on = async |port| TcpListener::bind(("127.0.0.1", port)).await;
    let listener = match asked {
        Some(0) => on(0).await,
        Some(port) => {
            return on(port)
                .await
                .with_context(|| message!("failed-listening.port", port = port.to_string()));
        }
        None => match on(customary).await {
            Ok(listener) => Ok(listener),
            Err(_) => on(0).await,
        },
    };
    listener.context(message!("failed-listening"))
}
