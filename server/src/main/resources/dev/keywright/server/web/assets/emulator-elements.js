// Makes elements, and asks the emulator.

import { copies } from "./copy.js";

/** An element with these attributes and children; a child is a node or text. Properties that are functions are listeners. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(attribute, value);
    } else if (value !== null && value !== false) {
      made.setAttribute(attribute, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

export const byId = (id) => document.getElementById(id);

/** Asks a control endpoint; what it refuses, or that nobody answers, is shown on top of the page, and answered with null. */
export async function ask(path, method = "GET", body) {
  const problem = byId("problem");
  try {
    const response = await fetch(`/emulator/${path}`, { method, body: body && JSON.stringify(body) });
    const answer = await response.json();
    problem.hidden = response.ok;
    problem.textContent = response.ok ? "" : `${answer.message}.`;
    return response.ok ? answer : null;
  } catch {
    problem.hidden = false;
    problem.textContent = "The emulator does not answer. Is it still running?";
    return null;
  }
}

/** A text, and a button that copies it. */
export function copyable(text, what, attributes = {}) {
  const code = element("code", attributes, text);
  const button = element("button", { class: "compact", type: "button", "aria-label": `Copy ${what}` }, "Copy");
  copies(
    button,
    () => text,
    () => getSelection().selectAllChildren(code),
  );
  return [code, button];
}
