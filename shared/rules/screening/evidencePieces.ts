import {
  type AnswerState,
  type DocumentEvidence,
  type Evidence,
  type InterviewEvidence,
  type LevelEvidence,
  type LowestLevelEvidence,
  type ScoreEvidence,
} from './answers.ts'
import { type SentenceWords } from './sentenceFor.ts'

type Pieces = (string | null)[]

const isOpen = (state: AnswerState) => state === 'notMet' || state === 'unknown'

function testedOn(evidence: LevelEvidence | ScoreEvidence, { t, date }: SentenceWords): Pieces {
  return [
    evidence.testedOn === null ? null : t('screening.pieces.testedOn', { date: date(evidence.testedOn) }),
    evidence.unknown === 'tooOld' ? t('screening.pieces.testTooOld') : null,
  ]
}

function levelPieces(evidence: LevelEvidence, state: AnswerState, words: SentenceWords): Pieces {
  const { t } = words
  const area = t(`words.skillAreas.${evidence.area}`)
  if (evidence.score === null) return [t('screening.pieces.noTest', { area })]
  const { level, neededLevel, pointsBelow, levelsBelow } = evidence
  const isBelow = level !== null && (levelsBelow ?? 0) > 0
  return [
    t('screening.pieces.areaScore', { area, score: evidence.score }),
    level === null ? t('screening.pieces.noLevel') : t('screening.pieces.level', { level: String(level) }),
    isOpen(state) && (isBelow || level === null)
      ? t('screening.pieces.needsLevel', { level: neededLevel })
      : null,
    !isBelow
      ? null
      : pointsBelow !== null
        ? t('screening.pieces.pointsBelow', { points: pointsBelow })
        : t('screening.pieces.levelsBelow', { levels: levelsBelow! }),
    ...testedOn(evidence, words),
  ]
}

/** The areas that hold back, each with its own pieces; the weakest level when none does. */
function lowestLevelPieces(evidence: LowestLevelEvidence, state: AnswerState, words: SentenceWords): Pieces {
  const open = evidence.areas.filter((area) =>
    evidence.unknown === null ? (area.levelsBelow ?? 0) > 0 && area.unknown === null : area.unknown !== null,
  )
  if (open.length > 0) {
    const lines = open.map((area) => levelPieces(area, state, words).filter((piece) => piece !== null))
    return lines.map((pieces) => pieces.join(' · '))
  }
  const { t } = words
  return evidence.level === null
    ? [t('screening.pieces.noTests')]
    : [
        t('screening.pieces.lowest', {
          level: t('screening.pieces.level', { level: String(evidence.level) }),
        }),
      ]
}

function scorePieces(evidence: ScoreEvidence, state: AnswerState, words: SentenceWords): Pieces {
  const { t } = words
  const area = t(`words.skillAreas.${evidence.area}`)
  const instrument = evidence.neededInstrument
  if (evidence.score === null) return [t('screening.pieces.noTestOn', { instrument })]
  const isBelow = (evidence.pointsBelow ?? 0) > 0
  return [
    t('screening.pieces.areaScore', { area, score: evidence.score }),
    instrument,
    isOpen(state) && isBelow ? t('screening.pieces.needsScore', { score: evidence.neededScore }) : null,
    isBelow ? t('screening.pieces.pointsBelow', { points: evidence.pointsBelow! }) : null,
    ...testedOn(evidence, words),
  ]
}

function documentPieces(evidence: DocumentEvidence, message: string, { t, date }: SentenceWords): Pieces {
  const { checkedOn, documentDate, doses, neededDoses, notBefore, unknown } = evidence
  if (checkedOn === null) return [message, t('screening.pieces.notAsked')]
  const checked = t(
    evidence.documentState === 'met' ? 'screening.pieces.seenOn' : 'screening.pieces.notAccepted',
    { date: date(checkedOn) },
  )
  const isLate = notBefore !== null && (unknown === 'undated' || unknown === 'tooOld')
  return [
    message,
    checked,
    documentDate === null ? null : t('screening.pieces.dated', { date: date(documentDate) }),
    neededDoses === null || doses === null
      ? null
      : t('screening.pieces.doses', { doses, needed: neededDoses }),
    unknown === 'noDoseCount' || unknown === 'undated' ? t(`words.unknownReasons.${unknown}`) : null,
    isLate ? t('screening.pieces.notBefore', { date: date(notBefore) }) : null,
    unknown === 'tooOld' && notBefore === null ? t('screening.pieces.checkTooOld') : null,
  ]
}

function interviewPieces(evidence: InterviewEvidence, message: string, { t, date }: SentenceWords): Pieces {
  if (evidence.heldOn === null) return [message, t('screening.pieces.notHeld')]
  return [
    message,
    t('screening.pieces.heldOn', { date: date(evidence.heldOn) }),
    evidence.needs === 'passed' && evidence.result !== null
      ? t(`words.interviewResults.${evidence.result}`)
      : null,
    evidence.unknown === 'tooOld' ? t('screening.pieces.checkTooOld') : null,
  ]
}

function pieces(evidence: Evidence, message: string, state: AnswerState, words: SentenceWords): Pieces {
  const { t, date } = words
  switch (evidence.kind) {
    case 'level':
      return levelPieces(evidence, state, words)
    case 'lowestLevel':
      return lowestLevelPieces(evidence, state, words)
    case 'score':
      return scorePieces(evidence, state, words)
    case 'age':
      if (evidence.years === null) return [t('screening.pieces.noBirthDate')]
      return [
        // Half years matter only to those who are not old enough yet.
        t('screening.pieces.age', { years: isOpen(state) ? evidence.years : Math.floor(evidence.years) }),
        isOpen(state) ? t('screening.pieces.needsAge', { years: evidence.neededYears }) : null,
        isOpen(state) && evidence.oldEnoughOn !== null
          ? t('screening.pieces.oldEnoughOn', { date: date(evidence.oldEnoughOn) })
          : null,
      ]
    case 'schooling':
      if (evidence.schooling === null) return [t('screening.pieces.noSchooling')]
      return [
        t('screening.pieces.schooling', { schooling: t(`words.schoolingLevels.${evidence.schooling}`) }),
        isOpen(state)
          ? t('screening.pieces.needs', { what: t(`words.schoolingLevels.${evidence.neededSchooling}`) })
          : null,
      ]
    case 'equivalency':
      return [
        t('screening.pieces.equivalency', {
          state:
            evidence.equivalency === null
              ? t('screening.pieces.notOnRecord')
              : t(`words.equivalencyStates.${evidence.equivalency}`),
        }),
        isOpen(state)
          ? t('screening.pieces.needs', { what: t(`words.equivalencyStates.${evidence.neededEquivalency}`) })
          : null,
      ]
    case 'document':
      return documentPieces(evidence, message, words)
    case 'hours':
      if (evidence.hours === null) return [message, t('screening.pieces.noHours')]
      return [
        message,
        t('screening.pieces.hours', { hours: evidence.hours, needed: evidence.neededHours }),
        evidence.through === null ? null : t('screening.pieces.through', { date: date(evidence.through) }),
        evidence.unknown === 'tooOld' ? t('screening.pieces.checkTooOld') : null,
      ]
    case 'attendance':
      if (evidence.rate === null) return [message, t('screening.pieces.noHours')]
      return [
        message,
        t('screening.pieces.attendance', { rate: evidence.rate, needed: evidence.neededRate }),
        evidence.through === null ? null : t('screening.pieces.through', { date: date(evidence.through) }),
        evidence.unknown === 'tooOld' ? t('screening.pieces.checkTooOld') : null,
      ]
    case 'component':
      return [
        message,
        evidence.done === null || evidence.on === null
          ? t('screening.pieces.notOnRecord')
          : t(evidence.done ? 'screening.pieces.doneOn' : 'screening.pieces.notDoneOn', {
              date: date(evidence.on),
            }),
        evidence.unknown === 'tooOld' ? t('screening.pieces.checkTooOld') : null,
      ]
    case 'interview':
      return interviewPieces(evidence, message, words)
  }
}

/** The parts of the sentence about one piece of evidence, in reading order. */
export function evidencePieces(
  evidence: Evidence,
  message: string,
  state: AnswerState,
  words: SentenceWords,
): string[] {
  return pieces(evidence, message, state, words).filter((piece) => piece !== null)
}
