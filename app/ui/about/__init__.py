"""What this program is, where it keeps things, and whose work it stands on."""
