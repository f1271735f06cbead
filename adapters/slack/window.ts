import { setTimeout as sleep } from 'node:timers/promises'
import type { Language } from '../../src/domain/documents.ts'
import type { Api } from './api.ts'
import { dialog, type View } from './dialogs.ts'
import { labels } from './labels.ts'
import { rich, section, small, words } from './rich.ts'

/** Slack takes a dialog for three seconds after a press: by then who pressed must be known, or it opens empty. */
const lookMs = 1200

/** Where a view is put: a press may open one, a dialog that is open may be filled. */
export interface Window {
  readonly trigger: string
  readonly viewId?: string
}

/** Opens an empty dialog when `looking` takes long; gives its id. */
export async function openEmpty(
  api: Api,
  trigger: string,
  looking: Promise<unknown>,
): Promise<string | undefined> {
  const isLate = sleep(lookMs, true, { ref: false })
  if (!(await Promise.race([looking.then(() => false), isLate]))) return undefined
  const outcome = await api('views.open', { trigger_id: trigger, view: sentence('…', 'de') })
  return outcome.ok ? idOf(outcome.data['view']) : undefined
}

/** Whether Slack took the view: a press that is too old opens nothing any more. */
export async function show(api: Api, view: View, { trigger, viewId }: Window): Promise<boolean> {
  const outcome = viewId
    ? await api('views.update', { view_id: viewId, view })
    : await api('views.open', { trigger_id: trigger, view })
  return outcome.ok
}

/** One sentence in a dialog. */
export function sentence(text: string, language: Language): View {
  const blocks = text === '…' ? [small(text)] : [rich(section(words(text)))]
  return dialog({ title: 'Sturmlotse', blocks, close: labels(language).close })
}

function idOf(view: unknown): string | undefined {
  const id = typeof view === 'object' && view !== null && 'id' in view ? view.id : undefined
  return typeof id === 'string' ? id : undefined
}
