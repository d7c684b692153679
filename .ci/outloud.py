"""Compares the rules by which outloud finds something with a list of those that are known."""

import json
import sys

report, listed = sys.argv[1:]
known = {
    line.split()[0]
    for line in open(listed, encoding="utf-8")
    if line.strip() and not line.startswith("#")
}
found = {}
for result in json.load(open(report, encoding="utf-8"))["results"]:
    if result["error"]:
        sys.exit(f"{result['path']}: {result['error']}")
    for finding in result["findings"]:
        place = f"{result['path']} p. {finding.get('page')}: {finding['message']}"
        found.setdefault(finding["rule"], place)
for rule in sorted(known - found.keys()):
    print(f"{listed}: {rule} finds nothing any more", file=sys.stderr)
new = [f"{rule}: {found[rule]}" for rule in sorted(found.keys() - known)]
if new:
    sys.exit("\n".join([f"{listed} does not have these:", *new]))
