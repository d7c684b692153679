unknown-link = the link `{ $destination }` leads nowhere in a book
    .hint = refer to other parts as `<chapter:…>`, `<opd:…>`, `<program:…>`; a web address begins with https://
    .scheme-hint = write a web address (https://…) or a reference such as `<program:layanan-112>`
    .form = a reference cannot print as `{ $query }`
    .form-hint = write `?form=` and one of { $known }, or nothing for the customary form
    .what = Finds links in Markdown that are neither web addresses nor references.
    .why = In print there is nothing to click on.
    .fix = Refer to the entry by its kind and id.
missing-image = the image `{ $destination }` is not in the plan
    .hint = put the image into `assets/` and write `![…](assets/name.svg)`
    .outside = images are read from the plan's `assets/` only; put the file there
    .elsewhere = `{ $path }` is not an image of the plan
    .elsewhere-related = this file stands outside `assets/`
    .emblem-hint = put the image into `assets/` and write `emblem = "assets/emblem.svg"`
    .backslash = image `{ $destination }` is not found: paths are written with `/`
    .backslash-hint = write `{ $path }`
    .what = Finds images that are not in the assets of the plan.
    .why = The book would have a gap.
    .fix = Put the file into `assets/`, or mend the path.
broken-image = `{ $path }` cannot be read as an image
    .kind = `{ $path }` is a { $kind } by its content, and not what its name says
    .kind-hint = name it `{ $name }`, or save it again
    .truncated = the end of `{ $path }` is missing; the rest of the image would stay blank
    .damaged = `{ $path }` is damaged: its content and its check sums do not agree
    .copy-hint = copy or download the file again, or take it from where it came
    .rare-jpeg = `{ $path }` is a JPEG of a kind that cannot be read
    .rare-jpeg-hint = open it in any program for images and save it as an ordinary JPEG with 8 bits and three colours
    .no-size = `{ $path }` has no width or no height
    .entity = line { $line } of `{ $path }` has `&{ $name };`, which SVG does not know
    .entity-hint = write the character itself in place of `&{ $name };`, or export the drawing again
    .prefix = line { $line } of `{ $path }` uses `{ $prefix }:`, which the file does not explain
    .ampersand = line { $line } of `{ $path }` has `&`, which begins the name of a character in SVG
    .ampersand-hint = write `&amp;`, or export the drawing again
    .not-xml = line { $line } of `{ $path }` is not written as SVG must be
    .not-xml-hint = export the drawing again
    .no-svg = `{ $path }` does not say that it is an SVG
    .no-svg-hint = begin it with `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" …>`, or export the drawing again as a file
    .link = `{ $path }` shows `{ $link }`, which the book cannot show
    .link-hint = embed the image in the SVG when exporting it, or put it into `assets/` as PNG or JPEG and name it relative to the SVG
    .circular = in `{ $path }` the part `{ $part }` uses itself, so that the drawing has no end
    .circular-hint = ungroup the clones of that part in a program for drawing (Inkscape: Edit > Clone > Unlink Clone) and export the drawing again, or show it as PNG
    .related = the image
    .hint = save it again as PNG, JPEG, GIF, WebP or SVG, with the matching ending
    .pdf-hint = save the page as SVG or PNG: a PDF inside the book would break PDF/A
    .what = Finds files that are shown as images and are none, images whose end is missing or that are damaged, files whose name says another kind than they are, and SVG that is not well-formed, shows what is not there, or has parts that use each other in a circle.
    .why = The book could not be set.
    .fix = Save the image again.
html-in-text = { $tags } left out; the text between the tags is printed
    .words = `{ $words }` is read as a tag of HTML and not printed
    .words-hint = write `\{ $words }` to print it
    .address = `<{ $tag }>` left out; its text is printed, its address `{ $address }` is lost
    .shown = `<{ $tag }>` left out, and what it shows is lost
    .hidden = `<{ $tag }>` left out with its content, “{ $beginning }”
    .empty = `<{ $tag }>` left out
    .markup = `{ $beginning }` left out
    .comment = this comment is not closed where it was meant to end; what follows is not printed
    .comment-hint = write `-->` where the comment ends
    .unfinished = `{ $beginning }` begins like a tag and does not end; it is printed as it stands
    .hint = write it in Markdown, or take the tags away
    .markdown-hint = in Markdown this is written `{ $markdown }`
    .unfinished-hint = end the tag with `>`, or write `&lt;` for `<`
    .what = Finds HTML in narrative. `<br>`, `<sub>`, `<sup>` and `<kbd>` mean in the book what they mean in a browser, and comments are dropped without a word if they end with `-->` before another one begins. Every other tag is left out; the text between tags is printed, unless it is one that browsers do not show, such as that of `<script>`.
    .why = What a tag says of its text, and what it shows by itself, is missing from the book.
    .fix = Write it in Markdown.
mathematics = mathematics is not set; it is printed as it is written
    .torn = marks inside of this mathematics are read as marks of Markdown; mathematics is not set
    .hint = write it with `<sub>`, `<sup>` and signs such as × and ÷, or show it as an image; if it is no mathematics, write `\$`
    .what = Finds formulas between dollars: `$…$` and `$$…$$`. Amounts such as US$ 5 are left alone.
    .why = The book prints the formula with its dollars and commands.
    .fix = Write it as text, or show it as an image.
nested-too-deep = quotes and lists are nested more than { $limit } levels deep
    .hint = flatten the text; pasted e-mail often nests its quotes
    .what = Finds text that is nested too deeply to be set.
    .why = No page is wide enough for it.
    .fix = Flatten the text.
chapter-without-title = the chapter has no title
    .hint = begin it with a heading of level 1: `# Pendahuluan`
    .what = Finds chapters without a heading of level 1.
    .why = The chapter would be missing from the table of contents.
    .fix = Begin the file with a heading.
image-without-alternative-text = the image has no alternative text
    .hint = say in the brackets what the image shows: `![Peta kota](…)`
    .what = Finds images without alternative text.
    .why = A reader who cannot see it learns nothing from it.
    .fix = Describe the image in the brackets.
english-number = “{ $number }” is written in English style
    .hint = in Indonesian it is “{ $number }”
    .what = Finds numbers with commas between thousands or points before decimals in the narrative and the texts of entries of an Indonesian plan, where nothing else can be meant. `Rp1,250 triliun` has three decimals, `110,112,119` is a list, `Nomor 12.3` is a label: they are left alone. What may be a list is not mended.
    .why = In the tables of the same book a point separates thousands; a reader may be wrong by a factor of 1,000.
    .fix = Write 1.250.000 and 12,5. `ambonplan check --fix` does it.
opd-name = “{ $name }” is not the official name
    .official = the registry
    .hint = write “{ $name }”, or refer to the OPD as `<opd:…>`
    .what = Finds names of OPD in narrative, in the texts of entries and among council members of which half of the words, or what they are short for (Kominfo), are those of an official name and that are not that name. Agencies of the state, the province and other cities are left alone.
    .why = The same office under three names looks like three offices.
    .fix = Write the official name, or a reference, which prints it.
undefined-value = the reference does not say which value of `{ $owner }` is meant
    .hint = behind `{ $owner }/` stands one of { $known }
    .measure = `{ $owner }` has no value `{ $word }`
    .surplus = nothing is known behind `{ $value }`
    .owner = nothing that has values is called `{ $word }`
    .owner-hint = values belong to { $known }
    .without-id = `value:{ $owner }` does not say which one is meant
    .scheme = a reference to a value of an entry begins with `value:`
    .plan-id = there is one plan, which has no id such as `{ $id }`
    .source = there is no source of funds `{ $word }`
    .year = there is no budget of `{ $word }`
    .budget = the programme has no budget
    .budget-hint = enter the budget in the file of the programme, or leave the reference out
    .indicator = the programme has no indicator `{ $name }`
    .which-indicator = the reference does not say which indicator is meant
    .no-indicators = the programme has no indicators
    .ambiguous = several indicators begin with `{ $name }`
    .value = an indicator has no value `{ $word }`
    .which-value = the reference does not say which value of `{ $value }` is meant
    .write = write { $names }
    .baseline = the indicator has no baseline
    .baseline-hint = enter the baseline in the file of the programme, or leave the reference out
    .target = the indicator has no target of `{ $word }`
    .which-target = the reference does not say the year of which the target is meant
    .here = the indicator
    .what = Finds references such as `<value:plan/budget>` that name no value of the plan: something that has no values, a value that it does not have, a year without money or target, an indicator that there is not or that is not the only one whose name begins so.
    .why = The book cannot print what the plan does not say.
    .fix = Name a value that there is, or enter it where it belongs. The file format lists them under “Values”.
contradicted-value = the data say otherwise than “{ $stated }”
    .data = the data
    .owner = what it is added up for
    .hint = they say { $right }: correct the words, or write `{ $reference }`, which prints it
    .what = Finds references to values in whose words stands another number: `[Rp200 miliar](value:plan/budget)`. Rounded correctly the number is right, and so it is with “about”, “almost”, “more than”, “at least” and the like if that is true. Money is compared with money; years, days and percentages beside it are left alone, and words without a number say nothing that could be wrong.
    .why = What the text promises and what the tables of the same book add up are held against each other by its first reader.
    .fix = Correct the number, or let the book print it: `<value:plan/budget>`.
undefined-abbreviation = “{ $word }” is explained nowhere
    .hint = add it to `registry/abbreviations.toml`, or write “… ({ $word })” where it is first used
    .what = Finds abbreviations in narrative and the texts of entries that neither the registry nor the texts explain: “… (SPBE)”, “SPBE (Sistem …)”, “selanjutnya disebut SPBE”. Each is reported once. Headlines and words in capitals, Roman numerals, units, file names and what everybody knows (PT, UU, PP, RI, RT, KTP) are left alone.
    .why = The book is read by citizens.
    .fix = Add the abbreviation to the registry, or write it out.
malformed-address = `{ $address }` is not an address that anybody can reach
    .form = check the address: it cannot be read as one of the web
    .host = check the name of the site: it needs a name and a top level, such as `ambon.go.id`
    .mail = write `mailto:` and a mail address, such as `mailto:diskominfo@ambon.go.id`
    .telephone = write `tel:` and the number without spaces, such as `tel:+62-911-123456`
    .length = shorten the address: a PDF holds none that is longer
    .long = the address `{ $beginning }…` is longer than 8,000 characters; it is printed, but nobody can follow it
    .what = Finds web, mail and telephone addresses that are not well formed.
    .why = Whoever reads the book on a screen clicks on them; whoever reads it on paper types them.
    .fix = Correct the address. Whether it answers is not checked.
misplaced-caption = the caption “{ $caption }” of an image in a line of text does not print
    .hint = let the image stand alone in its paragraph, or leave the caption out
    .table = `{ $word }` is printed as it stands: no table follows this paragraph
    .table-hint = let it stand right above the table, with an empty line between them; if it is no caption, write `{ $other }`
    .block = `{ $word }` is printed as it stands: the block below it has a caption of its own
    .block-hint = delete this line, and write `caption = "{ $caption }"` in the block
    .written = this caption of a table is printed as it stands: it is not written `Table: …`
    .written-hint = write `{ $right }`
    .what = Finds captions of images that stand in a line of text.
    .why = Only an image that stands alone becomes a figure with a number and a caption; the text would be lost.
    .fix = Put blank lines around the image.
coarse-image = `{ $path }` is { $pixels } pixels wide and prints at { $density } dots per inch
    .hint = take a picture of { $needed } pixels or more, or make it narrower with `width=…%`
    .related = the picture
    .what = Finds pictures that print at less than 150 dots per inch.
    .why = What looks sharp on a screen looks blurred on paper.
    .fix = Take the picture in its full size, or let it be narrower. Without a width of its own a picture is made as wide as its pixels allow, but no narrower than a third of the text.
heavy-image = `{ $path }` has { $size } MB
    .hint = save it as JPEG, or with fewer pixels: 2000 are enough for the width of a page
    .related = the picture
    .what = Finds pictures of more than 10 MB.
    .why = The book grows by as much, and readers have to load it, often on a telephone.
    .fix = Save the picture smaller.
heading-without-space = this is no heading: a space is missing behind `{ $marks }`
    .other = this is no heading: behind `{ $marks }` stands white space that Markdown does not know
    .hint = write `{ $marks } ` with an ordinary space and the title
    .what = Finds lines that begin with `#` and were meant for a heading, without a space behind it or with another one, such as the no-break space of word processors. Hashtags are let pass.
    .why = The line is printed in the middle of a paragraph, with its marks, and is missing from the contents.
    .fix = Write a space behind the marks. `ambonplan check --fix` does it.
broken-table = these rows make no table: the line of dashes is missing below the first
    .other-columns = { $columns ->
        [one] these rows make no table: the first has 1 column, the line of dashes has { $dashes }
       *[other] these rows make no table: the first has { $columns } columns, the line of dashes has { $dashes }
    }
    .hint = write `{ $dashes }` below the first row
    .behind-text = these rows make no table: they stand right behind text
    .behind-text-hint = leave a line empty before the table
    .surplus = { $columns ->
        [one] this cell is not printed: the row has { $cells } cells, the table has 1 column
       *[other] this cell is not printed: the row has { $cells } cells, the table has { $columns } columns
    }
    .surplus-hint = give the head as many cells, or write `\|` for a `|` that divides no cells
    .behind-table = this line becomes a row of the table above it: `{ $line }`
    .behind-table-hint = leave a line empty below the table; if it is a row, write `|` between its cells
    .divided = this row of the table goes on in the next line, and is printed as several rows
    .divided-hint = write it in one line: `{ $row }`; `<br>` begins a new line in a cell
    .what = Finds rows with `|` that make no table since the line of dashes is missing or has another number of columns, and cells beyond the last column of a table.
    .why = Rows without it run into one paragraph; cells beyond the last column are not printed at all.
    .fix = Write a line of dashes with as many columns as the first row. `ambonplan check --fix` does it where the rows are even.
indented-code = this text is printed as code: four spaces or a tab stand before it
    .hint = delete the white space at the beginning of the lines; for code, write ``` on the line before and behind it
    .what = Finds text that four spaces or a tab at the beginning of its lines turn into a block of code.
    .why = Whoever moved a paragraph in meant no code: it is printed in a fixed width, and marks of Markdown in it are letters.
    .fix = Delete the white space. `ambonplan check --fix` does it for plain words.
pasted-list = { $count ->
        [one] this line with `{ $sign }` is no item of a list
       *[other] these { $count } lines with `{ $sign }` are no list
    }
    .symbol = { $count ->
        [one] this line with the bullet of a symbol font is no item of a list
       *[other] these { $count } lines with bullets of a symbol font are no list
    }
    .hint = write `- ` before each item
    .letters-hint = write `1. ` before each item; to keep letters, leave a line empty between the items
    .what = Finds lists that were pasted from a word processor: lines that begin with `•`, `·`, `–`, `o`, the bullets of symbol fonts, which are letters such as `Ø` or `ü` in others, `a.`, `(1)` or `1` alone, which begin no item in Markdown.
    .why = Such lines run into one paragraph.
    .fix = Write `- ` or `1. ` before each item. `ambonplan check --fix` does it for bullets, and keeps lines with letters apart.
pasted-table = these rows are no table: they were copied from a spreadsheet
    .hint = write `| … | … |` for each row and `|---|---|` below the first
    .what = Finds rows whose cells are divided by tabs, semicolons or commas, as spreadsheets copy and export them.
    .why = They run into one paragraph.
    .fix = Make a table of them. `ambonplan check --fix` does it where the rows are even.
undefined-label = nothing defines the label `{ $label }`; it is printed with its brackets
    .hint = write `[{ $label }]: https://…` in this file, or the address itself: `[…](https://…)`
    .note = there is no note `{ $label }`; it is printed with its brackets
    .note-hint = write the note in this file: `[^{ $label }]: …`
    .idle = nothing refers to the label `{ $label }`; this line is not printed
    .idle-hint = refer to it with `[…][{ $label }]`; if the line is text, write `\` before its `[`
    .idle-note = nothing in the text refers to the note `{ $label }`; it is printed behind the text
    .idle-note-hint = write `[^{ $label }]` where the text refers to it, outside of the notes
    .twice = the label `{ $label }` is defined before; this line is not printed
    .first = the first definition
    .twice-hint = give it another label, or take it away; if the line is text, write `\` before its `[`
    .what = Finds links and notes whose label nothing in their file defines: `[laporan][l]`, `[^1]`; and lines such as `[l]: https://…` that nothing refers to, or whose label is defined before.
    .why = The book prints the brackets of a label without a definition, and what they were to lead to is missing. A definition without effect does not stand in the book at all.
    .fix = Define the label once in the same file. Write `\` before the bracket of a line that is text: `\[Sumber]: BPS`.
broken-link = this is no link: it is printed with its brackets
    .hint = write `[text](address)` without spaces, and escape brackets in the address with `\`
    .image-blank = the path of this image has a space: it is printed as text
    .blank = the address of this link has a space: it is printed as text
    .blank-hint = write it between angle brackets: `<{ $address }>`, or give the file another name
    .unclosed = the bracket behind the address is missing: it is printed as text
    .unclosed-hint = close the bracket behind the address
    .apart = a space stands between the brackets: it is printed as text
    .apart-hint = write the address right behind the brackets: `[text](address)`
    .embedded = this image is printed as text
    .embedded-hint = write `![what it shows](assets/{ $path })`
    .what = Finds links and images that are printed as text: a space in the address or before it, a bracket that is missing.
    .why = The image is missing from the book, and its path stands there instead.
    .fix = Write the address between angle brackets, right behind the text. `ambonplan check --fix` does it if the file is there.
foreign-markup = `{ $mark }` means nothing here and is printed
    .hint = delete it; `**…**` is bold, `*…*` italic, and an image gets its width in its title: `![…](a.png "… {"{"}width=60%{"}"}")`
    .colons-hint = delete the colons; for a box write `> [!NOTE]`
    .grid-hint = draw no lines: write `| … | … |` for each row and `|---|---|` below the first
    .field-hint = put the text in its place: nothing fills it in here
    .marked-hint = write `**{ $words }**`
    .below-hint = write `<sub>{ $words }</sub>`
    .above-hint = write `<sup>{ $words }</sup>`
    .wiki-hint = delete the brackets; references are written `<program:id>`, links `[text](https://…)`
    .citation-hint = name the source, for example in a note: `[^1]`, and `[^1]: …` on a line of its own
    .latex-hint = write it in Markdown: `**…**` is bold, `- ` begins an item, `[^1]` makes a note
    .formula-hint = write it with `<sub>`, `<sup>` and signs such as × and ÷, or show it as a picture
    .reference-hint = write the reference as `<{ $words }>`
    .no-reference-hint = a reference is written `<{ $kind }:…>`, with an id and not a name; no { $name } is called so
    .reversed-hint = swap the brackets: `[text](https://…)`, `![caption](assets/…)`
    .emoji-hint = delete it, or write it in words
    .box-hint = for a box write `> [!NOTE]` and `> ` before each of its lines; there are `TIP`, `IMPORTANT`, `WARNING` and `CAUTION` too
    .heading-hint = for a heading write `## { $words }`
    .caption-hint = write `Tabel: { $words }` above the table
    .entity-hint = write the character itself
    .directive-hint = delete it; it tells another program what to do
    .data-hint = delete it, or write ``` on the line before and behind it to print it as code; data of the plan belongs in a `.toml` file
    .chat-hint = delete the time and the name of the sender
    .what = Finds marks of other dialects that mean nothing here: `:::` and attributes of pandoc, tables drawn with `+---+`, `==…==`, `H~2~O`, `[[…]]`, `{"{{"} … {"}}"}`, `[@source]`, commands of LaTeX, `:smile:`, `!!! note`, headings of AsciiDoc and wikis, JSON, and chats.
    .why = They are printed as they stand.
    .fix = Write what they mean with what this dialect has.
empty-text = nothing in this text is printed
    .hint = write the text, or delete the file
    .what = Finds texts that are empty or hold nothing but blanks, comments or front matter.
    .why = Somebody thinks that a text stands in the book: a file in the cloud may not be loaded, or was never saved.
    .fix = Write the text, or delete the file.
empty-heading = this heading says nothing and is not printed
    .hint = write the title behind the marks, or delete the line
    .what = Finds headings without a word.
    .why = A heading without a word stands in no contents, and PDF/UA forbids it.
    .fix = Write the title, or delete the line.
unprinted-heading = the heading “{ $text }” is not printed: the entry names its texts
    .hint = write `## { $text }` for a section; if it is no heading, leave a line empty before the line of `=`
    .what = Finds headings of level 1 in the texts of pillars, OPD and programmes, unless they repeat the name of the entry or of the file. The first is left out of the book, as a title. A line of `=` makes a heading of the paragraph above it.
    .why = What the heading says is missing from the book.
    .fix = Write `##`, or delete the heading.
draft-text = this text is still a draft
    .hint = once it has been reviewed, write `status = "reviewed"` and `reviewer = "…"`
    .what = Finds texts that begin with `status = "draft"`, in a plan that is to be signed.
    .why = What is signed cannot still be in writing.
    .fix = Have the text reviewed and change its status. While the plan is a draft, the book marks such a text in the margin.
reviewed-without-reviewer = nobody knows who reviewed this text
    .hint = write `reviewer = "…"`
    .what = Finds texts with `status = "reviewed"` and without `reviewer`.
    .why = There is nobody to ask about a review without a name.
    .fix = Name who reviewed it.
skipped-heading-level = a heading of level { $level } follows one of level { $last }
    .hint = write `{ $marks }`
    .what = Finds headings that are more than one level below the one before. The first is compared with the title.
    .why = Readers look for a section that is not there, and the book raises the level by itself.
    .fix = Use the next level.
duplicate-heading = there is a section “{ $text }” here already
    .first = the first
    .hint = give it a name that tells them apart, or join the two
    .what = Finds two equal headings below the same heading.
    .why = In the table of contents nobody can tell them apart.
    .fix = Rename one of them, or join them.
empty-section = there is nothing below “{ $text }”
    .hint = write what belongs there, or delete the heading
    .what = Finds headings that are followed by one of the same or a higher level, or by the end of the text. Comments are no content.
    .why = The book prints a heading with nothing below it.
    .fix = Write what belongs there, or delete the heading.
bare-url = `{ $url }` stands here as plain text
    .hint = put it between `<` and `>`, or make it a link: `[words]({ $url })`
    .www-hint = write `<{ $url }>`, or make it a link: `[words]({ $url })`
    .rest-hint = an address has no spaces; did you mean `<{ $url }>`?
    .what = Finds web addresses in narrative that are no links.
    .why = In the PDF nobody can click on them.
    .fix = Put it between angle brackets. `ambonplan check --fix` does so where that means the same.
editor-mark = “{ $mark }” was left in the text
    .hint = write what belongs here
    .what = Finds notes of those who write that were left in narrative and in the texts of entries: TODO, TBD, TBA, FIXME, XXX, three question marks, `[isi]`, lorem ipsum.
    .why = They are printed.
    .fix = Complete the text. Notes for others who write are comments: `<!-- … -->`.
typing-slip =
    .spaces = there is more than one space
    .spaces-hint = one space is enough
    .before-mark = there is a space before a punctuation mark
    .before-mark-hint = delete the space
    .number-hint = write the number without spaces, for example `3,5` or `08.00`; delete only the first space if they are two numbers
    .label-hint = write the colon right behind the word
    .labels = spaces before colons do not align these lines: letters are not equally wide in print
    .labels-hint = write the colon right behind the word
    .columns = wide gaps divide these { $count } lines; their columns are printed one behind the other
    .columns-hint = make a table (`| … | … |`), or write the second column below the first
    .twice = this mark is written twice
    .twice-hint = one is enough, or write what is missing between them
    .what = Finds superfluous spaces inside a line, spaces before a comma, full stop, semicolon, exclamation or question mark, and double commas or full stops, in narrative and in the texts of entries. Two spaces at the end of a line of Markdown (a line break), code and the alignment of tables are left alone.
    .why = The gaps are seen in print.
    .fix = Delete what is superfluous. `ambonplan check --fix` does so for spaces.
second-title = this text has a title already
    .first = the title
    .hint = write `##`; until then the book sets it as a section
    .replaced = this heading is not printed; `title` at the beginning of the text takes its place
    .replaced-hint = delete one of them, or make them equal
    .what = Finds a second heading of level 1, and a title of a chapter that differs from `title` at the beginning of the text.
    .why = A text has one title.
    .fix = Make it a section (`##`), or delete one of them.
note-names = the notes [^{ $name }] and [^{ $other }] differ in case only
    .related = the other note
    .hint = give one of them another name, or refer to one note twice
    .twice = there is a note [^{ $name }] before this one; this one is not printed
    .twice-hint = give it another name, and refer to it by that name
    .what = Finds footnotes of a text whose names are the same, or differ in case only.
    .why = The book prints the first of several notes of one name. Where names differ in case only, Git hosts take both for one note and do not show the second.
    .fix = Give each note a name of its own.
white-space =
    .tab = { $count ->
        [one] there is a tab in this text; it is printed as a space
       *[other] there are { $count } tabs in this text; each is printed as a space
    }
    .tab-hint = write a space
    .columns-hint = write a table, each row as `| … | … |` with `|---|---|` below the first, or spaces
    .line = the invisible character { $code } ends a line here, as in print
    .line-hint = end the line yourself: `<br>` in Markdown, `\n` in a text between quotes, or write a space
    .what = Finds tabs, vertical tabs, form feeds, next-line characters, line and paragraph separators and lone carriage returns in narrative and in every text of TOML. Tabs that indent, and tabs in blocks of code, are left alone.
    .why = Editors show them in different ways, or not at all. The book prints a tab as one space and the others as the end of a line; the columns that a tab made elsewhere are gone.
    .fix = Write a space, or end the line. `ambonplan check --fix` does so where both print the same; tabs of a table that was pasted are left to you.
stray-character =
    .hyphen = { $code } is the non-breaking hyphen of Word; it is printed as ‑
    .hyphen-hint = write `‑` (U+2011) or an ordinary hyphen
    .optional-hyphen = { $code } is the optional hyphen of Word
    .optional-hyphen-hint = delete it; words are divided where that is needed
    .control = { $count ->
        [one] { $code } is a control character; it is printed as �
       *[other] { $code } is a control character; it stands here and in { $count } places of this file and is printed as �
    }
    .control-hint = delete it, or write what should stand there
    .replacement = { $count ->
        [one] � stands where a character was lost
       *[other] � stands here and in { $count } places of this file where characters were lost
    }
    .object = { $count ->
        [one] U+FFFC stands where a picture or another object was that is not copied with the text; a gap is printed
       *[other] U+FFFC stands here and in { $count } places of this file where pictures or other objects were that are not copied with the text; gaps are printed
    }
    .object-hint = delete it; a picture belongs in a file of its own: `![description](assets/picture.png)`
    .blank = { $count ->
        [one] { $code } is a letter of braille without points; a gap is printed
       *[other] { $code } is a letter of braille without points; it stands here and in { $count } places of this file, where gaps are printed
    }
    .replacement-hint = look the character up in the document that this was taken from, and write it
    .noncharacter = { $code } is no character
    .private = { $count ->
        [one] { $code } is a character of a symbol font, such as Symbol or Wingdings; the book prints a box
       *[other] { $code } is a character of a symbol font, such as Symbol or Wingdings; it stands here and in { $count } places of this file, where the book prints boxes
    }
    .private-hint = write the sign that is meant; a list begins with `- `
    .bullet-hint = it looks like a bullet: begin the line with `- ` to make it an item of a list
    .sign-hint = if this is meant, write `{ $sign }`
    .space-hint = write a space
    .lone-mark = the mark { $code } has no letter to stand on
    .lone-mark-hint = write it right behind its letter, or delete it
    .what = Finds control characters, replacement characters (�), the places of objects that were not copied, blank letters of braille, private characters of symbol fonts, code points that are no characters, and marks without a letter, in narrative and in every text of TOML.
    .why = They come with text that is pasted from Word or was saved with another encoding. No font has them, so that something is missing in print; and archives do not take a PDF with private characters.
    .fix = Write what is meant. `ambonplan check --fix` does so for the two hyphens of Word.
invisible-character =
    .found = { $count ->
        [one] the character { $code } is invisible
       *[other] the character { $code }, which stands here { $count } times, is invisible
    }
    .hint = delete it; whoever searches for the word does not find it
    .direction = { $count ->
        [one] the invisible character { $code } turns the direction of the text
       *[other] the invisible character { $code }, which stands here { $count } times, turns the direction of the text
    }
    .direction-hint = delete it; Latin text needs none, and Arabic text needs it in pairs
    .what = Finds characters without a shape: zero-width spaces and joiners, byte order marks inside a text, soft hyphens that stand in no word, and marks of direction in text that runs in one direction, or without their partner. Joiners that a script needs, and soft hyphens inside words, are left alone.
    .why = Searching and comparing fail for no reason that anybody sees, and marks of direction can make a line read otherwise than it is written.
    .fix = Delete it. `ambonplan check --fix` does so where the same is printed without it.
missing-glyph =
    .sign = { $count ->
        [one] no font of the book has { $character } ({ $code }); it is printed as a box
       *[other] no font of the book has { $character } ({ $code }); it stands here and in { $count } places of this file and is printed as a box
    }
    .letter = { $count ->
        [one] no font of the book has { $character } ({ $code }); it is printed as a box
       *[other] no font of the book has { $character } ({ $code }); this file has { $count } such letters, which are printed as boxes
    }
    .near-hint = write `{ $near }`
    .space-hint = write a space
    .letter-hint = write it in Latin letters, or show it as an image; with `--system-fonts` the book takes a font of the machine
    .sign-hint = write it in words, delete it, or show it as an image
    .what = Finds characters that none of the fonts in the program has, such as most emoji and the scripts of East Asia, in narrative and in every text of TOML. Letters of one file are one finding, each sign is one.
    .why = The book shows a box, and becomes an ordinary PDF instead of PDF/A and PDF/UA.
    .fix = Write something else. Where a template names other fonts or the book is built with `--system-fonts`, set the rule to `allow`.
stacked-marks = more than { $limit } marks stand on one letter
    .hint = delete them; no language needs so many
    .what = Finds letters with more than 32 combining marks, one above the other.
    .why = The time and memory that setting them takes grow with the square of their number, until the machine has none left.
    .fix = Delete the marks.
placeholder = “{ $text }” is still the text of `ambonplan init` or `ambonplan new`
    .hint = write what is true of your region, or delete what is not needed
    .id = this name is still the id `{ $id }`
    .id-hint = write the whole name as official documents do, such as "Dinas Perhubungan" for `dishub`
    .what = Finds texts of `ambonplan init` and `ambonplan new` that nobody replaced, in entries and in narrative, and pillars, agencies and programmes whose name is still their id.
    .why = They are printed as if the region had written them: a name that does not exist, activities that nobody plans.
    .fix = Replace each of them. In a draft they are warnings, in a plan that is to be signed errors.
open-code = this block does not end; all text behind it is read as code
    .other = this block does not end before the one on line { $line } begins; the text between them is read as code
    .hint = write “{ $marks }” on a line of its own behind the content
    .what = Finds blocks of code and blocks `ambonplan` that do not end, or hold the beginning of another one.
    .why = The text behind them is printed as code, or not at all.
    .fix = End the block with the marks with which it begins, on a line of their own.
mistyped-block = “{ $line }” begins no block `ambonplan`; what it holds is printed as it stands
    .hint = write ```` ```ambonplan ```` in small letters with nothing behind it; the marks are three backticks
    .what = Finds blocks `ambonplan` whose name or marks are mistyped: capital letters, punctuation, other quotation marks, two backticks, no name.
    .why = The table or figure that was meant is not in the book; what asks for it is.
    .fix = Write ```` ```ambonplan ````, the content and ```` ``` ````, each on lines of their own.
label-lines = these { $count } lines with labels run into one paragraph
    .hint = make a table (`| … | … |`) or a list (`- …`) of them; end a line with `\` where it is enough that lines stay lines
    .what = Finds lines with labels that follow each other, such as `Address : …` and `Telephone : …`.
    .why = Markdown takes them for one paragraph: they are printed one behind the other, and their colons do not align.
    .fix = Make a table or a list of them. `ambonplan check --fix` puts `\` at the ends of the lines.
divided-word = this word is divided at the end of a line and printed `{ $printed }`
    .hint = write `{ $word }`, or `{ $hyphened }` if it has a hyphen
    .twice-hint = write `{ $word }` in one line
    .what = Finds words that a hyphen divides at the end of a line, as in text copied from a PDF.
    .why = The end of a line prints as a space inside the word.
    .fix = Join the word. `ambonplan check --fix` joins words that are said twice.
page-remains = `{ $written }` seems to be the number of a page of another document
    .hint = delete it; the book numbers its own pages
    .contents = these { $count } lines seem to be the contents of another document
    .contents-hint = delete them; the book makes its own contents
    .what = Finds what is left of the pages of another document: numbers of pages amid the text, and contents with rows of dots.
    .why = The numbers are not those of this book.
    .fix = Delete it.
lost-sign = the sign `{ $sign }` in `{ $written }` is not printed: it is read as a mark of Markdown
    .hint = write `{ $meant }`, or `{ $escaped }` to print the sign
    .escaped-hint = write `{ $escaped }` to print the sign
    .backslash = not all backslashes of `{ $written }` are printed
    .backslash-hint = put it between marks of code: `` `{ $written }` ``
    .comparison = the sign `>` of `{ $written }` is not printed: at the beginning of a line it makes a quote
    .comparison-hint = write `\{ $written }`, or the comparison in words
    .what = Finds `*` and `_` in numbers, products, addresses and lines of a form that are read as the beginning and end of emphasis, and backslashes that are lost in the names of files of Windows.
    .why = The signs are lost: `2*3*4` is printed as 234, `0812****1234` as 08121234.
    .fix = Write `×`, or a backslash before the sign. `ambonplan check --fix` writes `×` between numbers.
renumbered-item = item { $written } is printed with the number { $printed }
    .hint = write `{ $printed }`; to print { $written }, write `{ $written }\.` and leave a line empty between the items
    .what = Finds numbered lists whose numbers do not follow each other.
    .why = The book counts items from the first on, so that numbers to which other texts refer may change.
    .fix = Put the numbers in order. Numbers that are all the same, such as `1.`, are left alone.
markup-in-entry = `{ $mark }` is printed as it stands: this text is no Markdown
    .hint = write `{ $words }` without the marks; text with marks belongs in a file of narrative (`.md`)
    .link-hint = write `{ $words } ({ $address })`; links belong in a file of narrative (`.md`)
    .reference-hint = write `{ $words }` without the angle brackets, or the name; references belong in a file of narrative (`.md`)
    .items-hint = write each item on a line of its own between `"""`, or join them with commas
    .row-hint = tables belong in a file of narrative (`.md`)
    .note-hint = delete it; notes belong in a file of narrative (`.md`)
    .tag-hint = delete it; HTML means nothing here
    .entity-hint = write `{ $character }`
    .what = Finds marks of Markdown and HTML in the texts of TOML files: `**bold**`, `[text](address)`, `# Heading`, `• item`, `<br>`, `&amp;`.
    .why = Texts of TOML are printed exactly as they are written, marks included.
    .fix = Delete the marks, or move the text to a file of narrative.
failed-field = `{ $written }` is the error message of another program
    .hint = write the reference that was meant, such as `<table:id>` or the name of the chapter
    .cell-hint = write the value; this message comes from a spreadsheet
    .what = Finds error messages of Word and Excel that were copied: `Error! Reference source not found.`, `#REF!`, `#N/A`, `#####`.
    .why = What should stand there is lost.
    .fix = Write the reference or the value that was meant.
numbered-heading = this heading has the number `{ $number }`, and the book gives it one of its own
    .hint = write `{ $heading }`, or `numbering = false` in the front matter of the file
    .what = Finds titles of chapters and sections that have a number, in texts whose sections the book numbers.
    .why = Two numbers are printed side by side, and are rarely the same.
    .fix = Delete the number, or switch the numbering of the text off.
misread-text = `{ $written }` was written in UTF-8 and read in another encoding (Windows-1252)
    .hint = write `{ $meant }`
    .lost-hint = look the text up in the document that this was taken from, and write it
    .what = Finds text such as `kafÃ©` and `â€œ`, which was written in UTF-8 and read as Windows-1252, once or twice, in narrative and TOML.
    .why = The wrong letters are printed.
    .fix = Write what was meant, and save the file as UTF-8.
idle-emphasis = the marks `**` in `{ $written }` are printed and make nothing bold
    .hint = write `{ $meant }`
    .other-hint = delete the marks, or write `\*\*` if they are to be printed
    .what = Finds pairs of `**` that make nothing bold: a space stands between mark and word, or another word sticks to the mark.
    .why = The stars are printed.
    .fix = Let the marks stand right beside the words, and leave a space outside. `ambonplan check --fix` does so.
numbered-caption = this caption has a number of its own and is printed as text: `{ $written }`
    .table-hint = write `Tabel: { $words }`; the book gives it a number
    .figure-hint = delete it, and write the title into the picture: `![…](… "{ $words }")`; the book gives it a number
    .what = Finds captions of tables and pictures that have a number, such as `Tabel 2.1 …` above a table and `Gambar 3 …` below a picture.
    .why = The number is none of this book, and the table or picture is missing in the lists.
    .fix = Write `Tabel: …` above the table, and a title in quotation marks behind the address of the picture.
empty-caption = this caption says nothing: the table has a number only
    .hint = write what the table shows: `{ $word } Staff by unit`, and `{"{"}#…{"}"}` behind it if something refers to the table
    .figure = this picture has no caption, so that its attributes mean nothing
    .figure-hint = write what it shows before the braces: `"Map of the city {"{"}#…{"}"}"`
    .twice = this caption has several pairs of braces; only the last are attributes, and the others are printed
    .twice-hint = write one pair of braces with one id at the end
    .what = Finds captions of tables and pictures that hold nothing but an id, or more than one.
    .why = A number without words tells readers nothing, neither above the table nor in the list of tables.
    .fix = Write what the table or picture shows, and its id behind it.
accidental-heading = `{ $dashes }` makes a heading of the line above it: `{ $title }`
    .lines = `{ $dashes }` makes one heading of several lines above it: { $lines }
    .hint = leave a line empty above the dashes, which then draw a line across the page; a heading is written `## …` in one line
    .few-hint = write `\{ $dashes }` to print it, or delete it; a heading is written `## { $title }`
    .what = Finds dashes right below several lines of text, and one or two dashes right below a line.
    .why = Markdown takes what stands above them for a heading: letterheads and sums stand in the contents, and their lines run into one.
    .fix = Leave a line empty above the dashes, or write the heading as `## …`. A heading of one line over three dashes or more is left alone.
