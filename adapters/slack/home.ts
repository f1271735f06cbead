import { contacts, states, type TownProfile } from '../../src/domain/profile.ts'
import type { Instant } from '../../src/domain/time.ts'
import type { Stock } from '../../src/search/shelf.ts'
import type { Labels } from './labels.ts'
import { cut } from './markup.ts'
import { actions, type Block, button, list, plain, rich, section, small, words } from './rich.ts'

/** What the Home tab of one person shows. */
export interface HomeState {
  readonly stock: Stock
  readonly keepDays: number
  readonly hasModel: boolean
  readonly questions: readonly {
    readonly id: string
    readonly text: string
    readonly at: Instant
  }[]
  readonly profile: TownProfile
  readonly helper?: string
  readonly isAdmin: boolean
}

/** The Home tab: what this is, that it is an AI, what it keeps, what it knows, whom it names. */
export function homeView(state: HomeState, say: Labels): Block {
  const blocks = [
    ...about(state, say),
    ...questions(state, say),
    ...knowledge(state, say),
    ...town(state, say),
  ]
  return { type: 'home', blocks }
}

function heading(text: string): Block {
  return { type: 'header', text: plain(text) }
}

function about({ keepDays, hasModel }: HomeState, say: Labels): readonly Block[] {
  const { home } = say
  const kept = [
    home.keeps(keepDays),
    home.inbox,
    home.platform,
    hasModel ? home.model : home.noModel,
  ]
  return [
    heading(home.title),
    rich(section(words(home.ai))),
    rich(
      list(
        home.can.map((line) => [words(line)]),
        false,
      ),
    ),
    heading(home.keepsTitle),
    rich(
      list(
        kept.map((line) => [words(line)]),
        false,
      ),
    ),
  ]
}

function questions({ questions: asked }: HomeState, say: Labels): readonly Block[] {
  const { home } = say
  const rows = asked.map(({ id, text, at }) => ({
    type: 'section',
    block_id: `question.${id}`,
    text: plain(cut(`${at.slice(0, 10)}: ${text}`, 300)),
    accessory: button({
      action: 'home.forget',
      label: home.forget,
      value: id,
      spoken: home.forgetLabel,
    }),
  }))
  return [heading(home.questions), ...(rows.length > 0 ? rows : [small(home.noQuestions)])]
}

function knowledge({ stock }: HomeState, say: Labels): readonly Block[] {
  const { home } = say
  const lines = [home.stock(stock.episodes, stock.posts)]
  if (stock.examples > 0) lines.push(home.examples(stock.examples))
  return [
    heading(home.knowledge),
    rich(
      list(
        lines.map((line) => [words(line)]),
        false,
      ),
    ),
  ]
}

function town({ profile, helper, isAdmin }: HomeState, say: Labels): readonly Block[] {
  const { home, fields } = say
  const state = profile.state && states[profile.state]
  const rows: readonly (readonly Block[])[] = [
    [words(`${fields.state}: ${state ?? home.missing}`)],
    ...contacts.map((name) => [words(`${fields[name]}: ${profile[name] ?? home.missing}`)]),
    [words(`${fields.helper}: `), helper ? { type: 'user', user_id: helper } : words(home.missing)],
  ]
  const edit = actions(
    'home.town',
    button({ action: 'home.profile', label: home.edit, value: 'edit' }),
  )
  return [heading(home.town), rich(list(rows, false)), isAdmin ? edit : small(home.adminsOnly)]
}
