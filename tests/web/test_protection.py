"""Who may do what, and what never gets through."""

from collections.abc import Callable

import pytest
from fastapi.routing import APIRoute

from muster.errors import MusterError
from muster.ledger import open_ledger, open_reader
from muster.model.user import Role
from muster.query import judgements
from muster.web import Site
from muster.web.pages import ROUTERS
from muster.web.passwords import hashed, new_session
from muster.web.protection import HEADERS, LARGEST_REQUEST, addressed_to
from muster.web.serving import is_loopback, run
from web.visit import PASSWORD, Visit

Opened = Callable[..., Visit]

ROUTES = [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]
LOOKS = sorted({route.path for route in ROUTES if "GET" in route.methods and route.path != "/sign-in"})
CHANGES = sorted({route.path for route in ROUTES if "POST" in route.methods and not route.path.startswith("/sign")})


def filled(path: str) -> str:
    """The path with something in place of its parameters."""
    return path.replace("{number}", "1").replace("{", "").replace("}", "")


@pytest.mark.parametrize("path", LOOKS)
def test_with_accounts_no_page_is_shown_to_who_has_not_signed_in(visit: Opened, path: str) -> None:
    answer = visit(Role.READ).get(filled(path), follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in?next=")


@pytest.mark.parametrize("path", CHANGES)
def test_who_may_only_read_changes_nothing(visit: Opened, path: str) -> None:
    reader = visit(Role.READ)
    reader.sign_in("read")
    reader.get("/documents")
    assert reader.post(filled(path), verdict="accept").status_code == 403


@pytest.mark.parametrize("path", CHANGES)
def test_a_public_site_lets_everybody_read_and_nobody_write(visit: Opened, path: str) -> None:
    anybody = visit(public=True)
    assert anybody.get("/documents").status_code == 200
    anybody.get("/sign-in")
    assert anybody.post(filled(path), verdict="accept").status_code == 403


@pytest.mark.parametrize("path", [*CHANGES, "/sign-in", "/sign-out"])
def test_nothing_is_done_that_no_page_of_ours_sent(visit: Opened, path: str) -> None:
    own = visit()
    own.get("/review")
    assert own.client.post(filled(path), data={"verdict": "accept"}).status_code == 403
    own.token = "0" * 64
    assert own.post(filled(path), verdict="accept").status_code == 403


def test_a_token_is_good_for_one_visitor_only(visit: Opened) -> None:
    one, other = visit(), visit()
    one.get("/review")
    other.get("/review")
    other.token = one.token
    assert other.post("/add/text", text="Norway has 41 soldiers in KFOR.").status_code == 403


def test_a_form_sent_from_another_site_is_refused_whatever_it_carries(visit: Opened) -> None:
    own = visit()
    own.get("/review")
    sent = {"data": {"token": own.token, "text": "x"}, "headers": {"sec-fetch-site": "cross-site"}}
    assert own.client.post("/add/text", **sent).status_code == 403


def test_who_signs_in_is_led_to_the_page_asked_for_and_signs_what_they_decide(visit: Opened, database: str) -> None:
    reviewer = visit(Role.REVIEW)
    assert reviewer.sign_in("review", next="/review").url.path == "/review"
    claim = reviewer.get("/review").text.partition('action="/claims/')[2][:16]
    reviewer.post(f"/claims/{claim}/judgements", verdict="accept")
    with open_reader(database) as reader:
        assert [one.author for one in judgements(reader)] == ["review"]


@pytest.mark.parametrize("address", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", ""])
def test_signing_in_never_leads_elsewhere(visit: Opened, address: str) -> None:
    reviewer = visit(Role.REVIEW)
    reviewer.get("/sign-in", params={"next": address})
    fields = {"token": reviewer.token, "name": "review", "password": PASSWORD, "next": address}
    answer = reviewer.client.post("/sign-in", data=fields, follow_redirects=False)
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize(("name", "password"), [("review", "wrong words here"), ("nobody", PASSWORD), ("", "")])
def test_a_wrong_password_and_an_unknown_name_are_told_alike(visit: Opened, name: str, password: str) -> None:
    answer = visit(Role.REVIEW).sign_in(name, password)
    assert answer.status_code == 403
    assert "Name and password do not fit" in answer.text


def test_after_ten_tries_even_the_right_password_waits(visit: Opened) -> None:
    guesser = visit(Role.REVIEW)
    assert [guesser.sign_in("review", f"guess number {n}").status_code for n in range(10)] == [403] * 10
    assert guesser.sign_in("review").status_code == 429


def test_a_new_password_or_removal_ends_older_sign_ins(visit: Opened, database: str) -> None:
    reviewer = visit(Role.REVIEW, Role.READ)
    reviewer.sign_in("review")
    assert reviewer.get("/documents", follow_redirects=False).status_code == 200
    with open_ledger(database) as ledger:
        ledger.change_password("review", hashed("another four words"), new_session())
    assert reviewer.get("/documents", follow_redirects=False).status_code == 303
    reviewer.sign_in("review", "another four words")
    with open_ledger(database) as ledger:
        ledger.remove_user("review")
    assert reviewer.get("/documents", follow_redirects=False).status_code == 303


def test_signing_out_ends_it_too(visit: Opened) -> None:
    reviewer = visit(Role.REVIEW)
    reviewer.sign_in("review")
    reviewer.get("/documents")
    reviewer.post("/sign-out")
    assert reviewer.get("/documents", follow_redirects=False).status_code == 303


def test_a_cookie_that_was_tampered_with_signs_nobody_in(visit: Opened) -> None:
    reviewer = visit(Role.REVIEW)
    reviewer.sign_in("review")
    signed = reviewer.client.cookies["muster_session"]
    reviewer.client.cookies.set("muster_session", signed[:-2] + ("aa" if signed[-2:] != "aa" else "bb"))
    assert reviewer.get("/documents", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(("scheme", "secure"), [("http", False), ("https", True)])
def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(visit: Opened, scheme: str, secure: bool) -> None:
    reviewer = visit(Role.REVIEW)
    reviewer.client.base_url = f"{scheme}://127.0.0.1"
    reviewer.get("/sign-in")
    fields = {"token": reviewer.token, "name": "review", "password": PASSWORD}
    answer = reviewer.client.post("/sign-in", data=fields, follow_redirects=False)
    cookies = [cookie for cookie in answer.headers.get_list("set-cookie") if "muster_session" in cookie]
    assert len(cookies) == 1
    assert "HttpOnly" in cookies[0]
    assert "SameSite=lax" in cookies[0]
    assert ("Secure" in cookies[0]) is secure


def test_nobody_takes_back_what_another_decided_but_an_admin(visit: Opened) -> None:
    desk = visit(Role.REVIEW, Role.ADMIN)
    desk.sign_in("review")
    claim = desk.get("/review").text.partition('action="/claims/')[2][:16]
    desk.post(f"/claims/{claim}/judgements", verdict="reject")
    with open_ledger(desk.client.app.state.site.database) as ledger:
        from muster.web.passwords import new_user

        ledger.add_user(new_user("other", Role.REVIEW, PASSWORD))
    desk.sign_in("other")
    desk.get("/review")
    assert desk.post("/judgements/1/withdrawal").status_code == 403
    desk.sign_in("admin")
    desk.get("/review")
    assert desk.post("/judgements/1/withdrawal").status_code == 200


@pytest.mark.parametrize("path", ["/", "/documents", "/review", "/add", "/nowhere", "/static/desk.css"])
def test_every_answer_keeps_itself_to_itself(visit: Opened, path: str) -> None:
    answer = visit().get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", ""])
def test_a_name_that_is_not_ours_gets_nothing(visit: Opened, host: str) -> None:
    answer = visit().get("/documents", headers={"host": host})
    assert answer.status_code == 400
    assert "Norlanders" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "[::1]:8000", "10.0.0.7", "Muster.example.org"])
def test_addresses_and_the_names_it_was_given_are_ours(host: str) -> None:
    assert addressed_to(Site("x", "Inés", "s" * 40, names=("muster.example.org",)), host)


def test_too_much_at_once_is_refused_before_it_is_read(visit: Opened) -> None:
    own = visit()
    own.get("/add")
    too_long = {"content-length": str(LARGEST_REQUEST + 1)}
    assert own.client.post("/add/text", content=b"x", headers=too_long).status_code == 413
    assert own.client.post("/add/text", content=iter([b"x"])).status_code == 411


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "muster.example.org"])
def test_without_accounts_it_does_not_open_itself_to_others(database: str, host: str) -> None:
    with pytest.raises(MusterError, match="muster user add"):
        run(Site(database, "Inés", ""), host, 0, browser=False)


def test_a_secret_that_could_be_guessed_is_refused(database: str) -> None:
    with pytest.raises(MusterError, match="too short"):
        run(Site(database, "Inés", "muster"), "127.0.0.1", 0, browser=False)


@pytest.mark.parametrize(("host", "own"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False)])
def test_what_only_this_machine_reaches(host: str, own: bool) -> None:
    assert is_loopback(host) is own
