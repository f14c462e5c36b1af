// A store in memory: maps by id, and what belongs to a grant by that grant. The adapter that oidc-provider brings keeps a
// thousand entries at most and looks through all of a grant's at each save; this one does neither.

/** What oidc-provider calls an adapter, for one kind of its models. */
class MemoryAdapter {
  #entries = new Map();
  #grants;

  constructor(grants) {
    this.#grants = grants;
  }

  async upsert(id, payload) {
    this.#entries.set(id, payload);
    if (payload.grantId) {
      let members = this.#grants.get(payload.grantId);
      if (!members) {
        this.#grants.set(payload.grantId, (members = []));
      }
      members.push(() => this.#entries.delete(id));
    }
  }

  async find(id) {
    return this.#entries.get(id);
  }

  async findByUid(uid) {
    return this.#entries.values().find((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode) {
    return this.#entries.values().find((payload) => payload.userCode === userCode);
  }

  async consume(id) {
    this.#entries.get(id).consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id) {
    this.#entries.delete(id);
  }

  async revokeByGrantId(grantId) {
    for (const remove of this.#grants.get(grantId) ?? []) {
      remove();
    }
    this.#grants.delete(grantId);
  }
}

/** Adapters of one store, by kind. */
export function memoryStore() {
  const grants = new Map();
  return () => new MemoryAdapter(grants);
}
