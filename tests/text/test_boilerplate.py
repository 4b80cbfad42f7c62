"""What is a site's own, and what only looks like it."""

import pytest

from index.text.boilerplate import is_biography, is_boilerplate, is_stamp, trailing_link


@pytest.mark.parametrize(
    "line",
    [
        "ALSO READ: Council says no to tram",
        "Read more: The bridge that never opened, and why it matters",
        "DON'T MISS",
        "Ferry captain denies he was asleep [INSIGHT]",
        "Most read in Transport",
        "Stay informed with The Orrin Post – your source for credible journalism. Subscribe for 85 a month.",
        "Get the Orrin Weekly delivered through your letterbox every month. Click here.",
        "Sign up for our morning newsletter",
        "Follow Ada Lund on Twitter @alund",
        "Like us on Facebook",
        "Tell us what YOU think...",
        "Ada Lund is the Orrin Post's transport editor. Reach her at alund@orrinpost.example",
        "Write to Ada Lund at alund@orrinpost.example",
        "Have a tip? Ada Lund may be reached at alund@orrinpost.example.",
        "alund@orrinpost.example",
        "Reporting by Ada Lund in Corby; editing by Bo Marsh",
        "Pell reported from Orrin and Lund from Corby. Writers Jo Bell and Cas Moor contributed to this report.",
        "Pell reported from Orrin, and Lund from Corby.",
        "– additional reporting by Cas Moor",
        "SOURCE: Orrin Post and agencies",
        "Copyright 2019 Orrin Post. All rights reserved.",
        "This article was first published in May.",
        "If you buy something through this post, the Post may get a share of the sale.",
        "Story continues below",
        "941 comments",
        "A post shared by Ada Lund (@alund) on May 3, 2024 at 9:10am PST",
        "View this post on Instagram",
        "Share Tweet Email",
        "Updated at 1:23 p.m. on May 3",
        "17:41 BST, October 13, 2024",
        "posted on April 21, 2015, at 11:29 a.m.",
        "For the latest stories and breaking news, download the Orrin Post app.",
        "To view the full story, please subscribe to The Orrin Post.",
        "Never miss the latest from Corby by signing up to our daily newsletter.",
        "If you’re seeing this message but you’re already a subscriber, log in for access.",
        "When you sign up for this free report, you will also join our weekly newsletter.",
        "The Orrin Post takes your privacy seriously. We never sell your address.",
        "You can unsubscribe at any time.",
        "Submit your letter to the editor via this form.",
        "This article is the copyrighted property of the Orrin Post.",
        "Written permission must be obtained before reprint in online or print media.",
        "***",
    ],
)
def test_furniture(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "“Share it,” she said.",
        "“Read more!” the crowd shouted.",
        "Like many on Facebook, Ames said she was shocked.",
        "More from the east bank were expected to come.",
        "Anyone with information is asked to contact police at tips@orrin.example.",
        "Research by Marl University found that bridges last longer.",
        "Reporting by the Gazette showed that the money was gone.",
        "Pell reported from Orrin that the bridge was shut and the ferries were full.",
        "He could not say how much each of them had contributed.",
        "If Kell could make money doing it, Ames is against it.",
        "The report was first published in 2012 by the ministry.",
        "Watch how families live in the camps, she told them.",
        "Follow the money, the auditor said, and you will find the steel.",
        "To see the full story, Ames said, one has to go down to the river.",
        "If you are already a ferryman, the new rules change nothing.",
        "Never miss a chance to cross, the old captain told her.",
        "When you sign up as a ferryman, you get a coat.",
        "Permission is hard to get, said Ames.",
        "Submit your plans by Friday, the council told the builders.",
        "This story is about property, and about who may own a bridge.",
        "For the latest round of talks both sides came to Corby.",
        "A post shared by many is not a fact, Ames said, and she took it down.",
        "View from the bridge was what they paid for, she said.",
        "9:05 p.m.",
        "May 3, 2024",
        "Popular as it was, the bridge was never paid for.",
    ],
)
def test_words_of_an_article(line: str) -> None:
    assert not is_boilerplate(line)


def test_a_long_paragraph_is_never_furniture() -> None:
    assert not is_boilerplate("Read more: " + "the bridge was shut, " * 60)


def test_a_biography_is_told_by_its_job() -> None:
    assert is_biography("Ada Lund is an assistant editor and covers bridges.")
    assert is_biography("Ada Lund covers bridges for the Orrin Post.")
    assert not is_biography("Ada Lund is the mayor of Orrin.")


def test_a_stamp_has_a_date_and_a_time_or_says_what_it_is() -> None:
    assert is_stamp("Updated 3 May 2024")
    assert is_stamp("3 May 2024, 10:15 GMT")
    assert not is_stamp("3 May 2024")
    assert not is_stamp("Updated rules apply from 3 May 2024")


def test_a_link_behind_the_last_sentence_is_found() -> None:
    assert trailing_link("It opens on Sunday. (More storm stories.)") == len("(More storm stories.)")
    assert trailing_link("It opens on Sunday.") == 0
