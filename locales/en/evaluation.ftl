evaluation-overdue = an evaluation was due by { $due }
    .policy = { $months ->
        [one] the plan is to be evaluated every month
       *[other] the plan is to be evaluated every { $months } months
    }
    .hint = hold it, and enter its result in `evaluations/`
    .what = Finds plans whose last evaluation is longer ago than `evaluation-months` in the policy allows; the default is 24. Before the first evaluation it counts from the beginning of the period, or from the date of the decree that adopts the plan if that is later. Nothing is asked for after the period.
    .why = The region has bound itself to evaluate the plan at least every two years.
    .fix = Evaluate, and enter the result.
follow-up-overdue = the finding `{ $id }` was to be settled by { $deadline }
    .deadline = the deadline
    .hint = settle it and write `status = "closed"`, or agree on a new deadline
    .what = Finds open findings of evaluations whose deadline has passed.
    .why = An evaluation that nothing follows from was in vain.
    .fix = Settle the finding, or agree on a new deadline.
gone-program = the programme `{ $id }` is not in the plan any more
    .hint = say in the text what became of it, and leave the key out
    .what = Finds realised values and findings of evaluations about programmes that are not in the plan.
    .why = What was found would be lost with the programme.
    .fix = Name the programme that took its place, or say in the text what became of it.
next-evaluation-not-scheduled = the next evaluation, due by { $due }, has no date
    .late = the next evaluation is planned for { $date }, but due by { $due }
    .from = it is counted from here
    .hint = add `evaluations/{ $date }.toml`, or one before it, with `status = "planned"`
    .what = Finds plans without an evaluation up to the day on which the next one is due, counted as for `evaluation-overdue`.
    .why = What has no date does not take place.
    .fix = Schedule the evaluation.
planned-evaluation-passed = the evaluation of { $date } is still planned
    .hint = enter its result and write `status = "done"`, or rename the file to the new date
    .what = Finds planned evaluations whose day has passed.
    .why = Either the result is missing or the evaluation was put off without a new date.
    .fix = Enter the result or the new date.
unknown-indicator = `{ $program }` has no indicator “{ $name }”
    .program = the programme
    .what = Finds realised values of indicators that the programme does not have.
    .why = The value would not appear beside its target.
    .fix = Write the name of the indicator as in the programme.
finding-on-cancelled-program = the finding `{ $id }` is open, but `{ $program }` was cancelled
    .status = here
    .hint = close the finding and say why, or move it to another programme
    .what = Finds open findings about programmes that were cancelled.
    .why = Nobody will follow up on it any more.
    .fix = Close the finding or move it.
future-evaluation = the evaluation of { $date } is done, but the plan is judged as of { $as_of }
    .hint = write `status = "planned"`, or rename the file to the day on which it was held
    .what = Finds evaluations that are done on a day to come.
    .why = Its result would be in print before there is one.
    .fix = Mend the status or the date.
done-without-result = “{ $title }” is done, and no value of its indicators was entered
    .evaluation = the evaluation of { $date } was held after the programme ended
    .hint = enter a `[[realised]]` of its indicators in the evaluation
    .what = Finds programmes with indicators that are done and have no realised value, once an evaluation was held after their end.
    .why = Nobody can tell whether what was promised was reached.
    .fix = Enter the values that were reached.
unsettled-scale = the lowest band, “{ $name }”, begins at { $from } percent, and results begin at 0
    .hint = write `from = 0` in the lowest band, or add a band for what lies below
    .same-from = another band begins at { $from } percent too
    .same-from-hint = let each band begin at a percentage of its own
    .same-name = another band is called “{ $name }” too
    .same-name-hint = give each band a name of its own
    .low-cap = no result is told above { $cap } percent, not even where the target was kept
    .low-cap-hint = write a `cap` of 100 or more, or leave it out
    .above-cap = no result gets into the band “{ $name }”: none is told above { $cap } percent
    .above-cap-hint = let the band begin lower, or raise `cap`
    .decimals = percentages have at most { $most } decimal places
    .decimals-hint = write a number from 0 to { $most }
    .what = Finds scales of achievement (`[policy.achievement]`) that do not give every result exactly one verdict: bands that begin at the same percentage or have the same name, no band from 0 on, bands above the cap.
    .why = A verdict that the scale printed beside it does not bear out is worth nothing.
    .fix = Let the bands begin at different percentages, the lowest at 0.
