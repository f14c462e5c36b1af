import { gzipSync } from "node:zlib";

const PARTS = /(?:href|src)="(\/[^"#]+\.(?:css|js|svg|png|woff2)(?:\?[^"]*)?)"/g;

/** What a page weighs, compressed, with every file it loads; and how long the server takes for it, the median of `times`. */
export async function measure(person, path, times = 15) {
  const page = await fetchAs(person, path);
  const parts = await Promise.all([...page.text.matchAll(PARTS)].map(([, part]) => fetchAs(person, part)));
  const milliseconds = [];
  for (let time = 0; time < times; time++) {
    milliseconds.push((await fetchAs(person, path)).milliseconds);
  }
  return {
    status: page.status,
    kilobytes: [page, ...parts].reduce((sum, { text }) => sum + gzipSync(text).length, 0) / 1000,
    milliseconds: milliseconds.sort((a, b) => a - b)[Math.floor(times / 2)],
  };
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
