import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What differs from one visit to the next and says nothing to people: ids, tokens and secrets. */
const MADE = /[A-Za-z0-9_-]{20,}/g;

/** Says whether everybody can use a page: axe-core on what stands there, in light and in dark, and no sideways scrolling. */
export class Judge {
  #browser;
  #tab;
  #found = new Map();

  constructor(browser) {
    this.#browser = browser;
  }

  /** Fails when the page that is open in this tab shuts somebody out. The same page is judged once. */
  async judge(tab, variant) {
    const html = await tab.content();
    const subject = JSON.stringify([variant.name, html.replace(MADE, "…")]);
    const key = createHash("sha256").update(subject).digest("hex");
    if (!this.#found.has(key)) {
      this.#found.set(key, await this.#look(tab, variant, html));
    }
    assert.deepEqual(this.#found.get(key), [], `${tab.url()} (${variant.name}) shuts somebody out`);
  }

  async #look(tab, variant, html) {
    const findings = await sidewaysScrolling(tab);
    const judged = variant.javaScriptEnabled ? tab : await this.#copy(tab, variant, html);
    await judged.evaluate(AXE);
    findings.push(...(await violations(judged)));
    const other = variant.colorScheme === "dark" ? "light" : "dark";
    await judged.emulateMedia({ colorScheme: other });
    findings.push(...(await violations(judged, ["color-contrast"])).map((finding) => `${other}: ${finding}`));
    await judged.emulateMedia({ colorScheme: variant.colorScheme });
    return findings;
  }

  /** axe needs script, so a page that was opened without it is judged as a copy that has none, in a tab that can run axe. */
  async #copy(tab, variant, html) {
    this.#tab ??= await this.#browser.newPage({ reducedMotion: "reduce" });
    await this.#tab.setViewportSize(variant.viewport);
    await this.#tab.emulateMedia({ colorScheme: variant.colorScheme });
    const body = html.replace(/<script\b.*?<\/script>/gs, "").replace(/<(\/?)noscript\b/g, "<$1div");
    await this.#tab.route(tab.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    await this.#tab.goto(tab.url());
    await this.#tab.unrouteAll();
    return this.#tab;
  }
}

async function sidewaysScrolling(tab) {
  const [content, window] = await tab.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  return content > window ? [`it is ${content} wide in a window of ${window}`] : [];
}

async function violations(tab, rules) {
  const results = await tab.evaluate(
    (only) => axe.run({ preload: false, resultTypes: ["violations"], ...(only && { runOnly: { type: "rule", values: only } }) }),
    rules,
  );
  return results.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} – ${node.html} ${why(node)}`));
}

function why({ any, all, none }) {
  return [...any, ...all, ...none].map(({ message }) => message).join("; ");
}
