import { gzipSync } from "node:zlib";

const PARTS = /(?:href|src)="(\/[^"#]+\.(?:css|js|svg|png|woff2)(?:\?[^"]*)?)"/g;

const TIMES = 9;
const ROUNDS = 40;

/** A page as it came, and what it weighs, compressed, with every file it loads. */
export async function weigh(person, path) {
  const page = await fetchAs(person, path);
  const parts = await Promise.all([...page.text.matchAll(PARTS)].map(([, part]) => fetchAs(person, part)));
  return { status: page.status, kilobytes: [page, ...parts].reduce((sum, { text }) => sum + gzipSync(text).length, 0) / 1000 };
}

/**
 * How long the server takes for a path: the median of a round. What else goes on on the machine makes answers slower and
 * never quicker, so rounds are asked until one is within the limit, or the last of them is over: the best of them is answered.
 */
export async function milliseconds(person, path, limit, options = {}) {
  let best = Infinity;
  for (let round = 0; round < ROUNDS && best >= limit; round++) {
    best = Math.min(best, await median(TIMES, async () => (await fetchAs(person, path, options)).milliseconds));
  }
  return best;
}

async function median(times, take) {
  const values = [];
  for (let time = 0; time < times; time++) {
    values.push(await take());
  }
  return values.sort((a, b) => a - b)[Math.floor(times / 2)];
}

/** Asks the server for a path with the person's cookies; redirects are answers. */
export async function fetchAs(person, path, options = {}) {
  const cookies = await person.context.cookies(person.server.url);
  const headers = { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "), ...options.headers };
  const begin = performance.now();
  const response = await fetch(new URL(path, person.server.url), { redirect: "manual", ...options, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, milliseconds: performance.now() - begin };
}
