"""What a file says about itself to archives and readers: its XMP packet, and its title and dates."""

import re

from app.pdf.objects import string
from app.pdf.tree import Document

PRODUCER = "Kasebook"

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})  # the library's own loads the network's
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def packet(document: Document) -> bytes:
    """Return the XMP of ``document``, which says that the file is tagged as PDF/UA-1 asks."""
    author = f"<dc:creator><rdf:Seq>{_entry(document.author)}</rdf:Seq></dc:creator>"
    return _PACKET.format(
        title=_text(document.title.text(document.main_language)),
        language=_entry(document.main_language),
        author=author if document.author else "",
        moment=moment(document),
        producer=PRODUCER,
    ).encode()


def info(document: Document) -> str:
    """Return the same as an object of PDF, for readers that know no XMP."""
    stamp = document.as_of.strftime("(D:%Y%m%d%H%M%SZ)")
    author = f"/Author{string(document.author)}" if document.author else ""
    return (
        f"<</Title{string(document.title.text(document.main_language))}{author}"
        f"/Producer({PRODUCER})/Creator({PRODUCER})/CreationDate{stamp}/ModDate{stamp}>>"
    )


def moment(document: Document) -> str:
    """Return the date of ``document`` as XMP writes it."""
    return document.as_of.strftime("%Y-%m-%dT%H:%M:%SZ")


def _entry(text: str) -> str:
    return f"<rdf:li>{_text(text)}</rdf:li>"


def _text(text: str) -> str:
    """Return ``text`` as XML takes it; what no XML can hold is shown as such."""
    return _NO_XML.sub("\ufffd", text).translate(_MARKUP)


_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag>{language}</rdf:Bag></dc:language>{author}
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>
"""
