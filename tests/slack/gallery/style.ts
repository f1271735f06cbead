/** Sizes and gaps about as in Slack's clients of 2026; colours only where they carry nothing. */
export function style(screens: { readonly phone: number; readonly desktop: number }): string {
  return `
* { box-sizing: border-box; margin: 0 }
body { font: 15px/1.466 Lato, 'Helvetica Neue', Arial, sans-serif; color: #1d1c1d; background: #eee; padding: 16px }
h2 { font-size: 18px; margin: 24px 0 8px }
.pair { display: flex; gap: 16px; align-items: flex-start }
.screen { background: #fff; border: 1px solid #bbb; padding: 8px 0 }
.phone { width: ${screens.phone}px; font-size: 16px; line-height: 1.375 }
.desktop { width: ${screens.desktop}px }
.message { display: flex; gap: 8px; padding: 8px 16px }
.phone .message { padding: 8px 12px }
.face { flex: none; width: 36px; height: 36px; border-radius: 4px; background: #4a154b; color: #fff; text-align: center; line-height: 36px; font-weight: 700 }
.person .face { background: #36718a }
.body { flex: 1; min-width: 0; overflow-wrap: break-word }
.name { margin-right: 6px }
.app { font-size: 10px; font-weight: 700; background: #e8e8e8; border-radius: 2px; padding: 1px 3px; color: #616061 }
.eyes, .edited, .status { color: #616061; font-size: 13px }
.status { padding: 4px 16px 4px 60px }
.rich { margin-top: 4px }
.rich p + p { margin-top: 0 }
.rich ul, .rich ol { padding-left: 28px; margin: 0 }
.rich blockquote { border-left: 4px solid #ddd; padding-left: 12px; margin: 4px 0 }
.rich pre { border: 1px solid #ddd; background: #f8f8f8; padding: 8px; white-space: pre-wrap; font-size: 12px }
h3 { font-size: 18px; line-height: 1.33; margin-top: 12px }
.section { display: flex; justify-content: space-between; gap: 12px; margin-top: 8px; align-items: flex-start }
.phone .section { display: block }
.context { display: flex; flex-wrap: wrap; gap: 4px 8px; color: #616061; font-size: 12px; line-height: 1.5; margin-top: 8px }
.phone .context { font-size: 13px }
.actions, .thumbs, .prompts { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px }
.prompts { padding: 8px 16px }
.prompts p { width: 100% }
.button { font: 700 13px/1 Lato, Arial, sans-serif; color: #1d1c1d; background: #fff; border: 1px solid #bbb; border-radius: 4px; padding: 8px 12px; max-width: 220px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.phone .button { font-size: 15px; padding: 9px 12px }
.prompts .button { max-width: 100%; white-space: normal; text-align: left }
.primary { background: #007a5a; color: #fff }
.danger { color: #e01e5a }
.thumb { font: 13px/1 Arial, sans-serif; background: #fff; border: 1px solid #ddd; border-radius: 12px; padding: 5px 10px; color: #616061 }
.user { background: #e8f5fa; color: #1264a3; border-radius: 3px; padding: 0 2px }
a { color: #1264a3; text-decoration: none }
.plan { border: 1px solid #ddd; border-radius: 8px; padding: 8px 12px; margin: 4px 0; color: #616061; font-size: 14px }
.plan ul { list-style: none; padding: 0 }
.modal { border: 1px solid #888; border-radius: 8px; margin: 8px; padding: 0 16px 12px }
.phone .modal { margin: 8px 0; border-radius: 0; border-width: 1px 0 }
.title { margin: 0 -16px 8px; padding: 12px 16px; border-bottom: 1px solid #ddd; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.ends { display: flex; justify-content: flex-end; gap: 8px; margin-top: 16px }
.home { padding: 0 16px 12px }
.input { margin-top: 16px }
.field { border: 1px solid #868686; border-radius: 4px; padding: 8px 12px; margin-top: 4px }
.field i { color: #868686 }
.tall { min-height: 84px }
.choice::after { content: '▾'; float: right }
.radio { display: block; margin-top: 6px }
.hint { color: #616061; font-size: 13px; margin-top: 4px }
.unknown { background: #fdd }
`
}
