/// The client of the HTTP API: asks, reads and rates. Independent of the DOM.

/// The time in milliseconds without data in the middle of an answer after which the server counts as lost.
const SILENCE = 60_000;

/// A failed request. `kind` is the name of a widget text (`lost`, `busy`, `limited`, …).
export class Fault extends Error {
  constructor(kind, problem = {}, wait = 0) {
    super(problem.detail ?? kind);
    this.kind = kind;
    this.problem = problem;
    this.wait = wait;
  }
}

const KINDS = { 400: 'invalid', 401: 'refused', 403: 'refused', 421: 'refused', 429: 'limited', 503: 'busy' };

function fault(problem, wait) {
  const type = String(problem.type).split(':').pop();
  return new Fault(type === 'unknown-conversation' ? 'gone' : (KINDS[problem.status] ?? 'failed'), problem, wait);
}

/// An idempotency key of 128 random bits, by which the server recognizes a repeated request.
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

export class Archive {
  #endpoint;
  #token;
  #renewed;

  constructor(endpoint) {
    this.#endpoint = endpoint;
  }

  about() {
    return this.#json('GET', '/api/archive');
  }

  async examples() {
    return (await this.#json('GET', '/api/examples')).questions;
  }

  async turns(conversation) {
    return (await this.#json('GET', `/api/conversations/${conversation}`)).turns;
  }

  async followUps({ conversation, turn }) {
    return (await this.#json('GET', `/api/conversations/${conversation}/turns/${turn}/follow-ups`)).followUps;
  }

  rate({ conversation, turn }, verdict, comment) {
    const path = `/api/conversations/${conversation}/turns/${turn}/feedback`;
    return this.#json('POST', path, { verdict, ...(comment && { comment }) });
  }

  check(input) {
    return this.#json('POST', '/api/check', input);
  }

  forget(conversation) {
    return this.#json('DELETE', `/api/conversations/${conversation}`);
  }

  /// Asks, calls `heard` with each event by its name, and returns the complete reply. If the same `key` is sent again,
  /// the server returns the stored reply instead of generating another one.
  async ask(asked, key, heard, signal) {
    const headers = { Accept: 'text/event-stream', 'Idempotency-Key': key };
    const response = await this.#send('POST', '/api/chat', asked, headers, signal);
    for await (const { name, data } of events(response.body)) {
      if (name === 'done') return data;
      if (name === 'error') throw fault(data);
      heard[name]?.(data);
    }
    throw new Fault('lost');
  }

  async #json(method, path, body) {
    const response = await this.#send(method, path, body);
    return response.status === 204 ? undefined : response.json();
  }

  async #send(method, path, body, headers = {}, signal = undefined, mayRenew = true) {
    const token = this.#token;
    const response = await this.#fetch(method, path, body, headers, signal);
    if (response.ok) return response;
    const problem = await response.json().catch(() => ({ status: response.status }));
    if (mayRenew && String(problem.type).endsWith(':page-token-required')) {
      await this.#renew(token);
      return this.#send(method, path, body, headers, signal, false);
    }
    throw fault(problem, Number(response.headers.get('Retry-After')));
  }

  /// Fetches a page token. Servers that require one issue it, for a limited time, to pages of allowed origins. If
  /// several requests find the old token expired, the first one fetches a new token for all.
  #renew(old) {
    if (this.#token === old) {
      this.#renewed ??= this.#json('POST', '/api/token')
        .then(({ token }) => (this.#token = token))
        .finally(() => (this.#renewed = undefined));
    }
    return this.#renewed;
  }

  async #fetch(method, path, body, headers, signal) {
    const sent = { ...headers };
    if (body) sent['Content-Type'] = 'application/json';
    if (this.#token) sent['Dossier-Token'] = this.#token;
    try {
      return await fetch(this.#endpoint + path, {
        method,
        headers: sent,
        body: body && JSON.stringify(body),
        signal,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
    } catch (e) {
      throw signal?.aborted ? e : new Fault('lost');
    }
  }
}

/// The server-sent events of a response body, until it ends.
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (;;) {
      const { value, done } = await beforeSilence(reader);
      if (done) return;
      const blocks = (text + value).split('\n\n');
      text = blocks.pop();
      for (const block of blocks) yield event(block);
    }
  } catch (e) {
    throw e instanceof TypeError ? new Fault('lost') : e;
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function beforeSilence(reader) {
  let timer;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Fault('lost')), SILENCE);
  });
  try {
    return await Promise.race([reader.read(), silence]);
  } finally {
    clearTimeout(timer);
  }
}

function event(block) {
  const field = (name) =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).replace(/^ /, ''))
      .join('\n');
  return { name: field('event'), data: JSON.parse(field('data') || 'null') };
}
