-- Reprints: articles that print the text of another article. The tables are derived from the articles
-- and filled in the background; they are not part of a backup.

-- The articles that were compared with the others, each in the version that was compared. If that is
-- not the current version, the article is compared again.
CREATE TABLE reprint (
  article_id   TEXT   NOT NULL PRIMARY KEY,
  version      TEXT   NOT NULL,
  number       BIGINT NOT NULL UNIQUE,     -- a short key of the article
  group_number BIGINT NOT NULL,            -- the same for all articles with one text
  signature    BYTEA  NOT NULL             -- MinHash values: int32, big-endian; empty for a very short text
);

CREATE INDEX reprint_group_number ON reprint (group_number);

-- The keys under which similar texts are looked up; each is a hash of two values of a signature.
CREATE TABLE reprint_band (
  hash   INTEGER NOT NULL,
  number BIGINT  NOT NULL,                 -- that of the article
  PRIMARY KEY (hash, number)
);

-- One row: the sequence number of the archive up to which articles were compared.
CREATE TABLE reprint_progress (
  id       SMALLINT PRIMARY KEY CHECK (id = 1),
  sequence BIGINT   NOT NULL
);

INSERT INTO reprint_progress (id, sequence) VALUES (1, 0);
