import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anna, bert, cora, type Floor, openFloor, read, thread } from './incident-stage.ts'

let floor: Floor
beforeEach(() => {
  floor = openFloor()
})
afterEach(() => floor.close())

const seat = (role: string, person: string, name: string) => ({ role, person, name })

function begin(): void {
  floor.press('open', 'pb1')
}

describe('an incident in a thread', () => {
  it('is opened by one press, once, and belongs to the thread', () => {
    begin()
    floor.press('open', 'pb1')
    expect(floor.office.desk.list()).toHaveLength(1)
    expect(floor.stage.store.rooms.find(thread)?.incident).toBe('L1')
  })

  it('is the same one when the same press comes again', () => {
    floor.press('open', 'pb1', { id: 'x' })
    floor.press('open', 'pb1', { id: 'x' })
    expect(floor.office.desk.list()).toHaveLength(1)
  })

  it('takes its level from what was asked before', () => {
    const id = 'q1'
    const text = 'hilfe, offener verteiler an 300 eltern, was jetzt'
    const asked = { id, conversation: thread, message: 'm', person: anna, text }
    floor.stage.store.memory.remember(asked)
    floor.press('open', `pb3:${id}`)
    expect(floor.incident().severity.level).toBe('ROT')
  })

  it('hears words without being named, and nothing else', () => {
    begin()
    expect(floor.say('ich hole Kaffee', { isOverheard: true })).toBeUndefined()
    expect(floor.say('schritt weiß ich nicht', { isOverheard: true })).toBeUndefined()
    expect(read(floor.say('notiz Feuerwehr ist da', { isOverheard: true }))).toBe('Notiert.')
    expect(floor.incident().notes).toHaveLength(1)
  })

  it('hears no words where none is led', () => {
    expect(floor.say('notiz Feuerwehr ist da')).toBeUndefined()
    expect(floor.say('lage')).toBeDefined()
    expect(read(floor.say('notiz x', { isCommand: true }))).toContain('Welche Lage?')
  })

  it('is reached with a command from its channel', () => {
    begin()
    const far = { isCommand: true, conversation: 'chat:T1:C1:U9' }
    expect(read(floor.say('notiz vom Handy', far))).toBe('Notiert.')
    expect(read(floor.say('notiz', { ...far, conversation: 'chat:T1:C2:U9' }))).not.toBe('Notiert.')
  })

  it('keeps personal details out of notes', () => {
    begin()
    floor.say('notiz Anruf von Frau Petra Beispiel, 0151 23456789')
    expect(JSON.stringify(floor.incident().notes)).not.toMatch(/Petra|0151/)
  })
})

describe('two people at once', () => {
  it('the second press hears that it was changed', () => {
    begin()
    expect(read(floor.press('step-done', 'L1:c0:0'))).toBe('')
    expect(read(floor.press('step-done', 'L1:c0:0', { person: bert }))).toContain('Schon geändert')
  })

  it('a press that comes again is done, not refused', () => {
    begin()
    floor.press('step-done', 'L1:c0:0', { id: 'p' })
    expect(read(floor.press('step-done', 'L1:c0:0', { id: 'p' }))).toBe('')
  })
})

it('a rule that speaks is seen once, and a playbook it names is started', () => {
  begin()
  floor.say('stufe G3: Drohung gegen eine Kollegin')
  const { called } = floor.office.desk.board(floor.incident())
  const [rule] = called
  floor.press('seen', `L1:${rule?.id}:0`)
  expect(floor.office.desk.board(floor.incident()).called[0]?.isNoted).toBe(true)
  floor.press('playbook', 'L1:pb2:0')
  expect(read(floor.press('playbook', 'L1:pb2:0', { person: bert }))).toContain('läuft schon')
})

describe('who may', () => {
  beforeEach(() => {
    const seats = [seat('PR', anna, 'AA'), seat('BM', bert, 'BB')]
    floor.stage.store.settings.saveProfile({ seats })
    begin()
    floor.say('text eigener: Wir prüfen das.')
  })

  it('nobody approves their own text', () => {
    expect(read(floor.press('approve', 'L1:t1:1'))).toMatch(/gibt niemand selbst frei|gibt frei/)
    expect(floor.incident().drafts[0]?.approval).toBeUndefined()
  })

  it('nobody approves in a role they are not entered in', () => {
    floor.say('text eigener: Wir melden uns um 23 Uhr.', { person: bert })
    expect(read(floor.press('approve', 'L1:t2:1'))).toContain('gibt frei')
    expect(floor.incident().drafts[1]?.approval).toBeUndefined()
  })

  it('who is entered approves, in the role of the town', () => {
    floor.press('approve', 'L1:t1:1', { person: bert })
    expect(floor.incident().drafts[0]?.approval).toMatchObject({ role: 'BM', approver: 'BB' })
  })

  it('who is not is told how to be entered', () => {
    const text = read(floor.press('approve', 'L1:t1:1', { person: cora }))
    expect(text).toContain('team BM @Person')
    expect(text).toContain(cora)
  })

  it('nobody gets a role by writing that they hold it', () => {
    floor.say('rolle BM CC', { person: cora })
    floor.press('approve', 'L1:t1:1', { person: cora })
    expect(floor.incident().drafts[0]?.approval).toBeUndefined()
  })

  it('the loser of two approvals hears it', () => {
    floor.press('approve', 'L1:t1:1', { person: bert })
    expect(read(floor.press('approve', 'L1:t1:1', { person: bert }))).toContain('schon freigegeben')
  })

  it('an old version is not approved any more', () => {
    const sent = floor.desk.send(
      'edit:L1:t1:1',
      { worte: 'Wir prüfen das bis 23 Uhr.' },
      {
        person: anna,
        name: 'n1',
      },
    )
    expect(sent).toEqual({ kind: 'done' })
    expect(read(floor.press('approve', 'L1:t1:1', { person: bert }))).toContain('neuere Fassung')
  })

  it('others are entered only by who leads or administers', () => {
    const words = `team BM ${cora} CC`.replace('chat:', 'slack:')
    expect(read(floor.say(words, { person: cora }))).toContain('darfst du niemanden')
    expect(read(floor.say(words, { person: bert }))).toContain('handelt jetzt als')
    expect(floor.stage.store.settings.profile().seats).toHaveLength(3)
  })
})

describe('dialogs', () => {
  beforeEach(begin)
  const filler = { person: anna, name: 'n1' }

  it('lead from a template over its gaps to a text', () => {
    const first = floor.desk.ask('text:L1')
    if (typeof first === 'string') throw new Error(first)
    const next = floor.desk.send(first.about, { baustein: 't1' }, filler)
    if (next.kind !== 'ask') throw new Error(next.kind)
    const filled = next.form.fields.flatMap((field) => ('name' in field ? [[field.name, 'x']] : []))
    expect(filled.length).toBeGreaterThan(1)
    floor.desk.send(next.form.about, Object.fromEntries(filled), filler)
    expect(Object.keys(floor.incident().drafts[0]?.texts ?? {})).toHaveLength(5)
    expect(floor.incident().drafts[0]?.template).toBe('t1')
  })

  it('take an approval by telephone with its clock', () => {
    floor.say('text eigener: Wir prüfen das.')
    floor.stage.wait(15)
    const sent = floor.desk.send('phone:L1:t1:1', { rolle: 'BM', um: '22:40', wer: 'BB' }, filler)
    expect(sent).toEqual({ kind: 'done' })
    expect(floor.incident().drafts[0]?.approval).toMatchObject({ how: 'phone', role: 'BM' })
  })

  it('start the clocks, also for yesterday, and refuse a time that nobody can read', () => {
    floor.say('playbook pb3')
    const form = floor.desk.ask('term:L1:art33:0')
    if (typeof form === 'string') throw new Error(form)
    const unread = floor.desk.send(form.about, { known: 'neulich' }, filler)
    expect(unread).toMatchObject({ kind: 'refused' })
    expect(floor.desk.send(form.about, { known: 'gestern 22:00' }, filler)).toEqual({
      kind: 'done',
    })
    expect(floor.incident().deadlines[0]).toMatchObject({
      kind: 'art33',
      due: '2026-10-25T20:00:00.000Z',
    })
    floor.desk.send(
      'term:L1:strafantrag:0',
      { act: '22:00', wessen: 'BM' },
      { ...filler, name: 'n2' },
    )
    expect(read(floor.say('frist'))).toContain('Täter bekannt: strafantrag-1')
    floor.desk.send('term:L1:strafantrag-1:0', { offender: '22:10' }, { ...filler, name: 'n3' })
    expect(floor.incident().deadlines).toHaveLength(2)
    expect(floor.incident().deadlines.at(-1)?.due).toBe('2027-01-25T22:59:59.000Z')
  })

  it('say what is wrong instead of closing', () => {
    floor.say('text eigener: Wir prüfen das.')
    const sent = floor.desk.send('phone:L1:t1:1', { rolle: 'BM', um: 'vorhin' }, filler)
    expect(sent).toMatchObject({ kind: 'refused' })
  })

  it('are gone with the incident', () => {
    expect(floor.desk.ask('text:L9')).toBeTypeOf('string')
    expect(floor.desk.ask('nonsense')).toBeTypeOf('string')
  })
})
