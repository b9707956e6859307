import type { IsoDate } from '../../shared/values/dates.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'

/** A score table as it ships. Every value can be changed in the app; nothing here is a fact on screen. */
export interface ShippedLevelTable {
  instrument: string
  generation: string
  skillArea: SkillArea
  effectiveFrom: IsoDate | null
  effectiveTo: IsoDate | null
  /** Hours between two tests: the publisher's minimum and recommended range. */
  minimumHours: number
  recommendedHours: readonly [number, number]
  /** Lowest scores of levels 1 to 6 and the highest of level 6; null where no chart is confirmed. */
  cutScores: readonly [number | null, number, number, number, number, number, number] | null
  forms: readonly string[]
  source: string
}

const stepsSource =
  'Renton Technical College ELA Placement and Progression Policy (all six levels); approval end: CASAS Catalog 2026, p. 25. Not seen on a score page of the publisher.'
const lifeAndWorkSource =
  'Hialeah Adult Education ESOL page; M-DCPS chart; RI NRS correspondence chart 2014/2015. Sunset: 89 FR 19307.'
const noChart = 'Cut scores not confirmed: enter them from the publisher\u2019s chart. '

const forms = (letter: string) => Array.from({ length: 10 }, (_, index) => `${621 + index}${letter}`)

/** Instruments for English learners. Approval of the older ones ended on 30 June 2025 (89 FR 19307). */
export const shippedLevelTables: readonly ShippedLevelTable[] = [
  {
    instrument: 'CASAS Reading STEPS',
    generation: 'CASAS STEPS',
    skillArea: 'reading',
    effectiveFrom: '2023-07-13',
    effectiveTo: '2031-06-30',
    minimumHours: 40,
    recommendedHours: [70, 100],
    cutScores: [null, 184, 197, 207, 217, 228, 238],
    forms: forms('R'),
    source: stepsSource,
  },
  {
    instrument: 'CASAS Listening STEPS',
    generation: 'CASAS STEPS',
    skillArea: 'listening',
    effectiveFrom: '2023-07-13',
    effectiveTo: '2031-06-30',
    minimumHours: 40,
    recommendedHours: [70, 100],
    cutScores: [null, 182, 192, 202, 212, 222, 231],
    forms: forms('L'),
    source: stepsSource,
  },
  {
    instrument: 'CASAS Life and Work Reading',
    generation: 'CASAS Life and Work',
    skillArea: 'reading',
    effectiveFrom: null,
    effectiveTo: '2025-06-30',
    minimumHours: 40,
    recommendedHours: [70, 100],
    cutScores: [null, 181, 191, 201, 211, 221, 235],
    forms: [],
    source: lifeAndWorkSource,
  },
  {
    instrument: 'CASAS Life and Work Listening',
    generation: 'CASAS Life and Work',
    skillArea: 'listening',
    effectiveFrom: null,
    effectiveTo: '2025-06-30',
    minimumHours: 40,
    recommendedHours: [70, 100],
    cutScores: [null, 181, 191, 201, 211, 221, 235],
    forms: [],
    source: lifeAndWorkSource,
  },
  {
    instrument: 'BEST Plus 2.0',
    generation: 'BEST Plus 2.0',
    skillArea: 'speaking+listening',
    effectiveFrom: '2016-07-01',
    effectiveTo: '2025-06-30',
    minimumHours: 60,
    recommendedHours: [80, 100],
    cutScores: [88, 362, 428, 453, 485, 525, 564],
    forms: [],
    source:
      'MA DESE FY2018-19 Assessment Manual via SMARTT Zendesk article 115000793331; sunset: CAL FAQ and 89 FR 19307',
  },
  {
    instrument: 'BEST Plus (original)',
    generation: 'BEST Plus',
    skillArea: 'speaking+listening',
    effectiveFrom: '2006-06-01',
    effectiveTo: '2016-06-30',
    minimumHours: 60,
    recommendedHours: [80, 100],
    cutScores: null,
    forms: [],
    source: `${noChart}RI NRS correspondence chart Rev Jan 2015; CAL ELL toolkit 2004 (levels 1-5)`,
  },
  {
    instrument: 'BEST Plus 3.0 (computer)',
    generation: 'BEST Plus 3.0',
    skillArea: 'speaking+listening',
    effectiveFrom: '2023-07-13',
    effectiveTo: '2030-07-13',
    minimumHours: 60,
    recommendedHours: [80, 100],
    cutScores: null,
    forms: [],
    source: `${noChart}cal.org (approval date, levels 1-6).`,
  },
  {
    instrument: 'BEST Plus 3.0 (print)',
    generation: 'BEST Plus 3.0',
    skillArea: 'speaking+listening',
    effectiveFrom: '2023-07-13',
    effectiveTo: '2030-07-13',
    minimumHours: 60,
    recommendedHours: [80, 100],
    cutScores: null,
    forms: [],
    source: `${noChart}cal.org (approval date, levels 1-4).`,
  },
  {
    instrument: 'BEST Literacy 2.0',
    generation: 'BEST Literacy 2.0',
    skillArea: 'reading+writing',
    effectiveFrom: '2023-07-13',
    effectiveTo: '2030-07-13',
    minimumHours: 60,
    recommendedHours: [80, 100],
    cutScores: null,
    forms: [],
    source: `${noChart}cal.org (approval date, NRS levels 1-4 only).`,
  },
  {
    instrument: 'TABE CLAS-E A/B',
    generation: 'TABE CLAS-E A/B',
    skillArea: 'reading',
    effectiveFrom: null,
    effectiveTo: '2025-06-30',
    minimumHours: 40,
    recommendedHours: [50, 60],
    cutScores: null,
    forms: [],
    source: `${noChart}MA DESE FY2018-19 Assessment Manual via SMARTT Zendesk article 115000793331 (levels 1-5)`,
  },
  {
    instrument: 'TABE CLAS-E A/B',
    generation: 'TABE CLAS-E A/B',
    skillArea: 'writing',
    effectiveFrom: null,
    effectiveTo: '2025-06-30',
    minimumHours: 40,
    recommendedHours: [50, 60],
    cutScores: null,
    forms: [],
    source: `${noChart}MA DESE FY2018-19 Assessment Manual via SMARTT Zendesk article 115000793331 (levels 1-5, level 6 minimum 556; maximum cut off in excerpt, recalled)`,
  },
  {
    instrument: 'TABE CLAS-E A/B',
    generation: 'TABE CLAS-E A/B',
    skillArea: 'listening',
    effectiveFrom: null,
    effectiveTo: '2025-06-30',
    minimumHours: 40,
    recommendedHours: [50, 60],
    cutScores: null,
    forms: [],
    source: `${noChart}`,
  },
  {
    instrument: 'TABE CLAS-E A/B',
    generation: 'TABE CLAS-E A/B',
    skillArea: 'speaking',
    effectiveFrom: null,
    effectiveTo: '2025-06-30',
    minimumHours: 40,
    recommendedHours: [50, 60],
    cutScores: null,
    forms: [],
    source: `${noChart}`,
  },
  {
    instrument: 'TABE CLAS-E C/D',
    generation: 'TABE CLAS-E C/D',
    skillArea: 'reading',
    effectiveFrom: '2024-06-20',
    effectiveTo: null,
    minimumHours: 40,
    recommendedHours: [50, 60],
    cutScores: null,
    forms: [],
    source: `${noChart}Existence and use: MA DESE Policy Memo 2025-09; IL PDN. effectiveFrom inferred (89 FR 51877).`,
  },
  {
    instrument: 'TABE CLAS-E C/D',
    generation: 'TABE CLAS-E C/D',
    skillArea: 'listening',
    effectiveFrom: '2024-06-20',
    effectiveTo: null,
    minimumHours: 40,
    recommendedHours: [50, 60],
    cutScores: null,
    forms: [],
    source: `${noChart}Existence and use: MA DESE Policy Memo 2025-09; IL PDN. effectiveFrom inferred (89 FR 51877).`,
  },
  {
    instrument: 'TABE CLAS-E C/D',
    generation: 'TABE CLAS-E C/D',
    skillArea: 'writing',
    effectiveFrom: '2024-06-20',
    effectiveTo: null,
    minimumHours: 40,
    recommendedHours: [50, 60],
    cutScores: null,
    forms: [],
    source: `${noChart}Existence and use: MA DESE Policy Memo 2025-09; IL PDN. effectiveFrom inferred (89 FR 51877).`,
  },
  {
    instrument: 'TABE CLAS-E C/D',
    generation: 'TABE CLAS-E C/D',
    skillArea: 'speaking',
    effectiveFrom: '2024-06-20',
    effectiveTo: null,
    minimumHours: 40,
    recommendedHours: [50, 60],
    cutScores: null,
    forms: [],
    source: `${noChart}Existence and use: MA DESE Policy Memo 2025-09; IL PDN. effectiveFrom inferred (89 FR 51877).`,
  },
]
