"""The tables that version 2 of the workspace file made and changed; never edited afterwards."""
