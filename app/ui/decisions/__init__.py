"""The register of decisions, and deciding in writing."""
