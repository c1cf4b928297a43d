"""Corpus BLEU by sacreBLEU's documented definition, for answers and references that are lists of tokens.

The signature is nrefs:1|case:mixed|eff:no|tok:none|smooth:add-k[1.00], over 100: one reference, no tokenizer, one added to
both counts of the 2-, 3- and 4-grams. `python3 oracle/bleu.py` compares the committed fixture with it, `--write` writes
the fixture. Counts are integers and precisions fractions, so that only the last step rounds. Needs only Python.
"""

import json
import math
import pathlib
import random
import sys
from collections import Counter
from fractions import Fraction

FIXTURE = pathlib.Path(__file__).parent / "bleu.json"
ORDERS = (1, 2, 3, 4)
ADDED = 1  # sacreBLEU's smooth_value of add-k


def grams(tokens, n):
    return Counter(zip(*(tokens[i:] for i in range(n))))


def precision(pairs, n):
    """Clipped matches over n-grams of the answers, both summed over the corpus."""
    matches = sum(sum((grams(answer, n) & grams(truth, n)).values()) for answer, truth in pairs)
    possible = sum(sum(grams(answer, n).values()) for answer, _ in pairs)
    added = ADDED if n > 1 else 0
    return Fraction(matches + added, possible + added) if possible + added else Fraction(0)


def brevity_penalty(pairs):
    answers = sum(len(answer) for answer, _ in pairs)
    truths = sum(len(truth) for _, truth in pairs)
    if answers >= truths:
        return 1.0
    return math.exp(1 - truths / answers) if answers else 0.0


def corpus_bleu(pairs):
    """In [0, 1]; 0 where no token is right."""
    precisions = [precision(pairs, n) for n in ORDERS]
    if precisions[0] == 0:
        return 0.0
    product = math.prod(precisions)
    return brevity_penalty(pairs) * math.exp((math.log(product.numerator) - math.log(product.denominator)) / len(ORDERS))


BY_HAND = {
    "right, of four tokens": [("a b c d", "a b c d")],
    "right, of one token": [("a", "a")],
    "right, of two tokens": [("le chat", "le chat")],
    "right, of three tokens": [("un chat noir", "un chat noir")],
    "wrong, of one token": [("a", "b")],
    "no token right": [("a b c d e", "v w x y z")],
    "an empty answer": [("", "a b c")],
    "an empty answer beside a right one": [("", "a b c"), ("a b c d e", "a b c d e")],
    "an empty truth": [("a b", "")],
    "an empty truth beside a right answer": [("a b", ""), ("c d e f", "c d e f")],
    "all answers empty": [("", "a"), ("", "b c")],
    "seven times the same word": [("the the the the the the the", "the cat is on the mat")],
    "a repeated pair of words": [("a b a b a b", "a b c a b")],
    "repeated in the truth": [("a b c", "a a a b b b c c c")],
    "repeated in both": [("a a a a a", "a a a")],
    "too short by one token": [("the cat sat on mat", "the cat sat on the mat")],
    "much too short": [("the cat", "the cat sat on the mat and slept")],
    "too long": [("the cat sat on the mat and slept and slept", "the cat sat on the mat")],
    "one answer short and one long: no penalty together": [("a b", "a b c d"), ("e f g h i j", "e f g h")],
    "as long as the truth, in another order": [("d c b a", "a b c d")],
    "only the 2-grams are right": [("a b x c d y e f", "a b c d e f g h")],
    "one token wrong in the middle": [("a b c x e f g", "a b c d e f g")],
    "counts are summed before they are divided": [("a b", "a b"), ("c x", "c d")],
    "short answers only": [("a", "a"), ("b", "c"), ("d e", "d e")],
    "capitals are other tokens": [("The cat", "the cat")],
    "tokens that are no words": [("1 9 9 3 - 0 3", "1 9 9 3 - 0 2")],
    "Hangul": [("고양이 가 잔다", "고양이 가 먹는다")],
}


def drawn(seed):
    """A corpus of answers that are truths with some tokens changed, left out or said twice."""
    source = random.Random(seed)
    pairs = []
    for _ in range(source.randint(1, 12)):
        truth = [source.choice("abcdef") for _ in range(source.randint(1, 10))]
        answer = []
        for token in truth:
            fate = source.random()
            if fate < 0.7:
                answer.append(token)
            elif fate < 0.8:
                answer.append(source.choice("abcdef"))
            elif fate < 0.9:
                answer.extend([token, token])
        pairs.append((answer, truth))
    return pairs


def cases():
    named = {name: [(a.split(), t.split()) for a, t in pairs] for name, pairs in BY_HAND.items()}
    named.update({f"drawn, seed {seed}": drawn(seed) for seed in range(1, 13)})
    return [
        {"name": name, "pairs": [[list(a), list(t)] for a, t in pairs], "bleu": corpus_bleu(pairs)}
        for name, pairs in named.items()
    ]


def differs(committed, computed):
    strip = lambda case: (case["name"], case["pairs"])
    if [strip(case) for case in committed] != [strip(case) for case in computed]:
        return True
    return any(abs(a["bleu"] - b["bleu"]) > 1e-12 for a, b in zip(committed, computed))


def main():
    computed = cases()
    if "--write" in sys.argv[1:]:
        lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in computed)
        FIXTURE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
        print(f"{FIXTURE.name}: {len(computed)} cases written")
    elif differs(json.loads(FIXTURE.read_text(encoding="utf-8")), computed):
        sys.exit(f"{FIXTURE.name} is not what bleu.py computes; --write writes it")
    else:
        print(f"{FIXTURE.name}: {len(computed)} cases hold")


if __name__ == "__main__":
    main()
