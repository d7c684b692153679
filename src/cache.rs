//! A bounded cache that evicts the values that were not used for longest.

use std::collections::BTreeMap;

/// Holds up to twice `most` values. Those not used for longest are evicted first, half of
/// them at a time.
pub(crate) struct Cache<K, V> {
    young: BTreeMap<K, V>,
    old: BTreeMap<K, V>,
    most: usize,
}

impl<K: Ord + Clone, V: Clone> Cache<K, V> {
    /// An empty cache.
    pub fn new(most: usize) -> Self {
        Self {
            young: BTreeMap::new(),
            old: BTreeMap::new(),
            most,
        }
    }

    /// The value of a key; `None` if it is not cached.
    pub fn get(&mut self, key: &K) -> Option<V> {
        if let Some(value) = self.young.get(key) {
            return Some(value.clone());
        }
        let value = self.old.remove(key)?;
        self.insert(key.clone(), value.clone());
        Some(value)
    }

    /// Stores a value.
    pub fn insert(&mut self, key: K, value: V) {
        if self.young.len() >= self.most {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::Cache;

    #[test]
    fn what_was_not_asked_for_longest_is_forgotten() {
        let mut recent = Cache::new(2);
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
