// What the app shows. Everything that comes from elsewhere is escaped.

export function welcomePage() {
  return frame("Weekly Review", `
    <h1>Weekly Review</h1>
    <p>A letter on Friday with what changed in your workspace.</p>
    <p><a class="button" href="/connect">Connect your workspace</a></p>`);
}

export function connectedPage(token, me) {
  return frame("Connected · Weekly Review", `
    <h1>Connected to ${escape(token.workspace_name ?? "your workspace")}</h1>
    <p>Acting as <strong>${escape(me.name ?? "a bot")}</strong> (<code>${escape(me.id)}</code>).</p>
    ${token.duplicated_template_id ? `<p>Your copy of the template: <code>${escape(token.duplicated_template_id)}</code></p>` : ""}
    <form method="post" action="/refresh"><button>Refresh the tokens</button></form>
    <form method="post" action="/disconnect"><button class="quiet">Disconnect</button></form>`);
}

export function problemPage(sentence) {
  return frame("Not connected · Weekly Review", `
    <h1>Not connected</h1>
    <p>${escape(sentence)}</p>
    <p><a class="button" href="/connect">Connect your workspace</a></p>`);
}

function frame(title, content) {
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="icon" href="data:,">
  <title>${escape(title)}</title>
  <style>
    :root { color-scheme: light dark; font: 1.05rem/1.6 system-ui, sans-serif; }
    main { max-width: 34rem; margin: 18vh auto 0; padding: 0 1.5rem; }
    code { font-size: 0.9em; overflow-wrap: anywhere; }
    form { display: inline-block; margin: 0.5rem 0.5rem 0 0; }
    .button, button { display: inline-block; padding: 0.55rem 1.1rem; border: 1px solid transparent; border-radius: 0.5rem; font: inherit; cursor: pointer; color: #fff; background: #1f5fbf; text-decoration: none; }
    .quiet { color: inherit; background: transparent; border-color: currentColor; }
  </style>
</head>
<body>
  <main>${content}
  </main>
</body>
</html>
`;
}

function escape(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
