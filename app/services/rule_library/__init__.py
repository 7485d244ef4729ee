"""What is on record about rules beside their words: documents, versions, who relies on what."""
