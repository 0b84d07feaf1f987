"""A file of numbered objects is read back by another program as it was written."""

import io

import pikepdf
import pytest

from app.pdf.objects import File, string


def read_back(file: File, root: int) -> pikepdf.Pdf:
    """Return what another program reads; the catalogue needs pages that it can count."""
    return pikepdf.open(io.BytesIO(file.written(root, file.add("<<>>"))))


def a_file() -> tuple[File, int, int]:
    """Return a file with no page in it, the number of its catalogue, and one that is free to use."""
    file = File()
    root, pages, free = file.number(), file.number(), file.number()
    file.put(pages, "<</Type/Pages/Kids[]/Count 0>>")
    file.put(root, f"<</Type/Catalog/Pages {pages} 0 R/Free {free} 0 R>>")
    return file, root, free


@pytest.mark.parametrize("text", ["", "plain", "(a) \\ )(", "灯岭 & Ridge", "𬱟", "a\nb", "\x7f"])
def test_a_string_comes_back_as_it_was(text: str) -> None:
    file, root, free = a_file()
    file.put(free, f"<</Text{string(text)}>>")
    with read_back(file, root) as found:
        assert str(found.Root.Free.Text) == text


def test_a_stream_comes_back_as_it_was() -> None:
    file, root, free = a_file()
    data = bytes(range(256)) * 40 + b"endstream endobj"
    file.put(
        free, f"<</Small {file.stream(data)} 0 R/Whole {file.stream(data, '/Type/X', packed=True)} 0 R>>"
    )
    with read_back(file, root) as found:
        assert found.Root.Free.Small.read_bytes() == data
        assert found.Root.Free.Whole.read_raw_bytes() == data
        assert found.Root.Free.Whole.Type == "/X"
        assert len(found.Root.Free.Small.read_raw_bytes()) < len(data)


def test_objects_by_the_thousand_keep_their_numbers() -> None:
    file, root, free = a_file()
    numbers = [file.add(f"<</Is {count}>>") for count in range(1000)]
    file.put(free, "[" + " ".join(f"{number} 0 R" for number in numbers) + "]")
    with read_back(file, root) as found:
        assert [int(each.Is) for each in found.Root.Free] == list(range(1000))


def test_the_same_objects_give_the_same_file_and_others_another_name() -> None:
    def made(text: str) -> bytes:
        file, root, free = a_file()
        file.put(free, string(text))
        return file.written(root, file.add("<<>>"))

    assert made("a") == made("a")
    names = [pikepdf.open(io.BytesIO(made(text))).trailer.ID[0] for text in ("a", "b")]
    assert names[0] != names[1]
