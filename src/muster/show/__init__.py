"""Record to what people and programs read."""
