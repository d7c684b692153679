pillar-without-program = no programme carries out the pillar “{ $name }”
    .hint = add one with `ambonplan new program ID --opd OPD --pillar { $id }`
    .what = Finds pillars that are the main pillar of no programme. Cancelled programmes do not count.
    .why = A pillar without programmes is a promise without anybody to keep it.
    .fix = Add a programme, or leave the pillar out of the plan.
uncovered-dimension = no programme works on the dimension “{ $name }” of { $pillar }
    .hint = add a programme with `dimension = "{ $id }"`, or accept the gap with an exception and its reason
    .what = Finds dimensions that no programme works on, of pillars that have programmes.
    .why = The plan would be found incomplete when it is assessed dimension by dimension.
    .fix = Add a programme, or accept the gap with an exception.
opd-without-program = “{ $name }” has no part in any programme
    .hint = add a programme in `opd/{ $id }/programs/`, or name the OPD as a partner
    .what = Finds OPD that neither lead a programme nor are a partner in one. Cancelled programmes do not count.
    .why = Its head signs a plan in which it does nothing.
    .fix = Add a programme, or name the OPD as a partner.
goal-without-program = no programme serves the goal `{ $id }` of the RPJMD
    .hint = write `supports = ["goal:{ $id }"]` in the programmes that serve it
    .what = Finds goals of the RPJMD that no programme supports.
    .why = The plan is part of the region's development plan and is measured by its goals.
    .fix = Name the goal in the programmes that serve it.
program-without-goal = “{ $title }” serves no goal of the RPJMD
    .hint = add `supports = ["goal:…"]` or `["priority:…"]`
    .what = Finds programmes that support neither a goal nor a priority programme of the RPJMD.
    .why = A programme that is not aligned with the RPJMD will not be budgeted.
    .fix = Name the goals that the programme serves.
pillar-without-quick-win = the pillar “{ $name }” has no quick win
    .hint = mark a programme that the public feels within the first year with `quick-win = true`
    .what = Finds pillars among whose programmes there is no quick win.
    .why = The public should feel every pillar early; later it may no longer believe in it.
    .fix = Mark or add a programme that delivers within a year.
pillar-without-narrative = the pillar “{ $name }” has no text
    .hint = write one in `pillars/{ $id }/`, for example `strategi.md`
    .what = Finds pillars whose folder holds no Markdown.
    .why = The chapter would be tables only: it would not say why these programmes were chosen.
    .fix = Write a text beside `pillar.toml`.
pillar-without-person-in-charge = nobody answers for the pillar “{ $name }”
    .hint = add `person-in-charge = "…"` with the id of an OPD
    .what = Finds pillars without an OPD in charge.
    .why = What everybody carries out nobody answers for.
    .fix = Name the OPD that answers for the pillar.
district-without-program = { $government ->
        [provinsi] no programme names { $name }
       *[other] no programme names the district { $name }
    }
    .hint = write `districts = ["{ $id }"]` in a programme that works there, or accept the gap with an exception
    .what = Finds districts that no programme names. Programmes for the whole region name none.
    .why = People there will look for themselves in the book.
    .fix = Name the districts in which a programme works.
empty-phase = nothing happens in the phase “{ $name }”
    .hint = mend the years of the phase, or the dates of the programmes
    .what = Finds phases of the road map in whose years no programme runs.
    .why = The road map would have an empty column.
    .fix = Mend the years of the phase, or plan a programme.
open-proposal = nobody has decided on the proposal “{ $title }”
    .hint = write `status = "adopted"`, `"deferred"` or `"declined"`, with a reason
    .what = Finds proposals that are open.
    .why = Those who came to the workshops want to know what became of what they said.
    .fix = Decide, and say why.
adopted-without-program = the proposal “{ $title }” was adopted, and no programme takes it up
    .hint = write `answers = ["{ $id }"]` in the programme that takes it up
    .cancelled = this programme takes it up, but was cancelled
    .what = Finds adopted proposals that no programme answers, or none but cancelled ones.
    .why = The book would say that a proposal was taken up and could not say where.
    .fix = Name the proposal in the programme, or defer it with a reason.
answer-to-unadopted = the programme takes up `{ $id }`, whose status is “{ $status }”
    .status = here
    .hint = adopt the proposal, or remove it from `answers`
    .what = Finds programmes that answer proposals which were not adopted.
    .why = The two entries contradict each other in print.
    .fix = Mend whichever of the two is wrong.
policy-without-program = no programme carries out the policy direction `{ $id }`
    .hint = write `supports = ["policy:{ $id }"]` in the programmes that carry it out
    .what = Finds policy directions that no programme supports, of pillars that have programmes.
    .why = A direction that nothing follows is an ornament.
    .fix = Name the direction in a programme, or remove it.
need-without-program = no programme meets the institutional need `{ $id }`
    .hint = write `supports = ["need:{ $id }"]` in the programme that meets it
    .what = Finds institutional needs that no programme supports.
    .why = The workshops named the need so that something is done about it.
    .fix = Name the need in a programme.
unprinted-entries = no volume prints { $name }
    .hint = add the part `{ $part }` to a volume of plan.toml, or show the entries in a chapter
    .laws = the laws
    .missions = the missions of the RPJMD
    .goals = the goals of the RPJMD
    .priorities = the priority programmes of the RPJMD
    .needs = the institutional needs
    .readiness = the readiness of the region
    .council = the members of the council
    .stakeholders = the stakeholders
    .districts = the districts
    .proposals = the proposals
    .evaluations = the evaluations
    .abbreviations = the abbreviations
    .opd = the agencies
    .pillar = the pillar “{ $name }”
    .phases = descriptions of phases
    .what = Finds kinds of entries, pillars and agencies that stand in no volume of plan.toml. A draft is spared.
    .why = What was entered and is not printed is neither read nor approved by anybody.
    .fix = Add the part to a volume, or a block that shows the entries to a chapter of one.
unprinted-text = `{ $key }` is not printed here
    .title-hint = delete it, or begin the text with a heading; the book prints the name of the entry
    .caption-hint = delete it; place and date have no caption
    .by-hint = delete it, or write it in a block with `show = "dateline"`
    .emblem-hint = name the picture with `emblem = "assets/…"`, or delete the description
    .what = Finds texts that are read and stand nowhere in a book: the title of a text of a pillar, OPD or programme, `caption` of a dateline, `by` of another block, and `emblem-alt` without an emblem.
    .why = Whoever wrote it believes that it is in the book.
    .fix = Delete the key, or write the text where it is printed.
