"""Given names with the gender they usually tell, of many languages; general knowledge, written for this project.

Lower case, without accents, so that a name is looked up folded. Names common for both (Alex, Jordan, Kim, Robin)
are neither men's nor women's but in `EITHER`: they tell a person, not a gender.
"""

from functools import cache

from index.text.mens_names import MALE
from index.text.womens_names import FEMALE
from index.text.words import words

EITHER = words(
    """
    abimbola abiola addison adi akua alex amari andi andrea angel ariel ash ashley aubrey avery ayobami ayodele
    ayomide bailey balwinder beverley bhupinder blair blake bobbie bola bolaji brook cameron casey cassie chandler
    charley chen chi chinonso choi claudie courtney dakota damilola dana darcy dayo deng devon dewi dominique dorian
    drew ellis emery finley frankie gabriele gale guo gurinder gurmeet gurpreet hadley hardeep harinder harjit
    harpreet hayden hikaru hilary huang iman inderjit jackie jade jae jamie jan jaspal jasvinder jaswant jean jess
    jesse jessie ji jiang jo joan jody jordan jules jun jung kai kang kaoru kari kehinde kelechi kelley kelly
    kendall kennedy kerry kim kiran kit kris kuldeep lakvinder lane laurie lee leigh leighton lesley leslie lin
    lindsay lindsey liu logan lou luo lwazi mackenzie maddox makoto manpreet marian marion marley merle mika min
    minh morgan mpho nat natsuki nermin nguyen nicky nicola nikita nima noa nyasha olamide ollie oluwaseun onyeka
    paige paramjit park parker pat payton peyton pham phoenix qin quinn randi ray reese remy riley rinat robin rowan
    sage sam sandy sascha sasha seun shannon shea shelly shinobu simone skyler sonam sri stevie storm suman surinder
    sydney tafadzwa taiwo tal taylor tejinder temitope tendai terry tolu toni tracy tran tshepo tyler uche val vanja
    vivian wang wei xi xin yang yoon yota yu yuki yun zhang zhao zhen zhou zhu
    """
)
GIVEN_NAMES = MALE | FEMALE | EITHER
# Given names that are as often something else.
DOUBTFUL = words(
    """
    will may mark rose grant bill art jack pat faith hope grace dick rob sue drew chase angel dawn summer april june
    august star joy iris ivy lily daisy ruby amber jade crystal penny sandy frank ernest guy gene jean dean earl duke
    king prince miles glen dale forest cliff brook bay chance rich max van don ray jay carol merry mercy charity olive
    holly heather misty stormy christian sky ocean river storm wade lance rusty rocky randy woody buddy sonny lane reed
    cash colt hunter mason taylor parker carter harper major peer per pierce sterling bishop abbey star
    """
)
# Short forms that are not the beginning of what they stand for.
_SHORT_FORMS = """
jim james | jimmy james | bill william | billy william | will william | mike michael | mick michael | bob robert
bobby robert | rob robert | dick richard | rick richard | ricky richard | liz elizabeth | beth elizabeth
betsy elizabeth | kate katherine | kate kathleen | kate catherine | kathy katherine | kathy kathleen
cathy catherine | tony anthony | ted edward | ted theodore | ned edward | jerry gerald | jerry jerome
larry lawrence | larry laurence | hank henry | harry harold | harry henry | jack john | johnny john | maggie margaret
meg margaret | peggy margaret | drew andrew | andy andrew | sasha alexander | sandy alexander | alex alejandro
chuck charles | charlie charles | dave david | steve stephen | steve steven | tom thomas | tommy thomas
becky rebecca | debbie deborah | sue suzanne | sally sarah | polly mary | molly mary | gene eugene | tina christina
tina martina | lena helena | vlad volodymyr | fritz friedrich | hans johannes | pepe jose | paco francisco
dmitry dmitri | misha mikhail | kolya nikolai | gus augustus | bernie bernard | lou louis | ozzie oswald
"""


def agree(one: str, other: str) -> bool:
    """Whether two folded given names can be one person's: equal, an initial, a beginning of three letters or more
    ("Tim" and "Timothy"), or a short form ("Jim" and "James")."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if not short or short == long or (len(short) == 1 and long[0] == short):
        return True
    if len(short) > 2 and (long.startswith((short, short.rstrip("ye")))) and len(short) < len(long):
        return len(short.rstrip("ye")) > 2
    return (one, other) in _short_forms() or (other, one) in _short_forms()


@cache
def _short_forms() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(pair.split()) for line in _SHORT_FORMS.strip().split("\n") for pair in line.split("|"))
