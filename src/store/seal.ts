import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  randomUUID,
} from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { ConfigError } from '../domain/errors.ts'

/** Seals what is kept and opens it again; names people without naming them. */
export interface Seal {
  /** `about` binds the text to its row: moved elsewhere it does not open. */
  close(text: string, about: string): Uint8Array
  /** `undefined` for what another key sealed, was changed or belongs elsewhere. */
  open(sealed: Uint8Array, about: string): string | undefined
  /** The same name for the same id, from which the id cannot be told without the key. */
  alias(id: string): string
}

/** The key is kept beside the data unless DATA_KEY names one; then a copied folder opens nowhere. */
const keyFile = 'key'

/** In characters, as for DATA_KEY. */
const leastSecret = 32

const [nonceBytes, tagBytes] = [12, 16]

/**
 * AES-256-GCM with a key of its own for texts and one for names.
 *
 * @throws ConfigError (`bad-config`) when the key file can be neither read nor made, or is damaged
 */
export function openSeal(config: Pick<Config, 'dataDir' | 'dataKey'>): Seal {
  const secret = config.dataKey ?? ownKey(config.dataDir)
  const [texts, names] = [derived(secret, 'texts'), derived(secret, 'names')]
  return {
    close: (text, about) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', texts, nonce).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
    },
    open: (sealed, about) => unsealed(texts, Buffer.from(sealed), about),
    alias: (id) => createHmac('sha256', names).update(id).digest('base64url').slice(0, 22),
  }
}

function unsealed(key: Buffer, bytes: Buffer, about: string): string | undefined {
  try {
    const nonce = bytes.subarray(0, nonceBytes)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(about))
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
    const text = decipher.update(bytes.subarray(nonceBytes + tagBytes))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

function derived(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'sturmlotse', purpose, 32))
}

function ownKey(dataDir: string): string {
  const path = join(dataDir, keyFile)
  const secret = readKey(dataDir, path)
  // An empty one would seal everything with a key that everybody knows.
  if (secret.length >= leastSecret) return secret
  throw new ConfigError([`Der Schlüssel ${path} ist beschädigt.`], {
    fix: 'Bitte eine Sicherung zurückholen oder die Datei löschen: Dann entsteht ein neuer, und was der alte versiegelt hat, bleibt verschlossen.',
  })
}

function readKey(dataDir: string, path: string): string {
  try {
    mkdirSync(dataDir, { recursive: true })
    if (!existsSync(path)) makeKey(path)
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    throw new ConfigError([`Der Schlüssel ${path} lässt sich nicht lesen oder anlegen.`], {
      cause,
      fix: 'Bitte die Rechte des Ordners prüfen oder mit DATA_KEY einen eigenen Schlüssel setzen.',
    })
  }
}

// Written aside, brought to the disk, then linked: of two processes that start at once, both read the
// same whole key, and a power cut leaves no half of one.
function makeKey(path: string): void {
  const aside = `${path}.${randomUUID()}`
  writeFileSync(aside, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(aside, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(aside)
  }
}
