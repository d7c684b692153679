end-before-start = it ends on { $end }, before it starts on { $start }
    .period = the period of the plan ends before it starts
    .phase = the phase “{ $name }” ends before it starts
    .start = the start
    .hint = exchange the two, or mend the year
    .what = Finds ends that lie before their starts: of the period, of phases, programmes and activities.
    .why = Nothing can be planned, drawn or budgeted in a time that runs backwards.
    .fix = Mend the date that is wrong.
year-outside-period = { $year } lies outside the plan's period { $start }–{ $end }
    .period = the period
    .hint = mend the year, or extend the period in `plan.toml`
    .what = Finds years of phases, ceilings, programmes, activities, budget lines, targets and realised values outside the period of the plan.
    .why = The tables of the book have a column for each year of the period; the value would be lost.
    .fix = Mend the year, or extend the period.
quick-win-too-long = { $months ->
        [one] a quick win takes at most 1 month here
       *[other] a quick win takes at most { $months } months here
    }
    .start = it starts here
    .mark = it is marked as a quick win here
    .hint = shorten it, or take the mark off; `quick-win-months` in `plan.toml` sets the limit
    .what = Finds quick wins that take longer than `quick-win-months` in the policy of the plan allows; the default is 12.
    .why = A quick win is what the public feels within the first year.
    .fix = Shorten the programme, split a first part off, or take the mark off.
target-outside-program = the programme does not run in { $year }
    .hint = mend the year, or the dates of the programme; an outcome that is measured later deserves an exception
    .what = Finds targets for years in which the programme does not run.
    .why = Either the target or the dates are wrong.
    .fix = Mend the year or the dates.
budget-outside-program = the programme does not run in { $year }
    .hint = mend the year, or the dates of the programme
    .what = Finds budget lines for years in which the programme does not run.
    .why = Money for a programme that is not running will not be approved.
    .fix = Mend the year of the line, or the dates of the programme.
running-past-end = the programme is running, but ended on { $end }; the plan is judged as of { $as_of }
    .hint = write `status = "done"`, or move the end
    .what = Finds running programmes whose last day has passed.
    .why = The book would say that something is under way which is over or late.
    .fix = Update the status, or the end.
not-started = the programme should have started on { $start }; the plan is judged as of { $as_of }
    .hint = write `status = "running"`, move the start, or postpone it
    .what = Finds programmes that are proposed or approved although their first day has passed.
    .why = Either the status is stale or the programme is late.
    .fix = Update the status, or the start.
activity-outside-program = the activity “{ $title }” lies outside the dates of the programme: { $date }
    .hint = mend the date of the activity or that of the programme
    .what = Finds activities that begin or end outside the dates of their programme.
    .why = The bar of the programme in the road map would be too short.
    .fix = Mend one of the two dates.
done-too-early = the programme is done, but ends on { $end } only; the plan is judged as of { $as_of }
    .hint = move the end to the day on which it was done, or write `status = "running"`
    .what = Finds programmes that are done before their last day.
    .why = Either the status or the end is wrong, and with it the road map.
    .fix = Mend the status or the end.
phase-gap = no phase covers { $years }
    .overlap = two phases cover { $year }
    .first = the first one ends here
    .hint = let each phase begin in the year after the one before it
    .what = Finds years of the period that belong to no phase of the road map or to two.
    .why = Programmes of such a year would be missing from the road map or stand in it twice.
    .fix = Mend the years of the phases.
late-quick-win = { $count ->
        [one] this quick win begins on { $start } only; here quick wins begin in the first year of the period
       *[other] this quick win begins on { $start } only; here quick wins begin in the first { $count } years of the period
    }
    .period = the period
    .mark = it is marked as a quick win here
    .hint = let it begin earlier, take the mark off, or set `quick-win-years` in `plan.toml`
    .what = Finds quick wins that begin after the first `quick-win-years` of the period; the default is 1, the first year.
    .why = A quick win gives proof while the plan is new.
    .fix = Let it begin earlier, take the mark off, or widen the policy.
