"""Writes the table of related and opposite words that verification uses, from the database files of WordNet 3.0. README.md has the command."""

import argparse
import collections
import gzip

from wordpiece import WordPiece

POS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}

# The number of senses of a word, the most frequent first: later ones relate words that texts seldom use so.
SENSES = {"n": 10, "v": 14, "a": 8, "r": 5}


class WordNet:
    """The database files of WordNet 3.0."""

    def __init__(self, folder):
        self.senses = collections.defaultdict(list)  # (lemma, pos) → offsets, the most frequent first
        self.words = {}  # (offset, pos) → lemmas
        self.pointers = {}  # (offset, pos) → [(symbol, offset, pos, source word, target word)]
        self.irregular = {pos: {} for pos in POS.values()}
        for name, pos in POS.items():
            self._index(f"{folder}/index.{name}", pos)
            self._data(f"{folder}/data.{name}", pos)
            with open(f"{folder}/{name}.exc", encoding="ascii") as file:
                for line in file:
                    form, *lemmas = line.split()
                    self.irregular[pos].setdefault(form, lemmas[0])

    def _index(self, path, pos):
        with open(path, encoding="ascii") as file:
            for line in file:
                if line.startswith(" "):
                    continue
                parts = line.split()
                count = int(parts[2])
                self.senses[parts[0], pos] = parts[-count:]

    def _data(self, path, pos):
        with open(path, encoding="ascii") as file:
            for line in file:
                if line.startswith(" "):
                    continue
                parts = line.split("|")[0].split()
                count = int(parts[3], 16)
                words = [parts[4 + 2 * i].split("(")[0] for i in range(count)]
                self.words[parts[0], pos] = words
                at = 4 + 2 * count
                found = []
                for i in range(int(parts[at])):
                    symbol, offset, other, places = parts[at + 1 + 4 * i : at + 5 + 4 * i]
                    found.append((symbol, offset, "a" if other == "s" else other, int(places[:2], 16), int(places[2:], 16)))
                self.pointers[parts[0], pos] = found

    def lemma(self, word, pos):
        """The lemma of a form, `None` if this is no word of that class."""
        if word in self.irregular[pos]:
            return self.irregular[pos][word]
        if (word, pos) in self.senses:
            return word
        endings = {
            "n": [("ies", "y"), ("ses", "s"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", "")],
            "v": [("ies", "y"), ("ied", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")],
            "a": [], "r": [],
        }[pos]
        for ending, instead in endings:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                stem = word[: -len(ending)] + instead
                if (stem, pos) in self.senses:
                    return stem
                if ending in ("ed", "ing") and not instead and len(stem) > 2 and stem[-1] == stem[-2] and (stem[:-1], pos) in self.senses:
                    return stem[:-1]
        return None


def relations(wordnet, word):
    """The synsets of a word and of words derived from it, the ones above these, and its opposites."""
    own, above, opposites = set(), set(), set()
    for pos, most in SENSES.items():
        for offset in wordnet.senses.get((word, pos), [])[:most]:
            synset = (offset, pos)
            own.add(synset)
            place = wordnet.words[synset].index(word) + 1 if word in wordnet.words[synset] else 0
            for symbol, other, kind, source, target in wordnet.pointers[synset]:
                if symbol in ("@", "&", "*", "$", ">"):
                    above.add((other, kind))
                elif symbol in ("+", "\\") and source in (0, place):
                    own.add((other, kind))
                elif symbol == "!" and source == place:
                    opposites.add(wordnet.words[other, kind][target - 1])
    return own, above, opposites


def used(wordnet, args):
    """The words in use: the lemmas of the tokenizer's vocabulary, and those that occur in WordNet's annotated texts."""
    forms = [w for w in WordPiece(args.tokenizer).vocabulary if w.isalpha() and w.isascii()]
    found = {lemma for form in forms for pos in SENSES if (lemma := wordnet.lemma(form, pos))}
    with open(f"{args.wordnet}/cntlist.rev", encoding="ascii") as file:
        found.update(line.split("%", 1)[0] for line in file)
    return found | set(forms)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", required=True, help="the folder of the database files of WordNet 3.0")
    parser.add_argument("--tokenizer", required=True, help="the tokenizer.json of bge-small-en-v1.5, for the frequent words")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    wordnet = WordNet(args.wordnet)
    words = sorted({w for w, _ in wordnet.senses if w.isalpha() and w.isascii() and len(w) > 2} & used(wordnet, args))
    found = {w: relations(wordnet, w) for w in words}
    uses = collections.Counter(synset for own, above, _ in found.values() for synset in own | above)
    numbers = {}
    with open(args.out, "wb") as out, gzip.GzipFile("", "wb", mtime=0, fileobj=out) as file:
        for word, (own, above, opposites) in sorted(found.items()):
            number = lambda synset: numbers.setdefault(synset, len(numbers))
            mine = sorted(number(s) for s in sorted(own) if uses[s] > 1)
            over = sorted(number(s) for s in sorted(above - own) if uses[s] > 1)
            against = sorted(w for w in opposites if w in found)
            if mine or over or against:
                line = " ".join([word, ",".join(map(str, mine)), ",".join(map(str, over)), ",".join(against)])
                file.write((line + "\n").encode("ascii"))


if __name__ == "__main__":
    main()
