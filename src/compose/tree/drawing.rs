//! Figures that are drawn from data.

use crate::compose::view;

/// Declares what can be drawn, each with what it holds.
macro_rules! drawings {
    ($($(#[$about:meta])* $name:ident,)*) => {
        /// A figure that is drawn from data.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub(crate) enum Drawing {
            $($(#[$about])* $name(view::$name),)*
        }

        impl Drawing {
            /// Number, caption and words.
            pub fn figure(&self) -> &view::Figure {
                match self {
                    $(Self::$name(drawing) => &drawing.figure,)*
                }
            }

            /// The same, to be changed.
            pub fn figure_mut(&mut self) -> &mut view::Figure {
                match self {
                    $(Self::$name(drawing) => &mut drawing.figure,)*
                }
            }
        }
    };
}

drawings! {
    /// Programmes on a time line.
    RoadMap,
    /// Columns that are divided.
    BarChart,
    /// Changes that add up.
    WaterfallChart,
    /// A bar in each row.
    RowChart,
    /// Numbers as shades.
    HeatMap,
    /// How far something is on its way.
    GaugeChart,
    /// A small line for each programme.
    IndicatorPaths,
    /// What must come first.
    DependencyGraph,
    /// Districts as shades.
    DistrictMap,
}
