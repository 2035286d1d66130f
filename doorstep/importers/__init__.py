"""Outside lists -> entry files: spreadsheets and map files, read with the help of a mapping."""
