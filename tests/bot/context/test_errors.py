import logging

import discord
import pytest
from discord import app_commands

from bot.context.errors import Refusal, describe, trouble_page
from bot.runtime.workers import BusyError, StuckError
from index import ArticleNotFoundError, InvalidRequestError, StoreError, StoreProblem, open_library, read_text
from tests.bot.hostile import HOSTILE
from tests.bot.render.markdown_oracle import render
from tests.bot.samples import ENGLISH, GERMAN


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (Refusal("add-too-many", most=3), "Please add at most 3 articles at once."),
        (BusyError("too much waits"), "A lot is going on here just now. Try again in a moment."),
        (InvalidRequestError("The question is empty."), "The question is empty."),
        (
            app_commands.MissingPermissions(["manage_guild"]),
            "You need the Manage Server permission for that.",
        ),
        (app_commands.NoPrivateMessage(), "That works only in a server."),
        (app_commands.CheckFailure(), "You cannot use that here."),
        (
            app_commands.CommandNotFound("old", [], discord.AppCommandType.chat_input),
            "That command has changed: reload Discord and try again.",
        ),
    ],
)
def test_what_people_can_mend_is_told_without_a_reference(
    caplog: pytest.LogCaptureFixture, error: Exception, sentence: str
) -> None:
    trouble = describe(error, "/ask", ENGLISH)
    assert (trouble.sentence, trouble.reference) == (sentence, None)
    assert not caplog.records


def test_what_is_refused_is_told_in_the_readers_language() -> None:
    with open_library(None) as library:
        library.add(read_text("“The weir is open,” said Rhea Olsen.\n\n“It is not,” said Bo Marsh.", id="weir"))
        for refused, said in (
            (lambda: library.ask(" "), "Die Frage ist leer."),
            (lambda: library.quotes(" "), "Der Name ist leer."),
            (
                lambda: library.names.merge(["rhea olsen"], "Rhea Olsen"),
                "Rhea Olsen und rhea olsen sind schon dieselbe",
            ),
            (lambda: library.names.rename("Rhea Olsen", "Bo Marsh"), "Bo Marsh ist hier jemand anderes."),
            (lambda: library.names.split("Rhea Olsen", "Rhea"), "Rhea ist hier keiner der Namen von Rhea Olsen."),
        ):
            with pytest.raises(InvalidRequestError) as caught:
                refused()
            assert describe(caught.value, "/ask", GERMAN).sentence.startswith(said)


@pytest.mark.parametrize("error", [StoreError("/srv/x.db is locked"), KeyError("x"), OSError("disk")])
def test_all_else_gets_a_reference_that_is_in_the_log(caplog: pytest.LogCaptureFixture, error: Exception) -> None:
    with caplog.at_level(logging.ERROR):
        trouble = describe(error, "/ask", ENGLISH)
    assert trouble.reference is not None
    assert trouble.reference in trouble.sentence
    assert "/srv" not in trouble.sentence
    (record,) = caplog.records
    assert trouble.reference in record.getMessage()
    assert record.exc_info is not None
    assert record.exc_info[1] is error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (StoreError("/srv", StoreProblem.UNREACHABLE), "does not answer just now. Nothing was changed: try again in a"),
        (StoreError("/srv", StoreProblem.UNCONFIRMED), "It may be stored or not: look before you try again"),
        (StuckError("all is overdue", begun=False), "Nothing was changed: try again in a minute."),
        (StuckError("it is overdue", begun=True), "It may yet be done: look before you try again"),
    ],
)
def test_what_does_not_answer_says_what_to_do_and_whether_it_was_done(error: Exception, said: str) -> None:
    trouble = describe(error, "/ask", ENGLISH)
    assert trouble.reference is not None
    assert said in trouble.sentence
    assert trouble.reference in trouble.sentence


def test_references_differ() -> None:
    assert len({describe(KeyError("x"), "/ask", ENGLISH).reference for _ in range(20)}) == 20


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_in_an_error_is_shown_as_text(hostile: str) -> None:
    page = trouble_page(describe(ArticleNotFoundError(hostile), "/library show", ENGLISH))
    assert render(page.blocks[0].texts[0])[1] == set()
