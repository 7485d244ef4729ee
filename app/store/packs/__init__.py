"""Packs: files for delegates that hold what was chosen for them and nothing else."""
