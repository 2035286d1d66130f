"""Marks that once made readers of Markdown and of facts stall -> texts of any length full of them.

Each is a way to make a reader look ahead, go back or keep count over and over.
"""

from __future__ import annotations

from collections.abc import Callable

_AGAIN = """\
[ ]( ![ * _ **a• *a• ` ``a < <!-- & &a &amp; &# > >• >¶ -• -•¶ -¶ +• 1.• 1)• [a](< [a]( [](
[a]:•x¶ [a]:•< [a][ [a][a] \\ \\[ a@b. a@ @ a.b@ http:// http://a• http://a.b/( www. www.a.b•
www.a_b. a¶=¶ a¶-¶ =¶ a¶===¶¶ ~ ~~a ~~a~~ # #•a¶ | |a |- a|b¶-|-¶ |a|¶|-|¶ ••••a¶ ```¶ ~~~¶ ***¶
*a_ _a* *a•**b• **a* a**b_ [a](b•" [a](b•' [a](b•( [a](b (( [( ![a]( ](< <a> <br> <br <http://
--> <!--•a•--> <!----> ¶ a¶ -•a¶¶ -•a¶••-•b¶ >•a¶¶ 1.•a¶2.•b¶ -•[•]•a¶ ?!., http://a.b/?!.,
http://a.b/); ; &a; http://a.b/&a; www.a.b/)))) aaaa ¶¶ [` `[` [a`](b) ![![ [[a] a] <<a \\¶ \\` *\\
-•-•-• [x]:•/a•"b"¶[x]• `¶ |\\ \\|] a***b**c*d_ _a_ __a [^1] $ : •¶ { } [a, {a:• {a:•[ [" [' ["a",
“ ” ‘ ’ ‘a “” '' "" ? ?• --- ... a:• a, •# #• ,• [] {} 'a' "a"• %a !!str• &a• *a• << ~ null• 0x
1_ +44 /
"""
"""Pieces to say again and again; • is a space and ¶ the end of a line."""

_UNSEEN = ["e\u0301", "\u0301", "\u202e", "\u200f", "\0", "\t", "\u00a0", "\ufeff", "\r", "\u2028"]

PIECES = [
    *(piece.replace("•", " ").replace("¶", "\n") for piece in _AGAIN.split()),
    *_UNSEEN,
    "😀",
    "ચ",
]


def again(piece: str, length: int) -> str:
    """Return a piece said again and again."""
    return (piece * (length // len(piece) + 1))[:length]


def _ever_longer(piece: str, end: str = "\n") -> Callable[[int], str]:
    def text(length: int) -> str:
        lines = (piece * number + end for number in range(1, int((2 * length) ** 0.5)))
        return "".join(lines)[:length]

    return text


def _deeper(mark: str) -> Callable[[int], str]:
    def text(length: int) -> str:
        lines = (" " * number + mark for number in range(int((2 * length) ** 0.5)))
        return "\n".join(lines)[:length]

    return text


def _there_and_back(opening: str, closing: str) -> Callable[[int], str]:
    return lambda length: again(opening, length // 2) + again(closing, length // 2)


def _after(start: str, piece: str) -> Callable[[int], str]:
    return lambda length: start + again(piece, length)


def _numbered(line: str) -> Callable[[int], str]:
    return lambda length: "".join(line.format(at) for at in range(length // len(line)))


SHAPES: dict[str, Callable[[int], str]] = {
    "brackets in brackets": _there_and_back("[", "]"),
    "links in links": _there_and_back("[a", "](b)"),
    "emphasis in emphasis": _there_and_back("*a ", " a*"),
    "braces in braces": _there_and_back("{a: ", "}"),
    "quotations in quotations": _ever_longer(">"),
    "lists in lists": _deeper("- a"),
    "facts in facts": _deeper("a:"),
    "facts in lists": _deeper("- a:"),
    "facts below tabs": _ever_longer("\t", "a:\n"),
    "every length of backticks": _ever_longer("`", " "),
    "every length of fences": _ever_longer("`"),
    "rows of every width": _ever_longer("|"),
    "a table of many columns": lambda n: "\n".join(again(p, n // 3) for p in ("|a", "|-", "|a")),
    "a table of many short rows": _after("|a" * 50 + "|\n" + "|-" * 50 + "|\n", "|\n"),
    "one long word": _after("", "a"),
    "one long address": _after("http://", "a."),
    "one long e-mail address": _after("a@", "b."),
    "one long entity": _after("&", "a"),
    "an address and a row of its endings": _after("http://a.b/", "&a;"),
    "definitions": _numbered("[a{0}]: /x{0}\n"),
    "definitions, a paragraph each": _numbered("[a{0}]: /x{0}\n\n"),
    "one long definition, often used": _after(f"[a]: /{'x' * 900}\n\n", "[a]"),
    "names of facts": _numbered("k{0}: a\n"),
    "quotation marks that never close": _numbered('k{0}: "a\n'),
    "brackets that never close": _numbered("k{0}: [a\n"),
    "lines of another depth each": lambda n: "".join(
        " " * (at * 7 % 90) + f"a{at}:\n" for at in range(n // 50)
    ),
    "a paragraph in quotations, lazily": _after(">" * 20 + "a\n", "a\n"),
    "blank lines in a list": _after("- " * 20 + "a\n", "\n"),
}
"""Texts of another shape, by what they are, for a length."""


def floods(length: int) -> dict[str, str]:
    """Return every text, by what it is full of."""
    return {
        **{repr(piece): again(piece, length) for piece in PIECES},
        **{name: text(length) for name, text in SHAPES.items()},
    }


FACTS: dict[str, Callable[[str], str]] = {
    "one fact": lambda text: f"---\ntitle: {text}\n---\n",
    "a fact in quotation marks": lambda text: f'---\ntitle: "{text}"\n---\n',
    "a list in brackets": lambda text: f"---\ntitle: Tea\ntopics: [{text}]\n---\n",
    "all facts": lambda text: f"---\n{text}\n---\n",
    "facts without an end": lambda text: f"title: Tea\nsummary: Tea\n{text}\n",
    "lines of a fact": lambda text: "---\nsummary: |\n" + text.replace("\n", "\n  ") + "\n---\n",
}
"""Where in an entry's facts a text may stand."""
