/** The page that a developer keeps open. */
export class EmulatorPage {
  #person;

  /** Opens it, and waits until it follows the journal. */
  static async open(person) {
    await person.open("/emulator");
    await person.tab.getByText("Live", { exact: true }).waitFor();
    await person.tab.getByRole("option", { name: "code-expired" }).waitFor({ state: "attached" });
    return new EmulatorPage(person);
  }

  constructor(person) {
    this.#person = person;
  }

  #requests() {
    return this.#person.tab.locator("#requests");
  }

  /** The line of a request by what it says; waits for it when it is used. */
  request(text) {
    return this.#requests().locator("summary").filter({ hasText: text }).first();
  }

  /** What stands behind the line that is open. */
  opened() {
    return this.#requests().locator("details[open]").innerText();
  }

  /** What is marked in what was received. */
  markedAsWrong() {
    return this.#requests().locator("details[open] .near-miss mark").last().innerText();
  }

  /** Method and path of the requests in view, from top to bottom. */
  paths() {
    return this.#requests().locator(".asked").allInnerTexts();
  }

  /** The command that is shown while nothing was asked. */
  firstToken() {
    return this.#person.tab.locator("#first-token").innerText();
  }

  search(text) {
    return this.#person.tab.getByRole("searchbox", { name: "Search requests" }).fill(text);
  }

  choose(label, option) {
    return this.#person.tab.getByRole("combobox", { name: label, exact: true }).selectOption(option);
  }

  press(name) {
    return this.#person.tab.getByRole("button", { name, exact: true }).click();
  }
}
