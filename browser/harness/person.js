import assert from "node:assert/strict";

const PATIENCE = 20_000;

/** Nothing is judged or photographed while it is on its way to another colour. */
const STILL = { reducedMotion: "reduce" };

/** How people come: a wide window with script, and a narrow one without it, so that both halves of every page are seen. */
export const WITH_SCRIPT = {
  name: "with script",
  javaScriptEnabled: true,
  viewport: { width: 1280, height: 900 },
  colorScheme: "light",
  ...STILL,
};
export const WITHOUT_SCRIPT = {
  name: "without script",
  javaScriptEnabled: false,
  viewport: { width: 390, height: 844 },
  colorScheme: "dark",
  ...STILL,
};

/**
 * Somebody with a browser of their own. What goes wrong behind their back is kept and complained of at the end: an error
 * on the console, a breach of the content security policy, an error in a script, a file that does not come.
 */
export class Person {
  #judge;
  #complaints = [];

  static async arrive(browser, judge, variant, server) {
    const context = await browser.newContext(variant);
    context.setDefaultTimeout(PATIENCE);
    return new Person(context, await context.newPage(), judge, variant, server);
  }

  constructor(context, tab, judge, variant, server) {
    this.context = context;
    this.tab = tab;
    this.variant = variant;
    this.server = server;
    this.#judge = judge;
    this.#listen();
  }

  #listen() {
    const complain = (what) => this.#complaints.push(what);
    this.context.on("weberror", (event) => complain(`error in a script: ${event.error().stack}`));
    this.context.on("console", (message) => {
      // What the server refuses is reported below, by what was asked for.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
        complain(`on the console: ${message.text()}`);
      }
    });
    this.context.on("requestfailed", (request) => {
      if (request.failure()?.errorText !== "net::ERR_ABORTED") {
        complain(`${request.url()}: ${request.failure()?.errorText}`);
      }
    });
    this.context.on("response", (response) => {
      if (response.request().isNavigationRequest()) {
        insecurities(response, this.server).forEach(complain);
      } else if (response.status() >= 400) {
        complain(`${response.url()}: ${response.status()}`);
      }
    });
  }

  /** Opens an address, a path of the server or a whole one, and answers with its response. */
  async open(address) {
    let response;
    await this.follow(async () => (response = await this.tab.goto(new URL(address, this.server.url).href)));
    return response;
  }

  /** Does what brings another page, waits until that stands there, and looks at it. */
  async follow(action) {
    await Promise.all([this.tab.waitForEvent("load"), action()]);
    await this.look();
  }

  /** Looks closely at what stands there now; to be called after a script has changed it. */
  async look() {
    if (!this.tab.url().startsWith("about:")) {
      await this.#judge.judge(this.tab, this.variant);
    }
  }

  /** Presses the button with this name, and waits for the page that it brings. */
  press(name, within = this.tab) {
    return this.follow(() => within.getByRole("button", { name, exact: true }).click());
  }

  /** Follows the link with this name. */
  followLink(name, within = this.tab) {
    return this.follow(() => within.getByRole("link", { name, exact: true }).click());
  }

  /** Types into the field with this label, in place of what stands there. */
  fill(label, text) {
    return this.#field(label).fill(text);
  }

  /** What stands in the field with this label. */
  value(label) {
    return this.#field(label).inputValue();
  }

  #field(label) {
    // A label may end in more than its name, as “optional” is; and a button may be labelled by what it copies.
    return this.tab.getByLabel(new RegExp(`^${label}`)).and(this.tab.locator("input:not([type=checkbox], [type=radio]), textarea"));
  }

  /** The one heading of the page. */
  heading() {
    return this.tab.getByRole("heading", { level: 1 }).innerText();
  }

  /** What the page says, without its frame. */
  text() {
    return this.tab.getByRole("main").innerText();
  }

  /** Ends the visit; fails when something had gone wrong unseen. */
  leave() {
    assert.deepEqual(this.#complaints, [], "what went wrong behind the person's back");
  }
}

/** What every page of the server promises in its headers, and this one does not. */
function insecurities(response, server) {
  if (!response.url().startsWith(server.url) || !response.headers()["content-type"]?.startsWith("text/html")) {
    return [];
  }
  const headers = response.headers();
  const policy = headers["content-security-policy"] ?? "";
  return Object.entries({
    "Content-Security-Policy with frame-ancestors 'none'": policy.includes("frame-ancestors 'none'"),
    "Content-Security-Policy without unsafe parts": !policy.includes("unsafe"),
    "X-Frame-Options: DENY": headers["x-frame-options"] === "DENY",
    "Referrer-Policy: same-origin": headers["referrer-policy"] === "same-origin",
    "Cache-Control: no-store": headers["cache-control"] === "no-store",
    "X-Content-Type-Options: nosniff": headers["x-content-type-options"] === "nosniff",
  }).flatMap(([promise, kept]) => (kept ? [] : [`${response.url()} lacks ${promise}`]));
}
