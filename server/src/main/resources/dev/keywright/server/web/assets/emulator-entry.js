// Shows one request of the journal: a line, and behind it why it was answered so.

import { copyable, element } from "./emulator-elements.js";

/** Whether a request did not get what it asked for. */
export function isRefused(entry) {
  return entry.status === null || entry.status >= 400 || (entry.decision?.summary.startsWith("refused") ?? false);
}

/** Everything about a request in one text, to be searched. */
export function textOf(entry) {
  return JSON.stringify(entry).toLowerCase();
}

/** The item of a request; `follow` is called with the ref of its authorization. */
export function item(entry, open, follow) {
  const details = element(
    "details",
    { "data-id": entry.id, open },
    element(
      "summary",
      {},
      element("time", { datetime: entry.at }, entry.at.slice(11, 19)),
      element("span", { class: `badge ${kind(entry)}` }, entry.status === null ? "dropped" : String(entry.status)),
      element("span", { class: "asked" }, element("span", { class: "method" }, entry.method), " ", entry.path),
      element("span", { class: "why", title: why(entry) }, why(entry)),
    ),
  );
  // What is behind the line is made when somebody looks: there may be a thousand lines.
  const fill = () => details.childElementCount === 1 && details.append(inside(entry, follow));
  if (open) {
    fill();
  }
  details.addEventListener("toggle", fill);
  return element("li", { class: entry.fault ? "faulted" : isRefused(entry) ? "refused" : "accepted" }, details);
}

function why(entry) {
  return entry.fault ?? entry.decision?.summary ?? "";
}

function kind(entry) {
  if (entry.fault) {
    return "warn";
  }
  return isRefused(entry) ? "danger" : "ok";
}

function inside(entry, follow) {
  return element(
    "div",
    { class: "stack inside" },
    entry.fault && element("p", { class: "callout warn" }, `Fault. ${entry.fault}`),
    ...decision(entry.decision),
    entry.authorization &&
      element(
        "p",
        { class: "row" },
        element("span", {}, "Authorization ", element("code", {}, entry.authorization)),
        element("button", { class: "compact follow", type: "button", click: () => follow(entry.authorization) }, "Show its whole life"),
      ),
    fields("Sent in the query", entry.request.query),
    fields("Sent in the body", entry.request.body),
    fields("Answered", entry.answer),
    element("p", { class: "row small quiet" }, "request_id", ...copyable(entry.request_id, "the request id")),
  );
}

function decision(made) {
  if (!made) {
    return [];
  }
  return [
    element("p", { class: "decision" }, made.summary),
    ...nearMiss(made.near_miss),
    made.advice && element("p", { class: "callout" }, element("strong", {}, "What to change: "), made.advice),
    made.notion_answers &&
      element("p", { class: "small quiet" }, "Notion answers the same: ", element("code", {}, made.notion_answers)),
  ];
}

/** Both texts, one above the other, marked from where they part. */
function nearMiss(miss) {
  if (!miss) {
    return [];
  }
  const row = (label, text) =>
    element(
      "div",
      {},
      element("dt", {}, label),
      element("dd", {}, element("code", {}, text.slice(0, miss.at - 1), element("mark", {}, text.slice(miss.at - 1) || "\u2205"))),
    );
  return [element("dl", { class: "near-miss" }, row("Expected", miss.expected), row("Received", miss.received))];
}

function fields(title, values) {
  if (!values || Object.keys(values).length === 0) {
    return null;
  }
  const text = JSON.stringify(values, null, 2);
  return element(
    "figure",
    {},
    element("figcaption", { class: "small quiet" }, title),
    element("pre", { tabindex: "0", role: "group", "aria-label": title }, text),
  );
}
