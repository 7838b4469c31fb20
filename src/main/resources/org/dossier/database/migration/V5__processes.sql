-- The processes that work on one archive, and what each does for all of them. SQLite and PostgreSQL
-- both take this file as it stands. What is in these tables ends with the processes: no backup needs it.

-- One that is alive counts on; the others take one whose count stands still for dead.
CREATE TABLE process (
  id   TEXT   NOT NULL PRIMARY KEY,
  beat BIGINT NOT NULL
);

CREATE TABLE claim (
  name    TEXT NOT NULL PRIMARY KEY,
  process TEXT NOT NULL REFERENCES process (id) ON DELETE CASCADE
);

CREATE INDEX claim_process ON claim (process);
