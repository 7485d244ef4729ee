"""The Templates page: the wording of every document, own Word forms, house style, letterheads."""
