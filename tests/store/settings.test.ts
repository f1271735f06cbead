import { describe, expect, it } from 'vitest'
import { StoreError } from '../../src/domain/errors.ts'
import type { TownProfile } from '../../src/domain/profile.ts'
import { sealed, stage, tamper } from './stage.ts'

const profile: TownProfile = { state: 'NW', legalOffice: 'Rechtsamt, 0000 12-34' }

/** A store whose profile was written by somebody else. */
function withProfile(json: string) {
  const made = stage()
  made.store.settings.saveProfile(profile)
  tamper(made.folder, 'UPDATE settings SET value = ?', sealed(json, 'profile'))
  return made.store.settings
}

describe('the profile of the town', () => {
  it('is empty until somebody fills it in', () => {
    expect(stage().store.settings.profile()).toEqual({})
  })

  it('is kept as it was saved last', () => {
    const { store, reopen } = stage()
    store.settings.saveProfile({ ...profile, approver: 'Amtsleitung' })
    store.settings.saveProfile(profile)
    expect(reopen().store.settings.profile()).toEqual(profile)
  })

  it('is read without what only a newer version knows', () => {
    const newer = { state: 'AT', legalOffice: '  Rechtsamt ', approver: { name: 'x' }, motto: 'x' }
    expect(withProfile(JSON.stringify(newer)).profile()).toEqual({ legalOffice: 'Rechtsamt' })
    expect(withProfile('{"state":"toString","approver":" "}').profile()).toEqual({})
  })

  it('says what to do when it cannot be read', () => {
    for (const broken of ['{"state":', '[1]', 'null', '']) {
      const settings = withProfile(broken)
      expect(() => settings.profile()).toThrow(StoreError)
      expect(() => settings.profile()).toThrow(
        expect.objectContaining({ code: 'bad-store', fix: expect.stringContaining('setup') }),
      )
      settings.saveProfile(profile)
      expect(settings.profile()).toEqual(profile)
    }
  })

  it('is empty where the key was lost', () => {
    const { store, reopen } = stage()
    store.settings.saveProfile(profile)
    store.settings.saveHelper('slack', 'U9')
    const { settings } = reopen('ein ganz anderer Schlüssel als zuvor').store
    expect(settings.profile()).toEqual({})
    expect(settings.helper('slack')).toBeUndefined()
  })
})

describe('whom a door calls', () => {
  it('is kept for each door, and taken away again', () => {
    const { store, reopen } = stage()
    store.settings.saveHelper('slack', 'U9')
    store.settings.saveHelper('teams', 'x@y')
    store.settings.saveHelper('teams', undefined)
    const { settings } = reopen().store
    expect(settings.helper('slack')).toBe('U9')
    expect(settings.helper('teams')).toBeUndefined()
  })
})

it('shows at once what another process set', () => {
  const serve = stage()
  const setup = stage({ folder: serve.folder })
  setup.store.settings.saveProfile(profile)
  expect(serve.store.settings.profile()).toEqual(profile)
  setup.store.close()
  expect(serve.store.settings.profile()).toEqual(profile)
})
