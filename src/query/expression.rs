//! Expressions that choose rows: `pillar = governance and total > 1e9 and not quick-win`.
//!
//! ```text
//! or         = and { "or" and }
//! and        = not { "and" not }
//! not        = { "not" } primary
//! primary    = "(" or ")" | column [ comparison value ]
//! comparison = "=" | "!=" | "<" | "<=" | ">" | ">=" | "contains"
//! value      = word | "text" | number | date
//! ```

use std::cmp::Ordering;
use std::ops::Range;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::language::{Message, message};
use crate::model::{EntryKind, EntryRef};
use crate::value::{Value, by_nature};

/// Deepest nesting of parentheses and `not`.
const MAX_DEPTH: usize = 64;

/// What is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpressionError {
    /// Where, in bytes of the expression.
    pub range: Range<usize>,
    /// What.
    pub message: Message,
    /// What may have been meant.
    pub hint: Option<Message>,
}

impl ExpressionError {
    fn new(range: Range<usize>, message: Message) -> Self {
        let hint = None;
        Self {
            range,
            message,
            hint,
        }
    }
}

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// All of them hold. A chain is flat: its length is no depth.
    And(Vec<Expression>),
    /// One of them holds.
    Or(Vec<Expression>),
    /// It does not hold.
    Not(Box<Expression>),
    /// The column has a value, and it is not `false`.
    Is(Named),
    /// A value of the column compares so.
    Compare(Named, Comparison, Literal),
}

/// The name of a column in an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// Where it is named, in bytes of the expression.
    pub range: Range<usize>,
}

/// How values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `=`: some value equals it.
    Equal,
    /// `!=`: no value equals it.
    Unequal,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `contains`: the text is part of some value, in upper or lower case.
    Contains,
}

impl Comparison {
    const ALL: &[(&str, Self)] = &[
        ("=", Self::Equal),
        ("!=", Self::Unequal),
        ("<", Self::Less),
        ("<=", Self::LessOrEqual),
        (">", Self::Greater),
        (">=", Self::GreaterOrEqual),
        ("contains", Self::Contains),
    ];

    /// Whether it asks which of two values is larger.
    pub(super) fn is_of_order(self) -> bool {
        match self {
            Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => true,
            Self::Equal | Self::Unequal | Self::Contains => false,
        }
    }
}

/// A value that an expression names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    /// As it is written, without quotation marks; the id alone of an address whose kind the
    /// column gives.
    text: String,
    number: Option<Decimal>,
    date: Option<Date>,
    /// Where it is written, in bytes of the expression, without quotation marks.
    range: Range<usize>,
}

impl Literal {
    /// Where it is written, in bytes of the expression, without quotation marks.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// The text, without quotation marks; the id alone of an address whose kind the column
    /// gives.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it can be read as a number.
    pub fn is_number(&self) -> bool {
        self.number.is_some()
    }

    /// Whether it is a whole number, written without a point or in scientific form.
    pub(crate) fn is_whole(&self) -> bool {
        let is_scientific = self.text.contains(['e', 'E']);
        let is_plain = is_scientific || !self.text.contains('.');
        self.number.is_some_and(|number| number.fract().is_zero()) && is_plain
    }

    /// Whether it can be read as a day.
    pub(crate) fn is_date(&self) -> bool {
        self.date.is_some()
    }

    /// What is written without quotation marks, whatever its place.
    pub(super) fn of(text: &str) -> Self {
        Self::new(text, false, 0..text.len())
    }

    fn new(text: &str, is_quoted: bool, range: Range<usize>) -> Self {
        let digits = text.replace('_', "");
        let number = || {
            let begins = text.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '+');
            let plain = digits.parse().ok();
            plain
                .or_else(|| Decimal::from_scientific(&digits).ok())
                .filter(|_| begins)
        };
        Self {
            text: text.to_owned(),
            number: (!is_quoted).then(number).flatten(),
            // A date may stand in quotation marks as well as not.
            date: text.parse().ok(),
            range,
        }
    }

    /// How a value compares with it, or `None` if the two cannot be compared.
    fn compare(&self, value: &Value) -> Option<Ordering> {
        let number = |found: Option<Decimal>| Some(found?.cmp(&self.number?));
        match value {
            Value::Money(amount) => number(Decimal::try_from_i128_with_scale(amount.0, 0).ok()),
            Value::Number(found) => number(Some(found.0)),
            Value::Count(count) => number(Some(Decimal::from(*count))),
            Value::Year(year) => number(Some(Decimal::from(year.0))),
            Value::Date(date) => match self.date {
                Some(wanted) => Some(date.cmp(&wanted)),
                // A year alone.
                None => number(Some(Decimal::from(date.year()))),
            },
            Value::Entry(entry) => {
                let id = entry.id.as_str();
                let is_same = id == self.text || entry.to_string() == self.text;
                Some(if is_same {
                    Ordering::Equal
                } else {
                    id.cmp(&self.text)
                })
            }
            Value::Flag(flag) => Some(flag.to_string().as_str().cmp(&self.text)),
            Value::Text(text) => Some(by_nature(text, &self.text)),
            Value::Word(word) => Some((*word).cmp(&self.text)),
            Value::Present | Value::List(_) | Value::Prose(_) | Value::Digest(_) => None,
        }
    }
}

impl Expression {
    /// Reads an expression. Which columns there are is judged elsewhere.
    ///
    /// # Errors
    /// What is no expression, with the place where it ceases to be one.
    pub fn parse(text: &str) -> Result<Self, ExpressionError> {
        let tokens = tokens(text)?;
        let mut parser = Parser {
            text,
            tokens,
            at: 0,
            depth: 0,
        };
        let expression = parser.or()?;
        match parser.tokens.get(parser.at) {
            None => Ok(expression),
            Some(token) => Err(parser.unexpected(token.clone())),
        }
    }

    /// The columns that it names.
    pub fn columns(&self) -> Vec<&Named> {
        match self {
            Self::And(all) | Self::Or(all) => all.iter().flat_map(Self::columns).collect(),
            Self::Not(inner) => inner.columns(),
            Self::Is(column) | Self::Compare(column, ..) => vec![column],
        }
    }

    /// The columns whose values it compares in order or for equality, how, and with what.
    pub(crate) fn comparisons(&self) -> Vec<(&Named, Comparison, &Literal)> {
        match self {
            Self::And(all) | Self::Or(all) => all.iter().flat_map(Self::comparisons).collect(),
            Self::Not(inner) => inner.comparisons(),
            Self::Is(_) | Self::Compare(_, Comparison::Contains, _) => Vec::new(),
            Self::Compare(column, comparison, literal) => vec![(column, *comparison, literal)],
        }
    }

    /// Takes the addresses that are compared with columns of one kind of entry, which `kind`
    /// gives, for the ids in them.
    pub(crate) fn name_by_id(&mut self, kind: &impl Fn(&Named) -> Option<EntryKind>) {
        match self {
            Self::And(all) | Self::Or(all) => all.iter_mut().for_each(|one| one.name_by_id(kind)),
            Self::Not(inner) => inner.name_by_id(kind),
            Self::Is(_) | Self::Compare(_, Comparison::Contains, _) => {}
            Self::Compare(named, _, literal) => {
                let address = kind(named).zip(EntryRef::parse(&literal.text));
                if let Some((kind, entry)) = address
                    && entry.kind == kind
                    && !entry.id.is_empty()
                {
                    literal.text = entry.id;
                }
            }
        }
    }

    /// Whether it holds for the values of the columns.
    pub(crate) fn holds<'v>(&self, values: &impl Fn(&str) -> Vec<&'v Value>) -> bool {
        match self {
            Self::And(all) => all.iter().all(|one| one.holds(values)),
            Self::Or(all) => all.iter().any(|one| one.holds(values)),
            Self::Not(inner) => !inner.holds(values),
            Self::Is(column) => {
                let found = values(&column.name);
                found.iter().any(|value| **value != Value::Flag(false))
            }
            Self::Compare(column, comparison, literal) => {
                let found = values(&column.name);
                let any = |accepts: fn(Ordering) -> bool| {
                    let mut orders = found.iter().filter_map(|value| literal.compare(value));
                    orders.any(accepts)
                };
                match comparison {
                    Comparison::Equal => any(Ordering::is_eq),
                    Comparison::Unequal => !any(Ordering::is_eq),
                    Comparison::Less => any(Ordering::is_lt),
                    Comparison::LessOrEqual => any(Ordering::is_le),
                    Comparison::Greater => any(Ordering::is_gt),
                    Comparison::GreaterOrEqual => any(Ordering::is_ge),
                    Comparison::Contains => {
                        let wanted = literal.text.to_lowercase();
                        let mut texts = found.iter().map(|value| value.to_string());
                        texts.any(|text| text.to_lowercase().contains(&wanted))
                    }
                }
            }
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    kind: TokenKind,
    range: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum TokenKind {
    Open,
    Close,
    Comparison(Comparison),
    /// A word, a number or a date.
    Word,
    /// A text, without its quotation marks.
    Text(String),
}

fn tokens(text: &str) -> Result<Vec<Token>, ExpressionError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or("");
        let (kind, length) = match first {
            blank if blank.is_whitespace() => {
                at += blank.len_utf8();
                continue;
            }
            _ if let Some((sign, own)) =
                FOREIGN.iter().find(|(sign, _)| rest.starts_with(sign)) =>
            {
                return Err(meant(at..at + sign.len(), sign, own));
            }
            '(' => (TokenKind::Open, 1),
            ')' => (TokenKind::Close, 1),
            '=' | '!' | '<' | '>' => {
                let signs = Comparison::ALL.iter().rev();
                let found = signs
                    .filter(|(sign, _)| rest.starts_with(sign))
                    .max_by_key(|(sign, _)| sign.len());
                match found {
                    Some((sign, comparison)) => (TokenKind::Comparison(*comparison), sign.len()),
                    None => return Err(unknown(at..at + 1, rest)),
                }
            }
            quote @ ('"' | '\'' | '“' | '”') => {
                let inner = rest.get(quote.len_utf8()..).unwrap_or("");
                let closes = |c: char| match quote {
                    '“' | '”' => matches!(c, '“' | '”' | '"'),
                    _ => c == quote,
                };
                let Some((end, last)) = inner.char_indices().find(|(_, c)| closes(*c)) else {
                    let message = message!("expression-unclosed");
                    return Err(ExpressionError::new(at..text.len(), message));
                };
                let length = quote.len_utf8() + end + last.len_utf8();
                let inner = inner.get(..end).unwrap_or("");
                (TokenKind::Text(inner.to_owned()), length)
            }
            letter if is_of_word(letter) => {
                let length = word_length(rest);
                let kind = match rest.get(..length) {
                    Some("contains") => TokenKind::Comparison(Comparison::Contains),
                    _ => TokenKind::Word,
                };
                (kind, length)
            }
            other => return Err(unknown(at..at + other.len_utf8(), rest)),
        };
        tokens.push(Token {
            kind,
            range: at..at + length,
        });
        at += length;
    }
    Ok(tokens)
}

/// Signs of other languages, with what they are called here.
const FOREIGN: &[(&str, &str)] = &[
    ("<>", "!="),
    ("=>", ">="),
    ("=<", "<="),
    ("==", "="),
    ("&&", "and"),
    ("||", "or"),
];

/// That something is called otherwise here.
fn meant(range: Range<usize>, word: &str, own: &str) -> ExpressionError {
    let message = message!("expression-meant", word = word, meant = own);
    ExpressionError::new(range, message)
}

fn unknown(range: Range<usize>, rest: &str) -> ExpressionError {
    let letter: String = rest.chars().take(1).collect();
    ExpressionError::new(range, message!("expression-letter", letter = letter))
}

/// How long the word is with which a text begins. A comma is of a number, as people write
/// some: that it is none is said where the number is compared.
fn word_length(text: &str) -> usize {
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let is_inside = |at: usize| is_digit(at.saturating_sub(1)) && is_digit(at + 1);
    let is_own = |at: usize, c: char| is_of_word(c) || (c == ',' && is_inside(at));
    let end = text.char_indices().find(|(at, c)| !is_own(*at, *c));
    end.map_or(text.len(), |(at, _)| at)
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | ':' | '+' | '/' | '#' | '%')
}

struct Parser<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn or(&mut self) -> Result<Expression, ExpressionError> {
        let first = self.and()?;
        self.chain("or", first, Self::and, Expression::Or)
    }

    fn and(&mut self) -> Result<Expression, ExpressionError> {
        let first = self.not()?;
        self.chain("and", first, Self::not, Expression::And)
    }

    /// What `word` joins; the first alone if nothing is joined to it.
    fn chain(
        &mut self,
        word: &str,
        first: Expression,
        next: fn(&mut Self) -> Result<Expression, ExpressionError>,
        join: fn(Vec<Expression>) -> Expression,
    ) -> Result<Expression, ExpressionError> {
        let mut all = vec![first];
        while self.takes(word) {
            all.push(next(self)?);
        }
        Ok(match all.len() {
            1 => all.remove(0),
            _ => join(all),
        })
    }

    fn not(&mut self) -> Result<Expression, ExpressionError> {
        if !self.takes("not") {
            return self.primary();
        }
        self.deepen()?;
        let inner = self.not()?;
        self.depth -= 1;
        Ok(Expression::Not(Box::new(inner)))
    }

    fn primary(&mut self) -> Result<Expression, ExpressionError> {
        let token = self.next(message!("expression-column"))?;
        match token.kind {
            TokenKind::Open => {
                self.deepen()?;
                let inner = self.or()?;
                self.depth -= 1;
                let close = self.next(message!("expression-close"))?;
                if close.kind != TokenKind::Close {
                    return Err(self.unexpected(close));
                }
                Ok(inner)
            }
            TokenKind::Word if !self.is_word(&token, &["and", "or", "not"]) => {
                let column = Named {
                    name: self.written(&token).to_owned(),
                    range: token.range,
                };
                let Some(TokenKind::Comparison(comparison)) =
                    self.tokens.get(self.at).map(|token| token.kind.clone())
                else {
                    return Ok(Expression::Is(column));
                };
                self.at += 1;
                let value = self.next(message!("expression-value"))?;
                let literal = match &value.kind {
                    TokenKind::Word => {
                        Literal::new(self.written(&value), false, value.range.clone())
                    }
                    TokenKind::Text(text) => {
                        let written = self.written(&value);
                        let quote = written.chars().next().map_or(0, char::len_utf8);
                        let start = value.range.start + quote;
                        Literal::new(text, true, start..start + text.len())
                    }
                    TokenKind::Open | TokenKind::Close | TokenKind::Comparison(_) => {
                        let message = message!("expression-value");
                        return Err(ExpressionError::new(value.range, message));
                    }
                };
                Ok(Expression::Compare(column, comparison, literal))
            }
            TokenKind::Word | TokenKind::Text(_) | TokenKind::Close | TokenKind::Comparison(_) => {
                let message = message!("expression-column");
                Err(ExpressionError::new(token.range, message))
            }
        }
    }

    fn deepen(&mut self) -> Result<(), ExpressionError> {
        self.depth += 1;
        if self.depth <= MAX_DEPTH {
            return Ok(());
        }
        let message = message!("expression-deep", most = MAX_DEPTH.to_string());
        Err(ExpressionError::new(0..self.text.len(), message))
    }

    fn written(&self, token: &Token) -> &str {
        self.text.get(token.range.clone()).unwrap_or("")
    }

    fn is_word(&self, token: &Token, words: &[&str]) -> bool {
        token.kind == TokenKind::Word && words.contains(&self.written(token))
    }

    fn takes(&mut self, word: &str) -> bool {
        let found = self.tokens.get(self.at);
        let takes = found.is_some_and(|token| self.is_word(token, &[word]));
        self.at += usize::from(takes);
        takes
    }

    fn next(&mut self, wanted: Message) -> Result<Token, ExpressionError> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        let end = self.text.len();
        token.ok_or_else(|| ExpressionError::new(end..end, wanted))
    }

    /// That something stands where the expression could end.
    fn unexpected(&self, token: Token) -> ExpressionError {
        let word = self.written(&token);
        match word {
            "dan" | "DAN" | "AND" => return meant(token.range.clone(), word, "and"),
            "atau" | "ATAU" | "OR" => return meant(token.range.clone(), word, "or"),
            _ => {}
        }
        ExpressionError {
            hint: self.text_of(&token),
            ..ExpressionError::new(
                token.range.clone(),
                message!("expression-unexpected", word = word),
            )
        }
    }

    /// The text of several words that has no quotation marks and whose second is a token;
    /// `None` if the words can be something else.
    fn text_of(&self, second: &Token) -> Option<Message> {
        let at = self.tokens.iter().position(|token| token == second)?;
        let (before, words) = self.tokens.split_at_checked(at.checked_sub(1)?)?;
        let is_value = matches!(before.last()?.kind, TokenKind::Comparison(_));
        let is_end = |token: &&Token| {
            token.kind != TokenKind::Word || self.is_word(token, &["and", "or", "not"])
        };
        let end = words.iter().position(|token| is_end(&token));
        let (words, behind) = words.split_at_checked(end.unwrap_or(words.len()))?;
        let is_column = behind
            .first()
            .is_some_and(|token| matches!(token.kind, TokenKind::Comparison(_)));
        let (first, last) = (words.first()?, words.last()?);
        let text = self.text.get(first.range.start..last.range.end)?;
        let is_several = is_value && !is_column && words.len() > 1;
        is_several.then(|| message!("did-you-mean", name = format!("'{text}'")))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rust_decimal::Decimal;

    use super::Expression;
    use crate::language::{Catalogue, Language};
    use crate::model::{EntryKind, EntryRef, Quantity, Rupiah, Year};
    use crate::value::Value;

    fn holds(expression: &str) -> bool {
        let values = [
            (
                "pillar",
                vec![Value::Entry(EntryRef::new(EntryKind::Pillar, "governance"))],
            ),
            ("total", vec![Value::Money(Rupiah(1_500_000_000))]),
            ("quick-win", vec![Value::Flag(true)]),
            ("example", vec![Value::Flag(false)]),
            ("start", vec![Value::Date(date(2026, 7, 1))]),
            ("title", vec![Value::Text("Layanan Aduan".into())]),
            ("number", vec![Value::Text("16".into())]),
            ("label", vec![Value::Text("GOV-07".into())]),
            ("value", vec![Value::Number(Quantity(Decimal::new(755, 1)))]),
            (
                "year",
                vec![Value::Year(Year(2026)), Value::Year(Year(2027))],
            ),
            ("source", Vec::new()),
        ];
        let expression = Expression::parse(expression).unwrap();
        expression.holds(&|name| {
            let found = values.iter().find(|(known, _)| *known == name);
            found.map_or(Vec::new(), |(_, values)| values.iter().collect())
        })
    }

    #[test]
    fn expressions_hold_or_do_not() {
        for expression in [
            "pillar = governance",
            "pillar=\"pillar:governance\"",
            "pillar = governance and total > 1e9 and quick-win",
            "total > 1_400_000_000 and total <= 1500000000",
            "not example",
            "not (example or source)",
            "start >= 2026 and start < 2026-07-02",
            "title contains aduan",
            "title = 'Layanan Aduan'",
            "title < melayani",
            "number > 9 and number < 100 and number >= 16",
            "label > GOV-6 and label < GOV-10 and label <= GOV-07",
            "value = 75.50",
            "year = 2027",
            "year != 2028",
            "source != apbn",
            "example or not source and quick-win",
        ] {
            assert!(holds(expression), "{expression}");
        }
        for expression in [
            "pillar = economy",
            "total > 1.5e9",
            "example",
            "source",
            "source = apbn",
            "start > 2026",
            "title contains pasar",
            "year != 2026",
            "not quick-win",
            "title > z and example",
            "number < 2",
            "label = GOV-7",
        ] {
            assert!(!holds(expression), "{expression}");
        }
    }

    #[test]
    fn what_is_no_expression_is_told_with_its_place() {
        let english = Catalogue::new(Language::English);
        for (expression, at, said) in [
            ("", 0, "a column is expected here"),
            ("pillar =", 8, "a value is expected here"),
            (
                "pillar = governance dan total > 1",
                20,
                "`dan` means nothing here; did you mean `and`?",
            ),
            ("pillar governance", 7, "`governance` means nothing here"),
            ("(pillar = a", 11, "`)` is expected here"),
            ("title = \"a", 8, "the text that begins here has no end"),
            ("total > > 1", 8, "a value is expected here"),
            ("and total", 0, "a column is expected here"),
            ("total ? 1", 6, "`?` means nothing here"),
            ("pillar ! a", 7, "`!` means nothing here"),
            (
                "pillar <> a",
                7,
                "`<>` means nothing here; did you mean `!=`?",
            ),
            (
                "total => 1",
                6,
                "`=>` means nothing here; did you mean `>=`?",
            ),
            (
                "total =< 1",
                6,
                "`=<` means nothing here; did you mean `<=`?",
            ),
            (
                "pillar == a",
                7,
                "`==` means nothing here; did you mean `=`?",
            ),
            ("a && b", 2, "`&&` means nothing here; did you mean `and`?"),
            ("a || b", 2, "`||` means nothing here; did you mean `or`?"),
        ] {
            let error = Expression::parse(expression).unwrap_err();
            assert_eq!(
                (error.range.start, english.text(&error.message).as_str()),
                (at, said),
                "{expression}"
            );
        }
        let hint = |expression: &str| {
            let error = Expression::parse(expression).unwrap_err();
            error.hint.map(|hint| english.text(&hint))
        };
        for expression in [
            "title contains layanan publik",
            "(title = layanan publik and quick-win)",
        ] {
            let said = hint(expression);
            assert_eq!(said.as_deref(), Some("did you mean `'layanan publik'`?"));
        }
        // Here `and` is missing.
        assert_eq!(hint("title = layanan total > 1"), None);
        let deep = format!("{}a{}", "(".repeat(1000), ")".repeat(1000));
        assert!(Expression::parse(&deep).is_err());
    }

    /// On Windows the stack of the first thread has 1 MB.
    #[test]
    fn no_expression_is_too_long_or_too_deep_for_a_small_stack() {
        let judge = || {
            let brackets = format!("{}id = b and a{}", "(not ".repeat(32), ")".repeat(32));
            for expression in [
                "id = a or ".repeat(80_000) + "id = b",
                "id = a and ".repeat(80_000) + "id = b",
                "id = a and id = b or ".repeat(40_000) + "id = b",
                "(id = a or id = b) and ".repeat(40_000) + "id = b",
                "not ".repeat(80_000) + "id = b",
                "(".repeat(80_000),
                brackets,
            ] {
                if let Ok(mut parsed) = Expression::parse(&expression) {
                    parsed.name_by_id(&|_| Some(EntryKind::Program));
                    parsed.columns();
                    parsed.comparisons();
                    parsed.holds(&|_| Vec::new());
                    assert_eq!(parsed.clone(), parsed);
                }
            }
        };
        let thread = std::thread::Builder::new().stack_size(1 << 20);
        thread.spawn(judge).unwrap().join().unwrap();
    }
}
