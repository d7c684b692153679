//! The text of a page as JSON, for the layer of text over its picture.

use ambonplan::preview::{Block, Line, Part, Picture, Run};
use serde::Serialize;

use super::update::hundredths;

/// Either a block or a picture.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum TextPart<'a> {
    Block {
        #[serde(skip_serializing_if = "Option::is_none")]
        level: Option<usize>,
        #[serde(skip_serializing_if = "is_false")]
        same: bool,
        x: f64,
        y: f64,
        #[serde(skip_serializing_if = "is_zero")]
        turn: f64,
        size: f64,
        leading: f64,
        lines: Vec<TextLine<'a>>,
    },
    Picture {
        alt: &'a str,
        /// Left, top, width, height.
        area: [f64; 4],
    },
}

#[derive(Debug, Serialize)]
pub struct TextLine<'a> {
    down: f64,
    #[serde(skip_serializing_if = "is_false")]
    on: bool,
    runs: Vec<TextRun<'a>>,
}

#[derive(Debug, Serialize)]
pub struct TextRun<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "is_zero")]
    gap: f64,
    #[serde(skip_serializing_if = "is_false")]
    on: bool,
    width: f64,
    size: f64,
}

/// What is read, one after the other.
pub fn parts(parts: &[Part]) -> Vec<TextPart<'_>> {
    parts.iter().map(part).collect()
}

fn part(part: &Part) -> TextPart<'_> {
    match part {
        Part::Block(block) => told(block),
        Part::Picture(Picture { alt, area }) => TextPart::Picture {
            alt,
            area: [area.x, area.y, area.width, area.height].map(hundredths),
        },
    }
}

fn told(block: &Block) -> TextPart<'_> {
    TextPart::Block {
        level: block.level,
        same: block.same_heading,
        x: hundredths(block.x),
        y: hundredths(block.y),
        turn: hundredths(block.turn),
        size: hundredths(block.size),
        leading: hundredths(block.leading),
        lines: block.lines.iter().map(line).collect(),
    }
}

fn line(line: &Line) -> TextLine<'_> {
    TextLine {
        down: hundredths(line.down),
        on: line.goes_on,
        runs: line.runs.iter().map(run).collect(),
    }
}

fn run(run: &Run) -> TextRun<'_> {
    TextRun {
        text: &run.text,
        gap: hundredths(run.gap),
        on: run.goes_on,
        width: hundredths(run.width),
        size: hundredths(run.size),
    }
}

fn is_zero(number: &f64) -> bool {
    *number == 0.0
}

fn is_false(flag: &bool) -> bool {
    !flag
}
