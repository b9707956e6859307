import { sql, type Kysely } from 'kysely'

/**
 * The first schema. Dates are ISO text, yes/no is 0 or 1, lists and settings are JSON text: all of it
 * carries over to PostgreSQL. STRICT tables refuse a value of the wrong type.
 */
const statements = [
  `create table program (
    id integer primary key check (id = 1),
    name text not null,
    language text not null,
    isDemo integer not null default 0,
    createdAt text not null
  ) strict`,

  `create table accounts (
    id integer primary key,
    name text not null,
    foldedName text not null unique,
    roles text not null,
    language text not null,
    theme text not null default 'system',
    active integer not null default 1,
    createdAt text not null,
    lastSignInAt text
  ) strict`,

  `create table auditEntries (
    id integer primary key,
    at text not null,
    accountId integer references accounts (id),
    accountName text not null,
    action text not null,
    subject text,
    subjectId integer,
    before text,
    after text
  ) strict`,
  `create index auditEntriesBySubject on auditEntries (subject, subjectId)`,

  `create table learners (
    id integer primary key,
    studentId text unique,
    familyName text not null,
    givenName text not null,
    preferredName text,
    foldedName text not null,
    birthDate text,
    email text,
    firstLanguage text,
    schooling text,
    schoolingCountry text,
    equivalency text,
    interestTrackId integer references tracks (id),
    interestNote text,
    workSchedule text,
    referralSource text,
    notes text,
    status text not null default 'active',
    importId integer references imports (id),
    createdAt text not null,
    updatedAt text not null
  ) strict`,
  `create index learnersByName on learners (foldedName, id)`,
  `create index learnersByBirthDate on learners (birthDate)`,

  `create table learnerPhones (
    id integer primary key,
    learnerId integer not null references learners (id) on delete cascade,
    position integer not null,
    number text not null,
    digits text not null,
    contactName text
  ) strict`,
  `create index learnerPhonesByLearner on learnerPhones (learnerId, position)`,
  `create index learnerPhonesByDigits on learnerPhones (digits)`,

  // Numbers under which a learner stood twice: later files with them mean the same person.
  `create table learnerOtherIds (
    studentId text primary key,
    learnerId integer not null references learners (id) on delete cascade,
    importId integer references imports (id)
  ) strict`,
  `create index learnerOtherIdsByLearner on learnerOtherIds (learnerId)`,

  `create table sections (
    id integer primary key,
    code text not null unique,
    name text not null,
    site text,
    startDate text,
    endDate text,
    instructorAccountId integer references accounts (id),
    active integer not null default 1
  ) strict`,
  `create table sectionMembers (
    id integer primary key,
    sectionId integer not null references sections (id) on delete cascade,
    learnerId integer not null references learners (id) on delete cascade,
    startDate text,
    endDate text,
    unique (sectionId, learnerId)
  ) strict`,
  `create index sectionMembersByLearner on sectionMembers (learnerId, sectionId, endDate)`,

  `create table levelTables (
    id integer primary key,
    instrument text not null,
    generation text not null,
    skillArea text not null,
    effectiveFrom text,
    effectiveTo text,
    minimumHours integer not null,
    recommendedHoursFrom integer,
    recommendedHoursTo integer,
    lowestScore integer,
    highestScore integer,
    sameFormDays integer not null,
    levels text,
    forms text not null,
    source text not null,
    updatedAt text not null
  ) strict`,
  `create index levelTablesByInstrument on levelTables (instrument, skillArea)`,

  `create table assessments (
    id integer primary key,
    learnerId integer not null references learners (id) on delete cascade,
    instrument text not null,
    skillArea text not null,
    form text not null,
    testedOn text not null,
    score integer,
    scoreText text not null,
    level integer,
    accurate integer not null default 1,
    conservativeEstimate integer not null default 0,
    passed integer,
    voidedAt text,
    voidReason text,
    sameFormReason text,
    sectionId integer references sections (id),
    importId integer references imports (id),
    recordedAt text not null,
    recordedBy integer references accounts (id)
  ) strict`,
  // A wrong score is voided and recorded again: only tests that count are unique.
  `create unique index assessmentsOnce on assessments (learnerId, instrument, skillArea, form, testedOn)
    where voidedAt is null`,
  `create index assessmentsByLearner on assessments (learnerId, skillArea, testedOn)`,

  // The newest usable assessment of each learner and area, kept up to date with every change of the above.
  `create table currentLevels (
    learnerId integer not null references learners (id) on delete cascade,
    skillArea text not null,
    assessmentId integer not null references assessments (id) on delete cascade,
    level integer,
    score integer not null,
    testedOn text not null,
    primary key (learnerId, skillArea)
  ) strict`,
  `create index currentLevelsByLevel on currentLevels (skillArea, level, learnerId)`,
  // Sorting a list of thousands by level or last test reads these alone.
  `create index currentLevelsByLearner on currentLevels (learnerId, level, testedOn)`,
  `create index currentLevelsByArea on currentLevels (skillArea, learnerId, level)`,

  `create table instructionHours (
    id integer primary key,
    learnerId integer not null references learners (id) on delete cascade,
    sectionId integer references sections (id),
    cohortId integer references cohorts (id),
    component text not null,
    periodFrom text not null,
    periodTo text not null,
    hours real not null,
    possibleHours real,
    recordedAt text not null
  ) strict`,
  `create index instructionHoursByLearner on instructionHours (learnerId, periodTo)`,

  // What a requirement can ask for beside scores: a document seen, a component done, an interview held.
  `create table evidence (
    id integer primary key,
    learnerId integer not null references learners (id) on delete cascade,
    kind text not null,
    evidenceKey text not null,
    status text not null,
    onDate text not null,
    documentDate text,
    doses integer,
    seenBy text,
    recordedAt text not null
  ) strict`,
  `create index evidenceByLearner on evidence (learnerId, kind, evidenceKey)`,

  `create table tracks (
    id integer primary key,
    code text not null unique,
    nameEn text not null,
    nameEs text not null,
    socCode text,
    socTitle text,
    seats integer,
    status text not null,
    components text not null,
    notes text,
    source text,
    createdAt text not null,
    updatedAt text not null
  ) strict`,
  `create table trackVersions (
    id integer primary key,
    trackId integer not null references tracks (id) on delete cascade,
    version integer not null,
    effectiveFrom text not null,
    requirements text not null,
    note text,
    createdAt text not null,
    createdBy integer references accounts (id),
    unique (trackId, version)
  ) strict`,
  `create table credentials (
    id integer primary key,
    trackId integer not null references tracks (id) on delete cascade,
    nameEn text not null,
    nameEs text not null,
    parts text not null,
    attemptLimit integer,
    windowMonths integer,
    noShowUsesAttempt integer not null default 0,
    source text,
    active integer not null default 1
  ) strict`,
  `create index credentialsByTrack on credentials (trackId)`,
  `create table waivers (
    id integer primary key,
    learnerId integer not null references learners (id) on delete cascade,
    trackId integer not null references tracks (id) on delete cascade,
    requirementKey text not null,
    reason text not null,
    grantedBy integer references accounts (id),
    grantedByName text not null,
    grantedOn text not null,
    withdrawnOn text
  ) strict`,
  `create index waiversByTrack on waivers (trackId, learnerId)`,

  // A screening is a photograph: rules, facts and answers as they were. Nothing later changes it.
  `create table screenings (
    id integer primary key,
    trackId integer not null references tracks (id),
    trackVersionId integer not null references trackVersions (id),
    startDate text not null,
    asOf text not null,
    pool text not null,
    requirements text not null,
    levelTables text not null default '[]',
    counts text not null,
    reasons text not null default '[]',
    createdAt text not null,
    createdBy integer references accounts (id),
    createdByName text not null
  ) strict`,
  `create index screeningsByTrack on screenings (trackId, asOf)`,
  `create table screeningResults (
    id integer primary key,
    screeningId integer not null references screenings (id) on delete cascade,
    learnerId integer not null references learners (id) on delete cascade,
    learnerName text not null,
    foldedName text not null,
    studentId text,
    result text not null,
    withinReach integer not null,
    preferredMet integer not null default 0,
    answers text not null,
    facts text not null,
    unique (screeningId, learnerId)
  ) strict`,
  `create index screeningResultsByLearner on screeningResults (learnerId)`,
  // Which required requirements hold whom back: what the answers say, in a shape that lists can filter by.
  `create table screeningOpenAnswers (
    screeningId integer not null references screenings (id) on delete cascade,
    requirementKey text not null,
    learnerId integer not null references learners (id) on delete cascade,
    state text not null,
    pointsBelow real,
    primary key (screeningId, requirementKey, learnerId)
  ) strict`,
  `create table decisions (
    id integer primary key,
    screeningId integer not null references screenings (id) on delete cascade,
    learnerId integer not null references learners (id) on delete cascade,
    decision text not null,
    reason text,
    decidedAt text not null,
    decidedBy integer references accounts (id),
    decidedByName text not null
  ) strict`,
  `create index decisionsByScreening on decisions (screeningId, learnerId, id)`,
  `create table waitlistEntries (
    id integer primary key,
    trackId integer not null references tracks (id),
    learnerId integer not null references learners (id) on delete cascade,
    screeningId integer references screenings (id) on delete set null,
    position integer not null,
    addedOn text not null,
    lookAgainOn text,
    note text,
    removedOn text,
    removedReason text,
    addedByDecisionId integer references decisions (id) on delete set null,
    removedByDecisionId integer references decisions (id) on delete set null
  ) strict`,
  `create index waitlistByTrack on waitlistEntries (trackId, removedOn, position)`,

  `create table cohorts (
    id integer primary key,
    code text not null unique,
    trackId integer not null references tracks (id),
    trackVersionId integer references trackVersions (id),
    credentialId integer references credentials (id),
    site text not null,
    term text,
    startDate text not null,
    endDate text not null,
    seats integer,
    staff text not null default '[]',
    deliveryFeatures text not null default '[]',
    lessons text,
    closedOn text,
    importId integer references imports (id),
    createdAt text not null,
    updatedAt text not null
  ) strict`,
  `create index cohortsByTrack on cohorts (trackId, startDate)`,
  `create table cohortMembers (
    id integer primary key,
    cohortId integer not null references cohorts (id) on delete cascade,
    learnerId integer not null references learners (id) on delete cascade,
    screeningId integer references screenings (id) on delete set null,
    entryLevel integer,
    startedOn text,
    outcome text not null,
    outcomeOn text,
    reason text,
    reasonNote text,
    importId integer references imports (id),
    updatedAt text not null,
    unique (cohortId, learnerId)
  ) strict`,
  `create index cohortMembersByLearner on cohortMembers (learnerId)`,
  `create table attempts (
    id integer primary key,
    cohortMemberId integer not null references cohortMembers (id) on delete cascade,
    partKey text not null,
    number integer not null,
    takenOn text not null,
    result text not null,
    resultOn text,
    overrideReason text,
    note text,
    importId integer references imports (id),
    recordedAt text not null,
    unique (cohortMemberId, partKey, number)
  ) strict`,

  `create table benchmarks (
    id integer primary key,
    trackId integer not null references tracks (id) on delete cascade,
    kind text not null,
    measure text not null,
    partKey text,
    label text not null,
    numerator integer,
    denominator integer,
    ratePercent real,
    source text not null,
    validOn text not null,
    createdAt text not null
  ) strict`,

  `create table imports (
    id integer primary key,
    kind text not null,
    fileName text not null,
    sheetName text,
    fingerprint text not null,
    mapping text not null,
    counts text not null,
    appliedAt text not null,
    appliedBy integer references accounts (id),
    appliedByName text not null
  ) strict`,
  `create table importRows (
    importId integer not null references imports (id) on delete cascade,
    rowNumber integer not null,
    action text not null,
    subject text not null,
    subjectId integer not null,
    before text,
    after text
  ) strict`,
  `create index importRowsByImport on importRows (importId, rowNumber)`,
  `create index importRowsBySubject on importRows (subject, subjectId)`,
  `create table importMappings (
    id integer primary key,
    kind text not null,
    headingsKey text not null,
    mapping text not null,
    updatedAt text not null,
    unique (kind, headingsKey)
  ) strict`,
  // Pairs a person has looked at and said are two different people.
  `create table distinctPeople (
    learnerId integer not null references learners (id) on delete cascade,
    otherLearnerId integer not null references learners (id) on delete cascade,
    decidedAt text not null,
    primary key (learnerId, otherLearnerId)
  ) strict`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
