import {
  createHmac,
  createSign,
  generateKeyPair,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import { promisify } from 'node:util'
import type { Fields } from './state.ts'

/** A good token and all the bad ones somebody may come with. */
export type TokenKind =
  | 'valid'
  | 'expired'
  | 'unknown-kid'
  | 'wrong-key'
  | 'wrong-audience'
  | 'wrong-issuer'
  | 'hs256'
  | 'alg-none'
  | 'other-service-url'
  | 'no-endorsement'
  | 'garbage'

export interface Keys {
  /** The key set as the open-id document points to it. */
  readonly jwks: { readonly keys: readonly Fields[] }
  /** A token of this kind; the claims go over the usual ones. */
  sign(kind: TokenKind, over?: object): string
}

/** Whom tokens are for and where they come from. */
export interface Claims {
  readonly issuer: string
  readonly audience: string
  readonly serviceUrl: string
}

const KID = 'k1'
/** Known, and good for another channel only. */
const OTHER_CHANNEL_KID = 'k2'
const HOUR = 3_600
/** A token serves for many requests, as those of Azure do. */
const REUSED_MS = 60_000

export async function openKeys(claims: Claims): Promise<Keys> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const jwk = { ...publicKey.export({ format: 'jwk' }), use: 'sig' }
  const wrongKey = once(() => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
  const makers = toMakers({ publicKey, privateKey, wrongKey })
  let reused: { readonly token: string; readonly until: number } | undefined
  return {
    jwks: {
      keys: [
        { ...jwk, kid: KID, x5t: KID, endorsements: ['msteams'] },
        { ...jwk, kid: OTHER_CHANNEL_KID, x5t: OTHER_CHANNEL_KID, endorsements: ['webchat'] },
      ],
    },
    sign(kind, over) {
      if (kind === 'garbage') return 'garbage'
      if (kind !== 'valid' || over) return makers[kind]({ ...toPayload(kind, claims), ...over })
      if (reused && reused.until > Date.now()) return reused.token
      reused = { token: makers.valid(toPayload(kind, claims)), until: Date.now() + REUSED_MS }
      return reused.token
    },
  }
}

function toPayload(kind: TokenKind, { issuer, audience, serviceUrl }: Claims): object {
  const now = Math.floor(Date.now() / 1000)
  // botbuilder forgives five minutes.
  const issued = kind === 'expired' ? now - HOUR - 600 : now - 10
  return {
    iss: kind === 'wrong-issuer' ? 'https://issuer.example' : issuer,
    aud: kind === 'wrong-audience' ? '99999999-0000-0000-0000-000000000000' : audience,
    iat: issued,
    nbf: issued,
    exp: issued + HOUR,
    serviceurl: kind === 'other-service-url' ? 'https://service.example/' : serviceUrl,
  }
}

interface Material {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
  wrongKey(): KeyObject
}

type Maker = (payload: object) => string

function toMakers(material: Material): Readonly<Record<Exclude<TokenKind, 'garbage'>, Maker>> {
  const { publicKey, privateKey, wrongKey } = material
  const good = (payload: object) => signRs256({ kid: KID }, payload, privateKey)
  return {
    valid: good,
    expired: good,
    'wrong-audience': good,
    'wrong-issuer': good,
    'other-service-url': good,
    'unknown-kid': (payload) => signRs256({ kid: 'k0' }, payload, privateKey),
    'wrong-key': (payload) => signRs256({ kid: KID }, payload, wrongKey()),
    'no-endorsement': (payload) => signRs256({ kid: OTHER_CHANNEL_KID }, payload, privateKey),
    hs256: (payload) => signHs256(payload, publicKey),
    'alg-none': (payload) => `${toUnsigned({ alg: 'none', kid: KID }, payload)}.`,
  }
}

function signRs256(header: object, payload: object, key: KeyObject): string {
  const unsigned = toUnsigned({ alg: 'RS256', ...header }, payload)
  return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`
}

/** The classic confusion: the public key, which everybody has, as the shared secret. */
function signHs256(payload: object, key: KeyObject): string {
  const unsigned = toUnsigned({ alg: 'HS256', kid: KID }, payload)
  const secret = key.export({ type: 'spki', format: 'pem' })
  return `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`
}

function toUnsigned(header: object, payload: object): string {
  return [{ typ: 'JWT', ...header }, payload].map(toBase64).join('.')
}

function toBase64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
