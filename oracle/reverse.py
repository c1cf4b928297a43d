"""The app's task Reverse, which reverses a string of 3-8 letters a-z, with the same held-out side."""

from __future__ import annotations

from random import Random
from string import ascii_lowercase

from tokens import SPECIAL_TOKENS

VOCABULARY = [*SPECIAL_TOKENS, *ascii_lowercase]
SHORTEST, LONGEST = 3, 8
HELD_OUT_ONE_IN = 8
REPEATED_ONE_IN = 8  # of the letters after the first: each repeats the letter before it

WORD = 0xFFFFFFFF


def hash_text(text: str) -> int:
    """32-bit FNV-1a hash of a text's UTF-16 code units."""
    units = memoryview(text.encode("utf-16-le")).cast("H")
    value = 0x811C9DC5
    for unit in units:
        value = ((value ^ unit) * 0x01000193) & WORD
    return value


def mix(value: int) -> int:
    """The 32-bit finaliser of MurmurHash3 (Appleby 2008)."""
    value = ((value ^ (value >> 16)) * 0x85EBCA6B) & WORD
    value = ((value ^ (value >> 13)) * 0xC2B2AE35) & WORD
    return value ^ (value >> 16)


def is_held_out(letters: str) -> bool:
    """Depends on the content only, as in the app, so that every run and seed has the same sides."""
    return mix(hash_text(letters)) % HELD_OUT_ONE_IN == 0


def draw_letters(random: Random) -> str:
    letters = random.choice(ascii_lowercase)
    for _ in range(random.randint(SHORTEST, LONGEST) - 1):
        repeats = random.randrange(REPEATED_ONE_IN) == 0
        letters += letters[-1] if repeats else random.choice(ascii_lowercase)
    return letters


def draw(random: Random, held_out: bool) -> str:
    """A string of the wanted side."""
    while True:
        letters = draw_letters(random)
        if is_held_out(letters) == held_out:
            return letters
