import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bearings, contacts } from '../../../src/domain/profile.ts'
import { checkCard } from '../check-card.ts'
import { cardAction } from '../invokes.ts'
import { groupMention, personalMessage } from '../payloads.ts'
import { toObjectId, toPersonal } from '../place.ts'
import { buttonOf, handsIn, pushed, wordsOf } from './hands.ts'
import { openTown, type Town } from './town.ts'

const anna = '29:anna'
const bert = '29:bert'
let town: Town
const { send } = handsIn(() => town)
beforeEach(async () => {
  // As an administrator may copy it: object ids come in either case.
  town = await openTown({ env: { TEAMS_ADMINS: toObjectId(anna).toUpperCase() } })
})
afterEach(async () => {
  expect(town.teams.refusals).toEqual([])
  expect(town.teams.breaches).toEqual([])
  await town.close()
})

const profile = () => town.store.settings.profile()

async function typeName(from = anna) {
  await send(
    personalMessage(town.teams, { text: ' Stadtprofil ', from, name: 'Anna <b>Muster</b>' }),
  )
  const form = town.said().at(-1)
  if (!form) throw new Error('nothing was shown')
  return form
}

async function save(data: object, { from = anna, form = town.said().at(-1) } = {}) {
  if (!form) throw new Error('no form')
  const button = buttonOf(form.activity, 'Speichern')
  return pushed(
    await send(
      cardAction(town.teams, {
        from,
        name: 'Anna <b>Muster</b>',
        messageId: form.id,
        verb: button.verb,
        data: { ...button.data, ...data },
      }),
    ),
  )
}

describe('the town form', () => {
  it('comes to an administrator who types its name, and is saved', async () => {
    const form = await typeName()
    const [card] = form.activity['attachments'] as readonly { content: unknown }[]
    expect(checkCard(card?.content)).toEqual([])
    const { words } = await save({ state: 'NW', legalOffice: ' Rechtsamt, 0000 55 ', approver: '' })
    expect(words).toContain('gespeichert')
    expect(profile()).toEqual({ state: 'NW', legalOffice: 'Rechtsamt, 0000 55' })
  })

  it('shows what is set, and takes it away again', async () => {
    town.store.settings.saveProfile({ state: 'BY', approver: 'OB' })
    const form = await typeName()
    expect(JSON.stringify(form)).toContain('"value":"BY"')
    await save({ state: '-', approver: '' })
    expect(profile()).toEqual({})
  })

  it('is not for others: they are told who may, and their own id', async () => {
    const said = wordsOf(await typeName(bert))
    expect(said).toContain('TEAMS_ADMINS')
    expect(said).toContain(toObjectId(bert))
    const form = await typeName()
    const { words } = await save({ state: 'NW' }, { from: bert, form })
    expect(words).toContain('TEAMS_ADMINS')
    expect(profile()).toEqual({})
  })

  it('is not for somebody whom Teams names like an administrator', async () => {
    await town.close()
    town = await openTown({ env: { TEAMS_ADMINS: anna } })
    expect(wordsOf(await typeName())).toContain('ändern nur Personen')
  })

  it('is a question where others would read it', async () => {
    await send(groupMention(town.teams, { text: 'stadtprofil', from: anna }))
    expect(JSON.stringify(town.said())).not.toContain('Speichern')
  })

  it('that was changed meanwhile is shown anew, not written over', async () => {
    const form = await typeName()
    town.store.settings.saveProfile({ approver: 'OB' })
    const stale = await save({ state: 'NW' }, { form })
    expect(stale.words).toContain('inzwischen geändert')
    expect(profile()).toEqual({ approver: 'OB' })
    const fresh = buttonOf(stale.card, 'Speichern').data
    expect((await save({ ...fresh, state: 'NW', approver: 'OB' }, { form })).words).toContain(
      'gespeichert',
    )
    expect(profile()).toEqual({ approver: 'OB', state: 'NW' })
  })

  it('sent twice by the client is saved once, without an alarm', async () => {
    const form = await typeName()
    for (let round = 0; round < 2; round += 1)
      expect((await save({ state: 'NW' }, { form })).words).toContain('gespeichert')
  })

  it('takes no fields that it does not have, nor ones beyond measure', async () => {
    await typeName()
    await save({ state: 'XX', legalOffice: 'x'.repeat(5000), approver: { a: 1 }, other: 'y' })
    expect(profile()).toEqual({ legalOffice: 'x'.repeat(200) })
  })

  it('lets an administrator be called by "Mensch holen", and step back', async () => {
    await typeName()
    await save({ helper: 'true' })
    expect(town.store.settings.helper('teams')).toBe(`${anna} Anna b Muster /b`)
    await typeName()
    expect(JSON.stringify(town.said().at(-1))).toContain('Gerufen wird zurzeit: Anna b Muster')
    await save({ helper: 'false' })
    expect(town.store.settings.helper('teams')).toBeUndefined()
  })

  it('of one administrator does not take away another who is called', async () => {
    town.store.settings.saveHelper('teams', `${bert} Bert`)
    await typeName()
    await save({ helper: 'false', state: 'NW' })
    expect(town.store.settings.helper('teams')).toBe(`${bert} Bert`)
  })
})

describe('who acts in which role', () => {
  const me = () => `teams:${town.teams.tenant}:${anna}`
  const seat = (role: string, person: string, name: string) => ({ role, person, name })
  const ak = { person: 'teams:t:29:ak', name: 'AK' }
  const mk = { person: 'slack:T1:U1', name: 'MK' }

  it('stands in the town form with every text there is', async () => {
    const all = [...contacts, ...bearings]
    const texts = Object.fromEntries(all.map((name) => [name, `Wert ${name}`]))
    town.store.settings.saveProfile({
      ...texts,
      seats: [
        { ...ak, role: 'BM' },
        { ...mk, role: 'BM' },
      ],
    })
    const form = await typeName()
    const [card] = form.activity['attachments'] as readonly { content: unknown }[]
    expect(checkCard(card?.content)).toEqual([])
    const said = JSON.stringify(card)
    for (const name of all) expect(said).toContain(`"Wert ${name}"`)
    expect(said).toContain('"label":"Verwaltungsspitze (BM)"')
    expect(said).toContain('"value":"AK, MK"')
    await save({ ...texts, 'seat-BM': 'AK, MK' })
    expect(profile()).toEqual({
      ...texts,
      seats: [
        { ...ak, role: 'BM' },
        { ...mk, role: 'BM' },
      ],
    })
  })

  it('changes by the order in which abbreviations are typed, at whatever door they were entered', async () => {
    town.store.settings.saveProfile({
      seats: [
        { ...ak, role: 'BM' },
        { ...mk, role: 'PR' },
      ],
    })
    await typeName()
    await save({ 'seat-BM': 'mk; AK', 'seat-PR': 'MK' })
    expect(profile().seats?.filter(({ role }) => role === 'BM')).toEqual([
      { ...mk, role: 'BM' },
      { ...ak, role: 'BM' },
    ])
    expect(profile().seats).toContainEqual({ ...mk, role: 'PR' })
  })

  it('takes the reader themselves, and is the same when it is sent twice', async () => {
    town.store.settings.saveProfile({ seats: [{ ...ak, role: 'PR' }] })
    const form = await typeName()
    for (let round = 0; round < 2; round += 1)
      expect((await save({ 'seat-BM': 'ich=AM', 'seat-PR': 'AK, ich' }, { form })).words).toContain(
        'gespeichert',
      )
    expect(profile().seats).toEqual([
      seat('BM', me(), 'AM'),
      { ...ak, role: 'PR' },
      seat('PR', me(), 'AM'),
    ])
  })

  it('loses nobody to an abbreviation that nobody has: nothing is saved, all that was typed stays', async () => {
    town.store.settings.saveProfile({ seats: [{ ...ak, role: 'PR' }] })
    await typeName()
    const again = await save({ state: 'NW', police: 'Wache', 'seat-PR': 'AK, XY', helper: 'true' })
    expect(again.words).toContain('Kein Kürzel im Stadtprofil: XY')
    for (const typed of ['"NW"', '"Wache"', '"AK, XY"'])
      expect(JSON.stringify(again.card)).toContain(`"value":${typed}`)
    expect(profile()).toEqual({ seats: [{ ...ak, role: 'PR' }] })
  })

  it('is emptied with its field, and kept by a form from before there were such fields', async () => {
    town.store.settings.saveProfile({ police: 'Wache', seats: [{ ...ak, role: 'PR' }] })
    const form = await typeName()
    const old = await save({ state: 'NW', ref: versionWithoutRoles() }, { form })
    expect(old.words).toContain('inzwischen geändert')
    expect(profile()).toEqual({ police: 'Wache', seats: [{ ...ak, role: 'PR' }] })
    await save({ police: 'Wache' }, { form })
    expect(profile()).toEqual({ police: 'Wache' })
  })

  // As the form named its version that asked for four contacts.
  function versionWithoutRoles(): string {
    const named = Object.entries(profile()).toSorted(([a], [b]) => (a < b ? -1 : 1))
    const text = JSON.stringify(Object.fromEntries(named))
    return createHash('sha256').update(text).digest('base64url').slice(0, 12)
  }
})

it('a name typed by somebody whom Entra does not name is refused without an id', async () => {
  const activity = personalMessage(town.teams, { text: 'stadtprofil', from: anna })
  const conversation = { ...activity.conversation, id: toPersonal(anna) }
  await send({ ...activity, conversation, from: { id: anna, name: 'Anna' } })
  expect(wordsOf(town.said()[0] ?? { activity: {} })).toMatch(/TEAMS_ADMINS stehen\.\s/)
})
