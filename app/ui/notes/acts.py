"""What can be done with a note, with an answer to one, and in which form notes are sent."""

EDIT, DELETE, SHARE, KEEP = "edit", "delete", "share", "keep"
ANSWER, RESOLVE, REOPEN, PROPOSE = "answer", "resolve", "reopen", "propose"
EDIT_ANSWER, DELETE_ANSWER = "edit_answer", "delete_answer"
SHEET, FILE = "sheet", "file"
