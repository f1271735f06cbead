import { commentFeatures, learnedGrounds } from '../src/crisis/comment-light.ts'
import { ruledOn } from '../src/crisis/heard-kinds.ts'
import { featuresOf } from '../src/crisis/learned/features.ts'
import type { Judgement } from '../src/crisis/learned/weights.ts'
import { redKinds, redLabels } from '../src/crisis/light/redness.ts'
import { ruledLight } from '../src/crisis/light/ruled.ts'
import type { Example, Recipe } from './fit.ts'
import { type Comment, type CrisisMessage, commentSets, messageSets, type TextSet } from './sets.ts'

const playbooks = ['pb1', 'pb2', 'pb3', 'pb4', 'pb5', 'pb6'] as const

const grounds: readonly string[] = [...learnedGrounds.red, ...learnedGrounds.yellow]

const even = (labels: readonly string[], bias = 0) =>
  Object.fromEntries(labels.map((label) => [label, bias]))

/** How each judgement is learned. What is added to a label was chosen over authors left out. */
export const recipes: Readonly<Record<Judgement, Recipe>> = {
  messages: { labels: { acute: 0.05, red: 0.2, ...even(playbooks) }, cost: 0.5, kept: 100_000 },
  comments: {
    labels: { ...even([...redLabels, ...redKinds.keys()]), 'not green': -0.1 },
    cost: 0.5,
    kept: 100_000,
  },
  grounds: { labels: even(grounds, 0.3), cost: 0.5, kept: 5000 },
}

/** What is learned from for a judgement, in a fixed order. */
export function examplesFor(judgement: Judgement): readonly Example[] {
  if (judgement === 'messages')
    return messageSets().flatMap((set) => set.texts.map((one) => fromMessage(one, set)))
  const all = commentSets().flatMap((set) => set.texts.map((one) => ({ one, set })))
  if (judgement === 'comments') return all.map(({ one, set }) => fromComment(one, set))
  return all.flatMap(({ one, set }) => fromGround(one, set))
}

function fromMessage(
  { id, text, acute, playbooks: right, level }: CrisisMessage,
  { author, isSeen }: TextSet<CrisisMessage>,
): Example {
  const isPlaced = !acute || (right ?? []).length > 0
  const places = playbooks.map((one) => [one, acute && (right ?? []).includes(one)])
  const answers = {
    acute,
    ...(isPlaced ? Object.fromEntries(places) : {}),
    // How bad it is is asked of fires alone.
    ...(acute && level !== undefined ? { red: level === 'ROT' } : {}),
  }
  const features = featuresOf(text, isSeen ? [] : ruledOn(text).names)
  return { id, author, text, features, answers }
}

// On texts the rules were written with they are never wrong; so there they teach nothing of their worth.
function featuresOfComment(text: string, isSeen: boolean) {
  if (!isSeen) return commentFeatures(text, ruledLight(text))
  return commentFeatures(text)
}

function fromComment(comment: Comment, { author, isSeen }: TextSet<Comment>): Example {
  const { id, text, colour } = comment
  const isRed = colour === 'red'
  const answers = {
    red: isRed,
    'not green': colour !== 'green',
    // What is yellow stands between them and is not asked.
    ...(colour === 'yellow' ? {} : { 'red not green': isRed }),
    ...kindsOf(comment),
  }
  return { id, author, text, features: featuresOfComment(text, isSeen), answers }
}

// Of a red one whose ground nobody told the kind is not known.
function kindsOf(comment: Comment): Readonly<Record<string, boolean>> {
  const ground = comment.colour === 'red' ? groundOf(comment) : ''
  if (ground === undefined) return {}
  return Object.fromEntries(
    [...redKinds].map(([kind, grounds]) => [kind, grounds.some((one) => one === ground)]),
  )
}

const sameGround: Readonly<Record<string, string>> = { 'death-wish': 'threat' }

function fromGround(comment: Comment, { author, isSeen }: TextSet<Comment>): readonly Example[] {
  const { id, text, colour } = comment
  const name = groundOf(comment)
  if (colour === 'green' || name === undefined) return []
  const answers = Object.fromEntries(grounds.map((one) => [one, one === name]))
  return [{ id, author, text, features: featuresOfComment(text, isSeen), answers }]
}

function groundOf(comment: Comment): string | undefined {
  const ground = comment.ground ?? ruledGround(comment)
  return ground === undefined ? undefined : (sameGround[ground] ?? ground)
}

function ruledGround({ text, colour }: Comment): string | undefined {
  const light = ruledLight(text)
  return light.colour === colour ? light.grounds[0] : undefined
}
