import { bearings, contacts, states, type TownProfile } from '../../src/domain/profile.ts'
import type { Instant } from '../../src/domain/time.ts'
import type { Stock } from '../../src/search/shelf.ts'
import type { Labels } from './labels.ts'
import { cut } from './markup.ts'
import { type Roles, userOf } from './profile-form.ts'
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
  readonly roles: Roles
  readonly team: string
  readonly helper?: string
  readonly isAdmin: boolean
}

/**
 * The Home tab: what this is and that it is an AI, whom it names, what was asked, what it keeps, what
 * it knows. Numbers to call stand high: here they are looked for in a hurry.
 */
export function homeView(state: HomeState, say: Labels): Block {
  const blocks = [
    ...about(say),
    ...town(state, say),
    ...questions(state, say),
    ...keeping(state, say),
    ...knowledge(state, say),
  ]
  return { type: 'home', blocks }
}

function heading(text: string): Block {
  return { type: 'header', text: plain(text) }
}

function lines(texts: readonly string[]): Block {
  return rich(
    list(
      texts.map((text) => [words(text)]),
      false,
    ),
  )
}

function about({ home }: Labels): readonly Block[] {
  return [heading(home.title), rich(section(words(home.ai))), lines(home.can)]
}

function keeping({ keepDays, hasModel }: HomeState, { home }: Labels): readonly Block[] {
  const model = hasModel ? home.model : home.noModel
  return [heading(home.keepsTitle), lines([home.keeps(keepDays), home.inbox, home.platform, model])]
}

function questions({ questions: asked }: HomeState, say: Labels): readonly Block[] {
  const { home } = say
  const rows = asked.map(({ id, text, at }) => ({
    type: 'section',
    block_id: `question.${id}`,
    text: plain(cut(`${home.day(at)}: ${text}`, 300)),
    accessory: button({
      action: 'home.forget',
      label: home.forget,
      value: id,
      spoken: home.forgetLabel,
    }),
  }))
  return [heading(home.questions), ...(rows.length > 0 ? rows : [small(home.noQuestions)])]
}

function knowledge({ stock }: HomeState, { home }: Labels): readonly Block[] {
  const examples = stock.examples > 0 ? [home.examples(stock.examples)] : []
  return [heading(home.knowledge), lines([home.stock(stock.episodes, stock.posts), ...examples])]
}

function town(shown: HomeState, say: Labels): readonly Block[] {
  const { profile, helper, isAdmin } = shown
  const { home, fields } = say
  const state = profile.state && states[profile.state]
  const rows: readonly (readonly Block[])[] = [
    [words(`${fields.state}: ${state ?? home.missing}`)],
    ...[...contacts, ...bearings].map((name) => [
      words(`${fields[name]}: ${profile[name] ?? home.missing}`),
    ]),
    [words(`${fields.helper}: `), helper ? { type: 'user', user_id: helper } : words(home.missing)],
  ]
  const edit = actions(
    'home.town',
    button({ action: 'home.profile', label: home.edit, value: 'edit' }),
  )
  return [
    heading(home.town),
    rich(list(rows, false)),
    ...seats(shown, say),
    isAdmin ? edit : small(home.adminsOnly),
  ]
}

// Who leads and who deputises, by role; people at other doors by what the town calls them.
function seats({ profile, roles, team }: HomeState, say: Labels): readonly Block[] {
  const taken = profile.seats ?? []
  const rows = Object.entries(roles).flatMap(([role, name]) => {
    const people = taken.filter((one) => one.role === role)
    const shown = people.flatMap((one, at) => {
      const user = userOf(one.person, team)
      const before = at === 0 ? '' : `, ${say.deputy}: `
      return [words(before), user ? { type: 'user', user_id: user } : words(one.name)]
    })
    return people.length > 0 ? [[words(`${name}: `), ...shown.slice(1)]] : []
  })
  const none = [[words(say.home.missing)]]
  return [rich(section(words(say.seats, 'bold')), list(rows.length > 0 ? rows : none, false))]
}
