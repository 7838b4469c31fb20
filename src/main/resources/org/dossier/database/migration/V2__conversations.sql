-- Conversations: who may list them, all of what was asked, what each answer rests on, and what people
-- thought of it. SQLite and PostgreSQL both take this file as it stands.

-- The SHA-256 of the key that the client holds who began it; null: it is listed nowhere.
ALTER TABLE conversation ADD COLUMN owner TEXT;

CREATE INDEX conversation_owner ON conversation (owner, last_used);

-- JSON: which articles were let answer.
ALTER TABLE turn ADD COLUMN filters TEXT NOT NULL DEFAULT '{}';

-- The versions whose words are in a turn's statements: when one is withdrawn, they go with it.
CREATE TABLE turn_source (
  conversation_id TEXT    NOT NULL,
  number          INTEGER NOT NULL,
  article_id      TEXT    NOT NULL,
  version         TEXT    NOT NULL,
  PRIMARY KEY (conversation_id, number, article_id, version),
  FOREIGN KEY (conversation_id, number) REFERENCES turn (conversation_id, number) ON DELETE CASCADE
);

CREATE INDEX turn_source_article ON turn_source (article_id);

-- One row: the sequence of the archive up to which withdrawn words were erased from turns. -1: the
-- sources of the turns from before this table are still to be written down.
CREATE TABLE turn_erasure (
  id       SMALLINT PRIMARY KEY CHECK (id = 1),
  sequence BIGINT   NOT NULL
);

INSERT INTO turn_erasure (id, sequence) VALUES (1, -1);

CREATE TABLE feedback (
  conversation_id TEXT    NOT NULL,
  number          INTEGER NOT NULL,
  verdict         TEXT    NOT NULL,       -- up or down
  comment         TEXT,
  given           BIGINT  NOT NULL,
  PRIMARY KEY (conversation_id, number),
  FOREIGN KEY (conversation_id, number) REFERENCES turn (conversation_id, number) ON DELETE CASCADE
);
