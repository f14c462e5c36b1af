import assert from "node:assert/strict";
import { authorizationPath } from "./authorization.js";
import { become, OWNER } from "./sign-in.js";

/** The question that an app asks, from the first page to the way back, as the person who answers it sees it. */
export class Consent {
  /** Follows an app's link, and signs in where it leads. */
  static async asked(person, parameters = {}, name = OWNER) {
    await person.open(authorizationPath({ state: "state-1", ...parameters }));
    await become(person, name);
    return new Consent(person);
  }

  /** Follows the link once more, signed in. */
  static async askedAgain(person, parameters = {}) {
    await person.open(authorizationPath({ state: "state-2", ...parameters }));
    return new Consent(person);
  }

  constructor(person) {
    this.person = person;
  }

  async inWorkspace(name) {
    await this.person.tab.getByRole("combobox", { name: "Workspace" }).selectOption({ label: name });
  }

  /** Goes on to the page picker. */
  async selectPages() {
    await this.person.press("Select pages");
    return new Picker(this.person);
  }

  /** Says no. */
  cancel() {
    return this.person.press("Cancel");
  }

  /** What came back to the app. */
  returned() {
    return Object.fromEntries(new URL(this.person.tab.url()).searchParams);
  }
}

/** The page picker. */
export class Picker extends Consent {
  #box(title) {
    // What was found says after its title where it is.
    return this.#pages().getByRole("checkbox", { name: new RegExp(`^${title}( |$)`) });
  }

  #pages() {
    return this.person.tab.getByRole("group", { name: "Pages" });
  }

  tick(title) {
    return this.#box(title).check();
  }

  untick(title) {
    return this.#box(title).uncheck();
  }

  /** Whether a page is shared, by itself or with one above it. */
  isTicked(title) {
    return this.#box(title).isChecked();
  }

  /** Whether a page comes along with one above it. */
  isCovered(title) {
    return this.#box(title).isDisabled();
  }

  /** A page's id. */
  id(title) {
    return this.#box(title).inputValue();
  }

  /** The pages in view. */
  titles() {
    return this.#pages().getByRole("checkbox").evaluateAll((boxes) =>
      boxes.filter((box) => box.checkVisibility()).map((box) => box.labels[0].querySelector("bdi").innerText),
    );
  }

  /** Shows the pages below one: in place where scripts run, as a page of their own where they do not. */
  async open(title) {
    const button = this.#pages().getByRole("button", { name: `Pages below ${title}`, exact: true });
    if (this.person.variant.javaScriptEnabled) {
      await button.click();
      await this.#pages().getByRole("button", { name: `Pages below ${title}`, exact: true, expanded: true }).waitFor();
      await this.person.look();
    } else {
      await this.person.follow(() => button.click());
    }
  }

  /** Looks for a title, and waits for what was found. */
  async search(text) {
    await this.person.tab.getByRole("searchbox", { name: "Search pages" }).fill(text);
    if (this.person.variant.javaScriptEnabled) {
      await this.person.tab.getByRole("status").filter({ hasText: "found" }).waitFor();
      await this.person.look();
    } else {
      await this.person.press("Search");
    }
  }

  /** What the page says of how much is selected; without script that is as of when the page came. */
  count() {
    return this.person.tab.getByText(/pages? selected$/).innerText();
  }

  /** Says yes, and answers with the code that came back to the app. */
  async allow() {
    await this.person.press("Allow access");
    const { code } = this.returned();
    assert.match(code ?? this.person.tab.url(), /^[0-9a-f-]{36}$/);
    return code;
  }
}
