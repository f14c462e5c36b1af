import { Client } from "@notionhq/client";

const keywright = process.env.KEYWRIGHT_URL ?? "http://127.0.0.1:8787";
const redirect_uri = "http://localhost:3000/auth/callback";
const client_id = "463558a3-725e-4f37-b6d3-0889894f68de";
const client_secret = "secret_for_tests_only_0123456789abcdef";

// Where your app sends a browser, this asks the emulator to play the person who allows it.
const consent = await fetch(`${keywright}/emulator/authorize`, {
  method: "POST",
  body: JSON.stringify({ response_type: "code", client_id, redirect_uri }),
});
const { code } = await consent.json();

// From here on it is the code of your app, with one option more: baseUrl.
const notion = new Client({ baseUrl: keywright });
const token = await notion.oauth.token({
  client_id,
  client_secret,
  grant_type: "authorization_code",
  code,
  redirect_uri,
});
const me = await notion.users.me({ auth: token.access_token });
console.log(`${me.name} acts as bot ${me.id} in ${token.workspace_name}`);
