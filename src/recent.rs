//! What was asked for lately.

use std::collections::BTreeMap;

/// Remembers as much as twice `most` values. What was not asked for longest is forgotten
/// first, half of it at a time.
pub struct Recent<K, V> {
    young: BTreeMap<K, V>,
    old: BTreeMap<K, V>,
    most: usize,
}

impl<K: Ord + Clone, V: Clone> Recent<K, V> {
    /// Remembers nothing yet.
    pub fn new(most: usize) -> Self {
        Self {
            young: BTreeMap::new(),
            old: BTreeMap::new(),
            most,
        }
    }

    /// The value of a key; nothing if it is not remembered.
    pub fn get(&mut self, key: &K) -> Option<V> {
        if let Some(value) = self.young.get(key) {
            return Some(value.clone());
        }
        let value = self.old.remove(key)?;
        self.insert(key.clone(), value.clone());
        Some(value)
    }

    /// Remembers a value.
    pub fn insert(&mut self, key: K, value: V) {
        if self.young.len() >= self.most {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::Recent;

    #[test]
    fn what_was_not_asked_for_longest_is_forgotten() {
        let mut recent = Recent::new(2);
        recent.insert(1, 'a');
        recent.insert(2, 'b');
        recent.insert(3, 'c');
        assert_eq!(recent.get(&1), Some('a'));
        recent.insert(4, 'd');
        assert_eq!(recent.get(&2), None);
        assert_eq!(
            [1, 3, 4].map(|key| recent.get(&key)),
            [Some('a'), Some('c'), Some('d')]
        );
    }
}
