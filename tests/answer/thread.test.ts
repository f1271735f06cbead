import { describe, expect, it } from 'vitest'
import { partsOf, questionsIn, toAsked, toQuery } from '../../src/answer/thread.ts'

describe('partsOf', () => {
  it.each([
    [
      'darf ich den löschen? >>ihr seid alle unfähig<<',
      'darf ich den löschen?',
      'ihr seid alle unfähig',
    ],
    [
      '»Bei uns steht der Keller voll und ihr feiert« Was jetzt?',
      'Was jetzt?',
      'Bei uns steht der Keller voll und ihr feiert',
    ],
    [
      'Sie schreibt „Ich komme heute Abend bei euch vorbei“. Polizei?',
      'Sie schreibt  . Polizei?',
      'Ich komme heute Abend bei euch vorbei',
    ],
  ])('keeps what was asked and what was pasted apart: %s', (text, own, shown) => {
    expect(partsOf(text)).toEqual({ own, shown: [shown] })
  })

  it('leaves a quoted word where it is, and takes a bare comment as it is', () => {
    expect(partsOf('Was heißt „Fanpage“ genau?').shown).toEqual([])
    expect(partsOf('>>ihr seid alle unfähig<<')).toEqual({
      own: ' ihr seid alle unfähig ',
      shown: [],
    })
    expect(partsOf('weg damit >>ohne Ende').shown).toEqual(['ohne Ende'])
  })
})

describe('toQuery', () => {
  const thread = ['Wie lange haben wir für die Meldung einer Datenpanne?']

  it.each(['und am Wochenende?', 'zählt der Sonntag da mit?', 'was lass ich da besser weg?'])(
    'searches %s together with the question before it',
    (text) => {
      expect(toQuery(text, thread)).toEqual({ text: `${thread[0]} ${text}`, earlier: thread })
      expect(toAsked(text, thread)).toEqual({ text, earlier: thread })
    },
  )

  it('searches a new question alone', () => {
    const text = 'Dürfen wir auf dem Stadtfest Besucher fotografieren?'
    expect(toQuery(text, thread)).toEqual({ text, earlier: [] })
  })

  it('never searches a comment as if it were the question', () => {
    const query = toQuery('Dürfen wir das ausblenden? >>Pommes für alle im Rathaus<<', [])
    expect(query.text).not.toContain('Pommes')
    expect(query.earlier).toEqual(['Pommes für alle im Rathaus'])
  })
})

describe('questionsIn', () => {
  it('finds each question and no empty one', () => {
    expect(
      questionsIn(
        'Bei uns brennt es. Was jetzt? Ist die Netiquette bindend? Und wo hängt man sie auf?',
      ),
    ).toEqual(['Ist die Netiquette bindend?', 'Und wo hängt man sie auf?'])
    expect(
      questionsIn('>>Wollt ihr uns verarschen? Wo ist das Geld hin?<< Müssen wir antworten?'),
    ).toEqual(['Müssen wir antworten?'])
  })
})
