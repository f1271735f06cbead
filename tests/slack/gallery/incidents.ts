import { boss, crewIn, enter } from '../door/crew.ts'
import type { Message } from '../state.ts'
import { message, person, type Shape, type Shown, view } from './shape.ts'
import { openStage } from './stage.ts'

/** An incident from the first cry to its end: the live card at five stages, and what stands beside it. */
export async function playIncident(): Promise<readonly Shape[]> {
  let at = Date.parse('2026-10-23T20:30:00.000Z')
  const stage = await openStage({ now: () => at })
  const { town } = stage
  enter(town)
  const crew = crewIn(() => town)
  const shapes: Shape[] = []
  const keep = (name: string, title: string, shown: readonly Shown[]) =>
    void shapes.push({ name, title, shown })
  // As it is now: later changes must not change what was seen.
  const card = (one: Message = crew.live()) => message(structuredClone(one))
  const dialog = async (words: string, label: string) => {
    await crew.press(crew.found(words), label)
    const [last] = town.slack.views.slice(-1)
    return last ? [view(last.view)] : []
  }
  const wait = async (minutes: number) => {
    at += minutes * 60_000
    await crew.rest()
  }
  try {
    const ts = await crew.begin('hilfe, unter dem foto vom stadtfest 200 wütende kommentare')
    keep('lage-1', 'Lage 1: eröffnet', [card()])
    await crew.press(crew.live(), 'C0 erledigt')
    await crew.say('schritt c2 erledigt', ts)
    await crew.say('stufe W2 B2: Screenshot wird geteilt', ts)
    await wait(12)
    keep('lage-2', 'Lage 2: nach zwölf Minuten', [card()])
    keep('lage-stufe', 'Dialog: Stufe', await dialog('Stufe neu', 'Stufe'))
    keep('lage-text', 'Dialog: Text vorlegen', await dialog('Stufe neu', 'Text vorlegen'))
    const next = await crew.submit(town.slack.views.at(-1)?.view ?? {}, { baustein: 't1' })
    keep('lage-luecken', 'Dialog: Lücken', [view(next['view'] as never)])
    await crew.say('text eigener: Das Bild war falsch ausgewählt. Wir prüfen, wie das kam.', ts)
    const text = crew.found('wartet auf Freigabe (')
    keep('lage-freigabe', 'Ein Text wartet auf Freigabe', [card(text)])
    keep(
      'lage-telefon',
      'Dialog: telefonisch',
      await dialog('wartet auf Freigabe (', 'Telefonisch'),
    )
    await crew.press(text, 'Freigeben')
    keep('lage-eigener', 'Den eigenen Text freigeben', crew.whispers().slice(-1).map(message))
    keep('lage-3', 'Lage 3: ein Text wartet', [card()])
    await crew.press(text, 'Freigeben', boss)
    keep('lage-freigegeben', 'Freigegeben', [card(crew.found('freigegeben: '))])
    await crew.say('stufe rot daten: Liste mit Namen im Netz', ts)
    await crew.say('frist art33 22:40', ts)
    await wait(35)
    keep('lage-4', 'Lage 4: ROT, Frist läuft', [card()])
    keep('lage-nudge', 'Noch offen', [card(crew.found('Bitte jetzt'))])
    await crew.say('lage', ts)
    keep('lage-bericht', 'Lagebericht', [person('lage'), card(crew.found('Lagebericht'))])
    await crew.say('abschluss', ts)
    keep('lage-abschluss', 'Abschluss', [person('abschluss'), card(crew.found('alles erfüllt'))])
    keep('lage-abschluss-dialog', 'Dialog: Abschluss', await dialog('alles erfüllt', 'Abschließen'))
    await crew.say('abschluss alle', ts)
    const closed = crew.found('abgeschlossen · L1')
    keep('lage-5', 'Lage 5: abgeschlossen', [card(closed), card(crew.found('ist abgeschlossen.'))])
    return shapes
  } finally {
    await stage.close()
  }
}
