"""What the user may choose about the program itself; facts about meetings live in the workspace."""
