import { topics, type Topic } from '../../shared/contract/topics.ts'

/** Between the tabs of one browser: which topics a command has changed. No record goes this way, only the names. */
const channel = new BroadcastChannel('stepping stones records')

const isTopic = (word: unknown): word is Topic => topics.some((topic) => topic === word)

/** Tells the other tabs what was changed here. */
export function tellOfTopics(changed: readonly Topic[]): void {
  if (changed.length > 0) channel.postMessage([...changed])
}

/** Hears what was changed in another tab. */
export const whenTopicsChange = (listener: (changed: readonly Topic[]) => void) =>
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
    listener(Array.isArray(data) ? data.filter(isTopic) : []),
  )
