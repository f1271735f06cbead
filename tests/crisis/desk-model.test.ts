import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Command } from '../../src/crisis/commands.ts'
import type { Desk, Outcome } from '../../src/crisis/desk.ts'
import type { Incident } from '../../src/domain/incident.ts'
import { type Flag, flags, type Level } from '../../src/domain/playbook.ts'
import { type Office, openOffice } from './stage.ts'

/** The whole desk, told again as simply as can be: what a person with pen and paper would know. */
interface Paper {
  closed: boolean
  axes: Record<'W' | 'B' | 'G' | 'F', number>
  flags: ReadonlySet<Flag>
  readonly steps: Map<string, string>
  readonly playbooks: Set<string>
  readonly texts: Map<
    string,
    { version: number; words: string; authors: string[]; approved: boolean }
  >
  readonly sent: Map<string, 'done' | 'refused'>
}

interface Sent {
  readonly role: string
  readonly command: Command
  readonly name: string
  /** Which of two windows on the same file it is typed into. */
  readonly window: 0 | 1
}

const stepIds = ['c0', 'c1', 'c5', 'pb5.1'] as const
const lead = ['PR', 'HL', 'BM', 'OA']
const mark = fc.integer({ min: 0, max: 3 })

const step = fc.record({
  type: fc.constant('step' as const),
  step: fc.constantFrom(...stepIds),
  to: fc.constantFrom('done' as const, 'skipped' as const, 'open' as const),
  text: fc.constantFrom('', 'Grund'),
})

const level = fc.record({
  type: fc.constant('level' as const),
  axes: fc.record({ W: mark, B: mark, G: mark, F: mark }),
  flags: fc.uniqueArray(fc.constantFrom(...flags)),
})

const draft = fc
  .record({
    draft: fc.constantFrom('t1', 't2', undefined),
    words: fc.constantFrom('A', 'B', 'C [?]'),
  })
  .map(({ draft, words }) => ({
    type: 'draft' as const,
    texts: { website: words },
    ...(draft ? { draft } : {}),
  }))

const approve = fc.record({
  type: fc.constant('approve' as const),
  draft: fc.constantFrom('t1', 't1', 't2'),
  version: fc.constantFrom(1, 1, 2, 3),
})

const note = fc.record({ type: fc.constant('note' as const), text: fc.constantFrom('', 'Notiz') })

const playbook = fc.record({
  type: fc.constant('playbook' as const),
  playbook: fc.constantFrom('pb1', 'pb3', 'pb5'),
})

const close = fc.constant({
  type: 'close' as const,
  met: Array.from({ length: 20 }, () => true),
  reasons: [],
})

// What may go wrong is often tried; the end, after which nothing more happens, seldom.
const command = fc.oneof(
  { weight: 4, arbitrary: step },
  { weight: 4, arbitrary: level },
  { weight: 5, arbitrary: draft },
  { weight: 8, arbitrary: approve },
  { weight: 1, arbitrary: note },
  { weight: 1, arbitrary: playbook },
  { weight: 1, arbitrary: close },
) satisfies fc.Arbitrary<Command>

const sent: fc.Arbitrary<Sent> = fc.record({
  role: fc.constantFrom('SM', 'PR', 'BM', 'BM', 'HL'),
  command,
  // Few names, so that some come again.
  name: fc.integer({ min: 1, max: 200 }).map((number) => `n${number}`),
  window: fc.constantFrom(0 as const, 1 as const),
})

/** Whether pen and paper would let it happen; writes it down where they do. */
function onPaper(paper: Paper, { role, command }: Sent): boolean {
  if (paper.closed) return false
  switch (command.type) {
    case 'step': {
      const before = paper.steps.get(command.step) ?? 'open'
      if (before === command.to || (command.to === 'skipped' && !command.text)) return false
      paper.steps.set(command.step, command.to)
      return true
    }
    case 'level':
      return levelOnPaper(paper, role, command)
    case 'draft':
      return draftOnPaper(paper, role, command)
    case 'approve': {
      const text = paper.texts.get(command.draft)
      const isFit = text && text.version === command.version && !text.approved
      if (!text || !isFit || text.words.includes('[')) return false
      if (!['BM', 'HL'].includes(role) || text.authors.includes(role)) return false
      text.approved = true
      return true
    }
    case 'note':
      return command.text !== ''
    case 'playbook':
      if (paper.playbooks.has(command.playbook)) return false
      paper.playbooks.add(command.playbook)
      return true
    case 'close':
      paper.closed = lead.includes(role)
      return paper.closed
    default:
      return false
  }
}

type Of<T extends Command['type']> = Extract<Command, { readonly type: T }>

function levelOnPaper(paper: Paper, role: string, command: Of<'level'>): boolean {
  const axes = { ...paper.axes, ...command.axes }
  const wanted = new Set(command.flags)
  const order = ['GRUEN', 'GELB', 'ROT']
  const isLower =
    order.indexOf(naiveLevel(axes, wanted)) < order.indexOf(naiveLevel(paper.axes, paper.flags))
  const isDropped = [...paper.flags].some((flag) => !wanted.has(flag))
  if ((isLower || isDropped) && !lead.includes(role)) return false
  paper.axes = axes
  paper.flags = wanted
  return true
}

function draftOnPaper(paper: Paper, role: string, { draft, texts }: Of<'draft'>): boolean {
  const words = texts.website ?? ''
  const before = draft === undefined ? undefined : paper.texts.get(draft)
  if (draft !== undefined && (!before || before.words === words)) return false
  const id = draft ?? `t${paper.texts.size + 1}`
  const authors = [...(before?.authors ?? []), role]
  paper.texts.set(id, { version: (before?.version ?? 0) + 1, words, authors, approved: false })
  return true
}

function naiveLevel(axes: Paper['axes'], set: ReadonlySet<Flag>): Level {
  const most = Math.max(axes.W, axes.B, axes.G, axes.F)
  if (most === 3 || set.has('dataExposed')) return 'ROT'
  return most === 2 || set.has('childAffected') ? 'GELB' : 'GRUEN'
}

function blankPaper({ severity }: Incident): Paper {
  const { axes, flags: set } = severity
  return {
    closed: false,
    axes: { ...axes },
    flags: new Set(set),
    steps: new Map(),
    playbooks: new Set(['pb5']),
    texts: new Map(),
    sent: new Map(),
  }
}

function compare(incident: Incident, paper: Paper): void {
  expect(incident.status).toBe(paper.closed ? 'closed' : 'open')
  expect(incident.severity.level).toBe(naiveLevel(paper.axes, paper.flags))
  for (const id of stepIds) {
    const status = incident.steps.find(({ step }) => step.id === id)?.status
    expect([id, status]).toEqual([id, paper.steps.get(id) ?? 'open'])
  }
  for (const draft of incident.drafts) {
    const text = paper.texts.get(draft.id)
    expect(draft.version).toBe(text?.version)
    expect(draft.approval !== undefined).toBe(text?.approved)
    if (draft.approval) {
      expect(text?.authors).not.toContain(draft.approval.role)
      expect(draft.approval.hash).toBe(draft.hash)
    }
  }
}

/** What must hold whatever was typed, without asking the paper. */
function holds({ log, steps, highest, severity, version }: Incident): void {
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1))
  expect(version).toBe(log.length)
  const dues = steps.map(({ due }) => due)
  expect(dues).toEqual(dues.toSorted())
  const order = ['GRUEN', 'GELB', 'ROT']
  expect(order.indexOf(highest)).toBeGreaterThanOrEqual(order.indexOf(severity.level))
  const closedAt = log.findIndex(({ type }) => type === 'incident-closed')
  if (closedAt >= 0) expect(closedAt).toBe(log.length - 1)
  const approved = log.filter((event) => event.type === 'draft-approved')
  const keys = approved.map((event) => `${event.draft} ${event.version}`)
  expect(new Set(keys).size).toBe(keys.length)
}

function send(windows: readonly [Desk, Desk], id: string, one: Sent): Outcome {
  return windows[one.window].run(id, one.command, { by: { role: one.role }, command: one.name })
}

function play(office: Office, all: readonly Sent[]): void {
  const windows = [office.desk, office.again()] as const
  const opened = office.desk.open({ title: 'Probe', playbook: 'pb5' }, { by: { role: 'SM' } })
  if (opened.status === 'refused') throw new Error(opened.text)
  const { id } = opened.incident
  const paper = blankPaper(opened.incident)
  for (const one of all) {
    const outcome = send(windows, id, one)
    if (paper.sent.get(one.name) === 'done') expect(outcome.status).toBe('repeated')
    else {
      const isDone = onPaper(paper, one)
      expect([one, outcome.status]).toEqual([one, isDone ? 'done' : 'refused'])
      paper.sent.set(one.name, isDone ? 'done' : 'refused')
    }
    for (const desk of windows) {
      const incident = desk.find(id)
      if (!incident) throw new Error('lost')
      compare(incident, paper)
      holds(incident)
    }
    expect(windows[0].find(id)).toEqual(windows[1].find(id))
    office.wait(1)
  }
}

it('does what pen and paper would, in any order and however often a command comes', () => {
  fc.assert(
    fc.property(fc.array(sent, { minLength: 1, maxLength: 50, size: 'max' }), (all) => {
      const office = openOffice()
      try {
        play(office, all)
      } finally {
        office.close()
      }
    }),
    { numRuns: 50 },
  )
})
