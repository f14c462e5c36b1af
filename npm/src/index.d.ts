/// <reference lib="esnext.disposable" />

/** Something that was asked of the emulator cannot be done; the message says what was wrong and what would be right. */
export class EmulatorError extends Error {}

/**
 * Starts `keywright emulate` as a process of its own; resolves when it answers.
 *
 * Rejects with an {@link EmulatorError} when there is no JDK 25 or later, when an option or the world is wrong, when the
 * port is taken, or when the server is not ready within a minute; the server's last words are in the message. The
 * emulator ends when it is stopped, and when this Node process ends, however that comes about.
 */
export function startEmulator(options?: EmulatorOptions): Promise<Emulator>;

export interface EmulatorOptions {
  /** What exists before the first request: the path of a world file, or its content. Left out: the built-in world. */
  world?: string | URL | WorldInput;
  /** Where it listens, on 127.0.0.1. Left out or 0: a free port. */
  port?: number;
  /** Makes ids, codes and tokens a function of this whole number and of the order of requests, and stops the clock. */
  seed?: number | bigint;
  /** Whether the authorization URL answers at once with the redirect, as the default person. */
  autoApprove?: boolean;
  /** Exact to Notion, or with what the RFCs add. Left out: `notion`. */
  dialect?: "notion" | "standard";
  /** Where apps and people reach it, when that is not `baseUrl`: scheme, host and port alone. */
  publicUrl?: string;
}

/** A running emulator. What a control endpoint refuses becomes an {@link EmulatorError} with the server's message. */
export interface Emulator extends AsyncDisposable {
  /** Where it listens, without a slash at the end: the `baseUrl` of the official SDK. */
  readonly baseUrl: string;
  /** The world of the start, every id filled in. */
  readonly world: World;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly scenarios: Scenarios;

  /** The connection with this name or client id, or the first. */
  connection(nameOrId?: string): Connection;

  /**
   * Plays the person at the authorization page. Takes the authorization URL that the app sends a browser to, or its
   * parameters, of which `response_type`, `client_id` and `redirect_uri` are those of the first connection when they are
   * left out.
   */
  authorize(request?: string | URL | AuthorizationRequest, answer?: PersonsAnswer): Promise<Authorized>;

  /** What was asked of the server so far, oldest first. Takes what to leave out. */
  requests(filter?: RequestFilter): Promise<RecordedRequest[]>;
  /** Forgets what was asked so far. */
  clearRequests(): Promise<void>;

  /** A person disconnects the connection: every authorization of that bot ends. */
  revoke(botId: string): Promise<{ ended_authorizations: number }>;

  /** Back to the world and the clock of the start, without faults; tokens from before are unknown. */
  reset(): Promise<void>;

  /** Stops the server, and resolves when it has ended and left nothing behind. */
  stop(): Promise<void>;
}

export interface Clock {
  now(): Promise<ClockState>;
  /** Moves on by an ISO 8601 duration, such as `PT10M`. */
  advance(duration: string): Promise<ClockState>;
  /** Moves on to a moment; never back. */
  set(moment: string | Date): Promise<ClockState>;
  /** Stands still from now on. */
  stop(): Promise<ClockState>;
  /** Back to real time, or to where a seeded clock began. */
  reset(): Promise<ClockState>;
}

export interface ClockState {
  /** The time there, as in `2026-11-22T10:00:00Z`. */
  now: string;
  running: boolean;
}

export interface Faults {
  /** Lets the next answers that match go wrong. */
  add(fault: FaultRule): Promise<WaitingFault>;
  /** What still waits. */
  list(): Promise<WaitingFault[]>;
  /** Takes all of it back. */
  clear(): Promise<void>;
}

export interface FaultRule {
  /** Whose answers: what is left out matches everything. A `path` may end in `*`. */
  match?: { method?: string; path?: string; client_id?: string; grant_type?: string };
  /** How often; once when left out. */
  times?: number;
  /** An error of the API, these very bytes, a closed connection, or a wait, which goes with the others too. */
  fault:
    | { status: number; retry_after?: number; delay?: string }
    | { status?: number; content_type?: string; body: string; delay?: string }
    | { drop: "before" | "after"; delay?: string }
    | { delay: string };
}

export interface WaitingFault {
  name: string;
  match: { method?: string; path?: string; client_id?: string; grant_type?: string };
  /** How often it will still be met. */
  times: number;
  fault: Record<string, unknown>;
}

export interface Scenarios {
  list(): Promise<Scenario[]>;
  /** Brings one about, for the connection with this client id, or the first. */
  start(name: ScenarioName, clientId?: string): Promise<StartedScenario>;
}

export type ScenarioName =
  | "refresh-answer-lost"
  | "refresh-raced"
  | "refresh-token-null"
  | "token-revoked-by-person"
  | "code-expired"
  | "code-replayed"
  | "rate-limited"
  | "server-error-once"
  | "slow";

export interface Scenario {
  name: ScenarioName;
  what_happens: string;
  what_the_app_should_do: string;
}

export interface StartedScenario extends Scenario {
  client_id: string;
  /** How many authorizations ended at once; only of `token-revoked-by-person`. */
  ended_authorizations?: number;
}

/** Any parameter of the authorization URL. */
export interface AuthorizationRequest extends PersonsAnswer {
  response_type?: string;
  client_id?: string;
  redirect_uri?: string;
  state?: string;
  [parameter: string]: unknown;
}

export interface PersonsAnswer {
  /** Who answers, by email; the first member of the workspace when left out. */
  person?: string;
  /** The id of the workspace; the first that fits when left out. */
  workspace?: string;
  /** Ids of the pages to share; all top-level pages that the person can see when left out. */
  pages?: string[];
  /** Whether to copy the connection's template instead of sharing pages. */
  duplicate_template?: boolean;
  decision?: "allow" | "deny";
}

export interface Authorized {
  /** Where the browser is sent: the redirect URI, with a code or an error. */
  redirect_to: string;
  /** The code; null when `redirect_to` carries an error. */
  code: string | null;
}

export interface RequestFilter {
  /** The id of the last request that is already known. */
  since?: number;
  path?: string;
  clientId?: string;
}

export interface RecordedRequest {
  id: number;
  at: string;
  request_id: string;
  method: string;
  path: string;
  client_id: string | null;
  /** What the server calls the authorization. */
  authorization: string | null;
  request: { query: Record<string, unknown>; body: Record<string, unknown> | null };
  /** Null when the connection was closed without an answer. */
  status: number | null;
  answer: Record<string, unknown> | null;
  /** What went wrong because a test asked for it. */
  fault: string | null;
  /** Why it was answered so, for a request of `/v1/oauth/`. */
  decision: { summary: string; advice: string | null } | null;
}

export interface World {
  people: { id: string; email: string; name: string | null; avatar_url: string | null }[];
  workspaces: { id: string; name: string; icon: string | null; members: string[]; pages: Page[] }[];
  connections: Connection[];
  rate_limit: { requests_per_minute: number | null; failed_authentication: number | null };
}

export interface Page {
  id: string;
  title: string;
  /** Left out: as the parent's. */
  visible_to?: "everyone" | string[];
  pages?: Page[];
}

export interface Connection {
  client_id: string;
  client_secret: string;
  name: string;
  icon: string | null;
  website: string | null;
  /** Email of a person. */
  owner: string | null;
  redirect_uris: string[];
  capabilities: {
    content: ("read" | "update" | "insert")[];
    comments: ("read" | "insert")[];
    people: "none" | "without_email" | "with_email";
  };
  template_page: string | null;
  workspaces: "any" | string[];
  refresh_tokens: boolean;
  require_pkce: boolean;
  disabled: boolean;
  /** Where an app sends a browser. */
  authorization_url: string;
}

/** The content of a world file: most fields may be left out, or null. The server says what is wrong with one. */
export interface WorldInput {
  people?: ({ email: string } & Optional<World["people"][number]>)[];
  workspaces?: ({ name: string; members: string[]; pages?: PageInput[] | null } & Optional<
    Omit<World["workspaces"][number], "pages">
  >)[];
  connections?: ({ name: string; redirect_uris: string[] } & Optional<
    Omit<Connection, "capabilities" | "authorization_url">
  > & { capabilities?: Optional<Connection["capabilities"]> | null })[];
  rate_limit?: Optional<World["rate_limit"]> | null;
}

export interface PageInput {
  id?: string | null;
  title: string;
  visible_to?: "everyone" | string[] | null;
  pages?: PageInput[] | null;
}

type Optional<T> = { [Field in keyof T]?: T[Field] | null };
