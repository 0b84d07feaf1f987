"""What the box of Ctrl+K finds: records of the casebook, and what can be done or set."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.domain.folding import fold
from app.i18n import _
from app.services import go_to
from app.services.go_to import Kind, Record, RecordKey
from app.ui.actions import Action
from app.ui.case.place import CasePlace
from app.ui.office import Office
from app.ui.page import Entry
from app.ui.visits import Visit

COMMANDS = 12  # shown at most
_ICONS = {Kind.CASE: "briefcase", Kind.PERSON: "users"}
_PAGES = {Kind.CASE: "case", Kind.PERSON: "people"}


@dataclass(frozen=True, slots=True)
class Hit:
    """One line: ``kind`` says what it is, ``run`` goes there. ``words`` is what it is found by."""

    title: str
    detail: str
    kind: str
    icon: str
    run: Callable[[], object]
    words: str = ""


def record_hits(records: Iterable[Record], go: Callable[[str, object], object]) -> list[Hit]:
    """Return the lines of persons and cases."""
    return [_record_hit(record, go) for record in records]


def _record_hit(record: Record, go: Callable[[str, object], object]) -> Hit:
    kind, key = record.key
    return Hit(record.title, record.detail, _(kind.label), _ICONS[kind], lambda: go(_PAGES[kind], key))


def looked_at(visits: Iterable[Visit]) -> list[RecordKey]:
    """Return the persons and cases among visits, each once."""
    found = []
    for visit in visits:
        what = visit.what.case_id if isinstance(visit.what, CasePlace) else visit.what
        for kind, page in _PAGES.items():
            if visit.page == page and what is not None:
                found.append(RecordKey(kind, what))  # type: ignore[arg-type]  # these pages show keys
    return list(dict.fromkeys(found))


def page_hits(entries: Iterable[Entry], go: Callable[[str], object]) -> list[Hit]:
    """Return the lines of the pages in the rail."""
    return [
        _named(entry.title, _("Page"), entry.icon, partial(go, entry.name))
        for entry in entries
        if not entry.under
    ]


def setting_hits(titles: Mapping[str, str], go: Callable[[str, object], object]) -> list[Hit]:
    """Return the lines of the sections of the preferences, by their names with their titles (msgids)."""
    return [
        _named(title, _("Setting"), "settings", partial(go, "preferences", name))
        for name, title in titles.items()
    ]


def action_hits(actions: Iterable[Action]) -> list[Hit]:
    """Return the lines of what can be done now."""
    return [
        replace(_named(action.text, _("Command"), action.icon, action.run), detail=action.shortcut)
        for action in actions
        if action.enabled()
    ]


def _named(title: str, kind: str, icon: str, run: Callable[[], object]) -> Hit:
    """Return a line found by its title, in the language in use and in English."""
    return Hit(_(title), "", kind, icon, run, f"{fold(_(title))} {fold(title)}")


def with_sounds(hits: Sequence[Hit], office: Office) -> list[Hit]:
    """Return lines with Chinese titles found by their pinyin too."""
    sounds = office.read(go_to.spoken, [hit.title for hit in hits])
    return [replace(hit, words=f"{hit.words} {sounds.get(hit.title, '')}") for hit in hits]


def matching(hits: Iterable[Hit], typed: str) -> list[Hit]:
    """Return the lines in which every word typed begins a word, or stands in one; the former come first."""
    words = fold(typed).split()
    found = [hit for hit in hits if all(word in hit.words for word in words)]
    first = [hit for hit in found if all(f" {word}" in f" {hit.words}" for word in words)]
    return [*first, *(hit for hit in found if hit not in first)][:COMMANDS]
