//! What each template receives, for those who write templates of their own.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::*;

/// A template, or the settings that every template may import, and its data.
pub struct TemplateData {
    /// Name of the function, or of the variable.
    pub name: &'static str,
    /// File that holds it.
    pub file: &'static str,
    /// What it receives.
    pub schema: Schema,
}

fn describe<T: JsonSchema>(name: &'static str, file: &'static str) -> TemplateData {
    // What belongs together stands together: nothing refers to another place.
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    TemplateData {
        name,
        file,
        schema: settings.into_generator().into_root_schema_for::<T>(),
    }
}

/// Every template that is given data, in the order of a book.
pub fn template_data() -> Vec<TemplateData> {
    vec![
        describe::<Settings>("settings", "/generated/settings.typ"),
        describe::<Book>("book", "book.typ"),
        describe::<Cover>("cover", "cover.typ"),
        describe::<Chapter>("chapter", "chapter.typ"),
        describe::<Section>("section", "chapter.typ"),
        describe::<Dateline>("dateline", "dateline.typ"),
        describe::<SignatureSheet>("signature-sheet", "signatures.typ"),
        describe::<AtAGlance>("at-a-glance", "at-a-glance.typ"),
        describe::<PromiseList>("promise-list", "promises.typ"),
        describe::<Decision>("decision", "decisions.typ"),
        describe::<Table>("data-table", "table.typ"),
        describe::<TableHead>("prose-table", "prose.typ"),
        describe::<Picture>("picture-figure", "prose.typ"),
        describe::<PillarGoal>("pillar-goal", "pillar.typ"),
        describe::<ProgramCard>("program-card", "program-card.typ"),
        describe::<OpdProfile>("opd-profile", "opd-profile.typ"),
        describe::<RoadMap>("road-map", "road-map.typ"),
        describe::<BarChart>("bar-chart", "bar-chart.typ"),
        describe::<WaterfallChart>("waterfall-chart", "waterfall-chart.typ"),
        describe::<RowChart>("row-chart", "row-chart.typ"),
        describe::<HeatMap>("heat-map", "heat-map.typ"),
        describe::<GaugeChart>("gauge-chart", "gauge-chart.typ"),
        describe::<IndicatorPaths>("indicator-paths", "indicator-paths.typ"),
        describe::<DependencyGraph>("dependency-graph", "dependency-graph.typ"),
        describe::<DistrictMap>("district-map", "map.typ"),
    ]
}
