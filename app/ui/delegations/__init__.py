"""The delegations of a meeting: who is nominated, who came, and the lists that bring them in."""
