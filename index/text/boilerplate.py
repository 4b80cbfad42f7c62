"""Page furniture: what a site adds to its articles, told by its words.

Read-on lines, offers, how to reach whoever wrote, who else did, when it was put there, rights and disclaimers, buttons.
Each is told in a line that holds nothing else: words of an article taken for these would be lost to answers, so in
doubt a line is the article's.
"""

import re

from index.text.words import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS, ZONES, words

_QUOTES = ("“", "‘", '"', "'")
_LONGEST = 600  # code points of a line that is furniture
_MARKS = re.compile(r"[^\w(\[@©“‘\"']+")
_URL = r"(?:https?://|www\.)\S"
_REACHED = r"(?:@\w|\b(?:e-?mail|twitter|facebook|instagram|x|bluesky|signal|whatsapp|linkedin|phone)\b|https?:)"
_SITES = r"(?:twitter|facebook|instagram|x|bluesky|mastodon|threads|tiktok|youtube|whatsapp|telegram|social media)"
_JOB = (
    r"(?:reporter|correspondent|columnist|journalist|editor|writer|contributor|producer|blogger|critic|photographer"
    r"|author|fellow|professor|lecturer|freelancer|analyst|commentator)"
)


def _forms(*forms: str, case: bool = False) -> re.Pattern[str]:
    return re.compile("|".join(forms), 0 if case else re.IGNORECASE)


_READ_ON = _forms(
    # to other articles, with a colon or the like behind the label
    r"(?:also\s+read|read\s+(?:also|more|next|on|now|the\s+full\s+story)|related(?:\s+(?:stories|articles?|coverage"
    r"|content|story|video|news))?|see\s+(?:also|more)|more|more\s+(?:on\s+this|stories|news)|must\s+read|don['’]?t\s+miss"
    r"|in\s+case\s+you\s+missed\s+it|icymi|up\s+next|recommended(?:\s+(?:reading|stories))?|watch(?:\s+(?:now|live|also"
    r"|more|the\s+video))?|listen(?:\s+(?:now|live|also))?|explore(?:\s+(?:more|further))?|further\s+reading|full\s+coverage"
    r"|live\s+(?:updates|blog))\s?[:|»>›]\s?[^\n]*$",
    r"(?:also\s+read|read\s+(?:also|more|next)|must\s+read|don['’]?t\s+miss|see\s+also)\s[–—-]\s?[^\n]*$",
    # or alone
    r"(?:also\s+read|read\s+(?:also|more|next|on|now)|related|see\s+(?:also|more)|must\s+read|don['’]?t\s+miss"
    r"|in\s+case\s+you\s+missed\s+it|up\s+next|recommended(?:\s+for\s+you)?|watch\s+(?:now|live|the\s+video)|explore"
    r"\s+(?:more|further)|further\s+reading|full\s+coverage|trending(?:\s+now)?|popular|what\s+to\s+read\s+next"
    r"|you\s+(?:might|may)\s+(?:also\s+)?(?:like|be\s+interested\s+in))\W*$",
    r"(?:most\s+(?:read|popular|viewed|shared|commented)|more\s+from|more\s+(?:stories|news|coverage)\s+(?:from|on|about)"
    r"|today\s+on|latest\s+(?:news|stories|headlines))\b[^.!?:]{0,60}$",
    r"\(?(?:more|read|related|see also|also read|watch|click here)\b[^.]{0,80}(?:stor(?:y|ies)|here|more|coverage)"
    r"[.)…\s]*$",
    r"read (?:the rest|more|next|also|full)\b[^\n]{0,120}$",
    r"(?:related|more) (?:stories|articles|coverage|topics|news):?[^\n]{0,80}$",
    r"(?:follow|more|full|complete|for\s+more)\b[^.\n]{0,120}(?:coverage|more|news|stories|on|at|AP\s[A-Z]+)\b[^.\n]{0,60}"
    r":?\s" + _URL + r"[^\n]*$",
    r"for\s+(?:more|the\s+latest|all\s+the\s+latest|breaking)\b[^\n]{0,120}\b(?:visit|follow|click|sign\s+up|subscribe"
    r"|go\s+to|head\s+to|check\s+out|like\s+us|tap|download)\b[^\n]{0,160}$",
)
_LABELLED = re.compile(r"\S[^.!?\n]{8,150}\s\[[A-Z][A-Z ]{2,19}\]\W{0,2}$")
_OFFER = _forms(
    r"(?:sign up|subscribe|join|register)\b[^\n]{0,200}\b(?:newsletters?|inbox|e-?mails?|alerts?|today|now|updates|here"
    r"|channel|community)\b[^\n]{0,120}$",
    r"(?:sign\s+up|subscribe|log\s+in|sign\s+in|register|subscribe\s+now|join\s+now|donate(?:\s+now)?)\W*$",
    r"get\s(?:the|our|more|breaking|daily|all|real-time|access|unlimited|exclusive|today|your|\S+\s\S+\s\S+\sdelivered)\b"
    r"[^\n]{0,140}\b(?:news|newsletters?|app|alerts?|inbox|headlines|faster|updates|subscriptions?|letterbox|coverage"
    r"|e-?mail)\b[^\n]{0,140}$",
    r"[^\n]{0,140}\b(?:delivered|sent|straight|right)\s+(?:right\s+|straight\s+|directly\s+)?(?:to|into|in|through)\s+your"
    r"\s(?:inbox|letterbox|e-?mail|door|phone)\b[^\n]{0,140}$",
    r"stay\s+(?:informed|up\s+to\s+date|updated|connected|in\s+the\s+know|ahead)\b[^\n]{0,40}\bwith\b[^\n]{0,240}$",
    r"(?:tap|click|press|swipe)\s(?:to|on|in|here)\b[^\n]{0,140}$",
    r"(?:install|download)\s(?:the|our)\b[^\n]{0,60}\bapp\b[^\n]{0,60}$",
    r"in (?:two|three|\d) easy steps:?$",
    r"\d[.)]\s(?:tap|click|open|press|scroll|select|swipe)\b[^\n]{0,90}$",
    r"(?:follow\s[^\n]{1,80}|(?:like|join|find)\s(?:us|him|her|them|me|our\s\w{2,20}|more\s\w{2,20}))\son\s"
    + _SITES
    + r"\b[^\n]{0,100}$",
    r"(?:chat|talk|connect)\s+with\s+us\b[^\n]{0,160}$",
    r"(?:tell\s+us\s+what\s+you\s+think|have\s+your\s+say|join\s+the\s+(?:conversation|discussion|debate)|what\s+do\s+you"
    r"\s+think\?|let\s+us\s+know)\b[^\n]{0,120}$",
    r"(?:support|help)\s(?:our|us|independent|local|quality)\b[^\n]{0,60}\b(?:journalism|reporting|newsroom|newspaper"
    r"|subscrib\w+|donat\w+|donate)\b[^\n]{0,160}$",
    r"(?:become|try|enjoy)\b[^\n]{0,60}\b(?:a\s+(?:member|subscriber|supporter)|free\s+trial|unlimited\s+access)\b"
    r"[^\n]{0,160}$",
    r"(?:already|not)\s+(?:a|yet\s+a)\s+(?:subscriber|member)\b[^\n]{0,80}$",
    r"to\s(?:read|view|see|continue\sreading)\s(?:the\s(?:full|whole|entire|rest\sof\sthe|remainder\sof\sthe)|this|more)"
    r"\s?(?:story|article|stories|articles|content|piece)?,\s?[^\n]{0,60}\b(?:subscri\w+|log\s+in|sign\s+(?:in|up)|register"
    r"|click|visit)\b[^\n]{0,160}$",
    r"(?:never|don['’]t)\s+miss\b[^\n]{0,100}\b(?:by\s+signing\s+up|sign\s+up|newsletters?|subscrib\w+)\b[^\n]{0,160}$",
    r"if\s+you(?:['’]re|\s+are)\b[^\n]{0,60}\balready\s+a\s+(?:subscriber|member)\b[^\n]{0,200}$",
    r"when\s+you\s+(?:sign\s+up|subscribe|register)\b[^\n]{0,160}\bnewsletters?\b[^\n]{0,120}$",
    r"[^.\n]{2,60}\stakes?\s+your\s+privacy\s+seriously\b[^\n]{0,300}$",
    r"(?:you\s+(?:can|may)\s+)?unsubscribe\s(?:at\s+any\s+time|here)\b[^\n]{0,120}$",
    r"submit\s+(?:a|your)\s(?:\w+\s)?(?:letters?|photos?|story|stories|events?|tips?|obituar\w+)\b[^\n]{0,160}$",
    r"(?:this|the)\s(?:article|story|content)\s+is\s+(?:free|only|exclusive|reserved)\b[^\n]{0,60}\b(?:subscribers?"
    r"|members?|readers?)\b[^\n]{0,60}$",
    r"[^\n]{0,160}\bfrom\s+us\s+and\s+our\s+partners\b[^\n]*$",
    r"[^\n]{0,300}\bdo\s+I\s+qualify\?$",
    r"thanks?(?:\s+you)?\s+for\s+(?:signing\s+up|subscribing|your\s+subscription|reading)\b[^\n]{0,100}$",
    r"(?:keep\s+an\s+eye\s+on|check)\s+your\s+inbox\b[^\n]{0,80}$",
    r"by\s+(?:signing\s+up|submitting|clicking|subscribing|registering|providing)\b[^\n]{0,240}\b(?:terms|privacy|policy"
    r"|consent|agree)\b[^\n]{0,160}$",
    r"(?:watch|listen\s+to|hear|catch)\s[^.\n]{2,60}\s(?:live\s(?:at|on|from|here|weekdays|weeknights|every|tonight|daily)|weekdays|weeknights)\b[^\n]{0,100}$",
)
_CONTACT = _forms(
    r"(?:reach|contact|e-?mail|write\s+to|message|follow|tweet|call)\s(?:the\s)?(?:reporters?|authors?|writers?|him|her"
    r"|them|me|us|[A-Z][^\n]{1,60}?)\s(?:at|on|via|through|by)\b[^\n]{0,80}" + _REACHED + r"[^\n]*$",
    r"[^\n]{0,200}\b(?:reach|contact|e-?mail|write\s+to|follow|tweet)\s(?:him|her|them|me|us)\s(?:at|on|via|by|here)\b"
    r"[^\n]{0,140}$",
    r"[^.\n]{2,80}\s(?:can|may)\s+be\s+(?:reached|contacted|followed|found)\s+(?:at|on|via|by)\b[^\n]{0,60}(?:@\w|\btwitter\b|https?:)"
    r"[^\n]*$",
    r"(?:have|got)\s+(?:a|an|any)\s(?:\w+\s){0,2}(?:tip|story|question|comment|news\s+tip|story\s+idea|opinion)\b[^\n]{0,60}"
    r"\?[^\n]*$",
    r"(?:do\s+you\s+have|if\s+you\s+have|send)\s+(?:a|an|any|your|us)\s(?:\w+\s){0,2}(?:tips?|story|news\s+tips?|stories"
    r"|letters?)\b[^\n]{0,240}$",
    r"(?:e-?mail|twitter|contact|phone|tel|facebook|instagram)\s?:\s?\S[^\n]{0,60}$",
    r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}(?:\W{1,4}@?\w{1,30})?\W*$",
    r"[A-Za-z][\w ]{1,30}:\s?" + _URL + r"+$",
    r"@\w{2,30}(?:\W{1,3}@\w{2,30}){0,4}\W*$",
    r"(?:https?://|www\.|(?:twitter|facebook|instagram|x|t)\.com?/|pic\.twitter\.com/)\S+$",
)
_NAMES = r"[A-Z][\w’'.-]*(?:\s(?:[A-Z][\w’'.-]*|de|van|von|der|al|bin|la|le)){0,4}"
_TELLS = r"(?![^\n]*\b(?:found|shows?|showed|suggests?|says?|said|has|have|was|were|is|are|reveal(?:s|ed)|that)\b)"
_NOTE = _forms(
    r"(?:(?:[Aa]dditional |[Ff]urther )?[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited|[Ww]ritten|[Ff]ilmed"
    r"|[Pp]roduced|[Tt]ranslated|[Aa]dditional research|[Ii]llustrations?) by (?=[A-Z])" + _TELLS + r"[^\n]*$",
    r"(?:[Rr]eporting from|[Aa]dditional reporting from"
    r"|[Ww]ith (?:additional )?(?:reporting|files|reports|contributions|material|information) (?:by|from)"
    r"|[Cc]ontributing(?: to this (?:report|story|article))?:|[Cc]ontributors?:"
    r"|SOURCES?:|Sources?:|[Pp]rovided by|Agencies$|Reuters$|AFP$)" + _TELLS + r"\s?[^\n]{0,200}$",
    r"[^\n“”\"]{2,380}\bcontribut(?:ed|es)(?: \w+){0,2} to this (?:report|story|article|piece|dispatch|column)"
    r"\b[^\n]{0,120}$",
    rf"(?:{_NAMES}(?:, | and |, and )){{0,4}}{_NAMES} (?:also )?contributed(?: reporting| research)?\.?$",
    rf"(?:{_NAMES}(?:, | and |, and )){{0,4}}{_NAMES} reported from (?=[A-Z])" + _TELLS + r"[\w ,;.’'-]{1,200}$",
    case=True,
)
_RIGHTS = _forms(
    r"(?:©|\(c\)|copyright)\s[^\n]{0,240}$",
    r"all rights reserved\.?[^\n]{0,80}$",
    r"this (?:material|article|content|copy) (?:may not be|is for your)\b[^\n]{0,240}$",
    r"(?:distribution|reproduction|republication|use) (?:and use )?of this (?:material|article|content)\b[^\n]{0,240}$",
    r"this\s(?:material|article|content|story|copy)\sis\s(?:the\s)?(?:copyright(?:ed)?|(?:intellectual\s)?property)\b[^\n]{0,240}$",
    r"(?:prior\s|express\s)?(?:written\s)?(?:permission|consent)\s(?:must|is|has)\b[^\n]{0,60}\b(?:reprint|reproduc|republi"
    r"|reposting)[^\n]{0,160}$",
    r"our standards\s?:[^\n]{0,120}$",
    r"this\s(?:story|article|post|piece|column|content)\s(?:was|is|has\s+been"
    r"|originally|first)\s(?:\w+\s){0,2}(?:published|appeared|posted|produced|republished|syndicated|created|updated"
    r"|auto-generated)\b[^\n]{0,240}$",
    r"(?:originally|first)\s(?:published|appeared|posted)\s(?:on|in|at|by)\b[^\n]{0,120}$",
    r"a\s+version\s+of\s+this\s+(?:story|article|column|piece)\b[^\n]{0,200}$",
    r"[^\n]{0,200}\b(?:may|might)\s(?:earn|receive|get)\s(?:an?\s)?(?:\w+\s)?(?:commissions?|share\sof\sthe\ssale"
    r"|percentage)\b[^\n]{0,200}$",
    r"(?:the\s+)?(?:views|opinions)\s+(?:and\s+opinions\s+)?expressed\b[^\n]{0,60}\b(?:are|do|is)\b[^\n]{0,200}$",
    r"disclaimer\b[^\n]{0,300}$",
    r"(?:advertisements?|sponsored(?: content)?|promoted(?: content)?|ad)$",
    r"(?:story|article)\s+continues\b[^\n]{0,60}$",
    r"(?:scroll|keep\s+scrolling)\b[^.\n]{0,40}\bto\s(?:continue|read|see)\b[^\n]{0,40}$",
)
_BUTTON = _forms(
    r"a\s(?:post|reel|photo|video|story)\s(?:shared|posted)\sby\s[^\n]{1,80}\(@\w[^\n]{0,80}$",
    r"view\s(?:this|more|the\sfull)\s(?:post|profile|on|in)\b[^\n]{0,60}$",
    r"(?:share|like|tweet|print|e-?mail|comments?|copy link|whatsapp|facebook|twitter|reddit|pinterest|linkedin|save)"
    r"(?:[\s|·,/]+(?:share|this|article|on|via|tweet|print|e-?mail|comments?|copy link|whatsapp|facebook"
    r"|twitter|reddit|pinterest|linkedin|save|link|\d+))*$",
    r"\d{1,6}\s(?:comments?|shares?|likes?|views)$",
    r"(?:image|photo|picture|slide)?\s?\d{1,3}\s(?:of|/)\s\d{1,3}$",
    r"\d{1,3}\s?[- ]?min(?:ute)?s?\s(?:read|listen|watch)$",
    r"(?:print|order|view|leave\s+a|post\s+a|add\s+a|show|hide|load|expand|close|toggle)\s(?:article|reprints?|comments?"
    r"|all|more|less|gallery|menu|caption|image|photos?|full\s+image|slideshow|navigation|replies)\W*$",
    r"(?:please\s+wait|loading|back\s+to\s+top|previous|prev|menu|skip\s+to\s+(?:content|main\s+content))\W*$",
    r"(?:this\s+feature\s+is\s+temporarily\s+unavailable|there\s+was\s+an\s+error|an\s+error\s+(?:has\s+)?occurred"
    r"|something\s+went\s+wrong|your\s+browser\s+does\s+not|please\s+(?:enable|turn\s+on)\s+javascript)\b[^\n]{0,120}$",
    r"from\s+the\s+section\b[^.\n]{0,40}$",
    r"\[/?[a-z][a-z_-]{1,30}\s[a-z_-]{1,30}=[^\n]*$",
)
_KINDS = (_READ_ON, _LABELLED, _OFFER, _CONTACT, _NOTE, _RIGHTS, _BUTTON)
_BIO = re.compile(
    rf"(?:{_NAMES}|About the author|The (?:author|writer)),? (?:is|was|has been|works as|writes|covers|reports)\b"
    rf"[^\n“”\"]{{0,120}}?\b{_JOB}s?\b[^\n“”\"]{{0,260}}$"
    rf"|{_NAMES} (?:covers|writes about|reports on) [^\n“”\"]{{2,200}}\bfor\b[^\n“”\"]{{2,120}}$"
)
_TRAILING = re.compile(r"(?<=[.!?”\"’'])\s+(\((?:More|Read more|Read about|See)\b[^()\n]{1,120}\))$")
_CREDIT = re.compile(
    r"\((?:[^()\n]*\b(?:Photos?|Picture|Image|Getty|AP|AFP|Reuters|PA|EPA)\b[^()\n]*|(?:Photo|File)[^()\n]*"
    r"|[A-Z][^()\n]{1,40}/[^()\n]{2,60})\)\.?$"
    r"|\b(?:Photo|Photograph|Picture|Image)(?:\s+(?:by|credit|courtesy of))?:?\s[A-Z][^.\n]{1,80}\.?$"
    r"|[—–]\s?[A-Z][^.\n/]{1,40}/[^.\n]{2,40}$"
)
_CREDIT_REACH = 200
_STAMP = (
    words("posted published updated first last modified filed created on at of from the by date time am pm a.m p.m")
    | WEEKDAYS
    | SHORT_WEEKDAYS
    | MONTHS.keys()
    | SHORT_MONTHS.keys()
    | ZONES
    | words("jst hkt aedt hst akst sast wat eat")
)
_NUMBER = re.compile(
    r"\d{1,4}(?:st|nd|rd|th)?(?:[:./-]\d{1,4}){0,3}(?:am|pm|a\.m|p\.m|h)?|\d{4}-\d{2}-\d{2}t[\d:.+z-]{2,20}"
)
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_SAYS_WHEN = re.compile(r"\b(?:posted|published|updated|modified|filed)\b", re.IGNORECASE)
_LONGEST_STAMP = 120


def is_boilerplate(line: str) -> bool:
    """Whether a line of a page is furniture of the site, wherever it stands."""
    if len(line) > _LONGEST:
        return False
    marks = _MARKS.match(line)
    bare = (line[marks.end() :] if marks is not None else line).rstrip()
    if bare[:1] in _QUOTES:
        return False
    return not bare or any(kind.match(bare) for kind in _KINDS) or is_stamp(bare)


def is_biography(line: str) -> bool:
    """Whether a line tells who wrote the article, as those at its end do; in an article it may tell of anybody."""
    return len(line) <= _LONGEST and _BIO.match(line.strip(" *_—–-")) is not None


def has_credit(line: str) -> bool:
    """Whether a line ends with the credit of a picture."""
    return _CREDIT.search(line[-_CREDIT_REACH:]) is not None


def is_stamp(line: str) -> bool:
    """Whether a line holds nothing but when it was put there: a date and a time of day, "Updated" and either."""
    says = _SAYS_WHEN.search(line) is not None
    if len(line) > _LONGEST_STAMP or not (says or _CLOCK.search(line)):
        return False
    pieces = [piece.strip("()[]|,;:.·•–—-").lower() for piece in line.split()]
    numbers = [piece for piece in pieces if _NUMBER.fullmatch(piece)]
    return len(numbers) > (not says) and all(
        not piece or piece in _STAMP or _NUMBER.fullmatch(piece) for piece in pieces
    )


def trailing_link(text: str) -> int:
    """How many code points at the end of `text` are "(More ... stories.)", 0 where none are."""
    tail = _TRAILING.search(text[-160:])
    return len(tail.group(1)) if tail is not None else 0
