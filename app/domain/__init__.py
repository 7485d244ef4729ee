"""What the things of a secretariat are, and which changes to them are lawful."""
