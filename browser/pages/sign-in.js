/** The emulator's sign-in page: a list of the world's people. */
export const OWNER = "Workspace Owner";
export const GRACE = "Grace Miller";

/** Chooses one of the people, by name. */
export function become(person, name) {
  return person.press(new RegExp(`^${name}`));
}

/** Opens a page that wants somebody signed in, and signs in on the way. */
export async function openAs(person, name, path) {
  await person.open(path);
  await become(person, name);
}
