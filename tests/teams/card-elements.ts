/** What an element of a card must and may have, beside what all have. */
export interface Element {
  readonly must: readonly string[]
  readonly may: readonly string[]
}

function element(must: string, may: string): Element {
  return { must: toNames(must), may: toNames(may) }
}

function toNames(text: string): readonly string[] {
  return text.split(' ').filter(Boolean)
}

const FONT = 'color fontType isSubtle size weight'
const BOX = 'selectAction style verticalContentAlignment bleed backgroundImage minHeight rtl'
const CELLS = 'horizontalCellContentAlignment verticalCellContentAlignment'
const INPUT = 'isRequired errorMessage'
const ACTION = 'iconUrl style tooltip isEnabled mode'

/** What every element may have. */
export const COMMON = toNames('type id isVisible requires fallback height separator spacing')

/** The elements of Adaptive Cards 1.5 and no later ones; an input has a label for screen readers. */
export const ELEMENTS: Readonly<Record<string, Element>> = {
  TextBlock: element('text', `${FONT} horizontalAlignment maxLines wrap style`),
  RichTextBlock: element('inlines', 'horizontalAlignment'),
  TextRun: element('text', `${FONT} highlight italic selectAction strikethrough underline`),
  Image: element(
    'url altText',
    'backgroundColor horizontalAlignment selectAction size style width',
  ),
  ImageSet: element('images', 'imageSize'),
  Media: element('sources', 'poster altText'),
  ActionSet: element('actions', ''),
  Container: element('items', BOX),
  ColumnSet: element('columns', 'selectAction style bleed minHeight horizontalAlignment'),
  Column: element('', `items width ${BOX}`),
  FactSet: element('facts', ''),
  Table: element('columns rows', `firstRowAsHeader showGridLines gridStyle ${CELLS}`),
  TableRow: element('cells', `style ${CELLS}`),
  TableCell: element('items', BOX),
  'Input.Text': element(
    'id label',
    `${INPUT} isMultiline maxLength placeholder regex style inlineAction value`,
  ),
  'Input.Number': element('id label', `${INPUT} max min placeholder value`),
  'Input.Date': element('id label', `${INPUT} max min placeholder value`),
  'Input.Time': element('id label', `${INPUT} max min placeholder value`),
  'Input.Toggle': element('id title', `${INPUT} label value valueOff valueOn wrap`),
  'Input.ChoiceSet': element(
    'id label choices',
    `${INPUT} isMultiSelect style value placeholder wrap`,
  ),
  'Action.OpenUrl': element('title url', ACTION),
  'Action.Submit': element('title data', `${ACTION} associatedInputs`),
  'Action.Execute': element('title verb fallback', `${ACTION} data associatedInputs`),
  'Action.ShowCard': element('title card', ACTION),
  'Action.ToggleVisibility': element('title targetElements', ACTION),
  AdaptiveCard: element(
    'body',
    `$schema version lang fallbackText speak actions refresh msteams authentication ${BOX}`,
  ),
}

/** Where further elements are. */
export const CHILDREN = toNames(
  'body items columns rows cells inlines images actions selectAction inlineAction card fallback',
)
