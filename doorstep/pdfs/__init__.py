"""The pages of sheets -> the same sheets as PDFs, where WeasyPrint is to be had."""
