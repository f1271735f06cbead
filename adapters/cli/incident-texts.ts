import { parseMoment } from '../../src/berlin.ts'
import type { Command as Deed } from '../../src/crisis/commands.ts'
import { draftTexts, gapsIn } from '../../src/crisis/statement.ts'
import type { Incident } from '../../src/domain/incident.ts'
import type { Command } from './command.ts'
import { acting } from './incident-act.ts'
import { atDesk, findTyped, parseWriting, senderOf, settle, writingHelp } from './incident-desk.ts'
import { type Typed, usageError } from './options.ts'

const text = { type: 'string' } as const
const values = { type: 'string', multiple: true } as const

export const draft: Command = {
  help: `Legt einen Text zur Freigabe vor, aus einem Baustein oder frei, in der Form für jeden Kanal.

Aufruf: npm run -s cli -- incident draft L1 --template hs-0 --fill "Thema=Sperrung" --fill "Uhrzeit=23 Uhr"
        npm run -s cli -- incident draft L1 --text "Wir prüfen das und melden uns um 23 Uhr."

  --template ID    Textbaustein
  --text TEXT      eigener Text statt eines Bausteins
  --fill NAME=WERT füllt eine Lücke; mehrmals möglich
  --step ID        für welchen Schritt (bestimmt, wer freigibt)
  --of ID          neue Fassung dieses Textes, etwa t1
${writingHelp}`,
  run: async (args) => {
    const typed = parseWriting(args, { template: text, text, fill: values, step: text, of: text })
    return await atDesk(typed, ({ desk, templates, settings, now }) => {
      const incident = findTyped(typed, desk)
      const [template, own] = [typed.value('template')?.toLowerCase(), typed.value('text')]
      const found = templates.all.find(({ id }) => id === template)
      if (template !== undefined && !found)
        throw usageError(
          `--template ${template}: Es gibt ${templates.all.map(({ id }) => id).join(', ')}.`,
        )
      const base = own ?? found?.text
      if (base === undefined) throw usageError('Es fehlt --template ID oder --text TEXT.')
      const facts = { now: now(), profile: settings.profile(), values: filledIn(typed) }
      const [step, of] = [typed.value('step'), typed.value('of')]
      const deed: Deed = {
        type: 'draft',
        texts: draftTexts(base, facts),
        ...(of ? { draft: of } : {}),
        ...(template ? { template } : {}),
        ...(step ? { step } : {}),
      }
      const outcome = desk.run(incident.id, deed, senderOf(typed, desk))
      return settle(outcome, { typed, desk, say: draftToText })
    })
  },
}

/** `--fill "Thema=Sperrung"` as name and value. */
function filledIn(typed: Typed): Readonly<Record<string, string>> {
  return Object.fromEntries(
    typed.values('fill').map((one) => {
      const [, name, value] = /^\[?([^=\]]+)\]?=(.*)$/s.exec(one) ?? []
      if (name === undefined || value === undefined)
        throw usageError(`--fill ${one}: erwartet wird NAME=WERT.`)
      return [name.trim(), value.trim()]
    }),
  )
}

function draftToText({ drafts, manual }: Incident): string {
  const last = drafts.at(-1)
  if (!last) return ''
  const gaps = gapsIn(last.texts)
  const who = last.approvers.map((role) => manual.common.roles[role] ?? role).join(' oder ')
  return [
    `Text ${last.id}, Fassung ${last.version}. Freigabe: ${who}.`,
    gaps.length > 0 ? `Noch offen: ${gaps.join(', ')}` : '',
    last.texts.website ?? Object.values(last.texts)[0] ?? '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

export const approve = acting({
  help: `Gibt einen Text frei; nie den eigenen, nie eine alte Fassung, nie mit Lücken.

Aufruf: npm run -s cli -- incident approve L1 t1 --as BM [--version 2]
        npm run -s cli -- incident approve L1 t1 --phone BM --at 2026-10-23T22:50 --as SM
        npm run -s cli -- incident approve L1 t1 --return "Bitte ohne Vermutung" --as BM

  --version ZAHL   welche Fassung gelesen wurde (sonst die neueste)
  --phone ROLLE    telefonisch freigegeben durch diese Rolle; eingetragen von der Rolle hinter --as
  --at ZEIT        wann das Telefonat war
  --who KÜRZEL     wer am Telefon war
  --return GRUND   gibt den Text zurück, statt ihn freizugeben`,
  options: { version: text, phone: text, at: text, who: text, return: text },
  deed: (typed, incident) => {
    const [, id = ''] = typed.words
    const newest = incident.drafts.find((one) => one.id === id)?.version ?? 1
    const version = Number(typed.value('version') ?? newest)
    const base = { draft: id, version } as const
    const [reason, role] = [typed.value('return'), typed.value('phone')]
    if (reason !== undefined) return { type: 'return', ...base, reason }
    if (role === undefined) return { type: 'approve', ...base }
    const at = parseMoment(typed.value('at') ?? '')?.at
    if (at === undefined)
      throw usageError('--at fehlt: wann das Telefonat war, etwa 2026-10-23T22:50.')
    const who = typed.value('who')
    return {
      type: 'approve',
      ...base,
      phone: { role: role.toUpperCase(), at, ...(who ? { who } : {}) },
    }
  },
  say: ({ drafts }) => {
    const last = drafts.at(-1)
    return last?.approval ? `Freigegeben. Prüfsumme ${last.approval.hash}` : 'Zurückgegeben.'
  },
})

export const advance = acting({
  help: `Nutzt einen vorab freigegebenen Text: nur seine festen Lücken, nur bis zu seinem Ablauf.

Aufruf: npm run -s cli -- incident advance L1 t10 --fill "Ort=Altstadt" --fill "Uhrzeit=23 Uhr"

  --fill NAME=WERT   füllt eine Lücke; alle sind nötig
  --step ID          für welchen Schritt`,
  options: { fill: values, step: text },
  deed: (typed) => {
    const step = typed.value('step')
    return {
      type: 'advance',
      template: typed.words[1] ?? '',
      values: filledIn(typed),
      ...(step ? { step } : {}),
    }
  },
  say: ({ drafts }) => `Vorab freigegeben:\n\n${drafts.at(-1)?.texts.website ?? ''}`,
})
