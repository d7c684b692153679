# The browser page of `ambonplan preview`. The page itself fills in `{ $count }`.

preview-skip = Skip to the pages of the book
preview-close = Close
preview-navigation = Navigation
preview-panels = Panels
preview-settings = Settings

preview-pages = Pages of the book
preview-page = Page { $count }
preview-of = of { $count }
preview-go-to-page = Go to page
preview-no-such-page = There is no page { $count }
preview-no-such-place = There is no { $count } in what is shown
preview-empty = There are no pages to show.
preview-waiting = The pages are being typeset…

preview-outline = Contents
preview-expand = Expand
preview-collapse = Collapse

preview-zoom = Zoom
preview-zoom-in = Zoom in
preview-zoom-out = Zoom out
preview-zoom-reset = Actual size
preview-fit-width = Fit width
preview-fit-page = Fit page

preview-search = Search
preview-search-field = Search the book
preview-search-next = Next result
preview-search-previous = Previous result
preview-search-none = Nothing found
preview-search-count = Found: { $count }
preview-search-limit = Only the first { $count } results are listed.
preview-search-failed = The search failed; try again

preview-findings = Findings
preview-no-findings = No findings
preview-error = Error
preview-warning = Warning
preview-note = Note
preview-errors = Errors: { $count }
preview-warnings = Warnings: { $count }
preview-notes = Notes: { $count }
preview-hint = Hint
preview-group = Group by
preview-group-severity = Severity
preview-group-file = File
preview-no-file = No file
preview-elsewhere = Elsewhere in the plan: { $count }
preview-see-findings = See findings

preview-source = Source
preview-source-lines = Lines of the file
preview-source-gone = The file cannot be read.
preview-no-source = This place does not come from a file of the plan
preview-open = Open in the editor
preview-opened = Opened in the editor
preview-not-opened = The editor cannot be opened
preview-copy = Copy the place
preview-copied = The place is copied
preview-copy-by-hand = The place is selected; press Ctrl+C to copy it
preview-link-page = Go to page { $count }
preview-link-url = Open web address

preview-follow = Follow changes
preview-dark = Dark surroundings
preview-dim = Dim the paper

preview-working = A change is being typeset
preview-updated = Updated
preview-updated-page = Updated: page { $count }
preview-stale = These pages are out of date.
preview-stale-why = The plan as it is now cannot be typeset; these are the last pages that could be.
preview-broken = The plan cannot be typeset yet.
preview-disconnected = Not connected; trying again…
preview-connected = Connected again

preview-keys = Keyboard shortcuts
preview-keys-hits = Next and previous result
preview-keys-findings = Next and previous finding
preview-keys-source = Source of what is in view
preview-keys-zoom = Zoom in and out
preview-keys-scroll = Scroll the pages
preview-keys-click = Click a page to see in which file it is written.
