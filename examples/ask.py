#!/usr/bin/env python3
"""Asks Dossier a question, waits for the whole reply, and prints it with its citations.

Needs Python 3.9 or later and the standard library only.

  python3 ask.py "When did Iran and Russia sign the strategic cooperation agreement?"

Environment: DOSSIER_URL (default http://127.0.0.1:8080), DOSSIER_TOKEN (an access token, if the server requires one).
Exit codes: 0 answered, 1 the request failed, 2 wrong usage, 3 abstained, 4 only related sentences, 5 a question back.
"""

import json
import os
import sys
import urllib.error
import urllib.request

URL = os.environ.get("DOSSIER_URL", "http://127.0.0.1:8080")


def ask(message):
    """Returns the reply. Raises urllib.error.HTTPError for an error of the server."""
    request = urllib.request.Request(
        URL + "/api/chat",
        data=json.dumps({"message": message}).encode(),
        headers={"Content-Type": "application/json"},
    )
    if token := os.environ.get("DOSSIER_TOKEN"):
        request.add_header("Authorization", "Bearer " + token)
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)


def describe(error):
    """Describes an error of the server: a problem document (RFC 9457). A proxy may send something else."""
    if error.headers.get_content_type() != "application/problem+json":
        return f"the server responded with status {error.code}"
    problem = json.load(error)
    description = f"{problem['status']} {problem['title']}"
    return f"{description}: {problem['detail']}" if problem.get("detail") else description


def show(reply):
    """Prints the reply and returns the exit code."""
    if reply["status"] == "abstained":
        print("No answer:", reply["abstention"]["explanation"])
        for article in reply["abstention"]["nearest"]:
            print(f"- {article['title']} ({article['id']})")
        return 3
    if reply["status"] == "clarify":
        # To ask a choice, send it as the next message, with the "conversation" of the reply.
        print(reply["clarification"]["text"])
        for choice in reply["clarification"]["choices"]:
            print("-", choice)
        return 5
    if reply["status"] == "related":
        print("No article states this directly. Closest:")
    print(reply["answer"])
    for citation in reply["citations"]:
        article = citation["article"]
        source = [article["title"], article["publisher"], article["published"]]
        print(f"\n[{citation['number']}] {', '.join(filter(None, source))}")
        print(f"    “{citation['quote']}”")
        print(f"    {URL}{citation['link']}")
    return 4 if reply["status"] == "related" else 0


def main():
    if len(sys.argv) != 2:
        print("usage: ask.py QUESTION", file=sys.stderr)
        return 2
    try:
        return show(ask(sys.argv[1]))
    except urllib.error.HTTPError as error:
        print(describe(error), file=sys.stderr)
    except OSError as error:
        print(error, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main())
