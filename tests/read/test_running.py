"""What the edges of pages repeat is told from what only happens to stand there."""

from muster.read.lines import lines_of
from muster.read.running import running_lines


def _running(*pages: str) -> list[str]:
    text = "\n\f".join(pages)
    return sorted(line.words for line in running_lines(text, lines_of(text)))


def _page(number: int, head: str, foot: str) -> str:
    body = "\n".join(f"On day {at} of week {number * 7 + at * at} the posts were quiet." for at in range(6))
    return f"{head}\n\n{body}\n\n{foot}\n"


def test_a_number_that_grows_with_the_pages_is_theirs() -> None:
    pages = [_page(at, f"Half-yearly report, page {at}", f"- {at + 10} -") for at in (1, 2)]
    assert _running(*pages) == ["- 11 -", "- 12 -", "Half-yearly report, page 1", "Half-yearly report, page 2"]


def test_a_total_at_the_foot_of_two_tables_is_not() -> None:
    assert _running(_page(1, "Ghana sent more.", "Total   412"), _page(2, "Fiji sent fewer.", "Total   88")) == []


def test_heads_of_left_and_right_pages_may_differ() -> None:
    heads = ["Observer Force", "Report for 1994"] * 3
    pages = [_page(at, head, f"Camp {at * at}") for at, head in enumerate(heads)]
    assert _running(*pages) == sorted(heads)


def test_a_text_of_one_page_has_none() -> None:
    assert _running("Observer Force\n\nObserver Force\n\nObserver Force") == []
