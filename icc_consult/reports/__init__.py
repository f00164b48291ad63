"""Papers that are printed. They are set by typst, from what is handed to them."""
