import type { Answered, ApprovalRoles, Missing, Question, Told } from './domain/answer.ts'
import type { Citation } from './domain/citation.ts'
import type { TownProfile } from './domain/profile.ts'
import type { Reply } from './domain/reply.ts'
import { blankReply } from './frame.ts'
import { type Phrases, phrases } from './phrases.ts'
import { type RequestWords, requestWords } from './request-words.ts'
import { harmless, placeOf, shortened, spotOf, voiceOf } from './source-line.ts'

/** What a shaped answer says around its statements. */
export type ShapedFrame = Pick<Reply, 'lead' | 'steps' | 'notes'>

/** What stands before the statements of an answer that is more than a plain one, and below them. */
export function shapedFrame(answer: Answered, profile: TownProfile): ShapedFrame | undefined {
  const { shape, question, claims } = answer
  const say = wordsFor(question)
  const plain = { lead: '', steps: [], notes: [] }
  switch (shape?.kind) {
    case undefined:
      return undefined
    case 'places':
      return plain
    case 'list':
      return {
        ...plain,
        lead: say.list(claims.length),
        notes: [shape.more > 0 ? say.more(shape.more) : say.whole],
      }
    case 'summary':
      return {
        ...plain,
        lead: summaryLead(answer, say),
        notes: claims.length < shape.points ? [say.fewer] : [],
      }
    case 'voices':
      return { ...plain, lead: claims.length > 1 ? say.voices : say.alone }
    case 'verdict':
      return {
        ...plain,
        lead: say.verdict,
        steps: [{ title: say.checksTitle, items: say.checks, isOrdered: false }],
      }
    case 'approval':
      return { ...plain, lead: approvalLead(profile, shape.roles, say) }
  }
}

/** A statement with the place it stands at, where the place is what was asked for. */
export function shapedClaim(
  text: string,
  citation: Citation,
  { shape, question }: Answered,
): string {
  const say = phrases(question.language, question.address)
  switch (shape?.kind) {
    case 'places':
      return `${placeOf(citation, say)}: ${text}`
    case 'list':
      return listed(citation, say)
    case 'summary':
      return `${spotOf(citation, say)}: ${text}`
    case 'voices':
      return `${voiceOf(citation, say)}: ${text}`
    default:
      return text
  }
}

/** An answer about the assistant, or about who approves; whom to ask comes from the profile. */
export function toldReply({ about, facts, question, stock }: Told, profile: TownProfile): Reply {
  const say = wordsFor(question)
  const blank = blankReply('notice', question.language)
  if (about === 'approval') return { ...blank, lead: approvalLead(profile, facts.approval, say) }
  if (about === 'stock') return { ...blank, ...stockOf(stock, question) }
  const { route } = phrases(question.language, question.address)
  const dataProtection = profile.dataProtection ?? unnamed(route({}))
  const [lead = '', ...notes] = say.about[about]({ ...facts, dataProtection })
  return { ...blank, lead, notes: [...notes, say.ofMyself] }
}

function stockOf(
  stock: Told['stock'],
  question: Question,
): Pick<Reply, 'lead' | 'steps' | 'notes'> {
  const say = wordsFor(question)
  const frame = phrases(question.language, question.address)
  const items = stock?.shown.map((source) => {
    const number = source.kind === 'episode' ? source.number : undefined
    const name = source.kind === 'episode' ? frame.episode : frame.post
    const title = `${[name, number].filter(Boolean).join(' ')}: ${harmless(shortened(source.title))}`
    return [title, source.published, source.example && frame.example].filter(Boolean).join(' · ')
  })
  return {
    lead: say.stock,
    steps: [{ title: frame.sources, items: items ?? [], isOrdered: false }],
    notes: stock && stock.more > 0 ? [say.alsoThere(stock.more)] : [],
  }
}

/** That a source is not there, and which are. */
export function missingSource({ called, numbers, titles }: Missing, question: Question): string {
  const say = wordsFor(question)
  const there = /^Folge/u.test(called)
    ? numbers.length > 0 && say.numbers(spansOf(numbers, question))
    : titles.length > 0 && say.titles(titles.map((title) => `„${harmless(title)}“`).join(', '))
  return [say.noSuch(called), there].filter(Boolean).join(' ')
}

function wordsFor({ language, address }: Question): RequestWords {
  return requestWords(language, address)
}

function listed(citation: Citation, say: Phrases): string {
  if (citation.kind === 'post')
    return `${harmless(shortened(citation.post.title))}: ${spotOf(citation, say)}`
  const { number, title } = citation.episode
  const name = number === undefined ? harmless(shortened(title)) : `${say.episode} ${number}`
  return `${name}: ${spotOf(citation, say)}`
}

function summaryLead({ shape, question, claims }: Answered, say: RequestWords): string {
  if (shape?.kind !== 'summary') return ''
  const { source } = shape
  const frame = phrases(question.language, question.address)
  const number = source.kind === 'episode' && source.number !== undefined ? ` ${source.number}` : ''
  const name = source.kind === 'episode' ? `${frame.episode}${number}` : frame.post
  const day = source.published && frame.day(source.published)
  return say.summary(`${name} „${harmless(shortened(source.title))}“`, claims.length, day)
}

function approvalLead(
  { approver, approverDeputy }: TownProfile,
  roles: ApprovalRoles | undefined,
  say: RequestWords,
): string {
  return say.approval(
    filled(roles?.role, approver) ?? say.missing,
    filled(roles?.deputy, approverDeputy) ?? say.missing,
  )
}

function filled(role: string | undefined, person: string | undefined): string | undefined {
  return role && person ? `${role} (${person})` : (person ?? role)
}

// The route names both officers; only the one for data is wanted here.
function unnamed(route: string): string {
  return /(?:bei Daten|on data) ([^.]*)\./u.exec(route)?.[1] ?? ''
}

/** Numbers as spans: "1 bis 20", "1, 3 bis 5"; long lists keep their ends. */
function spansOf(numbers: readonly number[], { language }: Question): string {
  const to = language === 'en' ? 'to' : 'bis'
  const spans: [number, number][] = []
  for (const number of numbers) {
    const last = spans.at(-1)
    if (last && last[1] + 1 === number) last[1] = number
    else spans.push([number, number])
  }
  const told = spans.map(([from, until]) => (from === until ? `${from}` : `${from} ${to} ${until}`))
  return told.length > mostSpans ? `${numbers[0]} ${to} ${numbers.at(-1)}` : told.join(', ')
}

const mostSpans = 6
