import { createHash } from 'node:crypto'
import { clockOf, dateOf } from '../berlin.ts'
import { type Channel, channels } from '../domain/incident-events.ts'
import type { TownProfile } from '../domain/profile.ts'
import type { Instant } from '../domain/time.ts'

/** What is known to fill the gaps of a text. */
export interface Facts {
  readonly now: Instant
  readonly profile: TownProfile
  /** When the next update was promised. */
  readonly next?: Instant
  /** What people filled in, by the name of the gap. */
  readonly values?: Readonly<Record<string, string>>
}

type Texts = Readonly<Partial<Record<Channel, string>>>

const gap = /\[[^[\]\n]{1,80}\]/gu

/** The gaps a text still has, each once. */
export function gapsIn(texts: Texts): readonly string[] {
  const all = Object.values(texts).flatMap((text) => text.match(gap) ?? [])
  return [...new Set(all)]
}

/**
 * A text with the gaps filled that are known; the others stay for a person. The incident's own title is
 * never used: it is for the house.
 */
function filled(text: string, { now, profile, next, values = {} }: Facts): string {
  const known: Readonly<Record<string, string | undefined>> = {
    '[Website]': profile.situationPage,
    '[Telefon]': profile.citizenPhone,
    '[Nummer]': profile.citizenPhone,
    '[DSB-Kontakt]': profile.dataProtection,
    '[Stand]': `${dateOf(now)}, ${clockOf(now)} Uhr`,
    ...(next ? { '[Uhrzeit]': `${clockOf(next)} Uhr` } : {}),
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`[${name}]`, value])),
  }
  return text.replace(gap, (found) => known[found] ?? found)
}

/**
 * A statement in the form of every channel: the same facts, never other ones.
 *
 * The phone desk gets it in short lines to read out, the council with a word on why.
 */
export function variantsOf(text: string, { now, profile }: Facts): Record<Channel, string> {
  const stand = `Stand: ${dateOf(now)}, ${clockOf(now)} Uhr`
  const place = profile.situationPage
    ? `\n\nAlles Gesicherte steht hier: ${profile.situationPage}`
    : ''
  const lines = text.split(/(?<=[.!?])\s+/u).map((line) => `– ${line}`)
  return {
    facebook: `${text}${place}`,
    website: `${stand}\n\n${text}`,
    press: `Auf Anfrage teilt die Pressestelle mit (${stand}):\n\n${text}\n\nMehr Gesichertes liegt derzeit nicht vor.`,
    phone: `Zum Vorlesen am Telefon (${stand}):\n${lines.join('\n')}\n– Mehr weiß ich nicht; ich rate nicht.`,
    council: `Zur Kenntnis für den Rat (${stand}), gleichlautend mit der öffentlichen Fassung:\n\n${text}`,
  }
}

/** A text to copy as a draft for every channel, with what is known filled in. */
export function draftTexts(text: string, facts: Facts): Record<Channel, string> {
  return variantsOf(filled(text, facts), facts)
}

/** The fingerprint of a text in all its forms: SHA-256, the same for the same words. */
export function hashOf(texts: Texts): string {
  const ordered = channels.map((channel) => [channel, texts[channel] ?? null])
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex')
}
