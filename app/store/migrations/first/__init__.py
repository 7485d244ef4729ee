"""The tables of version 1 of the workspace file, as they were then; never edited afterwards."""
