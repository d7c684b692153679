//! The functions that the code of a part calls: those of Typst and of the templates.

/// How what a function makes stands in a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// By itself.
    Block(Block),
    /// In a line of text.
    Inline(Inline),
}

/// What stands by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Block {
    /// Content.
    Text,
    /// A note that nothing refers to, or what is told of something that is gone or another one.
    Remark,
    /// Data of which a part has one.
    Sole,
    /// Data below a heading of its own, of which a part has several.
    Headed,
    /// The cover, of which a book has one.
    Cover,
    /// A card of a programme.
    Card,
    /// A heading.
    Section,
    /// A line between two blocks.
    Divider,
    /// A table of data.
    DataTable,
    /// A table of narrative.
    ProseTable,
    /// A list with marks.
    List,
    /// A numbered list.
    Enum,
    /// Terms with their definitions.
    Definitions,
    /// A paragraph whose title the layout gives it.
    Alert,
    /// Lines as they were written.
    Code,
    /// A picture by itself.
    Picture,
    /// A picture with a caption.
    PictureFigure,
    /// A figure that is drawn from data, in which no word can be marked.
    Drawn(Figure),
}

/// What is drawn from data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    BarChart,
    DependencyGraph,
    DistrictMap,
    GaugeChart,
    HeatMap,
    IndicatorPaths,
    RoadMap,
    RowChart,
    WaterfallChart,
}

/// What stands in a line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Inline {
    /// Content.
    Text,
    /// Words that look otherwise, and are read like others.
    Emphasis,
    /// Words with a line through them.
    Strike,
    /// What counts as one word.
    Word,
    /// A picture among words.
    Picture,
    /// Words that lead somewhere.
    Link,
    /// A footnote that has a name.
    Note,
    /// A footnote.
    Footnote,
    /// The end of a line or paragraph.
    Break,
    /// Where something leads to, or is led to.
    Address,
    /// What prints no text of a plan.
    Wordless,
}

/// Declares the functions by what they make, each with its name.
macro_rules! functions {
    ($($role:ident $kind:expr => $($function:ident $name:literal),+;)*) => {
        /// A function of Typst or of the templates.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Function {
            $($($function,)+)*
        }

        impl Function {
            /// Its name.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $($(Self::$function => $name,)+)*
                }
            }

            /// How what it makes stands in a book.
            pub(crate) fn role(self) -> Role {
                match self {
                    $($(Self::$function)|+ => Role::$role($kind),)*
                }
            }
        }
    };
}

functions! {
    Block Block::Text =>
        Par "par", Quote "quote", DraftText "draft-text", Byline "byline",
        NoteRest "note-rest";
    Block Block::Remark =>
        LooseNote "loose-note", ChangeNote "change-note", RemovedCaption "removed-caption",
        RemovedFigure "removed-figure", RemovedHeading "removed-heading",
        RemovedStamp "removed-stamp";
    Block Block::Sole =>
        Book "book", Chapter "chapter", Contents "contents", CaptionList "caption-list", Dateline "dateline",
        OpdProfile "opd-profile", PillarGoal "pillar-goal", SignatureSheet "signature-sheet",
        AtAGlance "at-a-glance";
    Block Block::Headed => PromiseList "promise-list", Decision "decision";
    Block Block::Cover => Cover "cover";
    Block Block::Card => ProgramCard "program-card";
    Block Block::Section => Section "section";
    Block Block::Divider => Divider "divider";
    Block Block::DataTable => DataTable "data-table";
    Block Block::ProseTable => ProseTable "prose-table";
    Block Block::List => List "list";
    Block Block::Enum => Enum "enum";
    Block Block::Definitions => Definitions "definitions";
    Block Block::Alert => Alert "alert";
    Block Block::Code => CodeBlock "code-block";
    Block Block::Picture => Picture "picture";
    Block Block::PictureFigure => PictureFigure "picture-figure";
    Block Block::Drawn(Figure::BarChart) => BarChart "bar-chart";
    Block Block::Drawn(Figure::DependencyGraph) => DependencyGraph "dependency-graph";
    Block Block::Drawn(Figure::DistrictMap) => DistrictMap "district-map";
    Block Block::Drawn(Figure::GaugeChart) => GaugeChart "gauge-chart";
    Block Block::Drawn(Figure::HeatMap) => HeatMap "heat-map";
    Block Block::Drawn(Figure::IndicatorPaths) => IndicatorPaths "indicator-paths";
    Block Block::Drawn(Figure::RoadMap) => RoadMap "road-map";
    Block Block::Drawn(Figure::RowChart) => RowChart "row-chart";
    Block Block::Drawn(Figure::WaterfallChart) => WaterfallChart "waterfall-chart";
    Inline Inline::Text => Sub "sub", TitleNote "title-note", Unmarked "unmarked";
    Inline Inline::Emphasis => Emph "emph", Strong "strong";
    Inline Inline::Strike => Strike "strike";
    Inline Inline::Word => Key "key", Raw "raw", Super "super", Task "task";
    Inline Inline::Picture => InlinePicture "inline-picture";
    Inline Inline::Link => Link "link";
    Inline Inline::Note => Note "note";
    Inline Inline::Footnote => Footnote "footnote";
    Inline Inline::Break => Linebreak "linebreak", Parbreak "parbreak";
    Inline Inline::Address => Anchor "anchor", Label "label";
    Inline Inline::Wordless =>
        ChangePages "change-pages", Hide "hide", Image "image", PageOf "page-of", SmallPath "small-path", Word "word";
}

impl Function {
    /// Whether what it makes stands for itself and not in a line of text.
    pub(crate) fn ends_line(self) -> bool {
        match self.role() {
            Role::Block(_) => true,
            Role::Inline(_) => false,
        }
    }

    /// The figure that it draws, if it draws one.
    pub(crate) fn figure(self) -> Option<Figure> {
        let Role::Block(Block::Drawn(figure)) = self.role() else {
            return None;
        };
        Some(figure)
    }

    /// Whether it shows data of a plan, as a block of narrative asks for it.
    pub(crate) fn is_asked_for(self) -> bool {
        matches!(self.role(), Role::Block(Block::DataTable | Block::Drawn(_)))
    }

    /// Whether its arguments are content even where they are no block: a bare string among
    /// them is printed.
    pub(crate) fn prints_strings(self) -> bool {
        match self.role() {
            Role::Block(Block::Text)
            | Role::Inline(Inline::Text | Inline::Emphasis | Inline::Strike | Inline::Word) => true,
            Role::Block(
                Block::Remark
                | Block::Sole
                | Block::Headed
                | Block::Cover
                | Block::Card
                | Block::Section
                | Block::Divider
                | Block::DataTable
                | Block::ProseTable
                | Block::List
                | Block::Enum
                | Block::Definitions
                | Block::Alert
                | Block::Code
                | Block::Picture
                | Block::PictureFigure
                | Block::Drawn(_),
            )
            | Role::Inline(
                Inline::Picture
                | Inline::Link
                | Inline::Note
                | Inline::Footnote
                | Inline::Break
                | Inline::Address
                | Inline::Wordless,
            ) => false,
        }
    }

    /// Whether it prints no text of a plan, as what it is given says where something leads
    /// or what it looks like.
    pub(crate) fn is_wordless(self) -> bool {
        matches!(
            self.role(),
            Role::Inline(Inline::Address | Inline::Wordless)
        )
    }
}
