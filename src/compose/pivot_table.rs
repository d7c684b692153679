//! Pivot tables: sums of money by a key and by year, in rupiah.

use std::collections::BTreeMap;

use crate::model::{Rupiah, Year};

/// Amounts by key and year. Every total is the sum of the same cells, so that
/// sheets over the same lines agree whatever their keys are.
#[derive(Debug, Clone)]
pub(crate) struct PivotTable<K> {
    cells: BTreeMap<(K, Year), Rupiah>,
}

impl<K: Ord + Copy> PivotTable<K> {
    /// Adds up lines.
    pub fn new(lines: impl IntoIterator<Item = (K, Year, Rupiah)>) -> Self {
        let mut cells = BTreeMap::new();
        for (key, year, amount) in lines {
            let cell: &mut Rupiah = cells.entry((key, year)).or_default();
            *cell = *cell + amount;
        }
        Self { cells }
    }

    /// The keys, in their order.
    pub fn keys(&self) -> Vec<K> {
        let mut keys: Vec<K> = self.cells.keys().map(|&(key, _)| key).collect();
        keys.dedup();
        keys
    }

    /// Whether a key has amounts.
    pub fn has(&self, key: K) -> bool {
        self.cells.keys().any(|&(found, _)| found == key)
    }

    /// One cell.
    pub fn cell(&self, key: K, year: Year) -> Rupiah {
        self.cells.get(&(key, year)).copied().unwrap_or_default()
    }

    /// Total of a key over all years.
    pub fn row(&self, key: K) -> Rupiah {
        self.sum(|&(found, _)| found == key)
    }

    /// Total of a year over all keys.
    pub fn column(&self, year: Year) -> Rupiah {
        self.sum(|&(_, found)| found == year)
    }

    /// Total of everything.
    pub fn total(&self) -> Rupiah {
        self.cells.values().copied().sum()
    }

    fn sum(&self, wanted: impl Fn(&(K, Year)) -> bool) -> Rupiah {
        self.cells
            .iter()
            .filter(|(key, _)| wanted(key))
            .map(|(_, &amount)| amount)
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_columns_and_total_agree() {
        let lines = [
            ("a", 2025, 1),
            ("a", 2026, 2),
            ("b", 2025, 4),
            ("a", 2025, 8),
        ];
        let sheet = PivotTable::new(lines.map(|(key, year, n)| (key, Year(year), Rupiah(n))));
        assert_eq!(sheet.cell("a", Year(2025)), Rupiah(9));
        let rows: Rupiah = sheet.keys().into_iter().map(|key| sheet.row(key)).sum();
        let columns: Rupiah = [2025, 2026]
            .into_iter()
            .map(|y| sheet.column(Year(y)))
            .sum();
        assert_eq!((rows, columns), (sheet.total(), sheet.total()));
    }
}
