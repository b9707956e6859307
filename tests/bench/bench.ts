import { explainingFigures } from './explaining.ts'
import { filesOutFigures } from './countingFilesOut.ts'
import { printFigure, timed } from './figures.ts'
import { largeProgram, largeSize } from './largeProgram.ts'
import { printDuplicateFigures } from './duplicates/duplicates.ts'
import { reviewingFigures } from './duplicates/reviewing.ts'
import { importFigures } from './importing.ts'
import { instructorFigures } from './instructor.ts'
import { planningFigures } from './planning.ts'
import { readingFigures } from './reading.ts'
import { screeningFigures } from './screening.ts'
import { startFigures } from './starting.ts'
import { workbookFigures } from './workbook.ts'
import { workingFigures } from './working.ts'

/** Prints the figures that the app promises, each with its aim and its ratio to the bare work under it. */
const [filling, program] = await timed(largeProgram)
const { count } = program.bare.prepare('select count(*) as count from assessments').get() as { count: number }
console.log(
  `${largeSize.learners} learners, ${count} assessments, ${largeSize.cohorts} cohorts in one encrypted file (filled in ${(filling / 1000).toFixed(1)} s)`,
)
try {
  for (const measure of [
    readingFigures,
    workingFigures,
    instructorFigures,
    reviewingFigures,
    planningFigures,
    screeningFigures,
    workbookFigures,
    filesOutFigures,
    explainingFigures,
  ]) {
    for (const figure of await measure(program)) printFigure(figure)
  }
} finally {
  await program.dispose()
}
for (const measure of [importFigures, startFigures]) {
  for (const figure of await measure()) printFigure(figure)
}
await printDuplicateFigures()
