"""The tokenizer of an uncased BERT, with the span of each token in the text."""

import json
import unicodedata

CLS, SEP, UNKNOWN = 101, 102, 100


class WordPiece:
    def __init__(self, path):
        """Reads the vocabulary of a tokenizer.json."""
        with open(path, encoding="utf-8") as file:
            self.vocabulary = json.load(file)["model"]["vocab"]

    def tokens(self, text):
        """The ids of the tokens, and the span of each in `text`."""
        ids, spans = [], []
        for start, end in words(text):
            self._pieces(text, start, end, ids, spans)
        return ids, spans

    def _pieces(self, text, start, end, ids, spans):
        letters, places = [], []
        for place in range(start, end):
            for letter in unicodedata.normalize("NFD", text[place].lower()):
                if unicodedata.category(letter) != "Mn":
                    letters.append(letter)
                    places.append(place)
        word = "".join(letters)
        pieces, at = [], 0
        while at < len(word):
            for to in range(len(word), at, -1):
                piece = ("##" if at else "") + word[at:to]
                if piece in self.vocabulary:
                    pieces.append((self.vocabulary[piece], places[at], places[to - 1] + 1))
                    at = to
                    break
            else:
                pieces = [(UNKNOWN, start, end)]
                break
        for number, first, last in pieces:
            ids.append(number)
            spans.append((first, last))


def words(text):
    """The spans of the words and the single signs of `text`, without white space."""
    start = None
    for place, letter in enumerate(text):
        if letter.isspace() or is_sign(letter) or is_control(letter):
            if start is not None:
                yield start, place
                start = None
            if is_sign(letter):
                yield place, place + 1
        elif start is None:
            start = place
    if start is not None:
        yield start, len(text)


def is_control(letter):
    return unicodedata.category(letter) in ("Cc", "Cf") or letter == "\ufffd"


def is_sign(letter):
    code = ord(letter)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    if 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF:
        return True
    return unicodedata.category(letter).startswith("P")
