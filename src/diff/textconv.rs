//! TOML for the eyes of `git diff`: one value per line, each with where it stands.
//!
//! Git compares lines and knows nothing of tables. Here every value says which item it
//! belongs to, and the order is that of the names: what git then shows as changed is a
//! value, and neither order nor layout.

use toml::de::{DeArray, DeTable, DeValue};

/// Keys that tell the items of a list apart, the first that an item has; a budget line is
/// told by its year and its source.
const NAMES: &[&str] = &[
    "id",
    "name",
    "title",
    "program",
    "institution",
    "short",
    "rule",
    "change",
    "text",
    "year",
];

/// The values of a text, one per line; the text itself if it is not TOML.
pub fn values(text: &str) -> String {
    let Ok(table) = DeTable::parse(text) else {
        return text.to_owned();
    };
    let mut lines = Vec::new();
    collect(table.get_ref(), "", &mut lines);
    lines.sort();
    let mut values = lines.join("\n");
    if !values.is_empty() {
        values.push('\n');
    }
    values
}

fn collect(table: &DeTable<'_>, place: &str, lines: &mut Vec<String>) {
    for (key, value) in table {
        let key = key.get_ref();
        let place = match place {
            "" => key.to_string(),
            place => format!("{place}.{key}"),
        };
        match value.get_ref() {
            DeValue::Table(inner) => collect(inner, &place, lines),
            DeValue::Array(items) => list(items, &place, lines),
            other @ (DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)) => lines.push(format!("{place} = {}", written(other))),
        }
    }
}

fn list(items: &DeArray<'_>, place: &str, lines: &mut Vec<String>) {
    for item in items {
        if let DeValue::Table(table) = item.get_ref() {
            collect(table, &format!("{place}[{}]", name(table)), lines);
        } else {
            lines.push(format!("{place} = {}", written(item.get_ref())));
        }
    }
}

/// What tells an item from the others of its list.
fn name(table: &DeTable<'_>) -> String {
    let value = |key: &str| Some(plain(table.get(key)?.get_ref()));
    let line = value("year").zip(value("source"));
    match line {
        Some((year, source)) => format!("{year} {source}"),
        None => NAMES.iter().find_map(|key| value(key)).unwrap_or_default(),
    }
}

fn plain(value: &DeValue<'_>) -> String {
    if let DeValue::String(text) = value {
        return text.replace("\r\n", "\n").replace('\n', " ");
    }
    written(value)
}

fn written(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => {
            let text = text.replace("\r\n", "\n").replace('\n', "\\n");
            format!("\"{text}\"")
        }
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(day) => day.to_string(),
        // Lists in lists and tables in lists of values do not stand in a plan.
        DeValue::Array(items) => {
            let items = items.iter().map(|item| written(item.get_ref()));
            format!("[{}]", items.collect::<Vec<_>>().join(", "))
        }
        DeValue::Table(table) => {
            let mut lines = Vec::new();
            collect(table, "", &mut lines);
            format!("{{ {} }}", lines.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::values;

    #[test]
    fn order_and_layout_are_gone_and_every_value_says_where_it_stands() {
        let one = "title = 'A'\n# catatan\n[[budget]]\nyear = 2026\nsource = \"apbn\"\namount = 1_000\n\
                   [[indicator]]\nname = \"W\"\ntargets = { 2027 = 2.5, 2026 = 1 }\n";
        let other = "[[indicator]]\ntargets.2026 = 1\ntargets.2027 = 2.5\nname = \"W\"\n\
                     [[budget]]\namount = 1000\nsource = \"apbn\"\nyear = 2026\n";
        let other = format!("title = \"A\"\n{other}");
        assert_eq!(values(one), values(&other));
        assert_eq!(
            values(one),
            "budget[2026 apbn].amount = 1000\nbudget[2026 apbn].source = \"apbn\"\n\
             budget[2026 apbn].year = 2026\nindicator[W].name = \"W\"\n\
             indicator[W].targets.2026 = 1\nindicator[W].targets.2027 = 2.5\ntitle = \"A\"\n"
        );
        assert_eq!(values("bukan toml ="), "bukan toml =");
    }
}
