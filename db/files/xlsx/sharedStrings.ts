import { FileProblem } from '../fileProblem.ts'
import type { FileLimits } from '../fileLimits.ts'
import { StringItem } from './cellText.ts'
import { readXml } from './readXml.ts'
import type { ZipParts } from './zipParts.ts'

/**
 * The texts that cells of type `s` name by index.
 * @throws FileProblem tooMuchText, corruptWorkbook
 */
export async function readSharedStrings(
  zip: ZipParts,
  part: string | null,
  limits: FileLimits,
): Promise<string[]> {
  const strings: string[] = []
  if (part === null) return strings
  const item = new StringItem()
  let characters = 0
  await readXml(zip.read(part), {
    open: (name) => item.open(name),
    close(name) {
      item.close(name)
      if (name !== 'si') return
      const text = item.take()
      characters += text.length
      if (characters > limits.maxCharacters) {
        throw new FileProblem('tooMuchText', { maxCharacters: limits.maxCharacters })
      }
      strings.push(text)
    },
    text: (text) => item.hear(text),
  })
  return strings
}
