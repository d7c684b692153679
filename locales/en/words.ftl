# Words that more than one message needs.

error = error
warning = warning
hint = help
note = note

did-you-mean = did you mean `{ $name }`?
known = known: { $known }
one-of = write one of: { $known }
first-one = the first one is here
defined-here = it is defined here
program-starts = the programme starts here
program-ends = the programme ends here
or = { $others } or { $last }
write = write `{ $text }`
with-remark = { $hint } ({ $remark })
did-you-mean-one-of = did you mean { $names }?
remark =
    .percent = without the percent sign, which belongs to the unit
    .unit = the number alone, without the unit
    .one-only = only one can be written here
    .one-number = one number is wanted here
    .bound = the number alone; `direction` says whether more or less is better
    .nothing = if there is no value yet, leave it out
    .whole = money is written in whole rupiah
    .separator = a point or comma here can separate thousands or decimals
    .scale = the letter can stand for a thousand millions or for a million
    .shortened = Excel shortens long numbers; look at the original
    .negative = an amount cannot be below zero
    .serial = { $number } is the number by which Excel counts the day
    .days = with the day first { $first }, with the month first { $second }
    .whole-month = the day is not named
    .part-of-year = a quarter or half of the year is not what is needed
    .time = without the time
    .no-such-day = the month does not have so many days
    .years = put the years in that are meant
    .lost-digits = Excel shortened this number and dropped its digits: copy all of them from the source, between quotation marks
    .failure = `{ $written }` comes from Excel and is no value: write the value itself
said = { $text }

kind-program = programme
kind-opd = OPD
kind-pillar = pillar
kind-dimension = dimension
kind-policy = policy direction
kind-mission = mission
kind-goal = goal
kind-priority = priority programme
kind-need = institutional need
kind-law = law
kind-district = district
kind-stakeholder = stakeholder
kind-proposal = proposal
kind-chapter = chapter
kind-heading = heading
kind-figure = figure
kind-table = table
kind-phase = phase
kind-volume = volume
kind-abbreviation = abbreviation
kind-readiness = aspect of readiness
kind-finding = finding of an evaluation
kind-indicator = indicator
kind-source = source of funds
kind-entry = entry

type-text = text
type-true-or-false = `true` or `false`
type-boolean = a boolean
type-whole-number = a whole number
type-decimal = a decimal number
type-number = a number
type-rupiah = an amount in whole rupiah
type-year = a year
type-date = a date
type-date-without-time = a date without a time
type-date-or-time = a date or time
type-list = a list
type-tables = a list of tables
type-table = a table

group-structure = Structure
group-configuration = Configuration
group-coverage = Coverage
group-time = Time
group-indicators = Indicators
group-money = Money
group-codes = Codes
group-people = People
group-evaluation = Evaluation
group-law = Law
group-text = Narrative
group-output = Printed book

level-allow = not reported
level-warn = warning
level-deny = error

count-errors = { $count ->
        [one] 1 error
       *[other] { $count } errors
    }
count-warnings = { $count ->
        [one] 1 warning
       *[other] { $count } warnings
    }
count-pillars = { $count ->
        [one] 1 pillar
       *[other] { $count } pillars
    }
count-opds = { $count } OPD
count-programs = { $count ->
        [one] 1 programme
       *[other] { $count } programmes
    }
    .lost = { $count } unreadable
count-pages = { $count ->
        [one] 1 page
       *[other] { $count } pages
    }
plan-unreadable = plan not readable
unchanged = unchanged
waiting-for-plan = another process writes into the plan; waiting for it
nothing-built = nothing was built
found-elsewhere = outside `{ $part }`: { $errors }, { $warnings }; `ambonplan check` shows them
stopped-elsewhere = { $errors } outside `{ $part }`: a book of this part, too, is built only of a plan without errors
more-of-rule = … and { $number } more: { $rule } in { $files ->
        [one] 1 file
       *[other] { $files } files
    }
total-errors = { $count ->
        [one] 1 error
       *[other] { $number } errors
    } in { $files ->
        [one] 1 file
       *[other] { $files } files
    }
total-warnings = { $count ->
        [one] 1 warning
       *[other] { $number } warnings
    } in { $files ->
        [one] 1 file
       *[other] { $files } files
    }
all-findings = repeated findings are summed up; `ambonplan check --all` shows all of them
more-findings = and { $count } more; `--max-findings` sets how many are shown
summary-fixable = { $count ->
        [one] 1 can be mended with `ambonplan check --fix`
       *[other] { $count } can be mended with `ambonplan check --fix`
    }
    .part = { $count } can be mended with `ambonplan check --only { $part } --fix`
fixed = { $count ->
        [one] mended 1 finding
       *[other] mended { $count } findings
    }

rule-level = Level
rule-group = Group
rule-release = in a release
rule-firm = fixed
rule-why = Why this is bad
rule-fix = How to fix it
rule-wrong = Wrong
rule-right = Right
rules-title = Rules
rules-intro = Every rule that `ambonplan check` applies, with its code and name. `ambonplan explain NAME` prints one of them; levels are changed and exceptions made in `plan.toml`. This page is generated.
serving = The preview runs at that address; press Ctrl-C to stop.
refused-host = This preview answers to its own address only: { $url }. If you mean to reach it by another name or port, end it and start it again with `--allow-host { $name }`.
refused-nameless = This preview answers to its own address only: { $url }.
refused-page = This request comes from another page and is not answered. Open the preview itself: { $url }
port-taken = Port { $port }, which this plan has otherwise, is taken, perhaps by another preview of it; this one has another port.
polling = The plan lies on a file system that does not tell of changes; it is looked through every { $seconds } seconds (`--poll=SECONDS`).
no-browser = The browser could not be opened; open the address yourself.
stale-errors = { $count ->
    [one] { $count } error holds the last pages back
   *[other] { $count } errors hold the last pages back
}
stale-gone = the part that is shown is no longer in the plan
stale-missing = the plan directory is gone
stale-directory = the plan directory cannot be read: { $why }
watching = Waiting for changes; press Ctrl-C to stop.

# What words of a plan mean, where they are listed.
meaning-sekretariat-daerah = regional secretariat, with its divisions (bagian)
meaning-sekretariat-dprd = secretariat of the council
meaning-inspektorat = internal audit
meaning-dinas = department, with its units such as UPTD, RSUD and Puskesmas
meaning-badan = agency
meaning-satuan = unit such as Satpol PP
meaning-kecamatan = district, with its kelurahan
meaning-laws = laws
meaning-priorities = priorities
meaning-goals = goals
meaning-alignment = alignment
meaning-dimensions = dimensions
meaning-readiness = readiness
meaning-needs = needs
meaning-phases = phases
meaning-programs = programs
meaning-quick-wins = quick wins
meaning-council = council
meaning-stakeholders = stakeholders
meaning-districts = districts
meaning-proposals = proposals
meaning-evaluations = evaluations
meaning-achievement-scale = achievement scale
meaning-budget-by-pillar = budget by pillar
meaning-budget-by-opd = budget by OPD
meaning-budget-by-source = budget by source
meaning-road-map = road map
meaning-budget-chart = budget chart
meaning-coverage = coverage
meaning-readiness-chart = readiness chart
meaning-source-chart = source chart
meaning-indicator-paths = indicator paths
meaning-dependencies = dependencies
meaning-dateline = dateline
meaning-cover = cover
meaning-approval = approval
meaning-commitments = commitments
meaning-at-a-glance = at a glance
meaning-promises = promises to residents
meaning-decisions = decisions
meaning-contents = contents
meaning-list-of-tables = list of tables
meaning-list-of-figures = list of figures
meaning-abbreviations = abbreviations
meaning-legal-basis = legal basis
meaning-vision = vision
meaning-strategy = strategy
meaning-pillars = pillars
meaning-governance = governance
meaning-evaluation = evaluation
meaning-opd = OPD
meaning-budget = budget
meaning-action-matrix = action matrix
meaning-opd-list = OPD list
meaning-index = index
