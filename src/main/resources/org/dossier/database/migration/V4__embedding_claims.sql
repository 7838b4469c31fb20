-- The articles whose missing vectors a process computes, so that the processes of an archive divide the work. Claims
-- end with the process, and are not part of a backup.
CREATE TABLE embedding_claim (
  article_id TEXT NOT NULL PRIMARY KEY,
  process_id TEXT NOT NULL REFERENCES process (id) ON DELETE CASCADE
);

CREATE INDEX embedding_claim_process_id ON embedding_claim (process_id);
