import type { Missing } from '../../domain/answer.ts'
import { type Episode, type Post, sourceKey } from '../../domain/documents.ts'
import { namedSource } from '../../german/named-source.ts'
import { stem } from '../../german/stem.ts'
import { isStopWord } from '../../german/stop-words.ts'
import { foldedWords } from '../../german/words.ts'

type About = Episode | Post

/** What a message names: one source, one that is not there, or none by number, id or title. */
export type Named =
  | { readonly kind: 'found'; readonly about: About }
  | { readonly kind: 'missing'; readonly missing: Missing }
  | { readonly kind: 'none' }

const ordinals =
  'erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte'.split(' ')
const cardinals = 'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')
const kind = '(?:folge|episode|sendung|ausgabe)'
const ordinal = new RegExp(
  `(?<!\\p{L})(\\d{1,4})\\.\\s*${kind}|(?<!\\p{L})(${ordinals.join('|')})[nrms]?\\s+${kind}`,
  'iu',
)
const cardinal = new RegExp(`(?<!\\p{L})${kind}\\s+(${cardinals.join('|')})(?!\\p{L})`, 'iu')
const newest =
  /(?<!\p{L})(?:neueste|neuste|aktuelle|jüngste|letzte|latest|newest|last)[nrms]?\s+(folge|episode|sendung|ausgabe|beitrag|artikel|post|article)(?!\p{L})/iu
const code = /(?<![\p{L}\d])(\p{L}{1,4}[-_ ]?0*\d{1,4})(?![\p{L}\d])/giu
const numberedPost =
  /(?<!\p{L})(?:blog-?)?(?:beitrag|beitrags|artikel|post|article)\s*(?:nr\.?|nummer|#)?\s*(\d{1,4})(?!\d)/iu

/** Most of a title must be said before it is meant. */
const leastOfTitle = 0.7

/** Which source a message names. */
export function namedIn(text: string, abouts: readonly About[]): Named {
  const number = numberIn(text)
  if (number !== undefined) return episodeOf(number, text, abouts)
  const ids = new Map(abouts.map((about) => [sourceKey(about.id), about]))
  const codes = Array.from(text.matchAll(code), ([said]) => sourceKey(said.replace(/[-_ ]/g, '')))
  const byCode = codes.map((said) => ids.get(said)).find(Boolean)
  if (byCode) return { kind: 'found', about: byCode }
  const posts = abouts.filter((about) => about.kind === 'post')
  const post = numberedPost.exec(text)?.[1]
  if (post !== undefined) {
    const about = posts.find(({ id }) => Number(/(\d+)$/u.exec(id)?.[1]) === Number(post))
    return about
      ? { kind: 'found', about }
      : { kind: 'missing', missing: toMissing(`Beitrag ${post}`, abouts) }
  }
  const last = newest.exec(text)?.[1]
  const about = last === undefined ? byTitle(text, abouts) : newestOf(last, abouts)
  return about ? { kind: 'found', about } : { kind: 'none' }
}

function numberIn(text: string): number | undefined {
  const [first] = namedSource(text, '').numbers
  if (first !== undefined) return first
  const [, digits, word] = ordinal.exec(text) ?? []
  if (digits !== undefined) return Number(digits)
  if (word !== undefined) return ordinals.indexOf(word.toLowerCase()) + 1
  const spelled = cardinal.exec(text)?.[1]
  return spelled === undefined ? undefined : cardinals.indexOf(spelled.toLowerCase()) + 1
}

// Several shows may have the same number: the one that is named, else the newest.
function episodeOf(number: number, text: string, abouts: readonly About[]): Named {
  const same = abouts.filter((about): about is Episode => {
    return about.kind === 'episode' && about.number === number
  })
  const said = new Set(foldedWords(text).map(stem))
  const [best] = same.toSorted(
    (a, b) => shareIn(b.show, said) - shareIn(a.show, said) || byDate(a, b),
  )
  if (best) return { kind: 'found', about: best }
  return { kind: 'missing', missing: toMissing(`Folge ${number}`, abouts) }
}

function newestOf(word: string, abouts: readonly About[]): About | undefined {
  const wanted = /^(?:folge|episode|sendung|ausgabe)$/iu.test(word) ? 'episode' : 'post'
  return abouts.filter((about) => about.kind === wanted).toSorted(byDate)[0]
}

function byTitle(text: string, abouts: readonly About[]): About | undefined {
  const said = new Set(foldedWords(text).map(stem))
  const shares = abouts.map((about) => ({ about, share: shareIn(about.title, said) }))
  const [best] = shares.toSorted((a, b) => b.share - a.share || byDate(a.about, b.about))
  return best && best.share >= leastOfTitle ? best.about : undefined
}

function shareIn(title: string, said: ReadonlySet<string>): number {
  const content = foldedWords(title).filter((word) => !isStopWord(word))
  const shared = content.filter((word) => said.has(stem(word)))
  return content.length === 0 ? 0 : shared.length / content.length
}

function byDate(a: About, b: About): number {
  return (b.published ?? '').localeCompare(a.published ?? '')
}

const mostTitles = 3

function toMissing(called: string, abouts: readonly About[]): Missing {
  const episodes = abouts.filter((about) => about.kind === 'episode')
  const numbers = new Set(episodes.flatMap(({ number }) => (number === undefined ? [] : [number])))
  const posts = abouts.filter((about) => about.kind === 'post').toSorted(byDate)
  return {
    called,
    numbers: [...numbers].toSorted((a, b) => a - b),
    titles: posts.slice(0, mostTitles).map(({ title }) => title),
  }
}
