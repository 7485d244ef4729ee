"""The forms for what is on record about rules: documents, versions, links to decisions."""
