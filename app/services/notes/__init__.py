"""The notes that delegates make on the rules of a pack, and what the secretariat does with them."""
