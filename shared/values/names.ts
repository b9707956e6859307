// Letters that Unicode does not split into a base letter and a mark.
const unsplitLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
}
const unsplitPattern = new RegExp(`[${Object.keys(unsplitLetters).join('')}]`, 'gu')
const marks = /\p{M}+/gu
// Straight, curly and modifier apostrophes, the ʻokina, backquote and acute used as one.
const apostrophes = /['’‘‛ʼʻʹ`´′＇]/gu
const separators = /[^\p{L}\p{N}]+/gu

/**
 * The search key of a name: lower case, without marks, letters of other alphabets kept.
 * Apostrophes vanish (O'Farrill = OFarrill), hyphens and other signs become one space
 * (Jean-Baptiste = Jean Baptiste), so that people find a name however they type it.
 */
export function foldForSearch(text: string): string {
  return text
    .replace(apostrophes, '')
    .normalize('NFKD')
    .replace(apostrophes, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .replace(unsplitPattern, (letter) => unsplitLetters[letter]!)
    .replace(separators, ' ')
    .trim()
}

/** The folded words of one or more names, in the order written. */
export function nameWords(...names: readonly string[]): string[] {
  const folded = foldForSearch(names.join(' '))
  return folded === '' ? [] : folded.split(' ')
}

/** The digits of a phone number, without the country code 1; empty if there are too few to call. */
export function foldPhone(text: string): string {
  const digits = text.replace(/\D/g, '')
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  return national.length >= 7 ? national : ''
}

/** A person's name in the parts in which it was written. */
export interface PersonName {
  readonly familyName: string
  /** Empty for people who have one name. */
  readonly givenName: string
  readonly preferredName: string | null
}

/** "Núñez, María José": as lists sort people. */
export function listName({ familyName, givenName }: PersonName): string {
  return givenName === '' ? familyName : `${familyName}, ${givenName}`
}

/** "María José Núñez": as one speaks to people. */
export function displayName({ familyName, givenName }: PersonName): string {
  return givenName === '' ? familyName : `${givenName} ${familyName}`
}

/** The key beside a stored name: sorts by family name, and every part of the name is found in it. */
export function nameSearchKey({ familyName, givenName, preferredName }: PersonName): string {
  return foldForSearch(`${familyName} ${givenName} ${preferredName ?? ''}`)
}
