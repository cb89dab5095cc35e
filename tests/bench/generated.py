"""The real records -> as many like them as a benchmark wants, and Markdown pages that say the same."""

import re
import shutil
from pathlib import Path

from macros.catalogue import Catalogue
from macros.records.event import Event, uid_of
from macros.records.study import Study
from macros.records.text import Text
from macros.settings import Folders

KINDS = ("studies", "events")


def generate_records(project: Folders, data: Path, count: int) -> None:
    """Copy the real data and add copies of its studies and events under new ids."""
    shutil.copytree(project.data, data)
    texts = {
        kind: [file.read_text() for file in sorted((project.data / kind).glob("*.yml"))] for kind in KINDS
    }
    for n in range(count):
        kind = KINDS[n % len(KINDS)]
        text = texts[kind][n // len(KINDS) % len(texts[kind])]
        titled = re.sub(r"^title: (>-\n *)?", rf"title: \1Number {n}, ", text, count=1, flags=re.MULTILINE)
        fresh = re.sub(r"^uid: .*", f"uid: {uid_of(str(n))}", titled, flags=re.MULTILINE)
        (data / kind / f"generated-{n}.yml").write_text(fresh)


def generate_markdown(catalogue: Catalogue, docs: Path, count: int) -> None:
    """Write a plain Markdown page for each generated record, with the same words and links."""
    (docs / "index.md").parent.mkdir(parents=True)
    (docs / "index.md").write_text("# Home\n")
    for n in range(count):
        kind = KINDS[n % len(KINDS)]
        record = (catalogue.studies if kind == "studies" else catalogue.events)[f"generated-{n}"]
        file = docs / kind / f"generated-{n}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(_markdown(catalogue, record))


def _points(event: Event) -> tuple[Text, ...]:
    return event.outcome.points if event.outcome else ()


def _markdown(catalogue: Catalogue, record: Study | Event) -> str:
    state = record.stage if isinstance(record, Study) else record.standing
    lines = [f"# {record.title}", f"*{record.kind}, {state}*", str(record.summary)]
    lines += ["## Facts", f"- Date: {record.date}"]
    lines += [f"- {catalogue.topics[id].name}" for id in record.topics]
    lines += [f"- {catalogue.countries[id].name}" for id in record.countries]
    lines += [f"> {record.basis.words}"]
    lines += [
        "## More",
        *(f"1. {text}" for text in (record.aims if isinstance(record, Study) else _points(record))),
    ]
    lines += ["## Sources"]
    for source in (one for one in record.sources if one.document):
        document = catalogue.documents[source.document or ""]
        lines.append(
            f"1. [{document.title}](https://neaspec.org/dld/documents/{document.id}/), {source.place()}"
        )
    return "\n\n".join(lines) + "\n"
