-- Access tokens: who may do what. SQLite and PostgreSQL both take this file as it stands.

CREATE TABLE access_token (
  name      TEXT   NOT NULL PRIMARY KEY,
  hash      TEXT   NOT NULL,              -- the SHA-256 of the token; the token itself is nowhere
  beginning TEXT   NOT NULL,              -- its first characters, for people to recognise it by
  may       TEXT   NOT NULL,              -- ask, change or operate
  created   BIGINT NOT NULL,
  last_used BIGINT,                       -- to within an hour; null: never
  expires   BIGINT                        -- null: never
);

CREATE UNIQUE INDEX access_token_hash ON access_token (hash);
