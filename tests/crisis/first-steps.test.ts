import { describe, expect, it } from 'vitest'
import { toText } from '../../adapters/cli/text.ts'
import { firstSteps } from '../../src/crisis/first-steps.ts'
import { readTemplates } from '../../src/crisis/templates.ts'

const template = readTemplates().holding
const card = (language: 'de' | 'en', profile = {}) => firstSteps({ profile, template, language })

describe('firstSteps', () => {
  it.each(['de', 'en'] as const)(
    'stays within 800 characters in %s, all that is read',
    (language) => {
      expect(toText(card(language)).length).toBeLessThanOrEqual(800)
      expect(card(language).lead.length).toBeLessThanOrEqual(120)
    },
  )

  it.each(
    readTemplates()
      .all.filter(({ id }) => /^(?:t\d|hs-[023]|intern|meldung)/.test(id))
      .map((one) => [one.id, one] as const),
  )('stays within 800 characters with every text it may bring: %s', (_, one) => {
    expect(toText(firstSteps({ profile: {}, template: one, language: 'de' })).length).toBeLessThan(
      801,
    )
  })

  it('tells nobody to post what is not for the public', () => {
    const texts = readTemplates().all
    for (const id of ['meldung', 'intern']) {
      const one = texts.find((text) => text.id === id) ?? template
      const shown = toText(firstSteps({ profile: {}, template: one, language: 'de' }))
      expect(shown).toContain('Öffentlich noch nicht antworten.')
      expect(shown).not.toMatch(/freigeben lassen|lassen, posten/)
    }
    expect(toText(card('de'))).toContain('posten')
  })

  it('opens with the first action, then checks what cannot wait, then five steps at most', () => {
    const { kind, lead, steps } = card('de')
    expect(kind).toBe('first-steps')
    expect(lead).toMatch(/^Stopp zuerst alle geplanten Beiträge, auch Werbung\./)
    expect(steps.map(({ title, isOrdered }) => [title, isOrdered])).toEqual([
      ['Zuerst prüfen', false],
      ['Sonst jetzt', true],
    ])
    const [checks, doing] = steps.map(({ items }) => items)
    expect(checks?.[0]).toContain('110 oder 112')
    expect(checks?.[1]).toMatch(/Offline.*Uhrzeit der Kenntnis.*DSB/)
    expect(checks?.[2]).toMatch(/Nicht speichern.*Polizei 110/)
    expect(doing?.[0]).toContain('vor dem Verbergen')
    expect(doing?.length).toBeLessThanOrEqual(5)
  })

  it('says whom to call, and that nobody is on file rather than an example', () => {
    expect(toText(card('de')).match(/nicht hinterlegt/g)).toHaveLength(2)
    expect(toText(card('en')).match(/not on file/g)).toHaveLength(2)
    const profile = { dataProtection: 'DSB, 0000 11', secondPerson: 'Bauamt, 0000 12' }
    const text = toText(card('de', profile))
    expect(text).toContain('(DSB, 0000 11)')
    expect(text).toContain('(Bauamt, 0000 12)')
    expect(text).not.toContain('nicht hinterlegt')
  })

  it('gives the holding statement to copy and cites nothing', () => {
    const { copy, claims, sources, notes } = card('de')
    expect(copy).toEqual({ id: 'hs-0', title: 'Erststatement', text: template.text })
    expect([...claims, ...sources]).toEqual([])
    expect(notes.join()).toMatch(/Hausregel.*suche ich Quellen/)
    expect(card('en').copy?.title).toContain('German')
  })

  it('announces a search only where one follows', () => {
    const alone = firstSteps({ profile: {}, template, language: 'de', isAlone: true })
    expect(alone.notes.join()).toMatch(/Hausregel/)
    expect(alone.notes.join()).not.toMatch(/Quellen/)
  })

  it('says once to stop scheduled posts, and who approves where that is on file', () => {
    expect(toText(card('de')).match(/geplant/gi)).toHaveLength(1)
    expect(toText(card('de', { approver: 'Hauptamt' }))).toContain('freigeben lassen (Hauptamt)')
  })

  it('puts the line for people in danger before all else', () => {
    const danger = 'Rund um die Uhr die TelefonSeelsorge.'
    const { lead } = firstSteps({ profile: {}, template, language: 'de', danger })
    expect(lead.indexOf(danger)).toBe(0)
    expect(lead).toContain('geplante Beiträge und Werbung stoppen')
  })

  it('shows no emoji', () => {
    for (const language of ['de', 'en'] as const) {
      expect(toText(card(language))).not.toMatch(/\p{Extended_Pictographic}/u)
    }
  })
})
