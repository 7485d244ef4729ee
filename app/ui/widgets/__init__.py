"""The small parts that every page is put together from; none of them knows what a meeting is."""
