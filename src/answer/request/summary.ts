import type { Answer, Claim, Question } from '../../domain/answer.ts'
import { chapterAt, type Episode, type Post } from '../../domain/documents.ts'
import { isSpoken, type Passage, type PassageId } from '../../domain/passage.ts'
import { isStopWord } from '../../german/stop-words.ts'
import { foldedWords } from '../../german/words.ts'
import { likeness, stemsOf } from '../age.ts'
import { isHostTalk, leansBack, mannersIn } from '../manner.ts'
import { isSuspectSource } from '../orders.ts'
import { candidatesFor } from '../write-extract.ts'
import { answerOf, findFor, type Ground, toClaims } from './ground.ts'
import { namedIn } from './named.ts'
import { withoutSummaryWords } from './summary-words.ts'

/** What a sentence may have in characters, and what all points together may. */
const room = { least: 45, short: 110, most: 230, all: 1000 } as const

/** Two points that share more of their words say the same. */
const overlap = 0.5

/** Of a source without chapters and headings so many passages make a part. */
const together = 3

const depth = 8

/** A named source in so many points; a refusal where it is not there, `undefined` where none is named. */
export async function answerSummary(
  question: Question,
  points: number,
  ground: Ground,
): Promise<Answer | undefined> {
  const began = performance.now()
  const { library } = ground
  if (!library) return undefined
  const named = namedIn(question.text, library.abouts())
  if (named.kind === 'missing') {
    const { missing } = named
    return { status: 'refused', question, why: 'no-such-source', nearest: [], missing }
  }
  const about = named.kind === 'found' ? named.about : await aboutSubject(question, ground)
  if (!about) return undefined
  const claims = pointsOf(library.passagesIn(about.id), { question, count: points }, ground)
  return answerOf(question, claims, {
    shape: { kind: 'summary', source: about, points },
    began,
  })
}

// "den Beitrag zur Netiquette": the source whose passages fit best between them.
async function aboutSubject(
  question: Question,
  ground: Ground,
): Promise<Episode | Post | undefined> {
  const topic = withoutSummaryWords(question.text)
  if (foldedWords(topic).every(isStopWord)) return undefined
  const hits = await findFor({ question, topic }, ground, depth)
  const isPost = /(?<!\p{L})(?:beitr|blog|artikel|post|article)/iu.test(question.text)
  const kind = isPost ? 'post' : 'episode'
  const groups = Map.groupBy(
    hits.filter(({ passage }) => passage.about.kind === kind),
    ({ passage }) => passage.about,
  )
  const weighed = Array.from(groups, ([about, found]) => {
    return { about, weight: found.reduce((sum, { score }) => sum + score, 0) }
  })
  return weighed.toSorted((a, b) => b.weight - a.weight)[0]?.about
}

interface Point {
  readonly at: number
  readonly part: Part
  readonly passage: Passage
  readonly text: string
  readonly worth: number
}

interface Wanted {
  readonly question: Question
  readonly count: number
}

function pointsOf(
  passages: readonly Passage[],
  { question, count }: Wanted,
  ground: Ground,
): readonly Claim[] {
  const longest = Math.min(room.most, Math.max(room.short, room.all / count))
  const ranked = partsOf(passages)
    .flatMap((part) => pointsIn(part, question))
    .filter(({ text }) => text.length <= longest)
    .toSorted((a, b) => b.worth - a.worth)
  const leaders = new Set(bestOfParts(ranked.filter(({ part }) => !part.isFrame)))
  const followers = ranked.filter((one) => !leaders.has(one))
  const chosen: { readonly point: Point; readonly claim: Claim }[] = []
  for (const point of [...leaders, ...followers]) {
    if (chosen.length >= count) break
    if (chosen.some((other) => isAlike(other.point, point))) continue
    const [claim] = toClaims([{ passage: point.passage.id, text: point.text }], [point], ground)
    if (claim) chosen.push({ point, claim })
  }
  return chosen.toSorted((a, b) => a.point.at - b.point.at).map(({ claim }) => claim)
}

function bestOfParts(ranked: readonly Point[]): readonly Point[] {
  return Array.from(Map.groupBy(ranked, ({ part }) => part).values()).flatMap(([best]) =>
    best ? [best] : [],
  )
}

function isAlike(one: Point, other: Point): boolean {
  return likeness(stemsOf(one.text), stemsOf(other.text)) > overlap
}

/** A chapter, a section, or some passages of a source that has neither. */
interface Part {
  readonly title: string
  readonly passages: readonly Passage[]
  /** Where people greet each other or take their leave. */
  readonly isFrame: boolean
  readonly from: number
  /** The last passage of what was said: there they take their leave, whatever the chapter. */
  readonly last: PassageId | undefined
}

function partsOf(passages: readonly Passage[]): readonly Part[] {
  const keyed = passages.map((passage, at) => ({ passage, at, ...nameOf(passage, at) }))
  return Array.from(Map.groupBy(keyed, ({ key }) => key).values()).flatMap((group) => {
    const [first] = group
    if (!first) return []
    return {
      title: first.title,
      passages: group.map(({ passage }) => passage),
      isFrame: frames.test(first.title) || (isSpoken(first.passage) && first.at === 0),
      from: first.at,
      last: isSpoken(first.passage) ? passages.at(-1)?.id : undefined,
    }
  })
}

const frames =
  /^\P{L}*(?:einstieg|einleitung|intro\p{L}*|begrüßung|willkommen|vorstellung|hallo|abschied|verabschiedung|ausblick|outro|schluss\p{L}*|ende|abspann|übung|opening|welcome|closing|goodbye|credits)(?!\p{L})/iu

function nameOf(passage: Passage, at: number): { readonly key: string; readonly title: string } {
  const { title } = passage.about
  if (!isSpoken(passage)) return { key: passage.section.anchor, title: passage.section.heading }
  const chapter = chapterAt(passage.about, passage.cues[0].start)
  return chapter
    ? { key: `${chapter.start}`, title: chapter.title }
    : { key: `~${Math.floor(at / together)}`, title }
}

// What a part is called is the question that its best sentence answers.
function pointsIn(part: Part, question: Question): readonly Point[] {
  const asked = { ...question, text: `${part.title} ${part.passages[0]?.about.title}`, earlier: [] }
  const hits = part.passages.map((passage) => ({ passage, score: 1 }))
  const places = new Map(part.passages.map((passage, at) => [passage.id, { passage, at }]))
  return candidatesFor(asked, hits).flatMap(({ passage: id, text, worth, from, lines }) => {
    const place = places.get(id)
    if (!place || !isPoint(text)) return []
    const at = (part.from + place.at) * lineRoom + from
    const isFrame = part.isFrame || place.passage.id === part.last
    const own = worth + worthOf(text) - (isFrame ? framed : 0) - lines.length
    return [{ at, part, passage: place.passage, text, worth: own }]
  })
}

/** More lines than a part has. */
const lineRoom = 10_000

/** So much better must a sentence be to be quoted from where people greet each other. */
const framed = 4

function isPoint(text: string): boolean {
  if (text.length < room.least || !/[.!…]["“”»«')\]]*$/u.test(text) || /^\p{Ll}/u.test(text)) {
    return false
  }
  return !(
    isHostTalk(text) ||
    ofItself.test(text) ||
    pronoun.test(text) ||
    leansBack(text) ||
    text.includes('?') ||
    isSuspectSource(text)
  )
}

/** Opens with a word that stands for something said before. */
const pronoun = /^(?:Das|Der|Die|Den|Dem|Er|Du|Ihn|Ihm)\s+\p{Ll}/u

/** Speaks of the episode or the post it stands in. */
const ofItself =
  /(?<!\p{L})(?:diese[rn]?|die|der|unser[en]?|this|the) (?:folge|episode|sendung|podcast|beitrag|post)(?!\p{L})/iu

/** Says what something is or means. */
const defines =
  /(?<!\p{L})(?:heißt|bedeutet|ist (?:ein|eine|kein|keine|der|die|das)|sind (?:keine?|die)|gilt|gelten|zählt|gehört|gehören|means|is (?:a|an|the|no))(?!\p{L})/iu

/** Points to somebody or to a moment, as stories do. */
const shows =
  /(?<!\p{L})(?:da (?:steht|stand|kommt|haben|hat|war|ist)|wir (?:haben|hatten) (?:da|hier|einen|eine|ein)|um (?:\p{L}+|\d+)(?: uhr)? (?:steht|stehen|kommt|klingelt)|gestern|vorgestern|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|herr|frau)(?!\p{L})/iu

/** What advises or states; a story is no summary. */
function worthOf(text: string): number {
  const { advises, orders, citesLaw, speaksOfSelf, hedges, tellsStory, setsScene } = mannersIn(text)
  return sum(
    [advises, 0.7],
    [orders, 0.4],
    [citesLaw, 0.3],
    [defines.test(text), 0.5],
    [speaksOfSelf, -1],
    [hedges, -0.8],
    [tellsStory, -0.9],
    [setsScene, -0.8],
    [shows.test(text), -0.8],
  )
}

function sum(...marks: readonly (readonly [boolean, number])[]): number {
  return marks.reduce((all, [is, weight]) => (is ? all + weight : all), 0)
}
