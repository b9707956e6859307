/**
 * Between the tabs of one browser: somebody has signed in, left or locked. There is one session for all of
 * them, and none may show for longer what another has closed.
 */
const channel = new BroadcastChannel('stepping stones session')

export const tellOtherTabs = () => channel.postMessage('changed')

/** Hears of a change in another tab. */
export const whenSessionChanges = (listener: () => void) => channel.addEventListener('message', listener)
