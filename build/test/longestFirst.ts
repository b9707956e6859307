import { BaseSequencer, type TestSpecification } from 'vitest/node'

const longest = ['tests/crash/crash.test.ts', 'tests/db/imports/largeFiles.test.ts']

/** What takes longest begins first: begun last, it would keep one core waiting for the other. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((path) => moduleId.endsWith(path))
      return found < 0 ? longest.length : found
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}
