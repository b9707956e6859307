/** Conversions of a raw cell into a typed value; each answers with the value or the reason why there is none. */
export { tidy, toText, type Converted, type ValueProblem } from './values/converted.ts'
export { guessDateOrder, toDate, type DateOrder, type DateReading } from './values/dates.ts'
export { nameReadings, toNameParts, type NameParts } from './values/names.ts'
export { toNumber, toWholeNumber } from './values/numbers.ts'
export { toPhone, toPhones } from './values/phones.ts'
export { toEquivalency, toSchooling, toYesNo, wordReader, type Synonyms } from './values/words.ts'
