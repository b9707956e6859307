import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForSearch, foldPhone, nameWords } from '../../shared/values/names.ts'

describe('a folded name', () => {
  it.each([
    ['Đặng Thị Ánh', 'dang thi anh'],
    ['Quiñones', 'quinones'],
    ['Łukasz Strauß', 'lukasz strauss'],
    ['Søren Æbeltoft', 'soren aebeltoft'],
    ["O'Farrill", 'ofarrill'],
    ['O’Farrill', 'ofarrill'],
    ["N'Diaye", 'ndiaye'],
    ['Jean-Baptiste', 'jean baptiste'],
    ['  de   la Cruz ', 'de la cruz'],
    ['İpek Işık', 'ipek isik'],
    ['Nguyễn', 'nguyen'],
    ['王 美玲', '王 美玲'],
    ['Олена', 'олена'],
    ['...', ''],
  ])('%s is %s', (typed, folded) => {
    expect(foldForSearch(typed)).toBe(folded)
  })

  it('stays as it is when folded again, and is the same from composed and decomposed letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = foldForSearch(text)
        expect(foldForSearch(once)).toBe(once)
        expect(foldForSearch(text.normalize('NFD'))).toBe(foldForSearch(text.normalize('NFC')))
      }),
      { numRuns: 2000 },
    )
  })

  it('splits into words', () => {
    expect(nameWords('José Luis', 'Ávila-Peña')).toEqual(['jose', 'luis', 'avila', 'pena'])
    expect(nameWords(' ', '')).toEqual([])
  })
})

describe('a folded phone number', () => {
  it('is its digits without the country code', () => {
    expect(foldPhone('+1 (704) 555-6374')).toBe('7045556374')
    expect(foldPhone('704.555.6374')).toBe('7045556374')
    expect(foldPhone('ext. 12')).toBe('')
  })
})
