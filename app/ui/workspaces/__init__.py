"""Opening, making, copying and restoring the one file that holds everything."""
