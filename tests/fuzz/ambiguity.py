"""Whether a regular expression can backtrack without end: ambiguity of the automaton that it stands for.

A backtracking matcher takes exponential time on some text only if some state of the automaton comes back to itself in
two ways over the same word (Weber and Seidl, On the degree of ambiguity of finite automata, 1991), and time of a higher
power of the length only if two loops, one behind the other, take the same word on the way between them as well.

Of assertions only those are heeded that tell the next letter; the others, which shut more ways off, are left out, so
the answer errs towards yes. What stands in an assertion is looked at by itself. Counted repetitions of more than a few
times are taken for endless ones, but not for powers, where they stay a constant factor. Letters are samples of scripts.
"""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_EXPANDED = 3  # repetitions up to which copies are made
_LETTERS = "".join(map(chr, range(128))) + "“”‘’„«»—–…£€\u00a0\u202féÉß船א\u0301٣²\U0001f6a2\u2028"

State = int
Letters = int
"""A bit for each letter of `_LETTERS`: what two of them share is asked millions of times."""
Moves = list[list[tuple[Letters, State]]]
ANY: Letters = (1 << len(_LETTERS)) - 1


@dataclass(slots=True)
class Automaton:
    """States with moves over letters and without; state 0 is the first."""

    moves: Moves = field(default_factory=list)
    free: list[dict[State, Letters]] = field(default_factory=list)  # with the letters of which one must come next

    def state(self) -> State:
        self.moves.append([])
        self.free.append({})
        return len(self.moves) - 1

    def skip(self, at: State, to: State, following: Letters = ANY) -> None:
        """Allow a move without a letter, where one of `following` comes next."""
        self.free[at][to] = self.free[at].get(to, 0) | following

    def letter_moves(self) -> Moves:
        """For each state the moves over letters, after any free ones; twice where free ones lead there in two ways."""
        return [
            [
                (letters & following, target)
                for other, following in self.after(state)
                for letters, target in self.moves[other]
                if letters & following
            ]
            for state in range(len(self.moves))
        ]

    def after(self, state: State) -> list[tuple[State, Letters]]:
        """The states that free moves lead to without coming by one twice, with the letters of which one must come next;
        one that is led to in several ways at most twice."""
        found: list[tuple[State, Letters]] = []
        times: Counter[tuple[State, Letters]] = Counter()
        left: list[tuple[State, Letters, frozenset[State]]] = [(state, ANY, frozenset({state}))]
        while left:
            at, letters, way = left.pop()
            if times[at, letters] == 2:
                continue
            times[at, letters] += 1
            found.append((at, letters))
            for other, following in self.free[at].items():
                if other not in way and letters & following:
                    left.append((other, letters & following, way | {other}))
        return found


def is_exponential(pattern: str, flags: int) -> bool:
    """Whether a pattern may take exponential time."""
    return any(
        _comes_back_in_two_ways(moves, loop)
        for moves in _automata(pattern, flags, counted=True)
        for loop in _loops(moves)
    )


def is_polynomial(pattern: str, flags: int) -> bool:
    """Whether a pattern may take the square of a text's length, or more, from one place on."""
    return any(_two_loops_share_a_word(moves, _loops(moves)) for moves in _automata(pattern, flags, counted=False))


def _automata(pattern: str, flags: int, *, counted: bool) -> Iterator[Moves]:
    """The moves of the automata of a pattern and of its assertions."""
    whole = parser.parse(pattern, flags)
    waiting, flags = [whole], whole.state.flags
    while waiting:
        builder = _Builder(Automaton(), counted=counted)
        builder.build(builder.automaton.state(), waiting.pop(), flags)
        waiting.extend(builder.asides)
        yield builder.automaton.letter_moves()


def _loops(moves: Moves) -> list[set[State]]:
    return [c for c in _components(moves) if any(target in c for state in c for _, target in moves[state])]


@dataclass(slots=True)
class _Builder:
    """Turns parsed patterns into an automaton; with `counted`, many counted repetitions are an endless one."""

    automaton: Automaton
    counted: bool
    asides: list[Any] = field(default_factory=list)  # what assertions hold

    def build(self, at: State, tree: Iterable[Any], flags: int) -> State:
        """Add what `tree` matches from state `at` on; the state behind it."""
        for op, value in tree:
            at = self._add(at, op, value, flags)
        return at

    def _add(self, at: State, op: Any, value: Any, flags: int) -> State:
        automaton = self.automaton
        if op in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
            end = automaton.state()
            automaton.moves[at].append((_letters(op, value, flags), end))
            return end
        if op is codes.SUBPATTERN:
            return self.build(at, value[3], (flags | value[1]) & ~value[2])
        if op is codes.BRANCH:
            end = automaton.state()
            for branch in value[1]:
                first = automaton.state()
                automaton.skip(at, first)
                automaton.skip(self.build(first, branch, flags), end)
            return end
        if op in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            return self._repeat(at, value, flags)
        if op in (codes.ASSERT, codes.ASSERT_NOT):
            return self._assert(at, value, flags, wanted=op is codes.ASSERT)
        if op in (codes.AT, codes.GROUPREF):
            return at
        raise NotImplementedError(str(op))

    def _repeat(self, at: State, value: Any, flags: int) -> State:
        least, most, inside = value
        endless = most is codes.MAXREPEAT
        for _ in range(min(int(least), _EXPANDED)):
            at = self.build(at, inside, flags)
        if endless or (self.counted and int(most) > _EXPANDED):
            hub, end = self.automaton.state(), self.automaton.state()
            back = self.build(hub, inside, flags)
            for before in (at, back):
                self.automaton.skip(before, hub)
                self.automaton.skip(before, end)
            return end
        end = self.automaton.state()
        for _ in range(min(int(most) - int(least), _EXPANDED)):
            self.automaton.skip(at, end)
            at = self.build(at, inside, flags)
        self.automaton.skip(at, end)
        return end

    def _assert(self, at: State, value: Any, flags: int, *, wanted: bool) -> State:
        direction, inside = value
        self.asides.append(inside)
        if direction < 0:
            return at
        look = _Builder(Automaton(), counted=self.counted)
        first = look.automaton.state()
        last = look.build(first, inside, flags)
        if any(state == last for state, _ in look.automaton.after(first)):
            return at  # it may hold nothing
        moves = look.automaton.letter_moves()[first]
        letters = reduce(or_, (letters for letters, _ in moves), 0)
        if not wanted:
            if len(inside) != 1 or inside[0][0] not in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
                return at
            letters = ANY & ~letters
        end = self.automaton.state()
        self.automaton.skip(at, end, letters)
        return end


_known: dict[tuple[str, int], Letters] = {}


def _letters(op: Any, value: Any, flags: int) -> Letters:
    """The sample letters that one step takes; told by the matcher itself."""
    key = f"{op}{value}", flags & (re.IGNORECASE | re.DOTALL | re.ASCII)
    if key not in _known:
        tree = parser.SubPattern(parser.State(), [(op, value)])
        tree.state.flags = key[1] | re.UNICODE
        tree.state.str = ""
        from re import _compiler  # noqa: PLC0415

        code = _compiler._code(tree, tree.state.flags)
        compiled = _compiler._sre.compile("", tree.state.flags, code, 0, {}, (None,))
        _known[key] = sum(1 << place for place, letter in enumerate(_LETTERS) if compiled.match(letter))
    return _known[key]


def _components(moves: Moves) -> Iterator[set[State]]:
    """Strongly connected components (Tarjan), without recursion."""
    index: dict[State, int] = {}
    low: dict[State, int] = {}
    stack: list[State] = []
    on: set[State] = set()
    for root in range(len(moves)):
        if root in index:
            continue
        work = [(root, iter([target for _, target in moves[root]]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on.add(root)
        while work:
            state, targets = work[-1]
            target = next(targets, None)
            if target is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[state])
                if low[state] == index[state]:
                    component = set()
                    while True:
                        member = stack.pop()
                        on.discard(member)
                        component.add(member)
                        if member == state:
                            break
                    yield component
            elif target not in index:
                index[target] = low[target] = len(index)
                stack.append(target)
                on.add(target)
                work.append((target, iter([t for _, t in moves[target]])))
            elif target in on:
                low[state] = min(low[state], index[target])


def _comes_back_in_two_ways(moves: Moves, loop: set[State]) -> bool:
    """Whether two ways over the same word lead from a state of the loop back to it: from (q, q) over some pair of
    different states, or two like moves at once, to (q, q)."""
    inside = {state: [(letters, target) for letters, target in moves[state] if target in loop] for state in loop}
    for state in loop:
        ways = inside[state]
        for number, (letters, target) in enumerate(ways):
            if any(target == other and letters & more for more, other in ways[number + 1 :]):
                return True
    pairs: dict[tuple[State, State], set[tuple[State, State]]] = {}
    left = [(state, state) for state in loop]
    while left:
        pair = left.pop()
        if pair in pairs:
            continue
        pairs[pair] = {(a, b) for one, a in inside[pair[0]] for two, b in inside[pair[1]] if one & two}
        left.extend(pairs[pair])
    numbers = {pair: number for number, pair in enumerate(pairs)}
    graph = [[(ANY, numbers[other]) for other in others] for others in pairs.values()]
    by_number = list(pairs)
    return any(
        any(by_number[n][0] == by_number[n][1] for n in component)
        and any(by_number[n][0] != by_number[n][1] for n in component)
        for component in _components(graph)
        if len(component) > 1
    )


def _two_loops_share_a_word(moves: Moves, loops: list[set[State]]) -> bool:
    """Whether a word leads from p to p, from p to q and from q to q, for two states of different loops."""
    home = {state: number for number, loop in enumerate(loops) for state in loop}
    reach = [_reachable(moves, state) for state in range(len(moves))]
    for p, number in home.items():
        for q, other in home.items():
            if other != number and q in reach[p] and _joins(moves, home, reach, p, q):
                return True
    return False


def _reachable(moves: Moves, state: State) -> set[State]:
    found, left = {state}, [state]
    while left:
        for _, target in moves[left.pop()]:
            if target not in found:
                found.add(target)
                left.append(target)
    return found


def _joins(moves: Moves, home: dict[State, int], reach: list[set[State]], p: State, q: State) -> bool:
    start, goal = (p, p, q), (p, q, q)
    seen, left = {start}, deque([start])
    while left:
        a, b, c = left.popleft()
        for one, x in moves[a]:
            if home.get(x) != home[p]:
                continue
            for two, y in moves[b]:
                both = one & two
                if not both or q not in reach[y]:
                    continue
                for three, z in moves[c]:
                    if home.get(z) == home[q] and both & three:
                        following = (x, y, z)
                        if following == goal:
                            return True
                        if following not in seen:
                            seen.add(following)
                            left.append(following)
    return False
