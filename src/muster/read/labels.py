"""What pages say that is not their text: words and shapes of labels, notices, credits and marks, as data.

Nothing here is the wording of one outlet: entries are what a class of pages calls a thing. All patterns are matched
on single lines or paragraphs and take time linear in their length.
"""

import re


def _any(lines: str) -> str:
    """The alternatives that stand on these lines."""
    return "(?:" + "|".join(line.strip() for line in lines.strip().splitlines()) + ")"


_MONTHS = _any("""
    jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?
    aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?
""")
_DAYS = "(?:mon|tues?|wed|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
MONTH = re.compile(rf"\b{_MONTHS}\b", re.I)
DATE_WORDS = re.compile(
    rf"\b(?:{_MONTHS}|{_DAYS})\b|"
    + _any(r"""
    \b(?:first|last|published|updated|posted|modified|created|released?|issued|date|time|all times|local)\b
    \b(?:on|of|at|to|the|in|hrs?|hs|h|hours?|min(?:ute)?s?|days?|weeks?|ago|just now|today|yesterday)\b
    \b(?:am|pm|[A-Z]{2,5}T|GMT|UTC)\b|\b[ap]\.m\.|\d+(?:st|nd|rd|th|h|z)?\b
    """),
    re.I,
)
"""What a line that only says when it was published is made of, besides marks."""

STOP = re.compile(r"[.!?…:;][\"”’»')\]]*(?:\[\d+\])*$")
"""A sentence, or a clause of one, ends here."""
FULL_STOP = re.compile(r"[.!?…][\"”’»')\]]*(?:\s?\[[^\[\]]{1,20}\])*$")
"""A sentence ends here."""

_CLOCK = (
    r"\[?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[:.][0-5]\d)?\b"
    r"(?:\s?(?:[ap]\.?m\.?|GMT|UTC|BST|[A-Z]{2,4}T)\b)?\]?:?(?=\s|$)"
)
ARMY_CLOCK = r"(?!(?:19|20)\d\d)(?:[01]\d|2[0-3])[0-5]\d(?=\s{2,}\S)"
"""Four bare digits with a gap behind: a time of day if they can be no year."""
YEARLIKE_CLOCK = re.compile(r"(?:19|20)[0-5]\d(?=\s{2,}\S)\s*")
"""A time of day, too, among others that can be no year."""
MARKER = re.compile(
    rf"(?:[•‣▪●◦■►▶✓✔]|\*{{1,3}}|[-–—](?=\s)|\(?\d{{1,3}}[.)](?=\s|$)|\([a-z]\)(?=\s)|{_CLOCK}|{ARMY_CLOCK})\s*"
)
"""A bullet, a number or a time of day at the head of an item."""
ENUMERATOR_ALONE = re.compile(r"(?:\(?\d{1,3}[.)]|[IVXL]{1,6}\.|[A-Z]\.)$")
"""A line that holds the number of what follows, and nothing else."""

# -- labels of sites -----------------------------------------------------------------------------------------------

BUTTONS = frozenset(
    label.strip()
    for label in """
    about|about us|account|ad|ads|advert|advertisement|advertising|article|back|back to top|bookmark|breaking
    breaking news|captions|careers|chapters|close|comment|comments|contact|contact us|cookie policy|cookies|copy link
    copy link url|donate|download|download pdf|e-mail|edit|email|events|expand|facebook|follow|follow us|fullscreen
    gallery|help|home|image|image caption|image gallery|image source
    in pictures|instagram|jobs|join|latest news|leave a comment|linkedin
    listen live|live|live tv|load more|loading|log in|login|menu|mute|navigation|news|newsletter|next|next article
    next page|open menu|others|photo|photos|pictures|play|play video|player|podcast|previous|previous article
    print|print this page|privacy|privacy policy|radio|register|reply|retweet|rss|save|save article|scroll to top
    search|send|settings|share|share on facebook|share this|share this article|share this page|show comments|show more
    sign in|sign up|sitemap|skip|skip ad|skip to content|skip to main content|slideshow|sponsored|sponsored content
    subscribe|subscribe now|table of contents|contents|tags|telegram|terms|terms of use|terms and conditions|top|topics
    transcript|tweet|twitter|unmute|video|videos|view all|view gallery|view history|view more|watch live|weather
    whatsapp|x|youtube
    """.replace("\n", "|").split("|")
    if label.strip()
)
"""Whole labels: what a button, tab or section mark says (compared in lower case, without marks and counts)."""

_LINKED = "stories|story|news|articles?|coverage|pages?|publications?|links?|topics?|content|reading|posts?|documents?"
LINK_LABEL = re.compile(
    r"^\W*"
    + _any("""
    (?:also )?read(?: (?:more|next|also|on|this))?|keep reading|continue reading|related|recommended|more|see also
    (?:the )?most (?:read|watched|popular|viewed|shared|commented)|you (?:may|might)(?: also)? (?:like|be interested)
    editor['’]?s['’]? (?:picks?|choice)|trending|top stories|popular|latest|what to read next|up next|next up
    watch|listen|elsewhere|around the web|from the archives?|in other news|don['’]?t miss|further reading
    explore(?: more)?|other
    """)
    + rf"(?: (?:{_LINKED}|reports?|videos?|items|now|next|also))?"
    + r"(?: (?:from|on|in|about|for|by) [^.!?:|]{1,40})?\s*(?P<title>(?:[:|»›>]|(?<=\s\s)\S).*)?$",
    re.I,
)
"""The head of a list of links to other texts; `title` is there if the link stands on the same line."""
LINK_CALL = re.compile(
    r"^\W*(?:(?:also )?read|keep reading|related|recommended|see also|watch|listen|most|more on)\b", re.I
)
"""Those that also stand before a colon and a title; `Latest:` and `More:` may begin a headline."""

NOTICE = re.compile(
    "^"
    + _any(r"""
    we (?:use|need|value)\b.{0,80}\b(?:cookies?|consent|privacy)|(?:this|our) (?:web)?site uses\b
    we use a third party\b|by (?:continuing|clicking|using|signing|subscribing)\b|accept (?:all|cookies)
    manage (?:preferences|cookies|consent)|do not (?:sell|share) my|terms of (?:use|service)
    (?:please )?(?:sign up|subscribe|register|log in|sign in)(?: (?:for|to|here|now|today|with|or|and)\b|$)
    (?:get|receive) (?:our|the|all the) .{0,60}(?:inbox|email|newsletter|alerts?)
    (?:follow|find|join|like) us (?:on|at)\b|follow @|download (?:our|the) app
    listen to (?:this|the) (?:article|story)|(?:click|tap) (?:here|to)\b|support our journalism|donate (?:to|now)
    share (?:this|on|via)\b|print this\b|tip us\b|« ?back\b|(?:back|return) to\b.{0,30}$
    (?:this|the) (?:page|article|site|entry) (?:was last|needs additional|has multiple|is part of|may be reproduced)
    text is available under|\(?redirected from\b|from [\w ]{2,30}, the (?:free|open) \w*encyclop|auto-?refresh
    (?:filed under|tags?|topics?|keywords?|categor(?:y|ies)|hashtags?|in this issue)\s?:|trending (?:in|now|on)\b
    comments? \(\d+\)|\d+ comments?$|(?:\d+[.,]?\d*k? )?(?:views|shares|likes|retweets|replies)$
    \d+ ?min(?:ute)?s?\.? read|reading time|estimated read|javascript (?:is|must be)|your browser (?:does|is)
    enable javascript|advertisement\b|ad feedback|story continues below|article continues|printer[- ]friendly
    views (?:are|expressed)\b.{0,60}\bown
    """),
    re.I,
)
"""What a site says of itself or asks of its visitor; matched on short paragraphs only."""

COPYRIGHT = re.compile(r"^(?:©|\(c\)\s|copyright\b\W|℗)|\ball rights reserved\b", re.I)

PLAYER = re.compile(
    "^"
    + _any(r"""
    (?:video|audio|media) player is loading|(?:the )?(?:video|media) could not be loaded
    (?:current|remaining|duration|total) time|(?:duration|loaded|progress|stream type|playback rate|volume|seek)\b[\s:]
    beginning of dialog|end of dialog|this is a modal|picture-in-picture|\d(?:\.\d+)?x$
    (?:descriptions?|captions?|subtitles?|chapters|quality|audio track)(?: (?:off|on|settings|auto)\b.*|, selected)
    (?:play|pause|watch|listen)\b[^.]{0,40}\d\d?:\d\d|-?\d\d?:\d\d(?: ?/ ?\d\d?:\d\d)?$
    """),
    re.I,
)
"""Controls of a video or sound player."""

# -- marks of papers and wires ---------------------------------------------------------------------------------------

PAGE_MARK = re.compile(
    "^"
    + _any(r"""
    [-–—\[(| ]*(?:page )?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?[-–—\])| ]*|[A-Z]{1,4}(?:/[A-Z0-9.()-]+){2,}\*?
    \*?\d{7}[A-Z]?\*?|\d{6}|[A-Z]|(?:\d\d-\d{5}\s.{0,60})?/\.\.\.
    \d\d-\d{4,6}(?: ?\*?\([A-Z]\))?(?:\s+\d{6})?(?:\s+\*\w+\*)?(?:\s+(?:\d+/\d+|\d+|/\.\.\.))?
    (?:original ?:\s*)?(?:english|french|spanish|russian|arabic|chinese)(?:\s+page \d+)?
    distr\.?(?: ?: ?(?:general|limited|restricted))?|general|\*?\s*reissued for technical reasons\.
    [\W_]+|[IVXL]{1,6}\.|[A-Z]\.
    """)
    + "$",
    re.I,
)
"""Page numbers, document symbols, job numbers, marks of distribution and language, rules."""

SYMBOL = re.compile(r"[A-Z]{1,4}(?:/[A-Z0-9.()-]+){2,}\*?$")
"""The symbol of a paper, as it stands beside the name of the body that gives it out."""

SIGN_OFF = re.compile(r"^\W*(?:(?:[\w ]{2,12}/ ?)?(?:END|ENDS|THE END)|N{4}|30|MORE|XXX)\W*$")
"""The mark that a text is over, or goes on."""

_MAKING = "reporting|editing|writing|compiled|edited|written|reviewed|translated|posted|story|words|text|report"
BYLINE = re.compile(
    rf"^\(?(?:(?i:additional )?(?i:{_MAKING}) (?:by|in|from)\b|[Bb]y (?!(?:[Tt]he|[Aa]n?)\b)(?=[^a-z\d])|BY (?=[A-Z])"
    r"|[Aa]uthors?\s?:|[Ss]ource\s?:)",
)
"""Who wrote, edited or translated it."""
PAPER_HEAD = re.compile(r"^(?:distr|original)\.?\s?:", re.I)
"""How wide and in which language a paper is given out."""
JOB = re.compile(r"\b(?:correspondent|reporter|columnist|staff writer|editor|newsroom|news desk)$", re.I)

FINITE = re.compile(
    "\\b"
    + _any(r"""
    is|are|was|were|be|been|has|have|had|does|did|will|would|can|could|may|might|must|should|shall|said|says|say
    told|took|takes?|left|came|went|gave|began|held|killed|sent|sends|made|get|got|i|we|they|he|she|you|[a-z]{3,}ed
    """)
    + "\\b",
    re.I,
)
"""A word that a label hardly has and a statement nearly always."""

# -- pictures ----------------------------------------------------------------------------------------------------

_AGENCY = _any(r"""
    AP|AFP|EPA|EPA-EFE|EFE|AA|ANSA|DPA|TASS|PA|UPI|IANS|ANI|Xinhua|Reuters|REUTERS|Getty(?: Images)?|Keystone
    Anadolu(?: Agency)?|Shutterstock|Alamy|Corbis|Bloomberg|Belga|Scanpix|NTB|Ritzau|Handout|HANDOUT|Courtesy
    File|FILE|file|Archive|NATO|MOD|DoD|UN Photo
""")
_PICTURE = r"(?i:photos?|photographs?|photographer|pictures?|pics?|images?|credits?|foto)"
CREDIT = re.compile(
    r"\s*"
    + _any(rf"""
    /\s?{_PICTURE}\b[^/\n]{{0,80}}
    [\[(]\s?(?:{_PICTURE}\s?[:/]|{_PICTURE} by |{_PICTURE} courtesy|(?:AP|AFP) {_PICTURE})[^()\[\]\n]{{1,100}}[\])]
    \b{_PICTURE}(?: [Cc]redits?| source| by)?\s?[:/]\s?[^.\n]{{1,80}}\.?
    \b{_PICTURE} by [A-Z][^.\n]{{1,60}}\.?
    [\[(][^()\[\]\n]{{2,90}}\bvia\s[^()\[\]\n]{{2,60}}[\])]
    [\[(](?:[^()\[\]\n]{{0,60}}[/,] ?)?{_AGENCY}(?:[/,|][^()\[\]\n]{{1,60}}| {_PICTURE})?[\])]
    ©\s?[^\n]{{1,60}}
    \b(?:AP|AFP|EPA|REUTERS|Reuters|Getty Images|Xinhua)/[A-Z][^\n]{{1,60}}
    """)
    + "$"
)
"""Who made or sold a picture, at the end of its caption."""
CREDIT_WORDS = re.compile(
    _any("""
    photos?|photographs?|photographer|pictures?|images?|credits?|source|courtesy|handout|file|archive|from|with|agency
    pool|provided|supplied|released|screenshot|video|footage|ministry
    """)
)
"""Words in lower case that may stand in a credit, besides short ones."""
CAPTION_HEAD = re.compile(
    rf"^(?i:file {_PICTURE}|{_PICTURE} caption|caption|pictured|{_PICTURE})(?:\s?[:—–-]\s|(?<=caption)\s)\s*"
)
"""The label at the head of a caption."""
CREDIT_LINE = re.compile(
    rf"^(?:{_PICTURE}(?: [Cc]redits?| source| by)?\s?[:,/]|(?:AP|AFP|EPA|REUTERS|Reuters|Getty Images)/"
    rf"|{_PICTURE} source\b)"
    r"\s?[^.]{1,80}\.?$"
)
"""A line that is a credit and nothing else."""

# -- headings ----------------------------------------------------------------------------------------------------

SECTION = re.compile(r"^(?:[IVXL]{1,6}\.|[A-H]\.|(?:annex|appendix|chapter|part|section)\b)\s*[^.]*$", re.I)
"""A numbered heading or the name of a part of a report."""
DATELINE = re.compile(r"^[A-Z][A-Z.,/' -]{2,40}(?:,|\s[-–—(])")
"""The place (and day) at the head of an agency report."""
SPEAKER = re.compile(r"^[^\W\d][^:?!]{0,50}:\s.*[?!][\"”’»')\]]*$", re.S)
"""A short turn of an interview: who speaks, then a question or a call."""
