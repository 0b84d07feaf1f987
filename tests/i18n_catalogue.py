"""Keep the Chinese catalogue: ``python -m tests.i18n_catalogue [--add FILE.tsv …]``.

Collects every message of the program, merges it with the ``.po`` file, takes in translations from files of
``message<TAB>中文`` lines (a backslash and n stand for a line's end; of a plural, the first form counts), and
compiles the ``.mo``. The same sources and translations give the same bytes. Translations of messages no
longer used stay in the ``.po`` as old ones, and are used again when the message comes back.
"""

import argparse
import ast
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests import tree
from tests.tree import ROOT

PO = Path("resources/i18n/zh_CN/LC_MESSAGES/kasebook.po")
WORDS = ("_", "N_", "both", "plural")
Id = str | tuple[str, str]


class Kasebook(Catalog):
    """Our catalogue: a header without dates and versions of tools, which would change the bytes."""

    mime_headers = property(
        lambda self: [
            ("Project-Id-Version", "Kasebook"),
            ("Language", "zh_CN"),
            ("Plural-Forms", "nplurals=1; plural=0;"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]
    )

    def __init__(self) -> None:
        super().__init__(locale="zh_CN", header_comment="# Kasebook in simplified Chinese.", fuzzy=False)


def messages(root: Path, *words: str, under: str = "") -> set[Id]:
    """Return the messages of the program under ``root``, of all marking ``words`` or of those named.

    A plural is the pair of its forms.
    """
    tops = [under] if under else ["app", "db"]
    found = {_id(call) for module in tree.modules(root, *tops) for call in marked(module.tree, *words)}
    return {id for id in found if id}


def marked(module: ast.AST, *words: str) -> Iterator[ast.Call]:
    """Yield the calls that mark messages: bare names and ``i18n.…``, not methods of the same name."""
    for call in tree.calls(module, *(words or WORDS)):
        if not tree.is_method_call(call) or ast.unparse(call.func).startswith("i18n."):
            yield call


def _id(call: ast.Call) -> Id:
    forms = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    return (forms[0], forms[1]) if len(forms) > 1 else "".join(forms)


def read(root: Path) -> Kasebook:
    """Return the catalogue kept under ``root``, empty where there is none yet."""
    path = root / PO
    return parsed(path.read_bytes()) if path.exists() else Kasebook()


def parsed(text: bytes) -> Kasebook:
    """Return the catalogue in the bytes of a ``.po`` file, with our header in place of the reader's own."""
    kept = Kasebook()
    found = read_po(io.BytesIO(text), locale="zh_CN")
    for message in found:
        if message.id:
            kept.add(message.id, message.string)
    kept.obsolete.update(found.obsolete)
    return kept


def merged(old: Catalog, wanted: Iterable[Id], translations: dict[str, str] | None = None) -> Kasebook:
    """Return the catalogue of the ``wanted`` messages with what ``old`` and ``translations`` say of them."""
    known = {_key(message): message.string for message in [*old.obsolete.values(), *old] if message.id}
    known |= translations or {}
    new = Kasebook()
    for id in wanted:
        said = known.pop(id if isinstance(id, str) else id[0], "")
        new.add(id, _first(said) if isinstance(id, str) else (_first(said),))
    for key, said in sorted(known.items()):
        if said and said != ("",):
            new.obsolete[key] = Message(key, _first(said))  # Babel can't write an old plural
    return new


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _first(said: str | tuple[str, ...]) -> str:
    """Return what is said: Chinese has one form, also of a plural."""
    return said if isinstance(said, str) else said[0]


def po_bytes(catalogue: Catalog) -> bytes:
    """Return ``catalogue`` as the text file people edit, sorted."""
    out = io.BytesIO()
    write_po(out, catalogue, width=110, no_location=True, sort_output=True)
    return out.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return ``catalogue`` as the binary file gettext reads; messages without translation are left out."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def untranslated(catalogue: Catalog, among: Iterable[Id]) -> list[str]:
    """Return the messages ``among`` those given that have no Chinese."""
    said = {_key(message): message.string for message in catalogue if message.id}
    keys = (id if isinstance(id, str) else id[0] for id in among)
    return sorted(key for key in keys if not said.get(key) or said[key] == ("",))


def table(path: Path) -> dict[str, str]:
    """Return the translations in the file of tab-separated lines at ``path``; ``#`` begins a comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line and not line.startswith("#"))
    return {pair[0].replace("\\n", "\n"): pair[1].strip().replace("\\n", "\n") for pair in pairs}


def main(arguments: Sequence[str]) -> int:
    """Merge and compile; return 1 when printed messages lack their Chinese."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--add", type=Path, nargs="*", default=[], metavar="FILE.tsv")
    given: dict[str, str] = {}
    for path in parser.parse_args(arguments).add:
        given |= table(path)
    catalogue = merged(read(ROOT), messages(ROOT), given)
    (ROOT / PO).parent.mkdir(parents=True, exist_ok=True)
    (ROOT / PO).write_bytes(po_bytes(catalogue))
    (ROOT / PO).with_suffix(".mo").write_bytes(mo_bytes(read(ROOT)))
    missing = untranslated(catalogue, printed(ROOT))
    sys.stdout.write(f"{len(catalogue)} messages, {len(catalogue.obsolete)} old ones kept\n")
    sys.stdout.writelines(f"printed, but not in Chinese: {message}\n" for message in missing)
    return 1 if missing else 0


def printed(root: Path) -> set[Id]:
    """Return the messages that can stand on paper: those of ``both``, and the words of the domain."""
    return messages(root, "both") | messages(root, "N_", under="app/domain")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
