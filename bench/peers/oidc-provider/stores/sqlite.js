// A store in SQLite, synced to disk at every commit: prepared statements, an index for each way that a row is looked for.
import { DatabaseSync } from 'node:sqlite';

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 5000;
  PRAGMA cache_size = -65536;
  CREATE TABLE IF NOT EXISTS model (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    payload TEXT NOT NULL,
    grant_id TEXT,
    uid TEXT,
    user_code TEXT,
    consumed INTEGER,
    expires_at INTEGER,
    PRIMARY KEY (kind, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS model_grant ON model (grant_id) WHERE grant_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS model_uid ON model (uid) WHERE uid IS NOT NULL;
  CREATE INDEX IF NOT EXISTS model_user_code ON model (user_code) WHERE user_code IS NOT NULL;
`;

const now = () => Math.floor(Date.now() / 1000);

/** Commits each write for itself. */
class SingleCommits {
  async write(statement, ...values) {
    statement.run(...values);
  }
}

/** Commits together what is written in one turn of the event loop; a write is answered after the commit it is in. */
class GroupCommit {
  #database;
  #waiting = [];

  constructor(database) {
    this.#database = database;
  }

  write(statement, ...values) {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) {
        setImmediate(() => this.#commit());
      }
      this.#waiting.push({ statement, values, resolve, reject });
    });
  }

  #commit() {
    const group = this.#waiting;
    this.#waiting = [];
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      try {
        for (const { statement, values } of group) {
          statement.run(...values);
        }
        this.#database.exec('COMMIT');
      } catch (error) {
        this.#database.exec('ROLLBACK');
        throw error;
      }
    } catch (error) {
      group.forEach(({ reject }) => reject(error));
      return;
    }
    group.forEach(({ resolve }) => resolve());
  }
}

/** What oidc-provider calls an adapter, for one kind of its models. */
class SqliteAdapter {
  #kind;
  #statements;
  #commits;

  constructor(kind, statements, commits) {
    this.#kind = kind;
    this.#statements = statements;
    this.#commits = commits;
  }

  upsert(id, payload, expiresIn) {
    return this.#commits.write(
      this.#statements.upsert,
      this.#kind,
      id,
      JSON.stringify(payload),
      payload.grantId ?? null,
      payload.uid ?? null,
      payload.userCode ?? null,
      expiresIn === undefined ? null : now() + expiresIn,
    );
  }

  async find(id) {
    return payload(this.#statements.find.get(this.#kind, id));
  }

  async findByUid(uid) {
    return payload(this.#statements.findByUid.get(uid, this.#kind));
  }

  async findByUserCode(userCode) {
    return payload(this.#statements.findByUserCode.get(userCode, this.#kind));
  }

  consume(id) {
    return this.#commits.write(this.#statements.consume, now(), this.#kind, id);
  }

  destroy(id) {
    return this.#commits.write(this.#statements.destroy, this.#kind, id);
  }

  revokeByGrantId(grantId) {
    return this.#commits.write(this.#statements.revokeByGrantId, grantId);
  }
}

function payload(row) {
  if (row === undefined || (row.expires_at !== null && row.expires_at <= now())) {
    return undefined;
  }
  const stored = JSON.parse(row.payload);
  return row.consumed === null ? stored : { ...stored, consumed: row.consumed };
}

/** Adapters of the store in this file, by kind; with or without group commit. */
export function sqliteStore(file, groupCommit) {
  const database = new DatabaseSync(file);
  database.exec(SCHEMA);
  const read = 'SELECT payload, consumed, expires_at FROM model WHERE';
  const statements = {
    upsert: database.prepare(`
      INSERT INTO model (kind, id, payload, grant_id, uid, user_code, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (kind, id) DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id,
        uid = excluded.uid, user_code = excluded.user_code, expires_at = excluded.expires_at`),
    find: database.prepare(`${read} kind = ? AND id = ?`),
    findByUid: database.prepare(`${read} uid = ? AND kind = ?`),
    findByUserCode: database.prepare(`${read} user_code = ? AND kind = ?`),
    consume: database.prepare('UPDATE model SET consumed = ? WHERE kind = ? AND id = ?'),
    destroy: database.prepare('DELETE FROM model WHERE kind = ? AND id = ?'),
    revokeByGrantId: database.prepare('DELETE FROM model WHERE grant_id = ?'),
  };
  const commits = groupCommit ? new GroupCommit(database) : new SingleCommits();
  return (kind) => new SqliteAdapter(kind, statements, commits);
}
