"""Letters: folding to plain ones, tone marks wherever they were typed, Telex keystrokes undone, and how far two words
are apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def listed(written: str) -> tuple[str, ...]:
    """Words of a constant, written without a forest of quotes."""
    return tuple(written.split())


_TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_OTHER_LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)
_INITIALS = listed("b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
_RIMES = listed(
    "a ac ach ai am an ang anh ao ap at au ay e ec em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im "
    "in inh ip it iu o oa oac oach oai oam oan oang oanh oao oat oay oc oe oen oeo oet oi om on ong oop op ot u ua uan "
    "uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh "
    "uyt uyu y yem yen yet yeu"
)
_SYLLABLES = frozenset(_RIMES) | frozenset(initial + rime for initial in _INITIALS for rime in _RIMES)
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=200_000)
def folded(written: str) -> str:
    """Lower case without marks: `Nguyễn Đình` and `NGUYEN DINH` become the same.

    >>> folded("ĐẶNG Thị Thúy"), folded("Müller")
    ('dang thi thuy', 'muller')
    """
    split = unicodedata.normalize("NFKD", written.lower().translate(_OTHER_LETTERS))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def words(written: str) -> list[str]:
    """The words of a text as written, composed (NFC) and in lower case."""
    return _WORD.findall(unicodedata.normalize("NFC", written).lower().replace("'", "").replace("’", ""))


@lru_cache(maxsize=200_000)
def marked(word: str) -> str:
    """The word with its tone written last, so that `hoà` and `hòa` are one spelling; ð is the đ it stands for.

    >>> marked("hoà") == marked("hòa"), marked("hạ") == marked("ha")
    (True, False)
    """
    split = unicodedata.normalize("NFD", word.lower().replace("ð", "đ"))
    tone = "".join(_TONES.get(letter, "") for letter in split)
    rest = "".join(letter for letter in split if letter not in _TONES)
    return unicodedata.normalize("NFC", rest) + (f"/{tone}" if tone else "")


def is_plain(word: str) -> bool:
    """Whether the word carries no mark at all."""
    return word.isascii()


def is_syllable(word: str) -> bool:
    """Whether a folded word can be one Vietnamese syllable."""
    return word in _SYLLABLES


@lru_cache(maxsize=200_000)
def telex_undone(word: str) -> str | None:
    """The folded syllable that these Telex keystrokes spell, or None when they spell none.

    >>> telex_undone("nguyeenx"), telex_undone("luwowng"), telex_undone("minh"), telex_undone("smith")
    ('nguyen', 'luong', None, None)
    """
    if len(word) < 3 or not word.isascii() or is_syllable(word):
        return None
    for tone in ("", *(letter for letter in "sfrxj" if _after_vowel(word, letter))):
        at = word.rfind(tone) if tone else len(word)
        bare = word[:at] + word[at + 1 :]
        plain = re.sub(r"([aeo])\1", r"\1", bare).replace("dd", "d").replace("w", "")
        if plain != word and is_syllable(plain):
            return plain
    return None


def _after_vowel(word: str, tone: str) -> bool:
    at = word.rfind(tone)
    return at > 0 and any(letter in "aeiouyw" for letter in word[:at])


def edits(a: str, b: str) -> int:
    """Letters added, lost, changed or swapped with their neighbour; 3 stands for three and more.

    >>> edits("allen", "alan"), edits("lan", "lna"), edits("hoa", "phuong")
    (2, 1, 3)
    """
    if a == b:
        return 0
    if abs(len(a) - len(b)) > 2 or len(set(a) ^ set(b)) > 4:  # each edit touches two letters at most
        return 3
    return _edits(a, b)


@lru_cache(maxsize=500_000)
def _edits(a: str, b: str) -> int:
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        following = [i]
        for j, other in enumerate(b, 1):
            least = min(row[j] + 1, following[-1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                least = min(least, before[j - 2] + 1)
            following.append(least)
        before, row = row, following
        if min(row) > 2:
            return 3
    return min(row[-1], 3)


def near(a: str, b: str) -> bool:
    """Whether one word is probably the other mistyped: the longer the word, the more may differ."""
    shorter = min(len(a), len(b))
    if shorter < 3:
        return False
    return edits(a, b) <= (1 if shorter < 6 else 2)
