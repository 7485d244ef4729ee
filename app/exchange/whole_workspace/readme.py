"""What stands in an exported workspace for whoever opens it, in five years and without JWG Desk."""

from textwrap import wrap

from app.exchange.whole_workspace.layout import FORMAT, kinds
from app.exchange.whole_workspace.record_schema import summary_of

_WIDE = 78
_TEXT = """\
A WORKSPACE OF JWG DESK, AS FILES THAT ANY PROGRAM CAN READ

This folder holds everything that a workspace of JWG Desk holds: the bodies and
their parties, meetings, delegations, agendas, papers and minutes, decisions,
rules in all their versions and languages, action items, projects, the files
that were kept, the seals, and the history of every change. Nothing in it needs
JWG Desk. With JWG Desk it becomes a workspace again: File, Open exported
workspace; or "jwg import-workspace FOLDER --into NAME.jwg".

WHAT LIES WHERE

  manifest.json         what belongs to the export, and a hash of every file
  records/KIND.jsonl    the records, one file for each kind
  files/HASH.ending     the files that were kept, under the hash of their bytes
  schema.json           what each field of each record may hold (JSON Schema)
  README.txt            this text

RECORDS

Each line of a file in "records" is one record, as a JSON object in UTF-8. The
fields of a record stand in the order of the alphabet, the records in the order
of their keys: the same workspace always gives the same files, byte for byte,
and two exports can be compared line by line.

  - Every field is there. What is not known is null, or an empty text or list.
  - Keys ("id") are UUIDs, or whole numbers that are never given twice. A field
    such as "meeting_id" holds the key of a record of another kind; schema.json
    says of which ("x-refers-to").
  - Texts in several languages are objects: {"en": "...", "ko": "..."}. Their
    order is kept, as the first may stand in for one that is missing.
  - Days are written 2026-05-27; such as are not known exactly 2026-05 or 2026.
    Moments are in UTC: 2026-05-27T01:00:00+00:00. Amounts of money and other
    exact figures are texts: "12.50".
  - "attachment" tells of a kept file what it was called; its bytes lie under
    its hash in "files". "attachment_blob" says of each where.
  - "change_set" and "change" are the history: who changed what and when, with
    the values of before.

HASHES AND SEALS

The manifest lists every file with its length and its SHA-256 in hexadecimal.
The SHA-256 of manifest.json is therefore a fingerprint of the whole: two
exports with the same fingerprint are the same. "last_numbers" are the numbers
given last, which are never given again.

"seal" is a chain in the order of "seq". Each link holds what was sealed
("reference": the code of a rule document and the number of the version, such
as KM-RULES/2), the root over its texts, and its "hash": the SHA-256 of the JSON
text ["PREVIOUS HASH", "KIND", "REFERENCE", "ROOT"] in UTF-8, where the hash
before the first is empty. The root of a "rule_version" is a Merkle tree hash
(RFC 6962, section 2.1) with SHA-256. Its leaves are the texts with correction 0
and "sealed_from" up to that version, of the revisions that stand in it
("v_from" up to it, "v_to" beyond it or null), in the order of their "ordinal",
then of the language. Each is an object with the names doc, eid, heading,
label, lang, text and v, written without spaces, the names sorted, in Unicode's
form NFC. Whoever has the last hash of the chain on paper can tell whether an
adopted text was changed since.

WHEN IT IS OPENED AGAIN

Everything is checked before anything is kept: the hash of each file, each
field, each reference from one record to another, every rule that records keep
("x-rules" in schema.json), and the seals. Where one thing is not right, nothing
is taken over, and a sentence names the file and the line.

An export of an earlier format or with an earlier number of "schema" can be
opened by a newer JWG Desk: fields that came later get the value of a new
record. An export of a newer one is refused by an older.

KINDS OF RECORD
"""


def write_readme() -> bytes:
    """Return the text that explains an export, with a line on every kind of record."""
    lines = [_TEXT.replace("AS FILES", f"FORMAT {FORMAT}, AS FILES", 1)]
    for kind in kinds():
        told = summary_of(kind).replace("``", "")
        lines.append(f"  {kind}")
        lines += [f"      {line}" for line in wrap(told, _WIDE - 6)]
    return ("\n".join(lines) + "\n").encode()
