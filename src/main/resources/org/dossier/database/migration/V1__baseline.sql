-- The schema of an archive database. SQLite and PostgreSQL both accept this file unchanged: dates are
-- ISO 8601 text, times are milliseconds since 1970 (UTC), and booleans are 0 and 1.

-- One row: the identity of the archive and the sequence number of its newest change. Each change
-- updates this row, so changes are committed in the order of their sequence numbers.
CREATE TABLE archive (
  id       SMALLINT PRIMARY KEY CHECK (id = 1),
  identity TEXT     NOT NULL,              -- random, generated when the archive is first opened; '' before
  sequence BIGINT   NOT NULL
);

INSERT INTO archive (id, identity, sequence) VALUES (1, '', 0);

-- The properties of an article that do not depend on a version. The row remains after the article is
-- deleted.
CREATE TABLE article (
  id                TEXT    NOT NULL PRIMARY KEY,
  current_version   TEXT,                  -- null if the article is deleted
  version_count     INTEGER NOT NULL,      -- all versions ever ingested; the next one gets the next number
  published         TEXT,                  -- the date in the current version
  first_ingested_at BIGINT  NOT NULL,
  embedding_model   TEXT    NOT NULL DEFAULT '', -- the model of the current version's vectors; '' if it has none
  sequence          BIGINT  NOT NULL       -- the sequence number of the article's last change
);

CREATE UNIQUE INDEX article_sequence ON article (sequence);
CREATE INDEX article_published ON article (published);
CREATE INDEX article_embedding_model ON article (embedding_model, sequence)
  WHERE current_version IS NOT NULL;

CREATE TABLE article_version (
  article_id         TEXT     NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  version            TEXT     NOT NULL,    -- a hash of the content
  number             INTEGER  NOT NULL,    -- 1 for the first version of the article
  ingested_at        BIGINT   NOT NULL,
  title              TEXT,
  publisher          TEXT,
  authors            TEXT     NOT NULL,    -- a JSON array of names
  url                TEXT,
  language           TEXT,
  published          TEXT,
  published_inferred SMALLINT NOT NULL,
  updated            TEXT,
  text               TEXT     NOT NULL,    -- last, so that the other columns are read without it
  PRIMARY KEY (article_id, version)
);

-- Embedding vectors by model and by the hash of the embedded text: float32, little-endian.
CREATE TABLE embedding (
  model  TEXT  NOT NULL,
  hash   TEXT  NOT NULL,
  vector BYTEA NOT NULL,
  PRIMARY KEY (hash, model)
);

-- The vectors that any version of an article uses or used. They are erased with the article.
CREATE TABLE article_embedding (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  hash       TEXT NOT NULL,
  PRIMARY KEY (article_id, hash)
);

CREATE INDEX article_embedding_hash ON article_embedding (hash);

CREATE TABLE conversation (
  id             TEXT   NOT NULL PRIMARY KEY,
  created_at     BIGINT NOT NULL,
  last_active_at BIGINT NOT NULL,
  owner_hash     TEXT                      -- the SHA-256 of the client key that lists it; null if not listed
);

CREATE INDEX conversation_last_active_at ON conversation (last_active_at);
CREATE INDEX conversation_owner_hash ON conversation (owner_hash, last_active_at);

CREATE TABLE turn (
  conversation_id      TEXT    NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  number               INTEGER NOT NULL,   -- 1 for the first turn of the conversation
  asked_at             BIGINT  NOT NULL,
  message              TEXT    NOT NULL,   -- as the user typed it
  standalone_question  TEXT    NOT NULL,   -- the message rewritten to be understood without its context
  filters              TEXT    NOT NULL,   -- JSON: the articles that the answer could use
  answer               TEXT    NOT NULL,   -- JSON
  index_generation     BIGINT  NOT NULL,
  model                TEXT,               -- the chat model; null if none was used
  prompt               TEXT,               -- the version of the prompt; null if no model was used
  idempotency_key_hash TEXT,               -- the SHA-256 of the request's key; null if it had none
  PRIMARY KEY (conversation_id, number)
);

CREATE UNIQUE INDEX turn_idempotency_key_hash ON turn (idempotency_key_hash);

-- The article versions on which the statements of a turn rest. If one is withdrawn, its content is erased
-- from the turn.
CREATE TABLE turn_source (
  conversation_id TEXT    NOT NULL,
  turn_number     INTEGER NOT NULL,
  article_id      TEXT    NOT NULL,
  version         TEXT    NOT NULL,
  PRIMARY KEY (conversation_id, turn_number, article_id, version),
  FOREIGN KEY (conversation_id, turn_number) REFERENCES turn (conversation_id, number) ON DELETE CASCADE
);

CREATE INDEX turn_source_article_id ON turn_source (article_id);

-- One row: the sequence number of the archive up to which withdrawn content was erased from turns.
CREATE TABLE turn_erasure (
  id       SMALLINT PRIMARY KEY CHECK (id = 1),
  sequence BIGINT   NOT NULL
);

INSERT INTO turn_erasure (id, sequence) VALUES (1, 0);

CREATE TABLE feedback (
  conversation_id TEXT    NOT NULL,
  turn_number     INTEGER NOT NULL,
  verdict         TEXT    NOT NULL,        -- up or down
  comment         TEXT,
  created_at      BIGINT  NOT NULL,
  PRIMARY KEY (conversation_id, turn_number),
  FOREIGN KEY (conversation_id, turn_number) REFERENCES turn (conversation_id, number) ON DELETE CASCADE
);

-- The Slack events that were accepted, so that a second delivery of an event is recognized.
CREATE TABLE slack_event (
  id          TEXT   NOT NULL PRIMARY KEY,
  received_at BIGINT NOT NULL
);

CREATE INDEX slack_event_received_at ON slack_event (received_at);

-- The Slack messages that get one reply each. Two events about the same message have the same
-- deduplication key.
CREATE TABLE slack_message (
  id                BIGINT  NOT NULL PRIMARY KEY,
  team              TEXT    NOT NULL,
  deduplication_key TEXT    NOT NULL,      -- unique within the team
  kind              TEXT    NOT NULL,
  channel           TEXT    NOT NULL,
  thread_ts         TEXT,                  -- the thread of the reply; null if the reply starts a new thread
  ts                TEXT,                  -- Slack's id of the message; null for a slash command
  sender            TEXT    NOT NULL,
  sender_team       TEXT    NOT NULL,
  text              TEXT    NOT NULL,      -- '' after the reply is complete
  response_url      TEXT,                  -- null after the reply is complete
  received_at       BIGINT  NOT NULL,
  attempts          INTEGER NOT NULL,
  state             TEXT    NOT NULL,      -- pending, replied or failed
  conversation_id   TEXT,                  -- the conversation that has the answer; null until it is stored
  turn_number       INTEGER
);

CREATE UNIQUE INDEX slack_message_deduplication_key ON slack_message (team, deduplication_key);
CREATE INDEX slack_message_state ON slack_message (state, id);

-- The Slack messages of which a reply consists. The row is stored before the message is posted.
CREATE TABLE slack_reply_message (
  message_id BIGINT   NOT NULL REFERENCES slack_message (id) ON DELETE CASCADE,
  number     INTEGER  NOT NULL,
  post_mode  TEXT     NOT NULL,            -- post or stream
  ts         TEXT,                         -- null while it is unknown whether Slack accepted the message
  complete   SMALLINT NOT NULL,
  PRIMARY KEY (message_id, number)
);

-- The Slack threads in which the bot was addressed, each with its conversation.
CREATE TABLE slack_thread (
  team            TEXT   NOT NULL,
  channel         TEXT   NOT NULL,
  thread_ts       TEXT   NOT NULL,
  conversation_id TEXT,
  last_active_at  BIGINT NOT NULL,
  PRIMARY KEY (team, channel, thread_ts)
);

CREATE INDEX slack_thread_last_active_at ON slack_thread (last_active_at);

CREATE TABLE access_token (
  name         TEXT   NOT NULL PRIMARY KEY,
  hash         TEXT   NOT NULL,            -- the SHA-256 of the token; the token itself is not stored
  prefix       TEXT   NOT NULL,            -- the first characters of the token, by which users recognize it
  permission   TEXT   NOT NULL,            -- read, write or admin
  created_at   BIGINT NOT NULL,
  last_used_at BIGINT,                     -- accurate to an hour; null if never used
  expires_at   BIGINT                      -- null if it does not expire
);

CREATE UNIQUE INDEX access_token_hash ON access_token (hash);

-- The tables below describe the running processes and the machine. They are not part of a backup.

-- The processes that use the archive. A live process increments its heartbeat; the other processes
-- take a process for dead if its heartbeat does not change.
CREATE TABLE process (
  id        TEXT   NOT NULL PRIMARY KEY,
  heartbeat BIGINT NOT NULL
);

-- The locks that a process holds. They end with the process.
CREATE TABLE cluster_lock (
  name       TEXT NOT NULL PRIMARY KEY,
  process_id TEXT NOT NULL REFERENCES process (id) ON DELETE CASCADE
);

CREATE INDEX cluster_lock_process_id ON cluster_lock (process_id);

-- One row: the clock by which old rows are deleted. A clock that jumps ahead is observed for some
-- time before it is trusted.
CREATE TABLE retention_clock (
  id           SMALLINT PRIMARY KEY CHECK (id = 1),
  trusted_time BIGINT,                     -- the last time that was trusted; null if none was yet
  suspect_time BIGINT,                     -- the last time that was not trusted since; null if none
  observed_ms  BIGINT NOT NULL             -- how long the clock has run on from a suspect time
);

INSERT INTO retention_clock (id, trusted_time, suspect_time, observed_ms) VALUES (1, NULL, NULL, 0);
