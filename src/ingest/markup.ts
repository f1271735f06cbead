import { Parser } from 'htmlparser2'
import { SourceError } from '../domain/errors.ts'

/** An element of XML or HTML. Names as written in XML (`psc:chapter`), in small letters in HTML. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

// Deeper than any document a person reads; a million nested tags would end the stack.
const deepest = 200

/**
 * Reads XML with forgiveness for what feeds get wrong. Entities of one's own are refused unread: nobody
 * needs them, and they blow up.
 *
 * @throws SourceError (`bad-source`) where it declares entities, nests too deep, or broke off
 */
export function parseXml(text: string, file: string): Element {
  if (/<!ENTITY\b/i.test(text)) throw bomb(file)
  const root = parse(text, file, true)
  const top = root.children.find((child) => typeof child !== 'string')
  if (!top) throw notXml(file)
  // What breaks off on its way leaves a feed that lacks its older episodes: they must not vanish.
  const end = text
    .slice(-4000)
    .replace(/<!--[\s\S]*?-->/g, '')
    .trimEnd()
  if (!end.endsWith('/>') && !new RegExp(`</${escaped(top.name)}\\s*>$`).test(end)) {
    throw cutOff(file)
  }
  return top
}

/** Reads HTML as a browser would take it; scripts and styles have no text. */
export function parseHtml(text: string, file: string): Element {
  return parse(text, file, false)
}

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

function parse(text: string, file: string, isXml: boolean): Element {
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (open.length > deepest) throw tooDeep(file)
        const element = { name, attributes: { ...attributes }, children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext: (data) => addText(open.at(-1), data),
      onclosetag: () => void (open.length > 1 && open.pop()),
    },
    { xmlMode: isXml, decodeEntities: true },
  )
  parser.write(text)
  parser.end()
  return root
}

function addText(element: Open | undefined, data: string): void {
  const last = element?.children.at(-1)
  if (typeof last === 'string') element?.children.splice(-1, 1, last + data)
  else element?.children.push(data)
}

/** Elements of that name right inside. */
export function childrenOf(element: Element, name: string): readonly Element[] {
  return element.children.filter(
    (child) => typeof child !== 'string' && child.name === name,
  ) as readonly Element[]
}

/** The first of that name right inside. */
export function childOf(element: Element, name: string): Element | undefined {
  return childrenOf(element, name)[0]
}

/** All elements inside, at any depth, in order of the document. */
export function* elementsOf(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    yield child
    yield* elementsOf(child)
  }
}

const silent = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg', 'object'])

/** What stands inside, at any depth. */
export function textOf(element: Element): string {
  if (silent.has(element.name)) return ''
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
}

function escaped(name: string): string {
  return name.replace(/[^\w:-]/g, '.')
}

function bomb(file: string): SourceError {
  return new SourceError('Die XML-Datei erklärt eigene Entitäten; so etwas lese ich nicht.', {
    file,
    fix: 'Podcast-Feeds und Transkripte brauchen das nicht. Bitte die Quelle prüfen: Es kann ein Angriff sein.',
  })
}

function notXml(file: string): SourceError {
  return new SourceError('Das ist kein XML.', {
    file,
    fix: 'Bitte prüfen, ob die Adresse wirklich zu einem Feed führt oder die Datei ein Transkript ist.',
  })
}

function cutOff(file: string): SourceError {
  return new SourceError('Die XML-Datei ist abgeschnitten.', {
    file,
    fix: 'Bitte noch einmal vollständig herunterladen.',
  })
}

function tooDeep(file: string): SourceError {
  return new SourceError(`Die Datei ist mehr als ${deepest} Ebenen tief verschachtelt.`, {
    file,
    fix: 'Bitte prüfen, ob es wirklich ein Feed, ein Transkript oder ein Beitrag ist.',
  })
}
