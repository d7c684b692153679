//! Merging what one side says into the file of the other, key by key and item by item.

use toml_edit::{DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::comments::{around, put_around, put_on, raw, within};
use super::graft::{self, Placed};
use super::lists::{self, By, Slot};
use super::meaning::Meaning;
use super::{Marks, Merged, Versions, lines};
use crate::model::naming;

/// What is taken where both sides say something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prefer {
    /// What the file says that is merged into.
    Own,
    /// What the other says.
    Other,
    /// What was there before both.
    Base,
}

/// Merges one version into another.
pub(crate) struct Merger<'a> {
    /// How conflicts are settled.
    pub prefer: Prefer,
    /// How lists are merged in which order means something.
    pub marks: &'a Marks,
    /// Whether both sides say something else of the same.
    pub in_conflict: bool,
    /// Whether they do so of texts of several lines, of which they may have changed
    /// different ones.
    pub in_texts: bool,
}

/// A table that is merged into.
enum Holder<'a> {
    Table(&'a mut Table),
    Inline(&'a mut InlineTable),
}

impl Holder<'_> {
    fn like(&mut self) -> &mut dyn TableLike {
        match self {
            Self::Table(table) => *table,
            Self::Inline(table) => *table,
        }
    }
}

impl Merger<'_> {
    /// Merges what `other` made of `base` into `own`.
    pub fn documents(&mut self, base: &DocumentMut, own: &mut DocumentMut, other: &DocumentMut) {
        let ends = [base, own, other].map(|document| {
            let end = document.trailing().as_str().unwrap_or_default();
            end.to_owned()
        });
        let [was, is, others] = &ends;
        if let Some(end) = self.comment(Some(was), is, others) {
            own.set_trailing(end);
        }
        self.tables(
            Some(base.as_table()),
            Holder::Table(own.as_table_mut()),
            other.as_table(),
        );
    }

    fn tables(
        &mut self,
        base: Option<&dyn TableLike>,
        mut holder: Holder<'_>,
        other: &dyn TableLike,
    ) {
        let is_inline = matches!(holder, Holder::Inline(_));
        let own = holder.like();
        let known = |table: &dyn TableLike, key: &str| table.get(key).is_some_and(|i| !i.is_none());
        let mut keys: Vec<String> = own.iter().map(|(key, _)| key.to_owned()).collect();
        let was = base.into_iter().flat_map(|table| table.iter());
        for (key, _) in other.iter().chain(was) {
            if !keys.iter().any(|known| known == key) {
                keys.push(key.to_owned());
            }
        }
        let mut is_changed = false;
        for key in &keys {
            let was = base.and_then(|table| table.get(key));
            let others = other.get(key);
            match (known(own, key), others) {
                (true, Some(others)) => {
                    if !is_inline {
                        self.comments(base, own, other, key);
                    }
                    if let Some(item) = own.get_mut(key) {
                        is_changed |= self.items(key, was, item, others);
                    }
                    // Nothing stands where keys of a table stood that has no header.
                    let is_empty = own.get(key).and_then(Item::as_table).is_some_and(|table| {
                        table.is_empty() && (table.is_dotted() || table.is_implicit())
                    });
                    if is_empty || !known(own, key) {
                        own.remove(key);
                    }
                }
                (true, None) => is_changed |= self.other_lacks(own, key, was),
                (false, Some(others)) => {
                    is_changed |= self.own_lacks(own, is_inline, key, (base, was), (other, others));
                }
                (false, None) => {}
            }
        }
        if let Holder::Inline(table) = holder
            && is_changed
        {
            graft::tidy(table);
        }
    }

    /// A key that the other side lacks.
    fn other_lacks(&mut self, own: &mut dyn TableLike, key: &str, was: Option<&Item>) -> bool {
        let (Some(was), Some(item)) = (was, own.get_mut(key)) else {
            return false;
        };
        if Meaning::of(key, was) == Meaning::of(key, item) {
            own.remove(key);
            return true;
        }
        if let (Some(_), Some(items)) = (graft::items(was), graft::items(item)) {
            // The other side took everything off the list.
            let is_empty_before = items.is_empty();
            self.lists(key, Some(was), item, &graft::empty_like(was));
            let is_empty = graft::items(item).is_some_and(|items| items.is_empty());
            if is_empty && !is_empty_before {
                own.remove(key);
            }
            return true;
        }
        self.in_conflict = true;
        match self.prefer {
            Prefer::Own => false,
            Prefer::Other => {
                own.remove(key);
                true
            }
            Prefer::Base => {
                graft::replace(item, was);
                true
            }
        }
    }

    /// A key that this side lacks.
    fn own_lacks(
        &mut self,
        own: &mut dyn TableLike,
        is_inline: bool,
        key: &str,
        (base, was): (Option<&dyn TableLike>, Option<&Item>),
        (other, others): (&dyn TableLike, &Item),
    ) -> bool {
        let before = predecessor(own, base, other, key);
        let name = other.key(key).cloned();
        let Some(name) = name.or_else(|| base.and_then(|base| base.key(key)).cloned()) else {
            return false;
        };
        let Some(was) = was else {
            graft::insert(own, is_inline, &name, others.clone(), before.as_deref());
            return true;
        };
        if Meaning::of(key, was) == Meaning::of(key, others) {
            return false;
        }
        if let (Some(_), Some(_)) = (graft::items(was), graft::items(others)) {
            // This side took everything off the list.
            let mut list = graft::empty_like(others);
            self.lists(key, Some(was), &mut list, others);
            if graft::items(&list).is_some_and(|items| !items.is_empty()) {
                graft::insert(own, is_inline, &name, list, before.as_deref());
            }
            return true;
        }
        self.in_conflict = true;
        let item = match self.prefer {
            Prefer::Own => return false,
            Prefer::Other => others,
            Prefer::Base => was,
        };
        graft::insert(own, is_inline, &name, item.clone(), before.as_deref());
        true
    }

    /// Two values under one key. Returns whether that of this side was changed; it is none
    /// where there was none before both.
    fn items(&mut self, key: &str, base: Option<&Item>, own: &mut Item, other: &Item) -> bool {
        let was = base.map(|base| Meaning::of(key, base));
        let (is, others) = (Meaning::of(key, own), Meaning::of(key, other));
        if is == others && was.as_ref() == Some(&is) && !own.is_table_like() && !is_list(own) {
            return false;
        }
        if let Some(other) = other.as_table_like() {
            let base = base.and_then(Item::as_table_like);
            let holder = match own {
                Item::Table(table) => Some(Holder::Table(table)),
                Item::Value(Value::InlineTable(table)) => Some(Holder::Inline(table)),
                Item::None | Item::Value(_) | Item::ArrayOfTables(_) => None,
            };
            if let Some(holder) = holder {
                self.tables(base, holder, other);
                return is != Meaning::of(key, own);
            }
        }
        if is_list(own) && is_list(other) {
            self.lists(key, base.filter(|base| is_list(base)), own, other);
            return is != Meaning::of(key, own);
        }
        if is == others || was.as_ref() == Some(&others) {
            return false;
        }
        // Both wrote the same number, with more digits or fewer.
        if was.as_ref() != Some(&is) && is.is_same_number(&others) {
            return false;
        }
        let taken = if was == Some(is) {
            Some(other)
        } else {
            match [base, Some(&*own), Some(other)].map(has_lines) {
                [true, true, true] => self.in_texts = true,
                _ => self.in_conflict = true,
            }
            match self.prefer {
                Prefer::Own => None,
                Prefer::Other => Some(other),
                Prefer::Base => Some(base.unwrap_or(&Item::None)),
            }
        };
        match taken {
            Some(taken) => {
                graft::replace(own, taken);
                true
            }
            None => false,
        }
    }

    fn lists(&mut self, key: &str, base: Option<&Item>, own: &mut Item, other: &Item) {
        let was = base.and_then(graft::items).unwrap_or_default();
        let (Some(mut is), Some(others)) = (graft::items(own), graft::items(other)) else {
            return;
        };
        let meanings = |items: &[Item]| -> Vec<Meaning> {
            items.iter().map(|item| Meaning::of(key, item)).collect()
        };
        let meant = Versions {
            base: meanings(&was),
            ours: meanings(&is),
            theirs: meanings(&others),
        };
        let all = was.iter().chain(&is).chain(&others);
        let slots = if all.clone().all(Item::is_table_like) {
            let pairs = Pairs::of(key, By::Likeness, &meant);
            self.tables_in_list(&pairs, &meant, &was, &mut is, &others)
        } else if naming::is_ordered(key) {
            self.sequence(&meant)
        } else {
            let pairs = Pairs::of(key, By::Value, &meant);
            self.tables_in_list(&pairs, &meant, &was, &mut is, &others)
        };
        let placed = slots.iter().filter_map(|slot| {
            let (item, is_new) = match slot {
                Slot::Own(at) => (is.get(*at)?.clone(), false),
                Slot::Other(at) => (others.get(*at)?.clone(), true),
                Slot::Base(at) => (was.get(*at)?.clone(), true),
            };
            Some(Placed { item, is_new })
        });
        let placed: Vec<Placed> = placed.collect();
        let is_same = slots.len() == meant.ours.len()
            && slots
                .iter()
                .enumerate()
                .all(|(at, slot)| *slot == Slot::Own(at));
        if is_same {
            // The items stay where they are, as they are laid out.
            put_items(own, is);
        } else {
            graft::refill(own, placed);
        }
    }

    /// A list whose order says nothing. Returns where the items of the merged one come from.
    fn tables_in_list(
        &mut self,
        pairs: &Pairs,
        meant: &Versions<Vec<Meaning>>,
        was: &[Item],
        is: &mut [Item],
        others: &[Item],
    ) -> Vec<Slot> {
        let mut slots: Vec<Slot> = (0..is.len()).map(Slot::Own).collect();
        let mut inserted: Vec<(Slot, usize)> = Vec::new();
        for (at, (mine, theirs)) in pairs.of_base.iter().enumerate() {
            let said = meant.base.get(at);
            match (mine, theirs) {
                (Some(mine), Some(theirs)) => {
                    if let (Some(own), Some(other)) = (is.get_mut(*mine), others.get(*theirs)) {
                        self.item(was.get(at), own, other);
                    }
                }
                (Some(mine), None) => {
                    if said == meant.ours.get(*mine) {
                        slots.retain(|slot| *slot != Slot::Own(*mine));
                        continue;
                    }
                    self.in_conflict = true;
                    let place = slots.iter_mut().find(|slot| **slot == Slot::Own(*mine));
                    match (self.prefer, place) {
                        (Prefer::Base, Some(place)) => *place = Slot::Base(at),
                        (Prefer::Other, _) => slots.retain(|slot| *slot != Slot::Own(*mine)),
                        (Prefer::Base | Prefer::Own, _) => {}
                    }
                }
                (None, Some(theirs)) => {
                    if said == meant.theirs.get(*theirs) {
                        continue;
                    }
                    self.in_conflict = true;
                    match self.prefer {
                        Prefer::Own => {}
                        Prefer::Other => inserted.push((Slot::Other(*theirs), *theirs)),
                        Prefer::Base => inserted.push((Slot::Base(at), *theirs)),
                    }
                }
                (None, None) => {}
            }
        }
        let is_unclear = pairs.is_unclear();
        self.in_conflict |= is_unclear;
        for (theirs, mine) in pairs.added.iter() {
            match mine {
                Some(mine) => {
                    if let (Some(own), Some(other)) = (is.get_mut(*mine), others.get(*theirs)) {
                        self.item(None, own, other);
                    }
                }
                None if is_unclear && self.prefer != Prefer::Other => {}
                None => inserted.push((Slot::Other(*theirs), *theirs)),
            }
        }
        if is_unclear && self.prefer != Prefer::Own {
            slots.retain(|slot| !matches!(slot, Slot::Own(own) if pairs.is_added(*own)));
        }
        if is_unclear && self.prefer == Prefer::Base {
            slots.extend(pairs.gone().map(Slot::Base));
        }
        inserted.sort_by_key(|(_, theirs)| *theirs);
        for (slot, theirs) in inserted {
            let before = (0..theirs).map(|before| match pairs.own_of_other(before) {
                Some(own) => Slot::Own(own),
                None => Slot::Other(before),
            });
            lists::place(&mut slots, slot, before, |own| pairs.is_added(own));
        }
        slots
    }

    /// Two items of lists that are one.
    fn item(&mut self, base: Option<&Item>, own: &mut Item, other: &Item) {
        if let (Item::Table(own), Item::Table(other)) = (&mut *own, other) {
            let base = base.and_then(Item::as_table).map(Table::decor);
            let is = [own.decor().prefix(), own.decor().suffix()].map(|one| raw(one).to_owned());
            let [above, behind] = is;
            let above = self.comment(
                base.map(|base| raw(base.prefix())),
                &above,
                raw(other.decor().prefix()),
            );
            let behind = self.comment(
                base.map(|base| raw(base.suffix())),
                &behind,
                raw(other.decor().suffix()),
            );
            put_on(own.decor_mut(), above, behind);
        }
        if own.is_table_like() {
            self.items("", base, own, other);
        }
    }

    /// A list whose order means something.
    fn sequence(&mut self, meant: &Versions<Vec<Meaning>>) -> Vec<Slot> {
        // A line for each item: lists are merged as texts are.
        let Versions { base, ours, theirs } = meant;
        let mut known: Vec<(&Meaning, Slot)> = Vec::new();
        let all = ours
            .iter()
            .enumerate()
            .map(|(at, one)| (one, Slot::Own(at)));
        let all = all.chain(
            theirs
                .iter()
                .enumerate()
                .map(|(at, one)| (one, Slot::Other(at))),
        );
        let all = all.chain(
            base.iter()
                .enumerate()
                .map(|(at, one)| (one, Slot::Base(at))),
        );
        for (one, slot) in all {
            if !known.iter().any(|(known, _)| *known == one) {
                known.push((one, slot));
            }
        }
        let text = |items: &[Meaning]| -> String {
            let numbers = items.iter().filter_map(|item| {
                let at = known.iter().position(|(known, _)| *known == item)?;
                Some(format!("{at}\n"))
            });
            numbers.collect()
        };
        let texts = Versions {
            base: text(base),
            ours: text(ours),
            theirs: text(theirs),
        };
        let bytes = Versions {
            base: texts.base.as_bytes(),
            ours: texts.ours.as_bytes(),
            theirs: texts.theirs.as_bytes(),
        };
        if base == theirs || ours == theirs {
            return (0..ours.len()).map(Slot::Own).collect();
        }
        let text = if base == ours {
            texts.theirs.clone()
        } else {
            match lines::merge(bytes, self.marks) {
                Merged::Clean(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                Merged::Conflict(_) | Merged::NoText => {
                    self.in_conflict = true;
                    match self.prefer {
                        Prefer::Own => texts.ours.clone(),
                        Prefer::Other => texts.theirs.clone(),
                        Prefer::Base => texts.base.clone(),
                    }
                }
            }
        };
        let slots = text.lines().filter_map(|line| {
            let at: usize = line.parse().ok()?;
            known.get(at).map(|(_, slot)| *slot)
        });
        slots.collect()
    }

    /// Merges what stands above and behind a key.
    fn comments(
        &mut self,
        base: Option<&dyn TableLike>,
        own: &mut dyn TableLike,
        other: &dyn TableLike,
        key: &str,
    ) {
        let was = base.and_then(|base| around(base, key));
        let (Some(is), Some(others)) = (around(own, key), around(other, key)) else {
            return;
        };
        let was = was.as_ref();
        let above = self.comment(was.map(|was| was.0.as_str()), &is.0, &others.0);
        let behind = self.comment(was.map(|was| was.1.as_str()), &is.1, &others.1);
        put_around(own, key, above, behind);
    }

    /// What stands where comments can, if it is to be something else.
    fn comment(&mut self, base: Option<&str>, own: &str, other: &str) -> Option<String> {
        let was = base.map(within).unwrap_or_default();
        let (is, others) = (within(own), within(other));
        if is == others || was == others {
            return None;
        }
        if was == is {
            return Some(other.to_owned());
        }
        self.in_texts = true;
        match self.prefer {
            Prefer::Own => None,
            Prefer::Other => Some(other.to_owned()),
            Prefer::Base => Some(base.unwrap_or_default().to_owned()),
        }
    }
}

/// Which items of three lists are the same.
struct Pairs {
    /// For each item from before, the one that stands here and that of the other side.
    of_base: Vec<(Option<usize>, Option<usize>)>,
    /// The items that the other side added, each with the same that was added here.
    added: Vec<(usize, Option<usize>)>,
    /// The items that were added here.
    added_here: Vec<usize>,
    /// Whether the items are called by some of their keys, which may change.
    is_named: bool,
}

impl Pairs {
    fn of(key: &str, by: By, meant: &Versions<Vec<Meaning>>) -> Self {
        let Versions { base, ours, theirs } = meant;
        let all = |_: usize| true;
        let mine = lists::pair(key, by, base, ours, (all, all));
        let others = lists::pair(key, by, base, theirs, (all, all));
        let is_mine_new = |at: usize| !mine.contains(&Some(at));
        let is_theirs_new = |at: usize| !others.contains(&Some(at));
        let is_named = by == By::Likeness;
        let by = if is_named { By::Name } else { by };
        let new = lists::pair(key, by, theirs, ours, (is_theirs_new, is_mine_new));
        let added = new.into_iter().enumerate();
        Self {
            added: added.filter(|(at, _)| is_theirs_new(*at)).collect(),
            added_here: (0..ours.len()).filter(|at| is_mine_new(*at)).collect(),
            of_base: mine.into_iter().zip(others).collect(),
            is_named,
        }
    }

    /// The items from before that neither side has as it was.
    fn gone(&self) -> impl Iterator<Item = usize> {
        let of_base = self.of_base.iter().enumerate();
        of_base.filter_map(|(at, pair)| (*pair == (None, None)).then_some(at))
    }

    /// Whether an item that both sides took out may be one that a side added: money that
    /// one moved to another year, and the other took out or moved elsewhere.
    fn is_unclear(&self) -> bool {
        let is_other_new = self.added.iter().any(|(_, mine)| mine.is_none());
        let is_own_new = self.added_here.iter().any(|own| self.is_added(*own));
        self.is_named && (is_own_new || is_other_new) && self.gone().next().is_some()
    }

    /// The item here that an item of the other side is.
    fn own_of_other(&self, other: usize) -> Option<usize> {
        let of_base = self.of_base.iter();
        let known = of_base.filter(|(_, theirs)| *theirs == Some(other));
        let known = known.filter_map(|(mine, _)| *mine);
        let added = self.added.iter().filter(|(theirs, _)| *theirs == other);
        known.chain(added.filter_map(|(_, mine)| *mine)).next()
    }

    /// Whether an item was added here, by this side alone.
    fn is_added(&self, own: usize) -> bool {
        self.added_here.contains(&own) && !self.added.iter().any(|(_, mine)| *mine == Some(own))
    }
}

/// The key behind which one of another table goes: the nearest before it there that stands
/// here too, and what was added here behind that.
fn predecessor(
    own: &dyn TableLike,
    base: Option<&dyn TableLike>,
    other: &dyn TableLike,
    key: &str,
) -> Option<String> {
    let before = other.iter().map(|(name, _)| name);
    let before = before.take_while(|name| *name != key);
    let anchor = before.filter(|name| own.contains_key(name)).last()?;
    let mut last = anchor;
    let behind = own.iter().map(|(name, _)| name);
    for name in behind.skip_while(|name| *name != anchor).skip(1) {
        let was_there = base.is_some_and(|base| base.contains_key(name));
        if was_there || other.contains_key(name) {
            break;
        }
        last = name;
    }
    Some(last.to_owned())
}

fn is_list(item: &Item) -> bool {
    item.is_array() || item.is_array_of_tables()
}

/// Whether a text stands in several lines.
fn has_lines(item: Option<&Item>) -> bool {
    let value = item.and_then(Item::as_value);
    value.is_some_and(|value| value.is_str() && value.to_string().trim().contains('\n'))
}

/// Puts the items of a list back that may say something else now.
fn put_items(list: &mut Item, items: Vec<Item>) {
    match list {
        Item::ArrayOfTables(tables) => {
            for (table, item) in tables.iter_mut().zip(items) {
                if let Item::Table(item) = item {
                    *table = item;
                }
            }
        }
        Item::Value(Value::Array(array)) => {
            for (value, item) in array.iter_mut().zip(items) {
                if let Item::Value(item) = item {
                    *value = item;
                }
            }
        }
        Item::None | Item::Value(_) | Item::Table(_) => {}
    }
}
