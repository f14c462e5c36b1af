// What a developer does to the emulator: its clock, its faults, its scenarios; and what is in its world.

import { ask, byId, copyable, element } from "./emulator-elements.js";

const chosen = () => byId("connection").value;

/** The world: people, connections with all that an app is configured with, and the first token. */
export async function showWorld() {
  const world = await ask("world");
  if (!world) {
    return;
  }
  const select = byId("connection");
  const before = select.value;
  select.replaceChildren(...world.connections.map(({ client_id, name }) => element("option", { value: client_id }, name)));
  if (world.connections.some(({ client_id }) => client_id === before)) {
    select.value = before;
  }
  const showChosen = () => {
    const connection = world.connections.find(({ client_id }) => client_id === chosen());
    byId("credentials").replaceChildren(...(connection ? credentials(connection) : []));
    byId("first-token").textContent = connection ? firstToken(connection) : "";
  };
  select.onchange = showChosen;
  showChosen();
  byId("people").replaceChildren(
    ...world.people.map(({ name, email }) => element("p", {}, name, " ", element("span", { class: "quiet small" }, email))),
    ...world.workspaces.map(({ name, members }) =>
      element("p", { class: "small" }, element("strong", {}, name), ` · ${members.length} ${members.length === 1 ? "person" : "people"}`),
    ),
  );
}

function credentials({ client_id, client_secret, authorization_url, redirect_uris }) {
  const row = (label, text) =>
    text
      ? element(
          "div",
          { class: "stack tight" },
          element("span", { class: "small quiet" }, label),
          element("div", { class: "row" }, ...copyable(text, label.toLowerCase(), { class: "grow clipped", title: text })),
        )
      : null;
  return [
    row("Base URL", location.origin),
    row("Client id", client_id),
    row("Client secret", client_secret),
    row("Redirect URI", redirect_uris?.[0]),
    row("Authorization URL", authorization_url),
    authorization_url && element("p", {}, element("a", { class: "button", href: authorization_url }, "Open the authorization page")),
  ].filter((part) => part);
}

function firstToken({ client_id, client_secret, redirect_uris }) {
  const url = location.origin;
  const redirectUri = redirect_uris?.[0] ?? "";
  return [
    `code=$(curl -s ${url}/emulator/authorize -H 'Accept: text/plain' \\`,
    `  -d '{"client_id":"${client_id}","redirect_uri":"${redirectUri}","response_type":"code"}')`,
    `curl -s ${url}/v1/oauth/token -u ${client_id}:${client_secret ?? "SECRET"} \\`,
    `  -d grant_type=authorization_code -d code=$code \\`,
    `  --data-urlencode redirect_uri=${redirectUri}`,
  ].join("\n");
}

/** The scenarios, each with what happens and what an app should do. */
export async function showScenarios() {
  const answer = await ask("scenarios");
  if (!answer) {
    return;
  }
  const select = byId("scenario");
  select.replaceChildren(...answer.scenarios.map(({ name }) => element("option", { value: name }, name)));
  const showChosen = () => {
    const scenario = answer.scenarios.find(({ name }) => name === select.value);
    byId("scenario-happens").textContent = scenario.what_happens;
    byId("scenario-advice").textContent = scenario.what_the_app_should_do;
    byId("played").textContent = "";
  };
  select.addEventListener("change", showChosen);
  showChosen();
  byId("play").addEventListener("click", async () => {
    const played = await ask("scenarios", "POST", { name: select.value, client_id: chosen() });
    if (played) {
      const ended = played.ended_authorizations;
      byId("played").textContent = ended === undefined ? "It waits for the next request." : `Done: ${ended} authorizations ended.`;
    }
  });
}

/** The faults that wait for their requests. */
export async function showFaults() {
  const answer = await ask("faults");
  if (!answer) {
    return;
  }
  byId("faults").replaceChildren(
    ...(answer.faults.length === 0
      ? [element("li", { class: "quiet small" }, "None: everything is answered as it should be.")]
      : answer.faults.map(({ name, times, match, fault }) =>
          element("li", {}, element("strong", {}, name), element("span", { class: "small quiet" }, ` ${described(times, match, fault)}`)),
        )),
  );
}

function described(times, match, fault) {
  const how = Object.entries(fault)
    .filter(([name]) => name !== "scenario")
    .map(([name, value]) => `${name.replaceAll("_", " ")} ${value}`)
    .join(", ");
  const where = [match.method, match.path, match.grant_type].filter((part) => part).join(" ") || "any request";
  return [`${times} × ${where}`, how].filter((part) => part).join(": ");
}

let shownClock = null;

/** The emulator's time, as it was told a moment ago, and as it goes on here. */
export async function showClock() {
  const clock = await ask("clock");
  if (clock) {
    shownClock = { ...clock, at: performance.now() };
    tick();
  }
}

function tick() {
  if (shownClock === null) {
    return;
  }
  const passed = shownClock.running ? performance.now() - shownClock.at : 0;
  const now = new Date(Date.parse(shownClock.now) + passed).toISOString();
  byId("now").textContent = `${now.slice(0, 10)} ${now.slice(11, 19)} UTC`;
  byId("now").setAttribute("datetime", now);
  byId("clock-state").textContent = shownClock.running ? "running" : "stopped";
  byId("clock-state").className = `badge ${shownClock.running ? "ok" : "warn"}`;
}

/** Makes the buttons work; what they do shows in the journal, and so on every open page. */
export function connectControls() {
  setInterval(tick, 1000);
  for (const button of document.querySelectorAll("[data-advance]")) {
    button.addEventListener("click", () => ask("clock", "POST", { advance: button.dataset.advance }));
  }
  byId("stop-clock").addEventListener("click", () => ask("clock", "POST", { stop: true }));
  byId("real-time").addEventListener("click", () => ask("clock", "POST", { reset: true }));
  byId("clear-faults").addEventListener("click", () => ask("faults", "DELETE"));
  byId("add-fault").addEventListener("click", () =>
    ask("faults", "POST", { match: { client_id: chosen(), path: "/v1/*" }, fault: JSON.parse(byId("fault").value) }),
  );
  const reset = byId("reset");
  reset.hidden = false;
  reset.addEventListener("click", () => confirm("Back to the start? Every token becomes unknown.") && ask("reset", "POST"));
}
