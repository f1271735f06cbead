import { toPattern } from './pattern.ts'

const source = toPattern([
  '(brennt/brennen) .. (nägeln/seele/herzen)',
  '(lampe*/licht*/birne*/kerze*/leuchte*/laterne*/automat*/ofen/kamin/sonne) .. (brennt/brennen)',
  '(brennt/brennen) .. (lampe/lampen/licht/birne/kerze/kerzen/leuchte/laterne/sonne)',
  '(sterbe/sterben/tot/gestorben) vor (lachen/langeweile/lange weile/neugier/scham)',
  '(bammel/respekt/schiss/lampenfieber) .. vor (*shitstorm*/*krise*/*kommentar*/kameras)',
  '(droht/drohen/gedroht) .. (kuchen/torte/eis/applaus/lob)',
  'explodiert vor (freude/stolz/farben)',
]).source

const figures = new RegExp(source, 'gu')

/** A clause, as patterns are looked for, without its figures of speech: a lamp that burns is no fire. */
export function withoutFigures(words: string): string {
  return words.replaceAll(figures, '')
}
