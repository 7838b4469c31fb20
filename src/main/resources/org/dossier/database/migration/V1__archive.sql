-- The archive. SQLite and PostgreSQL both take this file as it stands: days are ISO 8601 text,
-- instants are milliseconds since 1970, booleans are 0 and 1.

-- One row: which archive this is, and the sequence of its newest change. Its update is part of every
-- change, so changes are committed in the order of their sequences.
CREATE TABLE archive (
  id       SMALLINT PRIMARY KEY CHECK (id = 1),
  identity TEXT     NOT NULL,             -- random, given at the first opening; '' before
  sequence BIGINT   NOT NULL
);

INSERT INTO archive (id, identity, sequence) VALUES (1, '', 0);

-- What holds for an article whatever it says at present. The row outlives the article's deletion.
CREATE TABLE article (
  id         TEXT    NOT NULL PRIMARY KEY,
  version    TEXT,                        -- the current one; null once the article is deleted
  versions   INTEGER NOT NULL,            -- how many there ever were; the next one is numbered from it
  published  TEXT,                        -- as in the current version
  first_seen BIGINT  NOT NULL,
  embedded   TEXT    NOT NULL DEFAULT '', -- the model whose vectors the current version has; '' for none
  sequence   BIGINT  NOT NULL             -- the article's last change
);

CREATE UNIQUE INDEX article_sequence ON article (sequence);
CREATE INDEX article_published ON article (published);
CREATE INDEX article_embedded ON article (embedded, sequence) WHERE version IS NOT NULL;

CREATE TABLE article_version (
  article_id         TEXT     NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  version            TEXT     NOT NULL,
  number             INTEGER  NOT NULL,
  seen               BIGINT   NOT NULL,
  title              TEXT,
  publisher          TEXT,
  authors            TEXT     NOT NULL,   -- a JSON array of names
  url                TEXT,
  language           TEXT,
  published          TEXT,
  published_inferred SMALLINT NOT NULL,
  updated            TEXT,
  text               TEXT     NOT NULL,   -- last: what stands before it is read without it
  PRIMARY KEY (article_id, version)
);

-- Vectors, by the hash of what they stand for and the model that made them: float32, little-endian.
CREATE TABLE embedding (
  model  TEXT  NOT NULL,
  hash   TEXT  NOT NULL,
  vector BYTEA NOT NULL,
  PRIMARY KEY (hash, model)
);

-- Which vectors an article has been completed with, in any version: what to erase with it.
CREATE TABLE article_embedding (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  hash       TEXT NOT NULL,
  PRIMARY KEY (article_id, hash)
);

CREATE INDEX article_embedding_hash ON article_embedding (hash);

CREATE TABLE conversation (
  id        TEXT   NOT NULL PRIMARY KEY,
  created   BIGINT NOT NULL,
  last_used BIGINT NOT NULL
);

CREATE INDEX conversation_last_used ON conversation (last_used);

CREATE TABLE turn (
  conversation_id  TEXT    NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  number           INTEGER NOT NULL,
  asked            BIGINT  NOT NULL,
  message          TEXT    NOT NULL,      -- as it was typed
  question         TEXT    NOT NULL,      -- made to stand alone
  reply            TEXT    NOT NULL,      -- JSON
  index_generation BIGINT  NOT NULL,
  model            TEXT,
  prompt           TEXT,
  PRIMARY KEY (conversation_id, number)
);
