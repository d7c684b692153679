//! Where the time of a build goes.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use ambonplan::language::{Catalogue, Message};

/// Stages and how long each took, in their order.
pub struct Timings {
    begun: Instant,
    stages: Vec<(&'static str, Duration)>,
}

impl Timings {
    /// Begins with the first stage.
    pub fn new() -> Self {
        Self {
            begun: Instant::now(),
            stages: Vec::new(),
        }
    }

    /// Ends a stage, by the key of its name, and begins the next. One that comes again, for another volume,
    /// adds up.
    pub fn end(&mut self, stage: &'static str) {
        let took = self.begun.elapsed();
        self.begun = Instant::now();
        match self.stages.iter_mut().find(|(name, _)| *name == stage) {
            Some((_, sum)) => *sum += took,
            None => self.stages.push((stage, took)),
        }
    }

    /// Prints a line for each stage.
    pub fn print(&self, out: &mut impl Write, catalogue: &Catalogue) -> io::Result<()> {
        for (stage, took) in &self.stages {
            let stage = catalogue.text(&Message::new(stage, Vec::new()));
            writeln!(out, "{:>9.3} s  {stage}", took.as_secs_f64())?;
        }
        Ok(())
    }
}
