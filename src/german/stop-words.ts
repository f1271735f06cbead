import { fold } from './words.ts'

const german =
  'hallo hi hey moin servus danke guten tag heute gestern morgen ' +
  'aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus ' +
  'bei beim bin bis bist bitte brauche braucht brauchen da dabei dadurch dafür dagegen daher dahin damit danach ' +
  'dann daran darauf daraus darf dürfen darin darüber darum das dass davon dazu dein deine deinem deinen deiner ' +
  'dem den denen denn der deren des dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch ' +
  'eben eigentlich ein eine einem einen einer eines einfach einige einigem einigen einiger einiges einmal er es für ' +
  'etwa etwas euch euer eure eurem euren eurer ganz gar geben gegen gehen geht genau gerade gern gerne getan gibt ' +
  'ging gleich haben habe hab habt halt hast hat hatte hatten hättest hätte hätten hier hin hinter ich ihm ihn ' +
  'ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins ist ja jede jedem jeden jeder jedes jemand jene ' +
  'jenem jenen jener jenes jetzt kann kannst kein keine keinem keinen keiner keines können könnt könnte könnten ' +
  'lassen mal man manche manchem manchen mancher mehr mein meine meinem meinen meiner mich mir mit muss müssen ' +
  'müsste musste nach nein nicht nichts nie noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit ' +
  'selbst sich sie sind so sogar solche solchem solchen solcher soll sollen sollte sollten sondern sonst sowie ' +
  'tun tut über um und uns unser unsere unserem unseren unserer unter viel vom von vor wann war waren warst warum ' +
  'was weg weil weiter welche welchem welchen welcher welches wem wen wenn wer werde werden wessen wie wieder wieso ' +
  'will wir wird wirklich wo wobei woher wohin wollen wollte womit worum würde würden zu zum zur zwar zwischen'

const english =
  'a about after all also am an and any are as at be because been before but by can could did do does for from ' +
  'had has have he her here his how i if in into is it its just may me more must my no not of on one or our out ' +
  'she should so some such than that the their them then there these they this to too us up was we were what ' +
  'when where which who why will with would you your'

const all = new Set(`${german} ${english}`.split(' ').map(fold))

/** Whether a folded word carries grammar rather than meaning, in German or English. */
export function isStopWord(folded: string): boolean {
  return all.has(folded)
}
