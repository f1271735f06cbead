import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SourceError } from '../domain/errors.ts'
import type { CommonRules, Manual, Playbook } from '../domain/playbook.ts'
import { type PlacedYaml, parsePlacedYaml } from '../front-matter.ts'
import { checkCommon, checkPlaybook, type Fault, type Known } from './playbook-check.ts'
import { parseCommonForm, parsePlaybookForm } from './playbook-form.ts'

const bundled = fileURLToPath(new URL('../../knowledge/playbooks/', import.meta.url))
const commonName = 'common.yaml'

/**
 * The playbooks in `playbooks/` of the knowledge folder, over those that come with the product: the same
 * id replaces, and so does a `common.yaml`. A folder that is missing adds nothing.
 *
 * `templates` are the ids a step may name.
 *
 * @throws SourceError (`bad-source`) with file, line and field for what cannot be used
 */
export function readManual(templates: ReadonlySet<string>, knowledgeDir?: string): Manual {
  const own = knowledgeDir === undefined ? undefined : join(knowledgeDir, 'playbooks')
  const files = [...filesIn(bundled), ...(own === undefined ? [] : filesIn(own))]
  const commonFile = files.findLast((file) => basename(file) === commonName)
  if (!commonFile) throw missing()
  const common = toCommon(parsePlaced(commonFile), commonFile)
  const placed = files.filter((file) => basename(file) !== commonName).map(toPlaced)
  const found = new Map(placed.map((one) => [one.playbook.id, one]))
  const ids = new Set(found.keys())
  const known: Known = { templates, common: common.value, playbooks: ids }
  report(checkCommon(known), common.yaml, commonFile)
  for (const { playbook, yaml, file } of found.values())
    report(checkPlaybook(playbook, known), yaml, file)
  const playbooks = [...found.values()]
    .map(({ playbook }) => playbook)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return { common: common.value, playbooks }
}

/** Changes whenever `readManual` could give something else: names, sizes and times of the files. */
export function manualStamp(knowledgeDir?: string): string {
  const own = knowledgeDir === undefined ? [] : filesIn(join(knowledgeDir, 'playbooks'))
  return [...filesIn(bundled), ...own]
    .map((file) => {
      const { size, mtimeMs } = statSync(file)
      return `${file} ${size} ${mtimeMs}`
    })
    .join('\n')
}

function filesIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => /^(?!\.).*\.ya?ml$/i.test(name))
    return names.toSorted().map((name) => join(folder, name))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw unreadable(folder, cause)
  }
}

interface Placed {
  readonly playbook: Playbook
  readonly yaml: PlacedYaml
  readonly file: string
}

function toPlaced(file: string): Placed {
  const yaml = parsePlaced(file)
  const parsed = parsePlaybookForm(yaml.value)
  if ('misfit' in parsed) throw faulty(parsed.misfit, yaml, file)
  return { playbook: parsed.value, yaml, file }
}

function toCommon(yaml: PlacedYaml, file: string): { value: CommonRules; yaml: PlacedYaml } {
  const parsed = parseCommonForm(yaml.value)
  if ('misfit' in parsed) throw faulty(parsed.misfit, yaml, file)
  return { value: parsed.value, yaml }
}

function parsePlaced(file: string): PlacedYaml {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
    return parsePlacedYaml(text, shown(file))
  } catch (cause) {
    throw cause instanceof SourceError ? cause : unreadable(file, cause)
  }
}

function report(faults: readonly Fault[], yaml: PlacedYaml, file: string): void {
  const [fault] = faults
  if (fault) throw faulty(fault, yaml, file)
}

function faulty({ path, message, fix }: Fault, yaml: PlacedYaml, file: string): SourceError {
  return new SourceError(`Feld „${path.map(String).join('.')}“: ${message}`, {
    file: shown(file),
    line: yaml.lineOf(path),
    fix: fix ?? 'knowledge/README.md zeigt die Form eines Playbooks.',
  })
}

function shown(file: string): string {
  return `playbooks/${basename(file)}`
}

function missing(): SourceError {
  return new SourceError('Die gemeinsamen Schritte fehlen.', {
    file: `playbooks/${commonName}`,
    fix: 'Die Datei gehört zum Produkt; bitte neu installieren oder sie in playbooks/ anlegen.',
  })
}

function unreadable(file: string, cause: unknown): SourceError {
  return new SourceError('lässt sich nicht lesen oder ist nicht in UTF-8 geschrieben.', {
    file: shown(file),
    fix: 'Bitte Leserechte und Zeichensatz prüfen.',
    cause,
  })
}
