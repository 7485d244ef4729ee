"""The tables that version 3 of the workspace file made and changed; never edited afterwards."""
