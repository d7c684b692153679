### The words of the book. A plan may say any of them in its own words.

## The region: `$government` is `kota`, `kabupaten` or `provinsi`

book-region = { $government ->
        [kabupaten] regency
        [provinsi] province
       *[kota] city
    }
book-district-name = { $government ->
        [kabupaten] district
        [provinsi] regency or city
       *[kota] district
    }
book-agency-of-region = { $government ->
        [kabupaten] regency agency
        [provinsi] provincial agency
       *[kota] city agency
    }

## Chapters and annexes

book-chapter = Chapter { $number }
book-annex = Annex { $number }
book-annex-prefix = A{ $number }
book-chapter-legal-basis = Legal Basis
book-chapter-readiness = Readiness
book-chapter-vision = Vision, Missions and Goals
book-chapter-strategy = Strategy
book-chapter-quick-wins = Quick Wins
book-chapter-road-map = Road Map
book-chapter-governance = Governance
book-chapter-proposals = Proposals
book-chapter-evaluation = Evaluation
book-title-contents = Contents
book-title-approval = Approval
book-title-commitments = Statement of Commitment
book-title-promises = What Changes for Residents
book-title-decisions = What Has to Be Decided
book-title-list-of-tables = List of Tables
book-title-list-of-figures = List of Figures
book-title-abbreviations = Abbreviations
book-title-opd = { $government ->
        [kabupaten] Profiles of the Regency Agencies
        [provinsi] Profiles of the Provincial Agencies
       *[kota] Profiles of the City Agencies
    }
book-title-budget = Budget
book-title-action-matrix = Action Matrix
book-title-index = Index of Programmes
book-title-opd-list = { $government ->
        [kabupaten] Regency Agencies
        [provinsi] Provincial Agencies
       *[kota] City Agencies
    }
book-title-removed = What Was Removed
book-title-changes = Changes of the Plan
book-title-summary-of-changes = Summary of Changes

## Captions

book-caption-laws = Legal basis
book-caption-rpjmd = Missions and goals of the RPJMD
book-caption-priorities = Priority programmes of the RPJMD
book-caption-goals = Goals and their programmes
book-caption-alignment = Programmes against the goals of the RPJMD
book-caption-dimensions = Pillars and dimensions
book-caption-readiness = Readiness of the { book-region }
book-caption-needs = Institutional needs
book-caption-phases = Phases of the road map
book-caption-programs = Programmes
book-caption-quick-wins = Quick wins
book-caption-council = The council by element
book-caption-stakeholders = Stakeholders
book-caption-districts = { $government ->
        [kabupaten] Districts and programmes
        [provinsi] Regencies, cities and programmes
       *[kota] Districts and programmes
    }
book-caption-proposals = Proposals and what became of them
book-caption-evaluations = Schedule and results
book-caption-achievement-scale = Scale of achievement
book-caption-budget-by-pillar = Budget by pillar
book-caption-budget-by-opd = Budget by agency
book-caption-budget-by-source = Budget by source
book-caption-road-map = Road map of the programmes
book-caption-budget-chart = Budget of each year by pillar
book-caption-coverage = Programmes of each agency by pillar
book-caption-readiness-chart = Readiness now and to be reached
book-caption-source-chart = Budget of all years by source
book-caption-indicator-paths = Paths of the main indicator of each programme
book-caption-dependencies = What each programme depends on
book-caption-map = { $government ->
        [kabupaten] Programmes in each district
        [provinsi] Programmes in each regency and city
       *[kota] Programmes in each district
    }
book-caption-dateline = Place and date

## Names of values

book-status-proposed = Proposed
book-status-approved = Approved
book-status-running = Running
book-status-done = Done
book-status-postponed = Postponed
book-status-cancelled = Cancelled
book-fund-apbd-kota = { $government ->
        [kabupaten] Regency budget
        [provinsi] City budgets
       *[kota] City budget
    }
book-fund-apbd-kabupaten = Regency budget
book-fund-apbd-provinsi = Provincial budget
book-fund-apbn = State budget
book-fund-pad = Own revenue
book-fund-dau = General allocation
book-fund-dbh = Shared revenue
book-fund-dak-fisik = Special allocation, physical
book-fund-dak-nonfisik = Special allocation, non-physical
book-fund-insentif-fiskal = Fiscal incentive
book-fund-dana-otsus = Special autonomy fund
book-fund-bantuan-keuangan = Financial aid
book-fund-blud = Public service agency (BLUD)
book-fund-bos = School assistance (BOS)
book-fund-dana-desa = Village fund
book-fund-hibah = Grants
book-fund-tjsl = Corporate responsibility
book-fund-kpbu = Public-private partnership
book-fund-swasta = Private sector
book-fund-masyarakat = Community
book-fund-lainnya = Other
book-indicator-kind-output = output
book-indicator-kind-outcome = outcome
book-indicator-kind-impact = impact
book-direction-mark-up = ↑
book-direction-mark-down = ↓
book-direction-mark-keep = →
book-element-opd = { $government ->
        [kabupaten] Regency government
        [provinsi] Provincial government
       *[kota] City government
    }
book-element-bumn = State enterprise
book-element-bumd = { $government ->
        [kabupaten] Regency enterprise
        [provinsi] Provincial enterprise
       *[kota] City enterprise
    }
book-element-akademisi = Academics
book-element-swasta = Private sector
book-element-masyarakat = Civil society
book-element-instansi-vertikal = State agency
book-council-role-ketua = Chair
book-council-role-wakil = Deputy chair
book-council-role-sekretaris = Secretary
book-council-role-anggota = Member
book-readiness-struktur = Structure
book-readiness-infrastruktur = Infrastructure
book-readiness-suprastruktur = Superstructure
book-proposal-status-adopted = Adopted
book-proposal-status-deferred = Deferred
book-proposal-status-declined = Declined
book-proposal-status-open = Open
book-evaluation-status-planned = Planned
book-evaluation-status-done = Held
book-follow-up-status-open = Open
book-follow-up-status-closed = Closed
book-law-status-amended = amended
book-law-status-repealed = repealed
book-band-very-high = Very high
book-band-high = High
book-band-medium = Medium
book-band-low = Low
book-band-very-low = Very low

## Labels of templates

book-label-opd = Agency
book-label-dimension = Dimension
book-label-also = Other pillars
book-label-partners = Partners
book-label-period = Period
book-label-status = Status
book-label-result = Reached
book-label-districts = Location
book-label-code = Code
book-label-supports = Supports
book-label-answers = Answers
book-label-depends-on = Depends on
book-label-laws = Legal basis
book-label-total = Total budget
book-label-source = Source
book-label-abbreviation = Abbreviation
book-label-opd-code = Agency code
book-label-head = Head
book-label-commitment = Commitment
book-label-partner-in = Partner in
book-label-current = now
book-label-target = to be reached
book-label-realised = reached
book-label-baseline = baseline
book-label-planned = target
book-label-down-is-good = lower is better
book-label-keep-is-good = steady is better
book-label-path-scale = Scale: percent from 0 to 100 (dotted line); others from zero.
book-label-shades = Number of programmes, the darker the more:
book-label-north = N
book-label-goal = Goal
book-label-changes-for = What changes
book-label-road = When
book-label-person-in-charge = In charge
book-label-policies = Policy directions
book-label-activities = Activities
book-label-budget = Budget (rupiah)
book-label-indicators = Indicators and targets
book-label-measured = Measurement
book-label-risks = Risks
book-label-example = Example
book-label-quick-win = Quick win
book-label-draft = Draft
book-label-draft-text = Draft
book-label-by = By
book-label-example-book = Programmes and figures in this book are examples
book-label-table = Table
book-label-continued = continued
book-label-figure = Figure
book-label-revision = Revision
book-label-emblem = Emblem of the { book-region }
book-label-name = Name
book-label-note = Note
book-label-tip = Tip
book-label-important = Important
book-label-warning = Warning
book-label-caution = Caution
book-label-glance-promises = What residents are promised
book-label-glance-money = Budget of all years
book-label-glance-districts = { $government ->
        [kabupaten] Programmes in each district
        [provinsi] Programmes in each regency and city
       *[kota] Programmes in each district
    }
book-label-glance-phases = Phases
book-label-answers-for-it = Answers for it

## Heads of columns, names and short notes

book-status = Status
book-number = No.
book-target = Target
book-quick-win = quick win
book-other-parts = Other parts
book-pillar = Pillar
book-opd = Agency
book-source-of-funds = Source
book-budget-in-rupiah = Budget (rupiah)
book-of-which-confirmed = of which confirmed
book-confirmed = confirmed
book-total = Total
book-path = Path
book-no-budget = No budget has been entered yet for the programmes of this plan.
book-abbreviation = Abbreviation
book-meaning = Meaning
book-programmes-by-title = Programmes in alphabetical order
book-programmes-by-code = Programmes by code
book-programmes-by-source-of-funds = Programmes by source of funds
book-index-key = By
book-programmes = Programmes
book-programme-and-agency = Programme and agency
book-main-indicator = Main indicator
book-baseline = Baseline
book-final = Final
book-total-of-all-programmes = Total of all programmes
book-action-matrix = Action matrix, budgets in rupiah
book-example-text = This text is an example: only what it gives a source for is a fact.
book-about-profiles = This part profiles every { book-agency-of-region }: its role in the { book-smart-region }, the programmes that it leads, and those of other agencies that it supports.
book-agency = Agency
book-leads = Leads
book-supports = Supports
book-budget-in-rp = Budget (Rp)
book-agencies-and-programmes = { book-list-of-agencies } and the programmes that they lead
book-leads-no-programme = This agency leads no programme yet.
book-not-yet-signed = not yet signed
book-commitment = Commitment
book-list-of-agencies = { $government ->
        [kabupaten] Regency agencies
        [provinsi] Provincial agencies
       *[kota] City agencies
    }
book-draft = Draft
book-figures-are-examples = Figures are examples
book-smart-region = smart { book-region }
book-dimensions-and-policy-directions = Dimensions and policy directions
book-pillar-without-programmes = This pillar has no programmes yet.
book-policy-direction = Policy direction
book-dimension = Dimension
book-institutional-need = Institutional need
book-met-by = Met by
book-scope = Scope
book-years = Years
book-programme = Programme
book-whole-region = The whole { book-region }
book-activity = Activity
book-activity-and-sub = Activity and sub-activity
book-programme-activity-and-sub = Programme, activity and sub-activity
book-target-group = For
book-person-in-charge-of-activity = Person in charge
book-location = Where
book-carried-out-by = Carried out by, where
book-indicator-matrix = Indicators and targets
book-money-matrix = Money by source and year
book-output = Output
book-time = Time
book-indicator = Indicator
book-indicator-or-source = Indicator and source of funds
book-unit = Unit
book-baseline-source = baseline
book-risk = Risk
book-mitigation = Mitigation
book-section = Section
book-figure = Figure
book-table = Table
book-goal-prefix = G
book-priority-prefix = P
book-need-prefix = N
book-policy-prefix = D
book-supports-goal = goal
book-supports-priority = priority
book-supports-policy = policy direction
book-supports-need = need
book-no-quick-win = no quick win
book-a-selection = a selection
book-law = Law
book-about = About
book-by = by
book-title-unverified = (title not yet verified)
book-mission = Mission
book-goal = Goal
book-vision = Vision
book-priority-programme = Priority programme
book-supporting-programmes = Programmes
book-rpjmd-goal = Goal
book-pillar-and-dimension = Pillar and dimension
book-aspect = Aspect
book-current-level = Current
book-gap = Gap
book-evidence = Evidence
book-need = Need
book-phase = Phase
book-phase-direction = Direction
book-programmes-that-begin = Programmes that begin
book-programme-and-change = Programme and what it changes
book-date = Date
book-evaluation = Evaluation
book-score = Score
book-finding = Finding
book-follow-up = Follow-up
book-deadline = Deadline
book-findings-and-follow-up = Findings and follow-up
book-billion-rupiah = billion rupiah
book-no-programme-matches = no programme matches.
book-nothing-entered = Nothing has been entered yet.
book-institution = Institution
book-position = Position
book-council-role = Role
book-body = Body
book-element = Element
book-role = Role
book-district = { $government ->
        [kabupaten] District
        [provinsi] Regency or city
       *[kota] District
    }
book-programmes-in-district = Programmes in this { book-district-name }
book-proposal = Proposal
book-proposed-by = By
book-what-became-of-it = What became of it
book-about-removed = The following programmes and parts were in the earlier plan and are no longer in this one.
book-removed-stamp = Removed
book-note-mark = note
book-other-figure = The figure above is another one than before. What is other in it cannot be shown piece by piece; the bar in the margin marks the whole figure.
book-other-signer = by the predecessor; the new head has not signed
book-changes-by-pillar = Changes by pillar and agency
book-severity = Severity
book-change = Change
book-page = Page
book-unmarked = What carries no mark
book-always-unmarked = Running feet, the numbers of chapters, tables, figures and pages, and order and layout are those of the new plan, without marks.
book-not-printed-as-text = These changes are in the plan and not marked in this book, which does not print them as text:
book-in-all = In all
book-budget-change-by-pillar = Change of the budget by pillar
book-million-rupiah = million rupiah
book-rupiah = rupiah
book-year = Year
book-realised-value = Realised
book-result-percent = Result (%)
book-verdict = Verdict
book-not-judged = not judged
book-results = Realised values against targets
book-number-of-results = Results
book-results-by-verdict = Results by verdict
book-result-against-target = Result against the target
book-head-of-region = { $government ->
        [kabupaten] Regent
        [provinsi] Governor
       *[kota] Mayor
    }
book-head-of-agency = Head
book-example-sheet = This sheet is an example and no statement of any office holder.
book-approval-without-decree = The regulation that adopts the plan has not been named yet.
book-page-short = page
book-glance-empty = This plan has no programmes yet that are carried out.
book-promises-none = This plan has no programmes yet that it promises to residents.
book-promises-about = This part tells in plain words what changes for residents: from how it is to how it is meant to be, when, and who answers for it. It names those that residents feel first; every programme is in the chapter of its pillar.
book-decisions-commitments = Commitments not signed
book-decisions-commitments-about = The heads of these agencies have not signed the commitment.
book-decisions-approval = Programmes waiting for approval
book-decisions-money = Programmes without a budget
book-decisions-money-about = Settle their money and where it comes from, or postpone them.
book-decisions-proposals = Proposals not decided
book-decisions-proposals-about = Adopt, defer or decline them, and tell those who made them why.
book-decisions-findings = Open findings of evaluations
book-decisions-findings-about = See to it that the follow-up is done by its deadline.
book-decisions-overdue = overdue
book-decisions-evaluation = The next evaluation
book-decisions-needs = Needs that no programme meets
book-decisions-needs-about = No programme meets these institutional needs.
book-decisions-largest = The largest budgets
book-decisions-years = Budget by year
book-decisions-sources = Budget that is confirmed
book-decisions-sources-unconfirmed = The whole budget is indicative: no source of it is confirmed.

## Pages of a web site

book-web-skip = Skip to the text
book-web-ways = Ways through the plan
book-web-search = Search
book-web-results = Results
book-web-no-results = Nothing found.
book-web-entries = All entries
book-web-about-entries = Every entry of the plan with an address that stays when chapters get other numbers or another order.
book-web-chapters = Chapters
book-web-part-of = Part of
book-web-on-this-page = On this page
book-web-notes = Notes
book-web-back = Back to the text
book-web-turn = Previous and next page
book-web-previous = Previous
book-web-next = Next
book-web-figure-in-words = The figure in words

## With values

book-decree-number = { $decree } Number { $number }
book-decree-date = { $decree } of { $date }
book-emblem-of = Emblem of { $city }
book-government-of = Government of { $city }
book-revision-of = Revision { $revision }
book-fields = fields { $fields }
book-signed = signed { $date }
book-programmes-of = Programmes of { $owner }
book-dimensions-of = Dimensions of { $pillar }
book-policy-directions-of = Policy directions of { $pillar }
book-institutional-needs-of = Institutional needs of { $pillar }
book-total-of = Total { $pillar }
book-see = see { $volume }
book-reviewed-by = { $authors }; reviewed by { $reviewers }
book-example-mark = { $text } (example)
book-with-source = { $text } (source: { $source })
book-priority-number = priority programme { $number }:
book-and-others = and others: { $count }
book-map-whole = For the whole { book-region }: { $count } more
book-map-kilometres = { $number } km
book-map-metres = { $number } m
book-alt-budget-chart = Budget of each year by pillar in { $unit }. { $told }.
book-alt-source-chart = Budget by source, { $period }, in { $unit }: { $told }.
book-alt-source = { $source } gives { $amount } or { $share } of the whole
book-alt-coverage = Heat map of the number of programmes of each agency by pillar. { $told }.
book-alt-map = Map with the number of programmes for each { book-district-name }. { $told }.
book-alt-dependencies = Programmes that wait for others: { $told }.
book-alt-indicator-paths = Paths of indicators from baseline to last target: { $told }.
book-alt-readiness-chart = Readiness now and to be reached, from 0 to 5: { $told }.
book-alt-road-map = When the programmes of each pillar run, { $period }. { $told }.
book-alt-column = { $total } in { $column }, made up of { $parts }
book-alt-part = { $name } with { $amount }
book-alt-row = { $name }: { $cells }, { $total } in all
book-alt-path = { $name }: from { $first } ({ $from }) to { $last } { $unit } ({ $to })
book-alt-path-target = { $name }: to { $last } { $unit } ({ $to })
book-alt-path-reached = { $path }, { $reached } reached ({ $year })
book-alt-readiness-level = { $aspect } now { $current }, to be reached { $target }
book-alt-waits = { $program } waits for { $first }
book-approval = This plan, { $title }, has been drawn up to guide the { book-smart-region } of { $city } { $period }.
book-approval-decree = The plan is adopted by the { $decree }.
book-waterfall-unit = { $unit }; the line of zero is the budget before, { $before }, which is now { $after }
book-cancelled-money = These totals still hold { $money } of cancelled programmes:
book-band-between = { $from } to less than { $above } percent
book-band-from = { $from } percent or more
book-band-below = less than { $above } percent
book-band-any = any
book-results-up = The result of an indicator that is meant to rise is the realised value divided by the target.
book-results-down-mirror = That of an indicator that is meant to fall is twice the target less the realised value, divided by the target.
book-results-down-inverse = That of an indicator that is meant to fall is the target divided by the realised value.
book-results-keep = That of an indicator that is meant to stay falls with its distance from the target.
book-results-judged = { $rounding }; what is printed is what is judged.
book-results-judged-capped = { $rounding } and told as at most { $cap } percent; what is printed is what is judged.
book-legend = This book marks what changed between the two.
book-legend-added = What is new is underlined
book-legend-removed = what was removed is struck out
book-legend-bars = bars in the margin show where.
book-legend-annex = Programmes and parts that were removed as a whole stand in the last annex.
book-unmarked-templates = The layout of the book: files in `templates`
book-unmarked-colors = Colours of pillars
book-unmarked-emblem = The emblem on the cover
book-unmarked-page = Pages on their side, and marks of drafts in the margin
book-glance-budget = budget of all years
book-glance-programmes = { $count ->
        [one] programme
       *[other] programmes
    }
book-number-of-programmes = { $number } { $count ->
        [one] programme
       *[other] programmes
    }
book-glance-agencies = { $count ->
        [one] leading agency
       *[other] leading agencies
    }
book-glance-quick-wins = { $count ->
        [one] quick win
       *[other] quick wins
    }
book-more-paragraphs = { $count ->
        [one] and { $count } other paragraph
       *[other] and { $count } other paragraphs
    }
book-results-rounding = { $decimals ->
        [0] It is rounded to whole percent
        [1] It is rounded to one decimal place
       *[other] It is rounded to { $decimals } decimal places
    }
book-commitment-of-heads = { $heads ->
        [1] I, the head of the agency of { $city }, am committed to carrying out the programmes for which I answer in the plan { $title }.
       *[other] We, the heads of the agencies of { $city }, are committed to carrying out the programmes for which we answer in the plan { $title }.
    }
book-promise-of-heads = { $heads ->
        [1] I provide correct data, budget what has been planned, and report the results openly at every evaluation.
       *[other] We provide correct data, budget what has been planned, and report the results openly at every evaluation.
    }
book-needed = The budget of { $programs ->
        [one] 1 programme
       *[other] { $programs } programmes
    } in { $pillars ->
        [one] 1 pillar
       *[other] { $pillars } pillars
    } comes to { $money } during { $period }. The tables add up the same budget lines, so that the totals by pillar, agency, year and source agree. Figures in tables are in rupiah.

## Values that narrative refers to

book-value-number = { $number }
book-value-money = { $money }
book-value-million = Rp{ $number }{ "\u00A0" }million
book-value-billion = Rp{ $number }{ "\u00A0" }billion
book-value-trillion = Rp{ $number }{ "\u00A0" }trillion
book-value-quantity = { $number }{ "\u00A0" }{ $unit }
book-value-measured = { $number }{ $unit }
book-value-date = { $date }
book-title-at-a-glance = { $city } { $year } at a Glance
book-glance-lead = { $period }: { $programs ->
        [one] { $programs } programme
       *[other] { $programs } programmes
    } of { $opds ->
        [one] { $opds } agency
       *[other] { $opds } agencies
    } in { $pillars ->
        [one] { $pillars } pillar
       *[other] { $pillars } pillars
    }.
book-glance-everywhere = { $count ->
        [one] { $count } programme reaches
       *[other] { $count } programmes reach
    } the whole { book-region }; besides, there are those for some alone:
book-alt-glance-money = Budget of all years, { $total }, by pillar: { $told }.
book-alt-glance-districts = Number of programmes for one { book-district-name } or some alone: { $told }.
book-alt-glance-phases = Phases on a time line: { $told }.
book-numbers-in-volume = The programmes are described in { $volume }.
book-promises-more = { $count ->
        [one] Besides these there is { $count } other programme
       *[other] Besides these there are { $count } other programmes
    }
book-decisions-about = By the plan as of { $date }, this waits for a decision or a signature. Below it stands the money on which the decisions bear.
book-decisions-none = By the plan as of { $date }, nothing waits for a decision or a signature.
book-decisions-approval-about = Approve, change or cancel these programmes; their budget comes to { $money }.
book-decisions-evaluation-about = { $late ->
        [0] Have the data of what was reached ready by this day.
        [one] The day of one evaluation is past: hold it, or set another day.
       *[other] The days of { $late } evaluations are past: hold them, or set other days.
    }
book-decisions-largest-about = { $count ->
        [one] The programme with the largest budget takes { $money } of { $all }.
       *[other] The { $count } programmes with the largest budgets take { $money } of { $all }.
    }
book-decisions-years-about = The plan needs { $money }, the largest part in { $year }.
book-decisions-sources-about = Of { $all }, { $money } is confirmed; the rest is indicative.
book-decisions-confirmed = { $money } of it confirmed
