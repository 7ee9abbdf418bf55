"""Quality and speed, measured on data that is not part of the project."""
