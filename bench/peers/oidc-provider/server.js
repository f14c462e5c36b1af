// oidc-provider as a peer of the benchmarks; bench/peers/README.md says what it is given and what it prints.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import Provider from 'oidc-provider';

const SCOPE = 'api offline_access';
const HOST = '127.0.0.1';

const { values: given } = parseArgs({
  options: {
    database: { type: 'string' },
    'group-commit': { type: 'boolean', default: false },
    client: { type: 'string' },
    secret: { type: 'string' },
    authorizations: { type: 'string', default: '0' },
    tokens: { type: 'string' },
  },
});

// Loaded only where it is used, so that the start in memory does not pay for it.
const adapter = given.database
  ? (await import('./stores/sqlite.js')).sqliteStore(given.database, given['group-commit'])
  : (await import('./stores/memory.js')).memoryStore();

const provider = new Provider(`http://${HOST}`, {
  adapter,
  clients: [
    {
      client_id: given.client,
      client_secret: given.secret,
      redirect_uris: ['https://example.com/callback'],
      grant_types: ['authorization_code', 'refresh_token'],
      id_token_signed_response_alg: 'ES256',
    },
  ],
  cookies: { keys: [randomBytes(32).toString('hex')] },
  features: { devInteractions: { enabled: false }, introspection: { allowedPolicy: () => true, enabled: true } },
  findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  jwks: { keys: [signingKey()] },
  rotateRefreshToken: true,
  scopes: ['api', 'openid', 'offline_access'],
  ttl: { AccessToken: 24 * 3600, Grant: 14 * 24 * 3600, RefreshToken: 14 * 24 * 3600 },
});

function signingKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ format: 'jwk' });
}

/** One authorization, as the code grant leaves it. */
async function authorization(client, number) {
  const accountId = `person-${number}`;
  const grant = new provider.Grant({ accountId, clientId: client.clientId });
  grant.addOIDCScope(SCOPE);
  const grantId = await grant.save(14 * 24 * 3600);
  const what = { accountId, client, grantId, gty: 'authorization_code', scope: SCOPE };
  const [access, refresh] = await Promise.all([
    new provider.AccessToken(what).save(),
    new provider.RefreshToken(what).save(),
  ]);
  return `${access} ${refresh}\n`;
}

if (given.tokens) {
  const client = await provider.Client.find(given.client);
  const numbers = Array.from({ length: Number(given.authorizations) }, (_, number) => number);
  writeFileSync(given.tokens, (await Promise.all(numbers.map((number) => authorization(client, number)))).join(''));
}

const server = provider.listen(0, HOST, () => {
  console.log(`oidc-provider is ready on http://${HOST}:${server.address().port}`);
});
