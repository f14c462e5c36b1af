// Makes a tree of the page picker: levels open in place, and search answers while one types. Everything works without it; what
// is selected is sent with the same form, and the server checks it as ever.
"use strict";

(() => {
  const form = document.querySelector("form[data-picker]");
  if (!form || !("formData" in FormData.prototype || "onformdata" in form)) {
    return;
  }
  const base = form.dataset.picker;
  const tree = form.querySelector("[data-tree]");
  const found = form.querySelector("[data-found]");
  const empty = form.querySelector(".empty");
  const search = form.querySelector("#q");
  const status = form.querySelector("[data-status]");
  const count = form.querySelector("[data-count]");
  const chosen = form.querySelector("[data-chosen]");
  const chosenList = chosen.querySelector("ul");
  const row = document.getElementById("page-row");

  /** What is selected: each page with what the server told about it. */
  const selected = new Map();

  const above = (item) => item.dataset.above.split(" ").filter(Boolean);
  const box = (item) => item.querySelector(":scope > .leaf input");
  const items = (list) => list.querySelectorAll("li[data-page]");
  const titleOf = (item) => item.querySelector(":scope > .leaf .title").textContent;
  const wayOf = (item) => item.querySelector(":scope > .leaf .way")?.textContent.trim() ?? "";

  function pageOf(item) {
    return { id: item.dataset.page, title: titleOf(item), way: item.dataset.way ?? wayOf(item), above: above(item) };
  }

  // What was selected when the page came.
  for (const item of form.querySelectorAll("li[data-page]")) {
    const input = box(item);
    if (input.checked && !input.disabled) {
      selected.set(item.dataset.page, pageOf(item));
    }
  }
  document.documentElement.classList.add("scripted");

  function makeRow(page, showWay) {
    const item = row.content.firstElementChild.cloneNode(true);
    item.dataset.page = page.id;
    item.dataset.above = page.above.join(" ");
    item.dataset.way = page.way;
    item.querySelector(".title").textContent = page.title;
    const way = item.querySelector(".way");
    if (showWay && page.way) {
      way.firstElementChild.textContent = page.way;
    } else {
      way.remove();
    }
    const open = item.querySelector(".open");
    if (page.children && !showWay) {
      open.querySelector("span").textContent = "Pages below " + page.title;
      open.setAttribute("aria-expanded", "false");
    } else {
      open.remove();
    }
    return item;
  }

  function paint() {
    const visible = new Set();
    for (const list of [tree, found]) {
      for (const item of items(list)) {
        const covered = above(item).some((id) => selected.has(id));
        const input = box(item);
        input.disabled = covered;
        input.checked = covered || selected.has(item.dataset.page);
        item.classList.toggle("covered", covered);
        if (!list.hidden && !input.closest("ul[hidden]")) {
          visible.add(item.dataset.page);
        }
      }
    }
    for (const item of items(tree)) {
      const inside = !box(item).checked && [...selected.values()].some((page) => page.above.includes(item.dataset.page));
      box(item).indeterminate = inside;
    }
    count.textContent =
      selected.size === 0 ? "No page selected" : selected.size === 1 ? "1 page selected" : selected.size + " pages selected";
    const elsewhere = [...selected.values()].filter((page) => !visible.has(page.id));
    chosen.hidden = elsewhere.length === 0;
    chosenList.replaceChildren(
      ...elsewhere.map((page) => {
        const item = makeRow({ ...page, children: false }, true);
        box(item).checked = true;
        return item;
      }),
    );
  }

  form.addEventListener("change", (event) => {
    const item = event.target.closest("li[data-page]");
    if (!item || event.target.type !== "checkbox") {
      return;
    }
    if (event.target.checked) {
      const page = pageOf(item);
      for (const other of [...selected.values()]) {
        if (other.above.includes(page.id)) {
          selected.delete(other.id);
        }
      }
      selected.set(page.id, page);
    } else {
      selected.delete(item.dataset.page);
    }
    paint();
  });

  async function ask(address, signal) {
    const answer = await fetch(base + address, { headers: { Accept: "application/json" }, redirect: "error", signal });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    return answer.json();
  }

  function say(text) {
    status.textContent = text;
  }

  function failed(error) {
    if (error.name !== "AbortError") {
      say("The pages could not be loaded. Load this page again.");
    }
  }

  function moreRow(parent, last) {
    const item = document.createElement("li");
    item.className = "more";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.textContent = "Show more";
    button.addEventListener("click", () => extend(item, parent, last));
    item.append(button);
    return item;
  }

  function rows(answer, parent) {
    const list = answer.pages.map((page) => makeRow(page, false));
    if (answer.more) {
      list.push(moreRow(parent, answer.pages.at(-1).id));
    }
    return list;
  }

  async function extend(more, parent, last) {
    try {
      const answer = await ask("/level?after=" + last + (parent ? "&in=" + parent : ""));
      const added = rows(answer, parent);
      more.replaceWith(...added);
      paint();
      added[0]?.querySelector("input, button")?.focus();
    } catch (error) {
      failed(error);
    }
  }

  async function toggle(item, open) {
    const button = item.querySelector(":scope > .leaf .open");
    if (!button) {
      return;
    }
    let below = item.querySelector(":scope > ul");
    const expand = open ?? button.getAttribute("aria-expanded") !== "true";
    if (expand && !below) {
      button.classList.add("busy");
      try {
        const answer = await ask("/level?in=" + item.dataset.page);
        below = document.createElement("ul");
        below.append(...rows(answer, item.dataset.page));
        item.append(below);
      } catch (error) {
        failed(error);
        return;
      } finally {
        button.classList.remove("busy");
      }
    }
    if (below) {
      below.hidden = !expand;
      button.setAttribute("aria-expanded", String(expand));
      paint();
    }
  }

  for (const button of tree.querySelectorAll(".open")) {
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
  }
  const firstMore = tree.querySelector(".more");
  if (firstMore) {
    const parent = form.querySelector("input[name=in]")?.value;
    const last = [...tree.querySelectorAll(":scope > li[data-page]")].at(-1).dataset.page;
    firstMore.replaceWith(moreRow(parent, last));
  }
  tree.addEventListener("click", (event) => {
    const button = event.target.closest(".open");
    if (button) {
      toggle(button.closest("li[data-page]"));
    }
  });

  // Arrows, as in every tree: up and down move, right opens, left closes or goes up.
  form.querySelector(".shelf").addEventListener("keydown", (event) => {
    const item = event.target.closest("li[data-page]");
    if (!item || !["ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"].includes(event.key)) {
      return;
    }
    event.preventDefault();
    const boxes = [...form.querySelectorAll(".shelf input[type=checkbox]")].filter(
      (input) => !input.disabled && !input.closest("ul[hidden]"),
    );
    const place = boxes.indexOf(box(item));
    if (event.key === "ArrowDown") {
      boxes[place + 1]?.focus();
    } else if (event.key === "ArrowUp") {
      boxes[place - 1]?.focus();
    } else if (event.key === "ArrowRight") {
      toggle(item, true);
    } else if (item.querySelector(":scope > ul:not([hidden])")) {
      toggle(item, false);
    } else {
      const parent = item.parentElement.closest("li[data-page]");
      if (parent) {
        box(parent).focus();
      }
    }
  });

  let pending;
  let waiting;

  async function find(text) {
    pending?.abort();
    if (!text) {
      found.hidden = true;
      tree.hidden = false;
      if (empty) {
        empty.hidden = items(tree).length > 0;
      }
      say("");
      paint();
      return;
    }
    pending = new AbortController();
    try {
      const answer = await ask("/search?q=" + encodeURIComponent(text), pending.signal);
      found.replaceChildren(...answer.pages.map((page) => makeRow(page, true)));
      if (answer.pages.length === 0) {
        const none = document.createElement("li");
        none.className = "empty";
        none.textContent = "No page has that in its title.";
        found.append(none);
      }
      found.hidden = false;
      tree.hidden = true;
      if (empty) {
        empty.hidden = true;
      }
      const many = answer.pages.length;
      say(many === 0 ? "No page found" : many === 1 ? "1 page found" : many + " pages found");
      paint();
    } catch (error) {
      failed(error);
    }
  }

  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => find(search.value.trim()), 120);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(waiting);
      find(search.value.trim());
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      [...form.querySelectorAll(".shelf input[type=checkbox]")].find((input) => !input.closest("ul[hidden]"))?.focus();
    }
  });

  form.querySelector("[data-none]").addEventListener("click", (event) => {
    event.preventDefault();
    selected.clear();
    paint();
  });

  form.addEventListener("formdata", (event) => {
    event.formData.delete("page");
    for (const id of selected.keys()) {
      event.formData.append("page", id);
    }
  });

  // One answer: a second click while the first is on its way would show a page that says so.
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
    }
    sent = true;
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      sent = false;
    }
  });

  paint();
})();
