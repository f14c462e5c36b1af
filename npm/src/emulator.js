import { Control } from "./control.js";
import { EmulatorError } from "./emulator-error.js";

/** A running emulator, as a test uses it. index.d.ts says what each member does. */
export class Emulator {
  #server;
  #control;

  baseUrl;
  world;
  clock;
  faults;
  scenarios;

  constructor(server, control, world) {
    this.#server = server;
    this.#control = control;
    this.baseUrl = server.url;
    this.world = world;
    this.clock = clock(control);
    this.faults = faults(control);
    this.scenarios = scenarios(control, this);
  }

  /** The handle of a server that answers. */
  static async of(server) {
    const control = new Control(server);
    return new Emulator(server, control, await control.get("world"));
  }

  connection(nameOrId) {
    const { connections } = this.world;
    const found = connections.find(
      ({ name, client_id }) => nameOrId === undefined || name === nameOrId || client_id === nameOrId,
    );
    if (!found) {
      const names = connections.map(({ name }) => name).join(", ") || "none";
      throw new EmulatorError(`no connection of this world is called ${nameOrId ?? "anything"}; there are: ${names}`);
    }
    return found;
  }

  authorize(request = {}, answer = {}) {
    if (typeof request === "string" || request instanceof URL) {
      const asked = new URL(request, this.baseUrl).searchParams;
      return this.#control.post("authorize", { ...Object.fromEntries(asked), ...answer });
    }
    const known = this.world.connections.find(({ client_id }) => client_id === (request.client_id ?? client_id));
    const byDefault = { response_type: "code", client_id: known?.client_id, redirect_uri: known?.redirect_uris[0] };
    return this.#control.post("authorize", { ...byDefault, ...request, ...answer });
  }

  async requests({ since, path, clientId } = {}) {
    const asked = Object.entries({ since, path, client_id: clientId }).filter(([, value]) => value !== undefined);
    const { requests } = await this.#control.get(`requests?${new URLSearchParams(asked)}`);
    return requests;
  }

  async clearRequests() {
    await this.#control.delete("requests");
  }

  revoke(botId) {
    return this.#control.post("revoke", { bot_id: botId });
  }

  async reset() {
    await this.#control.post("reset");
  }

  stop() {
    return this.#server.stop();
  }

  [Symbol.asyncDispose]() {
    return this.stop();
  }
}

function clock(control) {
  return {
    now: () => control.get("clock"),
    advance: (duration) => control.post("clock", { advance: duration }),
    set: (moment) => control.post("clock", { set: moment instanceof Date ? moment.toISOString() : moment }),
    stop: () => control.post("clock", { stop: true }),
    reset: () => control.post("clock", { reset: true }),
  };
}

function faults(control) {
  return {
    add: (fault) => control.post("faults", fault),
    list: async () => (await control.get("faults")).faults,
    clear: async () => void (await control.delete("faults")),
  };
}

function scenarios(control, emulator) {
  return {
    list: async () => (await control.get("scenarios")).scenarios,
    start: (name, clientId = emulator.connection().client_id) =>
      control.post("scenarios", { name, client_id: clientId }),
  };
}
