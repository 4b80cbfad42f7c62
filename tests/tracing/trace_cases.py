# ruff: noqa: E501 - a case is a line
"""Posted quotations over the samples and an article of our own: what is to be said of each.

`TUNED` was looked at while the rules were made, `FRESH` written after that and run unread. Each line is
``kind | likenesses that are right | claims that are right | speaker (or -) | message``; ``\\n`` stands for a line break.
"""

from dataclasses import dataclass

ARTICLE = """Orchard town bans leaf blowers before ten

By Signe Alder
Harrow Vale Messenger
Posted October 4, 2025

Harrow Vale will not allow leaf blowers before ten in the morning, the town board decided on Thursday.

“We did not ban autumn,” said board chair Teodor Brask. “We banned breakfast with engines.”

Gardener Wanda Pryle, who keeps nine lawns on Tanner Hill, called the rule “a gift to the rake makers.” She said she
would lose 14 hours of work a week unless the school let her start at eight.

“If the leaves could read, they would fall later,” Pryle said. “Nobody asked the people who hold the machines.”

The Harrow Vale School said it would let its gardeners rake by hand until noon. “Children can sleep through a rake,”
headteacher Lucian Ostrava told Vale Radio. “They cannot sleep through a motor, and we must not pretend otherwise.”

The rule costs offenders 75 florins. Brask denied that it had been written for his own street.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A message and what may rightly be said of it; no likeness at all is the empty string."""

    kind: str
    likenesses: frozenset[str]
    claims: frozenset[str]
    speaker: str | None
    message: str


def _read(lines: str) -> tuple[Case, ...]:
    cases = []
    for line in lines.strip().splitlines():
        kind, likenesses, claims, speaker, message = (part.strip() for part in line.split("|", 4))
        cases.append(
            Case(
                kind,
                frozenset("" if name == "no" else name for name in likenesses.split()),
                frozenset(claims.split()),
                None if speaker == "-" else speaker,
                message.replace("\\n", "\n"),
            )
        )
    return tuple(cases)


TUNED = _read(r"""
true | exact | right | Ines Quarrie | "No timetable is worth a life" - Ines Quarrie
true | exact | right | Ewa Nowicka | Nowicka said "I will not defend the indefensible, but I will not guess either."
true | exact | right | Amadou Kessy | > A library that is closed teaches a child that reading is for other people\n> — Amadou Kessy
true | exact | none | Lena Strand | We followed collars, they followed footprints
true | exact | right | Hanna Weiss | did Weiss really say she can have the pen?
true | near | right | Colm Adair | the mayor: I can't print money
true | near | none | Tove Lindqvist | „They go wehre the deer go, and the deer have gone to the frams“
true | near | right | Selim Aydin | “I have 40 tonnes of pears […] I hope it does not come to that.” 🍐🍐 #ferries (Selim Aydin) https://x.example/1
true | near exact | right | Clara Amory | « A forest without wolves is a park » — Amory
true | near | right | Ilie Draganescu | **"Football owes nobody anyhting. Thank you..."** – Draganesu
true | exact | right | Lucian Ostrava | headteacher Lucian Ostrava: "Children can sleep through a rake"
true | near exact | right | Ministry of Fisheries and Ports | "hospital patients would be flown to the mainland free of charge", says the Ministry of Fisheries
altered | altered | right | Ewa Nowicka | "I will defend the indefensible, but I will not guess either." - Ewa Nowicka
altered | altered | right | Nadia Flores | Flores: "He sat on that letter for sixteen weeks"
altered | altered | right | Selim Aydin | "I have 400 tonnes of pears" — Selim Aydin
altered | altered | none | Pilar Montoya | "Everybody sings from a corporate box"
altered | altered | right | Bram Oxley | “Engineers never want more steel.” - Bram Oxley
altered | altered | none | Henrik Vasse | They found out from a letter on the door
altered | altered | right | Freya Lindholm | Lindholm said "We are faster than them. We are only more stubborn."
altered | altered | right | Lucian Ostrava | "They cannot sleep through a motor, and we must pretend otherwise" - Ostrava
altered | altered | none | Rhona Gillespie | I lost nineteen lambs in a fortnight
altered | altered | right | Kestrel Line | The Kestrel Line: "it had ignored warnings"
altered | altered | right | Teodor Brask | "We did ban autumn" - Teodor Brask
misattributed | exact | wrong | Ines Quarrie | "No timetable is worth a life." - Ewa Nowicka
misattributed | exact | wrong | Bram Oxley | "Engineers always want more steel" ~ Winston Churchill
misattributed | exact | wrong | Nadia Flores | Adair said "He sat on that letter for six weeks"
misattributed | exact | wrong | Selim Aydin | Petra Lund: "They had it in a drawer"
misattributed | exact near | wrong | Vera Solano | according to Tobias Renn, "I still have the card"
misattributed | exact | wrong | Tom Ashgrove | "I thought we had won it, and that is on me" – Freya Lindholm, Tarn coach
misattributed | exact | wrong | Rhona Gillespie | Did Tove Lindqvist actually say "Will the judge come and bury them?"
misattributed | near exact | wrong | Wanda Pryle | > If the leaves could read, they would fall later\n- Teodor Brask
misattributed | exact | wrong unclear | Dorrit Hale | The minister said "Who will pay for it?"
misattributed | exact | wrong | Owen Pryce | "We have had no reply" (Colm Adair)
misattributed | near exact | wrong unclear | - | "Wolves returned to the forest in 1998 after an absence of more than two centuries" - Lena Strand
invented | no closest | none | * | "The ferries should have been sold to the mainland years ago"
invented | no closest | wrong unclear right | * | "We will sell the library to pay for the roof" - Colm Adair
invented | no closest | wrong unclear right | * | Nowicka said "The Kestrel Line will answer for every crack in every hull"
invented | no closest | none | * | Wolves do not belong on farms and the judge knows it
invented | no closest | wrong unclear right | * | "Winning the cup was the easiest thing I ever did" – Mateus Okoro
invented | no closest | wrong unclear right | * | Kessy: "I would rather burn the books than close on Mondays"
invented | no closest | wrong unclear right | * | "Ask me about pears and I will tell you about steel" - Selim Aydin
invented | no closest | wrong unclear right | * | "Engineers can not be trusted with public money" - Bram Oxley
invented | no closest | wrong unclear right | * | "Leaf blowers are a menace and must be melted down" - Teodor Brask
invented | no closest altered | wrong unclear right | * | "Every ship passed its survey and every captain was lying to the minister about it" - Kestrel Line
noise | no | none | * | lol anyone up for football tonight? 😂
noise | no closest | none | * | he said yes
noise | no | none | * | Happy birthday @mika!! 🎂 see you on friday
""")

FRESH = _read(r"""
true | exact | right | Pilar Montoya | Pilar Montoya of the Tarn Supporters' Union: "Nobody sings from a corporate box"
true | near | right | Tobias Renn | "The high street needs the money" - Tobias Renn
true | exact | none | Yusuf D'Souza-Kerr | they worked through two floods. we only had to play.
true | exact | right | Mateus Okoro | “I had my boots in a bag for the charity shop. My daughter took them out again.” said Okoro
true | near | right | Henrik Vasse | "Nobody told us the raeding room was on the list" -- henrik vasse
true | exact | right | Adaeze Okonjo | "A number that nobody can explain is not evidence" - the judge
true | exact near | right | Jonas Mbeki | According to Jonas Mbeki, a petition with 2,300 signatures will be on the agenda
true | near | right | Ines Quarrie | @sam look: "We turned the Guillemot round ... of the report" — Captain Quarrie <:boat:123456>
true | exact | none | Nadia Flores | is it true that "Five days for the price of three, and they chose two"?
true | exact near | right | Vera Solano | *I still have the card. I owe them four cents.* - Vera Solano
true | exact near | right | Wanda Pryle | "Nobody asked the people who hold the machines" - Wanda Pryl
altered | altered | right | Amadou Kessy | "A library that is open teaches a child that reading is for other people" - Kessy
altered | altered | right | Colm Adair | Adair: "I did come into this to lock doors"
altered | altered | none | Tove Lindqvist | "They go where the sheep go, and the sheep have gone to the farms"
altered | altered | right | Tom Ashgrove | Tom Ashgrove said "I thought we had lost it, and that is on me"
altered | altered | right | Nadia Flores | "Five days for the price of two, and they chose three" (Flores)
altered | altered | right | Ilie Draganescu | “Football owes everybody something. Thank you, Saltmarsh.” – Ilie Draganescu
altered | altered | right | Owen Pryce | "It is still open. We have had one reply." - Owen Pryce
altered | altered | right | Lena Strand | > It's the farmers' forest, but it isn't a mystery\n- Lena Strand
altered | altered | none | Selim Aydin | My father never swam cattle to the mainland
altered | altered | right | Hanna Weiss | Weiss promised "tickets would stay at 390 crowns for at least one year"
altered | altered | right | Teodor Brask | Teodor Brask: "it had been written for his own street"
misattributed | exact | wrong | Amadou Kessy | "Then come in on a Wednesday and count the phones." - Mayor Colm Adair
misattributed | exact | wrong | Ewa Nowicka | Bram Oxley once said "I will not defend the indefensible"
misattributed | exact | wrong | Hanna Weiss | "She can have the pen" — Freya Lindholm
misattributed | exact | wrong | Tobias Renn | “People read on their phones now” - Nadia Flores
misattributed | exact | wrong | Clara Amory | Rhona Gillespie: "He would have enjoyed today"
misattributed | exact near | wrong | Kestrel Line | The Ministry of Fisheries and Ports said "Every ship passed its survey last autumn"
misattributed | exact near | wrong | Selim Aydin | did the famous poet Maya Thornfield say "Ask me in a week what they are worth"?
misattributed | exact | wrong | Ilie Draganescu | "Football owes nobody anything" #legend ~ Diego Marquez
misattributed | near exact | wrong | Lucian Ostrava | "They cannot sleep through a motor" - Wanda Pryle
misattributed | exact | wrong | Freya Lindholm | "We are only more stubborn" - Tom Ashgrove
invented | no closest | wrong unclear right | * | "The deer will bury the farmers before the wolves do" - Tove Lindqvist
invented | no closest | wrong unclear right | * | "I would close every library in the county for a new roof" - Mayor Adair
invented | no closest | none | * | "Nobody in Tarn has ever paid full price for a season ticket"
invented | no closest | wrong unclear right | * | Petra Lund said "I read the report twice and hid it in my own drawer"
invented | no closest | wrong unclear right | * | > Stubborn people win cups and fast people win headlines\n- Freya Lindholm
invented | no closest | none | * | Compensation for wolves should be paid in sheep
invented | no closest | wrong unclear right | * | "The bakery will outlive the mayor" - Henrik Vasse
invented | no closest | wrong unclear right | * | Selim Aydin: "My pears have more sense than the ministry"
invented | no closest | wrong unclear right | * | "Steel is like bread, it goes stale when nobody looks" – Ewa Nowicka
invented | no closest | wrong unclear right | * | "Rakes are for people who get up early" - Lucian Ostrava
noise | no closest | none | * | anyone got a spare ticket for saturday?? dm me
noise | no | none | * | gg wp 😂😂 that boss fight was brutal
""")
