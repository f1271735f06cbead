import { beforeEach, describe, expect, it } from 'vitest'
import { askTown } from '../../adapters/cli/ask-town.ts'
import { parseConfig } from '../../src/config.ts'
import { states } from '../../src/domain/profile.ts'
import { openStore } from '../../src/store/store.ts'
import { cli, dataDir } from './run.ts'

let env: { readonly DATA_DIR: string }
const setup = (...args: readonly string[]) => cli(['setup', ...args], env)
const open = () => openStore(parseConfig(env), { now: () => new Date().toISOString() })

beforeEach(() => {
  env = { DATA_DIR: dataDir() }
})

describe('setup', () => {
  it('says "nicht hinterlegt" for everything that is missing', async () => {
    const { code, out } = await setup('--show')
    expect(code).toBe(0)
    expect(out.match(/nicht hinterlegt/g)).toHaveLength(15)
    expect(JSON.parse((await setup('--json')).out)).toMatchObject({
      state: null,
      secondPerson: null,
      dataProtection: null,
      legalOffice: null,
      approver: null,
      slackHelper: null,
    })
  })

  it('enters who acts in which role from a chat, and takes them out again', async () => {
    const entered = await setup(
      ...['--seat', 'BM=slack:T012AB3CD:U012AB3CD=MK', '--seat', 'HL=slack:T012AB3CD:U099AB3CD=AB'],
    )
    expect(entered.out).toContain('BM: MK (slack:T012AB3CD:U012AB3CD)')
    const emptied = await setup('--seat', 'BM=-')
    expect(emptied.out).not.toContain('MK')
    expect(emptied.out).toContain('HL: AB')
    expect((await setup('--seat', 'BM:slack')).code).not.toBe(0)
  })

  it('keeps every field, where the chat finds it', async () => {
    const { code, out } = await setup(
      ...['--state', 'NW', '--second-person', 'Leitung Bauamt, 0000 12-34'],
      ...['--data-protection', 'bDSB, 0000 12-35', '--legal-office', 'Rechtsamt, 0000 12-36'],
      ...['--approver', 'Büro der Leitung', '--slack-helper', 'U012AB3CD'],
    )
    expect(code).toBe(0)
    expect(out).toContain('Nordrhein-Westfalen (NW)')
    const store = open()
    expect(store.settings.profile()).toEqual({
      state: 'NW',
      secondPerson: 'Leitung Bauamt, 0000 12-34',
      dataProtection: 'bDSB, 0000 12-35',
      legalOffice: 'Rechtsamt, 0000 12-36',
      approver: 'Büro der Leitung',
    })
    expect(store.settings.helper('slack')).toBe('U012AB3CD')
    store.close()
  })

  it('changes what is named and leaves the rest, a dash takes away', async () => {
    await setup('--state', 'BY', '--approver', 'Leitung', '--slack-helper', 'U012AB3CD')
    await setup('--approver', '-', '--legal-office', 'Rechtsamt')
    const { out } = await setup('--json', '--slack-helper', '-')
    expect(JSON.parse(out)).toMatchObject({
      state: 'BY',
      approver: null,
      legalOffice: 'Rechtsamt',
      slackHelper: null,
    })
  })

  it('works while another process has the file open, and that one sees it', async () => {
    const server = open()
    server.settings.saveProfile({ approver: 'Leitung' })
    expect((await setup('--state', 'HH')).code).toBe(0)
    expect(server.settings.profile()).toEqual({ state: 'HH', approver: 'Leitung' })
    server.close()
  })

  it.each([
    ['nw', 'NW'],
    ['DE-NW', 'NW'],
    ['NRW', 'NW'],
    ['nordrhein westfalen', 'NW'],
    ['Thueringen', 'TH'],
    ['BADEN-WÜRTTEMBERG', 'BW'],
  ])('knows %s', async (typed, code) => {
    expect(JSON.parse((await setup('--json', '--state', typed)).out)).toMatchObject({ state: code })
  })

  it('lists the sixteen for a state it does not know, and keeps nothing', async () => {
    const { code, out, err } = await setup('--state', 'Musterland', '--approver', 'Leitung')
    expect([code, out]).toEqual([2, ''])
    for (const name of Object.values(states)) expect(err).toContain(name)
    expect(JSON.parse((await setup('--json')).out)).toMatchObject({ approver: null })
  })

  it.each([
    [['--slack-helper', 'Anna'], 'Mitglieds-ID'],
    [['--approver', 'x'.repeat(201)], '200'],
    [['--approver', 'Büro', 'der', 'Leitung'], 'Anführungszeichen'],
    [[], '--help'],
  ])('%j says what to do', async (args, words) => {
    const { code, out, err } = await setup(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(words)
  })
})

describe('asked at a terminal', () => {
  const talk = async (...typed: readonly string[]) => {
    const lines = [...typed]
    const said: string[] = []
    const changes = await askTown(
      { state: 'BY', approver: 'Leitung' },
      {
        ask: async (question) => {
          said.push(question)
          return lines.shift() ?? ''
        },
        say: (line) => void said.push(line),
      },
    )
    return { changes: Object.fromEntries(changes), said: said.join('\n') }
  }

  it('keeps what is there for Enter and takes away for a dash', async () => {
    const { changes, said } = await talk('', 'Bauamt', '', '', '-')
    expect(changes).toEqual({ secondPerson: 'Bauamt', approver: undefined })
    expect(said).toContain('Land [Bayern (BY)]')
    expect(said).toContain('Rechtsamt [nicht hinterlegt]')
  })

  it('asks again for what does not fit', async () => {
    const { changes, said } = await talk('Musterland', 'Berlin')
    expect(changes).toEqual({ state: 'BE' })
    expect(said).toContain('BW Baden-Württemberg')
  })
})
