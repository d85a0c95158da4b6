"""The recipe of the Swedish pipeline: from treebanks, names and raw text to `models/sv_grantcheck`."""
