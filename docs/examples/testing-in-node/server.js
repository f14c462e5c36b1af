import { createApp } from "./app.js";

const { NOTION_BASE_URL, NOTION_CLIENT_ID, NOTION_CLIENT_SECRET, NOTION_REDIRECT_URI, TOKEN_FILE } = process.env;
const redirectUri = new URL(NOTION_REDIRECT_URI ?? "http://localhost:3000/auth/callback");

const app = createApp({
  notionUrl: NOTION_BASE_URL ?? "https://api.notion.com",
  clientId: NOTION_CLIENT_ID,
  clientSecret: NOTION_CLIENT_SECRET,
  redirectUri: redirectUri.href,
  tokenFile: TOKEN_FILE ?? "tokens.json",
});
app.listen(redirectUri.port || 80, () => console.log(`Open ${new URL("/sign-in", redirectUri)}`));
