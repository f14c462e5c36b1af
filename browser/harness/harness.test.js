import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { Judge } from "./judge.js";
import { Person, WITH_SCRIPT, WITHOUT_SCRIPT } from "./person.js";
import { startChromium } from "./suite.js";

const PROMISES = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
};

let server;
let browser;
let answer;

before(async () => {
  server = createServer((request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...PROMISES, ...answer.headers });
    response.end(`<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1>${answer.content}</main>`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  browser = await startChromium(1);
});
after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

async function visit(variant, content, headers = {}) {
  answer = { content, headers };
  const url = `http://127.0.0.1:${server.address().port}`;
  const person = await Person.arrive(browser, new Judge(browser), variant, { url });
  try {
    await person.open("/");
    person.leave();
  } finally {
    await person.context.close();
  }
}

for (const variant of [WITH_SCRIPT, WITHOUT_SCRIPT]) {
  test(`a page without faults passes, ${variant.name}`, () => visit(variant, "<p>Good.</p>"));

  test(`a field without a label is found, ${variant.name}`, () =>
    assert.rejects(visit(variant, "<input>"), /label: Form elements must have labels/));

  test(`a page that scrolls sideways is found, ${variant.name}`, () =>
    assert.rejects(visit(variant, `<pre>${"wide ".repeat(500)}</pre>`), /wide in a window of/));

  test(`a style that the policy forbids is found, ${variant.name}`, () =>
    assert.rejects(visit(variant, '<p style="color: black">Bad.</p>'), /on the console: .*style/));

  test(`a missing header is found, ${variant.name}`, () =>
    assert.rejects(visit(variant, "<p>Bad.</p>", { "Cache-Control": "max-age=60" }), /lacks Cache-Control: no-store/));
}
