import { z } from 'zod'
import { type Fields, toList } from './state.ts'

export const AI_MESSAGE = 'https://schema.org/Message'

/** The pictures a citation can have. */
const IMAGES = [
  'Microsoft Word',
  'Microsoft Excel',
  'Microsoft PowerPoint',
  'Microsoft OneNote',
  'Microsoft SharePoint',
  'Microsoft Visio',
  'Microsoft Loop',
  'Microsoft Whiteboard',
  'Adobe Illustrator',
  'Adobe Photoshop',
  'Adobe InDesign',
  'Adobe Flash',
  'Sketch',
  'Source Code',
  'Image',
  'GIF',
  'Video',
  'Sound',
  'ZIP',
  'Text',
  'PDF',
] as const

const UsageInfo = z
  .strictObject({
    type: z.literal(AI_MESSAGE).optional(),
    '@type': z.literal('CreativeWork'),
    '@id': z.string().optional(),
    name: z.string().min(1).optional(),
    description: z.string().optional(),
  })
  .refine((info) => info['@id'] || info.name, 'needs @id or name')

const Claim = z.strictObject({
  '@type': z.literal('Claim'),
  position: z.number().int().min(1),
  appearance: z.strictObject({
    '@type': z.literal('DigitalDocument'),
    name: z.string().min(1).max(80),
    abstract: z.string().min(1).max(160),
    // Teams lets it be left out, but then there is nothing a reader could open.
    url: z.string().refine(isPublic, 'must be https and reachable from outside'),
    text: z.string().optional(),
    encodingFormat: z.literal('application/vnd.microsoft.card.adaptive').optional(),
    keywords: z.array(z.string().min(1).max(28)).max(3).optional(),
    image: z.strictObject({ '@type': z.literal('ImageObject'), name: z.enum(IMAGES) }).optional(),
    usageInfo: UsageInfo.optional(),
  }),
})

const AiMessage = z.strictObject({
  type: z.literal(AI_MESSAGE),
  '@type': z.literal('Message'),
  '@context': z.literal('https://schema.org'),
  '@id': z.string().optional(),
  additionalType: z
    .array(z.string())
    .refine((all) => all.includes('AIGeneratedContent'), 'must include AIGeneratedContent'),
  citation: z.array(Claim).max(20).optional(),
  usageInfo: UsageInfo.optional(),
})

/** What Teams would refuse about the label and the citations; nothing when there are none. */
export function checkAi(activity: Fields): readonly string[] {
  const found = toList(activity['entities']).filter(({ type }) => type === AI_MESSAGE)
  if (found.length > 1) return ['entities: more than one root message entity']
  return found.flatMap((entity) => checkEntity(activity, entity))
}

function checkEntity(activity: Fields, entity: Fields): readonly string[] {
  const parsed = AiMessage.safeParse(entity)
  if (!parsed.success) return toReasons('entities', parsed.error)
  const format = activity['textFormat']
  return [
    ...checkPositions(activity['text'], parsed.data.citation ?? []),
    ...(format === undefined || format === 'markdown' ? [] : [`textFormat: ${format}`]),
  ]
}

/** Every citation is used, once as an entity and at least once in the text. */
function checkPositions(
  text: unknown,
  claims: readonly z.infer<typeof Claim>[],
): readonly string[] {
  if (claims.length === 0) return []
  if (typeof text !== 'string') return ['citation: there is no text that could cite']
  const positions = claims.map(({ position }) => position)
  const twice = positions.filter((position, index) => positions.indexOf(position) !== index)
  const unused = positions.filter((position) => !text.includes(`[${position}]`))
  const rows = text.split('\n').filter((line) => line.trimStart().startsWith('|'))
  return [
    ...twice.map((position) => `citation: position ${position} is not unique`),
    ...unused.map((position) => `citation: [${position}] is not in the text`),
    ...(rows.some((row) => /\[\d+\]/.test(row)) ? ['citation: inside a table'] : []),
  ]
}

/** Issues of a schema, one line each with the path to the place. */
function toReasons(root: string, error: z.ZodError): readonly string[] {
  return error.issues.map(({ path, message }) => `${[root, ...path].join('.')}: ${message}`)
}

/** Whether somebody outside this machine could open the address. */
function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  const isLocal = /^(localhost|127\..*|10\..*|192\.168\..*|0\.0\.0\.0|\[.*\])$/.test(hostname)
  return protocol === 'https:' && !isLocal && hostname.includes('.')
}
