/** How long to wait, as a text needs it, and in all for a countdown. */
export const waitValues = (seconds: number) => ({
  minutes: Math.floor(seconds / 60),
  seconds: seconds % 60,
  allSeconds: seconds,
})
