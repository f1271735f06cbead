import type { Shot } from './stages.ts'

/** Widths of what people hold in their hands or have on their desk, in pixels. */
export const screens = { phone: 320, desktop: 640 } as const

/** About as Teams draws a card; the library's own defaults have no colours behind a container. */
const look = {
  supportsInteractivity: true,
  fontFamily: 'Segoe UI, system-ui, sans-serif',
  spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: '#E1DFDD' },
  fontSizes: { small: 13, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  containerStyles: Object.fromEntries(
    Object.entries({
      default: '#FFFFFF',
      emphasis: '#F5F5F5',
      good: '#E7F2DA',
      warning: '#FBF6D9',
      attention: '#F9D9D8',
      accent: '#E8EBFA',
    }).map(([name, backgroundColor]) => [name, { backgroundColor, foregroundColors: colours() }]),
  ),
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
  },
} as const

function colours() {
  const names = ['default', 'accent', 'good', 'warning', 'attention']
  const colour = { default: '#242424', subtle: '#484644' }
  return Object.fromEntries(names.map((name) => [name, colour]))
}

const style = `body{font:14px system-ui,sans-serif;background:#fafafa;margin:16px}
section{display:flex;gap:16px;align-items:start;margin-bottom:24px}
.screen{background:#fff;border:1px solid #d1d1d1;border-radius:4px;overflow:hidden}
.ac-pushButton{border:1px solid #d1d1d1;background:#fff;border-radius:4px;padding:6px 12px;min-height:32px;font-weight:600}
.ac-actionSet{flex-wrap:wrap!important;gap:8px}
textarea,select,input[type=text],input[type=time]{width:100%;box-sizing:border-box}
${Object.entries(screens)
  .map(([name, width]) => `.${name}{width:${width}px}`)
  .join('')}`

/**
 * All cards on one page, each as on a phone and as on a desktop, drawn by Microsoft's own library.
 * An older one draws what it does not know in the way the card offers for that.
 */
export function toPage(shots: readonly Shot[], library: string): string {
  const frames = shots.map(({ name }) => {
    const both = Object.keys(screens).map(
      (screen) => `<div class="screen ${screen}" id="${name}-${screen}"></div>`,
    )
    return `<h2>${name}</h2><section>${both.join('')}</section>`
  })
  const cards = JSON.stringify(Object.fromEntries(shots.map(({ name, card }) => [name, card])))
  const draw = `
const cards = ${cards.replaceAll('<', '\\u003c')}
for (const place of document.querySelectorAll('.screen')) {
  const card = new AdaptiveCards.AdaptiveCard()
  card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(look)})
  card.parse({ ...cards[place.id.replace(/-[a-z]+$/, '')], version: '1.2' })
  place.append(card.render())
}`
  return `<!doctype html><html lang="de"><meta charset="utf-8"><title>Sturmlotse in Teams</title><style>${style}</style>${frames.join('')}<script>${library.replaceAll('</script', '<\\/script')}</script><script>${draw}</script></html>`
}
