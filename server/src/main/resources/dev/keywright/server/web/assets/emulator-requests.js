// The requests of the journal as they come: all, those that are searched for, or one authorization from first to last.

import { ask, byId } from "./emulator-elements.js";
import { isRefused, item, textOf } from "./emulator-entry.js";

const KEPT = 1000;

/** Follows the journal; `changed` is called with each request that is new. */
export function followRequests(changed) {
  const list = byId("requests");
  const entries = new Map();
  let followed = null;

  const search = byId("search");
  const refusedOnly = byId("refused-only");

  const wanted = (entry) =>
    (followed === null || entry.authorization === followed) &&
    (!refusedOnly.checked || isRefused(entry)) &&
    search.value
      .toLowerCase()
      .split(/\s+/)
      .every((word) => textOf(entry).includes(word));

  function follow(ref) {
    followed = ref;
    byId("flow").hidden = ref === null;
    byId("flow-ref").textContent = ref ?? "";
    list.classList.toggle("timeline", ref !== null);
    show();
  }

  /** The newest first; one authorization is told from its beginning. */
  function show() {
    const open = new Set([...list.querySelectorAll("details[open]")].map((details) => details.dataset.id));
    const shown = [...entries.values()].filter(wanted).sort((one, other) => (followed === null ? other.id - one.id : one.id - other.id));
    list.replaceChildren(...shown.map((entry) => item(entry, open.has(String(entry.id)), follow)));
    byId("nothing").hidden = shown.length > 0;
    byId("first-token").hidden = entries.size > 0;
    byId("nothing-text").textContent =
      entries.size > 0 ? "No request is like that." : "Nothing was asked yet. Point your app at this address, or fetch a first token:";
    byId("count").textContent = shown.length === entries.size ? `${entries.size}` : `${shown.length} of ${entries.size}`;
  }

  function forget() {
    entries.clear();
    follow(null);
    changed({ path: "/emulator/reset" });
  }

  // Many may come at once: they are shown together.
  let due = false;
  function showSoon() {
    if (!due) {
      due = true;
      requestAnimationFrame(() => {
        due = false;
        show();
      });
    }
  }

  const live = byId("live");
  const stream = new EventSource("/emulator/requests/stream");
  stream.addEventListener("open", () => {
    // All that there is comes again; it may be another emulator, with a world and ids of its own.
    forget();
    live.textContent = "Live";
    live.className = "badge ok";
  });
  stream.addEventListener("error", () => {
    live.textContent = "Not connected";
    live.className = "badge warn";
  });
  stream.addEventListener("request", ({ data }) => {
    const entry = JSON.parse(data);
    const known = entries.has(entry.id);
    entries.set(entry.id, entry);
    if (entries.size > KEPT) {
      entries.delete(Math.min(...entries.keys()));
    }
    showSoon();
    if (!known) {
      changed(entry);
    }
  });
  stream.addEventListener("cleared", forget);

  search.addEventListener("input", show);
  refusedOnly.addEventListener("change", show);
  byId("leave-flow").addEventListener("click", () => follow(null));
  byId("clear").addEventListener("click", () => ask("requests", "DELETE"));
  show();
}
