-- The time of day of a publication, to the minute, with the zone if it is stated: 08:15, 08:15Z or
-- 08:15+02:00; null if unknown.
ALTER TABLE article_version ADD COLUMN published_time TEXT;
