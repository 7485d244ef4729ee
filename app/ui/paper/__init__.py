"""The white page of a document and the ground it lies on, for every page that shows documents."""
