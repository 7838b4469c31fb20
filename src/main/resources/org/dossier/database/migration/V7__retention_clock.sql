-- The time by which old rows are deleted. A clock that jumps ahead is not believed at once. SQLite and
-- PostgreSQL both take this file as it stands. What is in this table is about the machine: no backup needs it.

-- One row; times and spans are milliseconds.
CREATE TABLE retention_clock (
  id       SMALLINT PRIMARY KEY CHECK (id = 1),
  believed BIGINT,                        -- the last time that was believed; null: none was yet
  doubted  BIGINT,                        -- the last time that was doubted since; null: none
  watched  BIGINT NOT NULL                -- for how long the clock has gone on from a time that is doubted
);

INSERT INTO retention_clock (id, believed, doubted, watched) VALUES (1, NULL, NULL, 0);
