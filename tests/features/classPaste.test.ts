import { describe, expect, it } from 'vitest'
import { layByStudentId } from '../../renderer/features/assessments/classPaste.ts'

const member = (studentId: string | null) => ({
  learnerId: 1,
  studentId,
  familyName: 'A',
  givenName: 'B',
  preferredName: null,
  birthDate: null,
  assessments: [],
  attended: [],
})
const members = [member('1001'), member('A-7'), member(null), member('1003')]
const forms = ['621R', '622R']
const lay = (text: string) =>
  layByStudentId(
    text.split('\n').map((line) => line.split('\t')),
    members,
    forms,
  )

describe('a paste whose first column holds student ids', () => {
  it('goes to its learners in whatever order, form before score', () => {
    expect(lay('1003\t622R\t217\n1001\t621R\t*')).toEqual({
      changes: [
        { rowIndex: 3, columnId: 'form', value: '622R' },
        { rowIndex: 3, columnId: 'scoreText', value: '217' },
        { rowIndex: 0, columnId: 'form', value: '621R' },
        { rowIndex: 0, columnId: 'scoreText', value: '*' },
      ],
      dropped: 0,
    })
  })

  it('may hold the score or the form alone, and names in between', () => {
    expect(lay(' a-7 \t212')?.changes).toEqual([{ rowIndex: 1, columnId: 'scoreText', value: '212' }])
    expect(lay('a-7\t621r')?.changes).toEqual([{ rowIndex: 1, columnId: 'form', value: '621r' }])
    expect(lay('1001\tRivera, Ana\t\t622R\t220')?.changes).toEqual([
      { rowIndex: 0, columnId: 'form', value: '622R' },
      { rowIndex: 0, columnId: 'scoreText', value: '220' },
    ])
  })

  it('skips headings and empty lines, and counts learners of another class', () => {
    const laid = lay('ID\tScore\n1001\t212\n\n1003\t213\n9999\t214')
    expect(laid?.changes.map(({ rowIndex }) => rowIndex)).toEqual([0, 3])
    expect(laid?.dropped).toBe(1)
  })

  it('is none when most lines begin with no id of the class, or hold one cell', () => {
    expect(lay('621R\t212\n622R\t213')).toBeNull()
    expect(lay('1001\t212\nX\t1\nY\t2\nZ\t3')).toBeNull()
    expect(lay('1001\n1003')).toBeNull()
    expect(lay('')).toBeNull()
  })
})
