"""The parts of a zipped office file, within limits, and their XML read without entities or network."""

import io
import zipfile
import zlib

from lxml import etree

from grantcheck.domain.errors import DamagedFile, EncryptedFile, TooMuchText

from .limits import Limits

MOST_PARTS = 5_000
ENCRYPTED = 0x1


def opened(content: bytes, limits: Limits) -> zipfile.ZipFile:
    """Open the package. Raises DamagedFile, EncryptedFile, or TooMuchText when it says it unpacks to too much."""
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        raise DamagedFile() from None
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > limits.max_unpacked_bytes:
        raise TooMuchText()
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise EncryptedFile()
    return package


def part(package: zipfile.ZipFile, name: str, limits: Limits) -> bytes | None:
    """Return the bytes of an XML part, or None when there is none of the name. Raises DamagedFile, TooMuchText."""
    try:
        with package.open(name) as file:
            content = file.read(limits.max_xml_bytes + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise DamagedFile() from None
    if len(content) > limits.max_xml_bytes:
        raise TooMuchText()
    return content


def xml(content: bytes) -> etree._Element:
    """Return the root of the XML; a document type declaration, where entities hide, is refused. Raises DamagedFile."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise DamagedFile() from None
    if root.getroottree().docinfo.doctype:
        raise DamagedFile()
    return root
