-- What the servers on this database have in common beside the data itself.

-- Where signing in failed, by the SHA-256 of the place; swept an hour after the last time.
CREATE TABLE sign_in_failure (
  place    text    NOT NULL PRIMARY KEY,
  failures integer NOT NULL,
  last_at  bigint  NOT NULL
);

CREATE INDEX sign_in_failure_by_time ON sign_in_failure (last_at);

-- How often what has this SHA-256 was done in this minute since 1970; deleted two minutes later.
CREATE TABLE minute_count (
  minute bigint  NOT NULL,
  key    text    NOT NULL,
  number integer NOT NULL,
  PRIMARY KEY (minute, key)
);

-- Who does what only one server needs to do, and until when by the database's clock.
CREATE TABLE lease (
  work    text   NOT NULL PRIMARY KEY,
  holder  bytea  NOT NULL,
  ends_at bigint NOT NULL
);

-- The oldest version whose servers can work on these tables. A migration that such servers would stumble over raises it,
-- and releases are made so that it names the release before: then the two can run side by side.
CREATE TABLE compatibility (
  oldest_version integer NOT NULL
);

INSERT INTO compatibility VALUES (1);
