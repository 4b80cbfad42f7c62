"""Questions as they are typed in a chat: what belongs to the chat alone is dropped, short forms are spelt out."""

import pytest

from index.text.chat import plain_question


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("<@12345> what did the mayor say?", "what did the mayor say?"),
        ("hey bot, who is Ada Lind", "who is Ada Lind"),
        ("hello there! why did the pier close", "why did the pier close"),
        ("Hello Kitty lawsuit verdict", "Hello Kitty lawsuit verdict"),
        ("why did the pier close https://example.org/a?b=c pls", "why did the pier close"),
        ("did it sink <:rip:998877> 😀 lol", "did it sink"),
        ("```py\nprint(1)\n``` who won", "who won"),
        ("> quoted\n“who won”", "quoted who won"),
        ("can you tell me what the vote was", "what the vote was"),
        ("is it true that the pier closed?", "the pier closed?"),
        ("whos the new harbour master", "who is the new harbour master"),
        ("why cant they move, didn’t they try", "why can not they move, did not they try"),
        ("y did lind resign", "why did lind resign"),
        ("what did the govt say abt the us", "what did the government say about the U.S."),
        ("what did the pm say at 5 pm", "what did the prime minister say at 5 pm"),
        ("what did IM Pei build", "what did IM Pei build"),
        ("will the US join us", "will the US join us"),
    ],
)
def test_plain(typed: str, plain: str) -> None:
    assert plain_question(typed).rstrip(" 😀") == plain


@pytest.mark.parametrize("typed", ["<@1> <:wave:2>", "https://example.org", "```x```", "hey bot!", "?!", "😀"])
def test_nothing_is_left_of_a_question_of_noise(typed: str) -> None:
    assert plain_question(typed) == ""
