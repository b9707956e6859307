/** Why somebody got in touch: a run of missed meetings, or the end of a period of participation coming near. */
export const contactOccasions = ['absence', 'exit'] as const
export type ContactOccasion = (typeof contactOccasions)[number]

/** How it went: spoken with, a message left, nobody there, or the learner came back unasked. */
export const contactResults = ['reached', 'leftMessage', 'noAnswer', 'returned'] as const
export type ContactResult = (typeof contactResults)[number]

/** What keeps learners away. Health has no word of its own: such things are not kept. */
export const absenceReasons = [
  'work',
  'childCare',
  'personal',
  'transport',
  'travel',
  'movedAway',
  'classTooHard',
  'classTooEasy',
  'otherProgram',
  'goalReached',
  'notSaid',
] as const
export type AbsenceReason = (typeof absenceReasons)[number]

/** True where somebody can have said why: after a message nobody knows. */
export const asksReason = (result: ContactResult): boolean => result === 'reached' || result === 'returned'
