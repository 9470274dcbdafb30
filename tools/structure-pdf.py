"""How much of a document's structure comes back from a PDF of it?

Renders pages whose structure is known (Markdown) to PDF with whichever of
Chromium, WeasyPrint, LibreOffice and LaTeX are there, imports what comes of it
with the program given, and compares headings, items, rows, footnotes and
paragraphs with those of the page. A piece counts as found where one of its
kind has its letters but for one in twenty. Peers are run beside it:

    structure-pdf.py RAPPORTEUR WORK PAGE.md...

NAME=COMMAND in the environment variable PEERS, parted by newlines, names
programs that read {pdf} and write Markdown to {md}. Called by
tools/structure-pdf.sh; needs pandoc to read and render Markdown.
"""

import concurrent.futures
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

KINDS = ["heading", "item", "row", "note", "paragraph"]
LATIN = {"en", "fr", "es", "pt"}
FURNITURE = {"en": "Working papers of the harbour", "fr": "Documents de travail du port", "es": "Documentos de trabajo del puerto",
             "ar": "وثائق عمل الميناء", "zh": "港口工作文件"}

# --- what a page says -----------------------------------------------------


def tree(path, reader):
    out = subprocess.run(["pandoc", "-f", reader, "-t", "json", path], capture_output=True, check=True).stdout
    return json.loads(out)["blocks"]


def text(node, notes):
    """The text of a pandoc node; footnotes in it go to notes."""
    if isinstance(node, list):
        return "".join(text(n, notes) for n in node)
    if not isinstance(node, dict):
        return ""
    t, c = node.get("t"), node.get("c")
    if t == "Str":
        return c
    if t in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if t in ("Code", "Math", "CodeBlock"):
        return c[1]
    if t == "Note":
        notes.append(text(c, []))
        return ""
    if t == "RawInline" or t == "RawBlock":
        return re.sub(r"<[^>]*>", "", c[1])
    return text(c, notes) + (" " if t in ("Para", "Plain") else "")


NUMBERED = re.compile(r"^\s*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|[•–*-])\s+", re.I)


def pieces(blocks, depth=0, found=None):
    """The pieces of a page as (kind, level, text)."""
    found = [] if found is None else found
    notes = []
    for b in blocks:
        t, c = b["t"], b.get("c")
        if t == "Header":
            found.append(("heading", c[0], text(c[2], notes)))
        elif t in ("Para", "Plain", "CodeBlock"):
            s = text(b, notes)
            numbered = NUMBERED.match(s)
            found.append(("item" if numbered else "paragraph", depth + 1 if numbered else depth, s[numbered.end():] if numbered else s))
        elif t in ("BulletList", "OrderedList"):
            for item in c if t == "BulletList" else c[1]:
                if item and item[0]["t"] in ("Para", "Plain"):
                    found.append(("item", depth + 1, text(item[0], notes)))
                    item = item[1:]
                pieces(item, depth + 1, found)
        elif t == "BlockQuote":
            pieces(c, depth, found)
        elif t == "Div":
            pieces(c[1], depth, found)
        elif t == "Table":
            for row in c[3][1] + [r for body in c[4] for r in body[2] + body[3]]:
                cells = [text(cell[4], notes) for cell in row[1]]
                if "".join(cells).strip():
                    found.append(("row", 0, " | ".join(cells)))
    found += [("note", 0, n) for n in notes]
    return found


def letters(s):
    return "".join(ch for ch in unicodedata.normalize("NFKC", s).lower() if ch == "|" or unicodedata.category(ch)[0] in "LN")


def alike(a, b):
    if a == b:
        return True
    if abs(len(a) - len(b)) > 0.06 * max(len(a), len(b)):
        return False
    m = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return m.real_quick_ratio() >= 0.95 and m.quick_ratio() >= 0.95 and m.ratio() >= 0.95


def compare(truth, found):
    """For each kind: how many of it there are, how many were given, how many
    of those are right, and how many of these have the right level."""
    score = {}
    for kind in KINDS:
        want = [(level, letters(s)) for k, level, s in truth if k == kind and letters(s)]
        have = [(level, letters(s)) for k, level, s in found if k == kind and letters(s)]
        rest, missed, right, level = list(have), [], 0, 0
        for w in want:
            hit = next((h for h in rest if h[1] == w[1]), None) or next((h for h in rest if alike(h[1], w[1])), None)
            if hit is None:
                missed.append(w)
                continue
            rest.remove(hit)
            right += 1
            level += hit[0] == w[0]
        score[kind] = (len(want), len(have), right, level, missed, rest)
    return score


# --- its PDFs -------------------------------------------------------------

CSS = """
@page { size: A4; margin: 25mm 22mm; %(page)s }
body { font: 10.5pt/1.35 %(font)s; text-align: %(align)s; hyphens: %(hyphens)s; margin: 0 }
h1 { font-size: 18pt } h2 { font-size: 14pt } h3 { font-size: 12pt } h4 { font-size: 10.5pt }
table { border-collapse: collapse; width: 100%%; margin: 1em 0; text-align: start } td, th { padding: 3px 6px; %(border)s }
blockquote { font-style: italic } .footnote { float: footnote; font-size: 8pt }
::footnote-call { font-variant-position: normal; vertical-align: super; font-size: 70%% } %(more)s
"""
BORDER = "border: 0.5pt solid black"
HEAD = '@top-center { content: "%s"; font-size: 8pt } @bottom-right { content: counter(page); font-size: 8pt }'
UNTAGGED = "h1, h2, h3, h4 { bookmark-level: none }"


def html(page, body, lang, work, **css):
    style = {"page": HEAD % FURNITURE.get(lang, ""), "font": {"zh": "'Noto Serif CJK SC'", "ar": "'Noto Naskh Arabic'"}.get(lang, "'Liberation Serif'"),
             "align": "start", "hyphens": "manual", "border": BORDER, "more": ""} | css
    work.write_text(f'<!doctype html><html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}"><head><meta charset="utf-8">'
                    f"<title>{page.stem}</title><style>{CSS % style}</style></head><body>{body}</body></html>", encoding="utf-8")
    return work


def run(*command, **options):
    try:
        subprocess.run([str(c) for c in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180, **options)
        return True
    except (subprocess.SubprocessError, OSError):
        return False


def footnotes_inline(page, lang):
    """The page as HTML whose footnotes stand where they are referred to, as
    CSS for paged media has them; and as pandoc writes it."""
    doc = json.loads(subprocess.run(["pandoc", "-f", "markdown", "-t", "json", page], capture_output=True, check=True).stdout)

    def inline(node):
        if isinstance(node, list):
            return [inline(n) for n in node]
        if isinstance(node, dict):
            if node.get("t") == "Note":
                return {"t": "Span", "c": [["", ["footnote"], []], [x for b in node["c"] for x in inline(b["c"])]]}
            return {k: inline(v) for k, v in node.items()}
        return node

    doc["blocks"] = inline(doc["blocks"])
    return subprocess.run(["pandoc", "-f", "json", "-t", "html"], input=json.dumps(doc), capture_output=True, check=True, text=True).stdout


def render(page, lang, work):
    """Makes the PDFs of a page and gives them by the name of their maker."""
    made = {}
    noted = footnotes_inline(page, lang)
    ended = subprocess.run(["pandoc", "-f", "markdown", "-t", "html", page], capture_output=True, check=True, text=True).stdout
    columns = "body { columns: 2; column-gap: 8mm; font-size: 9.5pt } h1 { column-span: all }"
    if shutil.which("weasyprint") and lang != "ar":  # its Arabic cannot be copied out
        for name, css in {
            "weasyprint": {"more": UNTAGGED},
            "weasyprint-bookmarks": {"border": "border: none"},
            "weasyprint-columns": {"more": UNTAGGED + columns.replace("h1 {", "h0 {"), "align": "justify", "hyphens": "auto"},
        }.items():
            pdf = work / f"{page.stem}.{name}.pdf"
            body = ended if "columns" in name else noted  # its columns take no footnotes
            if run("weasyprint", html(page, body, lang, pdf.with_suffix(".html"), **css), pdf):
                made[name] = pdf
    if shutil.which("chromium"):
        for name, css, flags in [
            ("chromium-tagged", {}, []),
            ("chromium", {"border": "border: none"}, ["--disable-pdf-tagging"]),
            ("chromium-columns", {"more": columns, "align": "justify", "hyphens": "auto"}, ["--disable-pdf-tagging"]),
        ]:
            pdf = work / f"{page.stem}.{name}.pdf"
            source = html(page, ended, lang, pdf.with_suffix(".html"), **css)
            if run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", *flags, f"--print-to-pdf={pdf}", source.as_uri()):
                made[name] = pdf
    if shutil.which("soffice"):
        docx = work / f"{page.stem}.docx"
        name = work / f"{page.stem}.pdf"
        if run("pandoc", "-f", "markdown", page, "-V", f"lang={lang}", "-M", f"lang={lang}", *(["-M", "dir=rtl"] if lang == "ar" else []), "-o", docx):
            for maker, options in [("libreoffice", '{"ExportBookmarks":{"type":"boolean","value":"false"}}'),
                                   ("libreoffice-tagged", '{"UseTaggedPDF":{"type":"boolean","value":"true"}}')]:
                if run("soffice", f"-env:UserInstallation=file://{work}/office", "--headless", "--convert-to", "pdf:writer_pdf_Export:" + options, "--outdir", work, docx):
                    made[maker] = name.rename(work / f"{page.stem}.{maker}.pdf")
    if shutil.which("pdflatex") and lang in LATIN:
        for name, options in [("latex", []), ("latex-columns", ["-V", "classoption=twocolumn"])]:
            pdf = work / f"{page.stem}.{name}.pdf"
            if "columns" in name and "\n|" in page.read_text(encoding="utf-8"):
                continue  # pandoc's tables cannot stand in LaTeX's columns
            if run("pandoc", "-f", "markdown", page, "--pdf-engine=pdflatex", "-V", "geometry:a4paper,margin=28mm", *options, "-o", pdf):
                made[name] = pdf
    return made


# --- the comparison -------------------------------------------------------


def front(md):
    """The page as imported, with its title as its first heading."""
    s = Path(md).read_text(encoding="utf-8")
    m = re.match(r"\+\+\+\n(.*?)\n\+\+\+\n", s, re.S)
    if not m:
        return s
    title = re.search(r'^title = "(.*)"$', m.group(1), re.M)
    return (f"# {title.group(1)}\n\n" if title else "") + s[m.end():]


def ours(rapporteur, pdf, lang, work):
    name = re.sub(r"[^a-z0-9]+", "-", pdf.stem.lower()).strip("-")
    archive = work / "archive"
    md = archive / "content/reports" / name / f"index.{lang}.md"
    if not run(rapporteur, "import", pdf, "--report", name, "--lang", lang, "--archive", archive, "--replace"):
        return None
    out = pdf.with_suffix(".ours.md")
    out.write_text(front(md), encoding="utf-8")
    return out


def peer(command, name, pdf):
    out = pdf.with_suffix(f".{name}.md")
    out.unlink(missing_ok=True)
    run("sh", "-c", command.format(pdf=pdf, md=out, dir=pdf.parent))
    return out if out.exists() else None


def f1(want, have, right):
    return 2 * right / (want + have) if want + have else 1.0


def main(rapporteur, work, pages):
    work = Path(work)
    (work / "archive").mkdir(parents=True, exist_ok=True)
    shutil.copy(Path(__file__).parent.parent / "config.toml", work / "archive")
    peers = dict(line.split("=", 1) for line in os.environ.get("PEERS", "").splitlines() if "=" in line)
    total, answered = {}, {"rapporteur"}
    for page in map(Path, pages):
        lang = page.suffixes[-2].lstrip(".")
        truth = pieces(tree(page, "markdown"))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            made = {n: work / f"{page.stem}.{n}.pdf" for n in os.environ["MADE"].split()} if "MADE" in os.environ else render(page, lang, work)
            made = {n: p for n, p in made.items() if p.exists()}
            jobs = {("rapporteur", maker): pool.submit(ours, rapporteur, pdf, lang, work) for maker, pdf in made.items()}
            jobs |= {(n, maker): pool.submit(peer, c, n, pdf) for n, c in peers.items() for maker, pdf in made.items()}
        for (who, maker), job in jobs.items():
            md = job.result()
            if md:
                answered.add(who)
            found = pieces(tree(md, "markdown-yaml_metadata_block" if who == "rapporteur" else "gfm")) if md else []
            for kind, (want, have, right, level, missed, rest) in compare(truth, found).items():
                t = total.setdefault((who, maker), {}).setdefault(kind, [0, 0, 0, 0])
                for i, n in enumerate((want, have, right, level)):
                    t[i] += n
                if who == "rapporteur" and os.environ.get("VERBOSE"):
                    for sign, some in (("-", missed), ("+", rest)):
                        for at, s in some:
                            print(f"{page.stem} {maker} {sign} {kind} {at}: {s[:90]}")
    print(f"{'reader':14} {'PDF by':22}" + "".join(f"{k + ' P/R/F1':>22}" for k in KINDS) + f"{'levels':>8} {'mean F1':>8}")
    means = {}
    for who in sorted(set(peers) - answered):
        print(f"{who} gave nothing for any PDF and is not scored: does it run here?")
    for (who, maker), kinds in sorted((k, v) for k, v in total.items() if k[0] in answered):
        cells, scores = "", []
        for kind in KINDS:
            want, have, right, level = kinds[kind]
            if not want and not have:
                cells += f"{'':>22}"
                continue
            scores.append(f1(want, have, right))
            cells += f"{f'{right / max(have, 1):.2f} {right / max(want, 1):.2f} {scores[-1]:.3f}':>22}"
        means.setdefault(who, []).append(sum(scores) / len(scores))
        levels = [sum(kinds[k][i] for k in ("heading", "item")) for i in (3, 2)]
        print(f"{who:14} {maker:22}{cells}{levels[0] / max(levels[1], 1):8.2f} {means[who][-1]:8.3f}")
    for who, scores in means.items():
        print(f"mean F1 of {who}: {sum(scores) / len(scores):.3f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
