#!/bin/sh
# Asks Dossier a question with curl and jq, waits for the whole reply, and prints it with its citations.
#
#   ./ask.sh "When did Iran and Russia sign the strategic cooperation agreement?"
#
# Environment: DOSSIER_URL (default http://127.0.0.1:8080), DOSSIER_TOKEN (an access token, if the server requires one).
# Exit codes: 0 answered, 1 the request failed, 2 wrong usage, 3 abstained, 4 only related sentences, 5 a question back.
set -eu

url=${DOSSIER_URL:-http://127.0.0.1:8080}
[ $# -eq 1 ] || {
  echo 'usage: ask.sh QUESTION' >&2
  exit 2
}

umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# jq escapes quotation marks and backslashes in the question.
jq -n --arg message "$1" '{message: $message}' >"$work/request.json"
# A token on the command line would be visible in the list of processes, so the headers are in a file.
echo 'Content-Type: application/json' >"$work/headers"
[ -z "${DOSSIER_TOKEN:-}" ] || echo "Authorization: Bearer $DOSSIER_TOKEN" >>"$work/headers"

response=$(curl --silent --show-error --max-time 60 --header "@$work/headers" --data "@$work/request.json" \
  --output "$work/reply.json" --write-out '%{http_code} %{content_type}' "$url/api/chat") || exit 1

# An error of the server is a problem document (RFC 9457). A proxy may send something else.
case $response in
  200\ *) ;;
  *\ application/problem+json*)
    jq -r '"\(.status) \(.title)" + (if .detail then ": \(.detail)" else "" end)' "$work/reply.json" >&2
    exit 1
    ;;
  *)
    echo "the server responded with status $response" >&2
    exit 1
    ;;
esac

code=0
case $(jq -r .status "$work/reply.json") in
  abstained)
    jq -r '"No answer: \(.abstention.explanation)", (.abstention.nearest[] | "- \(.title) (\(.id))")' "$work/reply.json"
    exit 3
    ;;
  clarify)
    # To ask a choice, send it as the next message, with the "conversation" of the reply.
    jq -r '.clarification | .text, (.choices[] | "- \(.)")' "$work/reply.json"
    exit 5
    ;;
  related)
    echo 'No article states this directly. Closest:'
    code=4
    ;;
esac

jq -r --arg url "$url" '.answer, (.citations[] |
  "",
  "[\(.number)] " + ([.article.title, .article.publisher, .article.published] | map(select(.)) | join(", ")),
  "    “\(.quote)”",
  "    \($url)\(.link)")' "$work/reply.json"
exit $code
