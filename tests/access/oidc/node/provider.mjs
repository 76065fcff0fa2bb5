// A certified OpenID provider (oidc-provider) on loopback, set up as HelseID is: pushed
// requests, PKCE, private_key_jwt and DPoP with a nonce are all required. It asks who one is
// on a page of one field, and takes anybody's word for it.
//
// Usage: node provider.mjs PORT REDIRECT_URI, with {client, people} as JSON on standard
// input. Says "ready" when it listens, and ends when standard input is closed.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';

const HELSEID = 'helseid://scopes/';
const [port, redirectUri] = process.argv.slice(2);
const input = createInterface({ input: process.stdin });
const { client, people } = await new Promise((done) => {
  input.once('line', (line) => done(JSON.parse(line)));
});
input.on('close', () => process.exit(0));

function claimsByScope() {
  const names = ['identity/pid', 'identity/security_level', 'hpr/hpr_number'];
  const found = { openid: ['sub'] };
  for (const name of names) found[HELSEID + name] = [`helseid://claims/${name}`];
  return found;
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'of-this-run' };
}

const provider = new Provider(`http://localhost:${port}`, {
  clients: [{
    client_id: 'akson',
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks: { keys: [client] },
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    require_auth_time: true,
    require_pushed_authorization_requests: true,
    dpop_bound_access_tokens: true,
  }],
  jwks: { keys: [signingKey()] },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  claims: claimsByScope(),
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => true },
    pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
  },
  findAccount: (_context, id) => people[id] && {
    accountId: id,
    claims: () => ({ sub: id, ...people[id] }),
  },
  interactions: { url: (_context, interaction) => `/who/${interaction.uid}` },
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    });
    grant.addOIDCScope([...oidc.requestParamScopes].join(' '));
    await grant.save();
    return grant;
  },
  ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 600, Session: 600 },
});

const PAGE = `<!doctype html><html lang="nb"><title>Liksom-HelseID</title>
<form method="post"><label>Hvem er du? <input name="who"></label><button>Fortsett</button></form>`;

async function body(request) {
  let text = '';
  for await (const piece of request) text += piece;
  return new URLSearchParams(text);
}

provider.use(async (context, next) => {
  if (!context.path.startsWith('/who/')) return next();
  if (context.method === 'GET') {
    context.type = 'html';
    context.body = PAGE;
    return undefined;
  }
  const accountId = (await body(context.req)).get('who');
  const result = { login: { accountId, remember: false } };
  context.respond = false;
  return provider.interactionFinished(context.req, context.res, result);
});

for (const event of ['server_error', 'authorization.error', 'grant.error', 'pushed_authorization_request.error']) {
  provider.on(event, (_context, error) => console.error(event, error.message, error.error_detail ?? ''));
}
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
