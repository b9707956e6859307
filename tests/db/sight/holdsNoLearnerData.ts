/**
 * Methods that an instructor may call and that neither give nor change anything about a learner, and why.
 * One that does belongs among the probes of `everyMethod.test.ts` instead.
 */
export const holdsNoLearnerData: Record<string, string> = {
  'session.state': 'the account and the program, no records',
  'session.signIn': 'comes before any record is read',
  'session.signInWithMachine': 'comes before any record is read',
  'session.recover': 'comes before any record is read',
  'session.signOut': 'ends the session',
  'session.lock': 'takes what the same person typed and keeps it for them alone',
  'session.takeDrafts': 'gives back what the same account typed, to nobody else',
  'session.noteActivity': 'tells that somebody works',
  'session.prefer': 'language and theme of the account',
  'program.setUp': 'there is no record yet',
  'program.settings': 'name, language and switches of the program',
  'accounts.changePassphrase': 'the own passphrase',
  'backups.toOpen': 'which backups lie beside the program: counts and dates, no names',
  'backups.open': 'opens a backup for whoever has a passphrase or the recovery code for it',
  'keys.state': 'whether there is a recovery code, and whose key this machine keeps',
  'keys.rememberMachine': 'keys alone',
  'keys.forgetMachine': 'keys alone',
  'files.put': 'takes a file that the caller has',
  'files.take': 'gives a file that the same session made, by a number that cannot be guessed',
  'instruments.list': 'score tables of publishers',
  'sections.instructors': 'names of staff',
  'evidence.asked': 'what the rules of the tracks ask for',
  'instructionHours.components': 'parts of the courses',
  'benchmarks.list': 'figures from elsewhere, each with its source',
  'tracks.get': 'rules and credentials of a track',
  'safety.notices': 'what endangers the program file',
}
