"""XML that comes from anywhere, read without entities, and XML that keeps every letter and line break."""

from xml.etree.ElementTree import Element, ParseError, indent, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from icc_consult.services.handing_out import Given
from icc_consult.services.translation_errors import Flaw, refused


def parsed(content: bytes) -> Element:
    """The root of a document; raises `TextsRefused` where it is malformed or brings entities with it."""
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except ParseError as error:
        raise refused(Flaw.MALFORMED, f"line {error.position[0]}") from error
    except DefusedXmlException as error:
        raise refused(Flaw.XML_BOMB) from error
    except (ValueError, LookupError, RecursionError) as error:
        raise refused(Flaw.MALFORMED) from error
    return root


def written(root: Element) -> bytes:
    """The document. Indenting touches no element that holds text; carriage returns would be lost."""
    indent(root, " ")
    text = tostring(root, encoding="unicode").replace("\r", "&#13;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """One more element inside; `xml_space` stands for `xml:space`, other underscores for hyphens."""
    named = {_attribute(name): value for name, value in attributes.items()}
    child = Element(name, named)
    child.text = text or None
    parent.append(child)
    return child


def notes_of(given: Given) -> list[tuple[str, str]]:
    """(what it is, text) of all that a translator should read beside a text."""
    former = [("former source", given.former_source)] if given.former_source else []
    drafts = [(f"{step} translation{f' ({by})' if by else ''}", text) for step, by, text in given.drafts]
    return [("page", given.page), ("hint", given.hint), *former, *drafts]


def _attribute(name: str) -> str:
    return "xml:space" if name == "xml_space" else name.rstrip("_").replace("__", ":").replace("_", "-")
