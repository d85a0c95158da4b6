"""From a file to a Document: PDF, DOCX, ODT and text, read in a disposable child process with limits."""
