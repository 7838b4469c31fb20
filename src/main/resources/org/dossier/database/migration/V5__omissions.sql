-- The parts of the source that are not in the text, as JSON: words that the publisher has struck out, and parts
-- of a page that are not the story; null without such parts.
ALTER TABLE article_version ADD COLUMN omissions TEXT;
