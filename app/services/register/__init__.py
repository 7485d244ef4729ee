"""The register of decisions: entering, numbering, relating them, and deciding in writing."""
