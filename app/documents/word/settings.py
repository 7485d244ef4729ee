"""Settles what a Word file tells Word to do when it is opened, whatever the house style says."""

from docx.oxml.ns import qn
from lxml import etree

# What points outside the file, and what staff had switched on while they changed the house style.
_NEVER = (
    *("w:attachedTemplate", "w:mailMerge", "w:footnotePr", "w:endnotePr"),
    *("w:trackRevisions", "w:documentProtection", "w:writeProtection", "w:revisionView"),
)
# What may stand before the tracking of changes in the settings.
_BEFORE_TRACKING = (
    *("view", "zoom", "removePersonalInformation", "removeDateAndTime"),
    *("doNotDisplayPageBoundaries", "displayBackgroundShape"),
    *("printPostScriptOverText", "printFractionalCharacterWidth"),
    *("printFormsData", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts"),
    *("saveFormsData", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader"),
    *("bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors"),
    *("activeWritingStyle", "proofState", "formsDesign", "linkStyles", "stylePaneFormatFilter"),
    *("stylePaneSortMethod", "documentType"),
)
_BETWEEN = ("doNotTrackMoves", "doNotTrackFormatting")


def settle_settings(settings: etree._Element, *, for_circulation: bool) -> None:
    """Make ``settings`` those of a document of ours.

    Args:
        settings: Those of the house style.
        for_circulation: Track every change, and let nobody switch that off by accident; there is
            no password, so that whoever means to can.
    """
    for tag in _NEVER:
        for element in settings.findall(qn(tag)):
            settings.remove(element)
    if for_circulation:
        _track_changes(settings)
    _announce_notes(settings)


def _track_changes(settings: etree._Element) -> None:
    before = {qn(f"w:{tag}") for tag in _BEFORE_TRACKING}
    place = sum(element.tag in before for element in settings)
    tracking = etree.Element(qn("w:trackRevisions"))
    settings.insert(place, tracking)
    between = {qn(f"w:{tag}") for tag in _BETWEEN}
    last = tracking
    while (following := last.getnext()) is not None and following.tag in between:
        last = following
    protection = etree.Element(qn("w:documentProtection"))
    protection.set(qn("w:edit"), "trackedChanges")
    protection.set(qn("w:enforcement"), "1")
    last.addnext(protection)


def _announce_notes(settings: etree._Element) -> None:
    notes = etree.Element(qn("w:footnotePr"))
    for number_of_separator in ("0", "1"):
        etree.SubElement(notes, qn("w:footnote")).set(qn("w:id"), number_of_separator)
    following = settings.find(qn("w:compat"))
    if following is None:
        settings.append(notes)
    else:
        following.addprevious(notes)
