"""What tools/exchange.sh does with each exported file. See there."""

import collections
import glob
import json
import os
import re
import shutil
import subprocess
import sys

from translate.storage import factory, tbx, tmx, xliff

work = sys.argv[1]
archive = os.path.join(work, "archive")
rapporteur = os.environ["RAPPORTEUR"]
counts = collections.OrderedDict()  # by what was tried: good, all


def run(*args, **more):
    return subprocess.run(args, capture_output=True, text=True, **more)


def count(what, good, why=""):
    row = counts.setdefault(what, [0, 0])
    row[1] += 1
    if good:
        row[0] += 1
    else:
        print(f"FAILED: {what}: {why}", file=sys.stderr)


def pages():
    """The archive's texts, byte for byte."""
    found = {}
    for name in sorted(glob.glob(archive + "/content/reports/*/index.*.md")):
        with open(name, "rb") as f:
            found[name] = f.read()
    return found


def merged(what, file, changes):
    """Merges a file, counts the blocks that changed, and puts all back."""
    before = pages()
    got = run(rapporteur, "merge", file, "--archive", archive)
    after = pages()
    changed = 0
    for name in after:
        old, new = before.get(name, b"").split(b"\n\n"), after[name].split(b"\n\n")
        changed += sum(1 for x, y in zip(old, new) if x != y) + abs(len(old) - len(new))
        if name not in before:
            os.remove(name)
        elif after[name] != before[name]:
            with open(name, "wb") as f:
                f.write(before[name])
    conflicts = file + ".conflicts.po"
    if os.path.exists(conflicts):
        os.remove(conflicts)
    count(what, got.returncode == 0 and changed == changes, f"{file}: {changed} changed, not {changes}\n{got.stdout}{got.stderr}")


def edit(file, out):
    """Edits the longest text that is translated, through translate-toolkit."""
    store = factory.getobject(file)
    units = [u for u in store.units if u.istranslated() and not u.isheader() and not re.search(r"[\[\]*|\n]", str(u.target)) and len(str(u.target)) > 20]
    units = [u for u in units if not isinstance(u, xliff.xliffunit) or len(u.get_target_dom()) == 0]  # without codes
    if not units:
        return False
    unit = max(units, key=lambda u: len(str(u.target)))
    words = str(unit.target).split(" ")
    at = len(words) // 2
    words[at] += "x"
    unit.target = " ".join(words)
    store.savefile(out)
    return True


def po(file, markdown):
    got = run("msgfmt", "-c", "-o", "/dev/null", file)
    count("po: msgfmt -c", got.returncode == 0, got.stderr)
    got = run("pofilter", "--nofuzzy", file)
    count("po: pofilter reads it", got.returncode == 0 and "Error" not in got.stderr, got.stderr)
    got = run("pocount", "--csv", file)
    count("po: pocount reads it", got.returncode == 0 and len(got.stdout.splitlines()) > 1, got.stderr)
    got = run("po2tmx", "-l", "x-any", file, file + ".tmx")
    count("po: po2tmx reads it", got.returncode == 0 and os.path.exists(file + ".tmx"), got.stderr)
    merged("po: merged as it is, nothing changes", file, 0)
    for name, tool in {
        "msgcat, wrapped at 40": ["msgcat", "--width=40", "-o"],
        "msgcat, not wrapped": ["msgcat", "--no-wrap", "-o"],
        "msgcat, sorted": ["msgcat", "--sort-output", "-o"],
        "msgattrib": ["msgattrib", "-o"],
    }.items():
        got = run(*tool, file + ".again.po", file)
        merged(f"po: through {name}, nothing changes", file + ".again.po", 0)
    run("msgen", "-o", file + ".pot", file)
    run("msgfilter", "-i", file, "-o", file + ".pot", "--keep-header", "true")
    got = run("msgmerge", "--no-fuzzy-matching", "-o", file + ".again.po", file, file + ".pot")
    count("po: msgmerge", got.returncode == 0, got.stderr)
    merged("po: through msgmerge, nothing changes", file + ".again.po", 0)
    got = run("po2xliff", file, file + ".xlf")
    got = run("xliff2po", file + ".xlf", file + ".back.po")
    count("po: po2xliff, xliff2po", got.returncode == 0 and os.path.exists(file + ".back.po"), got.stderr)
    merged("po: to XLIFF and back, nothing changes", file + ".back.po", 0)
    if edit(file, file + ".edited.po"):
        merged("po: one text edited, one unit changes", file + ".edited.po", 1)
        run("po2xliff", file + ".edited.po", file + ".xlf")
        run("xliff2po", file + ".xlf", file + ".back.po")
        run("msgcat", "--width=50", "-o", file + ".again.po", file + ".back.po")
        merged("po: the same, to XLIFF and back, wrapped anew", file + ".again.po", 1)
    got = run("po4a-translate", "-f", "text", "-o", "markdown", "-M", "UTF-8", "-L", "UTF-8", "-k", "0", "-m", markdown, "-p", file, "-l", file + ".md")
    count("po: po4a-translate reads it", got.returncode == 0, got.stderr)


def xml(what, file, *how):
    got = run("xmllint", "--nonet", "--noout", *how, file)
    count(what, got.returncode == 0, got.stderr[:600])


def units(what, file, kind):
    """Reads a file with translate-toolkit and writes it again; gives how many
    of its units are translated."""
    store = kind.parsefile(file)
    real = [u for u in store.units if not u.isheader()]
    out = re.sub(r"(\.\w+)$", r".again\1", file)
    store.savefile(out)
    merged(f"{what}: read and written by translate-toolkit, nothing changes", out, 0)
    return sum(1 for u in real if u.istranslated())


def known(option, name):
    return [option, os.environ[name]] if os.environ.get(name) else []


status = json.loads(run(rapporteur, "status", "--json", "--archive", archive).stdout)
references = {r["report"]: r["lang"] for r in status["reports"] if r["reference"]}
files = 0
for row in status["reports"]:
    if row["reference"]:
        continue
    report, lang = row["report"], row["lang"]
    markdown = f"{archive}/content/reports/{report}/index.{references[report]}.md"
    base = f"{work}/{report}.{lang}"
    names = {"po": ".po", "xliff1": ".1.xlf", "xliff": ".2.xlf", "tmx": ".tmx"}
    for form, end in names.items():
        got = run(rapporteur, "export", report, "--lang", lang, "--format", form, "--out", base + end, "--archive", archive)
        if got.returncode != 0:
            count("export", False, got.stderr)
    files += 1
    po(base + ".po", markdown)
    xml("xliff 1.2: xmllint", base + ".1.xlf", *known("--schema", "XLIFF_SCHEMA"))
    translated = units("xliff 1.2", base + ".1.xlf", xliff.xlifffile)
    merged("xliff 1.2: merged as it is, nothing changes", base + ".1.xlf", 0)
    got = run("xliff2po", base + ".1.xlf", base + ".from-xliff.po")
    count("xliff 1.2: xliff2po reads it", got.returncode == 0 and run("msgfmt", "-c", "-o", "/dev/null", base + ".from-xliff.po").returncode in (0, 1), got.stderr)
    got = run("pofilter", base + ".1.xlf")
    count("xliff 1.2: pofilter reads it", got.returncode == 0 and "Error" not in got.stderr, got.stderr)
    if edit(base + ".1.xlf", base + ".edited.1.xlf"):
        merged("xliff 1.2: one text edited, one unit changes", base + ".edited.1.xlf", 1)
    xml("xliff 2.1: xmllint", base + ".2.xlf", *known("--schema", "XLIFF2_SCHEMA"))
    merged("xliff 2.1: merged as it is, nothing changes", base + ".2.xlf", 0)
    xml("tmx: xmllint", base + ".tmx", *known("--dtdvalid", "TMX_DTD"))
    if row["exists"]:
        found = units("tmx", base + ".tmx", tmx.tmxfile)
        count("tmx: has what is translated", found >= translated, f"{found} of {translated}")
        merged("tmx: merged as it is, nothing changes", base + ".tmx", 0)
out = f"{work}/terms.tbx"
if os.path.isdir(archive + "/content/glossary"):
    got = run(rapporteur, "glossary", "--format", "tbx", "--out", out, "--archive", archive)
    count("tbx: export", got.returncode == 0, got.stderr)
    xml("tbx: xmllint", out)
    terms = len(tbx.tbxfile.parsefile(out).units)
    count("tbx: has all concepts", terms > 0 and terms == open(out).read().count("<termEntry "), f"{terms}")
print(f"{files} translations of {len(references)} reports")
for what, (good, all) in counts.items():
    print(f"{good:5} of {all:5}  {what}")
sys.exit(any(good < all for good, all in counts.values()))
