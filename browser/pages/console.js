import { CLIENT } from "../../distribution/src/test/node/emulator.js";

/** The console's page of the built-in world's first connection. */
export const EXAMPLE_CONNECTION = `/developers/${CLIENT.client_id}`;

/** The developer console, as the person who is signed in sees it. */
export class Console {
  constructor(person) {
    this.person = person;
  }

  /** Registers a connection, and answers with the credentials that the next page shows. */
  async register(name, redirectUri) {
    await this.person.followLink("New connection");
    await this.person.fill("Redirect URI", redirectUri);
    await this.person.fill("Name", name);
    await this.person.press("Register it and get a secret");
    return { client_id: await this.person.value("Client id"), client_secret: await this.person.value("Client secret") };
  }

  async addRedirectUri(uri) {
    await this.person.fill("Add a redirect URI", uri);
    await this.person.press("Add");
  }

  /** What the field for another redirect URI complains of. */
  complaint() {
    return this.person.tab.getByRole("textbox", { name: "Add a redirect URI" }).evaluate((field) =>
      field.ariaInvalid === "true" ? document.getElementById(field.getAttribute("aria-describedby")).innerText : "",
    );
  }

  /** The registered redirect URIs. */
  redirectUris() {
    return this.person.tab
      .getByRole("region", { name: "Redirect URIs" })
      .getByRole("listitem")
      .locator("code")
      .allInnerTexts();
  }
}
