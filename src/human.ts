import type { Language } from './domain/documents.ts'
import { type Contact, contacts, type TownProfile } from './domain/profile.ts'
import type { Reply } from './domain/reply.ts'
import { blankReply } from './frame.ts'

interface Words {
  readonly names: Readonly<Record<Contact, string>>
  readonly missing: string
  readonly numbers: string
  readonly nobody: string
  readonly whoSets: string
}

const de: Words = {
  names: {
    secondPerson: 'Zweite Person',
    dataProtection: 'Datenschutzbeauftragte Person',
    legalOffice: 'Rechtsamt',
    approver: 'Freigabe',
  },
  missing: 'nicht hinterlegt',
  numbers: 'Diese Nummern kenne ich',
  nobody: 'Ruf jetzt jemanden an, statt zu schreiben. Bei Gefahr 110 oder 112.',
  whoSets: 'Eure Administration kann fehlende Nummern eintragen.',
}

const en: Words = {
  names: {
    secondPerson: 'Second person',
    dataProtection: 'Data protection officer',
    legalOffice: 'Legal office',
    approver: 'Approval',
  },
  missing: 'not on file',
  numbers: 'These numbers I know',
  nobody: 'Call somebody now instead of writing. In danger call 110 or 112.',
  whoSets: 'Your administrator can add missing numbers.',
}

/** Whom to ring up, as the town has set it; what is not set says so. */
export function numbersOnFile(profile: TownProfile, language: Language): Reply {
  const say = language === 'en' ? en : de
  const items = contacts.map((name) => `${say.names[name]}: ${profile[name] ?? say.missing}`)
  const isIncomplete = contacts.some((name) => !profile[name])
  return {
    ...blankReply('notice', language),
    lead: say.nobody,
    steps: [{ title: say.numbers, items, isOrdered: false }],
    notes: isIncomplete ? [say.whoSets] : [],
  }
}
