import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { type Config, isExposed, isProxied } from '../../src/config.ts'
import { isLoopback } from '../../src/domain/host.ts'
import type { Instant } from '../../src/domain/time.ts'
import { isSigned } from '../../src/links.ts'
import { type Notice, notices, sendNotice } from './notices.ts'

/** Headers for every answer. A town's own server decides about HTTPS for its name, not this page. */
export function protect(): RequestHandler {
  return helmet({
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  })
}

/** Only our own parts load; `audio` is the one foreign origin a transcript page may play from. */
export function contentPolicy(audio?: URL): RequestHandler {
  const own = ["'self'"]
  // A host may hold signs that end a directive; such an address is not played.
  const media = audio && /^https?:\/\/[\w.:[\]-]+$/.test(audio.origin) ? [audio.origin] : []
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      connectSrc: own,
      formAction: own,
      frameAncestors: ["'none'"],
      imgSrc: own,
      mediaSrc: [...own, ...media],
      scriptSrc: own,
      styleSrc: own,
    },
  })
}

/** On loopback a foreign name in `Host` is DNS rebinding: another page's script that reads ours. */
export function guardHost(config: Config): RequestHandler {
  return refuseUnless(notices.foreignHost, (request) => {
    return isExposed(config) || isOwnHost(request, config)
  })
}

/** No other site may ask in a visitor's name. */
export function guardOrigin(): RequestHandler {
  return refuseUnless(notices.crossSite, (request) => {
    const site = request.headers['sec-fetch-site']
    if (site !== undefined) return site === 'same-origin' || site === 'none'
    const origin = request.headers.origin
    return origin === undefined || webHost(origin) === request.headers.host
  })
}

/** Asking stays on this machine until there is a sign-in. */
export function guardQuestion(config: Config): RequestHandler {
  return refuseUnless(notices.noSignIn, (request) => {
    // A proxy need not say that it is one: where links lead to one, nobody is sure to be local.
    if (isForwarded(request) || isProxied(config)) return false
    return isLoopback(config.host) || (isLocal(request) && isOwnHost(request, config))
  })
}

/** Seen from elsewhere, a page opens only by a link that we made. */
export function guardPage(config: Config): RequestHandler {
  return refuseUnless(notices.unsigned, (request) => {
    if (!isExposed(config) && !isForwarded(request)) return true
    const { pathname, searchParams } = addressOf(request)
    return config.linkSecret !== undefined && isSigned(pathname, searchParams, config.linkSecret)
  })
}

/**
 * The dates of an incident open beyond this machine by a link that we made, until the moment it names;
 * everything else about an incident does not.
 */
export function guardDates(config: Config, now: () => Instant): RequestHandler {
  const local = guardQuestion(config)
  return (request, response, next) => {
    const { pathname, searchParams } = addressOf(request)
    const { linkSecret } = config
    if (!linkSecret || !isSigned(pathname, searchParams, linkSecret)) local(request, response, next)
    else if (now() <= (searchParams.get('bis') ?? '')) next()
    else sendNotice(request, response, notices.expired)
  }
}

/** The address as it was asked for; its host means nothing. */
export function addressOf(request: Request): URL {
  return new URL(`http://localhost${request.originalUrl}`)
}

function refuseUnless(notice: Notice, isAllowed: (request: Request) => boolean): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (isAllowed(request)) return next()
    sendNotice(request, response, notice)
  }
}

function isOwnHost(request: Request, config: Config): boolean {
  const host = request.headers.host
  const name = host && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
  const own = ['localhost', '127.0.0.1', '[::1]', new URL(config.publicUrl).hostname]
  return own.includes(name)
}

function webHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

function isLocal(request: Request): boolean {
  return isLoopback((request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''))
}

// A proxy or tunnel on this machine makes everybody look local; what it adds gives it away.
function isForwarded(request: Request): boolean {
  const marks = /^(?:forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|true-client-ip|cf-.*)$/
  return Object.keys(request.headers).some((name) => marks.test(name))
}
