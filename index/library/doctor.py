"""The checks of ``onrecord doctor`` that need nothing but this machine: encoder, database, disk, clock, index.

Nothing is changed: a database that is not there is not made, one of an older schema is not upgraded.
"""

import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, time

from index.encoder.encoder import Encoder, Fault, FaultKind
from index.errors import OnrecordError, StoreError
from index.library.library import open_samples
from index.model.article import ANSWERABLE, AnnotatedArticle, Span
from index.model.check import Check, Verdict
from index.samples import SAMPLE_QUESTION
from index.search.cache import ReaderCache
from index.store import Store
from index.store.health import communities_of, damage_in, has_foreign_log, newest_moment, schema_known, schema_of
from index.store.vectors import lacking

_LITTLE, _NONE = 500 << 20, 50 << 20  # bytes of free disk
_AHEAD = timedelta(minutes=2)  # by which clocks of several machines may differ
_BUILT = datetime(2026, 1, 1, tzinfo=UTC)  # no clock that is right shows less
_JUMP = 2.0  # seconds between two clocks
_LIBRARIES, _LARGEST = 3, 2_000  # libraries whose index is built for comparison, and articles of one at most
_SHOWN = 3  # damaged articles that are named

_UPGRADE = "Start the bot, or use any command on this database: a file is copied first, then upgraded."
_SET_ASIDE = "Start the bot, or use any command on this database: the log is set aside first."
_RESTORE = "Restore a backup, or remove these articles and add them again."


def check_machine(database: Path | str, encoder: Encoder | None = None) -> Iterator[Check]:
    """Check `database`, a file or a server's URL, and what it stands on; gives each check as it is done.

    `encoder` is None where the settings turn it off.
    """
    began = time(), monotonic()
    yield _samples()
    yield _encoder(Fault(FaultKind.OFF, "ONRECORD_ENCODER is off.") if encoder is None else encoder.fault())
    try:
        if isinstance(database, str):
            yield Check("disk", Verdict.SKIPPED, "The database's disk is its server's.")
        else:
            yield _disk(database)
            yield _access(database)
        if isinstance(database, Path) and has_foreign_log(database):
            said = f"The log beside {database} is another database's, such as the one before a restore."
            yield Check("log", Verdict.PROBLEM, said, _SET_ASIDE)
        else:
            yield from _database(database, encoder)
    except (StoreError, OSError) as error:
        yield Check("database", Verdict.PROBLEM, str(error), "Do what it says, then run onrecord doctor again.")
    yield _steadiness(*began)


def _encoder(fault: Fault | None) -> Check:
    """See whether questions are understood by what sentences mean."""
    if fault is None:
        return Check("encoder", Verdict.OK, "Questions are understood by what sentences mean, and by their words.")
    said = f"Questions are understood by words alone. {fault.detail}"
    if fault.kind is FaultKind.OFF:
        return Check("encoder", Verdict.SKIPPED, said)
    cure = "Install Onrecord again, or set ONRECORD_ENCODER to off."
    return Check("encoder", Verdict.WARNING, said, cure)


def _database(database: Path | str, encoder: Encoder | None) -> Iterator[Check]:
    version = schema_of(database) if isinstance(database, str) or database.exists() else 0
    if version == 0:
        place = "The server's database is empty" if isinstance(database, str) else f"{database} is not there yet"
        cure = "If there should be articles already, give their database with --database or ONRECORD_DATABASE."
        yield Check("database", Verdict.WARNING, f"{place}; the bot, or the first article, makes it.", cure)
        return
    if version < schema_known():
        said = f"The database has schema {version}; this version of Onrecord has {schema_known()}."
        yield Check("schema", Verdict.WARNING, said, _UPGRADE)
        return
    if version == schema_known():
        yield Check("schema", Verdict.OK, f"Schema {version} is the newest.")
    with closing(Store(database)) as store:
        libraries = communities_of(store)
        said = f"{store.name} can be read; libraries: {len(libraries)}, articles: {sum(libraries.values())}."
        damage = damage_in(store) if isinstance(database, Path) else None
        if damage is not None:
            yield Check("database", Verdict.PROBLEM, f"{store.name} is damaged: {damage}", _RESTORE)
        else:
            yield Check("database", Verdict.OK, said)
        yield _clock(newest_moment(store))
        yield _articles(store, libraries)
        yield _memory(store, libraries)
        model = encoder.digest() if encoder is not None else None
        if model is not None:
            yield _vectors(store, libraries, model)


def _samples() -> Check:
    """Ask the bundled samples, in memory."""
    with open_samples() as samples:
        found = samples.ask(SAMPLE_QUESTION).passages
    if found:
        return Check("answering", Verdict.OK, "A question over the bundled samples is answered.")
    return Check("answering", Verdict.PROBLEM, "The bundled samples answer nothing.", "Install Onrecord again.")


def _disk(file: Path) -> Check:
    place = next(parent for parent in file.absolute().parents if parent.exists())
    if not os.access(place, os.W_OK) or (file.exists() and not os.access(file, os.W_OK)):
        cure = "Give the file and its directory to the user that the bot runs as."
        return Check("disk", Verdict.PROBLEM, f"{file} or its directory may not be written.", cure)
    free = shutil.disk_usage(place).free
    beside = [file.with_name(file.name + end) for end in ("", "-wal")]
    size = sum(part.stat().st_size for part in beside if part.exists())
    said = f"{_size(free)} are free beside the database of {_size(size)}."
    if free < _NONE:
        return Check("disk", Verdict.PROBLEM, said, "Free some space now: soon nothing can be written.")
    if free < max(_LITTLE, 2 * size):
        return Check("disk", Verdict.WARNING, said, "Free some space: an upgrade or a backup needs as much again.")
    return Check("disk", Verdict.OK, said)


def _access(file: Path) -> Check:
    """See that nobody but their owner may read or write the database and its copies."""
    beside = [file, *sorted(file.parent.glob(f"{glob.escape(file.name)}[-.]*"))]
    opened = [found.name for found in beside if found.is_file() and found.stat().st_mode & 0o077]
    if os.name == "nt" or not opened:
        return Check("access", Verdict.OK, "Nobody else on this machine may read the database or its copies.")
    cure = f"Unless that is meant so: chmod go= {' '.join(opened)}"
    return Check("access", Verdict.WARNING, f"Others on this machine may read: {', '.join(opened)}.", cure)


def _clock(newest: datetime | None) -> Check:
    now = datetime.now(UTC)
    cure = "Set the clock, best by NTP: what is new, due and forgotten is decided by it."
    if now < _BUILT:
        return Check("clock", Verdict.PROBLEM, f"It cannot be {now:%Y-%m-%d %H:%M} UTC.", cure)
    if newest is not None and newest > now + _AHEAD:
        said = f"It is {now:%Y-%m-%d %H:%M} UTC, but the database was last dated {newest:%Y-%m-%d %H:%M} UTC."
        return Check("clock", Verdict.PROBLEM, said, cure)
    return Check("clock", Verdict.OK, f"It is {now:%Y-%m-%d %H:%M} UTC; nothing in the database is of a later time.")


def _steadiness(wall: float, steady: float) -> Check:
    """Compare how long this took by the clock with how long it really took."""
    jump = (time() - wall) - (monotonic() - steady)
    if abs(jump) < _JUMP:
        return Check("clock's pace", Verdict.OK, "The clock did not jump meanwhile.")
    return Check("clock's pace", Verdict.WARNING, f"The clock jumped by {jump:.1f} s meanwhile.", "Look at the NTP.")


def _articles(store: Store, libraries: dict[str, int]) -> Check:
    """See of every article that what was found in it lies in its text, in order."""
    articles = [(community, identity) for community in libraries for identity in store.revisions(community)]
    wrong = [
        f"{identity} ({community})" for community, identity in articles if not _is_whole(store, community, identity)
    ]
    if wrong:
        named = ", ".join(wrong[:_SHOWN]) + (f" and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else "")
        return Check("articles", Verdict.PROBLEM, f"{len(wrong)} of {len(articles)} are damaged: {named}.", _RESTORE)
    return Check(
        "articles", Verdict.OK, f"All {len(articles)} are whole, and every passage lies in its article's text."
    )


def _is_whole(store: Store, community: str, identity: str) -> bool:
    try:
        annotated = store.get(community, identity)
    except StoreError:
        return False
    return annotated is None or all(_lie_in(spans, len(annotated.article.text)) for spans in _rows_of(annotated))


def _rows_of(annotated: AnnotatedArticle) -> Iterator[tuple[Span, ...]]:
    """The spans of an article, in rows of which each must be in order."""
    yield tuple(paragraph.span for paragraph in annotated.article.paragraphs)
    yield tuple(sentence.span for sentence in annotated.sentences)
    for attribution in annotated.attributions:
        yield attribution.content
        yield from ((span,) for span in (attribution.cue, attribution.mention) if span is not None)


def _lie_in(spans: tuple[Span, ...], length: int) -> bool:
    ends = [0, *(span.end for span in spans)]
    return all(end <= span.start < span.end <= length for end, span in zip(ends, spans, strict=False))


def _memory(store: Store, libraries: dict[str, int]) -> Check:
    """Build the index of a few libraries, and see that it has every article and sentence that the database has."""
    chosen = [community for community, articles in libraries.items() if articles <= _LARGEST][:_LIBRARIES]
    readers = ReaderCache(store, saves=False)
    for community in chosen:
        try:
            with readers.reader(community) as held:
                fields = held.fields
                for identity in store.revisions(community):
                    annotated = store.get(community, identity)
                    wanted = sum(s.kind in ANSWERABLE for s in annotated.sentences) if annotated is not None else 0
                    if identity not in fields or len(fields.article_entries(identity)) != wanted:
                        said = f"The index of {community} does not have {identity} as the database has it."
                        return Check("index", Verdict.PROBLEM, said, _RESTORE)
        except OnrecordError as error:
            return Check("index", Verdict.PROBLEM, f"The index of {community} cannot be built: {error}", _RESTORE)
    return Check("index", Verdict.OK, f"It has what the database has; libraries: {len(chosen)}.")


def _vectors(store: Store, libraries: dict[str, int], model: str) -> Check:
    """See what the encoder has not read."""
    unread = sum(len(lacking(store, community, model)) for community in libraries)
    if not unread:
        return Check("meaning", Verdict.OK, "The encoder has read all articles.")
    said = f"The encoder has not read {unread} of {sum(libraries.values())} articles; their words alone are looked at."
    cure = "The running bot reads them in the background, each server's once it is asked; so does onrecord add."
    return Check("meaning", Verdict.WARNING, said, cure)


def _size(size: int) -> str:
    return f"{size / (1 << 30):.1f} GB" if size >= 1 << 30 else f"{size / (1 << 20):.1f} MB"
