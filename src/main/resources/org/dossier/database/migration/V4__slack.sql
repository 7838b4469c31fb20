-- Slack: what was asked there, and how far the reply to it is. SQLite and PostgreSQL both take this
-- file as it stands.

-- What Slack delivered and we have taken over, so that a second delivery is known.
CREATE TABLE slack_event (
  id      TEXT   NOT NULL PRIMARY KEY,
  claimed BIGINT NOT NULL
);

CREATE INDEX slack_event_claimed ON slack_event (claimed);

-- Each message that gets one reply. Two events may tell of the same one: its key is the same.
CREATE TABLE slack_message (
  id           BIGINT  NOT NULL PRIMARY KEY,
  team         TEXT    NOT NULL,
  message_key  TEXT    NOT NULL,          -- what tells it from every other one of the team
  kind         TEXT    NOT NULL,
  channel      TEXT    NOT NULL,
  thread       TEXT,                      -- where the reply goes; null: it begins a thread of its own
  ts           TEXT,                      -- Slack's name for the message; null for a command
  sender       TEXT    NOT NULL,
  sender_team  TEXT    NOT NULL,
  words        TEXT    NOT NULL,          -- '' once the reply stands
  response_url TEXT,                      -- null once the reply stands
  claimed      BIGINT  NOT NULL,
  attempts     INTEGER NOT NULL,
  state        TEXT    NOT NULL,          -- waiting, replied or failed
  conversation TEXT,                      -- the turn that was kept of it; null before
  turn         INTEGER
);

CREATE UNIQUE INDEX slack_message_key ON slack_message (team, message_key);
CREATE INDEX slack_message_state ON slack_message (state, id);

-- The messages that a reply consists of. A row is there before Slack is asked to show one.
CREATE TABLE slack_part (
  message_id BIGINT   NOT NULL REFERENCES slack_message (id) ON DELETE CASCADE,
  number     INTEGER  NOT NULL,
  manner     TEXT     NOT NULL,           -- post or stream
  ts         TEXT,                        -- null while we do not know whether Slack took it
  whole      SMALLINT NOT NULL,
  PRIMARY KEY (message_id, number)
);

-- The threads in which the bot was addressed, and the conversation of each.
CREATE TABLE slack_thread (
  team         TEXT   NOT NULL,
  channel      TEXT   NOT NULL,
  thread       TEXT   NOT NULL,
  conversation TEXT,
  last_used    BIGINT NOT NULL,
  PRIMARY KEY (team, channel, thread)
);

CREATE INDEX slack_thread_last_used ON slack_thread (last_used);
