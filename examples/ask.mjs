// Asks Dossier a question and prints each statement as soon as the server has verified it, then the citations.
// Needs Node.js 18 or later, and no packages.
//
//   node ask.mjs "When did Iran and Russia sign the strategic cooperation agreement?"
//
// Environment: DOSSIER_URL (default http://127.0.0.1:8080), DOSSIER_TOKEN (an access token, if the server requires one).
// Exit codes: 0 answered, 1 the request failed, 2 wrong usage, 3 abstained, 4 only related sentences, 5 a question back.

const url = process.env.DOSSIER_URL ?? 'http://127.0.0.1:8080';

async function* ask(message) {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'text/event-stream',
      ...(process.env.DOSSIER_TOKEN && { Authorization: `Bearer ${process.env.DOSSIER_TOKEN}` }),
    },
    body: JSON.stringify({ message }),
  });
  if (!response.ok) {
    throw await problem(response);
  }
  yield* events(response.body);
}

/** An error of the server: a problem document (RFC 9457). A proxy may send something else. */
async function problem(response) {
  if (response.headers.get('Content-Type')?.startsWith('application/problem+json')) {
    return problemError(await response.json());
  }
  return new Error(`the server responded with status ${response.status}`);
}

function problemError({ status, title, detail }) {
  return new Error(detail ? `${status} ${title}: ${detail}` : `${status} ${title}`);
}

/** Parses server-sent events. Every event of Dossier has a name and one line of JSON. */
async function* events(body) {
  let unread = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    unread += chunk;
    for (let end; (end = unread.indexOf('\n\n')) >= 0; unread = unread.slice(end + 2)) {
      const field = (name) => unread.slice(0, end).match(new RegExp(`^${name}:(.*)$`, 'm'))?.[1];
      if (field('data')) {
        yield { name: field('event'), data: JSON.parse(field('data')) };
      }
    }
  }
}

/** Prints the rest of a reply, whose statements were printed before, and returns the exit code. */
function show({ status, answer, clarification, abstention, citations }) {
  if (status === 'abstained') {
    console.log(`No answer: ${abstention.explanation}`);
    abstention.nearest.forEach(({ title, id }) => console.log(`- ${title} (${id})`));
    return 3;
  }
  if (status === 'clarify') {
    // To ask a choice, send it as the next message, with the `conversation` of the reply.
    console.log(clarification.text);
    clarification.choices.forEach((choice) => console.log(`- ${choice}`));
    return 5;
  }
  if (status === 'about') {
    console.log(answer);
  }
  for (const { number, article, quote, link } of citations) {
    const source = [article.title, article.publisher, article.published].filter(Boolean).join(', ');
    console.log(`\n[${number}] ${source}\n    “${quote}”\n    ${url}${link}`);
  }
  return status === 'related' ? 4 : 0;
}

if (process.argv.length !== 3) {
  console.error('usage: node ask.mjs QUESTION');
  process.exit(2);
}
try {
  // Without the last event, the connection broke.
  process.exitCode = 1;
  let introduced = false;
  for await (const { name, data } of ask(process.argv[2])) {
    if (name === 'statement') {
      if (data.status === 'related' && !introduced) {
        console.log('No article states this directly. Closest:');
        introduced = true;
      }
      console.log(`${data.text} ${data.citations.map((number) => `[${number}]`).join(' ')}`);
    } else if (name === 'done') {
      process.exitCode = show(data);
    } else if (name === 'error') {
      throw problemError(data);
    }
  }
} catch (error) {
  console.error(error.cause?.message ?? error.message);
}
