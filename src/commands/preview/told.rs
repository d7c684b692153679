//! What is read on a page, as JSON for the layer of text over its picture.

use ambonplan::preview::{Block, Line, Part, Picture, Run};
use serde::Serialize;

use super::news::hundredths;

/// Either a block or a picture.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Told<'a> {
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
        lines: Vec<ToldLine<'a>>,
    },
    Picture {
        alt: &'a str,
        /// Left, top, width, height.
        area: [f64; 4],
    },
}

#[derive(Debug, Serialize)]
pub struct ToldLine<'a> {
    down: f64,
    #[serde(skip_serializing_if = "is_false")]
    on: bool,
    runs: Vec<ToldRun<'a>>,
}

#[derive(Debug, Serialize)]
pub struct ToldRun<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "is_zero")]
    gap: f64,
    #[serde(skip_serializing_if = "is_false")]
    on: bool,
    width: f64,
    size: f64,
}

/// What is read, one after the other.
pub fn parts(parts: &[Part]) -> Vec<Told<'_>> {
    parts.iter().map(part).collect()
}

fn part(part: &Part) -> Told<'_> {
    match part {
        Part::Block(block) => told(block),
        Part::Picture(Picture { alt, area }) => Told::Picture {
            alt,
            area: [area.x, area.y, area.width, area.height].map(hundredths),
        },
    }
}

fn told(block: &Block) -> Told<'_> {
    Told::Block {
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

fn line(line: &Line) -> ToldLine<'_> {
    ToldLine {
        down: hundredths(line.down),
        on: line.goes_on,
        runs: line.runs.iter().map(run).collect(),
    }
}

fn run(run: &Run) -> ToldRun<'_> {
    ToldRun {
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
