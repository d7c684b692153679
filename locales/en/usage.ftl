# What the command line says: failures, progress, and what is wrong with arguments.

usage = Usage
usage-more = For all commands and options, write `--help` behind the command.
usage-unknown-command = there is no command `{ $name }`
usage-unknown-option = there is no option `{ $name }`
usage-unexpected = `{ $name }` is one argument too many
usage-no-value = `{ $argument }` needs a value, and none is given
usage-invalid-value = `{ $value }` is no value of `{ $argument }`
usage-refused-value = `{ $value }` is no value of `{ $argument }`: { $reason }
usage-refused = it cannot be understood
usage-number = write a whole number, such as 20
usage-range = write a whole number from { $least } to { $most }
usage-missing = not given: { $names }
usage-missing-command = a command is missing
usage-conflict = `{ $argument }` cannot be used together with { $others }
usage-repeated = `{ $argument }` is given more than once
usage-no-equals = write `=` between `{ $argument }` and its value
usage-too-many = `{ $value }` is one value too many for `{ $argument }`
usage-too-few = `{ $argument }` has not as many values as it needs
usage-not-text = an argument is not valid Unicode
usage-other = { $text }

refused-day = write year, month and day, such as 2027-01-31
    .meant = write year, month and day; this may be { $values }
refused-host-name = write the name alone, without `https://` and `/`: `contoh.app.github.dev`, `localhost:9000`
refused-level = the level of `{ $rule }` is fixed: what breaks it cannot be understood or printed
refused-rule = there is no such rule or group; `ambonplan explain --all` lists them
    .similar = there is no such rule or group; did you mean `{ $similar }`?
refused-editor =
    .quotation = a quotation mark is not closed
    .empty = name a command, such as `code -g {"{"}file{"}"}:{"{"}line{"}"}`
    .file = `{"{"}file{"}"}` must stand where the file belongs: `code -g {"{"}file{"}"}:{"{"}line{"}"}`
unknown-standard = `--pdf-standard`: there is no standard `{ $name }`; known: { $known }
standards-apart = `--pdf-standard`: no PDF can follow all of these at once: { $names }

stage-reading = reading and checking the plan
stage-composing = composing
stage-typesetting = typesetting
stage-writing = writing

plan-begun = { $count ->
        [one] 1 file
       *[other] { $count } files
    } in `{ $path }`; `ambonplan build --plan { $argument }` makes the book
taplo-written = `{ $path }` tells editors of TOML how a plan is written; `ambonplan schema --all .schemas` adds the keys
diff-in-conflict = `{ $name }` is not merged yet: { $count ->
        [one] 1 file holds
       *[other] { $count } files hold
    } conflicts of git, of which only our side is compared, or nothing; `ambonplan check` names the places
driver-repository = in the repository
merge-too-large = `{ $path }` has more than { $limit } MiB; it is no file of a plan and is not merged
textconv-too-large = more than { $limit } MiB, no file of a plan

failed-because = because: { $cause }
failed-printing = the output cannot be written
failed-plan = the plan directory `{ $path }` cannot be read
failed-reading = `{ $path }` cannot be read
failed-removing = `{ $path }` cannot be removed
failed-writing = `{ $path }` cannot be written
failed-writing-into = nothing can be written into `{ $path }`
failed-replacing = `{ $path }` cannot be replaced
failed-directory = the directory `{ $path }` cannot be created
failed-finding = `{ $path }` cannot be found
failed-locking = `{ $path }` cannot be locked
failed-current-directory = the current directory cannot be told
failed-own-place = this program cannot tell where it lies
failed-git = `git` cannot be run
failed-starting = `{ $program }` cannot be started
failed-interrupts = the system does not tell this program of Ctrl-C
failed-waiting = the system does not let this program wait for events
failed-listening = no port of 127.0.0.1 can be listened on
    .port = port { $port } cannot be listened on; another preview may use it: choose another one with `--port`
failed-json = the JSON cannot be written: { $text }

no-plan = there is no plan here; run `ambonplan init`, or name its directory with `--plan DIR`
    .nearby = there is no plan here; there is one in `{ $plan }`: add `--plan { $plan }`
    .named = there is no folder `{ $path }`; name the one that holds `plan.toml`, or begin a plan there with `ambonplan init`
    .named-nearby = there is no folder `{ $path }`; there is a plan in `{ $plan }`: write `--plan { $plan }`
inside-plan = `{ $path }` is a folder inside the plan `{ $plan }`: write `--plan { $plan }`; `--only` with a kind and an id, such as `--only opd:diskominfo`, shows a part of it
no-plan-in = `plan.toml` of `{ $name }` cannot be read
no-rule = there is no rule `{ $name }`; `ambonplan explain --all` lists them
    .similar = there is no rule `{ $name }`; { $hint }
no-date = `{ $text }` of `{ $option }` is no date; write it as 2026-01-31
no-subject = `{ $subject }` names no entry; write program:ID, opd:ID or indicator:PROGRAM/NAME
no-entry = `{ $subject }` is no entry; write opd:ID, pillar:ID or program:ID
    .meant = `{ $subject }` names no entry; did you mean `{ $meant }`?
    .indicator = `{ $subject }` is part of a programme; write `program:{ $program }`
list-incomplete = not everything could be read, and sums may lack amounts; `ambonplan check` says what is wrong
expression-apart = `{ $value }` cannot be compared with a value of `{ $column }`
expression-unordered = values of `{ $column }` have no order
    .hint = compare them by `=` or `!=`; several are joined by `or`
expression-word = `{ $column }` is never `{ $value }`
list-known = there are: { $known }
list-no-kind = there is no kind of entry `{ $kind }` that could be listed
list-no-list = `{ $kind }` has no list `{ $list }`
list-no-column = there is no column `{ $column }`
expression-error = at character { $at } of `{ $text }`
expression-letter = `{ $letter }` means nothing here
expression-unclosed = the text that begins here has no end
expression-column = a column is expected here
expression-value = a value is expected here
expression-close = `)` is expected here
expression-meant = `{ $word }` means nothing here; did you mean `{ $meant }`?
expression-unexpected = `{ $word }` means nothing here
expression-deep = parentheses and `not` stand in each other more than { $most } times
no-address = `{ $subject }` is no address of an entry; write its kind and its id, such as program:ID or law:ID
no-entry-of-plan = the plan has no entry `{ $entry }`
rename-same = `{ $entry }` is called so already
    .hint = give another id
rename-taken = there is a `{ $entry }` already, at { $place }
    .hint = choose another id
rename-over = `{ $path }` is there already; nothing is written over
    .hint = choose another id, or move that file first
rename-without-id = `{ $entry }` has no id that could be changed
    .hint = entries with an id of their own can be renamed: pillars, OPD, programmes, chapters, laws and what else stands in `registry/`
rename-unread = not all of the plan can be read, and what cannot be read may name the entry: { $place }
    .hint = `ambonplan check` says what is wrong; mend it, then rename
rename-unwritable = the reference at { $place } is written in a way that cannot be changed letter by letter
    .hint = write the id there without escapes, then rename
rename-ambiguous = the id at { $place } names entries of several kinds
    .hint = write their addresses there, such as `partners = opd:bpbd or partners = stakeholder:bpbd`, then rename
rename-encoding = the file with a reference at { $place } is not UTF-8, and would be written anew
    .hint = save it as UTF-8 first, then rename
rename-worse = the plan would break the rule `{ $rule }` more often than before; nothing is changed
    .hint = choose another id
rename-named = the plan would not refer to `{ $entry }` as often as before; nothing is changed
    .hint = see whether something names the new id already: `ambonplan check`
renamed = { $references ->
        [0] Now called `{ $entry }`; nothing referred to it.
        [one] Now called `{ $entry }`; one reference changed.
       *[other] Now called `{ $entry }`; { $references } references changed.
    }
failed-moving = { $from } cannot be renamed to { $to }
no-file = `{ $path }` is no regular file
no-file-of-plan = `{ $path }` is no TOML or Markdown file of the plan
is-a-directory = `{ $path }` is a directory; name a file
is-a-disk = `{ $path }` is a disk; name a file
endless-links = `{ $path }` leads from link to link without end
write-protected = `{ $path }` is protected against writing
exists-already = `{ $path }` exists already; nothing was overwritten
over-the-plan = `{ $path }` is a file of the plan; write outside of `{ $plan }`
directory-not-empty = `{ $path }` is not empty; name a new directory
plan-around = `{ $path }` would be inside the plan `{ $around }`, and a plan cannot hold another; name a directory outside of it
pdf-on-terminal = a PDF is nothing for a terminal; name a file with `--output FILE`
watch-without-name = `--watch` builds many books; name a file with `--output FILE`
html-without = `--format html` writes pages of a web site, for which there is no `{ $option }`; leave one of both out
html-without-name = `--format html` writes a folder with many files; name one with `--output DIR`
html-no-folder = `{ $path }` is no folder, and `--format html` writes one; name another with `--output DIR`
html-foreign-folder = the folder `{ $path }` holds files that `ambonplan build --format html` has not written, such as `{ $name }`; name a new or empty one with `--output DIR`
html-foreign-file = `{ $path }` was not written by `ambonplan build --format html` and stands where a page belongs; move it away
html-in-the-plan = the folder `{ $path }` would lie in the plan; name one outside of `{ $plan }` with `--output DIR`
html-another-book = the folder `{ $path }` holds the book `{ $known }`, and this one is `{ $book }`: its pages would take the place of the others; name another folder with `--output DIR`, or remove this one first
html-link = `{ $path }` is a symbolic link where a page or a folder of pages belongs; remove it
html-long-name = the page `{ $name }` cannot be written: its name is longer than { $most } bytes; give what it is about a shorter id
html-half-written = not everything was written: the folder `{ $path }` now holds pages of this book and of the last one until the next build succeeds
html-removed = { $count ->
        [one] 1 page that is no longer in the book was removed from `{ $path }`
       *[other] { $count } pages that are no longer in the book were removed from `{ $path }`
    }
deps-without-name = `--deps` needs a book with a name; standard output has none
deps-name = no makefile can hold the name { $name }; give the file another name, or leave `--deps` out
diff-with-format = `--diff` shows changes and no findings; leave `--format` out
git-cannot-run = git cannot be told to run `{ $path }`; install `ambonplan` where PATH leads
git-refused = git refused to set `{ $setting }`
git-says = git says: { $text }
    .ancestors = { $count ->
        [0] no commit comes before it
        [one] only { $count } commit comes before it
       *[other] only { $count } commits come before it
    }
    .parents = { $count ->
        [0] it is the first and has no parent
        [one] it has only { $count } parent
       *[other] it has only { $count } parents
    }
    .log = git remembers only { $count ->
        [one] { $count } state
       *[other] { $count } states
    } of it
    .checkouts = git remembers only { $count ->
        [one] { $count } branch
       *[other] { $count } branches
    } that were worked on before
    .date = the date is to be written as `2026-11-24` or `yesterday`, in English
    .subject = no commit has “{ $text }” in its message
    .path = it has no file `{ $path }`
    .kind = it is a file or a folder, and no whole revision
    .upstream = the branch follows no other one
    .brace = a closing brace `{"}"}` is missing
    .empty = a name is missing
    .name = no branch or tag can have this name
    .ambiguous = several objects begin with these digits; write more of them

no-repository = `{ $path }` is in no git repository
no-plan-toml = `{ $path }` has no `plan.toml`, and no revision has this name; name the directory of a plan, or a revision
    .below = `{ $path }` has no `plan.toml`; there is a plan in `{ $plan }`: write that
named-twice = `{ $name }` is the name of a revision, and of a directory with a plan too; the revision is compared. Write `./{ $name }` for the directory.
base-plan-directory = `--base-plan` says where a revision has the plan, and `{ $path }` is a directory: leave one of them out
changes-since-nothing = `{ $name }` has no plan yet: everything is new, and nothing is marked
repository-unreadable = the git repository cannot be read: { $reason }
    .tables = this repository keeps its branches and tags in the reftable format, which is not read yet: name commits by their full hashes, or run `git refs migrate --ref-format=files` once
revision-unborn = `{ $name }` has no commit yet
revision-unresolved = it cannot be told which revision `{ $name }` is: { $reason }
    .shallow = it cannot be told which revision `{ $name }` is: { $reason }; the history here is shallow, `git fetch --unshallow` fetches all of it
    .apart = the two have no history in common
    .one-or-two = write one revision, `A..B` or `A...B`
    .range = it is a range; name one revision, such as `{ $first }`
    .file = it is a file; name a revision, or a directory in it: `main:kota/plan`
    .none = this is how hosts write that there is no revision; name the branch that the request goes to
    .no-parent = that commit has no such parent
    .unborn = there is no commit here yet
    .no-commit = it is no commit, so that it has no history
revision-unknown = there is no revision or directory `{ $name }`; if it is elsewhere, `git fetch origin { $name }` fetches it
    .hash = there is no revision or directory `{ $name }`; if it is elsewhere, `git fetch` fetches what is new there
    .steps = there is no revision or directory `{ $name }`; if `{ $branch }` is elsewhere, `git fetch origin { $branch }` fetches it
    .remote = there is no revision or directory `{ $name }`; did you mean `{ $remote }`?
    .shallow = there is no revision or directory `{ $name }`; the history here is shallow, `git fetch --unshallow` fetches all of it
revision-missing = object { $object } of revision `{ $name }` is not here; `git fetch --refetch --no-filter` fetches all objects
    .shallow = object { $object } of revision `{ $name }` is not here; `git fetch --unshallow` fetches the whole history
    .partial = object { $object } of revision `{ $name }` is not here, for this clone fetches files only when git asks for them; `git diff --stat { $name }` fetches what differs from the present files, `git fetch --refetch --no-filter` everything
revision-damaged = revision `{ $name }` cannot be read, for objects of git are damaged here: { $reason }; `git fsck` lists which, and a new clone is whole
revision-submodule = revision `{ $name }` has commit { $commit } of the submodule `{ $path }`, which is not here; `git -C { $path } fetch origin { $commit }` fetches it
    .absent = revision `{ $name }` has the submodule `{ $path }` in the plan, which is not checked out; `git submodule update --init { $path }` fetches it
revision-conflict = `{ $path }` is in conflict; settle it and run `git add { $path }`
revision-without-plan = revision `{ $name }` has no plan in `{ $place }`
    .moved = revision `{ $name }` has no plan in `{ $place }`, and had several that are gone now: { $places }; say with `--base-plan` which of them it was

unknown-part = there is no { $kind } `{ $id }`; { $hint }
    .malformed = a part is a kind and an id, such as `opd:diskominfo`, not `{ $text }`
    .kind = a part is a chapter, pillar, opd or program, such as `opd:diskominfo`, not a `{ $kind }`
    .meant = the kind `{ $kind }` has another word here: write `{ $meant }`
unknown-entry = there is no { $kind } `{ $id }`
    .opd-hint = { $known }; `ambonplan new opd { $id }` makes it
    .pillar-hint = { $known }; `ambonplan new pillar { $id }` makes it
no-pillar = the plan has no pillar
    .hint = `ambonplan new pillar ID` makes one
refused-id = `{ $id }` cannot be an id
    .hint = use lower-case letters, digits and single hyphens: `layanan-112`
    .proposed = use lower-case letters, digits and single hyphens: `{ $id }`
refused-twice = the { $kind } `{ $id }` exists already
    .hint = choose another id
    .program = the programme `{ $id }` exists already, in `opd/{ $folder }`
    .program-hint = choose another id; ids are unique in the whole plan
pillar-without-dimension = the pillar `{ $id }` has no dimension
    .hint = add a `[[dimension]]` to `pillars/{ $id }/pillar.toml` first
pillar-full = the pillar `{ $id }` has given out its last number, { $last }
    .hint = no number is given out twice; put the programme into another pillar, with `--pillar`, or mend `last-number` in `pillar.toml` if it is too high

system-not-found = there is no such file or directory
system-permission-denied = you have no right to do that
system-already-exists = something is there already
system-not-a-directory = a part of the path is no directory
system-is-a-directory = it is a directory
system-read-only = the disk can only be read
system-full = the disk is full, or your share of it is
system-too-large = the file would be too large
system-invalid-name = the system does not allow such a name
system-in-use = it is open in another program; close it there
system-address-in-use = another program uses it
system-irregular = it is neither a file nor a directory
system-other = the system says: { $text }

standard-input-alone = `-` is standard input, which stands alone
standard-input-unread = `--stdin-filename` names what standard input is; name no other file
standard-input-waiting = reading standard input; Ctrl+D (Windows: Ctrl+Z, Enter) ends it
standard-input-too-large = standard input has more than { $limit } MiB
standard-input-nameless = standard input does not tell which file it is; name it with `--stdin-filename FILE`
failed-standard-input = failed to read standard input
failed-summary = failed to write the summary of the job into `{ $path }`
no-command = there is no command `{ $name }`; { $hint }
poll-without-watch = `--poll` is how `--watch` looks; write both
poll-without-changes = `--poll` looks for changes, `--no-watch` for none; choose one
refused-seconds = write seconds, more than 0 and at most { $most }: `--poll=2`

man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-extra = EXAMPLES
man-version = VERSION
