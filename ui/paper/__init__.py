"""What is on paper: entering a sheet afterwards, and the pages that are printed."""
