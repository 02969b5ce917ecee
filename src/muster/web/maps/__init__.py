"""Maps, drawn offline from Natural Earth's outlines and the gazetteer's places."""
