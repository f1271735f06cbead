import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { folderWith } from '../fakes.ts'
import { cli, dataDir } from './run.ts'

const env = { DATA_DIR: dataDir() }
const incident = (...args: readonly string[]) => cli(['incident', ...args], env)
const json = async (...args: readonly string[]) => {
  const { code, out, err } = await incident(...args, '--json')
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}
const refused = async (...args: readonly string[]) => {
  const { code, out } = await incident(...args, '--json')
  expect(code).toBe(1)
  return JSON.parse(out).code
}

const late = new Date(Date.now() - 20 * 60_000).toISOString()

describe('an evening, from the first minute to the review', () => {
  beforeAll(async () => {
    const first = await json(
      'open',
      '--title',
      'Beitrag zum Fest',
      '--playbook',
      'pb1',
      '--started',
      late,
    )
    expect(first).toMatchObject({ outcome: 'done', id: 'L1', level: 'GELB', version: 1 })
  })

  it('shows the folded incident with what is due', async () => {
    const shown = await json('show', 'L1')
    expect(shown.board.overdue).toContain('c2')
    expect(shown.steps[0]).toMatchObject({ id: 'c0', status: 'open', overdue: true, role: 'SM' })
    expect(shown.board.escalations[0].id).toBe('common.1')
    expect(shown.board.askFirst).toContain('Ist der Beitrag noch online?')
    expect((await incident('show', 'L1')).out).toContain('Zuerst klären:\n? Geht es um')
    const { out } = await incident('list')
    expect(out).toContain('Beitrag zum Fest')
  })

  it('ticks steps, sets the level, fills roles, takes notes', async () => {
    expect(await json('step', 'L1', 'c2', '--note', 'Erreicht')).toMatchObject({ version: 2 })
    expect(await refused('step', 'L1', 'c2')).toBe('already')
    expect(await refused('step', 'L1', 'c4', '--skip', ' ')).toBe('incomplete')
    expect((await json('level', 'L1', '--W', '3', '--reason', 'Presse')).level).toBe('ROT')
    expect(await refused('level', 'L1', '--W', '1')).toBe('not-allowed')
    expect((await json('role', 'L1', 'bm', 'Rufbereitschaft')).roles.BM.holder).toBe(
      'Rufbereitschaft',
    )
    const { notes } = await json('note', 'L1', 'Anruf von 0171 2345678')
    expect(notes[0].text).toBe('Anruf von [Telefon]')
  })

  it('takes a text from template to approval by somebody else', async () => {
    const fills = ['1 Satz=Das Zelt steht.', 'offener Punkt=die Ursache', 'Uhrzeit=23 Uhr']
    const rest = ['Thema=Fest', 'Website=musterstadt.example', 'Telefon=Bürgertelefon']
    const all = [...fills, ...rest].flatMap((one) => ['--fill', one])
    const base = ['draft', 'L1', '--template', 'hs-0', '--step', 'c5', '--as', 'PR']
    await json(...base, ...all.slice(2))
    expect(await refused('approve', 'L1', 't1', '--as', 'BM')).toBe('gaps')
    const { drafts } = await json(...base, '--of', 't1', ...all)
    expect(drafts[0].texts.facebook).toContain('Gesichert ist bisher: Das Zelt steht.')
    expect(await refused('approve', 'L1', 't1', '--version', '1', '--as', 'BM')).toBe('old-version')
    expect(await refused('approve', 'L1', 't1', '--as', 'PR')).toBe('not-allowed')
    const approved = await json('approve', 'L1', 't1', '--as', 'BM')
    expect(approved.drafts[0].approval).toMatchObject({ role: 'BM', how: 'here', version: 2 })
  })

  it('does a command that comes twice once', async () => {
    const once = await json('note', 'L1', 'Zweimal geschickt', '--command', 'n-1')
    const twice = await json('note', 'L1', 'Zweimal geschickt', '--command', 'n-1')
    expect([once.outcome, twice.outcome]).toEqual(['done', 'repeated'])
    expect(twice.version).toBe(once.version)
  })

  it('keeps terms and puts them into a calendar', async () => {
    await json('deadline', 'L1', 'art33', '--known', late)
    const { out } = await incident('export', 'L1', '--format', 'ics')
    expect(out).toContain('BEGIN:VEVENT')
    expect(out.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  })

  it('writes reports in plain words', async () => {
    const sheet = await json('report', 'L1')
    expect(sheet.parts.map(({ heading }: { heading: string }) => heading)).toEqual([
      'Lage',
      'Maßnahmen',
      'Bedarf',
    ])
    expect((await json('report', 'L1', '--kind', 'kopf')).parts[0].lines).toHaveLength(5)
    const { out } = await incident('report', 'L1', '--kind', 'einlesen')
    expect(out).toContain('Nie\n')
  })

  it('closes by its criteria and leaves a review as Markdown and as a Word document', async () => {
    const { criteria } = await json('close', 'L1')
    expect(criteria.length).toBeGreaterThan(4)
    expect(await refused('close', 'L1', '--met', '1', '--as', 'PR')).toBe('incomplete')
    const closed = await json('close', 'L1', '--met', 'all', '--as', 'PR')
    expect(closed).toMatchObject({ status: 'closed' })
    expect(await refused('step', 'L1', 'c0')).toBe('closed')
    await json('note', 'L1', '--question', '1', 'Ruhe bewahren.')
    const { out } = await incident('export', 'L1', '--format', 'md')
    expect(out).toContain('# Auswertung: Beitrag zum Fest')
    expect(out).toContain('Ruhe bewahren.')
    const file = join(folderWith({}), 'auswertung.docx')
    await incident('export', 'L1', '--format', 'docx', '--out', file)
    const parts = unzipSync(readFileSync(file))
    const text = Buffer.from(parts['word/document.xml'] ?? []).toString('utf8')
    expect(text).toContain('Ruhe bewahren.')
    expect(text).toContain('w:val="Heading1"')
  })
})

it('marks an exercise everywhere and says how long things took', async () => {
  const own = { DATA_DIR: dataDir() }
  const run = (...args: readonly string[]) => cli(['incident', ...args], own)
  await run('exercise', 'start', '--speed', '60')
  for (const args of [['show', 'L1'], ['list'], ['report', 'L1'], ['exercise', 'L1']])
    expect((await run(...args)).out).toContain('ÜBUNG')
  await run('step', 'L1', 'c2')
  const { pace, cues } = JSON.parse((await run('exercise', 'L1', '--json')).out)
  expect(pace.secondPerson).toBeGreaterThanOrEqual(0)
  expect(cues[0].text).toContain('Stadtfest')
})

it.each([
  [['open'], 'Der Titel fehlt'],
  [['show'], 'welche Lage'],
  [['show', 'L99'], 'gibt es nicht'],
  [['step', 'L1'], 'welcher Schritt'],
  [['level', 'L1', '--W', '7'], '0, 1, 2 oder 3'],
  [['note', 'L1', 'x', '--as', 'KÖNIG'], 'Es gibt BM'],
  [['report', 'L1', '--kind', 'roman'], 'Es gibt lage'],
  [['tanzen'], 'gibt es nicht'],
])('explains in German what is wrong with %j', async (args, words) => {
  const { code, err } = await incident(...args)
  expect(code).toBe(2)
  expect(err).toContain(words)
})

it.each([
  'open',
  'list',
  'show',
  'step',
  'level',
  'role',
  'note',
  'draft',
  'approve',
  'report',
  'close',
  'export',
  'exercise',
])('explains „incident %s“', async (word) => {
  const { code, out } = await incident(word, '--help')
  expect(code).toBe(0)
  expect(out).toContain(`incident ${word}`)
  expect(out).toContain('--json')
})

it('proposes two playbooks with what spoke for them where none was named', async () => {
  const { code, out } = await incident('open', '--title', 'Liste mit Namen im Netz', '--json')
  expect(code).toBe(1)
  const { status, playbooks } = JSON.parse(out)
  expect(status).toBe('refused')
  expect(playbooks[0]).toMatchObject({ id: 'pb3' })
  expect(playbooks[0].signals.length).toBeGreaterThan(0)
  const { err } = await incident('open', '--title', 'Liste mit Namen im Netz')
  expect(err).toContain('--playbook pb3')
  expect(err).toContain('Zuerst klären: Welche Daten')
})
