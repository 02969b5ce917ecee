from muster.gazetteer._load import load_countries, load_operations, load_organisations, read_operations
from muster.gazetteer._tables import table_text


def test_no_two_operations_of_our_own_table_share_a_name() -> None:
    leaders = [each.slug for each in load_organisations()]
    codes = [each.code for each in load_countries()]
    assert read_operations(table_text("operations.csv"), leaders, codes) == load_operations()
