"""Documents for the archive: PDF/A-2a, and at the same time PDF/UA-1.

WeasyPrint claims one standard for each document. What the two ask for can be met together; this adds
the claim that is left out, and the description of it that PDF/A asks for.
"""

from __future__ import annotations

from typing import Any

import pydyf

_END = b"</rdf:RDF>"
_ACCESSIBLE_TOO = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def claim_accessible_too(pdf: pydyf.PDF) -> None:
    """Adds to the metadata of a PDF/A that it is PDF/UA-1."""
    metadata: Any = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    (said,) = metadata.stream
    metadata.stream = [said.replace(_END, _ACCESSIBLE_TOO + _END, 1)]
