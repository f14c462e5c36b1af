/** Opens a one-time link. Its secret is behind the #: a script puts it into the form, and without one the person does. */
export async function follow(person, link) {
  await person.open(link);
  if (!person.variant.javaScriptEnabled) {
    await person.fill("Code", new URL(link).hash.slice(1));
  }
}

/** Signs in by password, on the way to a path. */
export async function signIn(person, email, password, path = "/connections") {
  await person.open(`/login?next=${encodeURIComponent(path)}`);
  await person.fill("Email", email);
  await person.fill("Password", password);
  await person.press("Sign in");
}
