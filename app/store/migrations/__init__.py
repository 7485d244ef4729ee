"""The steps from every earlier version of the workspace file to this one, each written once."""
