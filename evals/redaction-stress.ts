import process from 'node:process'
import { openRandom, type Random } from './random.ts'
import { type Fixture, show } from './redaction.ts'
import { calm, contexts, details, smallContexts } from './stress-contexts.ts'
import { type Origin, readOrigins } from './stress-names.ts'

/** Each context with this many names of different origins. */
const rounds = 12

/** Names the rules never saw, each in contexts that people write, in capitals and in small letters. */
export function stressFixtures(seed: number): readonly Fixture[] {
  const random = openRandom(seed)
  const origins = readOrigins()
  const drawn = (template: string, isSmall: boolean) =>
    Array.from({ length: rounds }, () => {
      const origin = random() < 0.4 ? origins[0] : pick(origins, random)
      return origin ? [filled(template, people(origin, random), isSmall)] : []
    }).flat()
  const named = [
    ...contexts.flatMap((one) => drawn(one, false)),
    ...smallContexts.flatMap((one) => drawn(one, true)),
  ]
  const plain = [...details.map(detailed), ...calm.map((one) => filled(one, {}, false))]
  return [...named, ...plain].map((one, at) => ({ id: `S${at + 1}`, heldback: true, ...one }))
}

type Filled = Pick<Fixture, 'text' | 'gone' | 'stay'>

function people(origin: Origin, random: Random): Readonly<Record<string, string>> {
  const [G, G2, F, F2] = [origin.given, origin.given, origin.family, origin.family].map((names) =>
    pick(names, random),
  )
  return { G: G ?? '', G2: G2 ?? '', F: F ?? '', F2: F2 ?? '', I: G?.slice(0, 1) ?? '' }
}

function filled(
  template: string,
  names: Readonly<Record<string, string>>,
  isSmall: boolean,
): Filled {
  const [body = '', stay = ''] = template.split('|')
  const written = (key: string) => {
    const name = names[key] ?? ''
    return isSmall ? name.toLowerCase() : name
  }
  const gone = Array.from(body.matchAll(/\{(\w+)\}/g), ([, key = '']) => key)
    .filter((key) => key !== 'I')
    .map(written)
  return {
    text: body.replace(/\{(\w+)\}/g, (_, key: string) => written(key)),
    gone: [...new Set(gone)],
    stay: stay.split(';'),
  }
}

function detailed(template: string): Filled {
  const [body = '', stay = ''] = template.split('|')
  return {
    text: body.replace(/[⟦⟧]/g, ''),
    gone: Array.from(body.matchAll(/⟦(.*?)⟧/g), ([, piece = '']) => piece),
    stay: stay.split(';'),
  }
}

function pick<T>(from: readonly T[], random: Random): T | undefined {
  return from[Math.floor(random() * from.length)]
}

if (import.meta.main) {
  const [seed = '1'] = process.argv.slice(2)
  console.log(show('names nobody listed, in every context', stressFixtures(Number(seed))))
}
