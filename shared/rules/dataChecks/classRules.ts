import { rule, type Finding } from './rule.ts'

export const hoursAfterClassEnd = rule('contradictory', ['lateHours'], ({ lateHours }) =>
  lateHours.map(({ learnerId, sectionId, code, endDate, lastOn, hours, inMeetings }): Finding => ({
    subject: 'section',
    subjectId: sectionId,
    learnerId,
    place: inMeetings ? { screen: 'attendance', id: sectionId } : { screen: 'learner', id: learnerId },
    details: { code, endDate, lastOn, hours },
  })),
)

export const classPastEnd = rule('missing', ['classes'], ({ classes }, today) =>
  classes.flatMap(({ sectionId, code, endDate, isRunning }): Finding[] => {
    if (!isRunning || endDate === null || endDate >= today) return []
    return [
      {
        subject: 'section',
        subjectId: sectionId,
        learnerId: null,
        place: { screen: 'class', id: sectionId },
        details: { code, endDate },
      },
    ]
  }),
)
