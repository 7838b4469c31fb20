-- Turns that are asked once, however often the request for them is sent. SQLite and PostgreSQL both
-- take this file as it stands.

-- The SHA-256 of the key that the request named itself by; null: it named itself by none.
ALTER TABLE turn ADD COLUMN ask_key TEXT;

CREATE UNIQUE INDEX turn_ask_key ON turn (ask_key);
