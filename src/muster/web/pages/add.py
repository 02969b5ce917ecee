"""Adding documents: files or pasted text, and how far their reading has come."""

import re
from pathlib import PurePosixPath

from fastapi import APIRouter, Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from muster import query
from muster.errors import MusterError, NotAllowed
from muster.model.user import Role
from muster.pipeline import Page, Publication
from muster.read import Sidecar
from muster.read.finding import ENDINGS
from muster.web.adding import Adder, Item, State
from muster.web.protection import LARGEST_REQUEST, MOST_FILES, Asking, Posted
from muster.web.rendering import page
from muster.web.site import site_of
from muster.web.views.said import ADDRESS_LENGTH
from muster.web.visitors import Visitor

router = APIRouter()

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes of one file."""

_LONGEST_NAME = 120
_WARNINGS = 10


@router.get("/add")
def add(request: Request, who: Asking) -> Response:
    """The forms to add by, and what was added and refused lately."""
    return _page(request, who)


@router.post("/add/files")
def files(request: Request, who: Asking, form: Posted) -> Response:
    """Have the files read; on to the page that shows how far that has come."""
    sent = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    try:
        said = Publication(_day(form), _words(form, "publisher"))
        pages, refused = _sorted(sent)
        batch = adder_of(request).take(pages, refused, said, who.name)
    except MusterError as error:
        return _page(request, who, str(error))
    return RedirectResponse(f"/add/{batch.number}", 303)


@router.post("/add/text")
def text(request: Request, who: Asking, form: Posted) -> Response:
    """Have a pasted text read; on to the page that shows how far that has come."""
    words = str(form.get("text", "")).replace("\r\n", "\n")
    try:
        facts = Sidecar(_day(form), _words(form, "publisher"), _words(form, "title"), _words(form, "url"))
        batch = adder_of(request).take([_pasted(words, facts, who)], [], Publication(), who.name)
    except MusterError as error:
        return _page(request, who, str(error), form)
    return RedirectResponse(f"/add/{batch.number}", 303)


@router.get("/add/{number}")
def progress(request: Request, who: Asking, number: int) -> Response:
    """How far a batch has come: what is read, what it brought, what was refused and why."""
    _check(who)
    batch = adder_of(request).batch(number)
    if batch is None:
        raise HTTPException(404, "This batch is not remembered: see the documents, and muster warnings.")
    return page(request, "progress.html", {"batch": batch, "length": ADDRESS_LENGTH})


def adder_of(request: Request) -> Adder:
    """What reads the documents that are sent to the site."""
    adder = request.app.state.adder
    assert isinstance(adder, Adder)
    return adder


def _page(request: Request, who: Visitor, wrong: str = "", form: FormData | None = None) -> Response:
    _check(who)
    with site_of(request).reader() as reader:
        warnings = query.warnings(reader)[-_WARNINGS:][::-1]
    filled = FormData() if form is None else form
    given = {
        "wrong": wrong,
        "filled": {name: str(filled.get(name, "")) for name in ("title", "publisher", "day", "url", "text")},
        "batches": adder_of(request).recent()[:5],
        "warnings": warnings,
        "endings": ENDINGS,
        "most": MOST_FILES,
        "largest": LARGEST_FILE // 2**20,
        "together": LARGEST_REQUEST // 2**20,
    }
    return page(request, "add.html", given, 400 if wrong else 200)


def _check(who: Visitor) -> None:
    if not who.may(Role.REVIEW):
        raise NotAllowed("Only who may review can add documents.")


def _sorted(sent: list[UploadFile]) -> tuple[list[Page], list[Item]]:
    """What can be read, and what is refused at the door. Raises MusterError if there is nothing at all."""
    if not sent:
        raise MusterError("No file was chosen.")
    pages, refused = [], []
    for one in sent:
        name = PurePosixPath((one.filename or "").replace("\\", "/")).name
        if PurePosixPath(name).suffix.lower() not in ENDINGS:
            reason = f"Muster reads files ending in {', '.join(ENDINGS)}: save the page as text, or paste it."
            refused.append(Item(name, one.size or 0, State.REFUSED, reason))
        elif (one.size or 0) > LARGEST_FILE:
            reason = f"more than the {LARGEST_FILE // 2**20} MB that a file sent here may have: use muster add."
            refused.append(Item(name, one.size or 0, State.REFUSED, reason))
        else:
            pages.append(Page(_name(PurePosixPath(name).stem), one.file.read()))
    return pages, refused


def _pasted(words: str, facts: Sidecar, who: Visitor) -> Page:
    """Raises MusterError for no text at all."""
    if not words.strip():
        raise MusterError("There is no text: paste the page's text into the field.")
    return Page(_name(facts.title or words[:_LONGEST_NAME]), words.encode(), facts, who.name)


def _name(words: str) -> str:
    """The name a document gets, in one line."""
    return (
        re.sub(r"[\s/\\]+", "-", "".join(c if c.isprintable() else " " for c in words).strip())[:_LONGEST_NAME]
        or "page"
    )


def _day(form: FormData) -> str | None:
    day = str(form.get("day", "")).strip()
    return query.iso_day(day) if day else None


def _words(form: FormData, name: str) -> str | None:
    return " ".join(str(form.get(name, "")).split()) or None
