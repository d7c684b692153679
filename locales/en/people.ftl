unsigned-commitment = the head of { $opd } has not signed the commitment
    .hint = once it is signed, write `status = "signed"` and the date in `[commitment]`
    .what = Finds OPD without a signed commitment.
    .why = The plan is carried by the OPD; a page of signatures with a gap shows who does not stand behind it.
    .fix = Have it signed, and enter the date.
stale-signature = the commitment of { $opd } was signed on { $date }, before its present head took office
    .since = in office since { $date }
    .hint = have the present head sign, and enter the new date
    .what = Finds commitments that are older than the appointment of the present head.
    .why = A successor is not bound by a signature that is not his or hers.
    .fix = Have the present head sign.
malformed-nip = `{ $nip }` is no civil servant number
    .hint = write 18 digits: birth (8), appointment (6), sex (1), sequence (3)
    .what = Finds civil servant numbers that do not have 18 digits or hold days that do not exist.
    .why = The number identifies who signed.
    .fix = Copy the number from the decree of appointment.
council-without-decree = “{ $name }” has no decree
    .hint = add `decree` with its title, number and date to `[council]`
    .what = Finds a council without the decree that appoints it.
    .why = Without a decree the council cannot decide anything; evaluators ask for it first.
    .fix = Enter the decree.
missing-council-element = { $count ->
        [one] this element does not sit on the council: { $elements }
       *[other] these elements do not sit on the council: { $elements }
    }
    .hint = add a `[[member]]` of each; `council-elements` in the policy of `plan.toml` sets which are needed
    .what = Compares the elements of the council members with those that the policy of the plan asks for: by default OPD, state and city enterprises, academics, private sector, civil society.
    .why = The council is there so that not only the government speaks.
    .fix = Add members, or change the policy.
undated-signature = nobody knows when the head of { $opd } signed
    .hint = add `date` to `[commitment]`
    .what = Finds signed commitments without a date. The book prints them as not yet signed.
    .why = Without a date nobody can tell whether the present head signed.
    .fix = Enter the date.
shared-head = the head of { $opd } is the head of another OPD too
    .hint = mend the number, or write `Plt.` before the position of the acting head
    .what = Finds heads of two OPD with the same civil servant number. Acting heads (Plt., Plh., Pj.) may have another office.
    .why = Usually a number was copied with the file.
    .fix = Mend the number or the position.
missing-council = the plan has no council
    .hint = add `[council]` and its members to the registry
    .what = Finds plans without a council, when they are released.
    .why = The council guides and evaluates the plan; the book has a chapter about it.
    .fix = Enter the council.
unlinked-member = “{ $name }” stands elsewhere in the plan, and this member of the council does not refer to it
    .entry = its entry
    .hint = add `{ $reference }`
    .what = Finds members of the council whose institution has the name of an OPD or a stakeholder and does not refer to it.
    .why = Without the reference, the body on the council and the partner of programmes look like two bodies.
    .fix = Add `opd` or `stakeholder` to the member.
nameless-signature = nobody knows who signed for { $opd }
    .head = the head has no `name`
    .hint = write the `name` of the head in `[head]`, or `status = "pending"` until somebody has signed
    .what = Finds signed commitments of OPD whose head has no name. The book prints them as not yet signed.
    .why = A signature is somebody's. To print that an office has signed, without a name, is to say what nobody answers for.
    .fix = Enter the name of the head who signed, or write that the commitment is pending.
