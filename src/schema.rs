//! JSON Schemas of the files of a plan, for editors.
//!
//! Draft 7 is what the editors' TOML tools understand. Descriptions are in both
//! languages, since one schema serves all who write in a plan.

mod form;

use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

use crate::language::{BookLanguage, Catalogue, Language};
use crate::model::Kind;
use crate::model::shape::{FileKind, Shape, Table};

/// The schema of a kind of file.
pub fn schema(kind: FileKind) -> Schema {
    let words = Words {
        catalogues: [
            Catalogue::new(Language::Indonesian),
            Catalogue::new(Language::English),
        ],
    };
    let table = kind.table();
    let mut schema = words.table(&table);
    let mut insert = |key: &str, value: Value| {
        schema.insert(key.to_owned(), value);
    };
    insert("$schema", json!("http://json-schema.org/draft-07/schema#"));
    insert("title", json!(format!("ambonplan {}", kind.word())));
    if let Some(text) = words.describe(table.name) {
        insert("description", json!(text));
    }
    schema.into()
}

/// The schema of the JSON in which findings are written.
pub fn of_findings() -> Schema {
    crate::finding::schema()
}

/// The schema of the JSON in which changes are written.
pub fn of_changes() -> Schema {
    crate::diff::report::schema()
}

/// The schema of the JSON in which the history of an entry is written.
#[cfg(feature = "revisions")]
pub fn of_history() -> Schema {
    crate::diff::report::history_schema()
}

/// A day in a year that a plan can name. A date with a time is another text.
const DATE: &str = "^(19[0-9]{2}|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// Adds what is asked of a value; of a list, it is asked of each item.
fn narrow(property: &mut Map<String, Value>, form: Map<String, Value>) {
    match property.get_mut("items").and_then(Value::as_object_mut) {
        Some(items) => items.extend(form),
        None => property.extend(form),
    }
}

/// Both catalogues.
struct Words {
    catalogues: [Catalogue; 2],
}

impl Words {
    /// What a key is for, in both languages.
    fn describe(&self, key: &str) -> Option<String> {
        let texts: Option<Vec<String>> = self
            .catalogues
            .iter()
            .map(|catalogue| catalogue.find(&format!("key-{key}")))
            .collect();
        texts.map(|texts| texts.join("\n\n"))
    }

    fn table(&self, table: &Table) -> Map<String, Value> {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for key in &table.keys {
            let mut property = self.shape(&key.shape);
            narrow(&mut property, form::of_key(table.name, key.name));
            let names = form::of_names(&format!("{}-{}", table.name, key.name));
            property.extend(names);
            if let Some(text) = self.describe(&format!("{}.{}", table.name, key.name)) {
                property.insert("description".into(), json!(text));
            }
            properties.insert(key.name.into(), property.into());
            if key.required {
                required.push(key.name);
            }
        }
        object(json_schema!({
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        }))
    }

    fn shape(&self, shape: &Shape) -> Map<String, Value> {
        object(match shape {
            Shape::Text => json_schema!({ "type": "string", "pattern": "\\S" }),
            Shape::Boolean => json_schema!({ "type": "boolean" }),
            Shape::Count => json_schema!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }),
            Shape::Money => json_schema!({ "type": "integer", "minimum": 0 }),
            Shape::Number => json_schema!({ "type": "number" }),
            Shape::Year => json_schema!({ "type": "integer", "minimum": 1900, "maximum": 2200 }),
            Shape::Date => {
                json_schema!({ "type": "string", "format": "date", "pattern": DATE })
            }
            Shape::Word(words) => json_schema!({ "type": "string", "enum": words }),
            Shape::Code(_) => json_schema!({
                "type": "string",
                "pattern": "^[a-z]{2,3}$",
                "not": { "enum": BookLanguage::OTHER_CODES },
            }),
            Shape::Reference => {
                let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
                let pattern = format!("^({}):{}$", kinds.join("|"), form::ID);
                json_schema!({ "type": "string", "pattern": pattern })
            }
            Shape::List(item) => {
                json_schema!({ "type": "array", "items": self.shape(item) })
            }
            Shape::Table(table) => return self.table(table),
            Shape::ByYear(value) => json_schema!({
                "type": "object",
                "patternProperties": { "^(19|20|21)[0-9]{2}$|^2200$": self.shape(value) },
                "additionalProperties": false,
            }),
            Shape::ByName(value) => json_schema!({
                "type": "object",
                "additionalProperties": self.shape(value),
            }),
        })
    }
}

/// A schema that is an object, which each of these is.
fn object(schema: Schema) -> Map<String, Value> {
    let Value::Object(map) = schema.to_value() else {
        return Map::new();
    };
    map
}
