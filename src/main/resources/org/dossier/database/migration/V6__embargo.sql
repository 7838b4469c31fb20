-- The time of publication of an article that was ingested before it, in milliseconds since 1970: until then it is not
-- indexed, listed or cited. Null after it.
ALTER TABLE article ADD COLUMN withheld_until BIGINT;

CREATE INDEX article_withheld_until ON article (withheld_until)
  WHERE withheld_until IS NOT NULL;
