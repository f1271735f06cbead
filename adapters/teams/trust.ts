import type { TeamsSettings } from '../../src/config-chats.ts'
import { isLoopback } from '../../src/domain/host.ts'
import { quietly } from './quiet.ts'

/** `unknown` where the platform's keys cannot be had: then nobody can say whether a token is good. */
type Signature = 'good' | 'forged' | 'unknown'

/** As much of a request as is looked at. */
interface Signed {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body?: unknown
}

export type Verify = (request: Signed) => Promise<Signature>

/** Throws for a token that is not good. */
type Authenticate = (header: string, body: unknown) => Promise<unknown>

/** The platform's keys are waited for so long, in milliseconds; then it may send the activity again. */
const keysMs = 5000

/**
 * Until the platform's keys are known, one request after the other: the SDK takes its half-loaded key set
 * for a whole one and would refuse what comes meanwhile, for good.
 */
export function openVerifier({ identity }: TeamsSettings, authenticate: Authenticate): Verify {
  let last: Promise<Signature> = Promise.resolve('unknown')
  let hasKeys = false
  const check = async (request: Signed): Promise<Signature> => {
    const signature = await quietly(() => checkSignature(authenticate, request))
    hasKeys ||= signature === 'good'
    return signature
  }
  return async (request) => {
    if (identity.by === 'nothing') return 'good'
    if (hasKeys) return await check(request)
    last = last.then(() => check(request))
    return await last
  }
}

// The SDK answers 500 to some forged tokens and puts its own words into the body: we ask it first.
async function checkSignature(
  authenticate: Authenticate,
  { headers, body }: Signed,
): Promise<Signature> {
  const late = Promise.withResolvers<Signature>()
  const timer = setTimeout(() => late.resolve('unknown'), keysMs).unref()
  const checked = authenticate(String(headers['authorization'] ?? ''), body).then<
    Signature,
    Signature
  >(
    () => 'good',
    (error: unknown) => (isAway(error) ? 'unknown' : 'forged'),
  )
  const signature = await Promise.race([checked, late.promise])
  clearTimeout(timer)
  return signature
}

function isAway(error: unknown): boolean {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  return name === 'FetchError' || /^Failed to load/.test(message)
}

/** Whether messages may be sent there: to hosts that were named, and our token never in the clear. */
export function isServedBy({ serviceHosts, identity }: TeamsSettings, serviceUrl: string): boolean {
  const { protocol, host, hostname } = URL.parse(serviceUrl) ?? {}
  const isHere = isLoopback(hostname ?? '')
  if (identity.by === 'nothing' && isHere) return true
  return serviceHosts.includes(host ?? '') && (protocol === 'https:' || isHere)
}
