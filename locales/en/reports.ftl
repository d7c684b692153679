# Reports to hosts of repositories.

github-hidden = not shown beside the files: { $hidden }. GitHub shows ten errors and ten warnings of a step there; the log of the step has all
github-more = and { $count } more; the log of the step has all
