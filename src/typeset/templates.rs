//! The built-in templates.

/// A template by its path in the book.
macro_rules! template {
    ($name:literal) => {
        (
            concat!("/templates/", $name, ".typ"),
            include_str!(concat!("../../templates/", $name, ".typ")),
        )
    };
}

/// Every built-in template by its path in the book.
pub const BUILT_IN: &[(&str, &str)] = &[
    template!("templates"),
    template!("theme"),
    template!("words"),
    template!("book"),
    template!("cover"),
    template!("page"),
    template!("places"),
    template!("chapter"),
    template!("dateline"),
    template!("kept"),
    template!("table"),
    template!("prose"),
    template!("pillar"),
    template!("facts"),
    template!("program-card"),
    template!("opd-profile"),
    template!("signatures"),
    template!("at-a-glance"),
    template!("promises"),
    template!("decisions"),
    template!("figure"),
    template!("road-map"),
    template!("bar-chart"),
    template!("waterfall-chart"),
    template!("row-chart"),
    template!("heat-map"),
    template!("gauge-chart"),
    template!("indicator-paths"),
    template!("dependency-graph"),
    template!("map"),
    template!("changes"),
];
