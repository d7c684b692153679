//! What is documented of the templates.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use ambonplan::compose::{TemplateData, template_data};
use ambonplan::typeset::BUILT_IN;
use serde_json::Value;

const MARK: &str = "<!-- generated -->\n";

/// `SNAPSHOTS=overwrite cargo test` renews the page below its mark.
#[test]
fn the_data_of_every_template_is_documented() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/templates.md");
    let page = fs::read_to_string(&path).unwrap();
    let (written, _) = page.split_once(MARK).unwrap();
    let mut generated = String::from(written);
    generated.push_str(MARK);
    for template in template_data() {
        describe(&template, &mut generated);
    }
    snapbox::assert_data_eq!(generated, snapbox::Data::read_from(&path, None).raw());
    for (path, _) in BUILT_IN {
        let file = path.rsplit('/').next().unwrap();
        assert!(written.contains(&format!("`{file}`")), "{file}");
    }
}

fn describe(template: &TemplateData, page: &mut String) {
    let schema = template.schema.as_value();
    let about = text_of(schema);
    // The name that the description begins with stands in the heading.
    let about = about
        .split_once(": ")
        .map_or(about.as_str(), |(_, rest)| rest);
    write!(
        page,
        "\n## `{}`\n\nIn `{}`: {about}\n",
        template.name, template.file
    )
    .unwrap();
    page.push_str("\n| key | type | meaning |\n|---|---|---|\n");
    rows(schema, "", page);
}

/// A row for each key, and for each key of what it holds.
fn rows(schema: &Value, prefix: &str, page: &mut String) {
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        let name = format!("{prefix}{key}");
        writeln!(page, "| `{name}` | {} | {} |", kind(value), text_of(value)).unwrap();
        let inner = inside(value);
        let prefix = if is_list(value) {
            format!("{name}[].")
        } else {
            format!("{name}.")
        };
        rows(inner, &prefix, page);
    }
}

fn text_of(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    let text = text.split("\n\n").next().unwrap_or_default();
    text.replace('\n', " ").replace('|', "\\|")
}

fn types(schema: &Value) -> Vec<&str> {
    match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn is_list(schema: &Value) -> bool {
    types(schema).contains(&"array")
}

/// What a list holds, what may be missing, or the value itself.
fn inside(schema: &Value) -> &Value {
    if is_list(schema) {
        return inside(&schema["items"]);
    }
    match schema["anyOf"].as_array() {
        Some(all) => all.first().unwrap_or(schema),
        None => schema,
    }
}

fn kind(schema: &Value) -> String {
    if let Some(all) = schema["anyOf"].as_array() {
        let kinds: Vec<String> = all.iter().map(kind).collect();
        return kinds.join(" or ");
    }
    let kinds = types(schema).into_iter().map(|one| match one {
        "array" => format!("list of {}", kind(&schema["items"])),
        "string" => "text".into(),
        "object" => "dictionary".into(),
        "null" => "none".into(),
        other => other.to_owned(),
    });
    kinds.collect::<Vec<_>>().join(" or ")
}
