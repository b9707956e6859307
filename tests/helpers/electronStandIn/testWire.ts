/** What the main under test lets the test know, over the wire of its child process. */
export type FromDesktop =
  { coreStarted: number } | { refused: string } | { menu: string[] } | { dialog: string }

/** What the test tells the main under test. */
export type ToDesktop =
  { pressInDialogs: number } | { systemEvent: 'lock-screen' | 'suspend' } | { quit: true }

export const tellTest = (news: FromDesktop): void => {
  if (process.connected) process.send?.(news)
}
