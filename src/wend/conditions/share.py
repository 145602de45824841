"""A part of all customers that stays the same: drawn by their id, a salt apart for every use.

FNV-1a over the bytes of "salt, a zero, id", stirred once more (the finaliser of SplitMix64, Steele, Lea and Flood
2014), gives every customer a place among a hundred thousand. Both are a few lines, so that a compiled reader of a whole
log and this one can be the same to the last bit.
"""

from __future__ import annotations

PLACES = 100_000
OFFSET, PRIME = 0xCBF29CE484222325, 0x100000001B3
STIR_1, STIR_2 = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_WORD = (1 << 64) - 1


def start(salt: str) -> int:
    """The hash of the salt, from which every customer's goes on."""
    return _fed(OFFSET, salt.encode() + b"\0")


def place(begun: int, customer: str) -> int:
    """The customer's place, from 0 to 99,999."""
    mixed = _fed(begun, customer.encode())
    mixed = ((mixed ^ (mixed >> 30)) * STIR_1) & _WORD
    mixed = ((mixed ^ (mixed >> 27)) * STIR_2) & _WORD
    return (mixed ^ (mixed >> 31)) % PLACES


def _fed(hashed: int, data: bytes) -> int:
    for byte in data:
        hashed = ((hashed ^ byte) * PRIME) & _WORD
    return hashed
