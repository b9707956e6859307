import { foldForSearch } from '../../../shared/values/names.ts'
import type { EquivalencyState, SchoolingLevel } from '../../../shared/values/vocabulary.ts'
import type { Cell } from '../tableFile.ts'
import { converted, failed, toText, type Converted } from './converted.ts'

/** For each word of ours, how files write it, in either language. Case, accents and punctuation do not matter. */
export type Synonyms<Word extends string> = Readonly<Record<Word, readonly string[]>>

/** `medicalOver90Days` → `medical Over 90 Days`. */
const inWords = (word: string) => word.replace(/([a-z])(?=[A-Z0-9])|(\d)(?=[A-Z])/g, '$1$2 ')

/**
 * Makes a reader for a closed list of words. Each of our words and its synonyms are known; two words that
 * share a synonym are a mistake of the list and throw at once.
 */
export function wordReader<Word extends string>(synonyms: Synonyms<Word>): (cell: Cell) => Converted<Word> {
  const known = new Map<string, Word>()
  for (const word of Object.keys(synonyms) as Word[]) {
    for (const text of [word, inWords(word), ...synonyms[word]]) {
      const folded = foldForSearch(text)
      if (known.has(folded) && known.get(folded) !== word) throw new Error(`Two meanings for ${folded}`)
      known.set(folded, word)
    }
  }
  return (cell) => {
    const text = toText(cell)
    if (!text.ok) return text
    const word = known.get(foldForSearch(text.value))
    return word === undefined ? failed('unknownWord') : converted(word)
  }
}

/**
 * How far somebody went to school. Words that mean different years in different countries (`secundaria`,
 * `high school`) are left unknown, because a requirement may hang on them.
 */
export const toSchooling: (cell: Cell) => Converted<SchoolingLevel> = wordReader({
  none: [
    'no schooling',
    'no formal schooling',
    'no school',
    'ninguna',
    'ninguno',
    'sin estudios',
    'sin escolaridad',
  ],
  primary: [
    'primary school',
    'elementary',
    'elementary school',
    'grade school',
    'primaria',
    'escuela primaria',
    'educación primaria',
    'primaria completa',
    'primaria incompleta',
    'some primary',
  ],
  someSecondary: [
    'some secondary',
    'some secondary school',
    'some high school',
    'secondary incomplete',
    'high school incomplete',
    'no diploma',
    'middle school',
    'junior high',
    'secundaria incompleta',
    'algo de secundaria',
    'parte de la secundaria',
    'preparatoria incompleta',
    'bachillerato incompleto',
  ],
  secondaryDiploma: [
    'secondary diploma',
    'secondary school diploma',
    'high school diploma',
    'hs diploma',
    'high school graduate',
    'hs graduate',
    'diploma',
    'diploma de secundaria',
    'diploma de escuela secundaria',
    'preparatoria',
    'preparatoria completa',
    'bachillerato',
    'bachillerato completo',
  ],
  someCollege: [
    'some college',
    'some college no degree',
    'some postsecondary',
    'some university',
    'algo de universidad',
    'universidad incompleta',
    'estudios universitarios',
    'algunos estudios universitarios',
  ],
  degree: [
    'college degree',
    'university degree',
    'associate',
    'associate degree',
    'associates degree',
    'bachelor',
    'bachelors',
    'bachelors degree',
    'master',
    'masters',
    'masters degree',
    'doctorate',
    'título',
    'título universitario',
    'licenciatura',
    'universidad completa',
    'maestría',
    'doctorado',
  ],
})

/** How far somebody is with a high-school equivalency. */
export const toEquivalency: (cell: Cell) => Converted<EquivalencyState> = wordReader({
  none: ['no', 'n', 'not started', 'ninguna', 'ninguno', 'no tiene'],
  inProgress: [
    'in progress',
    'enrolled',
    'studying',
    'started',
    'working on it',
    'en progreso',
    'en curso',
    'en proceso',
    'cursando',
    'estudiando',
    'inscrito',
    'inscrita',
  ],
  done: [
    'yes',
    'y',
    'completed',
    'complete',
    'passed',
    'earned',
    'has it',
    'ged',
    'hiset',
    'hse',
    'sí',
    'completado',
    'completada',
    'completo',
    'terminado',
    'terminada',
    'obtenido',
    'aprobado',
    'hecho',
  ],
})

const yesOrNo = wordReader({
  yes: ['y', 'true', 't', '1', 'x', '✓', '✔', 'sí', 's', 'verdadero', 'cierto'],
  no: ['n', 'false', 'f', '0', 'falso'],
})

/** True for yes in English or Spanish, `TRUE`, `1`, `x` or a tick; false for their opposites. */
export function toYesNo(cell: Cell): Converted<boolean> {
  const word = yesOrNo(cell)
  if (word.ok) return converted(word.value === 'yes')
  return word.problem === 'unknownWord' ? failed('notYesOrNo') : word
}
