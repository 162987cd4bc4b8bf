"""Makes the smallest documents there can be, right or wrong as one wants them, without the help of WeasyPrint."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pydyf
import pypdf

_METADATA = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>
<rdf:li xml:lang="x-default">Title</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"""


class Tag:
    """An element to be: what stands in it is others, texts, and notes by their kind («/Link», «/Widget»)."""

    def __init__(self, kind: str, *kids: Tag | str, **said: Any) -> None:
        self.kind, self.kids, self.said = kind, kids, said


class Made:
    """A document of one page; each part can be reached by name, to be spoiled before it is read."""

    def __init__(self, *tops: Tag) -> None:
        self.pdf = pydyf.PDF()
        self.notes = pydyf.Array()
        self.elements: list[Any] = []
        self.pieces = pydyf.Array()
        self.parents = pydyf.Array([0, self.pieces])
        self.names = pydyf.Array()
        self.stream = self._added(pydyf.Stream())
        self.drawn: list[bytes] = self.stream.stream
        self.page = pydyf.Dictionary({"Type": "/Page", "Parent": self.pdf.pages.reference, "Tabs": "/S"})
        self.pdf.add_page(self.page)
        self.page |= {"MediaBox": pydyf.Array([0, 0, 100, 100]), "StructParents": 0, "Annots": self.notes}
        self.page |= {"Contents": self.stream.reference, "Resources": pydyf.Dictionary({"XObject": pydyf.Dictionary()})}
        self.root = self._added(pydyf.Dictionary({"Type": "/StructTreeRoot"}))
        self.root["K"] = pydyf.Array([self._written(top, self.root.reference) for top in tops])
        self.root["ParentTree"] = pydyf.Dictionary({"Nums": self.parents})
        self.root["IDTree"] = pydyf.Dictionary({"Names": self.names})
        self.metadata = self._added(pydyf.Stream([_METADATA.encode()], {"Type": "/Metadata", "Subtype": "/XML"}))
        self.catalog: Any = self.pdf.catalog
        self.catalog |= {"StructTreeRoot": self.root.reference, "Lang": pydyf.String("nb")}
        self.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        self.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
        self.catalog["Metadata"] = self.metadata.reference

    def read(self, spoil: Callable[[Made], object] = lambda _made: None) -> pypdf.PdfReader:
        """Spoiled, written, and read."""
        spoil(self)
        target = io.BytesIO()
        self.pdf.write(target)
        return pypdf.PdfReader(target)

    def draw_by_name(self, name: str, content: bytes) -> None:
        """Puts what is drawn by name among what the page can use, and draws it, as no part of the text."""
        form = self._added(pydyf.Stream([content], {"Type": "/XObject", "Subtype": "/Form"}))
        self.page["Resources"]["XObject"][name] = form.reference
        self.drawn += [f"/Artifact BMC /{name} Do EMC".encode()]

    def _written(self, tag: Tag, above: bytes) -> bytes:
        element = self._added(pydyf.Dictionary({"Type": "/StructElem", "S": f"/{tag.kind}", "P": above}))
        self.elements.append(element)
        element |= {"Pg": self.page.reference, **tag.said}
        element["K"] = pydyf.Array([self._kid(kid, element.reference) for kid in tag.kids])
        if "ID" in tag.said:
            self.names += [tag.said["ID"], element.reference]
        return bytes(element.reference)

    def _kid(self, kid: Tag | str, above: bytes) -> Any:
        if isinstance(kid, Tag):
            return self._written(kid, above)
        if kid.startswith("/"):
            return self._note(kid, above)
        self.pieces.append(above)
        self.drawn.append(f"/Span <</MCID {len(self.pieces) - 1}>> BDC BT ({kid}) Tj ET EMC".encode())
        return len(self.pieces) - 1

    def _note(self, kind: str, above: bytes) -> bytes:
        number = len(self.parents) // 2
        note = self._added(pydyf.Dictionary({"Type": "/Annot", "Subtype": kind, "StructParent": number}))
        note |= {"Contents": pydyf.String("To there"), "TU": pydyf.String("Name"), "Dest": pydyf.String("there")}
        note["AP"] = pydyf.Dictionary()
        self.notes.append(note.reference)
        self.parents += [number, above]
        return bytes(self._added(pydyf.Dictionary({"Type": "/OBJR", "Obj": note.reference})).reference)

    def _added(self, made: Any) -> Any:
        self.pdf.add_object(made)
        return made

    def note(self, number: int) -> Any:
        """A note on the page."""
        return self.pdf.objects[int(self.notes[number].split()[0])]
