"""What the pages show, as plain values: one file for each part of the operation page, none of them knows HTML."""
